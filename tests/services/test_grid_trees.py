"""The tree of grids: every level with its figures, what is in none, what is in two."""

import pytest
from support.people import make_draft

from linli.domain.communities import CommunityDraft
from linli.domain.grid_tree import ConflictKind, NodeKind
from linli.domain.grids import GridDraft
from linli.domain.residents import HomeDraft, HouseholdDraft
from linli.domain.values.addresses import Address
from linli.errors import InvalidInput, UserError

CODE = "652328100201"


def settle(services, sequence, **parts):
    home = HomeDraft(address=Address(**parts), new_household=HouseholdDraft())
    name = "张" + "甲乙丙丁戊己庚辛"[sequence]
    services.residents.add(make_draft(name, sequence=sequence), home)
    return services.dwellings.find_or_add(Address(**parts))[0]


def put(services, dwelling_id, grid_id):
    found = services.dwellings.get(dwelling_id)
    services.dwellings.update(dwelling_id, found.address, grid_id, version=found.version)


@pytest.fixture
def first(services):
    buildings = (
        Address(building="2号楼"),
        Address(building="10号楼"),
        Address(estate="幸福巷"),
        Address(building="11号楼"),
    )
    grid, _ = services.grids.add(GridDraft(number="1", name="第一网格", buildings=buildings))
    settle(services, 0, building="10号楼", unit="1单元", room="101")
    settle(services, 1, building="10号楼", unit="2单元", room="102")
    settle(services, 2, building="2号楼", room="201")
    settle(services, 3, estate="幸福巷", building="12号")
    settle(services, 4, estate="幸福巷", building="3号")
    return grid


@pytest.fixture
def second(services, first):
    del first
    return services.grids.add(GridDraft(number="2", name="第二网格"))[0]


def shown(nodes):
    return [(node.kind, node.label, node.households, node.residents) for node in nodes]


def test_one_community_has_no_level_above_it(services, first):
    (top,) = services.grid_trees.top()
    assert (top.kind, top.label, top.households) == (NodeKind.COMMUNITY, "西河社区", 5)
    assert shown(services.grid_trees.below(top)) == [(NodeKind.GRID, "第一网格", 5, 5)]


def test_a_grid_opens_in_walking_order_down_to_the_dwelling(services, first):
    tree = services.grid_trees
    (grid,) = tree.below(tree.top()[0])
    places = tree.below(grid)
    assert shown(places) == [
        (NodeKind.BUILDING, "2号楼", 1, 1),
        (NodeKind.BUILDING, "10号楼", 2, 2),
        (NodeKind.BUILDING, "11号楼", 0, 0),
        (NodeKind.LANE, "幸福巷", 2, 2),
    ]
    assert [node.label for node in tree.below(places[3])] == ["3号", "12号"]
    units = tree.below(places[1])
    assert shown(units) == [(NodeKind.UNIT, "1单元", 1, 1), (NodeKind.UNIT, "2单元", 1, 1)]
    assert [node.label for node in tree.below(units[1])] == ["102室 张乙"]
    assert [node.label for node in tree.below(places[0])] == ["201室 张丙"]
    assert not places[2].has_children


def test_the_dwellings_of_a_node_name_their_households(services, first):
    tree = services.grid_trees
    (grid,) = tree.below(tree.top()[0])
    building = tree.below(grid)[1]
    found = tree.dwellings(building)
    assert [(home.address.room, home.heads, home.residents) for home in found] == [
        ("101", ("张甲",), 1),
        ("102", ("张乙",), 1),
    ]
    assert all(services.households.get(home.household_ids[0]) for home in found)


def test_what_is_in_no_grid_stands_apart(services, first):
    settle(services, 5, building="30号楼", room="101")
    top, apart = services.grid_trees.top()
    assert (apart.kind, apart.dwellings, apart.residents) == (NodeKind.UNASSIGNED, 1, 1)
    assert (top.households, shown(services.grid_trees.below(apart))) == (
        5,
        [(NodeKind.BUILDING, "30号楼", 1, 1)],
    )
    assert [d.address.building for d in services.grid_trees.dwellings(apart)] == ["30号楼"]


