"""Working days (工作日): Monday to Friday, save holidays, and the weekends worked for them (调休).

The State Council announces the holidays of a year only in the autumn before it
(全国年节及纪念日放假办法). Of a year that nobody has announced or entered only weekends and the
days that the law itself names are free, and `Calendar.knows` tells. The day from which a term runs
is not counted (民法典第 201 条).
"""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache, cached_property
from typing import Any

from linli.errors import FieldProblem, InvalidInput
from linli.paths import resource

_SATURDAY = 5
_DAY = timedelta(days=1)
_LONGEST = 16
"""Days of the longest span that is believed; a typing error makes longer ones."""

FIELD = "holidays"
"""The field that problems of a year's text stand beside."""


@dataclass(frozen=True, kw_only=True)
class Holiday:
    """Days off in a row, and the weekend days that are worked for them (调休上班)."""

    name: str
    first: date
    last: date
    worked: tuple[date, ...] = ()

    def days(self) -> Iterator[date]:
        """Yield the days off."""
        return (self.first + n * _DAY for n in range((self.last - self.first).days + 1))


@dataclass(frozen=True, kw_only=True)
class HolidayYear:
    """The holidays of a year. `own`: entered in this hall, not brought by the program."""

    year: int
    holidays: tuple[Holiday, ...]
    source: str
    own: bool = False


class Calendar:
    """Which days are worked.

    Args:
        years: the years whose holidays are known, each once.
        festivals: ethnic festivals (民族节日), which only some keep; they change no working day.
    """

    def __init__(self, years: Iterable[HolidayYear], festivals: Iterable[HolidayYear] = ()) -> None:
        self._years = {each.year: each for each in years}
        self._festivals = tuple(festivals)

    @property
    def years(self) -> tuple[HolidayYear, ...]:
        """The known years, the first first."""
        return tuple(self._years[year] for year in sorted(self._years))

    def with_years(self, years: Iterable[HolidayYear]) -> "Calendar":
        """Return a calendar in which `years` stand for those known before."""
        known = self._years | {each.year: each for each in years}
        return Calendar(known.values(), self._festivals)

    def with_festivals(self, years: Iterable[HolidayYear]) -> "Calendar":
        """Return a calendar that names the festivals of these years."""
        return Calendar(self._years.values(), years)

    def year(self, year: int) -> HolidayYear | None:
        """Return the holidays of a year, None of one that is not known."""
        return self._years.get(year)

    def knows(self, year: int) -> bool:
        """Whether the holidays of a year are known."""
        return year in self._years

    def holiday(self, day: date) -> str | None:
        """Return the name of the holiday of a day off, None of any other day."""
        found = self._off.get(day)
        return found if found or self.knows(day.year) else _statutory(day.year).get(day)

    def festival(self, day: date) -> str | None:
        """Return the name of the festival that some keep on a day, None of any other day."""
        return self._kept.get(day)

    def is_worked_weekend(self, day: date) -> bool:
        """Whether a Saturday or Sunday is worked for a holiday (调休上班)."""
        return day in self._worked

    def is_working_day(self, day: date) -> bool:
        """Whether offices are open on a day, as far as its year is known."""
        return day in self._worked or (day.weekday() < _SATURDAY and self.holiday(day) is None)

    def after_working_days(self, day: date, count: int) -> date:
        """Return the working day that is `count` working days after `day`."""
        while count > 0:
            day += _DAY
            count -= self.is_working_day(day)
        return day

    def working_days_until(self, day: date, until: date) -> int:
        """Return how many are left after `day` up to and with `until`; below 0 if past."""
        if until < day:
            return -self.working_days_until(until, day)
        return sum(self.is_working_day(day + n * _DAY) for n in range(1, (until - day).days + 1))

    @cached_property
    def _off(self) -> Mapping[date, str]:
        spans = [holiday for year in self._years.values() for holiday in year.holidays]
        return {day: holiday.name for holiday in spans for day in holiday.days()}

    @cached_property
    def _kept(self) -> Mapping[date, str]:
        spans = [festival for year in self._festivals for festival in year.holidays]
        return {day: festival.name for festival in spans for day in festival.days()}

    @cached_property
    def _worked(self) -> frozenset[date]:
        spans = [holiday for year in self._years.values() for holiday in year.holidays]
        return frozenset(day for holiday in spans for day in holiday.worked)


@cache
def shipped_calendar() -> Calendar:
    """Return the calendar that the program brings along."""
    return Calendar(year_from_json(int(year), said) for year, said in _data()["years"].items())


@cache
def _statutory(year: int) -> Mapping[date, str]:
    """Return the days off that the law names (放假办法 art. 2), which move to no other day."""
    said = _data()["statutory"]
    spans = [*said["fixed"].items(), *said["years"].get(str(year), {}).items()]
    found: dict[date, str] = {}
    for name, span in spans:
        first, last = (date.fromisoformat(f"{year}-{day}") for day in span.split("/"))
        for day in Holiday(name=name, first=first, last=last).days():
            found[day] = f"{found[day]}、{name}" if day in found else name
    return found


@cache
def _data() -> dict[str, Any]:
    found: dict[str, Any] = json.loads(resource("codes/holidays.json").read_text(encoding="utf-8"))
    return found


def year_from_json(year: int, said: Mapping[str, Any], *, own: bool = False) -> HolidayYear:
    """Return a year as it is kept."""
    day = date.fromisoformat
    return HolidayYear(
        year=year,
        source=said["source"],
        own=own,
        holidays=tuple(
            Holiday(
                name=each["name"],
                first=day(each["first"]),
                last=day(each["last"]),
                worked=tuple(map(day, each.get("worked", ()))),
            )
            for each in said["holidays"]
        ),
    )


