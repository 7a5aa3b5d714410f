"""Whose data are due by the rules of retention (保存期限), and what was decided about them."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from sqlalchemy import Connection, text
from sqlalchemy.orm import Session

from linli.domain.erasures import ERASED
from linli.domain.residents import ResidentRow
from linli.domain.retention import DueLine, KeepDecision, RetentionRule, add_months, default_rules
from linli.storage import settings
from linli.storage.resident_lists import list_rows
from linli.storage.times import shown
from linli.storage.trust_schema import RetentionDecisionRecord

RULES = "retention_rules"
"""Under which the hall's own periods are kept: months and whether enabled, by rule."""

_PERSON = "SELECT r.id AS resident_id, r.id AS row_id, r.name AS name, '' AS place"
_MOVED_OUT = f"""
{_PERSON}, r.status_date AS since FROM resident r
WHERE r.status = 'moved_out' AND r.recycled_at IS NULL
"""
_DECEASED = f"""
{_PERSON}, r.status_date AS since FROM resident r
WHERE r.status = 'deceased' AND r.recycled_at IS NULL
"""
_WITHDRAWN = f"""
{_PERSON}, c.withdrawn_on AS since FROM resident r JOIN consent c ON c.id = (
  SELECT o.id FROM consent o WHERE o.resident_id = r.id ORDER BY o.day DESC, o.id DESC LIMIT 1
) WHERE c.withdrawn_on IS NOT NULL AND r.recycled_at IS NULL
"""  # noqa: S608 - constants
_RECYCLED = f"""
{_PERSON}, r.recycled_at AS since FROM resident r
WHERE r.recycled_at IS NOT NULL AND r.merged_into IS NULL
"""
_TENANCY_ENDED = f"""
SELECT t.resident_id, t.id AS row_id, t.name,
  concat_ws(' ', d.estate, d.building, d.unit, d.room, t.room) AS place, t.until AS since
FROM tenancy t JOIN rental l ON l.id = t.rental_id JOIN dwelling d ON d.id = l.dwelling_id
WHERE t.until IS NOT NULL AND t.name <> '{ERASED}'
"""  # noqa: S608 - constants
_EVENTS = {
    "moved_out": ("resident", _MOVED_OUT),
    "deceased": ("resident", _DECEASED),
    "withdrawn": ("resident", _WITHDRAWN),
    "recycled": ("resident", _RECYCLED),
    "tenancy_ended": ("tenancy", _TENANCY_ENDED),
}
"""Per rule the table of what is due, and who is under the rule since when (a date or a time)."""


def get_rules(connection: Connection) -> tuple[RetentionRule, ...]:
    """Return the rules with the hall's own periods."""
    kept = settings.find_value(connection, RULES) or {}
    return tuple(
        RetentionRule(
            id=rule.id,
            what=rule.what,
            event=rule.event,
            months=kept.get(rule.id, {}).get("months", rule.months),
            enabled=kept.get(rule.id, {}).get("enabled", rule.enabled),
        )
        for rule in default_rules()
    )


def save_rules(connection: Connection, rules: Sequence[RetentionRule]) -> None:
    """Keep the hall's own periods."""
    value = {rule.id: {"months": rule.months, "enabled": rule.enabled} for rule in rules}
    settings.save_value(connection, RULES, value)


def list_due(connection: Connection, today: date, *, waiting: bool) -> list[DueLine]:
    """Return what the rules say is due, longest first.

    Args:
        connection: a connection.
        today: the day of the review.
        waiting: only what is to be decided about; else also what was decided to be kept.
    """
    found = [
        line
        for rule in get_rules(connection)
        if rule.enabled
        for line in _due(connection, rule, today)
        if line.is_waiting(today) or not waiting
    ]
    return sorted(found, key=lambda line: (line.due, line.rule.id, line.row_id))


def keep(
    session: Session, line: DueLine, until: date, reason: str, today: date, account: str
) -> None:
    """Write down that something is kept, and until when; an older decision is written over."""
    record = (
        session.query(RetentionDecisionRecord)
        .filter_by(rule=line.rule.id, table_name=line.table, row_id=line.row_id)
        .one_or_none()
    )
    if record is None:
        record = RetentionDecisionRecord(
            rule=line.rule.id,
            table_name=line.table,
            row_id=line.row_id,
            resident_id=None if line.person is None else line.person.id,
        )
        session.add(record)
    record.until = until.isoformat()
    record.reason = reason
    record.decided_on = today.isoformat()
    record.account = account
    session.flush()


def _due(connection: Connection, rule: RetentionRule, today: date) -> Iterator[DueLine]:
    table, sql = _EVENTS[rule.id]
    rows = connection.execute(
        text(
            f"SELECT e.*, k.until, k.reason, k.decided_on, k.account FROM ({sql}) e "  # noqa: S608 - constants
            "LEFT JOIN retention_decision k ON k.rule = :rule AND k.table_name = :table "
            "AND k.row_id = e.row_id WHERE e.since IS NOT NULL AND substr(e.since, 1, 10) <= :last"
        ),
        {"rule": rule.id, "table": table, "last": today.isoformat()},
    ).all()
    lines = [(row, _day(row.since)) for row in rows]
    over = [(row, since) for row, since in lines if add_months(since, rule.months) <= today]
    ids = sorted({row.resident_id for row, _ in over} - {None})
    people = {person.id: person for person in list_rows(connection, ids, today)}
    for row, since in over:
        yield _line(rule, table, row, since, people.get(row.resident_id))


def _line(
    rule: RetentionRule, table: str, row: Any, since: date, person: ResidentRow | None
) -> DueLine:
    kept = None
    if row.until is not None:
        kept = KeepDecision(
            until=date.fromisoformat(row.until),
            reason=row.reason,
            decided_on=date.fromisoformat(row.decided_on),
            account=row.account,
        )
    return DueLine(
        rule=rule,
        table=table,
        row_id=row.row_id,
        name=row.name,
        place=row.place or (person.address if person else ""),
        since=since,
        due=add_months(since, rule.months),
        person=person,
        kept=kept,
    )


def _day(since: str) -> date:
    """Return the day of a time; of a month or year the last day of it, so that none is early."""
    if "T" in since:
        return shown(since).date()
    year, month, day = (*map(int, since.split("-")), 0, 0)[:3]
    if day:
        return date(year, month, day)
    first = date(year, month or 12, 1)
    return date.fromordinal(add_months(first, 1).toordinal() - 1)
