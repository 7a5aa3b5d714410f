"""Checking the audit trail (审计核验): whatever was edited, removed, swapped or put in shows.

What an erasure wrote over is vouched for by its event (`Trail.append_rewritten`). What the trail
cannot show of itself is the whole file put back to an older state. Heads that are kept elsewhere
tell that: each must be an event of this chain. After a restore the heads of the time that was given
up are no longer; the event of the restore names how far it went.
"""

import hmac
import json
from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass, field
from datetime import datetime

from sqlalchemy import Connection

from linli.domain.audit import AuditHead, AuditKind, AuditReport, KnownHead
from linli.storage.audit import (
    FIELDS,
    REWRITTEN_ENTRY,
    REWRITTEN_EVENT,
    entry_digest,
    event_digest,
    next_seal,
)
from linli.storage.times import shown

GIVEN_UP = "原有审计记录"
"""In the detail of a restore's event: the number of the last event before the restore."""

_DIGEST = "digest"
"""In the detail of an entry's event: the digest of all it changed (`audit.entry_digest`)."""


@dataclass
class _Walk:
    """What one pass over the events has gathered."""

    found: list[str] = field(default_factory=list)
    digests: dict[int, str] = field(default_factory=dict)
    suspects: dict[int, str] = field(default_factory=dict)
    rewritten: dict[str, str] = field(default_factory=dict)
    entries: dict[int, Mapping[str, str]] = field(default_factory=dict)
    restores: list[tuple[int, int]] = field(default_factory=list)
    seal: str = ""
    count: int = 0
    head: AuditHead | None = None


def check(connection: Connection, key: bytes, known: Iterable[KnownHead] = ()) -> AuditReport:
    """Check the whole chain, the seal, each entry's changes against its event, and known heads."""
    heads = list(known)
    walk = _walk(connection, key, {each.head.number for each in heads})
    number = walk.head.number if walk.head else 0
    problems = walk.found
    for place, digest in walk.suspects.items():
        if walk.rewritten.get(f"{REWRITTEN_EVENT}{place}") != digest:
            problems.append(f"审计记录第 {place} 条被改动过。")
    last = connection.exec_driver_sql(
        "SELECT seq FROM sqlite_sequence WHERE name = 'audit_event'"
    ).scalar()
    if (last or 0) != number:
        problems.append(f"审计记录第 {number} 条之后的记录被删除了。")
    sealed = connection.exec_driver_sql("SELECT number, seal FROM audit_seal").all()
    if [tuple(row) for row in sealed] != [(number, walk.seal)] and not problems:
        problems.append("审计记录的封印对不上：有记录被删除、替换，或封印被动过。")
    problems += _entry_problems(connection, walk)
    notes = []
    for each in heads:
        problem, note = compare(each, walk.digests.get(each.head.number), walk.restores, number)
        problems += [problem] if problem else []
        notes += [note] if note else []
    return AuditReport(
        problems=tuple(problems), notes=tuple(notes), events=walk.count, head=walk.head
    )


def _walk(connection: Connection, key: bytes, wanted: Set[int]) -> _Walk:
    walk = _Walk(seal=next_seal(key, "", 0, ""))
    since = connection.exec_driver_sql("SELECT since FROM audit_seal").scalar() or 0
    previous, number, at = "", 0, ""
    for row in connection.exec_driver_sql(
        f"SELECT {FIELDS}, digest FROM audit_event ORDER BY id"  # noqa: S608 - constant names
    ):
        fields, digest = tuple(row[:-1]), str(row.digest)
        walk.count += 1
        number += 1
        old = number <= since
        if row.id != number:
            walk.found.append(f"审计记录缺少第 {number} 条。")
            number = row.id
        else:
            told = event_digest(key, previous, fields[:-1] if old else fields)
            if not hmac.compare_digest(digest, told):
                walk.suspects[number] = event_digest(key, previous, fields)
        walk.seal = next_seal(key, walk.seal, number, f"{digest}{row.kind}" if old else digest)
        previous = digest
        if number in wanted:
            walk.digests[number] = digest
        _note_detail(walk, number, row.kind, row.entry_id, row.detail)
        at = str(row.at)
    if walk.count:
        walk.head = AuditHead(number=number, digest=previous, at=_moment(at))
    return walk


def _note_detail(walk: _Walk, number: int, kind: str, entry_id: int | None, text: str) -> None:
    try:
        detail = json.loads(text)
    except ValueError:  # its digest does not fit either
        return
    if entry_id is not None:
        walk.entries[entry_id] = detail
    elif kind == AuditKind.PRIVACY and number not in walk.suspects:
        walk.rewritten |= {
            name: value
            for name, value in detail.items()
            if name.startswith((REWRITTEN_ENTRY, REWRITTEN_EVENT))
        }
    elif kind == AuditKind.RESTORE and str(detail.get(GIVEN_UP)).isdecimal():
        walk.restores.append((number, int(detail[GIVEN_UP])))


def _entry_problems(connection: Connection, walk: _Walk) -> list[str]:
    found = []
    numbers = {row[0] for row in connection.exec_driver_sql("SELECT id FROM journal_entry")}
    foundings = set(connection.exec_driver_sql("SELECT entry_id FROM journal_founding").scalars())
    rows: dict[int, int] = dict(
        tuple(row)
        for row in connection.exec_driver_sql(
            "SELECT entry_id, count(*) FROM journal_change GROUP BY entry_id"
        )
    )
    for number in sorted(numbers | walk.entries.keys() | rows.keys() | foundings):
        detail = walk.entries.get(number)
        if detail is None:
            found.append(f"操作记录第 {number} 步没有对应的审计记录。")
        elif number not in numbers:
            found.append(f"操作记录第 {number} 步被删除了。")
        elif not _is_digest(
            connection,
            number,
            walk.rewritten.get(f"{REWRITTEN_ENTRY}{number}", detail.get(_DIGEST, "")),
        ):
            found.append(f"操作记录第 {number} 步被改动过。")
        elif (_told(detail) > rows.get(number, 0)) is not (number in foundings):
            found.append(f"操作记录第 {number} 步的建库标记被改动过。")
    return found


def _is_digest(connection: Connection, number: int, digest: str) -> bool:
    return entry_digest(connection, number, like=digest) == digest


def _told(detail: Mapping[str, str]) -> int:
    """Return how many rows an entry's event tells of."""
    return sum(
        int(count) for name, count in detail.items() if name != _DIGEST and count.isdecimal()
    )


def compare(
    known: KnownHead, digest: str | None, given_up: Iterable[tuple[int, int]], last: int
) -> tuple[str, str]:
    """Return what is wrong with a head kept elsewhere, and what is to be told of it, "" if nothing.

    Args:
        known: the head.
        digest: of the event of that number; None if there is none.
        given_up: of each restore, its event and how far the trail before it went.
        last: the number of the last event.
    """
    number = known.head.number
    if digest is not None and known.head.fits(digest):
        return "", ""
    for restored, end in given_up:
        if restored <= number <= end:
            return "", (
                f"{known.where}记下的第 {number} 条属于恢复备份以前的那一段，"
                f"恢复已记在第 {restored} 条。"
            )
    if digest is None:
        return (
            f"{known.where}记下的审计记录已到第 {number} 条，台账里只到第 {last} 条："
            "台账被换成了旧的，或末尾的记录被删除了。"
        ), ""
    return f"{known.where}记下的第 {number} 条与台账里的不是同一条：审计记录被替换过。", ""


def _moment(at: str) -> datetime | None:
    try:
        return shown(at)
    except ValueError:  # an edited one, of which the digest tells
        return None
