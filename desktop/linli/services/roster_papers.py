"""Papers of a roster that leave the ledger (值班表的打印和导出), each recorded."""

from collections.abc import Collection, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from linli.domain.accounts import Right
from linli.domain.paper import A4, CardSize
from linli.domain.register_texts import spoken
from linli.domain.roster_calendar import calendar_entries
from linli.domain.roster_papers import (
    door_sheet,
    hand_over_register,
    in_order,
    month_title,
    phone_register,
    roster_book,
    slips,
)
from linli.domain.roster_sheet import WallSheet, wall_sheet
from linli.domain.rosters import Plan, RosterMonth
from linli.domain.settings import HallFacts
from linli.domain.station_duty import station_doors
from linli.domain.workers import Worker
from linli.domain.working_days import Calendar
from linli.errors import UserError
from linli.progress import SILENT, Progress
from linli.services.context import Context
from linli.services.fonts import library_of
from linli.services.letter_pdfs import foot_of
from linli.services.masking import for_office
from linli.services.outputs import leaving
from linli.services.registers import RegisterService
from linli.storage import (
    calendars,
    files,
    roster_facts,
    roster_months,
    roster_plans,
    settings,
    stations,
    workers,
)
from linli.storage.problems import file_problems

_A4_ACROSS = CardSize(width=A4.height, height=A4.width)


@dataclass(frozen=True, kw_only=True)
class _Month:
    """What the papers of a month are made of."""

    plan: Plan
    month: RosterMonth
    names: Mapping[int, str]
    calendar: Calendar
    sheet: WallSheet


