"""The week of bookings: what is drawn, what keys do, what is said of a clash."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from support.events import at, with_booking, with_lecture, with_room
from support.mnemonics import taken_twice

from linli.domain.venues import BookingFilter
from linli.gui.ask import SaveChoice
from linli.gui.events.forms import EventForm
from linli.gui.print_dialog import PrintDialog
from linli.gui.registers.somebody_input import Somebody
from linli.gui.venues.booking_form import BookingForm
from linli.gui.venues.booking_list import BookingListDialog
from linli.gui.venues.inputs import BookingOffForm
from linli.gui.venues.painting import CARD, GAP
from linli.gui.venues.venues import VenuesDialog
from linli.gui.venues.week import BookingsDialog

WEEK = date(2026, 12, 1)


@pytest.fixture
def room(services):
    """A venue."""
    return with_room(services)


@pytest.fixture
def dialog(show, desk, services, room):
    """The first week of December: two bookings on Tuesday, one of another venue."""
    other = with_room(services, "会议室")
    with_booking(services, room, at(1, 9), at(1, 11))
    with_booking(services, room, at(1, 14), at(1, 16), purpose="书法班", borrower="文艺队")
    with_booking(services, other, at(3, 9), at(3, 11), purpose="例会")
    dialog = show(BookingsDialog(desk))
    dialog.show_day(WEEK)
    return dialog


def press(dialog, *keys):
    for key in keys:
        QTest.keyClick(dialog.grid, key)


def told(dialog):
    return dialog.grid.currentIndex().data(Qt.ItemDataRole.AccessibleTextRole)


def to_room(dialog):
    """Go to Tuesday of the room, wherever names are sorted."""
    names = [each.facts.name for each in dialog.grid.sheet.venues]
    dialog.grid.go_to(names.index("党员活动室"), 1)


def test_each_place_tells_venue_day_and_bookings(dialog):
    to_room(dialog)
    assert told(dialog) == (
        "党员活动室，12月1日，周二 1日，9:00—11:00 党员学习（西河社区党总支），"
        "14:00—16:00 书法班（文艺队）"
    )
    press(dialog, Qt.Key.Key_Right)
    assert told(dialog) == "党员活动室，12月2日，周三 2日，空闲"


def test_arrows_go_through_the_bookings_of_a_day(dialog):
    to_room(dialog)
    assert dialog.booking.facts.purpose == "党员学习"
    press(dialog, Qt.Key.Key_Down)
    assert dialog.booking.facts.purpose == "书法班"
    row = dialog.grid.currentIndex().row()
    step = Qt.Key.Key_Down if row == 0 else Qt.Key.Key_Up
    press(dialog, Qt.Key.Key_Up, step) if row else press(dialog, step)
    assert dialog.grid.currentIndex().row() != row
    back = Qt.Key.Key_Up if row == 0 else Qt.Key.Key_Down
    press(dialog, back)
    assert dialog.booking.facts.purpose == ("书法班" if row == 0 else "党员学习")


def test_the_booking_that_is_current_is_told(dialog):
    to_room(dialog)
    assert dialog.grid.accessibleDescription() == "9:00—11:00 党员学习（西河社区党总支）"
    press(dialog, Qt.Key.Key_Down)
    assert dialog.grid.accessibleDescription() == "14:00—16:00 书法班（文艺队）"
    press(dialog, Qt.Key.Key_Right)
    assert dialog.grid.accessibleDescription() == ""


def test_what_two_machines_have_booked_at_once_is_said(dialog, services, monkeypatch):
    pair = tuple(services.bookings.list_()[:2])
    monkeypatch.setattr(services.bookings, "conflicts", lambda: [pair])
    dialog.read()
    said = dialog.summary.text()
    assert "有 1 处时间冲突" in said
    assert "西河社区党总支" in said
    assert "文艺队" in said


def test_a_click_chooses_the_booking_under_the_mouse(dialog, theme):
    to_room(dialog)
    box = dialog.grid.visualRect(dialog.grid.currentIndex())
    low = QPoint(box.left() + 20, box.top() + theme.px(CARD + 2 * GAP) + 10)
    QTest.mouseClick(dialog.grid.viewport(), Qt.MouseButton.LeftButton, pos=low)
    assert dialog.booking.facts.purpose == "书法班"


def test_page_keys_go_to_other_weeks_and_the_button_back(dialog, qtbot):
    press(dialog, Qt.Key.Key_PageDown)
    assert dialog.grid.sheet.days[0] == date(2026, 12, 7)
    press(dialog, Qt.Key.Key_PageUp, Qt.Key.Key_PageUp)
    assert dialog.week_label.text() == "2026年11月23日—11月29日"
    press(dialog, Qt.Key.Key_PageDown)
    qtbot.mouseClick(dialog.today_button, Qt.MouseButton.LeftButton)
    assert dialog.grid.sheet.days[0] == date(2026, 11, 23)
    dialog.day.set_value(date(2027, 1, 1))
    assert dialog.grid.sheet.days[0] == date(2026, 12, 28)
    assert dialog.grid.place[1] == date(2027, 1, 1)


def test_n_books_where_the_cursor_is(dialog, services, qtbot):
    to_room(dialog)
    press(dialog, Qt.Key.Key_Right, Qt.Key.Key_N)
    form = dialog.findChild(BookingForm)
    assert form.form.value("day") == date(2026, 12, 2)
    values = {"purpose": "排练", "borrower": Somebody(name="文艺队")}
    for name, value in values.items():
        form.form.editor(name).set_value(value)
    form.form.editor("begins").setText("9")
    form.form.editor("ends").setText("11:30")
    qtbot.mouseClick(form.save_button, Qt.MouseButton.LeftButton)
    assert told(dialog) == "党员活动室，12月2日，周三 2日，9:00—11:30 排练（文艺队）"


def test_delete_calls_off_with_a_reason(dialog, services, qtbot):
    to_room(dialog)
    press(dialog, Qt.Key.Key_Delete)
    form = dialog.findChild(BookingOffForm)
    qtbot.mouseClick(form.save_button, Qt.MouseButton.LeftButton)
    assert form.isVisible()  # a reason is wanted
    form.form.editor("reason").set_value("改期")
    qtbot.mouseClick(form.save_button, Qt.MouseButton.LeftButton)
    assert "党员学习" not in told(dialog)
    (off,) = [
        each
        for each in services.bookings.list_(BookingFilter(called_off=True))
        if each.called_off_on
    ]
    assert off.reason == "改期"


def test_the_same_ones_of_later_weeks_may_go_too(dialog, services, room, qtbot):
    to_room(dialog)
    first = dialog.booking
    later = [first.facts.begins + timedelta(days=days) for days in (7, 14)]
    length = first.facts.ends - first.facts.begins
    for begins in later:
        facts = replace(first.facts, begins=begins, ends=begins + length)
        services.bookings.add(facts)
    press(dialog, Qt.Key.Key_Delete)
    form = dialog.findChild(BookingOffForm)
    assert "2 次" in form.form.editor("later").text()
    form.form.editor("reason").set_value("改期")
    form.form.editor("later").set_value(True)
    qtbot.mouseClick(form.save_button, Qt.MouseButton.LeftButton)
    gone = services.bookings.list_(BookingFilter(called_off=True))
    assert [each.reason for each in gone if each.called_off_on] == ["改期"] * 3


def test_enter_opens_a_booking_and_books_where_there_is_none(dialog, ask):
    to_room(dialog)
    press(dialog, Qt.Key.Key_Return)
    form = dialog.findChild(BookingForm)
    assert form.form.value("purpose") == "党员学习"
    assert form.form.editor("phone").is_masked
    form.reject()
    QTest.qWait(0)
    press(dialog, Qt.Key.Key_Right, Qt.Key.Key_Return)
    assert dialog.findChildren(BookingForm)[-1].windowTitle() == "预约场地"


def test_an_event_is_opened_from_its_booking_and_not_called_off_here(show, desk, services, room):
    event_id = with_lecture(services, room)
    (booking,) = services.bookings.list_()
    dialog = show(BookingsDialog(desk, booking_id=booking.id))
    assert dialog.booking.facts.event_id == event_id
    assert not dialog.off_button.isEnabled()
    press(dialog, Qt.Key.Key_Return)
    assert dialog.findChild(EventForm).form.value("venue_id") == room


def test_a_clash_is_said_while_typing_with_other_times_to_choose(dialog, services, room, qtbot):
    to_room(dialog)
    press(dialog, Qt.Key.Key_N)
    form = dialog.findChild(BookingForm)
    form.form.editor("begins").setText("10:00")
    form.form.editor("ends").setText("12:00")
    qtbot.waitUntil(lambda: "党总支" in form.span.note.text)
    assert "9:00—11:00" in form.span.note.text
    assert form.span.note.buttons[0].text() == "12月1日（周二）11:00—13:00"
    form.span.note.buttons[0].click()
    assert form.form.value("begins").hour == 11
    assert form.span.note.text == "这个时间空着，可以用。"
    assert not form.span.note.buttons
    form.form.editor("headcount").setText("80")
    qtbot.waitUntil(lambda: "60 人" in form.span.note.text)


def test_a_clash_is_refused_when_it_is_saved(dialog, qtbot):
    to_room(dialog)
    press(dialog, Qt.Key.Key_N)
    form = dialog.findChild(BookingForm)
    form.form.editor("purpose").set_value("排练")
    form.form.editor("borrower").set_value(Somebody(name="文艺队"))
    form.form.editor("begins").setText("10:00")
    form.form.editor("ends").setText("12:00")
    qtbot.mouseClick(form.save_button, Qt.MouseButton.LeftButton)
    assert "西河社区党总支" in form.form.field("begins").error


def test_a_venue_is_booked_each_week(dialog, services, room, qtbot):
    to_room(dialog)
    press(dialog, Qt.Key.Key_Right, Qt.Key.Key_N)
    form = dialog.findChild(BookingForm)
    form.form.editor("purpose").set_value("合唱")
    form.form.editor("borrower").set_value(Somebody(name="文艺队"))
    form.form.editor("begins").setText("19:00")
    form.form.editor("ends").setText("21:00")
    form.form.editor("weekly").set_value(date(2026, 12, 31))
    qtbot.mouseClick(form.save_button, Qt.MouseButton.LeftButton)
    days = [
        each.facts.begins.date()
        for each in services.bookings.list_()
        if each.facts.purpose == "合唱"
    ]
    assert days == [date(2026, 12, 2) + timedelta(days=7 * each) for each in range(5)]


def test_an_end_before_the_beginning_is_refused(dialog, qtbot):
    to_room(dialog)
    press(dialog, Qt.Key.Key_N)
    form = dialog.findChild(BookingForm)
    form.form.editor("borrower").set_value(Somebody(name="文艺队"))
    form.form.editor("begins").setText("12:00")
    qtbot.mouseClick(form.save_button, Qt.MouseButton.LeftButton)
    assert form.form.field("ends").error == "请填写结束的时间，如 11:00。"
    form.form.editor("ends").setText("11:00")
    qtbot.mouseClick(form.save_button, Qt.MouseButton.LeftButton)
    assert "要晚于" in form.form.field("ends").error
    form.form.editor("last").set_value(date(2026, 12, 3))
    assert form.span.span()[1].day == 3


def test_midnight_is_the_end_of_the_day(show, desk, room):
    form = show(BookingForm(desk, None, None, venue_id=room, day=WEEK))
    form.form.editor("begins").setText("20:00")
    form.form.editor("ends").setText("0:00")
    assert form.span.span() == (at(1, 20), at(2))


@pytest.mark.parametrize("button", ["slip_button", "door_button", "week_button"])
def test_paper_is_shown_before_it_is_printed(dialog, button, qtbot):
    to_room(dialog)
    qtbot.mouseClick(getattr(dialog, button), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: dialog.findChild(PrintDialog) is not None, timeout=10_000)
    dialog.findChild(PrintDialog).reject()


def test_without_venues_the_way_to_them_is_shown(show, desk, qtbot):
    dialog = show(BookingsDialog(desk))
    assert not dialog.grid.isVisible()
    assert not dialog.new_button.isEnabled()
    dialog.venues_button.click()
    assert dialog.findChild(VenuesDialog) is not None


def test_bookings_are_listed_and_called_off_ones_as_well(show, desk, services, room, qtbot):
    first = with_booking(services, room, at(1, 9), at(1, 11))
    with_booking(services, room, at(2, 9), at(2, 11), borrower="文艺队")
    services.bookings.call_off(first, "改期")
    dialog = show(BookingListDialog(desk))
    assert [dialog.table.item(row, 3).text() for row in range(dialog.table.rowCount())] == [
        "文艺队"
    ]
    dialog.called_off.set_value(True)
    assert dialog.table.item(0, 6).text() == "已取消：改期"
    assert dialog.table.item(0, 4).text() == "138****5678"
    dialog.select([0])
    assert not dialog.off_button.isEnabled()


@pytest.mark.parametrize("zoom", [100, 150, 200])
def test_every_key_means_one_thing(show, desk, services, room, theme, zoom):
    with_booking(services, room, at(1, 9), at(1, 11))
    theme.set_zoom(zoom)
    (booking,) = services.bookings.list_()
    for dialog in (
        BookingsDialog(desk),
        BookingListDialog(desk),
        BookingForm(desk, None, None),
        BookingForm(desk, booking, None),
    ):
        assert not taken_twice(show(dialog))


def test_what_is_typed_is_asked_about(show, desk, room, ask):
    form = show(BookingForm(desk, None, None, venue_id=room, day=WEEK))
    form.form.editor("purpose").setText("排练")
    ask.expect("save_changes", SaveChoice.DISCARD)
    form.reject()
