"""Pairings (结对帮扶) as records, and the party members who may be helpers."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, select, true
from sqlalchemy.orm import Session

from linli.domain.codes import code_table
from linli.domain.pairings import Candidate, Helper, Pairing, PairingDraft, PairingState
from linli.domain.party import PARTY_CODES
from linli.domain.relations import HEAD_CODE, register_rank
from linli.domain.residents import ResidentStatus
from linli.domain.values.addresses import Address, address_text
from linli.errors import NotFoundError
from linli.storage.children import has_changes
from linli.storage.contacts import kept_of, load_contacts, said_of
from linli.storage.dwelling_facts import address_of
from linli.storage.ids import among
from linli.storage.schema import (
    DwellingRecord,
    HouseholdRecord,
    PairingRecord,
    ResidentRecord,
)
from linli.storage.versioned import record_for_change

_WHICH: dict[PairingState, ColumnElement[bool]] = {
    PairingState.CURRENT: PairingRecord.until.is_(None),
    PairingState.PAST: PairingRecord.until.is_not(None),
    PairingState.ALL: true(),
}


# ---- reading ------------------------------------------------------------------------------


def list_pairings(connection: Connection, state: PairingState) -> list[Pairing]:
    """Return pairings in walking order of the households, those of one by their beginning."""
    return _load(connection, _WHICH[state])


def list_of_household(connection: Connection, household_id: int) -> list[Pairing]:
    """Return all pairings of a household, the current ones first."""
    found = _load(connection, PairingRecord.household_id == household_id)
    return sorted(found, key=lambda pairing: pairing.facts.until is not None)


def get_pairing(connection: Connection, pairing_id: int) -> Pairing:
    """Return a pairing.

    Raises:
        NotFoundError: if there is no such pairing.
    """
    found = _load(connection, PairingRecord.id == pairing_id)
    if not found:
        raise _missing()
    return found[0]


def list_candidates(connection: Connection) -> list[Candidate]:
    """Return the party members who live here, by name."""
    rows = connection.execute(
        select(
            ResidentRecord.id,
            ResidentRecord.name,
            ResidentRecord.politics_code,
            DwellingRecord.id.label("dwelling_id"),
            DwellingRecord.estate,
            DwellingRecord.building,
            DwellingRecord.unit,
            DwellingRecord.room,
        )
        .outerjoin(DwellingRecord, DwellingRecord.id == ResidentRecord.home_id)
        .where(
            ResidentRecord.politics_code.in_(PARTY_CODES),
            ResidentRecord.status == ResidentStatus.PRESENT.value,
            ResidentRecord.recycled_at.is_(None),
        )
        .order_by(ResidentRecord.name_pinyin, ResidentRecord.id)
    )
    politics = code_table("politics")
    return [
        Candidate(
            resident_id=row.id,
            name=row.name,
            politics=politics.label(row.politics_code),
            place=_place(row),
        )
        for row in rows
    ]


def is_inhabited(connection: Connection, household_id: int) -> bool:
    """Whether somebody of a household lives here."""
    query = select(ResidentRecord.id).where(
        ResidentRecord.household_id == household_id,
        ResidentRecord.status == ResidentStatus.PRESENT.value,
        ResidentRecord.recycled_at.is_(None),
    )
    return connection.execute(query.limit(1)).first() is not None


# ---- writing ------------------------------------------------------------------------------


def get_record(session: Session, pairing_id: int, version: int | None = None) -> PairingRecord:
    """Return a pairing's record for a change.

    Raises:
        NotFoundError: if there is no such pairing.
        ConflictError: if it is no longer the `version` that was read.
    """
    return record_for_change(
        session,
        PairingRecord,
        pairing_id,
        version,
        missing=_missing,
        called=lambda record: f"「{record.name}」的结对",
    )


def add_pairing(session: Session, draft: PairingDraft) -> int:
    """Add a pairing and return its id."""
    record = PairingRecord(**_values(session.connection(), draft))
    session.add(record)
    session.flush()
    return record.id


def update_pairing(session: Session, record: PairingRecord, draft: PairingDraft) -> None:
    """Bring a pairing to what the draft says."""
    for column, value in _values(session.connection(), draft).items():
        setattr(record, column, value)
    if has_changes(session):
        record.version += 1
    session.flush()


def move_pairings(session: Session, source_id: int, target_id: int) -> None:
    """Let the pairings of one household be another's (并户)."""
    for record in session.scalars(
        select(PairingRecord).where(PairingRecord.household_id == source_id)
    ):
        record.household_id = target_id
        record.version += 1
    session.flush()


