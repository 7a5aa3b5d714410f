"""The sheet of a month: weeks from Monday, with what falls due and which days are worked."""

from collections.abc import Sequence
from datetime import date, timedelta

from PySide6.QtCore import (
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSignalBlocker,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)
from typing_extensions import override

from linli.domain.clock_lists import CalendarDay, DayKind, next_month
from linli.domain.clocks import LIGHT, Light
from linli.domain.reception_lists import day_words
from linli.domain.reception_rules import WEEKDAYS
from linli.gui.i18n import tr
from linli.gui.lamps import draw_lamp
from linli.gui.theme import COLORS, Theme

Index = QModelIndex | QPersistentModelIndex
_DAY_ROLE = Qt.ItemDataRole.UserRole
_WEEK = 7
_PAD = 5
_LEAST = 34
_LAMPS = 3
"""So many lamps stand side by side where there is no room for words."""
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_STEPS = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Up: -_WEEK,
    Qt.Key.Key_Down: _WEEK,
}
_MONTHS = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}


class MonthGrid(QTableWidget):
    """Shows a month; arrows go on into the next, page up and down leaf by months.

    Signals:
        day_wanted: go to this day (a date), of the month shown or of another.
        day_opened: Enter or a double click on the day that is shown.
    """

    day_wanted = Signal(object)
    day_opened = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(0, _WEEK, parent)
        self._today = date.min
        self.setAccessibleName(tr("期限日历"))
        self.setHorizontalHeaderLabels([tr("周{day}").format(day=sign) for sign in WEEKDAYS])
        self.setItemDelegate(_DayDelegate(theme, self))
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.verticalHeader().hide()
        self.horizontalHeader().setHighlightSections(False)
        for header in (self.horizontalHeader(), self.verticalHeader()):
            header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
            header.setMinimumSectionSize(theme.px(_LEAST))
        self.currentCellChanged.connect(self._on_cell)
        self.itemActivated.connect(lambda _: self.day_opened.emit())

    @property
    def day(self) -> CalendarDay | None:
        """The day that is chosen."""
        found: CalendarDay | None = self.currentIndex().data(_DAY_ROLE)
        return found

    @property
    def today(self) -> date:
        """The day that is drawn as today."""
        return self._today

    def set_weeks(self, weeks: Sequence[Sequence[CalendarDay]], chosen: date, today: date) -> None:
        """Show a month and choose one of its days."""
        self._today = today
        with QSignalBlocker(self):
            self.setRowCount(len(weeks))
            for row, week in enumerate(weeks):
                for column, day in enumerate(week):
                    item = QTableWidgetItem()
                    item.setData(_DAY_ROLE, day)
                    item.setData(Qt.ItemDataRole.AccessibleTextRole, told(day))
                    self.setItem(row, column, item)
        self.choose(chosen)

    def choose(self, day: date) -> bool:
        """Choose a day of the sheet; False if it is not on it."""
        for row in range(self.rowCount()):
            for column in range(_WEEK):
                item = self.item(row, column)
                if item is not None and item.data(_DAY_ROLE).day == day:
                    with QSignalBlocker(self):
                        self.setCurrentCell(row, column)
                    return True
        return False

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        day, key = self.day, Qt.Key(event.key())
        if day is not None and key in _STEPS:
            self.day_wanted.emit(day.day + timedelta(days=_STEPS[key]))
        elif day is not None and key in _MONTHS:
            self.day_wanted.emit(_same_day(day.day, _MONTHS[key]))
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.day_opened.emit()
        else:
            super().keyPressEvent(event)

    def _on_cell(self) -> None:
        day = self.day
        if day is not None:
            self.day_wanted.emit(day.day)


