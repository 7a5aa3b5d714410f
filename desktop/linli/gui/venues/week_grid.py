"""The bookings of a week as a table: venues × days, each booking drawn where it belongs.

The table changes nothing itself: it tells what the clerk wants, and is given the week anew.
"""

from dataclasses import dataclass
from datetime import date
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget
from typing_extensions import override

from linli.domain.register_texts import spoken_day
from linli.domain.rosters import DayKind
from linli.domain.venue_lists import hours_on, of_day, weekday_text
from linli.domain.venues import Booking, Venue
from linli.gui.i18n import tr
from linli.gui.theme import Theme
from linli.gui.venues.painting import CARD, GAP, CellPainter, VenueHeader

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_COLUMN, _HEAD, _ROW = 104, 34, 48  # units
_LEAF = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}
_STEP = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_WANTED = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2)


@dataclass(frozen=True, kw_only=True)
class WeekSheet:
    """What is shown: venues in their order, seven days, what each day is, what is booked."""

    venues: tuple[Venue, ...]
    days: tuple[date, ...]
    kinds: tuple[DayKind, ...]
    bookings: tuple[Booking, ...]
    today: date

    def cell(self, row: int, column: int) -> list[Booking]:
        """Return what is booked of a venue on a day, in the order of time."""
        return of_day(self.bookings, self.venues[row].id, self.days[column])

    def is_closed(self, row: int, column: int) -> bool:
        """Whether a venue cannot be had at all on a day."""
        facts, day = self.venues[row].facts, self.days[column]
        if facts.until is not None and facts.until < day:
            return True
        times = facts.open_times
        return bool(times) and all(each.weekday != day.weekday() for each in times)


