"""The common numbers (常用电话) of the hall: a name and a number in each line."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QToolButton, QVBoxLayout, QWidget
from typing_extensions import override

from linli.domain.settings import CommonNumber
from linli.gui.composite import Composite
from linli.gui.i18n import tr
from linli.gui.icons import icon
from linli.gui.inputs import LineInput


class _Line(QWidget):
    """A name, a number, and a button that takes the line away."""

    edited = Signal()
    removed = Signal()

    def __init__(self, number: CommonNumber, parent: QWidget) -> None:
        super().__init__(parent)
        self.name = LineInput(tr("名称，如 物业"))
        self.number = LineInput(tr("号码"))
        self.name.setAccessibleName(tr("常用电话的名称"))
        self.number.setAccessibleName(tr("常用电话的号码"))
        self.name.set_value(number.name)
        self.number.set_value(number.number)
        self.name.edited.connect(self.edited)
        self.number.edited.connect(self.edited)
        remove = QToolButton(self)
        remove.setIcon(icon("x"))
        remove.setToolTip(tr("去掉这一行"))
        remove.setAccessibleName(tr("去掉这一行"))
        remove.clicked.connect(self.removed)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.name, 3)
        row.addWidget(self.number, 2)
        row.addWidget(remove)

    def value(self) -> CommonNumber | None:
        """Return the line, None if it is empty."""
        name, number = self.name.value(), self.number.value()
        return CommonNumber(name=name or "", number=number or "") if name or number else None


class NumbersInput(Composite):
    """As many lines as there are numbers.

    Signals:
        edited: a line was changed, added or taken away.
    """

    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lines: list[_Line] = []
        self.add_button = QPushButton(icon("plus"), tr("加一行"), self)
        self.add_button.clicked.connect(self._on_add)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        bottom = QHBoxLayout()
        bottom.addWidget(self.add_button)
        bottom.addStretch(1)
        self._column.addLayout(bottom)

    @override
    def first_part(self) -> QWidget:
        return self.add_button

    def value(self) -> tuple[CommonNumber, ...]:
        """Return the lines that are not empty."""
        return tuple(value for line in self.lines if (value := line.value()) is not None)

    def set_value(self, value: tuple[CommonNumber, ...] | None) -> None:
        """Show these numbers."""
        for line in self.lines:
            line.deleteLater()
        self.lines = []
        for number in value or ():
            self._add(number)

    def problem(self) -> str | None:
        """Say which line lacks its name or number."""
        half = next((n for n in self.value() if not (n.name and n.number)), None)
        if half is None:
            return None
        words = tr("“{text}”这一行不完整，请补全名称和号码，或去掉这一行。")
        return words.format(text=half.name or half.number)

    def _add(self, number: CommonNumber) -> _Line:
        line = _Line(number, self)
        line.edited.connect(self.edited)
        line.removed.connect(lambda: self._remove(line))
        self.lines.append(line)
        self._column.insertWidget(self._column.count() - 1, line)
        QWidget.setTabOrder(line, self.add_button)
        return line

    def _remove(self, line: _Line) -> None:
        self.lines.remove(line)
        line.deleteLater()
        self.add_button.setFocus()
        self.edited.emit()

    def _on_add(self) -> None:
        self._add(CommonNumber(name="", number="")).name.setFocus()
        self.edited.emit()
