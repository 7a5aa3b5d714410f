"""Events (社区活动): planned with their venue, held or called off, into the ledgers of both."""

from dataclasses import replace
from datetime import date, datetime
from typing import TYPE_CHECKING

from linli.domain.accounts import Right
from linli.domain.changes import Changes
from linli.domain.codes import code_table
from linli.domain.contact_rules import clean_text
from linli.domain.event_lists import event_register
from linli.domain.event_rules import check_event, check_outcome, clean_event, clean_outcome
from linli.domain.events import (
    EVENT_STATE,
    EVENT_TABLE,
    Event,
    EventDraft,
    EventFilter,
    EventState,
    EventSum,
    Outcome,
    sums_of,
    training_code,
)
from linli.domain.register_texts import spoken
from linli.domain.registers import Register
from linli.domain.training_rules import check_training, clean_training
from linli.domain.trainings import TrainingDraft
from linli.domain.venues import BookingDraft
from linli.errors import FieldProblem, InvalidInput, UserError
from linli.services.bookings import refuse_clash
from linli.services.context import Context
from linli.services.event_hours import HoursRecorded, record_hours
from linli.services.masking import for_office
from linli.storage import bookings, events, hours, teams, trainings, venues

if TYPE_CHECKING:
    from linli.storage.database import Writing

_EVERY = EventFilter()
_OFFERED = 12
_NOBODY = "社区"


