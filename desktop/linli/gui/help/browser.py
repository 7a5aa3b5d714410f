"""The right half of the help: one page, its pictures, and what was found on it marked."""

from collections.abc import Iterable
from typing import Any

from PySide6.QtCore import Qt, QTimer, QUrl, Signal
from PySide6.QtGui import QColor, QImage, QResizeEvent, QTextCharFormat, QTextCursor, QTextDocument
from PySide6.QtWidgets import QTextBrowser, QTextEdit, QWidget
from typing_extensions import override

from linli.gui.help.book import HelpPage, folder
from linli.gui.help.rendering import dress
from linli.gui.i18n import tr
from linli.gui.theme import COLORS, Theme

_REST_MS = 120
"""So long a window must keep its width before pictures are fitted anew."""


class HelpBrowser(QTextBrowser):
    """Shows a page; following a link is left to whoever owns it.

    Signals:
        page_asked: a link to another page was followed; carries its name.
    """

    page_asked = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("help")
        self.setAccessibleName(tr("帮助内容"))
        self.setOpenLinks(False)
        self.setOpenExternalLinks(False)
        self._theme = theme
        self._page: HelpPage | None = None
        self._words: tuple[str, ...] = ()
        self._fitted = 0
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST_MS)
        self._rest.timeout.connect(self._fit)
        self.anchorClicked.connect(self._on_link)
        theme.changed.connect(self._draw)

    @property
    def page(self) -> HelpPage | None:
        """The page that is shown."""
        return self._page

    def show_page(self, page: HelpPage, words: Iterable[str] = ()) -> None:
        """Show a page from its beginning, or from the first of the words that are marked on it."""
        self._page = page
        self._words = tuple(words)
        self._draw()
        first = next(iter(self.extraSelections()), None)
        bar = self.verticalScrollBar()
        if first is None:
            bar.setValue(0)
            return
        there: Any = first
        place = self.cursorRect(there.cursor)
        bar.setValue(max(0, bar.value() + place.top() - self.viewport().height() // 3))

    @override
    def loadResource(self, kind: int, name: QUrl | str) -> Any:
        """Read a picture that lies beside the pages, and nothing else; it grows with the type."""
        if kind != QTextDocument.ResourceType.ImageResource.value:
            return None
        path = folder() / QUrl(name).path()
        if not path.is_file():
            return None
        image = QImage(str(path))
        wide = min(self._theme.px(image.width()), self._width())
        return image.scaledToWidth(wide, Qt.TransformationMode.SmoothTransformation)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._rest.start()

    def _fit(self) -> None:
        if self._page is not None and self._fitted != self._width():
            self._draw()

    def _width(self) -> int:
        """Return the room for a picture, in px, whether the page scrolls or not."""
        beside = self.verticalScrollBar().sizeHint().width() + 2 * self.frameWidth()
        return max(self.width() - beside - 2 * self._theme.px(24), self._theme.px(160))

    def _draw(self) -> None:
        if self._page is None:
            return
        bar = self.verticalScrollBar()
        place = bar.value()
        self._fitted = self._width()
        self.setMarkdown(self._page.text)
        dress(self.document(), self._theme)
        self.setExtraSelections([mark for word in self._words for mark in self._marks(word)])
        bar.setValue(place)

    def _marks(self, word: str) -> list[QTextEdit.ExtraSelection]:
        look = QTextCharFormat()
        look.setBackground(QColor(COLORS.mark))
        look.setForeground(QColor(COLORS.text))
        look.setUnderlineColor(QColor(COLORS.mark_line))
        look.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
        marks = []
        cursor = self.document().find(word, QTextCursor(self.document()))
        while not cursor.isNull():
            mark: Any = QTextEdit.ExtraSelection()
            mark.cursor, mark.format = cursor, look
            marks.append(mark)
            cursor = self.document().find(word, cursor)
        return marks

    def _on_link(self, url: QUrl) -> None:
        name = url.path().removesuffix(".md")
        if name:
            self.page_asked.emit(name)
