"""Households (户) as records: members, head, joining and leaving."""

from collections.abc import Collection, Sequence
from datetime import date
from typing import Any

from sqlalchemy import Connection, Select, or_, select
from sqlalchemy.orm import Session

from linli.domain.household_rules import relations_after, successor
from linli.domain.relations import HEAD_CODE, register_rank
from linli.domain.residents import (
    Household,
    HouseholdDraft,
    HouseholdKind,
    HouseholdMember,
    ResidentStatus,
    Sex,
)
from linli.domain.values.dates import PartialDate
from linli.errors import NotFoundError
from linli.storage.children import has_changes
from linli.storage.dwelling_facts import address_of
from linli.storage.ids import among
from linli.storage.schema import (
    CardRecord,
    DwellingRecord,
    GridRecord,
    HouseholdRecord,
    PairingRecord,
    ResidentRecord,
)
from linli.storage.texts import begins
from linli.storage.versioned import record_for_change

_LATE = PartialDate(2150)


# ---- reading ------------------------------------------------------------------------------


def get_household(connection: Connection, household_id: int) -> Household:
    """Return a household with its members in the register's order.

    Raises:
        NotFoundError: if there is no such household.
    """
    row = connection.execute(
        select(
            HouseholdRecord.__table__,
            DwellingRecord.estate,
            DwellingRecord.building,
            DwellingRecord.unit,
            DwellingRecord.room,
            DwellingRecord.grid_id,
            GridRecord.name.label("grid_label"),
        )
        .outerjoin(DwellingRecord, DwellingRecord.id == HouseholdRecord.dwelling_id)
        .outerjoin(GridRecord, GridRecord.id == DwellingRecord.grid_id)
        .where(HouseholdRecord.id == household_id)
    ).one_or_none()
    if row is None:
        raise _missing()
    cards = connection.execute(
        select(CardRecord.number)
        .where(CardRecord.household_id == household_id)
        .order_by(CardRecord.number)
    ).scalars()
    return Household(
        id=row.id,
        version=row.version,
        facts=HouseholdDraft(
            number=row.number,
            kind=HouseholdKind(row.kind),
            dwelling_id=row.dwelling_id,
            note=row.note,
        ),
        address=address_of(row) if row.dwelling_id else None,
        grid_id=row.grid_id,
        grid_label=row.grid_label,
        members=tuple(list_members(connection, household_id)),
        card_numbers=tuple(cards),
    )


def list_members(connection: Connection, household_id: int) -> list[HouseholdMember]:
    """Return the members in the register's order, whatever their standing, save the recycled."""
    return _members(
        connection,
        select(ResidentRecord).where(
            ResidentRecord.household_id == household_id, ResidentRecord.recycled_at.is_(None)
        ),
    )


def list_everybody(connection: Connection, household_id: int) -> list[HouseholdMember]:
    """Return the members with those in the recycle bin."""
    return _members(
        connection, select(ResidentRecord).where(ResidentRecord.household_id == household_id)
    )


def _members(connection: Connection, query: Select[Any]) -> list[HouseholdMember]:
    members = [
        HouseholdMember(
            resident_id=row.id,
            name=row.name,
            sex=Sex(row.sex),
            birth=None if row.birth is None else PartialDate.from_iso(row.birth),
            relation_code=row.relation_code,
            status=ResidentStatus(row.status),
            is_head=row.relation_code == HEAD_CODE and row.status == ResidentStatus.PRESENT.value,
        )
        for row in connection.execute(query)
    ]
    return sorted(
        members,
        key=lambda m: (register_rank(m.relation_code), m.birth or _LATE, m.resident_id),
    )


def find_head(connection: Connection, household_id: int) -> HouseholdMember | None:
    """Return the head who lives here, or None."""
    members = list_members(connection, household_id)
    return next((member for member in members if member.is_head), None)


def find_by_number(connection: Connection, number: str) -> int | None:
    """Return the household that bears a number, or None."""
    return connection.execute(
        select(HouseholdRecord.id).where(HouseholdRecord.number == number)
    ).scalar_one_or_none()


