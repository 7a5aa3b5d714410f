"""Inputs of venues and events: an organisation of the register, why something is called off."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from linli.domain.changes import Changes
from linli.domain.codes import table_of
from linli.domain.venue_lists import span_text
from linli.domain.venues import Booking
from linli.gui.desk import Desk
from linli.gui.editor.inputs import CheckInput
from linli.gui.form_dialog import FormDialog
from linli.gui.i18n import tr
from linli.gui.inputs import CodeInput, LineInput


def organisation_input(desk: Desk) -> CodeInput:
    """Return an input for one of the organisations (辖区单位); the value is its id as text."""
    found = desk.services.organisations.list_all()
    return CodeInput(table_of({str(each.id): each.facts.name for each in found}))


class CallOffForm(FormDialog):
    """Asks why something is called off (取消); `saved` carries the `Changes`."""

    kept = False

    def __init__(
        self, desk: Desk, what: str, call_off: Callable[[str], Changes], parent: QWidget | None
    ) -> None:
        """Make the form.

        Args:
            desk: the working place.
            what: is called off.
            call_off: does it, with the reason.
            parent: the window below.
        """
        super().__init__(tr("取消{what}").format(what=what), desk.theme, desk.ask, parent)
        self._call_off = call_off
        hint = tr("取消后时间空出来，记录还在，可以按 Ctrl+Z 撤销")
        self.form.add("reason", tr("原因(&R)"), LineInput(tr("如 天气不好、改期")), hint=hint)

    @override
    def save(self) -> Changes:
        return self._call_off(self.form.value("reason") or "")


class BookingOffForm(CallOffForm):
    """Asks why a booking is called off, and whether the same ones of later weeks go too."""

    def __init__(self, desk: Desk, booking: Booking, parent: QWidget | None) -> None:
        facts, bookings = booking.facts, desk.services.bookings
        span = span_text(facts.begins, facts.ends)
        what = tr("{venue}{span}的预约").format(venue=booking.venue, span=span)
        self._later = [each.id for each in bookings.same_again(booking.id)]

        def call_off(reason: str) -> Changes:
            every = self._later if self._later and self.form.value("later") else ()
            return bookings.call_off(booking.id, reason, every)

        super().__init__(desk, what, call_off, parent)
        if self._later:
            words = tr("后面每周一样的 {count} 次也取消(&K)").format(count=len(self._later))
            self.form.add("later", "", CheckInput(words), wide=True)
