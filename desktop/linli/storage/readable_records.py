"""What a record is called (居民 张三), also after it was removed, and events in words."""

import json
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from sqlalchemy import Connection

from linli.domain.codes import code_table
from linli.domain.history import AuditEvent
from linli.storage.audit import REWRITTEN_ENTRY, REWRITTEN_EVENT
from linli.storage.journal_tables import JOURNALED
from linli.storage.readable import Words
from linli.storage.readable_hall import KINDS
from linli.storage.readable_settings import setting_name
from linli.storage.sight import HIDDEN, hidden_tables

_NAMED_BY = ("name", "title", "topic", "number", "character", "holder", "text")
"""Columns that name a row, the best first."""

_OTHER_SUBJECTS = {
    "account": "账号",
    "ledger": "台账",
    "audit": "审计日志",
    "clock": "电脑时间",
    "journal": "",
}
"""Words of the trail that stand for no record."""

_DETAILS = {"failed_before": "此前输错密码的次数", "reason": "事由", "cards": "张数"}
"""Details that older programs wrote in other words."""

_GONE = "（已删除）"
_HIDDEN = "（受限）"


class Records:
    """Names records by table and number; holds the connection to look them up.

    Petitions are not named if `limited`; nor is anything that the connection does not show.
    """

    def __init__(self, connection: Connection, *, limited: bool = False) -> None:
        self._connection = connection
        self._hidden = hidden_tables(connection) | frozenset(HIDDEN if limited else ())
        self._words = Words(connection, limited=limited)
        self._known: dict[str, str] = {}

    def label(self, subject: str) -> str:
        """Return what a record is called, with its kind, such as 「居民 张三」.

        Args:
            subject: table and number, such as `resident/12`; other words are returned as they are.
        """
        table, _, number = subject.partition("/")
        if table not in KINDS or not number:
            return _OTHER_SUBJECTS.get(subject, subject)
        if subject not in self._known:
            name = _HIDDEN if table in self._hidden else self._name(table, number)
            self._known[subject] = f"{KINDS[table]} {name}".strip()
        return self._known[subject]

    def event(self, event: AuditEvent) -> AuditEvent:
        """Return an event with its subject and details as spoken."""
        detail = {
            _DETAILS.get(name, name): value
            for name, value in event.detail.items()
            if not name.startswith((REWRITTEN_ENTRY, REWRITTEN_EVENT))
        }
        if event.entry_id is not None:  # counts by table, and the digest for the check
            detail = {KINDS[name]: f"{value} 处" for name, value in detail.items() if name in KINDS}
        table, _, number = event.subject.partition("/")
        record = event.subject if table in KINDS and number else ""
        return replace(event, subject=self.label(event.subject), detail=detail, record=record)

    def _name(self, table: str, number: str) -> str:
        if table == "setting":
            return setting_name(number)
        row = self._row(table, number)
        if row is None:
            return _GONE
        if table == "dwelling":
            return self._words.dwelling(number) if self._is_there(table, number) else _joined(row)
        if table == "household" and self._is_there(table, number):
            return self._words.household(number)
        if table == "bed" and self._is_there(table, number):
            return self._words.bed(number)
        if table in ("visit", "entitlement"):
            return self._about_somebody(table, row)
        if table == "pairing":
            return f"{row.get('name') or ''} → {self._words.household(str(row['household_id']))}"
        for column in _NAMED_BY:
            if row.get(column):
                return str(row[column])
        return str(row.get("day") or "") or _joined(row)

    def _about_somebody(self, table: str, row: Mapping[str, Any]) -> str:
        kind = code_table(table).label(row.get("kind_code"))
        if row.get("resident_id") is not None:
            who = self._words.resident(str(row["resident_id"]))
        else:
            who = self._words.household(str(row.get("household_id")))
        return f"{row.get('day') or ''} {who} {kind}".strip()

    def _is_there(self, table: str, number: str) -> bool:
        return self._present(table, number) is not None

    def _row(self, table: str, number: str) -> Mapping[str, Any] | None:
        """Return a row as it is, or as it was when it was removed."""
        row = self._present(table, number)
        if row is not None or table not in JOURNALED:
            return row
        text = self._connection.exec_driver_sql(
            "SELECT before FROM journal_change WHERE table_name = ? AND row_id = ? "
            "AND before IS NOT NULL AND after IS NULL AND subject = ? ORDER BY id DESC LIMIT 1",
            (table, number, f"{table}/{number}"),
        ).scalar()
        return None if text is None else dict(json.loads(text))

    def _present(self, table: str, number: str) -> Mapping[str, Any] | None:
        if table not in JOURNALED:
            return None
        row = self._connection.exec_driver_sql(
            f"SELECT * FROM {table} WHERE id = ?",  # noqa: S608 - a name of our own tables
            (number,),
        ).one_or_none()
        return None if row is None else row._asdict()


def _joined(row: Mapping[str, Any]) -> str:
    """Return the parts of an address, or nothing."""
    parts = (row.get(name) for name in ("estate", "building", "unit", "room"))
    return "".join(str(part) for part in parts if part)
