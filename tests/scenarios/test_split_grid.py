"""A grid is split, and a year later somebody asks who looked after a home on an old day.

Six grids with four buildings each, as 西河社区 has them; 24 homes in the third one.
"""

from datetime import date, timedelta
from itertools import product

import pytest
from support.cards import TEN
from support.homes import settle

from linli.domain.grid_changes import GridJoin, GridSplit
from linli.domain.grids import GridDraft, GridOfficer, GridRole
from linli.domain.undoing import How
from linli.domain.values.addresses import Address

SPLIT_DAY = date(2026, 11, 23)
BEFORE = SPLIT_DAY - timedelta(days=1)
YEAR = 365
MOVED = (Address(building="11号楼"), Address(building="12号楼", unit="2单元"))
_NAMES = tuple(map("".join, product("赵钱孙李周吴郑王", "建国秀英桂")))


def liaison(name):
    return GridOfficer(role=GridRole.LIAISON, name=name, phone="13909940002")


@pytest.fixture
def residents(services):
    """Six grids with their liaison officers; the people of the third, by address."""
    for number in range(1, 7):
        buildings = tuple(
            Address(building=f"{(number - 1) * 4 + place}号楼") for place in range(1, 5)
        )
        services.grids.add(
            GridDraft(
                number=str(number),
                name=f"第{number}网格",
                buildings=buildings,
                officers=(liaison(f"刘敏{number}"),),
            )
        )
    homes = [
        Address(building=f"{building}号楼", unit=f"{unit}单元", room=f"{room}01")
        for building in range(9, 13)
        for unit in (1, 2)
        for room in (1, 2, 3)
    ]
    people = settle(services, zip(_NAMES, homes, strict=False))
    return dict(zip(homes, people, strict=True))


def grid_named(services, name):
    return next(grid for grid in services.grids.list_all() if grid.facts.name == name)


def said_of(services, place, day):
    found = services.grids.on(place, day)
    return found and (found.number, found.name, [officer.name for officer in found.officers])


def card_of(services, resident):
    (card, *_) = services.cards.issued_to(resident)
    return card.grid, card.officers


def split_third(services):
    third = grid_named(services, "第3网格")
    split = GridSplit(source=third.id, places=MOVED, number="7", name="第7网格", on=SPLIT_DAY)
    foreseen = services.grid_changes.preview_split(split)
    services.grid_changes.split(split)
    seventh = grid_named(services, "第7网格")
    with_officer = GridDraft(
        number="7", name="第7网格", buildings=seventh.facts.buildings, officers=(liaison("马新"),)
    )
    services.grids.update(seventh.id, with_officer, version=seventh.version)
    return foreseen


def test_a_year_later_the_old_day_still_has_its_grid_and_its_officer(services, residents, clock):
    assert len(services.grids.list_all()) == 6
    assert sum(len(grid.facts.buildings) for grid in services.grids.list_all()) == 24
    batch = services.cards.prepare(list(residents.values()), "resident")
    clock.advance(days=-10)
    services.cards.issue(batch, TEN)
    clock.advance(days=10)

    foreseen = split_third(services)
    assert (foreseen.households, foreseen.residents) == (9, 9)
    assert foreseen.cards == 9, "the cards of those who move name the old liaison officer"
    assert len(services.cards.outdated()) == 9

    moved = Address(building="12号楼", unit="2单元", room="101")
    stayed = Address(building="12号楼", unit="1单元", room="101")
    outdated = services.cards.prepare_outdated("resident")
    services.cards.issue(outdated, TEN)
    clock.advance(days=YEAR)
    assert said_of(services, moved, BEFORE) == ("3", "第3网格", ["刘敏3"])
    assert said_of(services, moved, SPLIT_DAY) == ("7", "第7网格", ["马新"])
    assert said_of(services, moved, clock().date()) == ("7", "第7网格", ["马新"])
    assert said_of(services, stayed, clock().date()) == ("3", "第3网格", ["刘敏3"])

    first, second = [
        (card.grid, card.officers) for card in services.cards.issued_to(residents[moved])[::-1]
    ]
    assert first == ("第3网格", "网格联络员 刘敏3")
    assert second == ("第7网格", "网格联络员 马新")
    assert services.grid_trees.conflicts() == []


