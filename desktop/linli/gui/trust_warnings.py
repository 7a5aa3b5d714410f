"""Telling the clerk what the audit trail found: the clock was set back, an old ledger lies here."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from linli.domain.changes import Changes
from linli.gui.desk import Desk


class TrustWarnings(QObject):
    """Warns at the start and after each change, each thing once."""

    def __init__(self, desk: Desk, window: QWidget) -> None:
        super().__init__(window)
        self._desk = desk
        self._window = window
        desk.bus.changed.connect(self._on_changed)

    def look(self) -> None:
        """Warn of what was found at signing in."""
        problem = self._desk.services.audits.check_head()
        if problem:
            self._desk.ask.warn(self._window, problem)
        self._tell()

    def _on_changed(self, _changes: Changes) -> None:
        self._tell()

    def _tell(self) -> None:
        for words in self._desk.services.audits.take_warnings():
            self._desk.ask.warn(self._window, words)
