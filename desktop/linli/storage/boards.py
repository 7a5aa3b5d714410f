"""The boards of grids (网格公示栏) as records, and who might stand on them."""

from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import Connection, select
from sqlalchemy.orm import Session

from linli.domain.boards import BoardEntry
from linli.domain.party import PARTY_CODES
from linli.domain.residents import ResidentStatus
from linli.storage.children import replace_children
from linli.storage.contacts import kept_of, load_contacts, said_of
from linli.storage.ids import among
from linli.storage.schema import BoardEntryRecord, DwellingRecord, ResidentRecord


def list_entries(
    connection: Connection, grid_ids: Iterable[int]
) -> dict[int, tuple[BoardEntry, ...]]:
    """Return who stands on the board of each grid, in order; a grid without a board is left out."""
    rows = connection.execute(
        select(BoardEntryRecord.__table__)
        .where(BoardEntryRecord.grid_id.in_(among(grid_ids)))
        .order_by(BoardEntryRecord.position, BoardEntryRecord.id)
    ).all()
    contacts = load_contacts(connection, (row.resident_id for row in rows))
    found: dict[int, list[BoardEntry]] = {}
    for row in rows:
        entry = BoardEntry(**said_of(row, contacts), post=row.post, promise=row.promise)
        found.setdefault(row.grid_id, []).append(entry)
    return {grid_id: tuple(entries) for grid_id, entries in found.items()}


def save_entries(session: Session, grid_id: int, entries: Sequence[BoardEntry]) -> None:
    """Make the board of a grid what `entries` say, in their order."""
    contacts = load_contacts(session.connection(), (entry.resident_id for entry in entries))
    wanted = [_values(position, entry, contacts) for position, entry in enumerate(entries)]
    replace_children(session, BoardEntryRecord, {"grid_id": grid_id}, wanted)
    session.flush()


def list_party_members(connection: Connection, grid_id: int) -> list[int]:
    """Return the party members who live in a grid, in walking order."""
    return list(
        connection.execute(
            select(ResidentRecord.id)
            .join(DwellingRecord, DwellingRecord.id == ResidentRecord.home_id)
            .where(
                DwellingRecord.grid_id == grid_id,
                ResidentRecord.politics_code.in_(PARTY_CODES),
                ResidentRecord.status == ResidentStatus.PRESENT.value,
                ResidentRecord.recycled_at.is_(None),
            )
            .order_by(DwellingRecord.sort_key, ResidentRecord.id)
        ).scalars()
    )


def _values(position: int, entry: BoardEntry, contacts: Any) -> dict[str, Any]:
    return {
        "position": position,
        **kept_of(entry, contacts),
        "post": entry.post,
        "promise": entry.promise,
    }
