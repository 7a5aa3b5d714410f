"""The fields of a span of time (什么时候) in a form, and what is said at once when it is taken."""

from collections.abc import Callable, Sequence
from datetime import date, datetime, time, timedelta

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from linli.domain.venue_lists import clock_text, span_text
from linli.domain.venues import (
    MOST_REPEATS,
    Booking,
    BookingDraft,
    BookingFilter,
    Weekly,
    clash,
    repeated,
)
from linli.errors import FieldProblem, InvalidInput
from linli.gui.desk import Desk
from linli.gui.fact_list import plain_label
from linli.gui.flow import FlowLayout
from linli.gui.form_dialog import FormDialog
from linli.gui.i18n import mark, tr
from linli.gui.inputs import date_input
from linli.gui.teams.inputs import time_input

PAUSE_MS = 250
"""From the last key until it is looked up whether the time is free."""
_SPAN = ("day", "begins", "ends")
_COUNTS = ("headcount", "expected")
_BEFORE = mark("选好场地，填好日期和时间，这里马上告诉您空不空")
_SOMETHING = mark("场地预约")

Span = tuple[datetime, datetime]


class TakenNote(QWidget):
    """Says who has a venue already, with the next free times to choose from.

    Signals:
        wanted: one of them was chosen; carries beginning and end.
    """

    wanted = Signal(object, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words = plain_label("", "hint", self)
        self.words.setWordWrap(True)
        self.buttons: list[QPushButton] = []
        self._line = QWidget(self)
        self._flow = FlowLayout(self._line)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.words)
        column.addWidget(self._line)
        self.say("")

    @property
    def text(self) -> str:
        """What is said of the time, "" while there is nothing to say."""
        return "" if self.words.text() == tr(_BEFORE) else self.words.text()

    def say(self, text: str, offers: Sequence[Span] = (), *, is_bad: bool = False) -> None:
        """Say something, or for "" how it is done, and offer other times."""
        self.words.setObjectName("error" if is_bad else "hint")
        self.words.style().unpolish(self.words)
        self.words.style().polish(self.words)
        self.words.setText(text or tr(_BEFORE))
        self.words.setAccessibleName(text)
        for button in self.buttons:
            self._flow.removeWidget(button)
            button.deleteLater()
        self.buttons = [self._button(*offer) for offer in offers]
        self._line.setVisible(bool(self.buttons))
        self.updateGeometry()

    def _button(self, begins: datetime, ends: datetime) -> QPushButton:
        button = QPushButton(span_text(begins, ends, year=False), self._line)
        button.setAutoDefault(False)
        button.setAccessibleName(tr("改到 {span}").format(span=span_text(begins, ends)))
        button.clicked.connect(lambda: self.wanted.emit(begins, ends))
        self._flow.addWidget(button)
        button.show()
        return button


