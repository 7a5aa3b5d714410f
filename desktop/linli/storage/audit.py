"""The append-only audit trail (审计): who did what, when, chained so that tampering shows.

Each event's digest is an HMAC-SHA256 over the digest before it and the event itself, with a key
derived from the ledger's. The event of a journal entry carries a digest of the entry's changes,
so that neither can be altered alone. Triggers refuse to change or delete what is written.

The seal (`audit_seal`, one row) is a second chain over all digests, of which only the last link is
kept: a tail that was cut off cannot be made good, not even when events are appended after it,
because nobody without the key can wind the seal back. What is left is a whole file put back to an
older state; the heads kept elsewhere are against that. `audit_check` looks at it all.
"""

import hashlib
import hmac
import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime, timedelta
from typing import Any

from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDFExpand
from sqlalchemy import Connection, Row

from linli.domain.audit import AuditHead, AuditKind, kind_of
from linli.domain.history import AuditEvent
from linli.storage.times import shown, stored

CLOCK_TOLERANCE = timedelta(minutes=2)
"""By so much a clock may be put right without a word."""

REWRITTEN_ENTRY, REWRITTEN_EVENT = "entry/", "event/"
"""Before the number of what an erasure rewrote, in the detail of its event; then the new digest."""

_ROWS_AT_ONCE = 1_000
_FORM = "2:"
"""Begins a digest of an entry that is taken of what SQLite joins (`_changes`)."""
_CHANGE = ("id", "table_name", "row_id", "subject", "before", "after")
_JOINED = (
    "SELECT max(id), CAST(group_concat(text, '') AS BLOB) FROM (SELECT id, "  # noqa: S608 - constant names
    + " || ".join(f"coalesce(length({name}) || ':' || {name}, '-')" for name in _CHANGE)
    + " AS text FROM journal_change WHERE entry_id = ? AND id > ? ORDER BY id LIMIT ?)"
)
FIELDS = "id, at, account, action, subject, succeeded, detail, entry_id, kind"


def derive_key(key: bytes) -> bytes:
    """Return the trail's own key, derived from the ledger's."""
    return HKDFExpand(algorithm=SHA256(), length=32, info=b"linli audit trail").derive(key)


class Trail:
    """Writes events of one actor at one moment inside a transaction.

    Attributes:
        set_back_from: the last event's time, if the clock was found set back behind it.
    """

    def __init__(self, connection: Connection, key: bytes, account: str, at: datetime) -> None:
        self.set_back_from: datetime | None = None
        self._connection = connection
        self._key = key
        self._account = account
        self._at = at

    def append(
        self,
        action: str,
        subject: str,
        *,
        kind: AuditKind | None = None,
        succeeded: bool = True,
        detail: Mapping[str, str],
        entry_id: int | None = None,
    ) -> None:
        """Add one event at the end of the chain; a clock that was set back is told first.

        Args:
            action: what was done.
            subject: to what: kind and number of a record, such as `resident/12`, or words.
            kind: what the event is; told by the first words of `action` unless given.
            succeeded: whether it came about.
            detail: what else is worth knowing, by name.
            entry_id: the journal entry, if it is one's event.
        """
        last = self._connection.exec_driver_sql(
            "SELECT id, digest, at FROM audit_event ORDER BY id DESC LIMIT 1"
        ).one_or_none()
        number, previous = (last.id, last.digest) if last else (0, "")
        if last is not None and stored(self._at + CLOCK_TOLERANCE) < last.at:
            self.set_back_from = shown(last.at)
            was = f"{self.set_back_from:%Y-%m-%d %H:%M}"
            words = {"上一条记录": was, "现在": f"{self._at.astimezone():%Y-%m-%d %H:%M}"}
            number, previous = self._add(
                number + 1, previous, "发现时间回拨", "clock", AuditKind.CLOCK, 1, words, None
            )
        kind = kind or kind_of(action, is_entry=entry_id is not None)
        self._add(number + 1, previous, action, subject, kind, int(succeeded), detail, entry_id)

    def _add(
        self,
        number: int,
        previous: str,
        action: str,
        subject: str,
        kind: AuditKind,
        succeeded: int,
        detail: Mapping[str, str],
        entry_id: int | None,
    ) -> tuple[int, str]:
        text = json.dumps(dict(detail), ensure_ascii=False, sort_keys=True)
        fields = (
            *(number, stored(self._at), self._account, action, subject, succeeded),
            *(text, entry_id, kind.value),
        )
        digest = event_digest(self._key, previous, fields)
        self._connection.exec_driver_sql(
            f"INSERT INTO audit_event ({FIELDS}, digest) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",  # noqa: S608 - constant names
            (*fields, digest),
        )
        seal = self._connection.exec_driver_sql("SELECT seal FROM audit_seal").scalar()
        if seal is not None:  # a seal that was removed stays away, and the check says so
            self._connection.exec_driver_sql(
                "UPDATE audit_seal SET number = ?, seal = ?",
                (number, next_seal(self._key, seal, number, digest)),
            )
        return number, digest

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
        detail["digest"] = entry_digest(self._connection, entry_id)
        self.append(action, "journal", detail=detail, entry_id=entry_id)

    def append_rewritten(
        self, action: str, subject: str, *, entries: Iterable[int], events: Iterable[int]
    ) -> None:
        """Add the event of an erasure (删除), which took a person out of what was written before.

        To be called after the journal entries and earlier events were rewritten: it vouches for
        them as they are now, so that the check finds any other change as ever.

        Args:
            action: what was done, without the person's name.
            subject: such as `resident/12`.
            entries: the journal entries of which a change or the name was rewritten.
            events: the events that were written over; their `digest` stays, for the chain.
        """
        detail = {
            f"{REWRITTEN_ENTRY}{number}": entry_digest(self._connection, number)
            for number in entries
        }
        for number in events:
            previous = self._connection.exec_driver_sql(
                "SELECT digest FROM audit_event WHERE id = ?", (number - 1,)
            ).scalar()
            row = self._connection.exec_driver_sql(
                f"SELECT {FIELDS} FROM audit_event WHERE id = ?",  # noqa: S608 - constant names
                (number,),
            ).one()
            digest = event_digest(self._key, previous or "", tuple(row))
            detail[f"{REWRITTEN_EVENT}{number}"] = digest
        self.append(action, subject, kind=AuditKind.PRIVACY, detail=detail)


