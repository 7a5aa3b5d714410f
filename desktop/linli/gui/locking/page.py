"""The page in place of the locked window: the same account's password brings it back."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QPushButton
from typing_extensions import override

from linli.errors import FieldProblem, UserError
from linli.gui.i18n import tr
from linli.gui.page import Page
from linli.gui.password_input import PasswordInput
from linli.gui.theme import Theme
from linli.gui.try_wait import TryWait


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
        self.password = PasswordInput()
        self.form.add("password", tr("密码(&P)"), self.password)
        self.leave_button = QPushButton(tr("换账号登录(&S)…"), self)
        self.leave_button.clicked.connect(self.left)
        self.open_button = self.add_buttons(QPushButton(tr("解锁(&O)"), self), self.leave_button)
        self.open_button.clicked.connect(self.try_password)
        self._wait = TryWait(self.form, self.open_button)

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
        self._wait.begin(error)
