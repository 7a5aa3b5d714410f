"""The list of events: planning, holding, calling off, what goes into the ledgers, paper."""

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from support.events import LECTURE, at, with_booking, with_lecture, with_room
from support.mnemonics import taken_twice
from support.roles import as_role

from linli.domain.accounts import Role
from linli.domain.events import EventState, GuestDraft
from linli.domain.hours import ServiceFilter
from linli.domain.workers import VolunteerFacts, WorkerDraft, WorkerKind
from linli.gui.events.dialog import EventsDialog
from linli.gui.events.forms import EventForm, OutcomeForm
from linli.gui.events.guests import GuestsDialog
from linli.gui.print_dialog import PrintDialog
from linli.gui.venues.inputs import CallOffForm
from linli.gui.venues.venues import VenuesDialog
from linli.gui.venues.week import BookingsDialog


def texts(dialog, column):
    return [dialog.table.item(row, column).text() for row in range(dialog.table.rowCount())]


def press(button, qtbot):
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


@pytest.fixture
def after(clock):
    """The lecture is over: 4 December."""
    clock.at += timedelta(days=11)


@pytest.fixture
def helped(services):
    """The lecture with a volunteer and a guest on its list."""
    volunteer = WorkerDraft(
        kind=WorkerKind.VOLUNTEER, name="马兰", volunteer=VolunteerFacts(number="V1")
    )
    worker = services.workers.add(volunteer)[0]
    event_id = with_lecture(services)
    drafts = [*services.event_guests.of_workers([worker]), GuestDraft(name="王磊")]
    services.event_guests.add_guests(event_id, drafts)
    return event_id


def sign_all_in(services, event_id):
    ids = [each.id for each in services.event_guests.list_guests(event_id)]
    services.event_guests.mark_present(ids, present=True)


def test_an_event_is_planned_and_books_its_venue(show, desk, services, qtbot):
    room = with_room(services)
    with_booking(services, room, at(3, 14), at(3, 16))
    dialog = show(EventsDialog(desk))
    dialog.new_button.click()
    form = dialog.findChild(EventForm)
    form.form.editor("title").setText("普法讲座")
    form.form.editor("kind_code").setEditText("普法班")
    form.form.editor("venue_id").set_value(room)
    form.form.editor("day").set_value(at(3).date())
    form.form.editor("begins").setText("15")
    form.form.editor("ends").setText("17")
    qtbot.waitUntil(lambda: "西河社区党总支" in form.span.note.text)
    press(form.save_button, qtbot)
    assert "西河社区党总支" in form.form.field("begins").error  # it is taken
    form.span.note.buttons[0].click()
    press(form.save_button, qtbot)
    assert texts(dialog, 0) == ["普法讲座"]
    assert texts(dialog, 1) == ["2026-12-03 16:00—18:00"]
    assert texts(dialog, 2) == ["法治宣传教育"]
    assert [each.facts.purpose for each in services.bookings.list_()] == ["党员学习", "普法讲座"]


def test_a_changed_event_takes_nothing_away_from_itself(show, desk, services, qtbot):
    event_id = with_lecture(services, with_room(services))
    form = show(EventForm(desk, services.events.get(event_id), None))
    assert form.span.note.text == "这个时间空着，可以用。"
    form.form.editor("ends").setText("18:00")
    press(form.save_button, qtbot)
    (booking,) = services.bookings.list_()
    assert booking.facts.ends == at(3, 18)


def test_events_are_narrowed_by_period_kind_state_and_words(show, desk, services):
    with_lecture(services)
    with_lecture(services, title="重阳节慰问", kind_code="06", begins=at(5, 9), ends=at(5, 11))
    dialog = show(EventsDialog(desk))
    assert texts(dialog, 0) == ["“宪法在身边”普法讲座", "重阳节慰问"]  # the next first
    assert dialog.summary.text() == "筹备中 2 场。"
    dialog.kind.set_value("06")
    assert texts(dialog, 0) == ["重阳节慰问"]
    dialog.kind.set_value(None)
    dialog.find_line.setText("普法")
    assert texts(dialog, 0) == ["“宪法在身边”普法讲座"]
    dialog.find_line.clear()
    dialog.state.set_value(EventState.HELD)
    assert texts(dialog, 0) == []
    dialog.state.set_value(None)
    dialog.period.set_value("month")
    assert texts(dialog, 0) == []


def test_what_is_to_come_cannot_be_held_yet(show, desk, services):
    with_lecture(services)
    dialog = show(EventsDialog(desk))
    dialog.select([0])
    assert not dialog.held_button.isEnabled()
    assert dialog.off_button.isEnabled()
    assert not dialog.reopen_button.isEnabled()


