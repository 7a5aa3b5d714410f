"""F1 opens the page of what has the keyboard, also over a dialog that waits."""

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit
from support.window import opened

from linli.gui.help.helper import Helper
from linli.gui.help.topics import page_for
from linli.gui.locking.curtain import Curtain
from linli.gui.print_dialog import PrintDialog
from linli.gui.settings_dialog import SettingsDialog
from linli.gui.waiting import wait_for
from linli.gui.welcome import WelcomeWindow


@pytest.fixture
def helper(theme, main_window):
    helper = Helper(theme)
    main_window.help_requested.connect(helper.show_help)
    main_window.activateWindow()
    main_window.current_tab.focus_search()
    yield helper
    helper.close()
    helper.deleteLater()


def press_f1():
    QTest.keySequence(QApplication.focusWidget(), QKeySequence("F1"))


def test_f1_in_the_window_opens_the_page_of_the_tab(helper, main_window):
    press_f1()
    assert helper.window.isVisible()
    assert helper.window.browser.page.name == "find"


def test_f1_in_a_dialog_opens_its_page_and_leaves_the_dialog_alone(helper, main_window, qtbot):
    main_window.commands.settings.trigger()
    dialog = opened(SettingsDialog)
    dialog.activateWindow()
    editor = dialog.form.editor("community")
    editor.setFocus()
    qtbot.waitUntil(lambda: page_for(QApplication.focusWidget()) == "settings")
    press_f1()
    assert helper.window.browser.page.name == "settings"
    assert dialog.isVisible()
    assert not helper.window.isModal()
    dialog.form.modified = False
    dialog.reject()


def test_window_gets_one_key_however_often_it_has_the_keyboard(helper, main_window, qtbot):
    main_window.commands.settings.trigger()
    dialog = opened(SettingsDialog)
    dialog.activateWindow()
    for name in ("community", "hotline", "community"):
        dialog.form.editor(name).setFocus()
    qtbot.waitUntil(lambda: page_for(QApplication.focusWidget()) == "settings")
    keys = [each for each in dialog.findChildren(QShortcut) if each.key() == QKeySequence("F1")]
    assert len(keys) == 1
    dialog.form.modified = False
    dialog.reject()


def test_help_can_be_used_while_a_question_waits(helper, main_window, qtbot):
    question = QDialog(main_window)
    QLineEdit(question).setFocus()
    seen = []

    def look():
        question.activateWindow()
        helper.show_page("undo")
        window = helper.window
        seen.append(window.windowHandle().transientParent() is question.windowHandle())
        window.activateWindow()
        QTest.keyClicks(window.search, "kz")
        seen.append(window.results.count() > 0)
        question.accept()

    QTimer.singleShot(0, look)
    assert wait_for(question)
    assert seen == [True, True]
    question.deleteLater()


def test_help_stays_while_the_window_is_locked(helper, main_window, theme, qtbot):
    helper.show_page("lock")
    front = WelcomeWindow(theme)
    qtbot.addWidget(front)
    curtain = Curtain()
    curtain.draw(front)
    assert not main_window.isVisible()
    assert helper.window.isVisible()
    curtain.lift()
    assert main_window.isVisible()


def test_page_is_printed_at_the_desk_and_its_dialog_goes_with_the_desk(helper, desk, qtbot):
    helper.show_page("backup")
    assert not helper.window.print_button.isEnabled()
    helper.set_desk(desk)
    helper.window.print_page()
    opened(PrintDialog)
    helper.set_desk(None)
    assert not [each for each in QApplication.topLevelWidgets() if isinstance(each, PrintDialog)]


def test_page_opens_where_it_was_left(helper):
    helper.show_page("find")
    first = helper.window
    first.close()
    helper.show_page("undo")
    assert helper.window is first
    assert first.isVisible()
