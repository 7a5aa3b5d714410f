"""Asks something of the ledger in the background again and again, for the line under the window."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QWidget

from linli.domain.accounts import Right
from linli.domain.changes import Changes, Kind
from linli.gui.desk import Desk


class Watch(QObject):
    """Asks at first, after changes, and at intervals; never where the ledger may not be read.

    Attributes:
        timer: runs from a change until it is asked.
    """

    def __init__(
        self,
        desk: Desk,
        window: QWidget,
        ask: Callable[[], None],
        *,
        kinds: Iterable[Kind],
        pause_ms: int,
        every_ms: int,
    ) -> None:
        """Watch the ledger.

        Args:
            desk: the working place.
            window: the owner.
            ask: asks and shows.
            kinds: what it is asked again after.
            pause_ms: how long a change waits, so that of many, one after the other, only the last
                is looked at.
            every_ms: when it is asked again though nothing changed.
        """
        super().__init__(window)
        self._kinds = frozenset(kinds)
        self.timer = QTimer(self)
        self.timer.setSingleShot(True)
        self.timer.setInterval(pause_ms)
        self.timer.timeout.connect(ask)
        again = QTimer(self)
        again.setInterval(every_ms)
        again.timeout.connect(ask)
        if not desk.may(Right.READ):
            return
        desk.bus.changed.connect(self._on_changed)
        again.start()
        self.timer.start()

    def _on_changed(self, changes: Changes) -> None:
        if changes.touches(*self._kinds):
            self.timer.start()
