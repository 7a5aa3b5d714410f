"""The list of an event: bulk ways onto it, signing in by the space bar, sheets to sign."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from support.events import with_lecture
from support.mnemonics import taken_twice
from support.people import make_draft

from linli.domain.events import GuestDraft, Role
from linli.domain.teams import MemberDraft, TeamDraft
from linli.domain.workers import VolunteerFacts, WorkerDraft, WorkerKind
from linli.gui.events.guest_forms import (
    GuestForm,
    PastedForm,
    ResidentsForm,
    TeamForm,
    WorkersForm,
)
from linli.gui.events.guests import GuestsDialog
from linli.gui.print_dialog import PrintDialog
from linli.gui.registers.somebody_input import Somebody

PHONE = "13812345678"


def texts(dialog, column):
    return [dialog.table.item(row, column).text() for row in range(dialog.table.rowCount())]


def press(button, qtbot):
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


@pytest.fixture
def event(services, clock):
    """The lecture; it is its morning."""
    event_id = with_lecture(services)
    clock.at += timedelta(days=10)
    return services.events.get(event_id)


@pytest.fixture
def dialog(show, desk, services, event):
    """A list of three."""
    drafts = [
        GuestDraft(name="张桂兰", phone=PHONE),
        GuestDraft(name="王磊"),
        GuestDraft(name="马兰", role=Role.HELPER),
    ]
    services.event_guests.add_guests(event.id, drafts)
    return show(GuestsDialog(desk, event))


@pytest.fixture
def volunteer(services):
    """A volunteer of the duty lists."""
    facts = VolunteerFacts(number="V1")
    draft = WorkerDraft(kind=WorkerKind.VOLUNTEER, name="孙强", phone=PHONE, volunteer=facts)
    return services.workers.add(draft)[0]


def space(dialog):
    QTest.keyClick(dialog.table, Qt.Key.Key_Space)


def test_the_space_bar_signs_in_and_goes_on(dialog, qtbot):
    dialog.table.setFocus()
    dialog.select([0])
    space(dialog)
    qtbot.waitUntil(lambda: texts(dialog, 1) == ["到", "", ""])
    qtbot.waitUntil(lambda: dialog.table.currentRow() == 1)
    space(dialog)
    qtbot.waitUntil(lambda: texts(dialog, 1) == ["到", "到", ""])
    assert "名单 3 人，签到 2 人。" in dialog.summary.text()
    dialog.select([0])
    space(dialog)
    qtbot.waitUntil(lambda: texts(dialog, 1) == ["", "到", ""])


def test_all_are_signed_in_but_who_is_known_to_be_away(dialog, qtbot):
    dialog.select([1])
    dialog.absent_button.click()
    qtbot.waitUntil(lambda: texts(dialog, 1) == ["", "未到", ""])
    dialog.all_button.click()
    qtbot.waitUntil(lambda: texts(dialog, 1) == ["到", "未到", "到"])
    assert "签到 2 人，没有来 1 人。" in dialog.summary.text()
    assert texts(dialog, 5) == ["", "", "2"]


def test_nobody_signs_in_before_the_day(show, desk, services, event, clock, ask, qtbot):
    clock.at -= timedelta(days=5)
    services.event_guests.add_guests(event.id, [GuestDraft(name="王磊")])
    dialog = show(GuestsDialog(desk, event))
    dialog.select([0])
    ask.expect("warn")
    dialog.present_button.click()
    qtbot.waitUntil(lambda: not ask.waiting)
    assert "到时再签到" in ask.last


def test_a_name_is_found_and_signed_in(dialog, qtbot):
    dialog.find_line.setText("马")
    shown = [row for row in range(3) if not dialog.table.isRowHidden(row)]
    assert shown == [2]
    QTest.keyClick(dialog.find_line, Qt.Key.Key_Return)
    assert dialog.selected()[0].facts.name == "马兰"
    space(dialog)
    qtbot.waitUntil(lambda: texts(dialog, 1)[2] == "到")


def test_somebody_is_added_once(dialog, qtbot):
    dialog.new_button.click()
    form = dialog.findChild(GuestForm)
    form.form.editor("name").set_value(Somebody(name="李建国"))
    form.form.editor("note").setText("西河小学")
    press(form.save_button, qtbot)
    assert texts(dialog, 0)[-1] == "李建国"
    dialog.new_button.click()
    again = dialog.findChildren(GuestForm)[-1]
    again.form.editor("name").set_value(Somebody(name="李建国"))
    press(again.save_button, qtbot)
    assert "已经在名单上" in again.form.field("name").error


def test_a_line_is_put_right_with_its_number_masked(dialog, services, event, qtbot):
    dialog.select([0])
    dialog.open_button.click()
    form = dialog.findChild(GuestForm)
    assert form.form.editor("phone").is_masked
    assert form.form.field("quarters").isHidden()  # a guest serves no hours
    form.form.editor("role").set_value(Role.HELPER)
    assert not form.form.field("quarters").isHidden()
    form.form.editor("quarters").setText("1.5")
    press(form.save_button, qtbot)
    facts = services.event_guests.list_guests(event.id)[0].facts
    assert (facts.phone, facts.quarters) == (PHONE, 6)


def test_residents_are_put_on_the_list(dialog, services, qtbot):
    people = [make_draft("赵静", sequence=124), make_draft("周涛", sequence=126)]
    ids = [services.residents.add(each)[0] for each in people]
    dialog.residents_button.click()
    form = dialog.findChild(ResidentsForm)
    press(form.save_button, qtbot)
    assert form.form.field("residents").error  # nobody is chosen
    form.form.editor("residents").set_value(ids)
    press(form.save_button, qtbot)
    assert texts(dialog, 0)[-2:] == ["赵静", "周涛"]


def test_who_stands_there_already_is_named(dialog, services, ask, qtbot):
    person = services.residents.add(make_draft("赵静"))[0]
    services.event_guests.add_guests(dialog._event.id, services.event_guests.of_residents([person]))
    dialog.residents_button.click()
    form = dialog.findChild(ResidentsForm)
    form.form.editor("residents").set_value([person])
    ask.expect("tell")
    press(form.save_button, qtbot)
    assert "加入 0 人" in ask.last


def test_a_team_helps_and_its_volunteers_are_known(dialog, services, volunteer, qtbot):
    team, _ = services.teams.add(TeamDraft(name="先锋队", kind_code="01"))
    member = MemberDraft(team_id=team, name="孙强", phone=PHONE, source="居民")
    services.team_members.add(member)
    dialog.team_button.click()
    form = dialog.findChild(TeamForm)
    press(form.save_button, qtbot)
    assert form.form.field("team_id").error
    form.form.editor("team_id").set_value(team)
    press(form.save_button, qtbot)
    added = dialog.items[-1].facts
    assert (added.name, added.role, added.worker_id) == ("孙强", Role.HELPER, volunteer)


def test_volunteers_are_ticked(dialog, volunteer, qtbot):
    dialog.workers_button.click()
    form = dialog.findChild(WorkersForm)
    form.form.editor("workers").set_value([volunteer])
    press(form.save_button, qtbot)
    assert dialog.items[-1].facts.worker_id == volunteer


def test_pasted_names_are_put_on_the_list(dialog, ask, qtbot):
    dialog.paste_button.click()
    form = dialog.findChild(PastedForm)
    form.form.editor("text").setPlainText(f"李建国 {PHONE} 西河小学\n赵静、周涛\n13900001111")
    ask.expect("confirm", True)
    press(form.save_button, qtbot)
    assert texts(dialog, 0)[-3:] == ["李建国", "赵静", "周涛"]
    assert texts(dialog, 3)[3] == "138****5678"


def test_some_are_taken_off(dialog, ask, qtbot):
    dialog.select([0, 1])
    ask.expect("confirm", True)
    dialog.remove_button.click()
    qtbot.waitUntil(lambda: texts(dialog, 0) == ["马兰"])


def test_sheets_are_shown_before_they_are_printed(dialog, ask, qtbot):
    for button in (dialog.sign_button, dialog.print_list_button):
        ask.expect("choose", 0)
        press(button, qtbot)
        qtbot.waitUntil(lambda: dialog.findChild(PrintDialog) is not None, timeout=10_000)
        dialog.findChild(PrintDialog).reject()
        qtbot.waitUntil(lambda: dialog.findChild(PrintDialog) is None)


def test_a_blank_sheet_can_be_printed_of_an_empty_list(show, desk, event, ask, qtbot):
    dialog = show(GuestsDialog(desk, event))
    assert dialog.sign_button.isEnabled()
    press(dialog.sign_button, qtbot)
    qtbot.waitUntil(lambda: dialog.findChild(PrintDialog) is not None, timeout=10_000)
    dialog.findChild(PrintDialog).reject()


def test_forms_take_no_letter_twice(show, desk, event, volunteer):
    for form in (
        GuestForm(desk, event, None, None),
        *(
            make(desk, event.id, None)
            for make in (ResidentsForm, TeamForm, WorkersForm, PastedForm)
        ),
    ):
        assert not taken_twice(show(form)), form
