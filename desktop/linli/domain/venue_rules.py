"""Rules of venues (场地) before they are saved, and the rooms a community usually lends."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from linli.domain.contact_rules import clean_lines, clean_text, phone_problems
from linli.domain.staff import Station
from linli.domain.venues import Venue, VenueDraft, VenueKind
from linli.domain.worker_texts import parse_free_times
from linli.domain.workers import FreeTime
from linli.errors import FieldProblem, UserError

MOST_CAPACITY = 100_000
"""Persons that a place is believed to hold; a typing error makes more."""
_ROOM_WORDS = ("活动室", "阅览室", "图书", "棋牌", "健身", "舞蹈", "会议", "教室", "多功能", "乐园")
"""What stations are called whose rooms are lent."""


def clean_venue(draft: VenueDraft) -> VenueDraft:
    """Return a venue in normal form."""
    return replace(
        draft,
        name=clean_text(draft.name) or "",
        place=clean_text(draft.place),
        equipment=clean_lines(draft.equipment),
        keeper=clean_text(draft.keeper),
        phone=clean_text(draft.phone),
        open_times=tuple(sorted(draft.open_times, key=lambda each: (each.weekday, each.begins))),
        terms=clean_lines(draft.terms),
        note=clean_lines(draft.note),
    )


def check_venue(draft: VenueDraft) -> list[FieldProblem]:
    """Return every broken rule of a draft in normal form."""
    return list(_problems(draft))


def starter_venues(stations: Sequence[Station], venues: Sequence[Venue]) -> list[VenueDraft]:
    """Return the stations' rooms that are no venues yet, such as 党员活动室, as drafts."""
    names = {each.facts.name for each in venues}
    taken = {each.facts.station_id for each in venues}
    return [
        VenueDraft(
            name=each.facts.name,
            kind=VenueKind.ROOM,
            station_id=each.id,
            place=each.facts.place,
            phone=each.facts.phone,
            open_times=each.facts.open_times or _hours(each.facts.hours),
        )
        for each in stations
        if each.id not in taken
        and each.facts.name not in names
        and any(word in each.facts.name for word in _ROOM_WORDS)
    ]


def _hours(text: str | None) -> tuple[FreeTime, ...]:
    """Read a station's hours; those said in other words are left out."""
    try:
        return parse_free_times(text or "")
    except UserError:
        return ()


def _problems(draft: VenueDraft) -> Iterator[FieldProblem]:
    if not draft.name:
        message = "没有填写场地名称，请填写，如 党员活动室。"
        yield FieldProblem(field="name", message=message)
    yield from phone_problems("phone", draft.phone)
    if draft.capacity is not None and not 1 <= draft.capacity <= MOST_CAPACITY:
        message = f"可容纳「{draft.capacity}」人不对，请填 1 到 {MOST_CAPACITY:,}，不知道的留空。"
        yield FieldProblem(field="capacity", message=message)
    for each in draft.open_times:
        if each.ends <= each.begins and each.ends != each.ends.min:
            message = (
                f"开放时间「{each.begins:%H:%M}—{each.ends:%H:%M}」结束早于开始，请核对；"
                "跨过半夜的请分成两天写。"
            )
            yield FieldProblem(field="open_times", message=message)
