"""Verified backups (备份): a folder each, with the ledger, its keyring, fonts, and what is in it.

Never a copy of the file, which would lose the write-ahead log: `VACUUM INTO` under a temporary
name, opened and checked, and only then given its name.
"""

import json
import os
import shutil
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path

from sqlalchemy import Connection

from linli.domain.residents import LedgerCounts
from linli.errors import StorageProblem
from linli.paths import DataDir
from linli.storage import figures, files, migrations
from linli.storage.database import Database
from linli.storage.problems import file_problems
from linli.storage.times import shown, stored

KEPT = 10
"""How many of the newest backups stay; of older ones the last of each month."""

_ABOUT = "about.json"
_PARTIAL = "partial"


@dataclass(frozen=True, kw_only=True)
class BackupInfo:
    """A verified backup. `head` is the last journal entry it contains."""

    path: Path
    at: datetime
    reason: str
    head: int
    counts: LedgerCounts


def make(database: Database, data_dir: DataDir, at: datetime, reason: str) -> BackupInfo:
    """Write a backup, check it by opening it, and thin out old ones.

    Raises:
        StorageProblem: the disk is full, the folder not writable, or the copy does not agree with
            the ledger; older backups are untouched.
    """
    folder = data_dir.backups / at.strftime("%Y%m%d-%H%M%S-%f")
    partial = data_dir.backups / _PARTIAL
    copy = partial / data_dir.database.name
    files.make_folder(data_dir.backups)
    with file_problems(partial):
        shutil.rmtree(partial, ignore_errors=True)
        partial.mkdir(mode=0o700)
    try:
        head, counts = _state(database)
        database.copy_to(copy)
        copied_head, copied = _checked(database, copy)
        if copied_head < head or (copied_head == head and copied != counts):
            raise StorageProblem("备份与台账对不上，没有保存。", "请检查磁盘后再备份一次。")
        with file_problems(data_dir.keyring):
            files.replace_file(partial / data_dir.keyring.name, data_dir.keyring.read_bytes())
        _keep_fonts(data_dir, partial)
        info = BackupInfo(path=folder, at=at, reason=reason, head=copied_head, counts=copied)
        about = {"at": stored(at), "reason": reason, "head": info.head, "counts": asdict(copied)}
        files.replace_file(partial / _ABOUT, json.dumps(about, ensure_ascii=False).encode())
        files.rename(partial, folder)
    finally:
        shutil.rmtree(partial, ignore_errors=True)
    _thin_out(data_dir)
    return info


def list_all(data_dir: DataDir) -> list[BackupInfo]:
    """Return the backups, newest first; folders that are none of ours are passed over."""
    found = []
    for about in data_dir.backups.glob(f"*/{_ABOUT}"):
        try:
            data = json.loads(about.read_bytes())
            info = BackupInfo(
                path=about.parent,
                at=shown(data["at"]),
                reason=data["reason"],
                head=int(data["head"]),
                counts=LedgerCounts(**data["counts"]),
            )
        except (OSError, ValueError, KeyError, TypeError):
            continue
        found.append(info)
    return sorted(found, key=lambda info: info.at, reverse=True)


def head(database: Database) -> int:
    """Return the number of the last journal entry."""
    return _state(database)[0]


def bring_up(database: Database, data_dir: DataDir, at: datetime) -> None:
    """Bring an older ledger up to this program's version, after a backup.

    Raises:
        StorageProblem: the ledger is empty or of a newer version, or the disk fails; it is left
            as it was.
    """
    version = migrations.version_of(database)
    if version == 0:
        raise StorageProblem(
            f"台账文件「{data_dir.database}」是空的。", "请从备份文件夹中取出最近的备份来恢复。"
        )
    migrations.check_known(version)
    if version < migrations.VERSION:
        make(database, data_dir, at, "升级前")
        migrations.upgrade(database)


def _state(database: Database) -> tuple[int, LedgerCounts]:
    with database.reading() as connection:
        return _head(connection), figures.count(connection)


def _head(connection: Connection) -> int:
    sql = "SELECT coalesce(max(id), 0) FROM journal_entry"
    return int(connection.exec_driver_sql(sql).scalar_one())


def _checked(database: Database, copy: Path) -> tuple[int, LedgerCounts]:
    opened = database.beside(copy)
    try:
        if opened.damage():
            raise StorageProblem("备份文件写坏了，没有保存。", "请检查磁盘后再备份一次。")
        return _state(opened)
    finally:
        opened.close()


def _keep_fonts(data_dir: DataDir, folder: Path) -> None:
    """Put the added fonts into a backup: their files never change, so a second name is enough."""
    kept = folder / data_dir.fonts.name
    for font in data_dir.fonts.glob("*"):
        with file_problems(kept):
            kept.mkdir(mode=0o700, exist_ok=True)
            try:
                os.link(font, kept / font.name)
            except OSError:  # another disk, or one that knows no second names
                shutil.copyfile(font, kept / font.name)


def _thin_out(data_dir: DataDir) -> None:
    months = set()
    for place, info in enumerate(list_all(data_dir)):
        month = (info.at.year, info.at.month)
        if place >= KEPT and month in months:
            shutil.rmtree(info.path, ignore_errors=True)
        months.add(month)
