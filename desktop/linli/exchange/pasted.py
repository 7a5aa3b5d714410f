"""A block of cells from the clipboard, as WPS, Excel and LibreOffice put it there: a workbook.

The text has a line for each row and a tab between cells, and shows what the cells show; a cell
with line ends or quotation marks may stand in quotation marks, its own doubled. The clipboard may
hold anything, a password too: no sentence repeats what was in it.
"""

import re
from collections.abc import Mapping, Sequence
from pathlib import Path

from linli.domain.imports import ImportPlan
from linli.domain.worksheets import Line, Workbook, Worksheet
from linli.errors import UserError

PASTED = "剪贴板"
"""The name of the workbook and of its only sheet."""

_MOST_LINES_IN_CELL = 20
"""More line ends in one cell mean a quotation mark that stands for itself."""

_LINE_END = re.compile(r"\r\n?|\n")
_CELL_END = re.compile(r"[\t\r\n]|\Z")
_TOO_NARROW = re.compile(r"#{3,}")

_HOW = "请在 WPS 或 Excel 里选中要导入的几行几列，按 Ctrl+C 复制，再回到这里按 Ctrl+V。"


def read_pasted(text: str) -> Workbook:
    """Return the block as a workbook of one sheet; its lines count from the block's first.

    Raises:
        UserError: if there is nothing, a single cell, no table, or cells that show #### only.
    """
    rows = {
        number: row
        for number, row in enumerate(split_cells(text.strip("\0\ufeff")))
        if any(cell and not cell.isspace() for cell in row)
    }
    if not rows:
        raise UserError(f"剪贴板是空的。{_HOW}")
    _check_shape(rows)
    _check_widths(rows)
    lines = tuple(Line(number, tuple(row)) for number, row in rows.items())
    return Workbook(
        path=Path(PASTED), sheets=(Worksheet(name=PASTED, lines=lines),), is_pasted=True
    )


def check_rows(plan: ImportPlan) -> None:
    """Refuse a block of which nothing is left without its heads.

    Raises:
        UserError: if so.
    """
    if all(sheet.last_row <= sheet.head_last for sheet in plan.sheets):
        raise UserError(
            "剪贴板里只有列名，没有要登记的人。"
            "请连同下面的几行一起选中，按 Ctrl+C 复制，再回到这里按 Ctrl+V。"
        )


def split_cells(text: str) -> list[list[str]]:
    """Split the text into rows of cells."""
    if '"' not in text:
        return [line.split("\t") for line in _LINE_END.sub("\n", text).split("\n")]
    rows: list[list[str]] = [[]]
    place = 0
    while True:
        cell, end = _cell_at(text, place)
        rows[-1].append(cell)
        if end == len(text):
            return rows
        place = end + 1
        if text[end] != "\t":
            if text.startswith("\r\n", end):
                place += 1
            rows.append([])


def _cell_at(text: str, start: int) -> tuple[str, int]:
    """Return the cell that begins at `start`, and where it ends."""
    if text.startswith('"', start):
        quoted = _quoted_at(text, start)
        if quoted is not None:
            return quoted
    found = _CELL_END.search(text, start)
    end = len(text) if found is None else found.start()
    return text[start:end], end


def _quoted_at(text: str, start: int) -> tuple[str, int] | None:
    """Return a cell in quotation marks and where it ends; None where they are part of the text."""
    close = text.find('"', start + 1)
    while close >= 0 and text.startswith('"', close + 1):
        close = text.find('"', close + 2)
    if close < 0 or _CELL_END.match(text, close + 1) is None:
        return None
    cell = _LINE_END.sub("\n", text[start + 1 : close])
    if "\t" in cell or cell.count("\n") > _MOST_LINES_IN_CELL:
        return None  # it would swallow other cells: two " in a row may mean as above
    return cell.replace('""', '"'), close + 1


def _check_shape(rows: Mapping[int, Sequence[str]]) -> None:
    widest = max(sum(1 for cell in row if cell.strip()) for row in rows.values())
    if widest > 1:
        return
    if len(rows) == 1:
        raise UserError(f"剪贴板里只有一个格子的内容，不是表格。{_HOW}")
    raise UserError(
        "剪贴板里的内容只有一列，不是完整的表格。"
        "请把姓名、身份证号等几列一起选中，按 Ctrl+C 复制，再回到这里按 Ctrl+V。"
    )


def _check_widths(rows: dict[int, list[str]]) -> None:
    """Refuse cells of which the spreadsheet shows, and copies, nothing but ####."""
    columns = {
        index: number
        for number, row in reversed(rows.items())
        for index, cell in enumerate(row)
        if cell.startswith("#") and _TOO_NARROW.fullmatch(cell.strip())
    }
    if columns:
        first = min(columns)
        raise UserError(
            f"复制的第 {first + 1} 列里有显示成 #### 的格子（例如第 {columns[first] + 1} 行），"
            "内容没有复制过来。请在表格里把这一列拉宽，看得见内容以后再复制一次。"
        )
