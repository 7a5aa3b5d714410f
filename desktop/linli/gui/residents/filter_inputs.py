"""Inputs of the filter builder (筛选条件): what is chosen by clicks, several things at once."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import QEvent, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QIntValidator
from PySide6.QtWidgets import (
    QCheckBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from linli.domain.resident_filters import LONGEST_DAYS, OLDEST
from linli.gui.composite import Composite
from linli.gui.flow import FlowLayout
from linli.gui.i18n import tr
from linli.gui.inputs import ChoiceInput

_ROLE = Qt.ItemDataRole.UserRole
_LINES = 5
_FIND_FROM = 9
_CHECKED = Qt.CheckState.Checked
_UNCHECKED = Qt.CheckState.Unchecked


class ChecksInput(Composite):
    """A few things side by side, each to be ticked; the value is a tuple.

    Signals:
        edited: something was ticked or unticked.
    """

    edited = Signal()

    def __init__(self, choices: Mapping[Any, str], parent: QWidget | None = None) -> None:
        """Make the input. `choices` maps values to shown texts."""
        super().__init__(parent)
        self.boxes = {value: QCheckBox(text, self) for value, text in choices.items()}
        row = FlowLayout(self)
        for box in self.boxes.values():
            row.addWidget(box)
            box.toggled.connect(self.edited)

    def value(self) -> tuple[Any, ...]:
        """Return what is ticked."""
        return tuple(value for value, box in self.boxes.items() if box.isChecked())

    def set_value(self, value: Sequence[Any]) -> None:
        """Tick these."""
        for each, box in self.boxes.items():
            box.setChecked(each in value)

    @override
    def first_part(self) -> QWidget:
        return next(iter(self.boxes.values()))


class ManyInput(Composite):
    """A list to tick in, with a line that finds in long ones; the value is a tuple.

    Signals:
        edited: something was ticked or unticked.
    """

    edited = Signal()

    def __init__(
        self,
        choices: Mapping[Any, str],
        parent: QWidget | None = None,
        *,
        label: Callable[[Any], str] = str,
    ) -> None:
        """Make the input.

        Args:
            choices: maps values to shown texts; more may come later.
            parent: the owner.
            label: the text of a value that is not among them.
        """
        super().__init__(parent)
        self._label = label
        self._labels: dict[Any, str] = {}
        self._chosen: dict[Any, None] = {}
        self.find_line = QLineEdit(self)
        self.find_line.setPlaceholderText(tr("在下面找…"))
        self.find_line.setClearButtonEnabled(True)
        self.find_line.textChanged.connect(self._on_find)
        self.list = QListWidget(self)
        self.list.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.list.setUniformItemSizes(True)
        self.list.itemChanged.connect(self._on_ticked)
        self.none_label = QLabel(tr("还没有可以选的。"), self)
        self.none_label.setObjectName("muted")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        for widget in (self.find_line, self.list, self.none_label):
            column.addWidget(widget)
        self.set_choices(choices)

    def set_choices(self, choices: Mapping[Any, str]) -> None:
        """Offer these; what is ticked stays, even if it is not among them."""
        lost = {each: self._labels[each] for each in self._ticked() if each not in choices}
        self._labels = dict(choices) | lost
        with QSignalBlocker(self.list):
            self.list.clear()
            for value, text in self._labels.items():
                item = QListWidgetItem(text, self.list)
                item.setData(_ROLE, value)
                item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
                item.setCheckState(_CHECKED if value in self._chosen else _UNCHECKED)
        count = len(self._labels)
        self.find_line.setVisible(count >= _FIND_FROM)
        self.list.setVisible(count > 0)
        self.none_label.setVisible(count == 0)
        self._fit()
        self._on_find(self.find_line.text())

    def value(self) -> tuple[Any, ...]:
        """Return what is ticked, in the order of the list."""
        return self._ticked()

    def set_value(self, value: Sequence[Any]) -> None:
        """Tick these; what is not in the list is added to it."""
        self._chosen = dict.fromkeys(value)
        missing = {each: self._label(each) for each in value if each not in self._labels}
        self.set_choices(missing | self._labels)

    @override
    def first_part(self) -> QWidget:
        if self._labels and len(self._labels) < _FIND_FROM:
            return self.list
        return self.find_line

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        self._fit()

    def _ticked(self) -> tuple[Any, ...]:
        return tuple(each for each in self._labels if each in self._chosen)

    def _fit(self) -> None:
        """Be as high as what is offered, up to a few lines."""
        line = self.list.sizeHintForRow(0) if self.list.count() else 0
        height = line * min(self.list.count(), _LINES) + 2 * self.list.frameWidth() + 4
        if self.list.height() != height:
            self.list.setFixedHeight(max(height, 1))

    def _on_ticked(self, item: QListWidgetItem) -> None:
        value = item.data(_ROLE)
        if item.checkState() == _CHECKED:
            self._chosen[value] = None
        else:
            self._chosen.pop(value, None)
        self.edited.emit()

    def _on_find(self, text: str) -> None:
        wanted = text.strip()
        for row in range(self.list.count()):
            item = self.list.item(row)
            item.setHidden(wanted not in item.text())
        if self.list.currentRow() < 0 and self.list.count():
            self.list.setCurrentRow(0)


class GridsInput(ManyInput):
    """Grids, and 未划网格; the value is the grids' ids and whether those without one too."""

    def __init__(self, grids: Mapping[int, str], parent: QWidget | None = None) -> None:
        super().__init__({**grids, None: tr("未划网格")}, parent)

    @override
    def value(self) -> tuple[Any, ...]:
        chosen = self._ticked()
        return tuple(each for each in chosen if each is not None), None in chosen

    @override
    def set_value(self, value: Sequence[Any]) -> None:
        grids, without = value
        super().set_value([*grids, None] if without else grids)


