"""Find the tables of a sheet by their heads: below titles, in two or three rows, repeated."""

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from linli.domain.imports import LedgerField
from linli.domain.worksheets import Cell, Line, Worksheet
from linli.exchange.head_words import Meaning, meaning_of, plain_head

_TALLEST = 3
"""Rows of a head."""

_MOST_BESIDE = 4
"""Tables of one head that stand side by side."""

# Of the cells of a line in small letters, with \0 before each and at the end. Each way begins with
# one character and no choice, so that most places are passed over at one look.
_HINT = re.compile(
    r"姓\s*名|身\s*份\s*[证證]|公民身份|[证證]\s*件\s*[号號]|承\s*租|[户戶]\s*主\s*[^\s\0]|房\s*主|房\s*东"
    r"|出\s*租|房屋地址|\0\s*姓[氏\s]*\0|n(?<=\bn)ame\b|i(?<=\bi)d\b"
)
_LONGEST_HINT = 24
_LIKE_DATA = re.compile(r"\d{7,}|^\d{4}[-./年]\d{1,2}")
_LEAST_SCORE = 1.8
_LEAST_SHARE = 0.3
_LEAST_SHARE_BELOW = 0.6

_KEYS = frozenset(
    {
        LedgerField.NAME,
        LedgerField.SURNAME,
        LedgerField.HEAD_NAME,
        LedgerField.TENANT_NAME,
        LedgerField.LANDLORD_NAME,
        LedgerField.DOCUMENT,
    }
)
_LITTLE_WORTH = frozenset({LedgerField.SEQUENCE, LedgerField.IGNORED, LedgerField.NOTE})


@dataclass(frozen=True, kw_only=True)
class HeadColumn:
    """The head of one column (counted from 0) and what it seems to mean."""

    index: int
    head: str
    meaning: Meaning


@dataclass(kw_only=True)
class Table:
    """A head and where it stands; row numbers count from 0 as in the file.

    `repeats` are the rows where the same head comes again, as at page breaks; `until` is the first
    column of the next table to the right.
    """

    head_first: int
    head_last: int
    columns: tuple[HeadColumn, ...]
    score: float
    last_row: int = 0
    until: int | None = None
    repeats: set[int] = field(default_factory=set)

    @property
    def heads(self) -> tuple[str, ...]:
        """The plain heads, by which a layout is known again."""
        return tuple(column.head for column in self.columns)

    def side_by_side(self) -> "list[Table]":
        """Return the tables of one head that comes several times from left to right, else this."""
        named = [column for column in self.columns if column.head]
        for count in range(_MOST_BESIDE, 1, -1):
            width, rest = divmod(len(named), count)
            if rest or width < 2:
                continue
            parts = [named[start : start + width] for start in range(0, len(named), width)]
            heads = [[column.head for column in part] for part in parts]
            is_table = any(column.meaning.field in _KEYS for column in parts[0])
            if is_table and all(part == heads[0] for part in heads):
                bounds = [*(part[0].index for part in parts), None]
                return [
                    replace(self, columns=self.columns[first:until], until=until)
                    for first, until in itertools.pairwise(bounds)
                ]
        return [self]


