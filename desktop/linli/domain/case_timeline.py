"""The time line of a case (办理经过): every step, meeting, duty and visit, the first one on top."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from linli.domain.case_flow import STAGE, STEP, Step
from linli.domain.cases import (
    AGREEMENT_FORM,
    COURT_RULING,
    LEVEL,
    RISK,
    SATISFACTION,
    Agreement,
    Case,
    FollowUp,
    Meeting,
    TakenStep,
)

_MOST = 120
"""Characters of a record that are shown; the whole is in its form."""


@dataclass(frozen=True, kw_only=True)
class Event:
    """Something that happened in a case.

    Attributes:
        day: when.
        title: what.
        lines: what is to be said of it, a sentence each.
        by: who entered it (account), "" where no step was taken.
        meeting_id: the meeting or inquiry it is about.
        visit_id: the follow-up visit it is about.
        is_agreement: it is about the agreement.
    """

    day: date
    title: str
    lines: tuple[str, ...] = ()
    by: str = ""
    meeting_id: int | None = None
    visit_id: int | None = None
    is_agreement: bool = False


def timeline(case: Case) -> list[Event]:
    """Return what happened, by day; on one day in the order in which it was done."""
    meetings = list(case.meetings)
    visits = list(case.follow_ups)
    events = []
    for taken in case.steps:
        meeting = _taken_from(meetings, taken)
        visit = _visit_of(visits, taken)
        events.append(_event(taken, meeting, visit, case.agreement))
    events += [_meeting_event(meeting) for meeting in meetings]
    events += [_visit_event(visit) for visit in visits]
    events += _performance(case.agreement)
    return sorted(events, key=lambda event: event.day)


def _taken_from(meetings: list[Meeting], taken: TakenStep) -> Meeting | None:
    """Return the meeting that a step was, and take it off the list."""
    if taken.facts.step not in (Step.MEET, Step.INQUIRE):
        return None
    wanted = taken.facts.step is Step.INQUIRE, taken.facts.day
    found = next((each for each in meetings if (each.is_inquiry, each.day) == wanted), None)
    if found is not None:
        meetings.remove(found)
    return found


def _visit_of(visits: list[FollowUp], taken: TakenStep) -> FollowUp | None:
    """Return the visit that a step was, and take it off the list."""
    if taken.facts.step is not Step.FOLLOW_UP:
        return None
    found = next((each for each in visits if each.day == taken.facts.day), None)
    if found is not None:
        visits.remove(found)
    return found


def _event(
    taken: TakenStep, meeting: Meeting | None, visit: FollowUp | None, agreement: Agreement | None
) -> Event:
    agreed = taken.facts.step in (Step.AGREE_WRITTEN, Step.AGREE_ORAL)
    lines = [*_step_lines(taken)]
    if meeting is not None:
        lines += _meeting_lines(meeting)
    if visit is not None:
        lines += _visit_lines(visit)
    if agreed and agreement is not None:
        lines += _agreement_lines(agreement)
    return Event(
        day=taken.facts.day,
        title=_title(taken),
        lines=tuple(lines),
        by=taken.by,
        meeting_id=None if meeting is None else meeting.id,
        visit_id=None if visit is None else visit.id,
        is_agreement=agreed,
    )


def _title(taken: TakenStep) -> str:
    step, where = STEP[taken.facts.step], STAGE[taken.stage]
    return step if where in (step, f"已{step}", f"{step}中") else f"{step} → {where}"


def _step_lines(taken: TakenStep) -> Iterator[str]:
    facts = taken.facts
    if facts.level is not None or facts.unit:
        places = [LEVEL[facts.level] if facts.level else "", facts.unit]
        yield f"到：{' '.join(filter(None, places))}"
    if facts.until is not None:
        agreed = "，双方同意" if facts.consented else ""
        yield f"延长到 {facts.until.isoformat()}{agreed}"
    if facts.ruling is not None:
        yield COURT_RULING[facts.ruling]
    if facts.risk is not None:
        many = f"，涉及 {facts.persons} 人" if facts.persons else ""
        yield f"{RISK[facts.risk]}{many}"
    if facts.reason:
        yield f"原因：{_short(facts.reason)}"


def _meeting_event(meeting: Meeting) -> Event:
    title = "调查" if meeting.is_inquiry else "调解"
    lines = tuple(_meeting_lines(meeting))
    return Event(day=meeting.day, title=title, lines=lines, meeting_id=meeting.id)


def _meeting_lines(meeting: Meeting) -> Iterator[str]:
    where = " ".join(filter(None, (meeting.hours, meeting.place)))
    if where:
        yield where
    if meeting.subject:
        yield f"{'被调查人' if meeting.is_inquiry else '事由'}：{meeting.subject}"
    if meeting.present:
        yield f"{'调查人' if meeting.is_inquiry else '到场'}：{'、'.join(meeting.present)}"
    if meeting.invited:
        yield f"参加人：{'、'.join(meeting.invited)}"
    if meeting.result:
        yield f"结果：{_short(meeting.result)}"
    elif meeting.record:
        yield _short(meeting.record)


def _visit_event(visit: FollowUp) -> Event:
    return Event(day=visit.day, title="回访", lines=tuple(_visit_lines(visit)), visit_id=visit.id)


def _visit_lines(visit: FollowUp) -> Iterator[str]:
    said = SATISFACTION[visit.satisfaction] if visit.satisfaction else ""
    yield "，".join(filter(None, (f"回访人：{visit.visitor}", said)))
    if visit.performance:
        yield f"履行情况：{_short(visit.performance)}"
    if visit.note:
        yield _short(visit.note)
    if visit.next_due is not None:
        yield f"下次回访：{visit.next_due.isoformat()}"


def _agreement_lines(agreement: Agreement) -> Iterator[str]:
    yield f"{AGREEMENT_FORM[agreement.form]}，{agreement.effective_on.isoformat()} 生效"
    for number, term in enumerate(agreement.terms, 1):
        yield f"{number}. {_short(term)}"


def _performance(agreement: Agreement | None) -> Iterator[Event]:
    for duty in agreement.duties if agreement is not None else ():
        if duty.done_on is not None:
            words = f"{duty.who}：{_short(duty.what)}"
            yield Event(day=duty.done_on, title="履行一项", lines=(words,), is_agreement=True)


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _MOST else f"{line[:_MOST]}…"
