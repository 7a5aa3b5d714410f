"""What all tabs have in common."""

from typing import ClassVar

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from linli.domain.changes import Changes, Kind
from linli.gui.desk import Desk


class Tab(QWidget):
    """A page of the main window, handed its context.

    A subclass sets `kinds` and implements `refresh`, which is called when the tab is first shown
    and when any of `kinds` changed: at once if it can be seen, else when it is next shown. Its
    name stands in `tabs.TABS`.

    Signals:
        cards_requested: print cards for these residents (a list of ids).
        import_requested: bring in a ledger.
    """

    cards_requested = Signal(object)
    import_requested = Signal()

    kinds: ClassVar[frozenset[Kind]]

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self._stale = True
        desk.bus.changed.connect(self._on_changed)

    def refresh(self) -> None:
        """Read the records again and keep selection and place."""
        raise NotImplementedError

    def focus_search(self) -> bool:
        """Put the cursor into the tab's search box; False if it has none."""
        return False

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self._stale = False
            self.refresh()

    def _on_changed(self, changes: Changes) -> None:
        if not changes.touches(*self.kinds):
            return
        if self.isVisible():
            self.refresh()
        else:
            self._stale = True
