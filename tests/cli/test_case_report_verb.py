"""`linli case-report`: figures on the screen, as JSON, as PDF and as a workbook."""

import json

import openpyxl
import pytest
from support.cards import page_texts
from support.cases import agreed


def test_the_figures_are_listed_with_those_of_the_period_before(ledger, services):
    agreed(services)
    assert ledger.run("case-report", "--period", "2026Q3") == 0
    assert "受理纠纷" in ledger.out
    assert "100.0" in ledger.out


def test_json_names_the_cases_of_each_figure(ledger, services):
    case = agreed(services)
    assert ledger.run("case-report", "--period", "2026年8月", "--json") == 0
    said = json.loads(ledger.out)
    assert said["period"] == "2026-08"
    figures = {each["key"]: each for each in said["figures"]}
    assert (figures["accepted"]["value"], figures["accepted"]["ids"]) == (1, [case.id])


def test_it_is_printed_and_written_by_the_ending_of_the_file(ledger, services, tmp_path):
    agreed(services)
    for name in ("报表.pdf", "报表.xlsx"):
        assert ledger.run("case-report", "--period", "2026", "--out", str(tmp_path / name)) == 0
        assert name in ledger.out
    assert "2026年人民调解统计报表" in page_texts((tmp_path / "报表.pdf").read_bytes())[0]
    assert openpyxl.load_workbook(tmp_path / "报表.xlsx").sheetnames[0] == "统计报表"


@pytest.mark.parametrize("name", ["报表.docx", "报表"])
def test_another_ending_is_refused_before_anything_is_counted(ledger, tmp_path, name):
    assert ledger.run("case-report", "--period", "2026", "--out", str(tmp_path / name)) != 0
    assert ".pdf 或 .xlsx" in ledger.err
    assert not (tmp_path / name).exists()


def test_a_period_that_is_none_is_refused_with_an_example(ledger):
    assert ledger.run("case-report", "--period", "明年") != 0
    assert "2026Q4" in ledger.err
