"""Somebody who may be in the ledger or not: picked among the residents, or a name typed."""

from dataclasses import dataclass

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QToolButton, QVBoxLayout, QWidget
from typing_extensions import override

from linli.domain.residents import ResidentRow
from linli.gui.composite import Composite
from linli.gui.desk import Desk
from linli.gui.fact_list import plain_label
from linli.gui.i18n import tr
from linli.gui.icons import icon
from linli.gui.inputs import LineInput
from linli.gui.picker import resident_line, resident_picker


@dataclass(frozen=True, kw_only=True)
class Somebody:
    """A person by name, and as a resident where the person is one."""

    name: str
    resident_id: int | None = None


class SomebodyInput(Composite):
    """A name to type, with a button that finds a resident instead.

    Signals:
        edited: somebody else.
    """

    edited = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._resident_id: int | None = None
        self.line = LineInput(tr("姓名"))
        self.pick_button = QPushButton(icon("search"), tr("从居民中选(&P)…"), self)
        self.pick_button.setAutoDefault(False)
        self.pick_button.clicked.connect(self._on_pick)
        self.clear_button = QToolButton(self)
        self.clear_button.setIcon(icon("x"))
        self.clear_button.setToolTip(tr("不是这位居民，改填姓名"))
        self.clear_button.setAccessibleName(tr("不是这位居民，改填姓名"))
        self.clear_button.clicked.connect(self._on_clear)
        self.label = plain_label("", "muted", self)
        self.label.setWordWrap(True)
        row = QHBoxLayout()
        row.addWidget(self.line, 1)
        row.addWidget(self.clear_button)
        row.addWidget(self.pick_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(row)
        column.addWidget(self.label)
        self.line.edited.connect(self.edited)
        self.set_value(None)

    @override
    def first_part(self) -> QWidget:
        return self.pick_button if self.line.isReadOnly() else self.line

    def value(self) -> Somebody | None:
        """Return who it is, None while nobody is named."""
        name = self.line.value()
        return Somebody(name=name, resident_id=self._resident_id) if name else None

    def set_value(self, value: Somebody | None) -> None:
        """Show somebody."""
        number = None if value is None else value.resident_id
        rows = [] if number is None else self._desk.services.residents.rows([number])
        self._show(rows[0] if rows else None, "" if value is None else value.name)

    def problem(self) -> str | None:
        """Say that somebody has to be named."""
        return None if self.line.value() else tr("请填写姓名，或点“从居民中选”。")

    def _show(self, person: ResidentRow | None, name: str) -> None:
        linked = person is not None
        self._resident_id = person.id if person else None
        with QSignalBlocker(self.line):
            self.line.set_value(person.name if person else name)
        self.line.setReadOnly(linked)
        self.clear_button.setVisible(linked)
        self.label.setText(resident_line(person) if person else "")
        self.label.setVisible(linked)

    def _on_pick(self) -> None:
        picker = resident_picker(self._desk, self)
        picker.chosen.connect(self._on_chosen)
        picker.open()

    def _on_chosen(self, person: ResidentRow) -> None:
        self._show(person, "")
        self.edited.emit()

    def _on_clear(self) -> None:
        self._show(None, "")
        self.line.setFocus()
        self.edited.emit()
