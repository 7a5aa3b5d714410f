"""Rules of information slips (信息报送单) and of the steps of their handling."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from linli.domain.codes import code_table
from linli.domain.contact_rules import clean_lines, clean_text, name_problems
from linli.domain.register_texts import spoken
from linli.domain.reports import (
    MOST_DAYS,
    REPORT_TABLE,
    STATE_LABELS,
    URGENCY_LABELS,
    Report,
    ReportDraft,
    ReportRules,
    ReportState,
    ReportStep,
    StepDraft,
    between,
    next_states,
)
from linli.domain.values.names import normalise_name
from linli.errors import FieldProblem


def clean_report(draft: ReportDraft) -> ReportDraft:
    """Return a slip in normal form."""
    return replace(
        draft,
        informant=normalise_name(draft.informant),
        place=clean_text(draft.place),
        content=clean_lines(draft.content) or "",
    )


def check_report(draft: ReportDraft, today: date) -> list[FieldProblem]:
    """Return every broken rule of a slip in normal form."""
    problems = list(name_problems("informant", draft.informant))
    if draft.kind_code not in code_table(REPORT_TABLE).names:
        message = "请选择类别：民生、经济、稳定、计生、卫生。"
        problems.append(FieldProblem(field="kind_code", message=message))
    if not draft.content:
        message = "没有填写信息内容，请填写。"
        problems.append(FieldProblem(field="content", message=message))
    if draft.day > today:
        message = f"报送日期「{spoken(draft.day)}」还没有到，请核对。"
        problems.append(FieldProblem(field="day", message=message))
    return problems


def clean_step(draft: StepDraft) -> StepDraft:
    """Return a step in normal form."""
    return replace(
        draft,
        person=(draft.person or "").strip(),
        whom=clean_text(draft.whom),
        text=clean_lines(draft.text),
        why_skipped=clean_text(draft.why_skipped),
    )


def check_step(draft: StepDraft, report: Report, today: date) -> list[FieldProblem]:
    """Return every broken rule of a step in normal form."""
    return list(_step_problems(draft, report, today))


def steps_for(draft: StepDraft, report: Report) -> list[ReportStep]:
    """Return what is written down for a step: what is passed over, then the step itself."""
    skipped = [
        ReportStep(
            state=state, day=draft.day, person=draft.person, text=draft.why_skipped, skipped=True
        )
        for state in between(report.state, draft.to)
    ]
    step = ReportStep(
        state=draft.to, day=draft.day, person=draft.person, whom=draft.whom, text=draft.text
    )
    return [*skipped, step]


def check_rules(rules: ReportRules) -> list[FieldProblem]:
    """Return what is wrong with the days of a hall."""
    return [
        FieldProblem(
            field=urgency.value,
            message=f"{URGENCY_LABELS[urgency]}的天数「{days}」应为 1 到 {MOST_DAYS}，请核对。",
        )
        for urgency, days in rules.days.items()
        if not 1 <= days <= MOST_DAYS
    ]


def _step_problems(draft: StepDraft, report: Report, today: date) -> Iterator[FieldProblem]:
    now = STATE_LABELS[report.state]
    if not report.is_open:
        yield FieldProblem(field="to", message=f"{report.number} 已经办结或作废，不能再办。")
        return
    if draft.to not in next_states(report.state):
        message = f"现在是“{now}”，不能变成“{STATE_LABELS[draft.to]}”，请选后面的一步。"
        yield FieldProblem(field="to", message=message)
        return
    passed = between(report.state, draft.to)
    if passed and draft.why_skipped is None:
        names = "、".join(f"“{STATE_LABELS[state]}”" for state in passed)
        message = f"从“{now}”到“{STATE_LABELS[draft.to]}”跳过了{names}，请写明原因，如 就地解决。"
        yield FieldProblem(field="why_skipped", message=message)
    if not draft.person:
        yield FieldProblem(field="person", message="没有填写经办人，请填写。")
    if draft.to is ReportState.SUBMITTED and draft.whom is None:
        message = "没有填写报给谁，请填写，如 街道综治办。"
        yield FieldProblem(field="whom", message=message)
    if draft.to is ReportState.ANSWERED and draft.text is None:
        message = "没有填写反馈的内容，请填写。"
        yield FieldProblem(field="text", message=message)
    earliest = max((step.day for step in report.steps), default=report.facts.day)
    if not max(earliest, report.facts.day) <= draft.day <= today:
        message = f"日期「{spoken(draft.day)}」应在上一步以后、今天以前，请核对。"
        yield FieldProblem(field="day", message=message)
