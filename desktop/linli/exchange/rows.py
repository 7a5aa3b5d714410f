"""From the lines of a table to its rows: what is no row is left out, household cells are filled.

What a household shares (its number, its place) often stands once, in merged cells or in the first
line only. It is filled down where the layout shows it; what is a person's own never is.
"""

import operator
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from linli.domain.imports import ColumnPlan, LedgerField, LedgerShape, SheetPlan
from linli.domain.resident_rules import HEAD_CODE
from linli.domain.values.text import as_text, is_blank, tidy
from linli.domain.worksheets import Cell, Line, Worksheet
from linli.exchange.cells import SELF_CODE, code_of
from linli.exchange.head_words import is_foot_word, plain_head

_F = LedgerField

PLACE_FIELDS = (_F.ESTATE, _F.BUILDING, _F.UNIT, _F.ROOM)
"""From the widest to the narrowest."""

_HOUSEHOLD_FIELDS = frozenset(
    {*PLACE_FIELDS, _F.HOUSEHOLD_NUMBER, _F.ADDRESS, _F.HEAD_NAME, _F.HEAD_DOCUMENT, _F.HEAD_PHONE}
)
_HOUSE_FIELDS = frozenset(
    {
        *PLACE_FIELDS,
        _F.ADDRESS,
        _F.RENTAL_NUMBER,
        _F.LANDLORD_NAME,
        _F.LANDLORD_DOCUMENT,
        _F.LANDLORD_PHONE,
        _F.ROOMS,
        _F.OCCUPANTS,
        _F.MANAGEMENT,
        _F.REVIEW_DATE,
    }
)
_LANDLORD_FIELDS = frozenset({_F.LANDLORD_NAME, _F.LANDLORD_PHONE})
_OPENING = frozenset(
    {*PLACE_FIELDS, _F.HOUSEHOLD_NUMBER, _F.ADDRESS, _F.HEAD_NAME, _F.RENTAL_NUMBER}
)
_WITHOUT_CONTENT = frozenset({_F.SEQUENCE, _F.IGNORED, _F.AGE})
_PERSONAL = frozenset({_F.SEX, _F.ETHNICITY, _F.BIRTH, _F.RELATION})
_WIDE = 3
"""Columns that a title or a note spans at least, beyond its first."""

_SENTENCE = re.compile(r"[。：:，,；;]")
_LIKE_NUMBER = re.compile(r"[\dXx]{6}")


@dataclass(frozen=True, kw_only=True, slots=True)
class LedgerRow:
    """A row with the cells of each field; several columns may feed one field.

    `inherited` are the fields filled in from above; `columns` names each field's first column.
    `number` counts from 0 as in the file.
    """

    number: int
    cells: Mapping[LedgerField, tuple[Cell, ...]]
    columns: Mapping[LedgerField, int]
    inherited: frozenset[LedgerField]
    extras: tuple[tuple[str, str], ...]
    attached: bool

    def text(self, field: LedgerField) -> str | None:
        """Return the tidy text of a field, or None where it says nothing."""
        cells = self.cells.get(field)
        if cells is None:
            return None
        if len(cells) == 1:
            return _text(cells[0])
        return "".join(filter(None, map(_text, cells))) or None

    def raw_text(self, field: LedgerField) -> str | None:
        """Return the text of a field with its line ends, or None where it says nothing."""
        if self.text(field) is None:
            return None
        return "\n".join(map(as_text, self.cells[field]))

    def with_cell(self, field: LedgerField, cell: Cell) -> "LedgerRow":
        """Return the row as if the field's cell held something else."""
        return replace(self, cells={**self.cells, field: (cell,)})

    def cell(self, field: LedgerField) -> Cell:
        """Return the field's cell as it is, "" if it has none."""
        cells = self.cells.get(field)
        return cells[0] if cells else ""


@lru_cache(16_384, typed=True)
def _text(cell: Cell) -> str | None:
    text = tidy(as_text(cell))
    return None if not text or is_blank(text) else text


