import pytest
from PySide6.QtCore import Qt
from support.mnemonics import taken_twice
from support.window import opened

from linli.domain.paper import Correction, Duplex, PrinterProfile
from linli.gui.paper.calibration import CalibrationDialog
from linli.gui.paper.profile_form import ProfileForm
from linli.gui.paper.profiles import ProfilesDialog, open_profiles
from linli.gui.paper.turn_test import TurnTestDialog

OFFICE = PrinterProfile(
    name="大厅打印机",
    printer="Office",
    tray="ByPass",
    front=Correction(dx=1.5, dy=-0.4, rotation=0.1),
    back=Correction(scale_x=1.004),
)


@pytest.fixture
def dialog(desk, window, office):
    open_profiles(desk, window)
    return opened(ProfilesDialog)


@pytest.fixture
def known(desk, dialog):
    desk.bus.publish(desk.services.paper.save_profile(OFFICE))
    return dialog


def test_empty_list_says_what_to_do(dialog):
    assert not dialog.table.isVisible()
    assert dialog.focusWidget().text() == "新建打印机档案"
    assert dialog.new_button.isEnabled()
    assert not dialog.calibrate_button.isEnabled()
    assert not taken_twice(dialog)


def test_new_profile_of_the_usual_printer_and_a_tray(dialog, services, ask, settled, qtbot):
    qtbot.mouseClick(dialog.new_button, Qt.MouseButton.LeftButton)
    form = opened(ProfileForm)
    settled()
    assert form.printer.value() == "Office"
    assert form.tray.count() == 3
    form.form.editor("name").setText("大厅打印机 手送")
    form.tray.set_value("ByPass")
    assert not taken_twice(form)
    ask.expect("confirm", False)
    form.accept()
    (profile,) = services.paper.profiles()
    assert (profile.name, profile.printer, profile.tray) == ("大厅打印机 手送", "Office", "ByPass")
    assert (profile.front, profile.back) == (Correction(), Correction())
    assert "手动翻面：沿长边翻" in dialog.details.text()


def test_new_profile_goes_on_to_the_guide(dialog, ask, settled):
    dialog.new_button.click()
    form = opened(ProfileForm)
    form.form.editor("name").setText("大厅")
    settled()
    ask.expect("confirm", True)
    form.accept()
    guide = opened(CalibrationDialog)
    assert guide.windowTitle() == "校准：大厅"
    guide.close()


def test_profile_is_said_in_plain_words(known):
    assert known.details.text().splitlines() == [
        "正面：往右移 1.5 毫米、往上移 0.4 毫米、顺时针转 0.1 度",
        "背面：左右放大到 100.4%",
        "手动翻面：沿长边翻（像翻书页），背面从第一张印起",
    ]


def test_form_gives_back_what_it_was_given(known, services, settled):
    known.edit_button.click()
    form = opened(ProfileForm)
    settled()
    form.accept()
    assert services.paper.profiles() == [OFFICE]


def test_numbers_and_turn_are_changed_by_hand(known, services, settled):
    known.edit_button.click()
    form = opened(ProfileForm)
    for name, text in (("front_dx", "−2"), ("back_scale_x", "100"), ("back_dy", "")):
        form.form.editor(name).setText(text)
    form.form.editor("turn").set_value(Duplex.SHORT)
    assert "像翻挂历一样" in form.picture.words.text()
    form.form.editor("backs_reversed").set_value(True)
    assert "从最后一张印起" in form.picture.words.text()
    settled()
    form.accept()
    profile = services.paper.profile(OFFICE.name)
    assert (profile.front.dx, profile.back) == (-2, Correction())
    assert (profile.turn, profile.backs_reversed) == (Duplex.SHORT, True)


def test_impossible_number_is_said_beside_its_field(known, services, settled):
    known.edit_button.click()
    form = opened(ProfileForm)
    form.form.editor("back_dy").setText("44")
    settled()
    form.accept()
    assert "44 毫米太多" in form.form.field("back_dy").error
    form.form.modified = False
    form.reject()
    assert services.paper.profiles() == [OFFICE]


def test_printer_that_is_away_keeps_its_place_and_tray(known, office, settled):
    office.here = False
    known.edit_button.click()
    form = opened(ProfileForm)
    settled()
    assert form.printer.currentText() == "Office（现在没接上）"
    assert (form.printer.value(), form.tray.value()) == ("Office", "ByPass")
    form.printer.set_value(None)
    assert form.tray.value() is None
    form.printer.set_value("Office")
    assert form.tray.value() == "ByPass"
    form.form.modified = False
    form.reject()


def test_removing_asks_first(known, services, ask, settled):
    ask.expect("confirm", False)
    known.remove_button.click()
    settled()
    assert services.paper.profiles() == [OFFICE]
    ask.expect("confirm", True)
    known.remove_button.click()
    settled()
    assert services.paper.profiles() == []


def test_turn_test_is_reached_from_here(known):
    known.turn_button.click()
    test = opened(TurnTestDialog)
    assert "大厅打印机" in test.windowTitle()
    test.close()
