"""The dialogs of people on duty, by keyboard: the register, the form, leaves, who not together."""

from dataclasses import replace
from datetime import date, time

import pytest
from support.cards import page_texts
from support.mnemonics import letters, taken_twice
from support.roles import as_role
from support.tables import column, row
from support.window import opened

from linli.domain.accounts import Role
from linli.domain.staff import StaffDraft, StationDraft
from linli.domain.teams import MemberDraft, TeamDraft
from linli.domain.workers import (
    Apart,
    FreeTime,
    Leave,
    Qualification,
    VolunteerFacts,
    WorkerDraft,
    WorkerKind,
)
from linli.gui.history_dialog import HistoryDialog
from linli.gui.teams.members import MembersDialog
from linli.gui.workers.dialog import WorkersDialog, open_workers
from linli.gui.workers.leaves import ApartForm, LeaveForm, LeavesDialog
from linli.gui.workers.worker_form import LastDayForm, WorkerForm


@pytest.fixture
def people(services):
    """Two of staff and a volunteer; their ids by name."""
    station, _ = services.stations.add(StationDraft(name="警务室"))
    add = services.workers.add
    drafts = (
        WorkerDraft(name="王军", employment_code="04", station_id=station, phone="13900000002"),
        WorkerDraft(name="李梅", employment_code="01", skills=("急救",)),
        WorkerDraft(
            name="马兰",
            kind=WorkerKind.VOLUNTEER,
            phone="13900000001",
            volunteer=VolunteerFacts(number="V-01", source_code="01", items=("义诊",)),
            free_times=(FreeTime(weekday=1, begins=time(9), ends=time(12)),),
        ),
    )
    return {draft.name: add(draft)[0] for draft in drafts}


@pytest.fixture
def dialog(desk, people, show):
    return show(WorkersDialog(desk))


@pytest.fixture
def leaves(desk, people, show):
    return show(LeavesDialog(desk))


@pytest.fixture
def sheets(monkeypatch):
    shown = []
    monkeypatch.setattr(
        "linli.gui.registers.frame.open_print_dialog",
        lambda _desk, content, title, _parent: shown.append((content, title)),
    )
    return shown


# ---- the register -----------------------------------------------------------------------------


def test_people_are_listed_with_masked_phones_and_their_sum(dialog):
    assert column(dialog.table) == ["王军", "李梅", "马兰"]
    assert row(dialog.table, 0)[1:4] == ["警务室", "139****0002", "警务室"]
    assert row(dialog.table, 2)[5] == "周二 9:00—12:00"
    assert dialog.summary.text() == "工作人员 2 人：在编 1、警务室 1；志愿者 1 人：党员 1。"


def test_people_are_found_by_words_kind_and_station(dialog):
    dialog.words.setText("义诊")
    assert column(dialog.table) == ["马兰"]
    dialog.words.setText("")
    dialog.kind.set_value(WorkerKind.STAFF)
    assert column(dialog.table) == ["王军", "李梅"]
    dialog.station.setCurrentIndex(1)
    assert column(dialog.table) == ["王军"]


def test_staff_are_taken_over_with_one_button(desk, services, show, qtbot):
    services.staff.add(StaffDraft(name="赵强"))
    dialog = show(WorkersDialog(desk))
    dialog.staff_button.click()
    qtbot.waitUntil(lambda: column(dialog.table) == ["赵强"])


def test_who_leaves_is_listed_only_on_demand(dialog, services, people):
    dialog.select([0])
    dialog.end_button.click()
    form = opened(LastDayForm)
    form.form.editor("until").set_value(None)
    form.accept()
    assert form.form.field("until").error == "请填写日期。"
    form.form.editor("until").set_value(date(2026, 11, 22))
    form.accept()
    assert column(dialog.table) == ["李梅", "马兰"]
    dialog.shown.set_value(False)
    assert row(dialog.table, 0)[7] == "2026-11-22"


def test_a_mistake_is_removed_and_its_history_stays_a_click_away(dialog, ask, qtbot):
    dialog.select([1])
    dialog.changes_button.click()
    assert opened(HistoryDialog).heading.text() == "李梅的历史"
    opened(HistoryDialog).reject()
    ask.expect("confirm", True)
    dialog.remove_button.click()
    qtbot.waitUntil(lambda: column(dialog.table) == ["王军", "马兰"])


def test_volunteers_are_printed_as_they_are_registered(dialog, sheets, ask, qtbot):
    dialog.kind.set_value(WorkerKind.VOLUNTEER)
    ask.expect("choose", 0)
    dialog.print_list_button.click()
    qtbot.waitUntil(lambda: len(sheets) == 1)
    assert sheets[0][0].startswith(b"%PDF")
    assert sheets[0][1] == "志愿者名册"


