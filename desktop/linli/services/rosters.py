"""Rosters (值班表): plans, months, what is wrong with them, filling, publishing, changes since."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from linli.domain.accounts import Right
from linli.domain.changes import Changes
from linli.domain.register_texts import spoken_month
from linli.domain.registers import Register
from linli.domain.roster_checks import barred_words, clash_words, conflicts, place_words
from linli.domain.roster_lists import OnDuty, month_register, on_duty
from linli.domain.roster_problem import Bar, Filled, Problem
from linli.domain.roster_reasons import why, why_not
from linli.domain.roster_remarks import remarks
from linli.domain.roster_rules import check_change, check_plan, clean_change, clean_plan
from linli.domain.roster_standing import Clash, Standing
from linli.domain.rosters import (
    Cell,
    ChangeKind,
    Conflict,
    ConflictKind,
    Plan,
    PlanDraft,
    RosterChange,
    RosterMonth,
    Wish,
)
from linli.domain.workers import WorkerFilter, away
from linli.errors import FieldProblem, InvalidInput, UserError
from linli.progress import SILENT, Progress
from linli.services.context import Context
from linli.services.masking import masks_of
from linli.storage import calendars, roster_facts, roster_months, roster_plans, workers

if TYPE_CHECKING:
    from linli.storage.database import Writing
    from linli.storage.roster_schema import RosterMonthRecord

_DAY = timedelta(days=1)
FILL_SECONDS = 30.0
"""How long a roster is filled at most."""
_NEVER = frozenset({Bar.NOT_SERVING, Bar.AWAY, Bar.BUSY})
"""What nobody can agree away when somebody stands in."""


class RosterService:
    """What a roster keeper does. Each change is one transaction and one undo step."""

    def __init__(self, context: Context) -> None:
        self._context = context

    # ---- plans ------------------------------------------------------------------------------

    def plans(self) -> list[Plan]:
        """Return all plans in the hall's order."""
        self._context.require(Right.READ, "查看值班表")
        with self._context.db.reading() as connection:
            return roster_plans.list_plans(connection)

    def get_plan(self, plan_id: int) -> Plan:
        """Return a plan.

        Raises:
            NotFoundError: there is no such plan.
        """
        self._context.require(Right.READ, "查看值班表")
        with self._context.db.reading() as connection:
            return roster_plans.get_plan(connection, plan_id)

    def save_plan(
        self, draft: PlanDraft, plan_id: int | None = None, *, version: int | None = None
    ) -> tuple[int, Changes]:
        """Add a plan, or change one with its shifts and people.

        Raises:
            InvalidInput: something is missing or cannot be.
            ConflictError: it was changed since `version` was read.
            NotFoundError: it is gone.
        """
        self._context.require(Right.ROSTER, "修改班次和规则")
        clean = clean_plan(draft)
        problems = check_plan(clean)
        same = [each for each in self.plans() if each.facts.name == clean.name]
        if any(each.id != plan_id for each in same):
            message = f"已经有一张值班表叫「{clean.name}」，请换一个名称。"
            problems.append(FieldProblem(field="name", message=message))
        if problems:
            raise InvalidInput(problems)
        verb = "添加" if plan_id is None else "修改"
        with self._context.writing(f"{verb}值班表 {clean.name}") as work:
            saved = roster_plans.save_plan(work.session, plan_id, clean, version)
        return saved, work.changes

    def remove_plan(self, plan_id: int) -> Changes:
        """Remove a plan of which no month was begun.

        Raises:
            UserError: months were made of it.
            NotFoundError: it is gone.
        """
        self._context.require(Right.ROSTER, "删除值班表")
        with self._context.writing("删除值班表") as work:
            record = roster_plans.get_plan_record(work.session, plan_id)
            if roster_plans.has_months(work.connection, plan_id):
                raise UserError(
                    f"「{record.name}」已经排过班，要留着备查，不能删除；不再用的，请把参加的人都去掉。"
                )
            work.session.delete(record)
        return work.changes

    # ---- a month ----------------------------------------------------------------------------

    def month(self, plan_id: int, month: date) -> RosterMonth:
        """Return a month of a plan."""
        self._context.require(Right.READ, "查看值班表")
        with self._context.db.reading() as connection:
            return roster_months.get_month(connection, plan_id, month)

    def problem(self, plan_id: int, month: date, kept: tuple[Cell, ...] = ()) -> Problem:
        """Return what a month has to solve: needs, who can meet them, turns before.

        Raises:
            NotFoundError: the plan is gone.
        """
        self._context.require(Right.READ, "查看值班表")
        with self._context.db.reading() as connection:
            plan = roster_plans.get_plan(connection, plan_id)
            found = roster_months.get_month(connection, plan_id, month)
            return roster_facts.load_problem(connection, plan, found, kept)

    def conflicts(self, plan_id: int, month: date) -> list[Conflict]:
        """Return what is wrong with a month, day by day."""
        self._context.require(Right.READ, "查看值班表")
        return conflicts(self.problem(plan_id, month), self.month(plan_id, month).cells)

    def remarks(self, plan_id: int, month: date) -> list[Conflict]:
        """Return what is to be known of a month although no rule is broken, day by day."""
        self._context.require(Right.READ, "查看值班表")
        return remarks(self.problem(plan_id, month), self.month(plan_id, month).cells)

    def save_cells(
        self,
        plan_id: int,
        month: date,
        cells: Iterable[Cell],
        *,
        version: int,
        action: str = "排班",
    ) -> Changes:
        """Bring a month that is not published to these cells.

        Args:
            plan_id: the plan.
            month: any day of the month.
            cells: all cells of the month.
            version: of the month, as it was read.
            action: what the undo step is called.

        Raises:
            UserError: the month is published.
            ConflictError: it was changed since `version` was read.
        """
        self._context.require(Right.ROSTER, "排班")
        plan = self.get_plan(plan_id)
        with self._context.writing(f"{action}：{_title(plan, month)}") as work:
            record = self._draft(work, plan_id, month, version)
            roster_months.save_cells(work.session, record, cells)
        return work.changes

    def set_wish(self, wish: Wish, *, gone: bool = False) -> Changes:
        """Keep what somebody would like, or forget it."""
        self._context.require(Right.ROSTER, "登记值班意愿")
        with self._context.writing("登记值班意愿") as work:
            roster_months.set_wish(work.session, wish, gone=gone)
        return work.changes

    # ---- filling ----------------------------------------------------------------------------

    def fill(
        self,
        plan_id: int,
        month: date,
        *,
        keep_all: bool = False,
        seconds: float = FILL_SECONDS,
        progress: Progress = SILENT,
    ) -> tuple[Filled, Changes]:
        """Fill a month and keep it: locked cells stay, others only if `keep_all`.

        Stopped or out of time, the best so far is kept; nothing breaks a hard rule.

        Raises:
            UserError: the month is published, or nobody takes part.
        """
        self._context.require(Right.ROSTER, "自动排班")
        from linli.rostering.filling import fill

        before, plan = self.month(plan_id, month), self.get_plan(plan_id)
        if before.published_on is not None:
            raise _frozen(before)
        if not plan.facts.worker_ids:
            raise UserError(
                f"「{plan.facts.name}」还没有人参加，排不了班；请先在「班次和规则」里选参加的人。"
            )
        kept = tuple(cell for cell in before.cells if keep_all or cell.locked)
        filled = fill(self.problem(plan_id, month, kept), seconds=seconds, progress=progress)
        changes = self.save_cells(
            plan_id, month, filled.cells, version=before.version, action="自动排班"
        )
        return filled, changes

    def why(self, plan_id: int, month: date, cell: Cell) -> str:
        """Return why somebody is on a shift, in a sentence."""
        self._context.require(Right.READ, "查看值班表")
        return why(self.problem(plan_id, month), self.month(plan_id, month).cells, cell)

    def why_not(self, plan_id: int, month: date, worker_id: int, cell: Cell) -> str:
        """Return why somebody is not on the shift of a cell, in a sentence."""
        self._context.require(Right.READ, "查看值班表")
        problem = self.problem(plan_id, month)
        need = problem.need[cell.day, cell.shift_id]
        return why_not(problem, self.month(plan_id, month).cells, worker_id, need)

    # ---- publishing, and changes since --------------------------------------------------------

    def publish(self, plan_id: int, month: date, *, version: int, despite: bool = False) -> Changes:
        """Freeze a month: from now on it changes by swaps and stand-ins only.

        Args:
            plan_id: the plan.
            month: any day of the month.
            version: of the month, as it was read.
            despite: publish although something is wrong with it.

        Raises:
            UserError: it is published, empty, or something is wrong and `despite` is not said.
            ConflictError: it was changed since `version` was read.
        """
        self._context.require(Right.ROSTER, "公布值班表")
        plan, wrong = self.get_plan(plan_id), self.conflicts(plan_id, month)
        if not self.month(plan_id, month).cells:
            raise UserError(f"{_title(plan, month)}还是空的，排好以后再公布。")
        if wrong and not despite:
            short = sum(each.missing for each in wrong if each.kind is ConflictKind.SHORT)
            broken = sum(each.kind is not ConflictKind.SHORT for each in wrong)
            raise UserError(
                f"{_title(plan, month)}还缺 {short} 人次，有 {broken} 处不合规则，"
                f"例如：{wrong[0].words}请先改好，或者确认仍然公布。"
            )
        with self._context.writing(f"公布值班表：{_title(plan, month)}") as work:
            record = self._draft(work, plan_id, month, version)
            record.published_on = self._context.clock().date().isoformat()
            record.published_by = self._context.actor.name
            record.version += 1
        return work.changes

    def change(self, plan_id: int, month: date, change: RosterChange, *, version: int) -> Changes:
        """Let somebody stand in, or two swap, in a published month; who agreed is kept.

        Raises:
            InvalidInput: something is missing, or whoever comes cannot.
            UserError: the month is not published yet.
            ConflictError: it was changed since `version` was read.
        """
        self._context.require(Right.ROSTER, "换班替班")
        clean = replace(clean_change(change), by=self._context.actor.name)
        plan, before = self.get_plan(plan_id), self.month(plan_id, month)
        if before.published_on is None:
            raise UserError(f"{_title(plan, month)}还没有公布，请直接修改，不用登记换班。")
        problems = check_change(clean)
        if not problems:
            problems = list(self._change_problems(plan_id, month, before, clean))
        if problems:
            raise InvalidInput(problems)
        with self._context.writing(f"登记换班替班：{_title(plan, month)}") as work:
            record = roster_months.month_record(work.session, plan_id, month, version)
            roster_months.save_cells(work.session, record, _changed(before.cells, clean))
            roster_months.add_change(work.session, record, clean, self._context.clock())
        return work.changes

    # ---- what hangs on the wall ---------------------------------------------------------------

    def register(self, plan_id: int, month: date) -> Register:
        """Return a month to print: a line a day, a column a shift."""
        self._context.require(Right.READ, "查看值班表")
        plan, found = self.get_plan(plan_id), self.month(plan_id, month)
        with self._context.db.reading() as connection:
            names = {each.id: each.facts.name for each in workers.list_workers(connection)}
            calendar = calendars.get_calendar(connection)
        return month_register(plan, found, self.problem(plan_id, month), names, calendar)

    def on_duty(self) -> list[OnDuty]:
        """Return who is on duty now, leaders first; phones masked without the right to them.

        Who is on leave is not: at an A post whoever holds the B post stands in.
        """
        self._context.require(Right.READ, "查看值班表")
        now = self._context.clock()
        masks = masks_of(self._context)
        full = self._context.actor.may(Right.REVEAL)
        with self._context.db.reading() as connection:
            plans = roster_plans.list_plans(connection)
            cells = roster_months.list_cells(connection, now.date() - _DAY, now.date())
            leaves = workers.list_leaves(connection, now.date() - _DAY, now.date())
            people = {
                each.id: (each.facts.name, each.facts.phone or "")
                for each in workers.list_workers(connection, WorkerFilter())
            }
        shown = {
            worker_id: (name, phone if full else masks.show_phone(phone) if phone else "")
            for worker_id, (name, phone) in people.items()
        }
        there = [each for each in cells if not away(leaves, each[1].worker_id, each[1].day)]
        return on_duty(plans, there, shown, now)

    # ---- inside -------------------------------------------------------------------------------

    def _draft(
        self, work: "Writing", plan_id: int, month: date, version: int
    ) -> "RosterMonthRecord":
        record = roster_months.month_record(work.session, plan_id, month, version)
        if record.published_on is not None:
            raise _frozen(self.month(plan_id, month))
        return record

    def _change_problems(
        self, plan_id: int, month: date, before: RosterMonth, change: RosterChange
    ) -> Iterable[FieldProblem]:
        problem = self.problem(plan_id, month)
        held = {(cell.worker_id, cell.day, cell.shift_id) for cell in before.cells}
        if (change.leaves_id, change.day, change.shift_id) not in held:
            yield FieldProblem(field="leaves_id", message="这一班原来排的不是这个人，请重新选。")
            return
        if (change.comes_id, change.day, change.shift_id) in held:
            yield FieldProblem(field="comes_id", message="这个人已经在这一班上，请另选一位。")
            return
        moves = [(change.comes_id, change.day, change.shift_id, "comes_id")]
        if change.kind is ChangeKind.SWAP and change.other_day and change.other_shift_id:
            if (change.comes_id, change.other_day, change.other_shift_id) not in held:
                message = "换来的那一班排的不是对方，请重新选。"
                yield FieldProblem(field="other_day", message=message)
                return
            moves.append((change.leaves_id, change.other_day, change.other_shift_id, "other_day"))
        standing = Standing(problem, _changed(before.cells, change))
        for worker_id, day, shift_id, field in moves:
            need, worker = problem.need.get((day, shift_id)), problem.worker.get(worker_id)
            if need is None or worker is None:
                message = "这个人或这个班次不在这张值班表里，请先在「班次和规则」里加上。"
                yield FieldProblem(field=field, message=message)
                continue
            bar = problem.bar(worker, need)
            clash = standing.clash(worker_id, need)
            said = f"{place_words(need)}：{worker.facts.name}，"
            if bar in _NEVER:
                words = barred_words(problem, worker_id, need, bar)
                yield FieldProblem(field=field, message=f"{said}{words}，请另选一位。")
            elif clash in (Clash.DOUBLE, Clash.SAME_PERSON):
                words = clash_words(problem, worker_id, clash)
                yield FieldProblem(field=field, message=f"{said}{words}，请另选一位。")


def _changed(cells: Iterable[Cell], change: RosterChange) -> list[Cell]:
    """Return cells after a change; whoever comes is locked, for that was agreed."""
    left = [
        (change.leaves_id, change.day, change.shift_id),
        (change.comes_id, change.other_day, change.other_shift_id),
    ]
    kept = [each for each in cells if (each.worker_id, each.day, each.shift_id) not in left]
    kept.append(
        Cell(worker_id=change.comes_id, day=change.day, shift_id=change.shift_id, locked=True)
    )
    if change.kind is ChangeKind.SWAP and change.other_day and change.other_shift_id:
        kept.append(
            Cell(
                worker_id=change.leaves_id,
                day=change.other_day,
                shift_id=change.other_shift_id,
                locked=True,
            )
        )
    return kept


def _title(plan: Plan, month: date) -> str:
    return f"{plan.facts.name} {spoken_month(month)}"


def _frozen(month: RosterMonth) -> UserError:
    return UserError(
        f"{spoken_month(month.month)}的值班表已由{month.published_by}公布，不能再直接改；"
        "要换人请登记换班或替班。"
    )
