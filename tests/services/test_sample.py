import shutil
from dataclasses import asdict
from datetime import date, timedelta

import pytest
from support.ledgers import ACTOR, FixedClock

from linli.domain.grids import GridRole
from linli.domain.receptions import VisitFilter
from linli.domain.resident_rules import check_resident
from linli.domain.residents import ResidentDraft
from linli.domain.staff import StaffDraft, StationDraft
from linli.domain.staff_rules import check_staff, check_station, clean_staff, clean_station
from linli.errors import UserError
from linli.paths import DataDir
from linli.progress import Cancelled, Progress
from linli.services.container import open_services
from linli.services.context import Context
from linli.services.sample import PEOPLE, SampleService
from linli.services.sample_ground import SampleSize
from linli.storage.database import Database


@pytest.fixture
def sample(context):
    return SampleService(context)


@pytest.fixture(scope="module")
def made(tmp_path_factory, _founded):
    """Sample communities that are only looked at, by their number of people; each made once."""
    kept = {}

    def of(people=PEOPLE):
        if people not in kept:
            folder = DataDir(tmp_path_factory.mktemp("sample") / "ledger")
            shutil.copytree(_founded.data_dir.root, folder.root)
            database = Database(folder.database, _founded.key)
            kept[people] = open_services(Context(database, ACTOR, FixedClock(), folder))
            kept[people].sample.create(people)
        return kept[people]

    yield of
    for services in kept.values():
        services.context.db.close()


def rows(context, sql):
    with context.db.reading() as connection:
        return connection.exec_driver_sql(sql).all()


def test_the_community_has_the_figures_of_the_source(made):
    services = made()
    counts = services.residents.counts()
    assert (counts.residents, counts.households, counts.floating) == (3203, 1006, 202)
    assert (counts.rentals, counts.rental_rooms, counts.rental_occupants) == (34, 179, 268)
    assert counts.grids == 6


@pytest.mark.parametrize("people", [1, 2, 3, 5, 8, 40, 95, 200, 201, 777])
def test_any_number_of_people_is_exact(sample, services, people):
    sample.create(people)
    counts = services.residents.counts()
    assert counts.residents == people
    assert counts.households == SampleSize.of(people).households


@pytest.mark.parametrize("people", [1, 60, 500, PEOPLE, 69_000])
def test_the_figures_keep_their_proportions(people):
    size = SampleSize.of(people)
    for figure, source in ((size.households, 1006), (size.floating, 202), (size.rentals, 34)):
        assert abs(figure - people * source / PEOPLE) <= max(1, people * 0.01)
    assert size.households <= people - size.floating <= 7 * size.households
    assert size.tenants >= size.floating
    assert size.rooms >= size.rentals


def test_every_resident_keeps_the_rules_of_the_form(made):
    services = made(400)
    today = services.context.clock().date()
    for (resident_id,) in rows(services.context, "SELECT id FROM resident"):
        resident = services.residents.get(resident_id)
        assert isinstance(resident.facts, ResidentDraft)
        assert check_resident(resident.facts, today) == []
        assert resident.address is not None
        assert resident.grid_id is not None


def test_every_household_has_one_head_and_a_number(made):
    services = made(400)
    heads = rows(
        services.context,
        "SELECT h.number, sum(r.relation_code = '02') FROM household h"
        " LEFT JOIN resident r ON r.household_id = h.id GROUP BY h.id",
    )
    assert all(number is not None and count == 1 for number, count in heads)
    assert len({number for number, _ in heads}) == len(heads)


def test_lanes_have_neither_units_nor_rooms(made):
    services = made(400)
    lanes = rows(services.context, "SELECT unit, room FROM dwelling WHERE estate IS NOT NULL")
    assert lanes
    assert set(lanes) == {(None, None)}


def test_grids_have_their_officers_and_all_buildings(made):
    services = made()
    grids = services.grids.list_all()
    assert [grid.facts.name for grid in grids][:2] == ["第一网格", "第二网格"]
    for grid in grids:
        assert len(grid.facts.officers) == 3
        assert all(officer.phone for officer in grid.facts.officers)
        assert grid.households > 0
    assert services.grids.buildings_without_grid() == []


def test_tenants_are_as_many_as_declared_and_known(sample, services, context):
    sample.create(900)
    for dwelling in services.dwellings.list_rentals():
        assert dwelling.rental.occupants == len(dwelling.rental.tenancies)
        assert all(tenancy.resident_id for tenancy in dwelling.rental.tenancies)
        assert dwelling.rental.landlord_name
    tenants = rows(context, "SELECT resident_id FROM tenancy")
    assert len(set(tenants)) == len(tenants)


