"""What a filter of residents asks for, as conditions of a query.

Each is a look-up in an index, or asks for a fact of the person that stands in `ix_resident_home`,
so that no filter reads everybody's record. Which of them leads, SQLite decides; what is asked for
in the negative never does.
"""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from typing import Any

from sqlalchemy import (
    Boolean,
    ColumnElement,
    Connection,
    and_,
    column,
    exists,
    func,
    literal_column,
    or_,
    select,
    table,
    true,
)
from sqlalchemy.orm import aliased

from linli.domain.codes import code_table
from linli.domain.party import PARTY_CODES
from linli.domain.relations import HEAD_CODE
from linli.domain.residents import (
    FilterCount,
    MissingFact,
    ResidentFilter,
    ResidentStatus,
    Sex,
)
from linli.domain.values.addresses import Address, building_key
from linli.storage.schema import (
    CardIssueRecord,
    CardRecord,
    DwellingRecord,
    FloatingStayRecord,
    HouseholdRecord,
    IdentityDocumentRecord,
    PartyMembershipRecord,
    PhoneRecord,
    RentalRecord,
    ResidentRecord,
    ResidentTagRecord,
)
from linli.storage.search import fits
from linli.storage.times import stored

Person = ResidentRecord
_ENTITLEMENTS = table(  # its mapped class would make the printing of a card wait
    "entitlement", column("resident_id"), column("kind_code"), column("until")
)
_born: ColumnElement[Any] = literal_column("+resident.birth")
"""No index by it: an age is that of many, whose records would each be looked up for the rest."""
_Found = Iterator[ColumnElement[bool]]


def conditions(
    connection: Connection, wanted: ResidentFilter, today: date
) -> list[ColumnElement[bool]]:
    """Return what a person has to fit to be in a list.

    The recycle bin shows whoever is in it, whatever their standing.
    """
    found = [
        *_standing(wanted),
        *_facts(wanted),
        *_age(wanted, today),
        *_household(wanted),
        *_place(wanted),
        *_stay(wanted, today),
        *_party(wanted),
        *_help(wanted, today),
    ]
    if wanted.has_card is not None:
        found.append(has_card() if wanted.has_card else ~has_card())
    if wanted.missing:
        found.append(or_(*(_LACKS[fact] for fact in wanted.missing)))
    text = fits(connection, wanted.text)
    return found if text is None else [*found, text]


def count_people(connection: Connection, wanted: ResidentFilter, today: date) -> FilterCount:
    """Return how many people a filter finds, and how many households they belong to."""
    homes = func.count(Person.household_id.distinct())
    query = select(func.count(), homes).where(*conditions(connection, wanted, today))
    people, households = connection.execute(query).one()
    return FilterCount(people=people, households=households)


def _standing(wanted: ResidentFilter) -> _Found:
    if wanted.recycled:
        # By its own query, so that the planner looks up the few instead of reading all in order.
        bin_ = aliased(Person)
        recycled = (bin_.recycled_at.is_not(None), bin_.merged_into.is_(None))
        yield Person.id.in_(select(bin_.id).where(*recycled))
        return
    yield Person.recycled_at.is_(None)
    yield Person.status.in_(sorted(status.value for status in wanted.statuses))


def _facts(wanted: ResidentFilter) -> _Found:
    if wanted.sex is not None:
        yield Person.sex == wanted.sex.value
    for codes, kept, name in (
        (wanted.education_codes, Person.education_code, "education"),
        (wanted.marriage_codes, Person.marriage_code, "marriage"),
    ):
        if codes:
            group = code_table(name).group
            yield kept.in_(sorted({each for code in codes for each in group(code)}))
    if wanted.entered_since is not None:
        begin = datetime.combine(wanted.entered_since, time()).astimezone()
        yield Person.created_at >= stored(begin)


def _age(wanted: ResidentFilter, today: date) -> _Found:
    """Compare births as text; an unknown part counts as the earliest, as `age_on` does."""
    if wanted.age_from is not None:
        yield _born <= years_before(today, wanted.age_from)
    if wanted.age_to is not None:
        yield _born > years_before(today, wanted.age_to + 1)


def years_before(today: date, years: int) -> str:
    """Return the last day on which one could be born to be `years` old today."""
    return f"{max(today.year - years, 0):04d}-{today:%m-%d}"


def _household(wanted: ResidentFilter) -> _Found:
    if wanted.alone is not None:
        alone = _alone()
        yield alone if wanted.alone else ~alone
    if wanted.is_head is not None:
        is_head = and_(
            Person.household_id.is_not(None), Person.relation_code.is_not_distinct_from(HEAD_CODE)
        )
        yield is_head if wanted.is_head else ~is_head
    if wanted.household_kind is not None:
        kind = select(HouseholdRecord.kind).where(HouseholdRecord.id == Person.household_id)
        yield kind.scalar_subquery() == wanted.household_kind.value


def _alone() -> ColumnElement[bool]:
    """Return whether the person is the only one of the household who lives here."""
    other = aliased(Person)
    others = exists().where(
        other.household_id == Person.household_id,
        other.id != Person.id,
        other.recycled_at.is_(None),
        other.status == ResidentStatus.PRESENT.value,
    )
    return and_(
        Person.household_id.is_not(None),
        Person.status == ResidentStatus.PRESENT.value,
        ~others.correlate(Person),
    )


