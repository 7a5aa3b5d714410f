"""Later days: the ledger is locked, and remembers what was done the day before."""

import pytest
from support.ledgers import PASSWORD
from support.window import settle

from linli.gui.locking.page import LockPage
from linli.gui.main_window import MainWindow
from linli.gui.recycle_bin import RecycleBin
from linli.gui.unlock import UnlockPage


@pytest.fixture
def cast(services):
    """People who were entered the day before, when the program was closed."""
    cast = settle(services)
    services.context.db.close()
    return cast


@pytest.fixture
def unlock(clerk):
    """Type the password."""

    def unlock(password=PASSWORD):
        clerk.sees(UnlockPage)
        clerk.press("Ctrl+A")
        clerk.write(password)
        clerk.press("Return")

    return unlock


def test_wrong_password_is_refused_and_the_right_one_opens(cast, start, clerk, unlock):
    start()
    unlock("xihe-2025")
    page = clerk.sees(UnlockPage)
    clerk.reads("密码不对", page)
    unlock()
    window = clerk.sees(MainWindow)
    assert window.current_tab.count_label.text() == "共 4 人"


def test_undo_and_redo_go_on_where_the_day_before_ended(cast, start, clerk, unlock):
    start()
    unlock()
    tab = clerk.sees(MainWindow).current_tab
    clerk.press("Ctrl+Z")
    clerk.reads("共 3 人", tab)
    start()
    unlock()
    tab = clerk.sees(MainWindow).current_tab
    clerk.reads("共 3 人", tab)
    clerk.press("Ctrl+Y")
    clerk.reads("共 4 人", tab)


def test_recycle_bin_gives_back_what_was_thrown_away_the_day_before(
    cast, start, clerk, unlock, ask
):
    start()
    unlock()
    tab = clerk.sees(MainWindow).current_tab
    clerk.write("zxj")
    clerk.reads("共 1 人", tab)
    ask.expect("confirm", True)
    clerk.press("Down", "Del", "Ctrl+F", "Escape")
    clerk.reads("共 3 人", tab)

    start()
    unlock()
    window = clerk.sees(MainWindow)
    clerk.press("Alt+M", "G")
    bin_ = clerk.sees(RecycleBin)
    clerk.press("Alt+R")
    clerk.reads("回收站是空的。", bin_)
    clerk.press("Escape")
    clerk.sees(MainWindow)
    clerk.reads("共 4 人", window.current_tab)
    assert window.desk.services.residents.get(cast.lodger).facts.name == "赵小军"


def test_locked_ledger_shows_nothing_until_the_password_is_typed_again(cast, start, clerk, unlock):
    start()
    unlock()
    clerk.sees(MainWindow)
    clerk.press("Ctrl+L")
    clerk.sees(LockPage)
    clerk.sees_no(MainWindow)
    clerk.write(PASSWORD)
    clerk.press("Return")
    assert clerk.sees(MainWindow).current_tab.count_label.text() == "共 4 人"
