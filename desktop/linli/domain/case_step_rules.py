"""Rules of what is done in a case: steps, meetings, the agreement, its performance, visits."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from linli.domain.case_flow import REASONED, STEP, TRANSITIONS, Stage, Step
from linli.domain.case_rules import acceptance_problems, is_civil, not_civil
from linli.domain.case_steps import level_before, levels_above, standing_of
from linli.domain.cases import (
    LEVEL,
    Agreement,
    AgreementForm,
    Case,
    Duty,
    FollowUp,
    Level,
    Meeting,
    StepDraft,
)
from linli.domain.contact_rules import clean_lines, clean_text
from linli.domain.register_texts import spoken
from linli.domain.values.names import normalise_name
from linli.domain.values.text import tidy
from linli.errors import FieldProblem

BY_RECORD = {
    Step.INQUIRE: "填写调查记录",
    Step.MEET: "填写调解记录",
    Step.AGREE_WRITTEN: "填写调解协议",
    Step.AGREE_ORAL: "填写口头协议",
    Step.FOLLOW_UP: "填写回访记录",
}
"""Steps that are taken by saving the record of what was done, and what that is called."""
_UNITS = {
    Step.TRANSFER: "移送到哪个单位，如 西河派出所",
    Step.RISK: "报告给哪个单位，如 西河派出所",
    Step.APPLY_COURT: "向哪个法院申请，如 西河区人民法院",
}


# ---- steps --------------------------------------------------------------------------------


def clean_step(draft: StepDraft, case: Case) -> StepDraft:
    """Return a step in normal form; one that comes back goes to the level before."""
    level = draft.level if draft.step is Step.HAND_UP else None
    if draft.step is Step.HAND_BACK:
        level = level_before(case)
    return replace(
        draft,
        reason=clean_lines(draft.reason) or "",
        unit=clean_text(draft.unit) or "",
        level=level,
        until=draft.until if draft.step is Step.EXTEND else None,
        consented=draft.consented and draft.step is Step.EXTEND,
        ruling=draft.ruling if draft.step is Step.COURT_RULED else None,
        risk=draft.risk if draft.step is Step.RISK else None,
        persons=draft.persons if draft.step is Step.RISK else None,
    )


def check_step(draft: StepDraft, case: Case, today: date) -> list[FieldProblem]:
    """Return why a step in normal form cannot be taken; the machine's refusal comes alone."""
    said = standing_of(case).refusal(draft.step) or _forbidden(draft, case)
    if said is not None:
        return [FieldProblem(field="step", message=said)]
    return list(_step_problems(draft, case, today))


def needs_step(step: Step, day: date, case: Case) -> bool:
    """Whether a record of a day takes a step, or only completes what the case already stands on.

    Where the step can be taken the day must fit, unless it would lead nowhere else; where it
    cannot any more, meetings and inquiries before the last step may still be written down.
    """
    standing = standing_of(case)
    if standing.refusal(step) is None:
        led = TRANSITIONS[standing.stage].get(step, standing.stage)
        return day >= standing.last_day or led is not standing.stage
    is_late = step in (Step.MEET, Step.INQUIRE) and case.accepted_on is not None
    return not (is_late and day <= standing.last_day)


def check_moved(step: Step, old: date, new: date, case: Case) -> list[FieldProblem]:
    """Return why the step of a record cannot be moved to another day with it."""
    days = [taken.facts.day for taken in case.steps]
    for place, taken in enumerate(case.steps):
        if taken.facts.step is step and taken.facts.day == old:
            lowest = days[place - 1] if place else date.min
            highest = days[place + 1] if place + 1 < len(days) else date.max
            if not lowest <= new <= highest:
                message = (
                    f"日期改成「{spoken(new)}」就与前后的步骤对不上了，"
                    f"应在「{spoken(lowest)}」到「{spoken(min(highest, date.max))}」之间，请核对。"
                )
                return [FieldProblem(field="day", message=message)]
    return []


