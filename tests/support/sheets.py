"""Ledgers as communities keep them, made for tests: sheets of rows, merged cells, hostile files."""

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path

import openpyxl

from linli.domain.imported import ImportBatch
from linli.domain.imports import ImportPlan
from linli.domain.worksheets import Line, MergedRange, Workbook, Worksheet
from linli.exchange.planning import propose_plan
from linli.exchange.reading import read_batch

TODAY = date(2026, 11, 23)
Rows = Sequence[Sequence[object]]


def book(
    rows: Rows,
    *,
    merged: Sequence[tuple[int, int, int, int]] = (),
    sheet: str = "Sheet1",
    name: str = "台账.xlsx",
) -> Workbook:
    """Return a workbook of one sheet as a reader would; blank lines are left out."""
    return Workbook(path=Path(name), sheets=(worksheet(rows, merged=merged, name=sheet),))


def worksheet(
    rows: Rows, *, merged: Sequence[tuple[int, int, int, int]] = (), name: str = "Sheet1"
) -> Worksheet:
    """Return a sheet; `merged` are (top, left, bottom, right), counted from 0."""
    return Worksheet(
        name=name,
        lines=tuple(
            Line(number, tuple("" if cell is None else cell for cell in row))
            for number, row in enumerate(rows)
            if any(cell not in ("", None) for cell in row)
        ),
        merged=tuple(MergedRange(*area) for area in merged),
    )


def read(source: Workbook, plan: ImportPlan | None = None) -> ImportBatch:
    """Read a workbook as its proposed plan says."""
    plan = plan or propose_plan(source)
    return read_batch(source, plan, community="西河社区", today=TODAY)


def save_xlsx(
    path: Path,
    sheets: Mapping[str, Rows],
    merged: Mapping[str, Sequence[str]] | None = None,
) -> Path:
    """Write a real workbook; `merged` are ranges such as A3:A5 by sheet."""
    own = openpyxl.Workbook()
    own.remove(own.active)
    for name, rows in sheets.items():
        page = own.create_sheet(name)
        for row in rows:
            page.append(list(row))
        for area in (merged or {}).get(name, ()):
            page.merge_cells(area)
    own.save(path)
    return path
