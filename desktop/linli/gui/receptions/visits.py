"""The visitors' register (来访登记): who came about what, and what is left to do."""

from collections.abc import Callable, Hashable, Sequence
from dataclasses import replace
from datetime import date
from typing import Any, ClassVar

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from linli.domain.accounts import Right
from linli.domain.changes import Changes, Kind
from linli.domain.codes import code_table
from linli.domain.receptions import (
    MATTER_TABLE,
    RESULT,
    ReceptionVisit,
    VisitFilter,
    petition_matters,
)
from linli.domain.registers import Register
from linli.gui.desk import Desk
from linli.gui.i18n import mark, tr
from linli.gui.inputs import ChoiceInput
from linli.gui.petitions.dialog import open_petition
from linli.gui.receptions.forms import VisitForm, matter_choices
from linli.gui.registers.frame import PeopleRegister

_ALL, _OPEN, _OVERDUE, _MONTH, _YEAR = range(5)
_SHOWN = {
    _ALL: mark("全部来访"),
    _OPEN: mark("还没办结的"),
    _OVERDUE: mark("过了回访期限的"),
    _MONTH: mark("本月的"),
    _YEAR: mark("今年的"),
}


def open_visitors(desk: Desk, parent: QWidget) -> None:
    """Show the visitors' register."""
    VisitorsDialog(desk, parent).open()


def open_visit(desk: Desk, visit_id: int, parent: QWidget) -> None:
    """Open one visit."""
    form = VisitForm(desk, desk.services.receptions.visit(visit_id), parent)
    form.saved.connect(desk.bus.publish)
    form.open()


class VisitorsDialog(PeopleRegister[ReceptionVisit]):
    """Lists visits, the last first; of what waits, what is due first."""

    kinds: ClassVar[frozenset[Kind]] = frozenset({Kind.RECEPTIONS, Kind.GRIDS, Kind.RESIDENTS})
    history_table = "reception_visit"
    across = True
    has_phones = True

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        heads = [
            *(tr("日期"), tr("来访人"), tr("电话"), tr("事项")),
            *(tr("反映的事情"), tr("接待人"), tr("办理"), tr("回访期限")),
        ]
        super().__init__(tr("来访登记簿"), heads, desk, parent)
        self.shown = ChoiceInput({each: tr(words) for each, words in _SHOWN.items()}, self)
        matters: dict[Any, str] = {None: tr("全部事项")}
        self.matter = ChoiceInput(matters | matter_choices(desk), self)
        self.add_choice(tr("显示(&S)"), self.shown)
        self.add_choice(tr("事项(&T)"), self.matter)
        new = self.add_editing(tr("登记来访(&N)…"), ordered=False)
        self.petition_button = self.add_action(
            tr("转入信访登记(&U)"), "shield-lock", self._on_petition, right=Right.SENSITIVE
        )
        self.add_removing(tr("删除(&X)"))
        self.add_output(tr("打印登记簿(&P)…"), tr("导出表格(&B)…"))
        hint = tr("谁来了、说了什么、怎么答复的，记在这里；没办完的到了日子会排在最前面。")
        self.set_empty("notebook", tr("这里没有来访记录"), hint, [new])
        self.read()

    @property
    def wanted(self) -> VisitFilter:
        """What is listed now."""
        chosen, today = self.shown.value(), self._today()
        wanted = VisitFilter(matter_code=self.matter.value(), overdue=chosen == _OVERDUE)
        if chosen == _OPEN:
            return replace(wanted, is_open=True)
        if chosen == _MONTH:
            return replace(wanted, since=today.replace(day=1))
        return replace(wanted, since=today.replace(month=1, day=1)) if chosen == _YEAR else wanted

    @override
    def list_items(self) -> Sequence[ReceptionVisit]:
        return self.desk.services.receptions.visits(self.wanted)

    @override
    def key(self, item: ReceptionVisit) -> Hashable:
        return item.id

    @override
    def line(self, item: ReceptionVisit) -> Sequence[str]:
        facts = item.facts
        many = tr("等 {count} 人").format(count=facts.persons) if facts.persons > 1 else ""
        again = tr("（第 {count} 次）").format(count=item.times) if item.times > 1 else ""
        return (
            facts.day.isoformat(),
            facts.name + many + again,
            self.masks.show_phone(item.phone) if item.phone else "",
            code_table(MATTER_TABLE).label(facts.matter_code),
            facts.content.replace("\n", "；"),
            facts.receiver or "",
            tr("已办结") if facts.closed_on else tr(RESULT[facts.result]),
            self._due_words(item),
        )

    @override
    def summary_text(self) -> str:
        if not self.items:
            return ""
        waiting = sum(item.is_open for item in self.items)
        people = sum(item.facts.persons for item in self.items)
        words = tr("共 {count} 次 {people} 人，还没办结 {waiting} 件。")
        return words.format(count=len(self.items), people=people, waiting=waiting)

    @override
    def open_form(self, item: ReceptionVisit | None) -> None:
        form = VisitForm(self.desk, item, self)
        form.saved.connect(self.desk.bus.publish)
        form.open()

    @override
    def removal(self, item: ReceptionVisit) -> tuple[str, str, Callable[[], Changes]]:
        question = tr("删除 {day} “{name}”来访的记录？").format(
            day=item.facts.day.isoformat(), name=item.facts.name
        )
        detail = tr("可以按 Ctrl+Z 撤销。")
        return question, detail, lambda: self.desk.services.receptions.remove_visit(item.id)

    @override
    def register(self, *, revealed: bool) -> Register:
        title = tr("来访登记簿（{which}）").format(which=self.shown.currentText())
        return self.desk.services.receptions.visit_register(self.wanted, title, revealed=revealed)

    @override
    def _on_selection(self) -> None:
        super()._on_selection()
        selected = self.selected()
        one = selected[0] if len(selected) == 1 else None
        is_petition = one is not None and one.facts.matter_code in petition_matters()
        self.petition_button.setEnabled(is_petition and self.desk.may(Right.SENSITIVE))

    def _on_petition(self) -> None:
        item, petitions = self.selected()[0], self.desk.services.petitions
        known = petitions.of_visit(item.id)
        if known is not None:
            open_petition(self.desk, known.id, self)
            return
        self.desk.jobs.run(
            lambda _: petitions.take_over(item.id), owner=self, done=self._on_taken_over
        )

    def _on_taken_over(self, result: tuple[int, Changes]) -> None:
        petition_id, changes = result
        self.desk.bus.publish(changes)
        open_petition(self.desk, petition_id, self)

    def _due_words(self, item: ReceptionVisit) -> str:
        due = item.facts.follow_up
        if due is None or not item.is_open:
            return ""
        days = (self._today() - due).days
        if days > 0:
            return tr("{day}，已过 {days} 天").format(day=due.isoformat(), days=days)
        return tr("{day}，今天").format(day=due.isoformat()) if days == 0 else due.isoformat()

    def _today(self) -> date:
        return self.desk.services.context.clock().date()
