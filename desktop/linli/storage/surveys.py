"""Surveys and their tallies (问卷) as records, the last first."""

import json
from collections.abc import Iterable
from datetime import date
from typing import Any

from sqlalchemy import Connection, Select, select
from sqlalchemy.orm import Session

from linli.domain.surveys import Counts, Question, Survey, SurveyDraft, no_counts
from linli.errors import NotFoundError
from linli.storage.children import has_changes, replace_children
from linli.storage.ids import among
from linli.storage.register_schema import SurveyRecord, SurveyTallyRecord
from linli.storage.versioned import record_for_change

_Record, _Tally = SurveyRecord, SurveyTallyRecord


def list_surveys(connection: Connection) -> list[Survey]:
    """Return all surveys, the last first."""
    query = select(_Record.__table__).order_by(_Record.day.desc(), _Record.id.desc())
    return _load(connection, query)


def get_survey(connection: Connection, survey_id: int) -> Survey:
    """Return a survey.

    Raises:
        NotFoundError: if there is no such survey.
    """
    found = _load(connection, select(_Record.__table__).where(_Record.id == survey_id))
    if not found:
        raise _missing()
    return found[0]


def get_record(session: Session, survey_id: int, version: int | None = None) -> SurveyRecord:
    """Return a survey's record for a change.

    Raises:
        NotFoundError: if there is no such survey.
        ConflictError: if it is no longer the `version` that was read.
    """
    return record_for_change(
        session,
        _Record,
        survey_id,
        version,
        missing=_missing,
        called=lambda record: f"「{record.title}」这份问卷",
    )


def add_survey(session: Session, draft: SurveyDraft) -> int:
    """Add a survey and return its id."""
    record = SurveyRecord(**_values(draft))
    session.add(record)
    session.flush()
    return record.id


def update_survey(session: Session, record: SurveyRecord, draft: SurveyDraft) -> None:
    """Bring a survey to what the draft says."""
    for column, value in _values(draft).items():
        setattr(record, column, value)
    if has_changes(session):
        record.version += 1
    session.flush()


def set_counts(session: Session, survey_id: int, counts: Counts) -> None:
    """Bring the tallies of a survey to these counts; what is zero has no row."""
    wanted = [
        {"question": question, "choice": choice, "count": count}
        for question, row in enumerate(counts)
        for choice, count in enumerate(row)
        if count
    ]
    replace_children(session, _Tally, {"survey_id": survey_id}, wanted, key=("question", "choice"))
    session.flush()


def _load(connection: Connection, query: Select[Any]) -> list[Survey]:
    rows = connection.execute(query).all()
    tallies = connection.execute(
        select(_Tally.__table__).where(_Tally.survey_id.in_(among(row.id for row in rows)))
    ).all()
    return [_survey(row, (t for t in tallies if t.survey_id == row.id)) for row in rows]


def _survey(row: Any, tallies: Iterable[Any]) -> Survey:
    questions = tuple(
        Question(text=each["text"], choices=tuple(each["choices"]))
        for each in json.loads(row.questions)
    )
    facts = SurveyDraft(
        title=row.title,
        day=date.fromisoformat(row.day),
        handed_out=row.handed_out,
        questions=questions,
    )
    counts = [list(each) for each in no_counts(facts)]
    for tally in tallies:
        counts[tally.question][tally.choice] = tally.count
    return Survey(id=row.id, version=row.version, facts=facts, counts=tuple(map(tuple, counts)))


def _values(draft: SurveyDraft) -> dict[str, Any]:
    questions = [{"text": each.text, "choices": each.choices} for each in draft.questions]
    return {
        "title": draft.title,
        "day": draft.day.isoformat(),
        "handed_out": draft.handed_out,
        "questions": json.dumps(questions, ensure_ascii=False),
    }


def _missing() -> NotFoundError:
    return NotFoundError("这份问卷已经不在台账里，可能刚被撤销或删除，请刷新后再看。")
