"""Founding a ledger (建立台账), unlocking it, and checking that it is sound.

This module is imported before the unlock window shows, so whatever needs SQLAlchemy or
cryptography is imported inside the functions.
"""

from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from linli.domain.accounts import Actor, Right, Role
from linli.domain.passwords import USUAL_RULES, normalized
from linli.domain.settings import HallFacts
from linli.errors import PasswordDueError, StorageProblem, UserError
from linli.paths import DataDir
from linli.progress import SILENT, Progress
from linli.services import keys
from linli.services.context import Clock, Context, now

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from linli.domain.residents import LedgerCounts
    from linli.storage.keyring import KdfCost

_RECOVERY = "恢复码"


@dataclass(frozen=True)
class CreatedLedger:
    """A new ledger, unlocked, and the code (恢复码) that opens it when passwords are forgotten."""

    context: Context
    recovery_code: str


@dataclass(frozen=True)
class VerifyReport:
    """What a check of the whole ledger found; each problem is a Chinese sentence."""

    problems: tuple[str, ...]
    counts: "LedgerCounts"


def create_ledger(
    data_dir: DataDir,
    *,
    community: str,
    account: str,
    password: str,
    clock: Clock = now,
    cost: "KdfCost | None" = None,
) -> CreatedLedger:
    """Found a ledger for `community` with its first account.

    The file is built under another name and gets its own only after the keyring is safe, so a
    crash in between leaves either nothing or a ledger that the next start completes.

    Args:
        data_dir: where it is to lie; created if need be.
        community: the community's (社区) name.
        account: the clerk's name.
        password: as the usual rules ask for (`domain.passwords`).
        clock: tells the time.
        cost: what a try of a password costs; the standard unless given.

    Raises:
        UserError: a field is empty or the password too simple, or a ledger is there already.
        StorageProblem: the folder cannot be written or the disk is full.
    """
    community = _required(community, "社区名称", "community")
    account = _required(account, "账号姓名", "account")
    check_password(password, account)
    if data_dir.exists():
        raise UserError(f"「{data_dir.root}」里已经有一个台账，请直接打开它，或换一个文件夹。")

    from linli.storage import files, keyring

    key, price = keyring.new_key(), cost or keyring.STANDARD_COST
    ring = keyring.Keyring().with_password(account, password, key, price)
    ring, code = ring.with_recovery(key)
    actor = Actor(account_id=1, name=account, role=Role.ADMINISTRATOR)
    files.make_folder(data_dir.root)
    _build(data_dir, key, community, actor, clock, (password, price))
    ring.save(data_dir.keyring)
    files.rename(data_dir.unfinished, data_dir.database)
    with _opened(data_dir, key, account, clock) as context:
        context.db.record_event(context.actor, clock(), "登录", "account")
    return CreatedLedger(context, code)


def unlock(
    data_dir: DataDir,
    account: str,
    password: str,
    clock: Clock = now,
    *,
    new_password: str | None = None,
    cost: "KdfCost | None" = None,
    progress: Progress = SILENT,
) -> Context:
    """Open the ledger with an account's password.

    Args:
        data_dir: where it lies.
        account: who wants in.
        password: the account's.
        clock: tells the time.
        new_password: replaces `password` before anything else is done.
        cost: what a try of the new password costs; the standard unless given.
        progress: told only where an older ledger is brought up, which can take minutes.

    Raises:
        Cancelled: the clerk did not want to wait for that; the ledger is as it was.
        WrongPasswordError: the account or password is wrong, or a wait is not over.
        PasswordDueError: the password is right but too old, or of one use, and there is no new one.
        StorageProblem: a file is missing, damaged, locked, or of a newer version.
        UserError: there is no ledger here, or the new password breaks a rule.

    Returns:
        the open ledger. If it cannot be written, `db.refusal` says why, and it can be looked at.
    """
    ring = keys.load_keyring(data_dir)
    tried = keys.try_once(
        data_dir,
        account if account in ring.account_names() else "",
        clock,
        lambda: ring.open_with_password(account, password),
        "账号或密码不对，请检查大小写和输入法后再试。",
    )
    try:
        with _opened(data_dir, tried.key, account, clock, progress) as context:
            number = context.actor.account_id
            if new_password is not None:
                _refuse_the_same(password, new_password)
                keys.check_new_password(context.db, account, new_password, account_id=number)
            elif due := keys.password_is_due(context.db, number, clock()):
                raise PasswordDueError(due, "password")
            _enter(context, "登录", tried)
            if new_password is not None:
                ring = keys.load_keyring(data_dir)
                keys.save_password(context, ring, tried.key, new_password, cost)
    except StorageProblem as problem:
        if not problem.unwritable or new_password is not None:
            raise
        from linli.services.viewing import look_at

        return look_at(data_dir, tried.key, account, clock, problem)
    return context


