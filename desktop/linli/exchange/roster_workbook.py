"""A roster (值班表) as a workbook: days × shifts, people × days with hours, changes since."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from linli.domain.reception_rules import WEEKDAYS
from linli.domain.roster_papers import PersonLine, RosterBook
from linli.domain.roster_sheet import WallDay
from linli.domain.rosters import DayKind

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

_FILL = {DayKind.OFF: "#EEF3F8", DayKind.HOLIDAY: "#FDECEB"}
_GAP = "#FFE3B8"
_HEAD_ROW = 2
_SUMS = ("班次", "小时", "夜班", "休息日", "节假日")
_CHANGES = ("日期", "班次", "方式", "换下", "顶上", "换来的班", "谁同意的", "原因")
_DATE, _SHIFT, _NAME, _DAY, _SUM, _CHANGE = 20, 26, 24, 8, 9, 20
"""Widths in characters."""
_HOUR = 60
_A4_PAPER = 9


def write_roster(path: Path, book: RosterBook) -> None:
    """Write a month; hours and counts are numbers.

    Raises:
        OSError: if the file cannot be written.
    """
    import xlsxwriter

    with path.open("wb") as file, xlsxwriter.Workbook(file, {"in_memory": True}) as workbook:
        _Book(workbook, book).write()


class _Book:
    """Writes the sheets of one month."""

    def __init__(self, workbook: Any, book: RosterBook) -> None:
        self._workbook = workbook
        self._book = book
        self._days = [day for week in book.sheet.weeks for day in week if day]
        self._formats: dict[tuple[tuple[str, object], ...], Any] = {}

    def write(self) -> None:
        """Write all sheets."""
        self._by_day()
        self._by_person()
        if self._book.changes:
            page = self._page("换班替班", [(head, _CHANGE) for head in _CHANGES])
            for row, cells in enumerate(self._book.changes, _HEAD_ROW + 1):
                for column, text in enumerate(cells):
                    page.write_string(row, column, text)

    def _by_day(self) -> None:
        shifts = self._book.sheet.shifts
        heads = [("日期", _DATE), *((f"{name} {hours}", _SHIFT) for name, hours in shifts)]
        page = self._page("值班表", heads)
        for row, day in enumerate(self._days, _HEAD_ROW + 1):
            page.write_string(row, 0, _day_words(day), self._cell(day.kind))
            lines = {line.shift: line for line in day.lines}
            for column, (name, _) in enumerate(shifts, 1):
                line = lines.get(name)
                texts = (*line.names, *filter(None, (line.gap,))) if line else ()
                fill = _GAP if line and line.missing else _FILL.get(day.kind)
                page.write_string(row, column, "、".join(texts), self._format(fill, wrap=True))

    def _by_person(self) -> None:
        heads = [("姓名", _NAME)]
        heads += [(f"{day.day.day}日\n周{_weekday(day)}", _DAY) for day in self._days]
        page = self._page("人员", [*heads, *((head, _SUM) for head in _SUMS)])
        page.set_row(_HEAD_ROW, 32)
        for row, person in enumerate(self._book.people, _HEAD_ROW + 1):
            page.write_string(row, 0, person.name)
            for column, day in enumerate(self._days, 1):
                text = person.shifts.get(day.day, "")
                page.write_string(row, column, text, self._format(_FILL.get(day.kind), wrap=True))
            for column, number in enumerate(_sums(person), 1 + len(self._days)):
                page.write_number(row, column, number)

    def _page(self, name: str, heads: Sequence[tuple[str, int]]) -> "Worksheet":
        sheet = self._book.sheet
        page: Worksheet = self._workbook.add_worksheet(name)
        bold = self._workbook.add_format({"bold": True, "font_size": 16})
        head_format = self._workbook.add_format(
            {"bold": True, "bg_color": "#F2F2F2", "border": 1, "text_wrap": True}
        )
        page.write_string(0, 0, sheet.title, bold)
        page.write_string(1, 0, "　".join(filter(None, (sheet.state, sheet.note))))
        for column, (head, width) in enumerate(heads):
            page.set_column(column, column, width)
            page.write_string(_HEAD_ROW, column, head, head_format)
        page.freeze_panes(_HEAD_ROW + 1, 1)
        page.set_landscape()
        page.set_paper(_A4_PAPER)
        page.fit_to_pages(1, 0)
        page.repeat_rows(_HEAD_ROW)
        return page

    def _cell(self, kind: DayKind) -> Any:
        return self._format(_FILL.get(kind), wrap=False)

    def _format(self, fill: str | None, *, wrap: bool) -> Any:
        """Return a format, each made once."""
        said: dict[str, object] = {"border": 1, "valign": "top", "text_wrap": wrap}
        if fill:
            said["bg_color"] = fill
        key = tuple(said.items())
        if key not in self._formats:
            self._formats[key] = self._workbook.add_format(said)
        return self._formats[key]


def _sums(person: PersonLine) -> tuple[float, ...]:
    turns = person.turns
    return (person.count, turns.minutes / _HOUR, turns.nights, turns.days_off, turns.holidays)


def _day_words(day: WallDay) -> str:
    return " ".join(filter(None, (f"{day.day.day}日 周{_weekday(day)}", day.words)))


def _weekday(day: WallDay) -> str:
    return WEEKDAYS[day.day.weekday()]
