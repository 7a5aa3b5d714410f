"""Founding a ledger (建立台账), unlocking it, and checking that it is sound.

This module is imported before the unlock window shows, so whatever needs SQLAlchemy or
cryptography is imported inside the functions.
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from linli.domain.accounts import Actor, Role
from linli.domain.settings import HallFacts
from linli.errors import StorageProblem, UserError, WrongPasswordError
from linli.paths import DataDir
from linli.services.context import Clock, Context, now

if TYPE_CHECKING:
    from collections.abc import Callable

    from linli.domain.residents import LedgerCounts
    from linli.storage.keyring import KdfCost, Keyring

MIN_PASSWORD = 8
"""Fewest characters of a password."""

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
        password: at least `MIN_PASSWORD` characters.
        clock: tells the time.
        cost: what a try of a password costs; the standard unless given.

    Raises:
        UserError: a field is empty or the password too short, or a ledger is there already.
        StorageProblem: the folder cannot be written or the disk is full.
    """
    community = _required(community, "社区名称", "community")
    account = _required(account, "账号姓名", "account")
    check_password(password)
    if data_dir.exists():
        raise UserError(f"「{data_dir.root}」里已经有一个台账，请直接打开它，或换一个文件夹。")

    from linli.storage import files, keyring

    key = keyring.new_key()
    ring = keyring.Keyring().with_password(account, password, key, cost or keyring.STANDARD_COST)
    ring, code = ring.with_recovery(key)
    actor = Actor(account_id=1, name=account, role=Role.ADMINISTRATOR)
    files.make_folder(data_dir.root)
    _build(data_dir, key, community, actor, clock)
    ring.save(data_dir.keyring)
    files.rename(data_dir.unfinished, data_dir.database)
    return CreatedLedger(_sign_in(data_dir, key, account, clock), code)


def unlock(data_dir: DataDir, account: str, password: str, clock: Clock = now) -> Context:
    """Open the ledger with an account's password.

    Raises:
        WrongPasswordError: the account or password is wrong, or a wait is not over.
        StorageProblem: a file is missing, damaged, locked, or of a newer version.
        UserError: there is no ledger here.
    """
    ring = _load_keyring(data_dir)
    known = account if account in ring.account_names() else ""
    key, failures = _try(
        data_dir,
        known,
        clock,
        lambda: ring.open_with_password(account, password),
        "账号或密码不对，请检查大小写和输入法后再试。",
    )
    return _sign_in(data_dir, key, account, clock, failures=failures)


def unlock_with_recovery(
    data_dir: DataDir,
    code: str,
    account: str,
    new_password: str,
    clock: Clock = now,
    cost: "KdfCost | None" = None,
) -> Context:
    """Open the ledger with the printed recovery code and give `account` a new password.

    Raises:
        UserError: the code is mistyped, the account unknown, or the new password too short.
        WrongPasswordError: the code is not this ledger's, or a wait is not over.
        StorageProblem: a file is missing, damaged, locked, or of a newer version.
    """
    from linli.storage import recovery
    from linli.storage.attempts import Attempts

    check_password(new_password)
    secret = recovery.read_code(code)
    ring = _load_keyring(data_dir)
    if account not in ring.account_names():
        names = "、".join(ring.account_names())
        raise UserError(f"这个台账没有账号「{account}」，现有账号：{names}。", "account")
    key, failures = _try(
        data_dir,
        _RECOVERY,
        clock,
        lambda: ring.open_with_recovery(secret),
        "这个恢复码不是这个台账的，请核对纸上的社区名称和日期。",
    )
    context = _sign_in(data_dir, key, account, clock, how="使用恢复码登录", failures=failures)
    try:
        _rewrap(context, ring, key, new_password, cost)
        Attempts(data_dir.attempts, account).clear()
        confirm_recovery_code(context)
    except BaseException:
        context.db.close()
        raise
    return context


def change_password(context: Context, old: str, new: str, *, cost: "KdfCost | None" = None) -> None:
    """Give the signed-in account a new password.

    Raises:
        WrongPasswordError: `old` is wrong, or a wait is not over.
        UserError: `new` is too short.
        StorageProblem: the keyring cannot be written; the old password still holds.
    """
    check_password(new)
    ring, key = _open_again(context, old, "原密码不对，请重新输入。")
    _rewrap(context, ring, key, new, cost)


def renew_recovery_code(context: Context, password: str) -> str:
    """Return a new recovery code; the one printed before no longer opens the ledger.

    It counts as not kept until `confirm_recovery_code`.

    Raises:
        WrongPasswordError: the password is wrong, or a wait is not over.
        StorageProblem: the keyring cannot be written; the old code still holds.
    """
    ring, key = _open_again(context, password, "密码不对，请重新输入。")
    ring, code = ring.with_recovery(key)
    _save_kept(context, kept=False)  # first: whatever fails next, nobody is lulled
    ring.save(context.data_dir.keyring)
    _note(context, "更换恢复码")
    return code


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
    return _load_keyring(data_dir).account_names()


def check_password(password: str) -> None:
    """Refuse a password that is too short.

    Raises:
        UserError: saying how long it must be.
    """
    if len(password) < MIN_PASSWORD:
        raise UserError(
            f"密码至少要 {MIN_PASSWORD} 个字符，现在是 {len(password)} 个，请再加长一些。",
            field="password",
        )


