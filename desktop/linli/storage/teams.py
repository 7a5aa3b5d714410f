"""Teams (队伍) as records, with the sums of their members."""

import json
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from sqlalchemy import Connection, select
from sqlalchemy.orm import Session

from linli.domain.codes import suggestions
from linli.domain.team_sums import sums_of
from linli.domain.teams import (
    SOURCES_TABLE,
    MemberFilter,
    Quota,
    Rank,
    Team,
    TeamDraft,
    TeamFilter,
)
from linli.errors import NotFoundError
from linli.storage import settings
from linli.storage.children import has_changes
from linli.storage.duty_schema import TeamRecord
from linli.storage.schema import GridRecord
from linli.storage.team_members import list_members
from linli.storage.versioned import record_for_change

SOURCES = "team_sources"
_Record = TeamRecord


def list_teams(connection: Connection, wanted: TeamFilter, today: date) -> list[Team]:
    """Return teams by kind and name as they are on a day."""
    query = select(_Record.__table__, GridRecord.name.label("grid")).outerjoin(
        GridRecord, GridRecord.id == _Record.grid_id
    )
    if wanted.kind_code is not None:
        query = query.where(_Record.kind_code == wanted.kind_code)
    if wanted.running:
        query = query.where(_Record.until.is_(None) | (_Record.until >= today.isoformat()))
    query = query.order_by(_Record.kind_code, _Record.name)
    return _load(connection, connection.execute(query), today)


def get_team(connection: Connection, team_id: int, today: date) -> Team:
    """Return a team as it is on a day.

    Raises:
        NotFoundError: if there is no such team.
    """
    query = (
        select(_Record.__table__, GridRecord.name.label("grid"))
        .outerjoin(GridRecord, GridRecord.id == _Record.grid_id)
        .where(_Record.id == team_id)
    )
    found = _load(connection, connection.execute(query), today)
    if not found:
        raise _missing()
    return found[0]


def find_name(connection: Connection, name: str) -> int | None:
    """Return the team of a name, or None."""
    return connection.execute(select(_Record.id).where(_Record.name == name)).scalar_one_or_none()


def list_sources(connection: Connection) -> list[str]:
    """Return the hall's source categories in their order; the usual ones until others are set."""
    kept = settings.find_value(connection, SOURCES)
    return list(suggestions(SOURCES_TABLE)) if kept is None else list(kept)


def save_sources(connection: Connection, sources: Sequence[str]) -> None:
    """Keep the hall's source categories."""
    settings.save_value(connection, SOURCES, list(sources))


def get_record(session: Session, team_id: int, version: int | None = None) -> TeamRecord:
    """Return a team's record for a change.

    Raises:
        NotFoundError: if there is no such team.
        ConflictError: if it is no longer the `version` that was read.
    """
    return record_for_change(session, _Record, team_id, version, missing=_missing)


def add_team(session: Session, draft: TeamDraft) -> int:
    """Add a team and return its id."""
    record = TeamRecord(**_values(draft))
    session.add(record)
    session.flush()
    return record.id


def update_team(session: Session, record: TeamRecord, draft: TeamDraft) -> None:
    """Bring a team to what the draft says."""
    for column, value in _values(draft).items():
        setattr(record, column, value)
    if has_changes(session):
        record.version += 1
    session.flush()


def _load(connection: Connection, rows: Iterable[Any], today: date) -> list[Team]:
    found = list(rows)
    order = list_sources(connection)
    members: dict[int, list[Any]] = {}
    wanted = MemberFilter(team_id=found[0].id if len(found) == 1 else None, on=today)
    for member in list_members(connection, wanted, today) if found else ():
        members.setdefault(member.facts.team_id, []).append(member)
    teams = []
    for row in found:
        own, facts = members.get(row.id, []), _facts(row)
        teams.append(
            Team(
                id=row.id,
                version=row.version,
                facts=facts,
                grid=row.grid or "",
                leaders=tuple(m.facts.name for m in own if m.facts.rank is Rank.LEADER),
                sums=sums_of(own, facts.quotas, order),
            )
        )
    return teams


def _facts(row: Any) -> TeamDraft:
    return TeamDraft(
        kind_code=row.kind_code,
        name=row.name,
        grid_id=row.grid_id,
        purpose=row.purpose,
        route=row.route,
        expected=row.expected,
        quotas=tuple(Quota(source=source, count=count) for source, count in json.loads(row.quotas)),
        plan_title=row.plan_title,
        plan_text=row.plan_text,
        until=date.fromisoformat(row.until) if row.until else None,
        note=row.note,
    )


def _values(draft: TeamDraft) -> dict[str, Any]:
    quotas = [[each.source, each.count] for each in draft.quotas]
    return {
        "kind_code": draft.kind_code,
        "name": draft.name,
        "grid_id": draft.grid_id,
        "purpose": draft.purpose,
        "route": draft.route,
        "expected": draft.expected,
        "quotas": json.dumps(quotas, ensure_ascii=False),
        "plan_title": draft.plan_title,
        "plan_text": draft.plan_text,
        "until": draft.until.isoformat() if draft.until else None,
        "note": draft.note,
    }


def _missing() -> NotFoundError:
    return NotFoundError("这支队伍已经不在台账里，可能刚被撤销或删除，请刷新后再看。")
