"""The forms of accounts: a new one, another role, a password given by the administrator."""

from PySide6.QtWidgets import QLabel, QWidget
from typing_extensions import override

from linli.domain.accounts import LEAST, Account, Role, role_name
from linli.domain.changes import Changes
from linli.errors import FieldProblem, InvalidInput, UserError, WrongPasswordError
from linli.gui.desk import Desk
from linli.gui.form_dialog import FormDialog
from linli.gui.i18n import mark, tr
from linli.gui.inputs import ChoiceInput, LineInput
from linli.gui.password_input import PasswordInput, password_problem

ROLE_WORDS = {
    Role.ADMINISTRATOR: mark("什么都能做：账号、设置、备份恢复、审计"),
    Role.CLERK: mark("登记、修改、打印、导入导出；不管账号和设置"),
    Role.MEDIATOR: mark("登记、修改、打印，能看重点人员和信访；不能导入导出"),
    Role.ROSTER_KEEPER: mark("查看、打印和公示；不能修改"),
    Role.READER: mark("只能查看，证件号和电话不完整显示"),
    Role.AUDITOR: mark("只看审计日志，看不到居民资料"),
}


class _PasswordForm(FormDialog):
    """Asks for a first password, and for the administrator's own."""

    def __init__(self, title: str, desk: Desk, parent: QWidget | None) -> None:
        super().__init__(title, desk.theme, desk.ask, parent)
        self._desk = desk

    def add_passwords(self) -> None:
        """Add the fields; the last ones of the form."""
        add = self.form.add
        hint = tr("告诉本人；第一次登录时必须换成自己的密码。")
        add("password", tr("初始密码(&P)"), PasswordInput(), hint=hint)
        add("repeated", tr("再输一次(&R)"), PasswordInput())
        hint = tr("确认是您本人在操作。")
        add("own", tr("您自己的密码(&O)"), PasswordInput(), hint=hint)

    def passwords(self, account: str) -> tuple[str, str]:
        """Return the first password and the own one.

        Raises:
            InvalidInput: the first one breaks a rule, or was typed differently twice.
        """
        value = self.form.value
        rules = self._desk.services.settings.safety().passwords
        problem = password_problem(value("password"), value("repeated"), account, rules)
        if problem:
            raise InvalidInput([FieldProblem(field="password", message=problem)])
        return value("password"), value("own") or ""

    @override
    def show_error(self, error: UserError) -> None:
        if isinstance(error, WrongPasswordError):
            error = InvalidInput([FieldProblem(field="own", message=error.message)])
        elif error.field and self.form.has(error.field) and not isinstance(error, InvalidInput):
            error = InvalidInput([FieldProblem(field=error.field, message=error.message)])
        super().show_error(error)

    @override
    def reject(self) -> None:
        self.form.modified = False  # nobody wants a half-typed password kept
        super().reject()


class AccountForm(_PasswordForm):
    """Adds an account; `saved` carries the `Changes`."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(tr("新增账号"), desk, parent)
        self.form.add("name", tr("姓名(&N)"), LineInput(tr("登录用的账号，如 李明")))
        self._role = _add_role(self)
        self.add_passwords()
        self.form.load(role=LEAST)
        self._role.show_words()

    @override
    def save(self) -> Changes:
        name = self.form.value("name") or ""
        password, own = self.passwords(name)
        return self._desk.services.accounts.add(name, password, own, self.form.value("role"))


class FirstPasswordForm(_PasswordForm):
    """Gives an account a password for one sign-in: reset, or taken back into use."""

    def __init__(self, desk: Desk, account: Account, parent: QWidget | None = None) -> None:
        words = tr("重设“{name}”的密码") if account.active else tr("恢复使用“{name}”")
        super().__init__(words.format(name=account.name), desk, parent)
        self._account = account
        self.add_passwords()

    @override
    def save(self) -> Changes:
        account, service = self._account, self._desk.services.accounts
        password, own = self.passwords(account.name)
        change = service.reset_password if account.active else service.reinstate
        return change(account.account_id, password, own)


class RoleForm(FormDialog):
    """Gives an account another role; `saved` carries the `Changes`."""

    def __init__(self, desk: Desk, account: Account, parent: QWidget | None = None) -> None:
        title = tr("“{name}”的角色").format(name=account.name)
        super().__init__(title, desk.theme, desk.ask, parent)
        self._desk = desk
        self._account = account
        self._role = _add_role(self)
        self.form.load(role=account.role)
        self._role.show_words()

    @override
    def save(self) -> Changes:
        role, account = self.form.value("role"), self._account
        if role is account.role:
            return Changes()
        return self._desk.services.accounts.change_role(account.account_id, role)


class _RoleInput(ChoiceInput):
    """Chooses a role and says what it may do."""

    def __init__(self, words: QLabel) -> None:
        super().__init__({role: role_name(role) for role in Role})
        self._words = words
        self.edited.connect(self.show_words)

    def show_words(self) -> None:
        """Say what the chosen role may do."""
        self._words.setText(tr(ROLE_WORDS[self.value()]))


def _add_role(dialog: FormDialog) -> _RoleInput:
    words = QLabel(dialog)
    words.setObjectName("hint")
    words.setWordWrap(True)
    role = _RoleInput(words)
    dialog.form.add("role", tr("角色(&J)"), role)
    dialog.form.add_widget(words)
    return role