def test_several_communities_stand_under_their_street(services, first):
    other, _ = services.communities.add(
        CommunityDraft(name="东河社区", number=CODE, street="木垒镇")
    )
    services.grids.add(GridDraft(number="9", name="东河一网格", community_id=other))
    (street,) = services.grid_trees.top()
    assert (street.kind, street.label) == (NodeKind.STREET, "木垒镇")
    own, east = services.grid_trees.below(street)
    assert [(own.label, own.households), (east.label, east.households)] == [
        ("西河社区", 5),
        ("东河社区", 0),
    ]
    assert [node.label for node in services.grid_trees.below(east)] == ["东河一网格"]
    assert [node.label for node in services.grid_trees.below(own)] == ["第一网格"]


def test_a_dwelling_against_its_building_is_named_and_settled_either_way(services, first, second):
    home = settle(services, 5, building="2号楼", room="301")
    put(services, home, second)
    (found,) = services.grid_trees.conflicts()
    assert (found.kind, found.place, found.dwellings) == (ConflictKind.LISTED, "2号楼301室", 1)
    assert [name for _, name in found.grids] == ["第二网格", "第一网格"]
    assert services.grid_trees.top()[1].kind is NodeKind.TWICE
    services.grid_changes.assign(found.places, first)
    assert services.grid_trees.conflicts() == []
    assert services.dwellings.get(home).grid_id == first
    services.history.undo()
    services.grid_changes.assign(found.places, second)
    assert services.grid_trees.conflicts() == []
    assert services.dwellings.get(home).grid_id == second


def test_a_building_divided_without_saying_how_is_named(services, first, second):
    homes = [settle(services, 5 + i, building="40号楼", room=f"{i}01") for i in range(2)]
    for home, grid in zip(homes, (first, second), strict=True):
        put(services, home, grid)
    (found,) = services.grid_trees.conflicts()
    assert (found.kind, found.place, found.dwellings) == (ConflictKind.SPLIT, "40号楼", 2)
    services.grid_changes.assign(found.places, second)
    assert services.grid_trees.conflicts() == []
    assert {services.dwellings.get(home).grid_id for home in homes} == {second}
    assert services.grids.name_for(Address(building="40号楼", room="901")) == "第二网格"


def test_a_place_written_two_ways_is_named(services, first, second):
    one = settle(services, 5, estate="康宁小区", building="1号楼", room="101")
    other = settle(services, 6, estate="康宁小区1号楼", room="102")
    put(services, one, first)
    put(services, other, second)
    (found,) = services.grid_trees.conflicts()
    assert (found.kind, found.place) == (
        ConflictKind.SPELT,
        "“康宁小区1号楼”、“康宁小区 1号楼”",
    )
    services.grid_changes.assign(found.places, first)
    assert services.grid_trees.conflicts() == []


def test_a_rule_proposes_and_checks_numbers(services, first):
    from linli.domain.grid_numbers import NumberRule

    assert services.grids.propose_number() == "2"
    services.communities.save_rule(NumberRule(on=True, prefix=CODE, suffix=2))
    assert services.grids.propose_number() == CODE + "01"
    with pytest.raises(InvalidInput) as caught:
        services.grids.add(GridDraft(number="2", name="第二网格"))
    assert "应当是 14 位" in caught.value.problems[0].message
    services.grids.add(GridDraft(number=CODE + "01", name="第二网格"))
    found = services.grids.get(first)
    services.grids.update(first, found.facts, version=found.version)  # an old number may stay


@pytest.mark.parametrize(
    ("draft", "message"),
    [
        (CommunityDraft(name=" "), "没有填写社区名称，请填写。"),
        (CommunityDraft(name="西河社区"), "「西河社区」就是本大厅的社区，不用再添加。"),
        (
            CommunityDraft(name="东河社区", number="6523"),
            "社区代码「6523」有 4 个字符，应当是 12 位数字，请核对。",
        ),
    ],
)
def test_a_community_that_cannot_be_is_refused(services, draft, message):
    with pytest.raises(InvalidInput) as caught:
        services.communities.add(draft)
    assert [p.message for p in caught.value.problems] == [message]


def test_a_community_with_grids_is_not_removed(services):
    other, _ = services.communities.add(CommunityDraft(name="东河社区"))
    grid, _ = services.grids.add(GridDraft(number="9", name="一网格", community_id=other))
    with pytest.raises(UserError, match="「东河社区」有 1 个网格"):
        services.communities.remove(other)
    services.grids.remove(grid)
    services.communities.remove(other)
    assert services.communities.list_all() == []
