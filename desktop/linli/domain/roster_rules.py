"""Rules of plans and changes of rosters (值班表) before they are saved."""

from collections.abc import Iterator
from dataclasses import replace

from linli.domain.contact_rules import clean_lines, clean_text
from linli.domain.rosters import (
    ChangeKind,
    DayKind,
    PlanDraft,
    RosterChange,
    RosterRules,
    ShiftKind,
)
from linli.errors import FieldProblem

MOST_SHIFTS, MOST_NEEDED = 40, 99
_HOURS_A_DAY, _HOURS_A_WEEK, _DAYS_A_MONTH, _MONTHS = 24, 168, 31, 12
_BOUNDS = {
    "rest_hours": (0, _HOURS_A_DAY, "班间休息"),
    "most_days": (1, _DAYS_A_MONTH, "最多连续天数"),
    "fair_months": (0, _MONTHS, "轮流算上以前的月数"),
}


def clean_plan(draft: PlanDraft) -> PlanDraft:
    """Return a plan in normal form."""
    return replace(
        draft,
        name=clean_text(draft.name) or "",
        shifts=tuple(_clean_shift(shift) for shift in draft.shifts),
        worker_ids=tuple(dict.fromkeys(draft.worker_ids)),
        note=clean_lines(draft.note),
    )


def _clean_shift(shift: ShiftKind) -> ShiftKind:
    needs = {kind: shift.needs[kind] for kind in DayKind if shift.needs.get(kind)}
    return replace(
        shift, name=clean_text(shift.name) or "", skill=clean_text(shift.skill), needs=needs
    )


def check_plan(draft: PlanDraft) -> list[FieldProblem]:
    """Return every broken rule of a plan in normal form."""
    return list(_plan_problems(draft))


def _plan_problems(draft: PlanDraft) -> Iterator[FieldProblem]:
    if not draft.name:
        yield FieldProblem(field="name", message="请写值班表的名称，如 大厅值班。")
    names = [shift.name for shift in draft.shifts]
    if not names:
        yield FieldProblem(field="shifts", message="请至少加一个班次，如 白班。")
    if len(names) > MOST_SHIFTS:
        message = f"「{len(names)}」个班次太多了，一张值班表最多 {MOST_SHIFTS} 个，请分成几张。"
        yield FieldProblem(field="shifts", message=message)
    for name in sorted({name for name in names if names.count(name) > 1}):
        message = f"有两个班次都叫「{name}」，请改一个名称。"
        yield FieldProblem(field="shifts", message=message)
    for shift in draft.shifts:
        yield from _shift_problems(shift, draft)
    yield from _rule_problems(draft.rules)


def _shift_problems(shift: ShiftKind, draft: PlanDraft) -> Iterator[FieldProblem]:
    said = f"班次「{shift.name}」"
    if not shift.name:
        yield FieldProblem(field="shifts", message="有一个班次没有名称，请写上，如 白班。")
    if shift.begins == shift.ends:
        message = f"{said}的上班和下班都是「{shift.begins:%H:%M}」，请核对。"
        yield FieldProblem(field="shifts", message=message)
    if not shift.needs:
        message = f"{said}每天都不要人，请写要几个人。"
        yield FieldProblem(field="shifts", message=message)
    if any(not 0 <= count <= MOST_NEEDED for count in shift.needs.values()):
        message = f"{said}的人数要在 0 到 {MOST_NEEDED} 之间，请核对。"
        yield FieldProblem(field="shifts", message=message)
    if not shift.weekdays and not shift.on_reception:
        yield FieldProblem(field="shifts", message=f"{said}没有选星期，请至少选一天。")
    if not shift.kinds:
        yield FieldProblem(field="shifts", message=f"{said}没有选谁能值，请至少选一类人员。")
    if shift.on_reception and draft.reception_rule_id is None:
        message = f"{said}只在接待日值，请选是哪一个接待安排。"
        yield FieldProblem(field="reception_rule_id", message=message)


def _rule_problems(rules: RosterRules) -> Iterator[FieldProblem]:
    for field, (least, most, title) in _BOUNDS.items():
        value = getattr(rules, field)
        if not least <= value <= most:
            message = f"{title}「{value}」不对，请填 {least} 到 {most}。"
            yield FieldProblem(field=field, message=message)
    if rules.most_hours is not None and not 1 <= rules.most_hours <= _HOURS_A_WEEK:
        message = f"一周最多「{rules.most_hours}」小时不对，请填 1 到 {_HOURS_A_WEEK}；不限的留空。"
        yield FieldProblem(field="most_hours", message=message)


def clean_change(change: RosterChange) -> RosterChange:
    """Return a change in normal form."""
    return replace(
        change,
        agreed_by=clean_text(change.agreed_by) or "",
        reason=clean_text(change.reason) or "",
    )


def check_change(change: RosterChange) -> list[FieldProblem]:
    """Return what is missing of a change."""
    return list(_change_problems(change))


def _change_problems(change: RosterChange) -> Iterator[FieldProblem]:
    if change.leaves_id == change.comes_id:
        yield FieldProblem(field="comes_id", message="请选另外一个人来值班。")
    if not change.agreed_by:
        yield FieldProblem(field="agreed_by", message="请写是谁同意的，如 带班领导的姓名。")
    if not change.reason:
        yield FieldProblem(field="reason", message="请写原因，如 家里有事。")
    if change.kind is ChangeKind.SWAP and (
        change.other_day is None or change.other_shift_id is None
    ):
        yield FieldProblem(
            field="other_day", message="换班要写换来的是哪一天哪一班；只是替班请选替班。"
        )