class HeadFinder:
    """Reads the heads of one sheet."""

    def __init__(self, sheet: Worksheet) -> None:
        self._lines = tuple(sheet.lines)  # which are looked at here and there
        self._spread: dict[tuple[int, int], Cell] = {}
        tops = {area.top for area in sheet.merged}
        by_number = {line.number: line for line in self._lines if line.number in tops}
        for area in sheet.merged:
            line = by_number.get(area.top)
            if line is None or area.left >= len(line.cells) or area.bottom - area.top >= _TALLEST:
                continue
            for row in range(area.top, area.bottom + 1):
                for column in range(area.left, min(area.right, area.left + 255) + 1):
                    self._spread[row, column] = line.cells[area.left]
        self._has_merged_rows = {row for row, _ in self._spread}
        self._continued = {
            row
            for area in sheet.merged
            if 0 < area.bottom - area.top < _TALLEST
            for row in range(area.top + 1, area.bottom + 1)
        }

    def find_tables(self) -> list[Table]:
        """Return the sheet's tables from top to bottom."""
        tables: list[Table] = []
        position = free = 0  # the lines before `free` belong to a head that was found
        while position < len(self._lines):
            table = self._best_around(position, free, tables) if self._hints(position) else None
            if table is None:
                position += 1
                continue
            if tables and tables[-1].heads == table.heads:
                tables[-1].repeats.update(range(table.head_first, table.head_last + 1))
            else:
                tables.append(table)
            while position < len(self._lines) and self._lines[position].number <= table.head_last:
                position += 1
            free = position
        for table, following in itertools.pairwise(tables):
            table.last_row = following.head_first - 1
        if tables:
            tables[-1].last_row = self._lines[-1].number
        return tables

    def table_at(self, head_first: int, head_last: int) -> Table:
        """Return the table whose head stands in these rows, as the clerk says."""
        rows = [line for line in self._lines if head_first <= line.number <= head_last]
        if rows:
            table = self._table(rows)
        else:
            table = Table(head_first=head_first, head_last=head_last, columns=(), score=0.0)
        table.last_row = self._lines[-1].number if self._lines else head_last
        return table

    def _hints(self, position: int) -> bool:
        """Whether a line may be part of a head; nearly every line of data is told at once."""
        cells = self._lines[position].cells
        texts = [cell for cell in cells if isinstance(cell, str) and len(cell) <= _LONGEST_HINT]
        line = "\0".join(["", *texts, ""]).lower()
        return _HINT.search(line) is not None and not self._is_data(position)

    def _is_data(self, position: int) -> bool:
        return any(map(_like_data, self._lines[position].cells))

    def _best_around(self, position: int, free: int, earlier: list[Table]) -> Table | None:
        candidates = [
            table
            for rows in self._row_groups(position, free)
            if self._is_head(table := self._table(rows), below_another=bool(earlier))
        ]
        best = max(
            candidates,
            key=lambda table: (
                round(table.score, 2),
                table.head_first - table.head_last,
                -table.head_first,
            ),
            default=None,
        )
        return None if best is None else self._with_lower_heads(best)

    def _with_lower_heads(self, table: Table) -> Table:
        """Return the table with the rows below that only divide its groups: 男, 女 under 性别."""
        rows = [row for row in self._lines if table.head_first <= row.number <= table.head_last]
        below = (row for row in self._lines if row.number > table.head_last)
        for row in itertools.islice(below, _TALLEST - len(rows)):
            if not self._divides(rows[-1], row):
                break
            rows.append(row)
        return table if rows[-1].number == table.head_last else self._table(rows)

    def _divides(self, head: Line, row: Line) -> bool:
        """Whether all that a row says stands below the groups of the head row right above it."""
        width = max(len(head.cells), len(row.cells))
        above = [plain_head(_at(head, index)) for index in range(width)]
        texts = {i: cell for i in range(width) if (cell := _at(row, i)) != ""}
        groups = {i for i in range(1, width) if above[i - 1] and not above[i] and i in texts}
        while more := {i + 1 for i in groups if i + 1 in texts and not above[i + 1]} - groups:
            groups |= more
        groups |= {i - 1 for i in groups if above[i - 1]}
        return (
            row.number == head.number + 1
            and len(texts) >= 2
            and texts.keys() <= groups
            and all(isinstance(cell, str) and plain_head(cell) for cell in texts.values())
            and not any(map(_like_data, row.cells))
        )

    def _row_groups(self, position: int, free: int) -> Iterator[Sequence[Line]]:
        """Yield the runs of rows near a line that names something; it may be the title."""
        last = min(position + _TALLEST, len(self._lines))
        for first in range(max(position - 1, free), last):
            if first > position and self._is_data(first - 1):
                return
            if self._lines[first].number in self._continued:
                continue  # its cells began in the row above
            for height in range(1, _TALLEST + 1):
                rows = self._lines[first : first + height]
                near = len(rows) == height and rows[-1].number - rows[0].number <= height
                if near and not any(map(self._is_data, range(first, first + height))):
                    yield rows

    def _table(self, rows: Sequence[Line]) -> Table:
        grid = [self._texts(row, last=row is rows[-1], below=rows[-1]) for row in rows]
        columns = tuple(
            HeadColumn(index=index, head=head, meaning=meaning)
            for index in range(max(len(row.cells) for row in rows))
            for head, meaning in [_read_column([texts.get(index, "") for texts in grid])]
        )
        best: dict[LedgerField, float] = {}
        for column in columns:
            what = column.meaning.field
            if what is not None:
                worth = column.meaning.confidence * (0.3 if what in _LITTLE_WORTH else 1.0)
                best[what] = max(best.get(what, 0.0), worth)
        return Table(
            head_first=rows[0].number,
            head_last=rows[-1].number,
            columns=columns,
            score=sum(best.values()),
        )

    def _texts(self, row: Line, *, last: bool, below: Line) -> dict[int, str]:
        """Return the plain texts of a head row, spread over merged cells.

        Where a file knows no merged cells, a group head reaches right over the blank cells
        that have a head below.
        """
        texts: dict[int, str] = {}
        for index, cell in enumerate(row.cells):
            text = plain_head(cell) or plain_head(self._spread.get((row.number, index), ""))
            if text:
                texts[index] = text
            elif (
                not last
                and row.number not in self._has_merged_rows
                and index - 1 in texts
                and index < len(below.cells)
                and plain_head(below.cells[index])
                and plain_head(below.cells[index - 1])
            ):
                texts[index] = texts[index - 1]
        return texts

    @staticmethod
    def _is_head(table: Table, *, below_another: bool) -> bool:
        fields = {column.meaning.field for column in table.columns}
        if table.score < _LEAST_SCORE or fields.isdisjoint(_KEYS):
            return False
        named = [column for column in table.columns if column.head]
        known = [column for column in named if column.meaning.field is not None]
        least = _LEAST_SHARE_BELOW if below_another else _LEAST_SHARE
        return len(known) >= least * len(named)


def _read_column(texts: list[str]) -> tuple[str, Meaning]:
    """Return a column's head and meaning from its texts, top row first."""
    distinct = list(dict.fromkeys(text for text in texts if text))
    if not distinct:
        return "", Meaning(field=None)
    child = distinct[-1]
    parent = distinct[-2] if len(distinct) > 1 else ""
    return child if not parent else f"{parent}/{child}", meaning_of(child, parent)


def _at(row: Line, index: int) -> Cell:
    return row.cells[index] if index < len(row.cells) else ""


def _like_data(cell: Cell) -> bool:
    """Whether no head says such a thing: a date, a large number, an identity or phone number."""
    if isinstance(cell, str):
        return len(cell) <= 30 and _LIKE_DATA.search(cell.replace(" ", "")) is not None
    return isinstance(cell, date) or (isinstance(cell, int | float) and abs(cell) > 99)
