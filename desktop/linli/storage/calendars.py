"""The hall's calendar (节假日表): shipped years, those entered here, and ethnic festivals."""

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
FESTIVALS = "festivals"
"""Ethnic festivals (民族节日), year by year as holidays are kept."""


def get_calendar(connection: Connection) -> Calendar:
    """Return which days are worked; a year entered here stands for the shipped one."""
    known = shipped_calendar().with_years(list_years(connection, HOLIDAYS))
    return known.with_festivals(list_years(connection, FESTIVALS))


def list_years(connection: Connection, key: str) -> list[HolidayYear]:
    """Return the years that were entered under a key, the first first."""
    kept = find_value(connection, key) or {}
    return [year_from_json(int(year), kept[year], own=True) for year in sorted(kept)]


def save_year(connection: Connection, year: HolidayYear, key: str = HOLIDAYS) -> None:
    """Keep the holidays of a year as this hall's own."""
    kept = find_value(connection, key) or {}
    save_value(connection, key, kept | {str(year.year): year_as_json(year)})


def remove_year(connection: Connection, year: int, key: str = HOLIDAYS) -> None:
    """Forget what was entered of a year; what the program brings along counts again."""
    kept = find_value(connection, key) or {}
    save_value(connection, key, {each: kept[each] for each in kept if each != str(year)})
