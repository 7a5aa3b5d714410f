"""Beds of homes for the old (养老床位): set up, move in, leave, change beds, count."""

from collections.abc import Sequence, Set
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from linli.domain.accounts import Right
from linli.domain.bed_lists import bed_register
from linli.domain.bed_rules import check_bed, check_range, check_stay, clean_bed, clean_stay
from linli.domain.beds import (
    Bed,
    BedDraft,
    BedFilter,
    BedPlan,
    BedRange,
    FacilityCount,
    Stay,
    StayDraft,
    expand_rooms,
)
from linli.domain.changes import Changes
from linli.domain.register_texts import spoken
from linli.domain.registers import Register
from linli.domain.residents import ResidentStatus
from linli.domain.values.text import tidy
from linli.errors import FieldProblem, InvalidInput, UserError
from linli.services.context import Context
from linli.services.masking import for_office
from linli.storage import beds, residents

if TYPE_CHECKING:
    from linli.storage.database import Writing

_EVERY = BedFilter()


class BedService:
    """What a clerk does with beds. Each change is one transaction and one undo step."""

    def __init__(self, context: Context) -> None:
        self._context = context

    # ---- looking ----

    def list_all(self, wanted: BedFilter = _EVERY) -> list[Bed]:
        """Return beds in the order of homes and rooms."""
        self._context.require(Right.READ, "查看养老床位")
        with self._context.db.reading() as connection:
            return beds.list_beds(connection, wanted, self._today())

    def facilities(self) -> list[FacilityCount]:
        """Return the homes with their beds: free and taken are all."""
        self._context.require(Right.READ, "查看养老床位")
        with self._context.db.reading() as connection:
            return beds.count_facilities(connection)

    def get(self, bed_id: int) -> Bed:
        """Return a bed.

        Raises:
            NotFoundError: if there is no such bed.
        """
        self._context.require(Right.READ, "查看养老床位")
        with self._context.db.reading() as connection:
            return beds.get_bed(connection, bed_id, self._today())

    def of_resident(self, resident_id: int) -> list[Bed]:
        """Return the beds that a person has now: one, or none."""
        self._context.require(Right.READ, "查看养老床位")
        with self._context.db.reading() as connection:
            return beds.beds_of(connection, resident_id, self._today())

    def history(self, bed_id: int) -> list[Stay]:
        """Return who has and had a bed, the last first."""
        self._context.require(Right.READ, "查看养老床位")
        with self._context.db.reading() as connection:
            return beds.list_stays(connection, bed_id, self._today())

    def register(self, wanted: BedFilter, title: str, *, revealed: bool) -> Register:
        """Return the list to print; numbers to call are masked unless `revealed`."""
        self._context.require(Right.READ, "查看养老床位")
        made = bed_register(self.list_all(wanted), title=title)
        return for_office(self._context, made, revealed=revealed)

    def reveal(self, bed_id: int, reason: str) -> None:
        """Record in the audit trail that the number to call is shown in full, and why."""
        self._context.require(Right.REVEAL, "查看完整号码")
        self._context.revealed(f"bed/{bed_id}", reason)

    # ---- beds ----

    def plan(self, wanted: BedRange) -> BedPlan:
        """Return what adding many beds at once comes to.

        Raises:
            InvalidInput: a rule is broken.
        """
        self._context.require(Right.READ, "查看养老床位")
        with self._context.db.reading() as connection:
            return _plan(wanted, beds.list_places(connection, tidy(wanted.facility)))

    def add_many(self, wanted: BedRange) -> tuple[list[int], Changes]:
        """Add many beds at once; those that are there already are left as they are.

        Raises:
            InvalidInput: a rule is broken.
            UserError: all of them are there.
        """
        self._context.require(Right.EDIT, "修改养老床位")
        facility = tidy(wanted.facility)
        with self._context.writing(f"添加「{facility}」的床位") as work:
            plan = _plan(wanted, beds.list_places(work.connection, facility))
            if not plan.beds:
                raise UserError(f"「{facility}」的这些床位都已经有了，没有要添加的。")
            ids = beds.add_beds(work.session, plan.beds)
        return ids, work.changes

    def update(self, bed_id: int, draft: BedDraft, *, version: int) -> Changes:
        """Save a changed bed.

        Raises:
            InvalidInput: a rule is broken, or another bed is there.
            ConflictError: it was changed since `version` was read.
            NotFoundError: it is gone.
        """
        self._context.require(Right.EDIT, "修改养老床位")
        clean = clean_bed(draft)
        problems = check_bed(clean)
        with self._context.writing(f"修改床位 {clean.label}") as work:
            record = beds.get_record(work.session, bed_id, version)
            if beds.find_bed(work.connection, clean) not in (None, bed_id):
                message = f"「{clean.facility}」已经有 {clean.label}，请核对房间和床号。"
                problems.append(FieldProblem(field="number", message=message))
            if problems:
                raise InvalidInput(problems)
            beds.update_bed(work.session, record, clean)
        return work.changes

    def remove(self, bed_ids: Sequence[int]) -> Changes:
        """Remove beds in which nobody lives, and what is recorded of their past.

        Raises:
            UserError: somebody has one of them.
            NotFoundError: one is gone.
        """
        self._context.require(Right.REMOVE, "删除养老床位")
        with self._context.writing(f"删除 {len(bed_ids)} 张床位") as work:
            for bed_id in bed_ids:
                bed = beds.get_bed(work.connection, bed_id, self._today())
                if bed.stay is not None:
                    raise UserError(
                        f"{bed.facts.label}住着「{bed.stay.name}」，请先登记离开或换床，再删除。"
                    )
                work.session.delete(beds.get_record(work.session, bed_id))
        return work.changes

    # ---- stays ----

    def admit(self, draft: StayDraft) -> tuple[int, Changes]:
        """Let somebody move into a free bed.

        Raises:
            InvalidInput: a rule is broken, the bed is taken, or the person has a bed.
            NotFoundError: the bed or the person is gone.
        """
        self._context.require(Right.EDIT, "修改养老床位")
        clean = clean_stay(draft)
        with self._context.writing(f"入住 {clean.name}") as work:
            self._check(work, clean, None)
            stay_id = beds.add_stay(work.session, clean)
        return stay_id, work.changes

    def update_stay(self, stay_id: int, draft: StayDraft, *, version: int) -> Changes:
        """Correct what is recorded of a stay.

        Raises:
            InvalidInput: a rule is broken, the bed is another's, or the person has a bed.
            ConflictError: it was changed since `version` was read.
            NotFoundError: it, the bed or the person is gone.
        """
        self._context.require(Right.EDIT, "修改养老床位")
        clean = clean_stay(draft)
        with self._context.writing(f"修改入住 {clean.name}") as work:
            record = beds.get_stay_record(work.session, stay_id, version)
            self._check(work, clean, stay_id)
            beds.update_stay(work.session, record, clean)
        return work.changes

    def leave(self, bed_id: int, day: date, note: str | None = None) -> Changes:
        """Record that whoever has a bed has left it; the stay is kept.

        Raises:
            InvalidInput: nobody has it, or the day is not between moving in and today.
            NotFoundError: it is gone.
        """
        self._context.require(Right.EDIT, "修改养老床位")
        stay = self._taken(bed_id)
        with self._context.writing(f"离开床位 {stay.name}") as work:
            self._end(work, stay, day, note)
        return work.changes

    def move(self, bed_id: int, target_id: int, day: date) -> Changes:
        """Let whoever has a bed change to a free one from a day on, in one step.

        Raises:
            InvalidInput: nobody has it, the other one is taken, or the day cannot be.
            NotFoundError: a bed is gone.
        """
        self._context.require(Right.EDIT, "修改养老床位")
        stay = self._taken(bed_id)
        with self._context.writing(f"换床 {stay.name}") as work:
            self._end(work, stay, day, None)
            moved = replace(stay.facts, bed_id=target_id, since=day, until=None)
            self._check(work, moved, None, field="target_id")
            beds.add_stay(work.session, moved)
        return work.changes

    def _taken(self, bed_id: int) -> Stay:
        bed = self.get(bed_id)
        if bed.stay is None:
            message = f"{bed.facts.label}现在是空床，没有人可以离开或换床。"
            raise InvalidInput([FieldProblem(field="until", message=message)])
        return bed.stay

    def _end(self, work: "Writing", stay: Stay, day: date, note: str | None) -> None:
        notes = "；".join(filter(None, (stay.facts.note, tidy(note or ""))))
        ended = replace(stay.facts, until=day, note=notes or None)
        problems = check_stay(ended, self._today())
        if problems:
            raise InvalidInput(problems)
        record = beds.get_stay_record(work.session, stay.id, stay.version)
        beds.update_stay(work.session, record, ended)

    def _check(
        self, work: "Writing", draft: StayDraft, own_id: int | None, *, field: str = "bed_id"
    ) -> None:
        """A bed has one person at a time, and a person has one bed."""
        problems = check_stay(draft, self._today())
        bed = beds.get_bed(work.connection, draft.bed_id, self._today())
        if draft.until is None and bed.stay is not None and bed.stay.id != own_id:
            message = f"{bed.facts.label}住着「{bed.stay.name}」，请选一张空床。"
            problems.append(FieldProblem(field=field, message=message))
        problems += self._overlaps(work, draft, own_id)
        if draft.until is None:
            problems += self._second_beds(work, draft, own_id)
        if problems:
            raise InvalidInput(problems)

    def _overlaps(
        self, work: "Writing", draft: StayDraft, own_id: int | None
    ) -> list[FieldProblem]:
        for other in beds.list_stays(work.connection, draft.bed_id, self._today()):
            facts = other.facts
            if other.id == own_id or facts.until is None or facts.until <= draft.since:
                continue
            if draft.until is None or draft.until > facts.since:
                message = (
                    f"这张床从 {spoken(facts.since)}到 {spoken(facts.until)}住着"
                    f"「{other.name}」，请核对入住日期。"
                )
                return [FieldProblem(field="since", message=message)]
        return []

    def _second_beds(
        self, work: "Writing", draft: StayDraft, own_id: int | None
    ) -> list[FieldProblem]:
        if draft.resident_id is not None:
            record = residents.get_record(work.session, draft.resident_id)
            if record.status == ResidentStatus.DECEASED.value:
                message = f"「{record.name}」已登记去世，请核对是不是同名的另一位。"
                return [FieldProblem(field="who", message=message)]
            having = beds.beds_of(work.connection, draft.resident_id, self._today())
        else:
            named = beds.list_current(work.connection, draft.name, self._today())
            having = [
                bed
                for bed in named
                if draft.contact and bed.stay and bed.stay.facts.contact == draft.contact
            ]
        for bed in having:
            if bed.stay is not None and bed.stay.id != own_id:
                message = (
                    f"「{draft.name}」已经住在{bed.facts.facility} {bed.facts.label}，"
                    "一个人只占一张床；要换床请在原来的床位上点“换床”。"
                )
                return [FieldProblem(field="who", message=message)]
        return []

    def _today(self) -> date:
        return self._context.clock().date()


def _plan(wanted: BedRange, there: Set[tuple[str | None, str]]) -> BedPlan:
    """Return what adding many beds comes to, `there` being room and number of those of the home."""
    problems = check_range(wanted)
    if problems:
        raise InvalidInput(problems)
    facility = tidy(wanted.facility)
    rooms = expand_rooms(wanted.rooms)
    places = [(room, str(number)) for room in rooms for number in range(1, wanted.per_room + 1)]
    new = [place for place in places if place not in there]
    return BedPlan(
        rooms=len(rooms),
        beds=tuple(BedDraft(facility=facility, room=room, number=bed) for room, bed in new),
        existing=len(places) - len(new),
    )
