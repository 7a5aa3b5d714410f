from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from support.window import opened

from linli.domain.paper import BUSINESS, CardSize, Correction, Duplex, Pass, PrinterProfile
from linli.gui.paper.panel import PaperPanel, remembered_slot
from linli.gui.paper.slot_dialog import SlotDialog
from linli.gui.printer import Sides

LABELS = "a4-label-3x8-70x37"
SMALL = CardSize(width=64, height=33)
OFFICE = PrinterProfile(name="大厅打印机", printer="Office", front=Correction(dx=1.5))


@pytest.fixture
def panel(desk, qtbot):
    widget = PaperPanel(desk)
    qtbot.addWidget(widget)
    widget.show()
    return widget


@pytest.fixture
def labels(panel):
    panel.set_kind(SMALL, two_sided=False)
    panel.sheet.set_value(LABELS)
    return panel


def test_usual_sheet_from_its_first_slot_at_first(panel):
    setup = panel.setup()
    assert (setup.sheet.id, setup.start_slot, setup.duplex) == ("a4x10-90x54", 1, Duplex.LONG)
    assert (setup.profile, setup.sides) == (None, Pass.BOTH)
    assert panel.setup(Pass.BACKS).sides is Pass.BACKS


def test_each_choice_is_told_and_is_in_the_setup(panel, qtbot):
    with qtbot.waitSignal(panel.edited, timeout=500):
        panel.duplex.set_value(Duplex.MANUAL)
    assert (panel.by_hand, panel.printer_sides) == (True, Sides.ONE)
    panel.duplex.set_value(Duplex.SHORT)
    assert (panel.setup().duplex, panel.printer_sides) == (Duplex.SHORT, Sides.SHORT_EDGE)
    with qtbot.waitSignal(panel.edited, timeout=500):
        panel.sheet.set_value("single")
    assert panel.setup().sheet.slots == 1
    assert panel.form.field("slot").isHidden()


def test_way_of_turning_is_remembered(panel, desk, qtbot):
    panel.duplex.set_value(Duplex.MANUAL)
    again = PaperPanel(desk)
    qtbot.addWidget(again)
    assert again.duplex.value() is Duplex.MANUAL


def test_one_sided_kind_does_not_ask_about_turning(panel):
    panel.duplex.set_value(Duplex.MANUAL)
    panel.set_kind(BUSINESS, two_sided=False)
    assert panel.form.field("duplex").isHidden()
    assert (panel.by_hand, panel.printer_sides, panel.setup().duplex) == (
        False,
        Sides.ONE,
        Duplex.LONG,
    )


def test_slot_is_chosen_on_the_picture(labels, qtbot):
    labels.set_cards(30)
    qtbot.mouseClick(labels.slot.button, Qt.MouseButton.LeftButton)
    dialog = opened(SlotDialog)
    place = dialog.picture.slot_rect(6).center().toPoint()
    qtbot.mouseClick(dialog.picture, Qt.MouseButton.LeftButton, pos=place)
    assert dialog.caption.text() == "从第 7 格开始，每张 24 格。30 张卡要 2 张纸。"
    with qtbot.waitSignal(labels.edited, timeout=500):
        dialog.accept()
    assert labels.setup().start_slot == 7
    assert labels.slot.button.text() == "第 7 格，共 24 格…"


def test_slot_is_chosen_by_keys_and_cancelled_by_escape(labels, qtbot):
    qtbot.keyClick(labels.slot.button, Qt.Key.Key_Space)
    dialog = opened(SlotDialog)
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Right, Qt.Key.Key_Return):
        qtbot.keyClick(dialog.picture, key)
    assert dialog.picture.value() == 5
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert labels.setup().start_slot == 1


def test_enter_on_the_chosen_slot_takes_it(labels, qtbot):
    qtbot.keyClick(labels.slot.button, Qt.Key.Key_Space)
    dialog = opened(SlotDialog)
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Return):
        qtbot.keyClick(dialog.picture, key)
    assert labels.setup().start_slot == 4


def test_first_free_slot_of_labels_is_offered_next_time(labels, desk, qtbot):
    labels.slot.set_value(20)
    labels.remember(10)
    again = PaperPanel(desk)
    qtbot.addWidget(again)
    again.set_kind(SMALL, two_sided=False)
    again.sheet.set_value(LABELS)
    assert again.setup().start_slot == 6


def test_sheet_that_is_cut_begins_anew_each_time(panel, desk):
    panel.remember(3)
    assert remembered_slot(desk.state, panel.setup().sheet.id) == 1


def test_correction_is_that_of_the_printer(panel, desk, qtbot):
    desk.services.paper.save_profile(OFFICE)
    with qtbot.waitSignal(panel.edited, timeout=500):
        panel.set_printer("Office")
    assert panel.setup().profile == OFFICE
    assert panel.profile.currentText() == "自动：大厅打印机"
    panel.set_printer("Hall")
    assert panel.setup().profile is None
    panel.profile.set_value(OFFICE.name)
    assert panel.setup().profile == OFFICE
    panel.set_printer("Office")
    panel.profile.set_value(None)
    assert panel.setup().profile is None


def test_ghosts_are_there_only_with_a_correction(panel, desk):
    assert not any(panel.ghosts(3))
    desk.services.paper.save_profile(OFFICE)
    panel.set_printer("Office")
    assert [len(page) for page in panel.ghosts(3)] == [3, 0]


def test_profile_that_is_changed_or_removed_meanwhile_is_told(panel, desk, qtbot):
    desk.services.paper.save_profile(OFFICE)
    panel.set_printer("Office")
    panel.profile.set_value(OFFICE.name)
    other = replace(OFFICE, front=Correction(dx=-1))
    with qtbot.waitSignal(panel.edited, timeout=500):
        desk.bus.publish(desk.services.paper.save_profile(other, old_name=OFFICE.name))
    assert panel.setup().profile == other
    with qtbot.waitSignal(panel.edited, timeout=500):
        desk.bus.publish(desk.services.paper.remove_profile(OFFICE.name))
    assert panel.setup().profile is None


def test_own_sheet_that_is_removed_meanwhile_gives_way_to_the_usual_one(labels, desk, qtbot):
    sheet_id, changes = desk.services.paper.save_sheet(
        replace(labels.setup().sheet, title="小卖部的标签")
    )
    desk.bus.publish(changes)
    labels.sheet.set_value(sheet_id)
    assert labels.setup().sheet.title == "小卖部的标签"
    with qtbot.waitSignal(labels.edited, timeout=500):
        desk.bus.publish(desk.services.paper.remove_sheet(sheet_id))
    assert labels.setup().sheet.id == LABELS


def test_earlier_setup_is_shown_again(panel, desk):
    desk.services.paper.save_profile(OFFICE)
    setup = replace(panel.setup(), start_slot=4, duplex=Duplex.SHORT, profile=OFFICE)
    panel.set_setup(setup)
    assert panel.setup() == setup
