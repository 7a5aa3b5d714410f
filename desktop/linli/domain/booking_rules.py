"""Rules of bookings (场地预约): what cannot be saved, what is worth a remark, when time is free."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date, datetime, time, timedelta

from linli.domain.contact_rules import clean_lines, clean_text, phone_problems
from linli.domain.register_texts import spoken
from linli.domain.venue_lists import span_text
from linli.domain.venues import (
    MOST_REPEATS,
    Booking,
    BookingDraft,
    VenueDraft,
    Weekly,
    is_open,
    repeated,
)
from linli.domain.worker_texts import free_times_text
from linli.errors import FieldProblem

LONGEST = timedelta(days=31)
"""The longest span of one booking; what is lent for longer is booked in parts."""
MOST_PEOPLE = 100_000
AHEAD = timedelta(days=732)
"""How far ahead anything is booked; a wrong year goes further."""
_STEP = 15  # minutes: free time is offered from a quarter of an hour on
_DAY = timedelta(days=1)
_BY_DAY = (time(8), time(22))
"""When free time is offered of a venue without opening times."""
_LONGEST_BY_DAY = timedelta(hours=_BY_DAY[1].hour - _BY_DAY[0].hour)

Span = tuple[datetime, datetime]


def clean_booking(draft: BookingDraft) -> BookingDraft:
    """Return a booking in normal form; moments are of whole minutes."""
    return replace(
        draft,
        begins=draft.begins.replace(second=0, microsecond=0),
        ends=draft.ends.replace(second=0, microsecond=0),
        purpose=clean_text(draft.purpose) or "",
        borrower=clean_text(draft.borrower) or "",
        phone=clean_text(draft.phone),
        note=clean_lines(draft.note),
    )


def check_booking(
    draft: BookingDraft, venue: VenueDraft, now: datetime, weekly: Weekly | None = None
) -> list[FieldProblem]:
    """Return every broken rule of a booking in normal form, but for clashes.

    Args:
        draft: the booking.
        venue: what is booked.
        now: nothing is booked years ahead.
        weekly: how it is repeated, if it is.
    """
    return [*_facts(draft), *_times(draft, venue, now, weekly)]


def span_problems(begins: datetime, ends: datetime, longest: timedelta) -> Iterator[FieldProblem]:
    """Yield what is wrong with a beginning and an end."""
    if ends <= begins:
        message = f"结束「{ends:%H:%M}」应晚于开始「{begins:%H:%M}」，请核对日期和时间。"
        yield FieldProblem(field="ends", message=message)
    elif ends - begins > longest:
        days = longest // _DAY
        limit = "24 小时" if days == 1 else f"{days} 天"
        message = f"「{span_text(begins, ends)}」超过 {limit}，请核对日期；确实更长的请分几次登记。"
        yield FieldProblem(field="ends", message=message)


def far_problems(begins: datetime, now: datetime) -> Iterator[FieldProblem]:
    """Yield that something is to begin years ahead."""
    if begins > now + AHEAD:
        message = f"「{spoken(begins.date())}」离现在太远，请核对年份。"
        yield FieldProblem(field="begins", message=message)


def remarks(
    draft: BookingDraft, venue: VenueDraft, now: datetime, weekly: Weekly | None = None
) -> list[str]:
    """Return what is worth a look before a booking is saved: closed, too many people, in the past.

    Args:
        draft: the booking in normal form.
        venue: what is booked.
        now: local time.
        weekly: how it is repeated, if it is.
    """
    found = []
    spans = repeated(draft, weekly)
    if spans[0][1] <= now:
        found.append(f"「{span_text(*spans[0])}」已经过去，是补登记吗？")
    closed = [span for span in spans if not is_open(venue.open_times, *span)]
    if closed:
        more = f"等 {len(closed)} 次" if len(closed) > 1 else ""
        hours = free_times_text(venue.open_times)
        found.append(
            f"「{venue.name}」{span_text(*closed[0])}{more}不开放（开放时间：{hours}），"
            "请先和管理人说好。"
        )
    if venue.capacity and draft.headcount and draft.headcount > venue.capacity:
        found.append(
            f"要来 {draft.headcount} 人，「{venue.name}」只容得下 {venue.capacity} 人，"
            "请换大一些的场地，或分批。"
        )
    return found


def clash_problem(other: Booking, free: Sequence[Span]) -> FieldProblem:
    """Return that a venue is taken: by whom, when, and when it is free next."""
    facts = other.facts
    next_free = f"；最近的空档是 {span_text(*free[0])}" if free else "；两周内没有这么长的空档"
    message = (
        f"「{other.venue}」{span_text(facts.begins, facts.ends)}已经由「{facts.borrower}」约好"
        f"（{facts.purpose}），时间不能重叠{next_free}，请改时间，或另选场地。"
    )
    return FieldProblem(field="begins", message=message)


def free_spans(
    taken: Iterable[Span], venue: VenueDraft, first: datetime, last: date, minutes: int
) -> Iterator[Span]:
    """Yield when a venue is free for long enough, in the order of time.

    Each lies within the opening times of one day; what is wanted for longer than a day has is
    looked for over days and nights.

    Args:
        taken: what is booked from `first` to `last`.
        venue: what is to be booked; without opening times it is offered by day.
        first: not before this moment.
        last: the last day that is looked at.
        minutes: how long it has to be free.
    """
    booked = sorted(taken)
    long = timedelta(minutes=minutes)
    last = last if venue.until is None else min(last, venue.until)
    start = _rounded_up(first)
    for opens, closes in _windows(venue, start, last, long):
        cursor = max(opens, start)
        for begins, ends in booked:
            if ends <= cursor or begins >= closes:
                continue
            if begins - cursor >= long:
                yield cursor, begins
            cursor = max(cursor, _rounded_up(ends))
        if closes - cursor >= long:
            yield cursor, closes


# ---- inside -------------------------------------------------------------------------------


def _facts(draft: BookingDraft) -> Iterator[FieldProblem]:
    if not draft.purpose:
        message = "没有填写用途，请填写，如 合唱排练。"
        yield FieldProblem(field="purpose", message=message)
    if not draft.borrower:
        message = "没有填写谁用，请填写单位或姓名。"
        yield FieldProblem(field="borrower", message=message)
    yield from phone_problems("phone", draft.phone)
    if draft.headcount is not None and not 1 <= draft.headcount <= MOST_PEOPLE:
        message = f"人数「{draft.headcount}」应为 1 到 {MOST_PEOPLE:,}，不知道的留空。"
        yield FieldProblem(field="headcount", message=message)


def _times(
    draft: BookingDraft, venue: VenueDraft, now: datetime, weekly: Weekly | None
) -> Iterator[FieldProblem]:
    wrong = list(span_problems(draft.begins, draft.ends, LONGEST))
    yield from wrong
    yield from far_problems(draft.begins, now)
    last = draft.days[1]
    if weekly is not None and not wrong:
        yield from _weekly(draft, weekly)
        last = max(last, weekly.until)
    if venue.until is not None and last > venue.until:
        message = f"「{venue.name}」只借到{spoken(venue.until)}，请改日期，或另选场地。"
        yield FieldProblem(field="begins", message=message)


def _weekly(draft: BookingDraft, weekly: Weekly) -> Iterator[FieldProblem]:
    message = ""
    if weekly.until < draft.begins.date():
        message = f"重复到「{spoken(weekly.until)}」早于第一次，请核对日期。"
    elif (weekly.until - draft.begins.date()).days // 7 >= MOST_REPEATS:
        message = f"重复到「{spoken(weekly.until)}」超过一年，请改近一些，到时再续。"
    elif draft.ends - draft.begins > timedelta(days=7):
        message = "一次超过七天的不能每周重复，请分几次预约。"
    if message:
        yield FieldProblem(field="weekly", message=message)


def _windows(venue: VenueDraft, start: datetime, last: date, long: timedelta) -> Iterator[Span]:
    """Yield the spans in which a venue is offered for so long."""
    if long > (_DAY if venue.open_times else _LONGEST_BY_DAY):
        yield start, datetime.combine(last, time.min) + _DAY
        return
    for number in range((last - start.date()).days + 1):
        yield from _open_on(venue, start.date() + number * _DAY)


def _open_on(venue: VenueDraft, day: date) -> list[Span]:
    """Return the opening times of a day, those that touch made one."""
    midnight = datetime.combine(day + _DAY, time.min)
    if not venue.open_times:
        begins, ends = _BY_DAY
        return [(datetime.combine(day, begins), datetime.combine(day, ends))]
    spans: list[Span] = []
    for each in sorted(venue.open_times, key=lambda each: each.begins):
        if each.weekday != day.weekday():
            continue
        opens, closes = datetime.combine(day, each.begins), datetime.combine(day, each.ends)
        if each.ends <= each.begins or each.ends == time.max:
            closes = midnight
        if spans and opens <= spans[-1][1]:
            spans[-1] = (spans[-1][0], max(spans[-1][1], closes))
        else:
            spans.append((opens, closes))
    return spans


def _rounded_up(moment: datetime) -> datetime:
    """Return the next quarter of an hour, the moment itself if it is one."""
    past = timedelta(minutes=moment.minute % _STEP, seconds=moment.second)
    past += timedelta(microseconds=moment.microsecond)
    return moment if not past else moment - past + timedelta(minutes=_STEP)
