"""A lecture from the booking of its room to the ledgers, by keys alone in the real window.

The room is booked each week; whoever wants it at that time is told who has it and when it is free.
Residents and a team of volunteers are put on the list, the sheet to sign is printed, presence is
entered, the hours and the training stand in their ledgers, and undo takes it back.
"""

from datetime import date, datetime

import pytest
from support.cards import page_texts
from support.clerk import FormClerk
from support.ledgers import BEIJING
from support.people import make_draft

from linli.domain.events import EventState, Role
from linli.domain.hours import ServiceFilter
from linli.domain.residents import ResidentFilter
from linli.domain.teams import MemberDraft, TeamDraft
from linli.domain.venues import VenueDraft
from linli.domain.workers import VolunteerFacts, WorkerDraft, WorkerKind
from linli.gui.events.dialog import EventsDialog
from linli.gui.events.forms import EventForm, OutcomeForm
from linli.gui.events.guest_forms import ResidentsForm, TeamForm
from linli.gui.events.guests import GuestsDialog
from linli.gui.jump import JumpDialog
from linli.gui.main_window import MainWindow
from linli.gui.print_dialog import PrintDialog
from linli.gui.venues.booking_form import BookingForm
from linli.gui.venues.week import BookingsDialog

GUESTS = 30
VOLUNTEERS = ("马兰", "孙强", "阿依古丽·买买提")
THURSDAY = date(2026, 12, 3)


@pytest.fixture
def clerk(qtbot):
    """Does everything by keys."""
    return FormClerk(qtbot)


