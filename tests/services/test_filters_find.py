"""Each condition of a filter finds exactly whom a naive look at the whole records finds."""

import shutil
from collections import Counter
from datetime import UTC, date, datetime, timedelta

import pytest
from support.ledgers import ACTOR, FixedClock

from linli.domain.entitlements import EntitlementFilter
from linli.domain.party import PartyBelonging, PartyManagement
from linli.domain.residents import (
    HouseholdKind,
    ManagementClass,
    MissingFact,
    ResidentFilter,
    ResidentSort,
    ResidentStatus,
    Sex,
)
from linli.paths import DataDir
from linli.services.container import open_services
from linli.services.context import Context

TODAY = date(2026, 11, 23)
SOON = (TODAY + timedelta(days=30)).isoformat()
_MOMENT = "2026-11-23T01:00:00.000+00:00"
_MADE_UP = (
    "INSERT INTO photo VALUES ('d1', 'image/png', x'00')",
    "UPDATE resident SET photo = 'd1' WHERE id % 3 = 0",
    "UPDATE resident SET origin_village = CASE id % 4 WHEN 0 THEN '东庄' WHEN 1 THEN '西庄' END",
    "UPDATE resident SET returned = 1 WHERE id % 10 = 0",
    "UPDATE resident SET status = 'moved_out' WHERE id % 11 = 0",
    "UPDATE resident SET status = 'deceased' WHERE id % 23 = 0",
    f"UPDATE resident SET recycled_at = '{_MOMENT}' WHERE id % 29 = 0",
    "UPDATE resident SET created_at = '2026-03-01T01:00:00.000+00:00' WHERE id % 2 = 0",
    "UPDATE household SET kind = 'collective' WHERE id % 7 = 0",
    "UPDATE dwelling SET grid_id = NULL WHERE id % 13 = 0",
    "UPDATE resident SET dwelling_id = NULL WHERE id % 17 = 0",
    "UPDATE floating_stay SET management = 'temporary' WHERE id % 2 = 0",
    f"UPDATE floating_stay SET permit_expires = '{SOON}' WHERE id % 3 = 0",
    "UPDATE floating_stay SET permit_expires = '2026-12-24' WHERE id % 3 = 1",
    "UPDATE floating_stay SET permit_expires = '2026-11-01' WHERE id % 3 = 2",
    "UPDATE rental SET management = 'key' WHERE id % 2 = 0",
    "DELETE FROM phone WHERE resident_id % 5 = 0",
    "DELETE FROM identity_document WHERE resident_id % 19 = 0",
    "UPDATE resident SET birth = NULL WHERE id % 31 = 0",
    "UPDATE resident SET education_code = '21' WHERE id % 6 = 0",
    (
        "INSERT INTO party_membership (resident_id, branch, management, belonging, difficulty)"
        " SELECT id, CASE id % 3 WHEN 0 THEN '第一支部' WHEN 1 THEN '第二支部' END,"
        " CASE id % 4 WHEN 0 THEN 'direct' WHEN 1 THEN 'assist' WHEN 2 THEN 'entrust' END,"
        " CASE id % 5 WHEN 0 THEN 'other' WHEN 1 THEN NULL ELSE 'local' END, 0"
        " FROM resident WHERE politics_code = '01' OR id % 9 = 0"
    ),
    (
        "INSERT INTO entitlement (version, resident_id, kind_code, until)"
        " SELECT 1, id, CASE id % 2 WHEN 0 THEN '01' ELSE '03' END,"
        " CASE id % 3 WHEN 0 THEN '2026-11-23' WHEN 1 THEN '2026-11-24' END"
        " FROM resident WHERE id % 8 < 2"
    ),
    (
        "INSERT INTO card (id, number, kind, household_id)"
        " SELECT id, 'h' || id, 'resident', id FROM household WHERE id % 4 = 0"
    ),
    (
        "INSERT INTO card (id, number, kind, resident_id)"
        " SELECT 100000 + id, 'r' || id, 'resident', id FROM resident WHERE household_id IS NULL"
    ),
    (
        "INSERT INTO card_issue (card_id, issue, kind_title, holder, fingerprint, layout,"
        " issued_at, account, withdrawn_at)"
        " SELECT id, 1, '', '', '', '', '', '', CASE id % 3 WHEN 0 THEN '2026' END FROM card"
    ),
)