def list_of_residents(connection: Connection, resident_ids: Sequence[int]) -> list[int]:
    """Return the households of some people, each once, in the people's order."""
    rows = connection.execute(
        select(ResidentRecord.id, ResidentRecord.household_id).where(
            ResidentRecord.id.in_(among(resident_ids)), ResidentRecord.household_id.is_not(None)
        )
    )
    household = {row.id: row.household_id for row in rows}
    return list(dict.fromkeys(household[i] for i in resident_ids if i in household))


def list_by_number(connection: Connection, start: str, limit: int) -> list[int]:
    """Return the households whose number begins with `start`, in order of numbers."""
    number = HouseholdRecord.number
    forms = {start, start.upper()}
    meant = or_(*(begins(number, form) for form in sorted(forms)))
    query = select(HouseholdRecord.id).where(meant).order_by(number).limit(limit)
    return list(connection.execute(query).scalars())


# ---- writing ------------------------------------------------------------------------------


def get_record(session: Session, household_id: int, version: int | None = None) -> HouseholdRecord:
    """Return a household's record for a change.

    Raises:
        NotFoundError: if there is no such household.
        ConflictError: if it is no longer the `version` that was read.
    """
    return record_for_change(
        session,
        HouseholdRecord,
        household_id,
        version,
        missing=_missing,
        called=lambda _: "这一户的资料",
    )


def add_household(session: Session, draft: HouseholdDraft) -> HouseholdRecord:
    """Add a household without members."""
    record = HouseholdRecord()
    _set_facts(record, draft)
    session.add(record)
    session.flush()
    return record


def update_household(session: Session, record: HouseholdRecord, draft: HouseholdDraft) -> None:
    """Bring a household to what the draft says."""
    _set_facts(record, draft)
    if has_changes(session):
        record.version += 1
    session.flush()


def _set_facts(record: HouseholdRecord, draft: HouseholdDraft) -> None:
    record.number, record.kind = draft.number, draft.kind.value
    record.dwelling_id, record.note = draft.dwelling_id, draft.note


def set_relations(session: Session, relations: dict[int, str | None]) -> None:
    """Write members' relations to their head."""
    for resident_id, code in relations.items():
        record = session.get_one(ResidentRecord, resident_id)
        if record.relation_code != code:
            record.relation_code = code
            record.version += 1
    session.flush()


def change_head(session: Session, household_id: int, head_id: int) -> None:
    """Make a member the head; the others' relations follow (see `relations_after`)."""
    session.flush()
    everybody = list_everybody(session.connection(), household_id)
    set_relations(session, relations_after(everybody, head_id))


def hand_over(session: Session, household_id: int, leaving: Collection[int], today: date) -> None:
    """Before people leave: if the head is among them, the next one of who stays becomes head.

    The relations of all members follow, so that who left reads right beside who stayed.
    """
    session.flush()
    members = list_members(session.connection(), household_id)
    if not any(member.is_head and member.resident_id in leaving for member in members):
        return
    staying = [
        member
        for member in members
        if member.resident_id not in leaving and member.status is ResidentStatus.PRESENT
    ]
    following = successor(staying, today)
    if following is not None:
        change_head(session, household_id, following.resident_id)


def dissolve_if_empty(session: Session, household_id: int) -> bool:
    """Remove a household that nobody belongs to, be it in the past, and that nothing else needs.

    Cards, pairings and visits need it.

    Returns:
        Whether it was removed.
    """
    from linli.storage.register_schema import VisitRecord  # late: printing a card needs none

    session.flush()
    uses = (
        select(ResidentRecord.id).where(ResidentRecord.household_id == household_id),
        select(CardRecord.id).where(CardRecord.household_id == household_id),
        select(PairingRecord.id).where(PairingRecord.household_id == household_id),
        select(VisitRecord.id).where(VisitRecord.household_id == household_id),
    )
    if any(session.execute(use.limit(1)).first() is not None for use in uses):
        return False
    session.delete(session.get_one(HouseholdRecord, household_id))
    session.flush()
    return True


def _missing() -> NotFoundError:
    return NotFoundError("这一户已经不在台账里，可能刚被撤销或合并，请刷新后再看。")
