"""Bookings of venues (场地预约): who has what when, and never two the same."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from itertools import islice
from typing import TYPE_CHECKING

from linli.domain.accounts import Right
from linli.domain.booking_rules import (
    check_booking,
    clash_problem,
    clean_booking,
    remarks,
)
from linli.domain.changes import Changes
from linli.domain.contact_rules import clean_text
from linli.domain.registers import Register
from linli.domain.venue_lists import booking_register, span_text
from linli.domain.venues import (
    Booking,
    BookingDraft,
    BookingFilter,
    Weekly,
    clash,
    repeated,
    same_again,
)
from linli.errors import FieldProblem, InvalidInput, UserError
from linli.services.context import Context
from linli.services.masking import for_office, kept_phone, phones_for
from linli.storage import bookings, residents, venues

if TYPE_CHECKING:
    from linli.storage.database import Writing

_EVERY = BookingFilter()
_OFFERED = 5
_MINUTE = timedelta(minutes=1)


class BookingService:
    """What a roster keeper does with bookings. Each change is one transaction and one undo step."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def list_(self, wanted: BookingFilter = _EVERY) -> list[Booking]:
        """Return bookings, the earliest first.

        Phones are plain: show them masked until `reveal`. Who has no right to full numbers gets
        them masked.
        """
        self._context.require(Right.READ, "查看场地预约")
        with self._context.db.reading() as connection:
            return self._seen(bookings.list_bookings(connection, wanted))

    def get(self, booking_id: int) -> Booking:
        """Return a booking.

        Raises:
            NotFoundError: there is no such booking.
        """
        self._context.require(Right.READ, "查看场地预约")
        with self._context.db.reading() as connection:
            return self._seen([bookings.get_booking(connection, booking_id)])[0]

    def week(self, first_day: date) -> list[Booking]:
        """Return what is booked of all venues on seven days from `first_day`, earliest first."""
        self._context.require(Right.READ, "查看场地预约")
        return self.list_(BookingFilter(first=first_day, last=first_day + timedelta(days=6)))

    def conflicts(self) -> list[tuple[Booking, Booking]]:
        """Return pairs, not over yet, that have the same time of a venue.

        There are none but of bookings of two machines, which both stay until the clerk decides.
        """
        self._context.require(Right.READ, "查看场地预约")
        with self._context.db.reading() as connection:
            pairs = bookings.list_conflicts(connection, self._now())
        seen = iter(self._seen([each for pair in pairs for each in pair]))
        return list(zip(seen, seen, strict=True))

    def register(self, wanted: BookingFilter, title: str, *, revealed: bool = False) -> Register:
        """Return bookings to print; numbers masked unless `revealed`."""
        self._context.require(Right.READ, "查看场地预约")
        with self._context.db.reading() as connection:
            found = bookings.list_bookings(connection, wanted)
        return for_office(self._context, booking_register(found, title=title), revealed=revealed)

    def reveal(self, booking_id: int, reason: str) -> None:
        """Record in the audit trail that a borrower's number is shown in full, and why.

        Raises:
            NotFoundError: the booking is gone.
        """
        self._context.require(Right.REVEAL, "查看完整号码")
        self.get(booking_id)
        self._context.revealed(f"booking/{booking_id}", reason, "场地借用人的电话")

    def free(self, venue_id: int, day: date, minutes: int) -> list[tuple[datetime, datetime]]:
        """Return when a venue is free next for so long, from a day on, two weeks ahead at most.

        Of today only what is still to come; a venue without opening times is offered by day.

        Raises:
            NotFoundError: the venue is gone.
        """
        self._context.require(Right.READ, "查看场地预约")
        with self._context.db.reading() as connection:
            start = max(datetime.combine(day, time.min), self._now())
            return list(islice(bookings.free(connection, venue_id, start, minutes), _OFFERED))

    def check(self, draft: BookingDraft, weekly: Weekly | None = None) -> list[str]:
        """Return what is worth a look before a booking is saved: closed, too many, in the past.

        Of what cannot be saved at all `add` and `change` tell.

        Raises:
            NotFoundError: the venue is gone.
        """
        self._context.require(Right.READ, "查看场地预约")
        with self._context.db.reading() as connection:
            venue = venues.get_venue(connection, draft.venue_id).facts
        clean, now = clean_booking(draft), self._now()
        return (
            [] if check_booking(clean, venue, now, weekly) else remarks(clean, venue, now, weekly)
        )

    def add(
        self, draft: BookingDraft, weekly: Weekly | None = None
    ) -> tuple[tuple[int, ...], Changes]:
        """Book a venue, once or every week: all of it or nothing.

        Returns:
            The ids in the order of time, and the changes.

        Raises:
            InvalidInput: a rule is broken, or it is taken; the sentence says by whom, and when it
                is free next.
            NotFoundError: the venue or the resident is gone.
        """
        self._context.require(Right.ROSTER, "登记场地预约")
        with self._context.writing(f"预约场地 {draft.purpose}") as work:
            clean = self._checked(work, replace(draft, event_id=None), weekly)
            ids = []
            for begins, ends in repeated(clean, weekly):
                one = replace(clean, begins=begins, ends=ends)
                refuse_clash(work, one, None, self._now())
                ids.append(bookings.save_booking(work.session, None, one))
        return tuple(ids), work.changes

    def change(self, booking_id: int, draft: BookingDraft, *, version: int) -> Changes:
        """Save a changed booking; a number that was only seen masked stays as it is.

        Raises:
            InvalidInput: a rule is broken, or it is taken.
            UserError: it is an event's, or was called off.
            ConflictError: it was changed since `version` was read.
            NotFoundError: it, the venue or the resident is gone.
        """
        self._context.require(Right.ROSTER, "登记场地预约")
        with self._context.writing(f"修改场地预约 {draft.purpose}") as work:
            record = bookings.get_record(work.session, booking_id, version)
            before = _own(bookings.get_booking(work.connection, booking_id))
            phone = kept_phone(self._context, draft.phone, before.facts.phone)
            kept = replace(draft, event_id=None, phone=phone)
            clean = self._checked(work, kept, None)
            refuse_clash(work, clean, booking_id, self._now())
            bookings.save_booking(work.session, record, clean)
        return work.changes

    def same_again(self, booking_id: int) -> list[Booking]:
        """Return the later bookings that repeat one every week, the next first.

        Raises:
            NotFoundError: it is gone.
        """
        self._context.require(Right.READ, "查看场地预约")
        with self._context.db.reading() as connection:
            first = bookings.get_booking(connection, booking_id)
            wanted = BookingFilter(first=first.facts.begins.date(), venue_id=first.facts.venue_id)
            later = same_again(first, bookings.list_bookings(connection, wanted))
        return self._seen(later)

    def call_off(self, booking_id: int, reason: str, also: Sequence[int] = ()) -> Changes:
        """Call a booking off; it stays on record, and its time is free.

        Args:
            booking_id: the booking.
            reason: why.
            also: others that go with it, in the same step.

        Raises:
            InvalidInput: no reason is given.
            UserError: it is an event's, or was called off already.
            NotFoundError: it is gone.
        """
        self._context.require(Right.ROSTER, "登记场地预约")
        said = clean_text(reason)
        if said is None:
            message = "没有写取消的原因，请填写，如 对方改期。"
            raise InvalidInput([FieldProblem(field="reason", message=message)])
        with self._context.writing("取消场地预约") as work:
            for each in (booking_id, *also):
                _own(bookings.get_booking(work.connection, each))
                record = bookings.get_record(work.session, each)
                bookings.call_off(work.session, record, self._now().date(), said)
        return work.changes

    def remove(self, booking_id: int) -> Changes:
        """Remove a booking that was entered by mistake.

        Raises:
            UserError: it is an event's.
            NotFoundError: it is gone.
        """
        self._context.require(Right.ROSTER, "登记场地预约")
        with self._context.writing("删除场地预约") as work:
            _not_of_event(bookings.get_booking(work.connection, booking_id))
            work.session.delete(bookings.get_record(work.session, booking_id))
        return work.changes

    # ---- inside -----------------------------------------------------------------------------

    def _checked(self, work: "Writing", draft: BookingDraft, weekly: Weekly | None) -> BookingDraft:
        if draft.resident_id is not None:
            residents.get_record(work.session, draft.resident_id)
        venue = venues.get_venue(work.connection, draft.venue_id).facts
        clean = clean_booking(draft)
        if problems := check_booking(clean, venue, self._now(), weekly):
            raise InvalidInput(problems)
        return clean

    def _seen(self, found: Sequence[Booking]) -> list[Booking]:
        show = phones_for(self._context)
        return [
            replace(each, facts=replace(each.facts, phone=show(each.facts.phone))) for each in found
        ]

    def _now(self) -> datetime:
        return self._context.clock().replace(tzinfo=None)