def year_as_json(year: HolidayYear) -> dict[str, Any]:
    """Return what `year_from_json` reads."""
    return {
        "source": year.source,
        "holidays": [
            {
                "name": each.name,
                "first": each.first.isoformat(),
                "last": each.last.isoformat(),
                "worked": [day.isoformat() for day in each.worked],
            }
            for each in year.holidays
        ],
    }


# ---- in words -----------------------------------------------------------------------------

_WEEKDAY = r"(?:[（(][^）)]*[）)])?"
_DATE = rf"(?:(\d{{4}})年)?(?:(\d{{1,2}})月)?(\d{{1,2}})[日号]{_WEEKDAY}"
_OFF = re.compile(rf"{_DATE}(?:\s*(?:至|到|[-—–~～])\s*{_DATE})?[^，。；\d]*放假")
_WORKED = re.compile(rf"{_DATE}(?=(?:[、和，及]\s*{_DATE})*[^，。；、\d]*上班)")
_NUMBERING = re.compile(r"^\s*(?:[一二三四五六七八九十]+、|\d+[.、])\s*")
_EXAMPLE = "例如：春节：2月15日至2月23日放假，2月14日、2月28日上班。"


def year_words(year: HolidayYear) -> str:
    """Return the holidays of a year as `read_holidays` reads them, one a line."""
    return "\n".join(_holiday_words(each, year.year) for each in year.holidays)


def read_holidays(year: int, text: str) -> tuple[Holiday, ...]:
    """Read holidays in the words of the State Council's notice, one holiday a line.

    Raises:
        InvalidInput: a line says no days, or days that cannot be; with the line and an example.
    """
    problems: list[FieldProblem] = []
    found: list[Holiday] = []
    for line in filter(None, map(str.strip, text.splitlines())):
        try:
            found.append(_read_line(year, line))
        except ValueError as error:
            problems.append(FieldProblem(field=FIELD, message=f"「{line[:30]}」{error}"))
    if not found and not problems:
        message = f"没有填写放假安排，请照通知写上。{_EXAMPLE}"
        problems.append(FieldProblem(field=FIELD, message=message))
    problems += _contradictions(found)
    if problems:
        raise InvalidInput(problems)
    return tuple(sorted(found, key=lambda each: each.first))


def _holiday_words(holiday: Holiday, year: int) -> str:
    first, last = _day_words(holiday.first, year), _day_words(holiday.last, year)
    days = first if holiday.first == holiday.last else f"{first}至{last}"
    worked = "、".join(_day_words(day, year) for day in holiday.worked)
    return f"{holiday.name}：{days}放假" + (f"，{worked}上班。" if worked else "。")


def _day_words(day: date, year: int) -> str:
    own = "" if day.year == year else f"{day.year}年"
    return f"{own}{day.month}月{day.day}日"


def _read_line(year: int, line: str) -> Holiday:
    plain = _NUMBERING.sub("", line)
    name, colon, rest = plain.replace(":", "：").partition("：")
    off = _OFF.search(rest)
    if not colon or not name.strip() or off is None:
        raise ValueError(f"看不出放哪几天假，请照这个样子写。{_EXAMPLE}")
    first = _read_day(year, None, *off.groups()[:3])
    last = first if off[6] is None else _read_day(first.year, first.month, *off.groups()[3:])
    if last < first:
        raise ValueError("的最后一天比第一天还早，请改正。")
    if (last - first).days >= _LONGEST:
        raise ValueError(f"放假超过 {_LONGEST} 天，请核对日期。")
    if year not in (first.year, last.year):
        raise ValueError(f"不在 {year} 年，请核对年份。")
    worked: list[date] = []
    for found in _WORKED.finditer(rest, off.end()):
        month = worked[-1].month if worked else last.month
        worked.append(_read_day(year, month, *found.groups()[:3]))
    for day in worked:
        if day.weekday() < _SATURDAY:
            raise ValueError(f"里的 {_day_words(day, year)} 不是周末，本来就上班，请核对。")
    return Holiday(name=name.strip(), first=first, last=last, worked=tuple(worked))


def _read_day(year: int, month: int | None, *said: str | None) -> date:
    said_year, said_month, said_day = said
    if said_month is None and month is None:
        raise ValueError(f"没有写月份，请写上。{_EXAMPLE}")
    number = int(said_month) if said_month else month or 0
    try:
        return date(int(said_year or year), number, int(said_day or 0))
    except ValueError as error:
        raise ValueError(f"里的 {number}月{said_day}日 没有这一天，请改正。") from error


def _contradictions(holidays: Iterable[Holiday]) -> Iterator[FieldProblem]:
    off: dict[date, str] = {}
    known = list(holidays)
    for holiday in known:
        twice = next((day for day in holiday.days() if day in off), None)
        if twice is not None:
            message = f"{twice.month}月{twice.day}日 在「{off[twice]}」和「{holiday.name}」里都有，"
            yield FieldProblem(field=FIELD, message=f"{message}请改正。")
        off |= dict.fromkeys(holiday.days(), holiday.name)
    for holiday in known:
        for day in holiday.worked:
            if day in off:
                message = f"{day.month}月{day.day}日 又放假又上班，请改正。"
                yield FieldProblem(field=FIELD, message=message)
