"""`linli import`: what is counted, written and refused."""

import pytest
from support.people import make_id

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
