import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from support.keys import type_chinese
from support.ledgers import CHEAP

from linli.gui.first_start import FoundPage, RecoveryPage
from linli.gui.welcome import WelcomeWindow
from linli.services.ledger import create_ledger


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
    assert "全是数字" in page.advice.text()


def test_sample_is_one_button_away(page, qtbot):
    with qtbot.waitSignal(page.sample_asked):
        page.sample_button.click()


@pytest.fixture
def recovery(data_dir, theme, ask, jobs, qtbot, made):
    created = create_ledger(
        data_dir, community="西河社区", account="王芳", password="guiding-2026", cost=CHEAP
    )
    made.append(created)
    page = RecoveryPage(created, "西河社区", theme, ask, jobs)
    qtbot.addWidget(page)
    page.show()
    return page


def test_code_is_shown_and_going_on_needs_the_tick(recovery, made, qtbot):
    assert recovery.code.text() == made[0].recovery_code
    assert not recovery.go_button.isEnabled()
    recovery.tick.click()
    with qtbot.waitSignal(recovery.kept):
        recovery.go_button.click()


def test_sheet_is_a_pdf_with_the_code(recovery, made, ask, tmp_path, qtbot):
    import pypdfium2

    target = tmp_path / "恢复码.pdf"
    ask.expect("save_file", target)
    ask.expect("tell")
    recovery.save_button.click()
    qtbot.waitUntil(lambda: len(ask.asked) == 2, timeout=20000)
    with pypdfium2.PdfDocument(target) as document:
        page = document[0]
        words = page.get_textpage()
        text = words.get_text_bounded()
        words.close()
        page.close()
    assert made[0].recovery_code.split("-")[0] in text


def test_sheet_that_cannot_be_written_is_said(recovery, ask, tmp_path, qtbot):
    ask.expect("save_file", tmp_path / "missing" / "code.pdf")
    ask.expect("warn")
    recovery.save_button.click()
    qtbot.waitUntil(lambda: len(ask.asked) == 2, timeout=20000)
    assert "换一个地方" in ask.last


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
