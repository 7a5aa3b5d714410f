"""Petitions (信访) as records, numbered within their year without gaps.

Whoever may not see them reads through a connection in which there are none (`sight`).
"""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Connection, func, or_, select
from sqlalchemy.orm import Session

from linli.domain.petition_flow import Move, State, state_after
from linli.domain.petitions import (
    Form,
    Petition,
    PetitionDraft,
    PetitionFilter,
    PetitionStep,
    petition_number,
)
from linli.errors import NotFoundError
from linli.storage.contacts import load_contacts
from linli.storage.ids import among
from linli.storage.schema import GridRecord
from linli.storage.sweep_schema import PetitionRecord, PetitionStepRecord
from linli.storage.versioned import record_for_change

_Record, _Step = PetitionRecord, PetitionStepRecord
_ENDED = (State.CLOSED.value, State.WITHDRAWN.value)


# ---- reading ------------------------------------------------------------------------------


def list_petitions(
    connection: Connection, wanted: PetitionFilter, limit: int | None = None
) -> list[Petition]:
    """Return petitions, the last number first."""
    return _load(connection, *_conditions(wanted), limit=limit)


def list_some(connection: Connection, petition_ids: Sequence[int]) -> list[Petition]:
    """Return petitions by their ids, in that order; those that are gone are left out."""
    found = {item.id: item for item in _load(connection, _Record.id.in_(among(petition_ids)))}
    return [found[number] for number in petition_ids if number in found]


def get_petition(connection: Connection, petition_id: int) -> Petition:
    """Return a petition.

    Raises:
        NotFoundError: there is none.
    """
    found = _load(connection, _Record.id == petition_id)
    if not found:
        raise _missing()
    return found[0]


def list_earlier(
    connection: Connection,
    name: str,
    resident_id: int | None,
    phone: str | None,
    *,
    except_id: int | None = None,
) -> list[Petition]:
    """Return the petitions of whoever may be the same person: resident, name or phone agree."""
    same: list[ColumnElement[bool]] = [_Record.name == name] if name else []
    if resident_id is not None:
        same.append(_Record.resident_id == resident_id)
    if phone:
        same.append(_Record.phone == phone)
    if not same:
        return []
    conditions = [or_(*same), _Record.voided_reason.is_(None)]
    if except_id is not None:
        conditions.append(_Record.id < except_id)
    return _load(connection, *conditions)


def find_of_visit(connection: Connection, visit_id: int) -> Petition | None:
    """Return the petition that a visit was taken over into, None if there is none in force."""
    found = _load(connection, _Record.visit_id == visit_id, _Record.voided_reason.is_(None))
    return found[0] if found else None


def next_sequence(connection: Connection, year: int) -> int:
    """Return the next number of a year."""
    last = connection.execute(
        select(func.max(_Record.sequence)).where(_Record.year == year)
    ).scalar_one()
    return int(last or 0) + 1


def list_units(connection: Connection, part: str, limit: int) -> list[str]:
    """Return which offices handled petitions and are called so: often named first."""
    query = (
        select(_Step.unit)
        .where(_Step.unit.contains(part, autoescape=True))
        .group_by(_Step.unit)
        .order_by(func.count().desc(), _Step.unit)
    )
    return [unit for unit in connection.execute(query.limit(limit)).scalars() if unit]


# ---- writing ------------------------------------------------------------------------------


def get_record(session: Session, petition_id: int, version: int | None = None) -> PetitionRecord:
    """Return a petition's record for a change.

    Raises:
        NotFoundError: there is none.
        ConflictError: it is no longer the `version` that was read.
    """
    return record_for_change(
        session, _Record, petition_id, version, missing=_missing, called=lambda _: "这件信访"
    )


def add_petition(session: Session, draft: PetitionDraft, *, sequence: int, account: str) -> int:
    """Add a petition under its number with its first step, and return its id."""
    record = PetitionRecord(
        **_values(draft),
        year=draft.received_on.year,
        sequence=sequence,
        state=State.RECEIVED.value,
        account=account,
    )
    session.add(record)
    session.flush()
    first = PetitionStep(move=Move.RECEIVE, day=draft.received_on, person=account)
    session.add(_step_record(record.id, 0, first))
    session.flush()
    return record.id


def update_petition(session: Session, record: PetitionRecord, draft: PetitionDraft) -> None:
    """Bring a petition to what the draft says; number and state stay."""
    for column, value in _values(draft).items():
        setattr(record, column, value)
    first = session.scalars(select(_Step).filter_by(petition_id=record.id, position=0)).one()
    first.day = draft.received_on.isoformat()
    _count_on(session, record)


def add_steps(session: Session, record: PetitionRecord, steps: Iterable[PetitionStep]) -> None:
    """Write down what was done, in order; where the last step leads is where it stands."""
    last = session.connection().execute(
        select(func.max(_Step.position)).where(_Step.petition_id == record.id)
    )
    place = int(last.scalar_one())
    for step in steps:
        place += 1
        session.add(_step_record(record.id, place, step))
        record.state = state_after(State(record.state), step.move).value
    _count_on(session, record)


def void_petition(session: Session, record: PetitionRecord, reason: str) -> None:
    """Write down why a petition was entered by mistake; its number stays taken."""
    record.voided_reason = reason
    _count_on(session, record)


def _count_on(session: Session, record: PetitionRecord) -> None:
    record.version += 1
    session.flush()


# ---- inside -------------------------------------------------------------------------------


