"""Visits and services at home (走访和服务): who was visited, what is due, how many in a month."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from linli.domain.accounts import Right
from linli.domain.changes import Changes
from linli.domain.codes import code_table
from linli.domain.registers import Register
from linli.domain.visit_lists import month_register, visit_register
from linli.domain.visit_rules import check_visit, clean_visit
from linli.domain.visits import VISIT_TABLE, Visit, VisitDraft, VisitFilter, VisitMonth
from linli.errors import InvalidInput, UserError
from linli.services.context import Context
from linli.services.masking import for_office
from linli.storage import households, residents, visits

SUGGESTION_LIMIT = 20


class VisitService:
    """What a clerk does with visits. Each change is one transaction and one undo step."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def list_all(self, wanted: VisitFilter, limit: int | None = None) -> list[Visit]:
        """Return visits, the last first; of a due list what is longest overdue first."""
        self._context.require(Right.READ, "查看走访记录")
        with self._context.db.reading() as connection:
            return visits.list_visits(connection, wanted, self._today(), limit)

    def count(self, wanted: VisitFilter) -> int:
        """Return how many visits a list has."""
        self._context.require(Right.READ, "查看走访记录")
        with self._context.db.reading() as connection:
            return visits.count_visits(connection, wanted, self._today())

    def months(self, wanted: VisitFilter) -> list[VisitMonth]:
        """Return how many visits there were by month and kind."""
        self._context.require(Right.READ, "查看走访记录")
        with self._context.db.reading() as connection:
            return visits.count_months(connection, wanted, self._today())

    def visitors(self, part: str = "") -> list[str]:
        """Return names to offer for who went."""
        self._context.require(Right.READ, "查看走访记录")
        with self._context.db.reading() as connection:
            return visits.list_visitors(connection, part.strip(), SUGGESTION_LIMIT)

    def register(self, wanted: VisitFilter, title: str) -> Register:
        """Return the log to print."""
        self._context.require(Right.READ, "查看走访记录")
        return for_office(self._context, visit_register(self.list_all(wanted), title=title))

    def month_register(self, wanted: VisitFilter, title: str) -> Register:
        """Return the table of months to print."""
        self._context.require(Right.READ, "查看走访记录")
        return month_register(self.months(wanted), title=title)

    def get(self, visit_id: int) -> Visit:
        """Return a visit.

        Raises:
            NotFoundError: if there is no such visit.
        """
        self._context.require(Right.READ, "查看走访记录")
        with self._context.db.reading() as connection:
            return visits.get_visit(connection, visit_id)

    def add(self, draft: VisitDraft) -> tuple[int, Changes]:
        """Record a visit.

        Raises:
            InvalidInput: a rule is broken.
            NotFoundError: the person or household is gone.
        """
        self._context.require(Right.EDIT, "记录走访")
        ids, changes = self._add([draft])
        return ids[0], changes

    def add_for(self, resident_ids: Sequence[int], draft: VisitDraft) -> tuple[list[int], Changes]:
        """Record the same visit for several people in one step.

        Raises:
            UserError: nobody is named.
            InvalidInput: a rule is broken.
            NotFoundError: somebody is gone.
        """
        self._context.require(Right.EDIT, "记录走访")
        if not resident_ids:
            raise UserError("还没有选人，请先选出走访了哪些居民。")
        return self._add(
            [replace(draft, resident_id=person, household_id=None) for person in resident_ids]
        )

    def update(self, visit_id: int, draft: VisitDraft, *, version: int) -> Changes:
        """Save a changed visit.

        Raises:
            InvalidInput: a rule is broken.
            ConflictError: it was changed since `version` was read.
            NotFoundError: it, the person or the household is gone.
        """
        self._context.require(Right.EDIT, "记录走访")
        clean = self._checked(draft)
        with self._context.writing(f"修改{_label(clean)}") as work:
            record = visits.get_record(work.session, visit_id, version)
            visits.update_visit(work.session, record, clean)
        return work.changes

    def remove(self, visit_id: int) -> Changes:
        """Remove a visit that was entered by mistake.

        Raises:
            NotFoundError: it is gone.
        """
        self._context.require(Right.REMOVE, "删除走访记录")
        facts = self.get(visit_id).facts
        with self._context.writing(f"删除{_label(facts)}") as work:
            work.session.delete(visits.get_record(work.session, visit_id))
        return work.changes

    def _add(self, drafts: Sequence[VisitDraft]) -> tuple[list[int], Changes]:
        clean = [self._checked(draft) for draft in drafts]
        label = f"登记{_label(clean[0])}" + (f" {len(clean)} 人" if len(clean) > 1 else "")
        with self._context.writing(label) as work:
            for draft in clean:
                if draft.household_id is not None:
                    households.get_record(work.session, draft.household_id)
                elif draft.resident_id is not None:
                    residents.get_record(work.session, draft.resident_id)
            ids = visits.add_visits(work.session, clean)
        return ids, work.changes

    def _checked(self, draft: VisitDraft) -> VisitDraft:
        clean = clean_visit(draft)
        problems = check_visit(clean, self._today())
        if problems:
            raise InvalidInput(problems)
        return clean

    def _today(self) -> date:
        return self._context.clock().date()


def _label(draft: VisitDraft) -> str:
    return code_table(VISIT_TABLE).label(draft.kind_code)
