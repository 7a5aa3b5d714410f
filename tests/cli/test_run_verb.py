"""`linli run` and `linli cards --resume`: what is left of a run, and how it is fetched."""

import pytest
from support.runs import NAMES


@pytest.fixture
def run(ledger_of_homes, tmp_path):
    """A run of twelve cards that is printed; what the verb said about it."""
    return ledger_of_homes.json(
        "cards", "--grid", "1", "--layout", "a4x10", "--out", tmp_path / "cards.pdf"
    )


@pytest.fixture
def terminal_of_run(ledger_of_homes, run):
    return ledger_of_homes


def states(terminal, run_id):
    return [card["state"] for card in terminal.json("run", "show", run_id)["cards"]]


def test_runs_are_listed_with_what_is_left_of_them(terminal_of_run, run, tmp_path):
    (listed,) = terminal_of_run.json("run", "list")
    assert (listed["run"], listed["total"], listed["printed"], listed["waiting"]) == (
        run["run"],
        12,
        12,
        0,
    )
    assert terminal_of_run.run("run", "list") == 0
    assert "第一网格 居民联系卡 12 张" in terminal_of_run.out
    assert "印完" in terminal_of_run.out


def test_a_ledger_without_runs_says_what_a_run_is(ledger):
    assert ledger.json("run", "list") == []
    assert ledger.run("run", "list") == 0
    assert "还没有打印批次" in ledger.out


def test_a_run_is_shown_card_by_card(terminal_of_run, run):
    shown = terminal_of_run.json("run", "show", run["run"])
    assert [card["number"] for card in shown["cards"]] == run["numbers"]
    assert shown["next_slot"] == 3
    assert terminal_of_run.run("run", "show", run["run"]) == 0
    for word in (run["numbers"][3], NAMES[3], "幸福小区3号楼", "已印"):
        assert word in terminal_of_run.out


def test_an_unknown_run_is_told(terminal_of_run, tmp_path):
    out = tmp_path / "x.pdf"
    for arguments in (("show", 9), ("reprint", 9, "--out", out), ("handover", 9, "--out", out)):
        assert terminal_of_run.run("run", *arguments) == 1
        assert "第 9 批" in terminal_of_run.err
    assert terminal_of_run.run("cards", "--resume", 9, "--out", out) == 1


@pytest.mark.parametrize("how", ["--from-card", "--stopped-after", "--resume"])
def test_after_a_jam_only_the_rest_is_printed(terminal_of_run, run, tmp_path, how):
    out, numbers = tmp_path / "rest.pdf", run["numbers"]
    if how == "--resume":
        arguments = ("cards", "--resume", run["run"], "--from-card", numbers[7])
    elif how == "--from-card":
        arguments = ("run", "reprint", run["run"], "--from-card", numbers[7])
    else:
        arguments = ("run", "reprint", run["run"], "--stopped-after", numbers[6])
    done = terminal_of_run.json(*arguments, "--start-slot", 4, "--out", out)
    assert done["numbers"] == numbers[7:]
    assert (done["waiting"], done["next_slot"], done["recorded"]) == (0, 9, True)
    assert states(terminal_of_run, run["run"]) == ["printed"] * 12


def test_a_mistyped_number_is_told_and_takes_nothing_back(terminal_of_run, run, tmp_path):
    arguments = (
        "run",
        "reprint",
        run["run"],
        "--from-card",
        "0000019",
        "--out",
        tmp_path / "x.pdf",
    )
    assert terminal_of_run.run(*arguments) == 1
    assert "是不是 0000018" in terminal_of_run.err
    assert states(terminal_of_run, run["run"]) == ["printed"] * 12


def test_spoiled_cards_are_printed_by_number(terminal_of_run, run, tmp_path):
    numbers = run["numbers"]
    wanted = f"{numbers[8]}，{numbers[1]}、 {numbers[4]}"
    out = tmp_path / "spoiled.pdf"
    done = terminal_of_run.json("run", "reprint", run["run"], "--cards", wanted, "--out", out)
    assert done["numbers"] == [numbers[1], numbers[4], numbers[8]]


def test_a_run_is_printed_in_portions(ledger_of_homes, tmp_path):
    out = tmp_path / "cards.pdf"
    first = ledger_of_homes.json(
        "cards", "--grid", "1", "--layout", "a4x10", "--most", 5, "--out", out
    )
    assert (first["cards"], first["waiting"], first["next_slot"]) == (5, 7, 6)
    assert ledger_of_homes.run("cards", "--resume", first["run"], "--most", 3, "--out", out) == 0
    assert "还有 4 张待印" in ledger_of_homes.out
    assert ledger_of_homes.json("cards", "--resume", first["run"], "--out", out)["cards"] == 4
    assert ledger_of_homes.run("cards", "--resume", first["run"], "--out", out) == 1
    assert "已经印完" in ledger_of_homes.err


@pytest.mark.parametrize("numbers", ["", "，", " "])
def test_a_reprint_of_no_cards_is_not_one_of_all(terminal_of_run, run, tmp_path, numbers):
    out = tmp_path / "x.pdf"
    assert terminal_of_run.run("run", "reprint", run["run"], "--cards", numbers, "--out", out) == 1
    assert "没有写卡号" in terminal_of_run.err
    assert not out.exists()


@pytest.mark.parametrize(
    "option", ["--kind=resident", "--per=person", "--order=walk", "--size=id1"]
)
def test_a_run_that_goes_on_stays_what_it_was(terminal_of_run, run, tmp_path, option):
    arguments = ("cards", "--resume", run["run"], option, "--out", tmp_path / "x.pdf")
    assert terminal_of_run.run(*arguments) == 2
    assert option.partition("=")[0] in terminal_of_run.err


def test_a_file_that_could_not_be_written_is_fetched_again_without_a_second_record(
    ledger_of_homes, services, tmp_path, monkeypatch
):
    from linli.errors import StorageProblem
    from linli.storage import files

    out, written = tmp_path / "cards.pdf", []

    def full(path, content):
        written.append(content)
        raise StorageProblem("磁盘已满。", "请腾出空间。")

    arguments = ("--grid", "1", "--layout", "a4x10", "--start-slot", 4, "--out", out)
    with monkeypatch.context() as patch:
        patch.setattr(files, "replace_file", full)
        assert ledger_of_homes.run("cards", *arguments) == 1
    assert "磁盘已满" in ledger_of_homes.err
    assert "腾出空间" not in ledger_of_homes.err
    assert "run reprint 1 --out" in ledger_of_homes.err
    done = ledger_of_homes.json("run", "reprint", 1, "--out", out)
    assert (done["cards"], done["recorded"]) == (12, False)
    assert out.read_bytes() == written[0]
    holder = services.runs.get(1).cards[0]
    assert services.cards.find_number(holder.number).issue == 1


def test_the_sheet_to_sign_is_written(terminal_of_run, run, tmp_path):
    out = tmp_path / "sign.pdf"
    done = terminal_of_run.json("run", "handover", run["run"], "--page-per-building", "--out", out)
    assert done == {"run": run["run"], "file": str(out)}
    assert out.read_bytes().startswith(b"%PDF")
    assert terminal_of_run.run("run", "handover", run["run"], "--out", tmp_path / "no" / "x") == 1
    assert "写不进去" in terminal_of_run.err
