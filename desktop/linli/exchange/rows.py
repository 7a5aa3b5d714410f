"""From the lines of a table to its rows: what is no row is left out, household cells are filled.

What a household shares (its number, its place) often stands once, in merged cells or in the first
line only. It is filled down where the layout shows it; what is a person's own never is.
"""

from collections.abc import Iterator, Mapping

from linli.domain.imports import ColumnPlan, LedgerField, LedgerShape, SheetPlan
from linli.domain.values.text import DITTO_BEGINS, as_text, is_ditto
from linli.domain.worksheets import Cell, Line, Worksheet
from linli.exchange.cells import read_yes
from linli.exchange.couples import NAME_PARTS, with_whole_name
from linli.exchange.head_words import choice_of
from linli.exchange.ledger_row import PLACE_FIELDS, LedgerRow, cell_text, is_head_relation
from linli.exchange.non_rows import NonRows
from linli.exchange.surroundings import Surroundings

_F = LedgerField

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
_OWN = frozenset(
    {
        *(_F.NAME, _F.GIVEN_NAME, _F.DOCUMENT, _F.TENANT_NAME, _F.TENANT_DOCUMENT),
        *(_F.SPOUSE_NAME, _F.SPOUSE_DOCUMENT),
    }
)
_WITHOUT_CONTENT = frozenset({_F.SEQUENCE, _F.IGNORED, _F.AGE})


