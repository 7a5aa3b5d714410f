"""Rules of patrol shifts, and filling a period by rule: fair turns, never in two places."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, time, timedelta

from linli.domain.contact_rules import clean_lines, clean_text
from linli.domain.patrols import MOST_ON_SHIFT, ShiftDraft, clash
from linli.domain.register_texts import spoken
from linli.domain.teams import Member, PersonKey, person_key
from linli.errors import FieldProblem

MOST_DAYS = 366
"""The longest period that is filled at once."""
NOBODY: PersonKey = ("", 0)
"""Is on a shift that has nobody."""


@dataclass(frozen=True, kw_only=True)
class FillRule:
    """How a period is filled: from `since` to `until`, on `weekdays` (0 is Monday)."""

    team_id: int
    since: date
    until: date
    weekdays: frozenset[int]
    begins: time
    ends: time
    size: int
    grid_id: int | None = None
    route: str | None = None


@dataclass(frozen=True, kw_only=True)
class Shortage:
    """A day for which too few are free: `missing` of them."""

    day: date
    missing: int


@dataclass(frozen=True, kw_only=True)
class Filled:
    """What filling would add, where it is short, how often each one goes, and what was there."""

    shifts: tuple[ShiftDraft, ...]
    shortages: tuple[Shortage, ...]
    turns: tuple[tuple[str, int], ...]
    kept_days: int


def clean_shift(draft: ShiftDraft) -> ShiftDraft:
    """Return a shift in normal form: nobody twice."""
    return replace(
        draft,
        route=clean_text(draft.route),
        note=clean_lines(draft.note),
        member_ids=tuple(dict.fromkeys(draft.member_ids)),
    )


def check_shift(draft: ShiftDraft) -> list[FieldProblem]:
    """Return every broken rule of a shift that can be seen without the ledger."""
    problems = list(_size_problems(draft.size))
    if draft.begins == draft.ends:
        message = f"开始和结束都是「{draft.begins:%H:%M}」，请核对。"
        problems.append(FieldProblem(field="ends", message=message))
    return problems


def check_fill(rule: FillRule) -> list[FieldProblem]:
    """Return every broken rule of how a period is to be filled."""
    problems = list(_size_problems(rule.size))
    if rule.begins == rule.ends:
        message = f"开始和结束都是「{rule.begins:%H:%M}」，请核对。"
        problems.append(FieldProblem(field="ends", message=message))
    if rule.until < rule.since:
        message = f"结束日期「{spoken(rule.until)}」在开始日期以前，请核对。"
        problems.append(FieldProblem(field="until", message=message))
    elif (rule.until - rule.since).days >= MOST_DAYS:
        message = f"一次最多排 {MOST_DAYS} 天，请把结束日期提前。"
        problems.append(FieldProblem(field="until", message=message))
    if not rule.weekdays:
        problems.append(FieldProblem(field="weekdays", message="请至少选一个星期几。"))
    return problems


def booked_twice(
    draft: ShiftDraft, members: Mapping[int, Member], others: Sequence[tuple[ShiftDraft, PersonKey]]
) -> Iterator[str]:
    """Yield who of a shift is elsewhere at that time."""
    for member_id in draft.member_ids:
        member = members[member_id]
        key = person_key(member.facts)
        if any(own == key and clash(draft, other) for other, own in others):
            yield member.facts.name


def fill(
    rule: FillRule, members: Sequence[Member], booked: Sequence[tuple[ShiftDraft, PersonKey]]
) -> Filled:
    """Plan the shifts of a period.

    Who has gone least in the period goes next, of equals the one whose last turn is longest ago,
    then as listed. A day on which the team has a shift at that time is kept as it is. Nobody is
    put where a shift of any team already has them, or outside of their membership.

    Args:
        rule: what is wanted.
        members: of the team, in their order.
        booked: every shift around that time, of any team, once for each person on it; one without
            anybody once for `NOBODY`.
    """
    counts = {person_key(member.facts): 0 for member in members}
    last: dict[PersonKey, str] = {}
    for shift, key in booked:
        if key in counts and rule.since <= shift.day <= rule.until:
            counts[key] += 1
            last[key] = max(last.get(key, ""), shift.span[0].isoformat())
    taken = list(booked)
    shifts, shortages, kept_days = [], [], 0
    for day in _days(rule):
        empty = ShiftDraft(
            team_id=rule.team_id,
            day=day,
            begins=rule.begins,
            ends=rule.ends,
            grid_id=rule.grid_id,
            route=rule.route,
            size=rule.size,
        )
        if any(shift.team_id == rule.team_id and clash(empty, shift) for shift, _ in booked):
            kept_days += 1
            continue
        busy = {key for shift, key in taken if clash(empty, shift)}
        free = [m for m in members if m.facts.serves_on(day) and person_key(m.facts) not in busy]
        free.sort(key=lambda m: _turn_order(counts, last, person_key(m.facts)))
        chosen = free[: rule.size]
        for member in chosen:
            key = person_key(member.facts)
            counts[key] += 1
            last[key] = empty.span[0].isoformat()
            taken.append((empty, key))
        shifts.append(replace(empty, member_ids=tuple(member.id for member in chosen)))
        if len(chosen) < rule.size:
            shortages.append(Shortage(day=day, missing=rule.size - len(chosen)))
    turns = tuple((m.facts.name, counts[person_key(m.facts)]) for m in members)
    return Filled(
        shifts=tuple(shifts), shortages=tuple(shortages), turns=turns, kept_days=kept_days
    )


def _turn_order(
    counts: Mapping[PersonKey, int], last: Mapping[PersonKey, str], key: PersonKey
) -> tuple[int, str]:
    return counts[key], last.get(key, "")


def _days(rule: FillRule) -> Iterator[date]:
    for number in range((rule.until - rule.since).days + 1):
        day = rule.since + timedelta(days=number)
        if day.weekday() in rule.weekdays:
            yield day


def _size_problems(size: int) -> Iterator[FieldProblem]:
    if not 1 <= size <= MOST_ON_SHIFT:
        message = f"每班人数「{size}」应为 1 到 {MOST_ON_SHIFT}，请核对。"
        yield FieldProblem(field="size", message=message)
