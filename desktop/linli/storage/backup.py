"""Verified backups (备份) of the ledger, each one file; see the module `archive` for its form.

Never a copy of the ledger's file, which would lose the write-ahead log: `VACUUM INTO` under a
temporary name, opened and checked completely, packed with the keyring and the added fonts, read
back, and only then given its name. Backups of older programs are folders with the same content;
they are read and thinned out as the others are.
"""

import json
import os
import shutil
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import asdict, replace
from datetime import datetime
from functools import lru_cache
from pathlib import Path
from time import monotonic
from typing import Any

from sqlalchemy import Connection

from linli import __version__
from linli.domain.audit import AuditHead
from linli.domain.backups import (
    BEFORE_UPGRADE,
    BackupInfo,
    KeepRule,
    newest_first,
    to_drop,
)
from linli.domain.residents import LedgerCounts
from linli.errors import StorageProblem
from linli.paths import DataDir
from linli.progress import SILENT, Cancelled, Progress
from linli.storage import archive, audit, backup_state, figures, files, migrations
from linli.storage.database import Database
from linli.storage.keyring import Keyring
from linli.storage.problems import file_problems
from linli.storage.times import shown, stored

Stop = Callable[[], bool]

_FIRST_STEP = "第 1 步：先备份一次，并打开核对…"
_TELL_EVERY_S = 0.3
_PARTIAL = "partial"
UNFINISHED = ".partial"
"""The end of the name of a backup that is being written."""

_WRONG = "请检查磁盘后再备份一次；原有的备份没有动。"


def never() -> bool:
    """Say that nobody wants to stop."""
    return False


def make(
    database: Database,
    data_dir: DataDir,
    at: datetime,
    reason: str,
    *,
    account: str = "",
    rule: KeepRule | None = None,
    stop: Stop = never,
) -> BackupInfo:
    """Write a backup, check it by opening it, and thin out old ones.

    Args:
        database: the open ledger; others may write meanwhile.
        data_dir: where the ledger and its backups lie.
        at: now.
        reason: why, such as `domain.backups.DAILY`.
        account: who makes it.
        rule: which older ones stay.
        stop: asked now and then; True breaks it off.

    Raises:
        Cancelled: `stop` said so; nothing is left.
        StorageProblem: the disk is full, the folder not writable, the keyring damaged, or the copy
            does not agree with the ledger; older backups are untouched.
    """
    files.make_folder(data_dir.backups)
    with files.locked(data_dir.backup_lock, stop):
        _sweep(data_dir.backups)
        folder = data_dir.backups / _PARTIAL
        unfinished = data_dir.backups / f"{_PARTIAL}{UNFINISHED}"
        try:
            files.make_folder(folder)
            about = _gather(database, data_dir, folder, stop)
            about |= {"at": stored(at), "reason": reason, "account": account}
            about["serial"] = max(next_serial(data_dir), (about["audit"] or [0])[0])
            archive.pack(folder, unfinished, at, about, stop)
            archive.check(unfinished, stop)
            path = free_name(data_dir.backups, at)
            files.rename(unfinished, path)
        finally:
            files.remove_tree(folder)
            files.remove_quietly(unfinished)
        backup_state.update(data_dir, serial=about["serial"])
        thin_out(list_all(data_dir), rule or KeepRule(), at)
    return read(path)


def list_all(data_dir: DataDir) -> list[BackupInfo]:
    """Return the backups of a ledger, newest first; what is none of ours is passed over."""
    bad = backup_state.load(data_dir).bad
    return [
        replace(info, problem="演练时发现它已损坏。") if info.name in bad else info
        for info in list_in(data_dir.backups)
    ]


def list_in(folder: Path) -> list[BackupInfo]:
    """Return the backups that lie in a folder, newest first; damaged ones have a `problem`."""
    try:
        paths = [*folder.glob(f"*{archive.SUFFIX}"), *folder.glob(f"*/{archive.ABOUT}")]
    except OSError:
        return []
    found = []
    for path in paths:
        try:
            found.append(read(path if path.suffix == archive.SUFFIX else path.parent))
        except StorageProblem as problem:
            if path.suffix == archive.SUFFIX:
                found.append(_damaged(path, problem))
    return newest_first(found)


