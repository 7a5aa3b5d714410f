from datetime import date

import pytest

from linli.domain.guides import GuideDraft, GuideKind, clean_guide, promised_day, time_words
from linli.domain.limits import Unit
from linli.domain.working_days import Calendar, shipped_calendar

CARD = GuideDraft(kind=GuideKind.SERVICE, title="优待证", steps="办理")


def with_days(days, unit=Unit.WORKING_DAYS):
    return GuideDraft(kind=GuideKind.SERVICE, title="优待证", steps="办理", days=days, unit=unit)


@pytest.mark.parametrize(
    ("draft", "said"),
    [
        (with_days(3), "3 个工作日内"),
        (with_days(2, Unit.MONTHS), "2 个月内"),
        (with_days(0), "当场办结"),
        (CARD, ""),
    ],
)
def test_how_long_it_takes_is_said_in_words(draft, said):
    assert time_words(draft) == said


def test_the_day_of_the_start_is_not_counted():
    assert promised_day(with_days(1), date(2026, 9, 10), Calendar(())) == date(2026, 9, 11)
    assert promised_day(with_days(0), date(2026, 9, 10), Calendar(())) == date(2026, 9, 10)


def test_a_last_day_without_offices_moves_to_the_next_working_day():
    saturday = promised_day(with_days(2, Unit.DAYS), date(2026, 9, 10), Calendar(()))
    assert saturday == date(2026, 9, 14)


def test_holidays_are_no_working_days():
    before = date(2026, 9, 30)
    assert promised_day(with_days(1), before, shipped_calendar()) == date(2026, 10, 8)


def test_nothing_is_promised_without_days():
    assert promised_day(CARD, date(2026, 9, 10), Calendar(())) is None


def test_a_service_without_a_fee_is_free():
    assert clean_guide(GuideDraft(kind=GuideKind.GUIDE, title="甲", fee=" ")).fee == "不收费"
