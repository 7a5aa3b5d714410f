import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from support.keys import type_chinese

from linli.gui.first_start import FoundPage
from linli.gui.welcome import WelcomeWindow


@pytest.fixture
def made():
    """Ledgers founded by the test; closed afterwards."""
    created = []
    yield created
    for each in created:
        each.context.db.close()


@pytest.fixture
def page(data_dir, theme, jobs, qtbot, made):
    page = FoundPage(data_dir, theme, jobs)
    qtbot.addWidget(page)
    page.founded.connect(made.append)
    page.show()
    return page


def error(page, name):
    return page.form.field(name).error


def test_every_missing_thing_is_said_at_once(page):
    page.found_button.click()
    assert "社区名称" in error(page, "community")
    assert "经办人" in error(page, "account")
    assert "还差 8 个" in error(page, "password")


def test_keyboard_alone_founds_a_ledger(page, data_dir, qtbot, made):
    page.activateWindow()
    page.setFocus()
    for name, text in (("community", "西河社区"), ("account", "王芳")):
        type_chinese(page.form.editor(name), text)
    for name in ("password", "repeated"):
        qtbot.keyClicks(page.form.editor(name), "guiding-2026")
    with qtbot.waitSignal(page.founded, timeout=20000):
        qtbot.keyClick(page.form.editor("repeated"), Qt.Key.Key_Return)
    assert data_dir.exists()
    assert made[0].context.actor.name == "王芳"


def test_refusal_leaves_the_page_usable(page, data_dir, qtbot):
    data_dir.root.mkdir(parents=True)
    data_dir.database.write_bytes(b"something else")
    page.form.load(
        community="西河社区", account="王芳", password="guiding-2026", repeated="guiding-2026"
    )
    page.found()
    qtbot.waitUntil(lambda: bool(page.problems.text))
    assert "已经有一个台账" in page.problems.text
    assert page.found_button.isEnabled()


def test_advice_follows_the_password(page):
    page.form.editor("password").setText("12345678")
    assert "现在只有 1 种" in page.advice.text()


def test_sample_is_one_button_away(page, qtbot):
    with qtbot.waitSignal(page.sample_asked):
        page.sample_button.click()


def test_welcome_window_shows_one_page_at_a_time(theme, qtbot, assert_freed):
    first, second = QWidget(), QWidget()
    window = WelcomeWindow(theme)
    qtbot.addWidget(window)
    window.set_page(first)
    window.show()
    assert first.isVisible()
    window.set_page(second)
    assert window.page is second
    assert_freed(first)