def test_dialog_is_freed_when_closed(desk, main_window, assert_freed):
    open_workers(desk, main_window)
    dialog = opened(WorkersDialog)
    dialog.reject()
    assert_freed(dialog)


def test_a_reader_can_look_only(desk, services, people, show):
    reader = replace(desk, services=as_role(services, Role.READER))
    dialog = show(WorkersDialog(reader))
    buttons = (dialog.new_button, dialog.staff_button, dialog.end_button, dialog.remove_button)
    assert not any(button.isEnabled() for button in buttons)
    keeper = show(WorkersDialog(replace(desk, services=as_role(services, Role.ROSTER_KEEPER))))
    assert keeper.new_button.isEnabled()


# ---- the form ---------------------------------------------------------------------------------


def test_volunteer_is_registered(dialog, services):
    team, _ = services.teams.add(TeamDraft(kind_code="06", name="白衣天使医疗"))
    dialog.kind.set_value(WorkerKind.VOLUNTEER)
    dialog.new_button.click()
    form = opened(WorkerForm)
    assert form.form.field("number").isVisible()
    assert not form.form.field("employment_code").isVisible()
    edit = form.form.editor
    edit("name").line.setText("古丽")
    edit("team_id").set_value(team)
    edit("items").setText("义诊，陪伴老人")
    edit("free_times").setText("随便")
    form.accept()
    assert "看不懂" in form.form.field("free_times").error
    edit("free_times").setText("周末 10点到18点")
    edit("qualifications").setPlainText("护士执业证 到 2027年13月")
    form.accept()
    assert form.form.field("qualifications").error
    edit("qualifications").setPlainText("护士执业证 到 2027-05-31")
    edit("nights").setChecked(False)
    form.accept()
    (found,) = [w for w in services.workers.list_all() if w.facts.name == "古丽"]
    assert found.team == "白衣天使医疗"
    assert found.facts.volunteer.items == ("义诊", "陪伴老人")
    assert found.facts.volunteer.registered_on == date(2026, 11, 23)
    assert found.facts.qualifications == (
        Qualification(name="护士执业证", until=date(2027, 5, 31)),
    )
    assert [each.weekday for each in found.facts.free_times] == [5, 6]
    assert not found.facts.nights


def test_saving_without_a_change_changes_nothing(dialog, services, people):
    for place, name in enumerate(("王军", "李梅", "马兰")):
        before = services.workers.get(people[name]).facts
        dialog.select([place])
        dialog.open_button.click()
        opened(WorkerForm).accept()
        assert services.workers.get(people[name]).facts == before


def test_numbers_are_shown_for_a_reason(dialog, services, ask):
    dialog.select([2])
    dialog.open_button.click()
    form = opened(WorkerForm)
    phone = form.form.editor("phone")
    assert phone.text() == "139****0001"
    ask.expect("choose", 0)
    form.reveal_button.click()
    assert phone.text() == "13900000001"
    assert services.history.events(1)[0].action == "查看完整号码"


def test_member_of_staff_brings_name_and_station(dialog, services):
    station = services.stations.list_all()[0].id
    staff, _ = services.staff.add(StaffDraft(name="赵强", station_id=station))
    dialog.new_button.click()
    form = opened(WorkerForm)
    form.form.editor("staff_id").set_value(staff)
    form.form.editor("employment_code").setEditText("公益岗")
    form.accept()
    assert row(dialog.table, 2)[:4] == ["赵强", "公益性岗位", "", "警务室"]


@pytest.mark.parametrize("kind", WorkerKind)
def test_no_letter_is_taken_twice(desk, dialog, leaves, show, people, kind):
    form = show(WorkerForm(desk, None, None, kind))
    for window in (dialog, leaves, form, show(LeaveForm(desk, None, None))):
        assert letters(window)
        assert not taken_twice(window)


# ---- leaves and pairs -------------------------------------------------------------------------


def test_leave_is_entered_by_keyboard_and_changed(leaves, services):
    leaves.new_button.click()
    form = opened(LeaveForm)
    form.accept()
    assert form.form.field("worker_id").error == "请选是哪一位。"
    form.form.editor("worker_id").setEditText("马兰")
    form.accept()
    assert form.form.field("first").error == "请填写日期。"
    form.form.editor("first").setText("2026-12-03")
    form.accept()
    assert row(leaves.table, 0) == ["马兰", "事假", "2026-12-03", "2026-12-03", "1", ""]
    leaves.open_button.click()
    form = opened(LeaveForm)
    form.form.editor("last").setText("2026-12-05")
    form.accept()
    assert row(leaves.table, 0)[4] == "3"
    assert leaves.summary.text() == "请假 1 次，不同班 0 对。"