def _values(connection: Connection, draft: PairingDraft) -> dict[str, Any]:
    return pairing_values(draft, load_contacts(connection, [draft.helper.resident_id]))


def pairing_values(draft: PairingDraft, contacts: Mapping[int, Any]) -> dict[str, Any]:
    """Return the columns of a pairing's row; `contacts` says what is known of the helper."""
    return {
        "household_id": draft.household_id,
        **kept_of(draft.helper, contacts),
        "post": draft.helper.post,
        "since": draft.since.isoformat() if draft.since else None,
        "until": draft.until.isoformat() if draft.until else None,
        "note": draft.note,
    }


# ---- rows ---------------------------------------------------------------------------------


def _load(connection: Connection, which: ColumnElement[bool]) -> list[Pairing]:
    rows = connection.execute(_query().where(which)).all()
    contacts = load_contacts(connection, (row.resident_id for row in rows))
    heads = load_heads(connection, {row.household_id for row in rows})
    return [_pairing(row, contacts, heads) for row in rows]


def _query() -> Select[Any]:
    return (
        select(
            PairingRecord.__table__,
            HouseholdRecord.dwelling_id,
            DwellingRecord.estate,
            DwellingRecord.building,
            DwellingRecord.unit,
            DwellingRecord.room,
        )
        .join(HouseholdRecord, HouseholdRecord.id == PairingRecord.household_id)
        .outerjoin(DwellingRecord, DwellingRecord.id == HouseholdRecord.dwelling_id)
        .order_by(
            DwellingRecord.sort_key.is_(None),
            DwellingRecord.sort_key,
            PairingRecord.household_id,
            PairingRecord.since,
            PairingRecord.id,
        )
    )


def load_heads(connection: Connection, household_ids: Iterable[int]) -> dict[int, Any]:
    """Return of each household whom one asks for: the head, else the next who lives there."""
    rows = connection.execute(
        select(
            ResidentRecord.id,
            ResidentRecord.name,
            ResidentRecord.status,
            ResidentRecord.relation_code,
            ResidentRecord.household_id,
        ).where(
            ResidentRecord.household_id.in_(among(household_ids)),
            ResidentRecord.recycled_at.is_(None),
        )
    )
    found: dict[int, Any] = {}
    for row in sorted(rows, key=_precedence):
        found.setdefault(row.household_id, row)
    return found


def _precedence(person: Any) -> tuple[bool, bool, int, int]:
    return (
        person.status != ResidentStatus.PRESENT.value,
        person.relation_code != HEAD_CODE,
        register_rank(person.relation_code),
        person.id,
    )


def _pairing(row: Any, contacts: Mapping[int, Any], heads: Mapping[int, Any]) -> Pairing:
    head = heads.get(row.household_id)
    return Pairing(
        id=row.id,
        version=row.version,
        facts=PairingDraft(
            household_id=row.household_id,
            helper=Helper(**said_of(row, contacts), post=row.post),
            since=date.fromisoformat(row.since) if row.since else None,
            until=date.fromisoformat(row.until) if row.until else None,
            note=row.note,
        ),
        household_head=head.name if head else "",
        head_id=head.id if head else None,
        place=_place(row),
    )


def _place(row: Any) -> str:
    return address_text(address_of(row) if row.dwelling_id else Address())


def _missing() -> NotFoundError:
    return NotFoundError("这条结对已经不在台账里，可能刚被撤销或删除，请刷新后再看。")
