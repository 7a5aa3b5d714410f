"""Who is on the lists of events (签到名单): put on many at once, signed in, put right."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from linli.domain.accounts import Right
from linli.domain.changes import Changes
from linli.domain.event_rules import check_guest, check_present, clean_guest, double_of
from linli.domain.events import Event, EventState, Guest, GuestDraft, Role
from linli.domain.residents import ResidentFilter, ResidentSort
from linli.domain.teams import MemberFilter
from linli.domain.workers import Worker, WorkerFilter, WorkerKind
from linli.errors import FieldProblem, InvalidInput, UserError
from linli.services.context import Context
from linli.services.masking import kept_phone, phones_for
from linli.storage import (
    event_guests,
    events,
    resident_lists,
    residents,
    team_members,
    workers,
)
from linli.storage.contacts import load_contacts

if TYPE_CHECKING:
    from linli.storage.database import Writing

MOST_AT_ONCE = 1000
"""So many people are put on a list in one step."""


@dataclass(frozen=True, kw_only=True)
class GuestsAdded:
    """What putting several on a list came to: how many are new, and who stood there already."""

    count: int
    skipped: tuple[str, ...]
    changes: Changes


class EventGuestService:
    """What a roster keeper does with lists. Each change is one transaction and one undo step."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def list_guests(self, event_id: int) -> list[Guest]:
        """Return who is on the list of an event, in the order they were entered.

        Phones are plain: show them masked until `reveal`. Who has no right to full numbers gets
        them masked.
        """
        self._context.require(Right.READ, "查看活动名单")
        with self._context.db.reading() as connection:
            return self._seen(event_guests.list_guests(connection, event_id))

    def places(self, event_id: int) -> dict[int, str]:
        """Return where those on the list live who are residents, by the id of their line."""
        self._context.require(Right.READ, "查看活动名单")
        with self._context.db.reading() as connection:
            return event_guests.places(connection, event_id)

    def reveal(self, event_id: int, reason: str) -> None:
        """Record in the audit trail that the numbers of a list are shown in full, and why.

        Raises:
            NotFoundError: the event is gone.
        """
        self._context.require(Right.REVEAL, "查看完整号码")
        with self._context.db.reading() as connection:
            events.get_event(connection, event_id)
        self._context.revealed(f"event/{event_id}", reason, "活动名单上的电话")

    # ---- whom to put on a list --------------------------------------------------------------

    def of_residents(
        self, resident_ids: Sequence[int], role: Role = Role.GUEST
    ) -> list[GuestDraft]:
        """Return residents as they can be put on a list; `add_guests` adds the ledger's phone."""
        self._context.require(Right.ROSTER, "修改活动名单")
        with self._context.db.reading() as connection:
            rows = resident_lists.list_rows(connection, resident_ids, self._today())
        return [GuestDraft(name=row.name, resident_id=row.id, role=role) for row in rows]

    def found(self, wanted: ResidentFilter, role: Role = Role.GUEST) -> list[GuestDraft]:
        """Return everybody whom a filter finds as they can be put on a list.

        Raises:
            UserError: the filter finds nobody, or too many for one step.
        """
        self._context.require(Right.ROSTER, "修改活动名单")
        with self._context.db.reading() as connection:
            ids = resident_lists.list_ids(
                connection,
                wanted,
                ResidentSort.ADDRESS,
                today=self._today(),
                limit=MOST_AT_ONCE + 1,
            )
        if not ids:
            raise UserError("按这个条件没有找到人，请换一个筛选。")
        if len(ids) > MOST_AT_ONCE:
            raise UserError(f"按这个条件超过 {MOST_AT_ONCE} 人，一次加不下，请把条件收窄。")
        return self.of_residents(list(ids), role)

    def of_team(self, team_id: int, role: Role = Role.GUEST) -> list[GuestDraft]:
        """Return who is in a team today as they can be put on a list.

        Who is a volunteer of the duty lists as well is linked, so that the hours count.
        """
        self._context.require(Right.ROSTER, "修改活动名单")
        today = self._today()
        with self._context.db.reading() as connection:
            wanted = MemberFilter(team_id=team_id, on=today)
            members = team_members.list_members(connection, wanted, today)
            people = workers.list_workers(connection, WorkerFilter(kind=WorkerKind.VOLUNTEER))
        may_see = self._context.may(Right.REVEAL)
        volunteers = {each.id: _of_worker(each, Role.HELPER) for each in people}
        found = []
        for member in members:
            facts = member.facts
            full = GuestDraft(
                name=facts.name,
                phone=member.phone or None,
                resident_id=facts.resident_id,
                role=role,
            )
            own = (number for number, each in volunteers.items() if double_of(full, [each]))
            shown = full if may_see else replace(full, phone=None)
            found.append(replace(shown, worker_id=next(own, None)))
        return found

    def of_workers(self, worker_ids: Sequence[int], role: Role = Role.HELPER) -> list[GuestDraft]:
        """Return people of the duty lists as they can be put on a list; phones as `of_residents`.

        Raises:
            NotFoundError: somebody is gone.
        """
        self._context.require(Right.ROSTER, "修改活动名单")
        with self._context.db.reading() as connection:
            known = {each.id: each for each in workers.list_workers(connection)}
            people = [
                known.get(number) or workers.get_worker(connection, number) for number in worker_ids
            ]
        return [replace(_of_worker(each, role), phone=None) for each in people]

    # ---- the list ---------------------------------------------------------------------------

    def add_guests(self, event_id: int, drafts: Sequence[GuestDraft]) -> GuestsAdded:
        """Put people on a list in one step; who stands there already is left out and named.

        Raises:
            InvalidInput: a rule is broken; the sentence says of whom.
            UserError: the event was called off.
            NotFoundError: the event or somebody is gone.
        """
        self._context.require(Right.ROSTER, "修改活动名单")
        skipped = []
        with self._context.writing(f"活动名单加 {len(drafts)} 人") as work:
            event = _open(events.get_event(work.connection, event_id))
            known = [each.facts for each in event_guests.list_guests(work.connection, event_id)]
            came = event.present
            for draft in _with_phones(work, drafts):
                clean = _checked(work, draft, event)
                if double_of(clean, known) is not None:
                    skipped.append(clean.name)
                    continue
                event_guests.save_guest(work.session, None, event_id, clean)
                known.append(clean)
                came += clean.present is True
            self._check_present(came, event)
        count = len(drafts) - len(skipped)
        return GuestsAdded(count=count, skipped=tuple(skipped), changes=work.changes)

    def change_guest(self, guest_id: int, draft: GuestDraft, *, version: int) -> Changes:
        """Put a line of a list right; a number that was only seen masked stays as it is.

        Raises:
            InvalidInput: a rule is broken, or the person stands on the list already.
            ConflictError: it was changed since `version` was read.
            NotFoundError: it is gone.
        """
        self._context.require(Right.ROSTER, "修改活动名单")
        with self._context.writing(f"修改活动名单 {draft.name}") as work:
            record = event_guests.get_record(work.session, guest_id, version)
            event = events.get_event(work.connection, record.event_id)
            on_list = event_guests.list_guests(work.connection, event.id)
            before = next(each for each in on_list if each.id == guest_id)
            phone = kept_phone(self._context, draft.phone, before.facts.phone)
            kept = replace(draft, phone=phone)
            clean = _checked(work, kept, event)
            if double_of(clean, [each.facts for each in on_list if each.id != guest_id]):
                message = f"「{clean.name}」已经在名单上，一个人只列一次，请修改原来那一行。"
                raise InvalidInput([FieldProblem(field="name", message=message)])
            came = event.present + (clean.present is True) - (before.facts.present is True)
            self._check_present(came, event)
            event_guests.save_guest(work.session, record, event.id, clean)
        return work.changes

    def remove_guests(self, guest_ids: Sequence[int]) -> Changes:
        """Take people off their lists.

        Hours that were recorded stay until the event's hours are recorded again.

        Raises:
            NotFoundError: somebody is gone.
        """
        self._context.require(Right.ROSTER, "修改活动名单")
        with self._context.writing(f"活动名单去掉 {len(guest_ids)} 人") as work:
            for guest_id in guest_ids:
                work.session.delete(event_guests.get_record(work.session, guest_id))
        return work.changes

    def mark_present(self, guest_ids: Sequence[int], *, present: bool | None) -> Changes:
        """Sign people in or out; None: nobody has said.

        Raises:
            InvalidInput: the day has not come, or more signed in than came.
            NotFoundError: somebody is gone.
        """
        self._context.require(Right.ROSTER, "登记签到")
        with self._context.writing(f"活动签到 {len(guest_ids)} 人") as work:
            guests = event_guests.load_guests(work.connection, guest_ids)
            for event_id in {each.event_id for each in guests}:
                own = [each for each in guests if each.event_id == event_id]
                event = _open(events.get_event(work.connection, event_id))
                left = event.present - sum(each.facts.present is True for each in own)
                self._check_present(left + (len(own) if present else 0), event)
            for each in guests:
                record = event_guests.get_record(work.session, each.id)
                marked = replace(each.facts, present=present)
                event_guests.save_guest(work.session, record, each.event_id, marked)
        return work.changes

    # ---- inside -----------------------------------------------------------------------------

    def _check_present(self, came: int, event: Event) -> None:
        if came > event.present and (problems := check_present(came, event, self._today())):
            raise InvalidInput(problems)

    def _seen(self, found: Sequence[Guest]) -> list[Guest]:
        show = phones_for(self._context)
        return [
            replace(each, facts=replace(each.facts, phone=show(each.facts.phone))) for each in found
        ]

    def _today(self) -> date:
        return self._context.clock().date()


