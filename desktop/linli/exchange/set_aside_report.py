"""What an import set aside (退回), as a workbook: the clerk's own, red cells, reasons in Chinese.

Small workbooks come back whole, with their styles. Of text files, old formats, very large workbooks
and sheets without a head only the heads and the rows set aside come back, in the same columns.
Either can be put right and imported again.
"""

import io
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from linli.domain.imports import NO_HEAD, SET_ASIDE_LABELS, ImportOutcome, SetAside
from linli.domain.values.text import as_text
from linli.domain.worksheets import Line, Workbook, Worksheet
from linli.exchange.planning import REPORT_SHEET
from linli.exchange.workbooks import is_spreadsheet_package

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet as OwnSheet

REASON_HEAD = "导入说明"
"""The head of the column added; the dictionary of heads ignores it at the next import."""

_MOST_CELLS = 400_000
"""Beyond this a copy with styles would take minutes and gigabytes."""

_RED, _DARK_RED = "FFFFC7CE", "FF9C0006"
_REASON_WIDTH = 60


def set_aside_report(outcome: ImportOutcome, book: Workbook) -> bytes:
    """Return the report as the content of an .xlsx file."""
    cells = sum(len(line.cells) for sheet in book.sheets for line in sheet.lines)
    if cells <= _MOST_CELLS and not outcome.own_heads and is_spreadsheet_package(book.path):
        try:
            return _own_copy(outcome, book)
        except (OSError, ValueError, KeyError, TypeError, AttributeError, zipfile.BadZipFile):
            pass  # a file that others write and openpyxl cannot read: give the rows alone
    return _rows_alone(outcome, book)


def _by_sheet(outcome: ImportOutcome) -> dict[str, list[SetAside]]:
    found: dict[str, list[SetAside]] = {}
    for problem in outcome.problems:
        found.setdefault(problem.at.sheet, []).append(problem)
    return found


def _by_row(problems: Sequence[SetAside]) -> dict[int, list[SetAside]]:
    """Return what is wrong with each row (from 1); a row of two people may have two faults."""
    found: dict[int, list[SetAside]] = {}
    for problem in problems:
        found.setdefault(problem.at.number, []).append(problem)
    return found


def _reasons(problems: Sequence[SetAside]) -> str:
    return "\n".join(dict.fromkeys(problem.message for problem in problems))


def _width(sheet: Worksheet) -> int:
    """Return the number of columns up to the last that holds anything."""
    return max((len(line.cells) for line in sheet.lines), default=0)


# ---- the clerk's own workbook -------------------------------------------------------------


def _own_copy(outcome: ImportOutcome, book: Workbook) -> bytes:
    import openpyxl

    own = openpyxl.load_workbook(book.path)
    for name, problems in _by_sheet(outcome).items():
        _mark(own[name], book.sheet(name), problems, outcome.head_rows.get(name, (0, 0))[1])
    if REPORT_SHEET in own.sheetnames:
        del own[REPORT_SHEET]
    summary = own.create_sheet(REPORT_SHEET)
    for row, values in enumerate(_summary(outcome), start=1):
        for column, value in enumerate(values, start=1):
            _write_text(summary, row, column, value)
    summary.column_dimensions["E"].width = _REASON_WIDTH
    content = io.BytesIO()
    own.save(content)
    return content.getvalue()


def _write_text(sheet: "OwnSheet", row: int, column: int, value: object) -> Any:
    """Write a text that stays one, even if it begins with =."""
    cell = sheet.cell(row, column)
    cell.value = value
    if isinstance(value, str):
        cell.data_type = "s"
    return cell


def _mark(sheet: "OwnSheet", read: Worksheet, problems: Sequence[SetAside], head_row: int) -> None:
    """Paint the cells at fault red and put the reasons behind the last column."""
    from openpyxl.cell.cell import MergedCell
    from openpyxl.styles import Alignment, Font, PatternFill
    from openpyxl.utils import get_column_letter

    red = PatternFill("solid", start_color=_RED, end_color=_RED)
    font = Font(color=_DARK_RED)
    reason_column = _reason_column(read)
    _write_text(sheet, head_row + 1, reason_column, REASON_HEAD).font = Font(
        color=_DARK_RED, bold=True
    )
    sheet.column_dimensions[get_column_letter(reason_column)].width = _REASON_WIDTH
    for row, own in _by_row(problems).items():
        for column in {p.column for p in own if p.column is not None}:
            cell = sheet.cell(row, column + 1)
            if not isinstance(cell, MergedCell):
                cell.fill = red
                cell.font = font
        reason = _write_text(sheet, row, reason_column, _reasons(own))
        reason.fill = red
        reason.font = font
        reason.alignment = Alignment(wrap_text=True, vertical="center")


def _reason_column(read: Worksheet) -> int:
    """Return the column (from 1) of the reasons: that of the last report, else behind all."""
    for line in read.lines:
        if REASON_HEAD in line.cells:
            return line.cells.index(REASON_HEAD) + 1
    return _width(read) + 1


# ---- the rows alone -----------------------------------------------------------------------


