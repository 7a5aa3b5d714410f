"""The window of the help (帮助): contents and search at the left, a page at the right."""

from collections.abc import Callable
from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QSplitter,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from linli.gui.fitting import fit_to_screen
from linli.gui.help.book import INDEX, HelpBook
from linli.gui.help.browser import HelpBrowser
from linli.gui.help.lists import Contents, Results
from linli.gui.help.paper import page_as_pdf
from linli.gui.help.search import Found, find
from linli.gui.i18n import tr
from linli.gui.icons import icon
from linli.gui.theme import Theme


class HelpWindow(QWidget):
    """Shows the book beside the other windows; it keeps none of them waiting.

    Signals:
        print_asked: carries the page as a PDF, and its title.
        closed: the window was put away.
    """

    print_asked = Signal(object, str)
    closed = Signal()

    def __init__(self, book: HelpBook, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("helpWindow")
        self.setProperty("public", True)  # noqa: FBT003 - Qt's own signature; see `locking.curtain`
        self.setWindowTitle(tr("帮助 - 邻里台"))
        self._book = book
        self._theme = theme
        self._found: list[Found] = []
        self._gone: list[str] = []
        self._ahead: list[str] = []
        self.contents = Contents(book, self)
        self.results = Results(theme, self)
        self.browser = HelpBrowser(theme, self)
        self.search = QLineEdit(self)
        self.search.setObjectName("search")
        self.search.setPlaceholderText(tr("在帮助里找：词语或拼音首字母"))
        self.search.setAccessibleName(tr("在帮助里查找"))
        self.search.setClearButtonEnabled(True)
        self.search.setMaxLength(40)
        self.count = QLabel(self)
        self.count.setObjectName("hint")
        self.count.hide()
        self.back_button = self._button("arrow-left", tr("后退"), "Alt+Left", self.go_back)
        self.forward_button = self._button("arrow-right", tr("前进"), "Alt+Right", self.go_forward)
        self.home_button = self._button("home", tr("帮助首页"), "Alt+Home", self.show_index)
        self.print_button = self._button("printer", tr("打印这一页"), "Ctrl+P", self.print_page)
        self._left = QStackedWidget(self)
        self._bar = QHBoxLayout()
        self._column = QVBoxLayout(self)
        self._arrange()
        self._connect()
        self._on_theme()
        fit_to_screen(self, theme.size(980, 660))

    def show_page(self, name: str, words: tuple[str, ...] = ()) -> None:
        """Show a page, with words on it marked; the one before can be gone back to."""
        shown = self.browser.page
        if shown is not None and shown.name != name:
            self._gone.append(shown.name)
            self._ahead.clear()
        self._show(name, words)

    def show_index(self) -> None:
        """Show the first page."""
        self.show_page(INDEX)

    def go_back(self) -> None:
        """Show the page that was shown before."""
        self._step(self._gone, self._ahead)

    def go_forward(self) -> None:
        """Show the page that was left by going back."""
        self._step(self._ahead, self._gone)

    def set_printing(self, *, possible: bool) -> None:
        """Say whether pages can be printed: while a ledger is open, whose trail records it."""
        self.print_button.setEnabled(possible)

    def print_page(self) -> None:
        """Ask for the page to be printed."""
        page = self.browser.page
        if page is not None and self.print_button.isEnabled():
            self.print_asked.emit(page_as_pdf(page, self._theme), page.title)

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        super().closeEvent(event)
        self.closed.emit()

    def _button(
        self, icon_name: str, words: str, keys: str, slot: Callable[[], None]
    ) -> QToolButton:
        button = QToolButton(self)
        button.setIcon(icon(icon_name))
        button.setAccessibleName(words)
        button.setToolTip(f"{words}（{keys}）")
        button.setProperty("quiet", True)  # noqa: FBT003 - Qt's own signature
        button.clicked.connect(slot)
        QShortcut(QKeySequence(keys), self, slot)
        return button

    def _arrange(self) -> None:
        for button in (self.back_button, self.forward_button, self.home_button):
            self._bar.addWidget(button)
        self._bar.addWidget(self.search, 1)
        self._bar.addWidget(self.print_button)
        side = QWidget(self)
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        self._left.addWidget(self.contents)
        self._left.addWidget(self.results)
        column.addWidget(self.count)
        column.addWidget(self._left, 1)
        self._splitter = QSplitter(Qt.Orientation.Horizontal, self)
        self._splitter.addWidget(side)
        self._splitter.addWidget(self.browser)
        self._splitter.setChildrenCollapsible(False)
        self._splitter.setStretchFactor(1, 1)
        self._column.addLayout(self._bar)
        self._column.addWidget(self._splitter, 1)
        order = (self.search, self.contents, self.results, self.browser)
        for first, second in pairwise(order):
            QWidget.setTabOrder(first, second)

    def _connect(self) -> None:
        self.contents.page_asked.connect(self.show_page)
        self.browser.page_asked.connect(self.show_page)
        self.results.page_asked.connect(self._on_result)
        self.results.left_upwards.connect(self._to_search)
        self.search.textChanged.connect(self._on_search)
        self.search.returnPressed.connect(self._on_return)
        for keys, slot in (
            ("Ctrl+F", self._to_search),
            ("Down", self._on_down),
            ("Esc", self._on_escape),
        ):
            owner = self.search if keys == "Down" else self
            shortcut = QShortcut(QKeySequence(keys), owner, slot)
            if owner is self.search:
                shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
        self._theme.changed.connect(self._on_theme)

    def _show(self, name: str, words: tuple[str, ...] = ()) -> None:
        page = self._book.pages.get(name, self._book.pages[INDEX])
        self.browser.show_page(page, words)
        self.contents.select(page.name)
        self.back_button.setEnabled(bool(self._gone))
        self.forward_button.setEnabled(bool(self._ahead))
        self.browser.setAccessibleDescription(page.title)

    def _step(self, there: list[str], here: list[str]) -> None:
        shown = self.browser.page
        if there and shown is not None:
            here.append(shown.name)
            self._show(there.pop())

    def _to_search(self) -> None:
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def _on_search(self, text: str) -> None:
        self._found = find(self._book, text)
        looking = bool(text.strip())
        self._left.setCurrentWidget(self.results if looking else self.contents)
        self.count.setVisible(looking)
        self.results.set_found(self._found)
        words = tr("{count} 页里有") if self._found else tr("没有找到，换个说法试试")
        self.count.setText(words.format(count=len(self._found)))

    def _on_return(self) -> None:
        if self._left.currentWidget() is self.results and self._found:
            self._on_result(self._found[0].name)

    def _on_down(self) -> None:
        self._left.currentWidget().setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_result(self, name: str) -> None:
        words = next((each.words for each in self._found if each.name == name), ())
        self.show_page(name, words)
        self.browser.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_escape(self) -> None:
        if self.search.text():
            self.search.clear()
            self._to_search()
        else:
            self.close()

    def _on_theme(self) -> None:
        px = self._theme.px
        self._column.setContentsMargins(px(12), px(12), px(12), px(12))
        self._column.setSpacing(px(10))
        self._splitter.setSizes([px(270), max(self.width() - px(290), px(300))])