class SpanFields(QObject):
    """Adds day, beginning and end to a form, and watches whether the venue is free then."""

    def __init__(
        self,
        desk: Desk,
        form: FormDialog,
        is_own: Callable[[Booking], bool],
        *,
        several_days: bool = False,
    ) -> None:
        """Make the fields; `add_times` puts them into the form.

        Args:
            desk: the working place.
            form: has the fields `venue_id` and, if it asks how many come, `headcount`.
            is_own: tells the booking that is changed, which takes nothing away from itself.
            several_days: whether the last day can be another than the first.
        """
        super().__init__(form)
        self._desk = desk
        self._dialog = form
        self._is_own = is_own
        self._several_days = several_days
        self.note = TakenNote(form.form)
        self.timer = QTimer(self)
        self.timer.setSingleShot(True)
        self.timer.setInterval(PAUSE_MS)
        self.timer.timeout.connect(self.look)
        self.note.wanted.connect(self._on_wanted)

    def add_times(self) -> None:
        """Put the fields into the form; `add_note` follows, right behind or after others."""
        form = self._dialog.form
        form.add("day", tr("日期(&B)"), date_input())
        form.add("begins", tr("开始(&K)"), time_input())
        form.add("ends", tr("结束(&E)"), time_input())
        if self._several_days:
            form.add("last", tr("到哪一天(&L)"), date_input(), hint=tr("同一天结束的留空"))

    def add_note(self) -> None:
        """Put what is said of the time into the form."""
        self._dialog.form.add_widget(self.note)
        self._dialog.form.edited.connect(self.timer.start)

    def load(self, begins: datetime, ends: datetime) -> None:
        """Show a span, and of one to come whether it can stay; the form is not modified."""
        self._dialog.form.load(**self._values(begins, ends))
        if begins > self._desk.services.context.clock().replace(tzinfo=None):
            self.look()

    def span(self) -> Span | None:
        """Return beginning and end, None while they are not all there or in no order."""
        form = self._dialog.form
        day, begins, ends = (form.value(name) for name in _SPAN)
        last = form.value("last") if self._several_days else None
        if not isinstance(day, date) or begins is None or ends is None:
            return None
        end_day = last or day
        if ends == time.min and last is None:
            end_day += timedelta(days=1)  # 0:00 is midnight, the end of the day
        span = datetime.combine(day, begins), datetime.combine(end_day, ends)
        return span if span[0] < span[1] else None

    def checked(self) -> Span:
        """Return beginning and end.

        Raises:
            InvalidInput: something is not there, or the end is not behind the beginning.
        """
        value = self._dialog.form.value
        wanted = (
            ("day", tr("请填写日期。")),
            ("begins", tr("请填写开始的时间，如 9:00。")),
            ("ends", tr("请填写结束的时间，如 11:00。")),
        )
        missing = [FieldProblem(field=n, message=words) for n, words in wanted if value(n) is None]
        if missing:
            raise InvalidInput(missing)
        span = self.span()
        if span is None:
            words = tr("结束的时间“{ends}”要晚于开始的时间“{begins}”，请核对。")
            said = words.format(ends=clock_text(value("ends")), begins=clock_text(value("begins")))
            raise InvalidInput([FieldProblem(field="ends", message=said)])
        return span

    def look(self) -> None:
        """Say whether the venue is free then; if not, who has it, and when it is."""
        self.timer.stop()
        self._say_of(self._dialog.form.value("venue_id"), self.span())
        if self.note.text:
            self._dialog.grow(self.note.words)

    def _say_of(self, venue_id: int | None, span: Span | None) -> None:
        if venue_id is None or span is None:
            self.note.say("")
            return
        bookings = self._desk.services.bookings
        draft, weekly = self._draft(venue_id, span), self._weekly()
        spans = repeated(draft, weekly)
        wanted = BookingFilter(
            first=spans[0][0].date(), last=spans[-1][1].date(), venue_id=venue_id
        )
        others = [each for each in bookings.list_(wanted) if not self._is_own(each)]
        hits = (clash(others, venue_id, *each) for each in spans)
        taken = next((each for each in hits if each is not None), None)
        if taken is not None:
            self.note.say(_taken_words(taken), self._offers(venue_id, span), is_bad=True)
            return
        remarks = bookings.check(draft, weekly)
        self.note.say("".join(remarks) or tr("这个时间空着，可以用。"), is_bad=bool(remarks))

    def _draft(self, venue_id: int, span: Span) -> BookingDraft:
        """Return what is looked at: purpose and borrower may not be there yet."""
        form = self._dialog.form
        counts = (form.value(name) for name in _COUNTS if form.has(name))
        return BookingDraft(
            venue_id=venue_id,
            begins=span[0],
            ends=span[1],
            purpose=tr(_SOMETHING),
            borrower=tr(_SOMETHING),
            headcount=next(counts, None),
        )

    def _weekly(self) -> Weekly | None:
        """Return how it is repeated, None where it is not, or more often than can be saved."""
        form = self._dialog.form
        until: date | None = form.value("weekly") if form.has("weekly") else None
        if until is None or (until - form.value("day")).days // 7 >= MOST_REPEATS:
            return None
        return Weekly(until=until)

    def _offers(self, venue_id: int, span: Span) -> list[Span]:
        """Return times that are free for as long: later ones first, then earlier of the day."""
        wanted, long = span[0], span[1] - span[0]
        minutes = int(long.total_seconds()) // 60
        free = self._desk.services.bookings.free(venue_id, wanted.date(), minutes)
        later = [(begins, begins + long) for begins, _ in free if begins >= wanted]
        return later + [(ends - long, ends) for begins, ends in free if begins < wanted]

    def _on_wanted(self, begins: datetime, ends: datetime) -> None:
        form = self._dialog.form
        for name, value in self._values(begins, ends).items():
            form.editor(name).set_value(value)
        form.editor("ends").setFocus()
        self.look()

    def _values(self, begins: datetime, ends: datetime) -> dict[str, date | time | None]:
        first, last = begins.date(), ends.date()
        midnight = ends == datetime.combine(first + timedelta(days=1), time.min)
        values: dict[str, date | time | None] = {
            "day": first,
            "begins": begins.time(),
            "ends": ends.time(),
        }
        if self._several_days:
            values["last"] = None if first == last or midnight else last
        return values


def _taken_words(taken: Booking) -> str:
    facts = taken.facts
    words = tr("“{venue}”{span}已经由“{who}”约好（{purpose}），请改时间，空着的有：")
    return words.format(
        venue=taken.venue,
        span=span_text(facts.begins, facts.ends),
        who=facts.borrower,
        purpose=facts.purpose.replace("\n", "；"),
    )
