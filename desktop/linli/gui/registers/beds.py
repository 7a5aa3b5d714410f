"""Beds of homes for the old (养老床位): who has which, which are free, who had one before."""

from collections.abc import Hashable, Sequence
from datetime import date
from typing import Any, ClassVar

from PySide6.QtCore import QSignalBlocker
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget, QWidget
from typing_extensions import override

from linli.domain.accounts import Right
from linli.domain.bed_lists import count_text
from linli.domain.beds import Bed, BedFilter, Stay, days_of
from linli.domain.changes import Kind
from linli.domain.registers import Register
from linli.gui.desk import Desk
from linli.gui.form_dialog import FormDialog
from linli.gui.i18n import mark, tr
from linli.gui.inputs import ChoiceInput
from linli.gui.list_dialog import ListDialog
from linli.gui.plain_table import PlainTable
from linli.gui.registers.bed_forms import BedForm, BedsForm, LeaveForm, MoveForm, StayForm
from linli.gui.registers.bed_tiles import BedTiles
from linli.gui.registers.frame import PeopleRegister

_SHOWN = {None: mark("全部床位"), True: mark("空床"), False: mark("在住的")}
_PICTURE, _LIST = range(2)
_VIEWS = {_PICTURE: mark("床位图"), _LIST: mark("列表")}


def open_beds(desk: Desk, parent: QWidget) -> None:
    """Show the beds of all homes."""
    BedsDialog(desk, parent).open()


