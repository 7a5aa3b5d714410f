"""The orders of the residents table, and the queries that read a list in one of them.

A list that nothing but the standing narrows is walked: its tables are joined in the order asked
for, and each is read from an index that is in that order (see `schema.ResidentRecord`). Nothing is
sorted, so the first page costs no more of a million than of a thousand. SQLite walks what it finds
first last: who has no grid, no household, no home is read by a query of its own, after the others.

Any other list is what the planner makes of it, sorted. Both ways give the same order.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Select, func, literal_column, select

from linli.domain.relations import HEAD_CODE
from linli.domain.residents import ResidentSort
from linli.storage.schema import DwellingRecord, GridRecord, HouseholdRecord, ResidentRecord

Person, Home, Grid, Household = ResidentRecord, DwellingRecord, GridRecord, HouseholdRecord

_NOT_HEAD: ColumnElement[Any] = literal_column(f"resident.relation_code IS NOT '{HEAD_CODE}'")
_AT_HOME = (Person.household_id, _NOT_HEAD, Person.id)
_IN_HOUSEHOLD = (_NOT_HEAD, Person.id)
# With the id SQLite knows that a step out is another record, and the steps inside go on in order.
_BY_GRID = (func.length(Grid.number), Grid.number, Grid.id)  # 2 before 10
_BY_HOUSEHOLD = (func.length(Household.number), Household.number, Household.id)
_BY_ADDRESS = (Home.sort_key, Home.id)

# The plus keeps the planner from looking up the left table for each row of the right one.
_HOME_FIRST = Person.home_id == literal_column("+dwelling.id")
_GRID_FIRST = Home.grid_id == literal_column("+grid.id")
_HOUSEHOLD_FIRST = Person.household_id == literal_column("+household.id")


@dataclass(frozen=True, kw_only=True)
class _Order:
    """An order: `keys` turn round when it is descending, `ties` do not."""

    keys: Sequence[Any]
    ties: Sequence[Any] = ()


_ORDERS = {
    ResidentSort.ADDRESS: _Order(keys=_BY_ADDRESS, ties=_AT_HOME),
    ResidentSort.NAME: _Order(keys=(Person.name_pinyin, Person.name, Person.id)),
    ResidentSort.BIRTH: _Order(keys=(Person.birth, Person.id)),
    ResidentSort.GRID: _Order(keys=(*_BY_GRID, *_BY_ADDRESS), ties=_AT_HOME),
    ResidentSort.HOUSEHOLD: _Order(keys=_BY_HOUSEHOLD, ties=_IN_HOUSEHOLD),
    ResidentSort.ENTERED: _Order(keys=(Person.id,)),
}

_PEOPLE = select(Person.id)
_OF_HOMES = select(Person.id).select_from(Home).join(Person, _HOME_FIRST)
_OF_HOUSEHOLDS = select(Person.id).select_from(Household).join(Person, _HOUSEHOLD_FIRST)
_HOMELESS = (_PEOPLE.where(Person.home_id.is_(None)), _Order(keys=(), ties=_AT_HOME))

_WALKS: dict[ResidentSort, Sequence[tuple[Select[Any], _Order]]] = {
    ResidentSort.ADDRESS: ((_OF_HOMES, _ORDERS[ResidentSort.ADDRESS]), _HOMELESS),
    ResidentSort.NAME: ((_PEOPLE, _ORDERS[ResidentSort.NAME]),),
    ResidentSort.BIRTH: (
        (_PEOPLE.where(Person.birth.is_not(None)), _ORDERS[ResidentSort.BIRTH]),
        (_PEOPLE.where(Person.birth.is_(None)), _ORDERS[ResidentSort.ENTERED]),
    ),
    ResidentSort.GRID: (
        (
            select(Person.id).select_from(Grid).join(Home, _GRID_FIRST).join(Person, _HOME_FIRST),
            _ORDERS[ResidentSort.GRID],
        ),
        (_OF_HOMES.where(Home.grid_id.is_(None)), _ORDERS[ResidentSort.ADDRESS]),
        _HOMELESS,
    ),
    ResidentSort.HOUSEHOLD: (
        (_OF_HOUSEHOLDS.where(Household.number.is_not(None)), _ORDERS[ResidentSort.HOUSEHOLD]),
        (
            _OF_HOUSEHOLDS.where(Household.number.is_(None)),
            _Order(keys=(Household.id,), ties=_IN_HOUSEHOLD),
        ),
        (_PEOPLE.where(Person.household_id.is_(None)), _Order(keys=(), ties=_IN_HOUSEHOLD)),
    ),
    ResidentSort.ENTERED: ((_PEOPLE, _ORDERS[ResidentSort.ENTERED]),),
}


def walked(
    conditions: Sequence[ColumnElement[bool]], sort: ResidentSort, *, descending: bool
) -> list[Select[Any]]:
    """Return the queries that, one after the other, read a list in the order of the indexes."""
    return [
        people.where(*conditions).order_by(*_directed(order.keys, descending), *order.ties)
        for people, order in _WALKS[sort]
    ]


def sorted_query(
    conditions: Sequence[ColumnElement[bool]], sort: ResidentSort, *, descending: bool
) -> Select[Any]:
    """Return the query that reads a narrowed list; those without the value come last."""
    query = select(Person.id).where(*conditions)
    if sort in (ResidentSort.ADDRESS, ResidentSort.GRID):
        query = query.outerjoin(Home, Home.id == Person.home_id)
    if sort is ResidentSort.GRID:
        query = query.outerjoin(Grid, Grid.id == Home.grid_id)
    if sort is ResidentSort.HOUSEHOLD:
        query = query.outerjoin(Household, Household.id == Person.household_id)
    order = _ORDERS[sort]
    keys = (key.nulls_last() for key in _directed(order.keys, descending))
    return query.order_by(*keys, *order.ties)


def _directed(keys: Sequence[Any], descending: bool) -> list[Any]:  # noqa: FBT001 - passed on
    return [key.desc() if descending else key.asc() for key in keys]