def test_there_are_minority_names_and_rare_characters(made):
    services = made()
    names = [name for (name,) in rows(services.context, "SELECT name FROM resident")]
    assert any("·" in name for name in names)
    assert any(ord(char) > 0xFFFF for name in names for char in name)


def test_the_same_number_of_people_is_the_same_community(context, sample, services):
    sample.create(120)
    query = "SELECT name, birth, name_pinyin FROM resident ORDER BY id"
    first = rows(context, query)
    services.history.undo()
    assert rows(context, query) == []
    sample.create(120)
    assert rows(context, query) == first


def test_the_whole_community_is_one_undo_step(sample, services):
    sample.create(120)
    services.history.undo()
    counts = asdict(services.residents.counts())
    assert not any(counts.values())
    assert services.settings.hall().hotline is None


def test_people_are_found_and_the_hall_has_a_hotline(sample, services, context):
    sample.create(120)
    (name,) = rows(context, "SELECT name FROM resident WHERE id = 1")[0]
    assert name in {row.name for row in services.residents.find(name)}
    assert services.settings.hall().hotline


def test_a_ledger_with_people_is_not_mixed_with_fiction(sample, services):
    sample.create(5)
    with pytest.raises(UserError, match="空的台账"):
        sample.create(5)
    assert services.residents.counts().residents == 5


@pytest.mark.parametrize("people", [0, -3])
def test_nobody_is_no_community(sample, people):
    with pytest.raises(UserError, match="人数"):
        sample.create(people)


def test_cancelling_leaves_the_ledger_empty(sample, services):
    asked = iter([False, True])
    with pytest.raises(Cancelled):
        sample.create(1200, Progress(is_cancelled=lambda: next(asked)))
    assert not any(asdict(services.residents.counts()).values())


def test_the_hall_has_stations_staff_with_pictures_pairs_and_a_board(made):
    services = made()
    assert len(services.stations.list_all()) == 11
    staff = services.staff.list_all()
    assert len(staff) == 16
    assert all(one.facts.photo and one.station for one in staff)
    assert len(services.pairings.list_all()) == 35
    assert len({pairing.facts.household_id for pairing in services.pairings.list_all()}) == 35
    first = services.grids.list_all()[0]
    board = services.boards.entries(first.id)
    assert len(board) == 9
    assert all(entry.post and entry.resident_id for entry in board)
    missing = services.boards.missing_photos([first.id])
    assert {one.name for one in missing} == {entry.name for entry in board if not entry.photo}
    assert 0 < len(missing) < len(board)


def test_the_hall_of_the_sample_keeps_the_rules_of_the_forms(made):
    services = made(400)
    for station in services.stations.list_all():
        assert check_station(station.facts) == []
        assert clean_station(station.facts) == station.facts
    for one in services.staff.list_all():
        assert check_staff(one.facts) == []
        assert clean_staff(one.facts) == one.facts
    for pairing in services.pairings.list_all():
        assert services.pairings.update(pairing.id, pairing.facts, version=1).entry_id is None


def test_what_the_clerk_entered_of_the_hall_is_left_alone(sample, services):
    station, _ = services.stations.add(StationDraft(name="警务室", phone="110"))
    services.staff.add(StaffDraft(name="王芳", number="XH-001"))
    sample.create(60)
    assert services.stations.get(station).facts.phone == "110"
    assert len(services.stations.list_all()) == 11
    assert [one.facts.name for one in services.staff.list_all()] == ["王芳"]


def test_the_grids_have_a_history(made):
    services = made()
    today = services.context.clock().date()
    grids = services.grids.list_all()
    first, last = grids[0], grids[-1]
    told = services.grids.history(first.id)
    assert [title.name for title in told.titles] == ["西河巷网格", "第一网格"]
    leaders = [officer for officer in told.officers if officer.role is GridRole.LEADER]
    assert len(leaders) == 2
    assert [officer.name for officer in leaders if officer.until is None] == [
        officer.name for officer in first.facts.officers if officer.role is GridRole.LEADER
    ]
    place = last.facts.buildings[0]
    year = today.year - 1
    assert services.grids.on(place, date(year, 8, 31)).name == "第一网格"
    assert services.grids.on(place, date(year, 2, 1)).name == "西河巷网格"
    assert services.grids.on(place, date(year, 9, 1)).name == last.facts.name
    assert services.grids.on(place, today).name == last.facts.name
    assert services.grid_trees.conflicts() == []


def test_somebody_is_received_on_two_days_of_the_week(made):
    services = made()
    today = services.context.clock().date()
    (rule,) = services.receptions.rules()
    days = services.receptions.days(rule.id, today, today + timedelta(days=13))
    assert [day.planned.weekday() for day in days] == [1, 3, 1, 3]
    visits = services.receptions.visits(VisitFilter())
    assert [visit.is_open for visit in visits] == [True, False]
