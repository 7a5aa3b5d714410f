"""Sweeps for disputes (排查) as records: what was found, who is named, the case it became."""

import json
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Connection, func, or_, select
from sqlalchemy.orm import Session

from linli.domain.cases import CaseNumber
from linli.domain.sweeps import (
    Finding,
    FindingDraft,
    FindingFilter,
    Handling,
    Named,
    Sweep,
    SweepDraft,
    SweepFilter,
    SweepSums,
)
from linli.errors import NotFoundError, UserError
from linli.storage.case_schema import CaseRecord
from linli.storage.children import has_changes, replace_children
from linli.storage.ids import among
from linli.storage.schema import GridRecord
from linli.storage.sweep_schema import SweepFindingRecord, SweepPersonRecord, SweepRecord
from linli.storage.versioned import record_for_change

_Sweep, _Finding, _Person = SweepRecord, SweepFindingRecord, SweepPersonRecord
_EVERY = FindingFilter()


# ---- reading ------------------------------------------------------------------------------


def list_sweeps(connection: Connection, wanted: SweepFilter) -> list[Sweep]:
    """Return sweeps with their findings, the last first."""
    return _load(connection, *_conditions(wanted))


def get_sweep(connection: Connection, sweep_id: int) -> Sweep:
    """Return a sweep.

    Raises:
        NotFoundError: there is none.
    """
    found = _load(connection, _Sweep.id == sweep_id)
    if not found:
        raise _no_sweep()
    return found[0]


def list_findings(connection: Connection, wanted: FindingFilter = _EVERY) -> list[Finding]:
    """Return findings, the last first; of one sweep in its order."""
    return _findings(connection, *_finding_conditions(wanted))


def get_finding(connection: Connection, finding_id: int) -> Finding:
    """Return a finding.

    Raises:
        NotFoundError: there is none.
    """
    found = _findings(connection, _Finding.id == finding_id)
    if not found:
        raise _no_finding()
    return found[0]


def get_sums(connection: Connection, since: date, until: date) -> SweepSums:
    """Return how many sweeps there were from `since` to `until`, what they found and prevented."""
    days = _Sweep.day.between(since.isoformat(), until.isoformat())
    sweeps = connection.execute(select(func.count()).select_from(_Sweep).where(days)).scalar_one()
    found, prevented = connection.execute(
        select(func.count(), func.coalesce(func.sum(_Finding.prevented), 0))
        .join_from(_Finding, _Sweep, _Sweep.id == _Finding.sweep_id)
        .where(days)
    ).one()
    return SweepSums(sweeps=sweeps, found=found, prevented=int(prevented))


def list_goers(connection: Connection, part: str, limit: int) -> list[str]:
    """Return who went on sweeps and is called so: often named first."""
    counts: dict[str, int] = {}
    for goers in connection.execute(select(_Sweep.goers)).scalars():
        for name in json.loads(goers):
            if part in name:
                counts[name] = counts.get(name, 0) + 1
    return sorted(counts, key=lambda name: (-counts[name], name))[:limit]


# ---- writing ------------------------------------------------------------------------------


def get_record(session: Session, sweep_id: int, version: int | None = None) -> SweepRecord:
    """Return a sweep's record for a change.

    Raises:
        NotFoundError: there is none.
        ConflictError: it is no longer the `version` that was read.
    """
    return record_for_change(
        session, _Sweep, sweep_id, version, missing=_no_sweep, called=lambda _: "这次排查的记录"
    )


def save_sweep(session: Session, record: SweepRecord | None, draft: SweepDraft) -> int:
    """Add a sweep, or bring its record to what the draft says; return its id.

    Raises:
        UserError: a finding that became a case is left out.
    """
    values = {
        "day": draft.day.isoformat(),
        "hours": draft.hours,
        "grid_id": draft.grid_id,
        "goers": json.dumps(draft.goers, ensure_ascii=False),
        "scope": draft.scope,
        "households": draft.households,
        "note": draft.note,
    }
    if record is None:
        record = SweepRecord(**values)
        session.add(record)
        session.flush()
    else:
        for column, value in values.items():
            setattr(record, column, value)
    changed = has_changes(session)
    changed |= _save_findings(session, record.id, draft.findings)
    if changed:
        record.version += 1
    session.flush()
    return record.id


