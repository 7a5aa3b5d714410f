"""Rules of beds and stays (养老床位) before they are saved."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from linli.domain.beds import MOST_PER_ROOM, BedDraft, BedRange, StayDraft, expand_rooms
from linli.domain.contact_rules import clean_lines, clean_text, name_problems, problems_from
from linli.domain.register_texts import spoken
from linli.domain.values.names import normalise_name
from linli.domain.values.text import tidy
from linli.errors import FieldProblem


def clean_bed(draft: BedDraft) -> BedDraft:
    """Return a bed in normal form; 室 and 床 go, since they are written with the numbers."""
    room = clean_text(draft.room)
    return replace(
        draft,
        facility=tidy(draft.facility),
        room=room.removesuffix("室") if room else None,
        number=tidy(draft.number).removesuffix("床").removesuffix("号"),
        note=clean_lines(draft.note),
    )


def clean_stay(draft: StayDraft) -> StayDraft:
    """Return a stay in normal form."""
    return replace(
        draft,
        name=normalise_name(draft.name),
        contact=clean_text(draft.contact),
        note=clean_lines(draft.note),
    )


def check_bed(draft: BedDraft) -> list[FieldProblem]:
    """Return every broken rule of a bed in normal form."""
    problems = []
    if not draft.facility:
        message = "请填写养老机构的名称，如 敬老中心。"
        problems.append(FieldProblem(field="facility", message=message))
    if not draft.number:
        problems.append(FieldProblem(field="number", message="请填写床号，如 1。"))
    return problems


def check_range(wanted: BedRange) -> list[FieldProblem]:
    """Return what is wrong with many beds at once."""
    problems = list(problems_from("rooms", lambda: expand_rooms(wanted.rooms)))
    if not tidy(wanted.facility):
        message = "请填写养老机构的名称，如 敬老中心。"
        problems.append(FieldProblem(field="facility", message=message))
    if not 1 <= wanted.per_room <= MOST_PER_ROOM:
        message = f"每间床数「{wanted.per_room}」应为 1 到 {MOST_PER_ROOM}，请核对。"
        problems.append(FieldProblem(field="per_room", message=message))
    return problems


def check_stay(draft: StayDraft, today: date) -> list[FieldProblem]:
    """Return every broken rule of a stay in normal form that can be seen without the ledger."""
    return list(_problems(draft, today))


def _problems(draft: StayDraft, today: date) -> Iterator[FieldProblem]:
    if not draft.name:
        yield FieldProblem(field="who", message="请填写谁入住，或从居民中选。")
    else:
        yield from name_problems("who", draft.name)
    if draft.since > today:
        message = f"入住日期「{spoken(draft.since)}」还没有到，请到那天再登记。"
        yield FieldProblem(field="since", message=message)
    if draft.until is None:
        return
    if draft.until > today:
        message = f"离开日期「{spoken(draft.until)}」还没有到，请到那天再登记。"
        yield FieldProblem(field="until", message=message)
    if draft.until < draft.since:
        message = (
            f"离开日期「{spoken(draft.until)}」早于入住日期「{spoken(draft.since)}」，请核对。"
        )
        yield FieldProblem(field="until", message=message)
