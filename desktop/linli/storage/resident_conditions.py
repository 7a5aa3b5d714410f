"""What a filter of residents asks for, as conditions of a query."""

from datetime import date

from sqlalchemy import ColumnElement, Connection, exists, func, literal_column, or_, select
from sqlalchemy.orm import aliased

from linli.domain.residents import ResidentFilter
from linli.storage.schema import (
    CardIssueRecord,
    CardRecord,
    DwellingRecord,
    FloatingStayRecord,
    RentalRecord,
    ResidentRecord,
    ResidentTagRecord,
)
from linli.storage.search import fits

Person = ResidentRecord


def conditions(
    connection: Connection, wanted: ResidentFilter, today: date
) -> list[ColumnElement[bool]]:
    """Return what a person has to fit to be in a list.

    The recycle bin shows whoever is in it, whatever their standing.
    """
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
        # By its own query, so that the planner looks up the few instead of reading all in order.
        bin_ = aliased(Person)
        return [Person.id.in_(select(bin_.id).where(bin_.recycled_at.is_not(None)))]
    return [
        Person.recycled_at.is_(None),
        Person.status.in_(sorted(status.value for status in wanted.statuses)),
    ]


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
