"""Propose what to make of a workbook: its tables, their columns, kind and grid."""

import hashlib
import re
from collections.abc import Iterable
from dataclasses import replace

from linli.domain.imports import NO_HEAD, ColumnPlan, ImportPlan, LedgerShape, SheetPlan
from linli.domain.values.text import as_text, is_blank, tidy
from linli.domain.worksheets import Line, Workbook, Worksheet
from linli.exchange.content import GUESSED, guess_fields
from linli.exchange.heads import HeadFinder, Table
from linli.exchange.shapes import fit_columns, is_ledger, recognise_shape

REPORT_SHEET = "导入结果"
"""The sheet that a set-aside report adds; it is no ledger."""

_SAMPLES = 3
_SAMPLE_LINES = 200
_NUMBERED_GRID = re.compile(r"第?[零〇一二三四五六七八九十百\d]+号?网格")
_NAMED_GRID = re.compile(r"[\u4e00-\u9fff]{1,8}网格")
_GRID_LEADER = re.compile(r"网格长\s*[:：]\s*([^\s:：,，;；/]{2,30})")


def propose_plan(book: Workbook) -> ImportPlan:
    """Return a plan for every sheet; sheets without a ledger say why they are skipped.

    A block of cells from the clipboard may have no head: its columns are guessed by content.
    """
    sheets = [plan for sheet in book.sheets for plan in _plan_sheet(book, sheet)]
    return ImportPlan(file_name=book.file_name, sheets=tuple(sheets))


def plan_table(
    book: Workbook,
    sheet_name: str,
    head_first: int,
    head_last: int,
    shape: LedgerShape | None = None,
) -> SheetPlan:
    """Return the plan of a table whose head rows (from 0) the clerk has named.

    With `NO_HEAD` it has none.
    """
    sheet = book.sheet(sheet_name)
    if head_first == NO_HEAD:
        return _plan_without_head(sheet, shape)
    table = HeadFinder(sheet).table_at(head_first, head_last)
    return _plan(book, sheet, table, shape)


def change_shape(plan: SheetPlan, shape: LedgerShape) -> SheetPlan:
    """Return the plan with its columns read as another kind of ledger."""
    return replace(plan, shape=shape, columns=fit_columns(plan.columns, shape))


def _plan_sheet(book: Workbook, sheet: Worksheet) -> list[SheetPlan]:
    if not sheet.lines:
        return [SheetPlan(sheet=sheet.name, included=False, skipped="空表。")]
    if sheet.name == REPORT_SHEET:
        return [SheetPlan(sheet=sheet.name, included=False, skipped="这是上次导入的结果说明。")]
    tables = HeadFinder(sheet).find_tables()
    if not tables and book.is_pasted:
        return [_plan_without_head(sheet)]
    if not tables:
        return [SheetPlan(sheet=sheet.name, included=False, skipped="没有找到台账的表头。")]
    return [_plan(book, sheet, part) for table in tables for part in table.side_by_side()]


def _plan(
    book: Workbook, sheet: Worksheet, table: Table, shape: LedgerShape | None = None
) -> SheetPlan:
    titles = _titles(book, sheet, table)
    columns = _columns(sheet, table)
    shape = shape or recognise_shape(columns, titles)
    columns = fit_columns(columns, shape)
    usable = is_ledger(columns, shape)
    leader = _GRID_LEADER.search(titles)
    return SheetPlan(
        sheet=sheet.name,
        head_first=table.head_first,
        head_last=table.head_last,
        last_row=table.last_row,
        shape=shape,
        columns=columns,
        grid=_grid(book, sheet, titles),
        grid_leader=leader[1] if leader else None,
        fingerprint=_fingerprint(table),
        included=usable,
        skipped="" if usable else "不像居民、流动人口或出租房屋台账。",
    )


def _plan_without_head(sheet: Worksheet, shape: LedgerShape | None = None) -> SheetPlan:
    """Return the plan of a sheet that begins with its first row; the clerk names its columns."""
    texts = _column_texts(sheet)
    fields = guess_fields(texts)
    columns = tuple(
        ColumnPlan(
            index=index,
            head=f"第{index + 1}列",
            field=fields.get(index),
            confidence=GUESSED if index in fields else 0.0,
            samples=tuple(dict.fromkeys(each))[:_SAMPLES],
        )
        for index, each in texts.items()
    )
    shape = shape or recognise_shape(columns, "")
    return SheetPlan(
        sheet=sheet.name,
        head_first=NO_HEAD,
        head_last=NO_HEAD,
        last_row=sheet.lines[-1].number if sheet.lines else NO_HEAD,
        shape=shape,
        columns=fit_columns(columns, shape),
    )


def _column_texts(sheet: Worksheet) -> dict[int, list[str]]:
    """Return the tidy texts of each column, in order, of those that are not blank."""
    width = max((len(line.cells) for line in sheet.lines), default=0)
    found: dict[int, list[str]] = {index: [] for index in range(width)}
    for line in sheet.lines:
        for index, cell in enumerate(line.cells):
            if cell == "" or len(found[index]) == _SAMPLE_LINES:
                continue
            text = tidy(as_text(cell))
            if not is_blank(text):
                found[index].append(text)
    return {index: texts for index, texts in found.items() if texts}


def _fingerprint(table: Table) -> str:
    """Return a digest of the heads, by which a remembered mapping is found again."""
    return hashlib.sha256("\n".join(table.heads).encode()).hexdigest()[:24]


def _columns(sheet: Worksheet, table: Table) -> tuple[ColumnPlan, ...]:
    body = [line for line in sheet.lines if table.head_last < line.number <= table.last_row][
        :_SAMPLE_LINES
    ]
    heads = {column.index: column for column in table.columns}
    first = table.columns[0].index if table.columns else 0
    width = max([len(line.cells) for line in body] + [first + len(table.columns)])
    columns = []
    for index in range(first, table.until or width):
        samples = _samples(body, index)
        head = heads.get(index)
        if head is not None and head.head:
            columns.append(
                ColumnPlan(
                    index=index,
                    head=head.head,
                    field=head.meaning.field,
                    confidence=head.meaning.confidence,
                    samples=samples,
                )
            )
        elif samples:
            columns.append(ColumnPlan(index=index, head=f"第{index + 1}列", samples=samples))
    return tuple(columns)


def _samples(body: Iterable[Line], index: int) -> tuple[str, ...]:
    found: list[str] = []
    for line in body:
        text = tidy(as_text(line.cells[index])) if index < len(line.cells) else ""
        if not is_blank(text) and text not in found:
            found.append(text)
            if len(found) == _SAMPLES:
                break
    return tuple(found)


def _titles(book: Workbook, sheet: Worksheet, table: Table) -> str:
    """Return the file's and the sheet's name and what stands right above the head."""
    above = [
        as_text(cell)
        for line in sheet.lines
        if table.head_first - 6 <= line.number < table.head_first
        for cell in line.cells
        if isinstance(cell, str) and cell
    ]
    return "\n".join([book.path.stem, sheet.name, *above])


def _grid(book: Workbook, sheet: Worksheet, titles: str) -> str | None:
    """Return the grid that the sheet's name, the title or the file's name gives."""
    texts = titles.split("\n")
    for text in (sheet.name, *texts[2:], book.path.stem):
        plain = "".join(text.split())
        numbered = _NUMBERED_GRID.search(plain)
        if numbered is not None:
            return numbered[0]
        if text is sheet.name and _NAMED_GRID.fullmatch(plain):
            return plain
    return None
