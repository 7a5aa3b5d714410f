"""Who can be on a shift, what clashes, what is short, and how it is said."""

from datetime import date, datetime, time

import pytest
from support.rosters import DAY, EVENING, NIGHT, month_days, problem, shift, worker

from linli.domain.roster_checks import conflicts
from linli.domain.roster_greedy import greedy
from linli.domain.roster_problem import Bar, Busy, Turns, gaps_of, turns_of
from linli.domain.roster_reasons import why, why_not
from linli.domain.roster_standing import Clash, Standing
from linli.domain.rosters import Cell, ConflictKind, DayKind, RosterRules, Wish
from linli.domain.workers import (
    Apart,
    FreeTime,
    Leave,
    LeaveKind,
    Qualification,
    WorkerKind,
)

WEEK = month_days(2026, 12)[:7]  # Tuesday to Monday
TUESDAY, SATURDAY = WEEK[0], WEEK[4]


def cell(number: int, day: date, shift_id: int = 1, **more) -> Cell:
    return Cell(worker_id=number, day=day, shift_id=shift_id, **more)


def one(*, facts=None, shifts=(DAY,), **more):
    """A problem of one worker."""
    return problem([worker(1, **(facts or {}))], shifts, WEEK, **more)


def bar(found, shift_id=1, day=TUESDAY):
    return found.bar(found.workers[0], found.need[day, shift_id])


def test_a_shift_needs_people_by_the_kind_of_day() -> None:
    counts = {need.day: need.count for need in one().needs}
    assert [counts[day] for day in WEEK] == [4, 4, 4, 4, 2, 2, 4]
    kinds = {need.day: need.day_kind for need in one().needs}
    assert kinds[SATURDAY] is DayKind.OFF


def test_a_weekend_that_is_worked_counts_as_a_working_day() -> None:
    days = [date(2026, 2, 14), date(2026, 2, 15), date(2026, 2, 17)]
    kinds = {need.day: need.day_kind for need in problem([worker(1)], (DAY,), days).needs}
    assert list(kinds.values()) == [DayKind.WORKDAY, DayKind.HOLIDAY, DayKind.HOLIDAY]


def test_a_shift_of_some_weekdays_is_held_on_these() -> None:
    found = one(shifts=(shift(1, "接待", 9, 12, 1, 1, weekdays=frozenset({1, 3})),))
    assert [need.day.weekday() for need in found.needs] == [1, 3]


def test_a_night_ends_on_the_next_day() -> None:
    need = one(shifts=(NIGHT,)).need[TUESDAY, 3]
    assert need.span == (datetime(2026, 12, 1, 21), datetime(2026, 12, 2, 9))  # noqa: DTZ001
    assert need.shift.minutes == 12 * 60


@pytest.mark.parametrize(
    ("facts", "shifts", "expected"),
    [
        ({}, (DAY,), None),
        ({"since": WEEK[1]}, (DAY,), Bar.NOT_SERVING),
        ({"until": date(2026, 11, 30)}, (DAY,), Bar.NOT_SERVING),
        ({"kind": WorkerKind.VOLUNTEER}, (DAY,), Bar.KIND),
        ({"nights": False}, (shift(1, "夜班", 21, 33, 1, is_night=True),), Bar.NIGHT),
        ({}, (shift(1, "调解", 9, 12, 1, skill="调解"),), Bar.SKILL),
        ({"skills": ("调解",)}, (shift(1, "调解", 9, 12, 1, skill="调解"),), None),
        (
            {"qualifications": (Qualification(name="调解", until=date(2026, 11, 30)),)},
            (shift(1, "调解", 9, 12, 1, skill="调解"),),
            Bar.QUALIFICATION,
        ),
        (
            {"qualifications": (Qualification(name="调解", until=TUESDAY),)},
            (shift(1, "调解", 9, 12, 1, skill="调解"),),
            None,
        ),
        (
            {"employment_code": "02"},
            (shift(1, "带班", 9, 17, 1, employments=frozenset({"01"})),),
            Bar.EMPLOYMENT,
        ),
    ],
)
def test_whoever_cannot_be_there_is_barred_with_the_reason(facts, shifts, expected) -> None:
    assert bar(one(facts=facts, shifts=shifts)) is expected


@pytest.mark.parametrize(
    ("begins", "ends", "expected"),
    [(time(9), time(17), None), (time(8), time(18), None), (time(9), time(16), Bar.NOT_FREE)],
)
def test_a_shift_lies_whole_within_the_free_time(begins, ends, expected) -> None:
    free = (FreeTime(weekday=1, begins=begins, ends=ends),)
    assert bar(one(facts={"free_times": free})) is expected
    assert bar(one(facts={"free_times": free}), day=WEEK[1]) is Bar.NOT_FREE


