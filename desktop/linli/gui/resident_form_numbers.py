"""Inputs for identity documents and phones: several each, masked until the clerk says why.

A masked row keeps the value that it was given; what is shown in it is never read back.
"""

from abc import abstractmethod
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QToolButton, QVBoxLayout, QWidget
from typing_extensions import override

from linli.domain.values.identity import (
    DocumentKind,
    IdentityDocument,
    document_kind_label,
    parse_document,
)
from linli.domain.values.masking import Masks
from linli.domain.values.phones import Phone, format_phone, parse_phone
from linli.errors import UserError
from linli.gui.composite import Composite
from linli.gui.i18n import tr
from linli.gui.icons import icon
from linli.gui.inputs import ChoiceInput, LineInput, prefer_numbers

T = TypeVar("T")


class MaskedLine(LineInput):
    """A line of text that may be hidden; hidden, it keeps the text that it was given."""

    def __init__(self, mask: Callable[[str], str], parent: QWidget | None = None) -> None:
        """Make the input. `mask` returns what is shown of a hidden text."""
        super().__init__(parent=parent)
        self._mask = mask
        self._masked: str | None = None

    @property
    def is_masked(self) -> bool:
        """Whether the text is hidden."""
        return self._masked is not None

    @override
    def value(self) -> Any:
        return super().value() if self._masked is None else self._masked

    @override
    def set_value(self, value: Any) -> None:
        self._masked = None
        super().set_value(value)

    def typed(self) -> str:
        """Return the text in full; for drafts."""
        return self.text() if self._masked is None else self._masked

    def show_typed(self, typed: str) -> None:
        """Show a text in full, to go on with."""
        self.set_value(typed)
        self.setReadOnly(False)

    def hide_value(self) -> None:
        """Hide the text, if there is any; it cannot be changed then."""
        text = self.value()
        if text is not None:
            with QSignalBlocker(self):
                super().set_value(self._mask(text))
            self._masked = text
            self.setReadOnly(True)

    def reveal(self) -> None:
        """Show the text in full and let it be changed."""
        if self._masked is not None:
            with QSignalBlocker(self):
                self.set_value(self._masked)
            self.setReadOnly(False)


class NumberRow(Composite, Generic[T]):
    """One number with what belongs to it, and a button that takes it away.

    Signals:
        edited: something in the row is another.
        removed: the clerk takes the row away.
    """

    edited = Signal()
    removed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._masked: T | None = None
        self.line = LineInput()
        self.remove_button = QToolButton(self)
        self.remove_button.setIcon(icon("x"))
        self.remove_button.setToolTip(tr("去掉这一行"))
        self.remove_button.setAccessibleName(tr("去掉这一行"))
        self.remove_button.setProperty("quiet", True)  # noqa: FBT003 - Qt's own signature
        self.remove_button.clicked.connect(self.removed)
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(0, 0, 0, 0)
        self.line.edited.connect(self.edited)

    @property
    def is_masked(self) -> bool:
        """Whether the number is hidden."""
        return self._masked is not None

    @override
    def first_part(self) -> QWidget:
        return self.line

    def value(self) -> T | None:
        """Return the value; None where the row is empty or wrong."""
        if self._masked is not None:
            return self._masked
        try:
            return self._read() if self.line.text().strip() else None
        except UserError:
            return None

    def set_value(self, value: T | None) -> None:
        """Show a value in full, or an empty row."""
        if value is not None:
            self.load(value, masked=False)
        else:
            self._masked = None
            self.line.setReadOnly(False)
            self.line.clear()

    def problem(self) -> str | None:
        """Say what is wrong with the row, and mark it."""
        words = None
        if self._masked is None and self.line.text().strip():
            try:
                self._read()
            except UserError as error:
                words = error.message
        if bool(self.line.property("invalid")) != bool(words):
            self.line.setProperty("invalid", bool(words))
            self.line.style().unpolish(self.line)
            self.line.style().polish(self.line)
        return words

    def load(self, value: T, *, masked: bool) -> None:
        """Show a value, hidden or in full."""
        self._masked = value if masked else None
        with QSignalBlocker(self.line):
            self._show(value, masked=masked)
        self.line.setReadOnly(masked)
        self.line.setToolTip(tr("点“显示号码”后可以修改") if masked else "")

    def typed(self) -> T | list[str]:
        """Return the value, or the texts of a row that is not right yet; for drafts."""
        value = self.value()
        if value is not None:
            return value
        return [line.text() for line in self.findChildren(LineInput)]

    def show_typed(self, typed: T | list[str]) -> None:
        """Show what stood in the row."""
        if not isinstance(typed, list):
            self.set_value(typed)
            return
        self.set_value(None)
        for line, text in zip(self.findChildren(LineInput), typed, strict=False):
            line.setText(text)

    def hide_value(self) -> None:
        """Hide the number; it cannot be changed then."""
        value = self.value()
        if value is not None:
            self.load(value, masked=True)

    def reveal(self) -> None:
        """Show the number in full and let it be changed."""
        if self._masked is not None:
            self.load(self._masked, masked=False)

    @abstractmethod
    def _read(self) -> T:
        """Return what the row says; `UserError` if that is wrong."""

    @abstractmethod
    def _show(self, value: T, *, masked: bool) -> None:
        """Write a value into the row."""


