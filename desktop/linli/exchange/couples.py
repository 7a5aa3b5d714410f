"""Names in two columns, and two people in one row: 姓 and 名, 户主 and 配偶."""

from collections.abc import Iterable
from dataclasses import replace

from linli.domain.imports import ColumnPlan, LedgerField
from linli.domain.values.names import is_plain_name
from linli.domain.worksheets import Cell
from linli.exchange.cells import code_of
from linli.exchange.head_words import words
from linli.exchange.ledger_row import PLACE_FIELDS, LedgerRow, cell_text

_F = LedgerField

NAME_PARTS = (_F.SURNAME, _F.GIVEN_NAME)
SPOUSE_FIELDS = {
    _F.SPOUSE_NAME: _F.NAME,
    _F.SPOUSE_DOCUMENT: _F.DOCUMENT,
    _F.SPOUSE_PHONE: _F.PHONE,
    _F.SPOUSE_BIRTH: _F.BIRTH,
}
"""What a row says of a second person, and what that is of a person."""

_SHARED = (*PLACE_FIELDS, _F.ADDRESS, _F.GRID, _F.HOUSEHOLD_NUMBER)
_LONGEST_SURNAME = 2

Cells = dict[LedgerField, tuple[Cell, ...]]


def names_couples(columns: Iterable[ColumnPlan]) -> bool:
    """Whether a row of these columns enters two people.

    Where members have rows of their own (they have a relation), or the spouse is named without a
    number, the columns only tell more of the one person: a couple would be entered twice.
    """
    fields = {column.field for column in columns}
    return {_F.SPOUSE_NAME, _F.SPOUSE_DOCUMENT} <= fields and _F.RELATION not in fields


def with_whole_name(own: Cells) -> Cells:
    """Return the cells of a row with the name that its parts make up."""
    if _F.NAME in own or own.keys().isdisjoint(NAME_PARTS):
        return own
    parts = [text for field in NAME_PARTS if (text := cell_text(own.get(field, ("",))[0]))]
    if not parts:
        return own
    # A minority name may stand in the two columns; its parts are joined by a dot (normalise_name).
    is_han = all(map(is_plain_name, parts)) and len(parts[0]) <= _LONGEST_SURNAME
    return {**own, _F.NAME: (("" if is_han else " ").join(parts),)}


def part_spouse(row: LedgerRow, *, is_of_head: bool) -> tuple[LedgerRow, LedgerRow | None]:
    """Return a row without its second person, and a row of theirs if it names one.

    Args:
        row: the row of a table of couples.
        is_of_head: the first person is the head, so that the second is 配偶 to them.
    """
    name = row.text(_F.SPOUSE_NAME)
    if name is None or name in words().name_remarks or code_of("marriage", name) is not None:
        said = [text for field in SPOUSE_FIELDS if (text := row.text(field)) is not None]
        extras = (*row.extras, ("配偶", "、".join(said))) if said else row.extras
        return replace(row, extras=extras), None
    cells: Cells = {field: row.cells[field] for field in _SHARED if field in row.cells}
    cells |= {own: row.cells[said] for said, own in SPOUSE_FIELDS.items() if said in row.cells}
    if is_of_head:
        cells[_F.RELATION] = ("配偶",)
    spouse = LedgerRow(
        number=row.number,
        cells=cells,
        columns={
            own: row.columns[said] for said, own in SPOUSE_FIELDS.items() if said in row.columns
        },
        inherited=frozenset(cells.keys() & row.inherited),
        extras=(),
        attached=True,
    )
    return row, spouse
