import pytest
from support.people import make_draft

from linli.domain.grids import GridDraft, GridOfficer, GridRole
from linli.domain.residents import HomeDraft, HouseholdDraft, ResidentFilter
from linli.domain.values.addresses import Address
from linli.errors import ConflictError, InvalidInput, NotFoundError, UserError

FIRST = GridDraft(
    number="1",
    name="第一网格",
    buildings=(Address(building="1号楼"), Address(building="2号楼")),
    officers=(
        GridOfficer(role=GridRole.LEADER, name="李长", phone="13900000001"),
        GridOfficer(role=GridRole.POLICE, name="赵警", phone="0994-4839110"),
    ),
    note="东片",
)


def settle(services, name, sequence=1, **parts):
    home = HomeDraft(address=Address(**parts), new_household=HouseholdDraft())
    return services.residents.add(make_draft(name, sequence=sequence), home)[0]


def grid_of(services, resident):
    return services.residents.get(resident).grid_label


def problems(caught):
    return {problem.field: problem.message for problem in caught.value.problems}


def test_a_grid_comes_back_as_it_was_given_with_its_figures(services):
    grid, _ = services.grids.add(FIRST)
    settle(services, "张一", 1, building="1号楼", room="101")
    settle(services, "张二", 2, building="2号楼", room="101")
    found = services.grids.get(grid)
    assert (found.facts, found.households, found.residents) == (FIRST, 2, 2)
    assert found.facts.officer(GridRole.LEADER).name == "李长"


def test_grids_stand_by_number(services):
    for number in ("10", "2", "1"):
        services.grids.add(GridDraft(number=number, name=f"第{number}网格"))
    assert [grid.facts.number for grid in services.grids.list_all()] == ["1", "2", "10"]


def test_a_buildings_dwellings_join_and_leave_with_it(services):
    earlier = settle(services, "张一", 1, building="1栋", room="101")
    grid, _ = services.grids.add(FIRST)
    later = settle(services, "张二", 2, building="1#", room="102")
    other = settle(services, "张三", 3, building="11号楼", room="101")
    assert [grid_of(services, r) for r in (earlier, later, other)] == ["第一网格"] * 2 + [None]
    fewer = GridDraft(number="1", name="第一网格", buildings=FIRST.buildings[1:])
    services.grids.update(grid, fewer, version=1)
    assert grid_of(services, earlier) is None
    services.history.undo()
    assert grid_of(services, earlier) == "第一网格"


def test_a_whole_lane_belongs_to_a_grid_save_the_doors_listed_elsewhere(services):
    near = settle(services, "张一", 1, estate="幸福巷", building="3号")
    far = settle(services, "张二", 2, estate="幸福巷", building="30号")
    door, _ = services.grids.add(
        GridDraft(number="2", name="巷尾", buildings=(Address(estate="幸福巷", building="30号"),))
    )
    services.grids.add(GridDraft(number="3", name="巷子", buildings=(Address(estate="幸福巷"),)))
    new = settle(services, "张三", 3, estate="幸福巷", building="7号")
    assert [grid_of(services, r) for r in (near, far, new)] == ["巷子", "巷尾", "巷子"]
    services.grids.update(door, GridDraft(number="2", name="巷尾"), version=1)
    assert grid_of(services, far) == "巷子", "the lane's grid takes the door back"


def test_a_building_belongs_to_one_grid(services):
    services.grids.add(FIRST)
    with pytest.raises(InvalidInput) as caught:
        services.grids.add(
            GridDraft(number="2", name="第二网格", buildings=(Address(building="二号楼"),))
        )
    assert problems(caught) == {"buildings": "「2号楼」已属于「第一网格」，请先从那里移出。"}


def test_numbers_and_names_are_used_once_and_needed(services):
    grid, _ = services.grids.add(FIRST)
    with pytest.raises(InvalidInput) as caught:
        services.grids.add(GridDraft(number=" 1", name="第一网格"))
    assert set(problems(caught)) == {"number", "name"}
    with pytest.raises(InvalidInput) as caught:
        services.grids.add(GridDraft(number=" ", name=""))
    assert set(problems(caught)) == {"number", "name"}
    services.grids.update(grid, FIRST, version=1)


@pytest.mark.parametrize(
    ("draft", "field"),
    [
        (GridDraft(number="2", name="二", buildings=(Address(),)), "buildings"),
        (
            GridDraft(
                number="2", name="二", officers=(GridOfficer(role=GridRole.LEADER, name=" "),)
            ),
            "officers",
        ),
        (
            GridDraft(
                number="2",
                name="二",
                officers=(GridOfficer(role=GridRole.LEADER, name="李", phone="12"),),
            ),
            "officers",
        ),
    ],
)
def test_what_a_card_could_not_print_is_refused(services, draft, field):
    with pytest.raises(InvalidInput) as caught:
        services.grids.add(draft)
    assert set(problems(caught)) == {field}


def test_a_grid_with_dwellings_is_not_removed(services):
    grid, _ = services.grids.add(FIRST)
    settle(services, "张一", 1, building="1号楼", room="101")
    with pytest.raises(UserError, match="「第一网格」里还有 1 处住所"):
        services.grids.remove(grid)
    services.grids.update(grid, GridDraft(number="1", name="第一网格"), version=1)
    services.grids.remove(grid)
    assert services.grids.list_all() == []
    services.history.undo()
    assert [g.facts.name for g in services.grids.list_all()] == ["第一网格"]


def test_buildings_without_grid_are_named_in_walking_order(services):
    services.grids.add(FIRST)
    for i, building in enumerate(("10号楼", "1号楼", "3号楼", "3栋")):
        settle(services, f"张{'一二三四'[i]}", i, building=building, room=f"{i + 1}01")
    shown = [building.building for building in services.grids.buildings_without_grid()]
    assert shown == ["3号楼", "10号楼"]
    assert len(services.residents.list_ids(ResidentFilter(without_grid=True))) == 3


def test_a_grid_changed_meanwhile_is_not_overwritten(services):
    grid, _ = services.grids.add(FIRST)
    changed = GridDraft(number="1", name="新名", officers=FIRST.officers[:1])
    services.grids.update(grid, changed, version=1)
    assert services.grids.get(grid).facts == changed
    with pytest.raises(ConflictError, match="「新名」"):
        services.grids.update(grid, FIRST, version=1)


def test_names_stand_by_number_without_figures(services):
    tenth, _ = services.grids.add(GridDraft(number="10", name="第十网格"))
    first, _ = services.grids.add(FIRST)
    assert list(services.grids.names().items()) == [(first, "第一网格"), (tenth, "第十网格")]


def test_facts_of_a_grid_come_without_figures(services):
    grid, _ = services.grids.add(FIRST)
    assert services.grids.facts(grid) == FIRST
    with pytest.raises(NotFoundError):
        services.grids.facts(grid + 1)


@pytest.mark.parametrize(
    ("address", "name"),
    [
        (Address(building="1栋", room="101"), "第一网格"),
        (Address(building="3号楼"), None),
        (Address(estate="幸福巷", building="12号"), None),
    ],
)
def test_grid_of_an_address_follows_its_building(services, address, name):
    services.grids.add(FIRST)
    assert services.grids.name_for(address) == name
