"""Matters done for people (全程代办): taken in under a number, handed on, handed over when done.

首问责任制: whoever was asked first is named, and each hand-over is written down with its day, and
who gave it to whom.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from linli.domain.clocks import Light
from linli.domain.contact_rules import clean_lines, clean_text, name_problems, phone_problems
from linli.domain.register_texts import spoken
from linli.domain.values.names import normalise_name
from linli.domain.working_days import Calendar
from linli.errors import FieldProblem

DUE_SOON = 1
"""Working days before the promised day, from which on a matter is amber."""


@dataclass(frozen=True, kw_only=True)
class AgencyDraft:
    """A matter that was taken in.

    Attributes:
        name: for whom; of a resident the name at that time.
        resident_id: the resident; None for somebody whom the ledger does not have.
        phone: where the result is told.
        received_on: when it was taken in.
        item: the matter.
        guide_id: the service or guide it goes by, None of any other matter.
        station_id: where it was taken in.
        materials: what was handed in, a line each.
        promised_on: by when it is done; None where nothing was promised.
        first_asked: who was asked first (首问责任人).
    """

    name: str
    resident_id: int | None = None
    phone: str | None = None
    received_on: date
    item: str
    guide_id: int | None = None
    station_id: int | None = None
    materials: str | None = None
    promised_on: date | None = None
    first_asked: str


@dataclass(frozen=True, kw_only=True)
class AgencyStep:
    """A line of the hand-over log: who had it, who has it now, and what was said."""

    day: date
    giver: str
    taker: str
    words: str | None = None


@dataclass(frozen=True, kw_only=True)
class AgencyResult:
    """How a matter ended; `taken_by` fetched the result."""

    closed_on: date
    result: str
    taken_by: str | None = None


@dataclass(frozen=True, kw_only=True)
class AgencyCase:
    """A numbered matter. `account` took it in; `steps` are its hand-overs, the first first."""

    id: int
    version: int
    year: int
    sequence: int
    facts: AgencyDraft
    steps: tuple[AgencyStep, ...] = ()
    ended: AgencyResult | None = None
    voided_reason: str | None = None
    account: str
    station: str | None = None

    @property
    def number(self) -> str:
        """The number as it is written: 代办 2026-003."""
        return agency_number(self.year, self.sequence)

    @property
    def is_open(self) -> bool:
        """Whether it is still to be done."""
        return self.ended is None and self.voided_reason is None

    @property
    def holder(self) -> str:
        """Who has it now."""
        return self.steps[-1].taker if self.steps else self.facts.first_asked

    def light(self, today: date, calendar: Calendar) -> Light:
        """Return its traffic light on a day; green where nothing was promised."""
        if not self.is_open:
            return Light.DONE
        due = self.facts.promised_on
        if due is None:
            return Light.GREEN
        if today > due:
            return Light.RED
        return Light.AMBER if due <= calendar.after_working_days(today, DUE_SOON) else Light.GREEN


@dataclass(frozen=True, kw_only=True)
class AgencyFilter:
    """Which matters a list shows."""

    is_open: bool | None = None
    overdue: bool = False
    resident_id: int | None = None


def agency_number(year: int, sequence: int) -> str:
    """Return a number as it is written."""
    return f"代办 {year}-{sequence:03d}"


def clean_case(draft: AgencyDraft) -> AgencyDraft:
    """Return a matter in normal form."""
    return replace(
        draft,
        name=normalise_name(draft.name),
        phone=clean_text(draft.phone),
        item=clean_text(draft.item) or "",
        materials=clean_lines(draft.materials),
        first_asked=normalise_name(draft.first_asked),
    )


def check_case(draft: AgencyDraft, today: date) -> list[FieldProblem]:
    """Return every broken rule of a matter in normal form."""
    return list(_case_problems(draft, today))


def clean_step(step: AgencyStep) -> AgencyStep:
    """Return a hand-over in normal form."""
    return replace(
        step,
        giver=normalise_name(step.giver),
        taker=clean_text(step.taker) or "",
        words=clean_lines(step.words),
    )


def check_step(step: AgencyStep, case: AgencyCase, today: date) -> list[FieldProblem]:
    """Return every broken rule of a hand-over in normal form."""
    return list(_step_problems(step, case, today))


def clean_result(result: AgencyResult) -> AgencyResult:
    """Return a result in normal form."""
    return replace(
        result, result=clean_lines(result.result) or "", taken_by=clean_text(result.taken_by)
    )


def check_result(result: AgencyResult, case: AgencyCase, today: date) -> list[FieldProblem]:
    """Return every broken rule of a result in normal form."""
    problems = list(_day_problems("closed_on", "办结日期", result.closed_on, case, today))
    if not result.result:
        message = "没有写办理结果，请写明办成了什么，或为什么没有办成。"
        problems.append(FieldProblem(field="result", message=message))
    return problems


def _case_problems(draft: AgencyDraft, today: date) -> Iterator[FieldProblem]:
    yield from name_problems("who", draft.name)
    yield from phone_problems("phone", draft.phone)
    if draft.received_on > today:
        message = f"接件日期「{spoken(draft.received_on)}」还没有到，请核对。"
        yield FieldProblem(field="received_on", message=message)
    if draft.promised_on is not None and draft.promised_on < draft.received_on:
        message = f"承诺日期「{spoken(draft.promised_on)}」早于接件日期，请核对。"
        yield FieldProblem(field="promised_on", message=message)
    if not draft.item:
        message = "没有写代办什么，请填写，或从代办事项里选。"
        yield FieldProblem(field="item", message=message)
    if not draft.first_asked:
        message = "没有填写首问责任人，请填写第一个接待的工作人员。"
        yield FieldProblem(field="first_asked", message=message)


def _step_problems(step: AgencyStep, case: AgencyCase, today: date) -> Iterator[FieldProblem]:
    yield from _day_problems("day", "交接日期", step.day, case, today)
    if case.steps and step.day < case.steps[-1].day:
        message = f"交接日期「{spoken(step.day)}」早于上一次交接，请核对。"
        yield FieldProblem(field="day", message=message)
    if not step.giver:
        yield FieldProblem(field="giver", message="没有填写交出的人，请填写。")
    if not step.taker:
        message = "没有填写交给谁，请写明姓名或单位，如“街道便民服务中心”。"
        yield FieldProblem(field="taker", message=message)


def _day_problems(
    field: str, what: str, day: date, case: AgencyCase, today: date
) -> Iterator[FieldProblem]:
    if day > today:
        yield FieldProblem(field=field, message=f"{what}「{spoken(day)}」还没有到，请核对。")
    elif day < case.facts.received_on:
        yield FieldProblem(field=field, message=f"{what}「{spoken(day)}」早于接件日期，请核对。")
