"""The residents table: which people a list shows, in which order, and their lines."""

from array import array
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, func, select

from linli.domain.codes import code_table
from linli.domain.labels import SEX
from linli.domain.residents import (
    ResidentFilter,
    ResidentRow,
    ResidentSort,
    ResidentStatus,
    Sex,
)
from linli.domain.values.addresses import address_text
from linli.domain.values.dates import PartialDate
from linli.domain.values.masking import mask_document, mask_phone
from linli.storage.dwellings import address_of
from linli.storage.ids import among
from linli.storage.resident_conditions import conditions, has_card
from linli.storage.resident_order import sorted_query, walked
from linli.storage.schema import (
    DwellingRecord,
    FloatingStayRecord,
    GridRecord,
    HouseholdRecord,
    IdentityDocumentRecord,
    PartyMembershipRecord,
    PhoneRecord,
    ResidentRecord,
    ResidentTagRecord,
)
from linli.storage.search import find_ids, fits

Person = ResidentRecord
_BETWEEN = "、"
_PIECE = 40_000
_BEST = 1000
"""So many are ranked when everybody whom a text finds is listed; the others follow by address."""


def list_ids(
    connection: Connection,
    wanted: ResidentFilter,
    sort: ResidentSort,
    *,
    today: date,
    descending: bool = False,
    limit: int | None = None,
) -> "array[int]":
    """Return the ids of a list in its order; those without the value sorted by come last.

    Args:
        connection: the ledger.
        wanted: which people.
        sort: the order; by match, a list without a text is ordered by address.
        today: for ages.
        descending: turn the order round, but for those without the value and within a household.
        limit: how many are wanted: the first of the same list; all if None.
    """
    if sort is ResidentSort.MATCH:
        if fits(connection, wanted.text) is not None:
            return _list_best(connection, wanted, today, limit)
        sort = ResidentSort.ADDRESS
    asked = conditions(connection, wanted, today)
    if wanted == ResidentFilter(statuses=wanted.statuses):
        queries = walked(asked, sort, descending=descending)
    else:
        queries = [sorted_query(asked, sort, descending=descending)]
    found = array("q")
    for query in queries:
        if limit is None:
            _read_all(connection, query, found)
        elif len(found) < limit:
            rest = query.limit(limit - len(found))
            found.extend(connection.execute(rest).scalars())
    return found


def _list_best(
    connection: Connection, wanted: ResidentFilter, today: date, limit: int | None
) -> "array[int]":
    """Return whom a text finds, best first."""
    best = _find_fitting(connection, wanted, today, _BEST if limit is None else limit)
    if limit is None and len(best) >= _BEST:
        ranked = set(best)
        everybody = list_ids(connection, wanted, ResidentSort.ADDRESS, today=today)
        best.extend(number for number in everybody if number not in ranked)
    return best


def _find_fitting(
    connection: Connection, wanted: ResidentFilter, today: date, count: int
) -> "array[int]":
    """Return the `count` best matches that fit the rest of a filter."""
    others = conditions(connection, replace(wanted, text=""), today)
    asked = count
    while True:
        found = find_ids(connection, wanted.text, asked)
        query = select(Person.id).where(Person.id.in_(among(found)), *others)
        fitting = set(connection.execute(query).scalars())
        best = array("q", (number for number in found if number in fitting))
        if len(found) < asked or len(best) >= count:
            return best[:count]
        asked *= 8


def _read_all(connection: Connection, query: Select[Any], into: "array[int]") -> None:
    """Add all ids of a query, read as one text.

    SQLite then works without a pause for each row, in which a window waiting for Python's lock
    would be held up; so do the pieces in which the text is taken apart.
    """
    rows = query.subquery()
    ids = connection.execute(select(func.group_concat(rows.c.id))).scalar_one() or ""
    start = 0
    while start < len(ids):
        end = ids.find(",", start + _PIECE)
        end = len(ids) if end < 0 else end
        into.extend(map(int, ids[start:end].split(",")))
        start = end + 1


# ---- lines --------------------------------------------------------------------------------


