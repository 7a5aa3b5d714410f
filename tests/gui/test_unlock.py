import pytest
from PySide6.QtCore import Qt
from support.ledgers import ACCOUNT, CHEAP, COMMUNITY, PASSWORD

from linli.errors import WrongPasswordError
from linli.gui import unlock as unlock_module
from linli.gui.unlock import RecoverPage, UnlockPage
from linli.services.ledger import create_ledger


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

    def refuse(data_dir, account, password):
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
