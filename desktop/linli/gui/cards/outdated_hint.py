"""Looks in the background whether a change made cards outdated (活卡提示)."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QWidget

from linli.domain.accounts import Right
from linli.domain.cards import OutdatedKind
from linli.domain.changes import Changes, Kind
from linli.gui.desk import Desk

SPEAKING = (
    Kind.CARDS, Kind.GRIDS, Kind.SETTINGS, Kind.RESIDENTS, Kind.HOUSEHOLDS, Kind.DWELLINGS,
    Kind.PAIRINGS, Kind.STAFF, Kind.TEMPLATES, Kind.GLYPHS,
)  # fmt: skip
"""What cards speak of or are drawn with."""

_FAR_REACHING = (Kind.GRIDS, Kind.SETTINGS, Kind.TEMPLATES, Kind.PAIRINGS)
PAUSE_MS = 3_000
"""So that of many changes, one after the other, only the last is looked at."""


class OutdatedHint(QObject):
    """Tells which kinds of cards are outdated, at first and when many households may be reached.

    While there are some, every change of what cards say is looked at, so that the figures go
    down as new ones are printed.
    """

    def __init__(
        self, desk: Desk, window: QWidget, show: Callable[[Sequence[OutdatedKind]], None]
    ) -> None:
        """Watch the ledger.

        Args:
            desk: the working place.
            window: the owner.
            show: is told the kinds that have outdated cards.
        """
        super().__init__(window)
        self._desk = desk
        self._window = window
        self._show = show
        self._any = False
        self.timer = QTimer(self)
        self.timer.setSingleShot(True)
        self.timer.setInterval(PAUSE_MS)
        self.timer.timeout.connect(self._ask)
        if not desk.may(Right.READ):
            return
        desk.bus.changed.connect(self._on_changed)
        self.timer.start()  # there may be some since before the program was shut

    def _on_changed(self, changes: Changes) -> None:
        if changes.touches(*(SPEAKING if self._any else _FAR_REACHING)):
            self.timer.start()

    def _ask(self) -> None:
        cards = self._desk.services.cards
        self._desk.jobs.run(
            lambda _progress: cards.outdated_summary(),
            owner=self._window,
            done=self._take,
            background=True,
        )

    def _take(self, kinds: Sequence[OutdatedKind]) -> None:
        self._any = bool(kinds)
        self._show(kinds)
