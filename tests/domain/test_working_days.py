"""Working days: weekends and holidays are free, weekends worked for them are not."""

from datetime import date

import pytest

from linli.domain.working_days import (
    after_working_days,
    is_known,
    is_working_day,
    working_days_until,
)


@pytest.mark.parametrize(
    ("day", "count", "then"),
    [
        (date(2026, 9, 18), 5, date(2026, 9, 24)),  # the 20th is worked, the 25th is free
        (date(2026, 2, 13), 5, date(2026, 2, 27)),  # over the spring festival
        (date(2026, 11, 23), 15, date(2026, 12, 14)),
        (date(2026, 11, 20), 1, date(2026, 11, 23)),
        (date(2026, 11, 21), 0, date(2026, 11, 21)),
    ],
)
def test_terms_run_over_holidays_and_worked_weekends(day, count, then):
    assert after_working_days(day, count) == then


def test_a_worked_sunday_counts_and_a_holiday_does_not():
    assert is_working_day(date(2026, 9, 20))
    assert not is_working_day(date(2026, 10, 5))


def test_of_an_unknown_year_only_weekends_are_free():
    assert is_known(2026)
    assert not is_known(2031)
    assert is_working_day(date(2031, 10, 1))
    assert not is_working_day(date(2031, 10, 4))


def test_days_left_count_down_and_below_nothing():
    assert working_days_until(date(2026, 11, 23), date(2026, 11, 23)) == 0
    assert working_days_until(date(2026, 11, 23), date(2026, 11, 27)) == 4
    assert working_days_until(date(2026, 11, 30), date(2026, 11, 27)) == -1
