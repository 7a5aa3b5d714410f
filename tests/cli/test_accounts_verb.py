"""Accounts in the terminal."""

import pytest
from support.ledgers import PASSWORD

FIRST = "first-pass-2026"
OWN = "Ming-2026-x"


@pytest.fixture
def ming(ledger, monkeypatch):
    """A ledger with a second account, 李明, who has not signed in yet."""
    monkeypatch.setenv("LINLI_NEW_PASSWORD", FIRST)
    assert ledger.run("accounts", "add", "李明", "--account", "王芳", "--role", "窗口人员") == 0
    return ledger


def test_accounts_are_listed_with_role_and_state(ming):
    founder, new = ming.json("accounts", "list", "--account", "王芳")
    assert (founder["name"], founder["role"], founder["active"]) == ("王芳", "administrator", True)
    assert (new["name"], new["role"], new["must_change"]) == ("李明", "clerk", True)
    assert new["signed_in_at"] is None
    ming.run("accounts", "list", "--account", "王芳")
    assert "首次登录要改密码" in ming.out


def test_a_new_account_has_the_least_rights_unless_told(ledger, monkeypatch):
    monkeypatch.setenv("LINLI_NEW_PASSWORD", FIRST)
    assert ledger.json("accounts", "add", "赵丽")["role"] == "reader"


def test_a_first_password_opens_nothing_until_it_is_changed(ming, monkeypatch):
    monkeypatch.setenv("LINLI_PASSWORD", FIRST)
    assert ming.run("find", "张三", "--account", "李明") == 1
    assert "linli accounts password" in ming.err
    monkeypatch.setenv("LINLI_NEW_PASSWORD", OWN)
    assert ming.run("accounts", "password", "--account", "李明") == 0
    monkeypatch.setenv("LINLI_PASSWORD", OWN)
    assert ming.run("find", "张三", "--account", "李明") == 0
    assert ming.run("accounts", "list", "--account", "李明") == 1
    assert "窗口人员不能查看账号，请找管理员" in ming.err


def test_a_role_is_changed_and_a_wrong_one_explained(ming):
    assert ming.run("accounts", "role", "李明", "--role", "老板", "--account", "王芳") == 2
    assert "调解员（mediator）" in ming.err
    changed = ming.json("accounts", "role", "李明", "--role", "mediator", "--account", "王芳")
    assert changed["role"] == "mediator"
    assert ming.run("accounts", "role", "李明", "--account", "王芳") == 2


def test_an_account_is_retired_and_reinstated(ming, monkeypatch):
    assert ming.json("accounts", "retire", "李明", "--account", "王芳")["active"] is False
    monkeypatch.setenv("LINLI_PASSWORD", FIRST)
    assert ming.run("find", "张三", "--account", "李明") == 1
    monkeypatch.setenv("LINLI_PASSWORD", PASSWORD)
    monkeypatch.setenv("LINLI_NEW_PASSWORD", "second-pass-2026")
    back = ming.json("accounts", "reinstate", "李明", "--account", "王芳")
    assert (back["active"], back["must_change"]) == (True, True)


def test_a_password_is_reset_from_a_file(ming, tmp_path):
    path = tmp_path / "new.txt"
    path.write_text("third-pass-2026\n", "utf-8")
    reset = ("accounts", "reset", "李明", "--account", "王芳", "--new-password-file", path)
    assert ming.run(*reset) == 0
    assert "要改密码" in ming.out
    path.write_text("short\n", "utf-8")
    assert ming.run(*reset) == 1
    assert "至少要 8 个字符" in ming.err


def test_a_missing_new_password_and_an_unknown_account_are_explained(ledger, monkeypatch):
    monkeypatch.delenv("LINLI_NEW_PASSWORD", raising=False)
    assert ledger.run("accounts", "add", "赵丽") == 2
    assert "LINLI_NEW_PASSWORD" in ledger.err
    assert ledger.run("accounts", "retire", "孙七") == 1
    assert "没有账号「孙七」，现有账号：王芳" in ledger.err
