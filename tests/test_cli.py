"""The verbs: what they print, their exit codes, and that nobody ever sees a traceback."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from support.ledgers import ACCOUNT, CHEAP, COMMUNITY, PASSWORD
from support.people import make_draft, make_phone

import linli
from linli import cli
from linli.storage.keyring import Keyring

SOURCE = str(Path(linli.__file__).parents[1])


class Terminal:
    """Runs verbs as `linli` would, and keeps what they wrote."""

    def __init__(self, capsys: pytest.CaptureFixture[str], folder: Path) -> None:
        self._capsys = capsys
        self._folder = folder
        self.out = self.err = ""

    def run(self, *arguments: object) -> int:
        try:
            options = cli.parse([*map(str, arguments), "--data-dir", str(self._folder)])
            code = cli.run(options)
        except SystemExit as stop:
            code = int(stop.code or 0)
        self.out, self.err = self._capsys.readouterr()
        return code

    def json(self, *arguments: object):
        assert self.run(*arguments, "--json") == 0, self.err
        return json.loads(self.out)


@pytest.fixture(autouse=True)
def _password(monkeypatch):
    monkeypatch.setenv("LINLI_PASSWORD", PASSWORD)


@pytest.fixture
def terminal(capsys, data_dir):
    """A terminal without a ledger."""
    return Terminal(capsys, data_dir.root)


@pytest.fixture
def ledger(terminal, services):
    """A terminal with a ledger of two people."""
    services.residents.add(make_draft("欧阳娜", sequence=124, phones=(make_phone("13900001111"),)))
    services.residents.add(make_draft("张三", sequence=125))
    return terminal


# ---- what is typed ----


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["open"], "'open'"),
        (["find"], "查找内容"),
        (["find", "张", "--limit", "0"], "--limit 不能是 '0'"),
        (["find", "张", "--limit", "viele"], "--limit 不能是 'viele'"),
        (["find", "张", "--colour"], "不认识 --colour"),
        (["cards", "--out", "x.pdf"], "--find"),
        (["cards", "--all", "--grid", "1", "--out", "x.pdf"], "只能写一个"),
        (["cards", "--all"], "--out"),
        (["cards", "--all", "--layout", "a3", "--out", "x.pdf"], "a4x10"),
        (["import"], "台账"),
        (["init", "--community", COMMUNITY], "--account"),
        (["export", "photos", "--out", "x.xlsx"], "residents"),
        (["demo"], "--out"),
    ],
)
def test_wrong_command_is_one_chinese_sentence_and_code_2(terminal, arguments, said):
    assert terminal.run(*arguments) == 2
    assert said in terminal.err
    assert terminal.err.startswith("命令写得不对：")
    assert len(terminal.err.splitlines()) == 1
    assert terminal.out == ""


@pytest.mark.parametrize("verb", ["window", "demo", "init", "sample", "import", "find", "cards"])
def test_every_verb_explains_itself_in_chinese(terminal, verb):
    assert terminal.run(verb, "--help") == 0
    assert terminal.out.startswith("用法：")
    assert "optional arguments" not in terminal.out
    assert "show this" not in terminal.out


def test_version_is_the_package_s(terminal):
    assert terminal.run("--version") == 0
    assert terminal.out.strip() == f"linli {linli.__version__}"


def test_no_verb_means_the_window():
    assert cli.parse([]).verb == "window"
    assert cli.parse(["--data-dir", "x"]).verb == "window"


def test_data_folder_may_stand_before_or_after_the_verb():
    before = cli.parse(["--data-dir", "x", "verify"])
    after = cli.parse(["verify", "--data-dir", "x"])
    assert cli.data_dir(before) == cli.data_dir(after)
    assert cli.data_dir(cli.parse(["verify"])).root.is_absolute()


# ---- getting in ----


def test_init_founds_a_ledger_that_the_recovery_code_opens(terminal, data_dir, monkeypatch):
    monkeypatch.setattr("linli.storage.keyring.STANDARD_COST", CHEAP)
    founded = terminal.json("init", "--community", "东湖社区", "--account", "李敏")
    assert Keyring.load(data_dir.keyring).account_names() == ["李敏"]
    assert founded["recovery_code"].count("-") == 7
    assert terminal.json("verify")["ok"] is True


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


# ---- finding and checking ----


def test_find_lists_masked_lines(ledger):
    (found,) = ledger.json("find", "oyn")
    assert found["name"] == "欧阳娜"
    assert "*" in found["document"]
    assert "*" in found["phone"]
    ledger.run("find", "oyn")
    head, line = ledger.out.splitlines()
    assert head.startswith("姓名")
    assert found["document"] in line


def test_find_lists_no_more_than_asked_for(ledger):
    everybody = ledger.json("find", "652328")
    assert len(ledger.json("find", "652328", "--limit", 1)) == min(1, len(everybody))


def test_finding_nobody_is_no_error(ledger):
    assert ledger.run("find", "无此人") == 0
    assert "没有找到" in ledger.out
    assert ledger.json("find", "无此人") == []


def test_verify_counts_a_sound_ledger(ledger):
    checked = ledger.json("verify")
    assert checked["ok"] is True
    assert checked["counts"]["residents"] == 2


def test_verify_fails_for_a_damaged_file(ledger, db, data_dir):
    db.close()
    content = bytearray(data_dir.database.read_bytes())
    content[-2000:-1900] = bytes(100)
    data_dir.database.write_bytes(content)
    assert ledger.run("verify") == 1
    assert "损坏" in ledger.err


# ---- the process ----


def _process(*arguments: object, **settings):
    environment = {**os.environ, "PYTHONPATH": SOURCE, "LINLI_PASSWORD": PASSWORD}
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        environment.pop(name, None)
    environment.update(settings.pop("variables", {}))
    command = [sys.executable, "-m", "linli", *map(str, arguments)]
    return subprocess.run(
        command, env=environment, capture_output=True, text=True, check=False, **settings
    )


@pytest.mark.skipif(sys.platform != "linux", reason="other systems always have a display")
def test_window_without_a_display_names_the_demo_in_one_sentence():
    done = _process(variables={"LINLI_PROGRAM": "installer/start"})
    assert done.returncode == 1
    assert "installer/start demo --out cards.pdf" in done.stderr
    assert len(done.stderr.splitlines()) == 1


def test_defect_is_one_sentence_and_a_report_without_personal_data(ledger, data_dir, tmp_path):
    code = (
        "import sys; from linli import cli, __main__\n"
        "from linli.services.residents import ResidentService\n"
        "def broken(self, text, limit): raise RuntimeError('张三 652328')\n"
        "ResidentService.find = broken\n"
        f"sys.argv = ['linli', 'find', '张三', '--data-dir', {str(data_dir.root)!r}]\n"
        "sys.exit(__main__.main())"
    )
    environment = {**os.environ, "PYTHONPATH": SOURCE, "LINLI_PASSWORD": PASSWORD}
    done = subprocess.run(
        [sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 1
    assert done.stderr.startswith("程序出错（RuntimeError）")
    assert len(done.stderr.splitlines()) == 1
    (report,) = data_dir.logs.glob("defect-*.txt")
    text = report.read_text(encoding="utf-8")
    assert "RuntimeError" in text
    assert "in broken" in text
    assert "张三" not in text
    assert "652328" not in text


def test_reader_that_has_enough_is_no_error(ledger, data_dir):
    command = f'"{sys.executable}" -m linli find 张三 --data-dir "{data_dir.root}" | true'
    environment = {**os.environ, "PYTHONPATH": SOURCE, "LINLI_PASSWORD": PASSWORD}
    done = subprocess.run(
        ["sh", "-c", command], env=environment, capture_output=True, text=True, check=False
    )
    assert done.stderr == ""
