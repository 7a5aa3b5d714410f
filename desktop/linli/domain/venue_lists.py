"""Venues and bookings as they are printed: lists, the week's plan for all, for a door, a slip."""

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta

from linli.domain.letters import Letter, LetterLine, body, fact, sign
from linli.domain.reception_lists import day_words
from linli.domain.reception_rules import WEEKDAYS
from linli.domain.register_texts import NUMBER, spoken, spoken_day
from linli.domain.registers import Align, Holds, Register, RegisterColumn, RegisterGroup
from linli.domain.roster_papers import DoorSheet
from linli.domain.roster_sheet import WallDay, WallLine
from linli.domain.rosters import DayKind
from linli.domain.values.names import mask_name, surname_of
from linli.domain.venues import VENUE_KIND, Booking, Venue
from linli.domain.worker_texts import free_times_text

_VENUE_COLUMNS = (
    NUMBER,
    RegisterColumn(title="场地", width=34, share=1),
    RegisterColumn(title="类别", width=22),
    RegisterColumn(title="提供单位", width=30, share=1),
    RegisterColumn(title="地点", width=30, share=1),
    RegisterColumn(title="容纳", width=14, align=Align.RIGHT),
    RegisterColumn(title="设备", width=30, share=1),
    RegisterColumn(title="开放时间", width=36, share=1),
    RegisterColumn(title="管理人", width=22, holds=Holds.NAME),
    RegisterColumn(title="电话", width=32, holds=Holds.PHONE),
)
_BOOKING_COLUMNS = (
    NUMBER,
    RegisterColumn(title="时间", width=36),
    RegisterColumn(title="场地", width=38, share=1),
    RegisterColumn(title="用途", width=44, share=2),
    RegisterColumn(title="使用单位或个人", width=40, share=1, holds=Holds.NAME),
    RegisterColumn(title="电话", width=32, holds=Holds.PHONE),
    RegisterColumn(title="人数", width=16, align=Align.RIGHT),
)
_DAY_WIDTH = 31.0  # mm
_MISSING = "（未填）"
_FREE = "空闲"
_LONGEST_NAME = 4  # characters of a person's name without a dot
_UNITS = (
    *("队", "团", "部", "社", "所", "院", "处", "站", "组", "班", "委", "办", "店", "厂", "局"),
    *(
        "区",
        "总支",
        "支部",
        "学校",
        "小学",
        "中学",
        "公司",
        "中心",
        "妇联",
        "物业",
        "协会",
        "商会",
        "委会",
    ),
)
"""How names of units end; what else is short is taken for a person's."""
_DOOR_NOTE = "使用前请到社区登记，用后关好门窗、电灯，带走垃圾。"


def clock_text(at: datetime | time) -> str:
    """Return 9:00, as times are spoken and written on notices."""
    return f"{at.hour}:{at.minute:02d}"


def span_text(begins: datetime, ends: datetime, *, year: bool = True) -> str:
    """Return 2026年12月3日（周四）9:00—11:00; a later last day is named as well."""
    first = spoken(begins.date()) if year else spoken_day(begins.date())
    said = f"{first}（周{WEEKDAYS[begins.weekday()]}）{clock_text(begins)}—"
    if ends.date() == begins.date():
        return said + clock_text(ends)
    if ends == datetime.combine(begins.date() + timedelta(days=1), time.min):
        return f"{said}24:00"
    return f"{said}{spoken_day(ends.date())}（周{WEEKDAYS[ends.weekday()]}）{clock_text(ends)}"


def when_text(booking: Booking) -> str:
    """Return when something is booked, in two lines of a list: day and hours, or both ends."""
    begins, ends = booking.facts.begins, booking.facts.ends
    first, last = booking.facts.days
    if first == last:
        return f"{day_words(first)}\n{hours_on(booking, first)}"
    return (
        f"{day_words(first)} {clock_text(begins)}\n至 {day_words(ends.date())} {clock_text(ends)}"
    )


def hours_on(booking: Booking, day: date) -> str:
    """Return what a booking takes of one day: 9:00—11:00, 9:00—24:00, 全天."""
    first = datetime.combine(day, time.min)
    after = first + timedelta(days=1)
    begins, ends = max(booking.facts.begins, first), min(booking.facts.ends, after)
    if (begins, ends) == (first, after):
        return "全天"
    return f"{clock_text(begins)}—{'24:00' if ends == after else clock_text(ends)}"


def takes(booking: Booking, day: date) -> bool:
    """Whether a booking that was not called off has something of a day."""
    first, last = booking.facts.days
    return booking.called_off_on is None and first <= day <= last


def of_day(bookings: Sequence[Booking], venue_id: int, day: date) -> list[Booking]:
    """Return what is booked of a venue on a day, in the order of time."""
    found = [each for each in bookings if each.facts.venue_id == venue_id and takes(each, day)]
    return sorted(found, key=lambda each: (each.facts.begins, each.id))


def week_of(day: date) -> tuple[date, ...]:
    """Return the seven days from Monday of a day's week."""
    monday = day - timedelta(days=day.weekday())
    return tuple(monday + timedelta(days=each) for each in range(7))


def weekday_text(day: date) -> str:
    """Return 周四 3日."""
    return f"周{WEEKDAYS[day.weekday()]} {day.day}日"


def week_text(days: Sequence[date]) -> str:
    """Return 2026年11月30日—12月6日."""
    return f"{spoken(days[0])}—{spoken_day(days[-1])}"


