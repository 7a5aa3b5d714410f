"""Inputs of the forms of posts: who it is, and the heads of all buildings in one table."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from linli.domain.posts import BuildingSeat, SeatEntry
from linli.gui.composite import Composite
from linli.gui.desk import Desk
from linli.gui.enter_key import EnterInLine
from linli.gui.fact_list import plain_label
from linli.gui.form_dialog import FormDialog
from linli.gui.i18n import tr
from linli.gui.inputs import ChoiceInput, LineInput
from linli.gui.plain_table import PlainTable
from linli.gui.registers.somebody_input import Somebody, SomebodyInput
from linli.gui.resident_form_numbers import MaskedLine

_PERSON, _PHONE = 2, 3


def add_person(dialog: FormDialog, desk: Desk) -> None:
    """Add the fields that say who somebody is: a resident, a member of staff, another person."""
    form = dialog.form
    form.add("name", tr("姓名(&N)"), SomebodyInput(desk), hint=tr("居民、工作人员或外来人员都可以"))
    staff: dict[Any, str] = {None: tr("不是工作人员")}
    staff |= {each.id: each.facts.name for each in desk.services.staff.list_all()}
    form.add("staff_id", tr("工作人员(&W)"), ChoiceInput(staff))
    masks = desk.services.masking.masks()
    hint = tr("居民和工作人员可以不填，用台账里的电话")
    form.add("phone", tr("电话(&T)"), MaskedLine(masks.show_phone), hint=hint)

    def take_name() -> None:
        staff_id = form.value("staff_id")
        if staff_id is not None:
            name = desk.services.staff.get(staff_id).facts.name
            form.editor("name").set_value(Somebody(name=name))

    form.editor("staff_id").edited.connect(take_name)


def person_of(dialog: FormDialog) -> dict[str, Any]:
    """Return who was named in the fields of `add_person`, by attributes of a draft."""
    form = dialog.form
    who: Somebody | None = form.value("name")
    resident_id = who.resident_id if who else None
    return {
        "name": who.name if who else "",
        "resident_id": resident_id,
        "staff_id": None if resident_id else form.value("staff_id"),
        "phone": form.value("phone"),
    }


class SeatsInput(Composite):
    """A table of buildings and two lines to write name and number in; Enter goes on.

    A number that is in the ledger stays hidden; it stays as it is unless another one is typed.

    Signals:
        edited: a building has another head or number.
    """

    edited = Signal()

    def __init__(
        self, seats: Sequence[BuildingSeat], desk: Desk, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._seats = list(seats)
        self._show_phone = desk.services.masking.masks().show_phone
        self._typed: dict[int, SeatEntry] = {}
        heads = [tr("网格"), tr("楼栋"), tr("楼栋长"), tr("电话")]
        self.table = PlainTable(heads, desk.theme, self)
        self.table.setAccessibleName(tr("各楼栋的楼栋长"))
        self.table.setMinimumHeight(desk.theme.px(220))
        words = tr("选一栋，写姓名，按回车写电话，再按回车到下一栋。清空姓名就是空缺。")
        note = plain_label(words, "muted", self)
        note.setWordWrap(True)
        self.person = LineInput(tr("楼栋长姓名"))
        self.person.setAccessibleName(tr("楼栋长姓名"))
        self.phone = LineInput(tr("电话，可以不填"))
        self.phone.setAccessibleName(tr("楼栋长电话"))
        row = QHBoxLayout()
        row.addWidget(self.person, 1)
        row.addWidget(self.phone, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(note)
        column.addLayout(row)
        column.addWidget(self.table)
        EnterInLine(self.person, self.phone.setFocus)
        EnterInLine(self.phone, self._on_next)
        self.table.itemActivated.connect(lambda _: self.person.setFocus())
        self.table.currentCellChanged.connect(self._on_row)
        self.set_value(())

    @override
    def first_part(self) -> QWidget:
        return self.person

    def value(self) -> tuple[SeatEntry, ...]:
        """Return the buildings that have another head or number than in the ledger."""
        self._write(self.table.currentRow())
        return tuple(self._typed[row] for row in sorted(self._typed))

    def set_value(self, value: Sequence[SeatEntry] | None) -> None:
        """Show these changes over what the ledger says."""
        known = {(entry.grid_id, entry.building): entry for entry in value or ()}
        found = enumerate((seat.grid_id, seat.building) for seat in self._seats)
        self._typed = {row: known[key] for row, key in found if key in known}
        with QSignalBlocker(self.table):
            self.table.set_lines(self._line(row) for row in range(len(self._seats)))
            if self._seats:
                self.table.setCurrentCell(0, 0)
        self._show(0)

    def problem(self) -> str | None:
        """Every line is checked when it is saved."""
        return None

    def _entry(self, row: int) -> SeatEntry:
        """Return what stands in a line: typed, else as the ledger has it."""
        seat = self._seats[row]
        head = seat.head.facts if seat.head else None
        present = SeatEntry(
            grid_id=seat.grid_id,
            building=seat.building,
            name=head.name if head else "",
            phone=head.phone if head else None,
        )
        return self._typed.get(row, present)

    def _line(self, row: int) -> Sequence[str]:
        seat, entry = self._seats[row], self._entry(row)
        return seat.grid, seat.place, entry.name, self._shown(row)

    def _shown(self, row: int) -> str:
        phone = self._entry(row).phone or ""
        return phone if row in self._typed or not phone else self._show_phone(phone)

    def _show(self, row: int) -> None:
        if 0 <= row < len(self._seats):
            self.person.set_value(self._entry(row).name)
            self.phone.set_value(self._shown(row))

    def _write(self, row: int) -> None:
        """Keep what stands in the two lines, if it is not what the table says."""
        if not 0 <= row < len(self._seats):
            return
        entry = self._entry(row)
        name, phone = self.person.text().strip(), self.phone.text().strip()
        if (name, phone) == (entry.name, self._shown(row)):
            return
        kept = entry.phone if phone == self._shown(row) and name == entry.name else phone or None
        self._typed[row] = SeatEntry(
            grid_id=entry.grid_id, building=entry.building, name=name, phone=kept
        )
        for column, text in ((_PERSON, name), (_PHONE, phone)):
            item = self.table.item(row, column)
            if item is not None:
                item.setText(text)
        self.edited.emit()

    def _on_row(self, row: int, _column: int, before: int, _before_column: int) -> None:
        if row != before:
            self._write(before)
            self._show(row)

    def _on_next(self) -> None:
        row = self.table.currentRow()
        self._write(row)
        if row + 1 < self.table.rowCount():
            self.table.setCurrentCell(row + 1, 0)
        self.person.setFocus()
        self.person.selectAll()