@pytest.fixture(scope="module")
def ledger(_founded, tmp_path_factory):
    """Six hundred people with everything that a filter can ask for."""
    from linli.storage.database import Database

    data_dir = DataDir(tmp_path_factory.mktemp("filters") / "ledger")
    shutil.copytree(_founded.data_dir.root, data_dir.root)
    database = Database(data_dir.database, _founded.key)
    context = Context(database, ACTOR, FixedClock(), data_dir)
    services = open_services(context)
    services.sample.create(600)
    with context.writing("试验") as work:
        for statement in _MADE_UP:
            work.connection.exec_driver_sql(statement)
    yield services
    database.close()


@pytest.fixture(scope="module")
def world(ledger):
    """All people whole, and what else a condition looks at."""
    return World(ledger)


class World:
    def __init__(self, services):
        with services.context.db.reading() as connection:
            raw = connection.exec_driver_sql
            ids = list(raw("SELECT id FROM resident ORDER BY id").scalars())
            self.entered = dict(raw("SELECT id, created_at FROM resident").all())
            self.homes = dict(raw("SELECT id, home_id FROM resident").all())
            self.kinds = dict(raw("SELECT id, kind FROM household").all())
            self.cards = raw(
                "SELECT household_id, resident_id FROM card JOIN card_issue ON card_id = card.id"
                " WHERE withdrawn_at IS NULL"
            ).all()
        self.people = [services.residents.get(each) for each in ids]
        self.rentals = {each.id: each.rental for each in services.dwellings.list_rentals()}
        self.paid = {
            (each.facts.resident_id, each.facts.kind_code)
            for each in services.entitlements.list_all(EntitlementFilter(running=True))
        }
        self.here = Counter(
            person.facts.household_id
            for person in self.people
            if person.status is ResidentStatus.PRESENT and not person.recycled
        )

    def rental(self, person):
        return self.rentals.get(self.homes[person.id])

    def has_card(self, person):
        return any(
            household == person.facts.household_id if household else resident == person.id
            for household, resident in self.cards
        )

    def alone(self, person):
        household = person.facts.household_id
        is_here = person.status is ResidentStatus.PRESENT
        return household is not None and is_here and self.here[household] == 1

    def find(self, holds):
        return [person.id for person in self.people if holds(self, person)]


def here(holds):
    """Those who live here and for whom something holds."""
    return lambda world, person: (
        person.status is ResidentStatus.PRESENT
        and not person.recycled
        and bool(holds(world, person))
    )


def aged(person):
    return person.facts.birth and person.facts.birth.age_on(TODAY)


def at(person, estate, building):
    place = person.address
    return place and (place.estate, place.building) == (estate, building)


def party(holds):
    return here(lambda _, p: p.facts.party is not None and holds(p.facts.party))


def expires(person, days):
    stay = person.facts.floating
    day = stay and stay.permit_expires
    return day and day <= TODAY + timedelta(days=days)


def tiers(world, person):
    stay, rental = person.facts.floating, world.rental(person)
    return {each.management for each in (stay, rental) if each}


