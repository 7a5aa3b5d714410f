"""Lists that belong to a record (phones, officers, tenants …), brought to what a draft says."""

from collections.abc import Iterable, Mapping
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from linli.storage.schema import Base


def replace_children(
    session: Session,
    record_type: type[Base],
    owner: Mapping[str, int],
    wanted: Iterable[Mapping[str, Any]],
    *,
    key: tuple[str, ...] = ("position",),
) -> None:
    """Make the rows of `owner` equal to `wanted`, touching only what differs.

    Args:
        session: the transaction's session.
        record_type: the children's mapped class.
        owner: the column that names the owner, and its id.
        wanted: the rows' values in order; those that repeat a key are dropped.
        key: the columns by which a row is the same one as before, so that history stays readable.
    """
    with session.no_autoflush:  # so that `has_changes` sees what the caller changed before
        records = session.scalars(select(record_type).filter_by(**owner)).all()
    kept = {tuple(getattr(record, column) for column in key): record for record in records}
    done = set()
    for values in wanted:
        identity = tuple(values[column] for column in key)
        if identity in done:
            continue
        done.add(identity)
        record = kept.pop(identity, None)
        if record is None:
            session.add(record_type(**owner, **values))
        else:
            for column, value in values.items():
                setattr(record, column, value)
    for record in kept.values():
        session.delete(record)


def has_changes(session: Session) -> bool:
    """Whether the session holds changes that are not yet written."""
    return bool(session.new or session.deleted or any(map(session.is_modified, session.dirty)))