def verify_password(context: Context, password: str) -> "keys.Tried":
    """Ask whoever is signed in for the password once more, to unlock the window (解锁).

    `note_unlocked` puts it into the audit trail: that has to wait for an import to end, the
    window has not.

    Raises:
        WrongPasswordError: it is wrong, or a wait is not over.
        UserError: the account was retired or got another role meanwhile; sign in anew.
    """
    from linli.storage import accounts

    _, tried = keys.open_again(context, password, "密码不对，请检查大小写和输入法后再试。")
    if accounts.find(context.db, context.actor.name) != context.actor:
        raise UserError("这个账号的角色已经改了，请退出后重新登录。")
    return tried


def note_unlocked(context: Context, tried: "keys.Tried", at: "datetime") -> None:
    """Put into the audit trail that the window was unlocked at that moment.

    Raises:
        StorageProblem: the ledger cannot be written.
    """
    if context.db.refusal is not None:  # nothing can be put on record
        return
    keys.note_entry(context.db, context.actor, lambda: at, "解锁", tried)
    keys.forget_reported(context.data_dir, tried)


def note_locked(context: Context, at: "datetime", why: str) -> None:
    """Put into the audit trail that the window was locked (锁定) at that moment, and why.

    Raises:
        StorageProblem: the ledger cannot be written.
    """
    if context.db.refusal is not None:  # nothing can be put on record
        return
    context.db.record_event(context.actor, at, "锁定", "account", detail={"原因": why})


def unlock_with_recovery(
    data_dir: DataDir,
    code: str,
    account: str,
    new_password: str,
    clock: Clock = now,
    cost: "KdfCost | None" = None,
    progress: Progress = SILENT,
) -> Context:
    """Open the ledger with the printed recovery code and give `account` a new password.

    Raises:
        UserError: the code is mistyped, the account unknown, or the new password too short.
        WrongPasswordError: the code is not this ledger's, or a wait is not over.
        StorageProblem: a file is missing, damaged, locked, or of a newer version.
    """
    from linli.storage import recovery
    from linli.storage.attempts import Attempts

    check_password(new_password, account)
    secret = recovery.read_code(code)
    ring = keys.load_keyring(data_dir)
    if account not in ring.account_names():
        names = "、".join(ring.account_names())
        raise UserError(f"这个台账没有账号「{account}」，现有账号：{names}。", "account")
    tried = keys.try_once(
        data_dir,
        _RECOVERY,
        clock,
        lambda: ring.open_with_recovery(secret),
        "这个恢复码不是这个台账的，请核对纸上的社区名称和日期。",
    )
    with _opened(data_dir, tried.key, account, clock, progress) as context:
        number = context.actor.account_id
        keys.check_new_password(context.db, account, new_password, account_id=number)
        _enter(context, "使用恢复码登录", tried)
        keys.save_password(context, keys.load_keyring(data_dir), tried.key, new_password, cost)
        Attempts(data_dir.attempts, account).forgive()
        confirm_recovery_code(context)
    return context


def change_password(context: Context, old: str, new: str, *, cost: "KdfCost | None" = None) -> None:
    """Give the signed-in account a new password.

    Raises:
        WrongPasswordError: `old` is wrong, or a wait is not over.
        UserError: `new` breaks a rule.
        StorageProblem: the keyring cannot be written; the old password still holds.
    """
    actor = context.actor
    keys.check_new_password(context.db, actor.name, new)
    ring, tried = keys.open_again(context, old, "原密码不对，请重新输入。")
    _refuse_the_same(old, new)
    keys.check_new_password(context.db, actor.name, new, account_id=actor.account_id)
    keys.save_password(context, ring, tried.key, new, cost)


def renew_recovery_code(context: Context, password: str) -> str:
    """Return a new recovery code; the one printed before no longer opens the ledger.

    It counts as not kept until `confirm_recovery_code`.

    Raises:
        NotAllowedError: the role may not.
        WrongPasswordError: the password is wrong, or a wait is not over.
        StorageProblem: the keyring cannot be written; the old code still holds.
    """
    context.require(Right.ACCOUNTS, "更换恢复码")
    ring, tried = keys.open_again(context, password, "密码不对，请重新输入。")
    ring, code = ring.with_recovery(tried.key)
    _save_kept(context, kept=False)  # first: whatever fails next, nobody is lulled
    ring.save(context.data_dir.keyring)
    _note(context, "更换恢复码")
    return code


def recovery_sheet(context: Context, code: str) -> bytes:
    """Return the PDF of the recovery code, and record that it is on paper now."""
    from linli.printing import recovery
    from linli.services.outputs import leaving
    from linli.services.settings import SettingsService

    with leaving(context, "打印恢复码", "account"):
        return recovery.recovery_sheet(
            code=code,
            community=SettingsService(context).hall().community,
            account=context.actor.name,
            made=context.clock().date(),
        )


