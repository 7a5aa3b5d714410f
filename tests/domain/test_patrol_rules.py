"""Filling a period of patrols: fair turns, nobody in two places, who is short is said."""

from collections import Counter
from dataclasses import replace
from datetime import date, time
from itertools import pairwise

import pytest

from linli.domain.patrol_rules import FillRule, check_fill, check_shift, fill
from linli.domain.patrols import ShiftDraft, clash, parse_time
from linli.domain.teams import Member, MemberDraft
from linli.errors import UserError

DECEMBER = FillRule(
    team_id=1,
    since=date(2026, 12, 1),
    until=date(2026, 12, 31),
    weekdays=frozenset(range(7)),
    begins=time(20),
    ends=time(22),
    size=4,
)
SHIFT = ShiftDraft(team_id=1, day=date(2026, 12, 1), begins=time(20), ends=time(22))


def people(count, **facts):
    return [
        Member(
            id=number,
            version=1,
            facts=MemberDraft(
                team_id=1, name=f"队员{number}", source="居民", resident_id=number, **facts
            ),
        )
        for number in range(1, count + 1)
    ]


def test_turns_are_fair_to_one():
    filled = fill(DECEMBER, people(9), [])
    times = Counter(each for shift in filled.shifts for each in shift.member_ids)
    assert len(filled.shifts) == 31
    assert sum(times.values()) == 31 * 4
    assert max(times.values()) - min(times.values()) <= 1
    assert dict(filled.turns) == {f"队员{number}": count for number, count in times.items()}
    assert all(not set(a.member_ids) & set(b.member_ids) for a, b in pairwise(filled.shifts))
    assert filled.shortages == ()


def test_only_the_chosen_weekdays_are_filled():
    rule = replace(DECEMBER, weekdays=frozenset({1, 3}))
    days = [shift.day for shift in fill(rule, people(9), []).shifts]
    assert {day.weekday() for day in days} == {1, 3}
    assert len(days) == 10


def test_day_for_which_too_few_are_free_is_named():
    members = [*people(3), *people(5)[3:4]]
    members[3] = replace(members[3], facts=replace(members[3].facts, until=date(2026, 12, 2)))
    filled = fill(replace(DECEMBER, until=date(2026, 12, 4)), members, [])
    assert [(each.day.day, each.missing) for each in filled.shortages] == [(3, 1), (4, 1)]
    assert [len(shift.member_ids) for shift in filled.shifts] == [4, 4, 3, 3]


def test_nobody_is_put_where_another_shift_has_them():
    other = replace(SHIFT, team_id=2, begins=time(21), ends=time(23))
    taken = [(other, ("resident", number)) for number in (1, 2)]
    filled = fill(replace(DECEMBER, until=date(2026, 12, 1), size=2), people(4), taken)
    assert filled.shifts[0].member_ids == (3, 4)


def test_day_on_which_the_team_goes_already_stays_as_it_is():
    filled = fill(replace(DECEMBER, until=date(2026, 12, 2)), people(5), [(SHIFT, ("resident", 1))])
    assert [shift.day.day for shift in filled.shifts] == [2]
    assert filled.kept_days == 1
    assert dict(filled.turns)["队员1"] == 1


def test_shift_over_midnight_meets_the_next_morning():
    night = replace(SHIFT, begins=time(22), ends=time(2))
    morning = replace(SHIFT, day=date(2026, 12, 2), begins=time(1), ends=time(3))
    assert clash(night, morning)
    assert not clash(night, replace(morning, begins=time(2)))
    assert night.hours == "22:00—次日 02:00"


@pytest.mark.parametrize(
    ("facts", "field"),
    [
        ({"weekdays": frozenset()}, "weekdays"),
        ({"size": 0}, "size"),
        ({"ends": time(20)}, "ends"),
        ({"until": date(2026, 11, 1)}, "until"),
        ({"until": date(2028, 1, 1)}, "until"),
    ],
)
def test_broken_rule_of_filling_is_said_beside_its_field(facts, field):
    assert [each.field for each in check_fill(replace(DECEMBER, **facts))] == [field]


def test_shift_needs_a_size_and_two_times():
    assert check_shift(SHIFT) == []
    fields = {each.field for each in check_shift(replace(SHIFT, size=0, ends=time(20)))}
    assert fields == {"size", "ends"}


@pytest.mark.parametrize(
    ("text", "hour", "minute"),
    [("20:00", 20, 0), ("8点半", 8, 30), ("20点", 20, 0), ("2030", 20, 30), ("9", 9, 0)],
)
def test_time_is_read_as_people_write_it(text, hour, minute):
    assert parse_time(text) == time(hour, minute)


@pytest.mark.parametrize("text", ["25:00", "20:60", "晚上", ""])
def test_text_that_is_no_time_is_refused(text):
    with pytest.raises(UserError, match="看不懂"):
        parse_time(text)
