"""Two machines that change one and the same grid, each for itself, and then exchange."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from support.homes import settle
from support.machines import Machine, MakeMachines

from linli.domain.exchanges import Choices, Rule
from linli.domain.grid_changes import GridJoin, GridMove, GridRenaming, GridSplit
from linli.domain.grid_places import grid_of
from linli.domain.grid_tree import ConflictKind
from linli.domain.grids import GridDraft
from linli.domain.values.addresses import Address, address_key
from linli.services.ledger import verify
from linli.storage import grid_places, grids

BUILDINGS = ("1号楼", "2号楼", "3号楼")
UNITS = ("1单元", "2单元")
Work = Callable[[Machine], object]


def place(building: str, unit: str | None = None) -> Address:
    return Address(building=building, unit=unit)


def number_of(machine: Machine, name: str) -> int:
    return next(key for key, found in machine.services.grids.names().items() if found == name)


def today(machine: Machine) -> date:
    return machine.clock().date()


def split(name: str, *places: Address, days: int = 0) -> Work:
    def work(machine: Machine) -> object:
        on = today(machine) - timedelta(days=days)
        source = number_of(machine, "第一网格")
        return machine.services.grid_changes.split(
            GridSplit(source=source, places=places, number=name[1:2], name=name, on=on)
        )

    return work


def move(*places: Address) -> Work:
    def work(machine: Machine) -> object:
        return machine.services.grid_changes.move(
            GridMove(
                places=places,
                source=number_of(machine, "第一网格"),
                target=number_of(machine, "第二网格"),
                on=today(machine),
            )
        )

    return work


def join(source: str, target: str) -> Work:
    def work(machine: Machine) -> object:
        ids = (number_of(machine, source),)
        return machine.services.grid_changes.join(
            GridJoin(sources=ids, target=number_of(machine, target), on=today(machine))
        )

    return work


def rename(name: str) -> Work:
    def work(machine: Machine) -> object:
        one = GridRenaming(grid_id=number_of(machine, "第一网格"), number="一", name=name)
        return machine.services.grid_changes.rename([one], today(machine))

    return work


CASES: dict[str, tuple[Work, Work]] = {
    "one building, two new grids": (
        split("第三网格", place("3号楼")),
        split("第四网格", place("3号楼")),
    ),
    "one building, two grids of one number and name": (
        split("第三网格", place("3号楼")),
        split("第三网格", place("3号楼")),
    ),
    "two buildings, two grids of one number and name": (
        split("第三网格", place("3号楼")),
        split("第三网格", place("2号楼")),
    ),
    "a building and a unit of it": (
        split("第三网格", place("3号楼")),
        split("第四网格", place("3号楼", "2单元")),
    ),
    "two units of one building": (
        split("第三网格", place("3号楼", "1单元")),
        split("第四网格", place("3号楼", "2单元")),
    ),
    "on other days": (
        split("第三网格", place("2号楼"), place("3号楼"), days=30),
        split("第四网格", place("3号楼"), days=3),
    ),
    "split and moved": (split("第三网格", place("3号楼")), move(place("3号楼"), place("2号楼"))),
    "split and closed": (split("第三网格", place("3号楼")), join("第一网格", "第二网格")),
    "moved into what is closed": (move(place("3号楼")), join("第二网格", "第一网格")),
    "split and renamed": (split("第三网格", place("3号楼")), rename("东一网格")),
    "joined both ways": (join("第一网格", "第二网格"), join("第二网格", "第一网格")),
}


@pytest.fixture
def pair(make_machines: MakeMachines) -> tuple[Machine, Machine]:
    """Two machines that know the same two grids and their homes."""
    one, other = make_machines("甲", "乙")
    for number, buildings in (("1", BUILDINGS), ("2", ("9号楼",))):
        named = {"1": "第一网格", "2": "第二网格"}[number]
        places = tuple(map(place, buildings))
        one.services.grids.add(GridDraft(number=number, name=named, buildings=places))
    homes = [
        (f"张{'甲乙丙丁戊己庚辛'[2 * number + level]}", Address(building=b, unit=u, room="101"))
        for number, b in enumerate((*BUILDINGS, "9号楼"))
        for level, u in enumerate(UNITS)
    ]
    settle(one.services, homes)
    other.read(one.write(other))
    return one, other


def unseen(machine: Machine) -> list[str]:
    """Return the dwellings that are in two grids, or in one that is closed, and nobody is told."""
    told = {
        address_key(found)
        for conflict in machine.services.grid_trees.conflicts()
        for found in conflict.places
    }
    with machine.db.reading() as connection:
        places = grid_places.open_places(connection)
        open_grids = set(grids.list_names(connection))
        homes = connection.exec_driver_sql(
            "SELECT address_key, grid_id FROM dwelling ORDER BY address_key"
        ).all()
    wrong = []
    for key, grid_id in homes:
        listed = grid_of(places, key)
        is_told = any(key.startswith(known.rstrip("|")) for known in told)
        in_closed = {grid_id, listed} - {None} - open_grids
        if not is_told and (in_closed or (grid_id is not None and listed != grid_id)):
            wrong.append(f"{key} in {grid_id}, listed in {listed}")
    return wrong


@pytest.mark.parametrize(("rule", "swapped"), [(Rule.NEWER, False), (Rule.THEIRS, True)])
@pytest.mark.parametrize("case", CASES)
def test_no_dwelling_is_in_two_grids_unseen(
    pair: tuple[Machine, Machine], case: str, rule: Rule, swapped: bool
) -> None:
    one, other = pair
    first, second = reversed(CASES[case]) if swapped else CASES[case]
    first(one)
    other.clock.advance(seconds=30)
    second(other)
    other.read(one.write(other), Choices(rule=rule))
    one.read(other.write(one))
    other.read(one.write(other))
    assert one.records() == other.records()
    for machine in pair:
        assert unseen(machine) == []
        assert verify(machine.context).problems == ()


@pytest.mark.parametrize("case", ["joined both ways", "moved into what is closed"])
def test_what_was_left_in_a_closed_grid_is_settled_and_travels(
    pair: tuple[Machine, Machine], case: str
) -> None:
    one, other = pair
    first, second = CASES[case]
    first(one)
    other.clock.advance(seconds=30)
    second(other)
    one.meet(other)
    one.services.grids.add(GridDraft(number="7", name="第七网格"))
    target = number_of(one, "第七网格")
    told = one.services.grid_trees.conflicts()
    assert told
    assert {found.kind for found in told} == {ConflictKind.CLOSED}
    for found in told:
        one.services.grid_changes.assign(found.places, target)
    assert one.services.grid_trees.conflicts() == []
    assert one.services.grids.name_for(place("3号楼")) == "第七网格"
    other.read(one.write(other))
    assert other.services.grid_trees.conflicts() == []
    assert unseen(other) == []
    assert one.records() == other.records()
    one.services.history.undo()
    assert len(one.services.grid_trees.conflicts()) == 1


def test_a_building_listed_by_a_closed_grid_is_told_though_nobody_lives_there(
    make_machines: MakeMachines,
) -> None:
    one, other = make_machines("甲", "乙")
    for number, name in (("1", "第一网格"), ("2", "第二网格")):
        one.services.grids.add(
            GridDraft(number=number, name=name, buildings=(place(f"{number}号楼"),))
        )
    other.read(one.write(other))
    move(place("1号楼"))(one)
    other.clock.advance(seconds=30)
    join("第二网格", "第一网格")(other)
    one.meet(other)
    (found,) = one.services.grid_trees.conflicts()
    assert (found.place, found.dwellings, found.grids[0][1]) == ("1号楼", 0, "第二网格")
    one.services.grid_changes.assign(found.places, number_of(one, "第一网格"))
    assert one.services.grid_trees.conflicts() == []
    assert one.services.grids.name_for(place("1号楼")) == "第一网格"