def _of_worker(worker: Worker, role: Role) -> GuestDraft:
    facts = worker.facts
    return GuestDraft(
        name=facts.name,
        phone=facts.phone,
        resident_id=facts.resident_id,
        worker_id=worker.id,
        role=role,
    )


def _with_phones(work: "Writing", drafts: Sequence[GuestDraft]) -> Iterator[GuestDraft]:
    """Yield lines with the phone of whom they are linked to, where they have none."""
    residents_known = load_contacts(work.connection, (each.resident_id for each in drafts))
    some = any(each.worker_id is not None for each in drafts)
    phones = (
        {each.id: each.facts.phone for each in workers.list_workers(work.connection)}
        if some
        else {}
    )
    for each in drafts:
        known = residents_known.get(each.resident_id or 0)
        phone = phones.get(each.worker_id or 0) or (known.phone if known else None)
        yield replace(each, phone=each.phone or phone)


def _checked(work: "Writing", draft: GuestDraft, event: Event) -> GuestDraft:
    """Return a line in normal form that breaks no rule, whom it is linked to known.

    Raises:
        InvalidInput: a rule is broken; the sentence says of whom.
        NotFoundError: somebody is gone.
    """
    if draft.resident_id is not None:
        residents.get_record(work.session, draft.resident_id)
    if draft.worker_id is not None:
        workers.get_record(work.session, draft.worker_id)
    clean = clean_guest(draft)
    if problems := check_guest(clean, event.facts):
        raise InvalidInput(
            [replace(each, message=f"「{clean.name}」：{each.message}") for each in problems]
        )
    return clean


def _open(event: Event) -> Event:
    """Return an event whose list can be changed.

    Raises:
        UserError: it was called off.
    """
    if event.state is EventState.CALLED_OFF:
        raise UserError(f"活动「{event.facts.title}」已取消，名单不再修改；要办的请先恢复。")
    return event
