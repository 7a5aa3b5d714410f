"""Venues (场地) and their bookings: what can be lent, and who has it when."""