class RosterPaperService:
    """Prints a roster, and writes it to files."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def wall(self, plan_id: int, month: date, *, small: bool = False) -> bytes:
        """Make the PDF of a month for the wall: A3 across, or A4 where `small`.

        Raises:
            UserError: nobody is on the roster yet.
            UnprintableTextError: no font here draws some character.
        """
        self._context.require(Right.PRINT, "打印值班表")
        from linli.printing.rosters import LARGE, render_wall

        found = self._filled(plan_id, month)
        with leaving(self._context, "打印值班表", month_title(found.plan, month)):
            return render_wall(
                found.sheet,
                printed=foot_of(self._context),
                paper=_A4_ACROSS if small else LARGE,
                library=library_of(self._context),
            )

    def door(self, plan_id: int, first: date, last: date) -> bytes:
        """Make the PDF of the notice on the door for a day or some days.

        Raises:
            UserError: nobody is on duty on any of them.
            UnprintableTextError: no font here draws some character.
        """
        self._context.require(Right.PRINT, "打印值班公示")
        from linli.printing.roster_door import render_door

        months = dict.fromkeys((first.replace(day=1), last.replace(day=1)))
        found = [self._load(plan_id, each) for each in months]
        sheet = door_sheet(
            found[0].plan,
            [each.sheet for each in found],
            first,
            last,
            self._hall(),
            published=all(each.month.published_on for each in found),
        )
        with leaving(self._context, "打印值班公示", f"{sheet.title} {sheet.span}"):
            return render_door(
                sheet, printed=foot_of(self._context), library=library_of(self._context)
            )

    def stations(self, day: date, station_ids: Collection[int] = ()) -> bytes:
        """Make the PDF of who is on duty at stations on a day, a page each, from all rosters.

        Args:
            day: the day.
            station_ids: which; none: all.

        Raises:
            UserError: nobody is on duty at any of them.
            UnprintableTextError: no font here draws some character.
        """
        self._context.require(Right.PRINT, "打印站点值班")
        from linli.printing.roster_door import render_doors

        with self._context.db.reading() as connection:
            plans = roster_plans.list_plans(connection)
            months = [roster_months.get_month(connection, each.id, day) for each in plans]
            found = stations.list_stations(connection)
            sheets = station_doors(
                [each for each in found if not station_ids or each.id in station_ids],
                day,
                plans,
                roster_months.list_cells(connection, day, day),
                _names(workers.list_workers(connection)),
                workers.list_leaves(connection, day, day),
                calendars.get_calendar(connection),
                settings.get_hall(connection),
                frozenset(each.plan_id for each in months if each.published_on is None),
            )
        if not sheets:
            raise UserError(
                f"{spoken(day)}值班表里没有给选的站点排人，没有可打印的；"
                "班次是哪个站点的，在“班次和规则”里选。"
            )
        detail = {"份数": str(len(sheets))}
        with leaving(self._context, "打印站点值班", f"站点值班 {spoken(day)}", detail):
            return render_doors(
                sheets, printed=foot_of(self._context), library=library_of(self._context)
            )

    def slips(
        self,
        plan_id: int,
        month: date,
        only: Collection[int] = (),
        progress: Progress = SILENT,
    ) -> bytes:
        """Make the PDF of personal slips, four on a sheet.

        Args:
            plan_id: the plan.
            month: any day of the month.
            only: whose slips; nobody: of all who have a shift.
            progress: told after each sheet.

        Raises:
            UserError: nobody is on the roster yet.
            UnprintableTextError: no font here draws some character.
            Cancelled: the clerk stopped it.
        """
        self._context.require(Right.PRINT, "打印个人值班条")
        from linli.printing.roster_slips import render_slips

        found = self._filled(plan_id, month)
        made = slips(found.plan, found.month, found.sheet, found.names, found.calendar, only)
        if not made:
            raise UserError("选的人这个月没有值班，没有值班条可打；请另选。")
        detail = {"份数": str(len(made))}
        with leaving(self._context, "打印个人值班条", month_title(found.plan, month), detail):
            return render_slips(
                made,
                printed=foot_of(self._context),
                library=library_of(self._context),
                progress=progress,
            )

    def phones(self, plan_id: int, *, reason: str | None = None) -> bytes:
        """Make the PDF of everybody's phones: masked, in full for a reason.

        Raises:
            NotAllowedError: full numbers are asked for without the right to see them.
            UserError: nobody takes part.
            UnprintableTextError: no font here draws some character.
        """
        self._context.require(Right.PRINT, "打印值班电话表")
        reason = (reason or "").strip() or None
        with self._context.db.reading() as connection:
            plan = roster_plans.get_plan(connection, plan_id)
            people = workers.list_workers(connection)
        register = for_office(
            self._context,
            phone_register(plan, people, self._hall()),
            revealed=reason is not None,
        )
        return RegisterService(self._context).pdf(register, reason=reason)

    def hand_over(self, plan_id: int, month: date, progress: Progress = SILENT) -> bytes:
        """Make the PDF of a month's book of hand-overs, to be filled in by hand.

        Raises:
            UserError: no shift is held in the month.
            UnprintableTextError: no font here draws some character.
            Cancelled: the clerk stopped it.
        """
        self._context.require(Right.PRINT, "打印交接班记录")
        register = hand_over_register(self._load(plan_id, month).sheet)
        return RegisterService(self._context).pdf(register, across=True, progress=progress)

    def people(self, plan_id: int, month: date) -> list[tuple[int, str]]:
        """Return (number, name) of those who have a shift in a month, in the plan's order."""
        self._context.require(Right.READ, "查看值班表")
        found = self._load(plan_id, month)
        ids = {cell.worker_id for cell in found.month.cells}
        return [(each, found.names.get(each, "")) for each in in_order(found.plan, ids)]

    def calendar(self, plan_id: int, month: date, worker_id: int, path: Path) -> int:
        """Write somebody's own shifts as .ics for a phone and return how many entries it has.

        Args:
            plan_id: the plan.
            month: any day of the month.
            worker_id: whose.
            path: the file; it appears only when it is complete.

        Raises:
            UserError: there is no shift to write.
            StorageProblem: the file cannot be written; an old one is untouched.
        """
        self._context.require(Right.PRINT, "导出值班日历")
        from linli.exchange.calendar_file import calendar_bytes

        found, hall = self._load(plan_id, month), self._hall()
        with self._context.db.reading() as connection:
            places = {each.id: each.facts.name for each in stations.list_stations(connection)}
        entries = calendar_entries(
            found.plan,
            found.month,
            worker_id,
            hall=hall.community,
            place=hall.hall_name,
            stations=places,
        )
        if not entries:
            raise UserError("这个人这个月没有值班，没有日历可导出；请另选一位。")
        title = month_title(found.plan, month)
        content = calendar_bytes(title, entries, self._context.clock())
        with leaving(self._context, "导出值班日历", title, {"班次": str(len(entries))}):
            files.replace_file(path, content)
        return len(entries)

    def workbook(self, plan_id: int, month: date, path: Path) -> None:
        """Write a month as .xlsx: days × shifts, people × days with hours, changes since.

        Raises:
            UserError: nobody is on the roster yet.
            StorageProblem: the file cannot be written; an old one is untouched.
        """
        self._context.require(Right.PRINT, "导出值班表")
        from linli.exchange.roster_workbook import write_roster

        found = self._filled(plan_id, month)
        book = roster_book(found.plan, found.month, found.sheet, found.names)
        temporary = path.with_name(f"{path.name}.tmp")
        with leaving(self._context, "导出值班表", month_title(found.plan, month)):
            try:
                with file_problems(path):
                    write_roster(temporary, book)
                files.rename(temporary, path)
            finally:
                with suppress(OSError):
                    temporary.unlink(missing_ok=True)

    # ---- inside -------------------------------------------------------------------------------

    def _load(self, plan_id: int, month: date) -> _Month:
        with self._context.db.reading() as connection:
            plan = roster_plans.get_plan(connection, plan_id)
            found = roster_months.get_month(connection, plan_id, month)
            problem = roster_facts.load_problem(connection, plan, found)
            names = _names(workers.list_workers(connection))
            calendar = calendars.get_calendar(connection)
        sheet = wall_sheet(plan, found, problem, names, calendar)
        return _Month(plan=plan, month=found, names=names, calendar=calendar, sheet=sheet)

    def _filled(self, plan_id: int, month: date) -> _Month:
        """Return a month on which somebody is.

        Raises:
            UserError: nobody is.
        """
        found = self._load(plan_id, month)
        if not found.month.cells:
            raise UserError(
                f"{month_title(found.plan, month)}还是空的，没有可打印或导出的；请先排班。"
            )
        return found

    def _hall(self) -> HallFacts:
        with self._context.db.reading() as connection:
            return settings.get_hall(connection)


def _names(people: Collection[Worker]) -> dict[int, str]:
    return {each.id: each.facts.name for each in people}
