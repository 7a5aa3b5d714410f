"""Information slips (信息报送): what came in, where it stands, what is overdue."""

from collections.abc import Callable, Hashable, Sequence
from datetime import date
from typing import Any, ClassVar

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from linli.domain.accounts import Right
from linli.domain.changes import Changes, Kind
from linli.domain.codes import code_table
from linli.domain.registers import Register
from linli.domain.report_lists import state_text
from linli.domain.reports import (
    REPORT_TABLE,
    STATE_LABELS,
    URGENCY_LABELS,
    Report,
    ReportDraft,
    ReportFilter,
    ReportState,
    Urgency,
    days_overdue,
)
from linli.gui.desk import Desk
from linli.gui.form_dialog import FormDialog
from linli.gui.i18n import mark, tr
from linli.gui.inputs import ChoiceInput
from linli.gui.print_dialog import open_print_dialog
from linli.gui.registers.frame import SHOWN_MOST, PeopleRegister
from linli.gui.reports.allowance import open_allowances
from linli.gui.reports.forms import ReportForm, RulesForm, StepForm, VoidForm
from linli.gui.reports.sums import open_sums

_OPEN, _OVERDUE, _MONTH, _YEAR, _ALL, _VOIDED = "open", "overdue", "month", "year", "all", "voided"
_SHOWN = {
    _OPEN: mark("没有办结的"),
    _OVERDUE: mark("超过时限的"),
    _MONTH: mark("本月的"),
    _YEAR: mark("今年的"),
    _ALL: mark("全部"),
    _VOIDED: mark("全部，含作废的"),
}
_WAITING = frozenset(ReportState) - {ReportState.CLOSED}


def open_reports(desk: Desk, parent: QWidget) -> None:
    """Show the slips."""
    ReportsDialog(desk, parent).open()


def open_report(desk: Desk, report_id: int, parent: QWidget) -> None:
    """Open one slip."""
    form = ReportForm(desk, desk.services.reports.get(report_id), parent)
    form.saved.connect(desk.bus.publish)
    form.open()


