"""The left half of the help: its contents, or what was found."""

from collections.abc import Sequence
from html import escape

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QTextDocument
from PySide6.QtWidgets import (
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeWidget,
    QTreeWidgetItem,
    QWidget,
)
from typing_extensions import override

from linli.gui.help.book import HelpBook
from linli.gui.help.search import Found
from linli.gui.i18n import tr
from linli.gui.theme import COLORS, Theme

_NAME = Qt.ItemDataRole.UserRole
_FOUND = Qt.ItemDataRole.UserRole + 1
_SMALL_UNITS = 14


class Contents(QTreeWidget):
    """The groups with their pages; whatever page is shown is selected.

    Signals:
        page_asked: a page was chosen; carries its name.
    """

    page_asked = Signal(str)

    def __init__(self, book: HelpBook, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr("帮助目录"))
        self.setHeaderHidden(True)
        self.setIndentation(14)
        self.setWordWrap(True)
        self._items: dict[str, QTreeWidgetItem] = {}
        for group in book.groups:
            head = QTreeWidgetItem(self, [group.title])
            head.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
            for name in group.names:
                item = QTreeWidgetItem(head, [book.pages[name].title])
                item.setData(0, _NAME, name)
                self._items[name] = item
            head.setExpanded(True)
        self.itemClicked.connect(self._ask)
        self.itemActivated.connect(self._ask)

    def select(self, name: str) -> None:
        """Select the page; none where it is not in the contents."""
        item = self._items.get(name)
        if item is None:
            self.clearSelection()
            return
        self.setCurrentItem(item)
        self.scrollToItem(item)

    def _ask(self, item: QTreeWidgetItem) -> None:
        name = item.data(0, _NAME)
        if name:
            self.page_asked.emit(name)


class Results(QListWidget):
    """Pages in which something stands, each with a line of it.

    Signals:
        page_asked: a page was chosen; carries its name.
        left_upwards: the keyboard goes back to the search box.
    """

    page_asked = Signal(str)
    left_upwards = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr("找到的帮助"))
        self.setItemDelegate(_ResultDelegate(theme, self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.itemClicked.connect(self._ask)
        self.itemActivated.connect(self._ask)
        theme.changed.connect(self.doItemsLayout)

    def set_found(self, found: Sequence[Found]) -> None:
        """List what was found; the first line is current."""
        self.clear()
        for each in found:
            item = QListWidgetItem(f"{each.title}\n{each.excerpt}", self)
            item.setData(_NAME, each.name)
            item.setData(_FOUND, each)
        self.setCurrentRow(0)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Up and self.currentRow() <= 0:
            self.left_upwards.emit()
        else:
            super().keyPressEvent(event)

    def _ask(self, item: QListWidgetItem) -> None:
        self.page_asked.emit(item.data(_NAME))


def _html(found: Found) -> str:
    """Return the two lines of a result; what was found is marked by ground and line."""
    parts, last = [], 0
    for start, end in found.marks:
        parts.append(escape(found.excerpt[last:start]))
        parts.append(
            f'<span style="background-color:{COLORS.mark};text-decoration:underline">'
            f"{escape(found.excerpt[start:end])}</span>"
        )
        last = end
    parts.append(escape(found.excerpt[last:]))
    return (
        f'<div style="color:{COLORS.accent}"><b>{escape(found.title)}</b></div>'
        f'<div style="color:{COLORS.text}">{"".join(parts)}</div>'
    )


class _ResultDelegate(QStyledItemDelegate):
    """Draws a title and an excerpt of several lines."""

    def __init__(self, theme: Theme, parent: QListWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._list = parent

    @override
    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        size = self._document(index).size().toSize()
        return QSize(0, size.height())

    @override
    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        place: QRectF = QRectF(option.rect)  # type: ignore[attr-defined]
        bare = QStyleOptionViewItem(option)
        self._list.style().drawPrimitive(
            QStyle.PrimitiveElement.PE_PanelItemViewItem, bare, painter, self._list
        )
        painter.save()
        painter.setClipRect(place)
        painter.translate(QPointF(place.topLeft()))
        self._document(index).drawContents(painter)
        painter.restore()

    def _document(self, index: QModelIndex | QPersistentModelIndex) -> QTextDocument:
        document = QTextDocument()
        document.setDefaultFont(self._theme.font(_SMALL_UNITS))
        document.setDocumentMargin(self._theme.px(6))
        document.setTextWidth(max(self._list.viewport().width(), 80))
        document.setHtml(_html(index.data(_FOUND)))
        return document
