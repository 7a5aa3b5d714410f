"""Going back to a backup (恢复): looked into, prepared, switched, with or without an open ledger.

The first page of the program uses it too, where a ledger is damaged or there is none yet, so
whatever needs SQLAlchemy or cryptography is imported inside the functions.
"""

import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from linli.domain.accounts import Right, role_name
from linli.domain.backups import BEFORE_RESTORE
from linli.errors import NotAllowedError, StorageProblem, UserError
from linli.paths import DataDir
from linli.progress import SILENT, Progress
from linli.services.context import Clock, Context, now
from linli.services.keys import complete_restore, try_once

if TYPE_CHECKING:
    from linli.domain.backups import BackupInfo
    from linli.domain.residents import LedgerCounts
    from linli.services.ledger import VerifyReport
    from linli.storage.database import Database
    from linli.storage.erasures import Mark
    from linli.storage.keyring import Keyring
    from linli.storage.switch import Plan

_RESTORE = "恢复备份"
_RECOVERY = "恢复码"
_NAMED = 10


@dataclass(frozen=True, kw_only=True)
class Secret:
    """By what a backup is opened: an account and its password then, or the recovery code."""

    account: str
    text: str
    is_code: bool = False


@dataclass(frozen=True, kw_only=True)
class PreparedRestore:
    """A backup that stands ready beside the ledger; `switch` lets it hold.

    Attributes:
        info: the backup.
        counts: what will be in the ledger.
        notes: what is worth knowing, a Chinese sentence each.
        returned: how many people were erased since and will be there again.
        plan: how the present ledger is kept.
        key: of the backup's ledger.
        head: the last journal entry of the present ledger; None if that cannot be read.
    """

    info: "BackupInfo"
    counts: "LedgerCounts"
    notes: tuple[str, ...]
    returned: int
    plan: "Plan"
    key: bytes
    head: int | None


@dataclass(frozen=True, kw_only=True)
class _Present:
    """The ledger as it is now, saved."""

    plan: "Plan"
    head: int | None = None
    events: int = 0
    erased: "tuple[Mark, ...]" = ()


def list_backups(data_dir: DataDir) -> "list[BackupInfo]":
    """Return the backups on this machine, newest first; damaged ones have a `problem`."""
    from linli.storage import backup

    return backup.list_all(data_dir)


def list_in(folder: Path) -> "list[BackupInfo]":
    """Return the backups in a folder of choice, newest first."""
    from linli.storage import backup

    return backup.list_in(folder)


def list_on_sticks() -> "list[BackupInfo]":
    """Return the backups on all removable drives that are plugged in, newest first."""
    from linli.storage import drives, stick

    return [info for drive in drives.removable() for info in list_in(drive.root / stick.FOLDER)]


def look_into(path: Path) -> "BackupInfo":
    """Return what a chosen backup says of itself.

    Raises:
        StorageProblem: it is no backup, damaged, or of a newer program.
    """
    from linli.storage import backup

    return backup.read(_as_backup(path))


def accounts_in(path: Path) -> list[str]:
    """Return whose passwords open a backup; the first founded the ledger.

    Raises:
        StorageProblem: it is damaged.
    """
    from linli.storage import restore

    return restore.keyring_of(_as_backup(path)).account_names()


def undo_of(data_dir: DataDir) -> "BackupInfo | None":
    """Return the backup that takes the last restore back, None if there is none."""
    from linli.storage import backup_state

    name = backup_state.load(data_dir).undo
    return next((info for info in list_backups(data_dir) if name and info.name == name), None)


