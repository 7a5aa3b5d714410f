"""What the report of mediation (统计报表) counts, what is entered by hand, its frozen copies."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Connection, delete, func, insert, select
from sqlalchemy.orm import Session

from linli.domain.case_flow import Step
from linli.domain.case_reports import (
    CaseReport,
    CountedCase,
    CountedStep,
    Figure,
    FrozenReport,
    KindLine,
    MonthLine,
    Period,
    read_period,
)
from linli.domain.cases import AgreementForm, CourtRuling, Risk, Source
from linli.domain.json_records import JsonRecords
from linli.errors import NotFoundError
from linli.storage import times
from linli.storage.case_report_schema import CaseReportEntryRecord, CaseReportRecord
from linli.storage.case_schema import (
    CaseAgreementRecord,
    CaseDutyRecord,
    CasePartyRecord,
    CaseRecord,
    CaseStepRecord,
)

_Case, _Step, _Agreement = CaseRecord, CaseStepRecord, CaseAgreementRecord
_Entry, _Report = CaseReportEntryRecord, CaseReportRecord
_RECORDS = JsonRecords({})


@dataclass(frozen=True, kw_only=True)
class _Content:
    """What of a report is kept as JSON."""

    figures: tuple[Figure, ...]
    kinds: tuple[KindLine, ...]
    months: tuple[MonthLine, ...]


def list_counted(connection: Connection, first: date, last: date) -> list[CountedCase]:
    """Return what statistics need of every case with a step in a span of days, both included."""
    span = _Step.day.between(first.isoformat(), last.isoformat())
    wanted = select(_Step.case_id).where(span).distinct()
    steps: dict[int, list[CountedStep]] = {}
    for row in connection.execute(
        select(_Step.__table__)
        .where(_Step.case_id.in_(wanted))
        .order_by(_Step.case_id, _Step.position)
    ):
        steps.setdefault(row.case_id, []).append(_step(row))
    parties = _counts(connection)
    paid = _sums(connection)
    rows = connection.execute(
        select(_Case.__table__, _Agreement.form)
        .outerjoin(_Agreement, _Agreement.case_id == _Case.id)
        .where(_Case.id.in_(wanted))
        .order_by(_Case.id)
    )
    return [
        CountedCase(
            id=row.id,
            kind_code=row.kind_code,
            source=Source(row.source),
            source_unit=row.source_unit or "",
            grid=row.grid or "",
            is_difficult=row.is_difficult,
            parties=parties.get(row.id, 0),
            settled_amount=paid.get(row.id, row.amount),
            form=AgreementForm(row.form) if row.form else None,
            steps=tuple(steps[row.id]),
        )
        for row in rows
    ]


def _counts(connection: Connection) -> dict[int, int]:
    """Return how many parties each case has."""
    of = CasePartyRecord.case_id
    rows = connection.execute(select(of, func.count()).group_by(of))
    return {case_id: count for case_id, count in rows}  # noqa: C416 - rows are no pairs to mypy


def _sums(connection: Connection) -> dict[int, int]:
    """Return what is to be paid under each agreement that names amounts, fen."""
    of, amount = CaseDutyRecord.case_id, CaseDutyRecord.amount
    query = select(of, func.sum(amount)).where(amount.is_not(None)).group_by(of)
    return {case_id: total or 0 for case_id, total in connection.execute(query)}


def _step(row: Any) -> CountedStep:
    return CountedStep(
        step=Step(row.step),
        day=date.fromisoformat(row.day),
        risk=Risk(row.risk) if row.risk else None,
        persons=row.persons,
        ruling=CourtRuling(row.ruling) if row.ruling else None,
    )


# ---- what is entered by hand --------------------------------------------------------------


def get_entries(connection: Connection, period: Period) -> dict[str, int]:
    """Return what was entered for a period, by key."""
    query = select(_Entry.key, _Entry.value).where(_Entry.period == period.key)
    return {row.key: row.value for row in connection.execute(query)}


def save_entries(connection: Connection, period: Period, values: Mapping[str, int]) -> None:
    """Bring what was entered for a period to `values`; what is not in it is left out."""
    kept = get_entries(connection, period)
    gone = [key for key in kept if values.get(key) != kept[key]]
    connection.execute(delete(_Entry).where(_Entry.period == period.key, _Entry.key.in_(gone)))
    fresh = [
        {"period": period.key, "key": key, "value": value}
        for key, value in values.items()
        if kept.get(key) != value
    ]
    if fresh:
        connection.execute(insert(_Entry), fresh)


# ---- frozen copies ------------------------------------------------------------------------


def add_frozen(session: Session, report: CaseReport) -> int:
    """Keep a copy of a report; return its id."""
    content = _Content(figures=report.figures, kinds=report.kinds, months=report.months)
    record = _Report(
        period=report.period.key,
        made_at=times.stored(report.made),
        account=report.by,
        note=report.note or None,
        content=json.dumps(
            _RECORDS.plain(content), ensure_ascii=False, separators=(",", ":"), sort_keys=True
        ),
    )
    session.add(record)
    session.flush()
    return record.id


def list_frozen(connection: Connection) -> list[FrozenReport]:
    """Return all copies, the last made first."""
    rows = connection.execute(select(_Report.__table__).order_by(_Report.id.desc()))
    return [
        FrozenReport(
            id=row.id,
            period=read_period(row.period),
            made=times.shown(row.made_at),
            by=row.account,
            note=row.note or "",
        )
        for row in rows
    ]


def get_frozen(connection: Connection, report_id: int) -> CaseReport:
    """Return a copy as it was frozen.

    Raises:
        NotFoundError: there is no such copy.
    """
    row = connection.execute(select(_Report.__table__).where(_Report.id == report_id)).one_or_none()
    if row is None:
        raise NotFoundError("这份留存的统计报表已经不在了，请刷新后再试。")
    content: _Content = _RECORDS.read(_Content, json.loads(row.content))
    return CaseReport(
        id=row.id,
        period=read_period(row.period),
        figures=content.figures,
        kinds=content.kinds,
        months=content.months,
        made=times.shown(row.made_at),
        by=row.account,
        note=row.note or "",
    )
