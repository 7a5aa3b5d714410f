"""Providers near by (便民网点): what they do and for what price; a list to hang up."""

from collections.abc import Callable, Hashable, Sequence
from typing import ClassVar

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from linli.domain.changes import Changes, Kind
from linli.domain.providers import Price, Provider, ProviderDraft, parse_prices, prices_text
from linli.domain.registers import Register
from linli.errors import UserError
from linli.gui.desk import Desk
from linli.gui.form_dialog import FormDialog
from linli.gui.i18n import tr
from linli.gui.inputs import LineInput, TextInput, date_input
from linli.gui.registers.frame import PeopleRegister

_FIELDS = ("name", "what", "phone", "address", "prices", "until", "note")


class PricesInput(TextInput):
    """Prices, one in a line: 理发 10 元/次."""

    @override
    def value(self) -> tuple[Price, ...]:
        try:
            return parse_prices(self.toPlainText())
        except UserError:
            return ()

    @override
    def set_value(self, value: tuple[Price, ...] | None) -> None:
        super().set_value(prices_text(value or ()))

    @override
    def problem(self) -> str | None:
        try:
            parse_prices(self.toPlainText())
        except UserError as error:
            return error.message
        return None


class ProviderForm(FormDialog):
    """Adds or changes a provider; `saved` carries the `Changes`."""

    def __init__(self, desk: Desk, item: Provider | None, parent: QWidget | None) -> None:
        title = tr("添加便民网点") if item is None else tr("便民网点")
        super().__init__(title, desk.theme, desk.ask, parent)
        self._desk = desk
        self._item = item
        add = self.form.add
        add("name", tr("名称(&N)"), LineInput(tr("如 幸福理发店")))
        add("what", tr("服务项目(&W)"), LineInput(tr("如 理发、洗衣")))
        add("prices", tr("价格(&J)"), PricesInput(), hint=tr("每行一项，如 理发 10 元/次"))
        add("phone", tr("电话(&T)"), LineInput(), hint=tr("印在价目表上，大家都看得到"))
        add("address", tr("地址(&D)"), LineInput())
        add("until", tr("最后一天(&E)"), date_input(), hint=tr("还在做的留空"))
        add("note", tr("备注(&R)"), TextInput())
        if item is not None:
            self.form.load(**{name: getattr(item.facts, name) for name in _FIELDS})
            self.add_history(desk, [("provider", str(item.id))], item.facts.name)

    @override
    def save(self) -> Changes:
        values = {name: self.form.value(name) for name in _FIELDS}
        values |= {"name": values["name"] or "", "what": values["what"] or ""}
        draft = ProviderDraft(**values)
        service = self._desk.services.providers
        if self._item is None:
            return service.add(draft)[1]
        return service.update(self._item.id, draft, version=self._item.version)


class ProvidersDialog(PeopleRegister[Provider]):
    """Lists all providers; what is printed has those of today."""

    kinds: ClassVar[frozenset[Kind]] = frozenset({Kind.DISPATCH})
    history_table = "provider"
    across = True

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        heads = [tr("网点"), tr("服务项目"), tr("价格"), tr("电话"), tr("地址"), tr("最后一天")]
        super().__init__(tr("便民网点"), heads, desk, parent)
        new = self.add_editing(tr("添加(&N)…"), ordered=False)
        self.add_removing(tr("删除(&X)"))
        self.add_output(tr("打印价目表(&P)…"), tr("导出表格(&B)…"))
        hint = tr("理发、洗衣、配送这些便民网点和价格记在这里，可以派单，也可以印成价目表。")
        self.set_empty("building", tr("还没有便民网点"), hint, [new])
        self.read()

    @override
    def list_items(self) -> Sequence[Provider]:
        return self.desk.services.providers.list_all()

    @override
    def key(self, item: Provider) -> Hashable:
        return item.id

    @override
    def line(self, item: Provider) -> Sequence[str]:
        facts = item.facts
        return (
            facts.name,
            facts.what,
            prices_text(facts.prices, "，"),
            facts.phone or "",
            facts.address or "",
            facts.until.isoformat() if facts.until else "",
        )

    @override
    def summary_text(self) -> str:
        return tr("共 {count} 个。").format(count=len(self.items)) if self.items else ""

    @override
    def open_form(self, item: Provider | None) -> None:
        form = ProviderForm(self.desk, item, self)
        form.saved.connect(self.desk.bus.publish)
        form.open()

    @override
    def removal(self, item: Provider) -> tuple[str, str, Callable[[], Changes]]:
        question = tr("删除便民网点“{name}”？").format(name=item.facts.name)
        detail = tr("登记错了才删除；不做了的请打开，填最后一天。")
        return question, detail, lambda: self.desk.services.providers.remove(item.id)

    @override
    def register(self, *, revealed: bool) -> Register:
        return self.desk.services.providers.register(tr("便民服务网点价目表"))