def test_names_and_joins_that_come_later_do_not_change_what_an_old_day_says(
    services, residents, clock
):
    split_third(services)
    clock.advance(days=100)
    seventh = grid_named(services, "第7网格")
    renamed = GridDraft(
        number="07",
        name="康宁网格",
        buildings=seventh.facts.buildings,
        officers=(liaison("黄春"),),
    )
    services.grids.update(seventh.id, renamed, version=seventh.version)
    clock.advance(days=100)
    sixth = grid_named(services, "第6网格")
    join = GridJoin(sources=(seventh.id,), target=sixth.id, on=clock().date())
    services.grid_changes.join(join)
    clock.advance(days=YEAR)
    home = Address(building="11号楼", unit="1单元", room="201")
    days = (0, 100, 199, 200)
    assert [said_of(services, home, SPLIT_DAY + timedelta(days=d))[1:] for d in days] == [
        ("第7网格", ["马新"]),
        ("康宁网格", ["黄春"]),
        ("康宁网格", ["黄春"]),
        ("第6网格", ["刘敏6"]),
    ]
    history = services.grids.history(seventh.id)
    assert [(t.number, t.name) for t in history.titles] == [("7", "第7网格"), ("07", "康宁网格")]
    assert history.successor == "第6网格"


def test_a_split_is_taken_back_within_thirty_days(services, residents, clock):
    third = grid_named(services, "第3网格")
    split = GridSplit(source=third.id, places=MOVED, number="7", name="第7网格", on=SPLIT_DAY)
    _, changes = services.grid_changes.split(split)
    clock.advance(days=29)
    services.grids.add(GridDraft(number="8", name="第8网格"))
    plan = services.steps.plan(changes.entry_id)
    services.steps.take_back(plan, How.ALONE)
    assert [grid.facts.name for grid in services.grids.list_all()][2:4] == ["第3网格", "第4网格"]
    home = Address(building="11号楼", unit="1单元", room="201")
    assert said_of(services, home, clock().date()) == ("3", "第3网格", ["刘敏3"])
    assert services.grid_trees.conflicts() == []


def test_another_machine_learns_of_the_split_and_its_past(make_machines):
    one, other = make_machines("甲", "乙")
    buildings = tuple(Address(building=f"{n}号楼") for n in (1, 2))
    first, _ = one.services.grids.add(
        GridDraft(number="1", name="第1网格", buildings=buildings, officers=(liaison("刘敏"),))
    )
    settle(one.services, [("赵一", Address(building="2号楼", unit="1单元", room="101"))])
    one.meet(other)
    split = GridSplit(source=first, places=buildings[1:], number="2", name="第2网格", on=SPLIT_DAY)
    new, _ = one.services.grid_changes.split(split)
    one.services.grid_changes.join(GridJoin(sources=(first,), target=new, on=SPLIT_DAY))
    one.services.grids.add(GridDraft(number="1", name="第1网格"))
    one.meet(other)
    assert other.records() == one.records()
    home = Address(building="1号楼", room="101")
    assert said_of(other.services, home, BEFORE) == ("1", "第1网格", ["刘敏"])
    assert said_of(other.services, home, SPLIT_DAY)[1] == "第2网格"


def test_erasing_somebody_leaves_the_history_of_grids(services, residents, clock):
    from support.ledgers import PASSWORD

    from linli.domain.erasures import Ground

    split_third(services)
    home = Address(building="11号楼", unit="1单元", room="201")
    services.erasures.erase(residents[home], ground=Ground.REQUEST, password=PASSWORD)
    assert said_of(services, home, BEFORE) == ("3", "第3网格", ["刘敏3"])
    assert said_of(services, home, SPLIT_DAY) == ("7", "第7网格", ["马新"])
    assert grid_named(services, "第7网格").residents == 8
