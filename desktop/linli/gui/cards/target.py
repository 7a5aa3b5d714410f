"""Where a batch is printed: the printer and, where it has several, its paper tray (纸盒)."""

from concurrent.futures import Future, ThreadPoolExecutor

from PySide6.QtCore import QSignalBlocker, QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from linli.gui.desk import Desk
from linli.gui.forms import Form
from linli.gui.i18n import tr
from linli.gui.inputs import ChoiceInput
from linli.gui.print_dialog import PrinterInput
from linli.gui.printer import trays_of

_LOOK_MS = 100


class TargetPanel(QWidget):
    """Chooses printer and tray.

    A printer is asked for its trays on a thread of its own: one that is dead takes seconds, and
    holds up neither the window nor the ledger.

    Signals:
        edited: printed is elsewhere, or on other paper.
    """

    edited = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._wanted: str | None = None
        self._asked: str | None = None
        self._answer: Future[tuple[str, ...]] | None = None
        self.printer = PrinterInput(self, desk.state)
        self.tray = ChoiceInput({None: tr("由打印机决定")}, self)
        self.form = Form(desk.theme, parent=self)
        self.form.add("printer", tr("打印机(&R)"), self.printer)
        self.form.add("tray", tr("纸盒(&Y)"), self.tray)
        self.form.show_fields(["tray"], shown=False)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.form)
        thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="linli-trays")
        self.destroyed.connect(lambda: thread.shutdown(wait=False, cancel_futures=True))
        self._thread = thread
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK_MS)
        self._timer.timeout.connect(self._on_timer)
        self.printer.edited.connect(self._on_printer)
        self.tray.edited.connect(self.edited)
        self._ask()

    def value(self) -> tuple[str | None, str | None]:
        """Return the names of printer and tray, None for none and for the printer's own choice."""
        return self.printer.value(), self.tray.value()

    def set_value(self, printer: str | None, tray: str | None) -> None:
        """Choose a printer that is there, and its tray as soon as it is known to have it."""
        with QSignalBlocker(self):
            if printer is not None:
                self.printer.set_value(printer)
            self._wanted = tray
            self.tray.set_value(tray)

    def _ask(self) -> None:
        """Ask the chosen printer for its trays, unless it was asked already."""
        printer = self.printer.value()
        if printer == self._asked:
            return
        self._asked = printer
        self._offer(())
        if printer is not None:
            self._answer = self._thread.submit(trays_of, printer)
            self._timer.start()

    def _offer(self, trays: tuple[str, ...]) -> None:
        with QSignalBlocker(self.tray):
            self.tray.set_choices({None: tr("由打印机决定"), **{tray: tray for tray in trays}})
            self.tray.set_value(None)
        self.form.show_fields(["tray"], shown=len(trays) > 1)

    def _on_timer(self) -> None:
        if self._answer is None or not self._answer.done():
            return
        answer, self._answer = self._answer, None
        self._timer.stop()
        self._offer(answer.result())
        self.tray.set_value(self._wanted)

    def _on_printer(self) -> None:
        self._ask()
        self.edited.emit()
