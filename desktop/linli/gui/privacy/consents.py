"""Consent notices (告知书): who has signed, who has not, who refused or withdrew."""

from collections.abc import Callable, Hashable, Sequence
from typing import ClassVar

from PySide6.QtWidgets import QPushButton, QWidget
from typing_extensions import override

from linli.domain.accounts import Right
from linli.domain.changes import Changes, Kind
from linli.domain.codes import code_table
from linli.domain.consents import (
    ANSWER_LABELS,
    SENSITIVE_TABLE,
    STATE_LABELS,
    Consent,
    ConsentFilter,
    ConsentRow,
    ConsentState,
)
from linli.domain.register_texts import named
from linli.gui.desk import Desk
from linli.gui.form_dialog import FormDialog
from linli.gui.i18n import mark, tr
from linli.gui.inputs import ChoiceInput
from linli.gui.privacy.consent_forms import ConsentForm, NoticeFactsForm, WithdrawForm
from linli.gui.privacy.outputs import print_notices
from linli.gui.register_dialog import RegisterDialog
from linli.gui.registers.frame import SHOWN_MOST

_SHOWN = {
    ConsentFilter(state=ConsentState.NONE): mark("还没有签的"),
    ConsentFilter(state=ConsentState.NONE, guarded=True): mark("还没有签的儿童（监护人签）"),
    ConsentFilter(state=ConsentState.WITHDRAWN): mark("撤回同意的"),
    ConsentFilter(state=ConsentState.REFUSED): mark("拒绝的"),
    ConsentFilter(state=ConsentState.GIVEN): mark("已签的"),
    ConsentFilter(): mark("全部"),
}


def open_consents(desk: Desk, parent: QWidget) -> None:
    """Show who has signed the notice and who has not."""
    ConsentsDialog(desk, parent).open()


def open_consent_form(desk: Desk, resident_ids: Sequence[int], parent: QWidget) -> None:
    """Open the form of a notice that came back, of one person or several."""
    rows = desk.services.residents.rows(list(resident_ids))
    form = ConsentForm(desk, resident_ids, _whom([row.name for row in rows]), parent)
    form.saved.connect(desk.bus.publish)
    form.open()


