"""Hours of an event's volunteers (志愿时长): from its list into the hours ledger, once each."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from linli.domain.changes import Changes
from linli.domain.events import Event, Guest, Role
from linli.domain.hour_rules import check_service, clean_service
from linli.domain.hours import ServiceDraft, ServiceRecord, Source
from linli.domain.workers import WorkerKind
from linli.storage import event_guests, hours, workers

if TYPE_CHECKING:
    from linli.storage.database import Writing


@dataclass(frozen=True, kw_only=True)
class HoursRecorded:
    """What recording the hours of an event came to.

    Attributes:
        added: how many have their hours now that had not.
        corrected: how many have other hours than before.
        taken_back: how many lost them, who are no helpers who came any more.
        left_out: sentences that tell of whom the hours could not be recorded, and why.
        changes: what the transaction changed.
    """

    added: int = 0
    corrected: int = 0
    taken_back: int = 0
    left_out: tuple[str, ...] = ()
    changes: Changes = field(default_factory=Changes)


def record_hours(work: "Writing", event: Event, confirmed_by: str, today: date) -> HoursRecorded:
    """Bring the hours ledger to what the list of an event says of its volunteers.

    Args:
        work: the transaction.
        event: it was held, and is over.
        confirmed_by: who says that it was so.
        today: nothing is recorded before it was done.
    """
    before = {each.facts.worker_id: each for each in hours.list_of_event(work.connection, event.id)}
    kinds = {each.id: each.facts.kind for each in workers.list_workers(work.connection)}
    wanted = _helpers(event_guests.list_guests(work.connection, event.id), kinds)
    for record in before.values():
        if record.facts.worker_id not in wanted:
            work.session.delete(hours.service_record(work.session, record.id))
    work.session.flush()
    added = corrected = 0
    left_out = []
    for worker_id, guest in wanted.items():
        old = before.get(worker_id)
        draft = _draft(event, guest, worker_id, confirmed_by, old)
        if old is not None and draft == old.facts:
            continue
        others = hours.list_near(work.connection, draft, old.id if old else None)
        if problems := check_service(draft, today, others):
            left_out.append(f"「{guest.facts.name}」：{problems[0].message}")
            continue
        kept = hours.service_record(work.session, old.id) if old else None
        hours.save_service(work.session, kept, draft)
        added, corrected = added + (old is None), corrected + (old is not None)
    return HoursRecorded(
        added=added,
        corrected=corrected,
        taken_back=len(before.keys() - wanted.keys()),
        left_out=tuple(left_out),
    )


def _helpers(guests: Sequence[Guest], kinds: dict[int, WorkerKind]) -> dict[int, Guest]:
    """Return by worker the volunteers who helped and came."""
    return {
        each.facts.worker_id: each
        for each in guests
        if each.facts.worker_id is not None
        and each.facts.role is Role.HELPER
        and each.facts.present
        and kinds.get(each.facts.worker_id) is WorkerKind.VOLUNTEER
    }


def _draft(
    event: Event, guest: Guest, worker_id: int, confirmed_by: str, old: ServiceRecord | None
) -> ServiceDraft:
    """Return the record of somebody's hours; what the clerk added to it by hand stays."""
    return clean_service(
        ServiceDraft(
            worker_id=worker_id,
            day=event.facts.begins.date(),
            begins=event.facts.begins.time(),
            ends=event.facts.ends.time(),
            quarters=guest.facts.quarters,
            item=old.facts.item if old else None,
            content=event.facts.title,
            station_id=old.facts.station_id if old else None,
            place=event.where,
            source=Source.EVENT,
            event_id=event.id,
            confirmed_by=old.facts.confirmed_by if old else confirmed_by,
            note=old.facts.note if old else None,
        )
    )
