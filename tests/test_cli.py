"""The verbs: what they print, their exit codes, and that nobody ever sees a traceback."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pypdfium2
import pytest
import python_calamine
from support.ledgers import ACCOUNT, CHEAP, COMMUNITY, PASSWORD
from support.people import make_draft, make_id, make_phone

import linli
from linli import cli
from linli.domain.residents import ResidentFilter
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


def _python(*arguments: str, **variables: str) -> subprocess.CompletedProcess[str]:
    """Run Python with the program at hand, on a machine without a display."""
    environment = {**os.environ, "PYTHONPATH": SOURCE, "LINLI_PASSWORD": PASSWORD, **variables}
    for name in {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"} - variables.keys():
        environment.pop(name, None)
    return subprocess.run(
        [sys.executable, *arguments], env=environment, capture_output=True, text=True, check=False
    )


@pytest.mark.skipif(sys.platform != "linux", reason="other systems always have a display")
@pytest.mark.parametrize("display", [{}, {"DISPLAY": ""}, {"DISPLAY": ":4093"}])
def test_window_without_a_display_names_the_demo_in_one_sentence(display):
    done = _python("-m", "linli", LINLI_PROGRAM="installer/start", **display)
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
    done = _python("-c", code)
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


# ---- importing ----

LEDGER = """西河社区居民台账,,,,,
网格,户号,姓名,与户主关系,公民身份号码,住址
第一网格,H001,王建国,户主,{first},3号楼2单元501
第一网格,H001,李秀英,配偶,{second},3号楼2单元501
第一网格,H002,张伟,户主,123,3号楼2单元502
合计,3人,,,,
"""


@pytest.fixture
def ledger_file(tmp_path):
    """A ledger of three people; the number of the third is too short."""
    numbers = {"first": make_id(sequence=131), "second": make_id(sequence=132)}
    file = tmp_path / "居民台账.csv"
    file.write_bytes(LEDGER.format(**numbers).encode("gb18030"))
    return file


def test_import_counts_every_row(ledger, ledger_file):
    done = ledger.json("import", ledger_file)
    assert (done["rows"], done["added"], done["joined"], done["set_aside"]) == (3, 2, 0, 1)
    assert done["reasons"] == {"length": 1}
    assert done["files"][0]["set_aside_rows"][0]["row"] == 5
    again = ledger.json("import", ledger_file)
    assert (again["added"], again["joined"], again["set_aside"]) == (0, 2, 1)
    assert ledger.json("find", "wangjianguo")[0]["address"]


def test_import_of_several_files_adds_up(ledger, ledger_file, tmp_path):
    other = tmp_path / "another.csv"
    other.write_text(f"姓名,身份证号\n赵敏,{make_id(sequence=134)}\n", encoding="utf-8")
    done = ledger.json("import", ledger_file, other)
    assert (done["rows"], done["added"], done["set_aside"]) == (4, 3, 1)
    assert [file["rows"] for file in done["files"]] == [3, 1]


def test_dry_run_writes_nothing(ledger, ledger_file):
    assert ledger.json("import", ledger_file, "--dry-run")["added"] == 2
    assert ledger.json("verify")["counts"]["residents"] == 2


def test_import_says_what_it_did_in_chinese(ledger, ledger_file):
    assert ledger.run("import", ledger_file) == 0
    assert "读到 3 行，新增 2，并入已有 0，没有录入 1。" in ledger.out
    assert "证件号码位数不对，1 行" in ledger.out


def test_import_report_is_written_where_it_was_asked_for(ledger, ledger_file, tmp_path):
    report = tmp_path / "report.xlsx"
    done = ledger.json("import", ledger_file, "--report", report)
    assert done["files"][0]["report"] == str(report)
    assert report.read_bytes()[:2] == b"PK"


def test_reports_of_several_files_have_their_names(ledger, ledger_file, tmp_path):
    other = tmp_path / "另一份.csv"
    other.write_bytes(ledger_file.read_bytes())
    ledger.json("import", ledger_file, other, "--report", tmp_path / "report.xlsx")
    assert (tmp_path / "report-居民台账.xlsx").is_file()
    assert (tmp_path / "report-另一份.xlsx").is_file()


@pytest.mark.parametrize("content", [None, b"", b"PK\x03\x04 broken", b"\x00\x01\x02 binary"])
def test_file_that_is_no_ledger_stops_before_anything_is_entered(
    ledger, ledger_file, tmp_path, content
):
    bad = tmp_path / "台账.xlsx"
    if content is not None:
        bad.write_bytes(content)
    assert ledger.run("import", ledger_file, bad) == 1
    assert len(ledger.err.splitlines()) == 1
    assert ledger.json("verify")["counts"]["residents"] == 2


# ---- cards and export ----


@pytest.fixture
def community(terminal, services):
    """A terminal with a small sample community."""
    services.sample.create(60)
    return terminal


def test_cards_of_one_person_have_front_and_back(community, services, tmp_path):
    out = tmp_path / "cards.pdf"
    (row,) = services.residents.rows(services.residents.list_ids(ResidentFilter())[:1])
    done = community.json("cards", "--find", row.document[-4:], "--out", out)
    assert done["pages"] == 2 * done["cards"]
    assert done["missing"] == []
    assert len(set(done["numbers"])) == done["cards"]
    assert out.read_bytes().startswith(b"%PDF")


def test_all_cards_are_one_for_each_household_unless_persons_are_asked_for(community, tmp_path):
    counts = community.json("verify")["counts"]
    arguments = ("cards", "--all", "--layout", "a4x10", "--out", tmp_path / "cards.pdf")
    households = community.json(*arguments)
    assert counts["households"] <= households["cards"] < counts["residents"]
    assert households["pages"] == 2 * -(-households["cards"] // 10)
    assert community.json(*arguments, "--per", "person")["cards"] == counts["residents"]


def test_cards_of_a_grid_are_asked_for_by_number_or_name(community, services, tmp_path):
    grid = services.grids.list_all()[0]
    out = tmp_path / "cards.pdf"
    by_number = community.json("cards", "--grid", grid.facts.number, "--out", out)
    by_name = community.json("cards", "--grid", grid.facts.name, "--out", out)
    assert by_number["numbers"] == by_name["numbers"]
    assert community.run("cards", "--grid", "无此网格", "--out", out) == 1
    assert grid.facts.name in community.err


def test_unknown_kind_of_card_lists_those_there_are(community, services, tmp_path):
    assert community.run("cards", "--all", "--kind", "x", "--out", tmp_path / "cards.pdf") == 2
    for kind in services.cards.kinds():
        assert kind.id in community.err


def test_cards_for_nobody_are_refused(community, tmp_path):
    assert community.run("cards", "--find", "无此人", "--out", tmp_path / "cards.pdf") == 1
    assert "没有找到" in community.err


def test_cards_are_not_issued_when_the_file_cannot_be_written(community, tmp_path):
    out = tmp_path / "no such folder" / "cards.pdf"
    assert community.run("cards", "--all", "--out", out) == 1
    assert "写不进去" in community.err
    assert community.json("verify")["counts"]["cards"] == 0


def test_character_that_no_font_has_is_reported_instead_of_printed(community, services, tmp_path):
    number, _ = services.residents.add(make_draft("王\U0003fffd", sequence=171))
    out = tmp_path / "cards.pdf"
    assert community.run("cards", "--find", "王\U0003fffd", "--out", out, "--json") == 1
    reported = json.loads(community.out)
    assert reported["cards"] == 0
    assert reported["missing"][0]["code_point"] == "U+3FFFD"
    assert "U+3FFFD" in community.err
    assert not out.exists()
    assert services.cards.issued_to(number) == []


def test_export_masks_numbers_unless_a_purpose_is_given(community, services, tmp_path):
    ids = services.residents.list_ids(ResidentFilter())
    whole = {d.number for i in ids for d in services.residents.get(i).facts.documents}
    out = tmp_path / "register.xlsx"
    assert community.json("export", "residents", "--out", out)["residents"] == len(ids)
    assert not whole & _cells(out)
    community.json("export", "residents", "--out", out, "--reveal", "人口普查核对")
    assert whole <= _cells(out)
    assert any("人口普查核对" in event.detail.values() for event in services.history.events(5))


def _cells(path: Path) -> set[str]:
    workbook = python_calamine.load_workbook(path)
    rows = workbook.get_sheet_by_index(0).to_python()
    return {str(cell) for row in rows for cell in row}


def test_sample_goes_only_into_an_empty_ledger(community):
    assert community.run("sample", "--people", 10) == 1
    assert "空的台账" in community.err


def test_sample_has_as_many_people_as_asked_for(terminal, services):
    assert terminal.json("sample", "--people", 40)["residents"] == 40


def test_demo_goes_the_whole_way_without_qt_and_leaves_only_the_cards(tmp_path):
    out, temporary = tmp_path / "cards.pdf", tmp_path / "temporary"
    temporary.mkdir()
    code = (
        "import sys; sys.modules.update({'PySide6': None, 'shiboken6': None})\n"
        "from linli import __main__\n"
        f"sys.argv = ['linli', 'demo', '--out', {str(out)!r}]\n"
        "sys.exit(__main__.main())"
    )
    done = _python("-c", code, TMPDIR=str(temporary), XDG_DATA_HOME=str(tmp_path / "data"))
    assert done.stderr == ""
    assert done.returncode == 0
    for word in ("建立", "导入", "查找", "联系卡", str(out)):
        assert word in done.stdout
    assert len(pypdfium2.PdfDocument(out)) == 2
    assert sorted(tmp_path.iterdir()) == [out, temporary]
    assert list(temporary.iterdir()) == []
