"""The form of a booking (场地预约): when a venue is taken is said while it is typed."""

from datetime import date
from typing import Any

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from linli.domain.changes import Changes
from linli.domain.venues import Booking, BookingDraft, Weekly
from linli.errors import FieldProblem, InvalidInput
from linli.gui.desk import Desk
from linli.gui.form_dialog import FormDialog
from linli.gui.i18n import tr
from linli.gui.inputs import ChoiceInput, LineInput, TextInput, date_input
from linli.gui.registers.inputs import hide_number
from linli.gui.registers.somebody_input import Somebody, SomebodyInput
from linli.gui.rental_form import count_input
from linli.gui.resident_form_numbers import MaskedLine
from linli.gui.venues.span_fields import SpanFields

_FIELDS = ("venue_id", "purpose", "phone", "headcount", "note")


class BookingForm(FormDialog):
    """Books a venue, once or each week, or changes a booking; `saved` carries the `Changes`."""

    def __init__(
        self,
        desk: Desk,
        item: Booking | None,
        parent: QWidget | None,
        *,
        venue_id: int | None = None,
        day: date | None = None,
    ) -> None:
        """Make the form.

        Args:
            desk: the working place.
            item: a saved booking; None for a new one.
            parent: the window below.
            venue_id: of a new one: where the cursor was.
            day: as above.
        """
        title = tr("预约场地") if item is None else tr("场地预约")
        super().__init__(title, desk.theme, desk.ask, parent, columns=2)
        self._desk = desk
        self._item = item
        add = self.form.add
        venues = venue_choices(desk, tr("请选择"))
        if item is not None:
            venues.setdefault(item.facts.venue_id, item.venue)
        add("venue_id", tr("场地(&D)"), ChoiceInput(venues))
        add("purpose", tr("用途(&Y)"), LineInput(tr("如 党员学习、舞蹈排练")))
        self.span = SpanFields(desk, self, self._is_own, several_days=True)
        self.span.add_times()
        self.span.add_note()
        who = SomebodyInput(desk)
        who.line.setPlaceholderText(tr("单位或姓名"))
        add("borrower", tr("谁用(&N)"), who, wide=True)
        masks = desk.services.masking.masks()
        add("phone", tr("电话(&T)"), MaskedLine(masks.show_numbers_in))
        add("headcount", tr("大约几人(&R)"), count_input())
        if item is None:
            hint = tr("每周同一天同一时间都用的，填最后一天；只用一次的留空")
            add("weekly", tr("每周用到(&W)"), date_input(), hint=hint)
        note = TextInput()
        note.setMaximumHeight(desk.theme.px(64))
        add("note", tr("备注(&M)"), note, wide=True)
        if item is None:
            first = day or desk.services.context.clock().date()
            self.form.load(venue_id=venue_id, day=first)
        else:
            facts = item.facts
            who_is = Somebody(name=facts.borrower, resident_id=facts.resident_id)
            self.form.load(borrower=who_is, **{name: getattr(facts, name) for name in _FIELDS})
            self.span.load(facts.begins, facts.ends)
            self.add_history(desk, [("booking", str(item.id))], item.venue)
        self.reveal_button = hide_number(desk, self, self.form.editor("phone"), self._on_revealed)

    @override
    def save(self) -> Changes:
        value = self.form.value
        if value("venue_id") is None:
            raise InvalidInput([FieldProblem(field="venue_id", message=tr("请选场地。"))])
        begins, ends = self.span.checked()
        who: Somebody = value("borrower")
        values = {name: value(name) for name in _FIELDS} | {"purpose": value("purpose") or ""}
        draft = BookingDraft(
            begins=begins,
            ends=ends,
            borrower=who.name,
            resident_id=who.resident_id,
            **values,
        )
        service = self._desk.services.bookings
        if self._item is not None:
            return service.change(self._item.id, draft, version=self._item.version)
        until = value("weekly")
        return service.add(draft, Weekly(until=until) if until else None)[1]

    def _is_own(self, booking: Booking) -> bool:
        return self._item is not None and booking.id == self._item.id

    def _on_revealed(self, reason: str) -> None:
        if self._item is not None:
            self._desk.services.bookings.reveal(self._item.id, reason)


def venue_choices(desk: Desk, none: str) -> dict[Any, str]:
    """Return the venues that can be had today; `none` is what no choice is called."""
    found: dict[Any, str] = {None: none}
    return found | {each.id: each.facts.name for each in desk.services.venues.list_()}