def is_head_relation(text: str | None) -> bool:
    """Whether a relation says that this is the head of the household (户主)."""
    return text is not None and code_of("relation", text) in (HEAD_CODE, SELF_CODE)


@dataclass(frozen=True, kw_only=True)
class RowsRead:
    """The rows of a table, and the lines that are none, with their text."""

    rows: tuple[LedgerRow, ...]
    skipped: tuple[tuple[int, str], ...]


def read_rows(sheet: Worksheet, plan: SheetPlan) -> RowsRead:
    """Read the rows of one table as the plan says."""
    return _TableReader(sheet, plan).read()


class _TableReader:
    def __init__(self, sheet: Worksheet, plan: SheetPlan) -> None:
        self._plan = plan
        self._body = [line for line in sheet.lines if plan.head_last < line.number <= plan.last_row]
        self._columns = [c for c in plan.columns if c.field not in _WITHOUT_CONTENT]
        self._field_columns: dict[LedgerField, int] = {}
        for column in self._columns:
            if column.field is not None:
                self._field_columns.setdefault(column.field, column.index)
        self._head_texts = {c.index: c.head.rsplit("/", 1)[-1] for c in plan.columns if c.head}
        self._shared = self._shared_fields()
        self._merged, self._merged_columns = self._read_merged(sheet)
        self._relation_usual = self._is_relation_usual()
        self._repeated = self._repeated_fields()
        self._wide_lines = {m.top for m in sheet.merged if m.right - m.left >= _WIDE}
        self._titles = {
            plain_head(cell)
            for line in sheet.lines
            if line.number < plan.head_first
            for cell in line.cells
            if isinstance(cell, str) and cell
        }

    def _shared_fields(self) -> frozenset[LedgerField]:
        match self._plan.shape:
            case LedgerShape.RENTALS:
                return _HOUSE_FIELDS
            case LedgerShape.FLOATING:
                return _HOUSEHOLD_FIELDS | _LANDLORD_FIELDS
            case LedgerShape.RESIDENTS:
                return _HOUSEHOLD_FIELDS

    def _read_merged(self, sheet: Worksheet) -> tuple[dict[tuple[int, int], Cell], set[int]]:
        """Return what merged cells say of the lines below their first, and in which columns."""
        shared = {
            column.index
            for column in self._columns
            if column.field in self._shared or column.field is _F.GRID
        }
        by_number = {line.number: line for line in self._body}
        values: dict[tuple[int, int], Cell] = {}
        columns: set[int] = set()
        for area in sheet.merged:
            first = by_number.get(area.top)
            if first is None or area.bottom == area.top:
                continue
            for column in shared.intersection(
                range(area.left, min(area.right, area.left + 99) + 1)
            ):
                columns.add(column)
                value = first.cells[area.left] if area.left < len(first.cells) else ""
                values.update(
                    ((row, column), value)
                    for row in range(area.top + 1, min(area.bottom, self._plan.last_row) + 1)
                )
        return values, columns

    def _is_relation_usual(self) -> bool:
        """Whether members have their relation, so that a row without one stands alone.

        Where heads only are marked, the blanks below are their members.
        """
        column = self._field_columns.get(_F.RELATION)
        if column is None:
            return False
        texts = {_text(line.cells[column]) for line in self._body if _at(line, column)}
        return any(text is not None and not is_head_relation(text) for text in texts)

    def _repeated_fields(self) -> frozenset[LedgerField]:
        """Return the places written out in every line: there a blank cell is really blank."""
        repeated = set()
        for field in PLACE_FIELDS:
            column = self._field_columns.get(field)
            if column is not None:
                filled = [line.cells[column] for line in self._body if _at(line, column)]
                if any(map(operator.eq, filled, filled[1:])):
                    repeated.add(field)
        return frozenset(repeated)

    def read(self) -> RowsRead:
        rows: list[LedgerRow] = []
        skipped: list[tuple[int, str]] = []
        above: Mapping[LedgerField, tuple[Cell, ...]] = {}
        for line in self._body:
            own, extras = self._own_cells(line)
            if self._is_no_row(line, own, extras):
                if words := self._skip_text(line):
                    skipped.append((line.number, words))
                if own and own.keys() <= set(PLACE_FIELDS):  # a heading such as 2号楼
                    above = own
                continue
            row = self._filled(line, own, extras, above)
            rows.append(row)
            above = row.cells
        return RowsRead(rows=tuple(rows), skipped=tuple(skipped))

    def _own_cells(
        self, line: Line
    ) -> tuple[dict[LedgerField, tuple[Cell, ...]], tuple[tuple[str, str], ...]]:
        own: dict[LedgerField, tuple[Cell, ...]] = {}
        extras: list[tuple[str, str]] = []
        for column in self._columns:
            cell = line.cells[column.index] if column.index < len(line.cells) else ""
            if cell == "" or (isinstance(cell, str) and cell.isspace()):
                continue
            if column.field is None:
                text = _text(cell)
                if text is not None:
                    extras.append((_label(column), text))
            elif column.field is _F.CARE_TAGS and _is_tick(cell):
                own[column.field] = (*own.get(column.field, ()), _label(column))
            else:
                own[column.field] = (*own.get(column.field, ()), cell)
        return own, tuple(extras)

    # ---- what is no row -------------------------------------------------------------------

    def _is_no_row(
        self,
        line: Line,
        own: Mapping[LedgerField, tuple[Cell, ...]],
        extras: Sequence[tuple[str, str]],
    ) -> bool:
        filled = [cell for cell in line.cells if cell != "" and _text(cell) is not None]
        if not filled or (not own and not extras):
            return True
        number = own.get(self._number_field())
        if number is not None and _LIKE_NUMBER.search(as_text(number[0])):
            return False
        words = [cell for cell in filled if isinstance(cell, str)]
        if len(filled) == 1 and self._is_title(line, words):
            return True
        name = own.get(self._name_field())
        begins_as_foot = bool(words) and is_foot_word(words[0])
        if name is not None:
            begins_as_foot = begins_as_foot and own.keys().isdisjoint(_PERSONAL)
            is_foot = begins_as_foot or is_foot_word(as_text(name[0]))
            return is_foot or self._is_repeated_head(line)
        if begins_as_foot or self._is_repeated_head(line):
            return True
        # A heading inside the table (2号楼), or a line laid out in advance and never filled.
        content = own.keys() - self._shared - {_F.GRID, _F.MANAGEMENT}
        return not content and not extras and not self._opens_unit(own)

    def _is_title(self, line: Line, words: Sequence[str]) -> bool:
        """Whether a line's only cell is a title, or a sentence that ends a page."""
        text = words[0] if words else ""
        return (
            line.number in self._wide_lines
            or plain_head(text) in self._titles
            or (len(text) > 12 and _SENTENCE.search(text) is not None)
        )

    def _opens_unit(self, own: Mapping[LedgerField, tuple[Cell, ...]]) -> bool:
        """Whether a row without a person still names a household or a let house."""
        if self._plan.shape is LedgerShape.RENTALS:
            return bool(own.keys() & {_F.ADDRESS, _F.RENTAL_NUMBER, _F.ROOM})
        return _F.HOUSEHOLD_NUMBER in own and bool(own.keys() & {*PLACE_FIELDS, _F.ADDRESS})

    def _name_field(self) -> LedgerField:
        return _F.TENANT_NAME if self._plan.shape is LedgerShape.RENTALS else _F.NAME

    def _number_field(self) -> LedgerField:
        return _F.TENANT_DOCUMENT if self._plan.shape is LedgerShape.RENTALS else _F.DOCUMENT

    def _is_repeated_head(self, line: Line) -> bool:
        texts = [
            (self._head_texts[index], plain_head(cell))
            for index, cell in enumerate(line.cells)
            if index in self._head_texts and isinstance(cell, str) and cell and len(cell) < 30
        ]
        same = sum(1 for head, text in texts if head == text)
        return same >= 2 and same >= 0.6 * len(texts)

    def _skip_text(self, line: Line) -> str:
        """Return the words of a skipped line, "" for a line of ticks and running numbers."""
        words = [text for cell in line.cells if isinstance(cell, str) and (text := _text(cell))]
        return " ".join(words)[:80]

    # ---- what is filled down --------------------------------------------------------------

    def _filled(
        self,
        line: Line,
        own: dict[LedgerField, tuple[Cell, ...]],
        extras: tuple[tuple[str, str], ...],
        above: Mapping[LedgerField, tuple[Cell, ...]],
    ) -> LedgerRow:
        merged: dict[LedgerField, tuple[Cell, ...]] = {
            column.field: (value,)
            for column in self._columns
            if column.field is not None
            and column.field not in own
            and (value := self._merged.get((line.number, column.index), "")) != ""
        }
        attached = self._is_attached(own, merged)
        given = own.keys() | merged.keys()
        inherited = {**merged}
        for field in self._fields_from_above(own, given, above, attached=attached):
            inherited[field] = above[field]
        if _F.GRID in above and _F.GRID not in given and _F.GRID in self._field_columns:
            inherited[_F.GRID] = above[_F.GRID]
        return LedgerRow(
            number=line.number,
            cells=own | inherited,
            columns=self._field_columns,
            inherited=frozenset(inherited),
            extras=extras,
            attached=attached,
        )

    def _is_attached(
        self,
        own: Mapping[LedgerField, tuple[Cell, ...]],
        merged: Mapping[LedgerField, tuple[Cell, ...]],
    ) -> bool:
        """Whether a row goes on with the household, or the let house, of the row above."""
        if own.keys() & _OPENING:
            return False
        key = _F.RENTAL_NUMBER if self._plan.shape is LedgerShape.RENTALS else _F.HOUSEHOLD_NUMBER
        for field in (key, _F.ADDRESS, _F.ROOM):
            if self._field_columns.get(field, -1) in self._merged_columns:
                return field in merged
        if self._plan.shape is LedgerShape.RENTALS:
            return _F.LANDLORD_NAME not in own
        if _F.RELATION not in self._field_columns:
            return self._plan.shape is LedgerShape.RESIDENTS
        relation = own.get(_F.RELATION)
        if relation is None:
            return not self._relation_usual
        return not is_head_relation(_text(relation[0]))

    def _fields_from_above(
        self,
        own: Mapping[LedgerField, tuple[Cell, ...]],
        given: frozenset[LedgerField] | set[LedgerField],
        above: Mapping[LedgerField, tuple[Cell, ...]],
        *,
        attached: bool,
    ) -> set[LedgerField]:
        """Return the shared fields whose blank cell means: as above."""
        open_fields = {
            field
            for field in self._shared & above.keys()
            if field not in given and self._field_columns.get(field) not in self._merged_columns
        }
        if attached or self._same_unit(own, above):
            return open_fields
        wanted: set[LedgerField] = set()
        for rank, field in enumerate(PLACE_FIELDS):
            narrower = own.keys() & set(PLACE_FIELDS[rank + 1 :])
            wider = own.keys() & set(PLACE_FIELDS[:rank])
            if field in open_fields - self._repeated and narrower and not wider:
                wanted.add(field)
        return wanted

    @staticmethod
    def _same_unit(
        own: Mapping[LedgerField, tuple[Cell, ...]],
        above: Mapping[LedgerField, tuple[Cell, ...]],
    ) -> bool:
        """Whether the row repeats the number of the household above and leaves its place out."""
        return any(
            field in own and own[field] == above.get(field)
            for field in (_F.HOUSEHOLD_NUMBER, _F.RENTAL_NUMBER)
        ) and not own.keys() & {*PLACE_FIELDS, _F.ADDRESS}


def _at(line: Line, column: int) -> bool:
    return column < len(line.cells) and line.cells[column] != ""


def _label(column: ColumnPlan) -> str:
    return column.head.removeprefix("是否").replace("/", "")


def _is_tick(cell: Cell) -> bool:
    return cell is True or (isinstance(cell, str) and cell.strip() in {"√", "✓", "是", "有", "1"})
