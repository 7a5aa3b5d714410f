import pytest
from PySide6.QtCore import Qt
from shiboken6 import isValid
from support.window import OTHER_HOME, opened, settle

from linli.gui.history_dialog import HistoryDialog
from linli.gui.household_dialog import HouseholdDialog
from linli.gui.household_forms import (
    AddMemberForm,
    HouseholdForm,
    JoinForm,
    RelationForm,
    SplitForm,
)
from linli.gui.picker import Picker
from linli.gui.staff.pairing_forms import PairingForm
from linli.gui.staff.pairings import PairingsDialog


@pytest.fixture
def cast(services):
    return settle(services)


@pytest.fixture
def dialog(desk, cast, qtbot):
    dialog = HouseholdDialog(desk, cast.household)
    dialog.open()
    qtbot.waitExposed(dialog)
    yield dialog
    if isValid(dialog):
        dialog.reject()


def lines(dialog):
    table = dialog.table
    return [
        [table.item(row, 0).text(), table.item(row, 1).text()] for row in range(table.rowCount())
    ]


def test_members_stand_in_the_registers_order(dialog):
    assert lines(dialog) == [["张建国", "户主"], ["李秀英", "配偶"]]
    assert dialog.heading.text() == "西河小区3号楼2单元501室"
    assert dialog.summary.text() == "家庭户 · 2 人 · 户号 0001 · 第三网格"


def test_the_person_it_was_opened_for_is_selected(desk, cast, qtbot):
    dialog = HouseholdDialog(desk, cast.household, cast.wife)
    assert dialog.table.currentRow() == 1
    dialog.reject()


def test_selection_stays_on_the_person_when_the_order_changes(dialog, ask, qtbot):
    dialog.table.selectRow(1)
    ask.expect("confirm", True)
    dialog.head_button.click()
    qtbot.waitUntil(lambda: lines(dialog)[0][0] == "李秀英")
    assert dialog.table.currentRow() == 0


def test_changing_the_head_asks_and_is_shown(dialog, ask, qtbot):
    assert not dialog.head_button.isEnabled()
    dialog.table.selectRow(1)
    ask.expect("confirm", True)
    dialog.head_button.click()
    expected = [["李秀英", "户主"], ["张建国", "配偶"]]
    qtbot.waitUntil(lambda: [line[0] for line in lines(dialog)] == [e[0] for e in expected])
    assert lines(dialog)[0] == expected[0]


def test_head_stays_if_the_clerk_says_no(dialog, ask):
    dialog.table.selectRow(1)
    ask.expect("confirm", False)
    dialog.head_button.click()
    assert lines(dialog)[0] == ["张建国", "户主"]


def test_relation_is_changed(dialog, qtbot):
    dialog.table.selectRow(1)
    dialog.relation_button.click()
    form = opened(RelationForm)
    assert form.form.value("relation_code") == "10"
    form.form.editor("relation_code").set_value("75")
    form.accept()
    assert lines(dialog)[1] == ["李秀英", "姐姐"]


def test_member_leaves(dialog, ask, services, cast, qtbot):
    dialog.table.selectRow(1)
    ask.expect("confirm", True)
    dialog.leave_button.click()
    qtbot.waitUntil(lambda: len(lines(dialog)) == 1)
    assert services.residents.get(cast.wife).facts.household_id is None


def test_somebody_is_taken_in(dialog, qtbot):
    dialog.add_member_button.click()
    picker = opened(Picker)
    qtbot.keyClicks(picker.line, "zhaoxj")
    picker.accept()
    form = opened(AddMemberForm)
    form.form.editor("relation_code").set_value("99")
    form.accept()
    assert [line[0] for line in lines(dialog)] == ["张建国", "李秀英", "赵小军"]


def test_household_splits(dialog, services, cast):
    dialog.split_button.click()
    form = opened(SplitForm)
    form.form.editor("members").boxes[1].click()
    form.form.editor("number").setText("0099")
    form.form.editor("address").set_value(OTHER_HOME)
    form.accept()
    assert lines(dialog) == [["张建国", "户主"]]
    wife = services.residents.get(cast.wife)
    assert wife.is_head
    assert wife.household_number == "0099"
    assert wife.address == OTHER_HOME


