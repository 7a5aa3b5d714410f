"""Allowance sheets (补助表) as records: what was entered of an open one, the lines of a closed."""

import json
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from sqlalchemy import Connection, select
from sqlalchemy.orm import Session

from linli.domain.allowances import (
    ALLOWANCE_RULES,
    DEFAULT_AMOUNT,
    AllowanceChange,
    AllowanceLine,
    AllowanceRules,
    AllowanceSheet,
    ChangeDraft,
    PartRule,
)
from linli.errors import NotFoundError
from linli.storage import settings
from linli.storage.duty_schema import (
    AllowanceChangeRecord,
    AllowanceLineRecord,
    AllowanceSheetRecord,
)

_Sheet, _Change, _Line = AllowanceSheetRecord, AllowanceChangeRecord, AllowanceLineRecord


def find_sheet(connection: Connection, team_id: int, month: date) -> Any:
    """Return the row of a team's sheet of a month, or None while nothing was entered."""
    query = select(_Sheet.__table__).where(
        _Sheet.team_id == team_id, _Sheet.month == f"{month:%Y-%m}"
    )
    return connection.execute(query).one_or_none()


def list_changes(connection: Connection, sheet_id: int) -> tuple[AllowanceChange, ...]:
    """Return every plus and minus of a sheet, in the order in which they were entered."""
    rows = connection.execute(
        select(_Change.__table__).where(_Change.sheet_id == sheet_id).order_by(_Change.id)
    )
    return tuple(
        AllowanceChange(id=row.id, member_id=row.member_id, amount=row.amount, reason=row.reason)
        for row in rows
    )


def list_lines(connection: Connection, sheet_id: int) -> tuple[AllowanceLine, ...]:
    """Return the lines of a closed sheet."""
    rows = connection.execute(
        select(_Line.__table__).where(_Line.sheet_id == sheet_id).order_by(_Line.position)
    )
    return tuple(
        AllowanceLine(
            member_id=row.member_id,
            name=row.name,
            grid=row.grid,
            days=row.days,
            counts=json.loads(row.counts),
            base=row.base,
            plus=row.plus,
            minus=row.minus,
            reasons=row.reasons,
        )
        for row in rows
    )


def rules_of(row: Any) -> AllowanceRules:
    """Return amount and rule of a sheet's row."""
    return AllowanceRules(amount=row.amount, part_rule=PartRule(row.part_rule))


def get_rules(connection: Connection) -> AllowanceRules:
    """Return what new sheets begin with; the usual until the hall sets other."""
    kept = settings.find_value(connection, ALLOWANCE_RULES) or {}
    return AllowanceRules(
        amount=kept.get("amount", DEFAULT_AMOUNT),
        part_rule=PartRule(kept.get("part_rule", PartRule.DAYS.value)),
    )


def save_rules(connection: Connection, rules: AllowanceRules) -> None:
    """Keep what new sheets begin with."""
    kept = {"amount": rules.amount, "part_rule": rules.part_rule.value}
    settings.save_value(connection, ALLOWANCE_RULES, kept)


def sheet_for_change(session: Session, sheet: AllowanceSheet) -> AllowanceSheetRecord:
    """Return the record of an open sheet, made if nothing was entered yet."""
    if sheet.id is not None:
        record = session.get(_Sheet, sheet.id)
        if record is None:
            raise _missing()
        return record
    record = AllowanceSheetRecord(
        team_id=sheet.team_id,
        month=f"{sheet.month:%Y-%m}",
        amount=sheet.rules.amount,
        part_rule=sheet.rules.part_rule.value,
    )
    session.add(record)
    session.flush()
    return record


def set_rules(session: Session, record: AllowanceSheetRecord, rules: AllowanceRules) -> None:
    """Give an open sheet another amount."""
    record.amount, record.part_rule = rules.amount, rules.part_rule.value
    record.version += 1
    session.flush()


def add_change(session: Session, record: AllowanceSheetRecord, draft: ChangeDraft) -> int:
    """Enter a plus or minus and return its id."""
    change = AllowanceChangeRecord(
        sheet_id=record.id, member_id=draft.member_id, amount=draft.amount, reason=draft.reason
    )
    session.add(change)
    record.version += 1
    session.flush()
    return change.id


def remove_change(session: Session, change_id: int) -> None:
    """Remove a plus or minus.

    Raises:
        NotFoundError: if there is none.
    """
    change = session.get(_Change, change_id)
    if change is None:
        raise _missing()
    session.delete(change)
    session.flush()


def close_sheet(
    session: Session,
    record: AllowanceSheetRecord,
    lines: Iterable[AllowanceLine],
    residents: Mapping[int, int | None],
    *,
    day: date,
    account: str,
) -> None:
    """Write down every line as it is now.

    Args:
        session: the transaction's session.
        record: the sheet.
        lines: what it says.
        residents: by membership the resident.
        day: today.
        account: who closes it.
    """
    for place, line in enumerate(lines):
        session.add(
            AllowanceLineRecord(
                sheet_id=record.id,
                position=place,
                member_id=line.member_id,
                resident_id=residents.get(line.member_id or 0),
                name=line.name,
                grid=line.grid,
                days=line.days,
                counts=json.dumps(dict(line.counts), sort_keys=True),
                base=line.base,
                plus=line.plus,
                minus=line.minus,
                reasons=line.reasons,
            )
        )
    record.closed_on, record.account = day.isoformat(), account
    record.version += 1
    session.flush()


def _missing() -> NotFoundError:
    return NotFoundError("这张补助表的记录已经不在台账里，可能刚被撤销，请刷新后再看。")