def verify(context: Context) -> VerifyReport:
    """Check the file, the links between records, the index, triggers and audit trail, and count.

    Raises:
        StorageProblem: the file cannot be read at all.
    """
    from linli.storage import figures

    problems = [
        *context.db.damage(),
        *context.db.audit_problems(),
        *context.db.index_problems(),
    ]
    with context.db.reading() as connection:
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


def _build(data_dir: DataDir, key: bytes, community: str, actor: Actor, clock: Clock) -> None:
    """Write a complete ledger under its unfinished name, over what a crash may have left there."""
    from linli.storage import accounts, files, migrations, settings
    from linli.storage.database import Database

    for suffix in ("", "-wal", "-shm"):
        files.remove(data_dir.unfinished.with_name(data_dir.unfinished.name + suffix))
    database = Database(data_dir.unfinished, key)
    try:
        migrations.upgrade(database)
        with database.writing("建立台账", actor, clock(), undoable=False) as work:
            accounts.add(work.session, actor, clock())
            settings.save_hall(work.connection, HallFacts(community=community))
            settings.save_value(work.connection, settings.RECOVERY_CODE_KEPT, value=False)
    finally:
        database.close()


def _load_keyring(data_dir: DataDir) -> "Keyring":
    """Look at which files there are, complete a founding that was cut short, read the keyring."""
    from linli.storage import files
    from linli.storage.keyring import Keyring

    with_keys, with_data = data_dir.keyring.exists(), data_dir.database.exists()
    if not with_keys and not with_data:
        raise UserError(f"「{data_dir.root}」里还没有台账，请先建立一个。")
    if not with_keys:
        raise StorageProblem(
            f"找不到钥匙文件「{data_dir.keyring}」，没有它就打不开台账。",
            "请从最近的备份或原来的电脑中把它拷贝回来；台账文件请保留，不要删除。",
        )
    if not with_data:
        if not data_dir.unfinished.exists():
            raise StorageProblem(
                f"找不到台账文件「{data_dir.database}」，只有钥匙文件还在。",
                "请从最近的备份中把它拷贝回来；钥匙文件请保留，不要删除。",
            )
        files.rename(data_dir.unfinished, data_dir.database)
    return Keyring.load(data_dir.keyring)


def _open_again(context: Context, password: str, wrong: str) -> "tuple[Keyring, bytes]":
    """Ask the signed-in account for its password once more."""
    ring, name = _load_keyring(context.data_dir), context.actor.name
    key, _ = _try(
        context.data_dir,
        name,
        context.clock,
        lambda: ring.open_with_password(name, password),
        wrong,
    )
    return ring, key


def _try(
    data_dir: DataDir, name: str, clock: Clock, opens: "Callable[[], bytes | None]", wrong: str
) -> tuple[bytes, int]:
    """Make one counted try to get at the key; also return how many failed before it."""
    from linli.storage.attempts import Attempts

    attempts = Attempts(data_dir.attempts, name)
    failures = attempts.failures()
    wait = attempts.wait_seconds(clock())
    if wait:
        raise WrongPasswordError(f"试错次数太多，请等 {_spoken(wait)}后再试。", wait)
    attempts.count(clock())
    key = opens()
    if key is None:
        wait = attempts.wait_seconds(clock())
        raise WrongPasswordError(
            wrong if not wait else f"{wrong}试错次数太多，请等 {_spoken(wait)}后再试。", wait
        )
    attempts.clear()
    return key, failures


def _spoken(seconds: int) -> str:
    minutes, rest = divmod(seconds, 60)
    if not minutes:
        return f"{rest} 秒"
    return f"{minutes} 分 {rest} 秒" if rest else f"{minutes} 分钟"


def _sign_in(
    data_dir: DataDir,
    key: bytes,
    account: str,
    clock: Clock,
    *,
    how: str = "登录",
    failures: int = 0,
) -> Context:
    from linli.storage import accounts, backup
    from linli.storage.database import Database

    database = Database(data_dir.database, key)
    try:
        backup.bring_up(database, data_dir, clock())
        actor = accounts.find(database, account)
        detail = {"failed_before": str(failures)} if failures else {}
        database.record_event(actor, clock(), how, "account", detail=detail)
    except BaseException:
        database.close()
        raise
    return Context(database, actor, clock, data_dir)


def _rewrap(
    context: Context, ring: "Keyring", key: bytes, password: str, cost: "KdfCost | None"
) -> None:
    from linli.storage.keyring import STANDARD_COST

    changed = ring.with_password(context.actor.name, password, key, cost or STANDARD_COST)
    changed.save(context.data_dir.keyring)
    _note(context, "更换密码")


def _save_kept(context: Context, *, kept: bool) -> None:
    from linli.storage import settings

    action = "确认恢复码已妥善保存" if kept else "恢复码等待确认"
    with context.writing(action, undoable=False) as work:
        settings.save_value(work.connection, settings.RECOVERY_CODE_KEPT, value=kept)


def _note(context: Context, action: str) -> None:
    context.db.record_event(context.actor, context.clock(), action, "account")