@pytest.mark.parametrize(("ticked", "words"), [([], "请勾选"), ([0, 1], "至少要留下一人")])
def test_split_needs_some_to_go_and_some_to_stay(dialog, ticked, words):
    dialog.split_button.click()
    form = opened(SplitForm)
    for place in ticked:
        form.form.editor("members").boxes[place].click()
    form.accept()
    assert words in form.form.field("members").error
    form.form.modified = False
    form.reject()


def test_heads_offered_for_the_new_household_are_who_leaves(dialog):
    dialog.split_button.click()
    form = opened(SplitForm)
    form.form.editor("members").boxes[1].click()
    head = form.form.editor("head")
    assert [head.itemText(place) for place in range(head.count())] == ["李秀英"]
    form.form.modified = False
    form.reject()


def test_household_joins_another_and_its_window_closes(dialog, qtbot, services, cast, assert_freed):
    dialog.join_button.click()
    picker = opened(Picker)
    qtbot.keyClicks(picker.line, "0002")
    qtbot.waitUntil(lambda: picker.list.count() == 1)
    picker.accept()
    form = opened(JoinForm)
    form.form.editor(f"m{cast.head}").set_value("99")
    form.form.editor(f"m{cast.wife}").set_value("99")
    form.accept()
    assert len(services.households.get(cast.lonely_household).members) == 3
    assert_freed(dialog)


def test_joining_needs_every_relation(dialog, qtbot, services, cast):
    dialog.join_button.click()
    picker = opened(Picker)
    qtbot.keyClicks(picker.line, "0002")
    picker.accept()
    form = opened(JoinForm)
    form.form.editor(f"m{cast.head}").set_value("99")
    form.accept()
    assert form.form.field(f"m{cast.wife}").error == "请填写与户主的关系。"
    assert len(services.households.get(cast.household).members) == 2
    form.form.modified = False
    form.reject()


def test_household_cannot_be_joined_to_itself(dialog, qtbot):
    dialog.join_button.click()
    picker = opened(Picker)
    qtbot.keyClicks(picker.line, "zhangjg")
    qtbot.waitUntil(picker.none_label.isVisible)
    picker.reject()


def test_whole_household_moves(dialog, services, cast):
    dialog.edit_button.click()
    form = opened(HouseholdForm)
    form.form.editor("number").setText("0042")
    form.form.editor("address").set_value(OTHER_HOME)
    form.accept()
    assert dialog.heading.text() == "西河小区1号楼1单元101室"
    assert services.residents.get(cast.wife).address == OTHER_HOME
    assert services.residents.get(cast.wife).household_number == "0042"
    services.history.undo()
    assert services.residents.get(cast.wife).address != OTHER_HOME
    assert services.residents.get(cast.wife).household_number == "0001"


def test_number_of_another_household_is_refused_beside_it(dialog):
    dialog.edit_button.click()
    form = opened(HouseholdForm)
    form.form.editor("number").setText("0002")
    form.accept()
    assert "0002" in form.form.field("number").error
    form.form.modified = False
    form.reject()


def test_history_of_the_household_opens(dialog):
    dialog.history_button.click()
    opened(HistoryDialog).reject()


def test_everything_is_reached_by_keyboard(dialog, qtbot):
    assert dialog.table.hasFocus()
    qtbot.keyClick(dialog.table, Qt.Key.Key_Down)
    assert dialog.table.currentRow() == 1
    texts = [button.text() for button in dialog.action_buttons]
    letters = [text[text.index("&") + 1] for text in texts]
    assert len(set(letters)) == len(letters)


def test_pairings_of_this_household_are_a_button_away(dialog, cast):
    dialog.pairings_button.click()
    pairings = opened(PairingsDialog)
    pairings.new_button.click()
    form = opened(PairingForm)
    assert form.form.value("household_id") == cast.household
    form.form.modified = False
    form.reject()
    pairings.reject()