class _DayDelegate(QStyledItemDelegate):
    """Draws a day: its number, 休 or 班, and as many lines of what is due as fit."""

    def __init__(self, theme: Theme, grid: MonthGrid) -> None:
        super().__init__(grid)
        self._theme = theme
        self._grid = grid

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        day: CalendarDay = index.data(_DAY_ROLE)
        box: QRect = option.rect  # type: ignore[attr-defined]  # PySide6 does not type it
        state = option.state  # type: ignore[attr-defined]  # as above
        painter.save()
        painter.fillRect(box, _ground(day))
        if state & QStyle.StateFlag.State_Selected:
            painter.setPen(QPen(QColor(COLORS.accent), self._theme.px(2)))
            painter.drawRect(box.adjusted(1, 1, -2, -2))
        px = self._theme.px
        inner = box.adjusted(px(_PAD), px(3), -px(_PAD), -px(3))
        painter.setFont(self._theme.font(15, bold=day.day == self._grid.today))
        head = QRect(inner.left(), inner.top(), inner.width(), painter.fontMetrics().height())
        painter.setPen(_ink(day))
        number = str(day.day.day)
        if day.day == self._grid.today:
            number = tr("{day} 今天").format(day=number)
        painter.drawText(head, _LEFT, number)
        room = inner.width() - painter.fontMetrics().horizontalAdvance(number) - px(4)
        painter.setFont(self._theme.font(12))
        note = painter.fontMetrics().elidedText(day.note, Qt.TextElideMode.ElideRight, max(room, 0))
        painter.drawText(head, _RIGHT, note)
        if not day.outside:
            self._draw_clocks(painter, inner.adjusted(0, head.height() + px(2), 0, 0), day)
        painter.restore()

    def _draw_clocks(self, painter: QPainter, area: QRect, day: CalendarDay) -> None:
        """Draw a line for each clock, or where they do not fit some lines and how many."""
        line = painter.fontMetrics().height()
        fitting = area.height() // line
        count = len(day.clocks)
        if count > fitting and fitting < 2:
            self._draw_lamps(painter, QRect(area.left(), area.top(), area.width(), line), day)
            return
        shown = day.clocks if count <= fitting else day.clocks[: fitting - 1]
        for place, clock in enumerate(shown):
            box = QRect(area.left(), area.top() + place * line, area.width(), line)
            left = self._draw_lamp(painter, box, clock.light)
            room = box.adjusted(left - box.left(), 0, 0, 0)
            words = painter.fontMetrics().elidedText(
                clock.what, Qt.TextElideMode.ElideRight, room.width()
            )
            painter.setPen(QColor(COLORS.text))
            painter.drawText(room, _LEFT, words)
        if len(shown) < count:
            rest = QRect(area.left(), area.top() + len(shown) * line, area.width(), line)
            painter.setPen(QColor(COLORS.muted))
            painter.drawText(rest, _LEFT, tr("共 {count} 项").format(count=count))

    def _draw_lamps(self, painter: QPainter, box: QRect, day: CalendarDay) -> None:
        """Draw lamps side by side, and how many more there are."""
        left = box.left()
        for clock in day.clocks[:_LAMPS]:
            left = self._draw_lamp(painter, box.adjusted(left - box.left(), 0, 0, 0), clock.light)
        more = len(day.clocks) - _LAMPS
        if more > 0:
            painter.setPen(QColor(COLORS.muted))
            painter.drawText(box.adjusted(left - box.left(), 0, 0, 0), _LEFT, f"+{more}")

    def _draw_lamp(self, painter: QPainter, box: QRect, light: Light) -> int:
        """Draw a lamp at the beginning of a line; return where the words begin."""
        size = self._theme.px(9)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        draw_lamp(
            painter, QRectF(box.left(), box.top() + (box.height() - size) / 2, size, size), light
        )
        painter.restore()
        return box.left() + size + self._theme.px(4)


def told(day: CalendarDay) -> str:
    """Return a day as a screen reader tells it."""
    parts = [day_words(day.day), day.note]
    parts += [f"{tr(LIGHT[clock.light])} {clock.what}" for clock in day.clocks]
    return "，".join(filter(None, parts))


def _ground(day: CalendarDay) -> QColor:
    if day.outside:
        return QColor(COLORS.canvas)
    if day.kind in (DayKind.HOLIDAY, DayKind.WEEKEND):
        return QColor(COLORS.hover)
    return QColor(COLORS.warn_soft if day.kind is DayKind.WORKED_WEEKEND else COLORS.surface)


def _ink(day: CalendarDay) -> QColor:
    if day.outside:
        return QColor(COLORS.disabled)
    return QColor(COLORS.bad if day.kind is DayKind.HOLIDAY else COLORS.text)


def _same_day(day: date, months: int) -> date:
    """Return the same day of another month, else its last."""
    first = next_month(day, months)
    last = next_month(day, months + 1) - timedelta(days=1)
    return first.replace(day=min(day.day, last.day))
