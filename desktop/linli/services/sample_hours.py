"""The sample community's hours: what some volunteers served, a training, a hand-over."""

from datetime import time, timedelta
from typing import TYPE_CHECKING

from linli.services.fiction import Fiction

if TYPE_CHECKING:
    from linli.storage.database import Writing

_SERVED = 6
_QUARTERS = (8, 6, 10)
_BEGINS = time(10)


def add_hours(work: "Writing", fiction: Fiction, account: str) -> None:
    """Add hours of a few volunteers, a training and a hand-over; nothing without people.

    Args:
        work: the transaction; people on duty are in it already.
        fiction: tells the day.
        account: who confirmed the hours.
    """
    from linli.domain.hours import HandOver, ServiceDraft, VolunteerNote
    from linli.domain.workers import WorkerFilter, WorkerKind
    from linli.storage import hours, workers

    people = workers.list_workers(work.connection, WorkerFilter(kind=WorkerKind.VOLUNTEER))
    for number, person in enumerate(people[:_SERVED]):
        items = person.facts.volunteer.items if person.facts.volunteer else ()
        draft = ServiceDraft(
            worker_id=person.id,
            day=fiction.today - timedelta(days=number + 1),
            begins=_BEGINS,
            ends=time(_BEGINS.hour + 3),
            quarters=_QUARTERS[number % len(_QUARTERS)],
            item=items[0] if items else None,
            confirmed_by=account,
        )
        hours.save_service(work.session, None, draft)
    if people:
        note = VolunteerNote(
            worker_id=people[0].id,
            day=fiction.today - timedelta(days=30),
            content="急救知识培训",
            giver="社区卫生服务站",
            quarters=8,
        )
        hours.save_note(work.session, note)
    staff = workers.list_workers(work.connection, WorkerFilter(kind=WorkerKind.STAFF))
    if len(staff) > 1:
        given = HandOver(
            day=fiction.today - timedelta(days=1),
            at=time(17, 30),
            shift="白班",
            given_id=staff[0].id,
            taken_id=staff[1].id,
            happened="大厅一切正常。",
            left_open="打印机缺纸，明早领取。",
        )
        hours.save_hand_over(work.session, given)
