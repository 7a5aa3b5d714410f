"""Settings (设置): the hall's facts, type size, password, backup."""

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QPushButton, QWidget
from typing_extensions import override

from linli.domain.changes import Changes
from linli.errors import FieldProblem, InvalidInput, UserError, WrongPasswordError
from linli.gui.desk import Desk
from linli.gui.flow import FlowLayout
from linli.gui.form_dialog import FormDialog
from linli.gui.i18n import tr
from linli.gui.icons import icon
from linli.gui.inputs import ChoiceInput, LineInput
from linli.gui.numbers_input import NumbersInput
from linli.gui.password_input import PasswordInput, password_problem
from linli.gui.photo_input import PhotoInput
from linli.gui.recovery_code import RenewCodeDialog
from linli.gui.theme import ZOOM_STEPS
from linli.services.ledger import change_password

if TYPE_CHECKING:
    from collections.abc import Callable

_FACTS = ("community", "hall", "hotline", "hours", "address", "emblem", "common_numbers")


class SettingsDialog(FormDialog):
    """Edits what cards and notices say about the hall; `saved` carries the `Changes`.

    The type size is applied when saved; password and backup are done at once by their buttons.
    """

    def __init__(
        self, desk: Desk, back_up: "Callable[[], object]", parent: QWidget | None = None
    ) -> None:
        """Make the dialog. `back_up` is called for 立即备份."""
        super().__init__(tr("设置"), desk.theme, desk.ask, parent)
        self._desk = desk
        self._facts = desk.services.settings.hall()
        form = self.form
        form.add_section(tr("社区与大厅"))
        form.add("community", tr("社区名称(&C)"), LineInput())
        form.add("hall", tr("大厅名称(&H)"), LineInput(self._facts.hall_name))
        form.add("hotline", tr("服务热线(&T)"), LineInput())
        form.add("hours", tr("开放时间(&O)"), LineInput(tr("如 周一至周五 9:00–18:00")))
        form.add("address", tr("地址(&D)"), LineInput())
        emblem = PhotoInput(desk, desk.theme.size(72, 72), None)
        form.add("emblem", tr("标志(&E)"), emblem, hint=tr("印在联系卡的一角，可以没有。"))
        form.add("common_numbers", tr("常用电话(&N)"), NumbersInput())
        form.add_section(tr("显示"))
        sizes: dict[Any, str] = {step: f"{step}%" for step in ZOOM_STEPS}
        form.add(
            "zoom", tr("字号(&Z)"), ChoiceInput(sizes), hint=tr("也可以按 Ctrl 和 + 或 - 调整。")
        )
        form.add_section(tr("安全"))
        form.add_widget(self._safety(back_up))
        form.load(zoom=desk.theme.zoom, **{name: getattr(self._facts, name) for name in _FACTS})

    @override
    def save(self) -> Changes:
        values = {name: self.form.value(name) for name in _FACTS}
        values["community"] = values["community"] or ""
        facts = replace(self._facts, **values)
        changes = Changes()
        if facts != self._facts:
            changes = self._desk.services.settings.save_hall(facts)
        self._desk.theme.set_zoom(self.form.value("zoom"))
        return changes

    def _safety(self, back_up: "Callable[[], object]") -> QWidget:
        box = QWidget(self)
        self.password_button = QPushButton(icon("key"), tr("修改登录密码(&P)…"), box)
        self.password_button.clicked.connect(self._on_password)
        self.code_button = QPushButton(icon("lock"), tr("更换恢复码(&R)…"), box)
        self.code_button.clicked.connect(lambda _checked: RenewCodeDialog(self._desk, self).open())
        self.backup_button = QPushButton(icon("device-floppy"), tr("立即备份(&B)"), box)
        self.backup_button.clicked.connect(lambda _checked: back_up())
        row = FlowLayout(box)
        for button in (self.password_button, self.code_button, self.backup_button):
            button.setAutoDefault(False)
            row.addWidget(button)
        return box

    def _on_password(self) -> None:
        PasswordDialog(self._desk, self).open()


class PasswordDialog(FormDialog):
    """Gives the signed-in account another password."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(tr("修改登录密码"), desk.theme, desk.ask, parent)
        self._desk = desk
        self.form.add("old", tr("现在的密码(&O)"), PasswordInput())
        self.form.add("password", tr("新密码(&N)"), PasswordInput())
        self.form.add("repeated", tr("再输一次(&R)"), PasswordInput())
        self.saved.connect(lambda: desk.ask.tell(parent, tr("密码已修改，下次请用新密码登录。")))

    @override
    def save(self) -> None:
        value = self.form.value
        context = self._desk.services.context
        problem = password_problem(value("password"), value("repeated"), context.actor.name)
        if problem:
            raise InvalidInput([FieldProblem(field="password", message=problem)])
        change_password(context, value("old") or "", value("password"))

    @override
    def show_error(self, error: UserError) -> None:
        if isinstance(error, WrongPasswordError):
            error = InvalidInput([FieldProblem(field="old", message=error.message)])
        super().show_error(error)

    @override
    def reject(self) -> None:
        self.form.modified = False  # nobody wants a half-typed password kept
        super().reject()
