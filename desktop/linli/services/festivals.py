"""Ethnic festivals (民族节日): entered year by year, and given as leave in one step."""

from dataclasses import dataclass
from datetime import date, timedelta

from linli.domain.accounts import Right
from linli.domain.changes import Changes
from linli.domain.festivals import FestivalLine, festival_leaves, festival_line
from linli.domain.workers import Leave
from linli.domain.working_days import HolidayYear, read_holidays
from linli.errors import FieldProblem, InvalidInput, UserError
from linli.services.context import Context
from linli.storage import calendars, workers

_OWN = "本社区填写"
_YEARS = range(2000, 2100)
_SPAN = timedelta(days=1100)


@dataclass(frozen=True, kw_only=True)
class FestivalLeave:
    """A leave that would be given, and to whom by name."""

    name: str
    leave: Leave


class FestivalService:
    """What a roster keeper does with festivals. Each change is one undo step."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def years(self) -> list[HolidayYear]:
        """Return the years that were entered, the last first."""
        self._context.require(Right.READ, "查看民族节日")
        with self._context.db.reading() as connection:
            return calendars.list_years(connection, calendars.FESTIVALS)[::-1]

    def lines(self) -> list[FestivalLine]:
        """Return the festivals, the last year first, each with who keeps it and who has leave."""
        self._context.require(Right.READ, "查看民族节日")
        with self._context.db.reading() as connection:
            people = workers.list_workers(connection)
            found = []
            for year in calendars.list_years(connection, calendars.FESTIVALS)[::-1]:
                for each in year.holidays:
                    leaves = workers.list_leaves(connection, each.first, each.last)
                    found.append(festival_line(year.year, each, year.source, people, leaves))
        return found

    def save_year(self, year: int, text: str, *, source: str = "") -> Changes:
        """Save the festivals of a year, a line each (古尔邦节：5月27日至29日放假).

        Args:
            year: which year; one that is known already is replaced.
            text: the lines, as the local government announced them.
            source: the announcement.

        Raises:
            InvalidInput: the year or a line cannot be.
        """
        self._context.require(Right.ROSTER, "填写民族节日")
        if year not in _YEARS:
            message = f"没有 {year} 年这一年的民族节日，请填四位数的年份。"
            raise InvalidInput([FieldProblem(field="year", message=message)])
        entered = HolidayYear(
            year=year, holidays=read_holidays(year, text), source=source.strip() or _OWN, own=True
        )
        with self._context.writing(f"填写 {year} 年民族节日") as work:
            calendars.save_year(work.connection, entered, calendars.FESTIVALS)
        return work.changes

    def remove_year(self, year: int) -> Changes:
        """Forget the festivals of a year; leaves that were given stay."""
        self._context.require(Right.ROSTER, "填写民族节日")
        with self._context.writing(f"删去 {year} 年民族节日") as work:
            calendars.remove_year(work.connection, year, calendars.FESTIVALS)
        return work.changes

    def suggested(self) -> list[FestivalLeave]:
        """Return the leaves that those who keep festivals do not have yet."""
        self._context.require(Right.READ, "查看民族节日")
        today = self._today()
        with self._context.db.reading() as connection:
            years = calendars.list_years(connection, calendars.FESTIVALS)
            people = workers.list_workers(connection)
            leaves = workers.list_leaves(connection, today - _SPAN, today + _SPAN)
        names = {each.id: each.facts.name for each in people}
        festivals = [each for year in years for each in year.holidays]
        return [
            FestivalLeave(name=names[each.worker_id], leave=each)
            for each in festival_leaves(festivals, people, leaves, today)
        ]

    def give(self) -> tuple[int, Changes]:
        """Register the suggested leaves in one step; return how many.

        Raises:
            UserError: there is none to give.
        """
        self._context.require(Right.ROSTER, "登记民族节日请假")
        found = self.suggested()
        if not found:
            raise UserError(
                "没有要登记的民族节日请假：没有填写以后的节日，或者没有人说要过节，"
                "或者都已经登记了。"
            )
        with self._context.writing(f"登记民族节日请假 {len(found)} 次") as work:
            for each in found:
                workers.save_leave(work.session, each.leave)
        return len(found), work.changes

    def _today(self) -> date:
        return self._context.clock().date()
