"""Printing a finished PDF (打印): look at it, choose the printer, print at its actual size."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from linli.gui.fitting import fit_to_screen
from linli.gui.forms import ProblemBand
from linli.gui.i18n import tr
from linli.gui.icons import icon
from linli.gui.inputs import ChoiceInput
from linli.gui.jobs import Jobs
from linli.gui.preview_pane import PreviewPane
from linli.gui.printer import print_pdf, printers
from linli.gui.theme import COLORS, Theme


class PrinterInput(ChoiceInput):
    """Chooses one of the machine's printers; None where there is none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        found = printers()
        choices = {choice.name: choice.label for choice in found}
        super().__init__(choices or {None: tr("没有找到打印机")}, parent)
        self.setEnabled(bool(found))


class PrintDialog(QDialog):
    """Shows a PDF and prints it. Show it with `open()`; it deletes itself when closed."""

    def __init__(
        self, content: bytes, title: str, theme: Theme, jobs: Jobs, parent: QWidget | None = None
    ) -> None:
        """Make the dialog.

        Args:
            content: the PDF's bytes.
            title: of the dialog and of the print job; it must not name a person.
            theme: gives the sizes.
            jobs: runs the printing.
            parent: the window below.
        """
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self._content = content
        self._title = title
        self._jobs = jobs
        self.problems = ProblemBand(theme, self)
        self.preview = PreviewPane(self)
        self.preview.set_document(content)
        self.printer = PrinterInput(self)
        self.printer.setAccessibleName(tr("打印机"))
        self.notes = QLabel(self)
        self.notes.setObjectName("muted")
        self.print_button = QPushButton(icon("printer", COLORS.surface), tr("打印(&P)"), self)
        self.print_button.setProperty("primary", "true")
        self.print_button.setDefault(True)
        self.close_button = QPushButton(tr("关闭(&C)"), self)
        self.print_button.setEnabled(self.printer.value() is not None)
        self.print_button.clicked.connect(self._on_print)
        self.close_button.clicked.connect(self.reject)
        self._arrange(theme)

    @override
    def reject(self) -> None:
        if not self._jobs.busy:
            super().reject()

    def _arrange(self, theme: Theme) -> None:
        px = theme.px
        words = QLabel(tr("打印机(&R)"), self)
        words.setBuddy(self.printer)
        row = QHBoxLayout()
        row.addWidget(words)
        row.addWidget(self.printer, 1)
        row.addWidget(self.print_button)
        row.addWidget(self.close_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(px(16), px(16), px(16), px(16))
        column.setSpacing(px(12))
        column.addWidget(self.problems)
        column.addWidget(self.preview, 1)
        column.addWidget(self.notes)
        column.addLayout(row)
        self.notes.hide()
        (self.print_button if self.print_button.isEnabled() else self.close_button).setFocus()
        fit_to_screen(self, theme.size(720, 820))

    def _on_print(self) -> None:
        self.problems.say("")
        printer = self.printer.value()
        self._jobs.run(
            lambda progress: print_pdf(
                self._content, printer=printer, title=self._title, progress=progress
            ),
            owner=self,
            done=lambda _: self._say_done(),
            failed=lambda error: self.problems.say(error.message),
            title=tr("正在打印…"),
        )

    def _say_done(self) -> None:
        self.notes.setText(tr("已交给打印机。"))
        self.notes.show()
        self.close_button.setFocus()
