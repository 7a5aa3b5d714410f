"""Entitlements (救助待遇): who gets what, what is due for a review, what was stopped."""

from collections.abc import Callable, Hashable, Sequence
from dataclasses import replace
from datetime import date
from typing import Any, ClassVar

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from linli.domain.accounts import Right
from linli.domain.changes import Changes, Kind
from linli.domain.codes import code_table
from linli.domain.entitlement_rules import ENTITLEMENT_TABLE
from linli.domain.entitlements import (
    Entitlement,
    EntitlementFilter,
    EntitlementState,
)
from linli.domain.register_texts import named
from linli.domain.registers import Register
from linli.domain.values.money import yuan
from linli.gui.desk import Desk
from linli.gui.fact_list import plain_label
from linli.gui.i18n import mark, tr
from linli.gui.inputs import ChoiceInput
from linli.gui.query_note import QueryNote
from linli.gui.registers.due_words import state_words
from linli.gui.registers.entitlement_forms import EntitlementForm, ReviewForm, StopForm
from linli.gui.registers.frame import SHOWN_MOST, PeopleRegister

_SHOWN: dict[EntitlementFilter, str] = {
    EntitlementFilter(running=True): mark("在享受的"),
    EntitlementFilter(state=EntitlementState.REVIEW): mark("待复核（到期和今天到期）"),
    EntitlementFilter(due_within=7): mark("7 天内要复核或到期"),
    EntitlementFilter(due_within=30): mark("30 天内要复核或到期"),
    EntitlementFilter(due_within=90): mark("90 天内要复核或到期"),
    EntitlementFilter(state=EntitlementState.ENDED): mark("已停发的"),
    EntitlementFilter(): mark("全部"),
}


def open_entitlements(desk: Desk, parent: QWidget, resident_id: int | None = None) -> None:
    """Show all entitlements, or those of one person."""
    EntitlementsDialog(desk, parent, resident_id).open()


