"""Trying a backup out, and preparing to go back to one; see the module `switch` for the last step.

What is in a backup is unpacked into a folder of its own, opened with the key that its own keyring
gives for a password, and checked completely before anything depends on it.
"""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from linli.domain.backups import BackupInfo
from linli.errors import StorageProblem
from linli.paths import DataDir
from linli.storage import archive, backup, files, migrations, problems
from linli.storage.database import Database
from linli.storage.keyring import Keyring

_SIDE_FILES = ("", "-wal")


def keyring_of(path: Path) -> Keyring:
    """Return the keyring inside a backup.

    Raises:
        StorageProblem: it is damaged, or of a newer version.
    """
    if path.is_dir():
        return Keyring.load(path / "ledger.keys")
    return Keyring.read(archive.read_member(path, "ledger.keys"), path)


def unpack(path: Path, folder: Path, stop: backup.Stop) -> None:
    """Put what is in a backup into a new folder, checked as far as that goes without a key.

    Raises:
        Cancelled: `stop` said so.
        StorageProblem: the backup is damaged, or the disk is full.
    """
    files.remove_tree(folder)
    files.make_folder(folder)
    if not path.is_dir():
        archive.unpack(path, folder, stop)
        return
    members = [path / f"ledger.db{suffix}" for suffix in _SIDE_FILES]
    members += [path / "ledger.keys", *(path / "fonts").glob("*")]
    for source in members:
        target = folder / source.relative_to(path)
        if source.suffix != ".db-wal" or source.exists():
            files.make_folder(target.parent)
            archive.copy(source, target, stop)


@contextmanager
def opened(folder: Path, key: bytes) -> Iterator[Database]:
    """Open the ledger of an unpacked backup; afterwards all of it is in the one file.

    Raises:
        StorageProblem: the key does not open it, or the disk fails.
    """
    path = folder / "ledger.db"
    database = Database(path, key)
    try:
        yield database
        if not database.is_alone():  # which folds the log in
            raise problems.busy(path)
    finally:
        database.close()


def damage(database: Database, info: BackupInfo, stop: backup.Stop) -> list[str]:
    """Check whether an unpacked backup is whole, and what it says it is.

    Returns:
        One Chinese sentence per trouble, [] if it can be used.

    Raises:
        Cancelled: `stop` said so.
    """
    found = database.damage(thorough=True, stop=stop)
    if found or info.counts is None:
        return found
    with database.reading(stop) as connection:
        head, counts, last = backup.state(connection)
    same_program = info.version == migrations.version_of(database) == migrations.VERSION
    if (
        head != info.head
        or (same_program and counts != info.counts)
        or (info.audit and last and (last.number, last.digest) != _pair(info))
    ):
        found.append("备份里的内容与它自己的说明对不上。")
    return found


def rehearse(
    database: Database, data_dir: DataDir, info: BackupInfo, stop: backup.Stop
) -> list[str]:
    """Restore a backup into a folder of its own, open and check it completely, and remove it.

    Args:
        database: the open ledger, whose key opens its backups.
        data_dir: where there is room.
        info: the backup.
        stop: True breaks it off.

    Returns:
        One Chinese sentence per trouble, [] if a restore would go well.

    Raises:
        Cancelled: `stop` said so.
        StorageProblem: the disk is full, so that it could not be tried.
    """
    folder = data_dir.rehearsal
    with files.locked(data_dir.backup_lock, stop):
        try:
            return _tried(database, info, folder, stop)
        except StorageProblem as problem:
            if shutil.disk_usage(data_dir.root).free < info.size:
                raise  # nothing is known of the backup
            return [problem.message]
        finally:
            files.remove_tree(folder)


def _tried(database: Database, info: BackupInfo, folder: Path, stop: backup.Stop) -> list[str]:
    unpack(info.path, folder, stop)
    keyring_of(info.path)
    copy = database.beside(folder / "ledger.db")
    try:
        found = damage(copy, info, stop)
        if not found:
            migrations.upgrade(copy)
            found = [*copy.audit_problems(), *copy.index_problems()]
        return found
    finally:
        copy.close()


def _pair(info: BackupInfo) -> tuple[int, str] | None:
    return None if info.audit is None else (info.audit.number, info.audit.digest)
