"""The keyring (钥匙文件): the ledger's random key, wrapped once per account and for recovery.

A password slot wraps the key with AES-256-GCM under Argon2id of the password; everything else in
the slot is authenticated with it, so a swapped name or weakened cost is refused. The recovery
slot uses HKDF-SHA256 of a printed code of 160 random bits, which needs no slow function.
The file lies beside the ledger and belongs into every backup: without it the ledger is lost.
"""

import json
import secrets
from base64 import b64decode, b64encode
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Self

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from linli.domain.passwords import normalized
from linli.errors import StorageProblem
from linli.storage import recovery
from linli.storage.files import replace_file
from linli.storage.problems import file_problems

KEY_BYTES = 32
_FORMAT = 1
_MOST_MEMORY_KIB = 1024 * 1024
_DAMAGED = "请从最近的备份中把 ledger.keys 和 ledger.db 一起恢复。"


@dataclass(frozen=True, kw_only=True)
class KdfCost:
    """What one try of a password costs (Argon2id)."""

    memory_kib: int = 128 * 1024
    passes: int = 3
    lanes: int = 2


STANDARD_COST = KdfCost()


@dataclass(frozen=True, kw_only=True)
class _Slot:
    """The key wrapped once. `name` is the account, "" for recovery; `cost` None there."""

    name: str
    cost: KdfCost | None
    salt: bytes
    nonce: bytes
    wrapped: bytes

    def bound(self) -> bytes:
        """Return what is authenticated with the key."""
        cost = None if self.cost is None else asdict(self.cost)
        return json.dumps([_FORMAT, self.name, cost, self.salt.hex()]).encode()


@dataclass(frozen=True)
class Keyring:
    """All slots of one ledger's key."""

    slots: tuple[_Slot, ...] = ()

    @classmethod
    def load(cls, path: Path) -> Self:
        """Read a keyring file.

        Raises:
            StorageProblem: it cannot be read, is damaged, or of a newer version.
        """
        with file_problems(path):
            content = path.read_bytes()
        return cls.read(content, path)

    @classmethod
    def read(cls, content: bytes, path: Path) -> Self:
        """Read the content of a keyring file, which stands in `path` (or in that backup).

        Raises:
            StorageProblem: it is damaged, or of a newer version.
        """
        try:
            data = json.loads(content)
            version = int(data["linli_keyring"])
            if version > _FORMAT:
                raise StorageProblem(
                    f"钥匙文件是第 {version} 版，本程序只认识到第 {_FORMAT} 版。",
                    "请换用新版本的程序。",
                )
            return cls(tuple(_slot(entry) for entry in data["slots"]))
        except (ValueError, KeyError, TypeError, AttributeError, ArithmeticError) as error:
            raise StorageProblem(f"钥匙文件「{path}」已损坏。", _DAMAGED) from error

    def save(self, path: Path) -> None:
        """Write the keyring, durably, in one step.

        Raises:
            StorageProblem: the folder cannot be written; the old keyring is untouched.
        """
        slots = [
            {
                "name": slot.name,
                "cost": None if slot.cost is None else asdict(slot.cost),
                "salt": b64encode(slot.salt).decode(),
                "nonce": b64encode(slot.nonce).decode(),
                "wrapped": b64encode(slot.wrapped).decode(),
            }
            for slot in self.slots
        ]
        data = {"linli_keyring": _FORMAT, "slots": slots}
        replace_file(path, json.dumps(data, ensure_ascii=False, indent=1).encode())

    def account_names(self) -> list[str]:
        """Return the accounts that have a password here, oldest first."""
        return [slot.name for slot in self.slots if slot.cost is not None]

    def with_password(
        self, name: str, password: str, key: bytes, cost: KdfCost = STANDARD_COST
    ) -> "Keyring":
        """Return a keyring in which `name` opens `key` with `password` and nothing older."""
        salt = secrets.token_bytes(16)
        return self._with(name, cost, salt, password_key(password, salt, cost), key)

    def with_recovery(self, key: bytes) -> tuple["Keyring", str]:
        """Return a keyring with a new recovery code, and the code; an older code is void."""
        secret, salt = recovery.new_secret(), secrets.token_bytes(16)
        changed = self._with("", None, salt, _recovery_key(secret, salt), key)
        return changed, recovery.write_code(secret)

    def without(self, name: str) -> "Keyring":
        """Return a keyring that no password of `name` opens."""
        return Keyring(tuple(s for s in self.slots if s.cost is None or s.name != name))

    def open_with_password(self, name: str, password: str) -> bytes | None:
        """Return the ledger's key, None if there is no such account or its password is wrong."""
        for slot in self.slots:
            if slot.cost is not None and slot.name == name:
                return _unwrap(slot, password_key(password, slot.salt, slot.cost))
        return None

    def open_with_recovery(self, secret: bytes) -> bytes | None:
        """Return the ledger's key, None if the secret (`recovery.read_code`) is not this one's."""
        for slot in self.slots:
            if slot.cost is None:
                return _unwrap(slot, _recovery_key(secret, slot.salt))
        return None

    def _with(
        self, name: str, cost: KdfCost | None, salt: bytes, wrapping: bytes, key: bytes
    ) -> "Keyring":
        nonce = secrets.token_bytes(12)
        bare = _Slot(name=name, cost=cost, salt=salt, nonce=nonce, wrapped=b"")
        wrapped = AESGCM(wrapping).encrypt(nonce, key, bare.bound())
        slot = _Slot(name=name, cost=cost, salt=salt, nonce=nonce, wrapped=wrapped)
        places = [(each.name, each.cost is None) for each in self.slots]
        slots = list(self.slots)
        if (name, cost is None) in places:  # a new password keeps the account's place
            slots[places.index((name, cost is None))] = slot
        else:
            slots.append(slot)
        return Keyring(tuple(slots))


def new_key() -> bytes:
    """Return a random key for a new ledger."""
    return secrets.token_bytes(KEY_BYTES)


def _slot(entry: dict[str, Any]) -> _Slot:
    cost = None if entry["cost"] is None else KdfCost(**entry["cost"])
    if cost is not None and not (
        0 < cost.passes <= 64 and 0 < cost.lanes <= 64 and 0 < cost.memory_kib <= _MOST_MEMORY_KIB
    ):
        raise ValueError("a cost that no program of ours writes")
    return _Slot(
        name=str(entry["name"]),
        cost=cost,
        salt=b64decode(entry["salt"], validate=True),
        nonce=b64decode(entry["nonce"], validate=True),
        wrapped=b64decode(entry["wrapped"], validate=True),
    )


def _unwrap(slot: _Slot, wrapping: bytes) -> bytes | None:
    try:
        return AESGCM(wrapping).decrypt(slot.nonce, slot.wrapped, slot.bound())
    except InvalidTag:
        return None


def password_key(password: str, salt: bytes, cost: KdfCost) -> bytes:
    """Return what Argon2id makes of a password; a try of it costs `cost`."""
    return Argon2id(
        salt=salt,
        length=KEY_BYTES,
        iterations=cost.passes,
        lanes=cost.lanes,
        memory_cost=cost.memory_kib,
    ).derive(normalized(password).encode())


def _recovery_key(secret: bytes, salt: bytes) -> bytes:
    return HKDF(algorithm=SHA256(), length=KEY_BYTES, salt=salt, info=b"linli recovery").derive(
        secret
    )
