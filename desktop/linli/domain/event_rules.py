"""Rules of events (社区活动) and of who is on their lists, before they are saved."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta

from linli.domain.booking_rules import far_problems, span_problems
from linli.domain.codes import code_table
from linli.domain.contact_rules import clean_lines, clean_text, name_problems, phone_problems
from linli.domain.events import (
    EVENT_TABLE,
    MOST_HEADCOUNT,
    Event,
    EventDraft,
    GuestDraft,
    Outcome,
)
from linli.domain.hours import hours_text, span_quarters
from linli.domain.register_texts import spoken
from linli.domain.values.names import normalise_name
from linli.errors import FieldProblem

LONGEST = timedelta(hours=24)
"""The longest event; one of several days has a list, and so a record, for each."""


def clean_event(draft: EventDraft) -> EventDraft:
    """Return an event in normal form; moments are of whole minutes."""
    return replace(
        draft,
        title=clean_text(draft.title) or "",
        begins=draft.begins.replace(second=0, microsecond=0),
        ends=draft.ends.replace(second=0, microsecond=0),
        place=clean_text(draft.place),
        organiser=clean_text(draft.organiser),
        leader=clean_text(draft.leader),
        phone=clean_text(draft.phone),
        speaker=clean_text(draft.speaker),
        content=clean_lines(draft.content),
        note=clean_lines(draft.note),
    )


def check_event(draft: EventDraft, now: datetime) -> list[FieldProblem]:
    """Return every broken rule of an event in normal form."""
    return list(_event_problems(draft, now))


def clean_outcome(outcome: Outcome) -> Outcome:
    """Return how an event went in normal form."""
    return replace(outcome, summary=clean_lines(outcome.summary))


def check_outcome(outcome: Outcome, event: Event, today: date) -> list[FieldProblem]:
    """Return every broken rule of how an event went."""
    return list(_outcome_problems(outcome, event, today))


def clean_guest(draft: GuestDraft) -> GuestDraft:
    """Return somebody on a list in normal form."""
    return replace(
        draft,
        name=normalise_name(draft.name),
        phone=clean_text(draft.phone),
        note=clean_lines(draft.note),
    )


def check_guest(draft: GuestDraft, event: EventDraft) -> list[FieldProblem]:
    """Return every broken rule of somebody on the list of an event, in normal form."""
    problems = [*name_problems("name", draft.name), *phone_problems("phone", draft.phone)]
    most = span_quarters(event.begins, event.ends)
    if draft.quarters is not None and not 1 <= draft.quarters <= most:
        message = (
            f"时长「{hours_text(max(draft.quarters, 0))}」小时不对，这次活动一共 "
            f"{hours_text(most)} 小时；从头到尾都在的请留空。"
        )
        problems.append(FieldProblem(field="quarters", message=message))
    return problems


def check_present(present: int, event: Event, today: date) -> list[FieldProblem]:
    """Return why so many cannot have signed in.

    Args:
        present: how many came of those on the list.
        event: the event as it is saved.
        today: nobody signs in before the day.
    """
    day = event.facts.begins.date()
    message = ""
    if present and day > today:
        message = f"活动「{event.facts.title}」{spoken(day)}才办，到时再签到。"
    elif event.outcome is not None and present > event.outcome.headcount:
        message = (
            f"签到 {present} 人，比登记的实到 {event.outcome.headcount} 人次还多，"
            "请先点“办完了”改实到人次。"
        )
    return [FieldProblem(field="present", message=message)] if message else []


def double_of(draft: GuestDraft, others: Iterable[GuestDraft]) -> GuestDraft | None:
    """Return who on a list is the same person, None if nobody is.

    Two names alone are one person unless both have a number and the numbers differ.
    """
    return next((other for other in others if _is_same(draft, other)), None)


# ---- inside -------------------------------------------------------------------------------


def _event_problems(draft: EventDraft, now: datetime) -> Iterator[FieldProblem]:
    if draft.kind_code not in code_table(EVENT_TABLE).names:
        message = "没有选活动类别，请从列表里选一种，如 志愿服务。"
        yield FieldProblem(field="kind_code", message=message)
    if not draft.title:
        message = "没有填写活动名称，请填写，如 反诈宣传进小区。"
        yield FieldProblem(field="title", message=message)
    yield from span_problems(draft.begins, draft.ends, LONGEST)
    yield from far_problems(draft.begins, now)
    yield from phone_problems("phone", draft.phone)
    if draft.expected is not None and not 1 <= draft.expected <= MOST_HEADCOUNT:
        message = f"预计人数「{draft.expected}」应为 1 到 {MOST_HEADCOUNT:,}，不知道的留空。"
        yield FieldProblem(field="expected", message=message)


def _outcome_problems(outcome: Outcome, event: Event, today: date) -> Iterator[FieldProblem]:
    day = event.facts.begins.date()
    if day > today:
        message = f"活动「{event.facts.title}」{spoken(day)}才办，请在办完以后登记。"
        yield FieldProblem(field="headcount", message=message)
    if not 0 <= outcome.headcount <= MOST_HEADCOUNT:
        message = f"实到人次「{outcome.headcount}」应为 0 到 {MOST_HEADCOUNT:,}，请核对。"
        yield FieldProblem(field="headcount", message=message)
    elif outcome.headcount < event.present:
        message = (
            f"实到人次「{outcome.headcount}」比签到的 {event.present} 人还少，请核对人次或签到。"
        )
        yield FieldProblem(field="headcount", message=message)
    if outcome.materials is not None and not 0 <= outcome.materials <= 10 * MOST_HEADCOUNT:
        message = f"发放资料「{outcome.materials}」份不对，请核对；没有发的留空。"
        yield FieldProblem(field="materials", message=message)


def _is_same(one: GuestDraft, other: GuestDraft) -> bool:
    links = ((one.resident_id, other.resident_id), (one.worker_id, other.worker_id))
    known = [mine == theirs for mine, theirs in links if mine is not None and theirs is not None]
    if known:
        return any(known)
    if one.name != other.name:
        return False
    return one.phone is None or other.phone is None or one.phone == other.phone