def prepare(
    data_dir: DataDir,
    path: Path,
    secret: Secret,
    *,
    present: Context | None = None,
    clock: Clock = now,
    progress: Progress = SILENT,
) -> PreparedRestore:
    """Save the present ledger, and make a backup ready to take its place.

    Args:
        data_dir: where the ledger lies, or shall lie.
        path: the backup, a file or the folder of an older program.
        secret: what opens it.
        present: the open ledger; None where none is open.
        clock: tells the time.
        progress: is told what is being done; breaks it off.

    Raises:
        Cancelled: the clerk did not want to wait; nothing was changed.
        WrongPasswordError: the secret does not open the backup, or a wait is not over.
        NotAllowedError: the account has no right to restore.
        StorageProblem: the backup is damaged, or there is no room; nothing was changed.
    """
    from linli.storage import backup, files, restore

    if present is not None:
        present.require(Right.RESTORE, _RESTORE)
    path = _as_backup(path)
    info = backup.read(path)
    ring = restore.keyring_of(path)
    files.make_folder(data_dir.root)
    key = _key(data_dir, ring, secret, clock)
    progress.report(0, 0, "保存现在的台账")
    saved = _save_present(data_dir, key, present, secret.account, clock, progress)
    with files.locked(data_dir.backup_lock, lambda: progress.cancelled):
        try:
            progress.report(0, 0, "取出并检查备份")
            restore.unpack(path, data_dir.restoring, lambda: progress.cancelled)
            with restore.opened(data_dir.restoring, key) as database:
                counts, notes, returned = _make_ready(
                    database, info, secret, saved, clock, progress
                )
        except BaseException:
            files.remove_tree(data_dir.restoring)
            raise
    return PreparedRestore(
        info=info,
        counts=counts,
        notes=notes,
        returned=returned,
        plan=saved.plan,
        key=key,
        head=saved.head,
    )


def switch(data_dir: DataDir, prepared: PreparedRestore) -> None:
    """Let a prepared backup hold; the ledger must be closed in this program.

    Raises:
        StorageProblem: another program has the ledger open or has changed it meanwhile, or the
            folder cannot be written; the present ledger holds.
    """
    from linli.storage import backup
    from linli.storage import switch as switching
    from linli.storage.database import Database

    if prepared.head is not None:
        database = Database(data_dir.database, prepared.key)
        try:
            same = backup.head(database) == prepared.head
            free = same and database.is_alone()
        finally:
            database.close()
        if not free:
            raise StorageProblem(
                "台账还被另一个程序用着，没有恢复。", "请关闭其他正在使用台账的程序，再恢复一次。"
            )
    switching.decide(data_dir, prepared.plan)
    complete_restore(data_dir)


def check_file(
    path: Path, secret: Secret, *, clock: Clock = now, progress: Progress = SILENT
) -> "VerifyReport":
    """Check a backup completely without restoring it: its files, ledger, links, index and trail.

    Raises:
        WrongPasswordError: the secret does not open it.
        StorageProblem: it is damaged, or there is no room to unpack it.
    """
    from linli.services.ledger import VerifyReport
    from linli.storage import backup, figures, migrations, restore

    path = _as_backup(path)
    info = backup.read(path)
    ring = restore.keyring_of(path)
    with tempfile.TemporaryDirectory(prefix="linli-verify-") as name:
        folder = Path(name) / "backup"
        key = _key(DataDir(Path(name)), ring, secret, clock)
        restore.unpack(path, folder, lambda: progress.cancelled)
        with restore.opened(folder, key) as database:
            problems = restore.damage(database, info, lambda: progress.cancelled)
            with database.reading() as connection:
                counts = figures.count(connection)
            if not problems:
                migrations.upgrade(database)
                problems = [*database.audit_problems(), *database.index_problems()]
    return VerifyReport(tuple(problems), counts)


def _as_backup(path: Path) -> Path:
    """Return the backup that somebody means by a path: itself, or the folder of a file in it.

    Raises:
        UserError: there is nothing.
    """
    if path.name in ("about.json", "ledger.db", "ledger.keys"):
        path = path.parent
    if not path.exists():
        raise UserError(f"找不到备份「{path}」，请检查路径，U盘是否插好。")
    return path


def _key(data_dir: DataDir, ring: "Keyring", secret: Secret, clock: Clock) -> bytes:
    from linli.storage import recovery

    if secret.is_code:
        code = recovery.read_code(secret.text)
        wrong = (
            "这个恢复码打不开这个备份，请核对纸上的社区名称和日期；换过恢复码的，要用备份那时的。"
        )
        return try_once(
            data_dir, _RECOVERY, clock, lambda: ring.open_with_recovery(code), wrong
        ).key
    known = secret.account if secret.account in ring.account_names() else ""
    wrong = "密码打不开这个备份，请用备份那时的密码，检查大小写和输入法后再试。"
    return try_once(
        data_dir,
        known,
        clock,
        lambda: ring.open_with_password(secret.account, secret.text),
        wrong,
    ).key


