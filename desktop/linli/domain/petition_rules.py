"""Rules of petitions (信访) and of the steps of their handling."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from linli.domain.contact_rules import clean_lines, clean_text, name_problems, phone_problems
from linli.domain.petition_clocks import PetitionClocks
from linli.domain.petition_flow import (
    DECIDES_ACCEPTANCE,
    WANTS_TEXT,
    WANTS_UNIT,
    Move,
    refusal,
)
from linli.domain.petitions import (
    MATTER_LENGTH,
    MOST_REPRESENTATIVES,
    Form,
    MoveDraft,
    Petition,
    PetitionDraft,
    PetitionStep,
)
from linli.domain.receptions import ReceptionVisit
from linli.domain.register_texts import spoken
from linli.domain.values.names import normalise_name
from linli.domain.values.text import tidy
from linli.errors import FieldProblem


def clean_petition(draft: PetitionDraft) -> PetitionDraft:
    """Return a petition in normal form."""
    return replace(
        draft,
        name=normalise_name(draft.name),
        phone=clean_text(draft.phone),
        address=clean_text(draft.address),
        representatives=tuple(
            dict.fromkeys(filter(None, map(normalise_name, draft.representatives)))
        ),
        matter=tidy(draft.matter),
        content=clean_lines(draft.content),
    )


def check_petition(draft: PetitionDraft, today: date) -> list[FieldProblem]:
    """Return every broken rule of a petition in normal form."""
    return list(_petition_problems(draft, today))


def joint_warning(draft: PetitionDraft) -> str:
    """Return what is to be said to several people who came together, "" if nothing is.

    It is a warning, not a refusal: what happened is recorded as it was (信访工作条例 art. 20).
    """
    if draft.form is not Form.VISIT or draft.persons < 2:
        return ""
    sent = len(draft.representatives)
    if sent > MOST_REPRESENTATIVES:
        return (
            f"代表写了 {sent} 人：多人走访反映共同的事，代表不能超过 {MOST_REPRESENTATIVES} 人"
            "（《信访工作条例》第二十条），请向来访人说明。"
        )
    if draft.persons > MOST_REPRESENTATIVES and not sent:
        return (
            f"来了 {draft.persons} 人：多人走访反映共同的事，要推选代表，不超过 "
            f"{MOST_REPRESENTATIVES} 人（《信访工作条例》第二十条），请写上代表是谁。"
        )
    return ""


def _petition_problems(draft: PetitionDraft, today: date) -> Iterator[FieldProblem]:
    yield from name_problems("name", draft.name)
    yield from phone_problems("phone", draft.phone)
    if draft.received_on > today:
        message = f"收到日期「{spoken(draft.received_on)}」还没有到，请核对。"
        yield FieldProblem(field="received_on", message=message)
    if draft.persons < max(1, len(draft.representatives)):
        message = f"人数「{draft.persons}」不对，至少 1 人，也不能比代表少，请改正。"
        yield FieldProblem(field="persons", message=message)
    for name in draft.representatives:
        yield from name_problems("representatives", name)
    if not draft.matter:
        message = "没有填写信访事项，请写几个字，如 反映征地补偿。"
        yield FieldProblem(field="matter", message=message)
    elif len(draft.matter) > MATTER_LENGTH:
        message = (
            f"信访事项写了 {len(draft.matter)} 个字，请缩到 {MATTER_LENGTH} 个字以内，"
            "详细的写在“反映的内容”里。"
        )
        yield FieldProblem(field="matter", message=message)


def from_visit(visit: ReceptionVisit) -> PetitionDraft:
    """Return the petition that a visit becomes (来访登记转入)."""
    facts = visit.facts
    first = facts.content.split("\n")[0]
    return PetitionDraft(
        form=Form.VISIT,
        received_on=facts.day,
        name=facts.name,
        resident_id=facts.resident_id,
        phone=facts.phone,
        persons=facts.persons,
        matter=first[:MATTER_LENGTH],
        content=facts.content if facts.content != first[:MATTER_LENGTH] else None,
        grid_id=facts.grid_id,
        visit_id=visit.id,
    )


# ---- steps --------------------------------------------------------------------------------


def clean_move(draft: MoveDraft) -> MoveDraft:
    """Return a step in normal form, without what its kind does not ask for."""
    extends = draft.move is Move.EXTEND
    return replace(
        draft,
        person=normalise_name(draft.person),
        unit=clean_text(draft.unit) if draft.move in WANTS_UNIT else None,
        text=clean_lines(draft.text),
        approver=clean_text(draft.approver) if extends else None,
        until=draft.until if extends else None,
        told=draft.told and draft.move in DECIDES_ACCEPTANCE,
    )


def check_move(draft: MoveDraft, petition: Petition, clocks: PetitionClocks) -> list[FieldProblem]:
    """Return every broken rule of a step in normal form."""
    return list(_move_problems(draft, petition, clocks))


def steps_for(draft: MoveDraft) -> list[PetitionStep]:
    """Return what is written down for a step: itself, and that the person was told."""
    step = PetitionStep(
        move=draft.move,
        day=draft.day,
        person=draft.person,
        unit=draft.unit,
        text=draft.text,
        approver=draft.approver,
        until=draft.until,
    )
    if not draft.told:
        return [step]
    return [step, PetitionStep(move=Move.TELL, day=draft.day, person=draft.person)]


def _move_problems(
    draft: MoveDraft, petition: Petition, clocks: PetitionClocks
) -> Iterator[FieldProblem]:
    if petition.voided_reason:
        message = f"{petition.number} 已经作废，不能再办理。"
        yield FieldProblem(field="move", message=message)
        return
    refused = refusal(petition.state, [step.move for step in petition.steps], draft.move)
    if refused:
        yield FieldProblem(field="move", message=refused)
        return
    if not draft.person:
        yield FieldProblem(field="person", message="没有填写经办人，请填写。")
    if draft.move in WANTS_UNIT and draft.unit is None:
        message = f"请填写{WANTS_UNIT[draft.move]}。"
        yield FieldProblem(field="unit", message=message)
    if draft.move in WANTS_TEXT and draft.text is None:
        message = f"请填写{WANTS_TEXT[draft.move]}。"
        yield FieldProblem(field="text", message=message)
    earliest = max((step.day for step in petition.steps), default=petition.facts.received_on)
    if not earliest <= draft.day <= clocks.today:
        message = (
            f"日期「{spoken(draft.day)}」应在上一步（{spoken(earliest)}）以后、今天以前，请核对。"
        )
        yield FieldProblem(field="day", message=message)
        return
    if draft.move is Move.EXTEND:
        yield from _extension_problems(draft, petition, clocks)
    if draft.move in (Move.ASK_REVIEW, Move.ASK_RECHECK):
        yield from _asked_too_late(draft, petition, clocks)


def _extension_problems(
    draft: MoveDraft, petition: Petition, clocks: PetitionClocks
) -> Iterator[FieldProblem]:
    clock, longest = clocks.settling(petition), clocks.longest(petition)
    if petition.facts.simple:
        message = "简易办理的不能延长；不宜简易办理的，请先在登记里改成普通办理。"
        yield FieldProblem(field="move", message=message)
        return
    if draft.approver is None:
        yield FieldProblem(field="approver", message="延长要经单位负责人批准，请填写谁批准的。")
    if draft.until is None:
        yield FieldProblem(field="until", message="请填写延长到哪一天。")
        return
    if clock is None:
        return
    if draft.day > clock.due:
        message = f"办理期限到 {spoken(clock.due)} 为止，{spoken(draft.day)} 已经过期，不能再延长。"
        yield FieldProblem(field="day", message=message)
    if draft.until <= clock.due or (longest is not None and draft.until > longest):
        most = "" if longest is None else f"，最晚 {spoken(longest)}"
        message = (
            f"延长到「{spoken(draft.until)}」不对：应在原期限 {spoken(clock.due)} 以后{most}。"
        )
        yield FieldProblem(field="until", message=message)


def _asked_too_late(
    draft: MoveDraft, petition: Petition, clocks: PetitionClocks
) -> Iterator[FieldProblem]:
    clock = clocks.asking(petition)
    if clock is not None and draft.day > clock.due:
        message = (
            f"收到书面答复是 {spoken(clock.started)}，应在 {spoken(clock.due)} 以前请求，"
            f"「{spoken(draft.day)}」已经过期，不再受理。"
        )
        yield FieldProblem(field="day", message=message)
