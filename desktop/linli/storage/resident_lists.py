"""The residents table: which people a list shows, in which order, and their lines."""

from array import array
from collections.abc import Sequence
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, func, select

from linli.domain.codes import code_table
from linli.domain.labels import SEX
from linli.domain.resident_rules import HEAD_CODE
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
from linli.storage.schema import (
    DwellingRecord,
    FloatingStayRecord,
    GridRecord,
    HouseholdRecord,
    IdentityDocumentRecord,
    PhoneRecord,
    ResidentRecord,
    ResidentTagRecord,
)

Person = ResidentRecord
_BETWEEN = "、"

_ORDER: dict[ResidentSort, tuple[ColumnElement[Any] | Any, ...]] = {
    ResidentSort.ADDRESS: (DwellingRecord.sort_key,),
    ResidentSort.NAME: (Person.name_pinyin, Person.name),
    ResidentSort.BIRTH: (Person.birth,),
    ResidentSort.GRID: (
        func.length(GridRecord.number),  # 2 before 10
        GridRecord.number,
        DwellingRecord.sort_key,
    ),
    ResidentSort.HOUSEHOLD: (func.length(HouseholdRecord.number), HouseholdRecord.number),
    ResidentSort.ENTERED: (Person.id,),
}


def list_ids(
    connection: Connection,
    wanted: ResidentFilter,
    sort: ResidentSort,
    *,
    today: date,
    descending: bool = False,
) -> "array[int]":
    """Return the ids of a list in its order; those without the value sorted by come last."""
    query = select(Person.id).where(*conditions(connection, wanted, today))
    keys = _ORDER[sort]
    query = _joined(query, sort).order_by(
        keys[0].is_(None),
        *(key.desc() if descending else key for key in keys),
        Person.household_id,
        Person.relation_code.is_distinct_from(HEAD_CODE),  # the head first
        Person.id,
    )
    return array("q", connection.execute(query).scalars())


def _joined(query: Select[Any], sort: ResidentSort) -> Select[Any]:
    if sort in (ResidentSort.ADDRESS, ResidentSort.GRID):
        query = query.outerjoin(DwellingRecord, DwellingRecord.id == Person.home_id)
    if sort is ResidentSort.GRID:
        query = query.outerjoin(GridRecord, GridRecord.id == DwellingRecord.grid_id)
    if sort is ResidentSort.HOUSEHOLD:
        query = query.outerjoin(HouseholdRecord, HouseholdRecord.id == Person.household_id)
    return query


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
