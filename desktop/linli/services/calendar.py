"""The hall's calendar (节假日表): holidays, worked weekends, and years nobody knows yet."""

from linli.domain.accounts import Right
from linli.domain.changes import Changes
from linli.domain.working_days import (
    Calendar,
    HolidayYear,
    read_holidays,
)
from linli.errors import FieldProblem, InvalidInput
from linli.services.context import Context
from linli.storage import calendars

_OWN = "本社区填写"
_YEARS = range(2000, 2100)


class CalendarService:
    """What counts as a working day here. Each change is one transaction and one undo step."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def calendar(self) -> Calendar:
        """Return which days are worked."""
        with self._context.db.reading() as connection:
            return calendars.get_calendar(connection)

    def save_year(self, year: int, text: str, *, source: str = "") -> Changes:
        """Save the holidays of a year, written as in the State Council's notice, a line each.

        Args:
            year: which year; one that is known already is replaced.
            text: the lines.
            source: where they are from, such as the notice's title.

        Raises:
            InvalidInput: the year or a line cannot be.
        """
        self._context.require(Right.SETTINGS, "修改节假日表")
        if year not in _YEARS:
            message = f"没有 {year} 年这一年的节假日表，请填四位数的年份。"
            raise InvalidInput([FieldProblem(field="year", message=message)])
        entered = HolidayYear(
            year=year,
            holidays=read_holidays(year, text),
            source=source.strip() or _OWN,
            own=True,
        )
        with self._context.writing(f"修改设置：{year} 年节假日") as work:
            calendars.save_year(work.connection, entered)
        return work.changes

    def remove_year(self, year: int) -> Changes:
        """Forget what was entered of a year; what the program brings along counts again."""
        self._context.require(Right.SETTINGS, "修改节假日表")
        with self._context.writing(f"修改设置：删去填写的 {year} 年节假日") as work:
            calendars.remove_year(work.connection, year)
        return work.changes
