"""Enter on a line of a list opens it, and does no more."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView
from typing_extensions import override


class EnterKey(QObject):
    """Activates the current line of a view with Enter, and uses the key up.

    Qt hands the key on to the dialog, which presses the default button: that of the form that the
    key has just opened.
    """

    def __init__(self, view: QAbstractItemView) -> None:
        super().__init__(view)
        self._view = view
        view.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            return False
        if self._view.currentIndex().isValid():
            self._view.activated.emit(self._view.currentIndex())
        return True
