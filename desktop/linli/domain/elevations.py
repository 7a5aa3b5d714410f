"""The picture of a building (楼栋图): its storeys and rooms as cells, coloured by one fact.

Rooms are placed by their numbers: 501 is on storey 5, place 01; 1203 on storey 12, place 03. A lane
of doors (巷) is shown as its two sides, odd and even numbers.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from linli.domain.values.addresses import Address, building_text

ELDER = 60
"""Years from which a person counts as old (老年人权益保障法 article 2)."""

UNPLACED = "未分层"
_ROOM = re.compile(r"(?P<below>-|负|地下)?(?P<mark>[A-Z]*)(?P<number>\d+)(?P<tail>[A-Z]?)")
_DOOR = re.compile(r"(\d+)(.*)")
_SHORT = 2  # digits of a number that names no storey
_SIDES = ("单号", "双号")
_HIGHEST = 60  # storeys; a building with more gaps than that has a number mistyped


class Fact(StrEnum):
    """What the cells are coloured by."""

    PEOPLE = "people"  # 住人
    CARD = "card"  # 联系卡
    ALONE = "alone"  # 独居老人
    RENTED = "rented"  # 出租
    FLOATING = "floating"  # 流动人口
    CARE = "care"  # 关爱和救助


class CardStanding(StrEnum):
    """Whether the home holds a contact card, and whether the card is still right."""

    NONE = "none"
    CURRENT = "current"
    OUTDATED = "outdated"


class Shade(StrEnum):
    """How a cell is painted; a sign says the same for those who see no colours."""

    EMPTY = "empty"
    PLAIN = "plain"
    GOOD = "good"
    MARKED = "marked"
    WARN = "warn"


@dataclass(frozen=True, kw_only=True)
class State:
    """One thing that a cell can say: words for the legend, a sign, a shade."""

    words: str
    sign: str
    shade: Shade


@dataclass(frozen=True, kw_only=True)
class Place:
    """A building, or a lane of doors. `key` and `lane` tell storage which dwellings are meant."""

    key: str
    title: str
    lane: bool
    rooms: int


@dataclass(frozen=True, kw_only=True)
class Room:
    """A dwelling of the picture, with who lives there now.

    Attributes:
        dwelling_id: the dwelling.
        address: its address.
        head: who leads the household, else the first who lives there; "" if nobody does.
        people: how many live there.
        elders: how many of them are at least `ELDER`.
        floating: how many are floating people.
        rented: whether it is let.
        cared_for: whether anybody has a care tag or gets a benefit today.
        card: the contact card of the home.
        household_id: the household that is opened by a click, None without one.
        resident_id: somebody who lives there without a household.
    """

    dwelling_id: int
    address: Address
    head: str = ""
    people: int = 0
    elders: int = 0
    floating: int = 0
    rented: bool = False
    cared_for: bool = False
    card: CardStanding = CardStanding.NONE
    household_id: int | None = None
    resident_id: int | None = None


@dataclass(frozen=True, kw_only=True)
class Cell:
    """A room at its place: storey counted from 0 at the top, column from 0 at the left."""

    row: int
    column: int
    label: str
    room: Room


@dataclass(frozen=True, kw_only=True)
class Block:
    """A unit of a building, or a lane. `storeys` are the labels of the rows, top first."""

    title: str
    storeys: tuple[str, ...]
    columns: int
    cells: tuple[Cell, ...]


@dataclass(frozen=True, kw_only=True)
class Elevation:
    """A building drawn as its storeys and rooms."""

    title: str
    blocks: tuple[Block, ...]

    @property
    def rooms(self) -> list[Room]:
        """All rooms, block by block from the top."""
        return [cell.room for block in self.blocks for cell in block.cells]


_Numbered = tuple[Room, int | None, str]
"""A room with its storey and its place on it."""

_STATES: dict[Fact, tuple[State, ...]] = {
    Fact.PEOPLE: (
        State(words="有人住", sign="●", shade=Shade.GOOD),
        State(words="没有登记住人", sign="", shade=Shade.EMPTY),
    ),
    Fact.CARD: (
        State(words="已发卡", sign="✓", shade=Shade.GOOD),
        State(words="卡要换", sign="!", shade=Shade.WARN),
        State(words="没有发卡", sign="○", shade=Shade.PLAIN),
        State(words="没有登记住人", sign="", shade=Shade.EMPTY),
    ),
    Fact.ALONE: (
        State(words="独居老人", sign="▲", shade=Shade.WARN),
        State(words="只有老人住", sign="△", shade=Shade.MARKED),
        State(words="其他住户", sign="", shade=Shade.PLAIN),
        State(words="没有登记住人", sign="", shade=Shade.EMPTY),
    ),
    Fact.RENTED: (
        State(words="出租", sign="◆", shade=Shade.MARKED),
        State(words="没有出租", sign="", shade=Shade.PLAIN),
        State(words="没有登记住人", sign="", shade=Shade.EMPTY),
    ),
    Fact.FLOATING: (
        State(words="住有流动人口", sign="◇", shade=Shade.MARKED),
        State(words="没有流动人口", sign="", shade=Shade.PLAIN),
        State(words="没有登记住人", sign="", shade=Shade.EMPTY),
    ),
    Fact.CARE: (
        State(words="有关爱标签或救助", sign="♥", shade=Shade.WARN),
        State(words="没有", sign="", shade=Shade.PLAIN),
        State(words="没有登记住人", sign="", shade=Shade.EMPTY),
    ),
}
FACT = {
    Fact.PEOPLE: "有没有人住",
    Fact.CARD: "联系卡",
    Fact.ALONE: "独居老人",
    Fact.RENTED: "出租房屋",
    Fact.FLOATING: "流动人口",
    Fact.CARE: "关爱和救助",
}


def states(fact: Fact) -> tuple[State, ...]:
    """Return what cells can say of a fact, for the legend."""
    return _STATES[fact]


def state_of(room: Room, fact: Fact) -> State:
    """Return what a room says of a fact."""
    return _STATES[fact][_which(room, fact)]


def _which(room: Room, fact: Fact) -> int:
    last = len(_STATES[fact]) - 1
    if fact is Fact.RENTED:
        return 0 if room.rented else 1 if room.people else last
    if not room.people:
        return last
    if fact is Fact.CARD:
        standings = (CardStanding.CURRENT, CardStanding.OUTDATED, CardStanding.NONE)
        return standings.index(room.card)
    if fact is Fact.ALONE:
        if room.elders < room.people:
            return 2
        return 0 if room.people == 1 else 1
    marked = {
        Fact.PEOPLE: True,
        Fact.FLOATING: room.floating > 0,
        Fact.CARE: room.cared_for,
    }
    return 0 if marked[fact] else 1


def counts(elevation: Elevation, fact: Fact) -> list[tuple[State, int]]:
    """Return how many rooms say what, in the order of the legend; the sum is all rooms."""
    which = [_which(room, fact) for room in elevation.rooms]
    return [(state, which.count(number)) for number, state in enumerate(_STATES[fact])]


def elevation(place: Place, rooms: Sequence[Room]) -> Elevation:
    """Place the rooms of a building; `rooms` come in walking order."""
    if place.lane:
        return Elevation(title=place.title, blocks=(_lane(rooms),) if rooms else ())
    units: dict[str, list[_Numbered]] = {}
    for room in rooms:
        storey, number = _number(room.address.room or "")
        units.setdefault(room.address.unit or "", []).append((room, storey, number))
    storeys = _storeys(number for unit in units.values() for _, number, _ in unit)
    return Elevation(
        title=place.title,
        blocks=tuple(_unit(title, unit, storeys) for title, unit in units.items()),
    )


def _storeys(named: Iterable[int | None]) -> list[int]:
    """Return the storeys of a building, top first; those between two named ones are there too."""
    found = {storey for storey in named if storey is not None}
    if found and max(found) - min(found) < _HIGHEST:
        found.update(storey for storey in range(min(found), max(found)) if storey)
    return sorted(found, reverse=True)


def _unit(title: str, rooms: Iterable[_Numbered], storeys: Sequence[int]) -> Block:
    """Place the rooms of a unit by storey, top first; those without a storey come last."""
    rooms = list(rooms)
    places = sorted({number for _, storey, number in rooms if storey is not None}, key=_by_length)
    cells = []
    free = 0
    for room, storey, number in rooms:
        label = room.address.room or room.address.building or ""
        if storey is None:
            cells.append(Cell(row=len(storeys), column=free, label=label, room=room))
            free += 1
            continue
        row, column = storeys.index(storey), places.index(number)
        cells.append(Cell(row=row, column=column, label=label, room=room))
    labels = [f"{storey} 层" if storey > 0 else f"地下 {-storey} 层" for storey in storeys]
    if free:
        labels.append(UNPLACED)
    cells.sort(key=lambda cell: (cell.row, cell.column))
    return Block(
        title=title,
        storeys=tuple(labels),
        columns=max(len(places), free),
        cells=tuple(cells),
    )


def _number(text: str) -> tuple[int | None, str]:
    """Return storey and place of a room's number; no storey if it names none."""
    match = _ROOM.fullmatch(text.upper())
    if match is None or len(match["number"]) <= _SHORT:
        return None, text
    number = match["number"]
    storey = int(number[:-_SHORT])
    place = match["mark"] + number[-_SHORT:] + match["tail"]
    return (-storey if match["below"] else storey), place


def _by_length(place: str) -> tuple[int, str]:
    return len(place), place


def _lane(rooms: Iterable[Room]) -> Block:
    """Place the doors of a lane: odd numbers above, even ones below."""
    cells = []
    free = [0, 0]
    for room in rooms:
        label = room.address.building or ""
        match = _DOOR.match(label)
        row = 0 if match is None or int(match[1]) % 2 else 1
        cells.append(Cell(row=row, column=free[row], label=label, room=room))
        free[row] += 1
    return Block(title="", storeys=_SIDES, columns=max(free), cells=tuple(cells))


def place_title(address: Address, *, lane: bool) -> str:
    """Return how a building or lane is called."""
    return (address.estate or "") if lane else building_text(address)
