"""Periods of retention: months by the calendar, spoken in years where they are whole."""

from datetime import date

import pytest

from linli.domain.retention import add_months, default_rules, months_text, rules_source


@pytest.mark.parametrize(
    ("day", "months", "then"),
    [
        (date(2026, 1, 31), 1, date(2026, 2, 28)),
        (date(2027, 12, 31), 2, date(2028, 2, 29)),
        (date(2026, 11, 23), 36, date(2029, 11, 23)),
        (date(2026, 11, 30), 1, date(2026, 12, 30)),
    ],
)
def test_months_end_on_the_same_day_or_the_last_of_the_month(day, months, then):
    assert add_months(day, months) == then


def test_periods_are_spoken_in_years_where_they_are_whole():
    assert [months_text(months) for months in (1, 18, 36)] == ["1 个月", "18 个月", "3 年"]


def test_the_periods_that_come_with_the_program_are_called_internal():
    assert rules_source().startswith("内部规定")
    assert all(rule.enabled for rule in default_rules())
    assert "法定" not in rules_source()
