"""Patrol shifts of a team in a month (巡逻排班): who goes when, and what happened."""

from collections.abc import Callable, Hashable, Sequence
from datetime import date, timedelta
from typing import ClassVar

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from linli.domain.accounts import Right
from linli.domain.allowances import month_end
from linli.domain.changes import Changes, Kind
from linli.domain.patrol_lists import WEEKDAYS, short_text, where
from linli.domain.patrols import Shift, ShiftFilter
from linli.domain.register_texts import spoken_month
from linli.domain.registers import Register
from linli.domain.teams import Team
from linli.gui.desk import Desk
from linli.gui.form_dialog import FormDialog
from linli.gui.i18n import tr
from linli.gui.inputs import ChoiceInput
from linli.gui.registers.frame import PeopleRegister
from linli.gui.teams.patrol_forms import FillForm, OutcomeForm, ShiftForm

_BEFORE, _AFTER = 12, 3  # months that can be chosen


def months_around(today: date, before: int, after: int) -> list[date]:
    """Return the first days of the months around a day, the last first."""
    first = today.replace(day=1)
    found = [first]
    for _ in range(after):
        found.insert(0, (found[0] + timedelta(days=32)).replace(day=1))
    for _ in range(before):
        found.append((found[-1] - timedelta(days=1)).replace(day=1))
    return found


class PatrolsDialog(PeopleRegister[Shift]):
    """Lists the shifts of a month, the first first."""

    kinds: ClassVar[frozenset[Kind]] = frozenset({Kind.TEAMS})
    history_table = "patrol_shift"
    across = True

    def __init__(self, desk: Desk, team: Team, parent: QWidget | None = None) -> None:
        heads = [
            tr("日期"),
            tr("星期"),
            tr("时间"),
            tr("网格或路线"),
            tr("巡逻人员"),
            tr("到岗"),
            tr("发现的情况"),
        ]
        self._team = team
        title = tr("{team}的巡逻排班").format(team=team.facts.name)
        super().__init__(title, heads, desk, parent)
        today = desk.services.context.clock().date()
        months = months_around(today, _BEFORE, _AFTER)
        self.month = ChoiceInput({month: spoken_month(month) for month in months}, self)
        self.month.set_value(today.replace(day=1))
        self.add_choice(tr("月份(&M)"), self.month)
        self.put_summary_below()
        self.fill_button = self.add_button(tr("按规则排班(&R)…"), "refresh", Right.EDIT)
        self.fill_button.clicked.connect(self._on_fill)
        new = self.add_editing(tr("加一班(&N)…"), ordered=False)
        self.enter_button = self.add_action(
            tr("登记情况(&E)…"), "check", self._on_enter, right=Right.EDIT
        )
        self.add_removing(tr("删除(&X)"))
        self.add_output(tr("打印排班表(&P)…"), tr("导出表格(&B)…"))
        self.ticks_button = self.add_button(tr("打印签到表(&T)…"), "list-check", Right.PRINT)
        self.ticks_button.clicked.connect(self._on_ticks)
        self.turns_button = self.add_button(tr("每人次数(&J)…"), "clipboard", Right.PRINT)
        self.turns_button.clicked.connect(self._on_turns)
        self._any += [self.ticks_button, self.turns_button]
        hint = tr("点“按规则排班”，选好星期几、时间和每班几个人，程序会轮流排满这个月。")
        self.set_empty("walk", tr("这个月还没有排班"), hint, [new])
        self.read()

    @property
    def wanted(self) -> ShiftFilter:
        """What is listed now."""
        month: date = self.month.value()
        return ShiftFilter(team_id=self._team.id, since=month, until=month_end(month))

    @override
    def list_items(self) -> Sequence[Shift]:
        return self.desk.services.patrols.list_all(self.wanted)

    @override
    def key(self, item: Shift) -> Hashable:
        return item.id

    @override
    def line(self, item: Shift) -> Sequence[str]:
        names = tr("、").join(turn.name for turn in item.turns)
        words = tr("{present}/{all}").format(present=item.present, all=len(item.turns))
        return (
            item.facts.day.isoformat(),
            WEEKDAYS[item.facts.day.weekday()],
            item.facts.hours,
            where(item),
            tr("，").join(filter(None, (names, short_text(item)))),
            words if item.is_entered else "",
            (item.incident or "").replace("\n", "；"),
        )

    @override
    def summary_text(self) -> str:
        if not self.items:
            return ""
        people = sum(len(item.turns) for item in self.items)
        text = tr("共 {shifts} 班，{people} 人次。").format(shifts=len(self.items), people=people)
        short = [item for item in self.items if item.short]
        if short:
            words = tr("有 {count} 班缺人，最早的是 {day}。")
            text += words.format(count=len(short), day=short[0].facts.day.isoformat())
        return text

    @override
    def open_form(self, item: Shift | None) -> None:
        self._publish_from(ShiftForm(self.desk, self._team, item, self))

    @override
    def removal(self, item: Shift) -> tuple[str, str, Callable[[], Changes]]:
        question = tr("删除 {day} {hours} 的班次？").format(
            day=item.facts.day.isoformat(), hours=item.facts.hours
        )
        detail = tr("可以按 Ctrl+Z 撤销。")
        return question, detail, lambda: self.desk.services.patrols.remove([item.id])

    @override
    def register(self, *, revealed: bool) -> Register:
        return self.desk.services.patrols.roster(self.wanted, self._title(tr("巡逻排班表")))

    def _title(self, what: str) -> str:
        month = spoken_month(self.month.value())
        words = tr("{team}{what}（{month}）")
        return words.format(team=self._team.facts.name, what=what, month=month)

    def _publish_from(self, form: FormDialog) -> None:
        form.saved.connect(self.desk.bus.publish)
        form.open()

    def _on_fill(self) -> None:
        form = FillForm(self.desk, self._team, self.month.value(), self)
        self._publish_from(form)

    def _on_enter(self) -> None:
        self._publish_from(OutcomeForm(self.desk, self.selected()[0], self))

    def _on_ticks(self) -> None:
        wanted, title = self.wanted, self._title(tr("巡逻签到表"))
        patrols = self.desk.services.patrols
        self.output(lambda _: patrols.ticks(wanted, title), self.print_upright)

    def _on_turns(self) -> None:
        wanted, title = self.wanted, self._title(tr("巡逻次数"))
        patrols = self.desk.services.patrols
        self.output(lambda _: patrols.turns(wanted, title), self.print_upright)
