"""Time limits (办理期限): what holds here, on what it rests, and since when."""
