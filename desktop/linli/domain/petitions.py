"""Petitions (信访): a register of its own, apart from mediation, for `Right.SENSITIVE` alone.

《信访工作条例》(2022) is cited by article. What may follow what stands in `petition_flow`, by
when something has to be done in `petition_clocks`.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from linli.domain.petition_flow import Move, State

MOST_REPRESENTATIVES = 5
"""Whoever comes together about one matter sends at most so many (art. 20)."""
MATTER_LENGTH = 40
"""Characters of what a petition is about in short."""


class Form(StrEnum):
    """How a petition came (信访形式)."""

    VISIT = "visit"
    LETTER = "letter"
    PHONE = "phone"
    ONLINE = "online"


FORM = {
    Form.VISIT: "来访",
    Form.LETTER: "来信",
    Form.PHONE: "来电",
    Form.ONLINE: "网上",
}


@dataclass(frozen=True, kw_only=True)
class PetitionDraft:
    """What is registered of a petition.

    Attributes:
        form: how it came.
        received_on: the day it was received, from which the first limit runs.
        name: whose it is; of several the first.
        resident_id: the resident, if it is one.
        phone, address: of whoever is no resident.
        persons: how many it comes from.
        representatives: whom several people sent to speak for them (代表).
        matter: in short, such as 反映征地补偿.
        content: what they say.
        grid_id: the grid it is about.
        repeats_id: an earlier petition about the same matter (重复信访).
        visit_id: the line of the visitors' register it was taken over from.
        simple: handled in the simple way (简易办理), whose limits are shorter.
    """

    form: Form
    received_on: date
    name: str
    resident_id: int | None = None
    phone: str | None = None
    address: str | None = None
    persons: int = 1
    representatives: tuple[str, ...] = ()
    matter: str
    content: str | None = None
    grid_id: int | None = None
    repeats_id: int | None = None
    visit_id: int | None = None
    simple: bool = False


@dataclass(frozen=True, kw_only=True)
class MoveDraft:
    """A step to be taken; which of the fields it wants, `petition_flow` says.

    Attributes:
        move: what is done.
        day: when it was done.
        person: by whom.
        unit: who handles it, to whom it was forwarded, or who reviews it.
        text: why, or what was decided or answered.
        approver: who approved of an extension.
        until: the last day after an extension.
        told: the person was told on the same day.
    """

    move: Move
    day: date
    person: str
    unit: str | None = None
    text: str | None = None
    approver: str | None = None
    until: date | None = None
    told: bool = False


@dataclass(frozen=True, kw_only=True)
class PetitionStep:
    """A step that was taken; fields as in `MoveDraft`."""

    move: Move
    day: date
    person: str
    unit: str | None = None
    text: str | None = None
    approver: str | None = None
    until: date | None = None


@dataclass(frozen=True, kw_only=True)
class Petition:
    """A saved petition.

    Attributes:
        year, sequence: its number, never given twice.
        state: where the steps led.
        steps: in the order they were taken.
        grid: the grid's name.
        phone: its own, else the resident's.
        repeats: the number of the earlier one about the same matter.
        times: how many of the same person there are up to this one.
        account: who registered it.
    """

    id: int
    version: int
    year: int
    sequence: int
    facts: PetitionDraft
    state: State = State.RECEIVED
    steps: tuple[PetitionStep, ...] = ()
    grid: str | None = None
    phone: str = ""
    repeats: str = ""
    times: int = 1
    voided_reason: str | None = None
    account: str = ""

    @property
    def number(self) -> str:
        """The number as it is written."""
        return petition_number(self.year, self.sequence)

    @property
    def is_open(self) -> bool:
        """Whether something is still to be done."""
        return self.state not in (State.CLOSED, State.WITHDRAWN) and self.voided_reason is None

    @property
    def is_repeat(self) -> bool:
        """Whether the same person, or the same matter, came before (重复信访)."""
        return self.times > 1 or self.facts.repeats_id is not None

    def last(self, *moves: Move) -> PetitionStep | None:
        """Return the last step of these kinds, None if none was taken."""
        found = [step for step in self.steps if step.move in moves]
        return found[-1] if found else None

    def day_of(self, *moves: Move) -> date | None:
        """Return the day of the last step of these kinds, None if none was taken."""
        step = self.last(*moves)
        return None if step is None else step.day

    @property
    def unit(self) -> str:
        """Who has it in hand now; "" before anybody has."""
        with_unit = [step.unit for step in self.steps if step.unit]
        return with_unit[-1] if with_unit else ""


@dataclass(frozen=True, kw_only=True)
class PetitionFilter:
    """Which petitions a list shows; what is None or empty does not narrow it.

    `text` is looked for in number, name, matter, content and unit; voided ones are left out
    unless `voided`.
    """

    since: date | None = None
    until: date | None = None
    form: Form | None = None
    grid_id: int | None = None
    is_open: bool | None = None
    resident_id: int | None = None
    text: str = ""
    voided: bool = False


@dataclass(frozen=True, kw_only=True)
class PetitionSummary:
    """How many are open, of these overdue and soon due (信访预警), and how many came again."""

    waiting: int
    late: int
    near: int
    repeats: int


def petition_number(year: int, sequence: int) -> str:
    """Return the number of a petition: 〔2026〕信1号."""
    return f"〔{year}〕信{sequence}号"
