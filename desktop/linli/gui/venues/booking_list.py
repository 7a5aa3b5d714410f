"""Bookings as a list (预约清单): of a period, those called off as well, to print and to write."""

from collections.abc import Hashable, Sequence
from datetime import date
from typing import Any, ClassVar

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from linli.domain.accounts import Right
from linli.domain.changes import Kind
from linli.domain.registers import Register
from linli.domain.venue_lists import when_text
from linli.domain.venues import Booking, BookingFilter
from linli.gui.desk import Desk
from linli.gui.events.opening import open_event
from linli.gui.form_dialog import FormDialog
from linli.gui.i18n import tr
from linli.gui.inputs import ChoiceInput
from linli.gui.registers.frame import PeopleRegister
from linli.gui.venues.booking_form import BookingForm
from linli.gui.venues.inputs import BookingOffForm
from linli.gui.venues.periods import period_days, period_input


class BookingListDialog(PeopleRegister[Booking]):
    """Lists bookings in the order of time; at first those from today on."""

    kinds: ClassVar[frozenset[Kind]] = frozenset({Kind.VENUES})
    history_table = "booking"
    across = True
    has_phones = True

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        heads = [
            *(tr("时间"), tr("场地"), tr("用途"), tr("使用单位或个人"), tr("电话"), tr("人数")),
            *(tr("情况"),),
        ]
        super().__init__(tr("预约清单"), heads, desk, parent)
        self.period = period_input(self)
        venues: dict[Any, str] = {None: tr("全部场地")}
        venues |= {each.id: each.facts.name for each in desk.services.venues.list_(past=True)}
        self.venue = ChoiceInput(venues, self)
        shown = {False: tr("有效的"), True: tr("取消的也列出")}
        self.called_off = ChoiceInput(shown, self)
        self.add_choice(tr("时段(&S)"), self.period)
        self.add_choice(tr("场地(&V)"), self.venue)
        self.add_choice(tr("显示(&Z)"), self.called_off)
        self.put_summary_below()
        new = self.add_editing(tr("预约(&N)…"), ordered=False, right=Right.ROSTER)
        self.off_button = self.add_action(
            tr("取消预约(&X)…"), "x", self._on_call_off, right=Right.ROSTER
        )
        self.add_output(tr("打印清单(&P)…"), tr("导出表格(&B)…"))
        hint = tr("谁在什么时候借了哪个场地，都在这里，可以打印和导出。")
        self.set_empty("calendar-event", tr("这个时段没有预约"), hint, [new])
        self.read()

    @property
    def wanted(self) -> BookingFilter:
        """What is listed now."""
        first, last = period_days(self.period.value(), self._today())
        return BookingFilter(
            first=first,
            last=last,
            venue_id=self.venue.value(),
            called_off=bool(self.called_off.value()),
        )

    @override
    def list_items(self) -> Sequence[Booking]:
        return self.desk.services.bookings.list_(self.wanted)

    @override
    def key(self, item: Booking) -> Hashable:
        return item.id

    @override
    def line(self, item: Booking) -> Sequence[str]:
        facts = item.facts
        off = tr("已取消：{reason}").format(reason=item.reason or "")
        return (
            when_text(item).replace("\n", " "),
            item.venue,
            facts.purpose.replace("\n", "；"),
            facts.borrower,
            self.masks.show_numbers_in(facts.phone) if facts.phone else "",
            "" if facts.headcount is None else str(facts.headcount),
            off if item.called_off_on else tr("社区活动") if facts.event_id is not None else "",
        )

    @override
    def summary_text(self) -> str:
        return tr("共 {count} 次。").format(count=len(self.items)) if self.items else ""

    @override
    def open_form(self, item: Booking | None) -> None:
        if item is not None and item.facts.event_id is not None:
            open_event(self.desk, item.facts.event_id, self)
        else:
            self._publish_from(
                BookingForm(self.desk, item, self, venue_id=self.venue.value())
                if item is None
                else BookingForm(self.desk, item, self)
            )

    @override
    def register(self, *, revealed: bool) -> Register:
        title = tr("场地预约清单（{which}）").format(which=self.period.currentText())
        return self.desk.services.bookings.register(self.wanted, title, revealed=revealed)

    @override
    def _on_selection(self) -> None:
        super()._on_selection()
        selected = self.selected()
        one = selected[0] if len(selected) == 1 else None
        free = one is not None and one.called_off_on is None and one.facts.event_id is None
        self.off_button.setEnabled(free and self.desk.may(Right.ROSTER))

    def _on_call_off(self) -> None:
        self._publish_from(BookingOffForm(self.desk, self.selected()[0], self))

    def _publish_from(self, form: FormDialog) -> None:
        form.saved.connect(self.desk.bus.publish)
        form.open()

    def _today(self) -> date:
        return self.desk.services.context.clock().date()
