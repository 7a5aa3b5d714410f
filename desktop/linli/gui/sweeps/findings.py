"""What sweeps found (发现的矛盾): what is left to do, and the case that a finding becomes."""

from collections.abc import Hashable, Sequence
from datetime import date
from typing import Any, ClassVar

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from linli.domain.accounts import Right
from linli.domain.cases import DISPUTE_TABLE
from linli.domain.changes import Changes, Kind
from linli.domain.codes import code_table
from linli.domain.registers import Register
from linli.domain.sweep_lists import handling_text, people_text
from linli.domain.sweeps import Finding, FindingFilter, place_of
from linli.gui.desk import Desk
from linli.gui.i18n import mark, tr
from linli.gui.inputs import ChoiceInput
from linli.gui.registers.frame import PeopleRegister
from linli.gui.sweeps.forms import SweepForm

_OPEN, _RISK, _PREVENTED, _YEAR, _ALL = "open", "risk", "prevented", "year", "all"
_SHOWN = {
    _OPEN: mark("还没有办完的"),
    _RISK: mark("可能激化的"),
    _PREVENTED: mark("已预防的"),
    _YEAR: mark("今年的"),
    _ALL: mark("全部"),
}


def open_findings(desk: Desk, parent: QWidget) -> None:
    """Show what sweeps found."""
    FindingsDialog(desk, parent).open()


class FindingsDialog(PeopleRegister[Finding]):
    """Lists findings of all sweeps, the last first; at first those that are not done with."""

    kinds: ClassVar[frozenset[Kind]] = frozenset({Kind.SWEEPS, Kind.CASES, Kind.GRIDS})
    history_table = "sweep_finding"
    across = True

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        heads = [
            *(tr("日期"), tr("网格"), tr("地点"), tr("涉及的人")),
            *(tr("类型"), tr("激化风险"), tr("处理"), tr("情况")),
        ]
        super().__init__(tr("排查发现的矛盾"), heads, desk, parent)
        self.shown = ChoiceInput({each: tr(words) for each, words in _SHOWN.items()}, self)
        kinds: dict[Any, str] = {None: tr("全部类型")}
        self.kind = ChoiceInput(kinds | dict(code_table(DISPUTE_TABLE).names), self)
        self.add_choice(tr("显示(&T)"), self.shown)
        self.add_choice(tr("类型(&K)"), self.kind)
        self.case_button = self.add_action(
            tr("转为案件(&Z)"), "scale", self._on_case, right=Right.MEDIATE
        )
        self.show_button = self.add_action(
            tr("看案件(&A)…"), "folder-open", self._on_show, right=Right.MEDIATE
        )
        self.open_button = self.add_action(
            tr("打开排查记录(&D)…"), "edit", self._on_open, right=Right.MEDIATE
        )
        self.add_output(tr("打印清单(&P)…"), tr("导出表格(&E)…"))
        hint = tr("排查时发现的矛盾纠纷，当场没有化解的列在这里，点一下就转为案件。")
        self.set_empty("list-check", tr("这里没有发现的矛盾"), hint, [])
        self.read()

    @property
    def wanted(self) -> FindingFilter:
        """What is listed now."""
        chosen = self.shown.value()
        return FindingFilter(
            since=self._today().replace(month=1, day=1) if chosen == _YEAR else None,
            kind_code=self.kind.value(),
            is_open=chosen == _OPEN,
            risk=chosen == _RISK,
            prevented=chosen == _PREVENTED,
        )

    @override
    def list_items(self) -> Sequence[Finding]:
        return self.desk.services.sweeps.findings(self.wanted)

    @override
    def key(self, item: Finding) -> Hashable:
        return item.id

    @override
    def line(self, item: Finding) -> Sequence[str]:
        facts = item.facts
        return (
            item.day.isoformat(),
            place_of(item.grid),
            facts.place or "",
            people_text(item),
            code_table(DISPUTE_TABLE).label(facts.kind_code),
            tr("有") if facts.risk else "",
            handling_text(item),
            self.masks.show_numbers_in(facts.content.replace("\n", "；")),
        )

    @override
    def summary_text(self) -> str:
        if not self.items:
            return ""
        waiting = sum(item.is_open for item in self.items)
        words = tr("共 {count} 件，还没有办完 {waiting} 件。")
        return words.format(count=len(self.items), waiting=waiting)

    @override
    def open_form(self, item: Finding | None) -> None:
        if item is None:
            return
        form = SweepForm(self.desk, self.desk.services.sweeps.get(item.sweep_id), self)
        form.saved.connect(self.desk.bus.publish)
        form.open()

    @override
    def register(self, *, revealed: bool) -> Register:
        title = tr("排查发现的矛盾纠纷（{which}）").format(which=self.shown.currentText())
        return self.desk.services.sweeps.finding_register(self.wanted, title)

    @override
    def _on_selection(self) -> None:
        super()._on_selection()
        selected = self.selected()
        one = selected[0] if len(selected) == 1 else None
        may = self.desk.may(Right.MEDIATE)
        self.case_button.setEnabled(may and one is not None and one.case_id is None)
        self.show_button.setEnabled(may and one is not None and one.case_id is not None)

    def _on_case(self) -> None:
        item, sweeps = self.selected()[0], self.desk.services.sweeps
        self.desk.jobs.run(
            lambda _: sweeps.open_case(item.id), owner=self, done=self._on_registered
        )

    def _on_registered(self, result: tuple[int, Changes]) -> None:
        case_id, changes = result
        self.desk.bus.publish(changes)
        self._show_case(case_id)

    def _on_show(self) -> None:
        case_id = self.selected()[0].case_id
        if case_id is not None:
            self._show_case(case_id)

    def _show_case(self, case_id: int) -> None:
        from linli.gui.mediation.page import open_case  # which the list need not wait for

        open_case(self.desk, case_id, self)

    def _today(self) -> date:
        return self.desk.services.context.clock().date()
