"""Switching to a restored ledger (恢复): decided by one rename, then completed whatever happens.

Three folders tell at any moment how far it is. `restoring` is being prepared: a crash leaves the
old ledger as it was, and the folder is swept away. Its renaming to `restored` decides: from then on
the new ledger holds, and `complete` moves its files into place, again and again if need be, before
anything is opened. Ledger and keyring belong together and are never mixed: nothing opens either
while `restored` is there.

Imported before the unlock window shows: nothing heavy here.
"""

import json
from contextlib import suppress
from dataclasses import asdict, dataclass
from datetime import datetime

from linli.domain.backups import BEFORE_RESTORE
from linli.paths import DataDir
from linli.progress import Cancelled
from linli.storage import backup_state, files
from linli.storage.archive import ABOUT
from linli.storage.problems import file_problems

_PLAN = "plan.json"
_LOG, _SHARED = "-wal", "-shm"


@dataclass(frozen=True, kw_only=True)
class Plan:
    """What `complete` has to do.

    Attributes:
        undo: the name of the backup, or of the folder set aside, that leads back; "" if there was
            nothing before.
        aside: put the present files into the folder `undo` of the backups: they could not be
            backed up.
        at: when it was decided, as a kept moment.
        serial: of the folder set aside.
    """

    undo: str = ""
    aside: bool = False
    at: str = ""
    serial: int = 0


def decide(data_dir: DataDir, plan: Plan) -> None:
    """Let the prepared ledger hold from now on; `complete` must follow at once.

    Raises:
        StorageProblem: the folder cannot be written; the old ledger holds.
    """
    content = json.dumps(asdict(plan), ensure_ascii=False).encode()
    files.replace_file(data_dir.restoring / _PLAN, content)
    files.rename(data_dir.restoring, data_dir.restored)


def complete(data_dir: DataDir) -> bool:
    """Move a decided restore into place, or sweep away one that was not decided.

    To be called before a ledger is opened, when nothing has its files open. Every step can be
    done again.

    Returns:
        Whether there was one to complete.

    Raises:
        StorageProblem: the folder cannot be written; it goes on at the next call.
    """
    if data_dir.restored.exists():
        with files.locked(data_dir.backup_lock, lambda: False):
            return _switch(data_dir)
    left = [folder for folder in (data_dir.restoring, data_dir.rehearsal) if folder.exists()]
    if left:
        with suppress(Cancelled), files.locked(data_dir.backup_lock, lambda: True):
            for folder in left:  # nobody is at work there
                files.remove_tree(folder)
    return False


def aside_name(at: datetime) -> str:
    """Return the name of the folder of a ledger that is set aside at that moment."""
    return f"邻里台备份 {at:%Y%m%d-%H%M%S} 原台账"


def _switch(data_dir: DataDir) -> bool:
    ledger = data_dir.restored / data_dir.database.name
    keys = data_dir.restored / data_dir.keyring.name
    plan = _plan(data_dir)
    found = ledger.exists() or keys.exists()
    if ledger.exists():  # and so whatever lies in its place is the old one
        if plan.aside:
            _set_aside(data_dir, plan)
        for suffix in (_LOG, _SHARED):  # the old log must never meet the new file
            files.remove(data_dir.database.with_name(data_dir.database.name + suffix))
        for font in (data_dir.restored / data_dir.fonts.name).glob("*"):
            files.make_folder(data_dir.fonts)
            with file_problems(font):
                files.replace_file(data_dir.fonts / font.name, font.read_bytes())
        backup_state.update(data_dir, undo=plan.undo)
        files.rename(ledger, data_dir.database)
    if keys.exists():
        files.rename(keys, data_dir.keyring)
    files.remove_tree(data_dir.restored)
    return found


def _plan(data_dir: DataDir) -> Plan:
    """Read the plan; once the ledger is in its place it may be gone."""
    try:
        return Plan(**json.loads((data_dir.restored / _PLAN).read_bytes()))
    except (OSError, ValueError, TypeError):
        return Plan()


def _set_aside(data_dir: DataDir, plan: Plan) -> None:
    """Move the present files, which nobody could read, to where they can be restored from."""
    folder = data_dir.backups / plan.undo
    files.make_folder(folder)
    about = {
        "at": plan.at,
        "reason": BEFORE_RESTORE,
        "serial": plan.serial,
        "head": 0,
        "counts": None,
    }
    if data_dir.keyring.exists():
        with file_problems(data_dir.keyring):
            files.replace_file(folder / data_dir.keyring.name, data_dir.keyring.read_bytes())
    for suffix in ("", _LOG):
        old = data_dir.database.with_name(data_dir.database.name + suffix)
        if old.exists():
            files.rename(old, folder / old.name)
    files.replace_file(folder / ABOUT, json.dumps(about, ensure_ascii=False).encode())
