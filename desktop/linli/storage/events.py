"""Events (社区活动) as records, the last first."""

from collections.abc import Iterator
from datetime import datetime, time, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Connection, func, or_, select
from sqlalchemy.orm import Session

from linli.domain.events import Event, EventDraft, EventFilter, EventState, Outcome
from linli.domain.pinyin import sort_pinyin
from linli.errors import NotFoundError
from linli.storage.duty_schema import TeamRecord
from linli.storage.event_schema import EventGuestRecord, EventRecord
from linli.storage.times import agreed
from linli.storage.venue_schema import VenueRecord
from linli.storage.versioned import record_for_change, save_record

_Event, _Guest = EventRecord, EventGuestRecord
_TEXTS = {
    "place": _Event.place,
    "organiser": _Event.organiser,
    "leader": _Event.leader,
    "speaker": _Event.speaker,
}
"""What is offered again of earlier events."""


def list_events(
    connection: Connection, wanted: EventFilter, limit: int | None = None
) -> list[Event]:
    """Return events, the last first; `limit` the newest of them."""
    return _load(connection, *_conditions(wanted), limit=limit)


def get_event(connection: Connection, event_id: int) -> Event:
    """Return an event.

    Raises:
        NotFoundError: there is no such event.
    """
    found = _load(connection, _Event.id == event_id)
    if not found:
        raise _missing()
    return found[0]


def list_used(connection: Connection, field: str, part: str, limit: int) -> list[str]:
    """Return what was said of earlier events in a field and contains `part`, often used first."""
    column = _TEXTS[field]
    query = (
        select(column)
        .where(column.contains(part, autoescape=True))
        .group_by(column)
        .order_by(func.count().desc(), column)
    )
    return [text for text in connection.execute(query.limit(limit)).scalars() if text]


def get_record(session: Session, event_id: int, version: int | None = None) -> EventRecord:
    """Return an event's record for a change.

    Raises:
        NotFoundError: there is no such event.
        ConflictError: it is no longer the `version` that was read.
    """
    return record_for_change(
        session,
        _Event,
        event_id,
        version,
        missing=_missing,
        called=lambda record: f"「{record.title}」的资料",
    )


def save_event(session: Session, record: EventRecord | None, draft: EventDraft) -> int:
    """Add an event, or bring its record to what the draft says; return its id."""
    values = {
        "kind_code": draft.kind_code,
        "title": draft.title,
        "title_pinyin": sort_pinyin(draft.title),
        "begins": agreed(draft.begins),
        "ends": agreed(draft.ends),
        "venue_id": draft.venue_id,
        "place": draft.place,
        "team_id": draft.team_id,
        "organiser": draft.organiser,
        "leader": draft.leader,
        "phone": draft.phone,
        "speaker": draft.speaker,
        "content": draft.content,
        "expected": draft.expected,
        "note": draft.note,
    }
    if record is None:
        values["state"] = EventState.PLANNED.value
    return save_record(session, _Event, record, values)


def set_state(
    session: Session,
    record: EventRecord,
    state: EventState,
    *,
    outcome: Outcome | None = None,
    reason: str | None = None,
) -> None:
    """Say how far an event is, how it went, or why it was called off."""
    values = {
        "state": state.value,
        "headcount": outcome.headcount if outcome else None,
        "summary": outcome.summary if outcome else None,
        "materials": outcome.materials if outcome else None,
        "reason": reason,
    }
    save_record(session, _Event, record, values)


def set_training(session: Session, record: EventRecord, training_id: int) -> None:
    """Say which line of the training ledger is this event's."""
    save_record(session, _Event, record, {"training_id": training_id})


# ---- inside -------------------------------------------------------------------------------


def _conditions(wanted: EventFilter) -> Iterator[ColumnElement[bool]]:
    if wanted.first is not None:
        yield _Event.begins >= agreed(datetime.combine(wanted.first, time.min))
    if wanted.last is not None:
        after = datetime.combine(wanted.last, time.min) + timedelta(days=1)
        yield _Event.begins < agreed(after)
    if wanted.kind_code is not None:
        yield _Event.kind_code == wanted.kind_code
    if wanted.state is not None:
        yield _Event.state == wanted.state.value
    if wanted.team_id is not None:
        yield _Event.team_id == wanted.team_id
    if wanted.text:
        yield _fits(wanted.text)


def _fits(text: str) -> ColumnElement[bool]:
    columns = (_Event.title, _Event.place, _Event.speaker, _Event.organiser, VenueRecord.name)
    asked = [column.contains(text, autoescape=True) for column in columns]
    if text.isascii() and text.isalpha():  # initials: fzxc of fan zha xuan chuan
        plain = text.lower()
        spelt = func.replace(_Event.title_pinyin, " ", "")
        asked.append(spelt.contains(plain, autoescape=True))
        asked.append((" " + _Event.title_pinyin).like("% " + "% ".join(plain) + "%"))
    return or_(*asked)


def _load(
    connection: Connection, *conditions: ColumnElement[bool], limit: int | None = None
) -> list[Event]:
    of_event = select(func.count()).where(_Guest.event_id == _Event.id)
    rows = connection.execute(
        select(
            _Event.__table__,
            VenueRecord.name.label("venue"),
            TeamRecord.name.label("team"),
            of_event.scalar_subquery().label("listed"),
            of_event.where(_Guest.present.is_(True)).scalar_subquery().label("came"),
        )
        .outerjoin(VenueRecord, VenueRecord.id == _Event.venue_id)
        .outerjoin(TeamRecord, TeamRecord.id == _Event.team_id)
        .where(*conditions)
        .order_by(_Event.begins.desc(), _Event.id.desc())
        .limit(limit)
    )
    return [_event(row) for row in rows]


def _event(row: Any) -> Event:
    facts = EventDraft(
        kind_code=row.kind_code,
        title=row.title,
        begins=datetime.fromisoformat(row.begins),
        ends=datetime.fromisoformat(row.ends),
        venue_id=row.venue_id,
        place=row.place,
        team_id=row.team_id,
        organiser=row.organiser,
        leader=row.leader,
        phone=row.phone,
        speaker=row.speaker,
        content=row.content,
        expected=row.expected,
        note=row.note,
    )
    outcome = None
    if row.headcount is not None:
        outcome = Outcome(headcount=row.headcount, summary=row.summary, materials=row.materials)
    return Event(
        id=row.id,
        version=row.version,
        facts=facts,
        state=EventState(row.state),
        outcome=outcome,
        reason=row.reason,
        venue=row.venue or "",
        team=row.team or "",
        listed=row.listed,
        present=row.came,
        training_id=row.training_id,
    )


def _missing() -> NotFoundError:
    return NotFoundError("这次活动已经不在台账里，可能刚被撤销或删除，请刷新后再看。")