def test_leaves_of_other_months_are_listed_on_demand(leaves, services, people):
    old = Leave(worker_id=people["王军"], first=date(2026, 3, 1), last=date(2026, 3, 2))
    services.workers.save_leave(old)
    assert column(leaves.table) == []
    leaves.shown.set_value(True)
    assert column(leaves.table) == ["王军"]
    leaves.select([0])
    leaves.changes_button.click()
    assert opened(HistoryDialog).heading.text() == "王军的历史"
    opened(HistoryDialog).reject()


def test_two_are_kept_apart_and_let_together_again(leaves, services, ask, qtbot):
    leaves.apart_button.click()
    form = opened(ApartForm)
    form.form.editor("one_id").setEditText("王军")
    form.form.editor("other_id").setEditText("王军")
    form.accept()
    assert "另外一个人" in form.form.field("other_id").error
    form.form.editor("other_id").setEditText("李梅")
    form.form.editor("reason").setText("夫妻")
    form.accept()
    assert row(leaves.table, 0)[:2] == ["王军、李梅", "不同班"]
    leaves.open_button.click()
    form = opened(ApartForm)
    form.form.editor("reason").setText("家里要留一个人")
    form.accept()
    assert [pair.reason for pair in services.workers.aparts()] == ["家里要留一个人"]
    ask.expect("confirm", True)
    leaves.remove_button.click()
    qtbot.waitUntil(lambda: not services.workers.aparts())


def test_namesakes_are_told_apart(desk, services, people, show):
    again = WorkerDraft(name="王军", kind=WorkerKind.HOUSEKEEPER, phone="13900000009")
    other, _ = services.workers.add(again)
    services.workers.add_apart(Apart(one_id=people["王军"], other_id=other))
    form = show(LeaveForm(desk, None, None))
    who = form.form.editor("worker_id")
    who.setEditText("王军")
    assert who.problem()
    who.setEditText(f"王军（家政人员，{other}）")
    assert who.value() == str(other)


# ---- volunteers -------------------------------------------------------------------------------


@pytest.fixture
def forms(monkeypatch):
    shown = []
    monkeypatch.setattr(
        "linli.gui.workers.dialog.open_print_dialog",
        lambda _desk, content, title, _parent: shown.append((content, title)),
    )
    return shown


def test_a_blank_form_is_printed_where_no_volunteer_is_selected(dialog, forms, qtbot):
    dialog.table.selectRow(0)
    dialog.form_button.click()
    qtbot.waitUntil(lambda: bool(forms))
    ((content, title),) = forms
    assert title == "志愿者登记表"
    assert "王军" not in page_texts(content)[0]


def test_the_form_of_the_selected_volunteer_is_printed_with_the_number_as_asked(
    dialog, forms, ask, qtbot
):
    dialog.table.selectRow(2)
    ask.expect("choose", 0)
    ask.expect("choose", 1)
    ask.expect("choose", 0)
    dialog.form_button.click()
    qtbot.waitUntil(lambda: bool(forms))
    (text,) = page_texts(forms[0][0])
    assert "马兰" in text
    assert "13900000001" in text


def test_no_form_is_printed_where_the_clerk_lets_it_be(dialog, forms, ask):
    dialog.table.selectRow(2)
    ask.expect("choose", 0)
    ask.expect("choose", None)
    dialog.form_button.click()
    assert forms == []


def test_members_of_a_team_are_registered_as_volunteers(desk, services, show, ask, qtbot):
    team_id, _ = services.teams.add(TeamDraft(kind_code="06", name="党员志愿服务队"))
    for name in ("马兰", "李梅"):
        services.team_members.add(MemberDraft(team_id=team_id, name=name, source="党员"))
    services.workers.add(WorkerDraft(kind=WorkerKind.VOLUNTEER, name="李梅"))
    members = show(MembersDialog(desk, services.teams.get(team_id)))
    members.table.selectAll()
    ask.expect("confirm", True)
    ask.expect("tell")
    with qtbot.waitSignal(desk.bus.changed):
        members.volunteers_button.click()
    qtbot.waitUntil(lambda: not ask.waiting)
    assert ask.last.startswith("登记了 1 位志愿者")
    found = services.workers.list_all()
    assert [each.facts.name for each in found] == ["李梅", "马兰"]
