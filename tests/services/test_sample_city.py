"""A sample city: constant quarters, names as frequent as in life, the gaps and doubles of life."""

from collections import Counter

import pytest

from linli.domain.values.addresses import Address, address_text, parse_address
from linli.domain.values.identity import DocumentKind, birth_of, parse_document, sex_of
from linli.domain.values.names import DOT, surname_of, surname_readings
from linli.progress import Progress
from linli.services.sample import PEOPLE, SampleService
from linli.services.sample_ground import Ground, SampleSize

CITY = 20_000


@pytest.fixture(scope="module")
def city(tmp_path_factory, _founded):
    """A city of 20,000, made once."""
    import shutil

    from support.ledgers import ACTOR, FixedClock

    from linli.paths import DataDir
    from linli.services.context import Context
    from linli.storage.database import Database

    folder = DataDir(tmp_path_factory.mktemp("city") / "ledger")
    shutil.copytree(_founded.data_dir.root, folder.root)
    database = Database(folder.database, _founded.key)
    context = Context(database, ACTOR, FixedClock(), folder)
    SampleService(context).create(CITY)
    yield context
    database.close()


def ask(context, sql):
    with context.db.reading() as connection:
        return [tuple(row) for row in connection.exec_driver_sql(sql)]


@pytest.fixture(scope="module")
def han(city):
    """Names without the dot, which Hui people too have."""
    names = [name for (name,) in ask(city, "SELECT name FROM resident")]
    return [name for name in names if DOT not in name]


def test_there_are_as_many_people_as_asked_for(city):
    assert ask(city, "SELECT count(*) FROM resident") == [(CITY,)]


def test_the_step_stays_and_the_ledger_is_sound(city, services):
    assert ask(city, "SELECT count(*) FROM journal_change WHERE table_name = 'resident'") == [(0,)]
    assert city.db.damage() == []
    assert city.db.audit_problems() == []


def test_the_first_quarters_are_the_same_whatever_the_total(city, context):
    SampleService(context).create(2 * PEOPLE + 50)
    people = (
        "SELECT r.name, r.birth, r.sex, d.number, p.number, h.address_key FROM resident r"
        " LEFT JOIN identity_document d ON d.resident_id = r.id"
        " LEFT JOIN phone p ON p.resident_id = r.id AND p.position = 0"
        f" JOIN dwelling h ON h.id = r.home_id WHERE r.id <= {2 * PEOPLE} ORDER BY r.id"
    )
    assert ask(context, people) == ask(city, people)


@pytest.mark.parametrize(
    ("surname", "share"), [("王", 7.1), ("李", 7.0), ("张", 6.7), ("刘", 5.2), ("陈", 4.6)]
)
def test_surnames_are_as_frequent_as_in_life(han, surname, share):
    found = 100 * sum(name.startswith(surname) for name in han) / len(han)
    assert found == pytest.approx(share, abs=0.8)


def test_the_first_hundred_surnames_are_borne_by_most_but_not_by_all(han):
    counted = Counter(surname_of(name) for name in han)
    first = sum(count for _, count in counted.most_common(100))
    assert 0.80 < first / len(han) < 0.90
    assert len(counted) > 300


def test_surnames_that_are_read_in_their_own_way_and_compound_ones_occur(han):
    known = surname_readings()
    surnames = {surname_of(name) for name in han}
    assert set("单解仇曾查区盖朴缪覃乐翟") <= surnames
    assert "欧阳" in surnames
    assert len(surnames & known.compound.keys()) >= 4


def test_rare_characters_and_minority_names_occur(city, han):
    assert any(ord(character) > 0xFFFF for name in han for character in name)
    assert any("\u3400" <= character <= "\u4dbf" for name in han for character in name)
    assert ask(city, f"SELECT count(*) > 500 FROM resident WHERE name LIKE '%{DOT}%'") == [(1,)]


def test_given_names_belong_to_their_generation(city):
    def share(characters, years):
        names = [
            name
            for (name,) in ask(
                city, f"SELECT name FROM resident WHERE substr(birth, 1, 4) BETWEEN {years}"
            )
        ]
        return sum(bool(set(name[1:]) & set(characters)) for name in names) / len(names)

    assert share("秀英桂兰", "'1940' AND '1960'") > 5 * share("秀英桂兰", "'2012' AND '2026'")
    assert share("梓涵轩诺", "'2012' AND '2026'") > 5 * share("梓涵轩诺", "'1940' AND '1960'")


def test_numbers_are_valid_and_unique_and_agree_with_birth_and_sex(city):
    rows = ask(
        city,
        "SELECT d.number, r.birth, r.sex FROM identity_document d"
        " JOIN resident r ON r.id = d.resident_id WHERE d.kind = 'resident_id'",
    )
    assert len({number for number, _, _ in rows}) == len(rows)
    for number, birth, sex in rows:
        document = parse_document(number, DocumentKind.RESIDENT_ID)
        assert birth_of(document).iso() == birth
        assert sex_of(document) == sex


