"""What kind of ledger a table is, and what its columns mean in that kind."""

from collections.abc import Container, Iterable
from dataclasses import replace

from linli.domain.imports import ColumnPlan, LedgerField, LedgerShape, SheetPlan
from linli.exchange.couples import NAME_PARTS, SPOUSE_FIELDS, names_couples
from linli.exchange.head_words import choice_of, is_address_part, words

_F = LedgerField

_FLOATING_SIGNS = {
    _F.ARRIVED: 1.0,
    _F.ORIGIN: 1.0,
    _F.REASON: 1.0,
    _F.PERMIT_NUMBER: 1.0,
    _F.PERMIT_KIND: 1.0,
    _F.EXPECTED_LEAVE: 1.0,
    _F.HOUSING: 0.5,
    _F.LANDLORD_NAME: 1.0,
    _F.MANAGEMENT: 0.5,
    _F.REGISTERED_ADDRESS: 0.5,
    _F.RELATION: -1.0,
    _F.HOUSEHOLD_NUMBER: -0.5,
    _F.ROOMS: -1.5,
}
_RENTAL_SIGNS = {
    _F.LANDLORD_NAME: 1.0,
    _F.LANDLORD_DOCUMENT: 1.0,
    _F.ROOMS: 1.5,
    _F.OCCUPANTS: 1.0,
    _F.TENANT_NAME: 2.0,
    _F.RENTAL_NUMBER: 1.0,
    _F.RENTED_SINCE: 0.5,
    _F.NAME: -1.0,
    _F.RELATION: -1.0,
    _F.ARRIVED: -0.5,
    _F.ORIGIN: -1.0,
    _F.REGISTERED_ADDRESS: -1.0,
}
_TITLE_WEIGHT = 2.0
_FLOATING_LEAST = 2.0
_RENTAL_LEAST = 2.5

_ROW_IDENTITY = frozenset(
    {
        _F.DOCUMENT,
        _F.RELATION,
        _F.HOUSEHOLD_NUMBER,
        _F.BIRTH,
        _F.ADDRESS,
        _F.BUILDING,
        _F.ROOM,
        _F.SEX,
        _F.REGISTERED_ADDRESS,
    }
)
_PLACE = frozenset({_F.ADDRESS, _F.ESTATE, _F.BUILDING, _F.ROOM})

_SEVERAL = frozenset(
    {
        _F.PHONE,
        _F.SKILLS,
        _F.CARE_TAGS,
        _F.NOTE,
        _F.SEQUENCE,
        _F.AGE,
        _F.IGNORED,
        _F.LANDLORD_PHONE,
        _F.TENANT_PHONE,
    }
)
_JOINED = frozenset({_F.REGISTERED_ADDRESS, _F.ADDRESS, _F.ORIGIN})

_AS_RENTAL = (
    (_F.HEAD_NAME, _F.LANDLORD_NAME),
    (_F.HEAD_DOCUMENT, _F.LANDLORD_DOCUMENT),
    (_F.HEAD_PHONE, _F.LANDLORD_PHONE),
    (_F.NAME, _F.TENANT_NAME),
    (_F.DOCUMENT, _F.TENANT_DOCUMENT),
    (_F.PHONE, _F.TENANT_PHONE),
    (_F.ARRIVED, _F.RENTED_SINCE),
    (_F.HOUSEHOLD_NUMBER, _F.RENTAL_NUMBER),
)
_AS_PERSON = (
    (_F.TENANT_NAME, _F.NAME),
    (_F.TENANT_DOCUMENT, _F.DOCUMENT),
    (_F.TENANT_PHONE, _F.PHONE),
    (_F.RENTED_SINCE, _F.ARRIVED),
)
_HEAD_ONLY = (
    (_F.HEAD_NAME, _F.NAME),
    (_F.HEAD_DOCUMENT, _F.DOCUMENT),
    (_F.HEAD_PHONE, _F.PHONE),
)


def recognise_shape(columns: Iterable[ColumnPlan], titles: str) -> LedgerShape:
    """Return what kind of ledger it is, from its columns and its titles (sheet and file name)."""
    fields = {column.field for column in columns}
    floating = sum(worth for sign, worth in _FLOATING_SIGNS.items() if sign in fields)
    rental = sum(worth for sign, worth in _RENTAL_SIGNS.items() if sign in fields)
    if any(word in titles for word in words().floating_titles):
        floating += _TITLE_WEIGHT
    elif _F.IS_FLOATING in fields:
        floating = 0.0  # each row says it for itself
    if any(word in titles for word in words().rental_titles):
        rental += _TITLE_WEIGHT
    if rental >= _RENTAL_LEAST and rental >= floating:
        return LedgerShape.RENTALS
    return LedgerShape.FLOATING if floating >= _FLOATING_LEAST else LedgerShape.RESIDENTS


def is_ledger(columns: Iterable[ColumnPlan], shape: LedgerShape) -> bool:
    """Whether the columns are enough for that kind: a list of staff phones is no ledger."""
    fields = {column.field for column in columns}
    if shape is LedgerShape.RENTALS:
        return not fields.isdisjoint(_PLACE | {_F.RENTAL_NUMBER})
    is_named = _F.NAME in fields or set(NAME_PARTS) <= fields
    return is_named and not fields.isdisjoint(_ROW_IDENTITY)