MISSING = {
    MissingFact.PHONE: lambda _, p: not p.facts.phones,
    MissingFact.DOCUMENT: lambda _, p: not p.facts.documents,
    MissingFact.BIRTH: lambda _, p: p.facts.birth is None,
    MissingFact.ADDRESS: lambda _, p: p.address is None,
    MissingFact.GRID: lambda _, p: p.grid_id is None,
    MissingFact.HOUSEHOLD: lambda _, p: p.facts.household_id is None,
    MissingFact.PHOTO: lambda _, p: p.facts.photo is None,
}
ELDERS, ELECTRICIAN = "独居老人", "电工"
CASES = [
    ({}, here(lambda _, p: True)),
    ({"sex": Sex.FEMALE}, here(lambda _, p: p.facts.sex is Sex.FEMALE)),
    ({"age_from": 60}, here(lambda _, p: aged(p) is not None and aged(p) >= 60)),
    ({"age_to": 17}, here(lambda _, p: aged(p) is not None and aged(p) <= 17)),
    (
        {"age_from": 30, "age_to": 40},
        here(lambda _, p: aged(p) is not None and 30 <= aged(p) <= 40),
    ),
    ({"alone": True}, here(World.alone)),
    ({"alone": False}, here(lambda world, p: not world.alone(p))),
    ({"is_head": True}, here(lambda _, p: p.is_head)),
    ({"is_head": False}, here(lambda _, p: not p.is_head)),
    (
        {"household_kind": HouseholdKind.COLLECTIVE},
        here(lambda world, p: world.kinds.get(p.facts.household_id) == "collective"),
    ),
    (
        {"education_codes": ("20", "91")},
        here(lambda _, p: p.facts.education_code in {"20", "21", "22", "23", "28", "91"}),
    ),
    (
        {"marriage_codes": ("20",)},
        here(lambda _, p: p.facts.marriage_code in {"20", "21", "22", "23"}),
    ),
    (
        {"entered_since": date(2026, 11, 1)},
        here(
            lambda world, p: (
                datetime.fromisoformat(world.entered[p.id]) >= datetime(2026, 11, 1, tzinfo=UTC)
            )
        ),
    ),
    ({"grid_ids": (1,)}, here(lambda _, p: p.grid_id == 1)),
    ({"grid_ids": (1, 2)}, here(lambda _, p: p.grid_id in {1, 2})),
    ({"without_grid": True}, here(lambda _, p: p.grid_id is None)),
    ({"grid_ids": (2,), "without_grid": True}, here(lambda _, p: p.grid_id in {2, None})),
    ({"rented": True}, here(lambda world, p: world.rental(p) is not None)),
    ({"rented": False}, here(lambda world, p: world.rental(p) is None)),
    ({"floating": True}, here(lambda _, p: p.facts.floating is not None)),
    ({"floating": False}, here(lambda _, p: p.facts.floating is None)),
    (
        {"management": (ManagementClass.TEMPORARY,)},
        here(lambda world, p: ManagementClass.TEMPORARY in tiers(world, p)),
    ),
    (
        {"management": (ManagementClass.KEY, ManagementClass.TEMPORARY)},
        here(lambda world, p: {ManagementClass.KEY, ManagementClass.TEMPORARY} & tiers(world, p)),
    ),
    ({"permit_within": 30}, here(lambda _, p: expires(p, 30))),
    ({"permit_within": 0}, here(lambda _, p: expires(p, 0))),
    (
        {"origin_villages": ("东庄", "西庄")},
        here(lambda _, p: p.facts.origin_village in {"东庄", "西庄"}),
    ),
    ({"returned": True}, here(lambda _, p: p.facts.returned)),
    ({"returned": False}, here(lambda _, p: not p.facts.returned)),
    ({"politics_codes": ("01", "03")}, here(lambda _, p: p.facts.politics_code in {"01", "03"})),
    (
        {"party_management": (PartyManagement.DIRECT, PartyManagement.ENTRUST)},
        party(lambda facts: facts.management in {PartyManagement.DIRECT, PartyManagement.ENTRUST}),
    ),
    (
        {"party_belonging": PartyBelonging.OTHER},
        party(lambda facts: facts.belonging is PartyBelonging.OTHER),
    ),
    ({"party_branches": ("第一支部",)}, party(lambda facts: facts.branch == "第一支部")),
    (
        {"party_branches": ("第一支部",), "party_management": (PartyManagement.DIRECT,)},
        party(
            lambda facts: facts.branch == "第一支部" and facts.management is PartyManagement.DIRECT
        ),
    ),
    ({"entitlements": ("01",)}, here(lambda world, p: (p.id, "01") in world.paid)),
    (
        {"entitlements": ("01", "03")},
        here(lambda world, p: {(p.id, "01"), (p.id, "03")} & world.paid),
    ),
    ({"care_tags": (ELDERS,)}, here(lambda _, p: ELDERS in p.facts.care_tags)),
    (
        {"care_tags": (ELDERS, "残疾人")},
        here(lambda _, p: {ELDERS, "残疾人"} & set(p.facts.care_tags)),
    ),
    ({"skills": (ELECTRICIAN,)}, here(lambda _, p: ELECTRICIAN in p.facts.skills)),
    ({"has_card": True}, here(World.has_card)),
    ({"has_card": False}, here(lambda world, p: not world.has_card(p))),
    *(({"missing": (fact,)}, here(holds)) for fact, holds in MISSING.items()),
    (
        {"missing": (MissingFact.PHONE, MissingFact.BIRTH)},
        here(lambda _, p: not p.facts.phones or p.facts.birth is None),
    ),
    (
        {"statuses": frozenset({ResidentStatus.MOVED_OUT, ResidentStatus.DECEASED})},
        lambda _, p: p.status is not ResidentStatus.PRESENT and not p.recycled,
    ),
    ({"recycled": True}, lambda _, p: p.recycled),
    (
        {"age_from": 50, "alone": True, "grid_ids": (1, 2), "has_card": False},
        here(
            lambda world, p: (
                (aged(p) or 0) >= 50
                and world.alone(p)
                and p.grid_id in {1, 2}
                and not world.has_card(p)
            )
        ),
    ),
]


