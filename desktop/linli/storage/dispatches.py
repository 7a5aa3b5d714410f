"""Home services (家政派遣) as records, numbered within their year without gaps."""

import re
from collections.abc import Iterator
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Connection, func, or_, select
from sqlalchemy.orm import Session

from linli.domain.dispatches import (
    OPEN_STATES,
    Dispatch,
    DispatchDraft,
    DispatchFilter,
    DispatchMove,
    DispatchState,
    DispatchStep,
    Satisfaction,
)
from linli.errors import NotFoundError
from linli.storage.contacts import load_contacts
from linli.storage.dispatch_schema import (
    DispatchRecord,
    DispatchStepRecord,
    ProviderRecord,
    VoucherRecord,
)
from linli.storage.ids import among
from linli.storage.versioned import record_for_change, save_record
from linli.storage.worker_schema import WorkerRecord

_Record, _Step = DispatchRecord, DispatchStepRecord
_NUMBER = re.compile(r"(?:派单\s*)?(\d{4})-0*(\d{1,6})")
_OPEN = sorted(state.value for state in OPEN_STATES)


def list_dispatches(connection: Connection, wanted: DispatchFilter, today: date) -> list[Dispatch]:
    """Return requests, the last number first; of what is late, the latest first."""
    found = _load(connection, *_conditions(wanted))
    if not wanted.late:
        return found
    late = [each for each in found if each.days_late(today)]
    return sorted(late, key=lambda each: each.days_late(today), reverse=True)


def get_dispatch(connection: Connection, dispatch_id: int) -> Dispatch:
    """Return a request.

    Raises:
        NotFoundError: there is no such request.
    """
    found = _load(connection, _Record.id == dispatch_id)
    if not found:
        raise _missing()
    return found[0]


def find_number(connection: Connection, number: str) -> Dispatch | None:
    """Return the request of a number such as 2026-0012, or None."""
    parts = _NUMBER.fullmatch(number.strip())
    if parts is None:
        return None
    found = _load(connection, _Record.year == int(parts[1]), _Record.sequence == int(parts[2]))
    return found[0] if found else None


def next_sequence(connection: Connection, year: int) -> int:
    """Return the next number of a year."""
    query = select(func.max(_Record.sequence)).where(_Record.year == year)
    return int(connection.execute(query).scalar_one() or 0) + 1


def get_record(session: Session, dispatch_id: int, version: int | None = None) -> DispatchRecord:
    """Return a request's record for a change.

    Raises:
        NotFoundError: there is no such request.
        ConflictError: it is no longer the `version` that was read.
    """
    return record_for_change(
        session, _Record, dispatch_id, version, missing=_missing, called=lambda _: "这张派单"
    )


def add_dispatch(session: Session, draft: DispatchDraft, *, sequence: int, account: str) -> int:
    """Add a request with its first step; return its id."""
    numbered = {"year": draft.received_on.year, "sequence": sequence, "account": account}
    state = {"state": DispatchState.ASKED.value}
    dispatch_id = save_record(session, _Record, None, _values(draft) | numbered | state)
    first = DispatchStep(state=DispatchState.ASKED, day=draft.received_on, person=account)
    session.add(_step_record(dispatch_id, 0, first))
    session.flush()
    return dispatch_id


def update_dispatch(session: Session, record: DispatchRecord, draft: DispatchDraft) -> None:
    """Bring a request to what the draft says; number and state stay."""
    save_record(session, _Record, record, _values(draft))


def add_step(
    session: Session, record: DispatchRecord, move: DispatchMove, whom: str | None
) -> None:
    """Write down a step; `whom` is the name of who is sent."""
    values: dict[str, Any] = {"state": move.to.value}
    if move.to is DispatchState.SENT:
        values |= {"worker_id": move.worker_id, "provider_id": move.provider_id}
    if move.satisfaction is not None:
        values["satisfaction"] = move.satisfaction.value
    last = select(func.max(_Step.position)).where(_Step.dispatch_id == record.id)
    place = int(session.execute(last).scalar_one() or 0) + 1
    step = DispatchStep(
        state=move.to, day=move.day, person=move.person, whom=whom, words=move.words
    )
    session.add(_step_record(record.id, place, step))
    save_record(session, _Record, record, values)


# ---- inside -------------------------------------------------------------------------------


