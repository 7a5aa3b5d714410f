"""The trail as a file: complete, and checkable by whoever has no key."""

import csv
import hashlib
import json
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from openpyxl import load_workbook
from support.ledgers import BEIJING

from linli.domain.audit import AuditKind
from linli.domain.history import AuditEvent
from linli.errors import UserError
from linli.exchange.audit_files import COLUMNS, write_events

_AT = datetime(2026, 11, 23, 9, 0, tzinfo=BEIJING)
EVENTS = [
    AuditEvent(
        id=number,
        at=_AT + timedelta(minutes=number),
        account="王芳",
        action=action,
        subject=f"resident/{number}",
        succeeded=number != 2,
        detail={"事由": "办理业务"},
        kind=AuditKind.REVEAL,
        digest=f"{number:064}",
    )
    for number, action in enumerate(("查看完整号码", "=1+1", "打印，名册\n两行"), start=1)
]


def _write(path: Path) -> str:
    return write_events(path, path.suffix, EVENTS, total=len(EVENTS))


def test_lines_of_json_hold_every_field_and_chain_up(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    last = _write(path)
    lines = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    assert [line["result"] for line in lines] == ["成功", "没有成功", "成功"]
    assert lines[0]["at"] == "2026-11-23T09:01:00.000+08:00"
    before = ""
    for line in lines:
        fields = [line[key] for key, _, _ in COLUMNS[:-1]]
        text = json.dumps([before, *fields], ensure_ascii=False, separators=(",", ":"))
        before = hashlib.sha256(text.encode()).hexdigest()
        assert line["file_digest"] == before
    assert last == before


def test_a_table_for_excel_holds_no_formula(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    _write(path)
    rows = list(csv.reader(path.read_text("utf-8-sig").splitlines(keepends=True)))
    assert rows[0] == [head for _, head, _ in COLUMNS]
    assert [row[4] for row in rows[1:]] == ["查看完整号码", "'=1+1", "打印，名册\n两行"]


def test_a_workbook_holds_the_same(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    last = _write(path)
    rows = list(load_workbook(path).active.values)
    assert rows[0] == tuple(head for _, head, _ in COLUMNS)
    assert rows[2][4] == "=1+1"
    assert rows[3][-1] == last


def test_another_ending_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UserError, match=r"不能存成「\.pdf」"):
        _write(tmp_path / "a.pdf")
