"""What is due when (到期提醒): the list with traffic lights, and the calendar."""

from linli.gui.clocks.calendar import open_calendar
from linli.gui.clocks.dialog import open_clocks

__all__ = ["open_calendar", "open_clocks"]