def refusal_of(case: Case, step: Step) -> str | None:
    """Return why a step cannot be taken in a case now, whatever is said of it; None if it can."""
    day = case.facts.registered_on
    return standing_of(case).refusal(step) or _forbidden(StepDraft(step=step, day=day), case)


def _forbidden(draft: StepDraft, case: Case) -> str | None:
    """Return why a step is not for this case at all, None if it is."""
    agreement = case.agreement
    if draft.step is Step.ACCEPT and not is_civil(case.facts):
        return not_civil(case.facts)
    if draft.step in (Step.APPLY_COURT, Step.COURT_RULED):
        if agreement is None:
            return "这件案子没有调解协议，不能申请司法确认。请先填写调解协议。"
        if draft.step is Step.APPLY_COURT and agreement.applied_on is not None:
            return (
                f"{spoken(agreement.applied_on)}已经向「{agreement.court}」申请过司法确认，"
                "不用再申请；法院有结果的，请办理「法院裁定」。"
            )
        if draft.step is Step.COURT_RULED and agreement.applied_on is None:
            return "还没有申请司法确认，不能登记法院裁定。请先办理「申请司法确认」。"
        if draft.step is Step.COURT_RULED and agreement.ruled_on is not None:
            return f"{spoken(agreement.ruled_on)}已经登记了法院裁定，不用再登记。"
    if draft.step is Step.COMPLETE and (waiting := _undone(case)):
        names = "、".join(f"{duty.who}{duty.what}" for duty in waiting[:3])
        return f"还有 {len(waiting)} 项没有履行（{names}），请先登记各项的履行日期。"
    return None


def _undone(case: Case) -> list[Duty]:
    return [duty for duty in (case.agreement.duties if case.agreement else ()) if not duty.done_on]


def _step_problems(draft: StepDraft, case: Case, today: date) -> Iterator[FieldProblem]:
    named = STEP[draft.step]
    yield from _day_problems(draft.day, case, today)
    if draft.step in REASONED and not draft.reason:
        message = f"没有写「{named}」的原因，请填写。"
        yield FieldProblem(field="reason", message=message)
    if draft.step in _UNITS and not draft.unit:
        message = f"没有填写{_UNITS[draft.step]}，请填写。"
        yield FieldProblem(field="unit", message=message)
    if draft.step is Step.ACCEPT:
        yield from acceptance_problems(case.facts)
    if draft.step is Step.HAND_UP:
        yield from _hand_up_problems(draft, case)
    if draft.step is Step.EXTEND:
        yield from _extension_problems(draft, case)
    if draft.step is Step.COURT_RULED and draft.ruling is None:
        message = "没有选择法院的裁定，请选择「裁定有效」或「裁定驳回」。"
        yield FieldProblem(field="ruling", message=message)
    if draft.persons is not None and draft.persons < 0:
        yield FieldProblem(field="persons", message="人数不能小于 0，请核对。")


def _day_problems(day: date, case: Case, today: date) -> Iterator[FieldProblem]:
    if day > today:
        yield FieldProblem(field="day", message=f"日期「{spoken(day)}」还没有到，请核对。")
    last = standing_of(case).last_day
    if day < last:
        before = STEP[case.steps[-1].facts.step] if case.steps else STEP[Step.REGISTER]
        message = f"日期「{spoken(day)}」早于上一步「{before}」的「{spoken(last)}」，请核对。"
        yield FieldProblem(field="day", message=message)


def _hand_up_problems(draft: StepDraft, case: Case) -> Iterator[FieldProblem]:
    higher = levels_above(case.level)
    if draft.level not in higher:
        names = "或".join(LEVEL[level] for level in higher)
        message = f"这件案子现在在{LEVEL[case.level]}，只能上交到{names}，请选择。"
        yield FieldProblem(field="level", message=message)
    elif draft.level in (Level.STREET, Level.FINAL) and not draft.unit:
        message = "没有填写上交到哪个单位，请填写，如 西河街道调解中心。"
        yield FieldProblem(field="unit", message=message)


