"""Erasures that were made (删除个人信息), and how an erased person is known when they come back.

Of an erased person no name and no number is kept, only digests with a key that is made from the
ledger's: of each identity number, of the record's number with the moment it was entered, and of
name and date of birth together. An older backup or a file of another machine that brings the person
back is noticed by them (`pending_again`).
"""

import hashlib
import hmac
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDFExpand
from sqlalchemy import Connection

from linli.domain.erasures import Ground, Returned
from linli.storage import settings
from linli.storage.times import shown, stored

if TYPE_CHECKING:
    from linli.storage.database import Database

ACTION = "个人信息删除"
"""What journal and trail call an erasure."""

MARK = "erasure_mark"
"""The function of the database that makes the digest of a text (see `marker`)."""

_DOCUMENT, _RECORD, _NAME = "document", "record", "name"
_TELLS = {
    _DOCUMENT: "'document/' || d.kind || '/' || d.number",
    _RECORD: "'record/' || r.id || '/' || r.created_at",
    _NAME: "'name/' || r.name || '/' || r.birth",
}
"""What is digested, in SQL; the name only of those whose date of birth is known to the day."""
_FROM = {
    _DOCUMENT: "resident r JOIN identity_document d ON d.resident_id = r.id",
    _RECORD: "resident r",
    _NAME: "resident r",
}
_IF = {_DOCUMENT: "1", _RECORD: "1", _NAME: "length(r.birth) = 10"}


@dataclass(frozen=True)
class Mark:
    """A digest by which an erased person is known again."""

    digest: str
    kind: str
    at: str


def marker(key: bytes) -> Callable[[str | None], str | None]:
    """Return the function that digests a text with a key of its own, derived from the ledger's."""
    own = HKDFExpand(algorithm=SHA256(), length=32, info=b"linli erased people").derive(key)

    def digest(text: str | None) -> str | None:
        return None if text is None else hmac.new(own, text.encode(), hashlib.sha256).hexdigest()

    return digest


# ---- inside an erasure --------------------------------------------------------------------


def mark(connection: Connection, ids: Sequence[int], at: datetime) -> None:
    """Remember people by their digests, before they are erased."""
    some = f"({', '.join(str(int(number)) for number in ids)})"
    for kind, text in _TELLS.items():
        connection.exec_driver_sql(
            "INSERT OR IGNORE INTO erased_mark (digest, kind, at) "  # noqa: S608 - constants and ids
            f"SELECT {MARK}({text}), '{kind}', ? FROM {_FROM[kind]} "
            f"WHERE r.id IN {some} AND {_IF[kind]}",
            (stored(at),),
        )


def open_erasure(
    connection: Connection,
    entry_id: int,
    subject: str,
    ground: Ground,
    at: datetime,
    account: str,
) -> int:
    """Begin an erasure inside its entry: until it is closed journal and trail can lose lines."""
    connection.exec_driver_sql("PRAGMA secure_delete=ON")
    number = connection.exec_driver_sql(
        "INSERT INTO erasure (entry_id, at, account, subject, ground, swept) "
        "VALUES (?, ?, ?, ?, ?, 0) RETURNING id",
        (entry_id, stored(at), account, subject, ground.value),
    ).scalar_one()
    connection.exec_driver_sql("INSERT INTO erasure_open (id, erasure_id) VALUES (1, ?)", (number,))
    return int(number)


def close_erasure(connection: Connection) -> None:
    """End the erasure that is open."""
    connection.exec_driver_sql("DELETE FROM erasure_open")


# ---- after it -----------------------------------------------------------------------------


def unswept(connection: Connection) -> bool:
    """Whether free pages still wait to be cleared, as after an erasure on a full disk."""
    found = connection.exec_driver_sql("SELECT 1 FROM erasure WHERE NOT swept LIMIT 1")
    return found.first() is not None


def sweep(database: "Database") -> None:
    """Write the file anew without its free pages, and fold in the log, so that nothing is left.

    Raises:
        StorageProblem: the disk is full or the file locked; it can be done again later.
    """
    database.compact()
    with database.noting() as connection:
        connection.exec_driver_sql("UPDATE erasure SET swept = 1 WHERE NOT swept")


# ---- coming back --------------------------------------------------------------------------


def pending_again(connection: Connection, among: Collection[int] | None = None) -> list[Returned]:
    """Return who was erased and is in the ledger again, as from an older backup, surest first.

    Args:
        connection: reads.
        among: ask of these residents only, which of a large ledger takes no time.
    """
    some = "1" if among is None else f"r.id IN ({', '.join(str(int(each)) for each in among)})"
    if connection.exec_driver_sql("SELECT 1 FROM erased_mark LIMIT 1").first() is None:
        return []
    found: dict[int, Returned] = {}
    for kind, text in _TELLS.items():
        for row in connection.exec_driver_sql(
            f"SELECT r.id, r.name, m.at FROM {_FROM[kind]} "  # noqa: S608 - constants
            f"JOIN erased_mark m ON m.digest = {MARK}({text}) AND m.kind = '{kind}' "
            f"WHERE {some} AND {_IF[kind]} AND r.merged_into IS NULL"
        ):
            returned = Returned(
                resident_id=row.id,
                name=row.name,
                erased_at=shown(row.at),
                certain=kind != _NAME,
            )
            found.setdefault(row.id, returned)
    for other in _decided(connection)["others"]:
        if other in found and not found[other].certain:
            del found[other]
    return sorted(found.values(), key=lambda each: (not each.certain, each.resident_id))


def remember_returned(connection: Connection, people: Iterable[Returned]) -> None:
    """Keep whom a restore has brought back, until they are erased again or are somebody else."""
    kept, ids = _decided(connection), sorted(each.resident_id for each in people)
    if ids != kept["waiting"]:
        settings.save_value(connection, settings.RETURNED, {**kept, "waiting": ids})


def remember_others(connection: Connection, people: Iterable[int]) -> None:
    """Keep who only has the name of somebody who was erased, so that nobody asks again."""
    kept, others = _decided(connection), set(people)
    settings.save_value(
        connection,
        settings.RETURNED,
        {
            "waiting": sorted(set(kept["waiting"]) - others),
            "others": sorted(others.union(kept["others"])),
        },
    )


def waiting(connection: Connection) -> list[Returned]:
    """Return whom a restore has brought back and about whom nothing was decided since."""
    kept = _decided(connection)["waiting"]
    return pending_again(connection, kept) if kept else []


def _decided(connection: Connection) -> dict[str, list[int]]:
    return settings.find_value(connection, settings.RETURNED) or {"waiting": [], "others": []}


def marks(connection: Connection) -> list[Mark]:
    """Return all digests, to carry them over into an older state of the same ledger."""
    rows = connection.exec_driver_sql(
        "SELECT digest, kind, at FROM erased_mark ORDER BY at, digest"
    )
    return [Mark(*row) for row in rows]


def adopt(connection: Connection, some: Iterable[Mark]) -> int:
    """Take over the digests of a newer state of the same ledger; return how many were new."""
    count = 0
    for each in some:
        count += connection.exec_driver_sql(
            "INSERT OR IGNORE INTO erased_mark (digest, kind, at) VALUES (?, ?, ?)",
            (each.digest, each.kind, each.at),
        ).rowcount
    return count
