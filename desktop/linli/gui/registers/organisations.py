"""Organisations of the district (辖区单位、社会组织): who they are, who leads them, how to call."""

from collections.abc import Callable, Hashable, Sequence
from datetime import date
from typing import Any, ClassVar

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from linli.domain.changes import Changes, Kind
from linli.domain.codes import code_table
from linli.domain.organisation_lists import leader_phone
from linli.domain.organisations import (
    BETWEEN,
    ORGANISATION_TABLE,
    Organisation,
    OrganisationFilter,
    count_kinds,
)
from linli.domain.registers import Register
from linli.gui.desk import Desk
from linli.gui.i18n import tr
from linli.gui.inputs import ChoiceInput
from linli.gui.registers.frame import PeopleRegister
from linli.gui.registers.organisation_forms import OrganisationForm


def open_organisations(desk: Desk, parent: QWidget) -> None:
    """Show all organisations."""
    OrganisationsDialog(desk, parent).open()


class OrganisationsDialog(PeopleRegister[Organisation]):
    """Lists organisations in pinyin order."""

    kinds: ClassVar[frozenset[Kind]] = frozenset({Kind.ORGANISATIONS})
    history_table = "organisation"
    across = True
    has_phones = True

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        heads = [
            tr("名称"),
            tr("类别"),
            tr("负责人"),
            tr("负责人电话"),
            tr("单位电话"),
            tr("地址"),
            tr("统一社会信用代码"),
            tr("备注"),
        ]
        super().__init__(tr("辖区单位和社会组织"), heads, desk, parent)
        self.find_line = self.add_find(tr("名称、拼音、负责人、电话"))
        kinds: dict[Any, str] = {None: tr("全部类别")}
        self.kind = ChoiceInput(kinds | dict(code_table(ORGANISATION_TABLE).names), self)
        self.add_choice(tr("类别(&T)"), self.kind)
        new = self.add_editing(tr("添加(&N)…"), ordered=False)
        self.add_removing(tr("删除(&X)"))
        self.add_output(tr("打印名册(&P)…"), tr("导出表格(&B)…"))
        hint = tr("登记机关、学校、企业、业委会、商会和社会组织，负责人是谁、从哪年到哪年。")
        self.set_empty("building-community", tr("这里没有单位"), hint, [new])
        self.read()

    @property
    def wanted(self) -> OrganisationFilter:
        """What is listed now."""
        return OrganisationFilter(text=self.find_line.value() or "", kind_code=self.kind.value())

    @override
    def list_items(self) -> Sequence[Organisation]:
        return self.desk.services.organisations.list_all(self.wanted)

    @override
    def key(self, item: Organisation) -> Hashable:
        return item.id

    @override
    def line(self, item: Organisation) -> Sequence[str]:
        facts, leaders = item.facts, item.leaders_on(self._today())
        phones = (leader_phone(each, self.masks.show_phone) for each in leaders)
        return (
            facts.name,
            code_table(ORGANISATION_TABLE).label(facts.kind_code),
            BETWEEN.join(f"{each.name} {each.post or ''}".strip() for each in leaders),
            BETWEEN.join(filter(None, phones)),
            facts.phone or "",
            facts.address or "",
            facts.credit_code or "",
            (facts.note or "").replace("\n", "；"),
        )

    @override
    def summary_text(self) -> str:
        """Return how many of each kind are listed."""
        if not self.items:
            return ""
        table = code_table(ORGANISATION_TABLE)
        words = tr("{kind} {count} 个")
        parts = [
            words.format(kind=table.label(code), count=count)
            for code, count in count_kinds(self.items)
        ]
        total = tr("共 {count} 个：").format(count=f"{len(self.items):,}")
        return total + BETWEEN.join(parts) + tr("。")

    @override
    def open_form(self, item: Organisation | None) -> None:
        form = OrganisationForm(self.desk, item, self)
        form.saved.connect(self.desk.bus.publish)
        form.open()

    @override
    def removal(self, item: Organisation) -> tuple[str, str, Callable[[], Changes]]:
        question = tr("删除“{name}”？").format(name=item.facts.name)
        detail = tr("负责人的记录会一起删除，可以按 Ctrl+Z 撤销。")
        return question, detail, lambda: self.desk.services.organisations.remove(item.id)

    @override
    def register(self, *, revealed: bool) -> Register:
        title = tr("辖区单位名册")
        if self.kind.value() is not None:
            title = tr("{kind}名册").format(kind=self.kind.currentText())
        return self.desk.services.organisations.register(self.wanted, title, revealed=revealed)

    def _today(self) -> date:
        return self.desk.services.context.clock().date()
