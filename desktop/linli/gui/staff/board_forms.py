"""The forms of a board: one person on it, and the party members who may be added at once."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget
from typing_extensions import override

from linli.domain.boards import BoardEntry
from linli.domain.changes import Changes
from linli.domain.values.masking import Masks
from linli.gui.desk import Desk
from linli.gui.form_dialog import FormDialog
from linli.gui.i18n import tr
from linli.gui.inputs import TextInput
from linli.gui.staff.person_form import PersonForm

_LINE_UNITS = 34
_MOST_LINES = 12


class BoardEntryForm(PersonForm):
    """Adds or changes somebody on the board of a grid; `saved` carries the `Changes`."""

    def __init__(self, desk: Desk, grid_id: int, place: int | None, parent: QWidget | None) -> None:
        """Make the form of the entry at `place`, or an empty one."""
        title = tr("添加到公示栏") if place is None else tr("公示栏上的一位")
        super().__init__(title, desk, parent)
        self._grid_id = grid_id
        self._place = place
        self._entries = list(desk.services.boards.entries(grid_id))
        self.add_person(tr("姓名(&N)"), tr("认领岗位(&G)"), tr("如 政策宣传岗"))
        promise = TextInput()
        promise.setMaximumHeight(desk.theme.px(80))
        self.form.add("promise", tr("承诺(&C)"), promise, wide=True)
        entry = BoardEntry(name="") if place is None else self._entries[place]
        self.form.load(promise=entry.promise)
        self.load_person(entry)

    @override
    def save(self) -> Changes:
        person = self.helper()
        entry = BoardEntry(
            name=person.name,
            post=person.post,
            phone=person.phone,
            photo=person.photo,
            promise=self.form.value("promise"),
            resident_id=person.resident_id,
        )
        entries = list(self._entries)
        if self._place is None:
            entries.append(entry)
        else:
            entries[self._place] = entry
        return self._desk.services.boards.save(self._grid_id, entries)


class EntriesInput(QListWidget):
    """Proposed people, each with a tick.

    Signals:
        edited: a tick was set or taken away.
    """

    edited = Signal()

    def __init__(
        self, entries: Sequence[BoardEntry], masks: Masks, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._entries = tuple(entries)
        self.setResizeMode(QListWidget.ResizeMode.Adjust)  # rows as high as the look wants them
        for entry in entries:
            item = QListWidgetItem(_proposal(entry, masks), self)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Checked)
        self.setCurrentRow(0)
        self.itemChanged.connect(self.edited)

    def value(self) -> tuple[BoardEntry, ...]:
        """Return who has a tick."""
        ticked = (self.item(row).checkState() is Qt.CheckState.Checked for row in self._rows())
        return tuple(e for e, wanted in zip(self._entries, ticked, strict=True) if wanted)

    def set_value(self, value: tuple[BoardEntry, ...]) -> None:
        """Tick these."""
        for row in self._rows():
            wanted = self._entries[row] in value
            state = Qt.CheckState.Checked if wanted else Qt.CheckState.Unchecked
            self.item(row).setCheckState(state)

    def problem(self) -> str | None:
        """Say that nobody has a tick."""
        return None if self.value() else tr("一个人也没有勾选，请勾选要补入的人。")

    def _rows(self) -> range:
        return range(self.count())


class FillForm(FormDialog):
    """Lets the clerk choose which party members of a grid go on its board (补入党员)."""

    def __init__(
        self, desk: Desk, grid_id: int, proposed: Sequence[BoardEntry], parent: QWidget | None
    ) -> None:
        super().__init__(tr("补入本网格的党员"), desk.theme, desk.ask, parent)
        self._desk = desk
        self._grid_id = grid_id
        self.save_button.setText(tr("补入(&S)"))
        hint = tr("不上公示栏的，按空格键或点一下去掉勾。补入后再逐个填写认领岗位和承诺。")
        people = EntriesInput(proposed, desk.services.masking.masks())
        lines = desk.theme.px(_LINE_UNITS * min(len(proposed), _MOST_LINES))
        people.setMinimumHeight(min(lines, self.screen().availableGeometry().height() // 2))
        self.form.add("people", tr("党员(&P)"), people, hint=hint, wide=True)

    @override
    def save(self) -> Changes:
        boards = self._desk.services.boards
        present = boards.entries(self._grid_id)
        return boards.save(self._grid_id, (*present, *self.form.value("people")))


def _proposal(entry: BoardEntry, masks: Masks) -> str:
    parts = (
        entry.name,
        masks.show_phone(entry.phone) if entry.phone else tr("没有电话"),
        "" if entry.photo else tr("缺照片"),
    )
    return " · ".join(part for part in parts if part)
