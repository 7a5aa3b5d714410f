"""Why a notice is withdrawn (撤回)."""

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from linli.domain.changes import Changes
from linli.domain.notices import NoticeRow
from linli.gui.desk import Desk
from linli.gui.fact_list import plain_label
from linli.gui.form_dialog import FormDialog
from linli.gui.i18n import tr
from linli.gui.inputs import LineInput


class WithdrawForm(FormDialog):
    """Withdraws a notice; `saved` carries the `Changes`."""

    def __init__(self, desk: Desk, row: NoticeRow, parent: QWidget | None) -> None:
        super().__init__(tr("撤回通知"), desk.theme, desk.ask, parent)
        self._desk = desk
        self._row = row
        words = tr("{number}「{title}」撤回后不再算数；文号仍然占用，存档件保留。")
        number = row.number.text if row.number else row.kind_title
        note = plain_label(words.format(number=number, title=row.title), "", self)
        note.setWordWrap(True)
        self.form.add_widget(note)
        self.form.add("reason", tr("撤回原因(&Y)"), LineInput(tr("如 会议取消")))
        self.form.load()
        self.save_button.setText(tr("撤回(&S)"))

    @override
    def save(self) -> Changes:
        return self._desk.services.notices.withdraw(
            self._row.id, reason=self.form.value("reason"), version=self._row.version
        )
