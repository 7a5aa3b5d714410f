"""Where a batch is printed: the printer and, where it has several, its paper tray (纸盒)."""

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from linli.gui.desk import Desk
from linli.gui.forms import Form
from linli.gui.i18n import tr
from linli.gui.inputs import ChoiceInput
from linli.gui.print_abilities import AbilitiesQuestion
from linli.gui.print_dialog import PrinterInput
from linli.gui.printer import PrinterAbilities


class TargetPanel(QWidget):
    """Chooses printer and tray.

    Signals:
        edited: printed is elsewhere, or on other paper.
        told: the printer said what it can do; carries the `PrinterAbilities`.
    """

    edited = Signal()
    told = Signal(object)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._wanted: str | None = None
        self.printer = PrinterInput(self, desk.state)
        self.tray = ChoiceInput({None: tr("由打印机决定")}, self)
        self.form = Form(desk.theme, parent=self)
        self.form.add("printer", tr("打印机(&R)"), self.printer)
        self.form.add("tray", tr("纸盒(&Y)"), self.tray)
        self.form.show_fields(["tray"], shown=False)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.form)
        self._question = AbilitiesQuestion(self)
        self._question.answered.connect(self._on_answer)
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
        if self._question.ask(self.printer.value()):
            self._offer(())
            self.told.emit(PrinterAbilities())

    def _offer(self, trays: tuple[str, ...]) -> None:
        with QSignalBlocker(self.tray):
            self.tray.set_choices({None: tr("由打印机决定"), **{tray: tray for tray in trays}})
            self.tray.set_value(None)
        self.form.show_fields(["tray"], shown=len(trays) > 1)

    def _on_answer(self, abilities: PrinterAbilities) -> None:
        self._offer(abilities.trays)
        self.tray.set_value(self._wanted)
        self.told.emit(abilities)

    def _on_printer(self) -> None:
        self._ask()
        self.edited.emit()
