from dataclasses import replace

import pytest

from linli.domain.elevations import (
    UNPLACED,
    CardStanding,
    Fact,
    Place,
    Room,
    counts,
    elevation,
    state_of,
)
from linli.domain.values.addresses import Address

BUILDING = Place(key="|3", title="3号楼", lane=False, rooms=0)
LANE = Place(key="红星巷|", title="红星巷", lane=True, rooms=0)


def room(number, unit="1单元", **facts):
    address = Address(building="3号楼", unit=unit, room=number)
    return Room(dwelling_id=hash((unit, number)), address=address, **facts)


def grid(block):
    """Return the labels of a block, storey by storey."""
    rows = [[""] * block.columns for _ in block.storeys]
    for cell in block.cells:
        assert not rows[cell.row][cell.column], "two rooms in one place"
        rows[cell.row][cell.column] = cell.label
    return dict(zip(block.storeys, rows, strict=True))


def test_rooms_lie_on_their_storeys_with_the_highest_on_top():
    shown = elevation(BUILDING, [room("101"), room("102"), room("301"), room("1202")])
    (block,) = shown.blocks
    assert block.storeys[0] == "12 层"
    assert grid(block)["12 层"] == ["", "1202"]
    assert grid(block)["3 层"] == ["301", ""]
    assert grid(block)["1 层"] == ["101", "102"]


def test_storeys_between_are_shown_and_units_stand_level():
    shown = elevation(BUILDING, [room("101"), room("401"), room("201", unit="2单元")])
    first, second = shown.blocks
    assert first.storeys == ("4 层", "3 层", "2 层", "1 层")
    assert second.storeys == first.storeys
    assert [block.title for block in shown.blocks] == ["1单元", "2单元"]


def test_cellar_lies_below_the_ground_and_there_is_no_storey_nought():
    (block,) = elevation(BUILDING, [room("-101"), room("201")]).blocks
    assert block.storeys == ("2 层", "1 层", "地下 1 层")


def test_letters_tell_rooms_of_a_storey_apart():
    (block,) = elevation(BUILDING, [room("A501"), room("B501"), room("501A"), room("501")]).blocks
    assert sorted(label for label in grid(block)["5 层"] if label) == [
        "501",
        "501A",
        "A501",
        "B501",
    ]


def test_room_without_a_storey_is_kept_in_a_row_of_its_own():
    (block,) = elevation(BUILDING, [room("101"), room("7"), room("值班室"), room(None)]).blocks
    assert grid(block)[UNPLACED] == ["7", "值班室", "3号楼"]


def test_mistyped_storey_does_not_draw_a_tower():
    (block,) = elevation(BUILDING, [room("101"), room("50101")]).blocks
    assert block.storeys == ("501 层", "1 层")


def test_lane_shows_odd_doors_above_even_ones():
    doors = [
        Room(dwelling_id=n, address=Address(estate="红星巷", building=f"{n}号"))
        for n in (1, 2, 3, 4, 5)
    ]
    (block,) = elevation(LANE, doors).blocks
    assert grid(block) == {"单号": ["1号", "3号", "5号"], "双号": ["2号", "4号", ""]}


def test_nothing_is_drawn_of_nothing():
    assert elevation(LANE, []).blocks == ()
    assert elevation(BUILDING, []).blocks == ()


LIVED_IN = room("101", head="张三", people=2)


@pytest.mark.parametrize(
    ("fact", "facts", "words"),
    [
        (Fact.PEOPLE, {}, "有人住"),
        (Fact.PEOPLE, {"people": 0}, "没有登记住人"),
        (Fact.CARD, {}, "没有发卡"),
        (Fact.CARD, {"card": CardStanding.CURRENT}, "已发卡"),
        (Fact.CARD, {"card": CardStanding.OUTDATED}, "卡要换"),
        (Fact.CARD, {"people": 0}, "没有登记住人"),
        (Fact.ALONE, {"people": 1, "elders": 1}, "独居老人"),
        (Fact.ALONE, {"people": 2, "elders": 2}, "只有老人住"),
        (Fact.ALONE, {"people": 2, "elders": 1}, "其他住户"),
        (Fact.ALONE, {"people": 0}, "没有登记住人"),
        (Fact.RENTED, {"rented": True}, "出租"),
        (Fact.RENTED, {"rented": True, "people": 0}, "出租"),
        (Fact.RENTED, {}, "没有出租"),
        (Fact.FLOATING, {"floating": 1}, "住有流动人口"),
        (Fact.FLOATING, {}, "没有流动人口"),
        (Fact.CARE, {"cared_for": True}, "有关爱标签或救助"),
        (Fact.CARE, {}, "没有"),
    ],
)
def test_room_says_what_is_asked(fact, facts, words):
    assert state_of(replace(LIVED_IN, **facts), fact).words == words


@pytest.mark.parametrize("fact", Fact)
def test_figures_of_the_legend_close(fact):
    rooms = [
        LIVED_IN,
        room("102"),
        room("201", people=1, elders=1, rented=True, floating=1, cared_for=True),
        room("202", people=3, card=CardStanding.CURRENT),
    ]
    figures = counts(elevation(BUILDING, rooms), fact)
    assert sum(count for _, count in figures) == len(rooms)
    assert len({state.words for state, _ in figures}) == len(figures)
