"""Suggestions of residents (建议): what was suggested, by when it is replied to, what became of it.

By when is the hall's own rule (`limits`), no legal term.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from linli.domain.limits import Limits, due_day
from linli.domain.working_days import Calendar

REPLY_LIMIT = "suggestion.answer"
ANONYMOUS = "（未署名）"


class Adoption(StrEnum):
    """What became of a suggestion."""

    ADOPTED = "adopted"
    PARTLY = "partly"
    NOT_ADOPTED = "not_adopted"


ADOPTION = {
    Adoption.ADOPTED: "采纳",
    Adoption.PARTLY: "部分采纳",
    Adoption.NOT_ADOPTED: "没有采纳",
}


@dataclass(frozen=True, kw_only=True)
class SuggestionDraft:
    """What is suggested.

    Attributes:
        day: when.
        name: by whom; None of somebody who did not say.
        resident_id: the resident, if it is one.
        phone: of whoever is no resident.
        grid_id: the grid it is about.
        content: what.
    """

    day: date
    name: str | None = None
    resident_id: int | None = None
    phone: str | None = None
    grid_id: int | None = None
    content: str


@dataclass(frozen=True, kw_only=True)
class ReplyDraft:
    """What is replied: when, by whom, and whether the suggestion is adopted."""

    day: date
    text: str
    replier: str
    adoption: Adoption


@dataclass(frozen=True, kw_only=True)
class Suggestion:
    """A saved suggestion.

    Attributes:
        year, sequence: its number, never given twice.
        due: the last day to reply; None where the hall has set no limit.
        grid: the grid's name.
        phone: its own, else the resident's.
        account: who entered it.
    """

    id: int
    version: int
    year: int
    sequence: int
    facts: SuggestionDraft
    reply: ReplyDraft | None = None
    due: date | None = None
    grid: str | None = None
    phone: str = ""
    voided_reason: str | None = None
    account: str = ""

    @property
    def number(self) -> str:
        """The number as it is written."""
        return f"〔{self.year}〕建{self.sequence}号"

    @property
    def who(self) -> str:
        """By whom, as it is shown."""
        return self.facts.name or ANONYMOUS

    @property
    def is_open(self) -> bool:
        """Whether it waits for a reply."""
        return self.reply is None and self.voided_reason is None

    def is_late(self, today: date) -> bool:
        """Whether it still waits after its last day, which itself is in time."""
        return self.is_open and self.due is not None and today > self.due


@dataclass(frozen=True, kw_only=True)
class SuggestionFilter:
    """Which suggestions a list shows; what is None or empty does not narrow it."""

    since: date | None = None
    until: date | None = None
    grid_id: int | None = None
    is_open: bool | None = None
    adoption: Adoption | None = None
    text: str = ""
    voided: bool = False


def reply_due(day: date, limits: Limits, calendar: Calendar) -> date | None:
    """Return the last day to reply to what was suggested on `day`, None where none is set."""
    limit = limits.on(REPLY_LIMIT, day)
    if limit is None or limit.facts.amount is None:
        return None
    return due_day(limit.facts, day, calendar)
