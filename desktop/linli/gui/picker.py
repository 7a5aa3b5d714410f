"""Choosing a household or a person that is there already, by typing what one knows of it."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from linli.domain.marking import Span, marks_in_address, marks_in_name, marks_in_number
from linli.domain.residents import Household, ResidentRow
from linli.domain.values.addresses import address_text
from linli.gui.desk import Desk
from linli.gui.find_box import DEBOUNCE_MS
from linli.gui.fitting import fit_to_screen
from linli.gui.i18n import tr
from linli.gui.marked_text import MarkedDelegate, Marking, marks_in_parts
from linli.gui.table import Index
from linli.gui.theme import Theme

_ROLE = Qt.ItemDataRole.UserRole
_SHOWN = 30


class Picker(QDialog):
    """Finds while the clerk types; Down goes to the list, Enter chooses. Show it with `open()`.

    Signals:
        chosen: the clerk has chosen; carries what was found.
    """

    chosen = Signal(object)

    def __init__(
        self,
        desk: Desk,
        title: str,
        hint: str,
        find: Callable[[str], Sequence[Any]],
        line: Callable[[Any], str],
        parent: QWidget | None = None,
        *,
        marks: Callable[[str, Any], Sequence[Span]],
        offered: Sequence[Any] = (),
    ) -> None:
        """Make the dialog.

        Args:
            desk: the working place.
            title: what is chosen.
            hint: what can be typed.
            find: returns what fits a text.
            line: returns how one of them is shown.
            parent: the window that asks.
            marks: returns which characters of the line of one of them were typed.
            offered: what is listed while nothing is typed.
        """
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self.desk = desk
        self._find_all = find
        self._offered = offered
        self._line = line
        self._marks = marks
        self._typed = ""
        self.line = QLineEdit(self)
        self.line.setPlaceholderText(hint)
        self.line.setAccessibleName(title)
        self.line.setClearButtonEnabled(True)
        self.list = QListWidget(self)
        self.list.setAccessibleName(tr("找到的结果"))
        self.list.setItemDelegate(_Lines(desk.theme, self))
        self.none_label = QLabel(tr("没有找到，换个写法试试。"), self)
        self.none_label.setObjectName("muted")
        self.buttons = QDialogButtonBox(self)
        self.choose_button = self.buttons.addButton(
            tr("选定(&S)"), QDialogButtonBox.ButtonRole.AcceptRole
        )
        self.choose_button.setProperty("primary", True)  # noqa: FBT003 - Qt's own signature
        self.buttons.addButton(tr("取消"), QDialogButtonBox.ButtonRole.RejectRole)
        for button in self.buttons.buttons():  # Enter chooses even before the list is filled
            if isinstance(button, QPushButton):
                button.setAutoDefault(False)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(DEBOUNCE_MS)
        self._timer.timeout.connect(self._find)
        self._arrange()
        self.line.textChanged.connect(self._timer.start)
        self.line.returnPressed.connect(self.accept)
        self.list.itemActivated.connect(self.accept)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        self._find()

    @override
    def accept(self) -> None:
        self.find_now()
        item = self.list.currentItem()
        if item is not None:
            self.chosen.emit(item.data(_ROLE))
            super().accept()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Down and self.line.hasFocus():
            self.list.setFocus()
            return
        super().keyPressEvent(event)

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        for widget in (self.line, self.list, self.none_label, self.buttons):
            column.addWidget(widget)
        margin = self.desk.theme.px(16)
        column.setContentsMargins(margin, margin, margin, margin)
        column.setSpacing(self.desk.theme.px(10))
        fit_to_screen(self, self.desk.theme.size(640, 440))

    def find_now(self) -> None:
        """Find what was typed at once, should Enter come right after the last letter."""
        if self._timer.isActive():
            self._timer.stop()
            self._find()

    def find_again(self) -> None:
        """Find anew: there is more to be found than before."""
        self._find()

    def marks_of(self, found: Any) -> Sequence[Span]:
        """Return what to mark in the line of what was found."""
        return self._marks(self._typed, found) if self._typed else ()

    def _find(self) -> None:
        self._typed = text = self.line.text().strip()
        self.list.clear()
        for found in self._find_all(text)[:_SHOWN] if text else self._offered:
            item = QListWidgetItem(self._line(found), self.list)
            item.setData(_ROLE, found)
        self.list.setCurrentRow(0)
        self.none_label.setVisible(bool(text) and not self.list.count())
        self.choose_button.setEnabled(self.list.count() > 0)


class _Lines(MarkedDelegate):
    """Draws what was found, and marks what was typed."""

    def __init__(self, theme: Theme, picker: Picker) -> None:
        super().__init__(theme, picker)
        self._picker = picker

    @override
    def spans(self, index: Index) -> Sequence[Span]:
        return self._picker.marks_of(index.data(_ROLE))


def household_picker(desk: Desk, parent: QWidget, *, without: int | None = None) -> Picker:
    """Return a dialog that finds a household; `without` cannot be chosen."""

    def find(text: str) -> list[Household]:
        return [found for found in desk.services.households.find(text) if found.id != without]

    hint = tr("户主或成员姓名、户号，或住址如 3-2-501")
    return Picker(desk, tr("选择户"), hint, find, household_line, parent, marks=marks_in_household)


def resident_picker(desk: Desk, parent: QWidget) -> Picker:
    """Return a dialog that finds a person."""
    hint = tr("姓名、拼音首字母、电话、证件号后四位，或住址如 3-2-501")
    find = desk.services.residents.find
    return Picker(desk, tr("选择居民"), hint, find, resident_line, parent, marks=marks_in_resident)


def household_line(household: Household) -> str:
    """Return a household in one line: where it lives, its head, how many, its number."""
    head = _head_of(household)
    number = household.facts.number
    parts = [
        address_text(household.address) or tr("没有住址"),
        tr("户主 {name}").format(name=head) if head else tr("没有户主"),
        tr("{count} 人").format(count=len(household.members)),
        tr("户号 {number}").format(number=number) if number else "",
    ]
    return " · ".join(part for part in parts if part)


def resident_line(row: ResidentRow) -> str:
    """Return a person in one line, numbers masked."""
    age = "" if row.age is None else tr("{age} 岁").format(age=row.age)
    parts = (row.name, row.sex, age, row.document, row.address)
    return " · ".join(part for part in parts if part)


def marks_in_household(typed: str, household: Household) -> list[Span]:
    """Return what of a household's line was typed."""
    parts: list[tuple[str, Marking]] = [
        (address_text(household.address), marks_in_address),
        (_head_of(household), marks_in_name),
        (household.facts.number or "", marks_in_number),
    ]
    return marks_in_parts(typed, household_line(household), parts)


def marks_in_resident(typed: str, row: ResidentRow) -> list[Span]:
    """Return what of a person's line was typed."""
    parts: list[tuple[str, Marking]] = [
        (row.name, marks_in_name),
        (row.document, marks_in_number),
        (row.address, marks_in_address),
    ]
    return marks_in_parts(typed, resident_line(row), parts)


def _head_of(household: Household) -> str:
    return next((member.name for member in household.members if member.is_head), "")