class TableRows:
    """The rows of one table as the plan says, made one by one as they are asked for.

    Attributes:
        skipped: the lines met so far that are no rows: number (from 0) and text.
    """

    def __init__(self, sheet: Worksheet, plan: SheetPlan) -> None:
        self.skipped: list[tuple[int, str]] = []
        self._plan = plan
        self._lines = sheet.lines
        self._count = sum(1 for _ in self._body())
        self._columns = [c for c in plan.columns if c.field not in _WITHOUT_CONTENT]
        self._field_columns: dict[LedgerField, int] = {}
        for column in self._columns:
            if column.field is not None:
                self._field_columns.setdefault(column.field, column.index)
        name_parts = [self._field_columns[f] for f in NAME_PARTS if f in self._field_columns]
        self._joins_names = bool(name_parts)
        if name_parts:
            self._field_columns[_F.NAME] = name_parts[0]
        self._choices = {
            column.index: choice[1]
            for column in self._columns
            if (choice := choice_of(column.head)) is not None and choice[0] is column.field
        }
        self._readings = [
            (
                column,
                column.field,
                column.index,
                column.index in self._choices or column.field is _F.CARE_TAGS,
            )
            for column in self._columns
        ]
        self._shared = self._shared_fields()
        self._non_rows = NonRows(sheet, plan, self._shared)
        self._around = Surroundings(sheet, plan)
        self._merged, self._merged_columns = self._read_merged(sheet)
        self._left_open = frozenset(
            field
            for field in self._shared
            if self._field_columns.get(field) not in self._merged_columns
        )
        self._from_above = self._left_open | {_F.GRID}
        self._relation_usual = self._is_relation_usual()
        self._repeated = self._repeated_fields()

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
        tops = {area.top for area in sheet.merged}
        by_number = {line.number: line for line in self._body() if line.number in tops}
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
        if column is None or column in self._choices:
            return False
        texts = {cell_text(line.cells[column]) for line in self._body() if _at(line, column)}
        return any(text is not None and not is_head_relation(text) for text in texts)

    def _repeated_fields(self) -> frozenset[LedgerField]:
        """Return the places written out in every line: there a blank cell is really blank."""
        columns = {f: self._field_columns[f] for f in PLACE_FIELDS if f in self._field_columns}
        repeated: set[LedgerField] = set()
        last: dict[LedgerField, Cell] = {}
        for line in self._body() if columns else ():
            for field, column in columns.items():
                if _at(line, column):
                    if last.get(field) == line.cells[column]:
                        repeated.add(field)
                    last[field] = line.cells[column]
        return frozenset(repeated)

    def _body(self) -> Iterator[Line]:
        """Yield the lines below the head, rows and others."""
        first, last = self._plan.head_last + 1, self._plan.last_row
        return (line for line in self._lines if first <= line.number <= last)

    def __len__(self) -> int:
        """Return the number of lines, rows and others."""
        return self._count

    def __iter__(self) -> Iterator[LedgerRow]:
        above: Mapping[LedgerField, tuple[Cell, ...]] = {}
        for line in self._body():
            own, extras, has_dittos = self._own_cells(line)
            if has_dittos:
                own = _without_dittos(own, above)
            if self._joins_names:
                own = dict(with_whole_name(own))
            if self._non_rows.contains(line, own, extras):
                if (own or extras) and (words := self._non_rows.words_of(line)):
                    self.skipped.append((line.number, words))
                if self._around.read_heading(line) or self._around.read_form([line]):
                    above = {}
                elif own and own.keys() <= set(PLACE_FIELDS):  # a heading such as 2号楼
                    above = own
                continue
            row = self._filled(line, own, extras, above)
            above = row.cells
            yield row

    def _own_cells(
        self, line: Line
    ) -> tuple[dict[LedgerField, tuple[Cell, ...]], tuple[tuple[str, str], ...], bool]:
        """Return the cells of each field, heads and texts of the rest, whether some are 同上."""
        own: dict[LedgerField, tuple[Cell, ...]] = {}
        extras: list[tuple[str, str]] = []
        has_dittos = False
        cells, width = line.cells, len(line.cells)
        for column, field, index, may_be_ticked in self._readings:
            cell = cells[index] if index < width else ""
            if cell == "":
                continue
            if isinstance(cell, str) and cell[0] in DITTO_BEGINS:
                if cell.isspace():
                    continue
                has_dittos = has_dittos or is_ditto(cell)
            if may_be_ticked:
                cell = self._ticked(column, cell, own, extras)
                if cell == "":
                    continue
            if field is None:
                text = cell_text(cell)
                if text is not None:
                    extras.append((_label(column), text))
            elif field in own:
                own[field] = (*own[field], cell)
            else:
                own[field] = (cell,)
        return own, tuple(extras), has_dittos

    def _ticked(
        self,
        column: ColumnPlan,
        cell: Cell,
        own: Mapping[LedgerField, tuple[Cell, ...]],
        extras: list[tuple[str, str]],
    ) -> Cell:
        """Return what a cell says in a column that may be ticked, "" if nothing.

        In a column of one value alone, text beside the tick is noted, not taken for the value.
        """
        choice = self._choices.get(column.index)
        answer = cell if isinstance(cell, bool) else read_yes(as_text(cell))
        if answer is False:
            return ""
        if answer is None:
            if choice is None:
                return cell
            extras.append((_label(column), as_text(cell)))
            return ""
        value = choice or _label(column)
        if column.field is None or column.field is _F.CARE_TAGS or column.field not in own:
            return value
        if own[column.field] != (value,):
            extras.append((_label(column), as_text(cell)))
        return ""

    # ---- what is filled down --------------------------------------------------------------

    def _filled(
        self,
        line: Line,
        own: dict[LedgerField, tuple[Cell, ...]],
        extras: tuple[tuple[str, str], ...],
        above: Mapping[LedgerField, tuple[Cell, ...]],
    ) -> LedgerRow:
        merged = self._merged_cells(line, own) if self._merged else {}
        attached = self._is_attached(own, merged)
        inherited = {**merged}
        form, place = self._around.form, self._around.place
        if merged or form or place or not self._from_above.difference(own).isdisjoint(above):
            given = own.keys() | merged.keys()
            for field in self._fields_from_above(own, given, above, attached=attached):
                inherited[field] = above.get(field) or place[field]
            if _F.GRID in above and _F.GRID not in given and _F.GRID in self._field_columns:
                inherited[_F.GRID] = above[_F.GRID]
            inherited |= {f: form[f] for f in form.keys() - given - inherited.keys()}
        return LedgerRow(
            number=line.number,
            cells=own | inherited if inherited else own,
            columns=self._field_columns,
            inherited=frozenset(inherited),
            extras=extras,
            attached=attached,
        )

    def _merged_cells(
        self, line: Line, own: Mapping[LedgerField, tuple[Cell, ...]]
    ) -> dict[LedgerField, tuple[Cell, ...]]:
        """Return what merged cells from above say of a line, where it says nothing itself."""
        return {
            column.field: (value,)
            for column in self._columns
            if column.field is not None
            and column.field not in own
            and (value := self._merged.get((line.number, column.index), "")) != ""
        }

    def _is_attached(
        self,
        own: Mapping[LedgerField, tuple[Cell, ...]],
        merged: Mapping[LedgerField, tuple[Cell, ...]],
    ) -> bool:
        """Whether a row goes on with the household, or the let house, of the row above."""
        if not own.keys().isdisjoint(_OPENING):
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
        return not is_head_relation(cell_text(relation[0]))

    def _fields_from_above(
        self,
        own: Mapping[LedgerField, tuple[Cell, ...]],
        given: frozenset[LedgerField] | set[LedgerField],
        above: Mapping[LedgerField, tuple[Cell, ...]],
        *,
        attached: bool,
    ) -> set[LedgerField]:
        """Return the shared fields whose blank cell means: as above."""
        open_fields = set(self._left_open - given)
        if attached or self._same_unit(own, above):
            return open_fields & above.keys()
        open_fields &= above.keys() | self._around.place.keys()
        wanted: set[LedgerField] = set()
        if not open_fields:
            return wanted
        for rank, field in enumerate(PLACE_FIELDS):
            narrower = given & set(PLACE_FIELDS[rank + 1 :])
            wider = given & set(PLACE_FIELDS[:rank])
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
            for field in (_F.HOUSEHOLD_NUMBER, _F.RENTAL_NUMBER, _F.HEAD_NAME)
        ) and not own.keys() & {*PLACE_FIELDS, _F.ADDRESS}


def _without_dittos(
    own: dict[LedgerField, tuple[Cell, ...]], above: Mapping[LedgerField, tuple[Cell, ...]]
) -> dict[LedgerField, tuple[Cell, ...]]:
    """Write out what 同上 stands for; of a name or a number, which are one's own, nothing."""
    dittos = [f for f, (cell, *_) in own.items() if isinstance(cell, str) and is_ditto(cell)]
    said = dict(own)
    for field in dittos:
        if all(is_ditto(as_text(cell)) for cell in own[field]):
            del said[field]
            if field in above and field not in _OWN:
                said[field] = above[field]
    return said


def _at(line: Line, column: int) -> bool:
    return column < len(line.cells) and line.cells[column] != ""


def _label(column: ColumnPlan) -> str:
    return column.head.removeprefix("是否").replace("/", "")
