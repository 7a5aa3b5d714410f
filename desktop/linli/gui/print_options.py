"""How a finished PDF is printed (打印选项): paper tray, one or both sides, copies.

Only what the printer says it can do is offered. Whether it has the paper is said before printing,
since nothing is ever scaled to fit.
"""

from typing import Any

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSpinBox, QVBoxLayout, QWidget

from linli.gui.flow import FlowLayout
from linli.gui.i18n import mark, tr
from linli.gui.inputs import ChoiceInput
from linli.gui.pdf_view import PdfPages
from linli.gui.print_abilities import AbilitiesQuestion
from linli.gui.print_queue import paper_name
from linli.gui.printer import PrinterAbilities, Sides
from linli.gui.theme import Theme

_MOST_COPIES = 99
_SIDES = {
    Sides.ONE: mark("单面"),
    Sides.LONG_EDGE: mark("双面，沿长边翻"),
    Sides.SHORT_EDGE: mark("双面，沿短边翻"),
}


class PrintOptions(QWidget):
    """A row of choices, as many as the printer has, and a line on paper that it lacks."""

    def __init__(self, content: bytes, theme: Theme, parent: QWidget | None = None) -> None:
        """Make the row. `content` is the PDF that will be printed."""
        super().__init__(parent)
        pages = PdfPages(content)
        try:
            self._pages, self._paper = len(pages), paper_name(pages.size(0))
        finally:
            pages.close()
        self._printer: str | None = None
        self.tray = ChoiceInput({None: tr("由打印机决定")}, self)
        self.sides = ChoiceInput({each: tr(words) for each, words in _SIDES.items()}, self)
        self.copies = QSpinBox(self)
        self.copies.setRange(1, _MOST_COPIES)
        self.notice = QLabel(self)
        self.notice.setObjectName("warn")
        self.notice.setWordWrap(True)
        self.notice.hide()
        bar = QWidget(self)
        flow = FlowLayout(bar)
        self._tray_part = self._part(tr("纸盒(&T)"), self.tray, bar)
        self._sides_part = self._part(tr("单双面(&D)"), self.sides, bar)
        copies = self._part(tr("份数(&N)"), self.copies, bar)
        for part in (self._tray_part, self._sides_part, copies):
            flow.addWidget(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(6))
        column.addWidget(bar)
        column.addWidget(self.notice)
        self._show(PrinterAbilities())
        self._question = AbilitiesQuestion(self)
        self._question.answered.connect(self._show)

    def set_printer(self, printer: str | None) -> None:
        """Offer what a printer can do, as soon as it says so; until then it decides itself."""
        self._printer = printer
        if self._question.ask(printer):
            self._show(PrinterAbilities())

    def chosen(self) -> dict[str, Any]:
        """Return what differs from the usual, as arguments of `print_pdf`."""
        found: dict[str, Any] = {}
        if self.tray.value() is not None:
            found["tray"] = self.tray.value()
        if self.sides.value() is not Sides.ONE:
            found["sides"] = self.sides.value()
        if self.copies.value() > 1:
            found["copies"] = self.copies.value()
        return found

    def _part(self, words: str, editor: QWidget, parent: QWidget) -> QWidget:
        part = QWidget(parent)
        row = QHBoxLayout(part)
        row.setContentsMargins(0, 0, 0, 0)
        label = QLabel(words, part)
        label.setBuddy(editor)
        editor.setAccessibleName(words.partition("(")[0])
        row.addWidget(label)
        row.addWidget(editor)
        return part

    def _show(self, abilities: PrinterAbilities) -> None:
        with QSignalBlocker(self.tray):
            trays = {tray: tray for tray in abilities.trays}
            self.tray.set_choices({None: tr("由打印机决定"), **trays})
        self._tray_part.setVisible(len(abilities.trays) > 1)
        turns = bool(abilities.turns) and self._pages > 1
        if not turns:
            self.sides.set_value(Sides.ONE)
        self._sides_part.setVisible(turns)
        words = ""
        if abilities.lacks(self._paper):
            words = tr(
                "打印机“{printer}”没有 {paper} 纸，照原大小会印不全。"
                "请换一台打印机，或者存为 PDF，拿到别处打印。"
            ).format(printer=self._printer, paper=self._paper)
        self.notice.setText(words)
        self.notice.setVisible(bool(words))
