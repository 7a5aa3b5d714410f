"""The figures of mediation (统计报表): each opens its cases; printed, written, frozen."""

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from linli.domain.accounts import Right
from linli.domain.case_figures import divmod_month
from linli.domain.case_report_lists import report_state, report_title
from linli.domain.case_reports import (
    FIGURE_GROUP,
    CaseReport,
    Period,
    Unit,
    month_period,
    quarter_period,
    shown,
    year_period,
)
from linli.domain.changes import Kind
from linli.gui.case_reports.counted import CountedCases
from linli.gui.case_reports.forms import FreezeForm, HandForm
from linli.gui.case_reports.frozen import FrozenReports
from linli.gui.desk import Desk
from linli.gui.i18n import mark, tr
from linli.gui.inputs import ChoiceInput
from linli.gui.print_dialog import open_print_dialog
from linli.gui.register_dialog import RegisterDialog

_MONTHS, _YEARS = 24, 6
_QUARTER = 3

_LENGTHS = {"month": mark("月报"), "quarter": mark("季报"), "year": mark("年报")}
_PARTS = {"figures": mark("各项数字"), "kinds": mark("按纠纷类型")}


@dataclass(frozen=True, kw_only=True)
class _Line:
    """A line of the table; `ids` are the cases it counted, None where it counts none."""

    key: str
    cells: tuple[str, ...]
    title: str
    ids: tuple[int, ...] | None


def open_case_reports(desk: Desk, parent: QWidget) -> None:
    """Show the figures of the month before."""
    CaseReportDialog(desk, parent).open()


class ReportLines(RegisterDialog[_Line]):
    """The lines of one report, and the ways in which it leaves."""

    kinds: ClassVar[frozenset[Kind]] = frozenset()

    def __init__(self, title: str, desk: Desk, parent: QWidget | None) -> None:
        heads = [tr("项目"), tr("部分"), tr("单位"), tr("本期"), tr("上期"), tr("怎样统计")]
        super().__init__(title, heads, desk, parent)
        self.report: CaseReport | None = None
        self.part = ChoiceInput({key: tr(text) for key, text in _PARTS.items()}, self)

    def get_report(self) -> CaseReport:
        """Return the report that is shown."""
        raise NotImplementedError

    def add_leaving(self) -> None:
        """Add the buttons that open the cases of a line, print the report, and write it."""
        self.cases_button = self.add_button(tr("看这些案件(&D)…"), "list-details")
        self.cases_button.clicked.connect(self._on_open)
        self._one.append(self.cases_button)
        self.print_button = self.add_button(tr("打印报表(&P)…"), "printer", Right.PRINT)
        self.print_button.clicked.connect(self._on_print)
        self.export_button = self.add_button(tr("导出表格(&B)…"), "file-export", Right.PRINT)
        self.export_button.clicked.connect(self._on_export)

    @override
    def list_items(self) -> Sequence[_Line]:
        self.report = report = self.get_report()
        return _kind_lines(report) if self.part.value() == "kinds" else _figure_lines(report)

    @override
    def key(self, item: _Line) -> Hashable:
        return item.key

    @override
    def line(self, item: _Line) -> Sequence[str]:
        return item.cells

    @override
    def summary_text(self) -> str:
        return f"{report_title(self.report)}　{report_state(self.report)}" if self.report else ""

    @override
    def open_form(self, item: _Line | None) -> None:
        """Show the cases that a figure counted."""
        if item is None or self.report is None:
            return
        if not item.ids:
            text = tr("“{title}”没有可以列出的案件。").format(title=item.title)
            detail = tr("这一项是 0，或者不是由案件数出来的。")
            self.desk.ask.tell(self, text, detail)
            return
        title = f"{self.report.period.title}　{item.title}"
        CountedCases(self.desk, title, frozenset(item.ids), self).open()

    def _on_print(self) -> None:
        report = self.report
        if report is not None:
            self.desk.jobs.run(
                lambda _: self.desk.services.case_reports.pdf(report),
                owner=self,
                done=lambda content: open_print_dialog(
                    self.desk, content, report_title(report), self
                ),
                title=tr("正在准备报表…"),
            )

    def _on_export(self) -> None:
        report = self.report
        if report is None:
            return
        kinds = tr("Excel 工作簿 (*.xlsx)")
        name = f"{report_title(report)}.xlsx"
        path = self.desk.ask.save_file(self, tr("导出统计报表"), name, kinds)
        if path is not None:
            self.desk.jobs.run(
                lambda _: self.desk.services.case_reports.workbook(report, path),
                owner=self,
                done=lambda _: self.desk.ask.tell(
                    self, tr("报表已导出。"), tr("位置：{path}").format(path=path)
                ),
                title=tr("正在导出报表…"),
            )


