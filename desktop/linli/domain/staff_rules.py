"""Rules of staff (工作人员) and stations (援助站点) before they are saved."""

from collections.abc import Iterator
from dataclasses import replace

from linli.domain.contact_rules import clean_lines, clean_text, name_problems, phone_problems
from linli.domain.staff import StaffDraft, StationDraft
from linli.domain.values.names import normalise_name
from linli.errors import FieldProblem


def clean_staff(draft: StaffDraft) -> StaffDraft:
    """Return a member of staff in normal form."""
    return replace(
        draft,
        name=normalise_name(draft.name),
        post=clean_text(draft.post),
        number=clean_text(draft.number),
        office=clean_text(draft.office),
        phone=clean_text(draft.phone),
        promise=clean_lines(draft.promise),
    )


def check_staff(draft: StaffDraft) -> list[FieldProblem]:
    """Return every broken rule of a draft in normal form."""
    return [*name_problems("name", draft.name), *phone_problems("phone", draft.phone)]


def clean_station(draft: StationDraft) -> StationDraft:
    """Return a station in normal form."""
    return StationDraft(
        name=clean_text(draft.name) or "",
        phone=clean_text(draft.phone),
        advice_phone=clean_text(draft.advice_phone),
        place=clean_text(draft.place),
        hours=clean_lines(draft.hours),
        services=clean_lines(draft.services),
        open_times=tuple(sorted(draft.open_times, key=lambda each: (each.weekday, each.begins))),
    )


def check_station(draft: StationDraft) -> list[FieldProblem]:
    """Return every broken rule of a draft in normal form."""
    return list(_station_problems(draft))


def _station_problems(draft: StationDraft) -> Iterator[FieldProblem]:
    if not draft.name:
        yield FieldProblem(field="name", message="没有填写站点名称，请填写，如“警务室”。")
    yield from phone_problems("phone", draft.phone)
    yield from phone_problems("advice_phone", draft.advice_phone)
    for each in draft.open_times:
        if each.ends <= each.begins:
            message = (
                f"开放时间「{each.begins:%H:%M}—{each.ends:%H:%M}」结束早于开始，请核对；"
                "跨过半夜的请分成两天写。"
            )
            yield FieldProblem(field="open_times", message=message)