def _extension_problems(draft: StepDraft, case: Case) -> Iterator[FieldProblem]:
    if draft.until is None:
        message = "没有填写延长到哪一天，请填写。"
        yield FieldProblem(field="until", message=message)
        return
    before = [t.facts.until for t in case.steps if t.facts.until is not None]
    latest = max([draft.day, *before])
    if draft.until <= latest:
        message = f"延长到的「{spoken(draft.until)}」应在「{spoken(latest)}」以后，请核对。"
        yield FieldProblem(field="until", message=message)
    if not draft.consented:
        message = "延长调解期限要各方当事人同意；都同意的，请勾选「当事人同意」。"
        yield FieldProblem(field="consented", message=message)


# ---- meetings -----------------------------------------------------------------------------


def clean_meeting(meeting: Meeting) -> Meeting:
    """Return a meeting or an inquiry in normal form."""
    return replace(
        meeting,
        hours=clean_text(meeting.hours) or "",
        place=clean_text(meeting.place) or "",
        subject=clean_text(meeting.subject) or "",
        present=_names(meeting.present),
        invited=_names(meeting.invited),
        recorder=normalise_name(meeting.recorder),
        record=clean_lines(meeting.record) or "",
        result=clean_lines(meeting.result) or "",
    )


def check_meeting(meeting: Meeting, case: Case, today: date) -> list[FieldProblem]:
    """Return every broken rule of a meeting in normal form."""
    return list(_meeting_problems(meeting, case, today))


def _meeting_problems(meeting: Meeting, case: Case, today: date) -> Iterator[FieldProblem]:
    if meeting.day > today:
        message = f"日期「{spoken(meeting.day)}」还没有到，请核对。"
        yield FieldProblem(field="day", message=message)
    begun = case.accepted_on or case.facts.registered_on
    if meeting.day < begun:
        message = f"日期「{spoken(meeting.day)}」早于受理的「{spoken(begun)}」，请核对。"
        yield FieldProblem(field="day", message=message)
    if not meeting.place:
        yield FieldProblem(field="place", message="没有填写地点，请填写。")
    if not meeting.is_inquiry and not meeting.present:
        message = "没有填写到场的当事人，请选择。"
        yield FieldProblem(field="present", message=message)
    if meeting.is_inquiry and not meeting.subject:
        message = "没有填写被调查人，请填写。"
        yield FieldProblem(field="subject", message=message)


# ---- agreement and performance ------------------------------------------------------------


def clean_agreement(agreement: Agreement) -> Agreement:
    """Return an agreement in normal form."""
    return replace(
        agreement,
        facts=clean_lines(agreement.facts) or "",
        terms=tuple(said for each in agreement.terms if (said := clean_lines(each))),
        performance=clean_lines(agreement.performance) or "",
        recorder=normalise_name(agreement.recorder),
        duties=tuple(clean_duty(duty) for duty in agreement.duties),
    )


def clean_duty(duty: Duty) -> Duty:
    """Return what is to be done in normal form."""
    return replace(
        duty, who=tidy(duty.who), what=tidy(duty.what), note=clean_lines(duty.note) or ""
    )


def check_agreement(agreement: Agreement, case: Case, today: date) -> list[FieldProblem]:
    """Return every broken rule of an agreement in normal form."""
    return list(_agreement_problems(agreement, case, today))


