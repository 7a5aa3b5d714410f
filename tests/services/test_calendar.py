"""The hall's calendar: shipped years, own years, and years nobody knows."""

from datetime import date

import pytest

from linli.domain.working_days import shipped_calendar
from linli.errors import InvalidInput
from linli.services.container import Services

YEAR_2027 = """元旦：1月1日至3日放假。
春节：2月5日至11日放假，1月31日、2月20日上班。
古尔邦节：5月16日至18日放假。"""


def test_a_new_hall_goes_by_what_the_program_brings(services: Services) -> None:
    assert services.calendar.calendar().years == shipped_calendar().years
    assert not services.calendar.calendar().knows(2027)


def test_an_entered_year_counts_and_can_be_undone(services: Services) -> None:
    services.calendar.save_year(2027, YEAR_2027, source="国办通知")
    calendar = services.calendar.calendar()
    assert calendar.knows(2027)
    assert calendar.holiday(date(2027, 5, 17)) == "古尔邦节"
    assert calendar.is_working_day(date(2027, 2, 20))
    assert calendar.is_working_day(date(2026, 10, 8))  # the shipped years stay
    services.history.undo()
    assert not services.calendar.calendar().knows(2027)


def test_an_own_year_stands_for_the_shipped_one_until_it_is_removed(services: Services) -> None:
    services.calendar.save_year(2026, "元旦：1月1日放假")
    own = services.calendar.calendar().year(2026)
    assert own is not None
    assert own.own
    assert services.calendar.calendar().is_working_day(date(2026, 10, 5))
    services.calendar.remove_year(2026)
    assert not services.calendar.calendar().is_working_day(date(2026, 10, 5))


def test_a_year_that_cannot_be_changes_nothing(services: Services) -> None:
    with pytest.raises(InvalidInput, match="没有 27 年"):
        services.calendar.save_year(27, YEAR_2027)
    with pytest.raises(InvalidInput, match="2月31日 没有这一天"):
        services.calendar.save_year(2027, "春节：2月5日至31日放假")
    assert not services.calendar.calendar().knows(2027)
