"""Entitlements (救助待遇): what a person gets from the state, until when, and when it is reviewed.

Recorded as decided by the office in charge; the program neither grants nor computes anything.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from linli.domain.residents import ResidentRow
from linli.domain.values.dates import PartialDate

EXPIRING_DAYS = 30
"""So many days before it is stopped an entitlement counts as running out (将到期)."""


class EntitlementState(StrEnum):
    """Where an entitlement stands on a day."""

    CURRENT = "current"  # 享受中
    EXPIRING = "expiring"  # 将到期: stopped within `EXPIRING_DAYS`
    REVIEW = "review"  # 待复核: the day of the review has come
    ENDED = "ended"  # 已停发


STATE_LABELS = {
    EntitlementState.CURRENT: "享受中",
    EntitlementState.EXPIRING: "将到期",
    EntitlementState.REVIEW: "待复核",
    EntitlementState.ENDED: "已停发",
}
"""Beside `domain.labels`, which printing a card loads."""


@dataclass(frozen=True, kw_only=True)
class EntitlementDraft:
    """What is recorded of an entitlement.

    Attributes:
        resident_id: who gets it.
        kind_code: of the table `entitlement`.
        number: of the certificate (低保证号…).
        persons: how many of the household it is reckoned for (保障人数).
        amount: fen a month.
        since: the beginning, as far as known.
        until: from this day on it is not paid (停发日期).
        review_date: the day on which it has to be looked at again (复核日期).
        note: anything else, also why it was stopped.
    """

    resident_id: int
    kind_code: str
    number: str | None = None
    persons: int | None = None
    amount: int | None = None
    since: PartialDate | None = None
    until: date | None = None
    review_date: date | None = None
    note: str | None = None


@dataclass(frozen=True, kw_only=True)
class Entitlement:
    """A saved entitlement, with whose it is (numbers masked)."""

    id: int
    version: int
    facts: EntitlementDraft
    person: ResidentRow

    def state_on(self, today: date) -> EntitlementState:
        """Return where it stands."""
        return state_of(self.facts, today)


@dataclass(frozen=True, kw_only=True)
class EntitlementFilter:
    """Which entitlements a list shows; every condition narrows. People in the bin have none.

    `running` leaves out what is stopped; `due_within` keeps what is running and is to be reviewed
    or stopped within so many days (0: today, or overdue).
    """

    kind_code: str | None = None
    state: EntitlementState | None = None
    running: bool = False
    due_within: int | None = None
    resident_id: int | None = None


@dataclass(frozen=True, kw_only=True)
class EntitlementSum:
    """How many entitlements of a kind there are, for how many people, fen a month."""

    kind_code: str
    count: int
    people: int
    amount: int


def state_of(facts: EntitlementDraft, today: date) -> EntitlementState:
    """Return where an entitlement stands on a day; a review due today is due, not overdue."""
    if facts.until is not None and facts.until <= today:
        return EntitlementState.ENDED
    if facts.review_date is not None and facts.review_date <= today:
        return EntitlementState.REVIEW
    if facts.until is not None and facts.until <= today + timedelta(days=EXPIRING_DAYS):
        return EntitlementState.EXPIRING
    return EntitlementState.CURRENT


def overdue_days(facts: EntitlementDraft, today: date) -> int:
    """Return for how many days the review is overdue: 0 on the day itself, and where none is."""
    running = facts.until is None or facts.until > today
    if not running or facts.review_date is None:
        return 0
    return max(0, (today - facts.review_date).days)
