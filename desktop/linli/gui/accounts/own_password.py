"""Changing one's own password (修改密码)."""

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from linli.errors import FieldProblem, InvalidInput, UserError, WrongPasswordError
from linli.gui.desk import Desk
from linli.gui.form_dialog import FormDialog
from linli.gui.i18n import tr
from linli.gui.password_input import PasswordInput, password_advice, password_problem
from linli.services.ledger import change_password


def open_own_password(desk: Desk, parent: QWidget) -> None:
    """Ask for the old password and a new one."""
    PasswordDialog(desk, parent).open()


class PasswordDialog(FormDialog):
    """Gives the signed-in account another password."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(tr("修改登录密码"), desk.theme, desk.ask, parent)
        self._desk = desk
        self.form.add("old", tr("现在的密码(&O)"), PasswordInput())
        self.form.add("password", tr("新密码(&N)"), PasswordInput())
        self.form.add("repeated", tr("再输一次(&R)"), PasswordInput())
        self._rules = desk.services.settings.safety().passwords
        self.form.editor("password").edited.connect(self._advise)
        self._advise()
        self.saved.connect(lambda: desk.ask.tell(parent, tr("密码已修改，下次请用新密码登录。")))

    @override
    def save(self) -> None:
        value = self.form.value
        context = self._desk.services.context
        name = context.actor.name
        problem = password_problem(value("password"), value("repeated"), name, self._rules)
        if problem:
            raise InvalidInput([FieldProblem(field="password", message=problem)])
        change_password(context, value("old") or "", value("password"))

    def _advise(self) -> None:
        """Say what a password must be, and how good the one being typed is."""
        name = self._desk.services.context.actor.name
        advice = password_advice(self.form.value("password"), name, self._rules)
        self.form.field("password").show_hint(advice)

    @override
    def show_error(self, error: UserError) -> None:
        if isinstance(error, WrongPasswordError):
            error = InvalidInput([FieldProblem(field="old", message=error.message)])
        elif error.field == "password" and not isinstance(error, InvalidInput):
            error = InvalidInput([FieldProblem(field="password", message=error.message)])
        super().show_error(error)

    @override
    def reject(self) -> None:
        self.form.modified = False  # nobody wants a half-typed password kept
        super().reject()
