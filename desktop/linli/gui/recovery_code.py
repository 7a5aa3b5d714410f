"""The recovery code (恢复码): shown until the clerk says that it is kept, made anew when asked.

Imports nothing heavy: the page is part of the first start.
"""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QCheckBox, QDialog, QLabel, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from linli.errors import UserError, WrongPasswordError
from linli.gui.ask import Ask
from linli.gui.desk import Desk
from linli.gui.fitting import fit_to_screen, scrolled
from linli.gui.flow import FlowLayout
from linli.gui.form_dialog import FormDialog
from linli.gui.i18n import tr
from linli.gui.icons import icon
from linli.gui.jobs import Jobs
from linli.gui.page import Page
from linli.gui.password_input import PasswordInput
from linli.gui.theme import Theme
from linli.services.context import Context
from linli.services.ledger import confirm_recovery_code, recovery_sheet, renew_recovery_code


class RecoveryPage(Page):
    """Shows the recovery code until the clerk says that it is kept.

    Signals:
        kept: the ledger knows that the code is kept; go on.
    """

    kept = Signal()

    def __init__(
        self, context: Context, code: str, go_on: str, theme: Theme, ask: Ask, jobs: Jobs
    ) -> None:
        """Make the page. `go_on` is what the last button says."""
        words = tr(
            "忘记密码时，只有它能打开台账。请打印或抄下来，锁进柜子；不要存在这台电脑里，也不要拍照外传。"
        )
        super().__init__(tr("请保存恢复码"), words, theme)
        self.form.hide()
        self._context = context
        self._ask = ask
        self._jobs = jobs
        self.code = QLabel(code, self)
        self.code.setObjectName("code")
        self.code.setAccessibleName(tr("恢复码"))
        self.code.setWordWrap(True)
        self.code.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.column.addWidget(self.code)
        self.print_button = QPushButton(icon("printer"), tr("打印(&P)…"), self)
        self.print_button.clicked.connect(self.print_sheet)
        self.save_button = QPushButton(icon("device-floppy"), tr("保存为 PDF(&S)…"), self)
        self.save_button.clicked.connect(self.save_sheet)
        row = FlowLayout()
        row.addWidget(self.print_button)
        row.addWidget(self.save_button)
        self.column.addLayout(row)
        self.tick = QCheckBox(tr("恢复码已妥善保存(&K)"), self)
        self.column.addWidget(self.tick)
        self.go_button = self.add_buttons(QPushButton(go_on, self))
        self.go_button.setEnabled(False)
        self.tick.toggled.connect(self.go_button.setEnabled)
        self.go_button.clicked.connect(self._on_go)

    def print_sheet(self) -> None:
        """Show the sheet with the code and let the clerk print it."""
        self._jobs.run(lambda _progress: self._sheet(), owner=self, done=self._show_sheet)

    def save_sheet(self) -> None:
        """Ask where, and write the sheet with the code."""
        suggested = tr("邻里台恢复码.pdf")
        path = self._ask.save_file(self, tr("保存恢复码"), suggested, tr("PDF 文件 (*.pdf)"))
        if path is not None:
            self._jobs.run(lambda _progress: self._write(path), owner=self, done=self._on_written)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.print_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _sheet(self) -> bytes:
        return recovery_sheet(self._context, self.code.text())

    def _write(self, path: Path) -> Path:
        sheet = self._sheet()
        try:
            path.write_bytes(sheet)
        except OSError as error:
            raise UserError(tr("“{path}”写不进去，请换一个地方保存。").format(path=path)) from error
        return path

    def _show_sheet(self, sheet: bytes) -> None:
        from linli.gui.print_dialog import PrintDialog
        from linli.services.outputs import OutputService

        recording, title = OutputService(self._context).sending, tr("打印恢复码")
        PrintDialog(sheet, title, self.theme, self._jobs, self, recording=recording).open()

    def _on_written(self, path: Path) -> None:
        words = tr("已保存到 {path}。请打印出来锁好，再把这个文件删除。")
        self._ask.tell(self, words.format(path=path))

    def _on_go(self) -> None:
        try:
            confirm_recovery_code(self._context)
        except UserError as error:
            self.show_error(error)
        else:
            self.kept.emit()


class CodeDialog(QDialog):
    """Shows a new code over the main window. Closed without the tick, it is asked about later."""

    def __init__(self, desk: Desk, code: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("新的恢复码"))
        context = desk.services.context
        self.page = RecoveryPage(context, code, tr("完成(&F)"), desk.theme, desk.ask, desk.jobs)
        self.page.column.addStretch(1)
        self.page.kept.connect(self.accept)
        margin = desk.theme.px(16)
        column = QVBoxLayout(self)
        column.setContentsMargins(margin, margin, margin, margin)
        column.addWidget(scrolled(self.page))
        fit_to_screen(self, desk.theme.size(600, 460))
        self.page.setFocus()


class RenewCodeDialog(FormDialog):
    """Asks for the password and makes a new recovery code (更换恢复码); `saved` carries it."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(tr("更换恢复码"), desk.theme, desk.ask, parent)
        self._desk = desk
        hint = tr("换了以后，以前打印的恢复码作废，请剪碎。")
        self.form.add("password", tr("登录密码(&P)"), PasswordInput(), hint=hint)
        self.save_button.setText(tr("换一个新的(&S)"))
        self.saved.connect(lambda code: CodeDialog(desk, code, parent).open())

    @override
    def save(self) -> str:
        return renew_recovery_code(self._desk.services.context, self.form.value("password") or "")

    @override
    def show_error(self, error: UserError) -> None:
        if isinstance(error, WrongPasswordError):
            self.form.field("password").show_error(error.message)
        else:
            super().show_error(error)

    @override
    def reject(self) -> None:
        self.form.modified = False  # nobody wants a half-typed password kept
        super().reject()


def ask_about_code(desk: Desk, window: QWidget) -> None:
    """Say that nobody confirmed to have the code, and offer to make another."""
    answer = desk.ask.choose(
        window,
        tr("恢复码还没有确认保存好。"),
        [tr("换一个新的并打印(&N)…"), tr("已经保存好了(&K)")],
        detail=tr(
            "上次没有在“恢复码已妥善保存”前打勾就关掉了窗口。忘记密码时，只有恢复码能打开台账。"
            "手里没有恢复码的，请现在换一个新的，打印出来锁好。"
        ),
    )
    if answer == 0:
        RenewCodeDialog(desk, window).open()
    elif answer == 1:
        confirm_recovery_code(desk.services.context)
