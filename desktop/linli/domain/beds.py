"""Beds of homes for the old (养老床位): which there are, who has one, who had it before."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from linli.domain.register_texts import named
from linli.domain.residents import ResidentRow
from linli.domain.values.text import squeeze
from linli.errors import UserError

MOST_ROOMS = 500
"""Rooms that can be set up at once."""
MOST_PER_ROOM = 20
_ROOM_WORDS = "号房|号室|房间|室|房"
_RANGE = re.compile(
    rf"(?P<letters>[A-Z]*)(?P<first>\d{{1,6}})(?:{_ROOM_WORDS})?"
    rf"(?:[-—–~至到](?P=letters)(?P<last>\d{{1,6}})(?:{_ROOM_WORDS})?)?"
    rf"|(?P<letters2>[A-Z]+)(?P<first2>\d{{1,6}})[-—–~至到](?P<last2>\d{{1,6}})"
)
_BETWEEN = re.compile(r"[、,;]+")


@dataclass(frozen=True, kw_only=True)
class BedDraft:
    """A bed: `facility` is the home (敬老中心), `room` and `number` as they are on the doors."""

    facility: str
    number: str
    room: str | None = None
    note: str | None = None

    @property
    def label(self) -> str:
        """The bed inside its home: 101室 2床."""
        return f"{self.room}室 {self.number}床" if self.room else f"{self.number}床"


@dataclass(frozen=True, kw_only=True)
class StayDraft:
    """Who has or had a bed.

    Attributes:
        bed_id: which bed.
        name: who; of a resident the name at that time.
        since: the day of moving in.
        resident_id: who of the ledger it is; None for somebody from outside.
        contact: whom to call (家属电话).
        until: the day of leaving; None: has the bed now.
        note: anything else.
    """

    bed_id: int
    name: str
    since: date
    resident_id: int | None = None
    contact: str | None = None
    until: date | None = None
    note: str | None = None


@dataclass(frozen=True, kw_only=True)
class Stay:
    """A saved stay; `person` is the resident's line."""

    id: int
    version: int
    facts: StayDraft
    person: ResidentRow | None = None

    @property
    def name(self) -> str:
        """Whose it is: a resident's present name and standing (已去世), else as written down."""
        return named(self.person) if self.person else self.facts.name


@dataclass(frozen=True, kw_only=True)
class Bed:
    """A saved bed, who has it now, and how many had it before."""

    id: int
    version: int
    facts: BedDraft
    stay: Stay | None = None
    earlier: int = 0


@dataclass(frozen=True, kw_only=True)
class BedFilter:
    """Which beds a list shows; every condition narrows."""

    facility: str | None = None
    free: bool | None = None


@dataclass(frozen=True, kw_only=True)
class FacilityCount:
    """Of a home the beds there are and those taken."""

    facility: str
    total: int
    taken: int

    @property
    def free(self) -> int:
        """Free and taken are all."""
        return self.total - self.taken


@dataclass(frozen=True, kw_only=True)
class BedRange:
    """Many beds at once: in each of some rooms (101-125，201-225) as many, numbered from 1."""

    facility: str
    rooms: str
    per_room: int


@dataclass(frozen=True, kw_only=True)
class BedPlan:
    """What a range comes to: its rooms, the beds to add, and how many are there already."""

    rooms: int
    beds: tuple[BedDraft, ...]
    existing: int


def expand_rooms(text: str) -> list[str]:
    """Return the rooms of a text such as 101-125、201-225 or A1-A6, each once.

    Raises:
        UserError: a part is no room or range, goes backwards, or there are too many.
    """
    rooms: dict[str, None] = {}
    for part in filter(None, _BETWEEN.split(squeeze(_spaced(text)).upper())):
        rooms.update(dict.fromkeys(_rooms_of(part)))
        if len(rooms) > MOST_ROOMS:
            raise UserError(f"一次最多添加 {MOST_ROOMS} 间，请分几次添加。")
    if not rooms:
        raise UserError("请填写房间，如 101-125，201-225。")
    return list(rooms)


def _spaced(text: str) -> str:
    """Let spaces and ends of lines divide as 、 does."""
    return re.sub(r"(?<=[\w室房])\s+(?=\w)", "、", text)


def _rooms_of(part: str) -> Iterator[str]:
    found = _RANGE.fullmatch(part)
    if found is None:
        raise UserError(f"房间「{part}」看不懂，请写成 101-125 或 101、103、105。")
    letters = found["letters"] or found["letters2"] or ""
    first = found["first"] or found["first2"]
    last = found["last"] or found["last2"] or first
    if int(last) < int(first):
        raise UserError(f"房间「{part}」是从大到小，请写成 {letters}{last}-{letters}{first}。")
    if int(last) - int(first) >= MOST_ROOMS:
        raise UserError(f"房间「{part}」有 {int(last) - int(first) + 1} 间，请分几次添加。")
    for number in range(int(first), int(last) + 1):
        yield f"{letters}{number:0{len(first)}d}"


def days_of(stay: Stay, today: date) -> int:
    """Return for how many days somebody has or had a bed, the first one counted."""
    return ((stay.facts.until or today) - stay.facts.since).days + 1
