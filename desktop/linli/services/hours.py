"""Attendance and hours (签到、时长): sign-in sheets, what was served, notes, hand-overs."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING

from linli.domain.accounts import Right
from linli.domain.changes import Changes
from linli.domain.hour_lists import (
    hand_over_register,
    month_hours_register,
    note_register,
    service_register,
    sign_in_register,
)
from linli.domain.hour_rules import (
    check_hand_over,
    check_note,
    check_service,
    clean_hand_over,
    clean_note,
    clean_service,
)
from linli.domain.hours import (
    DutyLine,
    HandOver,
    ServiceDraft,
    ServiceFilter,
    ServiceRecord,
    VolunteerNote,
    WorkerHours,
    sum_workers,
)
from linli.domain.register_texts import spoken
from linli.domain.registers import Register
from linli.domain.rosters import POST, month_days
from linli.domain.workers import WorkerKind
from linli.errors import FieldProblem, InvalidInput, UserError
from linli.services.context import Context
from linli.services.masking import for_office
from linli.storage import hours, roster_months, roster_plans, stations, workers

if TYPE_CHECKING:
    from linli.storage.database import Writing

_EVERY = ServiceFilter()


class HoursService:
    """What a roster keeper does with hours. Each change is one transaction and one undo step."""

    def __init__(self, context: Context) -> None:
        self._context = context

    # ---- the roster of a day ----------------------------------------------------------------

    def duty(
        self, first: date, last: date, *, plan_id: int | None = None, shift_id: int | None = None
    ) -> list[DutyLine]:
        """Return who is on the roster, day by day, shift by shift as they begin.

        Args:
            first: the first day.
            last: the last day, counted in.
            plan_id: of one roster only.
            shift_id: of one shift only.
        """
        self._context.require(Right.READ, "查看值班表")
        with self._context.db.reading() as connection:
            plans = {each.id: each for each in roster_plans.list_plans(connection)}
            shifts = {
                shift.id: shift
                for plan in plans.values()
                for shift in (
                    *plan.facts.shifts,
                    *roster_plans.list_retired(connection, plan.id),
                )
            }
            cells = roster_months.list_cells(connection, first, last)
            people = {each.id: each.facts.name for each in workers.list_workers(connection)}
            places = {each.id: each.facts.name for each in stations.list_stations(connection)}
            done = hours.recorded_shifts(connection, first, last)
        lines = []
        for number, cell in cells:
            if plan_id not in (None, number) or shift_id not in (None, cell.shift_id):
                continue
            shift = shifts[cell.shift_id]
            lines.append(
                DutyLine(
                    day=cell.day,
                    plan=plans[number].facts.name,
                    shift_id=cell.shift_id,
                    shift=shift.name,
                    post=POST[shift.post],
                    begins=shift.begins,
                    ends=shift.ends,
                    worker_id=cell.worker_id,
                    worker=people[cell.worker_id],
                    station_id=shift.station_id,
                    station=places.get(shift.station_id or 0),
                    recorded=(cell.worker_id, cell.day, cell.shift_id) in done,
                )
            )
        return sorted(lines, key=lambda each: (each.day, each.begins, each.shift_id))

    def sign_in_sheet(
        self, first: date, last: date, *, plan_id: int | None = None, shift_id: int | None = None
    ) -> Register:
        """Return a sheet to sign for a day, a shift or a month (签到表), as `duty`.

        Raises:
            UserError: nobody is on the roster on these days.
        """
        self._context.require(Right.READ, "查看值班表")
        lines = self.duty(first, last, plan_id=plan_id, shift_id=shift_id)
        days = spoken(first) if first == last else f"{spoken(first)}—{spoken(last)}"
        if not lines:
            raise UserError(f"{days}的值班表上没有人，签到表是空的；请先排班，或另选日期。")
        return for_office(self._context, sign_in_register(lines, title=f"签到表（{days}）"))

    def confirm(self, lines: Sequence[DutyLine]) -> tuple[int, Changes]:
        """Record shifts as they were planned; those recorded already stay as they are.

        Returns:
            How many were recorded, and the changes.

        Raises:
            InvalidInput: a shift is not over yet, or somebody was recorded elsewhere meanwhile.
            UserError: all are recorded already.
        """
        self._context.require(Right.ROSTER, "登记时长")
        new = [each for each in lines if not each.recorded]
        if not new:
            raise UserError("选中的班都已经登记过时长；要改的请在“时长和证明”里打开。")
        with self._context.writing(f"按值班表登记时长 {len(new)} 条") as work:
            for line in new:
                draft = line.draft(self._context.actor.name)
                hours.save_service(work.session, None, self._checked(work, draft, None))
        return len(new), work.changes

    # ---- records of service -----------------------------------------------------------------

    def records(self, wanted: ServiceFilter = _EVERY) -> list[ServiceRecord]:
        """Return records of service, the last day first."""
        self._context.require(Right.READ, "查看服务时长")
        with self._context.db.reading() as connection:
            return hours.list_services(connection, wanted)

    def add(self, draft: ServiceDraft) -> tuple[int, Changes]:
        """Record what somebody served.

        Raises:
            InvalidInput: a rule is broken, or it is recorded already.
            NotFoundError: the person or the station is gone.
        """
        self._context.require(Right.ROSTER, "登记时长")
        with self._context.writing("登记服务时长") as work:
            record_id = hours.save_service(work.session, None, self._checked(work, draft, None))
        return record_id, work.changes

    def update(self, record_id: int, draft: ServiceDraft, *, version: int) -> Changes:
        """Correct what somebody served.

        Raises:
            InvalidInput: a rule is broken, or it is recorded already.
            ConflictError: somebody changed it since `version` was read.
            NotFoundError: it is gone.
        """
        self._context.require(Right.ROSTER, "登记时长")
        with self._context.writing("修改服务时长") as work:
            record = hours.service_record(work.session, record_id, version)
            hours.save_service(work.session, record, self._checked(work, draft, record_id))
        return work.changes

    def remove(self, record_id: int) -> Changes:
        """Remove a record that was entered by mistake.

        Raises:
            NotFoundError: it is gone.
        """
        self._context.require(Right.ROSTER, "登记时长")
        with self._context.writing("删除服务时长") as work:
            work.session.delete(hours.service_record(work.session, record_id))
        return work.changes

    def register(self, wanted: ServiceFilter, title: str) -> Register:
        """Return records to print, the first day first."""
        self._context.require(Right.READ, "查看服务时长")
        made = service_register(self.records(wanted)[::-1], title=title)
        return for_office(self._context, made)

    def month_sums(self, month: date, kind: WorkerKind | None = None) -> list[WorkerHours]:
        """Return what everybody served in the month of a day."""
        self._context.require(Right.READ, "查看服务时长")
        days = month_days(month)
        return sum_workers(self.records(ServiceFilter(first=days[0], last=days[-1], kind=kind)))

    def month_register(self, month: date, kind: WorkerKind | None = None) -> Register:
        """Return the sums of a month to print, with those since January."""
        self._context.require(Right.READ, "查看服务时长")
        since = ServiceFilter(first=month.replace(month=1, day=1), last=month_days(month)[-1])
        year = {each.worker_id: each.quarters for each in sum_workers(self.records(since))}
        made = month_hours_register(month, self.month_sums(month, kind), year)
        return for_office(self._context, made)

    # ---- training, praise, evaluation -------------------------------------------------------

    def notes(self, worker_id: int | None = None) -> list[VolunteerNote]:
        """Return training, praise and evaluation of one volunteer or all, the last first."""
        self._context.require(Right.READ, "查看志愿者培训和表彰")
        with self._context.db.reading() as connection:
            return hours.list_notes(connection, worker_id)

    def save_note(self, note: VolunteerNote) -> tuple[int, Changes]:
        """Add training, praise or evaluation, or change one that has an id.

        Raises:
            InvalidInput: a rule is broken, or it is of somebody who is no volunteer.
            NotFoundError: the person or the entry is gone.
        """
        self._context.require(Right.ROSTER, "登记志愿者培训和表彰")
        clean = clean_note(note)
        problems = check_note(clean, self._today())
        with self._context.writing("登记志愿者培训和表彰") as work:
            person = workers.get_worker(work.connection, clean.worker_id).facts
            if person.kind is not WorkerKind.VOLUNTEER:
                message = f"「{person.name}」不是志愿者，请选一位志愿者。"
                problems.append(FieldProblem(field="worker_id", message=message))
            if problems:
                raise InvalidInput(problems)
            note_id = hours.save_note(work.session, clean)
        return note_id, work.changes

    def remove_note(self, note_id: int) -> Changes:
        """Remove training, praise or evaluation that was entered by mistake.

        Raises:
            NotFoundError: it is gone.
        """
        self._context.require(Right.ROSTER, "登记志愿者培训和表彰")
        with self._context.writing("删除志愿者培训和表彰") as work:
            hours.remove_note(work.session, note_id)
        return work.changes

    def note_register(self, worker_id: int | None, title: str) -> Register:
        """Return training, praise and evaluation to print, the first day first."""
        self._context.require(Right.READ, "查看志愿者培训和表彰")
        return for_office(self._context, note_register(self.notes(worker_id)[::-1], title=title))

    # ---- hand-overs -------------------------------------------------------------------------

    def hand_overs(self, first: date | None = None, last: date | None = None) -> list[HandOver]:
        """Return hand-overs of a span of days, the last first."""
        self._context.require(Right.READ, "查看交接班")
        with self._context.db.reading() as connection:
            return hours.list_hand_overs(connection, first, last)

    def save_hand_over(self, note: HandOver) -> tuple[int, Changes]:
        """Add a hand-over, or change one that has an id.

        Raises:
            InvalidInput: a rule is broken.
            ConflictError: somebody changed it since it was read.
            NotFoundError: somebody or the entry is gone.
        """
        self._context.require(Right.ROSTER, "登记交接班")
        clean = clean_hand_over(note)
        if problems := check_hand_over(clean, self._today()):
            raise InvalidInput(problems)
        with self._context.writing("登记交接班") as work:
            for worker_id in (clean.given_id, clean.taken_id):
                workers.get_worker(work.connection, worker_id or 0)
            note_id = hours.save_hand_over(work.session, clean)
        return note_id, work.changes

    def remove_hand_over(self, note_id: int) -> Changes:
        """Remove a hand-over that was entered by mistake.

        Raises:
            NotFoundError: it is gone.
        """
        self._context.require(Right.ROSTER, "登记交接班")
        with self._context.writing("删除交接班") as work:
            hours.remove_hand_over(work.session, note_id)
        return work.changes

    def hand_over_register(self, first: date | None, last: date | None, title: str) -> Register:
        """Return hand-overs to print, the first first."""
        self._context.require(Right.READ, "查看交接班")
        made = hand_over_register(self.hand_overs(first, last)[::-1], title=title)
        return for_office(self._context, made)

    # ---- inside -----------------------------------------------------------------------------

    def _checked(self, work: "Writing", draft: ServiceDraft, own_id: int | None) -> ServiceDraft:
        """Return a record in normal form that breaks no rule and counts nothing twice."""
        workers.get_worker(work.connection, draft.worker_id)
        if draft.station_id is not None:
            stations.get_record(work.session, draft.station_id)
        clean = clean_service(draft)
        others = hours.list_near(work.connection, clean, own_id)
        problems = check_service(clean, self._today(), others)
        span = clean.span
        if not problems and span is not None and span[1] > self._now():
            message = f"「{spoken(clean.day)} {span[1]:%H:%M}」还没有到，等这一班结束再登记。"
            problems.append(FieldProblem(field="ends", message=message))
        if problems:
            raise InvalidInput(problems)
        return clean

    def _now(self) -> datetime:
        return self._context.clock().replace(tzinfo=None)

    def _today(self) -> date:
        return self._context.clock().date()