class EventService:
    """What a roster keeper does with events. Each change is one transaction and one undo step."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def list_(self, wanted: EventFilter = _EVERY, limit: int | None = None) -> list[Event]:
        """Return events, the last first; `limit` the newest of them."""
        self._context.require(Right.READ, "查看活动")
        with self._context.db.reading() as connection:
            return events.list_events(connection, wanted, limit)

    def get(self, event_id: int) -> Event:
        """Return an event.

        Raises:
            NotFoundError: there is no such event.
        """
        self._context.require(Right.READ, "查看活动")
        with self._context.db.reading() as connection:
            return events.get_event(connection, event_id)

    def suggestions(self, field: str, part: str = "") -> list[str]:
        """Return what to offer for `place`, `organiser`, `leader` or `speaker`."""
        self._context.require(Right.READ, "查看活动")
        with self._context.db.reading() as connection:
            return events.list_used(connection, field, part.strip(), _OFFERED)

    def sums(self, first: date, last: date) -> list[EventSum]:
        """Return what was held in a span of days, kind by kind; both days are counted in."""
        self._context.require(Right.READ, "查看活动")
        return sums_of(self.list_(EventFilter(first=first, last=last, state=EventState.HELD)))

    def register(self, wanted: EventFilter, title: str) -> Register:
        """Return the ledger of events to print, the first first."""
        self._context.require(Right.READ, "查看活动")
        return for_office(self._context, event_register(self.list_(wanted)[::-1], title=title))

    # ---- planning ---------------------------------------------------------------------------

    def add(self, draft: EventDraft) -> tuple[int, Changes]:
        """Plan an event, and book its venue.

        Raises:
            InvalidInput: a rule is broken, or the venue is taken; the sentence says by whom.
            NotFoundError: the venue or the team is gone.
        """
        self._context.require(Right.ROSTER, "修改活动")
        with self._context.writing(f"添加活动 {draft.title}") as work:
            clean = self._checked(work, draft)
            event_id = events.save_event(work.session, None, clean)
            self._book(work, event_id)
        return event_id, work.changes

    def change(self, event_id: int, draft: EventDraft, *, version: int) -> Changes:
        """Save a changed event; its booking moves along.

        Raises:
            InvalidInput: a rule is broken, or the venue is taken; the sentence says by whom.
            ConflictError: it was changed since `version` was read.
            NotFoundError: it, the venue or the team is gone.
        """
        self._context.require(Right.ROSTER, "修改活动")
        with self._context.writing(f"修改活动 {draft.title}") as work:
            record = events.get_record(work.session, event_id, version)
            before = events.get_event(work.connection, event_id)
            clean = self._checked(work, draft)
            if before.outcome is not None:
                changed = replace(before, facts=clean)
                problems = check_outcome(before.outcome, changed, self._today())
                if problems:
                    raise InvalidInput([replace(each, field="begins") for each in problems])
            events.save_event(work.session, record, clean)
            self._book(work, event_id)
        return work.changes

    def call_off(self, event_id: int, reason: str) -> Changes:
        """Call an event off with its booking; both stay on record, the venue is free.

        Raises:
            InvalidInput: no reason is given.
            UserError: it was held or called off already, or stands in a ledger.
            NotFoundError: it is gone.
        """
        self._context.require(Right.ROSTER, "修改活动")
        said = clean_text(reason)
        if said is None:
            message = "没有写取消的原因，请填写，如 下雨改期。"
            raise InvalidInput([FieldProblem(field="reason", message=message)])
        with self._context.writing("取消活动") as work:
            event = _in_state(events.get_event(work.connection, event_id), EventState.PLANNED)
            _refuse_if_counted(work, event, "取消")
            record = events.get_record(work.session, event_id)
            events.set_state(work.session, record, EventState.CALLED_OFF, reason=said)
            booking = bookings.of_event(work.connection, event_id)
            if booking is not None:
                kept = bookings.get_record(work.session, booking.id)
                bookings.call_off(work.session, kept, self._today(), said)
        return work.changes

    def hold(self, event_id: int, outcome: Outcome) -> Changes:
        """Write down how an event went, or put it right.

        Raises:
            InvalidInput: its day has not come, or fewer came than signed in.
            UserError: it was called off.
            NotFoundError: it is gone.
        """
        self._context.require(Right.ROSTER, "登记活动情况")
        clean = clean_outcome(outcome)
        with self._context.writing("登记活动情况") as work:
            event = events.get_event(work.connection, event_id)
            if event.state is not EventState.HELD:
                _in_state(event, EventState.PLANNED)
            if problems := check_outcome(clean, event, self._today()):
                raise InvalidInput(problems)
            record = events.get_record(work.session, event_id)
            events.set_state(work.session, record, EventState.HELD, outcome=clean)
        return work.changes

    def reopen(self, event_id: int) -> Changes:
        """Let an event be planned again that was entered as held, or called off, by mistake.

        Its booking holds again. Who signed in, and what stands in ledgers, stays.

        Raises:
            InvalidInput: its venue is taken meanwhile.
            UserError: it is planned.
            NotFoundError: it is gone.
        """
        self._context.require(Right.ROSTER, "修改活动")
        with self._context.writing("活动恢复为筹备中") as work:
            event = events.get_event(work.connection, event_id)
            if event.state is EventState.PLANNED:
                raise UserError(f"活动「{event.facts.title}」就是筹备中，不用恢复。")
            record = events.get_record(work.session, event_id)
            events.set_state(work.session, record, EventState.PLANNED)
            self._book(work, event_id)
        return work.changes

    def remove(self, event_id: int) -> Changes:
        """Remove an event that was entered by mistake, with its list and its booking.

        Raises:
            UserError: it was held, or stands in a ledger.
            NotFoundError: it is gone.
        """
        self._context.require(Right.ROSTER, "修改活动")
        event = self.get(event_id)
        with self._context.writing(f"删除活动 {event.facts.title}") as work:
            if event.state is EventState.HELD:
                _in_state(event, EventState.PLANNED)
            _refuse_if_counted(work, event, "删除")
            work.session.delete(events.get_record(work.session, event_id))
        return work.changes

    # ---- the ledgers of hours and trainings -------------------------------------------------

    def record_hours(self, event_id: int) -> HoursRecorded:
        """Bring the hours ledger to what the list of a held event says of its volunteers.

        Who is there as a helper and came has the hours once; who did not come, loses them again.

        Raises:
            UserError: it was not held, or is not over.
            NotFoundError: it is gone.
        """
        self._context.require(Right.ROSTER, "登记时长")
        with self._context.writing("按活动登记时长") as work:
            event = _in_state(events.get_event(work.connection, event_id), EventState.HELD)
            if event.facts.ends > self._now():
                when = f"{spoken(event.facts.ends.date())} {event.facts.ends:%H:%M}"
                raise UserError(f"活动「{event.facts.title}」{when} 才结束，等结束再登记时长。")
            done = record_hours(work, event, self._context.actor.name, self._today())
        return replace(done, changes=work.changes)

    def to_training(self, event_id: int) -> tuple[int, Changes]:
        """Enter a held event in the training ledger (培训台账), once.

        Returns:
            The id of the line, and the changes.

        Raises:
            InvalidInput: nobody came.
            UserError: it was not held, is of no kind that is a training, or stands there already.
            NotFoundError: it is gone.
        """
        self._context.require(Right.EDIT, "修改培训记录")
        with self._context.writing("活动列入培训台账") as work:
            event = _in_state(events.get_event(work.connection, event_id), EventState.HELD)
            facts, code = event.facts, training_code(event.facts.kind_code)
            if code is None or event.outcome is None:
                kind = code_table(EVENT_TABLE).label(facts.kind_code)
                raise UserError(f"「{kind}」不算培训，不列入培训台账；类别选错了的请先修改活动。")
            if event.training_id is not None:
                raise UserError(
                    f"活动「{facts.title}」已经列入培训台账，只列一次；要改的请在培训台账里改。"
                )
            line = clean_training(
                TrainingDraft(
                    day=facts.begins.date(),
                    kind_code=code,
                    topic=facts.title,
                    headcount=event.outcome.headcount,
                    place=event.where,
                    teacher=facts.speaker,
                )
            )
            if problems := check_training(line, self._today()):
                raise InvalidInput(problems)
            training_id = trainings.add_training(work.session, line)
            record = events.get_record(work.session, event_id)
            events.set_training(work.session, record, training_id)
        return training_id, work.changes

    # ---- inside -----------------------------------------------------------------------------

    def _checked(self, work: "Writing", draft: EventDraft) -> EventDraft:
        """Return an event in normal form that breaks no rule, its venue and team known."""
        clean = clean_event(draft)
        problems = check_event(clean, self._now())
        if clean.team_id is not None:
            teams.get_record(work.session, clean.team_id)
        if clean.venue_id is not None:
            venue = venues.get_venue(work.connection, clean.venue_id).facts
            if venue.until is not None and clean.begins.date() > venue.until:
                message = f"「{venue.name}」只借到{spoken(venue.until)}，请另选场地。"
                problems.append(FieldProblem(field="venue_id", message=message))
        if problems:
            raise InvalidInput(problems)
        return clean

    def _book(self, work: "Writing", event_id: int) -> None:
        """Bring an event's booking to what the event says.

        Raises:
            InvalidInput: the venue is taken.
        """
        event = events.get_event(work.connection, event_id)
        before = bookings.of_event(work.connection, event_id)
        record = bookings.get_record(work.session, before.id) if before else None
        if event.facts.venue_id is None:
            if record is not None:
                work.session.delete(record)
            return
        draft = booking_of(event, event.facts.venue_id)
        is_on = event.state is not EventState.CALLED_OFF
        if is_on:
            refuse_clash(work, draft, before.id if before else None, self._now())
        bookings.save_booking(work.session, record, draft)
        if record is not None and is_on:
            bookings.call_off(work.session, record, None, None)

    def _now(self) -> datetime:
        return self._context.clock().replace(tzinfo=None)

    def _today(self) -> date:
        return self._context.clock().date()


def booking_of(event: Event, venue_id: int) -> BookingDraft:
    """Return what an event takes of its venue."""
    facts = event.facts
    return BookingDraft(
        venue_id=venue_id,
        begins=facts.begins,
        ends=facts.ends,
        purpose=facts.title,
        borrower=event.who or facts.leader or _NOBODY,
        phone=facts.phone,
        headcount=facts.expected,
        event_id=event.id,
    )


def _in_state(event: Event, state: EventState) -> Event:
    """Return an event that is as far as it has to be.

    Raises:
        UserError: it is not; the sentence says what to do first.
    """
    if event.state is state:
        return event
    how = "请先点“办完了”登记" if state is EventState.HELD else "记错了的请先点“恢复为筹备中”"
    raise UserError(f"活动「{event.facts.title}」{EVENT_STATE[event.state]}，{how}。")


def _refuse_if_counted(work: "Writing", event: Event, what: str) -> None:
    """Refuse to take back an event that stands in a ledger.

    Raises:
        UserError: saying in which.
    """
    title = event.facts.title
    if event.training_id is not None:
        raise UserError(
            f"活动「{title}」已经列入培训台账，不能{what}；请先在培训台账里删除那一条。"
        )
    count = len(hours.list_of_event(work.connection, event.id))
    if count:
        raise UserError(
            f"活动「{title}」已经登记了 {count} 人的志愿时长，不能{what}；"
            "请先在“时长和证明”里删除这些时长。"
        )
