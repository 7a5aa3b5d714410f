"""Papers of events and venues that leave the ledger (活动和场地的打印), each recorded."""

from dataclasses import replace
from datetime import date

from linli.domain.accounts import Right
from linli.domain.event_lists import attendance_register, event_sheet, sign_in_register
from linli.domain.events import Event, EventState
from linli.domain.registers import Register
from linli.domain.rosters import day_kinds
from linli.domain.settings import HallFacts
from linli.domain.venue_lists import booking_letter, week_door_sheet, week_of, week_register
from linli.domain.venues import Booking, BookingFilter
from linli.errors import UserError
from linli.services.context import Context
from linli.services.fonts import library_of
from linli.services.letter_pdfs import foot_of, letters_pdf
from linli.services.masking import for_office, masks_of
from linli.services.outputs import leaving
from linli.storage import bookings, calendars, event_guests, events, settings, venues


class EventPaperService:
    """Prints sheets to sign, lists and notices of events, plans and slips of venues."""

    def __init__(self, context: Context) -> None:
        self._context = context

    # ---- events -----------------------------------------------------------------------------

    def sign_in(self, event_id: int, *, blank: int, revealed: bool) -> Register:
        """Return the sheet to sign (签到表) to print; phones in full only if `revealed`.

        Args:
            event_id: what is signed in to.
            blank: how many blank lines follow those who are on the list.
            revealed: whether numbers are in full.

        Raises:
            NotFoundError: the event is gone.
        """
        self._context.require(Right.READ, "打印签到表")
        with self._context.db.reading() as connection:
            event = events.get_event(connection, event_id)
            guests = event_guests.list_guests(connection, event_id)
            places = event_guests.places(connection, event_id)
        made = sign_in_register(event, guests, places, blank=blank)
        return for_office(self._context, made, revealed=revealed)

    def attendance(self, event_id: int, *, revealed: bool) -> Register:
        """Return who was on the list and who came, to print; phones in full only if `revealed`.

        Raises:
            NotFoundError: the event is gone.
        """
        self._context.require(Right.READ, "打印活动名单")
        with self._context.db.reading() as connection:
            event = events.get_event(connection, event_id)
            guests = event_guests.list_guests(connection, event_id)
            places = event_guests.places(connection, event_id)
        made = attendance_register(event, guests, places)
        return for_office(self._context, made, revealed=revealed)

    def notice(self, event_id: int) -> bytes:
        """Make the PDF of the notice of an event for the door (活动通知).

        The number of whom to ask is printed in full: it is there to be called.

        Raises:
            UserError: the event was called off.
            NotFoundError: it is gone.
            UnprintableTextError: no font here draws some character.
        """
        context = self._context
        context.require(Right.PRINT, "打印活动通知")
        from linli.printing.event_door import render_event_door

        with context.db.reading() as connection:
            event = events.get_event(connection, event_id)
            hall = settings.get_hall(connection)
        sheet = event_sheet(
            _not_called_off(event),
            community=hall.community,
            hotline=hall.hotline or "",
            made=context.clock().date(),
        )
        with leaving(context, "打印活动通知", event.facts.title):
            return render_event_door(sheet, printed=foot_of(context), library=library_of(context))

    # ---- venues -----------------------------------------------------------------------------

    def week(self, day: date, title: str) -> Register:
        """Return the plan of all venues for a week, to print; it is made for everybody to read.

        Args:
            day: any day of the week.
            title: what it is called.
        """
        self._context.require(Right.READ, "打印场地使用安排")
        days = week_of(day)
        found = self._week(day)
        used = {each.facts.venue_id for each in found}
        with self._context.db.reading() as connection:
            lent = {each.id for each in venues.list_venues(connection, days[0])}
            shown = [each for each in venues.list_venues(connection) if each.id in used | lent]
        return week_register(shown, found, days, title=title)

    def door(self, venue_id: int, day: date) -> bytes:
        """Make the PDF of a week's plan for the door of one venue (场地使用安排).

        Args:
            venue_id: whose door.
            day: any day of the week.

        Raises:
            NotFoundError: the venue is gone.
            UnprintableTextError: no font here draws some character.
        """
        context = self._context
        context.require(Right.PRINT, "打印场地使用安排")
        from linli.printing.roster_door import render_door

        days = week_of(day)
        with context.db.reading() as connection:
            venue = venues.get_venue(connection, venue_id)
            kinds = day_kinds(days, calendars.get_calendar(connection))
        hall = self._hall()
        sheet = week_door_sheet(
            venue,
            self._week(day),
            days,
            [kinds[each] for each in days],
            community=hall.community,
            hotline=hall.hotline or "",
        )
        with leaving(context, "打印场地使用安排", f"{sheet.title} {sheet.span}"):
            return render_door(sheet, printed=foot_of(context), library=library_of(context))

    def slip(self, booking_id: int) -> bytes:
        """Make the PDF of the slip of a booking (场地使用单) with its terms.

        Numbers are in full for who may see them in full; for others they are masked, to be
        written in by hand.

        Raises:
            UserError: the booking was called off.
            NotFoundError: it is gone.
            UnprintableTextError: no font here draws some character.
        """
        context = self._context
        context.require(Right.PRINT, "打印场地使用单")
        with context.db.reading() as connection:
            booking = bookings.get_booking(connection, booking_id)
            venue = venues.get_venue(connection, booking.facts.venue_id)
        if booking.called_off_on is not None:
            raise UserError(f"「{booking.venue}」的这个预约已经取消，不用打印使用单。")
        if not context.may(Right.REVEAL):
            show = masks_of(context).show_numbers_in
            phone, keeper = booking.facts.phone, venue.facts.phone
            booking = replace(booking, facts=replace(booking.facts, phone=phone and show(phone)))
            venue = replace(venue, facts=replace(venue.facts, phone=keeper and show(keeper)))
        hall = self._hall()
        letter = booking_letter(
            booking,
            venue,
            community=hall.community,
            contact=hall.hotline or "",
            printed=foot_of(context),
        )
        return letters_pdf(context, [letter], "打印场地使用单", f"{booking.venue} {booking.id}")

    # ---- inside -----------------------------------------------------------------------------

    def _week(self, day: date) -> list[Booking]:
        """Return what is booked in the week of a day, without numbers in its words."""
        days = week_of(day)
        show = masks_of(self._context).show_numbers_in
        with self._context.db.reading() as connection:
            found = bookings.list_bookings(connection, BookingFilter(first=days[0], last=days[-1]))
        return [
            replace(each, facts=replace(each.facts, purpose=show(each.facts.purpose)))
            for each in found
        ]

    def _hall(self) -> HallFacts:
        with self._context.db.reading() as connection:
            return settings.get_hall(connection)


def _not_called_off(event: Event) -> Event:
    if event.state is EventState.CALLED_OFF:
        raise UserError(f"活动「{event.facts.title}」已取消，不用打印通知；要办的请先恢复。")
    return event
