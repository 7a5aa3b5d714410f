from dataclasses import replace

import pytest
from support.tables import column, row, wait_for
from support.window import opened

from linli.domain.party import PartyBelonging, PartyManagement, PartyMembership
from linli.domain.party_lists import PartyList
from linli.gui.registers.party import PartyDialog, open_party_members
from linli.gui.resident_form import ResidentForm

FACTS = PartyMembership(
    branch="第一党支部", management=PartyManagement.DIRECT, belonging=PartyBelonging.LOCAL
)


@pytest.fixture
def members(services, cast):
    """The man alone with all facts, the head with none."""
    for number, party in ((cast.alone, FACTS), (cast.head, None)):
        person = services.residents.get(number)
        draft = replace(person.facts, politics_code="01", party=party)
        services.residents.update(number, draft, version=person.version)


@pytest.fixture
def dialog(desk, members, show, qtbot):
    dialog = show(PartyDialog(desk))
    qtbot.waitUntil(lambda: dialog.table.rowCount() == 2)
    return dialog


def test_sums_are_shown_as_equations(dialog):
    assert dialog.equations.text().splitlines() == [
        "直管 1 + 协管 0 + 托管 0 + 未定 1 = 党员总数 2",
        "属地 1 + 其他 0 + 未定 1 = 党员总数 2",
        "请核对：1 名党员没有登记党员情况。",
    ]
    assert sorted(column(dialog.table)) == ["买买提·艾力", "张建国"]


def test_lists_and_branches_narrow(dialog, qtbot):
    dialog.which.set_value(PartyList.WITHOUT_FACTS)
    wait_for(qtbot, dialog.table, ["张建国"])
    dialog.which.set_value(PartyList.ALL)
    dialog.branch.set_value("第一党支部")
    wait_for(qtbot, dialog.table, ["买买提·艾力"])
    assert row(dialog.table, 0)[3:7] == ["第一党支部", "", "直管", "属地"]


def test_member_is_changed_in_the_form_and_the_sums_follow(dialog, qtbot):
    dialog.which.set_value(PartyList.WITHOUT_FACTS)
    wait_for(qtbot, dialog.table, ["张建国"])
    dialog.open_button.click()
    form = opened(ResidentForm)
    form.form.editor("party_management").set_value(PartyManagement.ASSIST)
    form.form.editor("party_belonging").set_value(PartyBelonging.OTHER)
    form.accept()
    wait_for(qtbot, dialog.table, [])
    assert dialog.equations.text().splitlines() == [
        "直管 1 + 协管 1 + 托管 0 = 党员总数 2",
        "属地 1 + 其他 1 = 党员总数 2",
    ]


def test_full_phones_are_printed_with_a_reason(dialog, ask, sheets, qtbot, services):
    ask.expect("choose", 1)
    ask.expect("choose", 2)
    dialog.print_list_button.click()
    qtbot.waitUntil(lambda: len(sheets) == 1)
    assert services.history.events(1)[0].detail["用途"] == "联系本人"


def test_print_is_let_be_without_an_answer(dialog, ask, sheets):
    ask.expect("choose")
    dialog.print_list_button.click()
    assert sheets == []


def test_dialog_is_freed_when_closed(desk, cast, main_window, assert_freed):
    open_party_members(desk, main_window)
    dialog = opened(PartyDialog)
    dialog.reject()
    assert_freed(dialog)