def remove_sweep(session: Session, record: SweepRecord) -> None:
    """Remove a sweep with its findings.

    Raises:
        UserError: one of them became a case.
    """
    for finding in session.scalars(select(_Finding).filter_by(sweep_id=record.id)):
        _must_be_free(finding)
    session.delete(record)


def _save_findings(session: Session, sweep_id: int, drafts: Iterable[FindingDraft]) -> bool:
    """Bring the findings of a sweep to the drafts; return whether anything changed."""
    with session.no_autoflush:
        found = session.scalars(select(_Finding).filter_by(sweep_id=sweep_id)).all()
    kept = {record.id: record for record in found}
    changed = False
    for position, draft in enumerate(drafts):
        values = {
            "position": position,
            "place": draft.place,
            "content": draft.content,
            "kind_code": draft.kind_code,
            "risk": draft.risk,
            "handling": draft.handling.value,
            "unit": draft.unit,
            "prevented": draft.prevented,
        }
        record = None if draft.id is None else kept.pop(draft.id, None)
        if record is None:
            record = SweepFindingRecord(sweep_id=sweep_id, **values)
            session.add(record)
        else:
            if record.case_id is not None:
                values["handling"] = Handling.CASE.value
            for column, value in values.items():
                setattr(record, column, value)
        changed |= has_changes(session)
        session.flush()
        people = [
            {"position": place, "name": one.name, "resident_id": one.resident_id}
            for place, one in enumerate(draft.people)
        ]
        replace_children(session, SweepPersonRecord, {"finding_id": record.id}, people)
        changed |= has_changes(session)
        session.flush()
    for record in kept.values():
        _must_be_free(record)
        session.delete(record)
    return changed or bool(kept)


def _must_be_free(finding: SweepFindingRecord) -> None:
    if finding.case_id is not None:
        raise UserError(
            "这次排查里有一件已经转为案件，不能去掉；确实登记错的，请先在案件里作废，并在备注里写明。"
        )


# ---- inside -------------------------------------------------------------------------------


def _conditions(wanted: SweepFilter) -> Iterator[ColumnElement[bool]]:
    yield from _days(wanted.since, wanted.until)
    if wanted.grid_id is not None:
        yield _Sweep.grid_id == wanted.grid_id
    of_sweep = _Finding.sweep_id == _Sweep.id
    if wanted.with_findings:
        yield select(_Finding.id).where(of_sweep).exists()
    text = wanted.text.strip()
    if text:
        in_finding = or_(
            *(
                column.contains(text, autoescape=True)
                for column in (_Finding.content, _Finding.place)
            ),
            select(_Person.id)
            .where(_Person.finding_id == _Finding.id, _Person.name.contains(text, autoescape=True))
            .exists(),
        )
        yield or_(
            *(
                column.contains(text, autoescape=True)
                for column in (_Sweep.goers, _Sweep.scope, _Sweep.note)
            ),
            select(_Finding.id).where(of_sweep, in_finding).exists(),
        )


def _finding_conditions(wanted: FindingFilter) -> Iterator[ColumnElement[bool]]:
    yield from _days(wanted.since, wanted.until)
    if wanted.grid_id is not None:
        yield _Sweep.grid_id == wanted.grid_id
    if wanted.kind_code is not None:
        yield _Finding.kind_code == wanted.kind_code
    if wanted.risk:
        yield _Finding.risk.is_(True)
    if wanted.prevented:
        yield _Finding.prevented.is_(True)
    if wanted.is_open:
        waits = (_Finding.handling == Handling.CASE.value) & _Finding.case_id.is_(None)
        yield waits | (_Finding.handling == Handling.WATCHED.value)


