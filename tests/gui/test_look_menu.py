from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QVBoxLayout
from support.window import opened

from linli.gui.colors import Look
from linli.gui.look_menu import LookMenu, restore_look
from linli.gui.pdf_view import PdfView
from linli.gui.settings_dialog import SettingsDialog
from linli.services.container import open_services


def test_look_is_chosen_in_the_menu_and_kept(main_window, desk, state):
    menu = main_window.commands.look
    assert menu.looks[Look.LIGHT].isChecked()
    menu.looks[Look.DARK].trigger()
    assert desk.theme.look is Look.DARK
    assert menu.looks[Look.DARK].isChecked()
    assert not menu.looks[Look.LIGHT].isChecked()
    assert state.text("window/look") == "dark"


def test_look_is_chosen_in_the_settings(main_window, desk):
    main_window.commands.settings.trigger()
    form = opened(SettingsDialog)
    form.form.editor("look").set_value(Look.CONTRAST)
    form.accept()
    assert desk.theme.look is Look.CONTRAST


def test_commands_of_the_menu_can_be_jumped_to(main_window, monkeypatch):
    shown = []
    monkeypatch.setattr("linli.gui.jump.open_jump", lambda *made: shown.append(made[2]))
    main_window.commands.jump.trigger()
    texts = [action.text() for action in shown[0].commands]
    assert "高对比度外观(&H)" in texts
    assert "放大字号" in texts
    assert all(texts)


def test_each_clerk_finds_the_own_look_again(main_window, desk, context):
    desk.theme.set_zoom(150)
    desk.theme.set_look(Look.DARK)
    other = replace(context.actor, account_id=context.actor.account_id + 1)
    theirs = replace(desk, services=open_services(replace(context, actor=other)))
    theirs.state.save(f"account{other.account_id}/zoom", 80)
    theirs.state.save(f"account{other.account_id}/look", "contrast")
    restore_look(theirs)
    assert (desk.theme.zoom, desk.theme.look) == (80, Look.CONTRAST)
    state = desk.state
    own = f"account{context.actor.account_id}"
    assert state.number(f"{own}/zoom") in (150, 80)


def test_menu_shows_what_was_chosen_elsewhere(theme, qtbot):
    page = QDialog()
    qtbot.addWidget(page)
    menu = LookMenu(theme, (), page)
    theme.set_look(Look.CONTRAST)
    assert menu.looks[Look.CONTRAST].isChecked()


@pytest.fixture
def dialog(theme, qtbot):
    """A dialog with a word and a picture of its own zoom."""
    dialog = QDialog()
    qtbot.addWidget(dialog)
    column = QVBoxLayout(dialog)
    dialog.word, dialog.view = QLabel("字"), PdfView()
    column.addWidget(dialog.word)
    column.addWidget(dialog.view)
    dialog.resize(300, 400)
    dialog.show()
    qtbot.waitExposed(dialog)
    dialog.activateWindow()
    dialog.windowHandle().requestActivate()
    qtbot.waitUntil(dialog.isActiveWindow)
    return dialog


def turn(dialog, widget, eighths, held=Qt.KeyboardModifier.ControlModifier):
    """Turn the wheel over a widget, as the system tells the window."""
    window = dialog.windowHandle()
    place = QPointF(widget.mapTo(dialog, widget.rect().center()))
    event = QWheelEvent(
        place,
        QPointF(dialog.mapToGlobal(place.toPoint())),
        QPoint(),
        QPoint(0, eighths),
        Qt.MouseButton.NoButton,
        held,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(window, event)


def test_ctrl_and_the_wheel_change_the_type_in_any_window(dialog, theme):
    turn(dialog, dialog.word, 120)
    assert theme.zoom == 110
    turn(dialog, dialog.word, -240)
    assert theme.zoom == 90


def test_fine_wheel_adds_up_to_a_step(dialog, theme):
    turn(dialog, dialog.word, 60)
    assert theme.zoom == 100
    turn(dialog, dialog.word, 60)
    assert theme.zoom == 110


def test_wheel_alone_changes_nothing(dialog, theme):
    turn(dialog, dialog.word, 120, Qt.KeyboardModifier.NoModifier)
    assert theme.zoom == 100


def test_picture_with_a_zoom_of_its_own_keeps_the_wheel(dialog, theme):
    turn(dialog, dialog.view.viewport(), 120)
    assert theme.zoom == 100


def test_keys_change_the_type_in_a_dialog(dialog, theme):
    window, held = dialog.windowHandle(), Qt.KeyboardModifier.ControlModifier
    QTest.keyClick(window, Qt.Key.Key_Equal, held)
    assert theme.zoom == 110
    QTest.keyClick(window, Qt.Key.Key_Minus, held)
    QTest.keyClick(window, Qt.Key.Key_Minus, held)
    assert theme.zoom == 90
    QTest.keyClick(window, Qt.Key.Key_0, held)
    assert theme.zoom == 100
