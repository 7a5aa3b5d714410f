"""Signing in and handing over (签到和交接): sheets to sign, the register of hand-overs."""

from collections.abc import Callable, Hashable, Sequence
from datetime import date, timedelta
from typing import Any, ClassVar

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from linli.domain.accounts import Right
from linli.domain.changes import Changes, Kind
from linli.domain.hour_lists import settled_text
from linli.domain.hours import HandOver
from linli.domain.registers import Register
from linli.domain.rosters import month_days
from linli.errors import FieldProblem, InvalidInput
from linli.gui.desk import Desk
from linli.gui.form_dialog import FormDialog
from linli.gui.hours.forms import HandOverForm
from linli.gui.hours.roster_day import RosterDayDialog
from linli.gui.i18n import mark, tr
from linli.gui.inputs import ChoiceInput, date_input
from linli.gui.registers.frame import PeopleRegister

_OPEN, _WEEK, _MONTH, _ALL = "open", "week", "month", None
_SHOWN = {
    _WEEK: mark("最近七天"),
    _MONTH: mark("本月"),
    _OPEN: mark("没有办完的"),
    _ALL: mark("全部"),
}
_DAY_SHEET, _MONTH_SHEET = "day", "month"
_WEEK_DAYS = timedelta(days=6)


def open_hand_overs(desk: Desk, parent: QWidget) -> None:
    """Show the hand-overs, with the way to sheets to sign."""
    HandOversDialog(desk, parent).open()


class HandOversDialog(PeopleRegister[HandOver]):
    """Lists hand-overs, the last first."""

    kinds: ClassVar[frozenset[Kind]] = frozenset({Kind.HOURS, Kind.WORKERS})
    history_table = "hand_over"
    across = True

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        heads = [
            *(tr("日期时间"), tr("班次"), tr("交班人"), tr("接班人"), tr("办完")),
            *(tr("要接着办的事"), tr("值班情况")),
        ]
        super().__init__(tr("签到和交接"), heads, desk, parent)
        self.shown = ChoiceInput({each: tr(words) for each, words in _SHOWN.items()}, self)
        self.add_choice(tr("显示(&T)"), self.shown)
        new = self.add_editing(tr("登记交接班(&N)…"), ordered=False, right=Right.ROSTER)
        self.remove_button = self.add_action(
            tr("删除(&X)"), "trash", self._on_remove, right=Right.ROSTER
        )
        self.sheet_button = self.add_button(tr("打印签到表(&K)…"), "printer", Right.PRINT)
        self.sheet_button.clicked.connect(self._on_sheet)
        self.day_button = self.add_button(tr("按值班表登记时长(&Z)…"), "check", Right.ROSTER)
        self.day_button.clicked.connect(lambda: RosterDayDialog(desk, self).open())
        self.add_output(tr("打印交接班记录(&P)…"), tr("导出表格(&B)…"))
        hint = tr("一班交给下一班时，把值班情况和要接着办的事记在这里。")
        self.set_empty("arrows-exchange", tr("这里没有交接班记录"), hint, [new])
        self.read()

    @override
    def list_items(self) -> Sequence[HandOver]:
        found = self.desk.services.hours.hand_overs(*self._days())
        return [each for each in found if each.is_open or self.shown.value() != _OPEN]

    @override
    def key(self, item: HandOver) -> Hashable:
        return item.id

    @override
    def line(self, item: HandOver) -> Sequence[str]:
        def said(text: str | None) -> str:
            return self.masks.show_numbers_in((text or "").replace("\n", "；"))

        return (
            f"{item.day.isoformat()} {item.at:%H:%M}",
            item.shift,
            item.given,
            item.taken,
            settled_text(item),
            said(item.left_open),
            said(item.happened),
        )

    @override
    def summary_text(self) -> str:
        if not self.items:
            return ""
        words = tr("共 {count} 次，还没有办完的 {open} 件。")
        waiting = sum(item.is_open for item in self.items)
        return words.format(count=len(self.items), open=waiting)

    @override
    def open_form(self, item: HandOver | None) -> None:
        form = HandOverForm(self.desk, item, self)
        form.saved.connect(self.desk.bus.publish)
        form.open()

    @override
    def removal(self, item: HandOver) -> tuple[str, str, Callable[[], Changes]]:
        question = tr("删除 {day} {shift}的交接班记录？").format(
            day=item.day.isoformat(), shift=item.shift
        )
        detail = tr("可以按 Ctrl+Z 撤销。")
        return question, detail, lambda: self.desk.services.hours.remove_hand_over(item.id or 0)

    @override
    def register(self, *, revealed: bool) -> Register:
        title = tr("交接班记录（{which}）").format(which=self.shown.currentText())
        return self.desk.services.hours.hand_over_register(*self._days(), title)

    def _days(self) -> tuple[date | None, date | None]:
        today = self.desk.services.context.clock().date()
        chosen = self.shown.value()
        if chosen == _WEEK:
            return today - _WEEK_DAYS, today
        if chosen == _MONTH:
            return month_days(today)[0], today
        return None, None

    def _on_sheet(self) -> None:
        form = SignInForm(self.desk, self)
        form.saved.connect(self._on_sheet_made)
        form.open()

    def _on_sheet_made(self, register: Register) -> None:
        self.print_upright(register, None)


class SignInForm(FormDialog):
    """Asks which sheet to sign is wanted; `saved` carries the `Register`."""

    kept = False

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(tr("打印签到表"), desk.theme, desk.ask, parent)
        self._desk = desk
        self.save_button.setText(tr("打印(&P)…"))
        self._plans = desk.services.rosters.plans()
        plans: dict[Any, str] = {None: tr("全部值班表")}
        plans |= {each.id: each.facts.name for each in self._plans}
        add = self.form.add
        add("plan_id", tr("值班表(&Z)"), ChoiceInput(plans))
        add("shift_id", tr("班次(&B)"), ChoiceInput({None: tr("全部班次")}))
        spans = {_DAY_SHEET: tr("一天"), _MONTH_SHEET: tr("整月")}
        add("span", tr("多长(&L)"), ChoiceInput(spans))
        add("day", tr("日期(&D)"), date_input(), hint=tr("整月的，填这个月的任何一天"))
        self.form.editor("plan_id").edited.connect(self._on_plan)
        self.form.load(day=desk.services.context.clock().date(), span=_DAY_SHEET)

    @override
    def save(self) -> Register:
        value = self.form.value
        day = value("day")
        if not isinstance(day, date):
            raise InvalidInput([FieldProblem(field="day", message=tr("请填写日期。"))])
        days = [day] if value("span") == _DAY_SHEET else month_days(day)
        return self._desk.services.hours.sign_in_sheet(
            days[0], days[-1], plan_id=value("plan_id"), shift_id=value("shift_id")
        )

    def _on_plan(self) -> None:
        """Offer the shifts of the chosen plan."""
        chosen = self.form.value("plan_id")
        shifts: dict[Any, str] = {None: tr("全部班次")}
        for plan in self._plans:
            if plan.id == chosen:
                shifts |= {each.id: each.name for each in plan.facts.shifts}
        self.form.editor("shift_id").set_choices(shifts)
