"""What of a month is printed or written to a file (打印值班表)."""

from collections.abc import Callable
from datetime import date, timedelta
from enum import StrEnum
from pathlib import Path

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from linli.domain.accounts import Right
from linli.domain.roster_papers import month_title
from linli.errors import FieldProblem, InvalidInput
from linli.gui.desk import Desk
from linli.gui.fact_list import plain_label
from linli.gui.form_dialog import FormDialog
from linli.gui.i18n import mark, tr
from linli.gui.inputs import ChoiceInput, LineInput, date_input
from linli.gui.print_dialog import open_print_dialog
from linli.gui.rosters.sheet import Sheet
from linli.progress import Progress

_UPRIGHT = 4
"""More shifts than this are listed on paper laid across."""
_WEEK = timedelta(days=6)


class Paper(StrEnum):
    """What can be printed or written."""

    WALL_LARGE = "wall_large"
    WALL_SMALL = "wall_small"
    DOOR_DAY = "door_day"
    DOOR_WEEK = "door_week"
    STATIONS = "stations"
    SLIPS = "slips"
    PHONES = "phones"
    HAND_OVER = "hand_over"
    LIST = "list"
    CALENDAR = "calendar"
    WORKBOOK = "workbook"


_PAPERS = {
    Paper.WALL_LARGE: mark("墙上的大表（A3）"),
    Paper.WALL_SMALL: mark("墙上的大表（A4）"),
    Paper.DOOR_DAY: mark("门口公示：一天"),
    Paper.DOOR_WEEK: mark("门口公示：一周"),
    Paper.STATIONS: mark("各站点门口：一天"),
    Paper.SLIPS: mark("个人值班条"),
    Paper.PHONES: mark("值班电话表"),
    Paper.HAND_OVER: mark("交接班记录"),
    Paper.LIST: mark("每天一行的清单"),
    Paper.CALENDAR: mark("手机日历文件（.ics）"),
    Paper.WORKBOOK: mark("表格文件（.xlsx）"),
}
_EFFECTS = {
    Paper.WALL_LARGE: mark("整个月一张，字最大，贴在墙上；要能打 A3 的打印机。"),
    Paper.WALL_SMALL: mark("整个月一张，打在 A4 上。"),
    Paper.DOOR_DAY: mark("这一天谁值班、几点到几点，大字，贴在门口；不写个人电话。"),
    Paper.DOOR_WEEK: mark("从星期一到星期日，大字，贴在门口；不写个人电话。"),
    Paper.STATIONS: mark("每个站点一张，写这一天谁在那里值班，大字；所有值班表合在一起。"),
    Paper.SLIPS: mark("每人一条，只有本人的班；一张 A4 剪成四条。"),
    Paper.PHONES: mark("参加值班的人和电话；不写用途时，号码隐去中间几位。"),
    Paper.HAND_OVER: mark("这个月每一班一行，日期和值班人已印好，其余留着手写、签字。"),
    Paper.LIST: mark("每天一行、每班一列的清单。"),
    Paper.CALENDAR: mark(
        "一个人的班，拷到手机上打开就进日历，没有别人的班；换班后再发一次，会自动更新。"
    ),
    Paper.WORKBOOK: mark("按天、按人各一页，有每人的班次和小时数。"),
}
_FILES = frozenset({Paper.CALENDAR, Paper.WORKBOOK})
_DOORS = frozenset({Paper.DOOR_DAY, Paper.DOOR_WEEK})
_OF_A_DAY = frozenset({*_DOORS, Paper.STATIONS})
_PEOPLE = frozenset({Paper.SLIPS, Paper.CALENDAR})


