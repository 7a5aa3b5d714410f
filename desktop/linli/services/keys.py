"""Getting at the ledger's key: counted tries, and one truth of two files.

Keyring (`ledger.keys`) and ledger (`ledger.db`) are written one after the other, so a crash may
fall in between. The ledger is the truth about who may sign in; `heal` takes away whatever slot it
does not know. Each step is ordered so that what a crash leaves is on the safe side:

- an account begins, or comes back: the slot first, inside the ledger's transaction, so that a slot
  without its account is all that can be left; `heal` removes it,
- it is retired: the ledger first; `heal` removes the slot,
- another's password is reset: the ledger first, which demands a change; the old one holds until
  the keyring is written,
- one's own password is changed: the keyring first; a demanded change stays demanded.

Imported before the unlock window shows, so heavy modules are imported inside the functions.
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from linli.domain.accounts import Actor
from linli.errors import StorageProblem, UserError, WrongPasswordError
from linli.paths import DataDir
from linli.services.context import Clock, Context

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from linli.storage.database import Database
    from linli.storage.keyring import KdfCost, Keyring


@dataclass(frozen=True)
class Tried:
    """A try that succeeded.

    Attributes:
        key: the ledger's key.
        name: for whom it was made.
        failed: failed tries of each name that no audit trail knows of yet.
        tally_kept: False if the file of failed tries was gone or unreadable.
    """

    key: bytes
    name: str
    failed: dict[str, int]
    tally_kept: bool


def load_keyring(data_dir: DataDir) -> "Keyring":
    """Look at which files there are, complete a founding that was cut short, read the keyring.

    Raises:
        StorageProblem: a file is missing or damaged.
        UserError: there is no ledger here.
    """
    from linli.storage import files
    from linli.storage.keyring import Keyring

    complete_restore(data_dir)
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


def complete_restore(data_dir: DataDir) -> None:
    """Put a restored ledger into its place if a crash came in between, and sweep up after one.

    Raises:
        StorageProblem: the folder cannot be written; the next start goes on.
    """
    if any(f.exists() for f in (data_dir.restored, data_dir.restoring, data_dir.rehearsal)):
        from linli.storage import switch

        switch.complete(data_dir)


def try_once(
    data_dir: DataDir, name: str, clock: Clock, opens: "Callable[[], bytes | None]", wrong: str
) -> Tried:
    """Make one counted try to get at the key.

    Args:
        data_dir: where the tries are counted.
        name: for whom; "" for an account that does not exist.
        clock: tells the time.
        opens: the try itself.
        wrong: the sentence when it fails.

    Raises:
        WrongPasswordError: it failed, or a wait is not over.
    """
    from linli.storage.attempts import Attempts

    attempts = Attempts(data_dir.attempts, name)
    kept = Attempts.is_whole(data_dir.attempts)
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
    return Tried(key, name, Attempts.unreported(data_dir.attempts), kept)


def note_entry(database: "Database", actor: Actor, clock: Clock, how: str, tried: Tried) -> None:
    """Put a sign-in or an unlocking into the audit trail, with the tries that failed before it.

    Args:
        database: the open ledger.
        actor: who came in.
        clock: tells the time.
        how: the event's name (登录, 解锁 …).
        tried: the try that succeeded.

    Raises:
        StorageProblem: the ledger cannot be written.
    """
    from linli.storage import accounts

    with database.writing(how, actor, clock(), undoable=False) as work:
        before = accounts.count_sign_ins(work.connection)
        accounts.note_sign_in(work.connection, actor.account_id, clock())
        if before and not tried.tally_kept:
            work.record_event("试错记录不见了", "account", succeeded=False)
        for name, count in tried.failed.items():
            if name != tried.name:
                detail = {"账号": name or "不认识的账号", "次数": str(count)}
                work.record_event("登录失败", "account", succeeded=False, detail=detail)
        own = tried.failed.get(tried.name)
        detail = {"failed_before": str(own)} if own else {}
        work.record_event(how, "account", detail=detail)


def forget_reported(data_dir: DataDir, tried: Tried) -> None:
    """Take down that the trail knows of the failed tries.

    Raises:
        StorageProblem: the file cannot be written; they are reported once more.
    """
    from linli.storage.attempts import Attempts

    for name in tried.failed:
        Attempts(data_dir.attempts, name).reported()


def open_again(context: Context, password: str, wrong: str) -> "tuple[Keyring, Tried]":
    """Ask the signed-in account for its password once more.

    Raises:
        WrongPasswordError: it is wrong (`wrong` says so), or a wait is not over.
    """
    ring, name = load_keyring(context.data_dir), context.actor.name
    tried = try_once(
        context.data_dir,
        name,
        context.clock,
        lambda: ring.open_with_password(name, password),
        wrong,
    )
    return ring, tried


def check_new_password(
    database: "Database", account: str, password: str, *, account_id: int | None = None
) -> None:
    """Refuse a new password that the hall's rules do not allow.

    Args:
        database: the open ledger.
        account: whose password.
        password: the new one.
        account_id: of an account that had passwords before.

    Raises:
        UserError: saying which rule it breaks.
    """
    from linli.storage import accounts, settings

    with database.reading() as connection:
        rules = settings.get_safety(connection).passwords
        refusal = rules.refusal(password, account)
        if refusal is None and account_id is not None:
            last = rules.remembered
            if accounts.was_used(connection, account_id, password, last):
                refusal = f"这个密码最近用过，最近 {last} 个密码不能重复，请换一个。"
    if refusal is not None:
        raise UserError(refusal, "password")


def save_password(
    context: Context, ring: "Keyring", key: bytes, password: str, cost: "KdfCost | None"
) -> None:
    """Give the signed-in account a checked new password.

    Raises:
        StorageProblem: keyring or ledger cannot be written.
    """
    from linli.storage import accounts
    from linli.storage.keyring import STANDARD_COST

    actor, price = context.actor, cost or STANDARD_COST
    ring.with_password(actor.name, password, key, price).save(context.data_dir.keyring)
    with context.writing("更换密码", undoable=False) as work:
        accounts.note_password(
            work.connection, actor.account_id, context.clock(), must_change=False
        )
        accounts.remember_password(work.connection, actor.account_id, password, price)
        work.record_event("更换密码", "account")


def heal(data_dir: DataDir, database: "Database") -> list[str]:
    """Take slots out of the keyring whose account the ledger does not have in use.

    Returns:
        The names of the slots that were left over.

    Raises:
        StorageProblem: the keyring cannot be written.
    """
    from linli.storage import accounts
    from linli.storage.keyring import Keyring

    with database.reading() as connection:
        active = accounts.active_names(connection)
    ring = Keyring.load(data_dir.keyring)
    left_over = [name for name in ring.account_names() if name not in active]
    if len(left_over) == len(ring.account_names()):
        return []  # the recovery code must still find an account to open for
    for name in left_over:
        ring = ring.without(name)
    if left_over:
        ring.save(data_dir.keyring)
    return left_over


def password_is_due(database: "Database", account_id: int, now: "datetime") -> str | None:
    """Say why an account must change its password before it goes on; None if it need not."""
    from linli.storage import accounts, settings

    with database.reading() as connection:
        account = accounts.get(connection, account_id, ())
        rules = settings.get_safety(connection).passwords
    if account.must_change:
        return "这个密码是管理员设的，只能用一次，请换成自己的密码。"
    if rules.is_too_old(account.password_set_at or account.created_at, now):
        return f"密码已经用了 {rules.max_age_days} 天以上，按规定要换一个新的。"
    return None


def _spoken(seconds: int) -> str:
    minutes, rest = divmod(seconds, 60)
    if not minutes:
        return f"{rest} 秒"
    return f"{minutes} 分 {rest} 秒" if rest else f"{minutes} 分钟"
