"""Inputs of the forms of teams: several of a list by ticking, a time of day, several residents."""

from collections.abc import Iterable, Mapping
from datetime import time
from typing import Any

from PySide6.QtCore import QSignalBlocker, QSize, Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from linli.domain.patrols import parse_time
from linli.domain.residents import ResidentRow
from linli.gui.composite import Composite
from linli.gui.desk import Desk
from linli.gui.fact_list import plain_label
from linli.gui.i18n import tr
from linli.gui.icons import icon
from linli.gui.inputs import ParsedInput
from linli.gui.picker import Picker, marks_in_resident, resident_line

_ROLE = Qt.ItemDataRole.UserRole
_MOST_LINES = 8


class ChecksInput(QListWidget):
    """Some of a few things, ticked with Space.

    Signals:
        edited: others are ticked.
    """

    edited = Signal()

    def __init__(self, choices: Mapping[Any, str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTabKeyNavigation(False)
        for value, text in choices.items():
            item = QListWidgetItem(text, self)
            item.setData(_ROLE, value)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Unchecked)
        self.setCurrentRow(0)
        self.itemChanged.connect(lambda _: self.edited.emit())

    def value(self) -> tuple[Any, ...]:
        """Return what is ticked, in order."""
        items = (self.item(row) for row in range(self.count()))
        ticked = Qt.CheckState.Checked
        return tuple(item.data(_ROLE) for item in items if item.checkState() is ticked)

    def set_value(self, value: Iterable[Any] | None) -> None:
        """Tick these and nothing else."""
        wanted = set(value or ())
        with QSignalBlocker(self):
            for row in range(self.count()):
                item = self.item(row)
                on = item.data(_ROLE) in wanted
                item.setCheckState(Qt.CheckState.Checked if on else Qt.CheckState.Unchecked)

    def problem(self) -> str | None:
        """Any choice is right."""
        return None

    @override
    def sizeHint(self) -> QSize:
        lines = min(max(self.count(), 1), _MOST_LINES)
        high = max(self.sizeHintForRow(0), self.fontMetrics().lineSpacing())
        return QSize(super().sizeHint().width(), lines * high + 2 * self.frameWidth() + 4)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(super().minimumSizeHint().width(), self.sizeHint().height())


def time_input() -> ParsedInput[time]:
    """Return an input for a time of day."""
    return ParsedInput(parse_time, lambda at: f"{at:%H:%M}", tr("如 20:00"))


class SeveralPicker(Picker):
    """Finds residents one after the other: Enter takes one and goes on, Escape ends."""

    @override
    def accept(self) -> None:
        self.find_now()
        if self.list.currentRow() < 0:  # Enter on nothing: that was all
            self.reject()
            return
        self.chosen.emit(self.list.currentItem().data(_ROLE))
        self.line.clear()
        self.line.setFocus()


class ResidentsInput(Composite):
    """Several residents, each found by what one knows of them.

    Signals:
        edited: one more, or one less.
    """

    edited = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.list = QListWidget(self)
        self.list.setAccessibleName(tr("已选的居民"))
        self.list.setMaximumHeight(desk.theme.px(180))
        self.pick_button = QPushButton(icon("search"), tr("选择居民(&K)…"), self)
        self.drop_button = QPushButton(icon("x"), tr("去掉(&Q)"), self)
        self.pick_button.clicked.connect(self._on_pick)
        self.drop_button.clicked.connect(self._on_drop)
        self.count = plain_label("", "muted", self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        for widget in (self.pick_button, self.list, self.count, self.drop_button):
            column.addWidget(widget)
        for button in (self.pick_button, self.drop_button):
            button.setAutoDefault(False)
        self._tell()

    @override
    def first_part(self) -> QWidget:
        return self.pick_button

    def value(self) -> tuple[int, ...]:
        """Return their ids in the order in which they were chosen."""
        return tuple(self.list.item(row).data(_ROLE) for row in range(self.list.count()))

    def set_value(self, value: Iterable[int] | None) -> None:
        """Show people."""
        self.list.clear()
        for person in self._desk.services.residents.rows(list(value or ())):
            self._put(person)

    def problem(self) -> str | None:
        """Say that somebody has to be chosen."""
        return None if self.list.count() else tr("请点“选择居民”，选出要加入的人。")

    def _on_pick(self) -> None:
        picker = SeveralPicker(
            self._desk,
            tr("选择居民，可连续选几位"),
            tr("姓名、拼音首字母、电话、证件号后四位，或住址如 3-2-501"),
            self._desk.services.residents.find,
            resident_line,
            self,
            marks=marks_in_resident,
        )
        picker.chosen.connect(self._on_chosen)
        picker.open()

    def _on_chosen(self, person: ResidentRow) -> None:
        if person.id not in self.value():
            self._put(person)
            self.edited.emit()

    def _on_drop(self) -> None:
        if self.list.currentRow() >= 0:
            self.list.takeItem(self.list.currentRow())
            self._tell()
            self.edited.emit()

    def _put(self, person: ResidentRow) -> None:
        item = QListWidgetItem(resident_line(person), self.list)
        item.setData(_ROLE, person.id)
        self.list.setCurrentItem(item)
        self._tell()

    def _tell(self) -> None:
        self.count.setText(tr("已选 {count} 人").format(count=self.list.count()))
        self.drop_button.setEnabled(self.list.count() > 0)
