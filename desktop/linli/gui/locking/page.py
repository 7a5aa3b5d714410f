"""The page in place of the locked window: the same account's password brings it back."""

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QPushButton
from typing_extensions import override

from linli.errors import FieldProblem, UserError, WrongPasswordError
from linli.gui.i18n import tr
from linli.gui.page import Page
from linli.gui.password_input import PasswordInput
from linli.gui.theme import Theme


class LockPage(Page):
    """Asks for the password of whoever is signed in.

    Signals:
        unlocked: carries what the check returned.
        left: somebody else wants to sign in, or the account may no longer.
    """

    unlocked = Signal(object)
    left = Signal()

    def __init__(self, account: str, check: Callable[[str], object], theme: Theme) -> None:
        """Make the page.

        Args:
            account: who is signed in.
            check: tries a password; raises `WrongPasswordError`.
            theme: the look.
        """
        words = tr("{name}正在使用。请输入密码继续，没有保存的内容都还在。")
        super().__init__(tr("已锁定"), words.format(name=account), theme)
        self._check = check
        self._wait = 0
        self._clock = QTimer(self)
        self._clock.setInterval(1000)
        self._clock.timeout.connect(self._on_second)
        self.password = PasswordInput()
        self.form.add("password", tr("密码(&P)"), self.password)
        self.leave_button = QPushButton(tr("换账号登录(&S)…"), self)
        self.leave_button.clicked.connect(self.left)
        self.open_button = self.add_buttons(QPushButton(tr("解锁(&O)"), self), self.leave_button)
        self.open_button.clicked.connect(self.try_password)

    def try_password(self) -> None:
        """Try what was typed; nothing happens while a wait is not over.

        On the window's thread: it takes a fifth of a second, and the others may have work.
        """
        if not self.open_button.isEnabled():
            return
        password = self.password.text()
        if not password:
            self.form.show_problems([FieldProblem(field="password", message=tr("请输入密码。"))])
            return
        self.form.clear_problems()
        try:
            checked = self._check(password)
        except UserError as error:
            self._on_failed(error)
            return
        finally:
            self.password.selectAll()
        self.password.clear()
        self.unlocked.emit(checked)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.password.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_failed(self, error: UserError) -> None:
        self.show_error(error)
        if isinstance(error, WrongPasswordError) and error.wait_seconds:
            self._wait = error.wait_seconds
            self.open_button.setEnabled(False)
            self._clock.start()
            self._say_wait()

    def _on_second(self) -> None:
        self._wait -= 1
        if self._wait > 0:
            self._say_wait()
            return
        self._clock.stop()
        self.open_button.setEnabled(True)
        self.form.field("password").show_error("")

    def _say_wait(self) -> None:
        words = tr("密码不对，试错次数太多。请等 {seconds} 秒后再试。").format(seconds=self._wait)
        self.form.field("password").show_error(words)