def test_some_facts_are_missing_as_in_life(city):
    ((no_number, no_birth, only_year, no_phone),) = ask(
        city,
        "SELECT sum(NOT EXISTS (SELECT 1 FROM identity_document d WHERE d.resident_id = r.id)),"
        " sum(birth IS NULL), sum(length(birth) = 4),"
        " sum(birth < '2000' AND NOT EXISTS (SELECT 1 FROM phone p WHERE p.resident_id = r.id))"
        " FROM resident r",
    )
    assert 0.01 < no_number / CITY < 0.03
    assert 0 < no_birth < no_number
    assert 0 < only_year < no_number
    assert no_phone > 0.02 * CITY


def test_one_in_a_thousand_was_entered_twice(city):
    doubles = ask(city, "SELECT id, name, birth FROM resident WHERE note = '从旧表录入'")
    assert len(doubles) == sum(size.doubles for size in SampleSize.quarters(CITY))
    for resident_id, name, birth in doubles:
        alike = ask(
            city,
            "SELECT r.name FROM resident r JOIN phone p ON p.resident_id = r.id"
            f" WHERE r.id <> {resident_id} AND r.birth = '{birth}' AND p.number ="
            f" (SELECT number FROM phone WHERE resident_id = {resident_id})",
        )
        assert any(sum(a != b for a, b in zip(name, other, strict=True)) <= 1 for (other,) in alike)
    kinds = ask(
        city,
        "SELECT DISTINCT d.kind FROM resident r LEFT JOIN identity_document d"
        " ON d.resident_id = r.id WHERE r.note = '从旧表录入'",
    )
    assert set(kinds) == {("legacy_15",), (None,)}


def test_each_household_has_one_head_whose_children_are_younger(city):
    heads = ask(
        city,
        "SELECT sum(relation_code = '02') FROM resident WHERE household_id IS NOT NULL"
        " GROUP BY household_id",
    )
    assert set(heads) == {(1,)}
    too_old = ask(
        city,
        "SELECT count(*) FROM resident head JOIN resident child USING (household_id)"
        " WHERE head.relation_code = '02' AND child.relation_code IN ('22', '23', '32', '33')"
        " AND substr(child.birth, 1, 4) - substr(head.birth, 1, 4) < 16",
    )
    assert too_old == [(0,)]
    grown = ask(
        city,
        "SELECT count(*) FROM resident WHERE marriage_code = '20' AND birth > '2006-11-23'",
    )
    assert grown == [(0,)]


def test_grids_of_the_city_have_some_hundred_households(city):
    sizes = ask(
        city,
        "SELECT count(h.id) FROM grid g JOIN dwelling d ON d.grid_id = g.id"
        " JOIN household h ON h.dwelling_id = d.id WHERE g.id > 6 GROUP BY g.id",
    )
    assert all(200 <= count <= 500 for (count,) in sizes[:-1])


def test_nobody_shares_an_address_by_accident_and_addresses_are_read_back(city):
    places = ask(city, "SELECT estate, building, unit, room FROM dwelling WHERE estate IS NOT NULL")
    assert len({estate for estate, *_ in places}) > 40
    for parts in places[::37]:
        address = Address(**dict(zip(("estate", "building", "unit", "room"), parts, strict=True)))
        assert parse_address(address_text(address), "西河社区") == address


def test_estates_and_lanes_of_two_million_people_have_names_of_their_own(dice):
    names = Counter(
        estate
        for index, size in enumerate(SampleSize.quarters(2_000_000))
        for estate in {
            building.estate
            for grid in Ground(index, size, dice).buildings_of_grids()
            for building in grid
        }
        if estate is not None
    )
    assert len(names) > 6_000
    assert set(names.values()) == {1}


@pytest.fixture
def dice():
    import random

    return random.Random(1)


@pytest.mark.parametrize("people", [PEOPLE + 1, 2 * PEOPLE, 2 * PEOPLE + 199, 1_000_000])
def test_quarters_add_up(people):
    sizes = list(SampleSize.quarters(people))
    assert sum(size.people for size in sizes) == people
    assert sizes[0] == SampleSize.of(PEOPLE)
    for size in sizes:
        assert size.households <= size.people - size.floating - size.doubles


def test_progress_counts_on_from_quarter_to_quarter(context):
    said = []
    progress = Progress(lambda done, total, text: said.append((done, total)))
    SampleService(context).create(PEOPLE + 600, progress)
    steps = [done for done, total in said if total]
    assert steps == sorted(steps)
    assert {total for _, total in said} == {PEOPLE + 600, 0}
    assert steps[-1] > PEOPLE
