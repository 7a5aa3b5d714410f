"""What is typed: wrong commands, help, and the process around them."""

import os
import subprocess
import sys

import pytest
from support.ledgers import COMMUNITY, PASSWORD
from support.terminal import SOURCE, python

import linli
from linli import cli

VERBS = (
    *("window", "demo", "init", "sample", "import", "find", "cards", "calibrate", "export"),
    *("run", "run list", "run show", "run reprint", "run handover"),
)


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
        (["cards", "--all", "--duplex", "edge", "--out", "x.pdf"], "manual"),
        (["cards", "--all", "--resume", "1", "--out", "x.pdf"], "只能写一个"),
        (["run"], "做什么"),
        (["run", "show"], "批号"),
        (["run", "show", "first"], "批号"),
        (["run", "show", "9" * 20], "批号"),
        (["run", "reprint", "1"], "--out"),
        (["calibrate", "--paper", "b5"], "a4"),
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


@pytest.mark.parametrize("verb", [verb.split() for verb in VERBS])
def test_every_verb_explains_itself_in_chinese(terminal, verb):
    assert terminal.run(*verb, "--help") == 0
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


@pytest.mark.skipif(sys.platform != "linux", reason="other systems always have a display")
@pytest.mark.parametrize("display", [{}, {"DISPLAY": ""}, {"DISPLAY": ":4093"}])
def test_window_without_a_display_names_the_demo_in_one_sentence(display):
    done = python("-m", "linli", LINLI_PROGRAM="installer/start", **display)
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
    done = python("-c", code)
    assert done.returncode == 1
    assert done.stderr.startswith("程序出错（RuntimeError）")
    assert len(done.stderr.splitlines()) == 1
    (report,) = data_dir.logs.glob("defect-*.txt")
    text = report.read_text(encoding="utf-8")
    assert "RuntimeError" in text
    assert "linli/cli/main.py" in text
    assert "张三" not in text
    assert "652328" not in text


def test_reader_that_has_enough_is_no_error(ledger, data_dir):
    command = f'"{sys.executable}" -m linli find 张三 --data-dir "{data_dir.root}" | true'
    environment = {**os.environ, "PYTHONPATH": SOURCE, "LINLI_PASSWORD": PASSWORD}
    done = subprocess.run(
        ["sh", "-c", command], env=environment, capture_output=True, text=True, check=False
    )
    assert done.stderr == ""