def test_a_leave_bars_its_first_and_last_day() -> None:
    leave = Leave(worker_id=1, first=WEEK[1], last=WEEK[2], kind=LeaveKind.SICK)
    found = one(leaves=(leave,))
    assert [bar(found, day=day) for day in WEEK[:4]] == [None, Bar.AWAY, Bar.AWAY, None]


def test_another_roster_bars_with_the_rest_around_it() -> None:
    busy = Busy(
        worker_id=1,
        begins=datetime(2026, 12, 2, 21),  # noqa: DTZ001
        ends=datetime(2026, 12, 3, 0),  # noqa: DTZ001
    )
    found = one(busy=(busy,))
    assert [bar(found, day=day) for day in WEEK[:4]] == [None, Bar.BUSY, Bar.BUSY, None]


# ---- what clashes ---------------------------------------------------------------------------


def clash(found, taken, number, day, shift_id=1):
    return Standing(found, taken).clash(number, found.need[day, shift_id])


def test_nobody_is_in_two_places_or_without_rest() -> None:
    found = one(shifts=(DAY, EVENING, NIGHT))
    taken = [cell(1, TUESDAY)]
    assert clash(found, taken, 1, TUESDAY, 2) is Clash.DOUBLE
    assert clash(found, taken, 1, TUESDAY, 3) is Clash.REST
    assert clash(found, taken, 1, WEEK[1]) is None
    assert clash(found, [cell(1, TUESDAY, 3)], 1, WEEK[1]) is Clash.REST
    assert clash(found, taken, 1, TUESDAY, 1) is None, "the shift itself does not matter"


def test_days_in_a_row_reach_back_before_the_first() -> None:
    rules = RosterRules(most_days=3)
    early = month_days(2026, 11)[-2:]
    before = problem([worker(1)], (DAY,), early)
    found = one(rules=rules, before=tuple((cell(1, need.day), need) for need in before.needs))
    assert clash(found, [], 1, TUESDAY) is None
    assert clash(found, [cell(1, TUESDAY)], 1, WEEK[1]) is Clash.DAYS_IN_ROW
    assert clash(found, [cell(1, WEEK[1])], 1, TUESDAY) is Clash.DAYS_IN_ROW
    assert clash(found, [cell(1, TUESDAY)], 1, WEEK[2]) is None


def test_hours_of_a_week_end_on_sunday() -> None:
    found = one(rules=RosterRules(most_hours=16))
    taken = [cell(1, WEEK[0]), cell(1, WEEK[1])]
    assert clash(found, taken, 1, WEEK[2]) is Clash.WEEK_HOURS
    assert clash(found, taken, 1, WEEK[6]) is None


def test_hours_of_a_month_are_the_persons_own() -> None:
    found = one(facts={"most_hours": 16})
    assert clash(found, [cell(1, WEEK[0])], 1, WEEK[2]) is None
    assert clash(found, [cell(1, WEEK[0]), cell(1, WEEK[2])], 1, WEEK[6]) is Clash.MONTH_HOURS


def test_two_who_must_not_meet_may_follow_one_another() -> None:
    workers = [worker(1), worker(2)]
    shifts = (DAY, shift(4, "夜值", 17, 21, 1, 1, 1))
    found = problem(workers, shifts, WEEK, aparts=(Apart(one_id=2, other_id=1),))
    assert clash(found, [cell(1, TUESDAY)], 2, TUESDAY) is Clash.APART
    assert clash(found, [cell(1, TUESDAY)], 2, TUESDAY, 4) is None


# ---- what is wrong --------------------------------------------------------------------------


def test_each_conflict_says_who_when_and_why() -> None:
    leave = Leave(worker_id=1, first=TUESDAY, last=WEEK[2], kind=LeaveKind.ANNUAL)
    found = problem([worker(1), worker(2)], (DAY, NIGHT), [TUESDAY, WEEK[1]], leaves=(leave,))
    cells = [cell(1, TUESDAY), cell(2, TUESDAY, 3), cell(2, WEEK[1])]
    said = conflicts(found, cells)
    broken = [each for each in said if each.kind is not ConflictKind.SHORT]
    assert [each.words for each in broken] == [
        "12月1日白班：员工1，12月1日至12月3日年休假。",
        "12月1日夜班：员工2，前后的班之间休息不够（至少11小时）。",
        "12月2日白班：员工2，前后的班之间休息不够（至少11小时）。",
    ]
    assert {each.kind for each in broken} == {ConflictKind.AWAY, ConflictKind.REST}


