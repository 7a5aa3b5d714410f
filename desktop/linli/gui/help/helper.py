"""F1: whichever window has the keyboard, its page of the help is one key away."""

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from shiboken6 import delete, isValid

if TYPE_CHECKING:
    from linli.gui.desk import Desk
    from linli.gui.help.window import HelpWindow
    from linli.gui.theme import Theme

HELP_KEYS = QKeySequence("F1")
_HAS_KEY = "linli_help_key"
_FROM_EDGE_PX = 14


class Helper(QObject):
    """Gives each window its F1 when it first has the keyboard, and keeps the window of the help.

    A shortcut of the whole program would not work over a dialog, and a filter over all events would
    be asked about each of them.

    Signals:
        shown: a page was asked for; carries its name.
    """

    shown = Signal(str)

    def __init__(self, theme: "Theme", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._desk: Desk | None = None
        self._window: HelpWindow | None = None
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._on_focus)

    @property
    def window(self) -> "HelpWindow | None":
        """The window of the help, None before it was first asked for."""
        return self._window

    def set_desk(self, desk: "Desk | None") -> None:
        """Let pages be printed at this desk; without one they cannot."""
        self._desk = desk
        if self._window is None:
            return
        self._window.set_printing(possible=desk is not None)
        if desk is None:
            for dialog in self._window.findChildren(QDialog):
                dialog.hide()
                delete(dialog)

    def show_help(self) -> None:
        """Show the page of what has the keyboard, over all other windows."""
        from linli.gui.help.topics import page_for

        self.show_page(page_for(QApplication.focusWidget() or QApplication.activeWindow()))

    def show_page(self, name: str) -> None:
        """Show a page of the help."""
        window = self._open()
        window.show_page(name)
        self._free(window)
        window.show()
        window.raise_()
        window.activateWindow()
        window.browser.setFocus()
        self.shown.emit(name)

    def close(self) -> None:
        """Throw the window away."""
        if self._window is not None and isValid(self._window):
            self._window.hide()
            delete(self._window)
        self._window = None

    def _open(self) -> "HelpWindow":
        if self._window is None:
            from linli.gui.help.book import help_book
            from linli.gui.help.window import HelpWindow

            self._window = HelpWindow(help_book(), self._theme)
            self._window.set_printing(possible=self._desk is not None)
            self._window.print_asked.connect(self._on_print)
        return self._window

    @staticmethod
    def _free(window: "HelpWindow") -> None:
        """Let the window be used while a dialog waits: it belongs to the dialog as long."""
        modal = QApplication.activeModalWidget()
        window.create()
        own: Any = window.windowHandle()
        above = None if modal is None else modal.windowHandle()
        if above is not own:
            own.setTransientParent(above)
        if not window.isVisible():
            room = window.screen().availableGeometry()
            corner = room.topRight() - QPoint(window.width() + _FROM_EDGE_PX, -2 * _FROM_EDGE_PX)
            window.move(max(room.left(), corner.x()), corner.y())

    def _on_print(self, content: bytes, title: str) -> None:
        if self._desk is not None:
            from linli.gui.print_dialog import open_print_dialog

            open_print_dialog(self._desk, content, title, self._open())

    def _on_focus(self, _before: QWidget | None, now: QWidget | None) -> None:
        if now is None:
            return
        window = now.window()
        if window is self._window or window.property(_HAS_KEY):
            return
        if any(HELP_KEYS in action.shortcuts() for action in window.actions()):
            return
        window.setProperty(_HAS_KEY, True)  # noqa: FBT003 - Qt's own signature
        QShortcut(HELP_KEYS, window, self.show_help)
