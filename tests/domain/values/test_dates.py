from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linli.domain.values.dates import PartialDate, parse_date
from linli.errors import UserError

days = st.dates(min_value=date(1850, 1, 1), max_value=date(2150, 12, 31))
partials = st.one_of(
    days.map(PartialDate.from_date),
    days.map(lambda day: PartialDate(day.year, day.month)),
    days.map(lambda day: PartialDate(day.year)),
)


@given(partials)
def test_what_is_shown_and_what_is_stored_read_back_the_same(partial):
    assert PartialDate.parse(partial.display()) == partial
    assert PartialDate.from_iso(partial.iso()) == partial


@given(days, st.sampled_from(["%Y-%m-%d", "%Y/%m/%d", "%Y.%m.%d", "%Y%m%d", "%Y年%m月%d日"]))
def test_every_day_is_read_in_every_common_form(day, form):
    assert PartialDate.parse(day.strftime(form)) == PartialDate.from_date(day)


@given(st.dates(min_value=date(1906, 1, 1), max_value=date(2099, 12, 31)))
def test_a_spreadsheets_day_number_is_the_day(day):
    serial = float((day - date(1899, 12, 30)).days)
    assert PartialDate.parse(serial) == PartialDate.from_date(day)
    assert PartialDate.parse(serial + 0.75) == PartialDate.from_date(day)


@pytest.mark.parametrize(
    ("value", "iso"),
    [
        ("1938.2.14", "1938-02-14"),
        ("1938.02.14.", "1938-02-14"),
        ("1938-2-14", "1938-02-14"),
        ("1938/2/14", "1938-02-14"),
        ("1938\\2\\14", "1938-02-14"),
        ("1938、2、14", "1938-02-14"),
        ("1938 2 14", "1938-02-14"),
        ("1938 年 2 月 14 日", "1938-02-14"),
        ("1938年2月14号", "1938-02-14"),
        ("1938年2月14日生", "1938-02-14"),
        ("１９３８．２．１４", "1938-02-14"),
        ("'19380214", "1938-02-14"),
        ("\u200b19380214\xa0", "1938-02-14"),
        ("1938-02-14 00:00:00", "1938-02-14"),
        ("1938-02-14T00:00:00", "1938-02-14"),
        ("1938/2/14 8:30", "1938-02-14"),
        ("一九三八年二月十四日", "1938-02-14"),
        ("二〇一一年十二月三十一日", "2011-12-31"),
        ("1938.0214", "1938-02-14"),
        (1938.0214, "1938-02-14"),
        (19380214.0, "1938-02-14"),
        (19380214, "1938-02-14"),
        ("27809", "1976-02-19"),
        ("1961.04", "1961-04"),
        ("1961.1", "1961-01"),
        ("1961.10", "1961-10"),
        ("1961-4", "1961-04"),
        ("1961年4月", "1961-04"),
        ("1961年4月份", "1961-04"),
        ("196104", "1961-04"),
        (1961.04, "1961-04"),
        (1961.12, "1961-12"),
        (1961.2, "1961-02"),
        (196104.0, "1961-04"),
        ("1961", "1961"),
        ("1961年", "1961"),
        (1961.0, "1961"),
        ("1961-00-00", "1961"),
        ("19610400", "1961-04"),
        (date(1964, 10, 29), "1964-10-29"),
        (datetime(1964, 10, 29, 12, 30), "1964-10-29"),  # noqa: DTZ001 - as workbooks give it
        (PartialDate(1964, 10), "1964-10"),
    ],
)
def test_dates_are_read_in_the_forms_of_ledgers(value, iso):
    assert PartialDate.parse(value).iso() == iso


@pytest.mark.parametrize(
    ("value", "word"),
    [
        ("38.2.14", "四位"),
        ("61年4月", "四位"),
        ("'61-04", "四位"),
        (1961.1, "10 月"),
        ("1938.13.14", "13"),
        ("20110231", "31"),
        ("19000229", "29"),
        ("1938-2-30", "30"),
        ("1749-01-01", "1749"),
        ("3011-01-01", "3011"),
        ("14/2/1938", "看不懂"),
        ("193802141", "看不懂"),
        ("", "看不懂"),
        ("不详", "看不懂"),
        (0.0, "看不懂"),
        (12.0, "看不懂"),
    ],
)
def test_what_is_no_date_is_refused_with_the_value(value, word):
    with pytest.raises(UserError) as caught:
        PartialDate.parse(value)
    assert word in caught.value.message
    assert "请" in caught.value.message


@pytest.mark.parametrize(
    ("year", "known"), [(1849, False), (1850, True), (2150, True), (2151, False)]
)
def test_years_a_ledger_can_mean(year, known):
    if known:
        assert PartialDate.parse(f"{year}-06") == PartialDate(year, 6)
    else:
        with pytest.raises(UserError, match=str(year)):
            PartialDate.parse(f"{year}-06")


@pytest.mark.parametrize(
    ("number", "iso"),
    [(2150.0, "2150"), (2151.0, "1905-11-20"), (73050.0, "2099-12-31"), (73050.9, "2099-12-31")],
)
def test_small_numbers_are_years_and_larger_ones_days(number, iso):
    assert PartialDate.parse(number).iso() == iso


@pytest.mark.parametrize("number", [73051.0, 99999.0, 1849.0, "73051", "2150x"])
def test_other_numbers_are_no_dates(number):
    with pytest.raises(UserError):
        PartialDate.parse(number)


def test_a_day_without_a_month_is_refused():
    with pytest.raises(UserError):
        PartialDate(1961, None, 4)


def test_unknown_parts_sort_first():
    dates = [
        PartialDate(1961, 4),
        PartialDate(1961, 4, 1),
        PartialDate(1961),
        PartialDate(1960, 12, 31),
        PartialDate(1961, 3, 31),
    ]
    assert [day.iso() for day in sorted(dates)] == [
        "1960-12-31",
        "1961",
        "1961-03-31",
        "1961-04",
        "1961-04-01",
    ]


@given(partials, partials)
def test_stored_text_sorts_like_the_date(one, other):
    assert (one < other) == (one.iso() < other.iso())


@pytest.mark.parametrize(
    ("one", "other", "agree"),
    [
        ("1961-04-07", "1961-04", True),
        ("1961-04-07", "1961", True),
        ("1961-04-07", "1961-04-07", True),
        ("1961-04-07", "1961-04-08", False),
        ("1961-04-07", "1961-05", False),
        ("1961", "1962", False),
    ],
)
def test_dates_agree_as_far_as_both_are_known(one, other, agree):
    first, second = PartialDate.from_iso(one), PartialDate.from_iso(other)
    assert first.agrees_with(second) is agree
    assert second.agrees_with(first) is agree


@pytest.mark.parametrize(
    ("birth", "day", "age"),
    [
        ("1960-05-01", date(2026, 5, 1), 66),
        ("1960-05-01", date(2026, 4, 30), 65),
        ("1960-05", date(2026, 5, 1), 66),
        ("1960-05", date(2026, 4, 30), 65),
        ("1960", date(2026, 1, 1), 66),
        ("2000-02-29", date(2026, 2, 28), 25),
        ("2000-02-29", date(2026, 3, 1), 26),
    ],
)
def test_age_counts_completed_years(birth, day, age):
    assert PartialDate.from_iso(birth).age_on(day) == age


def test_a_full_date_needs_all_parts():
    assert parse_date("2026年11月23日") == date(2026, 11, 23)
    with pytest.raises(UserError, match="不完整"):
        parse_date("2026年11月")