def _conditions(wanted: PetitionFilter) -> Iterator[ColumnElement[bool]]:
    if not wanted.voided:
        yield _Record.voided_reason.is_(None)
    if wanted.since is not None:
        yield _Record.received_on >= wanted.since.isoformat()
    if wanted.until is not None:
        yield _Record.received_on <= wanted.until.isoformat()
    if wanted.form is not None:
        yield _Record.form == wanted.form.value
    if wanted.grid_id is not None:
        yield _Record.grid_id == wanted.grid_id
    if wanted.resident_id is not None:
        yield _Record.resident_id == wanted.resident_id
    if wanted.is_open is not None:
        ended = _Record.state.in_(_ENDED) | _Record.voided_reason.is_not(None)
        yield ~ended if wanted.is_open else ended
    text = wanted.text.strip()
    if text:
        number = func.printf("〔%d〕信%d号", _Record.year, _Record.sequence)
        columns = (number, _Record.name, _Record.representatives, _Record.matter, _Record.content)
        of_step = _Step.unit.contains(text, autoescape=True) | _Step.text.contains(
            text, autoescape=True
        )
        yield or_(
            *(column.contains(text, autoescape=True) for column in columns),
            select(_Step.id).where(_Step.petition_id == _Record.id, of_step).exists(),
        )


def _load(
    connection: Connection, *conditions: ColumnElement[bool], limit: int | None = None
) -> list[Petition]:
    rows = connection.execute(
        select(_Record.__table__, GridRecord.name.label("grid"))
        .outerjoin(GridRecord, GridRecord.id == _Record.grid_id)
        .where(*conditions)
        .order_by(_Record.year.desc(), _Record.sequence.desc())
        .limit(limit)
    ).all()
    steps: dict[int, list[PetitionStep]] = {}
    for row in connection.execute(
        select(_Step.__table__)
        .where(_Step.petition_id.in_(among(row.id for row in rows)))
        .order_by(_Step.petition_id, _Step.position)
    ):
        steps.setdefault(row.petition_id, []).append(_step(row))
    contacts = load_contacts(connection, {row.resident_id for row in rows})
    times = _times(connection)
    numbers = _numbers(connection, {row.repeats_id for row in rows if row.repeats_id})
    found = []
    for row in rows:
        known = contacts.get(row.resident_id)
        found.append(
            Petition(
                id=row.id,
                version=row.version,
                year=row.year,
                sequence=row.sequence,
                facts=_facts(row),
                state=State(row.state),
                steps=tuple(steps.get(row.id, ())),
                grid=row.grid,
                phone=row.phone or (known.phone if known else None) or "",
                repeats=numbers.get(row.repeats_id, ""),
                times=times.get(row.id, 1),
                voided_reason=row.voided_reason,
                account=row.account,
            )
        )
    return found


def _times(connection: Connection) -> Mapping[int, int]:
    """Return for each petition in force how many of the same person there are up to it."""
    who = func.coalesce(_Record.resident_id, _Record.name)
    place = func.row_number().over(partition_by=who, order_by=(_Record.received_on, _Record.id))
    rows = connection.execute(
        select(_Record.id, place.label("place")).where(_Record.voided_reason.is_(None))
    )
    return {row.id: row.place for row in rows}


def _numbers(connection: Connection, ids: Iterable[int]) -> Mapping[int | None, str]:
    rows = connection.execute(
        select(_Record.id, _Record.year, _Record.sequence).where(_Record.id.in_(among(ids)))
    )
    return {row.id: petition_number(row.year, row.sequence) for row in rows}


def _facts(row: Any) -> PetitionDraft:
    return PetitionDraft(
        form=Form(row.form),
        received_on=date.fromisoformat(row.received_on),
        name=row.name,
        resident_id=row.resident_id,
        phone=row.phone,
        address=row.address,
        persons=row.persons,
        representatives=tuple(json.loads(row.representatives or "[]")),
        matter=row.matter,
        content=row.content,
        grid_id=row.grid_id,
        repeats_id=row.repeats_id,
        visit_id=row.visit_id,
        simple=row.simple,
    )


def _values(draft: PetitionDraft) -> dict[str, Any]:
    names = json.dumps(draft.representatives, ensure_ascii=False)
    return {
        "form": draft.form.value,
        "received_on": draft.received_on.isoformat(),
        "name": draft.name,
        "resident_id": draft.resident_id,
        "phone": draft.phone,
        "address": draft.address,
        "persons": draft.persons,
        "representatives": names if draft.representatives else None,
        "matter": draft.matter,
        "content": draft.content,
        "grid_id": draft.grid_id,
        "repeats_id": draft.repeats_id,
        "visit_id": draft.visit_id,
        "simple": draft.simple,
    }


def _step(row: Any) -> PetitionStep:
    return PetitionStep(
        move=Move(row.move),
        day=date.fromisoformat(row.day),
        person=row.person,
        unit=row.unit,
        text=row.text,
        approver=row.approver,
        until=date.fromisoformat(row.last_day) if row.last_day else None,
    )


def _step_record(petition_id: int, position: int, step: PetitionStep) -> PetitionStepRecord:
    return PetitionStepRecord(
        petition_id=petition_id,
        position=position,
        move=step.move.value,
        day=step.day.isoformat(),
        person=step.person,
        unit=step.unit,
        text=step.text,
        approver=step.approver,
        last_day=step.until.isoformat() if step.until else None,
    )


def _missing() -> NotFoundError:
    return NotFoundError("这件信访已经不在台账里，可能刚被撤销，请刷新后再看。")