class TagsInput(Composite):
    """Tags or skills, of which one is enough or all are asked for.

    The value is the texts, and whether all are needed.

    Signals:
        edited: something was ticked, or the way of counting is another.
    """

    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.texts = ManyInput({}, self)
        self.every = ChoiceInput({False: tr("有其中一个就算"), True: tr("全部都要有")}, self)
        self.every.setAccessibleName(tr("选了几个时"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.texts)
        column.addWidget(self.every, 0, Qt.AlignmentFlag.AlignLeft)
        self.texts.edited.connect(self._on_edited)
        self.every.edited.connect(self.edited)
        self._on_edited()

    def set_choices(self, choices: Mapping[Any, str]) -> None:
        """Offer these; what is ticked stays."""
        self.texts.set_choices(choices)

    def value(self) -> tuple[tuple[str, ...], bool]:
        """Return the texts, and whether all of several are needed."""
        texts = self.texts.value()
        return texts, len(texts) > 1 and bool(self.every.value())

    def set_value(self, value: tuple[tuple[str, ...], bool]) -> None:
        """Show the texts and the way of counting."""
        texts, every = value
        self.texts.set_value(texts)
        self.every.set_value(every)
        self._on_edited()

    @override
    def first_part(self) -> QWidget:
        return self.texts.first_part()

    def _on_edited(self) -> None:
        self.every.setVisible(len(self.texts.value()) > 1)
        self.edited.emit()


class NumberInput(QLineEdit):
    """A whole number, None where empty.

    Signals:
        edited: the text is another.
    """

    edited = Signal()

    def __init__(self, most: int, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setValidator(QIntValidator(0, most, self))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.textChanged.connect(self.edited)

    def value(self) -> int | None:
        """Return the number."""
        return int(self.text()) if self.text().isdecimal() else None

    def set_value(self, value: int | None) -> None:
        """Show a number."""
        self.setText("" if value is None else str(value))

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() != Qt.FocusReason.MouseFocusReason:
            self.selectAll()  # what is typed takes the place of the number

    @override
    def sizeHint(self) -> QSize:
        return QSize(self.fontMetrics().horizontalAdvance("0" * 8), super().sizeHint().height())


class AgeInput(Composite):
    """From which age to which; the value is both, None where open.

    Signals:
        edited: one of the two is another.
    """

    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.first = NumberInput(OLDEST, tr("几岁起"), self)
        self.last = NumberInput(OLDEST, tr("到几岁"), self)
        _in_line(self, (tr("从"), self.first, tr("岁，到"), self.last, tr("岁（不填就不限）")))
        for line in (self.first, self.last):
            line.edited.connect(self.edited)

    def value(self) -> tuple[int | None, int | None]:
        """Return the ages."""
        return self.first.value(), self.last.value()

    def set_value(self, value: tuple[int | None, int | None]) -> None:
        """Show the ages."""
        self.first.set_value(value[0])
        self.last.set_value(value[1])

    @override
    def first_part(self) -> QWidget:
        return self.first


class DaysInput(Composite):
    """Within how many days.

    Signals:
        edited: the number is another.
    """

    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.days = NumberInput(LONGEST_DAYS, tr("几天内"), self)
        _in_line(self, (self.days, tr("天内到期（已过期的也算）")))
        self.days.edited.connect(self.edited)

    def value(self) -> int | None:
        """Return the days."""
        return self.days.value()

    def set_value(self, value: int | None) -> None:
        """Show the days."""
        self.days.set_value(value)

    @override
    def first_part(self) -> QWidget:
        return self.days


def _in_line(owner: QWidget, parts: Sequence[QWidget | str]) -> None:
    row = QHBoxLayout(owner)
    row.setContentsMargins(0, 0, 0, 0)
    for part in parts:
        row.addWidget(QLabel(part, owner) if isinstance(part, str) else part)
    row.addStretch(1)
