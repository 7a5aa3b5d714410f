"""Rules of who can be on duty (可排班人员) before it is saved."""

from collections.abc import Iterator
from dataclasses import replace

from linli.domain.codes import code_table
from linli.domain.contact_rules import clean_lines, clean_text, name_problems, phone_problems
from linli.domain.register_texts import spoken
from linli.domain.values.names import normalise_name
from linli.domain.workers import (
    EMPLOYMENT_TABLE,
    VOLUNTEER_SOURCE_TABLE,
    Apart,
    Leave,
    VolunteerFacts,
    WorkerDraft,
    WorkerKind,
)
from linli.errors import FieldProblem

MOST_HOURS = 400
"""Hours of a month that anybody is believed to serve."""
LONGEST_LEAVE = 370
"""Days of a leave that are believed; a typing error makes longer ones."""


def clean_worker(draft: WorkerDraft) -> WorkerDraft:
    """Return a worker in normal form: only what belongs to the kind is kept."""
    is_staff = draft.kind is WorkerKind.STAFF
    skills = (clean_text(each) for each in draft.skills)
    volunteer = draft.volunteer or VolunteerFacts()
    volunteer = replace(volunteer, number=clean_text(volunteer.number))
    return replace(
        draft,
        name=normalise_name(draft.name),
        phone=clean_text(draft.phone),
        employment_code=draft.employment_code if is_staff else None,
        staff_id=draft.staff_id if is_staff else None,
        skills=tuple(dict.fromkeys(each for each in skills if each)),
        free_times=tuple(sorted(draft.free_times, key=lambda each: (each.weekday, each.begins))),
        volunteer=volunteer if draft.kind is WorkerKind.VOLUNTEER else None,
        note=clean_lines(draft.note),
    )


def check_worker(draft: WorkerDraft) -> list[FieldProblem]:
    """Return every broken rule of a draft in normal form."""
    return list(_worker_problems(draft))


def _worker_problems(draft: WorkerDraft) -> Iterator[FieldProblem]:
    yield from name_problems("name", draft.name)
    yield from phone_problems("phone", draft.phone)
    if draft.employment_code is not None and (
        draft.employment_code not in code_table(EMPLOYMENT_TABLE).names
    ):
        yield FieldProblem(field="employment_code", message="请从列表里选用工性质，如 在编。")
    if draft.most_hours is not None and not 1 <= draft.most_hours <= MOST_HOURS:
        message = f"「{draft.most_hours}」小时不对，请填 1 到 {MOST_HOURS}；不限的留空。"
        yield FieldProblem(field="most_hours", message=message)
    if draft.since and draft.until and draft.until < draft.since:
        message = (
            f"结束日期「{spoken(draft.until)}」早于开始日期「{spoken(draft.since)}」，请核对。"
        )
        yield FieldProblem(field="until", message=message)
    for each in draft.free_times:
        if each.ends <= each.begins:
            message = (
                f"能来的时间「{each.begins:%H:%M}—{each.ends:%H:%M}」结束早于开始，请核对；"
                "跨过半夜的请分成两天写。"
            )
            yield FieldProblem(field="free_times", message=message)
    volunteer = draft.volunteer
    if (
        volunteer
        and volunteer.source_code is not None
        and (volunteer.source_code not in code_table(VOLUNTEER_SOURCE_TABLE).names)
    ):
        yield FieldProblem(field="source_code", message="请从列表里选志愿者来源，如 党员。")


def check_leave(leave: Leave) -> list[FieldProblem]:
    """Return what cannot be of a leave."""
    if leave.last < leave.first:
        message = f"最后一天「{spoken(leave.last)}」早于第一天「{spoken(leave.first)}」，请核对。"
        return [FieldProblem(field="last", message=message)]
    if (leave.last - leave.first).days >= LONGEST_LEAVE:
        message = f"请假「{(leave.last - leave.first).days + 1}」天太长了，请核对年份。"
        return [FieldProblem(field="last", message=message)]
    return []


def check_apart(pair: Apart) -> list[FieldProblem]:
    """Return what cannot be of a pair."""
    if pair.one_id == pair.other_id:
        return [FieldProblem(field="other_id", message="请选另外一个人，自己和自己不用分开。")]
    return []