def _place(wanted: ResidentFilter) -> _Found:
    either: list[ColumnElement[bool]] = []
    if wanted.grid_ids:
        inside = select(DwellingRecord.id).where(DwellingRecord.grid_id.in_(wanted.grid_ids))
        either.append(Person.home_id.in_(inside))
    if wanted.without_grid:
        either.append(_LACKS[MissingFact.GRID])
    if either:
        yield or_(*either)
    if wanted.buildings:
        there = select(DwellingRecord.id).where(or_(*map(_at, wanted.buildings)))
        yield Person.home_id.in_(there)
    if wanted.rented is not None:
        yield _either(wanted.rented, Person.home_id, select(RentalRecord.dwelling_id))
    if wanted.origin_villages:
        yield Person.origin_village.in_(wanted.origin_villages)
    if wanted.returned is not None:
        yield Person.returned.is_not_distinct_from(true()) == wanted.returned


def _at(place: Address) -> ColumnElement[bool]:
    """Return whether a dwelling is in a building, or anywhere in an estate."""
    key = building_key(place)
    if place.building is not None:
        return DwellingRecord.building_key == key
    behind = chr(ord(key[-1]) + 1)  # the key of a building goes on after the estate's
    return and_(DwellingRecord.building_key >= key, DwellingRecord.building_key < key[:-1] + behind)


def _stay(wanted: ResidentFilter, today: date) -> _Found:
    stays = select(FloatingStayRecord.resident_id)
    if wanted.floating is not None:
        yield _either(wanted.floating, Person.id, stays)
    if wanted.management:
        tiers = [tier.value for tier in wanted.management]
        let = select(RentalRecord.dwelling_id).where(RentalRecord.management.in_(tiers))
        yield or_(
            Person.id.in_(stays.where(FloatingStayRecord.management.in_(tiers))),
            Person.home_id.in_(let),
        )
    if wanted.permit_within is not None:
        last = today + timedelta(days=wanted.permit_within)
        expiring = FloatingStayRecord.permit_expires <= last.isoformat()
        yield Person.id.in_(stays.where(expiring))


def _party(wanted: ResidentFilter) -> _Found:
    if wanted.politics_codes:
        yield Person.politics_code.in_(wanted.politics_codes)
    member = PartyMembershipRecord
    asked: list[ColumnElement[bool]] = []
    if wanted.party_management:
        asked.append(member.management.in_([way.value for way in wanted.party_management]))
    if wanted.party_belonging is not None:
        asked.append(member.belonging == wanted.party_belonging.value)
    if wanted.party_branches:
        asked.append(member.branch.in_(wanted.party_branches))
    if asked:
        yield Person.id.in_(select(member.resident_id).where(*asked))


def _help(wanted: ResidentFilter, today: date) -> _Found:
    if wanted.entitlements:
        given = _ENTITLEMENTS.c
        paid = given.until.is_(None) | (given.until > today.isoformat())
        of_kind = given.kind_code.in_(wanted.entitlements)
        yield Person.id.in_(select(given.resident_id).where(of_kind, paid))
    yield from _tagged("care", wanted.care_tags, every=wanted.all_care_tags)
    yield from _tagged("skill", wanted.skills, every=wanted.all_skills)


def _tagged(kind: str, texts: tuple[str, ...], *, every: bool) -> _Found:
    groups = [[text] for text in texts] if every else [list(texts)] if texts else []
    for group in groups:
        yield Person.id.in_(
            select(ResidentTagRecord.resident_id).where(
                ResidentTagRecord.kind == kind, ResidentTagRecord.text.in_(group)
            )
        )


def _either(asked: bool, column: Any, found: Any) -> ColumnElement[bool]:  # noqa: FBT001 - the value asked for
    """Return whether a column is among what a query finds, or that it is not."""
    if asked:
        return column.in_(found)  # type: ignore[no-any-return]  # a column of a mapped class
    return column.is_(None) | column.not_in(found)  # type: ignore[no-any-return]  # as above


def _without(owned: Any) -> ColumnElement[bool]:
    """Return whether the person has no row of a table of facts."""
    return ~exists().where(owned.resident_id == Person.id).correlate(Person)


_LACKS: dict[MissingFact, ColumnElement[bool]] = {
    MissingFact.PHONE: _without(PhoneRecord),
    MissingFact.DOCUMENT: _without(IdentityDocumentRecord),
    MissingFact.BIRTH: Person.birth.is_(None),
    MissingFact.ADDRESS: Person.home_id.is_(None),
    MissingFact.GRID: or_(
        Person.home_id.is_(None),
        Person.home_id.in_(select(DwellingRecord.id).where(DwellingRecord.grid_id.is_(None))),
    ),
    MissingFact.HOUSEHOLD: Person.household_id.is_(None),
    MissingFact.PHOTO: literal_column("(resident.photo IS NULL) = 1", Boolean),  # as in the index
    MissingFact.SEX: Person.sex.in_((Sex.UNKNOWN.value, Sex.UNSTATED.value)),
    MissingFact.PARTY: and_(Person.politics_code.in_(PARTY_CODES), _without(PartyMembershipRecord)),
}


def lacks(fact: MissingFact) -> ColumnElement[bool]:
    """Return whether a person's record lacks a fact."""
    return _LACKS[fact]


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
