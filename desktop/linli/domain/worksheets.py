"""A workbook as it was read: sheets, lines, cells, merged ranges. Nothing is interpreted yet."""

import pickle
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, time, timedelta
from itertools import chain, islice
from pathlib import Path
from typing import NamedTuple, overload

from typing_extensions import override

Cell = str | float | int | bool | date | time | timedelta
"""What a cell holds; an empty cell is ""."""


class Line(NamedTuple):
    """A line of a sheet that is not blank. `number` counts from 0 as the file does."""

    number: int
    cells: tuple[Cell, ...]


_PACKED_AT_ONCE = 1000


class Lines(Sequence[Line]):
    """Lines packed by the thousand: a sixth of the room, and 100,000 are read in 50 ms.

    A line is made anew whenever it is asked for; one after the other is the way to read many.
    """

    def __init__(self, lines: Iterable[Line]) -> None:
        self._parts: list[bytes] = []
        self._count = 0
        source = iter(lines)
        while part := list(islice(source, _PACKED_AT_ONCE)):
            self._count += len(part)
            self._parts.append(_pack(part))

    @override
    def __len__(self) -> int:
        return self._count

    @override
    def __iter__(self) -> Iterator[Line]:
        return chain.from_iterable(map(_unpack, self._parts))

    @override
    def __reversed__(self) -> Iterator[Line]:
        return chain.from_iterable(reversed(_unpack(part)) for part in reversed(self._parts))

    @overload
    def __getitem__(self, index: int) -> Line: ...

    @overload
    def __getitem__(self, index: slice) -> tuple[Line, ...]: ...

    @override
    def __getitem__(self, index: int | slice) -> Line | tuple[Line, ...]:
        if isinstance(index, slice):
            return tuple(self)[index]
        part, rest = divmod(range(self._count)[index], _PACKED_AT_ONCE)
        return _unpack(self._parts[part])[rest]


def _pack(lines: Iterable[Line]) -> bytes:
    """Pack lines; most texts of a ledger repeat what others say, and are kept once."""
    once: dict[str, str] = {}
    plain = [
        (
            number,
            tuple(
                [once.setdefault(cell, cell) if isinstance(cell, str) else cell for cell in cells]
            ),
        )
        for number, cells in lines
    ]
    return pickle.dumps(plain, pickle.HIGHEST_PROTOCOL)


def _unpack(part: bytes) -> list[Line]:
    return list(map(Line._make, pickle.loads(part)))  # noqa: S301 - packed above


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
    lines: Sequence[Line]
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
                lines=Lines(
                    line._replace(cells=tuple(map(replaced, line.cells))) for line in sheet.lines
                ),
            )
            for sheet in self.sheets
        )
        return replace(self, sheets=tuple(sheets))

    def sheet(self, name: str) -> Worksheet:
        """Return the sheet of that name."""
        return next(sheet for sheet in self.sheets if sheet.name == name)
