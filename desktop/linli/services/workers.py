"""Who can be on duty (值班人员): staff, volunteers, housekeepers; leaves, who not together."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from linli.domain.accounts import Right
from linli.domain.changes import Changes
from linli.domain.codes import suggestions
from linli.domain.register_texts import spoken
from linli.domain.registers import Register
from linli.domain.staff import Staff
from linli.domain.values.masking import Masks
from linli.domain.worker_lists import volunteer_register, worker_register
from linli.domain.worker_rules import check_apart, check_leave, check_worker, clean_worker
from linli.domain.worker_texts import WorkerSum, worker_sums
from linli.domain.workers import (
    SERVICE_ITEM_TABLE,
    Apart,
    Leave,
    VolunteerFacts,
    Worker,
    WorkerDraft,
    WorkerFilter,
    WorkerKind,
)
from linli.errors import FieldProblem, InvalidInput, UserError
from linli.services.context import Context
from linli.services.masking import for_office, masks_of
from linli.services.worker_checks import checked
from linli.storage import staff, workers

_EVERYBODY = WorkerFilter()
_POLICE_POSTS = ("民警", "协警", "辅警")
_POLICE = "04"  # of the table of employment: 警务室
_OFFERED = 12


class WorkerService:
    """What a roster keeper does with people. Each change is one transaction and one undo step."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def list_all(self, wanted: WorkerFilter = _EVERYBODY) -> list[Worker]:
        """Return people: staff, volunteers, housekeepers.

        Numbers are plain: show them masked until `reveal`. Who has no right to full numbers gets
        them masked.
        """
        self._context.require(Right.READ, "查看值班人员")
        with self._context.db.reading() as connection:
            found = workers.list_workers(connection, wanted)
        return self._seen(found)

    def get(self, worker_id: int) -> Worker:
        """Return somebody.

        Raises:
            NotFoundError: there is no such worker.
        """
        self._context.require(Right.READ, "查看值班人员")
        with self._context.db.reading() as connection:
            found = workers.get_worker(connection, worker_id)
        return self._seen([found])[0]

    def sums(self, wanted: WorkerFilter = _EVERYBODY) -> list[WorkerSum]:
        """Count people by kind, staff by employment (16 = 6+5+1+4), volunteers by source."""
        self._context.require(Right.READ, "查看值班人员")
        with self._context.db.reading() as connection:
            return worker_sums(workers.list_workers(connection, wanted))

    def register(self, wanted: WorkerFilter, title: str, *, revealed: bool) -> Register:
        """Return the list to print, that of volunteers as they are registered."""
        self._context.require(Right.READ, "查看值班人员")
        with self._context.db.reading() as connection:
            found = workers.list_workers(connection, wanted)
        make = volunteer_register if wanted.kind is WorkerKind.VOLUNTEER else worker_register
        return for_office(self._context, make(found, title=title), revealed=revealed)

    def suggestions(self, field: str, part: str = "") -> list[str]:
        """Return what to offer for `skills` or `items`: what others have, then the usual."""
        self._context.require(Right.READ, "查看值班人员")
        with self._context.db.reading() as connection:
            people = [each.facts for each in workers.list_workers(connection)]
        if field == "skills":
            used: Iterable[str] = (skill for facts in people for skill in facts.skills)
            usual = suggestions("skills")
        else:
            used = (i for facts in people if facts.volunteer for i in facts.volunteer.items)
            usual = suggestions(SERVICE_ITEM_TABLE)
        offered = (each for each in dict.fromkeys((*used, *usual)) if part.strip() in each)
        return list(offered)[:_OFFERED]

    def reveal(self, worker_id: int, reason: str) -> None:
        """Record in the audit trail that somebody's numbers are shown in full, and why.

        Raises:
            NotFoundError: the person is gone.
        """
        self._context.require(Right.REVEAL, "查看完整号码")
        self.get(worker_id)
        self._context.revealed(f"worker/{worker_id}", reason, "值班人员的电话和证件号码")

    # ---- people -----------------------------------------------------------------------------

    def add(self, draft: WorkerDraft) -> tuple[int, Changes]:
        """Add somebody.

        Raises:
            InvalidInput: a rule is broken, or the person is on the list already.
            NotFoundError: what the draft names is gone.
        """
        self._context.require(Right.ROSTER, "修改值班人员")
        with self._context.writing(f"添加值班人员 {draft.name}") as work:
            worker_id = workers.save_worker(
                work.session, None, checked(self._context, work, draft, None)
            )
        return worker_id, work.changes

    def update(self, worker_id: int, draft: WorkerDraft, *, version: int) -> Changes:
        """Save changed facts; a number that was only seen masked stays as it is.

        Raises:
            InvalidInput: a rule is broken, or the person is on the list already.
            ConflictError: somebody changed it since `version` was read.
            NotFoundError: the person is gone.
        """
        self._context.require(Right.ROSTER, "修改值班人员")
        with self._context.writing(f"修改值班人员 {draft.name}") as work:
            record = workers.get_record(work.session, worker_id, version)
            before = workers.get_worker(work.connection, worker_id)
            if not self._context.may(Right.REVEAL):
                draft = _unmasked(draft, before.facts, masks_of(self._context))
            workers.save_worker(work.session, record, checked(self._context, work, draft, before))
        return work.changes

    def end(self, worker_ids: Sequence[int], day: date) -> Changes:
        """Let people leave; `day` is the last day on which they can be on duty.

        Raises:
            InvalidInput: somebody began after that day.
            NotFoundError: somebody is gone.
        """
        self._context.require(Right.ROSTER, "修改值班人员")
        with self._context.writing(f"值班人员离开 {len(worker_ids)} 人") as work:
            for worker_id in worker_ids:
                worker = workers.get_worker(work.connection, worker_id)
                ended = replace(worker.facts, until=day)
                problems = check_worker(ended)
                if problems:
                    message = f"「{ended.name}」{problems[0].message}"
                    raise InvalidInput([FieldProblem(field="until", message=message)])
                record = workers.get_record(work.session, worker_id, worker.version)
                workers.save_worker(work.session, record, ended)
        return work.changes

    def remove(self, worker_id: int) -> Changes:
        """Remove somebody who was entered by mistake.

        Raises:
            UserError: something tells of the person, who can only leave.
            NotFoundError: the person is gone.
        """
        self._context.require(Right.ROSTER, "修改值班人员")
        name = self.get(worker_id).facts.name
        with self._context.writing(f"删除值班人员 {name}") as work:
            use = workers.find_use(work.connection, worker_id)
            if use is not None:
                message = f"「{name}」已有{use}的记录，不能删除；不再值班的请点“离开”，填最后一天。"
                raise UserError(message)
            work.session.delete(workers.get_record(work.session, worker_id))
        return work.changes

    def add_from_staff(self) -> tuple[int, Changes]:
        """Take over all members of staff who are not on the list yet; return how many.

        Raises:
            UserError: there is nobody to take over.
        """
        self._context.require(Right.ROSTER, "修改值班人员")
        with self._context.writing("把工作人员加入值班人员") as work:
            known = {each.facts.staff_id for each in workers.list_workers(work.connection)}
            new = [each for each in staff.list_staff(work.connection) if each.id not in known]
            if not new:
                raise UserError("工作人员都已经在名单里；新来的请先在“工作人员”里登记。")
            for each in new:
                workers.save_worker(work.session, None, clean_worker(from_staff(each)))
        return len(new), work.changes

    # ---- leaves -----------------------------------------------------------------------------

    def leaves(self, first: date, last: date) -> list[Leave]:
        """Return the leaves that touch a span of days, the earliest first."""
        self._context.require(Right.READ, "查看请假")
        with self._context.db.reading() as connection:
            return workers.list_leaves(connection, first, last)

    def save_leave(self, leave: Leave) -> tuple[int, Changes]:
        """Add a leave, or change one that has an id.

        Raises:
            InvalidInput: a rule is broken, or the person is away on some of the days already.
            NotFoundError: the person or the leave is gone.
        """
        self._context.require(Right.ROSTER, "登记请假")
        with self._context.writing("登记请假") as work:
            name = workers.get_worker(work.connection, leave.worker_id).facts.name
            problems = check_leave(leave)
            for other in workers.list_leaves(work.connection, leave.first, leave.last):
                if other.worker_id == leave.worker_id and other.id != leave.id:
                    message = (
                        f"「{name}」{spoken(other.first)}到{spoken(other.last)}已经登记了请假，"
                        "日期不能重叠，请改日期，或修改那一次。"
                    )
                    problems.append(FieldProblem(field="first", message=message))
            if problems:
                raise InvalidInput(problems)
            leave_id = workers.save_leave(work.session, leave)
        return leave_id, work.changes

    def remove_leave(self, leave_id: int) -> Changes:
        """Take a leave back.

        Raises:
            NotFoundError: it is gone.
        """
        self._context.require(Right.ROSTER, "登记请假")
        with self._context.writing("取消请假") as work:
            workers.remove_leave(work.session, leave_id)
        return work.changes

    # ---- who must not be together -----------------------------------------------------------

    def aparts(self) -> list[Apart]:
        """Return who must not be on the same shift."""
        self._context.require(Right.READ, "查看不同班")
        with self._context.db.reading() as connection:
            return workers.list_aparts(connection)

    def add_apart(self, pair: Apart) -> tuple[int, Changes]:
        """Keep two from being on the same shift.

        Raises:
            InvalidInput: both are the same person.
            NotFoundError: one of them is gone.
        """
        self._context.require(Right.ROSTER, "登记不同班")
        with self._context.writing("登记不同班") as work:
            problems = check_apart(pair)
            if problems:
                raise InvalidInput(problems)
            for worker_id in (pair.one_id, pair.other_id):
                workers.get_worker(work.connection, worker_id)
            apart_id = workers.add_apart(work.session, pair)
        return apart_id, work.changes

    def remove_apart(self, apart_id: int) -> Changes:
        """Let two be together again.

        Raises:
            NotFoundError: the pair is gone.
        """
        self._context.require(Right.ROSTER, "登记不同班")
        with self._context.writing("取消不同班") as work:
            workers.remove_apart(work.session, apart_id)
        return work.changes

    # ---- inside -----------------------------------------------------------------------------

    def _seen(self, found: Sequence[Worker]) -> list[Worker]:
        if not found or self._context.may(Right.REVEAL):
            return list(found)
        masks = masks_of(self._context)
        return [replace(each, facts=masked(each.facts, masks)) for each in found]


