"""Asking for the head that was printed, before the trail is checked."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QVBoxLayout, QWidget

from linli.domain.audit import read_head
from linli.errors import UserError
from linli.gui.desk import Desk
from linli.gui.fact_list import plain_label
from linli.gui.fitting import fit_to_screen
from linli.gui.i18n import tr
from linli.gui.inputs import LineInput

_EXAMPLE = "123-4F0A-9C2E-77B1-D053"


class VerifyDialog(QDialog):
    """One line for the number and the groups; without them the ledger is checked by itself."""

    def __init__(self, desk: Desk, parent: QWidget, verify: Callable[[str], None]) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("核验审计日志"))
        self._verify = verify
        column = QVBoxLayout(self)
        margin = desk.theme.px(16)
        column.setContentsMargins(margin, margin, margin, margin)
        column.setSpacing(desk.theme.px(10))
        words = tr(
            "检查每一条审计记录有没有被改动、删除、调换，并和备份里、台账旁边记下的链头对照。"
        )
        column.addWidget(self._wrapped(words))
        label = QLabel(tr("纸上的链头(&N)，没有可以不填："), self)
        self.head = LineInput(tr("如 {example}").format(example=_EXAMPLE), self)
        self.head.setAccessibleName(tr("纸上的链头"))
        label.setBuddy(self.head)
        self.problem = self._wrapped("")
        self.problem.setObjectName("problem")
        for widget in (label, self.head, self.problem):
            column.addWidget(widget)
        self.buttons = QDialogButtonBox(self)
        accept = QDialogButtonBox.ButtonRole.AcceptRole
        self.verify_button = self.buttons.addButton(tr("核验(&V)"), accept)
        self.buttons.addButton(tr("取消(&C)"), QDialogButtonBox.ButtonRole.RejectRole)
        self.verify_button.clicked.connect(self._on_verify)
        self.buttons.rejected.connect(self.reject)
        column.addWidget(self.buttons)
        fit_to_screen(self, desk.theme.size(560, 260))
        self.head.setFocus()

    def _wrapped(self, text: str) -> QLabel:
        label = plain_label(text, "", self)
        label.setWordWrap(True)
        return label

    def _on_verify(self) -> None:
        typed = self.head.text().strip()
        try:
            if typed:
                read_head(typed)
        except UserError as error:
            self.problem.setText(error.message)
            return
        self.accept()
        self._verify(typed)