@pytest.mark.parametrize(
    ("conditions", "holds"), CASES, ids=[f"{n} {' '.join(case[0])}" for n, case in enumerate(CASES)]
)
def test_a_condition_finds_exactly_whom_it_means(ledger, world, conditions, holds):
    wanted = ResidentFilter(**conditions)
    found = ledger.residents.list_ids(wanted, ResidentSort.ENTERED)
    expected = world.find(holds)
    assert list(found) == expected
    assert 0 < len(expected) < len(world.people), "the case would not notice"
    households = {p.facts.household_id for p in world.people if p.id in set(expected)}
    count = ledger.filters.count(wanted)
    assert (count.people, count.households) == (len(expected), len(households - {None}))


def test_all_of_several_tags_and_skills_narrow_more_than_one_of_them(ledger, world):
    with_two = [p.facts.skills for p in world.people if len(p.facts.skills) > 1 and not p.recycled]
    first, second = with_two[0][:2]
    every = ResidentFilter(skills=(first, second), all_skills=True)
    assert list(ledger.residents.list_ids(every, ResidentSort.ENTERED)) == world.find(
        here(lambda _, p: {first, second} <= set(p.facts.skills))
    )
    tagged = [p.facts.care_tags for p in world.people if p.facts.care_tags and not p.recycled]
    tags = (tagged[0][0], "没有人有的标签")
    some = ResidentFilter(care_tags=tags)
    assert ledger.filters.count(some).people > 0
    assert ledger.filters.count(ResidentFilter(care_tags=tags, all_care_tags=True)).people == 0


def test_a_building_is_all_who_live_in_it(ledger, world):
    building = next(each for each in ledger.filters.places() if each.building)
    there = here(lambda _, p: at(p, building.estate, building.building))
    wanted = ResidentFilter(buildings=(building,))
    assert list(ledger.residents.list_ids(wanted, ResidentSort.ENTERED)) == world.find(there)
