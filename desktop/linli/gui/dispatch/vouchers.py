"""Vouchers (代金券): what was issued to whom, where it was used, and the sums."""

from collections.abc import Callable, Hashable, Sequence
from datetime import date
from typing import Any, ClassVar

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from linli.domain.accounts import Right
from linli.domain.changes import Changes, Kind
from linli.domain.dispatch_lists import voucher_text
from linli.domain.providers import Voucher, VoucherDraft, voucher_sums_text
from linli.domain.registers import Register
from linli.domain.values.money import yuan
from linli.errors import FieldProblem, InvalidInput
from linli.gui.desk import Desk
from linli.gui.form_dialog import FormDialog
from linli.gui.i18n import tr
from linli.gui.inputs import ChoiceInput, LineInput, date_input
from linli.gui.registers.frame import PeopleRegister
from linli.gui.registers.inputs import yuan_input
from linli.gui.registers.somebody_input import Somebody, SomebodyInput


class VoucherForm(FormDialog):
    """Issues or changes a voucher; `saved` carries the `Changes`."""

    def __init__(self, desk: Desk, item: Voucher | None, parent: QWidget | None) -> None:
        title = tr("发放代金券") if item is None else tr("代金券")
        super().__init__(title, desk.theme, desk.ask, parent)
        self._desk = desk
        self._item = item
        add = self.form.add
        add("number", tr("券号(&N)"), LineInput(tr("照券面填写")))
        add("value", tr("面值(&M)"), yuan_input())
        add("who", tr("发给(&G)"), SomebodyInput(desk))
        add("issued_on", tr("发放日期(&B)"), date_input())
        add("valid_until", tr("有效期到(&E)"), date_input(), hint=tr("没有期限的留空"))
        if item is None:
            self.form.load(issued_on=desk.services.context.clock().date())
            return
        facts = item.facts
        self.form.load(
            number=facts.number,
            value=facts.value,
            who=Somebody(name=facts.name, resident_id=facts.resident_id),
            issued_on=facts.issued_on,
            valid_until=facts.valid_until,
        )
        self.add_history(desk, [("voucher", str(item.id))], facts.number)

    @override
    def save(self) -> Changes:
        value = self.form.value
        if not isinstance(value("issued_on"), date):
            message = tr("请填写发放日期。")
            raise InvalidInput([FieldProblem(field="issued_on", message=message)])
        who: Somebody | None = value("who")
        draft = VoucherDraft(
            number=value("number") or "",
            value=value("value") or 0,
            issued_on=value("issued_on"),
            name=who.name if who else "",
            resident_id=who.resident_id if who else None,
            valid_until=value("valid_until"),
        )
        service = self._desk.services.providers
        if self._item is None:
            return service.issue(draft)[1]
        return service.update_voucher(self._item.id, draft, version=self._item.version)


class UseForm(FormDialog):
    """Asks when and where a voucher was used; `saved` carries the `Changes`."""

    kept = False

    def __init__(self, desk: Desk, item: Voucher, parent: QWidget | None) -> None:
        title = tr("使用代金券 {number}").format(number=item.facts.number)
        super().__init__(title, desk.theme, desk.ask, parent)
        self._desk = desk
        self._item = item
        self.form.add("used_on", tr("使用日期(&B)"), date_input())
        found: dict[Any, str] = {None: tr("没有登记的地方")}
        found |= {each.id: each.facts.name for each in desk.services.providers.list_all()}
        self.form.add("provider_id", tr("用在哪里(&W)"), ChoiceInput(found))
        self.form.load(used_on=desk.services.context.clock().date())

    @override
    def save(self) -> Changes:
        value = self.form.value
        if not isinstance(value("used_on"), date):
            message = tr("请填写使用日期。")
            raise InvalidInput([FieldProblem(field="used_on", message=message)])
        service, item = self._desk.services.providers, self._item
        return service.use(item.id, value("used_on"), value("provider_id"), version=item.version)


