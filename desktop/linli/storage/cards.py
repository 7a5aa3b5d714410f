"""What contact cards (联系卡) print, gathered for many households and people at once.

Plain SQL: printing a card waits for no mapped records.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from itertools import groupby
from operator import attrgetter
from typing import Any, NamedTuple

from sqlalchemy import Connection

from linli.domain.card_choices import CardOrder, CardUnit
from linli.domain.card_fields import absent
from linli.domain.cards import (
    LEFT_OUT,
    CardFacts,
    CardKind,
    CardPerson,
    CardSubject,
    IssuedCard,
    PlannedCard,
    SkippedPerson,
    card_number,
)
from linli.domain.codes import code_table
from linli.domain.grids import GridDraft
from linli.domain.relations import HEAD_CODE, register_rank
from linli.domain.residents import ResidentStatus, Sex
from linli.domain.values.addresses import Address, building_text, place_text
from linli.storage.card_sources import load_card_rentals
from linli.storage.dwelling_facts import address_of
from linli.storage.grid_facts import list_facts
from linli.storage.helpers import current_helpers
from linli.storage.ids import last_id, listed
from linli.storage.settings import get_hall

RECYCLED = "在回收站里"
_GONE = {ResidentStatus.MOVED_OUT.value: "已迁出", ResidentStatus.DECEASED.value: "已去世"}
_LET = "出租房屋"
_UNBORN = "9999"
_LAST = 9_999_999_999  # after every household

_LIVING_HERE = f"r.status = '{ResidentStatus.PRESENT.value}' AND r.recycled_at IS NULL"
_ASKED_FOR = """
    SELECT id, name, household_id, status, recycled_at FROM resident
    WHERE id IN (SELECT value FROM json_each(?))
"""
_OF_GRID = f"""
    SELECT r.id FROM resident r JOIN dwelling d ON d.id = r.home_id
    WHERE d.grid_id = ? AND {_LIVING_HERE} ORDER BY d.sort_key, r.household_id, r.id
"""  # noqa: S608 - a condition of our own
_LIVING = "SELECT r.id, r.name, r.sex, r.birth, r.relation_code, r.household_id, r.home_id"
_MEMBERS = f"""
    {_LIVING} FROM resident r WHERE {_LIVING_HERE}
        AND r.household_id IN (SELECT value FROM json_each(?)) ORDER BY r.household_id
"""  # noqa: S608 - our own SQL
_ALONE = f"""
    {_LIVING} FROM resident r WHERE {_LIVING_HERE} AND r.id IN (SELECT value FROM json_each(?))
"""  # noqa: S608 - our own SQL
_HOUSEHOLDS_OF = "SELECT household_id FROM resident WHERE id IN (SELECT value FROM json_each(?))"
_HOUSEHOLDS = """
    SELECT id, number, dwelling_id FROM household WHERE id IN (SELECT value FROM json_each(?))
"""
_DWELLINGS = """
    SELECT d.*, l.id AS rental_id FROM dwelling d LEFT JOIN rental l ON l.dwelling_id = d.id
    WHERE d.id IN (SELECT value FROM json_each(?))
"""
_NUMBERS = """
    SELECT c.household_id, c.resident_id, c.number, coalesce(max(i.issue), 0) AS issues
    FROM card c LEFT JOIN card_issue i ON i.card_id = c.id
    WHERE c.kind = ? AND (c.household_id IN (SELECT value FROM json_each(?))
        OR c.resident_id IN (SELECT value FROM json_each(?)))
    GROUP BY c.id
