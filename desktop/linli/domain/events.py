"""Events (社区活动): who holds what when and where, who signed in, how many came.

Rows 39, 63 and 64 of the source: activities of the volunteers' teams, party days (三会一课), legal
education (法治宣传教育) and culture. An event goes from planned to held or called off. Volunteers
who were there have their hours in the hours ledger, counted once (`hours.Source.EVENT`).
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from functools import cache

from linli.paths import resource

EVENT_TABLE = "event_kinds"
"""Kinds of events; those that are trainings name their code of the table `training`."""
MOST_HEADCOUNT = 100_000


class EventState(StrEnum):
    """How far an event is."""

    PLANNED = "planned"
    HELD = "held"
    CALLED_OFF = "called_off"


EVENT_STATE = {
    EventState.PLANNED: "筹备中",
    EventState.HELD: "已举办",
    EventState.CALLED_OFF: "已取消",
}


class Role(StrEnum):
    """What somebody does at an event."""

    GUEST = "guest"
    HELPER = "helper"
    SPEAKER = "speaker"


ROLE = {Role.GUEST: "参加", Role.HELPER: "志愿服务", Role.SPEAKER: "主讲"}


@dataclass(frozen=True, kw_only=True)
class EventDraft:
    """What is planned of an event.

    Attributes:
        kind_code: of `EVENT_TABLE`.
        title: what it is called.
        begins, ends: local time; `ends` is after `begins`.
        venue_id: the venue that is booked with it, if any.
        place: where, in words, when it is no venue of the list.
        team_id: the team that holds it (志愿服务队).
        organiser: who holds it, in words; shown beside the team.
        leader, phone: who answers for it (负责人).
        speaker: who teaches or speaks (主讲人).
        content: what happens.
        expected: how many are expected.
        note: anything else.
    """

    kind_code: str
    title: str
    begins: datetime
    ends: datetime
    venue_id: int | None = None
    place: str | None = None
    team_id: int | None = None
    organiser: str | None = None
    leader: str | None = None
    phone: str | None = None
    speaker: str | None = None
    content: str | None = None
    expected: int | None = None
    note: str | None = None


@dataclass(frozen=True, kw_only=True)
class Outcome:
    """How an event went.

    Attributes:
        headcount: everybody who came (人次), signed in or not.
        summary: 活动小结.
        materials: how many leaflets and the like were handed out (发放资料份数).
    """

    headcount: int
    summary: str | None = None
    materials: int | None = None


@dataclass(frozen=True, kw_only=True)
class Event:
    """A saved event; `venue` and `team` are names.

    `listed` counts who is on its list, `present` who came of them; `reason` says why it was called
    off; `training_id` is its line in the training ledger (培训台账).
    """

    id: int
    version: int
    facts: EventDraft
    state: EventState = EventState.PLANNED
    outcome: Outcome | None = None
    reason: str | None = None
    venue: str = ""
    team: str = ""
    listed: int = 0
    present: int = 0
    training_id: int | None = None

    @property
    def where(self) -> str:
        """The venue, else the place in words."""
        return self.venue or self.facts.place or ""

    @property
    def who(self) -> str:
        """The team and the organiser."""
        return "、".join(filter(None, (self.team, self.facts.organiser)))


@dataclass(frozen=True, kw_only=True)
class GuestDraft:
    """Somebody on the list of an event (签到名单).

    Attributes:
        name, phone: kept here, whatever becomes of the records linked.
        resident_id: the resident, if it is one.
        worker_id: who is on duty lists, if it is one: a volunteer's hours count for this person.
        role: what the person does there.
        present: came (签到); None where nobody has said.
        quarters: of an hour that a helper served; None: as long as the event.
        note: anything else.
    """

    name: str
    phone: str | None = None
    resident_id: int | None = None
    worker_id: int | None = None
    role: Role = Role.GUEST
    present: bool | None = None
    quarters: int | None = None
    note: str | None = None


@dataclass(frozen=True, kw_only=True)
class Guest:
    """A saved line of the list; `recorded` tells that the hours are in the hours ledger."""

    id: int
    version: int
    event_id: int
    facts: GuestDraft
    recorded: bool = False


@dataclass(frozen=True, kw_only=True)
class EventFilter:
    """Which events a list shows; both days are counted in, every condition narrows.

    `text` is a part of title, place, venue, speaker or organiser; of the title also its initials.
    """

    first: date | None = None
    last: date | None = None
    kind_code: str | None = None
    state: EventState | None = None
    team_id: int | None = None
    text: str | None = None


@dataclass(frozen=True, kw_only=True)
class EventSum:
    """Of a kind: how often it was held (场次), how many came (人次), what was handed out (份)."""

    kind_code: str
    count: int
    headcount: int
    materials: int


def training_code(kind_code: str) -> str | None:
    """Return as what kind of training an event stands in the training ledger, None if as none."""
    return _training_codes().get(kind_code)


def sums_of(events: Sequence[Event]) -> list[EventSum]:
    """Return the sums of the events that were held, kind by kind in the table's order."""
    held = [(each.facts.kind_code, each.outcome) for each in events if each.outcome]
    found = []
    for code in sorted({kind for kind, _ in held}):
        outcomes = [outcome for kind, outcome in held if kind == code]
        found.append(
            EventSum(
                kind_code=code,
                count=len(outcomes),
                headcount=sum(each.headcount for each in outcomes),
                materials=sum(each.materials or 0 for each in outcomes),
            )
        )
    return found


@cache
def _training_codes() -> Mapping[str, str]:
    rows = json.loads(resource(f"codes/{EVENT_TABLE}.json").read_text(encoding="utf-8"))["codes"]
    return {row["code"]: row["training"] for row in rows if "training" in row}
