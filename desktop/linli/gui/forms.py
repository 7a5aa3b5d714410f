"""Forms: aligned fields with the error beside each, in one or two columns as space allows."""

from collections.abc import Iterable
from typing import Any, Protocol

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal, SignalInstance
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QComboBox,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from linli.errors import FieldProblem
from linli.gui.actions import plain
from linli.gui.i18n import tr
from linli.gui.sign import Sign
from linli.gui.tab_order import follow_the_eye
from linli.gui.theme import Theme

_LABEL_UNITS = 104
_COLUMN_UNITS = 340


class Input(Protocol):
    """What a form needs of an input widget (see `inputs`)."""

    edited: SignalInstance

    def value(self) -> Any:
        """Return the value, None where empty."""

    def set_value(self, value: Any) -> None:
        """Show a value."""

    def problem(self) -> str | None:
        """Say what is wrong with what was typed."""


class Field(QWidget):
    """An input with its hint and, when something is wrong, the error under it."""

    def __init__(self, editor: QWidget, hint: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.editor = editor
        self._error = QLabel(self)
        self._error.setObjectName("error")
        self._error.setWordWrap(True)
        self._error.setTextFormat(Qt.TextFormat.PlainText)
        self._error.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(editor)
        self._hint = QLabel(self)
        self._hint.setObjectName("hint")
        self._hint.setWordWrap(True)
        column.addWidget(self._hint)
        column.addWidget(self._error)
        if editor.sizePolicy().verticalPolicy() is QSizePolicy.Policy.Fixed:
            column.addStretch(1)  # stays beside its label when the neighbour says more
        self.show_hint(hint)

    @property
    def error(self) -> str:
        """The error shown, "" if none."""
        return "" if self._error.isHidden() else self._error.text()

    @property
    def hint(self) -> str:
        """The line of help shown, "" if none."""
        return self._hint.text()

    def show_hint(self, text: str) -> None:
        """Show a line of help, or nothing for ""."""
        self._hint.setText(text)
        self._hint.setVisible(bool(text))
        self._describe()

    def show_error(self, text: str) -> None:
        """Show what is wrong, or nothing for ""."""
        self._error.setText(text)
        self._error.setVisible(bool(text))
        self._describe()
        if bool(self.editor.property("invalid")) != bool(text):
            self.editor.setProperty("invalid", bool(text))
            self.editor.style().unpolish(self.editor)
            self.editor.style().polish(self.editor)

    def _describe(self) -> None:
        """Let a screen reader say hint and error, and what is chosen here.

        On Linux Qt gives a combo box the name of its choice, and knows no label across parents.
        """
        said = [self._error.text(), self._hint.text()]
        if isinstance(self.editor, QComboBox):
            said.insert(0, self.editor.accessibleName())
        self.editor.setAccessibleDescription("，".join(filter(None, said)))


class _Caption(QLabel):
    """The label of a field: its letter brings the field into sight too, as Tab does."""

    @override
    def event(self, event: QEvent) -> bool:
        done = super().event(event)
        if event.type() == QEvent.Type.Shortcut:
            area: QWidget | None = self
            while area is not None and not isinstance(area, QScrollArea):
                area = area.parentWidget()
            if area is not None:
                area.ensureWidgetVisible(QApplication.focusWidget() or self)
        return done


class ProblemBand(QFrame):
    """A sentence over a form that belongs to no single field."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("problemBand")
        sign = Sign("alert-triangle", "bad", 20, theme, self)
        self._words = QLabel(self)
        self._words.setWordWrap(True)
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        row = QHBoxLayout(self)
        row.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._words, 1)
        self.hide()

    @property
    def text(self) -> str:
        """The sentence shown, "" if none."""
        return "" if self.isHidden() else self._words.text()

    def say(self, text: str) -> None:
        """Show a sentence, or nothing for ""."""
        self._words.setText(text)
        self._words.setAccessibleName(text)
        self.setVisible(bool(text))


class Form(QWidget):
    """Labelled fields under the names of a draft's attributes.

    Signals:
        edited: the clerk or the program has changed a field.
    """

    edited = Signal()

    def __init__(self, theme: Theme, *, columns: int = 1, parent: QWidget | None = None) -> None:
        """Make an empty form.

        Args:
            theme: gives the sizes.
            columns: how many fields may stand side by side where the width allows.
            parent: the owner.
        """
        super().__init__(parent)
        self._theme = theme
        self._most_columns = columns
        self._columns = columns
        self._fields: dict[str, Field] = {}
        self._inputs: dict[str, Input] = {}
        self._labels: dict[str, str] = {}
        self._items: list[tuple[QLabel | None, QWidget, bool]] = []
        self.modified = False
        self._grid = QGridLayout(self)
        self._order = QTimer(self)
        self._order.setSingleShot(True)
        self._order.timeout.connect(lambda: follow_the_eye(self))
        theme.changed.connect(self._arrange)

    def add(
        self, name: str, label: str, editor: QWidget, *, hint: str = "", wide: bool = False
    ) -> None:
        """Add a field.

        Args:
            name: the attribute of the draft.
            label: its label with a mnemonic (姓名(&N)).
            editor: an `Input` widget.
            hint: a line of help under it.
            wide: take a whole line even where two fields stand side by side.
        """
        words = _Caption(label, self)
        words.setBuddy(editor)
        _name(editor, plain(label))
        editor.setObjectName(name)
        field = Field(editor, hint, self)
        source: Any = editor
        self._inputs[name] = source
        self._labels[name] = plain(label)
        self._fields[name] = field
        source.edited.connect(self._on_edited)
        self._add_item(words, field, wide=wide)

    def add_section(self, title: str) -> None:
        """Begin a group of fields under a heading."""
        heading = QLabel(title, self)
        heading.setObjectName("section")
        heading.setWordWrap(True)
        heading.setIndent(0)
        self._add_item(None, heading, wide=True)

    def add_widget(self, widget: QWidget) -> None:
        """Add anything else over the whole width."""
        self._add_item(None, widget, wide=True)

    def names(self) -> list[str]:
        """Return the names of all fields, from top to bottom."""
        return list(self._fields)

    def label(self, name: str) -> str:
        """Return the label of a field, without its mnemonic."""
        return self._labels[name]

    def has(self, name: str) -> bool:
        """Whether there is a field of that name."""
        return name in self._fields

    def editor(self, name: str) -> Any:
        """Return the input of a field."""
        return self._inputs[name]

    def field(self, name: str) -> Field:
        """Return a field with its error."""
        return self._fields[name]

    def value(self, name: str) -> Any:
        """Return the value of a field."""
        return self._inputs[name].value()

    def load(self, **values: Any) -> None:
        """Show values by field name; the form counts as not modified afterwards."""
        for name, value in values.items():
            self._inputs[name].set_value(value)
        self.modified = False
        self.clear_problems()

    def check(self) -> list[FieldProblem]:
        """Return what is wrong with what was typed, field by field."""
        found = ((name, source.problem()) for name, source in self._inputs.items())
        return [FieldProblem(field=name, message=words) for name, words in found if words]

    def show_fields(self, names: Iterable[str], *, shown: bool) -> None:
        """Show or hide fields with their labels."""
        wanted = {self._fields[name] for name in names}
        for label, widget, _ in self._items:
            if widget in wanted and label is not None:
                label.setVisible(shown)
                widget.setVisible(shown)
        self._arrange()

    def show_problems(self, problems: Iterable[FieldProblem]) -> list[FieldProblem]:
        """Show each problem beside its field, go to the first, and return those without a field."""
        self.clear_problems()
        homeless = []
        first: QWidget | None = None
        for problem in problems:
            field = self._fields.get(problem.field.split(".")[0])
            if field is None:
                homeless.append(problem)
                continue
            text = "；".join(filter(None, (field.error, problem.message)))
            field.show_error(text)
            first = first or field.editor
        if first is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)
        return homeless

    @property
    def first_problem(self) -> Field | None:
        """The first field that says what is wrong."""
        return next((field for field in self._fields.values() if field.error), None)

    def focus_first(self) -> None:
        """Put the cursor into the first field that takes it."""
        for field in self._fields.values():
            if field.editor.isEnabled() and not field.isHidden():
                field.editor.setFocus(Qt.FocusReason.OtherFocusReason)
                return

    def clear_problems(self) -> None:
        """Show no error any more."""
        for field in self._fields.values():
            field.show_error("")

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(_LABEL_UNITS + 160), super().minimumSizeHint().height())

    @override
    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self._order.start(0)  # when the inputs have their places
        return super().event(event)

    def height_at(self, width: int) -> int:
        """Return how high the form wants to be, in pixels, where it is so wide."""
        self._use_columns(width)
        self._grid.activate()
        height = self.heightForWidth(width)
        return self.sizeHint().height() if height < 0 else height

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._use_columns(self.width())

    def _use_columns(self, width: int) -> None:
        """Set as many fields side by side as the width has room for."""
        fitting = max(1, min(self._most_columns, width // self._theme.px(_COLUMN_UNITS)))
        if fitting != self._columns:
            self._columns = fitting
            self._arrange()

    def _add_item(self, label: QLabel | None, widget: QWidget, *, wide: bool) -> None:
        self._items.append((label, widget, wide))
        self._arrange()

    def _arrange(self) -> None:
        """Put every item into its place for the number of columns that fit."""
        px = self._theme.px
        grid = self._grid
        grid.setContentsMargins(0, 0, px(8), 0)
        grid.setHorizontalSpacing(px(12))
        grid.setVerticalSpacing(px(10))
        row = column = 0
        for label, widget, wide in self._items:
            if widget.isHidden():
                continue
            if wide and column:
                row, column = row + 1, 0
            self._place(label, widget, row, column, wide=wide)
            column += self._columns if wide else 1
            if column >= self._columns:
                row, column = row + 1, 0
        for place in range(self._most_columns):
            used = place < self._columns
            grid.setColumnMinimumWidth(place * 2, px(_LABEL_UNITS) if used else 0)
            grid.setColumnStretch(place * 2 + 1, 1 if used else 0)
        for line in range(grid.rowCount()):
            grid.setRowStretch(line, 0)
        grid.setRowStretch(row + 1, 1)

    def _place(
        self, label: QLabel | None, widget: QWidget, row: int, column: int, *, wide: bool
    ) -> None:
        span = 2 * self._columns if wide else 2
        if label is None:
            self._grid.addWidget(widget, row, column * 2, 1, span)
            return
        label.setContentsMargins(0, self._theme.px(7), 0, 0)
        self._grid.addWidget(label, row, column * 2, Qt.AlignmentFlag.AlignTop)
        self._grid.addWidget(widget, row, column * 2 + 1, 1, span - 1)

    def _on_edited(self) -> None:
        self.modified = True
        self.edited.emit()


def homeless_text(problems: Iterable[FieldProblem]) -> str:
    """Return the sentences of problems that have no field of their own."""
    return tr("；").join(problem.message for problem in problems)


def _name(editor: QWidget, words: str) -> None:
    """Name a field for screen readers, and the line or list inside that takes the keys."""
    editor.setAccessibleName(words)
    inside = [editor.focusProxy(), *editor.findChildren(QLineEdit)]
    inside += [*editor.findChildren(QComboBox), *editor.findChildren(QAbstractItemView)]
    for each in inside:
        if each is not None and not each.accessibleName():
            each.setAccessibleName(words)
            return
