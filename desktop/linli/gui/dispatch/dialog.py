"""Home services (家政派遣): what was asked for, who is sent, what is late."""

from collections.abc import Hashable, Sequence
from datetime import date
from typing import ClassVar

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from linli.domain.accounts import Right
from linli.domain.changes import Kind
from linli.domain.dispatch_lists import dispatch_sums_text
from linli.domain.dispatches import (
    DISPATCH_STATE,
    SATISFACTION,
    Dispatch,
    DispatchFilter,
    DispatchState,
)
from linli.domain.registers import Register
from linli.domain.values.money import yuan
from linli.gui.desk import Desk
from linli.gui.dispatch.forms import DispatchForm, MoveForm
from linli.gui.dispatch.providers import ProvidersDialog
from linli.gui.dispatch.vouchers import VouchersDialog
from linli.gui.form_dialog import FormDialog
from linli.gui.i18n import mark, tr
from linli.gui.inputs import ChoiceInput
from linli.gui.print_dialog import open_print_dialog
from linli.gui.registers.frame import PeopleRegister

_OPEN, _LATE, _YEAR, _LAST_YEAR, _ALL = "open", "late", "year", "last_year", "all"
_SHOWN = {
    _OPEN: mark("没有办完的"),
    _LATE: mark("该办没有办的"),
    _YEAR: mark("今年的"),
    _LAST_YEAR: mark("去年的"),
    _ALL: mark("全部"),
}


def open_dispatches(desk: Desk, parent: QWidget) -> None:
    """Show the requests."""
    DispatchesDialog(desk, parent).open()


def open_dispatch(desk: Desk, dispatch_id: int, parent: QWidget) -> None:
    """Open one request."""
    form = DispatchForm(desk, desk.services.dispatches.get(dispatch_id), parent)
    form.saved.connect(desk.bus.publish)
    form.open()


class DispatchesDialog(PeopleRegister[Dispatch]):
    """Lists requests, the last number first; at first those with something left to do."""

    kinds: ClassVar[frozenset[Kind]] = frozenset({Kind.DISPATCH, Kind.WORKERS, Kind.RESIDENTS})
    history_table = "dispatch"
    across = True
    has_phones = True

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        heads = [
            tr("编号"),
            tr("登记日期"),
            tr("居民"),
            tr("电话"),
            tr("做什么"),
            tr("希望的时间"),
            tr("派给"),
            tr("价格（元）"),
            tr("状态"),
        ]
        super().__init__(tr("家政派遣"), heads, desk, parent)
        self.shown = ChoiceInput({each: tr(words) for each, words in _SHOWN.items()}, self)
        self.find_line = self.add_find(tr("编号、姓名、住址、做什么"))
        self.add_choice(tr("显示(&S)"), self.shown)
        self.put_summary_below()
        new = self.add_editing(tr("登记(&N)…"), ordered=False)
        self.move_button = self.add_action(
            tr("办理(&H)…"), "check", self._on_move, right=Right.EDIT
        )
        self.slip_button = self.add_action(
            tr("打印派单(&P)"), "printer", self._on_slip, right=Right.PRINT
        )
        self.providers_button = self.add_button(tr("便民网点(&M)…"), "building", Right.READ)
        self.providers_button.clicked.connect(lambda: ProvidersDialog(desk, self).open())
        self.vouchers_button = self.add_button(tr("代金券(&Q)…"), "coin", Right.READ)
        self.vouchers_button.clicked.connect(lambda: VouchersDialog(desk, self).open())
        self.add_output(tr("打印清单(&L)…"), tr("导出表格(&B)…"))
        hint = tr("居民要人修水管、擦玻璃、照看老人，登记下来，再点“办理”派给家政人员或网点。")
        self.set_empty("id-badge-2", tr("这里没有家政服务"), hint, [new])
        self.read()

    @property
    def wanted(self) -> DispatchFilter:
        """What is listed now."""
        chosen, this_year = self.shown.value(), self._today().year
        years = {_YEAR: this_year, _LAST_YEAR: this_year - 1}
        return DispatchFilter(
            is_open=True if chosen == _OPEN else None,
            late=chosen == _LATE,
            year=years.get(chosen),
            text=self.find_line.value() or "",
        )

    @override
    def list_items(self) -> Sequence[Dispatch]:
        return self.desk.services.dispatches.list_all(self.wanted)

    @override
    def key(self, item: Dispatch) -> Hashable:
        return item.id

    @override
    def line(self, item: Dispatch) -> Sequence[str]:
        facts = item.facts
        wished = (facts.wished_on.isoformat() if facts.wished_on else "", facts.wished_time or "")
        return (
            item.number,
            facts.received_on.isoformat(),
            facts.name,
            self.masks.show_numbers_in(item.phone),
            self.masks.show_numbers_in(facts.what.replace("\n", "；")),
            " ".join(filter(None, wished)),
            item.doer,
            "" if facts.price is None else yuan(facts.price),
            self._state_words(item),
        )

    @override
    def summary_text(self) -> str:
        service = self.desk.services.dispatches
        year = self._today().year
        sums = service.sums(year)
        text = ""
        if sums.count:
            text = tr("{year}年：{sums}。").format(year=year, sums=dispatch_sums_text(sums))
        late = len(service.list_all(DispatchFilter(late=True)))
        if late:
            text += tr("该办没有办的有 {count} 件。").format(count=late)
        return text

    @override
    def open_form(self, item: Dispatch | None) -> None:
        self._publish_from(DispatchForm(self.desk, item, self))

    @override
    def register(self, *, revealed: bool) -> Register:
        title = tr("家政派遣清单（{which}）").format(which=self.shown.currentText())
        return self.desk.services.dispatches.register(self.wanted, title, revealed=revealed)

    @override
    def _on_selection(self) -> None:
        super()._on_selection()
        selected = self.selected()
        one = selected[0] if len(selected) == 1 else None
        self.move_button.setEnabled(one is not None and one.is_open)
        sent = one is not None and bool(one.doer) and one.state is not DispatchState.CANCELLED
        self.slip_button.setEnabled(sent)

    def _publish_from(self, form: FormDialog) -> None:
        form.saved.connect(self.desk.bus.publish)
        form.open()

    def _on_move(self) -> None:
        self._publish_from(MoveForm(self.desk, self.selected()[0], self))

    def _on_slip(self) -> None:
        item, service = self.selected()[0], self.desk.services.dispatches
        title = tr("家政派单 {number}").format(number=item.number)
        self.desk.jobs.run(
            lambda _: service.slips(item.id),
            owner=self,
            done=lambda content: open_print_dialog(self.desk, content, title, self),
            title=tr("正在准备打印…"),
        )

    def _state_words(self, item: Dispatch) -> str:
        words = tr(DISPATCH_STATE[item.state])
        if item.satisfaction is not None:
            return f"{words}　{tr(SATISFACTION[item.satisfaction])}"
        late = item.days_late(self._today())
        return tr("{state}，晚了 {days} 天").format(state=words, days=late) if late else words

    def _today(self) -> date:
        return self.desk.services.context.clock().date()
