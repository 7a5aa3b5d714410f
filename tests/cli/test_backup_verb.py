"""`linli backup`, `backups`, `restore` and `verify FILE`, as they are typed."""

import pytest
from support.ledgers import PASSWORD

from linli.domain.erasures import Ground


@pytest.fixture
def kept(ledger, tmp_path):
    """A copy of a backup of a ledger of two people, on a stick."""
    stick = tmp_path / "stick"
    stick.mkdir()
    assert ledger.run("backup", stick) == 0
    return next(stick.iterdir())


@pytest.fixture
def changed(kept, services):
    """The same, and since then one of the two was thrown away."""
    services.residents.recycle([1])
    services.context.db.close()  # as if the window were shut
    return kept


def test_a_backup_is_made_and_copied_to_where_it_is_wanted(ledger, kept, tmp_path):
    assert kept.name.startswith("邻里台备份 ")
    facts = ledger.json("backup", tmp_path / "给街道")
    assert facts["file"].endswith("给街道.linli-backup")
    assert (facts["good"], facts["counts"]["residents"]) == (True, 2)
    ledger.run("backup")
    assert "已经打开核对过" in ledger.out


def test_a_place_that_cannot_be_written_is_said(ledger, tmp_path):
    assert ledger.run("backup", tmp_path / "没有" / "这里") == 1
    assert "没有" in ledger.err


def test_backups_are_listed_without_a_password(ledger, kept, monkeypatch):
    monkeypatch.delenv("LINLI_PASSWORD")
    assert ledger.run("backups") == 0
    assert "手动备份" in ledger.out
    assert "完好" in ledger.out
    listed = ledger.json("backups", kept.parent)
    assert [(each["file"], each["reason"]) for each in listed] == [(str(kept), "手动备份")]


def test_no_backups_are_said_so(terminal):
    assert terminal.run("backups") == 0
    assert terminal.out == "还没有备份。\n"


def test_a_restore_goes_back_and_tells_how_to_undo_it(ledger, changed):
    assert ledger.run("restore", changed) == 0
    assert "居民 2 人" in ledger.out
    assert "恢复以前的台账存成了" in ledger.out
    assert ledger.json("verify")["counts"]["residents"] == 2


def test_a_restore_while_the_window_is_open_is_refused(ledger, kept, services):
    assert ledger.run("restore", kept) == 1
    assert "另一个程序" in ledger.err
    assert services.residents.counts().residents == 2


def test_a_restore_into_a_new_folder_leaves_the_ledger_alone(ledger, changed, tmp_path):
    facts = ledger.json("restore", changed, "--to", tmp_path / "new")
    assert (facts["counts"]["residents"], facts["undo"]) == (2, None)
    assert ledger.json("verify")["counts"]["residents"] == 1


def test_a_backup_is_verified_and_a_damaged_one_refused(ledger, kept):
    assert ledger.run("verify", kept) == 0
    assert "备份完好，里面有居民 2 人" in ledger.out
    assert ledger.json("verify", kept)["ok"]
    content = bytearray(kept.read_bytes())
    content[20_000] ^= 1
    kept.write_bytes(content)
    for verb in ("verify", "restore"):
        assert ledger.run(verb, kept) == 1
        assert "已损坏" in ledger.err


def test_a_wrong_password_or_code_opens_no_backup(ledger, kept, monkeypatch):
    monkeypatch.setenv("LINLI_PASSWORD", "wrong-password")
    ledger.run("restore", kept)
    assert "密码打不开这个备份" in ledger.err
    ledger.run("verify", kept, "--code")
    assert "恢复码应有" in ledger.err


def test_who_was_erased_since_a_backup_is_erased_again(ledger, kept, services):
    services.erasures.erase(1, ground=Ground.REQUEST, password=PASSWORD)
    services.context.db.close()
    assert ledger.run("restore", kept) == 0
    assert "恢复后又有了" in ledger.out
    assert "returned --erase" in ledger.out
    (back,) = ledger.json("returned")["returned"]
    assert (back["id"], back["certain"]) == (1, True)
    assert ledger.run("returned") == 0
    assert back["name"] in ledger.out
    ledger.run("returned", "--others", "1")
    assert "请再次删除" in ledger.err
    assert ledger.run("returned", "--erase") == 0
    assert "已再次彻底删除 1 人" in ledger.out
    assert ledger.json("returned")["returned"] == []
    assert ledger.json("verify")["counts"]["residents"] == 1


def test_a_number_that_is_not_listed_is_refused(ledger, kept):
    assert ledger.run("returned", "--others", "7") == 2
    assert "没有列出编号「7」" in ledger.err
