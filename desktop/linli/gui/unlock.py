"""Signing in: account and password, the wait after wrong ones, and the way back by recovery code.

Imports nothing heavy: this page shows before the database library is loaded.
"""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QLabel, QPushButton
from typing_extensions import override

from linli.errors import (
    FieldProblem,
    InvalidInput,
    PasswordDueError,
    UserError,
    WrongPasswordError,
)
from linli.gui.i18n import mark, tr
from linli.gui.inputs import ChoiceInput, LineInput, keep_keys
from linli.gui.jobs import Jobs
from linli.gui.page import Page
from linli.gui.password_input import PasswordInput, password_advice, password_problem
from linli.gui.theme import Theme
from linli.gui.try_wait import TryWait
from linli.paths import DataDir
from linli.services.ledger import unlock, unlock_with_recovery

_BRINGING_UP = mark(
    "这个台账是旧版程序做的，正在升级。人多时要几分钟，请不要关电脑；中途断电也不会损坏台账。"
)


class UnlockPage(Page):
    """Asks for the password.

    Signals:
        unlocked: carries the `Context`.
        change_due: the password is right but must be changed first; carries account, password, why.
        recovery_asked: the password is forgotten.
        backup_asked: go back to a backup.
    """

    unlocked = Signal(object)
    change_due = Signal(str, str, str)
    recovery_asked = Signal()
    backup_asked = Signal()

    def __init__(
        self, data_dir: DataDir, accounts: Sequence[str], theme: Theme, jobs: Jobs
    ) -> None:
        super().__init__(tr("打开台账"), tr("请输入密码。台账在本机加密保存。"), theme)
        self._data_dir = data_dir
        self._jobs = jobs
        self.form.add("account", tr("账号(&A)"), ChoiceInput({name: name for name in accounts}))
        self.password = PasswordInput()
        self.form.add("password", tr("密码(&P)"), self.password)
        forgotten = QPushButton(tr("忘记密码(&F)…"), self)
        forgotten.clicked.connect(self.recovery_asked)
        self.backup_button = QPushButton(tr("从备份恢复(&R)…"), self)
        self.backup_button.clicked.connect(self.backup_asked)
        self.open_button = self.add_buttons(
            QPushButton(tr("打开台账(&O)"), self), forgotten, self.backup_button
        )
        self.open_button.clicked.connect(self.try_password)
        self._wait = TryWait(self.form, self.open_button)

    def try_password(self) -> None:
        """Try what was typed; nothing happens while a wait is not over."""
        if not self.open_button.isEnabled():
            return
        account, password = self.form.value("account"), self.password.text()
        if not password:
            self.form.show_problems([FieldProblem(field="password", message=tr("请输入密码。"))])
            return
        self.open_button.setEnabled(False)
        self.form.clear_problems()
        self._jobs.run(
            lambda progress: unlock(self._data_dir, account, password, progress=progress),
            owner=self,
            done=self.unlocked.emit,
            failed=lambda error: self._on_failed(error, account, password),
            cancelled=lambda: self.open_button.setEnabled(True),
            title=tr(_BRINGING_UP),
            told=True,
        )

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.password.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_failed(self, error: UserError, account: str, password: str) -> None:
        self.open_button.setEnabled(True)
        if isinstance(error, PasswordDueError):
            self.change_due.emit(account, password, error.message)
            return
        self.show_error(error)
        self.password.selectAll()
        self._wait.begin(error)


