"""A small document that is printed on the way, or saved where there is no printer."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from linli.domain.paper import PrinterProfile
from linli.gui.desk import Desk
from linli.gui.flow import FlowLayout
from linli.gui.forms import ProblemBand
from linli.gui.i18n import tr
from linli.gui.icons import icon
from linli.gui.job_line import JobLine
from linli.gui.print_dialog import PrinterInput
from linli.gui.printer import PrintJob, Sides, print_pdf
from linli.progress import Progress

_PRINTER_LETTERS = 16


class PrintRow(QWidget):
    """Prints what `make` makes at the moment when a button is pressed.

    Signals:
        sent: it was handed to the printer or saved.
    """

    sent = Signal()

    def __init__(
        self,
        desk: Desk,
        make: Callable[[], bytes],
        title: str,
        words: str,
        parent: QWidget | None = None,
        *,
        profile: PrinterProfile | None = None,
        after: "PrintRow | None" = None,
    ) -> None:
        """Make the row.

        Args:
            desk: the working place.
            make: makes the PDF beside the window; it must touch no widget.
            title: of the print job, and of the file without its ending.
            words: on the button that prints, with a mnemonic.
            parent: the owner.
            profile: names the only printer that will do, and its tray; where it names none, the
                clerk chooses.
            after: a row before this one, whose printer is taken without asking again.
        """
        super().__init__(parent)
        self._desk = desk
        self._make = make
        self._title = title
        self._wanted = profile.printer if profile else None
        self._tray = profile.tray if profile else None
        self.sides = Sides.ONE
        self.problems = ProblemBand(desk.theme, self)
        self.printer: PrinterInput = after.printer if after else self._make_printer()
        self.notice = QLabel(self)
        self.notice.setObjectName("muted")
        self.notice.setTextFormat(Qt.TextFormat.PlainText)
        self.notice.setWordWrap(True)
        self.print_button = QPushButton(icon("printer"), words, self)
        self.save_button = QPushButton(icon("device-floppy"), tr("存为 PDF…"), self)
        self.progress = JobLine(self)
        for button in (self.print_button, self.save_button):
            button.setAutoDefault(False)
        self._tells = after is None  # which printer it is
        self._arrange()
        self._on_printer()
        self.printer.edited.connect(self._on_printer)
        self.print_button.clicked.connect(self._on_print)
        self.save_button.clicked.connect(self._on_save)

    def focus_first(self) -> None:
        """Put the cursor on what can be done: printing, or saving where there is no printer."""
        first = self.print_button if self.print_button.isEnabled() else self.save_button
        first.setFocus()

    def _make_printer(self) -> PrinterInput:
        printer = PrinterInput(self, None if self._wanted else self._desk.state)
        printer.choice.setAccessibleName(tr("打印机"))
        printer.choice.setMinimumContentsLength(_PRINTER_LETTERS)
        printer.set_value(self._wanted)
        return printer

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        bar = QWidget(self)
        flow = FlowLayout(bar)
        if self._tells:
            flow.addWidget(self.printer)
        flow.addWidget(self.print_button)
        flow.addWidget(self.save_button)
        for widget in (self.problems, bar, self.notice, self.progress):
            column.addWidget(widget)

    def _on_printer(self) -> None:
        found = self.printer.value()
        is_right = found is not None and self._wanted in (None, found)
        self.print_button.setEnabled(is_right)
        words = ""
        if self._wanted is not None and not is_right:
            words = tr(
                "没有找到打印机“{name}”。接好后点一下“重新查找”，"
                "或者存为 PDF，拿到接着它的电脑上按“实际大小”打印。"
            ).format(name=self._wanted)
        elif self._wanted is None and found is None:
            words = tr("没有找到打印机，可以存为 PDF，拿到别处按“实际大小”打印。")
        elif self._tray is not None:
            words = tr("用纸盒“{tray}”里的纸。").format(tray=self._tray)
        self.notice.setText(words)
        self.notice.setVisible(bool(words) and self._tells)

    def _on_print(self) -> None:
        make, printer, sides, tray = self._make, self.printer.value(), self.sides, self._tray

        def work(progress: Progress) -> PrintJob | None:
            return print_pdf(
                make(),
                printer=printer,
                title=self._title,
                sides=sides,
                tray=tray,
                progress=progress,
            )

        self._run(work, self._on_printed, tr("正在打印…"))

    def _on_save(self) -> None:
        suggested = f"{self._title}.pdf"
        path = self._desk.ask.save_file(self, tr("存为 PDF"), suggested, "PDF (*.pdf)")
        if path is None:
            return
        make, outputs, title = self._make, self._desk.services.outputs, self._title
        done = tr("已保存到 {path}。打印时要选“实际大小”。").format(path=path)
        self._run(lambda _: outputs.save_pdf(make(), path, title), lambda _: self._say_saved(done))

    def _run(
        self, work: Callable[[Progress], object], done: Callable[..., None], title: str = ""
    ) -> None:
        self.problems.say("")
        self._desk.jobs.run(
            work,
            owner=self,
            done=done,
            failed=lambda error: self.problems.say(error.message),
            title=title,
        )

    def _on_printed(self, job: PrintJob | None) -> None:
        self.progress.follow(job)
        self.sent.emit()

    def _say_saved(self, words: str) -> None:
        self.notice.setText(words)
        self.notice.show()
        self.sent.emit()
