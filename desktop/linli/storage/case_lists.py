"""Lists of mediation cases: rows of a table, counts, and finding one by its number or by words."""

import re
from collections.abc import Iterator
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Connection, Integer, Select, func, select, table
from sqlalchemy import column as sql_column

from linli.domain.case_flow import IN_HAND, Stage
from linli.domain.cases import CaseFilter, CaseNumber, CaseRow, Level, Side
from linli.storage.case_schema import (
    CaseAgreementRecord,
    CaseMediatorRecord,
    CaseMeetingRecord,
    CasePartyRecord,
    CaseRecord,
    CaseStepRecord,
    CaseVisitRecord,
)
from linli.storage.case_words import asked
from linli.storage.cases import number_of
from linli.storage.ids import among

_Case, _Party = CaseRecord, CasePartyRecord
_NUMBER = re.compile(r"[〔\[（(【]?(\d{4})[〕\]）)】]?(.*?)(?:人调字)?第?0*(\d{1,6})号?")
_SHORT_NUMBER = re.compile(r"(\d{4})[-—/]0*(\d{1,6})")
_FTS = table("case_fts", sql_column("rowid", Integer), sql_column("case_fts"))
_SIDES = {side.value: place for place, side in enumerate(Side)}


def list_rows(
    connection: Connection, wanted: CaseFilter, limit: int | None = None
) -> list[CaseRow]:
    """Return lines of the table, what was registered last first."""
    rows = connection.execute(
        select(
            *(_Case.id, _Case.title, _Case.kind_code, _Case.stage, _Case.level, _Case.grid),
            *(_Case.registered_on, _Case.accepted_on, _Case.since, _Case.away_since),
            *(_Case.has_risk, _Case.amount),
            *(_Case.number_year, _Case.number_sequence, _Case.number_mark),
        )
        .where(*_conditions(wanted))
        .order_by(_Case.registered_on.desc(), _Case.id.desc())
        .limit(limit)
    ).all()
    ids = [row.id for row in rows]
    parties = _names(connection, ids)
    presiding = _presiding(connection, ids)
    return [
        CaseRow(
            id=row.id,
            number=str(number_of(row) or ""),
            title=row.title,
            parties=parties.get(row.id, ()),
            kind_code=row.kind_code,
            stage=Stage(row.stage),
            level=Level(row.level),
            grid=row.grid,
            mediator=presiding.get(row.id, ""),
            opened_on=date.fromisoformat(row.accepted_on or row.registered_on),
            since=date.fromisoformat(row.since),
            away=row.away_since is not None,
            has_risk=bool(row.has_risk),
            amount=row.amount,
        )
        for row in rows
    ]


def count_cases(connection: Connection, wanted: CaseFilter) -> int:
    """Return how many cases a list has."""
    query = select(func.count()).select_from(_Case).where(*_conditions(wanted))
    return int(connection.execute(query).scalar_one())


def list_ids(connection: Connection, wanted: CaseFilter) -> list[int]:
    """Return the ids of a list's cases, what was registered first first."""
    query = select(_Case.id).where(*_conditions(wanted)).order_by(_Case.registered_on, _Case.id)
    return list(connection.execute(query).scalars())


def find_number(connection: Connection, text: str) -> int | None:
    """Return the case of a number such as 〔2026〕西人调字第1号, 2026-1; None if there is none.

    Without the mark it is the only case of that year and number.
    """
    said = re.sub(r"\s+", "", text)
    parts = _SHORT_NUMBER.fullmatch(said)
    year, mark, sequence = (parts[1], "", parts[2]) if parts else ("", "", "")
    if parts is None:
        whole = _NUMBER.fullmatch(said)
        if whole is None:
            return None
        year, mark, sequence = whole[1], whole[2], whole[3]
    query = select(_Case.id).where(
        _Case.number_year == int(year), _Case.number_sequence == int(sequence)
    )
    if mark:
        query = query.where(_Case.number_mark == mark)
    found = list(connection.execute(query.limit(2)).scalars())
    return found[0] if len(found) == 1 else None


