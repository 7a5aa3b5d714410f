"""The dialogs of hours: entering by keyboard, a day from the roster, certificates, hand-overs."""

from dataclasses import replace
from datetime import date, time

import pytest
from support.roles import as_role
from support.tables import column
from support.window import opened

from linli.domain.accounts import Role
from linli.domain.hours import ServiceDraft
from linli.domain.rosters import Cell, DayKind, PlanDraft, ShiftKind
from linli.domain.workers import VolunteerFacts, WorkerDraft, WorkerKind
from linli.gui.hours.certificates import CertificatesDialog
from linli.gui.hours.forms import CertificateForm, HandOverForm, NoteForm, ServiceForm
from linli.gui.hours.hand_overs import HandOversDialog, SignInForm, open_hand_overs
from linli.gui.hours.ledger import HoursDialog, open_hours
from linli.gui.hours.notes import NotesDialog
from linli.gui.hours.roster_day import RosterDayDialog

DAY = date(2026, 11, 2)


@pytest.fixture
def people(services):
    """A volunteer and a member of staff, both on duty on a Monday."""
    volunteer = WorkerDraft(
        kind=WorkerKind.VOLUNTEER,
        name="马兰",
        volunteer=VolunteerFacts(number="2026-001", source_code="01"),
    )
    ids = services.workers.add(volunteer)[0], services.workers.add(WorkerDraft(name="王军"))[0]
    shift = ShiftKind(name="白班", begins=time(9), ends=time(17), needs=dict.fromkeys(DayKind, 1))
    draft = PlanDraft(name="大厅值班", shifts=(shift,), worker_ids=ids)
    plan, _ = services.rosters.save_plan(draft)
    shift_id = services.rosters.get_plan(plan).facts.shifts[0].id
    cells = [Cell(worker_id=each, day=DAY, shift_id=shift_id) for each in ids]
    services.rosters.save_cells(plan, DAY, cells, version=0)
    return ids


@pytest.fixture
def served(services, people):
    services.hours.add(
        ServiceDraft(worker_id=people[0], day=date(2026, 11, 5), quarters=10, item="陪伴老人")
    )


def test_hours_are_typed_in_quarters(desk, show, services, people, qtbot):
    open_hours(desk, None)
    dialog = opened(HoursDialog)
    dialog.new_button.click()
    form = opened(ServiceForm)
    form.form.load(worker_id=people[0], day=DAY)
    editor = form.form.editor("quarters")
    qtbot.keyClicks(editor, "1.3")
    form.save_button.click()
    assert "最细到一刻钟" in editor.problem()
    editor.clear()
    qtbot.keyClicks(editor, "1.75")
    form.save_button.click()
    assert column(dialog.table, 3) == ["1.75"]
    assert dialog.summary.text() == "1 人，1 次，共 1.75 小时（不含路上的时间）。"
    dialog.reject()


def test_hours_follow_the_times_when_they_are_corrected(desk, show, services, people):
    services.hours.add(ServiceDraft(worker_id=people[0], day=DAY, begins=time(9), ends=time(10)))
    dialog = show(HoursDialog(desk))
    dialog.open_button.click()
    form = opened(ServiceForm)
    form.form.editor("ends").set_value(time(11, 30))
    form.save_button.click()
    assert column(dialog.table, 3) == ["2.5"]


def test_the_list_is_narrowed_and_lines_are_removed(
    desk, show, services, people, served, ask, qtbot
):
    dialog = show(HoursDialog(desk))
    dialog.worker.set_value(people[1])
    assert dialog.table.rowCount() == 0
    dialog.worker.set_value(people[0])
    dialog.period.set_value("last_month")
    assert dialog.table.rowCount() == 0
    dialog.period.set_value(None)
    ask.expect("confirm", True)
    dialog.remove_button.click()
    qtbot.waitUntil(lambda: services.hours.records() == [])


def test_a_day_of_the_roster_is_recorded_by_one_key(desk, show, services, people, qtbot):
    dialog = show(RosterDayDialog(desk))
    assert not dialog.all_button.isEnabled()
    dialog.day.set_value(DAY)
    assert column(dialog.table, 3) == ["马兰", "王军"]
    dialog.all_button.click()
    qtbot.waitUntil(lambda: column(dialog.table, 5) == ["已登记", "已登记"])
    assert not dialog.all_button.isEnabled()
    assert dialog.summary.text() == "这一天 2 人次，已登记 2。没有来的不要登记。"


