"""One household (本户): its members, and all that can happen to it."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from linli.domain.accounts import Right
from linli.domain.changes import Changes, Kind
from linli.domain.codes import code_table
from linli.domain.labels import HOUSEHOLD_KIND, SEX, STATUS
from linli.domain.residents import Household, HouseholdMember, ResidentRow
from linli.domain.values.addresses import address_text
from linli.errors import NotFoundError
from linli.gui.desk import Desk
from linli.gui.history_dialog import HistoryDialog
from linli.gui.household_forms import (
    AddMemberForm,
    HouseholdForm,
    JoinForm,
    RelationForm,
    SplitForm,
)
from linli.gui.i18n import tr
from linli.gui.list_dialog import ListDialog
from linli.gui.picker import household_picker, resident_picker
from linli.gui.plain_table import PlainTable
from linli.gui.registers.visits import open_visits
from linli.gui.staff.pairings import open_pairings


class HouseholdDialog(ListDialog):
    """Shows the members in the register's order; each button is one step that can be undone."""

    def __init__(
        self,
        desk: Desk,
        household_id: int,
        resident_id: int | None = None,
        parent: QWidget | None = None,
        *,
        note: str = "",
    ) -> None:
        """Open a household with one of its members selected, the head if none is named.

        Args:
            desk: the working place.
            household_id: the household.
            resident_id: the member.
            parent: the window below.
            note: why it was opened, such as the card that was scanned.
        """
        super().__init__(tr("本户"), desk, parent)
        self.note = self._label("subheading", note)
        self.note.setVisible(bool(note))
        self._column.insertWidget(0, self.note)
        self._household_id = household_id
        self._chosen = resident_id
        self._household: Household = desk.services.households.get(household_id)
        heads = [tr("姓名"), tr("与户主关系"), tr("性别"), tr("出生日期"), tr("状态")]
        self.table = PlainTable(heads, desk.theme, self)
        self.table.setAccessibleName(tr("本户成员"))
        self.set_list(self.table)
        self._make_buttons()
        self.table.itemSelectionChanged.connect(self._on_selection)
        desk.bus.changed.connect(self._on_changed)
        self._show()

    def _make_buttons(self) -> None:
        self.relation_button = self._add(tr("改关系(&R)…"), "edit", self._on_relation)
        self.head_button = self._add(tr("设为户主(&H)"), "user", self._on_head)
        self.leave_button = self._add(tr("移出本户(&O)"), "user-minus", self._on_leave)
        self.add_member_button = self._add(tr("添加成员(&A)…"), "user-plus", self._on_add)
        self.split_button = self._add(tr("分户(&F)…"), "arrows-split", self._on_split)
        self.join_button = self._add(tr("并入另一户(&J)…"), "arrow-merge", self._on_join)
        self.edit_button = self._add(tr("户资料与移居(&D)…"), "home-move", self._on_edit)
        self.pairings_button = self._add(
            tr("结对联系(&P)…"), "heart-handshake", self._on_pairings, None
        )
        self.visits_button = self._add(tr("走访(&W)…"), "home", self._on_visits, None)
        self.history_button = self._add(tr("历史(&L)"), "history", self._on_history, None)

    def _add(
        self,
        text: str,
        icon_name: str,
        slot: Callable[[], None],
        right: Right | None = Right.EDIT,
    ) -> QWidget:
        button = self.add_button(text, icon_name, right)
        button.clicked.connect(slot)
        return button

    def _show(self) -> None:
        household = self._household
        place = address_text(household.address) or tr("没有住址")
        self.heading.setText(place)
        self.summary.setText(_summary(household))
        kept = self._chosen
        self.table.set_lines(_line(member) for member in household.members)
        ids = [member.resident_id for member in household.members]
        if ids:
            self.table.selectRow(ids.index(kept) if kept in ids else 0)
        self._on_selection()

    def _member(self) -> HouseholdMember | None:
        row = self.table.currentRow()
        members = self._household.members
        return members[row] if 0 <= row < len(members) else None

    def _run(self, work: Callable[[], Changes]) -> None:
        self.desk.jobs.run(lambda _: work(), owner=self, done=self.desk.bus.publish)

    def _on_changed(self, changes: Changes) -> None:
        if not changes.touches(Kind.HOUSEHOLDS, Kind.RESIDENTS, Kind.DWELLINGS):
            return
        try:
            self._household = self.desk.services.households.get(self._household_id)
        except NotFoundError:  # joined with another, or empty and gone
            self.reject()
            return
        self._show()

    def _on_selection(self) -> None:
        member = self._member()
        self._chosen = None if member is None else member.resident_id
        for button in (self.relation_button, self.leave_button):
            button.setEnabled(member is not None)
        self.head_button.setEnabled(member is not None and not member.is_head)
        self.split_button.setEnabled(len(self._household.members) > 1)
        self.join_button.setEnabled(bool(self._household.members))

    def _on_relation(self) -> None:
        member = self._member()
        if member is not None:
            RelationForm(self.desk, self._household_id, member, self).open()

    def _on_head(self) -> None:
        member = self._member()
        if member is None:
            return
        agreed = self.desk.ask.confirm(
            self,
            tr("把“{name}”设为户主？").format(name=member.name),
            accept=tr("设为户主"),
            detail=tr("原户主不再是户主；各成员与新户主的关系请随后核对。"),
        )
        if agreed:
            number = member.resident_id
            self._run(lambda: self.desk.services.households.set_head(self._household_id, number))

    def _on_leave(self) -> None:
        member = self._member()
        if member is None:
            return
        agreed = self.desk.ask.confirm(
            self,
            tr("把“{name}”移出本户？").format(name=member.name),
            accept=tr("移出本户"),
            detail=tr("人仍在台账里，只是不再属于这一户。可以按 Ctrl+Z 撤销。"),
        )
        if agreed:
            number = member.resident_id
            self._run(lambda: self.desk.services.households.move_member(number, None, None))

    def _on_add(self) -> None:
        picker = resident_picker(self.desk, self)
        picker.chosen.connect(self._on_person)
        picker.open()

    def _on_person(self, person: ResidentRow) -> None:
        AddMemberForm(self.desk, self._household_id, person, self).open()

    def _on_split(self) -> None:
        SplitForm(self.desk, self._household, self).open()

    def _on_join(self) -> None:
        picker = household_picker(self.desk, self, without=self._household_id)
        picker.chosen.connect(self._on_target)
        picker.open()

    def _on_target(self, target: Household) -> None:
        JoinForm(self.desk, self._household, target, self).open()

    def _on_edit(self) -> None:
        HouseholdForm(self.desk, self._household, self).open()

    def _on_pairings(self) -> None:
        open_pairings(self.desk, self, self._household_id)

    def _on_visits(self) -> None:
        open_visits(self.desk, self, household_id=self._household_id)

    def _on_history(self) -> None:
        name = self.heading.text()
        records = [("household", str(self._household_id))]
        home = self._household.facts.dwelling_id
        if home is not None:
            records.append(("dwelling", str(home)))
        HistoryDialog.of_records(self.desk, records, name, self).open()


def _summary(household: Household) -> str:
    number, grid = household.facts.number, household.grid_label
    cards = "、".join(household.card_numbers)
    parts = [
        tr(HOUSEHOLD_KIND[household.facts.kind]),
        tr("{count} 人").format(count=len(household.members)),
        tr("户号 {number}").format(number=number) if number else tr("没有户号"),
        grid or tr("没有划入网格"),
        tr("卡号 {cards}").format(cards=cards) if cards else "",
    ]
    return " · ".join(part for part in parts if part)


def _line(member: HouseholdMember) -> tuple[str, ...]:
    relation = code_table("relation").label(member.relation_code)
    return (
        member.name,
        tr("户主") if member.is_head else relation,
        tr(SEX[member.sex]),
        "" if member.birth is None else member.birth.display(),
        tr(STATUS[member.status]),
    )