class ReportsDialog(PeopleRegister[Report]):
    """Lists slips, the last number first; at first those that are not settled."""

    kinds: ClassVar[frozenset[Kind]] = frozenset({Kind.REPORTS, Kind.TEAMS, Kind.GRIDS})
    history_table = "report"
    across = True

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        heads = [
            tr("编号"),
            tr("日期"),
            tr("类别"),
            tr("紧急"),
            tr("信息员"),
            tr("网格"),
            tr("状态"),
            tr("内容"),
        ]
        super().__init__(tr("信息报送"), heads, desk, parent)
        self._rules = desk.services.reports.rules()
        self.shown = ChoiceInput({each: tr(words) for each, words in _SHOWN.items()}, self)
        kinds: dict[Any, str] = {None: tr("全部类别")}
        self.kind = ChoiceInput(kinds | dict(code_table(REPORT_TABLE).names), self)
        self.find_line = self.add_find(tr("编号、信息员、地点、内容"))
        self.add_choice(tr("显示(&T)"), self.shown)
        self.add_choice(tr("类别(&K)"), self.kind)
        self.put_summary_below()
        new = self.add_editing(tr("登记(&N)…"), ordered=False)
        self.step_button = self.add_action(
            tr("办理(&H)…"), "check", self._on_step, right=Right.EDIT
        )
        self.void_button = self.add_action(tr("作废(&X)…"), "x", self._on_void, right=Right.REMOVE)
        self.slip_button = self.add_action(
            tr("打印报送单(&P)"), "printer", self._on_slip, right=Right.PRINT
        )
        self.feedback_button = self.add_action(
            tr("打印反馈单(&F)"), "printer", self._on_feedback, right=Right.PRINT
        )
        self.sums_button = self.add_button(tr("按月统计(&J)…"), "clipboard", Right.READ)
        self.sums_button.clicked.connect(lambda: open_sums(desk, self))
        self.allowance_button = self.add_button(tr("补助表(&A)…"), "coin", Right.READ)
        self.allowance_button.clicked.connect(lambda: open_allowances(desk, self))
        self.add_output(tr("打印清单(&L)…"), tr("导出表格(&B)…"))
        self.rules_button = self.add_button(tr("时限(&S)…"), "settings", Right.SETTINGS)
        self.rules_button.clicked.connect(self._on_rules)
        hint = tr("信息员报来的民生、经济、稳定、计生、卫生信息，登记、上报、反馈都在这里。")
        self.set_empty("notebook", tr("这里没有信息"), hint, [new])
        self.read()

    @property
    def wanted(self) -> ReportFilter:
        """What is listed now."""
        chosen, today = self.shown.value(), self._today()
        since: date | None = None
        if chosen == _MONTH:
            since = today.replace(day=1)
        elif chosen == _YEAR:
            since = today.replace(month=1, day=1)
        return ReportFilter(
            since=since,
            kind_code=self.kind.value(),
            states=_WAITING if chosen == _OPEN else frozenset(),
            overdue=chosen == _OVERDUE,
            voided=chosen == _VOIDED,
            text=self.find_line.value() or "",
        )

    @override
    def list_items(self) -> Sequence[Report]:
        return self.desk.services.reports.list_all(self.wanted, SHOWN_MOST)

    @override
    def key(self, item: Report) -> Hashable:
        return item.id

    @override
    def line(self, item: Report) -> Sequence[str]:
        facts = item.facts
        urgency = "" if facts.urgency is Urgency.NORMAL else tr(URGENCY_LABELS[facts.urgency])
        return (
            item.number,
            facts.day.isoformat(),
            code_table(REPORT_TABLE).label(facts.kind_code),
            urgency,
            facts.informant,
            item.grid,
            self._state_words(item),
            self.masks.show_numbers_in(facts.content.replace("\n", "；")),
        )

    @override
    def summary_text(self) -> str:
        reports = self.desk.services.reports
        count = reports.count(self.wanted)
        text = tr("共 {count} 条。").format(count=f"{count:,}") if count else ""
        late = reports.count(ReportFilter(overdue=True))
        if late:
            text += tr("超过时限的有 {count} 条。").format(count=late)
        return text + self.cut_note(len(self.items), count)

    @override
    def open_form(self, item: Report | None) -> None:
        self._open(ReportForm(self.desk, item, self))

    @override
    def register(self, *, revealed: bool) -> Register:
        title = tr("信息报送清单（{which}）").format(which=self.shown.currentText())
        return self.desk.services.reports.register(self.wanted, title)

    @override
    def _on_selection(self) -> None:
        super()._on_selection()
        selected = self.selected()
        waits = len(selected) == 1 and selected[0].is_open
        for button in (self.step_button, self.void_button):
            button.setEnabled(waits)

    def _open(self, form: ReportForm) -> ReportForm:
        form.saved.connect(lambda changes: self._on_saved(form, changes))
        form.open()
        return form

    def _on_saved(self, form: ReportForm, changes: Changes) -> None:
        self.desk.bus.publish(changes)
        like: ReportDraft | None = form.next_like
        if like is not None:
            self._open(ReportForm(self.desk, None, self, like=like)).go_on()

    def _publish_from(self, form: FormDialog) -> None:
        form.saved.connect(self.desk.bus.publish)
        form.open()

    def _on_step(self) -> None:
        self._publish_from(StepForm(self.desk, self.selected()[0], self))

    def _on_void(self) -> None:
        self._publish_from(VoidForm(self.desk, self.selected()[0], self))

    def _on_slip(self) -> None:
        self._print_letter(self.desk.services.reports.slip, tr("信息报送单"))

    def _on_feedback(self) -> None:
        self._print_letter(self.desk.services.reports.feedback, tr("信息反馈单"))

    def _print_letter(self, make: Callable[[int], bytes], what: str) -> None:
        item = self.selected()[0]
        title = f"{what} {item.number}"
        self.desk.jobs.run(
            lambda _: make(item.id),
            owner=self,
            done=lambda content: open_print_dialog(self.desk, content, title, self),
            title=tr("正在准备打印…"),
        )

    def _on_rules(self) -> None:
        form = RulesForm(self.desk, self)
        form.saved.connect(self._on_rules_saved)
        form.open()

    def _on_rules_saved(self, changes: Changes) -> None:
        self._rules = self.desk.services.reports.rules()
        self.desk.bus.publish(changes)
        self.read()

    def _state_words(self, item: Report) -> str:
        late = days_overdue(item, self._rules, self._today())
        state = tr(STATE_LABELS[item.state]) if item.voided_reason is None else state_text(item)
        return tr("{state}，超 {days} 天").format(state=state, days=late) if late else state

    def _today(self) -> date:
        return self.desk.services.context.clock().date()
