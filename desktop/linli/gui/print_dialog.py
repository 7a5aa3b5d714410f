"""Printing a finished PDF (打印): look at it, choose the printer, print at its actual size."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from linli.errors import UserError
from linli.gui.ask import Ask
from linli.gui.composite import Composite
from linli.gui.desk import Desk
from linli.gui.fitting import fit_to_screen, on_screen
from linli.gui.forms import ProblemBand
from linli.gui.i18n import tr
from linli.gui.icons import icon
from linli.gui.inputs import ChoiceInput
from linli.gui.job_line import JobLine
from linli.gui.jobs import Jobs
from linli.gui.preview_pane import PreviewPane
from linli.gui.print_options import PrintOptions
from linli.gui.printer import PrintJob, ask_system, has_system_dialog, print_pdf, printers
from linli.gui.state import WindowState
from linli.gui.theme import Theme
from linli.progress import Progress

_LAST_PRINTER = "print/printer"


class PrinterInput(Composite):
    """Chooses one of the machine's printers; None where there is none.

    A printer that was switched on meanwhile is found with the button or F5. The one chosen last is
    offered first the next time.

    Signals:
        edited: another printer is chosen, or none any more.
    """

    edited = Signal()

    def __init__(self, parent: QWidget | None = None, state: WindowState | None = None) -> None:
        """Make the input. `state` remembers the printer from one time to the next."""
        super().__init__(parent)
        self._state = state
        self.choice = ChoiceInput({None: ""}, self)
        self.refresh_button = QToolButton(self)
        self.refresh_button.setIcon(icon("refresh"))
        self.refresh_button.setToolTip(tr("重新查找打印机（F5）"))
        self.refresh_button.setAccessibleName(tr("重新查找打印机"))
        self.refresh_button.setProperty("quiet", "true")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.choice, 1)
        row.addWidget(self.refresh_button)
        self._look()
        self.choice.edited.connect(self._on_chosen)
        self.refresh_button.clicked.connect(self.refresh)

    @override
    def first_part(self) -> QWidget:
        return self.choice if self.choice.isEnabled() else self.refresh_button

    def value(self) -> Any:
        """Return the name of the printer, None where there is none."""
        return self.choice.value()

    def set_value(self, value: Any) -> None:
        """Choose a printer; an unknown one leaves the choice as it is."""
        self.choice.set_value(value)

    def problem(self) -> str | None:
        """Whatever is chosen is right."""
        return None

    def refresh(self) -> None:
        """Look for printers again; the chosen one stays if it is still there."""
        before = self.value()
        self._look()
        if self.value() != before:
            self.edited.emit()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_F5:
            self.refresh()
        else:
            super().keyPressEvent(event)

    def _look(self) -> None:
        before = self.value()
        found = {choice.name: choice.label for choice in printers()}
        with QSignalBlocker(self.choice):
            self.choice.set_choices(found or {None: tr("没有找到打印机")})
            if before not in found and self._state is not None:
                self.choice.set_value(self._state.text(_LAST_PRINTER))
        self.choice.setEnabled(bool(found))

    def _on_chosen(self) -> None:
        if self._state is not None:
            self._state.save(_LAST_PRINTER, self.value())
        self.edited.emit()


@dataclass(frozen=True, kw_only=True)
class Saving:
    """How a PDF gets into a file: who is asked for its name, and what writes it.

    `write` gets the bytes, the path and the title; it raises a `UserError` where the file cannot be
    written.
    """

    ask: Ask
    write: Callable[[bytes, Path, str], None]


Recording = Callable[..., AbstractContextManager[None]]
"""`OutputService.sending`: keeps what went to which printer."""


def open_print_dialog(desk: Desk, content: bytes, title: str, parent: QWidget) -> None:
    """Show a PDF that may be printed, or saved to a file.

    Args:
        desk: the working place.
        content: the PDF's bytes.
        title: of the dialog, the print job and the file; it must not name a person.
        parent: the window below.
    """
    outputs = desk.services.outputs
    dialog = PrintDialog(
        content,
        title,
        desk.theme,
        desk.jobs,
        parent,
        recording=outputs.sending,
        state=desk.state,
        saving=Saving(ask=desk.ask, write=outputs.save_pdf),
    )
    dialog.open()


class PrintDialog(QDialog):
    """Shows a PDF and prints it. Show it with `open()`; it deletes itself when closed."""

    def __init__(
        self,
        content: bytes,
        title: str,
        theme: Theme,
        jobs: Jobs,
        parent: QWidget | None = None,
        *,
        recording: Recording,
        state: WindowState | None = None,
        saving: Saving | None = None,
    ) -> None:
        """Make the dialog.

        Args:
            content: the PDF's bytes.
            title: of the dialog and of the print job; it must not name a person.
            theme: gives the sizes.
            jobs: runs the printing.
            parent: the window below.
            recording: `OutputService.sending`.
            state: remembers the printer; None forgets it.
            saving: lets the clerk save the PDF; None where it must not lie in a file.
        """
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self._content = content
        self._title = title
        self._jobs = jobs
        self._recording = recording
        self._saving = saving
        self.problems = ProblemBand(theme, self)
        self.row = QHBoxLayout()
        self.preview = PreviewPane(self)
        self.preview.set_document(content)
        self.printer = PrinterInput(self, state)
        self.printer.choice.setAccessibleName(tr("打印机"))
        self.options = PrintOptions(content, theme, self)
        self.progress = JobLine(self)
        self.print_button = QPushButton(icon("printer", "on_accent"), tr("打印(&P)"), self)
        self.print_button.setProperty("primary", "true")
        self.print_button.setDefault(True)
        self.system_button = QPushButton(tr("系统打印对话框(&X)…"), self)
        self.system_button.setVisible(has_system_dialog())
        self.save_button = QPushButton(icon("device-floppy"), tr("保存为 PDF(&S)…"), self)
        self.save_button.setVisible(saving is not None)
        self.close_button = QPushButton(tr("关闭(&C)"), self)
        self._on_printer()
        self.printer.edited.connect(self._on_printer)
        self.print_button.clicked.connect(self._on_print)
        self.system_button.clicked.connect(self._on_system)
        self.save_button.clicked.connect(self._on_save)
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
        row = self.row
        row.addWidget(words)
        row.addWidget(self.printer, 1)
        wish = on_screen(self, theme.size(720, 820))
        every = (self.print_button, self.system_button, self.save_button, self.close_button)
        buttons = [each for each in every if not each.isHidden()]
        need = sum(each.sizeHint().width() + px(8) for each in (words, self.printer, *buttons))
        narrow = need > wish.width() - px(32)
        last = QHBoxLayout() if narrow else row
        if narrow:
            last.addStretch(1)
        for button in buttons:
            last.addWidget(button)
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(px(16), px(16), px(16), px(16))
        column.setSpacing(px(12))
        column.addWidget(self.problems)
        column.addWidget(self.preview, 1)
        column.addWidget(self.options)
        column.addWidget(self.progress)
        column.addLayout(row)
        if narrow:
            column.addLayout(last)
        (self.print_button if self.print_button.isEnabled() else self.close_button).setFocus()
        fit_to_screen(self, wish)

    def _on_printer(self) -> None:
        self.print_button.setEnabled(self.printer.value() is not None)
        self.system_button.setEnabled(self.printer.value() is not None)
        self.options.set_printer(self.printer.value())

    def _on_print(self) -> None:
        self._send(self.printer.value(), self.options.chosen())

    def _on_system(self) -> None:
        """Print with what is set in the system's own dialog."""
        try:
            device = ask_system(self.printer.value(), self)
        except UserError as error:
            self.problems.say(error.message)
            return
        if device is not None:
            self._send(device.printerName(), {"device": device})

    def _send(self, printer: str, chosen: dict[str, Any]) -> None:
        """Print beside the window. `chosen` are further arguments of `print_pdf`."""
        self.problems.say("")
        self.progress.hide()

        def work(progress: Progress) -> PrintJob | None:
            with self._recording(self._title, printer=printer):
                return print_pdf(
                    self._content, printer=printer, title=self._title, progress=progress, **chosen
                )

        self._jobs.run(
            work,
            owner=self,
            done=self._on_sent,
            failed=lambda error: self.problems.say(error.message),
            title=tr("正在打印…"),
        )

    def _on_save(self) -> None:
        if self._saving is None:
            return
        ask, write = self._saving.ask, self._saving.write
        path = ask.save_file(self, tr("存为 PDF"), f"{self._title}.pdf", "PDF (*.pdf)")
        if path is None:
            return
        self.problems.say("")
        done = tr("已保存到 {path}。打印时要选“实际大小”。").format(path=path)
        self._jobs.run(
            lambda _: write(self._content, path, self._title),
            owner=self,
            done=lambda _: ask.tell(self, done),
            failed=lambda error: self.problems.say(error.message),
        )

    def _on_sent(self, job: PrintJob | None) -> None:
        self.progress.follow(job)
        self.close_button.setFocus()
