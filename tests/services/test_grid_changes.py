"""Splitting, joining, renumbering grids and moving places: what stays in the history."""

from datetime import date, timedelta

import pytest
from support.people import make_draft

from linli.domain.grid_changes import GridJoin, GridMove, GridRenaming, GridSplit
from linli.domain.grids import GridDraft, GridOfficer, GridRole
from linli.domain.residents import HomeDraft, HouseholdDraft
from linli.domain.values.addresses import Address
from linli.errors import InvalidInput, UserError

TODAY = date(2026, 11, 23)
DAY = date(2026, 5, 1)
BEFORE = DAY - timedelta(days=1)
HOMES = [(b, u, "101") for b in ("1号楼", "2号楼", "3号楼") for u in ("1单元", "2单元")]


def place(building, unit=None, room=None):
    return Address(building=building, unit=unit, room=room)


def leader(name):
    return GridOfficer(role=GridRole.LEADER, name=name, phone="13909940001")


@pytest.fixture
def grids(services):
    """Two grids: buildings 1 to 3 with two units each, and building 9; a household in each."""
    first, _ = services.grids.add(
        GridDraft(
            number="1",
            name="第一网格",
            buildings=tuple(map(place, ("1号楼", "2号楼", "3号楼"))),
            officers=(leader("王建国"),),
        )
    )
    second, _ = services.grids.add(
        GridDraft(
            number="2", name="第二网格", buildings=(place("9号楼"),), officers=(leader("李卫民"),)
        )
    )
    for sequence, (building, unit, room) in enumerate([*HOMES, ("9号楼", "1单元", "101")]):
        home = HomeDraft(address=place(building, unit, room), new_household=HouseholdDraft())
        services.residents.add(
            make_draft(f"张{'甲乙丙丁戊己庚'[sequence]}", sequence=sequence), home
        )
    return first, second


def figures(services):
    return {g.facts.name: (g.households, g.residents) for g in services.grids.list_all()}


def name_on(services, address, day):
    found = services.grids.on(address, day)
    return found and (found.name, [officer.name for officer in found.officers])


def test_a_split_takes_its_buildings_and_leaves_a_history(services, grids):
    first, _ = grids
    split = GridSplit(source=first, places=(place("3号楼"),), number="3", name="第三网格", on=DAY)
    foreseen = services.grid_changes.preview_split(split)
    assert (foreseen.dwellings, foreseen.households, foreseen.residents) == (2, 2, 2)
    new, _ = services.grid_changes.split(split)
    assert figures(services) == {"第一网格": (4, 4), "第二网格": (1, 1), "第三网格": (2, 2)}
    home = place("3号楼", "1单元", "101")
    assert name_on(services, home, BEFORE) == ("第一网格", ["王建国"])
    assert name_on(services, home, DAY) == ("第三网格", [])
    assert services.grids.get(new).since == DAY
    assert services.grids.facts(first).buildings == (place("1号楼"), place("2号楼"))


def test_a_unit_can_be_split_off_and_new_dwellings_follow_it(services, grids):
    first, _ = grids
    unit = place("3号楼", "2单元")
    services.grid_changes.split(
        GridSplit(source=first, places=(unit,), number="3", name="第三网格", on=DAY)
    )
    assert figures(services)["第三网格"] == (1, 1)
    assert services.grids.name_for(place("3号楼", "2单元", "502")) == "第三网格"
    assert services.grids.name_for(place("3号楼", "1单元", "502")) == "第一网格"
    assert services.grid_trees.conflicts() == []


def test_a_split_is_one_step_back(services, grids):
    first, _ = grids
    services.grid_changes.split(
        GridSplit(source=first, places=(place("3号楼"),), number="3", name="第三网格", on=DAY)
    )
    services.history.undo()
    assert figures(services) == {"第一网格": (6, 6), "第二网格": (1, 1)}
    assert name_on(services, place("3号楼", "1单元", "101"), TODAY) == ("第一网格", ["王建国"])


def test_a_moved_building_comes_back_and_each_day_keeps_its_grid(services, grids):
    first, second = grids
    there = GridMove(places=(place("3号楼"),), source=first, target=second, on=DAY)
    services.grid_changes.move(there)
    back_on = date(2026, 8, 1)
    services.grid_changes.move(
        GridMove(places=(place("3号楼"),), source=second, target=first, on=back_on)
    )
    home = place("3号楼", "2单元", "101")
    assert name_on(services, home, BEFORE) == ("第一网格", ["王建国"])
    assert name_on(services, home, date(2026, 7, 31)) == ("第二网格", ["李卫民"])
    assert name_on(services, home, back_on) == ("第一网格", ["王建国"])
    assert figures(services)["第一网格"] == (6, 6)


def test_moving_and_back_on_one_day_leaves_no_trace(services, grids):
    first, second = grids
    for source, target in ((first, second), (second, first)):
        services.grid_changes.move(
            GridMove(places=(place("3号楼"),), source=source, target=target, on=DAY)
        )
    assert all(span.until is None for span in services.grids.history(first).places)
    assert services.grids.history(second).places[1:] == ()