def test_a_gap_says_who_is_kept_from_it_by_what() -> None:
    leaves = tuple(Leave(worker_id=n, first=TUESDAY, last=TUESDAY) for n in range(1, 6))
    workers = [*(worker(n) for n in range(1, 6)), worker(6, nights=False)]
    found = problem(workers, (NIGHT,), [TUESDAY], leaves=leaves)
    (gap,) = conflicts(found, [])
    assert (gap.kind, gap.missing) == (ConflictKind.SHORT, 1)
    assert gap.words == (
        "12月1日夜班缺1人：其余的人里，请假的有员工1、员工2、员工3等5人，不值夜班的是员工6。"
    )


def test_a_gap_that_could_be_filled_names_who_could() -> None:
    found = problem([worker(1)], (NIGHT,), [TUESDAY])
    assert conflicts(found, [])[0].words == "12月1日夜班缺1人：还可以排的是员工1。"


def test_too_many_on_a_shift_are_told() -> None:
    found = problem([worker(1), worker(2)], (NIGHT,), [TUESDAY])
    (crowd,) = conflicts(found, [cell(1, TUESDAY, 3), cell(2, TUESDAY, 3)])
    assert crowd.kind is ConflictKind.CROWDED
    assert crowd.words == "12月1日夜班：只要1人，多排了1人。"


def test_turns_are_counted_by_what_a_shift_is() -> None:
    found = one(shifts=(DAY, NIGHT))
    cells = [cell(1, TUESDAY), cell(1, SATURDAY, 3)]
    assert turns_of(cells, found.need)[1] == Turns(minutes=20 * 60, nights=1, days_off=1)


# ---- greedy, and why ------------------------------------------------------------------------


def test_the_quick_way_breaks_no_rule_and_keeps_what_is_there() -> None:
    kept = (cell(3, TUESDAY, locked=True),)
    found = problem([worker(n) for n in range(1, 13)], (DAY, EVENING, NIGHT), WEEK, kept=kept)
    cells = greedy(found)
    assert kept[0] in cells
    assert conflicts(found, cells) == []
    assert gaps_of(found, cells) == []


def test_why_names_how_many_could_and_how_turns_compare() -> None:
    turns = {1: Turns(minutes=0), 2: Turns(minutes=960, nights=2), 3: Turns(minutes=480, nights=1)}
    found = problem([worker(n) for n in (1, 2, 3)], (NIGHT,), [TUESDAY], turns=turns)
    said = why(found, [cell(1, TUESDAY, 3)], cell(1, TUESDAY, 3))
    assert said.startswith("12月1日夜班排员工1：能排的有3人，")
    assert "夜班最少（0次，其余平均1.5次）" in said
    assert "时数最少（0小时，其余平均12小时）" in said


def test_why_says_when_nobody_else_could() -> None:
    leaves = (Leave(worker_id=2, first=TUESDAY, last=TUESDAY),)
    found = problem([worker(1), worker(2)], (NIGHT,), [TUESDAY], leaves=leaves)
    said = why(found, [cell(1, TUESDAY, 3)], cell(1, TUESDAY, 3))
    assert said == "12月1日夜班能排的只有员工1：别人都不能值。"


def test_why_tells_a_lock_and_a_wish() -> None:
    wish = Wish(worker_id=1, day=TUESDAY, wants=True)
    found = problem([worker(1), worker(2)], (NIGHT,), [TUESDAY], wishes=(wish,))
    assert "本人也愿意" in why(found, [cell(1, TUESDAY, 3)], cell(1, TUESDAY, 3))
    locked = cell(1, TUESDAY, 3, locked=True)
    assert "锁住" in why(found, [locked], locked)


def test_why_not_says_what_is_in_the_way() -> None:
    leaves = (Leave(worker_id=2, first=TUESDAY, last=TUESDAY, kind=LeaveKind.SICK),)
    workers = [worker(n) for n in (1, 2, 3)]
    found = problem(workers, (DAY, NIGHT), [TUESDAY], leaves=leaves)
    cells = [cell(1, TUESDAY, 3)]
    need = found.need[TUESDAY, 3]
    assert "病假" in why_not(found, cells, 2, need)
    assert why_not(found, cells, 3, need).startswith("12月1日夜班也可以排员工3")
    assert "休息不够" in why_not(found, [cell(3, TUESDAY)], 3, need)
    assert why_not(found, [], 3, need) == "12月1日夜班可以排员工3。"