"""


def list_subjects(
    connection: Connection, resident_ids: Sequence[int], unit: CardUnit
) -> tuple[list[CardSubject], list[SkippedPerson]]:
    """Find whose cards are asked for: each household once, or each person, in the given order.

    Somebody without a household gets a card of their own; who has moved out, died or lies in the
    recycle bin is skipped. People no longer in the ledger are passed over.
    """
    people = {
        row.id: row for row in connection.exec_driver_sql(_ASKED_FOR, (listed(resident_ids),))
    }
    subjects: dict[CardSubject, None] = {}
    skipped: dict[SkippedPerson, None] = {}
    for resident_id in resident_ids:
        person = people.get(resident_id)
        if person is None:
            continue
        reason = RECYCLED if person.recycled_at else _GONE.get(person.status)
        if reason is not None:
            skipped[_skipped(person, reason)] = None
        elif unit is CardUnit.HOUSEHOLD and person.household_id is not None:
            subjects[CardSubject(household_id=person.household_id)] = None
        else:
            subjects[CardSubject(resident_id=person.id)] = None
    return list(subjects), list(skipped)


def plan_cards(
    connection: Connection,
    subjects: Sequence[CardSubject],
    kind: CardKind,
    left_out: frozenset[int] = frozenset(),
    order: CardOrder = CardOrder.GIVEN,
    *,
    today: date,
) -> tuple[list[PlannedCard], list[SkippedPerson]]:
    """Work out what the cards of `subjects` say today, and their numbers.

    A subject that nobody lives in any more is passed over, one that lacks what the kind needs is
    skipped. Whoever has no number of this kind yet gets the next ones in order, which become theirs
    when the cards are recorded.

    Args:
        connection: a consistent state of the ledger.
        subjects: households and people.
        kind: the kind of card; one by household lists the members.
        left_out: holders whose cards are not wanted.
        order: that of `subjects`, or of the walk.
        today: the day whose people of the grids are named.
    """
    ledger = _Ledger(connection, subjects, kind.id, today)
    homes = [home for subject in subjects if (home := ledger.home_of(subject)) is not None]
    if order is CardOrder.WALK:
        homes.sort(key=lambda home: home.walk)
    cards: list[PlannedCard] = []
    skipped: list[SkippedPerson] = []
    for home in homes:
        facts = ledger.facts(home, by_household=kind.by_household)
        if home.holder.id in left_out:
            skipped.append(_skipped(home.holder, LEFT_OUT))
        elif lack := absent(facts, kind.needs):
            skipped.append(_skipped(home.holder, f"没有{lack}"))
        else:
            cards.append(ledger.numbered(home, facts))
    return cards, skipped


def plan_today(
    connection: Connection,
    issued: Iterable[IssuedCard],
    kinds: Mapping[str, CardKind],
    today: date,
) -> dict[tuple[str, CardSubject], PlannedCard]:
    """Work out what issued cards would say today, by kind and subject.

    Cards of kinds that are not in `kinds`, and those that nobody would get, are not there.
    """
    wanted: dict[str, dict[CardSubject, None]] = {}
    for card in issued:
        wanted.setdefault(card.kind, {})[card.subject] = None
    return {
        (kind_id, card.subject): card
        for kind_id, subjects in wanted.items()
        if kind_id in kinds
        for card in plan_cards(connection, list(subjects), kinds[kind_id], today=today)[0]
    }


def list_ids_of_grid(connection: Connection, grid_id: int) -> list[int]:
    """Return who lives in a grid, in walking order: building, unit, room, then household."""
    return list(connection.exec_driver_sql(_OF_GRID, (grid_id,)).scalars())


def count_households(connection: Connection, subjects: Iterable[CardSubject]) -> int:
    """Return in how many households cards are; somebody without one counts for themselves."""
    subjects = list(subjects)
    households = {s.household_id for s in subjects if s.household_id is not None}
    alone = [s.resident_id for s in subjects if s.resident_id is not None]
    of_people = list(connection.exec_driver_sql(_HOUSEHOLDS_OF, (listed(alone),)).scalars())
    households |= {household for household in of_people if household is not None}
    return len(households) + of_people.count(None)


class _Ledger:
    """What the ledger says about some subjects, read in a handful of queries."""

    def __init__(
        self, connection: Connection, subjects: Iterable[CardSubject], kind_id: str, today: date
    ) -> None:
        subjects = list(subjects)
        self._hall = get_hall(connection)
        households = [s.household_id for s in subjects if s.household_id is not None]
        alone = [s.resident_id for s in subjects if s.resident_id is not None]
        self._people = _people(connection, households, alone)
        everybody = [person for people in self._people.values() for person in people]
        self._households = _households(connection, {p.household_id for p in everybody})
        homes = {p.home_id for p in everybody}
        homes |= {household.dwelling_id for household in self._households.values()}
        self._dwellings = _dwellings(connection, homes)
        self._grids = list_facts(
            connection,
            {d.grid_id for d in self._dwellings.values() if d.grid_id is not None},
            today,
        )
        self._helpers = current_helpers(connection, self._households)
        self._rentals = load_card_rentals(
            connection, (d.id for d in self._dwellings.values() if d.rental_id is not None)
        )
        self._numbers = _numbers(connection, kind_id, households, alone)
        self._running = last_id(connection, "card")  # also of cards that an undo took back

    def home_of(self, subject: CardSubject) -> "_Home | None":
        """Return who lives here of a subject, and where; None if nobody does."""
        people = self._people.get(subject)
        if not people:
            return None
        holder = next((p for p in people if p.relation_code == HEAD_CODE), people[0])
        household = self._households.get(holder.household_id or 0)
        home_id = holder.home_id
        if subject.household_id is not None and household is not None:
            home_id = household.dwelling_id or home_id
        dwelling = self._dwellings.get(home_id or 0)
        grid = self._grids.get(dwelling.grid_id) if dwelling else None
        whose = f"{holder.household_id or _LAST:010}{subject.resident_id or 0:010}"
        return _Home(
            subject, people, holder, household, dwelling, grid, _walk(grid, dwelling) + whose
        )

    def facts(self, home: "_Home", *, by_household: bool) -> CardFacts:
        """Return what the card of a subject says, without its number."""
        household, dwelling = home.household, home.dwelling
        address = address_of(dwelling) if dwelling else Address()
        return CardFacts(
            number="",
            holder=home.holder.name,
            place=place_text(address),
            estate=address.estate or "",
            household_number=(household.number or "") if household else "",
            hall=self._hall,
            grid=home.grid,
            members=tuple(map(_member, home.people)) if by_household else (),
            dwelling_note=_dwelling_note(dwelling) if by_household else "",
            rental=self._rentals.get(dwelling.id) if by_household and dwelling else None,
            helpers=self._helpers.get(home.holder.household_id, ()),
        )

    def numbered(self, home: "_Home", facts: CardFacts) -> PlannedCard:
        """Give a card its number: the subject's own, else the next one."""
        number, issue = self._next_number(home.subject)
        return PlannedCard(
            facts=replace(facts, number=number),
            subject=home.subject,
            holder_id=home.holder.id,
            issue=issue,
            walk=home.walk,
            building=building_text(address_of(home.dwelling)) if home.dwelling else "",
        )

    def _next_number(self, subject: CardSubject) -> tuple[str, int]:
        """Return the subject's number, a new one if need be, and which printing comes next."""
        if subject in self._numbers:
            number, issues = self._numbers[subject]
            return number, issues + 1
        self._running += 1
        return card_number(self._running), 1