class EntitlementsDialog(PeopleRegister[Entitlement]):
    """Lists entitlements; at first what is running, of one person everything."""

    kinds: ClassVar[frozenset[Kind]] = frozenset({Kind.ENTITLEMENTS, Kind.RESIDENTS})
    history_table = "entitlement"
    across = True
    is_posted = True

    def __init__(
        self, desk: Desk, parent: QWidget | None = None, resident_id: int | None = None
    ) -> None:
        heads = [
            tr("姓名"),
            tr("待遇"),
            tr("元/月"),
            tr("状态"),
            tr("复核"),
            tr("停发"),
            tr("开始"),
            tr("证号"),
            tr("住址"),
            tr("备注"),
        ]
        super().__init__(tr("救助待遇"), heads, desk, parent)
        if resident_id is not None:
            name = desk.services.residents.get(resident_id).facts.name
            self.heading.setText(tr("{name}的救助待遇").format(name=name))
        self._resident_id = resident_id
        self._note = QueryNote(desk.jobs, self)
        self.shown = ChoiceInput({each: tr(words) for each, words in _SHOWN.items()}, self)
        kinds: dict[Any, str] = {None: tr("全部待遇")}
        self.kind = ChoiceInput(kinds | dict(code_table(ENTITLEMENT_TABLE).names), self)
        if resident_id is None:
            self.add_choice(tr("显示(&S)"), self.shown)
            self.add_choice(tr("待遇(&T)"), self.kind)
        else:
            self.shown.set_value(EntitlementFilter())
            self.shown.hide()
            self.kind.hide()
        self.sums = plain_label("", "muted", self)
        self.sums.setWordWrap(True)
        self._column.insertWidget(self._column.indexOf(self._stack), self.sums)
        new = self.add_editing(tr("登记(&N)…"), ordered=False)
        self.review_button = self.add_action(
            tr("复核通过(&F)…"), "check", self._on_review, right=Right.EDIT
        )
        self.stop_button = self.add_action(tr("停发(&E)…"), "x", self._on_stop, right=Right.EDIT)
        self.add_removing(tr("删除(&X)"))
        self.add_output(tr("打印名册(&P)…"), tr("导出表格(&B)…"))
        hint = tr("登记谁享受低保、救助、津贴和补贴，到哪天复核；到了日子这里会列出来。")
        self.set_empty("users", tr("这里没有救助待遇"), hint, [new])
        self.read()

    @property
    def wanted(self) -> EntitlementFilter:
        """What is listed now."""
        chosen: EntitlementFilter = self.shown.value()
        return replace(chosen, kind_code=self.kind.value(), resident_id=self._resident_id)

    @override
    def list_items(self) -> Sequence[Entitlement]:
        return self.desk.services.entitlements.list_all(self.wanted, SHOWN_MOST)

    @override
    def key(self, item: Entitlement) -> Hashable:
        return item.id

    @override
    def line(self, item: Entitlement) -> Sequence[str]:
        facts = item.facts
        return (
            named(item.person),
            code_table(ENTITLEMENT_TABLE).label(facts.kind_code),
            "" if facts.amount is None else yuan(facts.amount),
            state_words(item, self._today()),
            "" if facts.review_date is None else facts.review_date.isoformat(),
            "" if facts.until is None else facts.until.isoformat(),
            "" if facts.since is None else facts.since.display(),
            facts.number or "",
            item.person.address,
            (facts.note or "").replace("\n", "；"),
        )

    @override
    def summary_text(self) -> str:
        """Return the sum of what is listed; the sums of each kind stand below it."""
        sums = self.desk.services.entitlements.sums(self.wanted)
        self.sums.setVisible(len(sums) > 1)
        if not sums:
            return ""
        count = sum(each.count for each in sums)
        amount = sum(each.amount for each in sums)
        table = code_table(ENTITLEMENT_TABLE)
        parts = [
            tr("{kind} {people} 人").format(kind=table.label(each.kind_code), people=each.people)
            for each in sums
        ]
        self.sums.setText(tr("、").join(parts) + tr("。"))
        text = tr("共 {count} 项。").format(count=f"{count:,}")
        if amount:
            text = tr("共 {count} 项，每月 {amount} 元。").format(
                count=f"{count:,}", amount=yuan(amount)
            )
        if self._resident_id is None:
            queries, shown = self.desk.services.queries, self._shown_words()
            self._note.shows(lambda: queries.entitlements(shown, count))
        return text + self.cut_note(len(self.items), count)

    def _shown_words(self) -> str:
        """Return the conditions of the list in words."""
        return tr("、").join((self.shown.currentText(), self.kind.currentText()))

    @override
    def open_form(self, item: Entitlement | None) -> None:
        self._publish_from(EntitlementForm(self.desk, item, self, resident_id=self._resident_id))

    @override
    def removal(self, item: Entitlement) -> tuple[str, str, Callable[[], Changes]]:
        question = tr("删除“{name}”的这一条？").format(name=item.person.name)
        detail = tr("登记错了才删除；不再享受的请点“停发”，以后还查得到。")
        return question, detail, lambda: self.desk.services.entitlements.remove(item.id)

    @override
    def register(self, *, revealed: bool) -> Register:
        title = self.windowTitle()
        if self._resident_id is None:
            title = tr("救助待遇名册（{which}）").format(which=self.shown.currentText())
        return self.desk.services.entitlements.register(self.wanted, title)

    @override
    def _on_selection(self) -> None:
        super()._on_selection()
        selected = self.selected()
        running = len(selected) == 1 and not _is_ended(selected[0], self._today())
        for button in (self.review_button, self.stop_button):
            button.setEnabled(running)

    def _today(self) -> date:
        return self.desk.services.context.clock().date()

    def _publish_from(self, form: EntitlementForm | StopForm | ReviewForm) -> None:
        form.saved.connect(self.desk.bus.publish)
        form.open()

    def _on_review(self) -> None:
        self._publish_from(ReviewForm(self.desk, self.selected()[0], self))

    def _on_stop(self) -> None:
        self._publish_from(StopForm(self.desk, self.selected()[0], self))


def _is_ended(item: Entitlement, today: date) -> bool:
    return item.state_on(today) is EntitlementState.ENDED