def list_rows(connection: Connection, ids: Sequence[int], today: date) -> list[ResidentRow]:
    """Return the lines of some people, in the order of `ids`; those no longer there are left out.

    Document and phone numbers are masked.
    """
    wanted = among(ids)
    people = connection.execute(
        select(
            Person.id,
            Person.name,
            Person.sex,
            Person.birth,
            Person.ethnicity_code,
            Person.relation_code,
            Person.status,
            Person.home_id,
            HouseholdRecord.number.label("household_number"),
            DwellingRecord.estate,
            DwellingRecord.building,
            DwellingRecord.unit,
            DwellingRecord.room,
            GridRecord.name.label("grid"),
            FloatingStayRecord.id.label("stay_id"),
            has_card().label("has_card"),
        )
        .outerjoin(HouseholdRecord, HouseholdRecord.id == Person.household_id)
        .outerjoin(DwellingRecord, DwellingRecord.id == Person.home_id)
        .outerjoin(GridRecord, GridRecord.id == DwellingRecord.grid_id)
        .outerjoin(FloatingStayRecord, FloatingStayRecord.resident_id == Person.id)
        .where(Person.id.in_(wanted))
    ).all()
    details = _Details(connection, wanted)
    lines = {row.id: _line(row, details, today) for row in people}
    return [lines[resident_id] for resident_id in ids if resident_id in lines]


class _Details:
    """Of many people at once: the first document and phone, and the tags."""

    def __init__(self, connection: Connection, ids: Select[Any]) -> None:
        self.documents = _first(connection, IdentityDocumentRecord, ids)
        self.phones = _first(connection, PhoneRecord, ids)
        self.tags: dict[tuple[int, str], list[str]] = {}
        tags = ResidentTagRecord
        for owner, kind, text in connection.execute(
            select(tags.resident_id, tags.kind, tags.text)
            .where(tags.resident_id.in_(ids))
            .order_by(tags.position)
        ):
            self.tags.setdefault((owner, kind), []).append(text)


def _first(connection: Connection, rows: Any, ids: Select[Any]) -> dict[int, str]:
    found: dict[int, str] = {}
    for owner, number in connection.execute(
        select(rows.resident_id, rows.number)
        .where(rows.resident_id.in_(ids))
        .order_by(rows.position)
    ):
        found.setdefault(owner, number)
    return found


def _line(row: Any, details: _Details, today: date) -> ResidentRow:
    document, phone = details.documents.get(row.id), details.phones.get(row.id)
    status = ResidentStatus(row.status)
    age = None
    if row.birth and status is not ResidentStatus.DECEASED:
        age = PartialDate.from_iso(row.birth).age_on(today)
    return ResidentRow(
        id=row.id,
        name=row.name,
        sex=SEX[Sex(row.sex)],
        age=age,
        birth=row.birth or "",
        document=mask_document(document) if document else "",
        phone=mask_phone(phone) if phone else "",
        ethnicity=code_table("ethnicity").label(row.ethnicity_code),
        relation=code_table("relation").label(row.relation_code),
        household_number=row.household_number or "",
        address=address_text(address_of(row)) if row.home_id else "",
        grid=row.grid or "",
        tags=_BETWEEN.join(details.tags.get((row.id, "care"), ())),
        skills=_BETWEEN.join(details.tags.get((row.id, "skill"), ())),
        status=status,
        floating=row.stay_id is not None,
        has_card=row.has_card,
    )


# ---- suggestions --------------------------------------------------------------------------

_SUGGESTED: dict[str, tuple[Any, ColumnElement[bool] | None]] = {
    "skills": (ResidentTagRecord.text, ResidentTagRecord.kind == "skill"),
    "care_tags": (ResidentTagRecord.text, ResidentTagRecord.kind == "care"),
    "occupation": (Person.occupation, None),
    "employer": (Person.employer, None),
    "registered_address": (Person.registered_address, None),
    "origin": (FloatingStayRecord.origin, None),
    "origin_village": (Person.origin_village, None),
    "branch": (PartyMembershipRecord.branch, None),
    "home_organisation": (PartyMembershipRecord.home_organisation, None),
    "post": (PartyMembershipRecord.post, None),
    "estate": (DwellingRecord.estate, None),
}


def list_used(connection: Connection, field: str, part: str, limit: int) -> list[str]:
    """Return what is recorded in a field already and contains `part`: often used first."""
    column, condition = _SUGGESTED[field]
    query = select(column).where(column.is_not(None), column.contains(part, autoescape=True))
    if condition is not None:
        query = query.where(condition)
    query = query.group_by(column).order_by(
        column.startswith(part, autoescape=True).desc(), func.count().desc(), column
    )
    return list(connection.execute(query.limit(limit)).scalars())
