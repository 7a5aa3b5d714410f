"""The hall's calendar (节假日表): the shipped years, and those that were entered here."""

from sqlalchemy import Connection

from linli.domain.working_days import (
    Calendar,
    HolidayYear,
    shipped_calendar,
    year_as_json,
    year_from_json,
)
from linli.storage.settings import find_value, save_value

HOLIDAYS = "holidays"


def get_calendar(connection: Connection) -> Calendar:
    """Return which days are worked; a year entered here stands for the shipped one."""
    return shipped_calendar().with_years(_own_years(connection))


def save_year(connection: Connection, year: HolidayYear) -> None:
    """Keep the holidays of a year as this hall's own."""
    kept = find_value(connection, HOLIDAYS) or {}
    save_value(connection, HOLIDAYS, kept | {str(year.year): year_as_json(year)})


def remove_year(connection: Connection, year: int) -> None:
    """Forget what was entered of a year; what the program brings along counts again."""
    kept = find_value(connection, HOLIDAYS) or {}
    save_value(connection, HOLIDAYS, {each: kept[each] for each in kept if each != str(year)})


def _own_years(connection: Connection) -> list[HolidayYear]:
    kept = find_value(connection, HOLIDAYS) or {}
    return [year_from_json(int(year), said, own=True) for year, said in kept.items()]
