"""Filters that the clerk keeps (常用筛选) as records, in the clerk's order."""

from sqlalchemy import Connection, select
from sqlalchemy.orm import Session

from linli.domain.residents import ResidentFilter
from linli.domain.saved_filters import (
    SavedFilter,
    UnreadableFilterError,
    filter_text,
    read_filter,
)
from linli.errors import NotFoundError
from linli.storage.ordering import next_position
from linli.storage.register_schema import SavedFilterRecord
from linli.storage.schema import GridRecord

Kept = SavedFilterRecord


def list_filters(connection: Connection) -> list[SavedFilter]:
    """Return all kept filters in their order, those that cannot be used with the reason."""
    grids = set(connection.execute(select(GridRecord.id)).scalars())
    rows = connection.execute(
        select(Kept.id, Kept.name, Kept.content).order_by(Kept.position, Kept.id)
    )
    return [_filter(row.id, row.name, row.content, grids) for row in rows]


def find_name(connection: Connection, name: str) -> int | None:
    """Return the filter that bears a name, or None."""
    return connection.execute(select(Kept.id).where(Kept.name == name)).scalar_one_or_none()


def get_record(session: Session, filter_id: int) -> SavedFilterRecord:
    """Return the record of a filter for a change.

    Raises:
        NotFoundError: if there is no such filter.
    """
    record = session.get(SavedFilterRecord, filter_id)
    if record is None:
        raise NotFoundError("这个常用筛选已经不在了，可能刚被撤销或删除，请刷新后再看。")
    return record


def add_filter(session: Session, name: str, wanted: ResidentFilter) -> int:
    """Add a filter at the end and return its id."""
    position = next_position(session.connection(), SavedFilterRecord)
    record = SavedFilterRecord(name=name, content=filter_text(wanted), position=position)
    session.add(record)
    session.flush()
    return record.id


def _filter(filter_id: int, name: str, content: str, grids: set[int]) -> SavedFilter:
    try:
        return SavedFilter(id=filter_id, name=name, wanted=read_filter(content, grids))
    except UnreadableFilterError as error:
        return SavedFilter(id=filter_id, name=name, wanted=None, problem=error.message)
