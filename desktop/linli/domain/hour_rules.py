"""Rules of attendance and hours: what is true, timely and counted once."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date

from linli.domain.contact_rules import clean_lines, clean_text, name_problems
from linli.domain.hours import (
    QUARTER,
    CertificateDraft,
    HandOver,
    ServiceDraft,
    ServiceRecord,
    VolunteerNote,
    hours_text,
    span_quarters,
)
from linli.domain.register_texts import spoken
from linli.errors import FieldProblem

DAY_QUARTERS = 24 * 60 // QUARTER
_TRAINING_QUARTERS = 10 * DAY_QUARTERS


def clean_service(draft: ServiceDraft) -> ServiceDraft:
    """Return a record in normal form, its hours counted."""
    return replace(
        draft,
        quarters=draft.counted,
        item=clean_text(draft.item),
        content=clean_lines(draft.content),
        place=clean_text(draft.place),
        confirmed_by=clean_text(draft.confirmed_by),
        note=clean_lines(draft.note),
    )


def check_service(
    draft: ServiceDraft, today: date, others: Iterable[ServiceRecord] = ()
) -> list[FieldProblem]:
    """Return every broken rule of a record in normal form.

    Args:
        draft: the record.
        today: nothing is recorded before it was done.
        others: the person's other records of the day, the day before and the day after.
    """
    return [*_service_problems(draft, today), *_double_problems(draft, list(others))]


def clean_note(note: VolunteerNote) -> VolunteerNote:
    """Return training, praise or evaluation in normal form."""
    return replace(note, content=clean_lines(note.content) or "", giver=clean_text(note.giver))


def check_note(note: VolunteerNote, today: date) -> list[FieldProblem]:
    """Return every broken rule of training, praise or evaluation in normal form."""
    problems = list(_day_problems(note.day, today))
    if not note.content:
        problems.append(FieldProblem(field="content", message="没有填写内容，请填写。"))
    if note.quarters is not None and not 0 < note.quarters <= _TRAINING_QUARTERS:
        message = f"「{hours_text(note.quarters)}」小时不对，请填实际的时长，不知道的留空。"
        problems.append(FieldProblem(field="quarters", message=message))
    return problems


def clean_hand_over(note: HandOver) -> HandOver:
    """Return a hand-over in normal form."""
    return replace(
        note,
        shift=clean_text(note.shift) or "",
        happened=clean_lines(note.happened),
        left_open=clean_lines(note.left_open),
    )


def check_hand_over(note: HandOver, today: date) -> list[FieldProblem]:
    """Return every broken rule of a hand-over in normal form."""
    return list(_hand_over_problems(note, today))


def clean_certificate(draft: CertificateDraft) -> CertificateDraft:
    """Return what a certificate is asked for with in normal form."""
    return replace(
        draft,
        manager=clean_text(draft.manager) or "",
        handler=clean_text(draft.handler) or "",
        contact=clean_text(draft.contact) or "",
    )


def check_certificate(draft: CertificateDraft, today: date) -> list[FieldProblem]:
    """Return every broken rule of what a certificate is asked for with."""
    problems = []
    if draft.last < draft.first:
        message = f"最后一天「{spoken(draft.last)}」在第一天之前，请改日期。"
        problems.append(FieldProblem(field="last", message=message))
    if draft.last > today:
        message = f"「{spoken(draft.last)}」还没有到，只能证明已经服务的时间，请改日期。"
        problems.append(FieldProblem(field="last", message=message))
    for field, words in (("manager", "负责人"), ("handler", "经办人"), ("contact", "联系方式")):
        if not getattr(draft, field):
            message = f"没有填写{words}，证明上必须写明，请填写。"
            problems.append(FieldProblem(field=field, message=message))
    for field in ("manager", "handler"):
        if getattr(draft, field):
            problems += name_problems(field, getattr(draft, field))
    return problems


def _service_problems(draft: ServiceDraft, today: date) -> Iterator[FieldProblem]:
    yield from _day_problems(draft.day, today)
    if (draft.begins is None) is not (draft.ends is None):
        message = "开始和结束的时间要么都填，要么都不填（只填时长），请补上。"
        yield FieldProblem(field="ends" if draft.begins else "begins", message=message)
        return
    span, counted = draft.span, draft.counted
    if counted <= 0:
        message = "不到一刻钟不计时长；请填开始和结束的时间，或者填服务了几小时。"
        yield FieldProblem(field="quarters", message=message)
    elif span is not None and counted > span_quarters(*span):
        message = (
            f"时长「{hours_text(counted)}」小时比开始到结束的 "
            f"{hours_text(span_quarters(*span))} 小时还长，请核对；路上的时间不计。"
        )
        yield FieldProblem(field="quarters", message=message)
    elif counted > DAY_QUARTERS:
        message = f"时长「{hours_text(counted)}」小时超过一天，请按天分开登记。"
        yield FieldProblem(field="quarters", message=message)


def _double_problems(draft: ServiceDraft, others: list[ServiceRecord]) -> Iterator[FieldProblem]:
    span = draft.span
    for other in others:
        facts = other.facts
        same_day = facts.day == draft.day
        if same_day and draft.shift_id is not None and facts.shift_id == draft.shift_id:
            message = (
                f"「{other.worker}」{spoken(facts.day)}的「{other.shift or '这一班'}」已经登记了 "
                f"{hours_text(facts.counted)} 小时，一班只计一次；要改的请打开原来那条。"
            )
            yield FieldProblem(field="day", message=message)
            return
        theirs = facts.span
        if span and theirs and span[0] < theirs[1] and theirs[0] < span[1]:
            message = (
                f"「{other.worker}」{spoken(facts.day)} {theirs[0]:%H:%M}—{theirs[1]:%H:%M} "
                "已经登记过，时间不能重叠，请改时间，或修改原来那条。"
            )
            yield FieldProblem(field="begins", message=message)
            return
    whole = sum(each.facts.counted for each in others if each.facts.day == draft.day)
    if draft.counted <= DAY_QUARTERS < whole + draft.counted:
        message = f"这一天已经登记了 {hours_text(whole)} 小时，加上这次超过 24 小时，请核对。"
        yield FieldProblem(field="quarters", message=message)


def _hand_over_problems(note: HandOver, today: date) -> Iterator[FieldProblem]:
    yield from _day_problems(note.day, today)
    if not note.shift:
        yield FieldProblem(field="shift", message="没有填写交的是哪一班，请填写，如 白班。")
    if note.given_id is None:
        yield FieldProblem(field="given_id", message="没有选交班人，请选一位。")
    if note.taken_id is None:
        yield FieldProblem(field="taken_id", message="没有选接班人，请选一位。")
    elif note.taken_id == note.given_id:
        yield FieldProblem(field="taken_id", message="交班人和接班人是同一个人，请改选一位。")
    if note.settled_on is not None:
        if note.left_open is None:
            message = "没有写要接着办的事，请先写上，或把办完日期留空。"
            yield FieldProblem(field="left_open", message=message)
        elif not note.day <= note.settled_on <= today:
            message = f"办完日期「{spoken(note.settled_on)}」应在交班那天和今天之间，请核对。"
            yield FieldProblem(field="settled_on", message=message)


def _day_problems(day: date, today: date) -> Iterator[FieldProblem]:
    if day > today:
        message = f"日期「{spoken(day)}」还没有到，只登记已经做了的，请改日期。"
        yield FieldProblem(field="day", message=message)
