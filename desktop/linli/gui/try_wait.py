"""The wait after wrong passwords, as the pages that ask for one show it."""

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QPushButton

from linli.errors import UserError, WrongPasswordError
from linli.gui.forms import Form
from linli.gui.i18n import tr


class TryWait(QObject):
    """Keeps a button off until the wait is over, and says below the password how long it takes."""

    def __init__(self, form: Form, button: QPushButton) -> None:
        """Make it; `form` has a row "password"."""
        super().__init__(button)
        self._form = form
        self._button = button
        self._left = 0  # s
        self._clock = QTimer(self)
        self._clock.setInterval(1000)
        self._clock.timeout.connect(self._on_second)

    def begin(self, error: UserError) -> None:
        """Begin the wait that `error` asks for, if it asks for one."""
        if isinstance(error, WrongPasswordError) and error.wait_seconds:
            self._left = error.wait_seconds
            self._button.setEnabled(False)
            self._clock.start()
            self._say()

    def _on_second(self) -> None:
        self._left -= 1
        if self._left > 0:
            self._say()
            return
        self._clock.stop()
        self._button.setEnabled(True)
        self._form.field("password").show_error("")

    def _say(self) -> None:
        words = tr("密码不对，试错次数太多。请等 {seconds} 秒后再试。").format(seconds=self._left)
        self._form.field("password").show_error(words)
