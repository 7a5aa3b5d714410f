"""The beds of a home as a picture: a tile for each, green where it is free."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)
from typing_extensions import override

from linli.domain.beds import Bed
from linli.gui.enter_key import EnterKey
from linli.gui.i18n import tr
from linli.gui.table import Index
from linli.gui.theme import COLORS, Theme

_BED_ROLE = Qt.ItemDataRole.UserRole
_WIDTH, _HEIGHT = 128, 58  # units


class BedTiles(QListWidget):
    """Tiles in the order of the rooms; the arrow keys go from one to the next."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setMovement(QListView.Movement.Static)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setUniformItemSizes(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setItemDelegate(_TileDelegate(theme, self))
        self.setAccessibleName(tr("床位图"))
        EnterKey(self)
        theme.changed.connect(self._on_theme)
        self._on_theme()

    def set_beds(self, beds: Sequence[Bed]) -> None:
        """Show these beds; one home's name is not repeated on each."""
        several = len({bed.facts.facility for bed in beds}) > 1
        self.clear()
        for bed in beds:
            place = f"{bed.facts.facility} {bed.facts.label}" if several else bed.facts.label
            name = bed.stay.name if bed.stay else tr("空床")
            item = QListWidgetItem(f"{place}\n{name}", self)
            item.setToolTip(f"{bed.facts.facility} {bed.facts.label}　{name}")
            item.setData(_BED_ROLE, bed.stay is not None)

    def rows(self) -> list[int]:
        """Return the places of the selected tiles."""
        return sorted(index.row() for index in self.selectionModel().selectedIndexes())

    def _on_theme(self) -> None:
        self.setSpacing(self._theme.px(3))
        self.scheduleDelayedItemsLayout()


class _TileDelegate(QStyledItemDelegate):
    """Draws a tile: the place small, the name below it."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return self._theme.size(_WIDTH, _HEIGHT)

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        shown: Any = option  # PySide6 does not declare the option's attributes
        px, taken = self._theme.px, bool(index.data(_BED_ROLE))
        selected = bool(shown.state & QStyle.StateFlag.State_Selected)
        ground = COLORS.surface if taken else COLORS.good_soft
        edge = COLORS.input_line if taken else COLORS.good
        box = QRectF(shown.rect).adjusted(1.5, 1.5, -1.5, -1.5)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(QColor(COLORS.accent_soft if selected else ground))
        painter.setPen(QPen(QColor(COLORS.accent if selected else edge), px(2) if selected else 1))
        painter.drawRoundedRect(box, px(5), px(5))
        place, _, name = str(index.data(Qt.ItemDataRole.DisplayRole)).partition("\n")
        inner = box.adjusted(px(8), px(5), -px(8), -px(5))
        half = inner.height() / 2
        for text, top, size, ink, bold in (
            (place, inner.top(), 13, COLORS.muted, False),
            (name, inner.top() + half, 15, COLORS.text if taken else COLORS.good, taken),
        ):
            painter.setFont(self._theme.font(size, bold=bold))
            painter.setPen(QColor(ink))
            width = int(inner.width())
            words = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, width)
            line = QRectF(inner.left(), top, inner.width(), half)
            painter.drawText(line, Qt.AlignmentFlag.AlignVCenter, words)
        painter.restore()
