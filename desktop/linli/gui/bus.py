"""One place that tells every view what a piece of work has changed."""

from PySide6.QtCore import QObject, Signal

from linli.domain.changes import Changes, Kind


class Bus(QObject):
    """Carries `Changes` from whoever made them to whoever shows the records.

    Signals:
        changed: a `Changes`; views refresh if it touches their kinds.
        backed_up: the backups are others than before.
        restore_decided: a `PreparedRestore`; the ledger is closed, and that takes its place.
    """

    changed = Signal(object)
    backed_up = Signal()
    restore_decided = Signal(object)

    def publish(self, changes: Changes) -> None:
        """Tell all views about `changes`; nothing happens when they are empty."""
        if changes.kinds:
            self.changed.emit(changes)

    def publish_all(self) -> None:
        """Tell all views to read again: another process has changed the ledger."""
        self.changed.emit(Changes(kinds=frozenset(Kind)))
