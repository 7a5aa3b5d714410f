"""Paper: PDF through reportlab. No Qt, no storage."""
