"""Looks in the background how much is overdue or due today, for the line under the window."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from linli.domain.clocks import ClockSummary
from linli.gui.clocks.lines import KINDS
from linli.gui.desk import Desk
from linli.gui.watching import Watch

PAUSE_MS = 1_500
"""So that of many changes, one after the other, only the last is looked at."""
_HOUR_MS = 3_600_000


class DueHint(Watch):
    """Tells at first, after every change of what is due, and each hour: a day ends at midnight."""

    def __init__(self, desk: Desk, window: QWidget, show: Callable[[ClockSummary], None]) -> None:
        """Watch the ledger.

        Args:
            desk: the working place.
            window: the owner.
            show: is told how much is due.
        """
        self._desk = desk
        self._window = window
        self._show = show
        super().__init__(desk, window, self._ask, kinds=KINDS, pause_ms=PAUSE_MS, every_ms=_HOUR_MS)

    def _ask(self) -> None:
        clocks = self._desk.services.clocks
        self._desk.jobs.run(
            lambda _progress: clocks.summary(),
            owner=self._window,
            done=self._show,
            background=True,
        )
