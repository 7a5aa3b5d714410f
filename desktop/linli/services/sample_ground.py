"""How large the sample is, and where its dwellings lie.

A sample of more than `PEOPLE` is a city: quarters of that many people each, the first of which is
the community 西河社区, so that it is the same whatever the total. Only the last quarter is smaller.
"""

import json
import random
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from linli.domain.values.addresses import Address
from linli.domain.values.numerals import to_chinese
from linli.paths import resource

PEOPLE = 3203
"""As in the source: 1,006 households, 202 floating, 34 rented dwellings with 179 rooms for 268.

The 35 pairs of party members and households are another source's (T1).
"""

_GRIDS_OF_COMMUNITY, _GRIDS_OF_QUARTER = 6, 3  # in a city a grid has about 340 households
_LANE_SHARE = 8  # one household in so many lives in a lane
_BUILDINGS_OF_ESTATE = 6
_SHAPES = ((4, 6, 3), (2, 18, 2), (1, 26, 4), (2, 11, 4), (3, 6, 4))  # units, floors, doors


@dataclass(frozen=True, kw_only=True)
class SampleSize:
    """The figures of the source (T3), or as many in proportion."""

    people: int
    households: int
    floating: int
    doubles: int  # 重复人员, part of `people`
    under_watch: int  # 重点管理
    rentals: int
    rooms: int
    tenants: int
    grids: int
    buildings: int
    lanes: int
    pairs: int

    @classmethod
    def of(cls, people: int, grids: int = _GRIDS_OF_COMMUNITY) -> "SampleSize":
        """Return the figures for exactly `people`; `grids` is how many `PEOPLE` would have."""

        def part(figure: int, least: int = 0) -> int:
            return max(least, round(people * figure / PEOPLE))

        rentals = part(34)
        floating = part(202) if rentals else 0
        doubles = part(3)
        return cls(
            people=people,
            households=min(part(1006, 1), people - floating - doubles),
            floating=floating,
            doubles=doubles,
            under_watch=part(5),
            rentals=rentals,
            rooms=part(179, rentals),
            tenants=part(268, floating) if rentals else 0,
            grids=part(grids, 1),
            buildings=part(24, 1),
            lanes=part(6, 1),
            pairs=part(35),
        )

    @classmethod
    def quarters(cls, people: int) -> Iterator["SampleSize"]:
        """Yield the figures of each quarter of a city of exactly `people`."""
        yield cls.of(min(people, PEOPLE))
        for done in range(PEOPLE, people, PEOPLE):
            yield cls.of(min(people - done, PEOPLE), _GRIDS_OF_QUARTER)


class Ground:
    """Buildings (楼栋) with units, and lanes (巷) without, each in one grid (网格).

    The community's buildings bear numbers only; those of the other quarters stand in estates
    (幸福小区, 建设路12号院). Grids, buildings and lanes are counted from 0 here.
    """

    def __init__(self, quarter: int, size: SampleSize, dice: random.Random) -> None:
        self._quarter = quarter
        self._size = size
        self._dice = dice
        self._lanes = [_lane(quarter, index) for index in range(size.lanes)]
        self._doors = [0] * size.lanes

    def buildings_of_grids(self) -> list[list[Address]]:
        """Return for each grid its buildings and whole lanes."""
        parts: list[list[Address]] = [[] for _ in range(self._size.grids)]
        for index in range(self._size.buildings):
            parts[self._grid_of(index, self._size.buildings)].append(self._building(index))
        for index, lane in enumerate(self._lanes):
            parts[self._grid_of(index, self._size.lanes)].append(Address(estate=lane))
        return parts

    def homes(self, count: int) -> Iterator[tuple[Address, int]]:
        """Yield `count` dwellings with their grids: in buildings, then in lanes."""
        in_lanes = count // _LANE_SHARE
        buildings = self._size.buildings
        for index in range(buildings):
            here = (count - in_lanes + buildings - 1 - index) // buildings
            grid, place = self._grid_of(index, buildings), self._building(index)
            for unit, floor, door in sorted(self._dice.sample(self._flats(index), here)):
                address = Address(
                    estate=place.estate,
                    building=place.building,
                    unit=f"{unit}单元",
                    room=f"{floor}0{door}",
                )
                yield address, grid
        for index in range(in_lanes):
            yield self.door(index)

    def door(self, index: int) -> tuple[Address, int]:
        """Return the next free door of the `index`-th lane, counting round, and its grid."""
        lane = index % self._size.lanes
        self._doors[lane] += 1
        address = Address(estate=self._lanes[lane], building=f"{self._doors[lane]}号")
        return address, self._grid_of(lane, self._size.lanes)

    def _building(self, index: int) -> Address:
        if not self._quarter:
            return Address(building=f"{index + 1}号楼")
        estate, number = divmod(index, _BUILDINGS_OF_ESTATE)
        return Address(estate=_estate(self._estate_number(estate)), building=f"{number + 1}号楼")

    def _flats(self, building: int) -> list[tuple[int, int, int]]:
        """Return unit, floor and door of each flat; the buildings of an estate are alike."""
        estate = building // _BUILDINGS_OF_ESTATE
        shape = self._estate_number(estate) % len(_SHAPES) if self._quarter else 0
        units, floors, doors = (range(1, most + 1) for most in _SHAPES[shape])
        return [(unit, floor, door) for unit in units for floor in floors for door in doors]

    def _estate_number(self, estate: int) -> int:
        return (self._quarter - 1) * 4 + estate

    def _grid_of(self, index: int, count: int) -> int:
        return index * self._size.grids // count


@cache
def _words() -> dict[str, Any]:
    words: dict[str, Any] = json.loads(resource("sample/places.json").read_text(encoding="utf-8"))
    return words


def _lane(quarter: int, index: int) -> str:
    """Return the name of a lane; no two quarters have the same."""
    if not quarter:
        return str(_words()["lanes"][index])
    heads = _words()["lane_heads"]
    number, head = divmod((quarter - 1) * 6 + index, len(heads))
    return f"{heads[head]}{to_chinese(number + 1)}巷"


@cache
def _estate(number: int) -> str:
    """Return the name of the `number`-th estate: by name, by road, or of a work place in turn."""
    words = _words()
    number, kind = divmod(number, 3)
    if kind == 1:
        rounds, road = divmod(number, len(words["roads"]))
        return f"{words['roads'][road]}{rounds * 10 + number % 9 + 1}号院"
    first, second, tail = (
        (words["estate_heads"], words["estate_kinds"], "")
        if kind == 0
        else (words["work_places"], words["works"], "家属院")
    )
    rounds, pair = divmod(number, len(first) * len(second))
    step, head = divmod(pair, len(first))
    name = first[head] + second[(step + head) % len(second)] + tail
    return f"{name}{to_chinese(rounds + 1)}区" if rounds else name
