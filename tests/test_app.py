"""The way from the first start to the open ledger, and back when it is locked."""

import logging
import os
import subprocess
import sys
from pathlib import Path

import pytest
from support.ledgers import ACCOUNT, CHEAP, COMMUNITY, PASSWORD
from support.program import LONG, main_window, page_of

import linli
from linli import app
from linli.domain.accounts import Role
from linli.errors import UserError
from linli.gui.first_start import FoundPage
from linli.gui.locking.page import LockPage
from linli.gui.recovery_code import RecoveryPage
from linli.gui.unlock import DuePage, RecoverPage, UnlockPage
from linli.services.accounts import AccountService
from linli.services.ledger import confirm_recovery_code, create_ledger, unlock


@pytest.fixture
def founded(data_dir):
    created = create_ledger(
        data_dir, community=COMMUNITY, account=ACCOUNT, password=PASSWORD, cost=CHEAP
    )
    confirm_recovery_code(created.context)
    created.context.db.close()
    return created.recovery_code


def sign_in(qtbot):
    page = page_of(UnlockPage)
    page.password.setText(PASSWORD)
    page.open_button.click()
    qtbot.waitUntil(lambda: main_window() is not None, timeout=LONG)


def test_first_start_founds_a_ledger_shows_the_code_and_opens(start, data_dir, qtbot):
    start()
    page = page_of(FoundPage)
    page.form.load(
        community="西河社区", account="王芳", password="guiding-2026", repeated="guiding-2026"
    )
    page.found_button.click()
    qtbot.waitUntil(lambda: page_of(RecoveryPage) is not None, timeout=LONG)
    recovery = page_of(RecoveryPage)
    recovery.tick.click()
    recovery.go_button.click()
    qtbot.waitUntil(lambda: main_window() is not None, timeout=LONG)
    assert "西河社区" in main_window().windowTitle()
    assert data_dir.exists()


def test_sample_is_marked_and_leaves_nothing_behind(start, data_dir, qtbot, monkeypatch):
    monkeypatch.setattr("linli.services.sample.PEOPLE", 60)
    program = start()
    page_of(FoundPage).sample_button.click()
    qtbot.waitUntil(lambda: main_window() is not None, timeout=LONG)
    window = main_window()
    folder = window.desk.services.context.data_dir.root
    assert window.desk.services.residents.counts().residents > 0
    assert folder.exists()
    assert not data_dir.exists()
    program.close()
    assert not folder.exists()


def test_sample_that_cannot_be_made_is_said_and_not_half_there(start, ask, qtbot, monkeypatch):
    def refuse(self, *args, **kwargs):
        raise UserError("磁盘满了。")

    monkeypatch.setattr("linli.services.sample.SampleService.create", refuse)
    ask.expect("warn")
    program = start()
    page_of(FoundPage).sample_button.click()
    qtbot.waitUntil(lambda: bool(ask.asked), timeout=LONG)
    assert ask.last == "磁盘满了。"
    assert program._sample_folder is None


@pytest.mark.usefixtures("founded")
def test_later_start_asks_for_the_password_and_lock_asks_again(start, qtbot):
    program = start()
    sign_in(qtbot)
    window = main_window()
    window.commands.lock.trigger()
    page = page_of(LockPage)
    program.bring_forward()
    assert main_window() is None
    page.password.setText(PASSWORD)
    page.open_button.click()
    assert main_window() is window
    window.commands.lock.trigger()
    page_of(LockPage).leave_button.click()
    qtbot.waitUntil(lambda: page_of(UnlockPage) is not None)
    assert main_window() is None


@pytest.mark.usefixtures("founded")
@pytest.mark.parametrize("role", Role)
def test_each_role_changes_its_first_password_and_gets_its_window(start, data_dir, qtbot, role):
    context = unlock(data_dir, ACCOUNT, PASSWORD)
    AccountService(context, CHEAP).add("李明", "first-pass-2026", PASSWORD, role)
    context.db.close()
    start()
    page = page_of(UnlockPage)
    page.form.editor("account").set_value("李明")
    page.password.setText("first-pass-2026")
    page.open_button.click()
    qtbot.waitUntil(lambda: page_of(DuePage) is not None, timeout=LONG)
    due = page_of(DuePage)
    assert "只能用一次" in due.words.text()
    due.form.load(password="short", repeated="short")
    due.open_button.click()
    qtbot.waitUntil(lambda: "至少要 8 个字符" in due.form.field("password").error, timeout=LONG)
    due.form.load(password=PASSWORD, repeated=PASSWORD)
    due.open_button.click()
    qtbot.waitUntil(lambda: main_window() is not None, timeout=LONG)
    window = main_window()
    qtbot.waitUntil(lambda: not window.desk.jobs._running, timeout=LONG)
    assert window.desk.services.context.actor.role is role


def test_window_closed_before_the_code_is_kept_is_told_at_the_next_start(
    start, data_dir, ask, qtbot
):
    create_ledger(
        data_dir, community=COMMUNITY, account=ACCOUNT, password=PASSWORD, cost=CHEAP
    ).context.db.close()
    for answer in (None, 1):  # let it be, then say that the code is kept
        start()
        ask.expect("choose", answer)
        sign_in(qtbot)
        qtbot.waitUntil(lambda: not ask.waiting)
        assert "恢复码还没有确认保存好" in ask.last
    start()
    sign_in(qtbot)
    assert len(ask.asked) == 2


def test_forgotten_password_and_back(start, founded, qtbot):
    start()
    page_of(UnlockPage).recovery_asked.emit()
    recover = page_of(RecoverPage)
    recover.left.emit()
    assert page_of(UnlockPage) is not None
    page_of(UnlockPage).recovery_asked.emit()
    recover = page_of(RecoverPage)
    recover.form.load(code=founded, password="new-word-2026", repeated="new-word-2026")
    recover.open_button.click()
    qtbot.waitUntil(lambda: main_window() is not None, timeout=LONG)


@pytest.mark.usefixtures("founded")
def test_bringing_forward_shows_whatever_is_open(start, qtbot):
    program = start()
    window = page_of(UnlockPage).window()
    window.showMinimized()
    program.bring_forward()
    assert not window.isMinimized()


def test_program_goes_on_where_its_log_cannot_be_written(data_dir, monkeypatch):
    monkeypatch.setattr(logging, "raiseExceptions", True)
    data_dir.root.mkdir()
    data_dir.logs.write_text("a file where the folder should be")
    before = list(logging.getLogger().handlers)
    app._log_to(data_dir)
    assert logging.getLogger().handlers == before


def test_the_unlock_window_needs_no_database_library():
    """It must appear before SQLAlchemy and its like are loaded."""
    heavy = ("sqlalchemy", "alembic", "openpyxl", "reportlab", "pypdfium2", "sqlcipher3")
    code = f"import linli.app, sys; print([m for m in {heavy!r} if m in sys.modules])"
    out = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        check=True,
        env=os.environ | {"PYTHONPATH": str(Path(linli.__file__).parents[1])},
    )
    assert out.stdout.strip() == "[]"