class DuePage(Page):
    """Asks for a new password before the ledger opens: the first one, or one that is too old.

    Signals:
        unlocked: carries the `Context`.
        left: back to signing in.
    """

    unlocked = Signal(object)
    left = Signal()

    def __init__(
        self,
        data_dir: DataDir,
        account: str,
        password: str,
        why: str,
        theme: Theme,
        jobs: Jobs,
    ) -> None:
        """Make the page. `password` is the present one of `account`, `why` says what is wrong."""
        super().__init__(tr("请换一个新密码"), why, theme)
        self._data_dir = data_dir
        self._account = account
        self._password = password
        self._jobs = jobs
        self.form.add("password", tr("新密码(&P)"), PasswordInput())
        self.form.add("repeated", tr("再输一次(&R)"), PasswordInput())
        self.advice = QLabel(password_advice(None), self)
        self.advice.setObjectName("hint")
        self.advice.setWordWrap(True)
        self.form.add_widget(self.advice)
        self.form.editor("password").edited.connect(self._on_typed)
        back = QPushButton(tr("返回(&B)"), self)
        back.clicked.connect(self.left)
        self.open_button = self.add_buttons(QPushButton(tr("改好并打开(&O)"), self), back)
        self.open_button.clicked.connect(self.change)

    def change(self) -> None:
        """Change the password and open the ledger."""
        password = self.form.value("password")
        if password != self.form.value("repeated"):
            self.show_error(UserError(tr("两次输入的密码不一样，请重新输入。"), "password"))
            return
        self.form.clear_problems()
        self.open_button.setEnabled(False)
        self._jobs.run(
            lambda progress: unlock(
                self._data_dir,
                self._account,
                self._password,
                new_password=password or "",
                progress=progress,
            ),
            owner=self,
            done=self.unlocked.emit,
            failed=self._on_failed,
            cancelled=lambda: self.open_button.setEnabled(True),
            title=tr(_BRINGING_UP),
            told=True,
        )

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.form.editor("password").setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_typed(self) -> None:
        self.advice.setText(password_advice(self.form.value("password"), self._account))

    def _on_failed(self, error: UserError) -> None:
        self.open_button.setEnabled(True)
        self.show_error(error)


class RecoverPage(Page):
    """Asks for the printed recovery code and a new password.

    Signals:
        unlocked: carries the `Context`.
        left: back to the password.
    """

    unlocked = Signal(object)
    left = Signal()

    def __init__(
        self, data_dir: DataDir, accounts: Sequence[str], theme: Theme, jobs: Jobs
    ) -> None:
        words = tr("请拿出建立台账时打印的恢复码，照着输入，再设一个新密码。")
        super().__init__(tr("用恢复码打开"), words, theme)
        self._data_dir = data_dir
        self._jobs = jobs
        form = self.form
        code = LineInput()
        keep_keys(code)
        form.add("code", tr("恢复码(&C)"), code, hint=tr("大小写、空格和横线不用管。"))
        form.add("account", tr("账号(&A)"), ChoiceInput({name: name for name in accounts}))
        form.add("password", tr("新密码(&P)"), PasswordInput())
        form.add("repeated", tr("再输一次(&R)"), PasswordInput())
        back = QPushButton(tr("返回(&B)"), self)
        back.clicked.connect(self.left)
        self.open_button = self.add_buttons(QPushButton(tr("打开台账(&O)"), self), back)
        self.open_button.clicked.connect(self.try_code)

    def try_code(self) -> None:
        """Try what was typed."""
        code, account = self.form.value("code") or "", self.form.value("account")
        password = self.form.value("password")
        problem = password_problem(password, self.form.value("repeated"), account)
        if not code or problem:
            lines = [("code", "" if code else tr("请输入恢复码。")), ("password", problem or "")]
            self.show_error(InvalidInput(FieldProblem(field=f, message=m) for f, m in lines if m))
            return
        self.open_button.setEnabled(False)
        self._jobs.run(
            lambda progress: unlock_with_recovery(
                self._data_dir, code, account, password, progress=progress
            ),
            owner=self,
            done=self.unlocked.emit,
            failed=self._on_failed,
            cancelled=lambda: self.open_button.setEnabled(True),
            title=tr(_BRINGING_UP),
            told=True,
        )

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.form.editor("code").setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_failed(self, error: UserError) -> None:
        self.open_button.setEnabled(True)
        # The ledger speaks of the password slot; here it is the code that was wrong.
        field = "code" if isinstance(error, WrongPasswordError) else error.field
        self.show_error(UserError(error.message, field))