@pytest.fixture
def room(services):
    """A room, residents with a kept filter, and a team of volunteers of the duty lists."""
    for number in range(GUESTS):
        name = "赵" + "一二三四五六七八九十"[number % 10] + "甲乙丙"[number // 10]
        services.residents.add(make_draft(name, sequence=2 * number + 11))
    services.filters.save("来听讲座的", ResidentFilter())
    team, _ = services.teams.add(TeamDraft(name="法律援助队", kind_code="01"))
    for name in VOLUNTEERS:
        worker = WorkerDraft(kind=WorkerKind.VOLUNTEER, name=name, volunteer=VolunteerFacts())
        services.workers.add(worker)
        services.team_members.add(MemberDraft(team_id=team, name=name, source="居民"))
    return services.venues.add(VenueDraft(name="党员活动室", place="社区二楼", capacity=60))[0]


def book_each_week(clerk, services, dialog):
    """Book Thursday mornings of December and find them in the week."""
    clerk.tab_to(dialog.day)
    clerk.write(THURSDAY.isoformat())
    clerk.tab_to(dialog.grid)
    clerk.press("N")
    form = clerk.sees(BookingForm)
    clerk.into(form, "purpose", "党员学习")
    clerk.into(form, "begins", "9")
    clerk.into(form, "ends", "11")
    clerk.into(form, "borrower", "西河社区党总支")
    clerk.into(form, "weekly", "2026-12-31")
    clerk.press("Ctrl+S")
    clerk.sees(BookingsDialog)
    booked = [each.facts.begins.date().day for each in services.bookings.list_()]
    assert booked == [3, 10, 17, 24, 31]
    assert dialog.booking.facts.purpose == "党员学习"


def be_refused(clerk, services, dialog):
    """Want the room when it is taken; take the time that is offered instead."""
    clerk.press("N")
    form = clerk.sees(BookingForm)
    clerk.into(form, "purpose", "舞蹈排练")
    clerk.into(form, "begins", "10")
    clerk.into(form, "ends", "12")
    clerk.waits_for(lambda: "西河社区党总支" in form.span.note.text)
    clerk.into(form, "borrower", "文艺队")
    clerk.press("Ctrl+S")
    said = form.form.field("begins").error
    assert "西河社区党总支" in said
    assert "11:00" in said, "when it is free next"
    assert len(services.bookings.list_()) == 5
    clerk.push(form.span.note.buttons[0])
    clerk.press("Ctrl+S")
    clerk.sees(BookingsDialog)
    assert dialog.booking.facts.purpose == "党员学习"
    clerk.press("Down")
    facts = dialog.booking.facts
    assert (facts.borrower, facts.begins.hour, facts.ends.hour) == ("文艺队", 11, 13)


def plan_the_lecture(clerk, room):
    clerk.press("Alt+N")
    form = clerk.sees(EventForm)
    clerk.into(form, "title", "普法讲座")
    clerk.into(form, "kind_code", "法治宣传教育")
    clerk.press("Tab")
    clerk.choose(form, "venue_id", room)
    clerk.into(form, "day", THURSDAY.isoformat())
    clerk.into(form, "begins", "15")
    clerk.into(form, "ends", "17")
    clerk.into(form, "speaker", "马律师")
    clerk.press("Ctrl+S")
    clerk.sees(EventsDialog)


def fill_the_list(clerk, services):
    """Put residents by a kept filter and a team on the list."""
    clerk.press("Alt+M")
    guests = clerk.sees(GuestsDialog)
    clerk.press("Alt+R")
    form = clerk.sees(ResidentsForm)
    clerk.choose(form, "filter", "来听讲座的")
    clerk.press("Ctrl+S")
    clerk.sees(GuestsDialog)
    clerk.press("Alt+T")
    form = clerk.sees(TeamForm)
    (team,) = services.teams.list_all()
    clerk.choose(form, "team_id", team.id)
    clerk.press("Ctrl+S")
    clerk.sees(GuestsDialog)
    roles = [each.facts.role for each in guests.items]
    assert (roles.count(Role.GUEST), roles.count(Role.HELPER)) == (GUESTS, len(VOLUNTEERS))
    assert all(each.facts.worker_id for each in guests.items[GUESTS:])
    return guests


def print_the_sheet(clerk, ask, tmp_path):
    """Print the sheet to sign into a file and read it."""
    ask.expect("choose", 0)  # numbers masked
    clerk.press("Alt+P")
    clerk.sees(PrintDialog)
    path = tmp_path / "签到表.pdf"
    ask.expect("save_file", path)
    ask.expect("tell")
    clerk.press("Alt+S")
    clerk.waits_for(path.exists)
    clerk.waits_for(lambda: not ask.waiting)
    clerk.press("Escape")
    clerk.sees(GuestsDialog)
    text = "".join("".join(page_texts(path.read_bytes())).split())
    for words in ("普法讲座签到表", "2026年12月3日（周四）15:00—17:00", "党员活动室", "签名"):
        assert words in text, words
    assert all(name in text for name in (*VOLUNTEERS, "赵一甲", "赵十丙"))


def sign_in(clerk, guests):
    """Two are signed in one by one, one did not come, the rest came as well."""
    clerk.tab_to(guests.table)
    clerk.press("Ctrl+Home", "Space")
    clerk.waits_for(lambda: guests.items[0].facts.present is True)
    clerk.waits_for(lambda: guests.table.currentRow() == 1)
    clerk.press("Space")
    clerk.waits_for(lambda: guests.items[1].facts.present is True)
    clerk.waits_for(lambda: guests.table.currentRow() == 2)
    clerk.press("Alt+Z")
    clerk.waits_for(lambda: guests.items[2].facts.present is False)
    clerk.press("Alt+A")
    clerk.waits_for(lambda: all(each.facts.present is not None for each in guests.items))
    assert sum(each.facts.present for each in guests.items) == GUESTS + len(VOLUNTEERS) - 1


def hold(clerk, ask, services):
    clerk.press("Alt+W")
    form = clerk.sees(OutcomeForm)
    assert form.form.value("headcount") == GUESTS + len(VOLUNTEERS) - 1
    clerk.into(form, "headcount", "40")
    clerk.into(form, "materials", "60")
    clerk.into(form, "summary", "现场答疑十二人次。")
    assert "3 位志愿者" in form.form.editor("hours").text()
    assert "40 人次" in form.training_box.text()
    ask.expect("tell")
    clerk.press("Ctrl+S")
    clerk.sees(EventsDialog)
    clerk.waits_for(lambda: not ask.waiting)
    records = services.hours.records(ServiceFilter())
    assert {each.worker for each in records} == set(VOLUNTEERS)
    assert {each.facts.counted for each in records} == {8}
    (training,) = services.trainings.list_all()
    assert (training.facts.topic, training.facts.headcount) == ("普法讲座", 40)


def test_a_lecture_is_led_from_the_booking_to_the_ledgers(
    services, room, open_window, clerk, ask, clock, tmp_path
):
    open_window(services)
    clerk.sees(MainWindow)
    clerk.press("Ctrl+K")
    jump = clerk.sees(JumpDialog)
    clerk.write("场地和活动")
    clerk.waits_for(lambda: jump.list.count() > 0)
    clerk.press("Return")
    clerk.sees(EventsDialog)
    clerk.press("Alt+Y")
    bookings = clerk.sees(BookingsDialog)
    book_each_week(clerk, services, bookings)
    be_refused(clerk, services, bookings)
    clerk.press("Escape")
    clerk.sees(EventsDialog)
    plan_the_lecture(clerk, room)
    guests = fill_the_list(clerk, services)
    print_the_sheet(clerk, ask, tmp_path)
    clock.at = datetime(2026, 12, 3, 18, tzinfo=BEIJING)
    sign_in(clerk, guests)
    clerk.press("Escape")
    clerk.sees(EventsDialog)
    hold(clerk, ask, services)
    clerk.press("Escape")
    clerk.sees(MainWindow)

    (event,) = services.events.list_()
    clerk.press("Ctrl+Z")
    clerk.waits_for(lambda: not services.trainings.list_all())
    clerk.press("Ctrl+Z")
    clerk.waits_for(lambda: not services.hours.records(ServiceFilter()))
    clerk.press("Ctrl+Z")
    clerk.waits_for(lambda: services.events.get(event.id).state is EventState.PLANNED)
    assert services.events.get(event.id).present == GUESTS + len(VOLUNTEERS) - 1
