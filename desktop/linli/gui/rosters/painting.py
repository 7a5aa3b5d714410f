"""How the sheet of a roster is drawn: days off tinted, gaps amber, broken rules outlined in red."""

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QHeaderView, QStyle, QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

from linli.domain.rosters import DayKind
from linli.gui.i18n import mark, tr
from linli.gui.icons import icon
from linli.gui.rosters.sheet import Sheet, Spot, View
from linli.gui.theme import COLORS, Theme

if TYPE_CHECKING:
    from linli.gui.rosters.grid import RosterGrid

Index = QModelIndex | QPersistentModelIndex
_CENTRE = Qt.AlignmentFlag.AlignCenter
_BESIDE = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_LOCK, _PAD, _LINE = 12, 6, 2  # units
_WISH = {True: mark("愿"), False: mark("避")}


class SpotPainter(QStyledItemDelegate):
    """Draws a place of the sheet."""

    def __init__(self, theme: Theme, grid: "RosterGrid") -> None:
        super().__init__(grid)
        self._theme = theme
        self._grid = grid
        self._lock = icon("lock", "muted")

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        sheet = self._grid.sheet
        if sheet is None:
            return
        spot = sheet.spot(index.row(), index.column())
        box: QRect = option.rect  # type: ignore[attr-defined]  # PySide6 does not type it
        state = option.state  # type: ignore[attr-defined]  # as above
        painter.save()
        painter.fillRect(box, self._ground(sheet, spot, selected=bool(state & _SELECTED)))
        painter.setPen(QColor(COLORS.line))
        painter.drawLine(box.bottomLeft(), box.bottomRight())
        painter.drawLine(box.topRight(), box.bottomRight())
        self._draw_words(painter, box, sheet, spot)
        if spot.locked:
            size = self._theme.px(_LOCK)
            painter.drawPixmap(box.right() - size - 2, box.top() + 2, self._lock.pixmap(size, size))
        if sheet.wrong_at(spot):
            self._outline(painter, box, COLORS.bad)
        if index == self._grid.target:
            self._outline(painter, box, COLORS.good)
        elif index == self._grid.currentIndex():
            inner = box.adjusted(_LINE, _LINE, -_LINE, -_LINE) if sheet.wrong_at(spot) else box
            self._outline(painter, inner, COLORS.accent)
        painter.restore()

    def _draw_words(self, painter: QPainter, box: QRect, sheet: Sheet, spot: Spot) -> None:
        px = self._theme.px
        is_gap = bool(spot.missing)
        painter.setFont(self._theme.font(14, bold=is_gap))
        painter.setPen(QColor(COLORS.warn if is_gap else COLORS.text))
        room = box.adjusted(px(_PAD), 0, -px(_PAD), 0)
        words = painter.fontMetrics().elidedText(
            sheet.text(spot), Qt.TextElideMode.ElideRight, room.width()
        )
        painter.drawText(room, _CENTRE, words)
        wish = sheet.wish_at(spot) if sheet.view is View.PEOPLE else None
        if wish is not None:
            painter.setFont(self._theme.font(10))
            painter.setPen(QColor(COLORS.good if wish else COLORS.bad))
            corner = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
            painter.drawText(box.adjusted(px(2), px(1), 0, 0), corner, tr(_WISH[wish]))

    def _ground(self, sheet: Sheet, spot: Spot, *, selected: bool) -> QColor:
        if selected:
            return QColor(COLORS.accent_soft)
        if spot.missing:
            return QColor(COLORS.warn_soft)
        if not spot.needed and sheet.view is View.DAYS:
            return QColor(COLORS.canvas)
        return day_ground(sheet.kinds[spot.day])

    def _outline(self, painter: QPainter, box: QRect, color: str) -> None:
        painter.setPen(QPen(QColor(color), self._theme.px(_LINE)))
        painter.drawRect(box.adjusted(1, 1, -2, -2))


_SELECTED = QStyle.StateFlag.State_Selected


class DayHeader(QHeaderView):
    """Names days, shifts or people; days off look as they do in the sheet."""

    def __init__(self, way: Qt.Orientation, theme: Theme, grid: "RosterGrid") -> None:
        super().__init__(way, grid)
        self._theme = theme
        self._grid = grid
        self.setSectionsClickable(True)
        self.setHighlightSections(False)

    @override
    def sectionSizeFromContents(self, section: int) -> QSize:
        """Leave room for the longest name beside the lines."""
        size = super().sectionSizeFromContents(section)
        if self.orientation() is Qt.Orientation.Vertical:
            words = str(self.model().headerData(section, self.orientation()) or "")
            width = self.fontMetrics().horizontalAdvance(words) + self._theme.px(4 * _PAD)
            return QSize(width, size.height())
        return size

    @override
    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:
        sheet = self._grid.sheet
        if sheet is None:
            return
        is_row = self.orientation() is Qt.Orientation.Vertical
        day = sheet.day_of(logicalIndex, is_row=is_row)
        kind = sheet.kinds[day] if day is not None else None
        painter.save()
        painter.fillRect(rect, QColor(COLORS.surface) if kind is None else day_ground(kind))
        painter.setPen(QColor(COLORS.line))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        painter.drawLine(rect.topRight(), rect.bottomRight())
        is_today = day is not None and day == sheet.today
        painter.setFont(self._theme.font(14 if is_row else 13, bold=is_today))
        painter.setPen(QColor(COLORS.accent if is_today else _ink(kind)))
        pad = self._theme.px(_PAD)
        room = rect.adjusted(pad if is_row else 1, 0, -pad if is_row else -1, 0)
        words: Any = sheet.head(logicalIndex, is_row=is_row)
        if is_row:
            painter.drawText(room, _BESIDE, words)
        else:
            painter.drawText(room, _CENTRE | Qt.TextFlag.TextWordWrap, words)
        painter.restore()


def day_ground(kind: DayKind) -> QColor:
    """Return the ground of a day."""
    grounds = {DayKind.OFF: COLORS.hover, DayKind.HOLIDAY: COLORS.bad_soft}
    return QColor(grounds.get(kind, COLORS.surface))


def _ink(kind: DayKind | None) -> str:
    return COLORS.bad if kind is DayKind.HOLIDAY else COLORS.text
