"""Staff (工作人员): who sits where, with photo, number and promise, in the clerk's order."""

from typing import TYPE_CHECKING

from linli.domain.accounts import Right
from linli.domain.changes import Changes
from linli.domain.staff import Staff, StaffDraft
from linli.domain.staff_rules import check_staff, clean_staff
from linli.errors import FieldProblem, InvalidInput
from linli.services.context import Context
from linli.storage import ordering, staff, stations

if TYPE_CHECKING:
    from linli.storage.database import Writing


class StaffService:
    """What a clerk does with staff. Each change is one transaction and one undo step."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def list_all(self) -> list[Staff]:
        """Return everybody in their order."""
        self._context.require(Right.READ, "查看工作人员")
        with self._context.db.reading() as connection:
            return staff.list_staff(connection)

    def get(self, staff_id: int) -> Staff:
        """Return a member of staff.

        Raises:
            NotFoundError: if there is no such person.
        """
        self._context.require(Right.READ, "查看工作人员")
        with self._context.db.reading() as connection:
            return staff.get_staff(connection, staff_id)

    def add(self, draft: StaffDraft) -> tuple[int, Changes]:
        """Add a member of staff at the end.

        Raises:
            InvalidInput: a rule is broken, or the number is another's.
            NotFoundError: the station is gone.
        """
        self._context.require(Right.EDIT, "修改工作人员")
        clean = clean_staff(draft)
        with self._context.writing(f"添加工作人员 {clean.name}") as work:
            _check(work, clean, None)
            staff_id = staff.add_staff(work.session, clean)
        return staff_id, work.changes

    def update(self, staff_id: int, draft: StaffDraft, *, version: int) -> Changes:
        """Save changed facts.

        Raises:
            InvalidInput: a rule is broken, or the number is another's.
            ConflictError: the person was changed since `version` was read.
            NotFoundError: the person or the station is gone.
        """
        self._context.require(Right.EDIT, "修改工作人员")
        clean = clean_staff(draft)
        with self._context.writing(f"修改工作人员 {clean.name}") as work:
            record = staff.get_record(work.session, staff_id, version)
            _check(work, clean, staff_id)
            staff.update_staff(work.session, record, clean)
        return work.changes

    def move(self, staff_id: int, steps: int) -> Changes:
        """Move somebody `steps` places down the list, up if negative; the ends hold.

        Raises:
            NotFoundError: the person is gone.
        """
        self._context.require(Right.EDIT, "修改工作人员")
        with self._context.writing("调整工作人员的次序") as work:
            ordering.move(work.session, staff.get_record(work.session, staff_id), steps)
        return work.changes

    def remove(self, staff_id: int) -> Changes:
        """Remove a member of staff.

        Raises:
            NotFoundError: the person is gone.
        """
        self._context.require(Right.REMOVE, "删除工作人员")
        name = self.get(staff_id).facts.name
        with self._context.writing(f"删除工作人员 {name}") as work:
            work.session.delete(staff.get_record(work.session, staff_id))
        return work.changes


def _check(work: "Writing", draft: StaffDraft, staff_id: int | None) -> None:
    problems = check_staff(draft)
    if draft.number is not None:
        holder = staff.find_number(work.connection, draft.number)
        if holder is not None and holder.id != staff_id:
            message = f"工号「{draft.number}」已经是「{holder.facts.name}」的，请核对。"
            problems.append(FieldProblem(field="number", message=message))
    if problems:
        raise InvalidInput(problems)
    if draft.station_id is not None:
        stations.get_record(work.session, draft.station_id)
