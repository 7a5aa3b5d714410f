"""`linli audit`: the trail checked, written out, and its head."""

import json
from pathlib import Path

import pypdfium2


def test_an_untouched_trail_is_said_to_be_whole(ledger):
    assert ledger.run("audit", "verify") == 0
    assert "没有被改动过" in ledger.out
    assert ledger.json("audit", "verify")["ok"] is True


def test_a_removed_event_is_said_and_the_exit_code_is_1(ledger, services):
    with services.context.db.structure() as connection:
        connection.exec_driver_sql("DROP TRIGGER keep_audit_event_delete")
        connection.exec_driver_sql("DELETE FROM audit_event WHERE id = 2")
    assert ledger.run("audit", "verify") == 1
    assert "审计记录缺少第 2 条。" in ledger.err


def test_a_head_from_paper_is_checked(ledger):
    assert ledger.run("audit", "head") == 0
    head = ledger.out.strip()
    assert ledger.run("audit", "verify", "--head", head.lower()) == 0
    assert ledger.run("audit", "verify", "--head", head[:-60]) == 0
    number, _, digest = head.partition("-")
    forged = f"{number}-{'0' if digest[0] != '0' else '1'}{digest[1:]}"
    assert ledger.run("audit", "verify", "--head", forged) == 1
    assert f"您输入的链头记下的第 {number} 条与台账里的不是同一条" in ledger.err


def test_a_head_that_was_copied_wrongly_is_refused(ledger):
    assert ledger.run("audit", "verify", "--head", "12-ABCG") == 1
    assert "不是审计记录的链头" in ledger.err
    assert ledger.run("audit", "verify", "--head", "12-ABCD") == 1
    assert "校验码输入了 4 位" in ledger.err


def test_the_trail_is_written_out_and_that_is_on_record(ledger, tmp_path: Path):
    out = tmp_path / "audit.jsonl"
    assert ledger.run("audit", "export", "--out", str(out)) == 0
    lines = [json.loads(line) for line in out.read_text("utf-8").splitlines()]
    assert [line["number"] for line in lines] == [str(n) for n in range(1, len(lines) + 1)]
    assert {"建立台账", "登记居民 张三"} <= {line["action"] for line in lines}
    again = tmp_path / "exports.jsonl"
    assert ledger.run("audit", "export", "--kind", "导出", "--out", str(again)) == 0
    (line,) = again.read_text("utf-8").splitlines()
    assert json.loads(line)["detail"].count(lines[-1]["file_digest"]) == 1


def test_a_kind_or_an_ending_that_is_none_is_refused(ledger, tmp_path: Path):
    place = str(tmp_path / "a.jsonl")
    assert ledger.run("audit", "export", "--kind", "偷看", "--out", place) == 1
    assert "没有「偷看」这一类审计记录，可以用：" in ledger.err
    assert ledger.run("audit", "export", "--out", str(tmp_path / "a.doc")) == 1
    assert "不能存成「.doc」" in ledger.err
    assert list(tmp_path.glob("a*")) == []


def test_the_head_is_written_as_a_sheet(ledger, tmp_path: Path):
    out = tmp_path / "head.pdf"
    assert ledger.run("audit", "head", "--out", str(out)) == 0
    head = ledger.json("audit", "verify")["head"]
    assert head["number"] > 0
    page = pypdfium2.PdfDocument(out.read_bytes())[0]
    assert "审计记录链头" in page.get_textpage().get_text_range()
