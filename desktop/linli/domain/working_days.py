"""Working days (工作日): Monday to Friday, save holidays, and the weekends worked for them (调休).

Of a year whose holidays are not known, such as one that the State Council has not announced yet,
only weekends are free; `is_known` tells. The day from which a term runs is not counted
(民法典第 201 条).
"""

import json
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from linli.paths import resource

_SATURDAY = 5


@dataclass(frozen=True)
class _Year:
    free: frozenset[date]
    worked: frozenset[date]


def is_known(year: int) -> bool:
    """Whether the holidays of a year are known."""
    return year in _years()


def is_working_day(day: date) -> bool:
    """Whether offices are open on a day, as far as its year is known."""
    year = _years().get(day.year)
    if year is not None and day in year.free | year.worked:
        return day in year.worked
    return day.weekday() < _SATURDAY


def after_working_days(day: date, count: int) -> date:
    """Return the working day that is `count` working days after `day`."""
    while count > 0:
        day += timedelta(days=1)
        count -= is_working_day(day)
    return day


def working_days_until(day: date, until: date) -> int:
    """Return how many working days are left after `day` up to and with `until`; below 0 if past."""
    if until < day:
        return -working_days_until(until, day)
    return sum(is_working_day(day + timedelta(days=n)) for n in range(1, (until - day).days + 1))


@cache
def _years() -> dict[int, _Year]:
    data = json.loads(resource("codes/holidays.json").read_text(encoding="utf-8"))
    return {
        int(year): _Year(
            frozenset(day for span in said["off"] for day in _span(year, span)),
            frozenset(date.fromisoformat(f"{year}-{day}") for day in said["work"]),
        )
        for year, said in data["years"].items()
    }


def _span(year: str, span: str) -> list[date]:
    first, last = (date.fromisoformat(f"{year}-{day}") for day in span.split("/"))
    return [first + timedelta(days=n) for n in range((last - first).days + 1)]