def fit_columns(columns: Iterable[ColumnPlan], shape: LedgerShape) -> tuple[ColumnPlan, ...]:
    """Return the columns as that kind of ledger means them, each field once where it must be."""
    fitted = list(columns)
    fields = {column.field for column in fitted}
    if shape is LedgerShape.RENTALS:
        fitted = _rename(fitted, _rental_renames(fields))
        fitted = [
            replace(column, field=_F.RENTAL_NUMBER)
            if column.field is _F.SEQUENCE and column.head.endswith("编号")
            else column
            for column in fitted
        ]
    else:
        fitted = _as_people(_rename(fitted, _AS_PERSON), shape)
    return _each_once(fitted)


def _as_people(columns: list[ColumnPlan], shape: LedgerShape) -> list[ColumnPlan]:
    """Return the columns of people as one name each, in one column or in two, and of couples."""
    fields = {column.field for column in columns}
    if _F.SURNAME in fields and _F.GIVEN_NAME not in fields:
        columns = [
            replace(column, field=_F.GIVEN_NAME) if column.head.endswith("名字") else column
            for column in columns
        ]
        fields = {column.field for column in columns}
    if _F.NAME not in fields and not set(NAME_PARTS) <= fields:
        columns = _rename(columns, (*_HEAD_ONLY, (_F.GIVEN_NAME, _F.NAME)))
        fields = {column.field for column in columns}
    if _F.NAME in fields:
        columns = _without(columns, NAME_PARTS)
    if shape is not LedgerShape.RESIDENTS or not names_couples(columns):
        columns = _without(columns, SPOUSE_FIELDS)
    return columns


def _without(columns: list[ColumnPlan], fields: Container[object]) -> list[ColumnPlan]:
    """Leave the columns of these fields to the note."""
    return [
        replace(column, field=None, confidence=0.0) if column.field in fields else column
        for column in columns
    ]


def _rental_renames(
    fields: set[LedgerField | None],
) -> tuple[tuple[LedgerField, LedgerField], ...]:
    """In a list of let houses the plain 姓名 is the tenant's, or the landlord's where he lacks."""
    landlord_named = not fields.isdisjoint({_F.LANDLORD_NAME, _F.HEAD_NAME})
    if landlord_named or _F.TENANT_NAME not in fields:
        return _AS_RENTAL
    return (
        *_AS_RENTAL[:3],
        (_F.NAME, _F.LANDLORD_NAME),
        (_F.DOCUMENT, _F.LANDLORD_DOCUMENT),
        (_F.PHONE, _F.LANDLORD_PHONE),
        *_AS_RENTAL[6:],
    )


def _rename(
    columns: list[ColumnPlan], renames: Iterable[tuple[LedgerField, LedgerField]]
) -> list[ColumnPlan]:
    """Give columns another field where no column has that one yet."""
    taken = {column.field for column in columns}
    targets = {old: new for old, new in renames if new not in taken}
    return [
        replace(column, field=targets[column.field]) if column.field in targets else column
        for column in columns
    ]


def _each_once(columns: list[ColumnPlan]) -> tuple[ColumnPlan, ...]:
    """Leave a field that can stand once to its surest column; the others go into the note."""
    fields = {column.field for column in columns}
    result: list[ColumnPlan] = []
    for column in columns:
        field = column.field
        if field is None or field in _SEVERAL or _is_part(column):
            result.append(column)
            continue
        rivals = [other for other in columns if other.field is field and not _is_part(other)]
        best = max(rivals, key=lambda rival: (rival.confidence, -rival.index))
        if column is best:
            result.append(column)
        elif field is _F.BUILDING and _F.ROOM not in fields:
            result.append(replace(column, field=_F.ROOM))
        else:
            result.append(replace(column, field=None, confidence=0.0))
    return tuple(result)


def _is_part(column: ColumnPlan) -> bool:
    """Whether several columns make up the field: one for each value to tick, or province, city."""
    choice = choice_of(column.head)
    is_choice = choice is not None and choice[0] is column.field
    return is_choice or (column.field in _JOINED and is_address_part(column.head))


def usable_fields(shape: LedgerShape) -> tuple[LedgerField, ...]:
    """Return the fields that a column of that kind of ledger can be given."""
    rental_only = {
        _F.RENTAL_NUMBER,
        _F.ROOMS,
        _F.OCCUPANTS,
        _F.TENANT_NAME,
        _F.TENANT_DOCUMENT,
        _F.TENANT_PHONE,
        _F.TENANT_ROOM,
        _F.RENTED_SINCE,
        _F.RENTED_UNTIL,
        _F.REVIEW_DATE,
    }
    shared = {
        _F.GRID,
        _F.ESTATE,
        _F.BUILDING,
        _F.UNIT,
        _F.ROOM,
        _F.ADDRESS,
        _F.LANDLORD_NAME,
        _F.LANDLORD_DOCUMENT,
        _F.LANDLORD_PHONE,
        _F.MANAGEMENT,
        _F.NOTE,
        _F.SEQUENCE,
        _F.IGNORED,
    }
    if shape is LedgerShape.RENTALS:
        wanted = rental_only | shared
    else:
        wanted = set(_F) - rental_only - {_F.LANDLORD_DOCUMENT}
    return tuple(field for field in _F if field in wanted)


def note_the_rest(plan: SheetPlan) -> SheetPlan:
    """Return the plan with the columns that its kind of ledger has no place for as notes."""
    usable = {*usable_fields(plan.shape), _F.AGE}
    columns = tuple(
        column if column.field in usable else replace(column, field=None) for column in plan.columns
    )
    return replace(plan, columns=columns)
