"""Gaps of the ledger (缺项名单): counted in one pass, listed as one walks."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Select,
    and_,
    exists,
    func,
    literal_column,
    or_,
    select,
)
from sqlalchemy.orm import aliased

from linli.domain.missing import PHONE_FROM_AGE, Gap, GapFilter, GapLine
from linli.domain.relations import HEAD_CODE
from linli.domain.residents import (
    HouseholdKind,
    MissingFact,
    ResidentSort,
    ResidentStatus,
)
from linli.domain.values.addresses import address_text
from linli.storage.dwelling_facts import address_of
from linli.storage.ids import among
from linli.storage.pairings import load_heads
from linli.storage.resident_conditions import lacks, years_before
from linli.storage.resident_lists import list_rows
from linli.storage.resident_order import sorted_query, walked
from linli.storage.schema import DwellingRecord, GridRecord, HouseholdRecord, ResidentRecord

_Person, _Home, _Household, _Grid = ResidentRecord, DwellingRecord, HouseholdRecord, GridRecord
_PIECE = 5000
"""So many people are looked up at once."""
_FEW = 10_000
_ANY_ID: ColumnElement[int] = literal_column("+resident.id")


def count_gaps(connection: Connection, today: date) -> dict[Gap, int]:
    """Return how many people, households and homes each gap has."""
    of_people = [gap for gap in Gap if gap.facts]
    row = connection.execute(
        select(*(func.count().filter(_is(gap, today)) for gap in of_people)).where(_here(_Person))
    ).one()
    found = dict(zip(of_people, row, strict=True))
    for gap, table, condition in (
        (Gap.HEADLESS, _Household, _headless()),
        (Gap.DWELLING, _Home, _Home.grid_id.is_(None)),
    ):
        query = select(func.count()).select_from(table).where(condition)
        found[gap] = connection.execute(query).scalar_one()
    return {gap: found[gap] for gap in Gap}


def count_gap(connection: Connection, wanted: GapFilter, today: date) -> int:
    """Return how many lines a list has."""
    query = _lacking(wanted, today) if wanted.gap.facts else _places(wanted)
    return connection.execute(select(func.count()).select_from(query.subquery())).scalar_one()


def list_gap(
    connection: Connection, wanted: GapFilter, today: date, limit: int | None = None
) -> list[GapLine]:
    """Return the lines of a list, grid by grid as one walks."""
    if wanted.gap.facts:
        ids = _walked_ids(connection, wanted, today, limit)
        lines = []
        for start in range(0, len(ids), _PIECE):
            lines += _person_lines(connection, ids[start : start + _PIECE], wanted.gap, today)
        return lines
    rows = connection.execute(_places(wanted).limit(limit)).all()
    if wanted.gap is Gap.HEADLESS:
        return _household_lines(connection, rows)
    return _home_lines(connection, rows)


# ---- people -------------------------------------------------------------------------------


def _walked_ids(
    connection: Connection, wanted: GapFilter, today: date, limit: int | None
) -> list[int]:
    """Return who lacks something, grid by grid as one walks.

    First all who lack it are found, in the order in which they lie in the file. A few of them are
    sorted; of many the whole ledger is walked in order, which reads no person's row.
    """
    lacking = connection.execute(_lacking(wanted, today)).scalars().all()
    if len(lacking) <= _FEW:
        chosen = _Person.id.in_(among(lacking))
        queries = [sorted_query([chosen], ResidentSort.GRID, descending=False)]
    else:
        chosen = _ANY_ID.in_(among(lacking))
        queries = walked([chosen], ResidentSort.GRID, descending=False)
    found: list[int] = []
    for query in queries:
        rest = None if limit is None else limit - len(found)
        found += connection.execute(query.limit(rest)).scalars()
    return found


def _lacking(wanted: GapFilter, today: date) -> Select[Any]:
    """Select who lacks something; the plus keeps the planner from hopping about the file."""
    at_home: ColumnElement[int] = literal_column("+resident.home_id")
    query = select(_Person.id).where(
        literal_column("+resident.recycled_at").is_(None),
        literal_column("+resident.status") == ResidentStatus.PRESENT.value,
        _is(wanted.gap, today),
    )
    if wanted.grid_id is not None:
        query = query.where(at_home.in_(select(_Home.id).where(_Home.grid_id == wanted.grid_id)))
    if wanted.without_grid:
        query = query.where(lacks(MissingFact.GRID))
    return query


def _is(gap: Gap, today: date) -> ColumnElement[bool]:
    return or_(*(_lacks(fact, today) for fact in gap.facts))


def _lacks(fact: MissingFact, today: date) -> ColumnElement[bool]:
    """Return whether a person lacks a fact that is asked for at their age."""
    if fact is not MissingFact.PHONE:
        return lacks(fact)
    is_child = _Person.birth > years_before(today, PHONE_FROM_AGE)
    return and_(is_child.is_not(True), lacks(fact))


def _here(person: Any) -> ColumnElement[bool]:
    return and_(person.recycled_at.is_(None), person.status == ResidentStatus.PRESENT.value)


def _person_lines(
    connection: Connection, ids: Sequence[int], gap: Gap, today: date
) -> list[GapLine]:
    missing = _missing(connection, ids, gap.facts, today)
    return [
        GapLine(
            resident_id=person.id,
            name=person.name,
            sex=person.sex,
            age=person.age,
            place=person.address,
            grid=person.grid,
            lacks=missing[person.id],
        )
        for person in list_rows(connection, ids, today)
    ]


def _missing(
    connection: Connection, ids: Sequence[int], facts: Sequence[MissingFact], today: date
) -> Mapping[int, tuple[MissingFact, ...]]:
    """Return which of some facts each person lacks."""
    query = select(_Person.id, *(_lacks(fact, today) for fact in facts))
    query = query.where(_Person.id.in_(among(ids)))
    return {
        number: tuple(fact for fact, is_missing in zip(facts, flags, strict=True) if is_missing)
        for number, *flags in connection.execute(query)
    }


# ---- households and homes -----------------------------------------------------------------


def _headless() -> ColumnElement[bool]:
    """Return whether people live in a household, and none of them is its head."""
    member, head = aliased(_Person), aliased(_Person)
    lived_in = exists().where(member.household_id == _Household.id, _here(member))
    led = exists().where(
        head.household_id == _Household.id, head.relation_code == HEAD_CODE, _here(head)
    )
    family = _Household.kind != HouseholdKind.COLLECTIVE.value
    return and_(family, lived_in.correlate(_Household), ~led.correlate(_Household))


def _places(wanted: GapFilter) -> Select[Any]:
    columns: tuple[Any, ...] = (
        _Home.estate,
        _Home.building,
        _Home.unit,
        _Home.room,
        _Grid.name.label("grid"),
    )
    if wanted.gap is Gap.HEADLESS:
        query = (
            select(_Household.id, _Home.id.label("home"), *columns)
            .outerjoin(_Home, _Home.id == _Household.dwelling_id)
            .where(_headless())
        )
    else:
        query = select(_Home.id, _Home.id.label("home"), *columns).where(_Home.grid_id.is_(None))
    query = query.outerjoin(_Grid, _Grid.id == _Home.grid_id)
    if wanted.grid_id is not None:
        query = query.where(_Home.grid_id == wanted.grid_id)
    if wanted.without_grid:
        query = query.where(_Home.grid_id.is_(None))
    return query.order_by(
        _Grid.id.is_(None),
        func.length(_Grid.number),
        _Grid.number,
        _Home.sort_key.is_(None),
        _Home.sort_key,
        "id",
    )


def _household_lines(connection: Connection, rows: Sequence[Any]) -> list[GapLine]:
    ids = [row.id for row in rows]
    members = load_heads(connection, ids)
    counts = _count_by(connection, _Person.household_id, ids)
    return [
        GapLine(
            resident_id=members[row.id].id,
            household_id=row.id,
            name=members[row.id].name,
            place=_place(row),
            grid=row.grid or "",
            people=counts[row.id],
        )
        for row in rows
    ]


def _home_lines(connection: Connection, rows: Sequence[Any]) -> list[GapLine]:
    ids = [row.id for row in rows]
    counts = _count_by(connection, _Person.home_id, ids)
    living = dict(
        connection.execute(
            select(_Person.home_id, func.min(_Person.id))
            .where(_Person.home_id.in_(among(ids)), _here(_Person))
            .group_by(_Person.home_id)
        ).all()
    )
    names = dict(
        connection.execute(
            select(_Person.id, _Person.name).where(_Person.id.in_(among(living.values())))
        ).all()
    )
    return [
        GapLine(
            resident_id=living.get(row.id),
            name=names.get(living.get(row.id, 0), ""),
            place=_place(row),
            people=counts.get(row.id, 0),
        )
        for row in rows
    ]


def _count_by(connection: Connection, column: Any, ids: Sequence[int]) -> dict[int, int]:
    query = (
        select(column, func.count()).where(column.in_(among(ids)), _here(_Person)).group_by(column)
    )
    return dict(connection.execute(query).all())


def _place(row: Any) -> str:
    return address_text(address_of(row)) if row.home else ""
