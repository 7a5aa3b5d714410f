"""The residents table: which people a list shows, in which order, and their lines."""

import json
from array import array
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Executable,
    Select,
    bindparam,
    column,
    func,
    literal_column,
    select,
    table,
)

from linli.domain.codes import code_table
from linli.domain.labels import SEX
from linli.domain.residents import (
    ResidentFilter,
    ResidentRow,
    ResidentSort,
    ResidentStatus,
    Sex,
)
from linli.domain.sensitive import without_sensitive
from linli.domain.typed import split_words
from linli.domain.values.addresses import address_text
from linli.domain.values.dates import PartialDate
from linli.domain.values.masking import Masks
from linli.storage import settings
from linli.storage.dwelling_facts import address_of
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
from linli.storage.search import find_ids
from linli.storage.sight import is_limited

Person = ResidentRecord
_BETWEEN = "、"
_PIECE = 40_000
_FEW = 10_000
_EACH_ID: ColumnElement[int] = literal_column("+resident.id")  # no index by it: the walk leads
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
        if split_words(wanted.text):
            return _list_best(connection, wanted, today, limit)
        sort = ResidentSort.ADDRESS
    found = array("q")
    queries = _in_order_of(
        connection, wanted, sort, today, descending=descending, whole=limit is None
    )
    for query in queries:
        if limit is None:
            _read_all(connection, query, found)
        elif len(found) < limit:
            rest = query.limit(limit - len(found))
            found.extend(connection.execute(rest).scalars())
    return found


def _in_order_of(
    connection: Connection,
    wanted: ResidentFilter,
    sort: ResidentSort,
    today: date,
    *,
    descending: bool,
    whole: bool,
) -> list[Select[Any]]:
    """Return the queries of a list, one after the other.

    Whom a filter finds is read first, in whatever order is the quickest: asked for both at once,
    SQLite takes an index for the order and then reads everybody's record for the conditions. A few
    are then sorted, many are picked out of a walk through everybody. Of many the first, when not
    the whole list is wanted, are soon met on that walk.
    """
    asked = conditions(connection, wanted, today)
    if wanted == ResidentFilter(statuses=wanted.statuses):
        return walked(asked, sort, descending=descending)
    some = array("q")
    found = select(Person.id).where(*asked)
    _read_all(connection, found if whole else found.limit(_FEW + 1), some)
    if len(some) <= _FEW:
        return [sorted_query([Person.id.in_(among(some))], sort, descending=descending)]
    if not whole:
        return walked(asked, sort, descending=descending)
    picked = _EACH_ID.in_(among(some))
    return walked([picked], sort, descending=descending)


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

    Document and phone numbers are masked, and sensitive tags are in no list.
    """
    lines_of = _queries()
    asked = {"ids": json.dumps(list(ids))}
    documents: dict[int, str] = {}
    for owner, number in connection.execute(lines_of.documents, asked):
        documents.setdefault(owner, number)
    phones: dict[int, str] = {}
    for owner, number in connection.execute(lines_of.phones, asked):
        phones.setdefault(owner, number)
    tags: dict[tuple[int, str], list[str]] = {}
    for owner, kind, text in connection.execute(lines_of.tags, asked):
        tags.setdefault((owner, kind), []).append(text)
    details = _Details(
        documents=documents, phones=phones, tags=tags, masks=settings.get_masks(connection)
    )
    people = connection.execute(lines_of.people, asked)
    lines = {row.id: _line(row, details, today) for row in people}
    return [lines[resident_id] for resident_id in ids if resident_id in lines]


@dataclass(frozen=True, kw_only=True)
class _Details:
    """Of many people at once: the first document and phone, and the tags; how they are masked."""

    documents: Mapping[int, str]
    phones: Mapping[int, str]
    tags: Mapping[tuple[int, str], Sequence[str]]
    masks: Masks


@dataclass(frozen=True, kw_only=True)
class _Queries:
    """What is asked for the lines of people, whose ids are the parameter `ids`, as JSON."""

    people: Executable
    documents: Executable
    phones: Executable
    tags: Executable


@cache
def _queries() -> _Queries:
    """Return the queries; making them anew takes longer than a screenful of lines."""
    ids = select(func.json_each(bindparam("ids")).table_valued("value").c.value)
    documents, phones, tags = IdentityDocumentRecord, PhoneRecord, ResidentTagRecord
    people = (
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
        .where(Person.id.in_(ids))
    )
    return _Queries(
        people=people,
        documents=_in_order(documents, ids, documents.number),
        phones=_in_order(phones, ids, phones.number),
        tags=_in_order(tags, ids, tags.kind, tags.text),
    )


def _in_order(record: Any, ids: Select[Any], *columns: Any) -> Select[Any]:
    query = select(record.resident_id, *columns).where(record.resident_id.in_(ids))
    return query.order_by(record.position)


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
        document=details.masks.show_document(document) if document else "",
        phone=details.masks.show_phone(phone) if phone else "",
        ethnicity=code_table("ethnicity").label(row.ethnicity_code),
        relation=code_table("relation").label(row.relation_code),
        household_number=row.household_number or "",
        address=address_text(address_of(row)) if row.home_id else "",
        grid=row.grid or "",
        tags=_BETWEEN.join(without_sensitive(details.tags.get((row.id, "care"), ()))),
        skills=_BETWEEN.join(details.tags.get((row.id, "skill"), ())),
        status=status,
        floating=row.stay_id is not None,
        has_card=row.has_card,
    )


# ---- suggestions --------------------------------------------------------------------------

_EVERY_TAG = table("resident_tag", column("text"), column("kind"), schema="main")
"""The table itself, not what a limited connection sees: it is grouped by its index."""
_SUGGESTED: dict[str, tuple[Any, ColumnElement[bool] | None]] = {
    "skills": (ResidentTagRecord.text, ResidentTagRecord.kind == "skill"),
    "care_tags": (_EVERY_TAG.c.text, _EVERY_TAG.c.kind == "care"),
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
    found = list(connection.execute(query.limit(limit)).scalars())
    if field == "care_tags" and is_limited(connection):
        return list(without_sensitive(found))
    return found