def confirm_recovery_code(context: Context) -> None:
    """Remember that the clerk has the recovery code on paper or in a safe file.

    Raises:
        StorageProblem: the ledger cannot be written.
    """
    _save_kept(context, kept=True)


def recovery_code_is_kept(context: Context) -> bool:
    """Whether the clerk has confirmed to have the present recovery code."""
    from linli.storage import settings

    with context.db.reading() as connection:
        return settings.find_value(connection, settings.RECOVERY_CODE_KEPT) is not False


def account_names(data_dir: DataDir) -> list[str]:
    """Return who can sign in, without unlocking; the first is who founded the ledger.

    Raises:
        StorageProblem: a file is missing or damaged.
        UserError: there is no ledger here.
    """
    return keys.load_keyring(data_dir).account_names()


def check_password(password: str, account: str = "") -> None:
    """Refuse a password that breaks the usual rules, where no ledger is open that has its own.

    Raises:
        UserError: saying what is asked for.
    """
    refusal = USUAL_RULES.refusal(password, account)
    if refusal is not None:
        raise UserError(refusal, field="password")


def verify(context: Context) -> VerifyReport:
    """Check file, links between records, index, triggers, audit trail and notices, and count.

    Raises:
        StorageProblem: the file cannot be read at all.
    """
    from linli.storage import case_files, figures, notice_files, notices

    problems = [
        *context.db.damage(),
        *context.db.audit_problems(),
        *context.db.index_problems(),
    ]
    with context.db.reading() as connection:
        problems += notices.number_problems(connection)
        problems += notice_files.file_problems(connection)
        problems += case_files.file_problems(connection)
        return VerifyReport(tuple(problems), figures.count(connection))


def rebuild_index(context: Context) -> None:
    """Make the search index (查找索引) and the places people live anew from the records.

    Raises:
        StorageProblem: the file cannot be written; nothing was changed.
    """
    from linli.storage import derived

    with context.writing("重建查找索引", undoable=False) as work:
        derived.rebuild(work.connection)
        work.record_event("重建查找索引", "ledger")


def _required(text: str, what: str, field: str) -> str:
    plain = text.strip()
    if not plain:
        raise UserError(f"请填写{what}。", field)
    return plain


def _build(
    data_dir: DataDir,
    key: bytes,
    community: str,
    actor: Actor,
    clock: Clock,
    secret: "tuple[str, KdfCost]",
) -> None:
    """Write a complete ledger under its unfinished name, over what a crash may have left there."""
    from linli.storage import accounts, files, migrations, settings
    from linli.storage.database import Database

    for suffix in ("", "-wal", "-shm"):
        files.remove(data_dir.unfinished.with_name(data_dir.unfinished.name + suffix))
    database = Database(data_dir.unfinished, key)
    try:
        migrations.upgrade(database)
        with database.writing("建立台账", actor, clock(), undoable=False) as work:
            number = accounts.add(
                work.connection, actor.name, actor.role, clock(), must_change=False
            )
            accounts.remember_password(work.connection, number, *secret)
            settings.save_hall(work.connection, HallFacts(community=community))
            settings.save_value(work.connection, settings.RECOVERY_CODE_KEPT, value=False)
        database.fold()  # the log keeps the old name when the file gets its own
    finally:
        database.close()


@contextmanager
def _opened(
    data_dir: DataDir, key: bytes, account: str, clock: Clock, progress: Progress = SILENT
) -> "Iterator[Context]":
    """Open the ledger for an account; it is closed again if the block fails."""
    from linli.storage import accounts, migrations
    from linli.storage.database import Database

    database = Database(data_dir.database, key)
    try:
        if migrations.version_of(database) != migrations.VERSION:
            from linli.storage import backup

            backup.bring_up(database, data_dir, clock(), progress)
        left_over = keys.heal(data_dir, database)
        actor = accounts.find(database, account)
        context = Context(database, actor, clock, data_dir)
        if left_over:
            detail = {"账号": "、".join(left_over)}
            database.record_event(
                actor, clock(), "账号清理：收回停用账号的密码", "account", detail=detail
            )
        yield context
    except BaseException:
        database.close()
        raise


def _enter(context: Context, how: str, tried: "keys.Tried") -> None:
    keys.note_entry(context.db, context.actor, context.clock, how, tried)
    keys.forget_reported(context.data_dir, tried)


def _refuse_the_same(old: str, new: str) -> None:
    if normalized(old) == normalized(new):
        raise UserError("新密码和现在的密码一样，请换一个。", "password")


def _save_kept(context: Context, *, kept: bool) -> None:
    from linli.storage import settings

    action = "确认恢复码已妥善保存" if kept else "恢复码等待确认"
    with context.writing(action, undoable=False) as work:
        settings.save_value(work.connection, settings.RECOVERY_CODE_KEPT, value=kept)


def _note(context: Context, action: str) -> None:
    context.db.record_event(context.actor, context.clock(), action, "account")
