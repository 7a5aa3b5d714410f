"""Records that count their versions, so that nobody overwrites what another saved meanwhile."""

from collections.abc import Callable, Mapping
from typing import Any, TypeVar

from sqlalchemy.orm import Session

from linli.errors import ConflictError, NotFoundError
from linli.storage.children import has_changes

R = TypeVar("R")


def _by_name(record: Any) -> str:
    return f"「{record.name}」的资料"


def record_for_change(
    session: Session,
    record_type: type[R],
    record_id: int,
    version: int | None,
    *,
    missing: Callable[[], NotFoundError],
    called: Callable[[Any], str] = _by_name,
) -> R:
    """Return a record that is about to be changed.

    Args:
        session: the transaction's session.
        record_type: a mapped class with a `version`.
        record_id: which one.
        version: the version that was read; None if any will do.
        missing: makes the error for a record that is gone.
        called: how the sentence calls what somebody else has changed; else by the record's name.

    Raises:
        NotFoundError: the record is gone.
        ConflictError: it is no longer the `version` that was read.
    """
    record: Any = session.get(record_type, record_id)
    if record is None:
        raise missing()
    if version is not None and record.version != version:
        raise ConflictError(
            f"{called(record)}刚才被改过，为免覆盖，这次没有保存；请重新打开后再修改。"
        )
    return record  # type: ignore[no-any-return]  # it is one of `record_type`


def save_record(
    session: Session, record_type: type[Any], record: Any | None, values: Mapping[str, Any]
) -> int:
    """Add a record, or bring one to these values; return its id.

    Its version counts on only if something changed.
    """
    if record is None:
        record = record_type(**values)
        session.add(record)
    else:
        for column, value in values.items():
            setattr(record, column, value)
        if has_changes(session):
            record.version += 1
    session.flush()
    number: int = record.id
    return number
