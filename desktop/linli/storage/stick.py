"""The backup stick (备份盘): a chosen USB stick that is known again by what is written on it.

A small file with a random number makes it ours; a stick without it, or with another number, is
never written to. A backup is written under a temporary name, read back from the medium, compared,
and renamed, so that a stick pulled at any moment holds whole backups only. Nothing but our own
backups of this ledger is ever deleted there.
"""

import contextlib
import json
import secrets
import shutil
from collections.abc import Iterable
from datetime import datetime
from pathlib import Path

from linli.domain.backups import BackupInfo, KeepRule, newest_first
from linli.errors import StorageProblem
from linli.storage import archive, backup, files

FOLDER = "邻里台备份"
_MARKER = "linli-stick.json"
_LETTER = "怎样恢复.txt"
_SPARE = 4 << 20
"""Bytes left free: folders and tables of files grow too."""

_WORDS = """\
这个文件夹里是“邻里台”台账的加密备份，没有密码谁也打不开。

怎样恢复：
1. 在要用的电脑上安装并打开“邻里台”。
2. 已经有台账的，点菜单“安全”里的“备份与恢复”；还没有台账的，在第一页点“从备份接过来”。
3. 选这个文件夹里最近的一个备份文件（文件名里有日期和时间）。
4. 输入做备份时的账号和密码，或者恢复码。

请不要改动、打开或删除这里的文件。
"""


def mark(root: Path, name: str) -> str:
    """Make a drive the backup stick and return its number; one that it has already is kept.

    Raises:
        StorageProblem: the drive cannot be written.
    """
    folder = root / FOLDER
    files.make_folder(folder)
    number = number_of(root) or secrets.token_hex(16)
    content = {"linli_stick": 1, "id": number, "name": name}
    files.replace_file(folder / _LETTER, _WORDS.encode("utf-8-sig"))
    files.replace_file(folder / _MARKER, json.dumps(content, ensure_ascii=False).encode())
    return number


def number_of(root: Path) -> str:
    """Return the number that is written on a drive, "" if none is."""
    try:
        data = json.loads((root / FOLDER / _MARKER).read_bytes())
        return str(data["id"])
    except (OSError, ValueError, KeyError, TypeError):
        return ""


def find(roots: Iterable[Path], number: str) -> Path | None:
    """Return the drive that bears a number, None if it is not plugged in."""
    return next((root for root in roots if number and number_of(root) == number), None)


def carry(
    info: BackupInfo,
    root: Path,
    number: str,
    rule: KeepRule,
    now: datetime,
    stop: backup.Stop,
) -> BackupInfo:
    """Copy a backup onto the stick, unless it is there; thin out its older ones.

    Args:
        info: a backup that is one file.
        root: the drive.
        number: what must be written on it.
        rule: which older ones stay on the stick.
        now: for the rule.
        stop: True breaks it off.

    Raises:
        Cancelled: `stop` said so.
        StorageProblem: it is another stick, was pulled, is full or cannot be written; what was on
            it before is whole.
    """
    if number_of(root) != number:
        raise StorageProblem("插着的不是选定的备份盘，没有写入。", "请插上选定的备份盘。")
    folder = root / FOLDER
    for left in folder.glob(f"*{archive.SUFFIX}{backup.UNFINISHED}"):
        files.remove_quietly(left)
    ours = [each for each in backup.list_in(folder) if each.ledger == info.ledger]
    there = next((each for each in ours if _same(each, info)), None)
    if there is None:
        backup.thin_out(ours, rule, now)
        _make_room(folder, info)
        target = folder / info.path.name
        if target.exists():  # of another machine or another ledger
            target = backup.free_name(folder, info.at)
        there = backup.copy_to(info, target, stop)
    return there


def _same(one: BackupInfo, other: BackupInfo) -> bool:
    return (one.serial, one.at, one.size) == (other.serial, other.at, other.size)


def _make_room(folder: Path, info: BackupInfo) -> None:
    """Delete the oldest of our backups until another one fits; the last good one stays."""
    good = newest_first(
        [each for each in backup.list_in(folder) if each.is_good and each.ledger == info.ledger]
    )
    while _free(folder) < info.size + _SPARE:
        if len(good) <= 1:
            raise StorageProblem(
                f"备份盘的空间不够，还要 {_missing(folder, info)} MB，没有备份上。",
                "请把盘里不用的文件移走，或换一个大一点的U盘。",
            )
        backup.drop(good.pop())


def _missing(folder: Path, info: BackupInfo) -> int:
    return (info.size + _SPARE - _free(folder)) // 1_000_000 + 1


def _free(folder: Path) -> int:
    with contextlib.suppress(OSError):
        return shutil.disk_usage(folder).free
    return 0