def _rows_alone(outcome: ImportOutcome, book: Workbook) -> bytes:
    import xlsxwriter

    content = io.BytesIO()
    with xlsxwriter.Workbook(content, {"in_memory": True}) as own:
        red = own.add_format({"bg_color": "#FFC7CE", "font_color": "#9C0006"})
        bold = own.add_format({"bold": True})
        for index, (name, problems) in enumerate(_by_sheet(outcome).items()):
            page = own.add_worksheet(_sheet_name(name, index))
            read = _with_own_head(book.sheet(name), outcome.own_heads.get(name))
            _copy_rows(page, read, problems, outcome.head_rows.get(name), bold, red)
        summary = own.add_worksheet(REPORT_SHEET)
        summary.set_column(4, 4, _REASON_WIDTH)
        for row, values in enumerate(_summary(outcome)):
            for column, value in enumerate(values):
                _put(summary, row, column, value)
    return content.getvalue()


def _sheet_name(name: str, index: int) -> str:
    """Return a name that spreadsheets take: a text file's name may hold anything."""
    plain = "".join(c for c in name if c not in "[]:*?/\\'")[:25] or "台账"
    return plain if index == 0 else f"{plain}_{index + 1}"


def _put(page: Any, row: int, column: int, value: object, style: Any = None) -> None:
    if isinstance(value, int):
        page.write_number(row, column, value, style)
    else:
        page.write_string(row, column, str(value), style)


def _with_own_head(read: Worksheet, heads: Mapping[int, str] | None) -> Worksheet:
    """Return a sheet without a head with the clerk's words for it, so that it can come back."""
    if heads is None:
        return read
    head = Line(NO_HEAD, tuple(heads.get(index, "") for index in range(_width(read))))
    return replace(read, lines=(head, *read.lines))


def _copy_rows(
    page: Any,
    read: Worksheet,
    problems: Sequence[SetAside],
    head_rows: tuple[int, int] | None,
    bold: Any,
    red: Any,
) -> None:
    first, last = head_rows or (0, 0)
    heads = [line for line in read.lines if first <= line.number <= last]
    reason_column = _reason_column(read) - 1
    for row, line in enumerate(heads):
        for column, cell in enumerate(line.cells[:reason_column]):
            _put(page, row, column, as_text(cell), bold)
    page.write_string(max(len(heads) - 1, 0), reason_column, REASON_HEAD, bold)
    page.set_column(0, reason_column - 1, 14)
    page.set_column(reason_column, reason_column, _REASON_WIDTH)
    lines = {line.number: line for line in read.lines}
    for row, (number, own) in enumerate(_by_row(problems).items(), start=max(len(heads), 1)):
        at_fault = {problem.column for problem in own}
        for column, cell in enumerate(lines[number - 1].cells[:reason_column]):
            style = red if column in at_fault else None
            _put(page, row, column, as_text(cell), style)
        page.write_string(row, reason_column, _reasons(own), red)


# ---- the summary --------------------------------------------------------------------------


def _summary(outcome: ImportOutcome) -> Iterator[tuple[object, ...]]:
    """Yield the lines of the summary sheet."""
    yield ("导入结果", outcome.file_name)
    yield ("读取行数", outcome.rows)
    yield ("新增", outcome.added)
    yield ("并入已有", outcome.joined)
    yield ("退回待改", outcome.set_aside)
    if outcome.households:
        yield ("户", outcome.households)
    if outcome.rentals:
        yield ("出租房屋", outcome.rentals)
        yield ("间数", outcome.rooms)
        yield ("租住人数", outcome.occupants)
    yield from _section(
        "退回的行（请改正后重新导入）",
        ("工作表", "行", "姓名", "原因", "说明"),
        (
            (p.at.sheet, p.at.number, p.name, SET_ASIDE_LABELS[p.reason], p.message)
            for p in outcome.problems
        ),
    )
    yield from _section(
        "与系统中不同的内容（保留了系统中的，除非导入时另选）",
        ("工作表", "行", "姓名", "项目", "系统中", "台账中"),
        (
            (d.at.sheet, d.at.number, d.person, d.label, d.ours, d.theirs)
            for d in outcome.differences
        ),
    )
    yield from _section(
        "已导入但请核对",
        ("工作表", "行", "姓名", "", "说明"),
        ((w.at.sheet, w.at.number, w.name, "", w.message) for w in outcome.warnings),
    )
    yield from _section(
        "不是数据的行（标题、合计、备注）",
        ("工作表", "行", "", "", "内容"),
        ((s.at.sheet, s.at.number, "", "", s.text) for s in outcome.skipped),
    )
    yield from _section(
        "没有导入的工作表",
        ("工作表", "", "", "", "原因"),
        ((name, "", "", "", why) for name, why in outcome.skipped_sheets.items()),
    )


def _section(
    title: str, heads: tuple[str, ...], rows: Iterator[tuple[object, ...]]
) -> Iterator[tuple[object, ...]]:
    """Yield a titled list, nothing if it is empty."""
    lines = list(rows)
    if lines:
        yield ()
        yield (title,)
        yield heads
        yield from lines