def found_seal(connection: Connection, key: bytes) -> None:
    """Make the seal of a ledger that has none, with the kinds of the events so far.

    For a new ledger and one of version 3 or older. The digests of those events know no kind; the
    seal covers it.
    """
    connection.exec_driver_sql("DELETE FROM audit_seal")
    number, seal = 0, next_seal(key, "", 0, "")
    rows = connection.exec_driver_sql(
        "SELECT id, action, entry_id, digest FROM audit_event ORDER BY id"
    ).all()
    for row in rows:
        kind = kind_of(row.action, is_entry=row.entry_id is not None).value
        connection.exec_driver_sql("UPDATE audit_event SET kind = ? WHERE id = ?", (kind, row.id))
        number, seal = row.id, next_seal(key, seal, row.id, f"{row.digest}{kind}")
    connection.exec_driver_sql(
        "INSERT INTO audit_seal (id, since, number, seal) VALUES (1, ?, ?, ?)",
        (number, number, seal),
    )


def head(connection: Connection) -> AuditHead | None:
    """Return the last event's number, digest and time; None while there is none."""
    row = connection.exec_driver_sql(
        "SELECT id, digest, at FROM audit_event ORDER BY id DESC LIMIT 1"
    ).one_or_none()
    if row is None:
        return None
    return AuditHead(number=row.id, digest=row.digest, at=shown(row.at))


def events(connection: Connection, limit: int) -> list[AuditEvent]:
    """Return the last `limit` events, newest first."""
    rows = connection.exec_driver_sql(
        f"SELECT {FIELDS}, digest FROM audit_event ORDER BY id DESC LIMIT ?",  # noqa: S608 - constant names
        (limit,),
    )
    return [as_event(row) for row in rows]


def as_event(row: Row[Any]) -> AuditEvent:
    """Return a row of `FIELDS` and digest as an event."""
    return AuditEvent(
        id=row.id,
        at=shown(row.at),
        account=row.account,
        action=row.action,
        subject=row.subject,
        succeeded=bool(row.succeeded),
        detail=json.loads(row.detail),
        kind=AuditKind(row.kind),
        entry_id=row.entry_id,
        digest=row.digest,
    )


def event_digest(key: bytes, previous: str, fields: tuple[object, ...]) -> str:
    """Return the digest of an event (`FIELDS`, or those of a version 3 without the kind)."""
    text = json.dumps([previous, *fields], ensure_ascii=False)
    return hmac.new(key, text.encode(), hashlib.sha256).hexdigest()


def next_seal(key: bytes, seal: str, number: int, digest: str) -> str:
    """Return the seal after one more event."""
    text = json.dumps(["seal", seal, number, digest])
    return hmac.new(key, text.encode(), hashlib.sha256).hexdigest()


def entry_digest(connection: Connection, entry_id: int, *, like: str = _FORM) -> str:
    """Return the digest of a journal entry and of all it changed.

    Args:
        connection: a transaction's connection.
        entry_id: the entry.
        like: a digest in whose form it is made: the first form bore no mark.
    """
    digest = hashlib.sha256()
    head = connection.exec_driver_sql(
        "SELECT at, account_id, account, action, undoable, undoes FROM journal_entry WHERE id = ?",
        (entry_id,),
    ).one()
    digest.update(repr(tuple(head)).encode())
    if like.startswith(_FORM):
        for text in _changes(connection, entry_id):
            digest.update(text)
        return _FORM + digest.hexdigest()
    cursor = connection.connection.cursor()  # plain tuples: an import has half a million
    cursor.execute(
        "SELECT id, table_name, row_id, subject, before, after FROM journal_change "
        "WHERE entry_id = ? ORDER BY id",
        (entry_id,),
    )
    while rows := cursor.fetchmany(_ROWS_AT_ONCE):
        digest.update("".join(map(repr, rows)).encode())
    return digest.hexdigest()


def _changes(connection: Connection, entry_id: int) -> Iterator[bytes]:
    """Yield all that an entry changed as one text, in which each value stands behind its length.

    SQLite joins it, a thousand rows at once: ten times as quick as row after row.
    """
    last = 0
    while True:
        last, text = connection.exec_driver_sql(_JOINED, (entry_id, last, _ROWS_AT_ONCE)).one()
        if last is None:
            return
        yield text
