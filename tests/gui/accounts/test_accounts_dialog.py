"""The dialogs of accounts, their rules and the own password."""

import pytest
from support.ledgers import CHEAP, PASSWORD

from linli.domain.accounts import Role
from linli.gui.accounts.dialog import AccountsDialog
from linli.gui.accounts.forms import AccountForm, FirstPasswordForm, RoleForm
from linli.gui.accounts.rules import SafetyRulesDialog
from linli.services.accounts import AccountService

FIRST = "first-pass-2026"


@pytest.fixture
def desk(desk, services):
    """A desk whose accounts cost little."""
    vars(services)["accounts"] = AccountService(services.context, CHEAP)
    return desk


@pytest.fixture
def dialog(desk, show):
    return show(AccountsDialog(desk))


def cells(dialog, row):
    return [dialog.table.item(row, column).text() for column in range(5)]


def fill(form, **values):
    for name, value in values.items():
        form.form.editor(name).set_value(value)
    form.accept()


def test_the_founder_is_listed_as_oneself(dialog):
    name, role, state, *_ = cells(dialog, 0)
    assert (name, role, state) == ("王芳（您自己）", "管理员", "在用")
    assert not dialog.reset_button.isEnabled()


def test_an_account_is_added_with_the_least_rights(dialog, desk, show):
    form = show(AccountForm(desk, dialog))
    form.saved.connect(desk.bus.publish)
    assert form.form.value("role") is Role.READER
    fill(form, name="李明", password=FIRST, repeated=FIRST, own=PASSWORD)
    assert cells(dialog, 1)[:4] == ["李明", "查阅人员", "首次登录要改密码", "从未登录"]


@pytest.mark.parametrize(
    ("values", "field", "said"),
    [
        ({"name": "王芳"}, "name", "已经有账号"),
        ({"password": "short", "repeated": "short"}, "password", "至少要 8 个字符"),
        ({"repeated": "other"}, "password", "两次输入"),
        ({"own": "wrong-password"}, "own", "您自己的密码不对"),
    ],
)
def test_what_is_wrong_is_said_beside_its_field(desk, show, values, field, said):
    form = show(AccountForm(desk))
    good = {"name": "李明", "password": FIRST, "repeated": FIRST, "own": PASSWORD}
    fill(form, **(good | values))
    assert said in form.form.field(field).error


def test_role_and_password_are_changed_and_an_account_is_retired_and_comes_back(
    dialog, desk, show, services, ask, qtbot
):
    desk.bus.publish(services.accounts.add("李明", FIRST, PASSWORD, Role.CLERK))
    dialog.select([1])
    account = dialog.selected()[0]
    form = show(RoleForm(desk, account, dialog))
    form.saved.connect(desk.bus.publish)
    fill(form, role=Role.MEDIATOR)
    assert cells(dialog, 1)[1] == "调解员"
    form = show(FirstPasswordForm(desk, account, dialog))
    fill(form, password="second-pass-2026", repeated="second-pass-2026", own=PASSWORD)
    ask.expect("confirm", answer=True)
    dialog.select([1])
    dialog.retire_button.click()
    qtbot.waitUntil(lambda: cells(dialog, 1)[2] == "已停用")
    dialog.select([1])
    assert dialog.reinstate_button.isEnabled()
    assert not dialog.open_button.isEnabled()
    dialog.reinstate_button.click()
    (form,) = dialog.findChildren(FirstPasswordForm)[-1:]
    fill(form, password="third-pass-2026", repeated="third-pass-2026", own=PASSWORD)
    assert cells(dialog, 1)[2] == "首次登录要改密码"


def test_every_role_is_explained():
    from linli.gui.accounts.forms import ROLE_WORDS

    assert set(ROLE_WORDS) == set(Role)


def test_the_rules_are_shown_and_saved(desk, services, show, qtbot):
    dialog = show(SafetyRulesDialog(desk))
    assert dialog.form.value("idle_minutes") == 10
    dialog.form.editor("idle_minutes").set_value(5)
    dialog.form.editor("max_age_days").set_value(90)
    with qtbot.waitSignal(dialog.saved):
        dialog.accept()
    rules = services.settings.safety()
    assert (rules.idle_minutes, rules.passwords.max_age_days) == (5, 90)


def test_rules_left_alone_make_no_step(desk, services, show, qtbot):
    dialog = show(SafetyRulesDialog(desk))
    before = services.history.state()
    with qtbot.waitSignal(dialog.saved):
        dialog.accept()
    assert services.history.state() == before
