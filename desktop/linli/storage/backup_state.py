"""What this machine remembers of its backups: the last failure, the rehearsal, the chosen stick.

It lies beside the ledger, not in it: a restore must not take it back, and it is written when the
ledger cannot be. It holds no personal data. A file that is lost or cannot be written is no error:
the next backup says again how it is.
"""

import contextlib
import json
from dataclasses import asdict, dataclass, replace
from typing import Any

from linli.errors import StorageProblem
from linli.paths import DataDir
from linli.storage import files


@dataclass(frozen=True, kw_only=True)
class BackupState:
    """See the module.

    Attributes:
        serial: the highest serial number given so far.
        failed: why the last backup failed, "" if it did not.
        rehearsed_at: when a restore was last rehearsed, as a kept moment.
        rehearsed: the name of the backup that was rehearsed.
        rehearsal_failed: why the last rehearsal failed, "" if it did not.
        bad: names of backups that were found damaged.
        stick_id: what is written on the chosen stick, "" if none is chosen.
        stick_name: what the clerk calls it.
        stick_at: when it last got a backup, as a kept moment.
        stick_serial: of the last backup that it got.
        stick_failed: why copying to it failed, "" if it did not.
        undo: the name of the backup that takes the last restore back, "" if there is none.
    """

    serial: int = 0
    failed: str = ""
    rehearsed_at: str = ""
    rehearsed: str = ""
    rehearsal_failed: str = ""
    bad: tuple[str, ...] = ()
    stick_id: str = ""
    stick_name: str = ""
    stick_at: str = ""
    stick_serial: int = 0
    stick_failed: str = ""
    undo: str = ""


def load(data_dir: DataDir) -> BackupState:
    """Return what is remembered; what cannot be read is as if it had never been."""
    try:
        data = json.loads(data_dir.backup_state.read_bytes())
    except (OSError, ValueError):
        return BackupState()
    return _state(data) if isinstance(data, dict) else BackupState()


def update(data_dir: DataDir, **changes: Any) -> None:
    """Remember something; where that is not possible it is forgotten."""
    changed = asdict(replace(load(data_dir), **changes))
    with contextlib.suppress(StorageProblem):
        files.replace_file(
            data_dir.backup_state, json.dumps(changed, ensure_ascii=False, indent=1).encode()
        )


def _state(data: dict[str, Any]) -> BackupState:
    usual = asdict(BackupState())
    fitting: dict[str, Any] = {
        name: value
        for name, value in data.items()
        if name in usual and isinstance(value, list if name == "bad" else type(usual[name]))
    }
    if "bad" in fitting:
        fitting["bad"] = tuple(map(str, fitting["bad"]))
    return BackupState(**fitting)
