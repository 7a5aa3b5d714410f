"""The end of the audit trail kept beside the ledger (`audit.head`), sealed with the ledger's key.

It is written after the ledger's own commit, when somebody signs out or a backup is made, under a
temporary name and renamed. A crash in between leaves a file older than the ledger, which is well.
A ledger older than the file was put back from outside, or lost what its disk had promised to keep.
"""

import hashlib
import hmac
import json
from pathlib import Path

from sqlalchemy import Connection

from linli.domain.audit import AuditHead, KnownHead
from linli.storage import audit, audit_lists
from linli.storage.audit_check import GIVEN_UP, compare
from linli.storage.database import Database
from linli.storage.files import replace_file
from linli.storage.problems import file_problems
from linli.storage.times import shown, stored

_FORMAT = 1
_WHERE = "台账旁边的校验文件"


def save(database: Database, path: Path) -> None:
    """Write the present head beside the ledger; without events there is nothing to write.

    Raises:
        StorageProblem: the ledger cannot be read, or the folder not written.
    """
    with database.reading() as connection:
        head = audit.head(connection)
    if head is None or head.at is None:
        return
    said = {"number": head.number, "digest": head.digest, "at": stored(head.at)}
    seal = _seal(database, said)
    data = {"linli_audit_head": _FORMAT, **said, "seal": seal}
    replace_file(path, json.dumps(data).encode())


def load(database: Database, path: Path) -> KnownHead | None:
    """Read the head beside the ledger; None if it is not there or was not sealed by this ledger.

    Raises:
        StorageProblem: the file cannot be read.
    """
    with file_problems(path):
        if not path.exists():
            return None
        content = path.read_bytes()
    try:
        data = json.loads(content)
        said = {name: data[name] for name in ("number", "digest", "at")}
        if not hmac.compare_digest(str(data["seal"]), _seal(database, said)):
            return None
        head = AuditHead(number=int(said["number"]), digest=said["digest"], at=shown(said["at"]))
    except (ValueError, KeyError, TypeError):
        return None
    return KnownHead(head=head, where=_WHERE)


def problem_of(connection: Connection, known: KnownHead) -> str:
    """Look a head up without walking the whole chain; return what is wrong, "" if it fits."""
    found = audit_lists.digest_of(connection, known.head.number)
    last = audit.head(connection)
    given_up = [
        (event.id, int(event.detail[GIVEN_UP]))
        for event in audit_lists.restores(connection)
        if event.detail.get(GIVEN_UP, "").isdecimal()
    ]
    problem, _ = compare(known, found, given_up, 0 if last is None else last.number)
    return problem


def _seal(database: Database, said: dict[str, object]) -> str:
    text = json.dumps(["head", _FORMAT, *said.values()])
    return hmac.new(database.audit_key, text.encode(), hashlib.sha256).hexdigest()
