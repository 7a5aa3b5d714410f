"""Which digits of numbers stay (号码遮盖), and how long copied people stay in the clipboard."""

from typing import Any

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from linli.domain.changes import Changes
from linli.domain.values.masking import CLIPBOARD_CHOICES, Digits, Masks, choices
from linli.gui.desk import Desk
from linli.gui.form_dialog import FormDialog
from linli.gui.i18n import tr
from linli.gui.inputs import ChoiceInput


class MaskingForm(FormDialog):
    """Chooses among the variants in use; `saved` carries the `Changes`."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(tr("号码遮盖"), desk.theme, desk.ask, parent)
        self._desk = desk
        service, add = desk.services.masking, self.form.add
        masks = service.masks()
        self.form.add_section(tr("屏幕、名册和表格"))
        add("document", tr("证件号码(&I)"), _input("document"))
        add("mobile", tr("手机号码(&P)"), _input("mobile"))
        add("landline", tr("固定电话(&T)"), _input("landline"))
        self.form.add_section(tr("张贴公示"))
        hint = tr("姓名只留姓，住址只留到小区。")
        add("posted_document", tr("证件号码(&D)"), _input("posted_document"), hint=hint)
        self.form.add_section(tr("剪贴板"))
        seconds: dict[Any, str] = {
            each: tr("{seconds} 秒后").format(seconds=each) for each in CLIPBOARD_CHOICES
        }
        add("seconds", tr("复制的号码清除(&C)"), ChoiceInput(seconds))
        values = {name: getattr(masks, name) for name in _FIELDS}
        records = (("setting", "masks"), ("setting", "clipboard_seconds"))
        self.add_history(desk, records, tr("号码遮盖"))
        self.form.load(**values, seconds=service.clipboard_seconds())

    @override
    def save(self) -> Changes:
        masks = Masks(**{name: self.form.value(name) for name in _FIELDS})
        changes = self._desk.services.masking.save(masks, self.form.value("seconds"))
        self._desk.bus.publish(changes)
        return changes


_FIELDS = ("document", "mobile", "landline", "posted_document")


def open_masking(desk: Desk, parent: QWidget) -> None:
    """Let the digits be chosen."""
    MaskingForm(desk, parent).open()


def _input(name: str) -> ChoiceInput:
    offered: dict[Any, str] = {digits: _words(digits) for digits in choices(name)}
    return ChoiceInput(offered)


def _words(digits: Digits) -> str:
    first, last = digits
    if not first and not last:
        return tr("全部隐去")
    if not first:
        return tr("留后 {last} 位").format(last=last)
    return tr("留前 {first} 位、后 {last} 位").format(first=first, last=last)