class VouchersDialog(PeopleRegister[Voucher]):
    """Lists vouchers, the last issued first, with the sums of what is shown."""

    kinds: ClassVar[frozenset[Kind]] = frozenset({Kind.DISPATCH, Kind.RESIDENTS})
    history_table = "voucher"
    across = True

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        heads = [
            tr("券号"),
            tr("面值（元）"),
            tr("发给"),
            tr("发放日期"),
            tr("有效期到"),
            tr("使用日期"),
            tr("用在哪里"),
        ]
        super().__init__(tr("代金券"), heads, desk, parent)
        year = self._today().year
        years: dict[Any, str] = {None: tr("全部")}
        years |= {each: tr("{year}年发的").format(year=each) for each in (year, year - 1)}
        self.year = ChoiceInput(years, self)
        self.add_choice(tr("显示(&S)"), self.year)
        self.put_summary_below()
        new = self.add_editing(tr("发放(&N)…"), ordered=False)
        self.use_button = self.add_action(tr("使用(&U)…"), "check", self._on_use, right=Right.EDIT)
        self.unuse_button = self.add_action(
            tr("取消使用(&Z)"), "x", self._on_unuse, right=Right.EDIT
        )
        self.add_removing(tr("删除(&X)"), Right.REMOVE)
        self.add_output(tr("打印台账(&P)…"), tr("导出表格(&B)…"))
        hint = tr("发出去的代金券登记在这里，谁用了、用在哪里、还剩多少都查得到。")
        self.set_empty("coin", tr("还没有代金券"), hint, [new])
        self.read()

    @override
    def list_items(self) -> Sequence[Voucher]:
        return self.desk.services.providers.vouchers(self.year.value())

    @override
    def key(self, item: Voucher) -> Hashable:
        return item.id

    @override
    def line(self, item: Voucher) -> Sequence[str]:
        facts = item.facts
        return (
            facts.number,
            yuan(facts.value),
            facts.name,
            facts.issued_on.isoformat(),
            facts.valid_until.isoformat() if facts.valid_until else tr("不限"),
            item.used_on.isoformat() if item.used_on else "",
            voucher_text(item, self._today()),
        )

    @override
    def summary_text(self) -> str:
        sums = self.desk.services.providers.voucher_sums(self.year.value())
        return tr("{sums}。").format(sums=voucher_sums_text(sums)) if self.items else ""

    @override
    def open_form(self, item: Voucher | None) -> None:
        form = VoucherForm(self.desk, item, self)
        form.saved.connect(self.desk.bus.publish)
        form.open()

    @override
    def removal(self, item: Voucher) -> tuple[str, str, Callable[[], Changes]]:
        question = tr("删除代金券“{number}”？").format(number=item.facts.number)
        detail = tr("登记错了才删除，可以按 Ctrl+Z 撤销。")
        return question, detail, lambda: self.desk.services.providers.remove_voucher(item.id)

    @override
    def register(self, *, revealed: bool) -> Register:
        title = tr("代金券台账（{which}）").format(which=self.year.currentText())
        return self.desk.services.providers.voucher_register(self.year.value(), title)

    @override
    def _on_selection(self) -> None:
        super()._on_selection()
        selected = self.selected()
        one = selected[0] if len(selected) == 1 else None
        free = one is not None and not one.reserved_by
        used = one is not None and one.used_on is not None
        self.use_button.setEnabled(free and not used)
        self.unuse_button.setEnabled(free and used)

    def _on_use(self) -> None:
        form = UseForm(self.desk, self.selected()[0], self)
        form.saved.connect(self.desk.bus.publish)
        form.open()

    def _on_unuse(self) -> None:
        item = self.selected()[0]
        self.do(lambda: self.desk.services.providers.unuse(item.id))

    def _today(self) -> date:
        return self.desk.services.context.clock().date()
