"""The dialogs of petitions: registering with the notice of who came before, steps, rights."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from support.mnemonics import taken_twice
from support.roles import as_role

from linli.domain.accounts import Role
from linli.domain.petition_flow import Move, State
from linli.domain.petitions import Form, MoveDraft, PetitionDraft
from linli.domain.receptions import VisitDraft
from linli.gui.mediation_commands import MEDIATION_MENU
from linli.gui.menu_commands import MenuCommands
from linli.gui.petitions.dialog import PetitionsDialog, open_petition
from linli.gui.petitions.forms import PetitionForm
from linli.gui.petitions.move_form import MoveForm
from linli.gui.receptions.visits import VisitorsDialog
from linli.gui.void_form import VoidForm

TODAY = date(2026, 11, 23)
DRAFT = PetitionDraft(
    form=Form.VISIT, received_on=TODAY, name="李秀英", phone="13812345678", matter="反映征地补偿"
)


def texts(dialog, column):
    return [dialog.table.item(row, column).text() for row in range(dialog.table.rowCount())]


def press(button, qtbot):
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_who_came_before_is_told_while_the_name_is_typed(show, desk, qtbot):
    first, _ = desk.services.petitions.add(DRAFT)
    dialog = show(PetitionsDialog(desk))
    dialog.new_button.click()
    form = dialog.findChild(PetitionForm)
    assert form.repeats.isHidden()
    form.form.editor("who").line.setText("李秀英")
    assert form.repeats.text().startswith("重复信访：这位以前来过 1 次。")
    assert "〔2026〕信1号" in form.repeats.text()
    form.form.editor("repeats_id").set_value(first)
    form.form.editor("matter").set_value("再反映征地补偿")
    press(form.save_button, qtbot)
    second = desk.services.petitions.list_all()[0]
    assert (second.repeats, second.times) == ("〔2026〕信1号", 2)
    assert texts(dialog, 1)[0] == "李秀英（第 2 次）"
    assert texts(dialog, 8)[1] == "138****5678"
    dialog.shown.set_value("repeats")
    assert texts(dialog, 0) == ["〔2026〕信2号"]


def test_many_representatives_are_a_warning_not_a_refusal(show, desk, qtbot):
    dialog = show(PetitionsDialog(desk))
    dialog.new_button.click()
    form = dialog.findChild(PetitionForm)
    form.form.editor("who").line.setText("李秀英")
    form.form.editor("persons").set_value(8)
    assert "推选代表" in form.joint.text()
    form.form.editor("form").set_value(Form.LETTER)
    assert form.joint.isHidden()
    form.form.editor("form").set_value(Form.VISIT)
    form.form.editor("matter").set_value("征地")
    press(form.save_button, qtbot)
    assert desk.services.petitions.list_all()[0].facts.persons == 8


def test_a_step_asks_for_what_it_wants(show, desk, qtbot):
    desk.services.petitions.add(DRAFT)
    dialog = show(PetitionsDialog(desk))
    dialog.select([0])
    dialog.move_button.click()
    form = dialog.findChild(MoveForm)
    assert form.form.value("move") is Move.ACCEPT
    assert not form.form.field("unit").isHidden()
    assert form.form.field("until").isHidden()
    assert form.form.field("unit").hint == "由哪个单位办理"
    press(form.save_button, qtbot)
    assert form.isVisible()  # nobody handles it yet
    form.form.editor("unit").set_value("社区居委会")
    press(form.save_button, qtbot)
    item = desk.services.petitions.list_all()[0]
    assert [step.move for step in item.steps] == [Move.RECEIVE, Move.ACCEPT, Move.TELL]
    assert texts(dialog, 3) == ["已受理"]
    dialog.move_button.click()
    second = next(each for each in dialog.findChildren(MoveForm) if each is not form)
    second.form.editor("move").set_value(Move.EXTEND)
    assert not second.form.field("approver").isHidden()
    assert "2027" in second.form.field("until").hint
    assert "期限：信访办结" in second.steps.text()


def test_what_is_due_is_listed_and_told(show, desk):
    desk.services.petitions.add(replace(DRAFT, received_on=date(2026, 9, 18)))
    desk.services.petitions.add(DRAFT)
    dialog = show(PetitionsDialog(desk))
    assert dialog.summary.text().startswith("没有办结的 2 件，已超期 1 件")
    dialog.shown.set_value("due")
    assert texts(dialog, 0) == ["〔2026〕信1号"]
    assert texts(dialog, 4) == ["告知是否受理 2026-10-08 已超 46 天"]


def test_a_number_that_is_voided_stays(show, desk, qtbot):
    desk.services.petitions.add(DRAFT)
    dialog = show(PetitionsDialog(desk))
    dialog.select([0])
    dialog.void_button.click()
    form = dialog.findChild(VoidForm)
    press(form.save_button, qtbot)
    assert form.isVisible()  # without a reason
    form.form.editor("reason").set_value("重复登记")
    press(form.save_button, qtbot)
    assert texts(dialog, 0) == []
    dialog.shown.set_value("voided")
    assert texts(dialog, 3) == ["作废"]
    dialog.select([0])
    assert not dialog.move_button.isEnabled()


@pytest.mark.parametrize("what", ["told_button", "answer_button", "print_list_button"])
def test_each_paper_comes_with_a_press(show, desk, qtbot, what):
    from linli.gui.print_dialog import PrintDialog

    petition_id, _ = desk.services.petitions.add(DRAFT)
    draft = MoveDraft(move=Move.REFUSE, day=TODAY, person="王芳", text="属于法院", told=True)
    desk.services.petitions.move(petition_id, draft, version=1)
    dialog = show(PetitionsDialog(desk))
    dialog.select([0])
    press(getattr(dialog, what), qtbot)
    qtbot.waitUntil(lambda: dialog.findChild(PrintDialog) is not None, timeout=10000)
    dialog.findChild(PrintDialog).reject()


def test_a_visit_is_taken_over_with_one_press(show, desk, qtbot):
    came = VisitDraft(day=TODAY, name="李秀英", matter_code="09", content="征地补偿")
    desk.services.receptions.save_visit(came)
    desk.services.receptions.save_visit(replace(came, matter_code="01", content="路灯"))
    dialog = show(VisitorsDialog(desk))
    dialog.select([texts(dialog, 4).index("路灯")])
    assert not dialog.petition_button.isEnabled()
    dialog.select([texts(dialog, 4).index("征地补偿")])
    press(dialog.petition_button, qtbot)
    qtbot.waitUntil(lambda: dialog.findChild(PetitionForm) is not None)
    form = dialog.findChild(PetitionForm)
    assert form.form.value("matter") == "征地补偿"
    assert desk.services.petitions.list_all()[0].state is State.RECEIVED
    form.reject()
    press(dialog.petition_button, qtbot)  # it is shown, not taken over again
    assert len(desk.services.petitions.list_all()) == 1
    assert [each for each in dialog.findChildren(PetitionForm) if each.isVisible()]


def test_a_petition_opens_with_its_phone_hidden(show, desk):
    petition_id, _ = desk.services.petitions.add(DRAFT)
    dialog = show(PetitionsDialog(desk))
    open_petition(desk, petition_id, dialog)
    form = dialog.findChild(PetitionForm)
    assert form.form.editor("phone").text() == "138****5678"
    assert form.form.value("phone") == "13812345678"
    assert not form.form.modified
    assert taken_twice(form) == {}


def test_the_menu_refuses_petitions_to_a_clerk(desk, qtbot, main_window):
    clerk = replace(desk, services=as_role(desk.services, Role.CLERK))
    actions = [each for each in MenuCommands(MEDIATION_MENU, clerk, main_window).menu if each]
    (action,) = [each for each in actions if each.text().startswith("信访")]
    assert not action.isEnabled()
    assert "管理员或调解员" in action.toolTip()
