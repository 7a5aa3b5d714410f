"""The bookings of a week (场地预约): who has which venue when, and the paper for the doors."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import ClassVar

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QToolButton, QWidget

from linli.domain.accounts import Right
from linli.domain.changes import Changes, Kind
from linli.domain.rosters import day_kinds
from linli.domain.venue_lists import span_text, week_of, week_text
from linli.domain.venues import Booking
from linli.gui.desk import Desk
from linli.gui.events.opening import open_event
from linli.gui.fact_list import plain_label
from linli.gui.fitting import fit_to_screen
from linli.gui.form_dialog import FormDialog
from linli.gui.i18n import tr
from linli.gui.icons import icon
from linli.gui.inputs import date_input
from linli.gui.list_dialog import HistoryOf, ListDialog
from linli.gui.permission import new_action
from linli.gui.print_dialog import open_print_dialog
from linli.gui.venues.booking_form import BookingForm
from linli.gui.venues.booking_list import BookingListDialog
from linli.gui.venues.inputs import BookingOffForm
from linli.gui.venues.venues import VenuesDialog
from linli.gui.venues.week_grid import WeekGrid, WeekSheet

_WEEK = timedelta(days=7)


class BookingsDialog(ListDialog):
    """Shows a week of all venues; keys book, open and call off."""

    kinds: ClassVar[frozenset[Kind]] = frozenset({Kind.VENUES, Kind.SETTINGS})

    def __init__(
        self, desk: Desk, parent: QWidget | None = None, *, booking_id: int | None = None
    ) -> None:
        """Make the dialog.

        Args:
            desk: the working place.
            parent: the window below.
            booking_id: the booking to go to; None for today.
        """
        super().__init__(tr("场地预约"), desk, parent)
        self._first = week_of(self._today())[0]
        self.grid = WeekGrid(desk.theme, self)
        self.set_list(self.grid)
        self.day = date_input(self)
        self._add_week_line()
        self.line = plain_label("", "", self)
        self.line.setWordWrap(True)
        self._column.insertWidget(self._column.indexOf(self._bar), self.line)
        self._add_buttons()
        self.add_history(self._history_of)
        add = new_action(tr("登记场地(&G)…"), self, desk, Right.ROSTER)
        add.triggered.connect(self._on_venues)
        hint = tr("先登记党员活动室、会议室这些场地，再看哪一周谁在用。")
        self.set_empty("building", tr("还没有场地"), hint, [add])
        self._connect()
        fit_to_screen(self, desk.theme.size(1240, 712))
        if booking_id is None:
            self.read()
        else:
            self._show_booking(desk.services.bookings.get(booking_id))

    @property
    def booking(self) -> Booking | None:
        """The current booking."""
        return self.grid.booking

    def read(self) -> None:
        """Show the week anew."""
        services = self.desk.services
        days = week_of(self._first)
        kinds = day_kinds(days, services.calendar.calendar())
        bookings = tuple(services.bookings.week(self._first))
        used = {each.facts.venue_id for each in bookings}
        venues = tuple(
            each
            for each in services.venues.list_(past=True)
            if each.facts.until is None or each.facts.until >= days[0] or each.id in used
        )
        self.grid.set_sheet(
            WeekSheet(
                venues=venues,
                days=days,
                kinds=tuple(kinds[day] for day in days),
                bookings=bookings,
                today=self._today(),
            )
        )
        self.week_label.setText(week_text(days))
        self._show_summary(len(bookings))
        self.show_empty(empty=not venues)
        self._on_chosen()

    def show_day(self, day: date) -> None:
        """Show the week of a day and go to it."""
        self._first = week_of(day)[0]
        self.read()
        row = max(self.grid.currentIndex().row(), 0)
        if self.grid.sheet is not None and self.grid.sheet.venues:
            self.grid.go_to(row, day.weekday())

    # ---- making ----

    def _add_week_line(self) -> None:
        self.earlier = self._arrow("arrow-left", tr("上一周"), "PgUp", -1)
        self.later = self._arrow("arrow-right", tr("下一周"), "PgDn", 1)
        self.week_label = plain_label("", "section", self)
        self.today_button = QPushButton(tr("本周(&Z)"), self)
        self.today_button.setAutoDefault(False)
        self.day.setAccessibleName(tr("到哪一天的那一周"))
        self.day.setPlaceholderText(tr("到哪一天"))
        self.day.setMaximumWidth(self.desk.theme.px(190))
        row = QHBoxLayout()
        row.addWidget(self.heading)
        for widget in (self.earlier, self.week_label, self.later, self.today_button, self.day):
            row.addWidget(widget)
        row.addWidget(self.summary, 1)
        self._column.insertLayout(0, row)

    def _add_buttons(self) -> None:
        self.new_button = self.add_button(tr("预约(&N)…"), "plus", Right.ROSTER)
        self.open_button = self.add_button(tr("打开(&D)…"), "edit")
        self.off_button = self.add_button(tr("取消预约(&X)…"), "x", Right.ROSTER)
        self.slip_button = self.add_button(tr("打印使用单(&S)"), "printer", Right.PRINT)
        self.door_button = self.add_button(tr("打门口安排(&M)"), "printer", Right.PRINT)
        self.week_button = self.add_button(tr("打印本周安排(&P)"), "printer", Right.PRINT)
        self.list_button = self.add_button(tr("预约清单(&L)…"), "list-details", Right.READ)
        self.venues_button = self.add_button(tr("场地(&G)…"), "building", Right.READ)

    def _connect(self) -> None:
        self.new_button.clicked.connect(self._on_new)
        self.open_button.clicked.connect(self._on_open)
        self.off_button.clicked.connect(self._on_call_off)
        self.slip_button.clicked.connect(self._on_slip)
        self.door_button.clicked.connect(self._on_door)
        self.week_button.clicked.connect(self._on_week)
        self.list_button.clicked.connect(lambda: BookingListDialog(self.desk, self).open())
        self.venues_button.clicked.connect(self._on_venues)
        self.today_button.clicked.connect(lambda: self.show_day(self._today()))
        self.day.edited.connect(self._on_day)
        self.grid.opened.connect(self._on_enter)
        self.grid.new_wanted.connect(self.new_button.click)
        self.grid.call_off_wanted.connect(self.off_button.click)
        self.grid.leaf_wanted.connect(self._leaf)
        self.grid.chosen.connect(self._on_chosen)
        self.desk.bus.changed.connect(self._on_changed)

    def _arrow(self, icon_name: str, words: str, keys: str, steps: int) -> QToolButton:
        button = QToolButton(self)
        button.setIcon(icon(icon_name))
        button.setAccessibleName(words)
        button.setToolTip(f"{words}（{keys}）")
        button.clicked.connect(lambda: self._leaf(steps))
        return button

    # ---- what is said ----

    def _show_summary(self, count: int) -> None:
        """Say how much is booked, and in red what two machines have booked at the same time."""
        words = tr("这一周 {count} 次预约。").format(count=count) if count else ""
        conflicts = self.desk.services.bookings.conflicts()
        if conflicts:
            one, other = conflicts[0]
            said = tr(
                "有 {count} 处时间冲突：{venue}，{one}（{who}）和{other}（{whom}），请改一个。"
            )
            words = said.format(
                count=len(conflicts),
                venue=one.venue,
                one=span_text(one.facts.begins, one.facts.ends),
                who=one.facts.borrower,
                other=span_text(other.facts.begins, other.facts.ends),
                whom=other.facts.borrower,
            )
        self.summary.setObjectName("error" if conflicts else "muted")
        self.summary.style().unpolish(self.summary)
        self.summary.style().polish(self.summary)
        self.summary.setText(words)

    def _on_chosen(self) -> None:
        place, booking = self.grid.place, self.booking
        may, edit = self.desk.may, self.desk.may(Right.ROSTER)
        self.new_button.setEnabled(edit and place is not None)
        self.open_button.setEnabled(booking is not None)
        is_own = booking is not None and booking.facts.event_id is None
        self.off_button.setEnabled(edit and is_own)
        self.slip_button.setEnabled(may(Right.PRINT) and booking is not None)
        for button in (self.door_button, self.week_button):
            button.setEnabled(may(Right.PRINT) and place is not None)
        self.line.setText(self._line_words())
        self.line.setAccessibleName(self.line.text())

    def _line_words(self) -> str:
        place, booking = self.grid.place, self.booking
        if place is None:
            return ""
        if booking is None:
            words = tr("{venue} 这一天空着。按 N 预约，PgUp、PgDn 换一周。")
            return words.format(venue=place[0].facts.name)
        facts = booking.facts
        parts = [
            span_text(facts.begins, facts.ends),
            booking.venue,
            facts.purpose.replace("\n", "；"),
            facts.borrower,
            tr("{count} 人").format(count=facts.headcount) if facts.headcount else "",
            tr("社区活动，在活动里改") if facts.event_id is not None else "",
        ]
        return "　".join(filter(None, parts))

    # ---- what the clerk does ----

    def _leaf(self, steps: int) -> None:
        self._first += steps * _WEEK
        self.read()

    def _on_day(self) -> None:
        day = self.day.value()
        if isinstance(day, date):
            self.show_day(day)

    def _on_enter(self) -> None:
        button = self.new_button if self.booking is None else self.open_button
        button.click()

    def _on_new(self) -> None:
        place = self.grid.place
        if place is not None:
            venue, day = place
            self._publish_from(BookingForm(self.desk, None, self, venue_id=venue.id, day=day))

    def _on_open(self) -> None:
        booking = self.booking
        if booking is None:
            return
        if booking.facts.event_id is not None:
            open_event(self.desk, booking.facts.event_id, self)
        else:
            self._publish_from(BookingForm(self.desk, booking, self))

    def _on_call_off(self) -> None:
        booking = self.booking
        if booking is None:
            return
        self._publish_from(BookingOffForm(self.desk, booking, self))

    def _on_venues(self) -> None:
        VenuesDialog(self.desk, self).open()

    def _on_slip(self) -> None:
        booking = self.booking
        if booking is not None:
            papers, title = self.desk.services.event_papers, tr("场地使用单")
            self._print(title, lambda: papers.slip(booking.id))

    def _on_door(self) -> None:
        place = self.grid.place
        if place is not None:
            papers, venue, first = self.desk.services.event_papers, place[0], self._first
            title = tr("{venue}使用安排").format(venue=venue.facts.name)
            self._print(title, lambda: papers.door(venue.id, first))

    def _on_week(self) -> None:
        services, first, title = self.desk.services, self._first, tr("场地使用安排")

        def make() -> bytes:
            register = services.event_papers.week(first, title)
            return services.registers.pdf(register, across=True)

        self._print(title, make)

    def _print(self, title: str, make: Callable[[], bytes]) -> None:
        self.desk.jobs.run(
            lambda _: make(),
            owner=self,
            done=lambda content: open_print_dialog(self.desk, content, title, self),
            title=tr("正在准备打印…"),
        )

    def _publish_from(self, form: FormDialog) -> None:
        form.saved.connect(self.desk.bus.publish)
        form.open()

    def _on_changed(self, changes: Changes) -> None:
        if changes.touches(*self.kinds):
            self.read()

    def _history_of(self) -> HistoryOf | None:
        booking = self.booking
        return None if booking is None else ("booking", str(booking.id), booking.venue)

    def _show_booking(self, booking: Booking) -> None:
        self._first = week_of(booking.facts.begins.date())[0]
        self.read()
        self.grid.go_to_booking(booking.id)

    def _today(self) -> date:
        return self.desk.services.context.clock().date()
