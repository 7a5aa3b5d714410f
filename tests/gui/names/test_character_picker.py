"""Finding a rare character."""

import pytest
from PySide6.QtCore import Qt
from shiboken6 import isValid
from support.keys import type_chinese

from linli.gui.names.character_picker import CharacterPicker
from linli.printing import fonts as printing_fonts


@pytest.fixture
def picker(desk, window, qtbot):
    """The dialog, and what was chosen in it."""
    dialog = CharacterPicker(desk, window)
    chosen = []
    dialog.chosen.connect(chosen.append)
    dialog.open()
    qtbot.waitExposed(dialog)
    yield dialog, chosen
    if isValid(dialog):
        dialog.close()


def press(dialog, qtbot, *keys):
    for key in keys:
        qtbot.keyClick(dialog.focusWidget(), key)


def find(dialog, qtbot, text):
    dialog.line.clear()
    type_chinese(dialog.line, text)
    qtbot.waitUntil(lambda: not dialog._timer.isActive())


@pytest.mark.parametrize(
    ("typed", "character"),
    [("金 宏", "𬭎"), ("U+2CB4E", "𬭎"), ("三个牛", "犇"), ("jun4", "俊"), ("䶮", "䶮")],
)
def test_what_is_typed_finds_the_character_at_once(picker, qtbot, typed, character):
    dialog, chosen = picker
    find(dialog, qtbot, typed)
    assert dialog.current.character == character
    press(dialog, qtbot, Qt.Key.Key_Return)
    assert chosen == [character]


def test_enter_right_after_the_last_letter_finds_first(picker, qtbot):
    dialog, chosen = picker
    type_chinese(dialog.line, "三个牛")
    press(dialog, qtbot, Qt.Key.Key_Return)
    assert chosen == ["犇"]


def test_the_detail_says_reading_strokes_parts_level_and_whether_it_prints(picker, qtbot):
    dialog, _ = picker
    find(dialog, qtbot, "U+2CB4E")
    for word in ("𬭎", "hóng", "12 画", "部件 钅 宏", "U+2CB4E", "这台电脑能印"):
        assert word in dialog.detail.text()


def test_a_character_without_a_font_says_so(picker, qtbot, monkeypatch):
    monkeypatch.setattr(printing_fonts, "system_font_folders", lambda: ())
    printing_fonts.library_for.cache_clear()
    dialog, _ = picker
    find(dialog, qtbot, "U+323AF")
    assert "没有字体" in dialog.detail.text()
    printing_fonts.library_for.cache_clear()


def test_arrows_go_to_the_tiles_over_them_and_back(picker, qtbot):
    dialog, chosen = picker
    find(dialog, qtbot, "jun4")
    press(dialog, qtbot, Qt.Key.Key_Down)
    assert dialog.tiles.hasFocus()
    first = dialog.current.character
    press(dialog, qtbot, Qt.Key.Key_Right)
    second = dialog.current.character
    assert second != first
    press(dialog, qtbot, Qt.Key.Key_Up)
    assert dialog.line.hasFocus()
    press(dialog, qtbot, Qt.Key.Key_Down, Qt.Key.Key_Return)
    assert chosen == [second]


def test_nothing_found_gives_advice_and_chooses_nothing(picker, qtbot):
    dialog, chosen = picker
    find(dialog, qtbot, "99画")
    assert "没有找到" in dialog.detail.text()
    press(dialog, qtbot, Qt.Key.Key_Return)
    assert (chosen, dialog.isVisible()) == ([], True)


def test_a_long_list_says_that_it_is_cut(picker, qtbot):
    dialog, _ = picker
    find(dialog, qtbot, "12画")
    assert dialog.tiles.model().rowCount() == 200
    assert "只列出前 200 个" in dialog.detail.text()
