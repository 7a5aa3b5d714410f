from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from support.cards import SINGLE
from support.window import opened, settle

from linli.gui.cards.card_dialog import CardDialog
from linli.gui.cards.issued import IssuedCards


@pytest.fixture
def cast(services):
    return settle(services)


@pytest.fixture
def dialog(desk, services, cast, qtbot):
    """The cards of a household that was given one."""
    batch = services.cards.prepare([cast.head], "resident")
    services.cards.issue(batch, SINGLE)
    dialog = IssuedCards(desk, cast.wife)
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def standing(dialog, row=0):
    return dialog.table.item(row, dialog.table.columnCount() - 1).text()


def test_card_of_the_household_is_listed_for_every_member(dialog):
    assert dialog.table.rowCount() == 1
    assert dialog.table.item(0, 2).text() == "张建国"
    assert standing(dialog) == "有效"


def test_withdrawn_card_says_why_and_cannot_be_withdrawn_again(dialog, ask, qtbot):
    ask.expect("choose", 0)
    qtbot.mouseClick(dialog.withdraw_button, Qt.MouseButton.LeftButton)
    assert standing(dialog) == "已作废（遗失）"
    assert not dialog.withdraw_button.isEnabled()


def test_changing_ones_mind_withdraws_nothing(dialog, ask, qtbot):
    ask.expect("choose", None)
    qtbot.mouseClick(dialog.withdraw_button, Qt.MouseButton.LeftButton)
    assert standing(dialog) == "有效"


def test_reprinting_opens_the_card_with_its_number(dialog, qtbot):
    qtbot.mouseClick(dialog.reprint_button, Qt.MouseButton.LeftButton)
    printing = opened(CardDialog)
    qtbot.waitUntil(lambda: not printing.desk.jobs.busy)
    assert printing.windowTitle() == "补打联系卡"
    assert printing.ui.preview.view.page_count == 2
    printing.close()


def test_changed_facts_make_the_card_outdated(dialog, desk, services, cast):
    resident = services.residents.get(cast.head)
    changed = replace(resident.facts, name="张建军")
    desk.bus.publish(services.residents.update(cast.head, changed, version=resident.version))
    assert standing(dialog) == "资料已变，宜换卡"


def test_nobody_with_cards_leaves_nothing_to_press(desk, cast, qtbot):
    dialog = IssuedCards(desk, cast.lodger)
    qtbot.addWidget(dialog)
    assert not dialog.reprint_button.isEnabled()
    assert not dialog.withdraw_button.isEnabled()
    assert "还没有" in dialog.summary.text()
