"""The dialogs of sweeps: one recorded, what it found, a case with one click."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from support.people import make_draft
from support.window import is_open, opened

from linli.domain.sweeps import FindingDraft, Handling, Named, SweepDraft
from linli.gui.mediation.page import CaseDialog
from linli.gui.sweeps.dialog import SweepsDialog, open_sweep
from linli.gui.sweeps.findings import FindingsDialog
from linli.gui.sweeps.forms import FindingForm, PeopleInput, SweepForm

TODAY = date(2026, 11, 23)
FOUND = FindingDraft(
    place="3号楼",
    content="楼上漏水",
    people=(Named(name="李秀英"), Named(name="王强")),
    kind_code="02",
)


def texts(dialog, column):
    return [dialog.table.item(row, column).text() for row in range(dialog.table.rowCount())]


def press(button, qtbot):
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_a_sweep_is_recorded_with_what_it_found(show, desk, qtbot):
    dialog = show(SweepsDialog(desk))
    dialog.new_button.click()
    form = dialog.findChild(SweepForm)
    assert form.form.value("goers") == ("王芳",)
    form.form.editor("households").set_value(12)
    form.form.editor("findings").add_button.click()
    finding = opened(FindingForm)
    press(finding.save_button, qtbot)
    assert finding.isVisible()  # nothing is said of it yet
    finding.form.editor("content").set_value("楼上漏水")
    finding.form.editor("kind_code").set_value("02")
    finding.form.editor("people").line.setText("李秀英、王强")
    press(finding.save_button, qtbot)
    press(form.save_button, qtbot)
    (sweep,) = desk.services.sweeps.list_all()
    assert [one.name for one in sweep.findings[0].facts.people] == ["李秀英", "王强"]
    assert texts(dialog, 5) == ["1"]
    assert "排查 1 次，发现 1 件" in dialog.summary.text()


def test_a_sweep_without_findings_is_saved_too(show, desk, qtbot):
    dialog = show(SweepsDialog(desk))
    dialog.new_button.click()
    form = dialog.findChild(SweepForm)
    press(form.save_button, qtbot)
    assert texts(dialog, 5) == ["没有发现"]


def test_an_office_is_asked_for_only_where_something_is_handed_on(show, desk):
    form = show(FindingForm(desk, FOUND, None))
    assert form.form.field("unit").isHidden()
    form.form.editor("handling").set_value(Handling.HANDED_ON)
    assert not form.form.field("unit").isHidden()


def test_who_is_picked_stays_linked_while_the_name_stands(desk, qtbot):
    person, _ = desk.services.residents.add(make_draft("欧阳建国"))
    people = PeopleInput(desk)
    qtbot.addWidget(people)
    people.line.setText("王强")
    people._on_chosen(desk.services.residents.rows([person])[0])
    assert people.value() == (Named(name="王强"), Named(name="欧阳建国", resident_id=person))
    assert people.label.text() == "已对上居民：欧阳建国"
    people.line.setText("王强、欧阳建军")
    assert all(one.resident_id is None for one in people.value())
    assert people.label.isHidden()


def test_a_finding_becomes_a_case_with_one_click(show, desk, qtbot):
    desk.services.sweeps.add(SweepDraft(day=TODAY, goers=("王芳",), findings=(FOUND,)))
    dialog = show(FindingsDialog(desk))
    assert texts(dialog, 6) == ["继续观察"]
    dialog.select([0])
    press(dialog.case_button, qtbot)
    qtbot.waitUntil(lambda: is_open(CaseDialog))
    assert desk.services.cases.count() == 1
    page = opened(CaseDialog)
    assert page.case.facts.title == "李秀英与王强邻里纠纷"
    page.reject()
    dialog.shown.set_value("all")
    assert texts(dialog, 6) == ["转为案件：李秀英与王强邻里纠纷"]
    dialog.select([0])
    assert not dialog.case_button.isEnabled()
    assert dialog.show_button.isEnabled()
    dialog.open_button.click()
    assert dialog.findChild(SweepForm) is not None


def test_a_sweep_is_removed_and_lists_are_narrowed(show, desk, ask, qtbot):
    desk.services.sweeps.add(SweepDraft(day=TODAY, goers=("王芳",)))
    desk.services.sweeps.add(SweepDraft(day=date(2025, 3, 1), goers=("马力",)))
    dialog = show(SweepsDialog(desk))
    assert texts(dialog, 2) == ["王芳"]
    dialog.shown.set_value("found")
    assert texts(dialog, 2) == []
    dialog.shown.set_value("all")
    dialog.find_line.setText("马力")
    assert texts(dialog, 2) == ["马力"]
    dialog.select([0])
    ask.expect("confirm", True)
    dialog.remove_button.click()
    qtbot.waitUntil(lambda: len(desk.services.sweeps.list_all()) == 1)


@pytest.mark.parametrize("what", ["blank_button", "sheet_button", "print_list_button"])
def test_each_paper_comes_with_a_press(show, desk, qtbot, what):
    from linli.gui.print_dialog import PrintDialog

    desk.services.sweeps.add(SweepDraft(day=TODAY, goers=("王芳",), findings=(FOUND,)))
    dialog = show(SweepsDialog(desk))
    dialog.select([0])
    press(getattr(dialog, what), qtbot)
    qtbot.waitUntil(lambda: dialog.findChild(PrintDialog) is not None, timeout=10000)
    dialog.findChild(PrintDialog).reject()


def test_a_sweep_opens_by_its_number(show, desk):
    sweep_id, _ = desk.services.sweeps.add(SweepDraft(day=TODAY, goers=("王芳",)))
    dialog = show(SweepsDialog(desk))
    open_sweep(desk, sweep_id, dialog)
    form = dialog.findChild(SweepForm)
    assert form.form.value("day") == TODAY
