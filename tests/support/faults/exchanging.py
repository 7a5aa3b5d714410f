"""An exchange file for the fault suite: written by a neighbour, taken in by a ledger.

Half of the neighbour's people are known in the ledger too. Beside the ledger lie the file, what is
inside it, who signs it, and what the ledger holds before and after it was taken in.
"""

import hashlib
import json
import shutil
from collections.abc import Sequence
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from support.faults.bases import PEOPLE, Tell, Work, found, opened, sound

from linli.domain.exchanges import Extent
from linli.services.container import Services
from linli.storage.sync_file import open_sealed, write_sealed
from linli.storage.sync_identity import Own, find_own
from linli.storage.sync_tables import sent_tables

LEDGER = "ledger"
SENT_FILE = "sent.linli-x"
LINES = "lines.txt"
_SIGNER = "signer.json"
_BEFORE, _AFTER = "before.txt", "after.txt"


def prepare(folder: Path) -> None:
    """Make the ledger, the file that is for it, and what is to be compared with."""
    ledger, neighbour, taken = (folder / name for name in (LEDGER, "neighbour", "taken"))
    found(ledger)
    found(neighbour, 2 * PEOPLE)
    with opened(ledger) as here, opened(neighbour) as there:
        here.exchange_files.rename("一楼窗口")
        there.exchange_files.rename("二楼窗口")
        here.exchange_files.trust(there.exchange_files.own_card().key)
        other = there.exchange_files.trust(here.exchange_files.own_card().key)
        path = there.exchange_files.write(folder / SENT_FILE, [other], Extent.ALL).path
        here_is, there_is = _own(here), _own(there)
        sealed = open_sealed(path, here_is.seal_key, lambda _: None)
        (folder / LINES).write_bytes(b"\n".join(sealed.lines()))
        signer = there_is.sign_key.private_bytes_raw()
        keys = {"signer": signer.hex(), "recipient": here_is.public.seal.hex()}
        (folder / _SIGNER).write_text(json.dumps(keys))
        (folder / _BEFORE).write_text(content(here))
    shutil.copytree(ledger, taken)
    with opened(taken) as services:
        services.exchange_files.apply(folder / SENT_FILE)
        (folder / _AFTER).write_text(content(services))
    shutil.rmtree(neighbour)
    shutil.rmtree(taken)


def seal_anew(lines: Path) -> Path:
    """Write a file of spoilt content that is rightly signed, as a broken program would."""
    keys = json.loads((lines.parent / _SIGNER).read_text())
    signer = Ed25519PrivateKey.from_private_bytes(bytes.fromhex(keys["signer"]))
    path = lines.parent / SENT_FILE
    content = lines.read_bytes().split(b"\n")
    write_sealed(path, content, signer, [bytes.fromhex(keys["recipient"])])
    return path


def content(services: Services) -> str:
    """Return a digest of all records that travel."""
    digest = hashlib.sha256()
    with services.context.db.reading() as connection:
        for sent in sent_tables().values():
            rows = connection.exec_driver_sql(
                f"SELECT id, {', '.join(sent.columns)} FROM {sent.name} ORDER BY id"
            )
            digest.update(repr([tuple(row) for row in rows]).encode())
    return digest.hexdigest()


def is_as_before(folder: Path, services: Services) -> bool:
    """Whether nothing of the file is in the ledger."""
    return content(services) == (folder / _BEFORE).read_text()


def is_taken_in(folder: Path, services: Services) -> bool:
    """Whether the ledger holds all of the file, and nothing else that is new."""
    return content(services) == (folder / _AFTER).read_text()


def _own(services: Services) -> Own:
    with services.context.db.reading() as connection:
        own = find_own(connection)
    assert own is not None
    return own


def _take_in(folder: Path, _seed: int, tell: Tell) -> None:
    with opened(folder / LEDGER) as services:
        tell("begun")
        services.exchange_files.apply(folder / SENT_FILE)
        tell("taken in")


def check(folder: Path, _seed: int, told: Sequence[str]) -> None:
    """All or nothing of the file is there; taking it in once more makes it all, once."""
    with opened(folder / LEDGER) as services:
        sound(services.context)
        assert is_taken_in(folder, services) or (
            "taken in" not in told and is_as_before(folder, services)
        )
        services.exchange_files.apply(folder / SENT_FILE)
        assert is_taken_in(folder, services)
        sound(services.context)
        assert services.exchange_files.apply(folder / SENT_FILE).entry_id is None


EXCHANGE = Work(name="exchange", prepare=prepare, run=_take_in, check=check, seconds=0.8, once=True)