def read(path: Path) -> BackupInfo:
    """Return what a backup, a file or the folder of an older program, says of itself.

    Raises:
        StorageProblem: it is no backup, torn, or of a newer program.
    """
    with file_problems(path):
        told = path / archive.ABOUT if path.is_dir() else path
        facts = told.stat()
    return _read(path, told, facts.st_mtime_ns, facts.st_size)


def latest(found: Iterable[BackupInfo]) -> BackupInfo | None:
    """Return the last good one of backups that are newest first."""
    return next((info for info in found if info.is_good), None)


def head(database: Database) -> int:
    """Return the number of the last journal entry."""
    with database.reading() as connection:
        return _head(connection)


def next_serial(data_dir: DataDir) -> int:
    """Return a serial number above all that were given on this machine.

    A backup takes the number of its last audit event where that is higher: the trail only grows,
    so that the numbers go on after a restore on another machine.
    """
    given = (info.serial for info in list_in(data_dir.backups))
    return max(backup_state.load(data_dir).serial, *given, 0) + 1


def free_name(folder: Path, at: datetime) -> Path:
    """Return a name for a backup of that moment that nothing has yet; it tells nothing else."""
    stem = f"邻里台备份 {at:%Y%m%d-%H%M%S}"
    path = folder / f"{stem}{archive.SUFFIX}"
    number = 1
    while path.exists():
        number += 1
        path = folder / f"{stem} ({number}){archive.SUFFIX}"
    return path


def copy_to(info: BackupInfo, place: Path, stop: Stop) -> BackupInfo:
    """Copy a backup to a folder, or to a file of that name; it is read back and compared.

    Raises:
        Cancelled: `stop` said so.
        StorageProblem: the place cannot be written or there is no room; what was there is whole.
    """
    if place.is_dir():
        target = place / info.name
    else:
        target = place.with_name(place.name.removesuffix(archive.SUFFIX) + archive.SUFFIX)
    unfinished = target.with_name(target.name + UNFINISHED)
    try:
        archive.copy(info.path, unfinished, stop)
        archive.check(unfinished, stop)
        files.rename(unfinished, target)
    finally:
        files.remove_quietly(unfinished)
    return read(target)


def thin_out(found: Iterable[BackupInfo], rule: KeepRule, now: datetime) -> None:
    """Delete the backups that need not be kept; see `domain.backups.to_drop`."""
    for info in to_drop(list(found), rule, now):
        drop(info)


def drop(info: BackupInfo) -> None:
    """Delete a backup, as far as that can be done."""
    if info.path.is_dir():
        files.remove_tree(info.path)
        return
    files.remove_quietly(info.path)  # one that stays is tried again after the next backup


