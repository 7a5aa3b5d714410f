"""Venues and events (场地和活动): what is planned and was held, its sums, the way to all else."""

from collections.abc import Callable, Hashable, Sequence
from datetime import date
from typing import Any, ClassVar

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from linli.domain.accounts import Right
from linli.domain.changes import Changes, Kind
from linli.domain.codes import code_table
from linli.domain.event_lists import day_text, sums_text
from linli.domain.events import (
    EVENT_STATE,
    EVENT_TABLE,
    Event,
    EventFilter,
    EventState,
    sums_of,
)
from linli.domain.registers import Register
from linli.gui.desk import Desk
from linli.gui.events.forms import EventForm, Held, OutcomeForm, state_words
from linli.gui.events.guests import GuestsDialog
from linli.gui.form_dialog import FormDialog
from linli.gui.i18n import tr
from linli.gui.inputs import ChoiceInput
from linli.gui.print_dialog import open_print_dialog
from linli.gui.registers.frame import PeopleRegister
from linli.gui.venues.inputs import CallOffForm
from linli.gui.venues.periods import period_days, period_input
from linli.gui.venues.venues import VenuesDialog
from linli.gui.venues.week import BookingsDialog


def open_events(desk: Desk, parent: QWidget) -> None:
    """Show what is planned and was held."""
    EventsDialog(desk, parent).open()