class BedsDialog(PeopleRegister[Bed]):
    """Shows beds as a picture or as a list; both have the same lines selected."""

    kinds: ClassVar[frozenset[Kind]] = frozenset({Kind.BEDS, Kind.RESIDENTS})
    history_table = "bed"
    has_phones = True

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        self.tiles = BedTiles(desk.theme)
        self._views = QStackedWidget()
        heads = [
            tr("养老机构"),
            tr("房间"),
            tr("床号"),
            tr("入住人"),
            tr("性别"),
            tr("年龄"),
            tr("入住日期"),
            tr("曾住"),
            tr("备注"),
        ]
        super().__init__(tr("养老床位"), heads, desk, parent)
        self.facility = ChoiceInput({None: tr("全部养老机构")}, self)
        self.shown = ChoiceInput({each: tr(words) for each, words in _SHOWN.items()}, self)
        self.view = ChoiceInput({each: tr(words) for each, words in _VIEWS.items()}, self)
        self.add_choice(tr("机构(&J)"), self.facility)
        self.add_choice(tr("显示(&D)"), self.shown)
        self.add_choice(tr("样式(&V)"), self.view)
        self.stay_button = self.add_action(
            tr("入住(&R)…"), "user-plus", self._on_open, right=Right.EDIT
        )
        self.leave_button = self.add_action(
            tr("离开(&E)…"), "logout", self._on_leave, right=Right.EDIT
        )
        self.move_button = self.add_action(
            tr("换床(&H)…"), "arrow-right", self._on_move, right=Right.EDIT
        )
        self.history_button = self.add_action(tr("住过的人(&Y)…"), "history", self._on_history)
        self.new_button = self.add_button(tr("添加床位(&N)…"), "plus", Right.EDIT)
        self.new_button.clicked.connect(self._on_new)
        self.bed_button = self.add_action(tr("床位资料(&F)…"), "edit", self._on_bed)
        self.remove_button = self.add_action(
            tr("删除(&X)"), "trash", self._on_remove, needs_one=False, right=Right.REMOVE
        )
        QShortcut(QKeySequence("Delete"), self._views, self.remove_button.click)
        self.add_output(tr("打印床位表(&P)…"), tr("导出表格(&B)…"))
        action = self.addAction(tr("添加床位(&N)…"))
        action.triggered.connect(self._on_new)
        hint = tr("先添加床位，如 敬老中心 101-125 每间 2 张，再登记谁住哪一张。")
        self.set_empty("home", tr("这里没有床位"), hint, [action])
        self.tiles.itemSelectionChanged.connect(self._on_tiles)
        self.tiles.itemActivated.connect(lambda _: self._on_open())
        self.read()
        self._views.currentWidget().setFocus()

    @property
    def wanted(self) -> BedFilter:
        """What is listed now."""
        return BedFilter(facility=self.facility.value(), free=self.shown.value())

    @override
    def set_list(self, widget: QWidget) -> None:
        """Put the picture over the table."""
        self._views.addWidget(self.tiles)
        self._views.addWidget(widget)
        super().set_list(self._views)

    @override
    def read(self) -> None:
        none: dict[Any, str] = {None: tr("全部养老机构")}
        counts = self.desk.services.beds.facilities()
        self.facility.set_choices(none | {each.facility: each.facility for each in counts})
        self._views.setCurrentIndex(self.view.value())
        self._views.setFocusProxy(self._views.currentWidget())
        super().read()

    @override
    def list_items(self) -> Sequence[Bed]:
        found = self.desk.services.beds.list_all(self.wanted)
        with QSignalBlocker(self.tiles):
            self.tiles.set_beds(found)
        return found

    @override
    def key(self, item: Bed) -> Hashable:
        return item.id

    @override
    def line(self, item: Bed) -> Sequence[str]:
        facts, stay = item.facts, item.stay
        person = stay.person if stay else None
        notes = (stay.facts.note if stay else None, facts.note)
        age = "" if person is None or person.age is None else str(person.age)
        return (
            facts.facility,
            facts.room or "",
            facts.number,
            stay.name if stay else tr("（空床）"),
            person.sex if person else "",
            age,
            stay.facts.since.isoformat() if stay else "",
            tr("{count} 人").format(count=item.earlier) if item.earlier else "",
            "；".join(filter(None, notes)).replace("\n", "；"),
        )

    @override
    def summary_text(self) -> str:
        """Return the sums of each home, whatever of it is listed."""
        facility = self.facility.value()
        counts = self.desk.services.beds.facilities()
        return "；".join(count_text(each) for each in counts if facility in (None, each.facility))

    @override
    def open_form(self, item: Bed | None) -> None:
        if item is None:
            self._on_new()
        else:
            self._publish_from(StayForm(self.desk, item, self))

    @override
    def register(self, *, revealed: bool) -> Register:
        title = tr("养老床位表")
        if self.facility.value() is not None:
            title = tr("{facility}床位表").format(facility=self.facility.value())
        if self.shown.value() is not None:
            title += tr("（{which}）").format(which=self.shown.currentText())
        return self.desk.services.beds.register(self.wanted, title, revealed=revealed)

    @override
    def _on_selection(self) -> None:
        super()._on_selection()
        selected = self.selected()
        taken = len(selected) == 1 and selected[0].stay is not None
        self.leave_button.setEnabled(taken)
        self.move_button.setEnabled(taken)
        self.stay_button.setText(tr("入住资料(&R)…") if taken else tr("入住(&R)…"))
        self.remove_button.setEnabled(bool(selected) and all(bed.stay is None for bed in selected))
        rows = [index.row() for index in self.table.selectionModel().selectedRows()]
        if sorted(rows) != self.tiles.rows():
            self._select_tiles(rows)

    def _select_tiles(self, rows: Sequence[int]) -> None:
        """Show in the picture what is selected in the table."""
        with QSignalBlocker(self.tiles):
            if rows:
                self.tiles.setCurrentRow(self.table.currentRow())
            self.tiles.clearSelection()
            for row in rows:
                self.tiles.item(row).setSelected(True)
        self.tiles.viewport().update()

    def _on_tiles(self) -> None:
        """Select in the table what is selected in the picture."""
        rows = self.tiles.rows()
        current = self.tiles.currentRow()
        if current in rows:  # the one that the cursor is on stays the current one
            rows = [current, *(row for row in rows if row != current)]
        with QSignalBlocker(self.table):
            self.select(rows)
        self._on_selection()

    def _publish_from(self, form: FormDialog) -> None:
        form.saved.connect(self.desk.bus.publish)
        form.open()

    def _on_new(self) -> None:
        self._publish_from(BedsForm(self.desk, self, facility=self.facility.value() or ""))

    def _on_bed(self) -> None:
        self._publish_from(BedForm(self.desk, self.selected()[0], self))

    def _on_leave(self) -> None:
        self._publish_from(LeaveForm(self.desk, self.selected()[0], self))

    def _on_move(self) -> None:
        self._publish_from(MoveForm(self.desk, self.selected()[0], self))

    def _on_history(self) -> None:
        BedHistory(self.desk, self.selected()[0], self).open()

    @override
    def _on_remove(self) -> None:
        selected = self.selected()
        question = tr("删除选中的 {count} 张床位？").format(count=len(selected))
        detail = tr("以前谁住过的记录会一起删除，可以按 Ctrl+Z 撤销。")
        if self.desk.ask.confirm(self, question, accept=tr("删除"), detail=detail):
            ids = [bed.id for bed in selected]
            self.do(lambda: self.desk.services.beds.remove(ids))


class BedHistory(ListDialog):
    """Who has and had a bed."""

    def __init__(self, desk: Desk, bed: Bed, parent: QWidget) -> None:
        words = tr("{bed}住过的人").format(bed=f"{bed.facts.facility} {bed.facts.label}")
        super().__init__(words, desk, parent)
        heads = [tr("姓名"), tr("入住日期"), tr("离开日期"), tr("天数"), tr("备注")]
        self.table = PlainTable(heads, desk.theme, self)
        self.table.setAccessibleName(words)
        self.set_list(self.table)
        self.set_empty("history", tr("这张床还没有人住过"), "", [])
        stays = desk.services.beds.history(bed.id)
        today = desk.services.context.clock().date()
        self.table.set_lines(_stay_line(stay, today) for stay in stays)
        self.summary.setText(tr("共 {count} 人次。").format(count=len(stays)) if stays else "")
        self.show_empty(empty=not stays)


def _stay_line(stay: Stay, today: date) -> Sequence[str]:
    until = stay.facts.until
    return (
        stay.name,
        stay.facts.since.isoformat(),
        until.isoformat() if until else tr("在住"),
        str(days_of(stay, today)),
        (stay.facts.note or "").replace("\n", "；"),
    )