class RowsInput(Composite, Generic[T]):
    """Several numbers, one row each.

    Signals:
        edited: a row is another, new or gone.
    """

    edited = Signal()

    def __init__(
        self, make_row: Callable[[], NumberRow[T]], add_text: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._make_row = make_row
        self.rows: list[NumberRow[T]] = []
        self.add_button = QPushButton(icon("plus"), add_text, self)
        self.add_button.setProperty("quiet", True)  # noqa: FBT003 - Qt's own signature
        self.add_button.setAutoDefault(False)
        self.add_button.clicked.connect(self._on_add)
        foot = QHBoxLayout()
        foot.addWidget(self.add_button)
        foot.addStretch(1)
        self._lines = QVBoxLayout()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(self._lines)
        column.addLayout(foot)
        self.set_value(())

    @property
    def is_masked(self) -> bool:
        """Whether any number is hidden."""
        return any(row.is_masked for row in self.rows)

    @override
    def first_part(self) -> QWidget:
        return self.rows[0].line

    def value(self) -> tuple[T, ...]:
        """Return all values, hidden ones as they are stored."""
        return tuple(value for row in self.rows if (value := row.value()) is not None)

    def set_value(self, value: tuple[T, ...] | None) -> None:
        """Show values; without any, one empty row."""
        for row in self.rows:
            row.hide()
            row.deleteLater()
        self.rows = []
        for each in value or ():
            self._add().load(each, masked=False)
        if not value:
            self._add()

    def problem(self) -> str | None:
        """Say what is wrong, row by row."""
        found = [words for row in self.rows if (words := row.problem())]
        return "；".join(found) or None

    def typed(self) -> list[T | list[str]]:
        """Return what stands in each row; for drafts."""
        return [row.typed() for row in self.rows]

    def show_typed(self, typed: list[T | list[str]]) -> None:
        """Show as many rows, with what stood in them."""
        self.set_value(())
        for place, each in enumerate(typed):
            (self.rows[0] if place == 0 else self._add()).show_typed(each)

    def hide_value(self) -> None:
        """Hide all numbers."""
        for row in self.rows:
            row.hide_value()

    def reveal(self) -> None:
        """Show all numbers in full."""
        for row in self.rows:
            row.reveal()

    def _add(self) -> NumberRow[T]:
        row = self._make_row()
        row.line.setAccessibleName(self.accessibleName())
        row.edited.connect(self.edited)
        row.removed.connect(lambda: self._remove(row))
        self.rows.append(row)
        self._lines.addWidget(row)
        return row

    def _remove(self, row: NumberRow[T]) -> None:
        self.rows.remove(row)
        row.hide()
        row.deleteLater()
        if not self.rows:
            self._add()
        self.edited.emit()

    def _on_add(self) -> None:
        self._add().line.setFocus()


class DocumentRow(NumberRow[IdentityDocument]):
    """An identity document. Unless the clerk picks the kind, the number tells it."""

    def __init__(self, today: date, masks: Masks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._today = today
        self._masks = masks
        self._told = False
        kinds: dict[Any, str] = {None: tr("自动识别")}
        self.kind = ChoiceInput(kinds | {kind: document_kind_label(kind) for kind in DocumentKind})
        self.kind.setAccessibleName(tr("证件种类"))
        self.kind.setMinimumContentsLength(9)
        self.kind.edited.connect(self._on_kind)
        self.line.setPlaceholderText(tr("证件号码"))
        prefer_numbers(self.line)
        self.line.editingFinished.connect(self._on_finished)
        self.row.addWidget(self.line, 3)
        self.row.addWidget(self.kind, 2)
        self.row.addWidget(self.remove_button)

    @override
    def _read(self) -> IdentityDocument:
        kind = self.kind.value() if self._told else None
        return parse_document(self.line.text(), kind, today=self._today)

    @override
    def _show(self, value: IdentityDocument, *, masked: bool) -> None:
        self.line.set_value(self._masks.show_document(value.number) if masked else value.number)
        self._told = True
        self._show_kind(value.kind)
        self.kind.setEnabled(not masked)

    def _show_kind(self, kind: DocumentKind) -> None:
        with QSignalBlocker(self.kind):
            self.kind.set_value(kind)

    def _on_kind(self) -> None:
        self._told = self.kind.value() is not None
        self.edited.emit()

    def _on_finished(self) -> None:
        value = None if self.is_masked else self.value()
        if value is not None:
            self._show_kind(value.kind)
            self.line.set_value(value.number)


class PhoneRow(NumberRow[Phone]):
    """A phone and whose it is."""

    def __init__(self, masks: Masks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._masks = masks
        self.line.setPlaceholderText(tr("手机，或区号加固定电话"))
        prefer_numbers(self.line)
        self.note = LineInput(tr("备注，如 女儿"))
        self.note.setAccessibleName(tr("电话备注"))
        self.note.edited.connect(self.edited)
        self.line.editingFinished.connect(self._on_finished)
        self.row.addWidget(self.line, 3)
        self.row.addWidget(self.note, 2)
        self.row.addWidget(self.remove_button)

    @override
    def _read(self) -> Phone:
        phone = parse_phone(self.line.text())
        return replace(phone, note=self.note.value() or phone.note)

    @override
    def _show(self, value: Phone, *, masked: bool) -> None:
        number = value.number
        self.line.set_value(self._masks.show_phone(number) if masked else format_phone(value))
        with QSignalBlocker(self.note):
            self.note.set_value(value.note)
        self.note.setReadOnly(masked)

    def _on_finished(self) -> None:
        value = None if self.is_masked else self.value()
        if value is not None:
            self.load(value, masked=False)
