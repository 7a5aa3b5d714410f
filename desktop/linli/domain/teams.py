"""Teams (队伍): patrols, emergency team, informants, heads of buildings, and who is in them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Protocol

TEAM_TABLE = "team_kinds"
SOURCES_TABLE = "team_sources"
PATROL, EMERGENCY, INFORMANTS, BUILDING_HEADS = "01", "02", "03", "04"
"""Kinds of teams that have work of their own."""
MOST_PEOPLE = 10_000


class Rank(StrEnum):
    """The place of a member in a team, in the order of a call-out list."""

    LEADER = "leader"
    DEPUTY = "deputy"
    MEMBER = "member"


RANK_LABELS = {Rank.LEADER: "队长", Rank.DEPUTY: "副队长", Rank.MEMBER: "队员"}


@dataclass(frozen=True, kw_only=True)
class Quota:
    """How many members of a source category (来源) a team should have."""

    source: str
    count: int


@dataclass(frozen=True, kw_only=True)
class TeamDraft:
    """A team.

    Attributes:
        kind_code: of the table `team_kinds`.
        name: no two teams share it.
        grid_id: the grid it is for; None for the whole community.
        purpose: what it is for.
        route: where a patrol walks.
        expected: how many members it should have; None where nobody said.
        quotas: the same by source category.
        plan_title: the title of its plan (预案).
        plan_text: the plan, with fields such as {队长} (see `team_plans`).
        until: the last day of a team that was dissolved; None while it goes on.
        note: anything else.
    """

    kind_code: str
    name: str
    grid_id: int | None = None
    purpose: str | None = None
    route: str | None = None
    expected: int | None = None
    quotas: tuple[Quota, ...] = ()
    plan_title: str | None = None
    plan_text: str | None = None
    until: date | None = None
    note: str | None = None


@dataclass(frozen=True, kw_only=True)
class SourceSum:
    """How many members of a source there are, and how many there should be (None: nobody said)."""

    source: str
    count: int
    expected: int | None = None


@dataclass(frozen=True, kw_only=True)
class Team:
    """A saved team as it is on a day.

    `grid` is the grid's name ("" for the whole community), `leaders` who lead it, `sums` its
    members by source.
    """

    id: int
    version: int
    facts: TeamDraft
    grid: str = ""
    leaders: tuple[str, ...] = ()
    sums: tuple[SourceSum, ...] = ()

    @property
    def strength(self) -> int:
        """How many are in it."""
        return sum(each.count for each in self.sums)


@dataclass(frozen=True, kw_only=True)
class MemberDraft:
    """Somebody in a team.

    Attributes:
        team_id: the team.
        name: of a resident or a member of staff the name at that time.
        source: where the member comes from (来源), such as 党员.
        resident_id: the person as a resident.
        staff_id: the person as a member of staff.
        grid_id: the grid the member serves.
        phone: the number to call; None: the one that the ledger has of the person.
        rank: leader, deputy or member.
        duty: what the member does in the team (分工).
        since: the first day, as far as known.
        until: the last day; None while it goes on.
        note: anything else.
    """

    team_id: int
    name: str
    source: str
    resident_id: int | None = None
    staff_id: int | None = None
    grid_id: int | None = None
    phone: str | None = None
    rank: Rank = Rank.MEMBER
    duty: str | None = None
    since: date | None = None
    until: date | None = None
    note: str | None = None

    def serves_on(self, day: date) -> bool:
        """Whether somebody is in the team on a day."""
        begun = self.since is None or self.since <= day
        return begun and (self.until is None or day <= self.until)


@dataclass(frozen=True, kw_only=True)
class Member:
    """A saved membership.

    `grid` is the grid's name, `phone` the number to call in full ("" if none is known; show it
    masked), `place` the home as spoken, `others` the other teams the same person is in now, `gone`
    the standing of a resident who lives here no more (已迁出、已去世), else "".
    """

    id: int
    version: int
    facts: MemberDraft
    grid: str = ""
    phone: str = ""
    place: str = ""
    others: tuple[str, ...] = ()
    gone: str = ""

    @property
    def named(self) -> str:
        """The name, with the standing of who is no longer here: 王五（已去世）."""
        return f"{self.facts.name}（{self.gone}）" if self.gone else self.facts.name


@dataclass(frozen=True, kw_only=True)
class TeamFilter:
    """Which teams a list shows; `running` leaves out those that were dissolved before today."""

    kind_code: str | None = None
    running: bool = True


@dataclass(frozen=True, kw_only=True)
class MemberFilter:
    """Which members a list shows; `on` keeps those who are in on that day, None everybody ever."""

    team_id: int | None = None
    on: date | None = None
    source: str | None = None


PersonKey = tuple[str, object]


class _Somebody(Protocol):
    """What a membership says of who it is."""

    @property
    def name(self) -> str: ...
    @property
    def phone(self) -> str | None: ...
    @property
    def resident_id(self) -> int | None: ...
    @property
    def staff_id(self) -> int | None: ...


def person_key(facts: _Somebody) -> PersonKey:
    """Return what tells the person of a membership from others: the record, else the name."""
    if facts.resident_id is not None:
        return "resident", facts.resident_id
    if facts.staff_id is not None:
        return "staff", facts.staff_id
    return "name", (facts.name, facts.phone)


def same_person(one: MemberDraft, other: MemberDraft) -> bool:
    """Whether two memberships are of one person, as far as they say.

    Two names alone are one person unless both have a number and the numbers differ.
    """
    for column in ("resident_id", "staff_id"):
        mine, theirs = getattr(one, column), getattr(other, column)
        if mine is not None and theirs is not None:
            return bool(mine == theirs)
    if one.name != other.name:
        return False
    return one.phone is None or other.phone is None or one.phone == other.phone


def overlaps(one: MemberDraft, other: MemberDraft) -> bool:
    """Whether there is a day on which both memberships hold."""
    return not (_ends_before(one, other) or _ends_before(other, one))


def in_order(members: Sequence[Member]) -> list[Member]:
    """Return members as a list calls them: leader, deputies, the others as they came."""
    ranks = list(Rank)
    return sorted(members, key=lambda member: ranks.index(member.facts.rank))


def _ends_before(one: MemberDraft, other: MemberDraft) -> bool:
    return one.until is not None and other.since is not None and one.until < other.since