def _not_of_event(booking: Booking) -> Booking:
    if booking.facts.event_id is not None:
        raise UserError(
            f"这个预约是活动「{booking.facts.purpose}」的，请打开这次活动修改或取消，预约会跟着变。"
        )
    return booking


def _own(booking: Booking) -> Booking:
    """Return a booking that can be changed by itself.

    Raises:
        UserError: it is an event's, or was called off.
    """
    _not_of_event(booking)
    if booking.called_off_on is not None:
        when = span_text(booking.facts.begins, booking.facts.ends)
        raise UserError(f"{when}的这个预约已经取消，不能再改，请重新登记一个。")
    return booking


def refuse_clash(work: "Writing", draft: BookingDraft, own_id: int | None, now: datetime) -> None:
    """Refuse a booking whose time is taken.

    Args:
        work: the transaction.
        draft: the booking in normal form.
        own_id: the booking that is changed, None of a new one.
        now: local time; what is offered instead is still to come.

    Raises:
        InvalidInput: saying by whom, and when the venue is free next.
    """
    touching = bookings.list_touching(work.connection, draft.venue_id, draft.begins, draft.ends)
    others = [each for each in touching if each.id != own_id]
    other = clash(others, draft.venue_id, draft.begins, draft.ends)
    if other is not None:
        start, minutes = max(draft.begins, now), (draft.ends - draft.begins) // _MINUTE
        free = bookings.free(work.connection, draft.venue_id, start, minutes)
        raise InvalidInput([clash_problem(other, list(islice(free, 1)))])
