"""Settings (设置): the hall's facts, type size and colours, password, backup."""

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QPushButton, QWidget
from typing_extensions import override

from linli.domain.accounts import Right
from linli.domain.changes import Changes
from linli.gui.accounts.own_password import PasswordDialog
from linli.gui.actions import plain
from linli.gui.desk import Desk
from linli.gui.flow import FlowLayout
from linli.gui.form_dialog import FormDialog
from linli.gui.i18n import tr
from linli.gui.icons import icon
from linli.gui.inputs import ChoiceInput, LineInput
from linli.gui.look_menu import LOOKS
from linli.gui.numbers_input import NumbersInput
from linli.gui.permission import new_button, who_may
from linli.gui.photo_input import PhotoInput
from linli.gui.recovery_code import RenewCodeDialog
from linli.gui.theme import ZOOM_STEPS

if TYPE_CHECKING:
    from collections.abc import Callable

_FACTS = ("community", "hall", "hotline", "hours", "address", "emblem", "common_numbers")


class SettingsDialog(FormDialog):
    """Edits what cards and notices say about the hall; `saved` carries the `Changes`.

    Type size and colours are applied when saved; password and backup are done at once by their
    buttons. Who may not change the hall's facts sees them; who may not see people chooses the look.
    """

    def __init__(
        self, desk: Desk, back_up: "Callable[[], object]", parent: QWidget | None = None
    ) -> None:
        """Make the dialog. `back_up` is called for 立即备份."""
        super().__init__(tr("设置"), desk.theme, desk.ask, parent)
        self._desk = desk
        self._facts = desk.services.settings.hall()
        self._shown = _FACTS if desk.may(Right.READ) else ()
        if self._shown:
            self._add_facts()
        form = self.form
        form.add_section(tr("显示"))
        sizes: dict[Any, str] = {step: f"{step}%" for step in ZOOM_STEPS}
        form.add(
            "zoom", tr("字号(&Z)"), ChoiceInput(sizes), hint=tr("也可以按 Ctrl 和 + 或 - 调整。")
        )
        looks: dict[Any, str] = {look: plain(tr(text)) for look, text in LOOKS.items()}
        form.add("look", tr("外观(&L)"), ChoiceInput(looks))
        form.add_section(tr("安全"))
        form.add_widget(self._safety(back_up))
        if self._shown:
            self.add_history(desk, [("setting", "hall")], tr("大厅信息"))
        facts = {name: getattr(self._facts, name) for name in self._shown}
        form.load(zoom=desk.theme.zoom, look=desk.theme.look, **facts)

    @override
    def save(self) -> Changes:
        values = {name: self.form.value(name) for name in self._shown}
        facts = replace(self._facts, **values)
        changes = Changes()
        if facts != self._facts:
            facts = replace(facts, community=facts.community or "")
            changes = self._desk.services.settings.save_hall(facts)
        self._desk.theme.set_zoom(self.form.value("zoom"))
        self._desk.theme.set_look(self.form.value("look"))
        return changes

    def _add_facts(self) -> None:
        form, desk = self.form, self._desk
        form.add_section(tr("社区与大厅"))
        form.add("community", tr("社区名称(&C)"), LineInput())
        form.add("hall", tr("大厅名称(&H)"), LineInput(self._facts.hall_name))
        form.add("hotline", tr("服务热线(&T)"), LineInput())
        form.add("hours", tr("开放时间(&O)"), LineInput(tr("如 周一至周五 9:00–18:00")))
        form.add("address", tr("地址(&D)"), LineInput())
        emblem = PhotoInput(desk, desk.theme.size(72, 72), None)
        form.add("emblem", tr("标志(&E)"), emblem, hint=tr("印在联系卡的一角，可以没有。"))
        form.add("common_numbers", tr("常用电话(&N)"), NumbersInput())
        if not desk.may(Right.SETTINGS):
            for name in _FACTS:
                form.editor(name).setEnabled(False)
                form.editor(name).setToolTip(who_may(Right.SETTINGS))

    def _safety(self, back_up: "Callable[[], object]") -> QWidget:
        box = QWidget(self)
        self.password_button = QPushButton(icon("key"), tr("修改登录密码(&P)…"), box)
        self.password_button.clicked.connect(self._on_password)
        desk = self._desk
        self.code_button = new_button(
            icon("lock"), tr("更换恢复码(&R)…"), box, desk, Right.ACCOUNTS
        )
        self.code_button.clicked.connect(lambda _checked: RenewCodeDialog(self._desk, self).open())
        self.backup_button = new_button(
            icon("device-floppy"), tr("立即备份(&B)"), box, desk, Right.BACKUP
        )
        self.backup_button.clicked.connect(lambda _checked: back_up())
        row = FlowLayout(box)
        for button in (self.password_button, self.code_button, self.backup_button):
            button.setAutoDefault(False)
            row.addWidget(button)
        return box

    def _on_password(self) -> None:
        PasswordDialog(self._desk, self).open()