def double_numbers(connection: Connection) -> list[CaseNumber]:
    """Return numbers that two machines gave, each to a case of its own, before they met."""
    columns = (_Case.number_year, _Case.number_sequence, _Case.number_mark)
    query = (
        select(*columns)
        .where(_Case.number_sequence.is_not(None))
        .group_by(*columns)
        .having(func.count() > 1)
        .order_by(*columns)
    )
    return [number for row in connection.execute(query) if (number := number_of(row))]


_USED = {
    "place": _Case.place,
    "source_unit": _Case.source_unit,
    "unit": CaseStepRecord.unit,
    "court": CaseAgreementRecord.court,
    "mediator": CaseMediatorRecord.name,
    "recorder": CaseMeetingRecord.recorder,
    "meeting_place": CaseMeetingRecord.place,
    "visitor": CaseVisitRecord.visitor,
}


def list_used(connection: Connection, field: str, part: str, limit: int) -> list[str]:
    """Return what stands in a field of cases and contains `part`, often used first."""
    column = _USED[field]
    query = (
        select(column)
        .where(column.is_not(None), column.contains(part, autoescape=True))
        .group_by(column)
        .order_by(func.count().desc(), column)
    )
    return [text for text in connection.execute(query.limit(limit)).scalars() if text]


def _names(connection: Connection, ids: list[int]) -> dict[int, tuple[str, ...]]:
    rows = connection.execute(
        select(_Party.case_id, _Party.name, _Party.side)
        .where(_Party.case_id.in_(among(ids)))
        .order_by(_Party.case_id, _Party.position)
    ).all()
    found: dict[int, list[tuple[int, str]]] = {}
    for row in rows:
        found.setdefault(row.case_id, []).append((_SIDES[row.side], row.name))
    return {
        case_id: tuple(name for _, name in sorted(people, key=lambda person: person[0]))
        for case_id, people in found.items()
    }


def _presiding(connection: Connection, ids: list[int]) -> dict[int, str]:
    rows = connection.execute(
        select(CaseMediatorRecord.case_id, CaseMediatorRecord.name).where(
            CaseMediatorRecord.presides, CaseMediatorRecord.case_id.in_(among(ids))
        )
    )
    return {row.case_id: row.name for row in rows}


def _conditions(wanted: CaseFilter) -> Iterator[ColumnElement[bool]]:
    if wanted.ids is not None:
        yield _Case.id.in_(among(sorted(wanted.ids)))
    if wanted.stages:
        yield _Case.stage.in_(sorted(wanted.stages))
    if wanted.is_open is not None:
        in_hand = _Case.stage.in_(sorted(IN_HAND))
        yield in_hand if wanted.is_open else ~in_hand
    for column, value in (
        (_Case.kind_code, wanted.kind_code),
        (_Case.source, wanted.source),
        (_Case.grid_id, wanted.grid_id),
        (_Case.level, wanted.level),
        (_Case.mediators_group, wanted.group),
    ):
        if value is not None:
            yield column == value
    yield from _of_people(wanted)
    if wanted.since is not None:
        yield _Case.registered_on >= wanted.since.isoformat()
    if wanted.until is not None:
        yield _Case.registered_on <= wanted.until.isoformat()
    yield from _of_words(wanted.words)


def _of_people(wanted: CaseFilter) -> Iterator[ColumnElement[bool]]:
    if wanted.mediator is not None:
        yield _Case.id.in_(_cases_of(CaseMediatorRecord, CaseMediatorRecord.name, wanted.mediator))
    if wanted.resident_id is not None:
        yield _Case.id.in_(_cases_of(_Party, _Party.resident_id, wanted.resident_id))


def _cases_of(record: Any, column: Any, value: Any) -> Select[Any]:
    return select(record.case_id).where(column == value)


def _of_words(text: str) -> Iterator[ColumnElement[bool]]:
    """Yield what a case has that holds every word of a text, or has the number that it is."""
    number = _SHORT_NUMBER.fullmatch(text.strip())
    question = asked(text)
    if number is not None:
        yield (_Case.number_year == int(number[1])) & (_Case.number_sequence == int(number[2]))
    elif question is not None:
        yield _Case.id.in_(select(_FTS.c.rowid).where(_FTS.c.case_fts.op("MATCH")(question)))
