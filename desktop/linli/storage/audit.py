"""The append-only audit trail (审计): who did what, when, chained so that tampering shows.

Each event's digest is an HMAC-SHA256 over the digest before it and the event itself, with a key
derived from the ledger's. The event of a journal entry carries a digest of the entry's changes,
so that neither can be altered alone. Triggers refuse to change or delete what is written.
"""

import hashlib
import hmac
import json
from collections import Counter
from collections.abc import Mapping
from datetime import datetime

from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDFExpand
from sqlalchemy import Connection

from linli.domain.history import AuditEvent
from linli.storage.times import shown, stored

_ROWS_AT_ONCE = 1_000
_FIELDS = "id, at, account, action, subject, succeeded, detail, entry_id"


def derive_key(key: bytes) -> bytes:
    """Return the trail's own key, derived from the ledger's."""
    return HKDFExpand(algorithm=SHA256(), length=32, info=b"linli audit trail").derive(key)


class Trail:
    """Writes events of one actor at one moment inside a transaction."""

    def __init__(self, connection: Connection, key: bytes, account: str, at: datetime) -> None:
        self._connection = connection
        self._key = key
        self._account = account
        self._at = stored(at)

    def append(
        self,
        action: str,
        subject: str,
        *,
        succeeded: bool = True,
        detail: Mapping[str, str],
        entry_id: int | None = None,
    ) -> None:
        """Add one event at the end of the chain."""
        last = self._connection.exec_driver_sql(
            "SELECT id, digest FROM audit_event ORDER BY id DESC LIMIT 1"
        ).one_or_none()
        number, previous = (last[0] + 1, last[1]) if last else (1, "")
        text = json.dumps(dict(detail), ensure_ascii=False, sort_keys=True)
        fields = (number, self._at, self._account, action, subject, int(succeeded), text, entry_id)
        self._connection.exec_driver_sql(
            f"INSERT INTO audit_event ({_FIELDS}, digest) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",  # noqa: S608 - constant names
            (*fields, _digest(self._key, previous, fields)),
        )

    def append_entry(
        self, entry_id: int, action: str, unrecorded: Mapping[str, int] | None = None
    ) -> None:
        """Add the event of a journal entry, with the digest of all it changed.

        Args:
            entry_id: the entry.
            action: its name.
            unrecorded: how many rows of each table a founding added beside.
        """
        counts = self._connection.exec_driver_sql(
            "SELECT table_name, count(*) FROM journal_change WHERE entry_id = ? "
            "GROUP BY table_name ORDER BY table_name",
            (entry_id,),
        ).all()
        rows = Counter(unrecorded or {}) + Counter(dict(map(tuple, counts)))
        detail = {table: str(count) for table, count in rows.items()}
        detail["digest"] = _entry_digest(self._connection, entry_id)
        self.append(action, "journal", detail=detail, entry_id=entry_id)


def events(connection: Connection, limit: int) -> list[AuditEvent]:
    """Return the last `limit` events, newest first."""
    rows = connection.exec_driver_sql(
        f"SELECT {_FIELDS} FROM audit_event ORDER BY id DESC LIMIT ?",  # noqa: S608 - constant names
        (limit,),
    )
    return [
        AuditEvent(
            id=row.id,
            at=shown(row.at),
            account=row.account,
            action=row.action,
            subject=row.subject,
            succeeded=bool(row.succeeded),
            detail=json.loads(row.detail),
        )
        for row in rows
    ]


def problems(connection: Connection, key: bytes) -> list[str]:
    """Check the whole chain, and each entry's changes against its event.

    Returns:
        One Chinese sentence per place that was tampered with, [] if all is well.
    """
    found: list[str] = []
    previous, number = "", 0
    entries: dict[int, str] = {}
    for row in connection.exec_driver_sql(
        f"SELECT {_FIELDS}, digest FROM audit_event ORDER BY id"  # noqa: S608 - constant names
    ):
        fields, digest = tuple(row[:-1]), row[-1]
        number += 1
        if fields[0] != number:
            found.append(f"审计记录缺少第 {number} 条。")
            number = fields[0]
        elif not hmac.compare_digest(digest, _digest(key, previous, fields)):
            found.append(f"审计记录第 {number} 条被改动过。")
        previous = digest
        if fields[-1] is not None:
            entries[fields[-1]] = json.loads(fields[-2]).get("digest", "")
    last = connection.exec_driver_sql(
        "SELECT seq FROM sqlite_sequence WHERE name = 'audit_event'"
    ).scalar()
    if last is not None and last != number:
        found.append(f"审计记录第 {number} 条之后的记录被删除了。")
    found += _entry_problems(connection, entries)
    return found


def _entry_problems(connection: Connection, entries: Mapping[int, str]) -> list[str]:
    found = []
    numbers = {row[0] for row in connection.exec_driver_sql("SELECT id FROM journal_entry")}
    for number in sorted(numbers | entries.keys()):
        if number not in entries:
            found.append(f"操作记录第 {number} 步没有对应的审计记录。")
        elif number not in numbers:
            found.append(f"操作记录第 {number} 步被删除了。")
        elif _entry_digest(connection, number) != entries[number]:
            found.append(f"操作记录第 {number} 步被改动过。")
    return found


def _digest(key: bytes, previous: str, fields: tuple[object, ...]) -> str:
    text = json.dumps([previous, *fields], ensure_ascii=False)
    return hmac.new(key, text.encode(), hashlib.sha256).hexdigest()


def _entry_digest(connection: Connection, entry_id: int) -> str:
    digest = hashlib.sha256()
    head = connection.exec_driver_sql(
        "SELECT at, account_id, account, action, undoable, undoes FROM journal_entry WHERE id = ?",
        (entry_id,),
    ).one()
    digest.update(repr(tuple(head)).encode())
    cursor = connection.connection.cursor()  # plain tuples: an import has half a million
    cursor.execute(
        "SELECT id, table_name, row_id, subject, before, after FROM journal_change "
        "WHERE entry_id = ? ORDER BY id",
        (entry_id,),
    )
    while rows := cursor.fetchmany(_ROWS_AT_ONCE):
        digest.update("".join(map(repr, rows)).encode())
    return digest.hexdigest()
