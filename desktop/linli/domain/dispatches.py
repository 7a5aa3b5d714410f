"""Home services sent to residents (家政派遣): requests, who is sent, what residents say of it.

A request is numbered within its year and goes through states: taken down, sent to a worker or a
provider, done, asked back (回访); or it is cancelled with a reason. Each step is dated and kept.
Amounts are in fen.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum

USUAL_DAYS = 3
"""Days within which a request without a wished day should be done; the hall's own rule."""
ASK_BACK_DAYS = 7
"""Days after the work within which the resident should be asked back; the hall's own rule."""


class DispatchState(StrEnum):
    """Where a request stands."""

    ASKED = "asked"
    SENT = "sent"
    DONE = "done"
    CLOSED = "closed"
    CANCELLED = "cancelled"


DISPATCH_STATE = {
    DispatchState.ASKED: "待派单",
    DispatchState.SENT: "已派单",
    DispatchState.DONE: "已完成",
    DispatchState.CLOSED: "已回访",
    DispatchState.CANCELLED: "已取消",
}
OPEN_STATES = frozenset({DispatchState.ASKED, DispatchState.SENT, DispatchState.DONE})
"""States in which something is left to do."""
_WORKED = frozenset({DispatchState.DONE, DispatchState.CLOSED})
_NEXT = {
    DispatchState.ASKED: (DispatchState.SENT, DispatchState.CANCELLED),
    DispatchState.SENT: (DispatchState.DONE, DispatchState.SENT, DispatchState.CANCELLED),
    DispatchState.DONE: (DispatchState.CLOSED,),
    DispatchState.CLOSED: (),
    DispatchState.CANCELLED: (),
}


class Satisfaction(StrEnum):
    """What the resident says of the work."""

    GOOD = "good"
    FAIR = "fair"
    BAD = "bad"


SATISFACTION = {
    Satisfaction.GOOD: "满意",
    Satisfaction.FAIR: "基本满意",
    Satisfaction.BAD: "不满意",
}


@dataclass(frozen=True, kw_only=True)
class DispatchDraft:
    """What somebody asks for.

    Attributes:
        received_on: when it was asked for.
        name: who asks; of a resident the name at that time.
        resident_id: the resident; None for somebody whom the ledger does not have.
        phone: None for a resident's own.
        address: where the work is.
        what: what is to be done.
        wished_on: the wished day.
        wished_time: the wished time, as it was said.
        price: what was agreed, in fen; None where nothing was.
        voucher_id: the voucher that it is paid with.
    """

    received_on: date
    name: str
    resident_id: int | None = None
    phone: str | None = None
    address: str | None = None
    what: str
    wished_on: date | None = None
    wished_time: str | None = None
    price: int | None = None
    voucher_id: int | None = None


@dataclass(frozen=True, kw_only=True)
class DispatchMove:
    """A step to the state `to`.

    Attributes:
        to: the new state.
        day: when.
        person: by whom.
        worker_id: the housekeeper who is sent.
        provider_id: the provider who is sent instead.
        satisfaction: what the resident says, when asked back.
        words: the reason of a cancelling or of another sending; the resident's words.
    """

    to: DispatchState
    day: date
    person: str
    worker_id: int | None = None
    provider_id: int | None = None
    satisfaction: Satisfaction | None = None
    words: str | None = None


@dataclass(frozen=True, kw_only=True)
class DispatchStep:
    """A step that was made; `whom` is who was sent, by the name at that time."""

    state: DispatchState
    day: date
    person: str
    whom: str | None = None
    words: str | None = None


@dataclass(frozen=True, kw_only=True)
class Dispatch:
    """A saved request.

    Attributes:
        phone: the number to call, the resident's own where the request has none.
        worker: the housekeeper who is sent, by the name of today; `worker_phone` the number.
        provider: the provider who is sent; `provider_phone` the number.
        voucher: the number of the voucher, `voucher_value` in fen.
        steps: the first first.
        account: who took it down.
    """

    id: int
    version: int
    year: int
    sequence: int
    facts: DispatchDraft
    state: DispatchState
    phone: str = ""
    worker_id: int | None = None
    worker: str = ""
    worker_phone: str = ""
    provider_id: int | None = None
    provider: str = ""
    provider_phone: str = ""
    voucher: str = ""
    voucher_value: int = 0
    satisfaction: Satisfaction | None = None
    steps: tuple[DispatchStep, ...] = ()
    account: str = ""

    @property
    def number(self) -> str:
        """The number as it is written: 2026-0012."""
        return f"{self.year}-{self.sequence:04d}"

    @property
    def is_open(self) -> bool:
        """Whether something is left to do."""
        return self.state in OPEN_STATES

    @property
    def doer(self) -> str:
        """Who is sent, nothing before somebody is."""
        return self.worker or self.provider

    @property
    def to_pay(self) -> int | None:
        """What the resident pays in money, in fen: the price without the voucher."""
        price = self.facts.price
        return None if price is None else max(0, price - self.voucher_value)

    @property
    def due_on(self) -> date | None:
        """The last day on which the next step is not late; None where nothing is left to do."""
        if not self.is_open:
            return None
        done = self.made(DispatchState.DONE)
        if done is not None:
            return done.day + timedelta(days=ASK_BACK_DAYS)
        return self.facts.wished_on or self.facts.received_on + timedelta(days=USUAL_DAYS)

    def made(self, state: DispatchState) -> DispatchStep | None:
        """Return the last step that led to a state."""
        return next((step for step in reversed(self.steps) if step.state is state), None)

    def days_late(self, today: date) -> int:
        """Return for how many days the next step is late, 0 if it is not."""
        due = self.due_on
        return 0 if due is None else max(0, (today - due).days)


@dataclass(frozen=True, kw_only=True)
class DispatchFilter:
    """Which requests a list shows; every condition narrows.

    `text` is found in number, name, address and what is to be done; `late` keeps those of which a
    step is late; `year` those that were numbered in it.
    """

    is_open: bool | None = None
    late: bool = False
    year: int | None = None
    worker_id: int | None = None
    provider_id: int | None = None
    resident_id: int | None = None
    text: str = ""


@dataclass(frozen=True, kw_only=True)
class DispatchSums:
    """How many requests there were; `amount` is the price of what was done, in fen."""

    count: int = 0
    waiting: int = 0
    worked: int = 0
    cancelled: int = 0
    amount: int = 0
    said: Mapping[Satisfaction, int] = field(default_factory=dict)


def next_states(state: DispatchState) -> tuple[DispatchState, ...]:
    """Return the states that can follow a state, the usual one first."""
    return _NEXT[state]


def dispatch_sums(items: Iterable[Dispatch]) -> DispatchSums:
    """Count requests by state and satisfaction, and add up what was done."""
    every = tuple(items)
    worked = [each for each in every if each.state in _WORKED]
    said = [each.satisfaction for each in every]
    return DispatchSums(
        count=len(every),
        waiting=sum(each.is_open and each.state not in _WORKED for each in every),
        worked=len(worked),
        cancelled=sum(each.state is DispatchState.CANCELLED for each in every),
        amount=sum(each.facts.price or 0 for each in worked),
        said={each: said.count(each) for each in Satisfaction if each in said},
    )
