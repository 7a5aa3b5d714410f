"""Typing a password, and saying in plain words how good a new one is."""

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLineEdit, QToolButton, QWidget
from typing_extensions import override

from linli.domain.passwords import USUAL_RULES, PasswordRules
from linli.gui.i18n import tr
from linli.gui.icons import icon
from linli.gui.inputs import LineInput, keep_keys


class PasswordInput(LineInput):
    """A hidden line; the eye at its end shows it while it is pressed in."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.setEchoMode(QLineEdit.EchoMode.Password)
        # A button of ours: the icons of QLineEdit's own actions stay small when the type grows.
        self.eye = QToolButton(self)
        self.eye.setObjectName("eye")
        self.eye.setIcon(icon("eye"))
        self.eye.setCheckable(True)
        self.eye.setToolTip(tr("显示或隐藏密码"))
        self.eye.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.eye.setCursor(Qt.CursorShape.ArrowCursor)
        self.eye.toggled.connect(self._on_eye)

    @override
    def value(self) -> Any:
        return self.text() or None

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        width = self.eye.sizeHint().width()
        self.eye.setGeometry(self.width() - width - 2, 2, width, self.height() - 4)
        self.setTextMargins(0, 0, width, 0)

    def _on_eye(self, shown: bool) -> None:  # noqa: FBT001 - Qt's signal
        mode = QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password
        self.setEchoMode(mode)
        keep_keys(self)  # a shown password is made of the same keys
        self.eye.setIcon(icon("eye-off" if shown else "eye"))


def password_problem(
    password: str | None, repeated: str | None, account: str, rules: PasswordRules = USUAL_RULES
) -> str | None:
    """Say why a new password is refused, None if it is not."""
    text = password or ""
    if text and text != repeated:
        return tr("两次输入的密码不一样，请重新输入。")
    return rules.refusal(text, account)


def password_advice(
    password: str | None, account: str = "", rules: PasswordRules = USUAL_RULES
) -> str:
    """Return one plain sentence about a password that is being typed."""
    text = password or ""
    if len(text) < rules.least:
        return tr("至少 {least} 个字符；一句自己记得住的话加几个数字最好。").format(
            least=rules.least
        )
    return rules.refusal(text, account) or tr("这个密码可以用。")
