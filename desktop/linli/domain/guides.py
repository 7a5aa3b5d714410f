"""Guides (办事指南), work rules (工作制度) and services done for people (代办事项).

A guide says at once, in writing, all that somebody needs (一次性告知): 依据、条件、程序、期限、材料
(一次性告知制; 居住证暂行条例 art. 9).
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from linli.domain.contact_rules import clean_lines, clean_text, phone_problems
from linli.domain.limits import UNIT, LimitDraft, Unit, due_day
from linli.domain.limits import Area as LimitArea
from linli.domain.working_days import Calendar
from linli.errors import FieldProblem

FREE = "不收费"
MOST_DAYS = 365
"""The longest time that is believed of a promise, days."""


class GuideKind(StrEnum):
    """What a text is for."""

    GUIDE = "guide"
    RULES = "rules"
    SERVICE = "service"


GUIDE_KIND = {
    GuideKind.GUIDE: "办事指南",
    GuideKind.RULES: "工作制度",
    GuideKind.SERVICE: "代办事项",
}


@dataclass(frozen=True, kw_only=True)
class GuideDraft:
    """A guide, a work rule or a service.

    Attributes:
        kind: what it is for.
        title: the matter.
        station_id: where it holds; None for the whole hall.
        basis: which law or decision (依据).
        conditions, materials, steps: a line each (条件、材料、程序); of a work rule the steps are
            its sentences.
        days: how long it takes at most; None where nothing is promised.
        unit: by what that is counted.
        fee: what it costs; None of a work rule.
        phone: where to ask.
    """

    kind: GuideKind
    title: str
    station_id: int | None = None
    basis: str | None = None
    conditions: str | None = None
    materials: str | None = None
    steps: str | None = None
    days: int | None = None
    unit: Unit = Unit.WORKING_DAYS
    fee: str | None = FREE
    phone: str | None = None


@dataclass(frozen=True, kw_only=True)
class Guide:
    """A saved guide; `station` is the station's name."""

    id: int
    version: int
    facts: GuideDraft
    station: str | None = None


@dataclass(frozen=True, kw_only=True)
class GuideFilter:
    """Which guides a list shows; those of a station are followed by those of the whole hall."""

    kind: GuideKind | None = None
    station_id: int | None = None


def clean_guide(draft: GuideDraft) -> GuideDraft:
    """Return a guide in normal form; a work rule promises no days and costs nothing."""
    is_rule = draft.kind is GuideKind.RULES
    return replace(
        draft,
        title=clean_text(draft.title) or "",
        basis=clean_lines(draft.basis),
        conditions=clean_lines(draft.conditions),
        materials=None if is_rule else clean_lines(draft.materials),
        steps=clean_lines(draft.steps),
        days=None if is_rule else draft.days,
        fee=None if is_rule else clean_text(draft.fee) or FREE,
        phone=clean_text(draft.phone),
    )


def check_guide(draft: GuideDraft) -> list[FieldProblem]:
    """Return every broken rule of a guide in normal form."""
    return list(_problems(draft))


def time_words(draft: GuideDraft) -> str:
    """Return how long it takes: 3 个工作日内, 当场办结, or nothing."""
    if draft.days is None:
        return ""
    return f"{draft.days} {UNIT[draft.unit]}内" if draft.days else "当场办结"


def promised_day(draft: GuideDraft, start: date, calendar: Calendar) -> date | None:
    """Return the day by which what was taken in on `start` is done; None if nothing is promised.

    It is counted as every time limit is: the first day is not, a last day without offices moves.
    """
    if draft.days is None:
        return None
    limit = LimitDraft(
        title=draft.title,
        area=LimitArea.OTHER,
        start="",
        end="",
        amount=draft.days,
        unit=draft.unit,
    )
    return due_day(limit, start, calendar)


def _problems(draft: GuideDraft) -> Iterator[FieldProblem]:
    if not draft.title:
        yield FieldProblem(field="title", message="没有填写名称，请填写，如“老年人优待证代办”。")
    if draft.steps is None:
        what = "制度的内容" if draft.kind is GuideKind.RULES else "办理的程序"
        yield FieldProblem(field="steps", message=f"没有填写{what}，请一行写一条。")
    if draft.days is not None and not 0 <= draft.days <= MOST_DAYS:
        message = f"办理期限「{draft.days}」不合适，请填写 0 到 {MOST_DAYS}，当场办结的填 0。"
        yield FieldProblem(field="days", message=message)
    yield from phone_problems("phone", draft.phone)
