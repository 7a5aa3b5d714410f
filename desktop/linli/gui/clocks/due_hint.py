"""Looks in the background how much is overdue or due today, for the line under the window."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QWidget

from linli.domain.accounts import Right
from linli.domain.changes import Changes
from linli.domain.clocks import ClockSummary
from linli.gui.clocks.lines import KINDS
from linli.gui.desk import Desk

PAUSE_MS = 1_500
"""So that of many changes, one after the other, only the last is looked at."""
_HOUR_MS = 3_600_000


class DueHint(QObject):
    """Tells at first, after every change of what is due, and each hour: a day ends at midnight."""

    def __init__(self, desk: Desk, window: QWidget, show: Callable[[ClockSummary], None]) -> None:
        """Watch the ledger.

        Args:
            desk: the working place.
            window: the owner.
            show: is told how much is due.
        """
        super().__init__(window)
        self._desk = desk
        self._window = window
        self._show = show
        self.timer = QTimer(self)
        self.timer.setSingleShot(True)
        self.timer.setInterval(PAUSE_MS)
        self.timer.timeout.connect(self._ask)
        hourly = QTimer(self)
        hourly.setInterval(_HOUR_MS)
        hourly.timeout.connect(self._ask)
        if not desk.may(Right.READ):
            return
        desk.bus.changed.connect(self._on_changed)
        hourly.start()
        self.timer.start()

    def _on_changed(self, changes: Changes) -> None:
        if changes.touches(*KINDS):
            self.timer.start()

    def _ask(self) -> None:
        clocks = self._desk.services.clocks
        self._desk.jobs.run(
            lambda _progress: clocks.summary(),
            owner=self._window,
            done=self._show,
            background=True,
        )
