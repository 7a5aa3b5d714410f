"""Enter on a line of a list opens it, Enter in an input goes on; neither does more than that."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QLineEdit
from typing_extensions import override

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


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
        if event.key() not in _ENTER:
            return False
        if self._view.currentIndex().isValid():
            self._view.activated.emit(self._view.currentIndex())
        return True


class EnterInLine(QObject):
    """Does something with Enter in a line of text, and uses the key up.

    Else it would press the default button as well: that of the form around the line, or of the
    one that the key has just opened.
    """

    def __init__(self, line: QLineEdit, do: Callable[[], None]) -> None:
        super().__init__(line)
        self._do = do
        line.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QKeyEvent) or event.key() not in _ENTER:
            return False
        if event.type() == QEvent.Type.KeyPress:
            self._do()
        return True
