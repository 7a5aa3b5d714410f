"""Rules of equipment and drills (装备、演练) before they are saved."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from linli.domain.contact_rules import clean_lines, clean_text
from linli.domain.equipment import (
    MOST_MINUTES,
    MOST_PIECES,
    DrillDraft,
    Equipment,
    EquipmentDraft,
    IssueDraft,
)
from linli.domain.register_texts import spoken
from linli.domain.teams import MOST_PEOPLE
from linli.domain.values.text import tidy
from linli.errors import FieldProblem


def clean_equipment(draft: EquipmentDraft) -> EquipmentDraft:
    """Return a thing in normal form."""
    return replace(
        draft, item=tidy(draft.item), unit=tidy(draft.unit) or "件", note=clean_text(draft.note)
    )


def check_equipment(draft: EquipmentDraft, issued: int = 0) -> list[FieldProblem]:
    """Return every broken rule of a thing of which `issued` are with members."""
    problems = []
    if not draft.item:
        message = "没有填写装备名称，请填写，如 头盔。"
        problems.append(FieldProblem(field="item", message=message))
    if not 0 <= draft.quantity <= MOST_PIECES:
        message = f"数量「{draft.quantity}」应为 0 到 {MOST_PIECES:,}，请核对。"
        problems.append(FieldProblem(field="quantity", message=message))
    elif draft.quantity < issued:
        message = f"数量「{draft.quantity}」比已经发出的 {issued} 少，请先登记归还，或更正数量。"
        problems.append(FieldProblem(field="quantity", message=message))
    return problems


def clean_issue(draft: IssueDraft) -> IssueDraft:
    """Return an issue in normal form."""
    return replace(draft, note=clean_text(draft.note))


def check_issue(
    draft: IssueDraft, thing: Equipment, today: date, *, own: int = 0
) -> list[FieldProblem]:
    """Return every broken rule of an issue.

    Args:
        draft: in normal form.
        thing: what is given.
        today: the day.
        own: how many of those that are out belong to this issue already.
    """
    return list(_issue_problems(draft, thing, today, own))


def clean_drill(draft: DrillDraft) -> DrillDraft:
    """Return a drill in normal form."""
    return replace(
        draft,
        topic=tidy(draft.topic),
        place=clean_text(draft.place),
        summary=clean_lines(draft.summary),
    )


def check_drill(draft: DrillDraft, today: date) -> list[FieldProblem]:
    """Return every broken rule of a drill in normal form."""
    return list(_drill_problems(draft, today))


def _issue_problems(
    draft: IssueDraft, thing: Equipment, today: date, own: int
) -> Iterator[FieldProblem]:
    left = thing.left + own
    if draft.quantity < 1:
        message = f"数量「{draft.quantity}」应为 1 或更多，请核对。"
        yield FieldProblem(field="quantity", message=message)
    elif draft.returned_on is None and draft.quantity > left:
        message = (
            f"{thing.facts.item}库存只有 {left} {thing.facts.unit}，发不出 {draft.quantity}，"
            "请核对数量，或先登记归还。"
        )
        yield FieldProblem(field="quantity", message=message)
    if draft.issued_on > today:
        message = f"发放日期「{spoken(draft.issued_on)}」还没有到，请核对。"
        yield FieldProblem(field="issued_on", message=message)
    if draft.returned_on is not None and not draft.issued_on <= draft.returned_on <= today:
        message = f"归还日期「{spoken(draft.returned_on)}」应在发放以后、今天以前，请核对。"
        yield FieldProblem(field="returned_on", message=message)


def _drill_problems(draft: DrillDraft, today: date) -> Iterator[FieldProblem]:
    if not draft.topic:
        message = "没有填写演练内容，请填写，如 消防疏散演练。"
        yield FieldProblem(field="topic", message=message)
    if draft.day > today:
        message = f"演练日期「{spoken(draft.day)}」还没有到，请在演练以后登记。"
        yield FieldProblem(field="day", message=message)
    for field, figure in (("expected", draft.expected), ("present", draft.present)):
        if not 0 <= figure <= MOST_PEOPLE:
            message = f"人数「{figure}」应为 0 到 {MOST_PEOPLE:,}，请核对。"
            yield FieldProblem(field=field, message=message)
    if draft.minutes is not None and not 0 <= draft.minutes <= MOST_MINUTES:
        message = f"集结用时「{draft.minutes}」分钟应为 0 到 {MOST_MINUTES:,}，请核对。"
        yield FieldProblem(field="minutes", message=message)
