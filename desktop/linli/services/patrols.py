"""Patrols (巡逻): shifts, filling a period by rule, what happened, roster and tick sheet."""

from datetime import date
from typing import TYPE_CHECKING

from linli.domain.accounts import Right
from linli.domain.changes import Changes
from linli.domain.contact_rules import clean_lines
from linli.domain.patrol_lists import roster_register, tick_register, turn_register
from linli.domain.patrol_rules import (
    Filled,
    FillRule,
    booked_twice,
    check_fill,
    check_shift,
    clean_shift,
    fill,
)
from linli.domain.patrols import Outcome, Shift, ShiftDraft, ShiftFilter
from linli.domain.register_texts import spoken
from linli.domain.registers import Register
from linli.domain.teams import MemberFilter
from linli.errors import FieldProblem, InvalidInput, UserError
from linli.services.context import Context
from linli.storage import patrols, team_members, teams

if TYPE_CHECKING:
    from linli.storage.database import Writing


class PatrolService:
    """What a clerk does with patrols. Each change is one transaction and one undo step."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def list_all(self, wanted: ShiftFilter) -> list[Shift]:
        """Return shifts, the first first."""
        self._context.require(Right.READ, "查看巡逻排班")
        with self._context.db.reading() as connection:
            return patrols.list_shifts(connection, wanted)

    def get(self, shift_id: int) -> Shift:
        """Return a shift.

        Raises:
            NotFoundError: if there is no such shift.
        """
        self._context.require(Right.READ, "查看巡逻排班")
        with self._context.db.reading() as connection:
            return patrols.get_shift(connection, shift_id)

    def add(self, draft: ShiftDraft) -> tuple[int, Changes]:
        """Add a shift.

        Raises:
            InvalidInput: a rule is broken, or somebody is on another shift at that time.
            NotFoundError: the team is gone.
        """
        self._context.require(Right.EDIT, "修改巡逻排班")
        clean = clean_shift(draft)
        with self._context.writing(f"添加巡逻班次 {clean.day.isoformat()}") as work:
            self._check(work, clean, None)
            shift_id = patrols.add_shift(work.session, clean)
        return shift_id, work.changes

    def update(self, shift_id: int, draft: ShiftDraft, *, version: int) -> Changes:
        """Save a changed shift.

        Raises:
            InvalidInput: a rule is broken, or somebody is on another shift at that time.
            ConflictError: it was changed since `version` was read.
            NotFoundError: it is gone.
        """
        self._context.require(Right.EDIT, "修改巡逻排班")
        clean = clean_shift(draft)
        with self._context.writing(f"修改巡逻班次 {clean.day.isoformat()}") as work:
            record = patrols.get_record(work.session, shift_id, version)
            self._check(work, clean, shift_id)
            patrols.update_shift(work.session, record, clean)
        return work.changes

    def enter(self, shift_id: int, outcome: Outcome, *, version: int) -> Changes:
        """Write down who came to a shift, and what happened.

        Raises:
            UserError: it has not begun yet.
            ConflictError: it was changed since `version` was read.
            NotFoundError: it is gone.
        """
        self._context.require(Right.EDIT, "登记巡逻情况")
        day = self.get(shift_id).facts.day
        if day > self._today():
            raise UserError(f"{spoken(day)}的班次还没有到，请在巡逻以后登记。")
        clean = Outcome(present_ids=outcome.present_ids, incident=clean_lines(outcome.incident))
        with self._context.writing(f"登记巡逻情况 {day.isoformat()}") as work:
            record = patrols.get_record(work.session, shift_id, version)
            patrols.save_outcome(work.session, record, clean)
        return work.changes

    def remove(self, shift_ids: list[int]) -> Changes:
        """Remove shifts that are not needed.

        Raises:
            UserError: it was entered who came to one of them.
            NotFoundError: one is gone.
        """
        self._context.require(Right.REMOVE, "删除巡逻班次")
        shifts = [self.get(shift_id) for shift_id in shift_ids]
        entered = next((shift for shift in shifts if shift.is_entered), None)
        if entered is not None:
            raise UserError(f"{spoken(entered.facts.day)}的班次已登记到岗，不能删除，请保留。")
        with self._context.writing(f"删除巡逻班次 {len(shifts)} 个") as work:
            for shift in shifts:
                work.session.delete(patrols.get_record(work.session, shift.id))
        return work.changes

    # ---- by rule ----------------------------------------------------------------------------

    def plan(self, rule: FillRule) -> Filled:
        """Return what filling a period would add, and where people are short.

        Raises:
            InvalidInput: a rule is broken, or the team has no members.
        """
        self._context.require(Right.READ, "查看巡逻排班")
        problems = check_fill(rule)
        if problems:
            raise InvalidInput(problems)
        with self._context.db.reading() as connection:
            wanted = MemberFilter(team_id=rule.team_id)
            members = [
                member
                for member in team_members.list_members(connection, wanted, self._today())
                if member.facts.until is None or member.facts.until >= rule.since
            ]
            taken = patrols.booked(connection, rule.since, rule.until)
        if not members:
            message = "这支队伍还没有队员，请先添加队员再排班。"
            raise InvalidInput([FieldProblem(field="team_id", message=message)])
        return fill(rule, members, taken)

    def fill(self, rule: FillRule) -> tuple[Filled, Changes]:
        """Add the shifts of a period by rule, in one step.

        Raises:
            InvalidInput: a rule is broken, or the team has no members.
        """
        self._context.require(Right.EDIT, "修改巡逻排班")
        planned = self.plan(rule)
        with self._context.writing(f"巡逻排班 {len(planned.shifts)} 班") as work:
            for shift in planned.shifts:
                patrols.add_shift(work.session, clean_shift(shift))
        return planned, work.changes

    # ---- paper ------------------------------------------------------------------------------

    def roster(self, wanted: ShiftFilter, title: str) -> Register:
        """Return the roster (排班表) to print."""
        self._context.require(Right.READ, "查看巡逻排班")
        return roster_register(self.list_all(wanted), title=title)

    def ticks(self, wanted: ShiftFilter, title: str) -> Register:
        """Return the tick sheet (签到表) to print."""
        self._context.require(Right.READ, "查看巡逻排班")
        return tick_register(self.list_all(wanted), title=title)

    def turns(self, wanted: ShiftFilter, title: str) -> Register:
        """Return how often each member of a team was on a shift, to print."""
        self._context.require(Right.READ, "查看巡逻排班")
        with self._context.db.reading() as connection:
            counts = patrols.count_turns(connection, wanted)
            own = MemberFilter(team_id=wanted.team_id, on=self._today())
            members = team_members.list_members(connection, own, self._today())
        return turn_register(members, counts, title=title)

    def _check(self, work: "Writing", draft: ShiftDraft, own_id: int | None) -> None:
        teams.get_record(work.session, draft.team_id)
        problems = check_shift(draft)
        wanted = MemberFilter(team_id=draft.team_id)
        members = {
            member.id: member
            for member in team_members.list_members(work.connection, wanted, self._today())
        }
        strange = [each for each in draft.member_ids if each not in members]
        away = [
            members[each].facts.name
            for each in draft.member_ids
            if each in members and not members[each].facts.serves_on(draft.day)
        ]
        if strange or away:
            named = "、".join(away) or "选中的人"
            message = f"{named}在{spoken(draft.day)}不在这支队伍里，请换人。"
            problems.append(FieldProblem(field="member_ids", message=message))
        else:
            taken = patrols.booked(work.connection, draft.day, draft.day, without=own_id)
            double = list(booked_twice(draft, members, taken))
            if double:
                message = f"{'、'.join(double)}这个时间已经排在别的班上，请换人或换时间。"
                problems.append(FieldProblem(field="member_ids", message=message))
        if problems:
            raise InvalidInput(problems)

    def _today(self) -> date:
        return self._context.clock().date()
