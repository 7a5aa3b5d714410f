"""Posts on grids (网格岗位): the roles there are, and who holds which from when to when."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache

from linli.domain.grid_places import covers
from linli.domain.values.addresses import Address
from linli.paths import resource

ROLE_TABLE = "grid_roles"
WORKER, BUILDING_HEAD, LANE_HEAD = "worker", "building_head", "lane_head"
CONTACT = "liaison"
"""The role that is in touch with several grids (联系网格)."""


@dataclass(frozen=True, kw_only=True)
class Role:
    """A role on a grid; an own one of the community has its name as its code.

    Attributes:
        code: what the ledger keeps.
        name: what it is called.
        single: whether one person holds it.
        of_building: whether it is of one building or lane, not of the whole grid.
    """

    code: str
    name: str
    single: bool = False
    of_building: bool = False


@cache
def known_roles() -> tuple[Role, ...]:
    """Return the roles that every community has, in the order of lists."""
    rows = json.loads(resource(f"codes/{ROLE_TABLE}.json").read_text(encoding="utf-8"))["codes"]
    return tuple(
        Role(
            code=row["code"],
            name=row["name"],
            single=row.get("single", False),
            of_building=row.get("building", False),
        )
        for row in rows
    )


def all_roles(own: Iterable[str] = ()) -> tuple[Role, ...]:
    """Return the known roles, then the own ones of the community."""
    return (*known_roles(), *(Role(code=name, name=name) for name in own))


def role_of(code: str) -> Role:
    """Return a role by its code; what is not known is an own role."""
    return next((role for role in known_roles() if role.code == code), Role(code=code, name=code))


@dataclass(frozen=True, kw_only=True)
class PostDraft:
    """Somebody on a post.

    Attributes:
        grid_id: the grid.
        role: the code of a `Role`.
        name: of a resident or a member of staff the name at that time.
        phone: the number; of a resident or a member of staff that of the ledger if none is given.
        building: the building or lane of a role that is of one; else None.
        resident_id: the person as a resident.
        staff_id: the person as a member of staff.
        since: the first day, as far as known.
        until: the last day; None while it goes on.
        note: anything else.
    """

    grid_id: int
    role: str
    name: str
    phone: str | None = None
    building: Address | None = None
    resident_id: int | None = None
    staff_id: int | None = None
    since: date | None = None
    until: date | None = None
    note: str | None = None

    def holds_on(self, day: date) -> bool:
        """Whether the person is on the post on a day."""
        return covers(self.since, self.until, day)


@dataclass(frozen=True, kw_only=True)
class Post:
    """A saved post; `grid` and `place` are what the grid and the building are called."""

    id: int
    facts: PostDraft
    grid: str
    place: str = ""

    @property
    def title(self) -> str:
        """The role, with the building of one that is of a building."""
        name = role_of(self.facts.role).name
        return f"{self.place}{name}" if self.place else name


@dataclass(frozen=True, kw_only=True)
class PostFilter:
    """Which posts a list shows; all that were ever held or will be unless told otherwise.

    `on` keeps those that are held that day, `after` those that begin only after a day.
    """

    grid_id: int | None = None
    role: str | None = None
    on: date | None = None
    after: date | None = None


@dataclass(frozen=True, kw_only=True)
class HandOver:
    """Who takes a post over from the one who has it; `on` is the first day of the new one."""

    name: str
    on: date
    phone: str | None = None
    resident_id: int | None = None
    staff_id: int | None = None


@dataclass(frozen=True, kw_only=True)
class BuildingSeat:
    """A building, the grid that it is in, and who heads it on the day (楼栋长), if anybody."""

    grid_id: int
    grid: str
    building: Address
    place: str
    head: Post | None = None


@dataclass(frozen=True, kw_only=True)
class SeatEntry:
    """What was typed for a building: its head, and the number."""

    grid_id: int
    building: Address
    name: str
    phone: str | None = None


def standing_words(facts: PostDraft) -> str:
    """Return whether somebody is a resident, a member of staff or from outside."""
    if facts.resident_id is not None:
        return "居民"
    return "工作人员" if facts.staff_id is not None else "其他人员"


def is_over(facts: PostDraft, today: date) -> bool:
    """Whether somebody has left a post already; who leaves on a day to come has not."""
    return facts.until is not None and facts.until < today


def from_to(facts: PostDraft) -> str:
    """Return the days of a post: 2026-01-01 起, 2025-01-01 至 2026-03-31."""
    since = facts.since.isoformat() if facts.since else ""
    if facts.until is None:
        return f"{since} 起" if since else ""
    return f"{since or '?'} 至 {facts.until.isoformat()}"


def names_of(posts: Sequence[Post], role: str) -> str:
    """Return who holds a role among some posts: 王芳、刘敏."""
    return "、".join(dict.fromkeys(post.facts.name for post in posts if post.facts.role == role))
