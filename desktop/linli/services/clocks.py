"""What is due when (到期提醒): cases, petitions and suggestions in one list with traffic lights.

Whoever may not see a register sees none of its clocks: cases want `Right.MEDIATE`, petitions
`Right.SENSITIVE`. Nothing is kept: clocks follow from the records, the limits and the calendar.
"""

from dataclasses import replace
from datetime import date

from linli.domain.accounts import Right
from linli.domain.case_clocks import clocks_of
from linli.domain.case_flow import Stage
from linli.domain.cases import CaseFilter
from linli.domain.clock_lists import (
    CalendarDay,
    clock_register,
    month_span,
    month_weeks,
)
from linli.domain.clocks import (
    OPEN_LIGHTS,
    UNCERTAIN,
    Clock,
    ClockFilter,
    ClockSummary,
    Light,
    fits,
    in_order,
    summary_of,
)
from linli.domain.limits import Area
from linli.domain.petition_clocks import PetitionClocks
from linli.domain.petitions import PetitionFilter
from linli.domain.register_texts import spoken_month
from linli.domain.registers import Register
from linli.domain.suggestion_clocks import clocks_of_suggestion
from linli.domain.suggestions import SuggestionFilter
from linli.services.context import Context
from linli.services.fonts import library_of
from linli.services.letter_pdfs import community_of
from linli.services.masking import for_office
from linli.services.outputs import leaving
from linli.storage import calendars, case_lists, cases, limits, petitions, suggestions

_EVERY = ClockFilter()
_ALL_LIGHTS = frozenset(Light)


class ClockService:
    """What a clerk sees of what is due; asking changes nothing."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def list_all(self, wanted: ClockFilter = _EVERY) -> list[Clock]:
        """Return clocks, open ones first, what is due first; of open matters unless `wanted`.

        Of cases that are filed there are only clocks that have stopped (`Light.DONE`).
        """
        self._context.require(Right.READ, "查看到期提醒")
        return sorted((each for each in self._clocks(wanted) if fits(each, wanted)), key=in_order)

    def of_case(self, case_id: int) -> list[Clock]:
        """Return the clocks of a case, open ones first, what is due first.

        Raises:
            NotFoundError: it is gone.
        """
        self._context.require(Right.MEDIATE, "查看调解期限")
        with self._context.db.reading() as connection:
            case = cases.get_case(connection, case_id)
            known, calendar = limits.get_limits(connection), calendars.get_calendar(connection)
        return sorted(clocks_of(case, known, calendar, self._today()), key=in_order)

    def summary(self) -> ClockSummary:
        """Return how many are overdue, due today, and soon due."""
        self._context.require(Right.READ, "查看到期提醒")
        return summary_of(self.list_all())

    def month(self, month: date) -> list[tuple[CalendarDay, ...]]:
        """Return the weeks of a month with what falls due, also what is done already."""
        self._context.require(Right.READ, "查看到期提醒")
        first, last = month_span(month)
        wanted = ClockFilter(lights=_ALL_LIGHTS, since=first, until=last)
        found = self.list_all(wanted)
        with self._context.db.reading() as connection:
            calendar = calendars.get_calendar(connection)
        return month_weeks(month, found, calendar)

    def register(self, wanted: ClockFilter, title: str) -> Register:
        """Return what is due to print, numbers in it masked."""
        self._context.require(Right.READ, "查看到期提醒")
        return for_office(self._context, clock_register(self.list_all(wanted), title=title))

    def month_pdf(self, month: date) -> bytes:
        """Make the PDF of a month on A4 laid across, with a list behind it where a day is full.

        Raises:
            UnprintableTextError: no font here draws some character.
        """
        self._context.require(Right.PRINT, "打印期限日历")
        from linli.printing.foot import printed_by
        from linli.printing.month_sheet import render_month

        weeks = self.month(month)
        due = [each for week in weeks for day in week if not day.outside for each in day.clocks]
        title = f"期限日历　{spoken_month(month)}"
        behind = for_office(self._context, clock_register(due, title=title))
        printed = printed_by(self._context.actor.name, self._context.clock())
        with leaving(self._context, "打印期限日历", f"{month:%Y-%m}", {"行数": str(len(due))}):
            return render_month(
                title,
                weeks,
                replace(behind, printed=printed),
                subtitle="　".join(filter(None, (community_of(self._context), self._doubt(month)))),
                printed=printed,
                library=library_of(self._context),
            )

    def _doubt(self, month: date) -> str:
        """Return what is said of a year whose holidays nobody knows yet, else nothing."""
        with self._context.db.reading() as connection:
            known = calendars.get_calendar(connection).knows(month.year)
        return "" if known else f"{month.year} 年的{UNCERTAIN}"

    def _clocks(self, wanted: ClockFilter) -> list[Clock]:
        """Return the clocks of the registers that are asked for and may be seen."""
        may, area = self._context.may, wanted.area
        stopped = Light.DONE in (wanted.lights or OPEN_LIGHTS)
        is_open = None if stopped else True
        found: list[Clock] = []
        with self._context.db.reading() as connection:
            known, calendar = limits.get_limits(connection), calendars.get_calendar(connection)
            parts = (known, calendar, self._today())
            if may(Right.MEDIATE) and area in (None, Area.MEDIATION):
                out = {Stage.VOID} if stopped else {Stage.VOID, Stage.ARCHIVED}
                stages = frozenset(Stage) - out
                ids = case_lists.list_ids(connection, CaseFilter(stages=stages))
                for case in cases.load_cases(connection, ids):
                    found += clocks_of(case, *parts)
            if may(Right.SENSITIVE) and area in (None, Area.PETITION):
                of = PetitionClocks(*parts).of
                asked = PetitionFilter(is_open=is_open)
                for petition in petitions.list_petitions(connection, asked):
                    found += of(petition)
            if area in (None, Area.SUGGESTION):
                offered = SuggestionFilter(is_open=is_open)
                for each in suggestions.list_suggestions(connection, offered):
                    found += clocks_of_suggestion(each, *parts)
        return found

    def _today(self) -> date:
        return self._context.clock().date()
