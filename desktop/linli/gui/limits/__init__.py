"""Time limits (办理期限): what holds here, on what it rests, and since when."""

from linli.gui.limits.dialog import open_limits

__all__ = ["open_limits"]
