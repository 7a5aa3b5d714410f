"""Accounts (账号): who may sign in, in which role, with a password of their own.

Every change is one step of the journal that cannot be undone: an undo would bring back the row but
not the keyring's slot. In which order ledger and keyring are written says the module `keys`.
"""

import unicodedata
from typing import TYPE_CHECKING

from linli.domain.accounts import LEAST, Account, Right, Role, role_name
from linli.domain.changes import Changes, Kind
from linli.errors import UserError
from linli.services import keys
from linli.services.context import Context
from linli.storage import accounts
from linli.storage.attempts import Attempts
from linli.storage.keyring import STANDARD_COST, KdfCost, Keyring

if TYPE_CHECKING:
    from linli.storage.database import Writing

_LONGEST_NAME = 30


class AccountService:
    """Adds, changes and retires accounts. Needs the right to accounts throughout.

    What makes or replaces a password asks the administrator for their own: the ledger's key is
    wrapped anew for the other, and an unattended window must not be enough for that.
    """

    def __init__(self, context: Context, cost: KdfCost = STANDARD_COST) -> None:
        """Make the service. `cost` is what a try of a new password costs."""
        self._context = context
        self._cost = cost

    def list_all(self) -> list[Account]:
        """Return all accounts, those in use first."""
        self._context.require(Right.ACCOUNTS, "查看账号")
        with self._context.db.reading() as connection:
            return accounts.list_all(connection, self._with_password())

    def find(self, name: str) -> Account:
        """Return the account of that name.

        Raises:
            UserError: there is none.
        """
        self._context.require(Right.ACCOUNTS, "查看账号")
        found = {account.name: account for account in self.list_all()}
        if name not in found:
            raise UserError(f"没有账号「{name}」，现有账号：{'、'.join(found)}。", "name")
        return found[name]

    def add(self, name: str, password: str, own_password: str, role: Role = LEAST) -> Changes:
        """Add an account whose first password must be changed at its first sign-in.

        Args:
            name: what it signs in with, such as 李明.
            password: its first one.
            own_password: of whoever adds it.
            role: the least unless another is chosen.

        Raises:
            UserError: the name is empty, too long or taken, or the password breaks a rule.
            WrongPasswordError: the own password is wrong.
            StorageProblem: keyring or ledger cannot be written; there is no new account.
        """
        context = self._context
        context.require(Right.ACCOUNTS, "新增账号")
        name = self._free_name(name)
        keys.check_new_password(context.db, name, password)
        ring, tried = self._open_again(own_password)
        said = f"新增账号「{name}」（{role_name(role)}）"
        with context.writing(said, undoable=False) as work:
            number = accounts.add(work.connection, name, role, context.clock(), must_change=True)
            accounts.remember_password(work.connection, number, password, self._cost)
            ring.with_password(name, password, tried.key, self._cost).save(context.data_dir.keyring)
        return work.changes

    def change_role(self, account_id: int, role: Role) -> Changes:
        """Give an account another role; it holds from its next sign-in.

        Raises:
            UserError: it is the last administrator.
            NotFoundError: there is no such account.
        """
        context = self._context
        context.require(Right.ACCOUNTS, "修改账号的角色")
        account = self._get(account_id)
        if role is not Role.ADMINISTRATOR:
            self._refuse_the_last(account, "改成别的角色")
        said = f"权限变更：账号「{account.name}」由{role_name(account.role)}改为{role_name(role)}"
        with context.writing(said, undoable=False) as work:
            accounts.set_role(work.connection, account_id, role)
        return work.changes

    def reset_password(self, account_id: int, password: str, own_password: str) -> Changes:
        """Give an account a password that must be changed at its next sign-in.

        Raises:
            UserError: the account is retired or the own one, or the password breaks a rule.
            WrongPasswordError: the own password is wrong.
            StorageProblem: keyring or ledger cannot be written; the old password still holds.
        """
        context = self._context
        context.require(Right.ACCOUNTS, "重设别人的密码")
        account = self._get(account_id)
        if not account.active:
            raise UserError(f"账号「{account.name}」已停用，要用请先恢复使用。")
        if account_id == context.actor.account_id:
            raise UserError("这是您自己的账号，请用“修改密码”。")
        keys.check_new_password(context.db, account.name, password, account_id=account_id)
        ring, tried = self._open_again(own_password)
        with context.writing("重设密码", undoable=False) as work:
            self._note_first_password(work, account, password)
            work.record_event("重设密码", "account", detail={"账号": account.name})
        ring.with_password(account.name, password, tried.key, self._cost).save(
            context.data_dir.keyring
        )
        self._forget_wait(account)
        return Changes(kinds=frozenset({Kind.ACCOUNTS}))

    def retire(self, account_id: int) -> Changes:
        """Let an account no longer sign in (停用). What it did stays under its name.

        The ledger is not encrypted anew: whoever kept a copy of the old keyring file and knows the
        old password could still open the data with it.

        Raises:
            UserError: it is retired already, or the last administrator.
            StorageProblem: keyring or ledger cannot be written.
        """
        context = self._context
        context.require(Right.ACCOUNTS, "停用账号")
        account = self._get(account_id)
        if not account.active:
            raise UserError(f"账号「{account.name}」已经停用了。")
        self._refuse_the_last(account, "停用")
        with context.writing(f"停用账号「{account.name}」", undoable=False) as work:
            accounts.set_active(work.connection, account_id, active=False)
        ring = keys.load_keyring(context.data_dir)
        ring.without(account.name).save(context.data_dir.keyring)
        return work.changes

    def reinstate(self, account_id: int, password: str, own_password: str) -> Changes:
        """Take a retired account back into use, with a new first password.

        Raises:
            UserError: it is in use, or the password breaks a rule.
            WrongPasswordError: the own password is wrong.
            StorageProblem: keyring or ledger cannot be written; it stays retired.
        """
        context = self._context
        context.require(Right.ACCOUNTS, "恢复账号")
        account = self._get(account_id)
        if account.active:
            raise UserError(f"账号「{account.name}」没有停用，不用恢复。")
        keys.check_new_password(context.db, account.name, password, account_id=account_id)
        ring, tried = self._open_again(own_password)
        with context.writing(f"启用账号「{account.name}」", undoable=False) as work:
            accounts.set_active(work.connection, account_id, active=True)
            self._note_first_password(work, account, password)
            ring.with_password(account.name, password, tried.key, self._cost).save(
                context.data_dir.keyring
            )
        self._forget_wait(account)
        return work.changes

    def _with_password(self) -> list[str]:
        return keys.load_keyring(self._context.data_dir).account_names()

    def _get(self, account_id: int) -> Account:
        with self._context.db.reading() as connection:
            return accounts.get(connection, account_id, self._with_password())

    def _free_name(self, typed: str) -> str:
        name = unicodedata.normalize("NFC", typed).strip()
        if not name or len(name) > _LONGEST_NAME or not name.isprintable():
            raise UserError(f"请填写账号姓名，最多 {_LONGEST_NAME} 个字，如 李明。", "name")
        with self._context.db.reading() as connection:
            taken = {account.name: account for account in accounts.list_all(connection, ())}
        if name in taken:
            what = "请换一个名字" if taken[name].active else "它已停用，可以恢复使用"
            raise UserError(f"已经有账号「{name}」，{what}。", "name")
        return name

    def _open_again(self, own_password: str) -> "tuple[Keyring, keys.Tried]":
        wrong = "您自己的密码不对，请重新输入。"
        return keys.open_again(self._context, own_password, wrong)

    def _note_first_password(self, work: "Writing", account: Account, password: str) -> None:
        number, at = account.account_id, self._context.clock()
        accounts.note_password(work.connection, number, at, must_change=True)
        accounts.remember_password(work.connection, number, password, self._cost)

    def _forget_wait(self, account: Account) -> None:
        Attempts(self._context.data_dir.attempts, account.name).forgive()

    def _refuse_the_last(self, account: Account, what: str) -> None:
        others = [
            each
            for each in self.list_all()
            if each.may_sign_in
            and each.role is Role.ADMINISTRATOR
            and each.account_id != account.account_id
        ]
        if account.active and account.role is Role.ADMINISTRATOR and not others:
            raise UserError(
                f"「{account.name}」是最后一个能登录的管理员，不能{what}，请先另设一位管理员。"
            )