def _days(since: date | None, until: date | None) -> Iterator[ColumnElement[bool]]:
    if since is not None:
        yield _Sweep.day >= since.isoformat()
    if until is not None:
        yield _Sweep.day <= until.isoformat()


def _load(connection: Connection, *conditions: ColumnElement[bool]) -> list[Sweep]:
    rows = connection.execute(
        select(_Sweep.__table__, GridRecord.name.label("grid"))
        .outerjoin(GridRecord, GridRecord.id == _Sweep.grid_id)
        .where(*conditions)
        .order_by(_Sweep.day.desc(), _Sweep.id.desc())
    ).all()
    findings: dict[int, list[Finding]] = {}
    for finding in _findings(connection, _Finding.sweep_id.in_(among(row.id for row in rows))):
        findings.setdefault(finding.sweep_id, []).append(finding)
    return [_sweep(row, tuple(findings.get(row.id, ()))) for row in rows]


def _sweep(row: Any, findings: tuple[Finding, ...]) -> Sweep:
    return Sweep(
        id=row.id,
        version=row.version,
        grid=row.grid,
        findings=findings,
        facts=SweepDraft(
            day=date.fromisoformat(row.day),
            hours=row.hours,
            grid_id=row.grid_id,
            goers=tuple(json.loads(row.goers)),
            scope=row.scope,
            households=row.households,
            note=row.note,
            findings=tuple(finding.facts for finding in findings),
        ),
    )


def _findings(connection: Connection, *conditions: ColumnElement[bool]) -> list[Finding]:
    rows = connection.execute(
        select(
            _Finding.__table__,
            *(_Sweep.day, _Sweep.grid_id),
            GridRecord.name.label("grid"),
            CaseRecord.title,
            *(CaseRecord.number_year, CaseRecord.number_sequence, CaseRecord.number_mark),
        )
        .join_from(_Finding, _Sweep, _Sweep.id == _Finding.sweep_id)
        .outerjoin(GridRecord, GridRecord.id == _Sweep.grid_id)
        .outerjoin(CaseRecord, CaseRecord.id == _Finding.case_id)
        .where(*conditions)
        .order_by(_Sweep.day.desc(), _Sweep.id.desc(), _Finding.position)
    ).all()
    people: dict[int, list[Named]] = {}
    for row in connection.execute(
        select(_Person.__table__)
        .where(_Person.finding_id.in_(among(row.id for row in rows)))
        .order_by(_Person.finding_id, _Person.position)
    ):
        named = Named(name=row.name, resident_id=row.resident_id)
        people.setdefault(row.finding_id, []).append(named)
    return [_finding(row, tuple(people.get(row.id, ()))) for row in rows]


def _finding(row: Any, people: tuple[Named, ...]) -> Finding:
    return Finding(
        id=row.id,
        sweep_id=row.sweep_id,
        day=date.fromisoformat(row.day),
        grid_id=row.grid_id,
        grid=row.grid,
        case_id=row.case_id,
        case=_case_words(row),
        facts=FindingDraft(
            id=row.id,
            place=row.place,
            content=row.content,
            people=people,
            kind_code=row.kind_code,
            risk=row.risk,
            handling=Handling(row.handling),
            unit=row.unit,
            prevented=row.prevented,
        ),
    )


def _case_words(row: Any) -> str:
    if row.case_id is None:
        return ""
    if row.number_sequence is None:
        return str(row.title)
    number = CaseNumber(
        year=row.number_year, sequence=row.number_sequence, mark=row.number_mark or ""
    )
    return str(number)


def _no_sweep() -> NotFoundError:
    return NotFoundError("这次排查的记录已经不在台账里，可能刚被撤销或删除，请刷新后再看。")


def _no_finding() -> NotFoundError:
    return NotFoundError("这一件排查发现已经不在台账里，可能刚被撤销或删除，请刷新后再看。")
