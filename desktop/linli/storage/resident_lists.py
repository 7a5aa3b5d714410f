"""The residents table: which people a list shows, in which order, and their lines."""

from array import array
from collections.abc import Sequence
from datetime import date
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Select,
    exists,
    func,
    literal_column,
    or_,
    select,
)

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
from linli.storage.schema import (
    CardIssueRecord,
    CardRecord,
    DwellingRecord,
    FloatingStayRecord,
    GridRecord,
    HouseholdRecord,
    IdentityDocumentRecord,
    PhoneRecord,
    RentalRecord,
    ResidentRecord,
    ResidentTagRecord,
)
from linli.storage.search import fits

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
    """Return the ids of a list in its order; those without the value sorted by come last.

    The recycle bin shows whoever is in it, whatever their standing.
    """
    query = select(Person.id).where(*_conditions(connection, wanted, today))
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


# ---- conditions ---------------------------------------------------------------------------


def _conditions(
    connection: Connection, wanted: ResidentFilter, today: date
) -> list[ColumnElement[bool]]:
    found = [
        *_standing(wanted),
        *_place(wanted),
        *_facts(wanted),
        *_age(wanted, today),
    ]
    for asked, condition in (
        (wanted.floating, Person.id.in_(select(FloatingStayRecord.resident_id))),
        (wanted.rented, Person.home_id.in_(select(RentalRecord.dwelling_id))),
        (wanted.has_card, has_card()),
    ):
        if asked is not None:
            found.append(func.coalesce(condition, literal_column("0")) == asked)
    text = fits(connection, wanted.text)
    return found if text is None else [*found, text]


def _standing(wanted: ResidentFilter) -> list[ColumnElement[bool]]:
    if wanted.recycled:
        return [Person.recycled_at.is_not(None)]
    # The plus keeps the planner from the index on this column, which fits nearly all rows.
    live = literal_column("+resident.recycled_at").is_(None)
    return [live, Person.status.in_(sorted(status.value for status in wanted.statuses))]


def _place(wanted: ResidentFilter) -> list[ColumnElement[bool]]:
    found: list[ColumnElement[bool]] = []
    if wanted.grid_id is not None:
        inside = select(DwellingRecord.id).where(DwellingRecord.grid_id == wanted.grid_id)
        found.append(Person.home_id.in_(inside))
    if wanted.without_grid:
        outside = select(DwellingRecord.id).where(DwellingRecord.grid_id.is_(None))
        found.append(Person.home_id.is_(None) | Person.home_id.in_(outside))
    return found


def _facts(wanted: ResidentFilter) -> list[ColumnElement[bool]]:
    found: list[ColumnElement[bool]] = []
    for column, value in (
        (Person.sex, wanted.sex and wanted.sex.value),
        (Person.ethnicity_code, wanted.ethnicity_code),
        (Person.politics_code, wanted.politics_code),
    ):
        if value is not None:
            found.append(column == value)
    for kind, text in (("care", wanted.care_tag), ("skill", wanted.skill)):
        if text is not None:
            tagged = select(ResidentTagRecord.resident_id).where(
                ResidentTagRecord.kind == kind, ResidentTagRecord.text == text
            )
            found.append(Person.id.in_(tagged))
    return found


def _age(wanted: ResidentFilter, today: date) -> list[ColumnElement[bool]]:
    """Compare births as text; an unknown part counts as the earliest, as `age_on` does."""
    found: list[ColumnElement[bool]] = []
    if wanted.age_from is not None:
        found.append(Person.birth <= _years_before(today, wanted.age_from))
    if wanted.age_to is not None:
        found.append(Person.birth > _years_before(today, wanted.age_to + 1))
    return found


def _years_before(today: date, years: int) -> str:
    """Return the last day on which one could be born to be `years` old today."""
    return f"{max(today.year - years, 0):04d}-{today:%m-%d}"


def has_card() -> ColumnElement[bool]:
    """Return whether the person or the household holds a card that is not withdrawn."""
    return (
        exists()
        .where(
            CardIssueRecord.card_id == CardRecord.id,
            CardIssueRecord.withdrawn_at.is_(None),
            or_(
                CardRecord.household_id == Person.household_id,
                CardRecord.resident_id == Person.id,
            ),
        )
        .correlate(Person)
    )


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
