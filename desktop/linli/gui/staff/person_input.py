"""Saying who somebody is: a resident found in the ledger, or a name typed by hand."""

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from linli.domain.residents import ResidentRow
from linli.gui.composite import Composite
from linli.gui.desk import Desk
from linli.gui.fact_list import plain_label
from linli.gui.flow import FlowLayout
from linli.gui.i18n import tr
from linli.gui.icons import icon
from linli.gui.inputs import LineInput
from linli.gui.picker import Picker, marks_in_resident, resident_line


class PersonInput(Composite):
    """A name; of a resident it follows the ledger and cannot be typed over.

    Signals:
        edited: another name, or another person.
        chosen: a resident was chosen, with the id.
        released: the person is no resident any more.
    """

    edited = Signal()
    chosen = Signal(int)
    released = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.resident_id: int | None = None
        self.line = LineInput(tr("写姓名，或从居民中选"))
        self.line.edited.connect(self.edited)
        self.pick_button = QPushButton(icon("search"), tr("从居民中选(&L)…"), self)
        self.pick_button.clicked.connect(self._on_pick)
        self.release_button = QPushButton(icon("edit"), tr("改为手写(&W)"), self)
        self.release_button.clicked.connect(self._on_release)
        self._note = plain_label(tr("本社区居民，姓名随居民资料。"), "hint", self)
        self._note.setWordWrap(True)
        row = FlowLayout()
        for button in (self.pick_button, self.release_button):
            button.setAutoDefault(False)
            row.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.line)
        column.addWidget(self._note)
        column.addLayout(row)
        self._show()

    @override
    def first_part(self) -> QWidget:
        return self.line

    def value(self) -> str | None:
        """Return the name."""
        name: str | None = self.line.value()
        return name

    def set_value(self, value: str | None) -> None:
        """Show a name typed by hand."""
        self.set_person(value, None)

    def set_person(self, name: str | None, resident_id: int | None) -> None:
        """Show a name, and whose it is."""
        with QSignalBlocker(self.line):
            self.line.set_value(name)
        self.resident_id = resident_id
        self._show()

    def typed(self) -> tuple[str | None, int | None]:
        """Return the name and whose it is; for drafts."""
        return self.value(), self.resident_id

    def show_typed(self, typed: tuple[str | None, int | None]) -> None:
        """Show who stood there."""
        self.set_person(*typed)

    def problem(self) -> str | None:
        """Say that there is no name yet."""
        return None if self.value() else tr("请写姓名，或从居民中选一位。")

    def _show(self) -> None:
        linked = self.resident_id is not None
        self.line.setReadOnly(linked)
        self._note.setVisible(linked)
        self.release_button.setVisible(linked)

    def _on_pick(self) -> None:
        picker = member_picker(self._desk, self)
        picker.chosen.connect(self._on_chosen)
        picker.open()

    def _on_chosen(self, row: ResidentRow) -> None:
        self.set_person(row.name, row.id)
        self.chosen.emit(row.id)
        self.edited.emit()

    def _on_release(self) -> None:
        self.set_person(self.value(), None)
        self.released.emit()
        self.edited.emit()
        self.line.setFocus()


def member_picker(desk: Desk, parent: QWidget) -> Picker:
    """Return a dialog that finds a resident; party members are offered first (先党员)."""
    residents = desk.services.residents
    members = [candidate.resident_id for candidate in desk.services.pairings.candidates()]
    known = frozenset(members)

    def find(text: str) -> Sequence[ResidentRow]:
        return sorted(residents.find(text), key=lambda row: row.id not in known)

    def line(row: ResidentRow) -> str:
        text = resident_line(row)
        return tr("{person} · 党员").format(person=text) if row.id in known else text

    hint = tr("姓名、拼音首字母、电话，或住址如 3-2-501；不写时列出党员")
    offered = residents.rows(members)
    return Picker(
        *(desk, tr("选择居民"), hint, find, line, parent),
        marks=marks_in_resident,
        offered=offered,
    )
