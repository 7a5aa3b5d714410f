"""Founding a ledger, and getting in."""

import pypdfium2
import pytest
from support.ledgers import ACCOUNT, CHEAP, COMMUNITY, PASSWORD

from linli.storage.keyring import Keyring


def test_init_founds_a_ledger_that_the_recovery_code_opens(terminal, data_dir, monkeypatch):
    monkeypatch.setattr("linli.storage.keyring.STANDARD_COST", CHEAP)
    founded = terminal.json("init", "--community", "东湖社区", "--account", "李敏")
    assert Keyring.load(data_dir.keyring).account_names() == ["李敏"]
    assert founded["recovery_code"].count("-") == 7
    assert terminal.json("verify")["ok"] is True


def test_init_writes_the_recovery_code_as_a_sheet_to_print(terminal, tmp_path, monkeypatch):
    monkeypatch.setattr("linli.storage.keyring.STANDARD_COST", CHEAP)
    sheet = tmp_path / "recovery.pdf"
    arguments = ("init", "--community", COMMUNITY, "--account", ACCOUNT, "--recovery", sheet)
    code = terminal.json(*arguments)["recovery_code"]
    text = pypdfium2.PdfDocument(sheet)[0].get_textpage().get_text_range()
    assert code.replace("-", "") in "".join(c for c in text if c.isalnum())
    assert COMMUNITY in text


def test_init_founds_nothing_when_the_recovery_sheet_has_no_place(terminal, tmp_path, data_dir):
    sheet = tmp_path / "no such folder" / "recovery.pdf"
    arguments = ("init", "--community", COMMUNITY, "--account", ACCOUNT, "--recovery", sheet)
    assert terminal.run(*arguments) == 1
    assert "写不进去" in terminal.err
    assert not data_dir.exists()


def test_init_refuses_a_folder_that_has_a_ledger(ledger):
    assert ledger.run("init", "--community", COMMUNITY, "--account", ACCOUNT) == 1
    assert "已经有一个台账" in ledger.err


def test_password_file_goes_before_the_environment(ledger, tmp_path, monkeypatch):
    monkeypatch.setenv("LINLI_PASSWORD", "something else")
    file = tmp_path / "password"
    file.write_bytes(f"\ufeff{PASSWORD}\r\nsecond line".encode())
    assert ledger.run("find", "张三", "--password-file", file) == 0


@pytest.mark.parametrize(
    ("content", "code", "said"),
    [(None, 1, "读不了密码文件"), (b"", 2, "空的"), (b"\xff\xfe", 1, "读不了")],
)
def test_useless_password_file_is_explained(ledger, tmp_path, content, code, said):
    file = tmp_path / "password"
    if content is not None:
        file.write_bytes(content)
    assert ledger.run("find", "张三", "--password-file", file) == code
    assert said in ledger.err


def test_missing_password_is_wrong_use(ledger, monkeypatch):
    monkeypatch.delenv("LINLI_PASSWORD")
    monkeypatch.setattr("sys.stdin.isatty", lambda: False, raising=False)
    assert ledger.run("find", "张三") == 2
    assert "LINLI_PASSWORD" in ledger.err


def test_new_password_is_typed_twice(terminal, monkeypatch, data_dir):
    monkeypatch.delenv("LINLI_PASSWORD")
    monkeypatch.setattr("sys.stdin", type("Keyboard", (), {"isatty": lambda _self: True})())
    typed = iter(["first-password", "other-password"])
    monkeypatch.setattr("getpass.getpass", lambda _prompt: next(typed))
    assert terminal.run("init", "--community", COMMUNITY, "--account", ACCOUNT) == 1
    assert "不一样" in terminal.err
    assert not data_dir.exists()


def test_wrong_password_is_refused(ledger, monkeypatch):
    monkeypatch.setenv("LINLI_PASSWORD", "not this one")
    assert ledger.run("find", "张三") == 1
    assert "密码不对" in ledger.err


def test_unknown_account_is_refused_like_a_wrong_password(ledger):
    assert ledger.run("find", "张三", "--account", "无此人") == 1
    assert "账号或密码不对" in ledger.err


def test_account_must_be_named_when_there_are_several(ledger, data_dir):
    ring = Keyring.load(data_dir.keyring)
    key = ring.open_with_password(ACCOUNT, PASSWORD)
    ring.with_password("赵强", "another-one", key, CHEAP).save(data_dir.keyring)
    assert ledger.run("find", "张三") == 2
    assert ACCOUNT in ledger.err
    assert "赵强" in ledger.err
    assert ledger.run("find", "张三", "--account", ACCOUNT) == 0


def test_folder_without_a_ledger_is_explained(terminal):
    assert terminal.run("verify") == 1
    assert "还没有台账" in terminal.err
