"""Working days: weekends and holidays are free, weekends worked for them are not."""

from datetime import date

import pytest

from linli.domain.working_days import (
    Holiday,
    HolidayYear,
    read_holidays,
    shipped_calendar,
    year_as_json,
    year_from_json,
    year_words,
)
from linli.errors import InvalidInput

NOTICE_2026 = """\
一、元旦：1月1日（周四）至3日（周六）放假调休，共3天。1月4日（周日）上班。
二、春节：2月15日（农历腊月二十八、周日）至23日（农历正月初七、周一）放假调休，共9天。2月14日（周六）、2月28日（周六）上班。
三、清明节：4月4日（周六）至6日（周一）放假，共3天。
四、劳动节：5月1日（周五）至5日（周二）放假调休，共5天。5月9日（周六）上班。
五、端午节：6月19日（周五）至21日（周日）放假，共3天。
六、中秋节：9月25日（周五）至27日（周日）放假，共3天。
七、国庆节：10月1日（周四）至7日（周三）放假调休，共7天。9月20日（周日）、10月10日（周六）上班。
"""


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
    assert shipped_calendar().after_working_days(day, count) == then


def test_a_worked_sunday_counts_and_a_holiday_does_not():
    calendar = shipped_calendar()
    assert calendar.is_working_day(date(2026, 9, 20))
    assert calendar.is_worked_weekend(date(2026, 9, 20))
    assert not calendar.is_working_day(date(2026, 10, 5))
    assert calendar.holiday(date(2026, 10, 5)) == "国庆节"


@pytest.mark.parametrize("day", [(1, 26), (2, 8), (4, 27), (9, 28), (10, 11)])
def test_the_worked_weekends_of_2025(day):
    assert shipped_calendar().is_worked_weekend(date(2025, *day))


def test_of_an_unknown_year_weekends_and_the_days_of_the_law_are_free():
    calendar = shipped_calendar()
    assert calendar.knows(2026)
    assert not calendar.knows(2031)
    assert calendar.holiday(date(2031, 10, 1)) == "国庆节、中秋节"
    assert not calendar.is_working_day(date(2031, 10, 4))  # a Saturday
    assert calendar.is_working_day(date(2031, 10, 6))  # which the notice may still give off
    assert not calendar.is_working_day(date(2027, 2, 5))  # 除夕
    assert calendar.holiday(date(2044, 1, 1)) == "元旦"


@pytest.mark.parametrize("known", shipped_calendar().years, ids=lambda each: str(each.year))
def test_an_announced_year_frees_every_day_that_the_law_names(known):
    """Of 除夕 the law of 2024 speaks first in 2025."""
    for first, last in (("01-01", "01-01"), ("05-01", "05-02"), ("10-01", "10-03")):
        for day in (first, last):
            found = shipped_calendar().holiday(date.fromisoformat(f"{known.year}-{day}"))
            assert found


def test_days_left_count_down_and_below_nothing():
    left = shipped_calendar().working_days_until
    assert left(date(2026, 11, 23), date(2026, 11, 23)) == 0
    assert left(date(2026, 11, 23), date(2026, 11, 27)) == 4
    assert left(date(2026, 11, 30), date(2026, 11, 27)) == -1


def test_the_notice_of_the_state_council_is_read_as_it_is():
    shipped = shipped_calendar().year(2026)
    assert shipped is not None
    assert read_holidays(2026, NOTICE_2026) == shipped.holidays


@pytest.mark.parametrize("year", shipped_calendar().years, ids=lambda each: str(each.year))
def test_a_year_in_words_is_read_back(year):
    assert read_holidays(year.year, year_words(year)) == year.holidays
    assert year_from_json(year.year, year_as_json(year)) == year


def test_a_local_festival_stands_beside_the_others():
    (found,) = read_holidays(2027, "古尔邦节：5月16日-18日放假")
    assert found == Holiday(name="古尔邦节", first=date(2027, 5, 16), last=date(2027, 5, 18))


def test_a_holiday_may_begin_in_the_year_before():
    text = "元旦：2026年12月31日至2027年1月2日放假"
    own = HolidayYear(year=2027, holidays=read_holidays(2027, text), source="", own=True)
    calendar = shipped_calendar().with_years([own])
    assert calendar.holiday(date(2026, 12, 31)) == "元旦"
    assert calendar.is_working_day(date(2027, 1, 4))
    assert year_words(own) == "元旦：2026年12月31日至1月2日放假。"
    assert calendar.holiday(date(2026, 10, 1)) == "国庆节"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "没有填写放假安排"),
        ("春节", "看不出放哪几天假"),
        ("春节：放假三天", "看不出放哪几天假"),
        ("春节：15日放假", "没有写月份"),
        ("春节：2月30日放假", "2月30日 没有这一天"),
        ("春节：2月9日至2月3日放假", "比第一天还早"),
        ("春节：2月1日至3月3日放假", "超过 16 天"),
        ("春节：2025年2月1日放假", "不在 2027 年"),
        ("春节：2月5日放假，2月8日上班", "2月8日 不是周末"),
        ("元旦：1月1日至3日放假\n周末：1月3日放假", "在「元旦」和「周末」里都有"),
        ("元旦：1月1日至3日放假，1月2日上班", "又放假又上班"),
    ],
)
def test_what_cannot_be_is_said_with_the_line(text, said):
    with pytest.raises(InvalidInput, match=said):
        read_holidays(2027, text)