def from_staff(person: Staff) -> WorkerDraft:
    """Return a member of staff as somebody who can be on duty."""
    facts = person.facts
    is_police = any(word in (facts.post or "") for word in _POLICE_POSTS)
    return WorkerDraft(
        name=facts.name,
        phone=facts.phone,
        staff_id=person.id,
        employment_code=_POLICE if is_police else None,
        station_id=facts.station_id,
    )


def masked(facts: WorkerDraft, masks: Masks) -> WorkerDraft:
    """Return facts whose numbers are masked."""
    return replace(
        facts,
        phone=facts.phone and masks.show_numbers_in(facts.phone),
        volunteer=facts.volunteer and _masked_volunteer(facts.volunteer, masks),
    )


def _masked_volunteer(facts: VolunteerFacts, masks: Masks) -> VolunteerFacts:
    number = facts.document_number
    return replace(facts, document_number=number and masks.show_document(number))


def _unmasked(draft: WorkerDraft, before: WorkerDraft, masks: Masks) -> WorkerDraft:
    """Return a draft whose numbers are as they stand, where they came back masked."""
    seen = masked(before, masks)
    if draft.phone == seen.phone:
        draft = replace(draft, phone=before.phone)
    mine, old, shown = draft.volunteer, before.volunteer, seen.volunteer
    if mine and old and shown and mine.document_number == shown.document_number:
        draft = replace(draft, volunteer=replace(mine, document_number=old.document_number))
    return draft
