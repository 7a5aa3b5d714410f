"""Patrol shifts (巡逻班次): when, where, who, and what happened."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from linli.domain.values.text import squeeze
from linli.errors import UserError

MOST_ON_SHIFT = 200


@dataclass(frozen=True, kw_only=True)
class ShiftDraft:
    """A shift; one whose `ends` is not after `begins` ends on the next day.

    Attributes:
        team_id: the team that goes.
        day: the day on which it begins.
        begins: when.
        ends: until when.
        grid_id: the grid it goes through; None for the team's own or the whole community.
        route: where it goes.
        size: how many should go.
        member_ids: who goes, as memberships of the team.
        note: anything else.
    """

    team_id: int
    day: date
    begins: time
    ends: time
    grid_id: int | None = None
    route: str | None = None
    size: int = 2
    member_ids: tuple[int, ...] = ()
    note: str | None = None

    @property
    def span(self) -> tuple[datetime, datetime]:
        """Beginning and end as moments of one calendar."""
        start = datetime.combine(self.day, self.begins)
        end = datetime.combine(self.day, self.ends)
        return start, end if end > start else end + timedelta(days=1)

    @property
    def hours(self) -> str:
        """From when to when: 20:00—次日 02:00."""
        overnight = "次日 " if self.span[1].date() > self.day else ""
        return f"{self.begins:%H:%M}—{overnight}{self.ends:%H:%M}"


@dataclass(frozen=True, kw_only=True)
class Turn:
    """Somebody on a shift; `present` None until it was entered."""

    member_id: int
    name: str
    present: bool | None = None


@dataclass(frozen=True, kw_only=True)
class Shift:
    """A saved shift; `incident` is what happened, None where nothing was noted."""

    id: int
    version: int
    facts: ShiftDraft
    team: str
    grid: str
    turns: tuple[Turn, ...]
    incident: str | None = None

    @property
    def is_entered(self) -> bool:
        """Whether it was entered who came."""
        return bool(self.turns) and all(turn.present is not None for turn in self.turns)

    @property
    def present(self) -> int:
        """How many came, as far as entered."""
        return sum(turn.present is True for turn in self.turns)

    @property
    def short(self) -> int:
        """How many places are empty."""
        return max(0, self.facts.size - len(self.turns))


@dataclass(frozen=True, kw_only=True)
class Outcome:
    """What became of a shift: who came (of all who were on it), and what happened."""

    present_ids: frozenset[int]
    incident: str | None = None


@dataclass(frozen=True, kw_only=True)
class ShiftFilter:
    """Which shifts a list shows: of a team, from `since` to `until`, both days counted in."""

    team_id: int | None = None
    since: date | None = None
    until: date | None = None


def clash(one: ShiftDraft, other: ShiftDraft) -> bool:
    """Whether nobody can be on both."""
    start, end = one.span
    begun, over = other.span
    return start < over and begun < end


def parse_time(text: str) -> time:
    """Read 20:00, 20：30, 20点, 8点半, 2030 or 9.

    Raises:
        UserError: if it is no time.
    """
    plain = squeeze(text).replace("：", ":").replace("点半", ":30").replace("点", ":").rstrip("分")
    hours, _, minutes = plain.partition(":")
    if not minutes and hours.isdecimal() and len(hours) in (3, 4):
        hours, minutes = hours[:-2], hours[-2:]
    minutes = minutes or "0"
    if (
        hours.isdecimal()
        and minutes.isdecimal()
        and len(hours) < 3
        and int(hours) < 24
        and int(minutes) < 60
    ):
        return time(int(hours), int(minutes))
    raise UserError(f"时间「{text}」看不懂，请写成 20:00 这样的形式。")