def _save_present(
    data_dir: DataDir,
    key: bytes,
    present: Context | None,
    account: str,
    clock: Clock,
    progress: Progress,
) -> _Present:
    """Make a backup of what is there; what cannot be read is set aside when it is decided."""
    from linli.storage import backup, erasures, migrations
    from linli.storage.switch import Plan, aside_name
    from linli.storage.times import stored

    if not data_dir.exists():
        return _Present(plan=Plan())
    at, database = clock(), None
    try:
        database = present.db if present is not None else _reopened(data_dir, key)
        info = backup.make(
            database,
            data_dir,
            at,
            BEFORE_RESTORE,
            account=account if present is None else present.actor.name,
            stop=lambda: progress.cancelled,
        )
        same = database.has_key(key)
        marks: list[Mark] = []
        if same and info.version == migrations.VERSION:
            with database.reading() as connection:
                marks = erasures.marks(connection)
    except StorageProblem:
        serial = backup.next_serial(data_dir)
        return _Present(
            plan=Plan(undo=aside_name(at), aside=True, at=stored(at), serial=serial),
        )
    finally:
        if database is not None and present is None:
            database.close()
    return _Present(
        plan=Plan(undo=info.name),
        head=info.head if same else None,
        events=info.audit.number if info.audit else 0,
        erased=tuple(marks),
    )


def _reopened(data_dir: DataDir, key: bytes) -> "Database":
    """Open the present ledger with the key of the backup.

    Raises:
        StorageProblem: it is not there, empty, damaged, or another ledger.
    """
    from linli.storage import migrations
    from linli.storage.database import Database

    if data_dir.database.exists() and data_dir.database.stat().st_size:
        database = Database(data_dir.database, key)
        if migrations.version_of(database):
            return database
        database.close()
    raise StorageProblem(f"台账文件「{data_dir.database}」是空的。", "请从备份恢复。")


def _make_ready(
    database: "Database",
    info: "BackupInfo",
    secret: Secret,
    saved: _Present,
    clock: Clock,
    progress: Progress,
) -> "tuple[LedgerCounts, tuple[str, ...], int]":
    """Check an unpacked backup, bring it up to this program, and note the restore in its trail."""
    from linli.storage import accounts, derived, erasures, figures, migrations, restore
    from linli.storage.audit_check import GIVEN_UP

    problems = restore.damage(database, info, lambda: progress.cancelled)
    if problems:
        raise StorageProblem(problems[0], "这个备份不能用，请换一个；现在的台账没有动。")
    migrations.upgrade(database)
    actor = accounts.find(database, secret.account)
    if not secret.is_code and not actor.may(Right.RESTORE):
        raise NotAllowedError(
            f"{role_name(actor.role)}不能{_RESTORE}，请管理员输入自己的密码，或用恢复码。"
        )
    notes = [f"这个备份的审计记录核对不上：{each}" for each in database.audit_problems()]
    stale = bool(database.index_problems())
    detail = {"备份时间": f"{info.at:%Y-%m-%d %H:%M}", "原因": info.reason}
    if saved.plan.undo:
        detail["恢复前的台账"] = saved.plan.undo
    if saved.events:
        detail[GIVEN_UP] = str(saved.events)
    with database.writing(_RESTORE, actor, clock(), undoable=False) as work:
        erasures.adopt(work.connection, saved.erased)
        returned = erasures.pending_again(work.connection)
        erasures.remember_returned(work.connection, returned)
        if stale:
            derived.rebuild(work.connection)
        work.record_event(_RESTORE, info.name, detail=detail)
    with database.reading() as connection:
        counts = figures.count(connection)
    if returned:
        names = "、".join(each.name for each in returned[:_NAMED])
        names += f"等 {len(returned)} 人" if len(returned) > _NAMED else ""
        notes.append(
            f"有 {len(returned)} 人的个人信息在备份以后删除过，恢复后又有了：{names}。"
            "登录以后会列出他们，请再次删除。"
        )
    if saved.plan.aside:
        notes.append(f"原来的台账打不开或不能备份，文件完整地留在「{saved.plan.undo}」文件夹里。")
    return counts, tuple(notes), len(returned)
