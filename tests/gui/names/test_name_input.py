"""Finding a rare character from the input of a name."""

import pytest
from PySide6.QtCore import Qt
from support.keys import type_chinese
from support.window import opened

from linli.gui.names.character_picker import CharacterPicker
from linli.gui.names.name_input import NameInput


@pytest.fixture
def name(desk, qtbot):
    widget = NameInput(desk)
    qtbot.addWidget(widget)
    widget.show()
    return widget


def test_a_found_character_goes_to_the_cursor(name):
    name.set_value("刘明")
    name.setCursorPosition(1)
    name.find_action.trigger()
    picker = opened(CharacterPicker)
    type_chinese(picker.line, "王 君")
    picker.accept()
    assert name.value() == "刘珺明"


def test_a_selected_character_is_looked_for_and_replaced(name):
    name.set_value("刘宏")
    name.setSelection(1, 1)
    name.find_action.trigger()
    picker = opened(CharacterPicker)
    assert picker.line.text() == "宏"
    type_chinese(picker.line, "金 宏")
    picker.accept()
    assert name.value() == "刘𬭎"


def test_a_selected_name_is_not_replaced(name):
    name.set_value("刘明")
    name.selectAll()
    name.find_action.trigger()
    picker = opened(CharacterPicker)
    assert picker.line.text() == ""
    type_chinese(picker.line, "王 君")
    picker.accept()
    assert name.value() == "刘明珺"


def test_the_keys_open_the_search(name, qtbot):
    qtbot.waitExposed(name)
    name.activateWindow()
    name.setFocus()
    qtbot.waitUntil(name.hasFocus)
    qtbot.keyClick(name, Qt.Key.Key_G, Qt.KeyboardModifier.ControlModifier)
    opened(CharacterPicker).reject()
    assert name.value() is None
