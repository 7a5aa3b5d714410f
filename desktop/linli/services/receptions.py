"""Reception days (接待日): when somebody is received, who came, and what is left to do."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from linli.domain.accounts import Right
from linli.domain.changes import Changes
from linli.domain.reception_lists import blank_register, plan_register, visit_register
from linli.domain.reception_notice import door_notice
from linli.domain.reception_rules import (
    check_change,
    check_rule,
    check_visit,
    clean_change,
    clean_rule,
    clean_visit,
    plan_days,
)
from linli.domain.receptions import (
    DayChange,
    ReceptionDay,
    ReceptionVisit,
    Rule,
    RuleDraft,
    VisitDraft,
    VisitFilter,
    petition_matters,
)
from linli.domain.registers import Register
from linli.errors import FieldProblem, InvalidInput
from linli.progress import SILENT, Progress
from linli.services.context import Context
from linli.services.fonts import library_of
from linli.services.masking import for_office
from linli.services.outputs import leaving
from linli.storage import calendars, receptions, residents, settings

if TYPE_CHECKING:
    from linli.storage.database import Writing
    from linli.storage.reception_schema import ReceptionVisitRecord

SUGGESTION_LIMIT = 20


class ReceptionService:
    """What a clerk does with reception days. Each change is one transaction and undo step."""

    def __init__(self, context: Context) -> None:
        self._context = context

    # ---- rules and days ---------------------------------------------------------------------

    def rules(self) -> list[Rule]:
        """Return all rules, those that go on first."""
        self._context.require(Right.READ, "查看接待安排")
        with self._context.db.reading() as connection:
            return receptions.list_rules(connection)

    def save_rule(
        self, draft: RuleDraft, rule_id: int | None = None, *, version: int | None = None
    ) -> tuple[int, Changes]:
        """Add a rule, or change one.

        Raises:
            InvalidInput: something is missing or cannot be.
            ConflictError: it was changed since `version` was read.
            NotFoundError: it is gone.
        """
        self._context.require(Right.EDIT, "修改接待安排")
        clean = clean_rule(draft)
        if problems := check_rule(clean):
            raise InvalidInput(problems)
        verb = "添加" if rule_id is None else "修改"
        with self._context.writing(f"{verb}接待安排 {clean.name}") as work:
            record = (
                None
                if rule_id is None
                else receptions.get_rule_record(work.session, rule_id, version)
            )
            saved = receptions.save_rule(work.session, record, clean)
        return saved, work.changes

    def remove_rule(self, rule_id: int) -> Changes:
        """Remove a rule with the decisions about its days; the visits stay.

        Raises:
            NotFoundError: it is gone.
        """
        self._context.require(Right.REMOVE, "删除接待安排")
        with self._context.writing("删除接待安排") as work:
            work.session.delete(receptions.get_rule_record(work.session, rule_id))
        return work.changes

    def days(self, rule_id: int, first: date, last: date) -> list[ReceptionDay]:
        """Return the planned days of a rule, what became of them, and how many came.

        Raises:
            NotFoundError: the rule is gone.
        """
        self._context.require(Right.READ, "查看接待安排")
        with self._context.db.reading() as connection:
            rule = receptions.get_rule(connection, rule_id)
            calendar = calendars.get_calendar(connection)
            changes = receptions.list_changes(connection, rule_id)
            planned = plan_days(rule.facts, first, last, calendar, changes)
            held = [day.held_on for day in planned if day.held_on]
            came = (
                receptions.count_by_day(connection, rule_id, min(held), max(held)) if held else {}
            )
        return [_with_visits(day, came) for day in planned]

    def decide(self, rule_id: int, change: DayChange) -> Changes:
        """Move a day, let it fall out, or name another receiver.

        Raises:
            InvalidInput: a reason is missing, or the day is none of the rule.
            NotFoundError: the rule is gone.
        """
        self._context.require(Right.EDIT, "修改接待安排")
        clean = clean_change(change)
        problems = check_change(clean)
        if not self.days(rule_id, clean.planned, clean.planned):
            message = f"{clean.planned.isoformat()} 不是接待日，请先修改接待安排。"
            problems.append(FieldProblem(field="planned", message=message))
        if problems:
            raise InvalidInput(problems)
        with self._context.writing("调整一天的接待") as work:
            receptions.save_change(work.connection, rule_id, clean)
        return work.changes

    def as_planned(self, rule_id: int, planned: date) -> Changes:
        """Let a day be as planned again."""
        self._context.require(Right.EDIT, "修改接待安排")
        with self._context.writing("恢复一天的接待") as work:
            receptions.remove_change(work.session, rule_id, planned)
        return work.changes

    def door_pdf(self, rule_id: int, first: date, last: date, progress: Progress = SILENT) -> bytes:
        """Make the PDF of the notice on the door for some days.

        Raises:
            UserError: nobody is received on any of them.
            NotFoundError: the rule is gone.
            UnprintableTextError: no font here draws some character.
            Cancelled: the clerk stopped it.
        """
        self._context.require(Right.PRINT, "打印接待日通知")
        from linli.services.notice_printing import rendered

        days = self.days(rule_id, first, last)
        with self._context.db.reading() as connection:
            rule = receptions.get_rule(connection, rule_id)
            hall = settings.get_hall(connection)
        notice = door_notice(rule, days, hall, self._context.clock().date())
        with leaving(self._context, "打印接待日通知", f"reception_rule/{rule_id}"):
            return rendered((notice,), library_of(self._context), progress=progress).content

    def plan_register(self, rule_id: int, first: date, last: date, title: str) -> Register:
        """Return the plan to print."""
        self._context.require(Right.READ, "查看接待安排")
        return plan_register(self.days(rule_id, first, last), title=title)

    def blank_register(self, title: str) -> Register:
        """Return an empty visitors' register to print."""
        self._context.require(Right.READ, "查看接待安排")
        return blank_register(title)

    # ---- visits -----------------------------------------------------------------------------

    def visits(self, wanted: VisitFilter, limit: int | None = None) -> list[ReceptionVisit]:
        """Return visits, the last first; petitions only for `Right.SENSITIVE`."""
        self._context.require(Right.READ, "查看来访登记")
        with self._context.db.reading() as connection:
            return receptions.list_visits(connection, wanted, self._today(), limit)

    def visit(self, visit_id: int) -> ReceptionVisit:
        """Return a visit.

        Raises:
            NotFoundError: there is none that this account may see.
        """
        self._context.require(Right.READ, "查看来访登记")
        with self._context.db.reading() as connection:
            return receptions.get_visit(connection, visit_id)

    def receivers(self, part: str = "") -> list[str]:
        """Return names to offer for who received somebody."""
        self._context.require(Right.READ, "查看来访登记")
        with self._context.db.reading() as connection:
            return receptions.list_receivers(connection, part.strip(), SUGGESTION_LIMIT)

    def save_visit(
        self, draft: VisitDraft, visit_id: int | None = None, *, version: int | None = None
    ) -> tuple[int, Changes]:
        """Record a visit, or change one.

        Raises:
            InvalidInput: something is missing or cannot be.
            NotAllowedError: it is a petition, which the role may not see.
            ConflictError: it was changed since `version` was read.
            NotFoundError: it, or the person, is gone.
        """
        self._context.require(Right.EDIT, "登记来访")
        if draft.matter_code in petition_matters():
            self._context.require(Right.SENSITIVE, "登记信访")
        clean = self._checked(draft)
        verb = "登记" if visit_id is None else "修改"
        with self._context.writing(f"{verb}来访 1 次") as work:
            record = None if visit_id is None else self._record(work, visit_id, version)
            saved = receptions.save_visit(work.session, record, clean)
        return saved, work.changes

    def remove_visit(self, visit_id: int) -> Changes:
        """Remove a visit that was entered by mistake.

        Raises:
            NotFoundError: there is none that this account may see.
        """
        self._context.require(Right.REMOVE, "删除来访登记")
        with self._context.writing("删除来访 1 次") as work:
            work.session.delete(self._record(work, visit_id, None))
        return work.changes

    def visit_register(
        self, wanted: VisitFilter, title: str, *, revealed: bool = False
    ) -> Register:
        """Return the visitors' register to print; phones in full only if `revealed`."""
        self._context.require(Right.READ, "查看来访登记")
        register = visit_register(self.visits(wanted), title=title)
        return for_office(self._context, register, revealed=revealed)

    def reveal(self, visit_id: int, reason: str) -> None:
        """Record in the audit trail that a visitor's number is shown in full, and why.

        Raises:
            NotFoundError: there is none that this account may see.
        """
        self._context.require(Right.REVEAL, "查看完整号码")
        self.visit(visit_id)
        self._context.revealed(f"reception_visit/{visit_id}", reason, "来访人的电话")

    # ---- common -----------------------------------------------------------------------------

    def _checked(self, draft: VisitDraft) -> VisitDraft:
        clean = clean_visit(draft)
        if clean.resident_id is not None:
            with self._context.db.reading() as connection:
                person = residents.get_resident(connection, clean.resident_id)
            clean = replace(clean, name=person.facts.name)
        if problems := check_visit(clean, self._today()):
            raise InvalidInput(problems)
        return clean

    def _record(
        self, work: "Writing", visit_id: int, version: int | None
    ) -> "ReceptionVisitRecord":
        """Return a visit's record for a change: one that this account may see."""
        self.visit(visit_id)
        return receptions.get_visit_record(work.session, visit_id, version)

    def _today(self) -> date:
        return self._context.clock().date()


def _with_visits(day: ReceptionDay, came: Mapping[date, int]) -> ReceptionDay:
    return day if day.held_on is None else replace(day, visits=came.get(day.held_on, 0))
