"""How a week of bookings is drawn: a card for each, days off and closed days tinted."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QHeaderView, QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

from linli.domain.venue_lists import hours_on
from linli.domain.venues import Booking
from linli.gui.rosters.painting import day_ground
from linli.gui.theme import COLORS, Theme

if TYPE_CHECKING:
    from linli.gui.venues.week_grid import WeekGrid

Index = QModelIndex | QPersistentModelIndex
CARD, GAP = 68, 4  # units: a booking, and what is between two
_PAD, _BAR, _LINE = 5, 4, 2  # units
_HOURS, _TEXT = 12, 13  # units of type
_MOST_NAME, _LEAST_NAME = 170, 96  # units of the venues' names
_LINES = 3
_BESIDE = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class CellPainter(QStyledItemDelegate):
    """Draws what is booked of a venue on a day."""

    def __init__(self, theme: Theme, grid: "WeekGrid") -> None:
        super().__init__(grid)
        self._theme = theme
        self._grid = grid

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        sheet = self._grid.sheet
        if sheet is None:
            return
        row, column = index.row(), index.column()
        box: QRect = option.rect  # type: ignore[attr-defined]  # PySide6 does not type it
        closed = sheet.is_closed(row, column)
        painter.save()
        painter.fillRect(box, QColor(COLORS.canvas) if closed else day_ground(sheet.kinds[column]))
        painter.setPen(QColor(COLORS.line))
        painter.drawLine(box.bottomLeft(), box.bottomRight())
        painter.drawLine(box.topRight(), box.bottomRight())
        is_current = index == self._grid.currentIndex()
        chosen = self._grid.booking if is_current else None
        gap, high = self._theme.px(GAP), self._theme.px(CARD)
        card = QRect(box.left() + gap, box.top() + gap, box.width() - 2 * gap, high)
        for booking in sheet.cell(row, column):
            self._card(painter, card, booking, index)
            if booking is chosen or (chosen is not None and booking.id == chosen.id):
                self._outline(painter, card)
            card.translate(0, high + gap)
        if is_current and chosen is None:
            self._outline(painter, box)
        painter.restore()

    def _card(self, painter: QPainter, card: QRect, booking: Booking, index: Index) -> None:
        sheet = self._grid.sheet
        if sheet is None:
            return
        px, facts = self._theme.px, booking.facts
        is_event = facts.event_id is not None
        painter.fillRect(card, QColor(COLORS.good_soft if is_event else COLORS.accent_soft))
        bar = QRect(card.left(), card.top(), px(_BAR), card.height())
        painter.fillRect(bar, QColor(COLORS.good if is_event else COLORS.accent))
        room = card.adjusted(px(_BAR + _PAD), px(2), -px(_PAD), -px(2))
        line = QRect(room.left(), room.top(), room.width(), room.height() // _LINES)
        hours = hours_on(booking, sheet.days[index.column()])
        for text, size, ink, bold in (
            (hours, _HOURS, COLORS.text, True),
            (facts.purpose.replace("\n", "；"), _TEXT, COLORS.text, False),
            (facts.borrower, _TEXT, COLORS.muted, False),
        ):
            painter.setFont(self._theme.font(size, bold=bold))
            painter.setPen(QColor(ink))
            metrics = painter.fontMetrics()
            words = metrics.elidedText(text, Qt.TextElideMode.ElideRight, line.width())
            painter.drawText(line, _BESIDE, words)
            line.translate(0, line.height())

    def _outline(self, painter: QPainter, box: QRect) -> None:
        painter.setPen(QPen(QColor(COLORS.accent), self._theme.px(_LINE)))
        painter.drawRect(box.adjusted(1, 1, -2, -2))


class VenueHeader(QHeaderView):
    """Names days, with today and days off as in the sheet, or venues."""

    def __init__(self, way: Qt.Orientation, theme: Theme, grid: "WeekGrid") -> None:
        super().__init__(way, grid)
        self._theme = theme
        self._grid = grid
        self.setSectionsClickable(False)
        self.setHighlightSections(False)

    @override
    def sectionSizeFromContents(self, section: int) -> QSize:
        size = super().sectionSizeFromContents(section)
        if self.orientation() is Qt.Orientation.Vertical:
            words = str(self.model().headerData(section, self.orientation()) or "")
            wish = self.fontMetrics().horizontalAdvance(words) + self._theme.px(3 * _PAD)
            least, most = self._theme.px(_LEAST_NAME), self._theme.px(_MOST_NAME)
            return QSize(max(least, min(wish, most)), size.height())
        return size

    @override
    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:
        sheet = self._grid.sheet
        if sheet is None:
            return
        is_row = self.orientation() is Qt.Orientation.Vertical
        is_today = not is_row and sheet.days[logicalIndex] == sheet.today
        painter.save()
        ground = QColor(COLORS.surface) if is_row else day_ground(sheet.kinds[logicalIndex])
        painter.fillRect(rect, ground)
        painter.setPen(QColor(COLORS.line))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        painter.drawLine(rect.topRight(), rect.bottomRight())
        painter.setFont(self._theme.font(14, bold=is_row or is_today))
        painter.setPen(QColor(COLORS.accent if is_today else COLORS.text))
        pad = self._theme.px(_PAD)
        room = rect.adjusted(pad, 0, -pad, 0)
        words = str(self.model().headerData(logicalIndex, self.orientation()) or "")
        way = _BESIDE if is_row else Qt.AlignmentFlag.AlignCenter
        painter.drawText(room, way | Qt.TextFlag.TextWordWrap, words)
        painter.restore()
