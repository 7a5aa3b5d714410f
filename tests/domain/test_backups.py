"""Which backups stay, and when there is cause to worry."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from linli.domain.backups import (
    BEFORE_IMPORT,
    DAILY,
    BackupInfo,
    KeepRule,
    Worry,
    newest_first,
    to_drop,
    worry,
)
from linli.domain.residents import LedgerCounts

NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)


def info(serial, at, reason=DAILY, **fields):
    facts = {"counts": LedgerCounts(), "head": 1, **fields}
    return BackupInfo(path=Path(f"{serial}"), at=at, reason=reason, serial=serial, **facts)


def daily(days):
    """One backup a day, the last one today; serial 1 is the oldest."""
    return [info(days - back, NOW - timedelta(days=back)) for back in range(days)]


def kept(found, rule, now=NOW):
    dropped = set(to_drop(found, rule, now))
    return [each for each in newest_first(found) if each not in dropped]


def test_the_last_of_days_weeks_and_months_stay():
    stay = kept(daily(500), KeepRule(days=7, weeks=5, months=12))
    ages = [(NOW - each.at).days for each in stay]
    assert ages[:7] == [0, 1, 2, 3, 4, 5, 6]
    assert ages[7:10] == [8, 15, 22]
    assert {(each.at.year, each.at.month) for each in stay[7:]} >= {(2025, 12), (2026, 10)}
    assert len({(each.at.year, each.at.month) for each in stay}) == 12


def test_several_backups_of_a_day_leave_the_last_two():
    found = [info(number, NOW + timedelta(minutes=number)) for number in range(1, 9)]
    assert [each.serial for each in kept(found, KeepRule())] == [8, 7]


def test_days_without_a_backup_do_not_count():
    found = [info(number, NOW - timedelta(days=400 - 20 * number)) for number in range(1, 8)]
    assert len(kept(found, KeepRule(days=7, weeks=1, months=1))) == 7


@pytest.mark.parametrize("years", [30, -30])
def test_a_clock_that_once_stood_wrong_by_years_takes_one_place_only(years):
    found = daily(10)
    wrong = info(11, NOW + timedelta(days=365 * years))
    after = [info(12 + day, NOW + timedelta(days=1 + day)) for day in range(9)]
    now = NOW + timedelta(days=9)
    stay = kept([*found, wrong, *after], KeepRule(days=7, weeks=2, months=1), now)
    assert stay[0].serial == 20
    assert [each.serial for each in stay[:7]] == [20, 19, 18, 17, 16, 15, 14]
    assert wrong not in stay


def test_a_clock_set_ahead_now_does_not_throw_the_backups_away():
    found = [*daily(7), *(info(8 + n, NOW, BEFORE_IMPORT) for n in range(5))]
    late = info(20, NOW + timedelta(days=3650))
    stay = kept([*found, late], KeepRule(days=7, weeks=5, months=12), late.at)
    assert {6, 5, 4, 3, 2} <= {each.serial for each in stay}
    assert [each.serial for each in stay if each.reason == BEFORE_IMPORT] == [12, 11, 10]


def test_backups_before_big_steps_stay_for_thirty_days():
    steps = [info(n, NOW - timedelta(days=40 - n), BEFORE_IMPORT) for n in range(1, 38)]
    stay = kept([*steps, info(50, NOW)], KeepRule(days=1, weeks=1, months=1))
    assert [each.serial for each in stay] == [50, *range(37, 9, -1)]


def test_only_good_ones_are_counted_and_dropped():
    good = info(1, NOW - timedelta(days=90))
    bad = [info(2 + n, NOW - timedelta(days=n), problem="坏了") for n in range(9)]
    aside = info(12, NOW, counts=None)
    assert to_drop([good, *bad, aside], KeepRule(days=1, weeks=1, months=1), NOW) == []


def test_the_last_good_ones_stay_whatever_the_rule():
    found = daily(4)
    assert [each.serial for each in kept(found, KeepRule(days=0, weeks=0, months=0))] == [4, 3]


@pytest.mark.parametrize(
    ("days", "changed", "failed", "expected"),
    [
        (0, True, False, Worry.NONE),
        (3, True, False, Worry.NONE),
        (4, True, False, Worry.SOON),
        (8, True, False, Worry.NOW),
        (80, False, False, Worry.NONE),
        (0, False, True, Worry.NOW),
        (-8, True, False, Worry.NOW),
    ],
)
def test_the_age_of_the_last_backup_and_a_failure_worry(days, changed, failed, expected):
    last = info(1, NOW - timedelta(days=days))
    assert worry(last, NOW, changed=changed, failed=failed, any_entry=True) is expected


@pytest.mark.parametrize(("any_entry", "expected"), [(True, Worry.NOW), (False, Worry.SOON)])
def test_no_backup_at_all_worries_most_where_something_is_to_lose(any_entry, expected):
    assert worry(None, NOW, changed=True, failed=False, any_entry=any_entry) is expected
