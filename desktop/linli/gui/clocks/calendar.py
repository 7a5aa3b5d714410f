"""The calendar of what is due (期限日历): a month, and what falls due on the chosen day."""

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QSplitter, QVBoxLayout, QWidget

from linli.domain.accounts import Right
from linli.domain.changes import Changes, Kind
from linli.domain.clock_lists import CalendarDay, DayKind, next_month
from linli.domain.reception_lists import day_words
from linli.domain.register_texts import spoken_month
from linli.gui.clocks.lines import (
    KINDS,
    clock_heads,
    clock_line,
    light_lamps,
    open_subject,
)
from linli.gui.clocks.month_grid import MonthGrid
from linli.gui.desk import Desk
from linli.gui.fact_list import plain_label
from linli.gui.fitting import fit_to_screen
from linli.gui.holidays import open_holidays
from linli.gui.i18n import tr
from linli.gui.list_dialog import ListDialog
from linli.gui.plain_table import PlainTable
from linli.gui.print_dialog import open_print_dialog

if TYPE_CHECKING:
    from linli.domain.clocks import Clock


def open_calendar(desk: Desk, parent: QWidget) -> None:
    """Show the month of today."""
    CalendarDialog(desk, parent).open()


class CalendarDialog(ListDialog):
    """Shows months with holidays, worked weekends, and what falls due."""

    kinds: ClassVar[frozenset[Kind]] = KINDS

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(tr("期限日历"), desk, parent)
        self._today = desk.services.context.clock().date()
        self._month = date.min
        self.clocks: tuple[Clock, ...] = ()
        self.grid = MonthGrid(desk.theme, self)
        self.grid.day_wanted.connect(self.show_day)
        self.grid.day_opened.connect(self._on_day_opened)
        self._day_head = plain_label("", "subheading", self)
        self.table = PlainTable(_without_day(clock_heads()), desk.theme, self)
        self.table.setAccessibleName(tr("这一天到期的"))
        self.table.itemActivated.connect(lambda _: self._on_open())
        self.table.itemSelectionChanged.connect(self._on_selection)
        self.set_list(self._halves())
        self.grid.setFocus()
        self._add_buttons()
        desk.bus.changed.connect(self._on_changed)
        fit_to_screen(self, desk.theme.size(1180, 680))
        self.show_day(self._today)

    @property
    def month(self) -> date:
        """The first day of the month that is shown."""
        return self._month

    def show_day(self, day: date) -> None:
        """Show the month of a day and choose it."""
        if day.replace(day=1) != self._month or not self.grid.choose(day):
            self._month = day.replace(day=1)
            self._read(day)
        self._show_clocks()

    def _read(self, day: date) -> None:
        weeks = self.desk.services.clocks.month(self._month)
        self.grid.set_weeks(weeks, day, self._today)
        count = sum(len(each.clocks) for week in weeks for each in week if not each.outside)
        words = tr("{month}　到期 {count} 项")
        self.heading.setText(words.format(month=spoken_month(self._month), count=count))
        known = self.desk.services.calendar.calendar().knows(self._month.year)
        unknown = tr("{year} 年的放假安排还不知道，先按周末和法定节日算。")
        self.summary.setText("" if known else unknown.format(year=self._month.year))
        self.summary.setHidden(known)

    def _show_clocks(self) -> None:
        day = self.grid.day
        if day is None:
            return
        self._day_head.setText(_day_title(day))
        self.clocks = day.clocks
        self.table.set_lines(_without_day(clock_line(clock)) for clock in day.clocks)
        light_lamps(self.table, day.clocks)
        if day.clocks:
            self.table.setCurrentCell(0, 0)
        self._on_selection()

    def _halves(self) -> QSplitter:
        right = QWidget(self)
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._day_head)
        column.addWidget(self.table, 1)
        halves = QSplitter(Qt.Orientation.Horizontal, self)
        halves.addWidget(self.grid)
        halves.addWidget(right)
        halves.setStretchFactor(0, 5)
        halves.setStretchFactor(1, 3)
        halves.setChildrenCollapsible(False)
        return halves

    def _add_buttons(self) -> None:
        self.earlier = self._add(tr("上个月(&U)"), "arrow-left", lambda: self._leaf(-1))
        self.later = self._add(tr("下个月(&W)"), "arrow-right", lambda: self._leaf(1))
        self.earlier.setToolTip("PgUp")
        self.later.setToolTip("PgDn")
        self.today_button = self._add(
            tr("今天(&T)"), "calendar-week", lambda: self.show_day(self._today)
        )
        self.open_button = self._add(tr("打开(&D)…"), "edit", self._on_open)
        self.print_button = self._add(tr("打印(&P)…"), "printer", self._on_print, Right.PRINT)
        self._add(tr("节假日(&H)…"), "list-details", lambda: open_holidays(self.desk, self))

    def _add(
        self, text: str, icon_name: str, slot: Callable[[], object], right: Right | None = None
    ) -> QPushButton:
        button = self.add_button(text, icon_name, right)
        button.clicked.connect(slot)
        return button

    def _leaf(self, months: int) -> None:
        day = self.grid.day
        last = next_month(self._month, months + 1) - timedelta(days=1)
        wanted = self._today.day if day is None else day.day.day
        self.show_day(next_month(self._month, months).replace(day=min(wanted, last.day)))

    def _on_selection(self) -> None:
        self.open_button.setEnabled(0 <= self.table.currentRow() < len(self.clocks))

    def _on_day_opened(self) -> None:
        """Go to the list of the day; a single line is opened at once."""
        if len(self.clocks) == 1:
            self._on_open()
        elif self.clocks:
            self.table.setFocus()

    def _on_open(self) -> None:
        row = self.table.currentRow()
        if 0 <= row < len(self.clocks):
            open_subject(self.desk, self.clocks[row], self)

    def _on_print(self) -> None:
        clocks, month, title = self.desk.services.clocks, self._month, tr("期限日历")
        self.desk.jobs.run(
            lambda _: clocks.month_pdf(month),
            owner=self,
            done=lambda content: open_print_dialog(self.desk, content, title, self),
            title=tr("正在排版…"),
        )

    def _on_changed(self, changes: Changes) -> None:
        day = self.grid.day
        if changes.touches(*self.kinds) and day is not None:
            self._read(day.day)
            self._show_clocks()


def _day_title(day: CalendarDay) -> str:
    words = day_words(day.day)
    if day.kind is DayKind.HOLIDAY:
        return tr("{day}　{holiday}放假").format(day=words, holiday=day.holiday)
    if day.kind is DayKind.WORKED_WEEKEND:
        return tr("{day}　调休上班").format(day=words)
    return words


def _without_day(texts: Sequence[str]) -> list[str]:
    """Return heads or a line of a table without the day, which stands above it."""
    return [text for place, text in enumerate(texts) if place != 1]
