"""Alt and a letter means one thing in each window."""

import pytest
from PySide6.QtWidgets import QDialog
from shiboken6 import isValid
from support.mnemonics import letters, taken_twice
from support.people import make_draft
from support.window import settle

from linli.gui.actions import plain
from linli.gui.first_start import FoundPage
from linli.gui.unlock import RecoverPage, UnlockPage


@pytest.fixture
def window(main_window, services, qtbot):
    """The main window with some people, one of them selected."""
    cast = settle(services)
    tab = main_window.current_tab
    main_window.resize(1366, 768)
    tab.refresh()
    tab.table.select_id(cast.head)
    qtbot.waitUntil(lambda: not main_window.desk.jobs.busy)
    return main_window


def test_empty_ledger_takes_no_letter_twice(main_window):
    for number in range(len(main_window.tabs)):
        main_window.show_tab(number)
        assert letters(main_window)
        assert not taken_twice(main_window)


def test_ledger_with_people_takes_no_letter_twice(window):
    for number in range(len(window.tabs)):
        window.show_tab(number)
        assert not taken_twice(window)


DIALOGS = {
    "new resident": lambda window: window.current_tab.commands.new,
    "resident": lambda window: window.current_tab.commands.edit,
    "household": lambda window: window.current_tab.commands.household,
    "history of a resident": lambda window: window.current_tab.commands.history,
    "moving out": lambda window: window.current_tab.commands.move_out,
    "cards": lambda window: window.current_tab.commands.print_cards,
    "rented dwellings": lambda window: window.current_tab.commands.rentals,
    "recycle bin": lambda window: window.current_tab.commands.recycle_bin,
    "export": lambda window: window.commands.export,
    "journal": lambda window: window.commands.history,
    "settings": lambda window: window.commands.settings,
    "keys": lambda window: window.commands.keys,
    "new grid": lambda window: window.tabs[1].new,
    "grid": lambda window: window.tabs[1].edit,
}


def _card_actions(window):
    return {plain(action.text()): action for action in window.card_commands.menu if action}


CARD_DIALOGS = (
    "打印批次",
    "要换的卡",
    "结对联系",
    "工作人员",
    "援助站点",
    "公示栏",
    "检查姓名",
    "字体和手绘字",
    "卡片模板",
    "纸张",
    "打印机校准",
)


@pytest.mark.parametrize("name", CARD_DIALOGS)
def test_dialog_of_the_card_menu_takes_no_letter_twice(window, name, qtbot, services):
    # a name with a code of an old system gives the check all its buttons
    services.residents.add(make_draft("刘\ue863", sequence=77))
    _check(window, _card_actions(window)[name], qtbot)


@pytest.mark.parametrize("name", CARD_DIALOGS)
def test_dialog_of_the_card_menu_takes_no_letter_twice_in_large_type(
    window, name, qtbot, services, theme
):
    services.residents.add(make_draft("刘\ue863", sequence=77))
    theme.set_zoom(200)
    _check(window, _card_actions(window)[name], qtbot)


@pytest.mark.parametrize("name", DIALOGS)
def test_dialog_takes_no_letter_twice(window, name, qtbot):
    window.tabs[1].refresh()
    _check(window, DIALOGS[name](window), qtbot)


def _check(window, action, qtbot):
    action.trigger()
    (dialog,) = [each for each in window.findChildren(QDialog) if each.isVisible()]
    qtbot.waitUntil(lambda: not window.desk.jobs.busy, timeout=10_000)
    try:
        assert letters(dialog)
        assert not taken_twice(dialog)
    finally:
        dialog.close()
        qtbot.waitUntil(lambda: not isValid(dialog) or not dialog.isVisible())


@pytest.mark.parametrize(
    "make",
    [
        FoundPage,
        lambda data_dir, theme, jobs: UnlockPage(data_dir, ["王芳"], theme, jobs),
        lambda data_dir, theme, jobs: RecoverPage(data_dir, ["王芳"], theme, jobs),
    ],
)
def test_page_before_the_ledger_takes_no_letter_twice(make, data_dir, theme, jobs, qtbot):
    page = make(data_dir, theme, jobs)
    qtbot.addWidget(page)
    page.show()
    assert letters(page)
    assert not taken_twice(page)
