"""The report of mediation (统计报表) as a workbook: figures as numbers, and a picture of them."""

from collections.abc import Iterable, Sequence
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any

from linli.domain.case_report_lists import report_state, report_title
from linli.domain.case_reports import FIGURE_GROUP, CaseReport, Unit, shown

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

_FORMAT = {Unit.RATE: "0.0", Unit.AMOUNT: "0.00"}
_FIGURES = (("项目", 26), ("部分", 12), ("单位", 8), ("本期", 12), ("上期", 12), ("怎样统计", 60))
_KINDS = (("纠纷类型", 18), ("受理", 10), ("调解成功", 10), ("调解不成", 10))
_MONTHS = (("月份", 14), ("受理", 10), ("调解成功", 10))
"""Heads, and widths in characters."""
_HEAD_ROW = 2
_PLACE = "E3"


def write_case_report(path: Path, report: CaseReport) -> None:
    """Write a report in three sheets: figures, kinds of dispute, months.

    Raises:
        OSError: if the file cannot be written.
    """
    import xlsxwriter

    with path.open("wb") as file, xlsxwriter.Workbook(file, {"in_memory": True}) as book:
        _Book(book, report).write()


class _Book:
    """Writes the sheets of one report."""

    def __init__(self, book: Any, report: CaseReport) -> None:
        self._book = book
        self._report = report
        self._title = book.add_format({"bold": True, "font_size": 16})
        self._head = book.add_format({"bold": True, "bg_color": "#F2F2F2", "bottom": 1})
        self._wrapped = book.add_format({"text_wrap": True, "valign": "top"})
        self._formats = {
            unit: book.add_format({"num_format": said}) for unit, said in _FORMAT.items()
        }

    def write(self) -> None:
        """Write all sheets."""
        page = self._sheet("统计报表", _FIGURES)
        for row, figure in enumerate(self._report.figures, _HEAD_ROW + 1):
            page.write_string(row, 0, figure.title)
            page.write_string(row, 1, FIGURE_GROUP[figure.group])
            page.write_string(row, 2, figure.unit.value)
            for column, value in ((3, figure.value), (4, figure.before)):
                if value is not None:
                    number = Decimal(shown(value, figure.unit))
                    page.write_number(row, column, number, self._formats.get(figure.unit))
            page.write_string(row, 5, figure.definition, self._wrapped)
        if self._report.note:
            page.write_string(_HEAD_ROW + 2 + len(self._report.figures), 0, self._report.note)
        kinds = [
            (line.name, len(line.accepted), len(line.settled), len(line.failed))
            for line in self._report.kinds
        ]
        self._table("纠纷类型", _KINDS, kinds, "bar")
        months = [
            (f"{line.month.year}年{line.month.month}月", line.accepted, line.settled)
            for line in self._report.months
        ]
        self._table("逐月", _MONTHS, months, "column")

    def _table(
        self,
        name: str,
        heads: Sequence[tuple[str, int]],
        rows: Iterable[tuple[str, *tuple[int, ...]]],
        picture: str,
    ) -> None:
        """Write a table of numbers, and its picture to the right of it."""
        page = self._sheet(name, heads)
        last = _HEAD_ROW
        for last, (title, *values) in enumerate(rows, _HEAD_ROW + 1):
            page.write_string(last, 0, title)
            for column, value in enumerate(values, 1):
                page.write_number(last, column, value)
        chart = self._book.add_chart({"type": picture})
        for column in (1, 2):
            chart.add_series(
                {
                    "name": [name, _HEAD_ROW, column],
                    "categories": [name, _HEAD_ROW + 1, 0, last, 0],
                    "values": [name, _HEAD_ROW + 1, column, last, column],
                }
            )
        if picture == "bar":
            chart.set_y_axis({"reverse": True})
        chart.set_size({"width": 720, "height": 420})
        page.insert_chart(_PLACE, chart)

    def _sheet(self, name: str, heads: Sequence[tuple[str, int]]) -> "Worksheet":
        page: Worksheet = self._book.add_worksheet(name)
        page.write_string(0, 0, report_title(self._report), self._title)
        page.write_string(1, 0, report_state(self._report))
        for column, (head, width) in enumerate(heads):
            page.set_column(column, column, width)
            page.write_string(_HEAD_ROW, column, head, self._head)
        page.freeze_panes(_HEAD_ROW + 1, 1)
        return page