def bring_up(
    database: Database, data_dir: DataDir, at: datetime, progress: Progress = SILENT
) -> None:
    """Bring an older ledger up to this program's version, after a backup.

    Of a million people both take minutes.

    Raises:
        Cancelled: the clerk did not want to wait; the ledger is as it was.
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
        progress.report(0, 0, _FIRST_STEP)
        make(database, data_dir, at, BEFORE_UPGRADE, stop=_telling(data_dir, progress))
        migrations.upgrade(database, progress)


def _telling(data_dir: DataDir, progress: Progress) -> Stop:
    """Return what is asked whether to stop, and tells by what is written how far a backup is.

    It is written twice, as a ledger and as the file that holds it.
    """
    total = 2 * data_dir.database.stat().st_size
    partial = (
        data_dir.backups / _PARTIAL / data_dir.database.name,
        data_dir.backups / f"{_PARTIAL}{UNFINISHED}",
    )
    last = monotonic()

    def stop() -> bool:
        nonlocal last
        if not progress.cancelled and monotonic() - last > _TELL_EVERY_S:
            last = monotonic()
            # A file may go between two looks; and whoever cancels now is heard the next time.
            with suppress(OSError, Cancelled):
                done = sum(path.stat().st_size for path in partial if path.exists())
                progress.report(min(100 * done // total, 100), 100, _FIRST_STEP)
        return progress.cancelled

    return stop


def state(connection: Connection) -> tuple[int, LedgerCounts, AuditHead | None]:
    """Return what a copy is compared by: the last journal entry, the figures, the last event."""
    return _head(connection), figures.count(connection), audit.head(connection)


def _gather(database: Database, data_dir: DataDir, folder: Path, stop: Stop) -> dict[str, Any]:
    """Put everything that belongs into a backup into `folder`, checked; return what it is."""
    copy = folder / data_dir.database.name
    with database.reading() as connection:
        head, counts, _ = state(connection)
    database.copy_to(copy, stop)
    opened = database.beside(copy)
    try:
        if opened.damage(thorough=True, stop=stop):
            raise StorageProblem("备份写出来就是坏的，没有保存。", _WRONG)
        with opened.reading() as connection:
            copied_head, copied, last = state(connection)
        version = migrations.version_of(opened)
    finally:
        opened.close()
    if copied_head < head or (copied_head == head and copied != counts):
        raise StorageProblem("备份与台账对不上，没有保存。", _WRONG)
    Keyring.load(data_dir.keyring)  # a backup without keys would be of no use
    with file_problems(data_dir.keyring):
        ring = data_dir.keyring.read_bytes()
    files.replace_file(folder / data_dir.keyring.name, ring)
    _keep_fonts(data_dir, folder / data_dir.fonts.name)
    return {
        "head": copied_head,
        "counts": asdict(copied),
        "audit": [last.number, last.digest] if last else None,
        "ledger": database.identity(),
        "version": version,
        "program": __version__,
    }


def _keep_fonts(data_dir: DataDir, kept: Path) -> None:
    """Put the added fonts beside: their files never change, so a second name is enough."""
    for font in data_dir.fonts.glob("*"):
        files.make_folder(kept)
        with file_problems(kept):
            try:
                os.link(font, kept / font.name)
            except OSError:  # another disk, or one that knows no second names
                shutil.copyfile(font, kept / font.name)


def _sweep(folder: Path) -> None:
    """Remove what a crash has left of a backup."""
    files.remove_tree(folder / _PARTIAL)
    for left in folder.glob(f"*{UNFINISHED}"):
        files.remove_quietly(left)


def _head(connection: Connection) -> int:
    sql = "SELECT coalesce(max(id), 0) FROM journal_entry"
    return int(connection.exec_driver_sql(sql).scalar_one())


@lru_cache(maxsize=256)
def _read(path: Path, told: Path, _changed: int, _size: int) -> BackupInfo:
    """Read a backup's own words; asked again only when the file has changed."""
    if path == told:
        return _info(path, archive.read_about(path), path.stat().st_size)
    try:
        with file_problems(told):
            about = json.loads(told.read_bytes())
            size = sum(each.stat().st_size for each in path.rglob("*") if each.is_file())
        if not isinstance(about, dict):
            raise archive.damaged(path)
    except ValueError as error:
        raise archive.damaged(path) from error
    return _info(path, about, size)


def _info(path: Path, about: dict[str, Any], size: int) -> BackupInfo:
    try:
        counts = about["counts"]
        last = about.get("audit")
        return BackupInfo(
            path=path,
            at=shown(about["at"]),
            reason=str(about["reason"]),
            serial=int(about.get("serial", about["head"])),
            head=int(about["head"]),
            counts=None if counts is None else LedgerCounts(**counts),
            account=str(about.get("account", "")),
            audit=AuditHead(number=int(last[0]), digest=str(last[1])) if last else None,
            ledger=str(about.get("ledger", "")),
            version=int(about.get("version", 0)),
            size=size,
        )
    except (ValueError, KeyError, TypeError, IndexError, ArithmeticError) as error:
        raise archive.damaged(path) from error


def _damaged(path: Path, problem: StorageProblem) -> BackupInfo:
    """Return what can be told of a file that bears our name and cannot be read."""
    try:
        at = datetime.fromtimestamp(path.stat().st_mtime).astimezone()
    except OSError:
        at = datetime.fromtimestamp(0).astimezone()
    return BackupInfo(
        path=path, at=at, reason="", serial=0, head=0, counts=None, problem=problem.message
    )
