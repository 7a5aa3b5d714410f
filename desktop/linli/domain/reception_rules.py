"""Rules of reception days: which days follow from a rule, and what may be saved."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date, timedelta

from linli.domain.codes import code_table
from linli.domain.contact_rules import clean_lines, clean_text, name_problems, phone_problems
from linli.domain.receptions import (
    DEFAULT_FOLLOW_UP,
    MATTER_TABLE,
    DayChange,
    OnHoliday,
    ReceptionDay,
    Result,
    RuleDraft,
    VisitDraft,
)
from linli.domain.register_texts import spoken
from linli.domain.values.names import normalise_name
from linli.domain.values.text import tidy
from linli.domain.working_days import Calendar
from linli.errors import FieldProblem, UserError

WEEKDAYS = "一二三四五六日"
_WEEKDAY_SIGNS = {sign: day % 7 for day, sign in enumerate(f"{WEEKDAYS}1234567")}
_DAY = timedelta(days=1)
_NOTHING: Mapping[date, DayChange] = {}


def weekday_words(weekdays: tuple[int, ...]) -> str:
    """Return the days of the week as one says them: 每周二、周四."""
    return "每" + "、".join(f"周{WEEKDAYS[day]}" for day in sorted(weekdays)) if weekdays else ""


def parse_weekdays(text: str) -> tuple[int, ...]:
    """Read days of the week as people write them: 周二、周四, 二四, 2 4.

    Raises:
        UserError: something else stands there.
    """
    plain = re.sub(r"每周|星期|礼拜|周|[、,，和\s]", "", text).replace("天", "日")
    found = [_WEEKDAY_SIGNS.get(sign) for sign in plain]
    if not found or None in found:
        raise UserError(f"「{text}」看不出是星期几，请写 周二、周四 这样。")
    return tuple(sorted({day for day in found if day is not None}))


def plan_days(
    rule: RuleDraft,
    first: date,
    last: date,
    calendar: Calendar,
    changes: Mapping[date, DayChange] = _NOTHING,
) -> list[ReceptionDay]:
    """Return the reception days planned from `first` to `last`.

    Whose turn it is goes by the planned days since the rule began, so that a day that falls out
    changes nobody else's. `changes` are the clerk's decisions by planned day.
    """
    end = last if rule.until is None else min(last, rule.until)
    planned = (rule.since + n * _DAY for n in range((end - rule.since).days + 1))
    wanted = [day for day in planned if day.weekday() in rule.weekdays]
    return [
        _with_change(_planned(rule, day, turn, calendar), changes.get(day))
        for turn, day in enumerate(wanted)
        if day >= first
    ]


def _planned(rule: RuleDraft, day: date, turn: int, calendar: Calendar) -> ReceptionDay:
    receiver = rule.receivers[turn % len(rule.receivers)] if rule.receivers else ""
    found = ReceptionDay(
        planned=day, held_on=day, receiver=receiver, certain=calendar.knows(day.year)
    )
    holiday = calendar.holiday(day)
    if holiday is None or rule.on_holiday is OnHoliday.KEEP:
        return found
    if rule.on_holiday is OnHoliday.SKIP:
        return replace(found, held_on=None, why=f"{holiday}放假，不接待")
    moved = calendar.after_working_days(day, 1)
    certain = found.certain and calendar.knows(moved.year)
    why = f"{holiday}放假，顺延到{moved.month}月{moved.day}日"
    return replace(found, held_on=moved, why=why, certain=certain)


def _with_change(day: ReceptionDay, change: DayChange | None) -> ReceptionDay:
    if change is None:
        return day
    if change.held_on is None:
        why = change.note or "不接待"
    elif change.held_on == day.planned:
        why = change.note
    else:
        moved = f"改在{change.held_on.month}月{change.held_on.day}日"
        why = "，".join(filter(None, (change.note, moved)))
    return replace(
        day,
        held_on=change.held_on,
        receiver=change.receiver or day.receiver,
        why=why,
        changed=True,
        certain=True,
    )


# ---- before saving ------------------------------------------------------------------------


def clean_rule(draft: RuleDraft) -> RuleDraft:
    """Return a rule in normal form."""
    return replace(
        draft,
        name=tidy(draft.name),
        weekdays=tuple(sorted(set(draft.weekdays))),
        hours=tidy(draft.hours),
        place=tidy(draft.place),
        receivers=tuple(filter(None, map(normalise_name, draft.receivers))),
    )


def check_rule(draft: RuleDraft) -> list[FieldProblem]:
    """Return what is wrong with a rule in normal form."""
    return list(_rule_problems(draft))


def _rule_problems(draft: RuleDraft) -> Iterator[FieldProblem]:
    if not draft.name:
        yield FieldProblem(field="name", message="没有填写名称，请填写，如 网格接访日。")
    if not draft.weekdays:
        yield FieldProblem(field="weekdays", message="请勾选星期几接待。")
    if draft.until is not None and draft.until < draft.since:
        message = f"结束日期「{spoken(draft.until)}」比开始日期还早，请改正。"
        yield FieldProblem(field="until", message=message)
    for name in draft.receivers:
        yield from name_problems("receivers", name)


def clean_change(change: DayChange) -> DayChange:
    """Return a decision in normal form."""
    return replace(change, receiver=normalise_name(change.receiver), note=tidy(change.note))


def check_change(change: DayChange) -> list[FieldProblem]:
    """Return what is wrong with a decision in normal form."""
    found = list(name_problems("receiver", change.receiver)) if change.receiver else []
    if change.held_on is None and not change.note:
        message = "这一天不接待，请写上为什么，门口的通知上会印。"
        found.append(FieldProblem(field="note", message=message))
    return found


def clean_visit(draft: VisitDraft) -> VisitDraft:
    """Return a visit in normal form.

    What was answered at once leaves nothing to follow up; anything else is followed up some day.
    """
    answered = draft.result is Result.ANSWERED
    usual = draft.day + timedelta(days=DEFAULT_FOLLOW_UP)
    return replace(
        draft,
        name=normalise_name(draft.name),
        phone=clean_text(draft.phone),
        content=clean_lines(draft.content) or "",
        receiver=clean_text(draft.receiver),
        answer=clean_lines(draft.answer),
        outcome=clean_lines(draft.outcome),
        follow_up=None if answered else draft.follow_up or usual,
        closed_on=None if answered else draft.closed_on,
    )


def check_visit(draft: VisitDraft, today: date) -> list[FieldProblem]:
    """Return what is wrong with a visit in normal form."""
    return list(_visit_problems(draft, today))


def _visit_problems(draft: VisitDraft, today: date) -> Iterator[FieldProblem]:
    yield from name_problems("name", draft.name)
    yield from phone_problems("phone", draft.phone)
    if draft.day > today:
        message = f"来访日期「{spoken(draft.day)}」还没有到，请核对。"
        yield FieldProblem(field="day", message=message)
    if draft.persons < 1:
        yield FieldProblem(field="persons", message="来访人数至少是 1，请改正。")
    if draft.matter_code not in code_table(MATTER_TABLE).names:
        yield FieldProblem(field="matter_code", message="请从列表里选一类，如 民生、政策咨询。")
    if not draft.content:
        yield FieldProblem(field="content", message="没有填写反映的事情，请写几个字。")
    if draft.follow_up is not None and draft.follow_up < draft.day:
        message = f"回访日期「{spoken(draft.follow_up)}」比来访日期还早，请改正。"
        yield FieldProblem(field="follow_up", message=message)
    if draft.result is Result.HANDED_ON and not draft.answer:
        yield FieldProblem(field="answer", message="请写上转给了哪个部门。")
    if draft.closed_on is None:
        return
    if draft.closed_on < draft.day or draft.closed_on > today:
        message = f"办结日期「{spoken(draft.closed_on)}」应在来访当天和今天之间，请改正。"
        yield FieldProblem(field="closed_on", message=message)
    if not draft.outcome:
        yield FieldProblem(field="outcome", message="请写上是怎么办的，再办结。")
