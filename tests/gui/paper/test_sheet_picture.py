import pytest
from PySide6.QtCore import QPoint, Qt

from linli.domain.templates.shipped import load_sheets
from linli.gui.paper.sheet_picture import SlotPicture
from linli.gui.theme import COLORS

SHEETS = {sheet.id: sheet for sheet in load_sheets()}
TEN = SHEETS["a4x10-90x54"]


@pytest.fixture
def picture(qtbot):
    widget = SlotPicture()
    qtbot.addWidget(widget)
    widget.resize(300, 400)
    widget.show()
    return widget


def colour(widget, slot):
    """The colour of a slot beside its number and its cross."""
    rect = widget.slot_rect(slot)
    point = QPoint(round(rect.left() + rect.width() * 0.25), round(rect.center().y()))
    return widget.grab().toImage().pixelColor(point).name().upper()


def test_used_slots_are_grey_those_to_be_printed_tinted_the_rest_white(picture):
    picture.set_sheet(TEN, 3)
    picture.set_value(4)
    shown = [colour(picture, slot) for slot in range(10)]
    assert shown == [COLORS.line] * 3 + [COLORS.accent_soft] * 3 + [COLORS.surface] * 4


def test_sheet_is_drawn_to_scale(picture):
    picture.set_sheet(TEN, 1)
    first, second, below = (picture.slot_rect(slot) for slot in (0, 1, 2))
    scale = first.width() / 90
    assert first.height() == pytest.approx(54 * scale)
    assert second.left() - first.left() == pytest.approx(90 * scale)
    assert below.top() - first.top() == pytest.approx(54 * scale)


def test_click_on_a_slot_begins_there(picture, qtbot):
    picture.set_sheet(TEN, 30)
    with qtbot.waitSignal(picture.edited, timeout=500):
        place = picture.slot_rect(7).center().toPoint()
        qtbot.mouseClick(picture, Qt.MouseButton.LeftButton, pos=place)
    assert picture.value() == 8
    assert "第 8 格" in picture.accessibleDescription()


def test_click_beside_the_slots_changes_nothing(picture, qtbot):
    picture.set_sheet(TEN, 30)
    qtbot.mouseClick(picture, Qt.MouseButton.LeftButton, pos=QPoint(2, 2))
    assert picture.value() == 1


@pytest.mark.parametrize(
    ("keys", "slot"),
    [
        ((Qt.Key.Key_Right, Qt.Key.Key_Space), 2),
        ((Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Return), 5),
        ((Qt.Key.Key_End, Qt.Key.Key_Up, Qt.Key.Key_Left, Qt.Key.Key_Enter), 7),
        ((Qt.Key.Key_End, Qt.Key.Key_Down, Qt.Key.Key_Space), 10),
        ((Qt.Key.Key_Up, Qt.Key.Key_Left, Qt.Key.Key_Space), 1),
        ((Qt.Key.Key_End, Qt.Key.Key_Home, Qt.Key.Key_Right), 1),
    ],
)
def test_keys_walk_over_the_sheet_and_space_or_enter_chooses(picture, qtbot, keys, slot):
    picture.set_sheet(TEN, 30)
    for key in keys:
        qtbot.keyClick(picture, key)
    assert picture.value() == slot


def test_words_count_the_sheets(picture):
    picture.set_sheet(TEN, 11)
    assert "11 张卡要 2 张纸" in picture.caption()
    picture.set_value(10)
    assert "11 张卡要 2 张纸" in picture.caption()
    picture.set_sheet(TEN, 12)
    assert "12 张卡要 3 张纸" in picture.caption()


def test_smaller_sheet_takes_the_start_back_to_its_last_slot(picture):
    picture.set_sheet(SHEETS["a4-label-5x13-38x21"], 1)
    picture.set_value(60)
    picture.set_sheet(TEN, 1)
    assert picture.value() == 10