class _Home(NamedTuple):
    """A subject with who lives here of it, in the register's order, and where.

    The holder is the head, else the first of the register. A household lives in its own dwelling,
    else in the holder's. `walk` sorts as one walks.
    """

    subject: CardSubject
    people: Sequence[Any]
    holder: Any
    household: Any
    dwelling: Any
    grid: GridDraft | None
    walk: str


def _walk(grid: GridDraft | None, dwelling: Any) -> str:
    """Return where a dwelling comes: grids by number, then what is in none, then no dwelling."""
    if dwelling is None:
        return "~~"
    where = f"{len(grid.number):03}{grid.number}" if grid else "~"
    return f"{where}\t{dwelling.sort_key}\t"


def _people(
    connection: Connection, households: Sequence[int], alone: Sequence[int]
) -> Mapping[CardSubject, list[Any]]:
    """Return who lives in each household, in the register's order, and the lone people."""
    found: dict[CardSubject, list[Any]] = {}
    for household_id, members in groupby(
        connection.exec_driver_sql(_MEMBERS, (listed(households),)),
        attrgetter("household_id"),
    ):
        people = sorted(members, key=_register_order)
        found[CardSubject(household_id=household_id)] = people
    for row in connection.exec_driver_sql(_ALONE, (listed(alone),)):
        found[CardSubject(resident_id=row.id)] = [row]
    return found


def _register_order(person: Any) -> tuple[int, str, int]:
    return register_rank(person.relation_code), person.birth or _UNBORN, person.id


def _households(connection: Connection, ids: set[int | None]) -> dict[int, Any]:
    rows = connection.exec_driver_sql(_HOUSEHOLDS, (listed(_known(ids)),))
    return {row.id: row for row in rows}


def _dwellings(connection: Connection, ids: set[int | None]) -> dict[int, Any]:
    rows = connection.exec_driver_sql(_DWELLINGS, (listed(_known(ids)),))
    return {row.id: row for row in rows}


def _numbers(
    connection: Connection, kind_id: str, households: Sequence[int], alone: Sequence[int]
) -> dict[CardSubject, tuple[str, int]]:
    """Return the number of each subject's card of a kind, and how often it was printed."""
    rows = connection.exec_driver_sql(_NUMBERS, (kind_id, listed(households), listed(alone)))
    return {
        CardSubject(household_id=row.household_id, resident_id=row.resident_id): (
            row.number,
            row.issues,
        )
        for row in rows
    }


def _member(person: Any) -> CardPerson:
    from linli.domain.labels import SEX  # a card for one person does not wait for all labels

    return CardPerson(
        name=person.name,
        relation=code_table("relation").label(person.relation_code),
        sex=SEX[Sex(person.sex)] if person.sex in (Sex.MALE, Sex.FEMALE) else "",
        birth_year=person.birth[:4] if person.birth else "",
    )


def _dwelling_note(dwelling: Any) -> str:
    if not dwelling:
        return ""
    return "，".join(filter(None, (_LET if dwelling.rental_id else "", dwelling.note)))


def _skipped(person: Any, reason: str) -> SkippedPerson:
    return SkippedPerson(resident_id=person.id, name=person.name, reason=reason)


def _known(ids: Iterable[int | None]) -> list[int]:
    return sorted(i for i in ids if i is not None)