class CaseReportDialog(ReportLines):
    """Counts a month, a quarter or a year; at first the last month that is over."""

    kinds: ClassVar[frozenset[Kind]] = frozenset({Kind.CASES, Kind.SWEEPS})

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(tr("调解统计报表"), desk, parent)
        today = desk.services.context.clock().date()
        self._periods = {length: _periods(length, today) for length in _LENGTHS}
        self.length = ChoiceInput({key: tr(text) for key, text in _LENGTHS.items()}, self)
        self.period = ChoiceInput(self._periods["month"], self)
        self.period.setCurrentIndex(1)
        self.length.edited.connect(self._on_length)
        self.add_choice(tr("期别(&L)"), self.length)
        self.add_choice(tr("时段(&M)"), self.period)
        self.add_choice(tr("看什么(&V)"), self.part)
        self.put_summary_below()
        self.add_leaving()
        self.hand_button = self.add_button(tr("手填数字(&T)…"), "edit", Right.MEDIATE)
        self.hand_button.clicked.connect(self._on_hand)
        self.freeze_button = self.add_button(tr("留存一份(&S)…"), "lock", Right.MEDIATE)
        self.freeze_button.clicked.connect(self._on_freeze)
        self.frozen_button = self.add_button(tr("看留存的(&K)…"), "folder-open")
        self.frozen_button.clicked.connect(lambda: FrozenReports(self.desk, self).open())
        self.read()

    @override
    def get_report(self) -> CaseReport:
        return self.desk.services.case_reports.count(self.period.value())

    def _on_length(self) -> None:
        self.period.set_choices(self._periods[self.length.value()])
        self.period.setCurrentIndex(1)

    def _on_hand(self) -> None:
        if self.report is not None:
            HandForm(self.desk, self.report, self).open()

    def _on_freeze(self) -> None:
        if self.report is not None:
            FreezeForm(self.desk, self.report.period, self).open()


class FrozenReportDialog(ReportLines):
    """A copy as it was frozen."""

    def __init__(self, desk: Desk, report_id: int, parent: QWidget | None = None) -> None:
        super().__init__(tr("留存的统计报表"), desk, parent)
        self._report = desk.services.case_reports.get_frozen(report_id)
        self.add_choice(tr("看什么(&V)"), self.part)
        self.put_summary_below()
        self.add_leaving()
        self.read()

    @override
    def get_report(self) -> CaseReport:
        return self._report


def _periods(length: str, today: date) -> Mapping[Period, str]:
    """Return the periods that can be chosen, this one first."""
    if length == "year":
        found = [year_period(today.year - back) for back in range(_YEARS)]
    elif length == "quarter":
        months = [divmod_month(today, -_QUARTER * back) for back in range(_MONTHS // _QUARTER)]
        found = [quarter_period(year, (month - 1) // _QUARTER + 1) for year, month in months]
    else:
        found = [month_period(*divmod_month(today, -back)) for back in range(_MONTHS)]
    return {period: period.title for period in found}


def _figure_lines(report: CaseReport) -> list[_Line]:
    return [
        _Line(
            key=figure.key,
            title=figure.title,
            ids=figure.ids,
            cells=(
                figure.title,
                FIGURE_GROUP[figure.group],
                figure.unit.value,
                shown(figure.value, figure.unit),
                shown(figure.before, figure.unit),
                figure.definition,
            ),
        )
        for figure in report.figures
    ]


def _kind_lines(report: CaseReport) -> list[_Line]:
    columns = (tr("受理"), tr("调解成功"), tr("调解不成"))
    return [
        _Line(
            key=f"{line.code}.{title}",
            title=f"{line.name}·{title}",
            ids=ids,
            cells=(line.name, title, Unit.CASES.value, str(len(ids)), "", ""),
        )
        for line in report.kinds
        for title, ids in zip(columns, (line.accepted, line.settled, line.failed), strict=True)
    ]