def test_a_shift_with_other_times_is_recorded_in_the_form(desk, show, services, people):
    dialog = show(RosterDayDialog(desk))
    dialog.day.set_value(DAY)
    dialog.select([0])
    dialog.edit_button.click()
    form = opened(ServiceForm)
    form.form.editor("ends").set_value(time(15))
    form.save_button.click()
    assert column(dialog.table, 5) == ["已登记", "没有登记"]
    (found,) = services.hours.records()
    assert (found.facts.counted, found.shift) == (24, "白班")


def test_training_and_praise_are_entered(desk, show, services, people):
    dialog = show(NotesDialog(desk, people[0]))
    dialog.new_button.click()
    form = opened(NoteForm)
    form.form.load(worker_id=people[0])
    form.form.editor("content").set_value("急救培训")
    form.form.editor("quarters").set_value(6)
    form.save_button.click()
    assert column(dialog.table, 3) == ["1.5"]
    assert column(dialog.table, 5) == ["急救培训"]


def test_a_certificate_is_issued_printed_and_given_anew(
    desk, show, services, people, served, ask, qtbot, monkeypatch
):
    printed = []
    monkeypatch.setattr(
        "linli.gui.hours.certificates.open_print_dialog",
        lambda _desk, content, title, _parent: printed.append((content[:4], title)),
    )
    dialog = show(CertificatesDialog(desk, people[0]))
    dialog.new_button.click()
    form = opened(CertificateForm)
    assert form.form.value("worker_id") == people[0]
    form.form.editor("manager").set_value("王芳")
    form.form.editor("contact").set_value("0993-6680001")
    ask.expect("choose", 0)
    form.save_button.click()
    qtbot.waitUntil(lambda: len(printed) == 1)
    assert printed == [(b"%PDF", "志愿服务记录证明")]
    ask.expect("confirm", True)
    dialog.again_button.click()
    qtbot.waitUntil(lambda: column(dialog.table, 8) == ["1 次"])
    assert column(dialog.table, 0) == ["〔2026〕志证字第1号"]


def test_a_hand_over_waits_until_it_is_settled(desk, people, services):
    open_hand_overs(desk, None)
    dialog = opened(HandOversDialog)
    dialog.new_button.click()
    form = opened(HandOverForm)
    form.form.load(given_id=people[0], taken_id=people[1])
    form.form.editor("shift").set_value("白班")
    form.form.editor("left_open").set_value("3号楼水管等维修")
    form.save_button.click()
    assert column(dialog.table, 4) == ["没有办完"]
    dialog.shown.set_value("open")
    dialog.open_button.click()
    form = opened(HandOverForm)
    form.form.editor("settled_on").set_value(form.form.value("day"))
    form.save_button.click()
    assert dialog.table.rowCount() == 0
    dialog.reject()


def test_a_sheet_to_sign_is_printed(desk, show, people, qtbot, monkeypatch):
    printed = []
    monkeypatch.setattr(
        "linli.gui.registers.frame.open_print_dialog",
        lambda _desk, content, title, _parent: printed.append(title),
    )
    dialog = show(HandOversDialog(desk))
    dialog.sheet_button.click()
    form = opened(SignInForm)
    form.form.editor("day").set_value(date(2026, 11, 3))
    form.save_button.click()
    assert "值班表上没有人" in form.problems.text
    form.form.editor("day").set_value(DAY)
    form.save_button.click()
    qtbot.waitUntil(lambda: printed == ["签到表（2026年11月2日）"])


def test_the_shifts_of_the_chosen_roster_are_offered(desk, show, people, services):
    form = show(SignInForm(desk))
    assert form.form.editor("shift_id").count() == 1
    form.form.editor("plan_id").set_value(services.rosters.plans()[0].id)
    assert form.form.editor("shift_id").count() == 2


def test_who_may_only_read_changes_nothing(desk, show, services, people, served):
    reader = replace(desk, services=as_role(services, Role.READER))
    dialog = show(HoursDialog(reader))
    assert dialog.table.rowCount() == 1
    for button in (dialog.new_button, dialog.remove_button, dialog.day_button):
        assert not button.isEnabled()
