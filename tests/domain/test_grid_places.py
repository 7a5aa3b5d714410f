from datetime import date, timedelta

import pytest

from linli.domain.grid_places import (
    GridPlace,
    covers,
    grid_of,
    grid_on,
    is_inside,
    place_keys,
)
from linli.domain.values.addresses import Address, address_key

LANE = Address(estate="幸福巷")
DOOR = Address(estate="幸福巷", building="3号")
BUILDING = Address(building="3号楼")
UNIT = Address(building="3号楼", unit="2单元")
HOME = Address(building="3号楼", unit="2单元", room="501")
DAY = date(2026, 5, 1)


def test_the_places_around_a_dwelling_go_from_small_to_large():
    around = [address_key(place) for place in (HOME, UNIT, BUILDING)]
    assert list(place_keys(address_key(HOME))) == around, "no estate is no place"
    assert list(place_keys(address_key(DOOR))) == [address_key(DOOR), address_key(LANE)]


@pytest.mark.parametrize(
    ("inner", "outer", "inside"),
    [
        (HOME, UNIT, True),
        (UNIT, BUILDING, True),
        (BUILDING, BUILDING, True),
        (BUILDING, UNIT, False),
        (Address(building="13号楼"), BUILDING, False),
        (Address(building="3栋", unit="二单元", room="1"), UNIT, True),
        (DOOR, LANE, True),
    ],
)
def test_a_place_holds_what_lies_in_it_however_it_is_spelt(inner, outer, inside):
    assert is_inside(address_key(inner), address_key(outer)) is inside


def test_the_smallest_listed_place_decides():
    listed = {address_key(BUILDING): 1, address_key(UNIT): 2}
    other_unit = Address(building="3号楼", unit="1单元", room="101")
    assert grid_of(listed, address_key(HOME)) == 2
    assert grid_of(listed, address_key(other_unit)) == 1
    assert grid_of(listed, address_key(DOOR)) is None


def test_a_day_asks_only_places_of_that_day():
    before = DAY - timedelta(days=1)
    spans = [
        GridPlace(grid_id=1, place=BUILDING),
        GridPlace(grid_id=2, place=UNIT, since=DAY),
        GridPlace(grid_id=3, place=HOME, until=before - timedelta(days=9)),
    ]
    assert grid_on(spans, HOME, before).grid_id == 1
    assert grid_on(spans, HOME, DAY).grid_id == 2
    assert grid_on(spans, HOME, date(2020, 1, 1)).grid_id == 3
    assert grid_on(spans, DOOR, DAY) is None


@pytest.mark.parametrize(
    ("since", "until", "inside"),
    [(None, None, True), (DAY, DAY, True), (None, date(2026, 4, 30), False), (DAY, None, True)],
)
def test_first_and_last_day_count(since, until, inside):
    assert covers(since, until, DAY) is inside