class PapersForm(FormDialog):
    """Asks what is wanted, then shows it before it is printed, or writes the file."""

    kept = False

    def __init__(self, desk: Desk, sheet: Sheet, day: date, parent: QWidget) -> None:
        """Make the dialog.

        Args:
            desk: the working place.
            sheet: the month.
            day: which is offered for the door.
            parent: the tab.
        """
        super().__init__(tr("打印值班表"), desk.theme, desk.ask, parent)
        self._desk = desk
        self._window = parent
        self._plan_id, self._month = sheet.month.plan_id, sheet.month.month
        self._title = month_title(sheet.plan, sheet.month.month)
        self._across = len(sheet.plan.facts.shifts) > _UPRIGHT
        people: dict[int | None, str] = {None: tr("所有人")}
        people |= dict(desk.services.roster_papers.people(self._plan_id, self._month))
        form = self.form
        form.add("paper", tr("要什么(&P)"), ChoiceInput({k: tr(w) for k, w in _PAPERS.items()}))
        form.add("day", tr("哪一天(&D)"), date_input())
        form.add("worker_id", tr("谁的(&W)"), ChoiceInput(people))
        hint = tr("写了用途，电话才完整印出来；用途会记下来")
        form.add("reason", tr("用途(&R)"), LineInput(tr("如 春节值班联络")), hint=hint)
        self.effect = plain_label("", "muted", self)
        self.effect.setWordWrap(True)
        form.add_widget(self.effect)
        form.editor("paper").edited.connect(self._show_fields)
        form.load(paper=Paper.WALL_LARGE, day=day)
        self._show_fields()

    @override
    def save(self) -> None:
        paper = self.form.value("paper")
        if paper in _OF_A_DAY and self.form.value("day") is None:
            raise InvalidInput([FieldProblem(field="day", message=tr("请填写日期。"))])
        if paper is Paper.CALENDAR and self.form.value("worker_id") is None:
            message = tr("日历文件是一个人的，请选是谁的。")
            raise InvalidInput([FieldProblem(field="worker_id", message=message)])
        if paper in _FILES:
            self._write(paper)
        else:
            self._print(paper)

    @override
    def reject(self) -> None:
        self.form.modified = False  # there is nothing to lose
        super().reject()

    def _print(self, paper: Paper) -> None:
        title = f"{tr(_PAPERS[paper])} {self._title}"
        self._desk.jobs.run(
            self._maker(paper),
            owner=self._window,
            done=lambda content: open_print_dialog(self._desk, content, title, self._window),
            title=tr("正在准备值班表…"),
        )

    def _write(self, paper: Paper) -> None:
        month = f"{self._month:%Y-%m}"
        if paper is Paper.CALENDAR:
            name, kinds = tr("值班日历{month}.ics"), tr("日历文件 (*.ics)")
        else:
            name, kinds = tr("值班表{month}.xlsx"), tr("Excel 工作簿 (*.xlsx)")
        path = self.ask.save_file(self, tr("导出值班表"), name.format(month=month), kinds)
        if path is not None:
            self._desk.jobs.run(
                self._writer(paper, path),
                owner=self._window,
                done=lambda _: self.ask.tell(
                    self._window, tr("文件已存好。"), tr("位置：{path}").format(path=path)
                ),
                title=tr("正在导出值班表…"),
            )

    def _maker(self, paper: Paper) -> Callable[[Progress], bytes]:
        """Return what makes the PDF; it runs in the background."""
        services, plan_id, month = self._desk.services, self._plan_id, self._month
        papers, value = services.roster_papers, self.form.value
        if paper in _DOORS:
            day: date = value("day")
            monday = day - timedelta(days=day.weekday())
            span = (day, day) if paper is Paper.DOOR_DAY else (monday, monday + _WEEK)
            return lambda _: papers.door(plan_id, *span)
        if paper is Paper.STATIONS:
            at: date = value("day")
            return lambda _: papers.stations(at)
        if paper is Paper.SLIPS:
            worker_id = value("worker_id")
            only = () if worker_id is None else (worker_id,)
            return lambda progress: papers.slips(plan_id, month, only, progress)
        if paper is Paper.PHONES:
            reason = value("reason")
            return lambda _: papers.phones(plan_id, reason=reason)
        if paper is Paper.HAND_OVER:
            return lambda progress: papers.hand_over(plan_id, month, progress)
        if paper is Paper.LIST:
            across = self._across
            return lambda progress: services.registers.pdf(
                services.rosters.register(plan_id, month), across=across, progress=progress
            )
        return lambda _: papers.wall(plan_id, month, small=paper is Paper.WALL_SMALL)

    def _writer(self, paper: Paper, path: Path) -> Callable[[Progress], object]:
        papers, plan_id, month = self._desk.services.roster_papers, self._plan_id, self._month
        if paper is Paper.CALENDAR:
            worker_id = self.form.value("worker_id")
            return lambda _: papers.calendar(plan_id, month, worker_id, path)
        return lambda _: papers.workbook(plan_id, month, path)

    def _show_fields(self) -> None:
        """Show what the chosen paper needs, and say what it is."""
        paper = self.form.value("paper")
        self.form.show_fields(["day"], shown=paper in _OF_A_DAY)
        self.form.show_fields(["worker_id"], shown=paper in _PEOPLE)
        full = paper is Paper.PHONES and self._desk.may(Right.REVEAL)
        self.form.show_fields(["reason"], shown=full)
        self.effect.setText(tr(_EFFECTS[paper]))
        self.save_button.setText(tr("导出(&S)…") if paper in _FILES else tr("预览和打印(&S)…"))
        if self.isVisible():
            self.fit()
