"""Requests of the people concerned (个人信息请求): what they ask about their own data.

Source: 个人信息保护法 art. 44-50. The law says 及时 and names no days: the days within which to
answer are the hall's own rule (a setting).
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from linli.domain.clocks import Light
from linli.domain.residents import ResidentRow
from linli.domain.working_days import Calendar

DEFAULT_DAYS = 15
"""Working days within which to answer, unless the hall sets others."""
MOST_DAYS = 60
"""The longest term that a hall can set, working days."""
DAYS_SOURCE = "内部规定，不是法定期限（个人信息保护法只说“及时”）"
"""What the term rests on, wherever it is shown."""
DUE_SOON = 3
"""Working days before the term ends, from which on a request is amber."""


class RequestKind(StrEnum):
    """What is asked."""

    ACCESS = "access"
    CORRECT = "correct"
    COMPLETE = "complete"
    ERASE = "erase"
    WITHDRAW = "withdraw"
    EXPLAIN = "explain"


KIND_LABELS = {
    RequestKind.ACCESS: "查阅、复制",
    RequestKind.CORRECT: "更正",
    RequestKind.COMPLETE: "补充",
    RequestKind.ERASE: "删除",
    RequestKind.WITHDRAW: "撤回同意",
    RequestKind.EXPLAIN: "解释说明",
}


class Proof(StrEnum):
    """How it was made sure that the person is who they say."""

    CARD = "card"
    KNOWN = "known"
    AGENT = "agent"
    HEIR = "heir"


PROOF_LABELS = {
    Proof.CARD: "看了本人身份证",
    Proof.KNOWN: "工作人员认识本人",
    Proof.AGENT: "看了受托人身份证和委托书",
    Proof.HEIR: "看了近亲属身份证和关系证明",
}


class Result(StrEnum):
    """What became of it."""

    DONE = "done"
    PARTLY = "partly"
    REFUSED = "refused"


RESULT_LABELS = {
    Result.DONE: "已办理",
    Result.PARTLY: "部分办理",
    Result.REFUSED: "不予办理",
}


@dataclass(frozen=True, kw_only=True)
class RequestDraft:
    """What was asked.

    Attributes:
        name: whose data it is about; of a resident the name at that time.
        resident_id: the resident; None for somebody whom the ledger does not have.
        kind: what is asked.
        received_on: when it was received.
        agent: who came instead of the person, or whose heir it is.
        proof: how identity was made sure of.
        contact: where the answer goes.
        content: what is wanted, in the person's words.
    """

    name: str
    resident_id: int | None = None
    kind: RequestKind
    received_on: date
    agent: str | None = None
    proof: Proof = Proof.CARD
    contact: str | None = None
    content: str


@dataclass(frozen=True, kw_only=True)
class RequestAnswer:
    """How it was answered; `refusal` is the reason where something is not granted."""

    result: Result
    answer: str
    refusal: str | None = None
    closed_on: date


@dataclass(frozen=True, kw_only=True)
class PrivacyRequest:
    """A numbered request. `account` received it."""

    id: int
    version: int
    year: int
    sequence: int
    facts: RequestDraft
    due_on: date
    answer: RequestAnswer | None
    voided_reason: str | None
    account: str
    person: ResidentRow | None

    @property
    def number(self) -> str:
        """The number as it is written: 2026-003."""
        return f"{self.year}-{self.sequence:03d}"

    @property
    def is_open(self) -> bool:
        """Whether it waits for an answer."""
        return self.answer is None and self.voided_reason is None

    def light(self, today: date, calendar: Calendar) -> Light:
        """Return its traffic light on a day."""
        if not self.is_open:
            return Light.DONE
        if today > self.due_on:
            return Light.RED
        soon = calendar.after_working_days(today, DUE_SOON)
        return Light.AMBER if self.due_on <= soon else Light.GREEN


@dataclass(frozen=True, kw_only=True)
class RequestFilter:
    """Which requests a list shows."""

    is_open: bool | None = None
    overdue: bool = False
    year: int | None = None
    resident_id: int | None = None
