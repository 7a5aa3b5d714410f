"""Consent notices (个人信息收集使用告知书): handed to whom, signed, refused or withdrawn.

Source: 个人信息保护法 art. 17, 30, 35 (notice), 29 (separate consent to sensitive kinds), 31
(guardians of children under fourteen), 15 (withdrawal).
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from linli.domain.residents import ResidentRow
from linli.domain.values.dates import PartialDate

GUARDED_UNDER = 14
"""Years of age under which a guardian consents (个人信息保护法 art. 31)."""

SENSITIVE_TABLE = "sensitive_kinds"
"""The code table of the kinds to which consent is given apart."""


class Answer(StrEnum):
    """What came back with the notice."""

    SIGNED = "signed"
    GUARDIAN = "guardian"
    REFUSED = "refused"


ANSWER_LABELS = {
    Answer.SIGNED: "本人签名",
    Answer.GUARDIAN: "监护人签名",
    Answer.REFUSED: "拒绝签名",
}


class ConsentState(StrEnum):
    """Where a person stands; the last notice counts."""

    NONE = "none"
    GIVEN = "given"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"


STATE_LABELS = {
    ConsentState.NONE: "还没有签",
    ConsentState.GIVEN: "已签",
    ConsentState.REFUSED: "拒绝",
    ConsentState.WITHDRAWN: "已撤回",
}


@dataclass(frozen=True, kw_only=True)
class ConsentDraft:
    """What a clerk enters from the signed paper.

    Attributes:
        resident_id: whose data it is about.
        day: when it was signed or refused.
        answer: what came back.
        guardian: who signed for a child or a person without capacity.
        guardian_relation: what the guardian is to the person, such as 母亲.
        separate: codes of the sensitive kinds that were ticked apart.
        note: anything else.
    """

    resident_id: int
    day: date
    answer: Answer = Answer.SIGNED
    guardian: str | None = None
    guardian_relation: str | None = None
    separate: tuple[str, ...] = ()
    note: str | None = None


@dataclass(frozen=True, kw_only=True)
class Consent:
    """A recorded notice. `account` entered it."""

    id: int
    version: int
    facts: ConsentDraft
    withdrawn_on: date | None
    withdrawn_reason: str | None
    account: str

    @property
    def state(self) -> ConsentState:
        """Where this notice stands."""
        if self.withdrawn_on is not None:
            return ConsentState.WITHDRAWN
        if self.facts.answer is Answer.REFUSED:
            return ConsentState.REFUSED
        return ConsentState.GIVEN


@dataclass(frozen=True, kw_only=True)
class ConsentRow:
    """A person with their last notice; None if they never got one."""

    person: ResidentRow
    consent: Consent | None

    @property
    def state(self) -> ConsentState:
        """Where the person stands."""
        return ConsentState.NONE if self.consent is None else self.consent.state


@dataclass(frozen=True, kw_only=True)
class ConsentFilter:
    """Which people a list shows. `guarded` keeps children whose guardian signs."""

    state: ConsentState | None = None
    guarded: bool = False
    resident_id: int | None = None


@dataclass(frozen=True, kw_only=True)
class ConsentCounts:
    """How many people stand where; those who moved out, died or are in the bin do not count."""

    none: int
    given: int
    refused: int
    withdrawn: int

    @property
    def people(self) -> int:
        """All of them."""
        return self.none + self.given + self.refused + self.withdrawn


def needs_guardian(birth: PartialDate | None, day: date) -> bool:
    """Whether a guardian has to consent on a day; somebody of unknown age can sign."""
    return birth is not None and birth.age_on(day) < GUARDED_UNDER
