"""Matters done for people (代办事项): what is open and by when, hand-overs, receipts."""

from collections.abc import Hashable, Sequence
from datetime import date
from typing import ClassVar

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from linli.domain.accounts import Right
from linli.domain.agency import AgencyCase, AgencyFilter
from linli.domain.changes import Kind
from linli.domain.clocks import Light
from linli.domain.registers import Register
from linli.gui.desk import Desk
from linli.gui.form_dialog import FormDialog
from linli.gui.i18n import mark, tr
from linli.gui.inputs import ChoiceInput
from linli.gui.lamps import lamp
from linli.gui.print_dialog import open_print_dialog
from linli.gui.registers.frame import SHOWN_MOST, PeopleRegister
from linli.gui.stations.agency_forms import AgencyForm, HandOverForm, ResultForm
from linli.gui.stations.guides import open_guides
from linli.gui.void_form import VoidForm

_SHOWN = {
    AgencyFilter(is_open=True): mark("没有办结的"),
    AgencyFilter(overdue=True): mark("超过期限的"),
    AgencyFilter(is_open=False): mark("办结和作废的"),
    AgencyFilter(): mark("全部"),
}


def open_agency(desk: Desk, parent: QWidget) -> None:
    """Show the matters that are done for people."""
    AgencyDialog(desk, parent).open()


def open_matter(desk: Desk, case_id: int, parent: QWidget) -> None:
    """Open one matter."""
    form = AgencyForm(desk, desk.services.agency.get(case_id), parent)
    form.saved.connect(desk.bus.publish)
    form.open()


class AgencyDialog(PeopleRegister[AgencyCase]):
    """Lists matters, those that are due first first; at first those that are open."""

    kinds: ClassVar[frozenset[Kind]] = frozenset({Kind.GUIDES, Kind.RESIDENTS, Kind.STAFF})
    history_table = "agency_case"
    across = True

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        heads = [
            *(tr("编号"), tr("状态"), tr("姓名"), tr("代办什么"), tr("接件")),
            *(tr("承诺办结"), tr("首问责任人"), tr("现在在谁手里"), tr("结果")),
        ]
        super().__init__(tr("代办事项"), heads, desk, parent)
        self.shown = ChoiceInput({each: tr(words) for each, words in _SHOWN.items()}, self)
        self.add_choice(tr("显示(&S)"), self.shown)
        new = self.add_editing(tr("登记代办(&N)…"), ordered=False)
        self.hand_button = self.add_action(
            tr("交接(&J)…"), "arrow-right", self._on_hand_over, right=Right.EDIT
        )
        self.end_button = self.add_action(tr("办结(&F)…"), "check", self._on_end, right=Right.EDIT)
        self.receipt_button = self.add_action(
            tr("打存根和回执(&R)"), "printer", self._on_receipt, right=Right.PRINT
        )
        self.void_button = self.add_action(tr("作废(&X)…"), "x", self._on_void, right=Right.EDIT)
        self.guides_button = self.add_button(tr("指南和代办目录(&G)…"), "notebook", Right.READ)
        self.guides_button.clicked.connect(lambda: open_guides(desk, self))
        self.add_output(tr("打印登记簿(&P)"), tr("导出表格(&B)…"))
        hint = tr("替居民跑腿办的事登记在这里：收了什么材料，答应哪天办好，交给了谁，打一张回执。")
        self.set_empty("notebook", tr("这里没有代办"), hint, [new])
        self.read()

    @property
    def wanted(self) -> AgencyFilter:
        """What is listed now."""
        chosen: AgencyFilter = self.shown.value()
        return chosen

    @override
    def read(self) -> None:
        super().read()
        calendar = self.desk.services.calendar.calendar()
        for row, item in enumerate(self.items):
            cell = self.table.item(row, 1)
            if cell is not None:
                light = item.light(self._today(), calendar)
                cell.setIcon(lamp(light))
        self.table.fit()

    @override
    def list_items(self) -> Sequence[AgencyCase]:
        return self.desk.services.agency.list_all(self.wanted, SHOWN_MOST)

    @override
    def key(self, item: AgencyCase) -> Hashable:
        return item.id

    @override
    def line(self, item: AgencyCase) -> Sequence[str]:
        facts = item.facts
        result = item.voided_reason or (item.ended.result if item.ended else "")
        return (
            item.number,
            self._state(item),
            facts.name,
            facts.item,
            facts.received_on.isoformat(),
            facts.promised_on.isoformat() if facts.promised_on else "",
            facts.first_asked,
            item.holder if item.is_open else "",
            self.masks.show_numbers_in(result.replace("\n", "；")),
        )

    @override
    def summary_text(self) -> str:
        if not self.items:
            return ""
        calendar = self.desk.services.calendar.calendar()
        late = sum(item.light(self._today(), calendar) is Light.RED for item in self.items)
        words = tr("共 {count} 件，没有办结 {waiting} 件，其中超过期限 {late} 件。")
        waiting = sum(item.is_open for item in self.items)
        return words.format(count=len(self.items), waiting=waiting, late=late)

    @override
    def open_form(self, item: AgencyCase | None) -> None:
        self._publish_from(AgencyForm(self.desk, item, self))

    @override
    def register(self, *, revealed: bool) -> Register:
        title = tr("代办登记簿（{which}）").format(which=self.shown.currentText())
        return self.desk.services.agency.register(self.wanted, title)

    @override
    def _on_selection(self) -> None:
        super()._on_selection()
        selected = self.selected()
        one = selected[0] if len(selected) == 1 else None
        waits = one is not None and one.is_open and self.desk.may(Right.EDIT)
        for button in (self.hand_button, self.end_button, self.void_button):
            button.setEnabled(waits)
        printed = one is not None and one.voided_reason is None and self.desk.may(Right.PRINT)
        self.receipt_button.setEnabled(printed)

    def _state(self, item: AgencyCase) -> str:
        if item.voided_reason is not None:
            return tr("作废")
        if item.ended is not None:
            return tr("办结")
        due, today = item.facts.promised_on, self._today()
        if due is None:
            return tr("在办")
        if due == today:
            return tr("今天到期")
        days = (due - today).days
        words = tr("还有 {days} 天") if days > 0 else tr("已过 {days} 天")
        return words.format(days=abs(days))

    def _today(self) -> date:
        return self.desk.services.context.clock().date()

    def _publish_from(self, form: FormDialog) -> None:
        form.saved.connect(self.desk.bus.publish)
        form.open()

    def _on_hand_over(self) -> None:
        self._publish_from(HandOverForm(self.desk, self.selected()[0], self))

    def _on_end(self) -> None:
        self._publish_from(ResultForm(self.desk, self.selected()[0], self))

    def _on_void(self) -> None:
        item = self.selected()[0]
        agency = self.desk.services.agency
        void = VoidForm(
            self.desk,
            item.number,
            lambda reason: agency.void(item.id, reason, version=item.version),
            self,
        )
        self._publish_from(void)

    def _on_receipt(self) -> None:
        case_id = self.selected()[0].id
        self.desk.jobs.run(
            lambda _: self.desk.services.agency.receipt(case_id),
            owner=self,
            done=lambda content: open_print_dialog(self.desk, content, tr("代办回执"), self),
            title=tr("正在准备回执…"),
        )
