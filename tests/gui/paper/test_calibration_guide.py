"""The guide with a simulated printer: what is typed brings the cards to their place."""

import pypdfium2
import pytest
from PySide6.QtCore import Qt
from support.cards import make_card
from support.folding import printer, read
from support.mnemonics import taken_twice
from support.ruler import distance, frames_of, put
from support.window import opened

from linli.domain.paper import (
    A4,
    Correction,
    Duplex,
    PaperSetup,
    PrinterProfile,
    Side,
    compose,
)
from linli.domain.templates.shipped import template_of
from linli.domain.values.measures import number_text
from linli.gui.paper.calibration import CalibrationDialog
from linli.gui.printer import Sides
from linli.printing.cards import render_cards
from linli.printing.fonts import FontLibrary

PROFILE = PrinterProfile(name="大厅打印机", printer="Office", tray="ByPass")
SIDES = tuple(Side)


@pytest.fixture
def guide(desk, window, office, qtbot):
    def start(profile=PROFILE):
        desk.services.paper.save_profile(profile)
        CalibrationDialog(desk, profile, window).open()
        dialog = opened(CalibrationDialog)
        dialog.activateWindow()
        qtbot.waitUntil(dialog.isActiveWindow, timeout=2000)
        return dialog

    return start


def pages_of(content):
    with pypdfium2.PdfDocument(content) as document:
        return len(document)


def type_readings(dialog, qtbot, side, readings, letters="abc"):
    for letter in letters:
        editor = dialog.read_page.form.editor(f"{side}_{letter}")
        editor.clear()
        qtbot.keyClicks(editor, number_text(getattr(readings, letter)))


def click(dialog, button, qtbot, settled):
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    settled()


def card_frames(services, profile):
    """Where the texts of a card are on its two pages."""
    sheet = services.paper.sheets_for(template_of("resident").kind.sizes[0])[0]
    setup = PaperSetup(sheet=sheet, start_slot=5, profile=profile)
    cards = [make_card()]
    content = render_cards(
        cards, template_of("resident"), setup, library=FontLibrary(folders=[])
    ).content
    return frames_of(content, repeated=True)


def off_by(services, faults, profile):
    """How far the worst text lies from where it is meant to lie, mm."""
    meant, printed = card_frames(services, None), card_frames(services, profile)
    assert meant.keys() == printed.keys()
    assert {frame.page for frame in meant.values()} == {0, 1}
    return max(
        distance(
            put(meant[text].affine, (0, 0)),
            put(faults[SIDES[frame.page]], put(frame.affine, (0, 0))),
        )
        for text, frame in printed.items()
    )


def test_three_numbers_a_side_bring_the_cards_to_their_place(
    guide, office, services, desk, qtbot, settled
):
    faults = {Side.FRONT: printer(ox=2.1, oy=-1.3, degrees=0.2), Side.BACK: printer(ox=-1.6, oy=3)}
    assert off_by(services, faults, None) > 2
    heard = []
    desk.bus.changed.connect(heard.append)
    dialog = guide()
    click(dialog, dialog.print_page.first.print_button, qtbot, settled)
    (sheet,) = office.sent
    assert (sheet.printer, sheet.tray, sheet.sides) == ("Office", "ByPass", Sides.LONG_EDGE)
    assert pages_of(sheet.content) == 2
    click(dialog, dialog.next_button, qtbot, settled)
    for side, fault in faults.items():
        type_readings(dialog, qtbot, side, read(fault, A4))
    click(dialog, dialog.next_button, qtbot, settled)
    assert dialog.step == 2
    assert len(heard) == 1
    assert off_by(services, faults, services.paper.profile(PROFILE.name)) < 0.1
    said = dialog.result_page.words[Side.FRONT].text()
    assert "往左移" in said
    assert "逆时针转 0.2 度" in said
    click(dialog, dialog.result_page.row.print_button, qtbot, settled)
    assert office.sent[1].content != sheet.content
    dialog.close()


def test_sheet_for_checking_is_read_again_and_refines_the_first(
    guide, office, services, qtbot, settled
):
    fault = printer(ox=4, oy=2, sx=1.004, sy=0.996, degrees=-0.15)
    faults = dict.fromkeys(Side, fault)
    dialog = guide()
    click(dialog, dialog.next_button, qtbot, settled)
    for side in Side:
        type_readings(dialog, qtbot, side, read(fault, A4))
    click(dialog, dialog.next_button, qtbot, settled)
    first = services.paper.profile(PROFILE.name)
    coarse = off_by(services, faults, first)
    click(dialog, dialog.result_page.again_button, qtbot, settled)
    assert dialog.step == 1
    assert dialog.read_page.form.value("front_a") is None
    for side in Side:
        printed = compose(fault, first.correction(side).matrix())
        type_readings(dialog, qtbot, side, read(printed, A4), "abcde")
    click(dialog, dialog.next_button, qtbot, settled)
    assert off_by(services, faults, services.paper.profile(PROFILE.name)) < 0.1 < coarse
    dialog.close()


def test_front_alone_leaves_the_back_as_it_is(guide, office, services, qtbot, settled):
    old = PrinterProfile(name="旧", printer="Office", back=Correction(dx=1))
    dialog = guide(old)
    dialog.print_page.form.editor("duplex").set_value(None)
    click(dialog, dialog.print_page.first.print_button, qtbot, settled)
    assert pages_of(office.sent[0].content) == 1
    assert office.sent[0].sides is Sides.ONE
    click(dialog, dialog.next_button, qtbot, settled)
    assert dialog.read_page.form.field("back_a").isHidden()
    type_readings(dialog, qtbot, Side.FRONT, read(printer(ox=1), A4))
    click(dialog, dialog.next_button, qtbot, settled)
    profile = services.paper.profile("旧")
    assert (profile.front.dx, profile.back) == (pytest.approx(-1), old.back)
    assert dialog.result_page.words[Side.BACK].text() == "这次没有量"
    dialog.close()


