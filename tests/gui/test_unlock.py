import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QProgressDialog
from support.ledgers import ACCOUNT, CHEAP, COMMUNITY, PASSWORD

from linli.errors import WrongPasswordError
from linli.gui import unlock as unlock_module
from linli.gui.unlock import RecoverPage, UnlockPage
from linli.paths import DataDir
from linli.progress import Cancelled
from linli.services.ledger import create_ledger

OLD = Path(__file__).parents[1] / "old_databases" / "v3"


@pytest.fixture
def code(data_dir):
    """Found a ledger, close it, and return its recovery code."""
    created = create_ledger(
        data_dir, community=COMMUNITY, account=ACCOUNT, password=PASSWORD, cost=CHEAP
    )
    created.context.db.close()
    return created.recovery_code


@pytest.fixture
def opened():
    """The contexts that were opened; closed after the test."""
    contexts = []
    yield contexts
    for context in contexts:
        context.db.close()


@pytest.fixture
def page(data_dir, code, theme, jobs, qtbot, opened):
    page = UnlockPage(data_dir, [ACCOUNT], theme, jobs)
    qtbot.addWidget(page)
    page.unlocked.connect(opened.append)
    page.show()
    return page


def error(page, name="password"):
    return page.form.field(name).error


def test_right_password_and_enter_open_the_ledger(page, qtbot, opened):
    page.password.setText(PASSWORD)
    with qtbot.waitSignal(page.unlocked, timeout=20000):
        qtbot.keyClick(page.password, Qt.Key.Key_Return)
    assert opened[0].actor.name == ACCOUNT


def test_wrong_password_is_said_beside_the_field(page, qtbot):
    page.password.setText("wrong-password")
    page.open_button.click()
    qtbot.waitUntil(lambda: bool(error(page)))
    assert "不对" in error(page)
    assert page.open_button.isEnabled()


def test_empty_password_is_not_tried(page):
    page.open_button.click()
    assert error(page) == "请输入密码。"
    assert page.open_button.isEnabled()


def test_wait_counts_down_and_refuses_meanwhile(page, qtbot, monkeypatch):
    tries = []

    def refuse(data_dir, account, password, **_named):
        tries.append(password)
        raise WrongPasswordError("试错次数太多，请等 2 秒后再试。", 2)

    monkeypatch.setattr(unlock_module, "unlock", refuse)
    page.password.setText("wrong-password")
    page.open_button.click()
    qtbot.waitUntil(lambda: "2 秒" in error(page))
    qtbot.keyClick(page.password, Qt.Key.Key_Return)
    assert len(tries) == 1
    qtbot.waitUntil(lambda: "1 秒" in error(page))
    qtbot.waitUntil(page.open_button.isEnabled)
    assert error(page) == ""


def test_forgotten_password_leads_to_the_code(page, qtbot):
    button = next(b for b in page.findChildren(type(page.open_button)) if "忘记" in b.text())
    with qtbot.waitSignal(page.recovery_asked):
        button.click()


@pytest.fixture
def recover(data_dir, code, theme, jobs, qtbot, opened):
    page = RecoverPage(data_dir, [ACCOUNT], theme, jobs)
    qtbot.addWidget(page)
    page.unlocked.connect(opened.append)
    page.show()
    return page


def fill(page, code, password="neues-2026", repeated=None):
    page.form.editor("code").setText(code)
    page.form.editor("password").setText(password)
    page.form.editor("repeated").setText(password if repeated is None else repeated)


def test_code_opens_and_sets_the_new_password(recover, code, qtbot, opened):
    fill(recover, code.lower())
    with qtbot.waitSignal(recover.unlocked, timeout=20000):
        qtbot.keyClick(recover.form.editor("repeated"), Qt.Key.Key_Return)
    assert opened


def test_mistyped_code_is_said_beside_it(recover, code, qtbot):
    fill(recover, "AAAAA-" + code[6:])
    recover.open_button.click()
    qtbot.waitUntil(lambda: bool(error(recover, "code") or recover.problems.text))
    assert recover.open_button.isEnabled()


def test_new_password_is_checked_before_the_code_is_tried(recover, code):
    fill(recover, "", "short", "short")
    recover.open_button.click()
    assert "恢复码" in error(recover, "code")
    assert "还差 3 个" in error(recover)


@pytest.fixture
def of_old(tmp_path, theme, jobs, qtbot, opened):
    """The page over a ledger of version 3, with the password typed."""
    shutil.copytree(OLD, tmp_path / "old")
    page = UnlockPage(DataDir(tmp_path / "old"), [ACCOUNT], theme, jobs)
    qtbot.addWidget(page)
    page.unlocked.connect(opened.append)
    page.show()
    page.password.setText(PASSWORD)
    return page


def test_an_older_ledger_says_what_its_upgrade_is_at(of_old, qtbot, monkeypatch):
    said = []
    monkeypatch.setattr(QProgressDialog, "setLabelText", lambda _dialog, text: said.append(text))
    with qtbot.waitSignal(of_old.unlocked, timeout=30_000):
        of_old.try_password()
    assert "正在升级" in said[0]
    assert "先备份一次" in said[0]


def test_a_ledger_of_today_shows_no_progress(page, qtbot, monkeypatch):
    shown = []
    monkeypatch.setattr(QProgressDialog, "show", shown.append)
    page.password.setText(PASSWORD)
    with qtbot.waitSignal(page.unlocked, timeout=20_000):
        page.try_password()
    assert shown == []


def test_an_upgrade_that_is_stopped_can_be_begun_again(of_old, qtbot, monkeypatch):
    with monkeypatch.context() as patch:

        def stop(*_arguments, **_named):
            raise Cancelled

        patch.setattr(unlock_module, "unlock", stop)
        of_old.try_password()
        qtbot.waitUntil(of_old.open_button.isEnabled)
    with qtbot.waitSignal(of_old.unlocked, timeout=30_000):
        of_old.try_password()
