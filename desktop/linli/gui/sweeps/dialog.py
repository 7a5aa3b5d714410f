"""The register of sweeps (排查): who went where, and how much was found."""

from collections.abc import Callable, Hashable, Sequence
from datetime import date
from typing import ClassVar

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from linli.domain.accounts import Right
from linli.domain.changes import Changes, Kind
from linli.domain.registers import Register
from linli.domain.sweeps import Sweep, SweepFilter, place_of
from linli.gui.desk import Desk
from linli.gui.i18n import mark, tr
from linli.gui.inputs import ChoiceInput
from linli.gui.print_dialog import open_print_dialog
from linli.gui.registers.frame import PeopleRegister
from linli.gui.sweeps.findings import open_findings
from linli.gui.sweeps.forms import SweepForm
from linli.gui.teams.team_form import grid_choice

_MONTH, _QUARTER, _YEAR, _ALL, _FOUND = "month", "quarter", "year", "all", "found"
_SHOWN = {
    _MONTH: mark("本月的"),
    _QUARTER: mark("本季度的"),
    _YEAR: mark("今年的"),
    _ALL: mark("全部"),
    _FOUND: mark("有发现的"),
}


def open_sweeps(desk: Desk, parent: QWidget) -> None:
    """Show the register of sweeps."""
    SweepsDialog(desk, parent).open()


def open_sweep(desk: Desk, sweep_id: int, parent: QWidget) -> None:
    """Open one sweep."""
    form = SweepForm(desk, desk.services.sweeps.get(sweep_id), parent)
    form.saved.connect(desk.bus.publish)
    form.open()


class SweepsDialog(PeopleRegister[Sweep]):
    """Lists sweeps, the last first; at first those of the year."""

    kinds: ClassVar[frozenset[Kind]] = frozenset({Kind.SWEEPS, Kind.CASES, Kind.GRIDS})
    history_table = "sweep"
    across = True

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        heads = [
            *(tr("日期"), tr("网格"), tr("排查人"), tr("范围")),
            *(tr("走访户数"), tr("发现"), tr("预防"), tr("情况")),
        ]
        super().__init__(tr("矛盾纠纷排查"), heads, desk, parent)
        self.shown = ChoiceInput({each: tr(words) for each, words in _SHOWN.items()}, self)
        self.shown.set_value(_YEAR)
        self.grid = grid_choice(desk, tr("全部网格"))
        self.find_line = self.add_find(tr("排查人、范围、涉及的人、情况"))
        self.add_choice(tr("显示(&T)"), self.shown)
        self.add_choice(tr("网格(&G)"), self.grid)
        self.put_summary_below()
        new = self.add_editing(tr("登记排查(&N)…"), ordered=False, right=Right.MEDIATE)
        self.findings_button = self.add_button(tr("发现的矛盾(&F)…"), "list-check", Right.MEDIATE)
        self.findings_button.clicked.connect(lambda: open_findings(desk, self))
        self.sheet_button = self.add_action(
            tr("打印记录表(&R)"), "printer", self._on_sheet, right=Right.PRINT
        )
        self.blank_button = self.add_button(tr("打印空白表(&K)"), "printer", Right.PRINT)
        self.blank_button.clicked.connect(self._on_blank)
        self.add_removing(tr("删除(&X)"))
        self.add_output(tr("打印清单(&P)…"), tr("导出表格(&E)…"))
        hint = tr("去了哪里、走访几户、发现什么，记在这里；没有发现的也记一次。")
        self.set_empty("walk", tr("这里没有排查记录"), hint, [new])
        self.read()

    @property
    def wanted(self) -> SweepFilter:
        """What is listed now."""
        chosen, today = self.shown.value(), self._today()
        since: date | None = None
        if chosen == _MONTH:
            since = today.replace(day=1)
        elif chosen == _QUARTER:
            since = today.replace(month=(today.month - 1) // 3 * 3 + 1, day=1)
        elif chosen == _YEAR:
            since = today.replace(month=1, day=1)
        return SweepFilter(
            since=since,
            grid_id=self.grid.value(),
            with_findings=chosen == _FOUND,
            text=self.find_line.value() or "",
        )

    @override
    def list_items(self) -> Sequence[Sweep]:
        return self.desk.services.sweeps.list_all(self.wanted)

    @override
    def key(self, item: Sweep) -> Hashable:
        return item.id

    @override
    def line(self, item: Sweep) -> Sequence[str]:
        facts = item.facts
        found = "；".join(finding.facts.content.replace("\n", "；") for finding in item.findings)
        return (
            facts.day.isoformat(),
            place_of(item.grid),
            "、".join(facts.goers),
            (facts.scope or "").replace("\n", "；"),
            str(facts.households) if facts.households else "",
            str(item.found) if item.found else tr("没有发现"),
            str(item.prevented) if item.prevented else "",
            self.masks.show_numbers_in(found),
        )

    @override
    def summary_text(self) -> str:
        if not self.items:
            return ""
        words = tr("排查 {sweeps} 次，发现 {found} 件，预防 {prevented} 件，走访 {households} 户。")
        return words.format(
            sweeps=len(self.items),
            found=sum(item.found for item in self.items),
            prevented=sum(item.prevented for item in self.items),
            households=sum(item.facts.households for item in self.items),
        )

    @override
    def open_form(self, item: Sweep | None) -> None:
        form = SweepForm(self.desk, item, self)
        form.saved.connect(self.desk.bus.publish)
        form.open()

    @override
    def removal(self, item: Sweep) -> tuple[str, str, Callable[[], Changes]]:
        question = tr("删除 {day} 的排查记录？").format(day=item.facts.day.isoformat())
        detail = tr("里面发现的 {count} 件一起删除。可以按 Ctrl+Z 撤销。").format(count=item.found)
        return question, detail, lambda: self.desk.services.sweeps.remove(item.id)

    @override
    def register(self, *, revealed: bool) -> Register:
        title = tr("矛盾纠纷排查清单（{which}）").format(which=self.shown.currentText())
        return self.desk.services.sweeps.register(self.wanted, title)

    def _on_sheet(self) -> None:
        item, sweeps = self.selected()[0], self.desk.services.sweeps
        title = tr("排查记录表 {day}").format(day=item.facts.day.isoformat())
        self.desk.jobs.run(
            lambda _: sweeps.sheet(item.id),
            owner=self,
            done=lambda content: open_print_dialog(self.desk, content, title, self),
            title=tr("正在准备打印…"),
        )

    def _on_blank(self) -> None:
        title, sweeps = tr("矛盾纠纷排查登记表"), self.desk.services.sweeps
        self.output(lambda _: sweeps.blank_register(title), self._print)

    def _today(self) -> date:
        return self.desk.services.context.clock().date()