def test_stack_turned_by_hand_is_printed_side_by_side(guide, office, qtbot, settled):
    dialog = guide()
    dialog.print_page.form.editor("duplex").set_value(Duplex.MANUAL)
    assert dialog.print_page.turn.isVisible()
    assert not taken_twice(dialog)
    click(dialog, dialog.print_page.first.print_button, qtbot, settled)
    click(dialog, dialog.print_page.second.print_button, qtbot, settled)
    assert [pages_of(each.content) for each in office.sent] == [1, 1]
    assert office.sent[0].content != office.sent[1].content
    assert {each.sides for each in office.sent} == {Sides.ONE}
    dialog.close()


def test_missing_number_is_asked_for_beside_its_field(guide, services, qtbot, settled):
    dialog = guide()
    click(dialog, dialog.next_button, qtbot, settled)
    type_readings(dialog, qtbot, Side.FRONT, read(printer(), A4))
    click(dialog, dialog.next_button, qtbot, settled)
    assert dialog.step == 1
    assert "还没有填" in dialog.read_page.form.field("back_b").error
    assert dialog.read_page.form.field("front_a").error == ""
    assert dialog.read_page.form.field("back_d").error == ""
    assert services.paper.profile(PROFILE.name) == PROFILE
    dialog.close()


def one_side(guide, qtbot, settled):
    dialog = guide()
    dialog.print_page.form.editor("duplex").set_value(None)
    click(dialog, dialog.next_button, qtbot, settled)
    return dialog


def test_number_beyond_the_ruler_is_questioned(guide, services, ask, qtbot, settled):
    dialog = one_side(guide, qtbot, settled)
    for letter, text in (("a", "7"), ("b", "7"), ("c", "0")):
        dialog.read_page.form.editor(f"front_{letter}").setText(text)
    ask.expect("confirm", False)
    click(dialog, dialog.next_button, qtbot, settled)
    assert ask.last.startswith("正面 A 是 7、正面 B 是 7，尺子上没有这么大的数")
    assert services.paper.profile(PROFILE.name) == PROFILE
    ask.expect("confirm", True)
    click(dialog, dialog.next_button, qtbot, settled)
    assert services.paper.profile(PROFILE.name).front.dx == pytest.approx(-7)
    dialog.close()


def test_numbers_that_cannot_be_are_refused_beside_the_field(guide, ask, qtbot, settled):
    dialog = one_side(guide, qtbot, settled)
    for letter, text in (("a", "15"), ("b", "0"), ("c", "0")):
        dialog.read_page.form.editor(f"front_{letter}").setText(text)
    ask.expect("confirm", True)
    click(dialog, dialog.next_button, qtbot, settled)
    assert "15" in dialog.read_page.form.field("front_a").error
    assert dialog.step == 1
    dialog.close()


def test_picture_shows_the_ruler_at_which_the_cursor_is(guide, qtbot, settled):
    dialog = guide()
    click(dialog, dialog.next_button, qtbot, settled)
    page = dialog.read_page
    assert page.picture.letter == "A"
    qtbot.keyClick(page.form.editor("front_a"), Qt.Key.Key_Tab)
    assert page.picture.letter == "B"
    page.form.editor("back_e").setFocus()
    assert page.picture.letter == "E"
    dialog.close()


def test_guide_is_walked_by_keys_alone(guide, services, qtbot, settled):
    dialog = one_side(guide, qtbot, settled)
    page = dialog.read_page
    for letter, text in (("a", "1"), ("b", "1"), ("c", "-1")):
        editor = page.form.editor(f"front_{letter}")
        assert editor.hasFocus()
        qtbot.keyClicks(editor, text)
        if letter != "c":
            qtbot.keyClick(editor, Qt.Key.Key_Tab)
    qtbot.keyClick(page.form.editor("front_c"), Qt.Key.Key_Return)
    settled()
    assert dialog.step == 2
    qtbot.keyClick(dialog, Qt.Key.Key_Return)
    assert services.paper.profile(PROFILE.name).front.dy == pytest.approx(1)


def test_without_the_printer_the_sheet_is_saved(guide, office, ask, tmp_path, qtbot, settled):
    office.here = False
    dialog = guide()
    row = dialog.print_page.first
    assert not row.print_button.isEnabled()
    assert "没有找到打印机“Office”" in row.notice.text()
    ask.expect("save_file", tmp_path / "校准纸.pdf")
    click(dialog, row.save_button, qtbot, settled)
    assert pages_of((tmp_path / "校准纸.pdf").read_bytes()) == 2
    assert "实际大小" in row.notice.text()
    dialog.close()


def test_another_printer_is_no_substitute(guide, office):
    dialog = guide(PrinterProfile(name="二楼", printer="Upstairs"))
    assert dialog.print_page.first.printer.value() == "Office"
    assert not dialog.print_page.first.print_button.isEnabled()
    dialog.close()


def test_printer_that_refuses_is_said_above_its_button(guide, office, qtbot, settled):
    office.refusal = "打印机没有纸。"
    dialog = guide()
    click(dialog, dialog.print_page.first.print_button, qtbot, settled)
    assert dialog.print_page.first.problems.text == "打印机没有纸。"
    dialog.close()
