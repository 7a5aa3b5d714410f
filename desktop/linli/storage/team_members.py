"""Members of teams (队员) as records: residents, staff, or people from outside."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Connection, exists, func, or_, select
from sqlalchemy.orm import Session

from linli.domain.labels import STATUS
from linli.domain.residents import ResidentStatus
from linli.domain.teams import (
    Member,
    MemberDraft,
    MemberFilter,
    PersonKey,
    Rank,
    in_order,
    person_key,
)
from linli.domain.values.addresses import address_text
from linli.errors import NotFoundError
from linli.storage.children import has_changes
from linli.storage.contacts import load_contacts
from linli.storage.duty_schema import (
    AllowanceChangeRecord,
    EquipmentIssueRecord,
    PatrolTurnRecord,
    ReportRecord,
    TeamMemberRecord,
    TeamRecord,
)
from linli.storage.dwelling_facts import address_of
from linli.storage.schema import DwellingRecord, GridRecord, ResidentRecord, StaffRecord
from linli.storage.versioned import record_for_change

_Record = TeamMemberRecord
_USED = {
    PatrolTurnRecord: "巡逻班次",
    EquipmentIssueRecord: "装备领用",
    ReportRecord: "信息报送",
    AllowanceChangeRecord: "补助奖罚",
}
"""What may name a member, so that the membership has to stay."""


def list_members(connection: Connection, wanted: MemberFilter, today: date) -> list[Member]:
    """Return members: of each team leader, deputies, the others as they came."""
    home = DwellingRecord
    query = (
        select(
            _Record.__table__,
            GridRecord.name.label("grid"),
            StaffRecord.phone.label("staff_phone"),
            StaffRecord.name.label("staff_name"),
            ResidentRecord.name.label("resident_name"),
            ResidentRecord.status.label("standing"),
            home.id.label("home"),
            home.estate,
            home.building,
            home.unit,
            home.room,
        )
        .outerjoin(GridRecord, GridRecord.id == _Record.grid_id)
        .outerjoin(StaffRecord, StaffRecord.id == _Record.staff_id)
        .outerjoin(ResidentRecord, ResidentRecord.id == _Record.resident_id)
        .outerjoin(home, home.id == ResidentRecord.home_id)
        .where(*_conditions(wanted))
        .order_by(_Record.team_id, _Record.id)
    )
    rows = connection.execute(query).all()
    contacts = load_contacts(connection, (row.resident_id for row in rows))
    teams = _teams_of(connection, today)
    members = []
    for row in rows:
        known = contacts.get(row.resident_id)
        there = teams.get(person_key(row), {})
        members.append(
            Member(
                id=row.id,
                version=row.version,
                facts=_facts(row),
                grid=row.grid or "",
                phone=row.phone or (known.phone if known else None) or row.staff_phone or "",
                place=address_text(address_of(row)) if row.home else "",
                gone=_gone(row.standing),
                others=tuple(name for team, name in there.items() if team != row.team_id),
            )
        )
    return in_order(members)


def get_member(connection: Connection, member_id: int, today: date) -> Member:
    """Return a member.

    Raises:
        NotFoundError: if there is no such member.
    """
    team_id = connection.execute(
        select(_Record.team_id).where(_Record.id == member_id)
    ).scalar_one_or_none()
    members = list_members(connection, MemberFilter(team_id=team_id), today) if team_id else []
    for member in members:
        if member.id == member_id:
            return member
    raise _missing()


def find_use(connection: Connection, member_id: int) -> str | None:
    """Return what names a member, such as 巡逻班次; None if nothing does."""
    for table, words in _USED.items():
        found = select(exists().where(table.member_id == member_id))  # type: ignore[attr-defined]
        if connection.execute(found).scalar_one():
            return words
    return None


def count_members(connection: Connection, team_id: int) -> int:
    """Return how many are or were in a team."""
    query = select(func.count()).where(_Record.team_id == team_id)
    return connection.execute(query).scalar_one()


def get_record(session: Session, member_id: int, version: int | None = None) -> TeamMemberRecord:
    """Return a member's record for a change.

    Raises:
        NotFoundError: if there is no such member.
        ConflictError: if it is no longer the `version` that was read.
    """
    return record_for_change(session, _Record, member_id, version, missing=_missing)


def add_member(session: Session, draft: MemberDraft) -> int:
    """Add a member and return the id."""
    record = TeamMemberRecord(**_values(draft))
    session.add(record)
    session.flush()
    return record.id


def update_member(session: Session, record: TeamMemberRecord, draft: MemberDraft) -> None:
    """Bring a membership to what the draft says."""
    for column, value in _values(draft).items():
        setattr(record, column, value)
    if has_changes(session):
        record.version += 1
    session.flush()


def _conditions(wanted: MemberFilter) -> Iterable[ColumnElement[bool]]:
    if wanted.team_id is not None:
        yield _Record.team_id == wanted.team_id
    if wanted.source is not None:
        yield _Record.source == wanted.source
    if wanted.on is not None:
        day = wanted.on.isoformat()
        yield or_(_Record.since.is_(None), _Record.since <= day)
        yield or_(_Record.until.is_(None), _Record.until >= day)


def _teams_of(connection: Connection, today: date) -> dict[PersonKey, dict[int, str]]:
    """Return in which teams everybody is today."""
    query = (
        select(
            _Record.team_id,
            _Record.resident_id,
            _Record.staff_id,
            _Record.name,
            _Record.phone,
            TeamRecord.name.label("team"),
        )
        .join(TeamRecord, TeamRecord.id == _Record.team_id)
        .where(*_conditions(MemberFilter(on=today)))
        .order_by(TeamRecord.kind_code, TeamRecord.name)
    )
    found: dict[PersonKey, dict[int, str]] = {}
    for row in connection.execute(query):
        found.setdefault(person_key(row), {})[row.team_id] = row.team
    return found


def _gone(standing: str | None) -> str:
    """Return 已迁出 or 已去世 of who lives here no more."""
    if standing is None or standing == ResidentStatus.PRESENT.value:
        return ""
    return STATUS[ResidentStatus(standing)]


def _facts(row: Any) -> MemberDraft:
    return MemberDraft(
        team_id=row.team_id,
        name=row.resident_name or row.staff_name or row.name,
        source=row.source,
        resident_id=row.resident_id,
        staff_id=row.staff_id,
        grid_id=row.grid_id,
        phone=row.phone,
        rank=Rank(row.rank),
        duty=row.duty,
        since=date.fromisoformat(row.since) if row.since else None,
        until=date.fromisoformat(row.until) if row.until else None,
        note=row.note,
    )


def _values(draft: MemberDraft) -> dict[str, Any]:
    return {
        "team_id": draft.team_id,
        "name": draft.name,
        "source": draft.source,
        "resident_id": draft.resident_id,
        "staff_id": draft.staff_id,
        "grid_id": draft.grid_id,
        "phone": draft.phone,
        "rank": draft.rank.value,
        "duty": draft.duty,
        "since": draft.since.isoformat() if draft.since else None,
        "until": draft.until.isoformat() if draft.until else None,
        "note": draft.note,
    }


def _missing() -> NotFoundError:
    return NotFoundError("这位队员已经不在台账里，可能刚被撤销或删除，请刷新后再看。")
