"""The frame of lists: what it does on a short screen, and while nothing is listed."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QListWidget, QPushButton
from shiboken6 import isValid

from linli.gui.list_dialog import ListDialog


@pytest.fixture
def show(desk, qtbot):
    dialogs = []

    def make(title="名单", heading=None):
        dialog = ListDialog(title, desk)
        dialogs.append(dialog)
        dialog.heading.setText(heading or title)
        dialog.list = QListWidget(dialog)
        dialog.set_list(dialog.list)
        dialog.add_button("添加(&N)…", "plus")
        return dialog

    yield make
    for dialog in dialogs:
        if isValid(dialog):
            dialog.close()


def is_beside(dialog):
    """Whether 关闭 stands in the line of the other buttons."""
    button = dialog.action_buttons[0]
    return button.mapTo(dialog, button.rect().center()).y() == (
        dialog.close_button.mapTo(dialog, dialog.close_button.rect().center()).y()
    )


def test_heading_stands_over_the_list_where_there_is_room(show):
    dialog = show()
    dialog.show()
    assert dialog.heading.isVisible()
    assert not is_beside(dialog)


def test_large_type_on_a_short_screen_leaves_lines_to_the_list(show, theme):
    theme.set_zoom(200)
    dialog = show()
    dialog.show()
    assert not dialog.heading.isVisible()
    assert is_beside(dialog)
    dialog.hide()
    dialog.show()
    assert is_beside(dialog)


def test_buttons_without_room_on_a_short_screen_are_in_a_menu(show, theme, qtbot):
    theme.set_zoom(200)
    dialog = show()
    pressed = []
    for place in range(9):
        button = dialog.add_button(f"第 {place} 种办法", "edit")
        button.clicked.connect(lambda _=False, place=place: pressed.append(place))
    button.setEnabled(False)
    dialog.show()
    assert is_beside(dialog)
    (more,) = [each for each in dialog.findChildren(QPushButton) if each.menu() is not None]
    more.menu().aboutToShow.emit()
    actions = more.menu().actions()
    assert [action.text() for action in actions[-2:]] == ["第 7 种办法", "第 8 种办法"]
    assert [action.isEnabled() for action in actions[-2:]] == [True, False]
    actions[-2].trigger()
    assert pressed == [7]
    assert button.focusPolicy() is Qt.FocusPolicy.NoFocus


def test_buttons_break_lines_where_there_is_room(show, theme):
    theme.set_zoom(150)
    dialog = show()
    for place in range(9):
        dialog.add_button(f"第 {place} 种办法", "edit")
    dialog.show()
    assert not dialog.heading.isVisible()
    assert len({button.y() for button in dialog.action_buttons}) > 1
    assert all(button.menu() is None for button in dialog.findChildren(QPushButton))


def test_heading_that_says_more_than_the_title_stays(show, theme):
    theme.set_zoom(200)
    dialog = show("本户", "3号楼2单元501室")
    dialog.show()
    assert dialog.heading.isVisible()


def test_heading_that_is_hidden_stays_so(show, theme):
    theme.set_zoom(200)
    dialog = show("居民联系卡 437 张", "打印批次")
    dialog.heading.hide()
    dialog.show()
    assert dialog.heading.isHidden()


def test_empty_list_offers_what_to_do_first(show, qtbot):
    dialog = show()
    dialog.set_empty("users", "还没有人", "先添加", [QAction("添加", dialog)])
    dialog.show_empty(empty=True)
    dialog.show()
    qtbot.waitUntil(dialog.isActiveWindow)
    assert dialog.list.isHidden()
    assert dialog.focusWidget().text() == "添加"
    dialog.show_empty(empty=False)
    assert dialog.focusWidget() is dialog.list


def test_empty_list_with_nothing_to_do_is_closed_with_enter(show):
    dialog = show()
    dialog.set_empty("users", "都处理好了", "", [])
    dialog.show_empty(empty=True)
    dialog.show()
    assert dialog.focusWidget() is dialog.close_button
