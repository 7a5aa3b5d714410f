from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from support.keys import type_chinese
from support.tables import column, row, wait_for
from support.window import opened

from linli.domain.cards import CardSource
from linli.domain.pairings import Helper, PairingDraft, PairingState
from linli.gui.picker import Picker
from linli.gui.staff.pairing_forms import EndForm, PairingForm
from linli.gui.staff.pairings import PairingsDialog, open_pairings

SINCE = date(2026, 3, 1)


@pytest.fixture
def member(services, cast):
    """A party member: the man alone."""
    person = services.residents.get(cast.alone)
    services.residents.update(
        cast.alone, replace(person.facts, politics_code="01"), version=person.version
    )
    return cast.alone


@pytest.fixture
def pairing(services, cast, member):
    helper = Helper(name="买买提·艾力", post="第一党支部书记", resident_id=member)
    draft = PairingDraft(household_id=cast.household, helper=helper, since=SINCE)
    return services.pairings.add(draft)[0]


@pytest.fixture
def dialog(desk, pairing, show):
    return show(PairingsDialog(desk))


def test_pairing_is_listed_with_the_household(dialog):
    assert row(dialog.table, 0) == [
        "买买提·艾力",
        "第一党支部书记",
        "缺",
        "张建国",
        "西河小区3号楼2单元501室",
        "2026-03-01",
        "正在帮扶",
    ]
    assert dialog.summary.text() == "共 1 对，1 位党员或帮扶人。"


def test_resident_is_paired_with_a_household(desk, cast, member, show, services, qtbot):
    dialog = show(PairingsDialog(desk))
    dialog.new_button.click()
    form = opened(PairingForm)
    form.form.editor("name").pick_button.click()
    assert "买买提·艾力" in opened(Picker).list.item(0).text()
    opened(Picker).accept()
    form.form.editor("household_id").pick_button.click()
    picker = opened(Picker)
    qtbot.keyClicks(picker.line, "3-2-501")
    picker.accept()
    assert "张建国" in form.form.editor("household_id").label.text()
    form.accept()
    facts = services.pairings.list_all()[0].facts
    assert (facts.household_id, facts.helper.resident_id) == (cast.household, member)
    assert facts.since == services.context.clock().date()
    assert column(dialog.table) == ["买买提·艾力"]


def test_official_is_paired_by_hand(desk, cast, show, services):
    form = show(PairingForm(desk, None, None, household_id=cast.household))
    type_chinese(form.form.editor("name").line, "马书记")
    form.form.editor("phone").setText("13900000009")
    form.accept()
    helper = services.pairings.list_all()[0].facts.helper
    assert helper == Helper(name="马书记", phone="13900000009")


def test_helper_and_household_must_be_chosen(desk, cast, show):
    form = show(PairingForm(desk, None, None))
    form.accept()
    assert form.form.field("name").error
    assert form.form.field("household_id").error


def test_nobody_helps_the_own_household(desk, cast, show, services):
    form = show(PairingForm(desk, None, None, household_id=cast.household))
    form.form.editor("name").set_person("李秀英", cast.wife)
    form.accept()
    assert "李秀英" in form.form.field("name").error
    assert services.pairings.list_all() == []


def test_changing_keeps_what_is_not_touched(dialog, services, pairing, qtbot):
    before = services.pairings.get(pairing).facts
    qtbot.keyClick(dialog.table, Qt.Key.Key_Return)
    form = opened(PairingForm)
    form.form.editor("note").setPlainText("每月走访")
    form.accept()
    assert services.pairings.get(pairing).facts == replace(before, note="每月走访")


def test_ended_pairing_goes_to_the_past_ones(dialog, services, pairing):
    dialog.end_button.click()
    form = opened(EndForm)
    form.form.editor("until").setText("2026-11-01")
    form.accept()
    assert column(dialog.table) == []
    dialog.state.set_value(PairingState.PAST)
    assert row(dialog.table, 0)[6] == "2026-11-01 结束"
    assert not dialog.end_button.isEnabled()


@pytest.mark.parametrize("day", ["", "2026-02-01", "2027-01-01"])
def test_wrong_end_is_refused_beside_the_day(desk, services, pairing, show, day):
    form = show(EndForm(desk, services.pairings.get(pairing), None))
    form.form.editor("until").setText(day)
    form.accept()
    assert form.form.field("until").error
    assert services.pairings.get(pairing).facts.until is None


def test_pairing_is_removed_after_a_question(dialog, ask, services, qtbot):
    ask.expect("confirm", True)
    dialog.remove_button.click()
    wait_for(qtbot, dialog.table, [])
    assert services.pairings.list_all(PairingState.ALL) == []


def test_cards_are_asked_for_the_pairings_that_go_on(
    dialog, desk, services, cast, pairing, ask, printed
):
    dialog.print_button.click()
    assert printed == [(CardSource.HOME, [cast.head], "party_household")]
    desk.bus.publish(services.pairings.end(pairing, date(2026, 11, 1)))
    dialog.state.set_value(PairingState.ALL)
    ask.expect("tell")
    dialog.print_all_button.click()
    assert len(printed) == 1


def test_household_without_anybody_left_is_marked(desk, services, cast, pairing, show):
    services.residents.recycle([cast.head, cast.wife])
    assert row(show(PairingsDialog(desk)).table, 0)[6] == "户里没有人了，请结束"


def test_one_household_shows_its_own_and_is_already_chosen(desk, services, cast, pairing, show):
    dialog = show(PairingsDialog(desk, None, cast.lonely_household))
    assert column(dialog.table) == []
    assert not dialog.state.isVisible()
    dialog.new_button.click()
    assert opened(PairingForm).form.value("household_id") == cast.lonely_household
    opened(PairingForm).reject()


def test_dialog_is_freed_when_closed(desk, cast, main_window, assert_freed):
    open_pairings(desk, main_window)
    dialog = opened(PairingsDialog)
    dialog.reject()
    assert_freed(dialog)
