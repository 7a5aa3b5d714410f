"""Visits and services at home (走访和服务): to a person or a household, and when next."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from linli.domain.pairings import PairingDraft

VISIT_TABLE = "visit"
FIVE_VISITS = ("01", "02", "03", "04", "05")
"""五必访: 住院、困难、节日、纠纷、丧葬."""
PAIRING_VISIT = "11"


@dataclass(frozen=True, kw_only=True)
class VisitDraft:
    """What is recorded of a visit.

    Attributes:
        day: when it was.
        kind_code: of the table `visit`.
        resident_id: who was visited; None where it was a household.
        household_id: the household that was visited; None where it was a person.
        visitor: who went.
        content: what was seen, said and done.
        next_due: the day of the next visit (下次走访).
    """

    day: date
    kind_code: str
    resident_id: int | None = None
    household_id: int | None = None
    visitor: str | None = None
    content: str | None = None
    next_due: date | None = None


@dataclass(frozen=True, kw_only=True)
class Visit:
    """A saved visit, with whom it was to: the person, or the household by its head.

    `place` is the address as spoken. `is_last` whether nothing came after it for the same, so that
    its `next_due` still counts.
    """

    id: int
    version: int
    facts: VisitDraft
    whom: str
    place: str
    is_last: bool


@dataclass(frozen=True, kw_only=True)
class VisitFilter:
    """Which visits a list shows; every condition narrows.

    `household_id` takes in the visits of its members; `due_within` keeps the last visit of each
    person or household whose next one is due within so many days (0: today, or overdue).
    """

    since: date | None = None
    before: date | None = None
    kind_codes: frozenset[str] = frozenset()
    resident_id: int | None = None
    household_id: int | None = None
    visitor: str | None = None
    due_within: int | None = None


@dataclass(frozen=True, kw_only=True)
class VisitMonth:
    """How many visits there were in a month, by kind; `month` is its first day."""

    month: date
    counts: Mapping[str, int]

    @property
    def total(self) -> int:
        """All visits of the month."""
        return sum(self.counts.values())


def pairing_visits(facts: PairingDraft) -> VisitFilter:
    """Return which visits belong to a pairing: the helper's to the household, while it lasts."""
    return VisitFilter(
        household_id=facts.household_id,
        visitor=facts.helper.name,
        since=facts.since,
        before=None if facts.until is None else facts.until + timedelta(days=1),
    )


def days_overdue(next_due: date | None, today: date) -> int:
    """Return for how many days a visit is overdue, 0 on the day itself."""
    return 0 if next_due is None else max(0, (today - next_due).days)
