"""Lists of the audit trail (审计日志): which events, newest first, and their rows page by page.

What a filter asks of time, account, kind and result is read from `ix_audit_event_list` alone, so
that a million events are narrowed without reading them.
"""

from array import array
from collections.abc import Iterator, Sequence
from datetime import date, datetime, time, timedelta

from sqlalchemy import Connection

from linli.domain.audit import AuditFilter, AuditKind
from linli.domain.history import AuditEvent
from linli.storage.audit import FIELDS, as_event
from linli.storage.times import stored

_AT_ONCE = 2_000


def list_ids(
    connection: Connection, wanted: AuditFilter, limit: int | None = None
) -> Sequence[int]:
    """Return the numbers of the events that a filter finds, newest first, at most `limit`."""
    conditions, values = _conditions(wanted)
    where = f"WHERE {' AND '.join(conditions)} " if conditions else ""
    rows = connection.exec_driver_sql(
        f"SELECT id FROM audit_event {where}ORDER BY id DESC LIMIT ?",  # noqa: S608 - constant names
        (*values, -1 if limit is None else limit),
    )
    return array("q", (row[0] for row in rows))


def load_events(connection: Connection, numbers: Sequence[int]) -> list[AuditEvent]:
    """Return events by their numbers, in that order; what is not there is left out."""
    found: dict[int, AuditEvent] = {}
    for start in range(0, len(numbers), _AT_ONCE):
        chunk = numbers[start : start + _AT_ONCE]
        marks = ", ".join("?" * len(chunk))
        rows = connection.exec_driver_sql(
            f"SELECT {FIELDS}, digest FROM audit_event WHERE id IN ({marks})",  # noqa: S608 - marks
            tuple(chunk),
        )
        found |= {row.id: as_event(row) for row in rows}
    return [found[number] for number in numbers if number in found]


def walk_events(connection: Connection, numbers: Sequence[int]) -> Iterator[AuditEvent]:
    """Yield events by their numbers, however many, holding a few at a time."""
    for start in range(0, len(numbers), _AT_ONCE):
        yield from load_events(connection, numbers[start : start + _AT_ONCE])


def accounts(connection: Connection) -> list[str]:
    """Return who ever did something, by name."""
    rows = connection.exec_driver_sql("SELECT DISTINCT account FROM audit_event ORDER BY account")
    return list(rows.scalars())


def restores(connection: Connection) -> list[AuditEvent]:
    """Return the restores of backups, oldest first."""
    numbers = list_ids(connection, AuditFilter(kind=AuditKind.RESTORE))
    return load_events(connection, numbers[::-1])


def digest_of(connection: Connection, number: int) -> str | None:
    """Return the digest of an event, None if there is none of that number."""
    return connection.exec_driver_sql(
        "SELECT digest FROM audit_event WHERE id = ?", (number,)
    ).scalar()


def _conditions(wanted: AuditFilter) -> tuple[list[str], list[object]]:
    conditions: list[str] = []
    values: list[object] = []

    def add(condition: str, *given: object) -> None:
        conditions.append(condition)
        values.extend(given)

    if wanted.since is not None:
        add("at >= ?", _start_of(wanted.since))
    if wanted.until is not None:
        add("at < ?", _start_of(wanted.until + timedelta(days=1)))
    if wanted.account:
        add("account = ?", wanted.account)
    if wanted.kind is not None:
        add("kind = ?", wanted.kind.value)
    if wanted.succeeded is not None:
        add("succeeded = ?", int(wanted.succeeded))
    if wanted.subject:
        add(
            "(subject = ? OR entry_id IN (SELECT entry_id FROM journal_change WHERE subject = ?))",
            wanted.subject,
            wanted.subject,
        )
    if wanted.text:
        escaped = wanted.text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
        like = f"%{escaped}%"
        add(
            "(action LIKE ? ESCAPE '\\' OR subject LIKE ? ESCAPE '\\' OR detail LIKE ? ESCAPE '\\' "
            "OR account LIKE ? ESCAPE '\\')",
            *(like, like, like, like),
        )
    return conditions, values


def _start_of(day: date) -> str:
    """Return the moment at which a local day begins, as it is kept."""
    return stored(datetime.combine(day, time.min).astimezone())