def _conditions(wanted: DispatchFilter) -> Iterator[ColumnElement[bool]]:
    if wanted.late or wanted.is_open:
        yield _Record.state.in_(_OPEN)
    elif wanted.is_open is not None:
        yield _Record.state.not_in(_OPEN)
    if wanted.year is not None:
        yield _Record.year == wanted.year
    for column, value in (
        (_Record.worker_id, wanted.worker_id),
        (_Record.provider_id, wanted.provider_id),
        (_Record.resident_id, wanted.resident_id),
    ):
        if value is not None:
            yield column == value
    text = wanted.text.strip()
    if text:
        number = func.printf("%d-%04d", _Record.year, _Record.sequence)
        columns = (number, _Record.name, _Record.address, _Record.what)
        yield or_(*(column.contains(text, autoescape=True) for column in columns))


def _load(connection: Connection, *conditions: ColumnElement[bool]) -> list[Dispatch]:
    rows = connection.execute(
        select(
            _Record.__table__,
            WorkerRecord.name.label("worker"),
            WorkerRecord.phone.label("worker_phone"),
            WorkerRecord.resident_id.label("worker_resident"),
            ProviderRecord.name.label("provider"),
            ProviderRecord.phone.label("provider_phone"),
            VoucherRecord.number.label("voucher"),
            VoucherRecord.value.label("voucher_value"),
        )
        .outerjoin(WorkerRecord, WorkerRecord.id == _Record.worker_id)
        .outerjoin(ProviderRecord, ProviderRecord.id == _Record.provider_id)
        .outerjoin(VoucherRecord, VoucherRecord.id == _Record.voucher_id)
        .where(*conditions)
        .order_by(_Record.year.desc(), _Record.sequence.desc())
    ).all()
    steps: dict[int, list[DispatchStep]] = {}
    for row in connection.execute(
        select(_Step.__table__)
        .where(_Step.dispatch_id.in_(among(row.id for row in rows)))
        .order_by(_Step.dispatch_id, _Step.position)
    ):
        steps.setdefault(row.dispatch_id, []).append(_step(row))
    people = (number for row in rows for number in (row.resident_id, row.worker_resident))
    contacts = load_contacts(connection, people)

    def number_of(own: str | None, resident_id: int | None) -> str:
        known = contacts.get(resident_id) if resident_id is not None else None
        return own or (known.phone if known else None) or ""

    return [
        Dispatch(
            id=row.id,
            version=row.version,
            year=row.year,
            sequence=row.sequence,
            facts=_facts(row),
            state=DispatchState(row.state),
            phone=number_of(row.phone, row.resident_id),
            worker_id=row.worker_id,
            worker=row.worker or "",
            worker_phone=number_of(row.worker_phone, row.worker_resident),
            provider_id=row.provider_id,
            provider=row.provider or "",
            provider_phone=row.provider_phone or "",
            voucher=row.voucher or "",
            voucher_value=row.voucher_value or 0,
            satisfaction=Satisfaction(row.satisfaction) if row.satisfaction else None,
            steps=tuple(steps.get(row.id, ())),
            account=row.account,
        )
        for row in rows
    ]


def _facts(row: Any) -> DispatchDraft:
    return DispatchDraft(
        received_on=date.fromisoformat(row.received_on),
        name=row.name,
        resident_id=row.resident_id,
        phone=row.phone,
        address=row.address,
        what=row.what,
        wished_on=date.fromisoformat(row.wished_on) if row.wished_on else None,
        wished_time=row.wished_time,
        price=row.price,
        voucher_id=row.voucher_id,
    )


def _values(draft: DispatchDraft) -> dict[str, Any]:
    return {
        "received_on": draft.received_on.isoformat(),
        "name": draft.name,
        "resident_id": draft.resident_id,
        "phone": draft.phone,
        "address": draft.address,
        "what": draft.what,
        "wished_on": draft.wished_on.isoformat() if draft.wished_on else None,
        "wished_time": draft.wished_time,
        "price": draft.price,
        "voucher_id": draft.voucher_id,
    }


def _step(row: Any) -> DispatchStep:
    return DispatchStep(
        state=DispatchState(row.state),
        day=date.fromisoformat(row.day),
        person=row.person,
        whom=row.whom,
        words=row.words,
    )


def _step_record(dispatch_id: int, position: int, step: DispatchStep) -> DispatchStepRecord:
    return DispatchStepRecord(
        dispatch_id=dispatch_id,
        position=position,
        state=step.state.value,
        day=step.day.isoformat(),
        person=step.person,
        whom=step.whom,
        words=step.words,
    )


def _missing() -> NotFoundError:
    return NotFoundError("这张派单已经不在台账里，可能刚被撤销，请刷新后再看。")
