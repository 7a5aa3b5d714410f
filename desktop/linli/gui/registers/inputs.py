"""Inputs of the registers' forms: a person of the ledger, an amount, a count."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialogButtonBox, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from linli.domain.residents import ResidentRow
from linli.domain.values.money import parse_yuan, yuan
from linli.gui.composite import Composite
from linli.gui.desk import Desk
from linli.gui.fact_list import plain_label
from linli.gui.flow import FlowLayout
from linli.gui.form_dialog import FormDialog
from linli.gui.i18n import tr
from linli.gui.icons import icon
from linli.gui.inputs import ParsedInput
from linli.gui.parts_input import PartsInput
from linli.gui.picker import resident_line, resident_picker
from linli.gui.resident_form_numbers import MaskedLine
from linli.gui.reveal import Revealing


class ResidentInput(Composite):
    """A person found with a dialog.

    Signals:
        edited: another person.
    """

    edited = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._resident_id: int | None = None
        self.label = plain_label("", "", self)
        self.label.setWordWrap(True)
        self.pick_button = QPushButton(icon("search"), tr("选择居民(&K)…"), self)
        self.pick_button.setAutoDefault(False)
        self.pick_button.clicked.connect(self._on_pick)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.label)
        row = FlowLayout()
        row.addWidget(self.pick_button)
        column.addLayout(row)
        self.set_value(None)

    @override
    def first_part(self) -> QWidget:
        return self.pick_button

    def value(self) -> int | None:
        """Return the person's id."""
        return self._resident_id

    def set_value(self, value: int | None) -> None:
        """Show a person."""
        rows = [] if value is None else self._desk.services.residents.rows([value])
        self._resident_id = rows[0].id if rows else None
        self.label.setText(resident_line(rows[0]) if rows else tr("还没有选"))

    def problem(self) -> str | None:
        """Say that the person still has to be chosen."""
        return None if self._resident_id else tr("请点“选择居民”，选出是哪一位。")

    def _on_pick(self) -> None:
        picker = resident_picker(self._desk, self)
        picker.chosen.connect(self._on_chosen)
        picker.open()

    def _on_chosen(self, person: ResidentRow) -> None:
        self.set_value(person.id)
        self.edited.emit()


def yuan_input() -> ParsedInput[int]:
    """Return an input for an amount in yuan; its value is in fen."""
    return ParsedInput(parse_yuan, yuan, tr("元，如 520"))


def hide_number(
    desk: Desk,
    form: FormDialog,
    line: MaskedLine | PartsInput[Any],
    record: Callable[[str], None],
    *others: MaskedLine,
) -> QPushButton:
    """Hide what is in a form's inputs, and add the button that shows it for a while.

    Args:
        desk: the working place.
        form: the form.
        line: the input; where it is empty there is no button.
        record: told why the number is shown.
        others: more inputs that are hidden and shown with it.
    """
    button = QPushButton(icon("eye"), tr("显示号码(&V)"), form)
    button.setAutoDefault(False)
    form.buttons.addButton(button, QDialogButtonBox.ButtonRole.ResetRole)
    Revealing(desk, form, button, [line, *others], record)
    return button
