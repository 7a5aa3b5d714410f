"""The clocks of a mediation case (调解期限): what of its life starts and stops which limit."""

from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from datetime import date

from linli.domain.case_flow import SETTLED, Stage, Step
from linli.domain.cases import Agreement, AgreementForm, Case, CourtRuling
from linli.domain.clocks import Clock, Subject, clocks_from
from linli.domain.limits import Area, Limits
from linli.domain.working_days import Calendar

SETTLE = "mediation.settle"
"""The limit that the parties can agree to make longer."""
_TRIED = frozenset({Stage.ACCEPTED, Stage.INQUIRY, Stage.MEDIATION})
"""Stages in which mediation goes on."""
_AGREED = SETTLED | {Stage.ARCHIVED}
"""Stages in which an agreement counts, if there is one."""
_TO_FILE = frozenset(
    {Stage.FOLLOWED, Stage.REFUSED, Stage.FAILED, Stage.DECLINED}
    | {Stage.TRANSFERRED, Stage.SETTLED_ABOVE}
)
"""Stages after which the file is bound."""
_PERFORMANCE = frozenset({Step.PERFORM, Step.COMPLETE, Step.BREACH, Step.REOPEN})
"""Steps of which the last says whether all duties are done."""
_LONGEST_DETAIL = 16
"""Characters of what is to be done that a clock's name takes."""

_Days = dict[str, date]


def clocks_of(case: Case, limits: Limits, calendar: Calendar, today: date) -> list[Clock]:
    """Return the clocks of a case: those that run, and those that have stopped.

    Of a filed case only what was done is left, and the rights of the parties, which outlive the
    file; of a void one nothing.
    """
    if case.stage is Stage.VOID:
        return []
    subject = Subject(
        area=Area.MEDIATION,
        id=case.id,
        number="" if case.number is None else str(case.number),
        title=case.facts.title,
        who=next((each.name for each in case.facts.mediators if each.presides), ""),
    )
    until = _extended(case)
    found = clocks_from(
        subject,
        _events(case),
        limits,
        calendar,
        today,
        extended={} if until is None else {SETTLE: until},
    )
    if case.agreement is not None and case.stage in _AGREED:
        for detail, days in (*_duties(case, case.agreement), *_visits(case)):
            found += clocks_from(subject, days, limits, calendar, today, detail=detail)
    filed = case.stage is Stage.ARCHIVED
    return [clock for clock in found if clock.done or clock.is_right or not filed]


def _events(case: Case) -> _Days:
    """Return the days of what happens once in a case."""
    started, ended = _stay(case, _TRIED)
    days = {
        "registered": case.facts.registered_on,
        "decided": _stay(case, {Stage.REGISTERED})[1],
        "accepted": started,
        "ended": ended,
        "closed": _stay(case, _TO_FILE)[0],
        "filed": case.day_of(Step.ARCHIVE) if case.stage is Stage.ARCHIVED else None,
    }
    agreement = case.agreement
    if agreement is not None and case.stage in _AGREED:
        visits = [visit.day for visit in case.follow_ups if visit.day >= agreement.agreed_on]
        days |= {"agreed": agreement.agreed_on, "visited": min(visits, default=None)}
        if agreement.form is AgreementForm.WRITTEN:
            days |= {
                "effective": agreement.effective_on,
                "applied_court": agreement.applied_on,
                "court_ruled": agreement.ruled_on,
            }
    return _known(days)


def _duties(case: Case, agreement: Agreement) -> Iterator[tuple[str, _Days]]:
    """Yield what each duty is, and its days; all are done once the case is performed."""
    told = [each.facts for each in case.steps if each.facts.step in _PERFORMANCE]
    all_done = told[-1].day if told and told[-1].step is Step.COMPLETE else None
    confirmed = agreement.ruling is CourtRuling.CONFIRMED
    for duty in agreement.duties:
        if duty.due is not None:
            days = {
                "duty_due": duty.due,
                "enforceable": duty.due if confirmed else None,
                "duty_done": duty.done_on or all_done,
            }
            yield _short(duty.what), _known(days)


def _visits(case: Case) -> Iterator[tuple[str, _Days]]:
    """Yield the days of each visit that was agreed on at the one before."""
    for visit in case.follow_ups:
        if visit.next_due is not None:
            later = [each.day for each in case.follow_ups if each.day > visit.day]
            days = {"visit_due": visit.next_due, "visit_done": min(later, default=None)}
            yield "", _known(days)


def _stay(case: Case, stages: AbstractSet[Stage]) -> tuple[date | None, date | None]:
    """Return when the case last came into these stages from others, and when it left them."""
    day, inside = case.facts.registered_on, Stage.REGISTERED in stages
    since, left = (day if inside else None), None
    for taken in case.steps:
        if (taken.stage in stages) is not inside:
            inside = not inside
            since, left = (taken.facts.day, None) if inside else (since, taken.facts.day)
    return since, left


def _extended(case: Case) -> date | None:
    """Return to which day the parties agreed to go on, of the mediation that runs or ran last."""
    until = None
    inside = False
    for taken in case.steps:
        if (taken.stage in _TRIED) is not inside:
            inside = not inside
            until = None if inside else until
        if taken.facts.step is Step.EXTEND:
            until = taken.facts.until
    return until


def _known(days: Mapping[str, date | None]) -> _Days:
    return {key: day for key, day in days.items() if day is not None}


def _short(text: str) -> str:
    plain = " ".join(text.split())
    return plain if len(plain) <= _LONGEST_DETAIL else f"{plain[:_LONGEST_DETAIL]}…"
