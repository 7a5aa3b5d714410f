"""Hours of a day from the roster: who was on it, recorded as planned by one key or corrected."""

from collections.abc import Hashable, Sequence
from typing import ClassVar

from PySide6.QtWidgets import QLabel, QWidget
from typing_extensions import override

from linli.domain.accounts import Right
from linli.domain.changes import Kind
from linli.domain.hours import DutyLine, hours_text
from linli.gui.desk import Desk
from linli.gui.hours.forms import ServiceForm
from linli.gui.i18n import tr
from linli.gui.inputs import date_input
from linli.gui.register_dialog import RegisterDialog


class RosterDayDialog(RegisterDialog[DutyLine]):
    """Lists who is on the roster of a day, and whether the hours are recorded."""

    kinds: ClassVar[frozenset[Kind]] = frozenset({Kind.HOURS, Kind.ROSTERS, Kind.WORKERS})

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        heads = [tr("时间"), tr("班次"), tr("岗位"), tr("姓名"), tr("时长"), tr("登记")]
        super().__init__(tr("按值班表登记时长"), heads, desk, parent)
        self.day = date_input(self)
        self.day.setAccessibleName(tr("日期"))
        self.day.set_value(desk.services.context.clock().date())
        self.day.edited.connect(self.read)
        label = QLabel(tr("日期(&D)"), self)
        label.setBuddy(self.day)
        self.add_beside(label)
        self.add_beside(self.day)
        self.all_button = self.add_button(tr("全部按值班表登记(&A)"), "check", Right.ROSTER)
        self.all_button.clicked.connect(lambda: self._confirm(self.items))
        self.some_button = self.add_button(tr("登记选中的(&S)"), "check", Right.ROSTER)
        self.some_button.clicked.connect(lambda: self._confirm(self.selected()))
        self.edit_button = self.add_button(tr("时间不同(&E)…"), "edit", Right.ROSTER)
        self.edit_button.clicked.connect(self._on_open)
        hint = tr("这一天的值班表上没有人；请另选日期，或先排班。")
        self.set_empty("calendar-user", tr("这一天没有值班"), hint, [])
        self.read()

    @override
    def list_items(self) -> Sequence[DutyLine]:
        day = self.day.value()
        return [] if day is None else self.desk.services.hours.duty(day, day)

    @override
    def key(self, item: DutyLine) -> Hashable:
        return item.day, item.shift_id, item.worker_id

    @override
    def line(self, item: DutyLine) -> Sequence[str]:
        planned = item.draft("").counted
        return (
            f"{item.begins:%H:%M}—{item.ends:%H:%M}",
            f"{item.plan} {item.shift}",
            item.post,
            item.worker,
            hours_text(planned),
            tr("已登记") if item.recorded else tr("没有登记"),
        )

    @override
    def summary_text(self) -> str:
        if not self.items:
            return ""
        done = sum(item.recorded for item in self.items)
        words = tr("这一天 {count} 人次，已登记 {done}。没有来的不要登记。")
        return words.format(count=len(self.items), done=done)

    @override
    def open_form(self, item: DutyLine | None) -> None:
        """Record a shift with other times than planned."""
        if item is None or item.recorded or not self.desk.may(Right.ROSTER):
            return
        draft = item.draft(self.desk.services.context.actor.name)
        form = ServiceForm(self.desk, None, self, draft=draft)
        form.saved.connect(self.desk.bus.publish)
        form.open()

    @override
    def _on_selection(self) -> None:
        super()._on_selection()
        may = self.desk.may(Right.ROSTER)
        selected = self.selected()
        waiting = [item for item in selected if not item.recorded]
        self.all_button.setEnabled(may and any(not item.recorded for item in self.items))
        self.some_button.setEnabled(may and bool(waiting))
        self.edit_button.setEnabled(may and len(selected) == 1 and bool(waiting))

    def _confirm(self, lines: Sequence[DutyLine]) -> None:
        chosen = list(lines)
        hours = self.desk.services.hours
        self.do(lambda: hours.confirm(chosen)[1])
