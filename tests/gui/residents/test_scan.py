"""A barcode scanner is a keyboard: it types a card's number and ends with Enter, Tab or Ctrl+J."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from support.cards import SINGLE
from support.keys import type_chinese
from support.window import opened

from linli.domain.card_choices import CardUnit
from linli.gui.household_dialog import HouseholdDialog

ENDS = {
    "Enter": (Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier),
    "keypad": (Qt.Key.Key_Enter, Qt.KeyboardModifier.KeypadModifier),
    "Tab": (Qt.Key.Key_Tab, Qt.KeyboardModifier.NoModifier),
    "line feed": (Qt.Key.Key_J, Qt.KeyboardModifier.ControlModifier),
}


@pytest.fixture
def give(services, tab):
    """Issue a card and return it."""

    def issue(resident_id, unit=CardUnit.HOUSEHOLD):
        services.cards.issue(services.cards.prepare([resident_id], "resident", unit), SINGLE)
        return services.cards.issued_to(resident_id)[0]

    return issue


def scan(qtbot, widget, number, end="Enter"):
    """Type as a scanner does: wherever the focus goes, the next key follows it."""
    for letter in number:
        qtbot.keyClicks(widget, letter)
        widget = widget.window().focusWidget() or widget
    key, held = ENDS[end]
    qtbot.keyClick(widget, key, held)


@pytest.mark.parametrize("end", ENDS)
def test_scanned_card_opens_its_household(end, tab, cast, give, qtbot):
    card = give(cast.head)
    tab.find_box.setFocus()
    scan(qtbot, tab.find_box, card.number, end)
    dialog = opened(HouseholdDialog)
    assert dialog.note.text() == f"居民联系卡 {card.number}，第 1 次，有效"
    assert dialog.table.item(0, 0).text() == "张建国"
    dialog.close()


def test_next_scan_replaces_the_last_one(tab, cast, give, qtbot):
    tab.find_box.setFocus()
    for person, name in ((cast.head, "张建国"), (cast.alone, "买买提·艾力")):
        scan(qtbot, tab.find_box, give(person).number)
        dialog = opened(HouseholdDialog)
        assert dialog.table.item(0, 0).text() == name
        dialog.reject()
        assert tab.window().focusWidget() is tab.find_box
        assert tab.find_box.selectedText() == tab.find_box.text()


def test_card_scanned_while_the_table_has_the_keyboard(tab, cast, give, qtbot):
    card = give(cast.head)
    tab.table.setFocus()
    scan(qtbot, tab.table, card.number)
    opened(HouseholdDialog).close()


def test_digits_made_wide_by_an_input_method_are_understood(tab, cast, give, qtbot):
    wide = give(cast.head).number.translate(str.maketrans("0123456789", "０１２３４５６７８９"))
    type_chinese(tab.find_box, wide)
    qtbot.keyClick(tab.find_box, Qt.Key.Key_Return)
    opened(HouseholdDialog).close()


def test_void_and_outdated_cards_are_told_as_such(tab, cast, give, qtbot, services):
    card = give(cast.head)
    person = services.residents.get(cast.head)
    named = replace(person.facts, name="张建军")
    services.residents.update(cast.head, named, version=person.version)
    scan(qtbot, tab.find_box, card.number)
    dialog = opened(HouseholdDialog)
    assert dialog.note.text().endswith("资料已变，宜换卡")
    dialog.close()
    QApplication.processEvents()
    services.cards.withdraw(card.id, "遗失")
    scan(qtbot, tab.find_box, card.number)
    dialog = opened(HouseholdDialog)
    assert dialog.note.text().endswith("已作废（遗失）")
    dialog.close()


def test_owner_without_a_household_is_selected_and_the_card_told(tab, cast, give, qtbot):
    card = give(cast.lodger, CardUnit.PERSON)
    tab.find_box.setFocus()
    scan(qtbot, tab.find_box, card.number)
    assert tab.table.selected_ids() == [cast.lodger]
    assert tab.scan_note.text() == f"居民联系卡 {card.number}，第 1 次，有效"
    assert tab.window().focusWidget() is tab.find_box
    qtbot.keyClicks(tab.find_box, "zhang")
    assert not tab.scan_note.isVisible()


@pytest.mark.parametrize("number", ["0000026", "0000019", "4825180", "138123456788"])
def test_number_of_no_card_is_searched_for_as_ever(number, tab, cast, qtbot, ask):
    tab.find_box.setFocus()
    scan(qtbot, tab.find_box, number)
    assert tab.current_filter.text == number
    assert tab.count_label.text() == "共 0 人"


def test_tab_leaves_the_box_when_no_number_is_in_it(tab, qtbot):
    tab.find_box.setFocus()
    scan(qtbot, tab.find_box, "zhang", "Tab")
    assert tab.window().focusWidget() is not tab.find_box
