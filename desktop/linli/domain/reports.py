"""Information slips (信息报送单): what informants report, and what becomes of it.

There are five kinds and five states. A state may be passed over only with a reason, which is
written down as a step of its own.
The days within which a slip should be settled are the hall's own rule, not a legal term.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum

REPORT_TABLE = "report_kinds"
REPORT_RULES = "report_rules"
MOST_DAYS = 365
"""The longest term that a hall can set, days."""
TERM_SOURCE = "内部规定，不是法定期限"


class ReportState(StrEnum):
    """Where the handling of a slip stands, in order."""

    REGISTERED = "registered"
    SUBMITTED = "submitted"
    HANDLING = "handling"
    ANSWERED = "answered"
    CLOSED = "closed"


STATE_LABELS = {
    ReportState.REGISTERED: "登记",
    ReportState.SUBMITTED: "已上报",
    ReportState.HANDLING: "处理中",
    ReportState.ANSWERED: "已反馈",
    ReportState.CLOSED: "办结",
}
_ORDER = tuple(ReportState)


class Urgency(StrEnum):
    """How urgent a slip is."""

    NORMAL = "normal"
    URGENT = "urgent"
    CRITICAL = "critical"


URGENCY_LABELS = {Urgency.NORMAL: "一般", Urgency.URGENT: "紧急", Urgency.CRITICAL: "特急"}


@dataclass(frozen=True, kw_only=True)
class ReportRules:
    """Days after the day of the slip on which it becomes overdue, by urgency."""

    days: Mapping[Urgency, int] = field(
        default_factory=lambda: {Urgency.NORMAL: 7, Urgency.URGENT: 3, Urgency.CRITICAL: 1}
    )


@dataclass(frozen=True, kw_only=True)
class ReportDraft:
    """What an informant reports.

    Attributes:
        day: when it was reported.
        informant: who; of a member the name at that time.
        member_id: the informant's membership; None for somebody else.
        grid_id: the grid it is about.
        household_id: the household it is about.
        place: where.
        kind_code: of the table `report_kinds`.
        content: what.
        urgency: how urgent.
    """

    day: date
    informant: str
    member_id: int | None = None
    grid_id: int | None = None
    household_id: int | None = None
    place: str | None = None
    kind_code: str
    content: str
    urgency: Urgency = Urgency.NORMAL


@dataclass(frozen=True, kw_only=True)
class StepDraft:
    """A step to the state `to`.

    Attributes:
        to: the new state.
        day: when.
        person: by whom.
        whom: to whom it was reported up, or who was told.
        text: what was done, or the feedback.
        why_skipped: why states in between are passed over (如 就地解决).
    """

    to: ReportState
    day: date
    person: str
    whom: str | None = None
    text: str | None = None
    why_skipped: str | None = None


@dataclass(frozen=True, kw_only=True)
class ReportStep:
    """A step that was made; one that was `skipped` tells in `text` why."""

    state: ReportState
    day: date
    person: str
    whom: str | None = None
    text: str | None = None
    skipped: bool = False


@dataclass(frozen=True, kw_only=True)
class Report:
    """A saved slip with its steps; `grid` is the grid's name, `household` the household's words."""

    id: int
    version: int
    year: int
    sequence: int
    facts: ReportDraft
    state: ReportState
    steps: tuple[ReportStep, ...] = ()
    grid: str = ""
    household: str = ""
    voided_reason: str | None = None
    account: str = ""

    @property
    def number(self) -> str:
        """The number as it is written: 2026-0012."""
        return f"{self.year}-{self.sequence:04d}"

    @property
    def is_open(self) -> bool:
        """Whether something is still to be done."""
        return self.state is not ReportState.CLOSED and self.voided_reason is None

    def made(self, state: ReportState) -> ReportStep | None:
        """Return the last step that led to a state and was not passed over."""
        found = [step for step in self.steps if step.state is state and not step.skipped]
        return found[-1] if found else None


@dataclass(frozen=True, kw_only=True)
class ReportFilter:
    """Which slips a list shows; every condition narrows.

    `text` is found in number, informant, place and content; `overdue` keeps those that are open
    past their days; voided ones are left out unless `voided`.
    """

    since: date | None = None
    until: date | None = None
    kind_code: str | None = None
    states: frozenset[ReportState] = frozenset()
    member_id: int | None = None
    grid_id: int | None = None
    text: str = ""
    overdue: bool = False
    voided: bool = False


@dataclass(frozen=True, kw_only=True)
class InformantSum:
    """How many slips of each kind somebody handed in; `member_id` None for others."""

    member_id: int | None
    name: str
    counts: Mapping[str, int]

    @property
    def total(self) -> int:
        """All slips."""
        return sum(self.counts.values())


def next_states(state: ReportState) -> tuple[ReportState, ...]:
    """Return the states that can be reached from a state, the next one first."""
    return _ORDER[_ORDER.index(state) + 1 :]


def between(state: ReportState, to: ReportState) -> tuple[ReportState, ...]:
    """Return the states that are passed over on the way."""
    return _ORDER[_ORDER.index(state) + 1 : _ORDER.index(to)]


def due_on(day: date, urgency: Urgency, rules: ReportRules) -> date:
    """Return the last day on which a slip is not overdue."""
    return day + timedelta(days=rules.days[urgency])


def days_overdue(report: Report, rules: ReportRules, today: date) -> int:
    """Return for how many days a slip is overdue, 0 if it is not."""
    if not report.is_open:
        return 0
    return max(0, (today - due_on(report.facts.day, report.facts.urgency, rules)).days)
