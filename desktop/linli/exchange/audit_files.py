"""The audit trail as a file (导出审计日志) that others can check: .xlsx, .csv or .jsonl.

Each line has the event's own digest, of which the last one is the head that is printed; only the
ledger's key can make it. Without the key the file itself can be checked: `file_digest` of a line is
the SHA-256 of the JSON array of the line before's `file_digest` ("" at first) and of the other
fields in their order, in UTF-8, with no spaces between (`json.dumps(…, ensure_ascii=False,
separators=(",", ":"))`). The last one is recorded in the ledger.
"""

import csv
import hashlib
import json
from collections.abc import Iterable, Iterator
from pathlib import Path

from linli.domain.audit import kind_name
from linli.domain.history import AuditEvent
from linli.errors import UserError
from linli.exchange.text_sheet import write_text_sheet
from linli.progress import SILENT, Progress

COLUMNS = (
    ("number", "序号", 8),
    ("at", "时间", 28),
    ("account", "账号", 10),
    ("kind", "类别", 12),
    ("action", "操作", 30),
    ("subject", "对象", 18),
    ("result", "结果", 8),
    ("detail", "说明", 40),
    ("digest", "校验码", 66),
    ("file_digest", "文件校验码", 66),
)
"""Key in .jsonl, head in the tables, and width in characters."""

ENDINGS = (".xlsx", ".csv", ".jsonl")
_FORMULA = ("=", "+", "-", "@", "\t")
_REPORT_EVERY = 1_000


def write_events(
    path: Path,
    ending: str,
    events: Iterable[AuditEvent],
    *,
    total: int,
    progress: Progress = SILENT,
) -> str:
    """Write events and return the last `file_digest`.

    Args:
        path: the file; there must be none.
        ending: which form it gets, one of `ENDINGS`.
        events: oldest first.
        total: how many they are.
        progress: told the lines written.

    Raises:
        UserError: the ending is none of ours.
        OSError: the file cannot be written.
        Cancelled: the clerk stopped it.
    """
    writing = {".xlsx": _write_workbook, ".csv": _write_csv, ".jsonl": _write_json_lines}
    if ending.lower() not in writing:
        raise UserError(
            f"审计日志不能存成「{ending or path.name}」，请用 .xlsx、.csv 或 .jsonl 结尾的文件名。"
        )
    lines = _Lines(events, total, progress)
    writing[ending.lower()](path, lines, total)
    progress.report(total, total)
    return lines.digest


class _Lines:
    """The lines of the file, each chained to the one before."""

    def __init__(self, events: Iterable[AuditEvent], total: int, progress: Progress) -> None:
        self.digest = ""
        self._events = events
        self._total = total
        self._progress = progress

    def __iter__(self) -> Iterator[list[str]]:
        for count, event in enumerate(self._events):
            if count % _REPORT_EVERY == 0:
                self._progress.report(count, self._total, "正在写入审计日志…")
            fields = [
                str(event.id),
                event.at.isoformat(timespec="milliseconds"),
                event.account,
                kind_name(event.kind),
                event.action,
                event.subject,
                "成功" if event.succeeded else "没有成功",
                json.dumps(dict(event.detail), ensure_ascii=False, sort_keys=True),
                event.digest,
            ]
            text = json.dumps([self.digest, *fields], ensure_ascii=False, separators=(",", ":"))
            self.digest = hashlib.sha256(text.encode()).hexdigest()
            yield [*fields, self.digest]


def _write_workbook(path: Path, lines: _Lines, total: int) -> None:
    columns = [(head, width) for _, head, width in COLUMNS]
    write_text_sheet(path, "审计日志", columns, lines, total=total)


def _write_csv(path: Path, lines: _Lines, _total: int) -> None:
    """Write a table that Excel and WPS read: a mark of UTF-8, and no cell that is a formula."""
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file)
        writer.writerow([head for _, head, _ in COLUMNS])
        for line in lines:
            writer.writerow([f"'{cell}" if cell.startswith(_FORMULA) else cell for cell in line])


def _write_json_lines(path: Path, lines: _Lines, _total: int) -> None:
    keys = [key for key, _, _ in COLUMNS]
    with path.open("w", encoding="utf-8", newline="\n") as file:
        for line in lines:
            said = dict(zip(keys, line, strict=True))
            file.write(json.dumps(said, ensure_ascii=False) + "\n")
