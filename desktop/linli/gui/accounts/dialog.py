"""The accounts (账号): who may sign in, in which role, and how old the password is."""

from collections.abc import Callable, Hashable, Sequence
from datetime import datetime
from typing import ClassVar

from PySide6.QtWidgets import QPushButton, QWidget
from typing_extensions import override

from linli.domain.accounts import Account, role_name
from linli.domain.changes import Kind
from linli.gui.accounts.forms import AccountForm, FirstPasswordForm, RoleForm
from linli.gui.desk import Desk
from linli.gui.form_dialog import FormDialog
from linli.gui.i18n import tr
from linli.gui.register_dialog import RegisterDialog


def open_accounts(desk: Desk, parent: QWidget) -> None:
    """Show the accounts."""
    AccountsDialog(desk, parent).open()


class AccountsDialog(RegisterDialog[Account]):
    """Lists the accounts, those in use first."""

    kinds: ClassVar[frozenset[Kind]] = frozenset({Kind.ACCOUNTS})
    history_table = "account"

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        heads = [tr("账号"), tr("角色"), tr("状态"), tr("上次登录"), tr("密码")]
        super().__init__(tr("账号"), heads, desk, parent)
        self.add_editing(tr("新增账号(&N)…"), ordered=False)
        self.open_button.setText(tr("改角色(&R)…"))
        self.reset_button = self._add(tr("重设密码(&P)…"), "key", self._on_reset)
        self.retire_button = self._add(tr("停用(&X)"), "user-minus", self._on_retire)
        self.reinstate_button = self._add(tr("恢复使用(&B)…"), "restore", self._on_reinstate)
        self.read()

    @override
    def list_items(self) -> Sequence[Account]:
        return self.desk.services.accounts.list_all()

    @override
    def key(self, item: Account) -> Hashable:
        return item.account_id

    @override
    def line(self, item: Account) -> Sequence[str]:
        now = self.desk.services.context.clock()
        own = item.account_id == self.desk.services.context.actor.account_id
        return (
            tr("{name}（您自己）").format(name=item.name) if own else item.name,
            role_name(item.role),
            self._state(item),
            tr("从未登录")
            if item.signed_in_at is None
            else item.signed_in_at.strftime("%Y-%m-%d %H:%M"),
            _age(item.password_set_at, now) if item.has_password else tr("没有密码"),
        )

    @override
    def summary_text(self) -> str:
        active = sum(item.active for item in self.items)
        return tr("{count} 个账号在用。每人用自己的账号，不要共用密码。").format(count=active)

    @override
    def open_form(self, item: Account | None) -> None:
        form: FormDialog
        if item is None:
            form = AccountForm(self.desk, self)
        elif not item.active:
            return
        else:
            form = RoleForm(self.desk, item, self)
        self._open(form)

    def _open(self, form: FormDialog) -> None:
        form.saved.connect(self.desk.bus.publish)
        form.open()

    def _add(self, text: str, icon_name: str, slot: Callable[[], None]) -> QPushButton:
        button = self.add_button(text, icon_name)
        button.clicked.connect(slot)
        self._one.append(button)
        return button

    def _on_reset(self) -> None:
        self._open(FirstPasswordForm(self.desk, self.selected()[0], self))

    def _on_reinstate(self) -> None:
        self._open(FirstPasswordForm(self.desk, self.selected()[0], self))

    def _on_retire(self) -> None:
        account = self.selected()[0]
        question = tr("停用账号“{name}”？").format(name=account.name)
        detail = tr("停用后不能再登录。他登记过的内容和操作记录都不变，以后可以恢复使用。")
        if self.desk.ask.confirm(self, question, accept=tr("停用"), detail=detail):
            self.do(lambda: self.desk.services.accounts.retire(account.account_id))

    @override
    def _on_selection(self) -> None:
        super()._on_selection()
        selected = self.selected()
        if len(selected) != 1:
            return
        own = selected[0].account_id == self.desk.services.context.actor.account_id
        active = selected[0].active
        self.open_button.setEnabled(active)
        self.reset_button.setEnabled(active and not own)
        self.retire_button.setEnabled(active)
        self.reinstate_button.setEnabled(not active)

    def _state(self, item: Account) -> str:
        if not item.active:
            return tr("已停用")
        if not item.has_password:
            return tr("要重设密码")
        return tr("首次登录要改密码") if item.must_change else tr("在用")


def _age(set_at: datetime | None, now: datetime) -> str:
    if set_at is None:
        return ""
    days = max(0, (now.date() - set_at.date()).days)
    return tr("今天设的") if not days else tr("{days} 天前设的").format(days=days)
