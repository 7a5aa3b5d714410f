"""Communities of the street (社区) as records, and how grids are numbered."""

from typing import Any

from sqlalchemy import Connection, func, select
from sqlalchemy.orm import Session

from linli.domain.communities import Community, CommunityDraft
from linli.domain.grid_numbers import NumberRule
from linli.errors import NotFoundError
from linli.storage import settings
from linli.storage.grid_schema import CommunityRecord
from linli.storage.schema import GridRecord
from linli.storage.versioned import record_for_change

RULE_KEY = "grids.numbers"


def list_communities(connection: Connection) -> list[Community]:
    """Return the communities beside the hall's own, by number, then by name."""
    rows = connection.execute(
        select(CommunityRecord).order_by(
            CommunityRecord.number.is_(None), CommunityRecord.number, CommunityRecord.name
        )
    )
    return [
        Community(
            id=row.id,
            version=row.version,
            facts=CommunityDraft(number=row.number, name=row.name, street=row.street),
        )
        for row in rows
    ]


def find_by(connection: Connection, column: str, value: str) -> int | None:
    """Return the community whose number or name this is, or None."""
    query = select(CommunityRecord.id).where(getattr(CommunityRecord, column) == value)
    return connection.execute(query).scalar_one_or_none()


def count_grids(connection: Connection, community_id: int) -> int:
    """Return how many grids a community has or had."""
    query = select(func.count()).where(GridRecord.community_id == community_id)
    return connection.execute(query).scalar_one()


def get_record(session: Session, community_id: int, version: int | None = None) -> CommunityRecord:
    """Return a community's record for a change.

    Raises:
        NotFoundError: if there is no such community.
        ConflictError: if it is no longer the `version` that was read.
    """
    return record_for_change(session, CommunityRecord, community_id, version, missing=_missing)


def values(draft: CommunityDraft) -> dict[str, Any]:
    """Return the columns of a community's row."""
    return {"number": draft.number, "name": draft.name, "street": draft.street}


def get_rule(connection: Connection) -> NumberRule:
    """Return how grids are numbered."""
    kept = settings.find_value(connection, RULE_KEY)
    return NumberRule(**kept) if kept else NumberRule()


def get_prefix(connection: Connection, community_id: int | None) -> str:
    """Return the code of a community, the hall's own for None; "" if it has none."""
    if community_id is None:
        return get_rule(connection).prefix
    query = select(CommunityRecord.number).where(CommunityRecord.id == community_id)
    return connection.execute(query).scalar_one_or_none() or ""


def _missing() -> NotFoundError:
    return NotFoundError("这个社区已经不在台账里，可能刚被撤销或删除，请刷新后再看。")