def venue_register(venues: Sequence[Venue], *, title: str) -> Register:
    """Return what can be booked in the order given, for A4 across."""
    rows = [
        (
            str(number),
            each.facts.name,
            VENUE_KIND[each.facts.kind],
            each.organisation,
            each.facts.place or each.station,
            "" if each.facts.capacity is None else str(each.facts.capacity),
            _line(each.facts.equipment),
            free_times_text(each.facts.open_times) or "随时",
            each.facts.keeper or "",
            each.facts.phone or "",
        )
        for number, each in enumerate(venues, start=1)
    ]
    return Register(title=title, columns=_VENUE_COLUMNS, groups=(RegisterGroup(rows=rows),))


def booking_register(bookings: Sequence[Booking], *, title: str) -> Register:
    """Return bookings in the order given, for A4 across."""
    rows = [
        (
            str(number),
            when_text(each),
            each.venue,
            _purpose(each),
            each.facts.borrower,
            each.facts.phone or "",
            "" if each.facts.headcount is None else str(each.facts.headcount),
        )
        for number, each in enumerate(bookings, start=1)
    ]
    return Register(
        title=title,
        columns=_BOOKING_COLUMNS,
        groups=(RegisterGroup(rows=rows),),
        foot_note=f"合计：{len(rows)} 次",
    )


def week_register(
    venues: Sequence[Venue], bookings: Sequence[Booking], days: Sequence[date], *, title: str
) -> Register:
    """Return the plan of a week (场地使用安排): venues × days, for A4 across.

    It is made to be read by everybody: without numbers, residents by their family name.
    """
    columns = (
        RegisterColumn(title="场地", width=34, share=1),
        *(RegisterColumn(title=weekday_text(day), width=_DAY_WIDTH, share=1) for day in days),
    )
    rows = [(each.facts.name, *(_cell(bookings, each.id, day) for day in days)) for each in venues]
    return Register(
        title=title,
        subtitle=week_text(days),
        columns=columns,
        groups=(RegisterGroup(rows=rows),),
        foot_note=_DOOR_NOTE,
    )


def week_door_sheet(
    venue: Venue,
    bookings: Sequence[Booking],
    days: Sequence[date],
    kinds: Sequence[DayKind],
    *,
    community: str,
    hotline: str,
) -> DoorSheet:
    """Return the plan of a week for the door of one venue, residents by their family name.

    Args:
        venue: whose door.
        bookings: of this week, those called off as well.
        days: the week.
        kinds: what each day is.
        community: who lends it.
        hotline: where to book; "" where there is none.
    """
    walls = tuple(
        WallDay(
            day=day,
            kind=kind,
            lines=tuple(
                WallLine(shift=hours_on(each, day), names=(_public(each),))
                for each in of_day(bookings, venue.id, day)
            ),
        )
        for day, kind in zip(days, kinds, strict=True)
    )
    return DoorSheet(
        title=f"{venue.facts.name}使用安排",
        span=week_text(days),
        days=walls,
        hotline=hotline,
        issuer=community,
        note=_DOOR_NOTE,
        nobody=_FREE,
        calls="预约电话",
    )


def booking_letter(
    booking: Booking, venue: Venue, *, community: str, contact: str, printed: str
) -> Letter:
    """Return the slip of a booking (场地使用单) with its terms, to be signed by both.

    Args:
        booking: one that is not called off.
        venue: what is lent.
        community: who lends it.
        contact: the hall's number; "" where it has none.
        printed: who prints it and when.
    """
    facts, lent = booking.facts, venue.facts
    lines: list[LetterLine] = [
        fact("场地", lent.name),
        fact("地点", lent.place or venue.station or _MISSING),
        fact("使用时间", span_text(facts.begins, facts.ends)),
        fact("用途", _purpose(booking)),
        fact("使用人", facts.borrower),
        fact("电话", facts.phone or _MISSING),
        fact("人数", "" if facts.headcount is None else f"{facts.headcount} 人"),
        fact("提供单位", venue.organisation or community),
        fact("设备", _line(lent.equipment)),
        fact("管理人", "　".join(filter(None, (lent.keeper, lent.phone))) or contact or _MISSING),
        fact("使用约定", _line(lent.terms)),
        fact("备注", _line(facts.note)),
    ]
    rules = "按约定的时间和用途使用，爱护设备；用后关好门窗、水电，打扫干净，把钥匙交回管理人。"
    if lent.capacity is not None:
        rules += f"同时使用的人数不超过 {lent.capacity} 人。"
    if contact:
        rules += f"不能按时使用的，请提前打社区电话 {contact}。"
    return Letter(
        title="场地使用单",
        subtitle=community,
        lines=(
            *(line for line in lines if line.text),
            body(rules),
            sign("使用人签名"),
            sign("管理人签名"),
            sign("交还时间"),
            sign("交还检查"),
        ),
        printed=printed,
    )


def _cell(bookings: Sequence[Booking], venue_id: int, day: date) -> str:
    own = of_day(bookings, venue_id, day)
    return "\n".join(f"{hours_on(each, day)}\n{_public(each)}" for each in own)


def _public(booking: Booking) -> str:
    """Return what everybody may read of a booking: people are named by their family name."""
    facts = booking.facts
    is_person = facts.resident_id is not None or _looks_like_a_person(facts.borrower)
    who = mask_name(facts.borrower) if is_person else facts.borrower
    return "　".join(dict.fromkeys(filter(None, (_purpose(booking), who))))


def _looks_like_a_person(borrower: str) -> bool:
    """Whether a name that was typed is rather a person's than a unit's."""
    if borrower.endswith(_UNITS):
        return False
    return "·" in borrower or (len(borrower) <= _LONGEST_NAME and surname_of(borrower) is not None)


def _purpose(booking: Booking) -> str:
    return _line(booking.facts.purpose)


def _line(text: str | None) -> str:
    return (text or "").replace("\n", "；")