class WeekModel(QAbstractTableModel):
    """A `WeekSheet` for the table."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.sheet: WeekSheet | None = None

    def set_sheet(self, sheet: WeekSheet | None) -> None:
        """Show a week."""
        self.beginResetModel()
        self.sheet = sheet
        self.endResetModel()

    @override
    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if self.sheet is None or parent.isValid() else len(self.sheet.venues)

    @override
    def columnCount(self, parent: Index = _ROOT) -> int:
        return 0 if self.sheet is None or parent.isValid() else len(self.sheet.days)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        sheet = self.sheet
        if sheet is None or not index.isValid():
            return None
        row, column = index.row(), index.column()
        day = sheet.days[column]
        lines = [booking_words(each, day) for each in sheet.cell(row, column)]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return "\n".join(lines)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            nothing = tr("不开放") if sheet.is_closed(row, column) else tr("空闲")
            where = (sheet.venues[row].facts.name, spoken_day(day), weekday_text(day))
            return "，".join((*where, *(lines or [nothing])))
        return None

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if self.sheet is None or role != Qt.ItemDataRole.DisplayRole:
            return None
        if orientation is Qt.Orientation.Horizontal:
            return weekday_text(self.sheet.days[section])
        return self.sheet.venues[section].facts.name


class WeekGrid(QTableView):
    """Shows a week.

    Signals:
        opened: Enter, F2 or a double click: what is here is to be opened, or entered.
        new_wanted: N: something is to be booked here.
        call_off_wanted: Delete.
        leaf_wanted: page up or down; carries -1 or 1.
        chosen: another place or booking is current.
    """

    opened = Signal()
    new_wanted = Signal()
    call_off_wanted = Signal()
    leaf_wanted = Signal(int)
    chosen = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._model = WeekModel(self)
        self._item = 0
        self.setModel(self._model)
        self.setAccessibleName(tr("一周的场地预约"))
        self.setItemDelegate(CellPainter(theme, self))
        self.setHorizontalHeader(VenueHeader(Qt.Orientation.Horizontal, theme, self))
        self.setVerticalHeader(VenueHeader(Qt.Orientation.Vertical, theme, self))
        self.setCornerButtonEnabled(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.selectionModel().currentChanged.connect(self._on_moved)
        theme.changed.connect(self._fit)

    @property
    def sheet(self) -> WeekSheet | None:
        """What is shown."""
        return self._model.sheet

    @property
    def place(self) -> tuple[Venue, date] | None:
        """Venue and day of the current place."""
        sheet, index = self.sheet, self.currentIndex()
        if sheet is None or not index.isValid():
            return None
        return sheet.venues[index.row()], sheet.days[index.column()]

    @property
    def booking(self) -> Booking | None:
        """The current booking, None in a place where nothing is booked."""
        found = self._cell()
        return found[min(self._item, len(found) - 1)] if found else None

    def set_sheet(self, sheet: WeekSheet) -> None:
        """Show a week; the cursor stays where it was, at first it goes to today."""
        index, item = self.currentIndex(), self._item
        column = sheet.days.index(sheet.today) if sheet.today in sheet.days else 0
        row = 0
        if index.isValid():
            row, column = index.row(), index.column()
        self._model.set_sheet(sheet)
        self._fit()
        if sheet.venues:
            self.go_to(min(row, len(sheet.venues) - 1), column, item)
        self.chosen.emit()

    def go_to(self, row: int, column: int, item: int = 0) -> None:
        """Make a place and a booking in it the current ones and bring them into sight."""
        index = self._model.index(row, column)
        self.setCurrentIndex(index)
        self._choose(item)
        self.scrollTo(index)

    def go_to_booking(self, booking_id: int) -> None:
        """Make a booking the current one, where it is shown."""
        sheet = self.sheet
        if sheet is None:
            return
        for row in range(len(sheet.venues)):
            for column in range(len(sheet.days)):
                ids = [each.id for each in sheet.cell(row, column)]
                if booking_id in ids:
                    self.go_to(row, column, ids.index(booking_id))
                    return

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if not plain:
            super().keyPressEvent(event)
        elif key in _LEAF:
            self.leaf_wanted.emit(_LEAF[key])
        elif key in _STEP:
            self._step(_STEP[key])
        elif key in _WANTED:
            self.opened.emit()
        elif key == Qt.Key.Key_N:
            self.new_wanted.emit()
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.call_off_wanted.emit()
        else:
            super().keyPressEvent(event)

    @override
    def keyboardSearch(self, search: str) -> None:
        """Letters are commands, they do not move the cursor."""

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        self._choose_at(event.position().toPoint())

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        place = event.position().toPoint()
        if not self.indexAt(place).isValid():
            return
        if self._choose_at(place):
            self.opened.emit()
        else:
            self.new_wanted.emit()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_columns()

    def _on_moved(self) -> None:
        self._choose(0)

    def _step(self, by: int) -> None:
        """Go to the next booking of the place, and from the last to the place below."""
        index, found = self.currentIndex(), self._cell()
        if 0 <= self._item + by < len(found):
            self._choose(self._item + by)
            return
        row = index.row() + by
        if 0 <= row < self._model.rowCount():
            self.go_to(row, index.column())
            if by < 0:
                self._choose(len(self._cell()) - 1)

    def _cell(self) -> list[Booking]:
        sheet, index = self.sheet, self.currentIndex()
        if sheet is None or not index.isValid():
            return []
        return sheet.cell(index.row(), index.column())

    def _choose(self, item: int) -> None:
        self._item = max(0, min(item, len(self._cell()) - 1))
        place, booking = self.place, self.booking
        told = "" if place is None or booking is None else booking_words(booking, place[1])
        self.setAccessibleDescription(told)
        self.viewport().update()
        self.chosen.emit()

    def _choose_at(self, place: QPoint) -> bool:
        """Make the booking under the mouse the current one; whether there is one."""
        index = self.indexAt(place)
        if not index.isValid():
            return False
        top = self.visualRect(index).top() + self._theme.px(GAP)
        item = (place.y() - top) // self._theme.px(CARD + GAP)
        self._choose(item)
        return 0 <= item < len(self._cell())

    def _fit(self) -> None:
        sheet, px = self.sheet, self._theme.px
        self.horizontalHeader().setFixedHeight(px(_HEAD))
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        if sheet is not None:
            for row in range(len(sheet.venues)):
                most = max(len(sheet.cell(row, each)) for each in range(len(sheet.days)))
                self.setRowHeight(row, max(px(_ROW), most * px(CARD + GAP) + px(GAP)))
        self._fit_columns()

    def _fit_columns(self) -> None:
        header, least = self.horizontalHeader(), self._theme.px(_COLUMN)
        header.setMinimumSectionSize(least)
        header.setDefaultSectionSize(least)
        fits = self.viewport().width() >= least * self._model.columnCount()
        way = QHeaderView.ResizeMode.Stretch if fits else QHeaderView.ResizeMode.Fixed
        header.setSectionResizeMode(way)


def booking_words(booking: Booking, day: date) -> str:
    """Return a booking of a day in a line: 9:00—11:00 党员学习（西河社区党总支）."""
    facts = booking.facts
    words = tr("{hours} {purpose}（{who}）")
    purpose = facts.purpose.replace("\n", "；")
    return words.format(hours=hours_on(booking, day), purpose=purpose, who=facts.borrower)
