"""Who this machine is among others: its name, its keys, and its lives.

A life is what other machines know a ledger by; records are numbered by it and changes are signed
with it. Two ledgers that go on from one must not share it, else they would give the same number to
different people. So a new life begins whenever the ledger is not where, or not what, it was when it
last exchanged: a mark beside the ledger, which is in no backup, says which life it was, on which
computer, in which folder, and how far the journal had come. A restored ledger has come less far, a
copied one lies elsewhere or has no mark. The keys stay, so that others go on believing this
machine; only on another computer they are made anew, and trust has to be given again.
"""

import hashlib
import json
import platform
import secrets
import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey
from sqlalchemy import Connection

from linli.domain.machine_keys import MachineKey
from linli.paths import DataDir
from linli.storage.files import replace_file
from linli.storage.sync_tables import SENT

_MARK = "exchange.json"
_MACHINE_IDS = (Path("/etc/machine-id"), Path("/var/lib/dbus/machine-id"))


@dataclass(frozen=True)
class Life:
    """A life: its name, its first journal entry less one, and the ids given before it."""

    machine: str
    since_entry: int
    last_ids: dict[str, int]


@dataclass(frozen=True)
class Own:
    """This machine: the name it shows, its private keys, and all lives, the present one last."""

    name: str
    sign_key: Ed25519PrivateKey
    seal_key: X25519PrivateKey
    lives: Sequence[Life]

    @property
    def machine(self) -> str:
        """The present life's name."""
        return self.lives[-1].machine

    @property
    def public(self) -> MachineKey:
        """What others have to know."""
        return MachineKey(
            name=self.name,
            sign=self.sign_key.public_key().public_bytes_raw(),
            seal=self.seal_key.public_key().public_bytes_raw(),
        )

    def life_of_entry(self, entry: int) -> str:
        """Return under which life a journal entry was made."""
        return next(
            (life.machine for life in reversed(self.lives) if life.since_entry < entry),
            self.lives[0].machine,
        )

    def life_of_row(self, table: str, number: int) -> str:
        """Return in which life a record was entered here."""
        return next(
            (life.machine for life in reversed(self.lives) if life.last_ids.get(table, 0) < number),
            self.lives[0].machine,
        )


def find_own(connection: Connection) -> Own | None:
    """Return this machine, None if it never exchanged."""
    rows = connection.exec_driver_sql(
        "SELECT machine, since_entry, last_ids, name, sign_key, seal_key FROM exchange_life "
        "ORDER BY id"
    ).all()
    if not rows:
        return None
    return Own(
        name=rows[-1].name,
        sign_key=Ed25519PrivateKey.from_private_bytes(rows[-1].sign_key),
        seal_key=X25519PrivateKey.from_private_bytes(rows[-1].seal_key),
        lives=tuple(Life(row.machine, row.since_entry, json.loads(row.last_ids)) for row in rows),
    )


def is_alive(connection: Connection, data_dir: DataDir) -> bool:
    """Whether the present life can go on: the ledger is where and what it was."""
    own = find_own(connection)
    if own is None:
        return False
    try:
        mark = json.loads((data_dir.root / _MARK).read_bytes())
        entry, at = int(mark["entry"]), mark["at"]
        known = (mark["machine"], mark["host"], mark["folder"])
    except (OSError, ValueError, KeyError, TypeError):
        return False
    if known != (own.machine, _host(), _folder(data_dir)):
        return False
    found = connection.exec_driver_sql(
        "SELECT at FROM journal_entry WHERE id = ?", (entry,)
    ).scalar_one_or_none()
    return bool(found == at)


def begin_life(connection: Connection, name: str) -> Own:
    """Begin a new life; on another computer with new keys."""
    before = connection.exec_driver_sql(
        "SELECT name, host, sign_key, seal_key FROM exchange_life ORDER BY id DESC LIMIT 1"
    ).one_or_none()
    if before is not None and before.host == _host():
        keys = (before.sign_key, before.seal_key)
    else:
        keys = (
            Ed25519PrivateKey.generate().private_bytes_raw(),
            X25519PrivateKey.generate().private_bytes_raw(),
        )
    found = connection.exec_driver_sql("SELECT name, seq FROM sqlite_sequence")
    last_ids = {row.name: row.seq for row in found}
    connection.exec_driver_sql(
        "INSERT INTO exchange_life "
        "(machine, since_entry, last_ids, name, host, sign_key, seal_key) "
        "VALUES (?, (SELECT coalesce(max(id), 0) FROM journal_entry), ?, ?, ?, ?, ?)",
        (
            secrets.token_hex(8),
            json.dumps({table: last_ids.get(table, 0) for table in SENT}),
            before.name if before is not None else name,
            _host(),
            *keys,
        ),
    )
    own = find_own(connection)
    if own is None:  # pragma: no cover - it was just written
        raise RuntimeError("a life that was begun is not there")
    return own


def rename(connection: Connection, name: str) -> None:
    """Give this machine another name."""
    connection.exec_driver_sql(
        "UPDATE exchange_life SET name = ? WHERE id = (SELECT max(id) FROM exchange_life)", (name,)
    )


def set_mark(connection: Connection, data_dir: DataDir) -> None:
    """Write beside the ledger how far it has come; before a file leaves, and after one was read.

    Raises:
        StorageProblem: the folder cannot be written.
    """
    own = find_own(connection)
    last = connection.exec_driver_sql(
        "SELECT id, at FROM journal_entry ORDER BY id DESC LIMIT 1"
    ).one()
    mark = {
        "machine": None if own is None else own.machine,
        "host": _host(),
        "folder": _folder(data_dir),
        "entry": last.id,
        "at": last.at,
    }
    replace_file(data_dir.root / _MARK, json.dumps(mark).encode())


def _folder(data_dir: DataDir) -> str:
    return _digest(str(data_dir.root.resolve()))


def _host() -> str:
    """Return a digest of what tells this computer from others."""
    for path in _MACHINE_IDS:
        try:
            return _digest(path.read_text("ascii").strip())
        except (OSError, UnicodeDecodeError):
            continue
    return _digest(f"{platform.node()}/{_windows_guid() or uuid.getnode()}")


def _windows_guid() -> str:  # pragma: no cover - there is none here
    try:
        import winreg
    except ImportError:
        return ""
    try:
        where = r"SOFTWARE\Microsoft\Cryptography"
        with winreg.OpenKey(winreg.HKEY_LOCAL_MACHINE, where) as key:  # type: ignore[attr-defined]
            return str(winreg.QueryValueEx(key, "MachineGuid")[0])  # type: ignore[attr-defined]
    except OSError:
        return ""


def _digest(text: str) -> str:
    return hashlib.sha256(f"linli exchange place {text}".encode()).hexdigest()[:32]
