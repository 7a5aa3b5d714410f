"""Events as they are printed: sheets to sign, attendance, the ledger, the notice for the door."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from linli.domain.codes import code_table
from linli.domain.events import (
    EVENT_STATE,
    EVENT_TABLE,
    ROLE,
    Event,
    EventState,
    EventSum,
    Guest,
    Role,
    sums_of,
)
from linli.domain.hours import hours_text
from linli.domain.register_texts import NAME, NUMBER, PHONE, PLACE, spoken
from linli.domain.registers import Align, Holds, Register, RegisterColumn, RegisterGroup
from linli.domain.venue_lists import clock_text, span_text

_SIGN_SIZE = 14.0  # pt
_SIGN_HEIGHT = 13.0  # mm: room for a signature
_SIGN_COLUMNS = (
    replace(NUMBER, width=14, size=_SIGN_SIZE),
    replace(NAME, width=38, size=_SIGN_SIZE),
    RegisterColumn(title="住址/单位", width=46, share=1, size=_SIGN_SIZE, holds=Holds.PRIVATE),
    RegisterColumn(title="电话", width=36, size=_SIGN_SIZE, holds=Holds.PHONE),
    RegisterColumn(title="签名", width=36, size=_SIGN_SIZE),
)
_GUEST_COLUMNS = (
    NUMBER,
    NAME,
    replace(PLACE, title="住址/单位", width=46, holds=Holds.PRIVATE),
    PHONE,
    RegisterColumn(title="身份", width=22, align=Align.CENTER),
    RegisterColumn(title="到场", width=18, align=Align.CENTER),
    RegisterColumn(title="时长", width=16, align=Align.RIGHT),
)
_EVENT_COLUMNS = (
    NUMBER,
    RegisterColumn(title="时间", width=28),
    RegisterColumn(title="类别", width=22),
    RegisterColumn(title="活动", width=44, share=3),
    RegisterColumn(title="地点", width=32, share=1),
    RegisterColumn(title="组织者", width=30, share=1),
    RegisterColumn(title="主讲人", width=24, holds=Holds.NAME),
    RegisterColumn(title="人次", width=16, align=Align.RIGHT),
    RegisterColumn(title="资料", width=16, align=Align.RIGHT),
    RegisterColumn(title="小结", width=36, share=2, holds=Holds.PRIVATE),
)


def day_text(event: Event) -> str:
    """Return when an event is, as lists have it: 2026-12-03 9:00—11:00."""
    begins, ends = event.facts.begins, event.facts.ends
    last = "" if ends.date() == begins.date() else f"{ends.date().isoformat()} "
    return f"{begins.date().isoformat()} {clock_text(begins)}—{last}{clock_text(ends)}"


def present_text(guest: Guest) -> str:
    """Return 到, 未到, or nothing where nobody has said."""
    present = guest.facts.present
    return "" if present is None else "到" if present else "未到"


def served_text(event: Event, guest: Guest) -> str:
    """Return the hours of who helped and came; nothing of others."""
    facts = guest.facts
    if facts.role is not Role.HELPER or not facts.present:
        return ""
    return hours_text(quarters_of(event) if facts.quarters is None else facts.quarters)


def quarters_of(event: Event) -> int:
    """Return how long an event is planned to last, in quarters of an hour, rounded."""
    return round((event.facts.ends - event.facts.begins).total_seconds() / 900)


def coming_text(events: Sequence[Event], today: date) -> str:
    """Return what is on today and tomorrow: 今天 15:00 普法讲座（党员活动室）；明天 9:00 义诊.

    Args:
        events: in any order; those of other days, and those called off, are left out.
        today: the day.
    """
    days = {today: "今天", today + timedelta(days=1): "明天"}
    found = [
        each
        for each in events
        if each.facts.begins.date() in days and each.state is not EventState.CALLED_OFF
    ]
    return "；".join(
        f"{days[each.facts.begins.date()]} {clock_text(each.facts.begins)} {each.facts.title}"
        + (f"（{each.where}）" if each.where else "")
        for each in sorted(found, key=lambda each: (each.facts.begins, each.id))
    )


def sums_text(sums: Sequence[EventSum]) -> str:
    """Return 法治宣传教育 2 场 56 人次；合计 2 场，56 人次，发放资料 90 份."""
    if not sums:
        return ""
    table = code_table(EVENT_TABLE)
    parts = [
        f"{table.label(each.kind_code)} {each.count:,} 场 {each.headcount:,} 人次" for each in sums
    ]
    whole = f"合计 {sum(each.count for each in sums):,} 场"
    whole += f"，{sum(each.headcount for each in sums):,} 人次"
    materials = sum(each.materials for each in sums)
    if materials:
        whole += f"，发放资料 {materials:,} 份"
    return f"{'，'.join(parts)}；{whole}"


def sign_in_register(
    event: Event, guests: Sequence[Guest], places: Mapping[int, str], *, blank: int
) -> Register:
    """Return the sheet to sign (签到表) for A4: who is on the list, then blank lines.

    Args:
        event: what is signed in to.
        guests: in the order of the list.
        places: where they live or work, by the number of their line.
        blank: how many blank lines follow.
    """
    groups = []
    for role in (Role.SPEAKER, Role.GUEST, Role.HELPER):
        own = [each for each in guests if each.facts.role is role]
        rows = [
            (str(number), each.facts.name, _place(each, places), each.facts.phone or "", "")
            for number, each in enumerate(own, start=1)
        ]
        if role is Role.GUEST:
            rows += [(str(len(own) + number), "", "", "", "") for number in range(1, blank + 1)]
        if rows:
            groups.append(RegisterGroup(rows=rows, heading=_SIGN_HEADING[role]))
    if len(groups) == 1:
        groups = [replace(groups[0], heading="")]
    return Register(
        title=f"{event.facts.title}签到表",
        subtitle=_head(event),
        columns=_SIGN_COLUMNS,
        groups=tuple(groups),
        row_height=_SIGN_HEIGHT,
    )


_SIGN_HEADING = {Role.SPEAKER: "主讲人", Role.GUEST: "参加人员", Role.HELPER: "志愿者"}


def attendance_register(
    event: Event, guests: Sequence[Guest], places: Mapping[int, str]
) -> Register:
    """Return who was on the list and who came (参加人员名单), for A4.

    Args:
        event: what they came to.
        guests: in the order of the list.
        places: where they live or work, by the number of their line.
    """
    rows = [
        (
            str(number),
            each.facts.name,
            _place(each, places),
            each.facts.phone or "",
            ROLE[each.facts.role],
            present_text(each),
            served_text(event, each),
        )
        for number, each in enumerate(guests, start=1)
    ]
    came = sum(bool(each.facts.present) for each in guests)
    foot = f"合计：名单 {len(rows)} 人，到场 {came} 人"
    if event.outcome:
        foot += f"；参加活动 {event.outcome.headcount:,} 人次"
        if event.outcome.materials:
            foot += f"，发放资料 {event.outcome.materials:,} 份"
    return Register(
        title=f"{event.facts.title}参加人员名单",
        subtitle=_head(event),
        columns=_GUEST_COLUMNS,
        groups=(RegisterGroup(rows=rows),),
        foot_note=foot,
    )


def event_register(events: Sequence[Event], *, title: str) -> Register:
    """Return events (活动台账) in the order given with the sums below, for A4 across."""
    table = code_table(EVENT_TABLE)
    rows = [
        (
            str(number),
            day_text(each),
            table.label(each.facts.kind_code),
            each.facts.title,
            each.where,
            each.who,
            each.facts.speaker or "",
            f"{each.outcome.headcount:,}" if each.outcome else EVENT_STATE[each.state],
            f"{each.outcome.materials:,}" if each.outcome and each.outcome.materials else "",
            _line(each.reason or (each.outcome.summary if each.outcome else None)),
        )
        for number, each in enumerate(events, start=1)
    ]
    sums = sums_text(sums_of(events))
    return Register(
        title=title,
        columns=_EVENT_COLUMNS,
        groups=(RegisterGroup(rows=rows),),
        foot_note=f"已举办：{sums}。" if sums else "",
    )


@dataclass(frozen=True, kw_only=True)
class EventSheet:
    """The notice of an event for the door (活动通知).

    Attributes:
        title: what is held.
        facts: (name, text) of what there is to know, in order.
        content: what happens, in paragraphs; "" for nothing.
        invitation: what stands large below.
        hotline: whom to ask, or nothing.
        issuer: the community.
        day: the day of the notice.
    """

    title: str
    facts: tuple[tuple[str, str], ...]
    content: str
    invitation: str
    hotline: str
    issuer: str
    day: str

    def texts(self) -> tuple[str, ...]:
        """Return every text of it."""
        facts = (text for fact in self.facts for text in fact)
        own = (self.title, self.content, self.invitation, self.hotline, self.issuer, self.day)
        return (*own, *facts)


def event_sheet(event: Event, *, community: str, hotline: str, made: date) -> EventSheet:
    """Return the notice of an event for the door.

    Args:
        event: one that is still to come.
        community: who invites.
        hotline: the hall's number where the event names none; "" for nothing.
        made: the day of the notice.
    """
    facts = event.facts
    said = (
        ("时间", span_text(facts.begins, facts.ends).replace("）", "）\n", 1)),
        ("地点", event.where),
        ("主讲", facts.speaker or ""),
        ("组织", event.who),
        ("联系人", facts.leader or ""),
    )
    return EventSheet(
        title=facts.title,
        facts=tuple((name, text) for name, text in said if text),
        content=(facts.content or "").strip(),
        invitation="欢迎居民朋友参加",
        hotline=facts.phone or hotline,
        issuer=community,
        day=spoken(made),
    )


def _place(guest: Guest, places: Mapping[int, str]) -> str:
    """Return where somebody lives, of others what is noted of them: the unit."""
    return places.get(guest.id) or _line(guest.facts.note)


def _head(event: Event) -> str:
    return "　".join(filter(None, (span_text(event.facts.begins, event.facts.ends), event.where)))


def _line(text: str | None) -> str:
    return (text or "").replace("\n", "；")
