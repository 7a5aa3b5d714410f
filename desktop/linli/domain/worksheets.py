"""A workbook as it was read: sheets, lines, cells, merged ranges. Nothing is interpreted yet."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, time, timedelta
from pathlib import Path
from typing import NamedTuple

Cell = str | float | int | bool | date | time | timedelta
"""What a cell holds; an empty cell is ""."""


class Line(NamedTuple):
    """A line of a sheet that is not blank. `number` counts from 0 as the file does."""

    number: int
    cells: tuple[Cell, ...]


class MergedRange(NamedTuple):
    """Merged cells; rows and columns count from 0, both ends belong to the range."""

    top: int
    left: int
    bottom: int
    right: int


@dataclass(frozen=True, kw_only=True)
class Worksheet:
    """One sheet: its lines in order, without the blank ones."""

    name: str
    lines: tuple[Line, ...]
    merged: tuple[MergedRange, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Workbook:
    """A file that a clerk opened for import. `encoding` is set for text files only.

    With `is_pasted` it is no file but a block of cells from the clipboard, and `path` its name.
    """

    path: Path
    sheets: tuple[Worksheet, ...]
    encoding: str | None = None
    is_pasted: bool = False

    @property
    def file_name(self) -> str:
        """The file's name without its folder."""
        return self.path.name

    def with_characters(self, characters: Mapping[str, str]) -> "Workbook":
        """Return the workbook with private-use characters replaced in all texts."""
        if not characters:
            return self
        table = str.maketrans(dict(characters))

        def replaced(cell: Cell) -> Cell:
            # A private-use character is not printable, and few cells are not.
            if isinstance(cell, str) and not cell.isprintable():
                return cell.translate(table)
            return cell

        sheets = (
            replace(
                sheet,
                lines=tuple(
                    line._replace(cells=tuple(map(replaced, line.cells))) for line in sheet.lines
                ),
            )
            for sheet in self.sheets
        )
        return replace(self, sheets=tuple(sheets))

    def sheet(self, name: str) -> Worksheet:
        """Return the sheet of that name."""
        return next(sheet for sheet in self.sheets if sheet.name == name)