class EventsDialog(PeopleRegister[Event]):
    """Lists events, the last first; at first those from today on."""

    kinds: ClassVar[frozenset[Kind]] = frozenset({Kind.VENUES, Kind.TEAMS})
    history_table = "event"
    across = True

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        heads = [
            *(tr("活动"), tr("时间"), tr("类别"), tr("地点"), tr("组织者"), tr("名单"), tr("签到")),
            *(tr("情况"),),
        ]
        super().__init__(tr("场地和活动"), heads, desk, parent)
        self.period = period_input(self)
        kinds: dict[Any, str] = {None: tr("全部类别")}
        self.kind = ChoiceInput(kinds | dict(code_table(EVENT_TABLE).names), self)
        states: dict[Any, str] = {None: tr("全部情况")}
        self.state = ChoiceInput(states | {k: tr(v) for k, v in EVENT_STATE.items()}, self)
        self.find_line = self.add_find(tr("名称、地点、主讲人"))
        self.add_choice(tr("时段(&S)"), self.period)
        self.add_choice(tr("类别(&J)"), self.kind)
        self.add_choice(tr("情况(&Z)"), self.state)
        self.put_summary_below()
        new = self.add_editing(tr("新活动(&N)…"), ordered=False, right=Right.ROSTER)
        self.guests_button = self.add_action(tr("名单和签到(&M)…"), "users", self._on_guests)
        self.held_button = self.add_action(
            tr("办完了(&W)…"), "circle-check", self._on_held, right=Right.ROSTER
        )
        self.off_button = self.add_action(
            tr("取消活动(&Q)…"), "x", self._on_call_off, right=Right.ROSTER
        )
        self.reopen_button = self.add_action(
            tr("恢复为筹备中(&U)"), "restore", self._on_reopen, right=Right.ROSTER
        )
        self.add_removing(tr("删除(&X)"), Right.ROSTER)
        self.notice_button = self.add_action(
            tr("打门口通知(&T)"), "printer", self._on_notice, right=Right.PRINT
        )
        self.add_output(tr("打印台账(&P)…"), tr("导出表格(&B)…"))
        self.bookings_button = self.add_button(tr("场地预约(&Y)…"), "calendar-week", Right.READ)
        self.bookings_button.clicked.connect(lambda: BookingsDialog(desk, self).open())
        self.venues_button = self.add_button(tr("场地(&G)…"), "building", Right.READ)
        self.venues_button.clicked.connect(lambda: VenuesDialog(desk, self).open())
        hint = tr("普法讲座、志愿服务、党员活动记在这里，同时约好场地，打签到表，办完记人次。")
        self.set_empty("calendar-event", tr("这里没有活动"), hint, [new])
        self.read()

    @property
    def wanted(self) -> EventFilter:
        """What is listed now."""
        first, last = period_days(self.period.value(), self._today())
        return EventFilter(
            first=first,
            last=last,
            kind_code=self.kind.value(),
            state=self.state.value(),
            text=self.find_line.value(),
        )

    @override
    def list_items(self) -> Sequence[Event]:
        found = self.desk.services.events.list_(self.wanted)
        coming = self.wanted.first is not None and self.wanted.last is None
        return found[::-1] if coming else found

    @override
    def key(self, item: Event) -> Hashable:
        return item.id

    @override
    def line(self, item: Event) -> Sequence[str]:
        return (
            item.facts.title,
            day_text(item),
            code_table(EVENT_TABLE).label(item.facts.kind_code),
            item.where,
            item.who,
            str(item.listed) if item.listed else "",
            str(item.present) if item.present else "",
            state_words(item),
        )

    @override
    def summary_text(self) -> str:
        sums = sums_of(self.items)
        planned = sum(item.state is EventState.PLANNED for item in self.items)
        parts = [tr("筹备中 {count} 场").format(count=planned)] if planned else []
        if sums:
            parts.append(tr("已举办 {sums}").format(sums=sums_text(sums)))
        return tr("{parts}。").format(parts=tr("；").join(parts)) if parts else ""

    @override
    def open_form(self, item: Event | None) -> None:
        self._publish_from(EventForm(self.desk, item, self))

    @override
    def removal(self, item: Event) -> tuple[str, str, Callable[[], Changes]]:
        question = tr("删除活动 {title}？").format(title=item.facts.title)
        detail = tr("名单和场地预约一起删除；不办了的请点“取消活动”。可以按 Ctrl+Z 撤销。")
        return question, detail, lambda: self.desk.services.events.remove(item.id)

    @override
    def register(self, *, revealed: bool) -> Register:
        title = tr("活动台账（{which}）").format(which=self.period.currentText())
        return self.desk.services.events.register(self.wanted, title)

    @override
    def _on_selection(self) -> None:
        super()._on_selection()
        selected = self.selected()
        one = selected[0] if len(selected) == 1 else None
        may, state = self.desk.may(Right.ROSTER), one.state if one else None
        begun = one is not None and one.facts.begins.date() <= self._today()
        self.held_button.setEnabled(may and begun and state is not EventState.CALLED_OFF)
        self.off_button.setEnabled(may and state is EventState.PLANNED)
        self.reopen_button.setEnabled(may and state in (EventState.HELD, EventState.CALLED_OFF))
        printable = state in (EventState.PLANNED, EventState.HELD)
        self.notice_button.setEnabled(printable and self.desk.may(Right.PRINT))

    def _publish_from(self, form: FormDialog) -> None:
        form.saved.connect(self.desk.bus.publish)
        form.open()

    def _on_guests(self) -> None:
        GuestsDialog(self.desk, self.selected()[0], self).open()

    def _on_held(self) -> None:
        form = OutcomeForm(self.desk, self.selected()[0], self)
        form.saved.connect(self._tell_held)
        form.open()

    def _tell_held(self, held: Held) -> None:
        for changes in held.changes:
            self.desk.bus.publish(changes)
        if held.words:
            self.desk.ask.tell(self, tr("活动情况已保存。"), "\n".join(held.words))

    def _on_call_off(self) -> None:
        item, events = self.selected()[0], self.desk.services.events
        what = tr("活动 {title}").format(title=item.facts.title)
        self._publish_from(
            CallOffForm(self.desk, what, lambda reason: events.call_off(item.id, reason), self)
        )

    def _on_reopen(self) -> None:
        item = self.selected()[0]
        self.do(lambda: self.desk.services.events.reopen(item.id))

    def _on_notice(self) -> None:
        item, papers, title = self.selected()[0], self.desk.services.event_papers, tr("活动通知")
        self.desk.jobs.run(
            lambda _: papers.notice(item.id),
            owner=self,
            done=lambda content: open_print_dialog(self.desk, content, title, self),
            title=tr("正在排版…"),
        )

    def _today(self) -> date:
        return self.desk.services.context.clock().date()