def _agreement_problems(agreement: Agreement, case: Case, today: date) -> Iterator[FieldProblem]:
    agreed, effective = agreement.agreed_on, agreement.effective_on
    if agreed > today:
        message = f"达成协议的日期「{spoken(agreed)}」还没有到，请核对。"
        yield FieldProblem(field="agreed_on", message=message)
    if case.accepted_on is not None and agreed < case.accepted_on:
        message = (
            f"达成协议的日期「{spoken(agreed)}」早于受理的「{spoken(case.accepted_on)}」，请核对。"
        )
        yield FieldProblem(field="agreed_on", message=message)
    if effective < agreed:
        message = f"生效日期「{spoken(effective)}」早于达成协议的「{spoken(agreed)}」，请核对。"
        yield FieldProblem(field="effective_on", message=message)
    if agreement.form is AgreementForm.ORAL and effective > agreed:
        message = (
            "口头协议自达成之日起生效（人民调解法第三十条），"
            f"生效日期应为「{spoken(agreed)}」，请核对。"
        )
        yield FieldProblem(field="effective_on", message=message)
    if agreement.form is AgreementForm.WRITTEN and not _met_before(case, agreed):
        message = f"在「{spoken(agreed)}」以前没有调解记录，请先填写调解记录，再填写书面协议。"
        yield FieldProblem(field="agreed_on", message=message)
    if not agreement.terms:
        yield FieldProblem(field="terms", message="没有填写协议内容，请至少填写一条。")
    for duty in agreement.duties:
        yield from duty_problems(duty, agreed, today)


def _met_before(case: Case, day: date) -> bool:
    return any(not meeting.is_inquiry and meeting.day <= day for meeting in case.meetings)


def duty_problems(duty: Duty, agreed: date, today: date) -> Iterator[FieldProblem]:
    """Yield what is wrong with something to be done under an agreement of a day."""
    if not duty.who or not duty.what:
        message = "履行事项要写明由谁履行、履行什么，请填写。"
        yield FieldProblem(field="duties", message=message)
    if duty.amount is not None and duty.amount < 0:
        message = f"「{duty.what}」的金额不能小于 0，请核对。"
        yield FieldProblem(field="duties", message=message)
    if duty.due is not None and duty.due < agreed:
        message = (
            f"「{duty.what}」的期限「{spoken(duty.due)}」早于达成协议的「{spoken(agreed)}」，"
            "请核对。"
        )
        yield FieldProblem(field="duties", message=message)
    if duty.done_on is not None and not agreed <= duty.done_on <= today:
        message = (
            f"「{duty.what}」的履行日期「{spoken(duty.done_on)}」应在达成协议以后、今天以前，"
            "请核对。"
        )
        yield FieldProblem(field="duties", message=message)


# ---- follow-up visits ---------------------------------------------------------------------


def clean_follow_up(visit: FollowUp) -> FollowUp:
    """Return a follow-up visit in normal form."""
    return replace(
        visit,
        visitor=normalise_name(visit.visitor),
        performance=clean_lines(visit.performance) or "",
        note=clean_lines(visit.note) or "",
    )


def check_follow_up(visit: FollowUp, case: Case, today: date) -> list[FieldProblem]:
    """Return every broken rule of a follow-up visit in normal form."""
    return list(_visit_problems(visit, case, today))


def _visit_problems(visit: FollowUp, case: Case, today: date) -> Iterator[FieldProblem]:
    if not visit.visitor:
        yield FieldProblem(field="visitor", message="没有填写回访人，请填写。")
    if visit.day > today:
        message = f"回访日期「{spoken(visit.day)}」还没有到，请核对。"
        yield FieldProblem(field="day", message=message)
    agreement = case.agreement
    if agreement is not None and visit.day < agreement.agreed_on:
        message = (
            f"回访日期「{spoken(visit.day)}」早于达成协议的「{spoken(agreement.agreed_on)}」，"
            "请核对。"
        )
        yield FieldProblem(field="day", message=message)
    if visit.next_due is not None and visit.next_due <= visit.day:
        message = f"下次回访「{spoken(visit.next_due)}」应在这次回访以后，请核对。"
        yield FieldProblem(field="next_due", message=message)


# ---- common -------------------------------------------------------------------------------


def closed_words(case: Case) -> str | None:
    """Return why nothing of a case can be changed, None if it can."""
    if case.stage is Stage.ARCHIVED:
        return "这件案子已经归档，不能再改；确实要改的，请先办理「重新启动」并写明原因。"
    if case.stage is Stage.VOID:
        return "这件案子已经作废，不能再改；需要的请另外登记一件。"
    return None


def _names(names: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for each in names if (name := tidy(each))))