class ConsentsDialog(RegisterDialog[ConsentRow]):
    """Lists people with their last notice; at first those who have none."""

    kinds: ClassVar[frozenset[Kind]] = frozenset({Kind.CONSENTS, Kind.RESIDENTS})
    history_table = "resident"

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        heads = [
            tr("姓名"),
            tr("年龄"),
            tr("住址"),
            tr("状态"),
            tr("签名日期"),
            tr("怎么签的"),
            tr("单独同意"),
            tr("经办人"),
            tr("备注"),
        ]
        super().__init__(tr("告知书"), heads, desk, parent)
        self.shown = ChoiceInput({each: tr(words) for each, words in _SHOWN.items()}, self)
        self.add_choice(tr("显示(&S)"), self.shown)
        self.sign_button = self._add(tr("登记签收(&N)…"), "check", self._on_sign, self._some)
        self.withdraw_button = self._add(tr("撤回同意(&W)…"), "x", self._on_withdraw, self._one)
        self.add_removing(tr("删除记错的(&X)"))
        self.print_button = self._add(tr("打印告知书(&P)…"), "printer", self._on_print, self._some)
        self.blank_button = self._add(tr("打印空白的(&B)…"), "printer", self._on_blank)
        self.facts_button = self._add(tr("告知书内容(&T)…"), "edit", self._on_facts)
        self.facts_button.setEnabled(desk.may(Right.SETTINGS))
        hint = tr("换一个条件，或者先登记居民。打印告知书请本人签名，收回后在这里登记。")
        self.set_empty("users", tr("这里没有人"), hint, [])
        self.read()

    @override
    def read(self) -> None:
        """List everything anew; who moves up at the end of a cut list is nobody new."""
        row = max(self.table.currentRow(), 0)
        super().read()
        if len(self.items) >= SHOWN_MOST:
            self.select([min(row, len(self.items) - 1)])

    @override
    def list_items(self) -> Sequence[ConsentRow]:
        return self.desk.services.consents.list_people(self.shown.value(), SHOWN_MOST)

    @override
    def key(self, item: ConsentRow) -> Hashable:
        return item.person.id

    @override
    def line(self, item: ConsentRow) -> Sequence[str]:
        person, consent = item.person, item.consent
        return (
            named(person),
            "" if person.age is None else str(person.age),
            person.address,
            tr(STATE_LABELS[item.state]),
            *_words(consent),
        )

    @override
    def summary_text(self) -> str:
        counts = self.desk.services.consents.counts()
        words = tr(
            "在住 {people} 人：已签 {given}，没有签 {none}，拒绝 {refused}，撤回 {withdrawn}。"
        )
        text = words.format(
            people=f"{counts.people:,}",
            given=f"{counts.given:,}",
            none=f"{counts.none:,}",
            refused=f"{counts.refused:,}",
            withdrawn=f"{counts.withdrawn:,}",
        )
        if len(self.items) < SHOWN_MOST:
            return text
        return text + tr("这里只列出前 {shown} 行。").format(shown=f"{SHOWN_MOST:,}")

    @override
    def open_form(self, item: ConsentRow | None) -> None:
        if item is not None:
            self._publish_from(ConsentForm(self.desk, [item.person.id], item.person.name, self))

    @override
    def removal(self, item: ConsentRow) -> tuple[str, str, Callable[[], Changes]]:
        question = tr("删除“{name}”最近的一份告知书记录？").format(name=item.person.name)
        detail = tr("登记错了才删除；本人不再同意的请点“撤回同意”，以后还查得到。")
        consent = item.consent
        number = 0 if consent is None else consent.id
        return question, detail, lambda: self.desk.services.consents.remove(number)

    @override
    def _on_selection(self) -> None:
        super()._on_selection()
        selected = self.selected()
        has_one = len(selected) == 1 and selected[0].consent is not None
        given = len(selected) == 1 and selected[0].state is ConsentState.GIVEN
        self.withdraw_button.setEnabled(given)
        self.remove_button.setEnabled(has_one)

    def _add(
        self,
        text: str,
        icon_name: str,
        slot: Callable[[], None],
        group: list[QPushButton] | None = None,
    ) -> QPushButton:
        button = self.add_button(text, icon_name)
        button.clicked.connect(slot)
        if group is not None:
            group.append(button)
        return button

    def _publish_from(self, form: FormDialog) -> None:
        form.saved.connect(self.desk.bus.publish)
        form.open()

    def _on_sign(self) -> None:
        open_consent_form(self.desk, [item.person.id for item in self.selected()], self)

    def _on_withdraw(self) -> None:
        (item,) = self.selected()
        if item.consent is not None:
            self._publish_from(WithdrawForm(self.desk, item.consent, item.person.name, self))

    def _on_print(self) -> None:
        print_notices(self.desk, [item.person.id for item in self.selected()], self)

    def _on_blank(self) -> None:
        print_notices(self.desk, [], self)

    def _on_facts(self) -> None:
        self._publish_from(NoticeFactsForm(self.desk, self))


def _words(consent: Consent | None) -> tuple[str, ...]:
    if consent is None:
        return ("", "", "", "", "")
    facts = consent.facts
    how = tr(ANSWER_LABELS[facts.answer])
    if facts.guardian:
        how += f"（{' '.join(filter(None, (facts.guardian, facts.guardian_relation)))}）"
    names = code_table(SENSITIVE_TABLE).names
    said = [consent.withdrawn_reason, facts.note]
    if consent.withdrawn_on is not None:
        said.insert(0, tr("{day} 撤回").format(day=consent.withdrawn_on.isoformat()))
    return (
        facts.day.isoformat(),
        how,
        tr("、").join(names[code].partition("（")[0] for code in facts.separate),
        consent.account,
        "；".join(filter(None, said)).replace("\n", "；"),
    )


def _whom(names: Sequence[str]) -> str:
    shown = tr("、").join(names[:3])
    return (
        shown
        if len(names) <= 3
        else tr("{names}等 {count} 人").format(names=shown, count=len(names))
    )
