"""How large the sample community is, and where its dwellings lie."""

import random
from collections.abc import Iterator
from dataclasses import dataclass

from linli.domain.values.addresses import Address
from linli.services.fiction import lane_names

PEOPLE = 3203
"""As in the source: 1,006 households, 202 floating, 34 rented dwellings with 179 rooms for 268.

The 35 pairs of party members and households are another source's (T1).
"""

_UNITS, _FLOORS, _DOORS = 4, 6, 3
_LANE_SHARE = 8  # one household in so many lives in a lane


@dataclass(frozen=True, kw_only=True)
class SampleSize:
    """The figures of the source (T3), or as many in proportion."""

    people: int
    households: int
    floating: int
    under_watch: int  # 重点管理
    rentals: int
    rooms: int
    tenants: int
    grids: int
    buildings: int
    lanes: int
    pairs: int

    @classmethod
    def of(cls, people: int) -> "SampleSize":
        """Return the figures for a community of exactly `people`."""

        def part(figure: int, least: int = 0) -> int:
            return max(least, round(people * figure / PEOPLE))

        rentals = part(34)
        floating = part(202) if rentals else 0
        return cls(
            people=people,
            households=min(part(1006, 1), people - floating),
            floating=floating,
            under_watch=part(5),
            rentals=rentals,
            rooms=part(179, rentals),
            tenants=part(268, floating) if rentals else 0,
            grids=part(6, 1),
            buildings=part(24, 1),
            lanes=part(6, 1),
            pairs=part(35),
        )


class Ground:
    """Buildings (楼栋) with units, and lanes (巷) without, each in one grid (网格).

    Grids, buildings and lanes are counted from 0 here.
    """

    def __init__(self, size: SampleSize, dice: random.Random) -> None:
        self._size = size
        self._dice = dice
        self._lanes = lane_names(size.lanes)
        self._doors = [0] * size.lanes

    def buildings_of_grids(self) -> list[list[Address]]:
        """Return for each grid its buildings and whole lanes."""
        parts: list[list[Address]] = [[] for _ in range(self._size.grids)]
        for index in range(self._size.buildings):
            grid = self._grid_of(index, self._size.buildings)
            parts[grid].append(Address(building=f"{index + 1}号楼"))
        for index, lane in enumerate(self._lanes):
            parts[self._grid_of(index, self._size.lanes)].append(Address(estate=lane))
        return parts

    def homes(self, count: int) -> Iterator[tuple[Address, int]]:
        """Yield `count` dwellings with their grids: in buildings, then in lanes."""
        in_lanes = count // _LANE_SHARE
        flats = [
            (unit, floor, door)
            for unit in range(1, _UNITS + 1)
            for floor in range(1, _FLOORS + 1)
            for door in range(1, _DOORS + 1)
        ]
        buildings = self._size.buildings
        for index in range(buildings):
            here = (count - in_lanes + buildings - 1 - index) // buildings
            grid = self._grid_of(index, buildings)
            for unit, floor, door in sorted(self._dice.sample(flats, here)):
                room = f"{floor}0{door}"
                yield Address(building=f"{index + 1}号楼", unit=f"{unit}单元", room=room), grid
        for index in range(in_lanes):
            yield self.door(index)

    def door(self, index: int) -> tuple[Address, int]:
        """Return the next free door of the `index`-th lane, counting round, and its grid."""
        lane = index % self._size.lanes
        self._doors[lane] += 1
        address = Address(estate=self._lanes[lane], building=f"{self._doors[lane]}号")
        return address, self._grid_of(lane, self._size.lanes)

    def _grid_of(self, index: int, count: int) -> int:
        return index * self._size.grids // count
