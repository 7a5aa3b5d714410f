import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QToolButton, QWidget

from linli.gui.actions import ActionSpec, make_action, plain


@pytest.mark.parametrize(
    ("text", "words"),
    [("新增(&N)", "新增"), ("导入台账(&I)…", "导入台账"), ("放大字号", "放大字号")],
)
def test_plain_words_have_no_mnemonic(text, words):
    assert plain(text) == words


def test_action_works_by_its_keys_inside_its_owner(qtbot):
    owner, done = QWidget(), []
    qtbot.addWidget(owner)
    spec = ActionSpec(text="新增(&N)", icon_name="plus", keys="Ctrl+N")
    action = make_action(spec, owner, lambda: done.append(1))
    assert action.toolTip() == "新增（Ctrl+N）"
    assert not action.icon().isNull()
    owner.show()
    owner.activateWindow()
    qtbot.waitUntil(owner.isActiveWindow)
    owner.setFocus()
    qtbot.keyClick(owner, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    assert done == [1]


def test_disabled_action_does_nothing(qtbot):
    owner, done = QWidget(), []
    qtbot.addWidget(owner)
    action = make_action(ActionSpec(text="删除"), owner, lambda: done.append(1))
    action.setEnabled(False)
    action.trigger()
    assert done == []


def test_tool_button_shows_no_letter_that_does_nothing(qtbot):
    owner = QWidget()
    qtbot.addWidget(owner)
    button = QToolButton(owner)
    button.setDefaultAction(make_action(ActionSpec(text="编辑(&D)"), owner, lambda: None))
    assert button.text() == "编辑"