def test_an_event_is_held_and_goes_into_both_ledgers(
    show, desk, services, helped, after, ask, qtbot
):
    sign_all_in(services, helped)
    dialog = show(EventsDialog(desk))
    dialog.period.set_value("year")
    dialog.select([0])
    dialog.held_button.click()
    form = dialog.findChild(OutcomeForm)
    assert form.form.value("headcount") == 2
    form.form.editor("headcount").setText("31")
    form.form.editor("materials").setText("60")
    hours_box = form.form.editor("hours")
    assert "1 位志愿者" in hours_box.text()
    assert "2 小时" in hours_box.text()
    assert form.training_box.text() == "列入培训台账：普法班，31 人次(&T)"
    ask.expect("tell")
    press(form.save_button, qtbot)
    (record,) = services.hours.records(ServiceFilter())
    assert (record.worker, record.facts.counted) == ("马兰", 8)
    (training,) = services.trainings.list_all()
    assert (training.facts.topic, training.facts.headcount) == ("“宪法在身边”普法讲座", 31)
    assert texts(dialog, 7) == ["已举办，31 人次"]
    assert "法治宣传教育 1 场 31 人次" in dialog.summary.text()


def test_what_stands_in_the_training_ledger_is_not_entered_again(
    show, desk, services, helped, after, ask, qtbot
):
    sign_all_in(services, helped)
    form = show(OutcomeForm(desk, services.events.get(helped), None))
    press(form.save_button, qtbot)
    again = show(OutcomeForm(desk, services.events.get(helped), None))
    assert not again.training_box.isEnabled()
    again.form.editor("summary").setPlainText("大家都来了。")
    press(again.save_button, qtbot)
    assert len(services.trainings.list_all()) == 1
    assert services.events.get(helped).outcome.summary == "大家都来了。"


def test_nothing_is_entered_that_is_not_wanted(show, desk, services, helped, after, qtbot):
    sign_all_in(services, helped)
    form = show(OutcomeForm(desk, services.events.get(helped), None))
    form.form.editor("hours").setChecked(False)
    form.training_box.setChecked(False)
    press(form.save_button, qtbot)
    assert services.hours.records(ServiceFilter()) == []
    assert services.trainings.list_all() == []


def test_without_volunteers_there_are_no_hours_to_record(show, desk, services, after):
    event_id = with_lecture(services, kind_code="05")
    form = show(OutcomeForm(desk, services.events.get(event_id), None))
    assert not form.form.editor("hours").isEnabled()
    assert form.training_box.isHidden()  # no kind that is a training


def test_an_event_is_called_off_and_comes_back(show, desk, services, qtbot):
    with_lecture(services, with_room(services))
    dialog = show(EventsDialog(desk))
    dialog.select([0])
    dialog.off_button.click()
    form = dialog.findChild(CallOffForm)
    form.form.editor("reason").setText("天气不好")
    press(form.save_button, qtbot)
    assert texts(dialog, 7) == ["已取消：天气不好"]
    assert services.bookings.list_() == []
    dialog.select([0])
    assert not dialog.notice_button.isEnabled()
    dialog.reopen_button.click()
    qtbot.waitUntil(lambda: texts(dialog, 7) == ["筹备中"])
    assert len(services.bookings.list_()) == 1


def test_an_event_entered_by_mistake_is_removed(show, desk, services, ask, qtbot):
    with_lecture(services)
    dialog = show(EventsDialog(desk))
    dialog.select([0])
    ask.expect("confirm", True)
    dialog.remove_button.click()
    qtbot.waitUntil(lambda: texts(dialog, 0) == [])


@pytest.mark.parametrize("button", ["notice_button", "print_list_button"])
def test_paper_is_shown_before_it_is_printed(show, desk, services, button, qtbot):
    with_lecture(services)
    dialog = show(EventsDialog(desk))
    dialog.select([0])
    press(getattr(dialog, button), qtbot)
    qtbot.waitUntil(lambda: dialog.findChild(PrintDialog) is not None, timeout=10_000)
    dialog.findChild(PrintDialog).reject()


@pytest.mark.parametrize(
    ("button", "kind"),
    [
        ("guests_button", GuestsDialog),
        ("bookings_button", BookingsDialog),
        ("venues_button", VenuesDialog),
    ],
)
def test_there_is_a_way_to_everything_else(show, desk, services, button, kind, qtbot):
    with_lecture(services, with_room(services))
    dialog = show(EventsDialog(desk))
    dialog.select([0])
    press(getattr(dialog, button), qtbot)
    assert dialog.findChild(kind).isVisible()


def test_a_reader_changes_nothing(show, desk, services):
    with_lecture(services)
    dialog = show(EventsDialog(replace(desk, services=as_role(services, Role.READER))))
    dialog.select([0])
    for name in ("new", "held", "off", "reopen", "remove", "notice"):
        assert not getattr(dialog, f"{name}_button").isEnabled(), name


@pytest.mark.parametrize("zoom", [100, 150, 200])
def test_every_key_means_one_thing(show, desk, services, theme, zoom, after):
    event_id = with_lecture(services, with_room(services))
    theme.set_zoom(zoom)
    event = services.events.get(event_id)
    assert event.facts.title == LECTURE.facts.title
    for dialog in (
        EventsDialog(desk),
        EventForm(desk, None, None),
        EventForm(desk, event, None),
        OutcomeForm(desk, event, None),
        GuestsDialog(desk, event),
    ):
        assert not taken_twice(show(dialog)), dialog
