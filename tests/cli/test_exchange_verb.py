"""`linli exchange`: two ledgers that trust each other and carry a file."""

import json
from pathlib import Path

import pytest
from support.machines import Machine, MakeMachines
from support.terminal import Terminal

from linli.services.container import Services


@pytest.fixture
def other(make_machines: MakeMachines) -> Machine:
    """Another machine, which this one does not know yet."""
    return make_machines("乙")[0]


def _words(machine: Machine) -> str:
    return " ".join(machine.exchange.own_card().key.words)


def _trust(terminal: Terminal, services: Services, other: Machine, tmp_path: Path) -> None:
    key = tmp_path / "b.linli-key"
    other.exchange.save_key(key)
    assert terminal.run("exchange", "trust", "--key", key, "--words", _words(other)) == 0
    other.exchange.trust(services.exchange_files.own_card().key)


def test_the_card_is_shown_and_saved(ledger: Terminal, tmp_path: Path) -> None:
    place = tmp_path / "a.linli-key"
    assert ledger.run("exchange", "id", "--name", "一楼", "--save", place, "--json") == 0
    said = json.loads(ledger.out)
    assert said["name"] == "一楼"
    assert len(said["words"]) == 12
    assert json.loads(place.read_text("utf-8"))["name"] == "一楼"


def test_nobody_is_trusted_before_the_words_agree(
    ledger: Terminal, other: Machine, tmp_path: Path
) -> None:
    key = tmp_path / "b.linli-key"
    other.exchange.save_key(key)
    assert ledger.run("exchange", "trust", "--key", key) == 0
    assert _words(other) in ledger.out
    assert ledger.run("exchange", "trust", "--key", key, "--words", "不是 这些") == 1
    assert "不一致" in ledger.err
    assert ledger.run("exchange", "trust", "--json") == 0
    assert json.loads(ledger.out) == []


def test_a_file_goes_there_and_comes_back(
    ledger: Terminal, services: Services, other: Machine, tmp_path: Path
) -> None:
    _trust(ledger, services, other, tmp_path)
    place = tmp_path / "x.linli-x"
    assert ledger.run("exchange", "export", "--to", "乙窗口", "--out", place, "--json") == 0
    assert json.loads(ledger.out)["scope"]["people"] == 2
    other.read(place)
    (machine,) = other.exchange.machines()
    back = other.exchange.write(tmp_path / "back.linli-x", [machine.id]).path
    assert ledger.run("exchange", "preview", back, "--json") == 0
    assert json.loads(ledger.out)["counts"] == {}
    assert ledger.run("exchange", "apply", back) == 0
    assert "已读入" in ledger.out
    assert ledger.run("exchange", "apply", back) == 0
    assert "没有改动" in ledger.out


def test_an_unknown_machine_is_named(ledger: Terminal, tmp_path: Path) -> None:
    out = tmp_path / "x"
    assert ledger.run("exchange", "export", "--to", "没有的", "--out", out) == 1
    assert "没有叫「没有的」的信任电脑" in ledger.err
    assert not out.exists()
