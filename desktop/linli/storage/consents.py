"""Consent notices (个人信息收集使用告知书) as records; a person's last one counts."""

import json
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, case, func, select
from sqlalchemy.orm import Session, aliased

from linli.domain.consents import (
    GUARDED_UNDER,
    Answer,
    Consent,
    ConsentCounts,
    ConsentDraft,
    ConsentFilter,
    ConsentRow,
    ConsentState,
)
from linli.domain.residents import ResidentStatus
from linli.errors import NotFoundError
from linli.storage.ids import among
from linli.storage.resident_lists import list_rows
from linli.storage.schema import DwellingRecord, ResidentRecord
from linli.storage.trust_schema import ConsentRecord
from linli.storage.versioned import record_for_change

_Record = ConsentRecord
_Person = ResidentRecord


# ---- reading ------------------------------------------------------------------------------


def list_people(
    connection: Connection, wanted: ConsentFilter, today: date, limit: int | None = None
) -> list[ConsentRow]:
    """Return people with their last notice, as one walks."""
    home = DwellingRecord
    rows = connection.execute(
        _people(wanted, today, _Person.id, _Record.id.label("consent_id"))
        .outerjoin(home, home.id == _Person.home_id)
        .order_by(home.sort_key.is_(None), home.sort_key, _Person.name_pinyin, _Person.id)
        .limit(limit)
    ).all()
    people = {each.id: each for each in list_rows(connection, [row.id for row in rows], today)}
    consents = _load(connection, [row.consent_id for row in rows if row.consent_id is not None])
    return [ConsentRow(person=people[row.id], consent=consents.get(row.consent_id)) for row in rows]


def count_people(connection: Connection, wanted: ConsentFilter, today: date) -> int:
    """Return how many people a list has."""
    return int(connection.execute(_people(wanted, today, func.count())).scalar_one())


def count_states(connection: Connection, today: date) -> ConsentCounts:
    """Return how many people who live here stand where."""
    everybody = ConsentFilter()
    rows = connection.execute(
        _people(everybody, today, _state().label("state"), func.count().label("people")).group_by(
            "state"
        )
    )
    found = {row.state: row.people for row in rows}
    return ConsentCounts(**{state.value: found.get(state.value, 0) for state in ConsentState})


def list_of(connection: Connection, resident_id: int) -> list[Consent]:
    """Return all notices of a person, the last first."""
    ids = connection.execute(
        select(_Record.id)
        .where(_Record.resident_id == resident_id)
        .order_by(_Record.day.desc(), _Record.id.desc())
    ).scalars()
    numbers = list(ids)
    found = _load(connection, numbers)
    return [found[number] for number in numbers]


def get_consent(connection: Connection, consent_id: int) -> Consent:
    """Return a notice.

    Raises:
        NotFoundError: if there is no such notice.
    """
    found = _load(connection, [consent_id])
    if not found:
        raise _missing()
    return found[consent_id]


def _people(wanted: ConsentFilter, today: date, *columns: Any) -> Select[Any]:
    """Select people who live here, joined to their last notice."""
    other = aliased(_Record)
    last = (
        select(other.id)
        .where(other.resident_id == _Person.id)
        .order_by(other.day.desc(), other.id.desc())
        .limit(1)
        .scalar_subquery()
    )
    return (
        select(*columns)
        .select_from(_Person)
        .outerjoin(_Record, _Record.id == last)
        .where(_Person.recycled_at.is_(None), *_conditions(wanted, today))
    )


def _conditions(wanted: ConsentFilter, today: date) -> Iterable[ColumnElement[bool]]:
    if wanted.resident_id is not None:
        yield _Person.id == wanted.resident_id
    else:
        yield _Person.status == ResidentStatus.PRESENT.value
    if wanted.state is not None:
        yield _state() == wanted.state.value
    if wanted.guarded:
        yield _Person.birth > date(today.year - GUARDED_UNDER, today.month, 1).isoformat()[:7]


def _state() -> ColumnElement[str]:
    return case(
        (_Record.id.is_(None), ConsentState.NONE.value),
        (_Record.withdrawn_on.is_not(None), ConsentState.WITHDRAWN.value),
        (_Record.answer == Answer.REFUSED.value, ConsentState.REFUSED.value),
        else_=ConsentState.GIVEN.value,
    )


def _load(connection: Connection, ids: Sequence[int]) -> dict[int, Consent]:
    rows = connection.execute(select(_Record.__table__).where(_Record.id.in_(among(ids))))
    return {
        row.id: Consent(
            id=row.id,
            version=row.version,
            facts=ConsentDraft(
                resident_id=row.resident_id,
                day=date.fromisoformat(row.day),
                answer=Answer(row.answer),
                guardian=row.guardian,
                guardian_relation=row.guardian_relation,
                separate=tuple(json.loads(row.separate)),
                note=row.note,
            ),
            withdrawn_on=date.fromisoformat(row.withdrawn_on) if row.withdrawn_on else None,
            withdrawn_reason=row.withdrawn_reason,
            account=row.account,
        )
        for row in rows
    }


# ---- writing ------------------------------------------------------------------------------


def get_record(session: Session, consent_id: int, version: int | None = None) -> ConsentRecord:
    """Return a notice's record for a change.

    Raises:
        NotFoundError: if there is no such notice.
        ConflictError: if it is no longer the `version` that was read.
    """
    return record_for_change(
        session, _Record, consent_id, version, missing=_missing, called=lambda _: "这份告知书记录"
    )


def add_consent(session: Session, draft: ConsentDraft, account: str) -> int:
    """Add a notice and return its id."""
    record = _Record(
        resident_id=draft.resident_id,
        day=draft.day.isoformat(),
        answer=draft.answer.value,
        guardian=draft.guardian,
        guardian_relation=draft.guardian_relation,
        separate=json.dumps(list(draft.separate)),
        note=draft.note,
        account=account,
    )
    session.add(record)
    session.flush()
    return record.id


def withdraw(session: Session, record: ConsentRecord, day: date, reason: str | None) -> None:
    """Write down that consent was withdrawn."""
    record.withdrawn_on = day.isoformat()
    record.withdrawn_reason = reason
    record.version += 1
    session.flush()


def _missing() -> NotFoundError:
    return NotFoundError("这份告知书记录已经不在台账里，可能刚被撤销或删除，请刷新后再看。")