def test_a_joined_grid_is_closed_not_lost(services, grids):
    first, second = grids
    join = GridJoin(sources=(second,), target=first, on=DAY)
    foreseen = services.grid_changes.preview_join(join)
    assert [(p.post, p.name, p.goes_along) for p in foreseen.posts] == [("网格长", "李卫民", False)]
    services.grid_changes.join(join)
    assert figures(services) == {"第一网格": (7, 7)}
    (closed,) = services.grids.list_closed()
    assert (closed.facts.name, closed.until) == ("第二网格", BEFORE)
    past = services.grids.history(second)
    assert (past.successor, past.officers[0].until) == ("第一网格", BEFORE)
    home = place("9号楼", "1单元", "101")
    assert name_on(services, home, BEFORE) == ("第二网格", ["李卫民"])
    assert name_on(services, home, DAY) == ("第一网格", ["王建国"])
    services.history.undo()
    assert figures(services)["第二网格"] == (1, 1)


def test_a_closed_grid_is_not_counted(services, grids):
    assert services.residents.counts().grids == 2
    services.grid_changes.join(GridJoin(sources=(grids[1],), target=grids[0], on=DAY))
    assert services.residents.counts().grids == len(services.grids.list_all()) == 1


def test_the_number_of_a_closed_grid_is_free_again(services, grids):
    first, second = grids
    services.grid_changes.join(GridJoin(sources=(second,), target=first, on=DAY))
    services.grids.add(GridDraft(number="2", name="第二网格"))
    assert list(figures(services)) == ["第一网格", "第二网格"]
    version = services.grids.get(second).version
    with pytest.raises(UserError, match="已经不用了"):
        services.grids.update(second, GridDraft(number="9", name="九"), version=version)


def test_grids_exchange_their_names_and_old_days_keep_the_old(services, grids):
    first, second = grids
    swapped = [
        GridRenaming(grid_id=first, number="2", name="第二网格"),
        GridRenaming(grid_id=second, number="1", name="第一网格"),
    ]
    assert services.grid_changes.preview_renaming(swapped, DAY).residents == 7
    services.grid_changes.rename(swapped, DAY)
    home = place("9号楼", "1单元", "101")
    assert name_on(services, home, BEFORE) == ("第二网格", ["李卫民"])
    assert name_on(services, home, DAY) == ("第一网格", ["李卫民"])
    services.history.undo()
    assert name_on(services, home, DAY) == ("第二网格", ["李卫民"])


def test_two_grids_do_not_get_one_number(services, grids):
    same = [GridRenaming(grid_id=i, number="7", name=f"第{i}网格") for i in grids]
    with pytest.raises(InvalidInput) as caught:
        services.grid_changes.rename(same, DAY)
    assert [p.message for p in caught.value.problems] == [
        "编号「7」给了 2 个网格，请改成各不相同的。"
    ]


def test_a_day_that_has_not_come_is_refused(services, grids):
    first, second = grids
    tomorrow = TODAY + timedelta(days=1)
    move = GridMove(places=(place("3号楼"),), source=first, target=second, on=tomorrow)
    for ask in (services.grid_changes.move, services.grid_changes.preview_move):
        with pytest.raises(UserError, match="2026-11-24 还没有到"):
            ask(move)


def test_a_place_cannot_leave_before_it_came(services, grids):
    first, second = grids
    services.grid_changes.move(
        GridMove(places=(place("3号楼"),), source=first, target=second, on=DAY)
    )
    with pytest.raises(UserError, match="「3号楼」2026-05-01 才划入这个网格"):
        services.grid_changes.move(
            GridMove(places=(place("3号楼"),), source=second, target=first, on=BEFORE)
        )
    assert figures(services)["第二网格"] == (3, 3), "nothing happened"


def test_what_nothing_is_named_for_is_refused(services, grids):
    first, second = grids
    with pytest.raises(UserError, match="没有选楼栋"):
        services.grid_changes.move(GridMove(places=(), source=first, target=second, on=DAY))
    with pytest.raises(UserError, match="只选了一个网格"):
        services.grid_changes.join(GridJoin(sources=(first,), target=first, on=DAY))
    with pytest.raises(UserError, match="已经在这个网格里"):
        services.grid_changes.move(
            GridMove(places=(place("1号楼"),), source=first, target=first, on=DAY)
        )


def test_a_dwelling_that_was_in_none_joins(services, grids):
    first, _ = grids
    home = HomeDraft(
        address=Address(estate="幸福巷", building="12号"), new_household=HouseholdDraft()
    )
    services.residents.add(make_draft("赵新", sequence=90), home)
    assert services.grid_trees.top()[1].label == "未划入网格"
    lane = Address(estate="幸福巷")
    services.grid_changes.move(GridMove(places=(lane,), source=None, target=first, on=TODAY))
    assert figures(services)["第一网格"] == (7, 7)
    assert services.grids.name_for(Address(estate="幸福巷", building="40号")) == "第一网格"
    assert len(services.grid_trees.top()) == 1


def test_a_correction_leaves_no_history_and_a_change_does(services, grids):
    first, _ = grids
    found = services.grids.get(first)
    changed = GridDraft(
        number="1", name="第1网格", buildings=found.facts.buildings, officers=(leader("王建军"),)
    )
    services.grids.update(first, changed, version=found.version, correction=True)
    home = place("1号楼", "1单元", "101")
    assert name_on(services, home, DAY) == ("第1网格", ["王建军"])
    found = services.grids.get(first)
    services.grids.update(
        first,
        GridDraft(number="1", name="东片", buildings=found.facts.buildings, officers=()),
        version=found.version,
    )
    assert name_on(services, home, TODAY - timedelta(days=1)) == ("第1网格", ["王建军"])
    assert name_on(services, home, TODAY) == ("东片", [])
