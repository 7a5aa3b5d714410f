"""A walk through all dialogs that the window opens: every menu, every button, form by form."""

from collections.abc import Callable, Iterator
from pathlib import Path

from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QPushButton,
    QTabBar,
    QTabWidget,
    QToolButton,
)
from shiboken6 import isValid

from linli.gui.actions import plain
from linli.gui.ask import Ask, SaveChoice

_BUSY_MS = 30_000
_NOT_PRESSED = ("退出", "锁定", "练一遍", "帮助", "重新打开")


class QuietAsk(Ask):
    """Answers every question with "leave it", and notes what was said."""

    def __init__(self):
        super().__init__()
        self.said = []

    def tell(self, parent, text, detail=""):
        self.said.append(text)

    warn = tell

    def confirm(self, parent, text, *, accept, detail=""):
        return False

    def choose(self, parent, text, options, *, detail=""):
        return None

    def save_changes(self, parent):
        return SaveChoice.DISCARD

    def text(self, parent, title, label, value=""):
        return None

    def open_files(self, parent, title, kinds):
        return []

    def open_file(self, parent, title, kinds):
        return None

    def save_file(self, parent, title, suggested, kinds) -> Path | None:
        return None


class Walk:
    """Goes through a window and whatever it opens, and hands each page to a visitor once.

    Attributes:
        seen: the kinds of dialogs that were visited, by the way that led to them.
    """

    def __init__(self, window, qtbot, visit: Callable[[str, object], None]) -> None:
        self._window = window
        self._qtbot = qtbot
        self._visit = visit
        self.seen: dict[str, str] = {}

    def everything(self) -> None:
        """Visit the tabs of the window, their dialogs, and those of all menus."""
        window = self._window
        for number, tab in enumerate(window.tabs):
            window.show_tab(number)
            self.rest()
            for view in tab.findChildren(QAbstractItemView):
                _select(view)
            self.rest()
            self._visit(window.tab_bar.tabText(number), window)
            self._press(tab, window.tab_bar.tabText(number))
        for commands in _menus(window):
            for action in commands.menu:
                if action is not None and action.menu() is None:
                    self._trigger(action, "")

    def dialog(self, open_dialog: Callable[[], object], way: str) -> None:
        """Visit what is opened, and all that it opens."""
        before = set(_dialogs())
        open_dialog()
        self.rest()
        for dialog in _dialogs():
            if dialog not in before and isValid(dialog):
                self._enter(dialog, way)

    def rest(self) -> None:
        """Wait until nothing is at work."""
        QApplication.processEvents()
        self._qtbot.waitUntil(lambda: not self._window.desk.jobs.busy, timeout=_BUSY_MS)
        QApplication.processEvents()

    def _enter(self, dialog, way: str) -> None:
        kind = type(dialog).__name__
        way = f"{way} › {kind}"
        if kind not in self.seen:
            self.seen[kind] = way
            for view in dialog.findChildren(QAbstractItemView):
                _select(view)
            self.rest()
            self._visit(way, dialog)
            for page in self._pages(dialog):
                self._visit(f"{way} › {page}", dialog)
            self._press(dialog, way)
        if isValid(dialog):
            if hasattr(dialog, "form"):
                dialog.form.modified = False
            dialog.reject()
        self.rest()

    def _pages(self, dialog) -> Iterator[str]:
        """Show the other pages of a dialog, one after the other."""
        for tabs in [*dialog.findChildren(QTabWidget), *dialog.findChildren(QTabBar)]:
            for place in range(1, tabs.count()):
                if tabs.isVisible() and tabs.isTabEnabled(place):
                    tabs.setCurrentIndex(place)
                    self.rest()
                    yield plain(tabs.tabText(place))

    def _press(self, where, way: str) -> None:
        for button in where.findChildren(QAbstractButton):
            if not isValid(where):
                return
            if isValid(button) and _opens(button, where):
                menu = button.menu() if isinstance(button, (QPushButton, QToolButton)) else None
                if menu is None:
                    self.dialog(button.click, f"{way} › {plain(button.text())}")
                    continue
                menu.aboutToShow.emit()
                for action in menu.actions():
                    self._trigger(action, way)

    def _trigger(self, action: QAction, way: str) -> None:
        words = plain(action.text())
        if isValid(action) and action.isEnabled() and words and not _barred(words):
            self.dialog(action.trigger, f"{way} › {words}".removeprefix(" › "))


def _menus(window) -> tuple:
    return (
        *(window.commands, window.register_commands, window.grid_commands),
        *(window.mediation_commands, window.duty_commands, window.card_commands),
        window.safety_commands,
    )


def _dialogs() -> list:
    return [
        widget
        for widget in QApplication.topLevelWidgets()
        if isinstance(widget, QDialog) and widget.isVisible()
    ]


def _select(view) -> None:
    """Select the first line, so that what can be done with it is enabled."""
    model = view.model()
    if isinstance(view, QHeaderView):
        return
    if view.isVisible() and model is not None and model.rowCount():
        view.setCurrentIndex(model.index(0, 0))


def _opens(button, where) -> bool:
    """Whether a button may open something; saving and shutting are left alone."""
    box = button.parent()
    if isinstance(box, QDialogButtonBox):
        shuts = (QDialogButtonBox.ButtonRole.AcceptRole, QDialogButtonBox.ButtonRole.RejectRole)
        if box.buttonRole(button) in shuts:
            return False
    of_menu = button.property("quiet") and isinstance(button, QToolButton)
    is_shown = button.isVisible() and button.isEnabled() and button.window() is where.window()
    return is_shown and not button.isCheckable() and not of_menu and not _barred(button.text())


def _barred(words: str) -> bool:
    return any(each in words for each in _NOT_PRESSED)
