"""Inputs of forms: each holds a value (None where empty) and says what is wrong with its text."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any, Generic, TypeVar

from PySide6.QtCore import (
    QModelIndex,
    QPersistentModelIndex,
    QSignalBlocker,
    QSize,
    QStringListModel,
    Qt,
    Signal,
)
from PySide6.QtGui import QFocusEvent, QShowEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QCompleter, QLineEdit, QPlainTextEdit, QSizePolicy, QWidget
from typing_extensions import override

from linli.domain.codes import CodeTable
from linli.domain.values.dates import PartialDate, parse_date
from linli.errors import UserError
from linli.gui.i18n import tr

Index = QModelIndex | QPersistentModelIndex
T = TypeVar("T")
_SEPARATORS = str.maketrans(dict.fromkeys("，,；;\t\n", "、"))


def keep_keys(line: QLineEdit) -> None:
    """Keep input methods (输入法) away: what is typed here is a secret, a code, a number or pinyin.

    Hidden text is the one hint that every platform's input context obeys; an attribute of the
    widget is not enough for a line.
    """
    hint = Qt.InputMethodHint
    off = hint.ImhHiddenText | hint.ImhNoPredictiveText | hint.ImhNoAutoUppercase
    line.setInputMethodHints(line.inputMethodHints() | off)


def prefer_numbers(line: QLineEdit) -> None:
    """Say that mostly digits are typed here; a keyboard on the screen shows them first."""
    line.setInputMethodHints(line.inputMethodHints() | Qt.InputMethodHint.ImhPreferNumbers)


class LineInput(QLineEdit):
    """A line of text.

    Signals:
        edited: the text is another.
    """

    edited = Signal()

    def __init__(self, placeholder: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setPlaceholderText(placeholder)
        self.textChanged.connect(self.edited)

    def value(self) -> Any:
        """Return the text without outer spaces, None if empty."""
        return self.text().strip() or None

    def set_value(self, value: Any) -> None:
        """Show a value."""
        self.setText("" if value is None else str(value))
        self.setCursorPosition(0)

    def problem(self) -> str | None:
        """Say what is wrong with the text, None if nothing."""
        return None

    def suggest(self, find: Callable[[str], list[str]]) -> None:
        """Offer what `find` returns for the text typed so far."""
        _Suggestions(self, find, lambda text: ("", text.strip()))


class ParsedInput(LineInput, Generic[T]):
    """A line of text that stands for a value, such as a date.

    When the cursor leaves, the text is written in its usual form.
    """

    def __init__(
        self,
        parse: Callable[[str], T],
        show: Callable[[T], str],
        placeholder: str = "",
        parent: QWidget | None = None,
    ) -> None:
        """Make the input. `parse` raises `UserError` for a text that it does not understand."""
        super().__init__(placeholder, parent)
        self._parse = parse
        self._display = show

    @override
    def value(self) -> T | None:
        text = self.text().strip()
        try:
            return self._parse(text) if text else None
        except UserError:
            return None

    @override
    def set_value(self, value: T | None) -> None:
        super().set_value(None if value is None else self._display(value))

    @override
    def problem(self) -> str | None:
        text = self.text().strip()
        try:
            if text:
                self._parse(text)
        except UserError as error:
            return error.message
        return None

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        value = self.value()
        if value is not None and self._display(value) != self.text():
            self.set_value(value)


def partial_date_input(parent: QWidget | None = None) -> ParsedInput[PartialDate]:
    """Return an input for a date of which month and day may be unknown."""
    line = ParsedInput(PartialDate.parse, PartialDate.display, tr("如 1956-03-08 或 1956"), parent)
    prefer_numbers(line)
    return line


def date_input(parent: QWidget | None = None) -> ParsedInput[date]:
    """Return an input for a whole date."""
    line = ParsedInput(parse_date, lambda day: day.isoformat(), tr("如 2026-11-23"), parent)
    prefer_numbers(line)
    return line


class ListInput(LineInput):
    """Several short texts in one line, separated by 、 with suggestions for the last one."""

    @override
    def value(self) -> tuple[str, ...]:
        parts = (part.strip() for part in self.text().translate(_SEPARATORS).split("、"))
        return tuple(dict.fromkeys(part for part in parts if part))

    @override
    def set_value(self, value: tuple[str, ...] | None) -> None:
        super().set_value("、".join(value or ()))

    @override
    def suggest(self, find: Callable[[str], list[str]]) -> None:
        _Suggestions(self, find, _head_and_tail)


class TextInput(QPlainTextEdit):
    """Several lines of text; Tab goes on to the next field.

    Signals:
        edited: the text is another.
    """

    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTabChangesFocus(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.textChanged.connect(self.edited)

    def value(self) -> Any:
        """Return the text without outer spaces, None if empty."""
        return self.toPlainText().strip() or None

    def set_value(self, value: Any) -> None:
        """Show a value."""
        self.setPlainText("" if value is None else str(value))

    def problem(self) -> str | None:
        """Any text is right."""
        return None

    @override
    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self.fontMetrics().lineSpacing() * 4)


_SHORT, _MEASURED = 8, 24
"""So many characters are never cut, of so many choices; longer ones are read in the open list."""


class _QuietCombo(QComboBox):
    """A combo box that the mouse wheel does not change by accident while a form scrolls."""

    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(6)
        self.setMaxVisibleItems(12)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        """Say what is chosen here; on Linux Qt gives a combo box the name of its choice."""
        if not self.accessibleDescription():
            self.setAccessibleDescription(self.accessibleName())
        super().showEvent(event)

    @override
    def minimumSizeHint(self) -> QSize:
        """Leave room for short choices, whose characters are wider than the letters Qt counts."""
        hint, metrics = super().minimumSizeHint(), self.fontMetrics()
        frame = hint.width() - self.minimumContentsLength() * metrics.horizontalAdvance("X")
        choices = (self.itemText(place) for place in range(min(self.count(), _MEASURED)))
        widths = (metrics.horizontalAdvance(each) for each in choices if len(each) <= _SHORT)
        return hint.expandedTo(QSize(frame + max(widths, default=0), 0))

    @override
    def sizeHint(self) -> QSize:
        return super().sizeHint().expandedTo(self.minimumSizeHint())

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def problem(self) -> str | None:
        """Whatever is chosen is right."""
        return None


class ChoiceInput(_QuietCombo):
    """One of a few things, such as a sex or a kind of household.

    Signals:
        edited: another is chosen.
    """

    def __init__(self, choices: Mapping[Any, str], parent: QWidget | None = None) -> None:
        """Make the input. `choices` maps values (None for no choice) to shown texts."""
        super().__init__(parent)
        self._values: list[Any] = []
        self.set_choices(choices)
        self.currentIndexChanged.connect(self.edited)

    def set_choices(self, choices: Mapping[Any, str]) -> None:
        """Offer other things, and keep the chosen one if it is among them."""
        chosen = self._values[self.currentIndex()] if self._values else None
        with QSignalBlocker(self):
            self._values = list(choices)
            self.clear()
            self.addItems(list(choices.values()))
            self.set_value(chosen)

    def value(self) -> Any:
        """Return the chosen value, None while there is nothing to choose from."""
        chosen = self.currentIndex()
        return self._values[chosen] if chosen >= 0 else None

    def set_value(self, value: Any) -> None:
        """Choose a value; an unknown one leaves the choice as it is."""
        if value in self._values:
            self.setCurrentIndex(self._values.index(value))


class CodeInput(_QuietCombo):
    """A code of a table: pick it, or type a name, a part of it, an alias or the code itself.

    Signals:
        edited: the text is another.
    """

    def __init__(self, table: CodeTable, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._table = table
        self.setEditable(True)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.addItem("")
        self.addItems(list(table.names.values()))
        completer = QCompleter(self.model(), self)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        line = QLineEdit(self)
        self.setLineEdit(line)
        line.setCompleter(completer)
        line.editingFinished.connect(self._normalise)
        self.editTextChanged.connect(self.edited)

    def value(self) -> str | None:
        """Return the code, None if empty or not understood."""
        return self._table.code_of(self.currentText())

    def set_value(self, value: str | None) -> None:
        """Show the name of a code."""
        self.setEditText(self._table.label(value))

    @override
    def problem(self) -> str | None:
        text = self.currentText().strip()
        if not text or self.value() is not None:
            return None
        return tr("“{text}”不在可选项里，请从列表中选择。").format(text=text)

    def _normalise(self) -> None:
        code = self.value()
        if code is not None:
            self.set_value(code)


class _Suggestions(QCompleter):
    """Offers what a search returns for the end of a line, and keeps the beginning."""

    def __init__(
        self,
        line: QLineEdit,
        find: Callable[[str], list[str]],
        split: Callable[[str], tuple[str, str]],
    ) -> None:
        self._model = QStringListModel()
        super().__init__(self._model, line)
        self._model.setParent(self)
        self._find = find
        self._split = split
        self._head = ""
        self.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        line.textEdited.connect(self._on_typed)
        line.setCompleter(self)

    @override
    def pathFromIndex(self, index: Index) -> str:
        return self._head + super().pathFromIndex(index)

    def _on_typed(self, text: str) -> None:
        self._head, tail = self._split(text)
        self._model.setStringList(self._find(tail))


def _head_and_tail(text: str) -> tuple[str, str]:
    head, mark, tail = text.translate(_SEPARATORS).rpartition("、")
    return head + mark, tail.strip()
