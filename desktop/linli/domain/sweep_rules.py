"""Rules of sweeps (排查) and of what they find, and the case that a finding becomes."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from linli.domain.cases import DISPUTE_TABLE, CaseDraft, Party, Side, Source
from linli.domain.codes import code_table
from linli.domain.contact_rules import clean_lines, clean_text, name_problems
from linli.domain.register_texts import spoken
from linli.domain.sweeps import Finding, FindingDraft, Handling, Named, SweepDraft
from linli.domain.values.names import normalise_name
from linli.errors import FieldProblem

MOST_HOUSEHOLDS = 100_000
"""More households than a community has: a typing error."""
_TITLE_NAMES = 2


def clean_sweep(draft: SweepDraft) -> SweepDraft:
    """Return a sweep in normal form."""
    return replace(
        draft,
        hours=clean_text(draft.hours),
        goers=tuple(dict.fromkeys(filter(None, map(normalise_name, draft.goers)))),
        scope=clean_lines(draft.scope),
        note=clean_lines(draft.note),
        findings=tuple(map(clean_finding, draft.findings)),
    )


def clean_finding(draft: FindingDraft) -> FindingDraft:
    """Return a finding in normal form; nobody is named twice."""
    people = (replace(one, name=normalise_name(one.name)) for one in draft.people)
    return replace(
        draft,
        place=clean_text(draft.place),
        content=clean_lines(draft.content) or "",
        people=tuple(dict.fromkeys(one for one in people if one.name)),
        unit=clean_text(draft.unit) if draft.handling is Handling.HANDED_ON else None,
    )


def check_sweep(draft: SweepDraft, today: date) -> list[FieldProblem]:
    """Return every broken rule of a sweep in normal form; its findings have their own form."""
    return list(_sweep_problems(draft, today))


def check_finding(draft: FindingDraft) -> list[FieldProblem]:
    """Return every broken rule of a finding in normal form."""
    return list(_finding_problems(draft))


def _sweep_problems(draft: SweepDraft, today: date) -> Iterator[FieldProblem]:
    if draft.day > today:
        message = f"排查日期「{spoken(draft.day)}」还没有到，请核对。"
        yield FieldProblem(field="day", message=message)
    if not draft.goers:
        yield FieldProblem(field="goers", message="没有填写谁去排查的，请填写姓名。")
    for name in draft.goers:
        yield from name_problems("goers", name)
    if not 0 <= draft.households <= MOST_HOUSEHOLDS:
        message = f"走访户数「{draft.households}」不对，请填 0 到 {MOST_HOUSEHOLDS}。"
        yield FieldProblem(field="households", message=message)
    for place, finding in enumerate(draft.findings, 1):
        for problem in check_finding(finding):
            yield FieldProblem(field="findings", message=f"第 {place} 件：{problem.message}")


def _finding_problems(draft: FindingDraft) -> Iterator[FieldProblem]:
    if not draft.content:
        message = "没有填写是什么矛盾纠纷，请写几个字。"
        yield FieldProblem(field="content", message=message)
    if draft.kind_code not in code_table(DISPUTE_TABLE).names:
        message = "请从列表里选一个纠纷类型，如 邻里、物业。"
        yield FieldProblem(field="kind_code", message=message)
    for one in draft.people:
        yield from name_problems("people", one.name)
    if draft.handling is Handling.HANDED_ON and draft.unit is None:
        yield FieldProblem(field="unit", message="请写上转给了哪个部门，如 派出所。")


def case_from(finding: Finding, today: date) -> CaseDraft:
    """Return the case that a finding becomes: whoever is named first applies, the others answer."""
    facts = finding.facts
    kind = code_table(DISPUTE_TABLE).label(facts.kind_code)
    names = [one.name for one in facts.people]
    who = "与".join(names[:_TITLE_NAMES]) + ("等人" if len(names) > _TITLE_NAMES else "")
    return CaseDraft(
        title=f"{who or facts.place or '排查发现的'}{kind}纠纷",
        registered_on=today,
        occurred_on=finding.day,
        place=facts.place,
        grid_id=finding.grid_id,
        kind_code=facts.kind_code,
        source=Source.SWEEP,
        persons=max(2, len(names)),
        summary=facts.content,
        parties=tuple(_party(one, place) for place, one in enumerate(facts.people)),
    )


def _party(one: Named, place: int) -> Party:
    return Party(
        side=Side.RESPONDENT if place else Side.APPLICANT,
        name=one.name,
        resident_id=one.resident_id,
    )
