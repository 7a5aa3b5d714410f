"""`linli case-file`: a case's file on the disk, complete or refused, locked with a password."""

import json
from datetime import date

import pypdfium2
import pytest
from support import scans
from support.cases import accepted, meet, put_in, take
from support.volumes import contents_rows, texts

from linli.domain.case_flow import Step
from linli.domain.cases import Level

PASSWORD = "Xihe-2026-juan"


@pytest.fixture
def case(services):
    case = accepted(services)
    put_in(services, case, content=scans.tiff(2))
    return case


@pytest.fixture
def out(tmp_path):
    return tmp_path / "卷宗.pdf"


@pytest.mark.parametrize("number", ["2026-1", "〔2026〕西人调字第1号"])
def test_the_file_is_bound_by_the_number_of_its_case(ledger, case, out, number):
    assert ledger.run("case-file", number, "--out", str(out)) == 0
    assert "〔2026〕西人调字第1号 的卷宗已存到" in ledger.out
    rows = contents_rows(out.read_bytes())
    assert "当事人身份证明" in [row[1] for row in rows]


def test_what_is_missing_is_said_and_nothing_is_written(ledger, services, out):
    accepted(services)
    assert ledger.run("case-file", "2026-1", "--out", str(out)) == 1
    assert "当事人身份证明（要添加扫描件）" in ledger.err
    assert not out.exists()


def test_a_locked_copy_takes_its_password_from_the_environment(ledger, case, out, monkeypatch):
    monkeypatch.setenv("LINLI_COPY_PASSWORD", PASSWORD)
    assert ledger.run("case-file", "2026-1", "--out", str(out), "--encrypt", "--json") == 0
    assert json.loads(ledger.out)["locked"] is True
    with pytest.raises(pypdfium2.PdfiumError):
        pypdfium2.PdfDocument(out)
    with pypdfium2.PdfDocument(out, password=PASSWORD) as document:
        assert len(document) > 4
    assert PASSWORD not in ledger.out + ledger.err


def test_a_locked_copy_takes_its_password_from_a_file(ledger, case, out, tmp_path):
    secret = tmp_path / "密码.txt"
    secret.write_text(f"{PASSWORD}\n", encoding="utf-8")
    words = ["--encrypt", "--copy-password-file", str(secret)]
    assert ledger.run("case-file", "2026-1", "--out", str(out), *words) == 0
    assert "打开要密码" in ledger.out


def test_without_a_password_nothing_is_locked(ledger, case, out, monkeypatch):
    monkeypatch.delenv("LINLI_COPY_PASSWORD", raising=False)
    assert ledger.run("case-file", "2026-1", "--out", str(out), "--encrypt") == 2
    assert "LINLI_COPY_PASSWORD" in ledger.err
    assert not out.exists()


def test_the_archived_file_is_written_as_it_was(ledger, services, case, out):
    assert ledger.run("case-file", "2026-1", "--out", str(out), "--archived") == 1
    assert "还没有归档" in ledger.err
    declined = take(services, case, Step.DECLINE, date(2026, 8, 9), reason="不愿调解")
    take(services, declined, Step.ARCHIVE, date(2026, 8, 10))
    assert ledger.run("case-file", "2026-1", "--out", str(out), "--archived") == 0
    assert out.read_bytes() == services.case_files.volume(case.id, 1)


def test_the_package_to_hand_over_has_the_slip_first(ledger, services, case, out):
    met = meet(services, case, date(2026, 8, 10))
    up = {"reason": "疑难复杂", "level": Level.STREET, "unit": "西河街道调解中心"}
    take(services, met, Step.HAND_UP, date(2026, 8, 12), **up)
    words = ["--transfer", "--both-sides"]
    assert ledger.run("case-file", "2026-1", "--out", str(out), *words) == 0
    pages = texts(out.read_bytes())
    assert "移交单" in pages[0]
    assert len(pages) % 2 == 0


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["2026-7", "--out", "a.pdf"], "没有编号是“2026-7”的案子"),
        (["2026-1", "--out", "a.docx"], "后缀应是 .pdf"),
    ],
)
def test_what_was_typed_wrong_is_said(ledger, case, tmp_path, words, said):
    *before, name = words
    assert ledger.run("case-file", *before, str(tmp_path / name)) == 1
    assert said in ledger.err
