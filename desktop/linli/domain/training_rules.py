"""Rules of trainings (培训和参观) before they are saved."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from linli.domain.codes import code_table
from linli.domain.contact_rules import clean_lines, clean_text
from linli.domain.register_texts import spoken
from linli.domain.trainings import MOST_HEADCOUNT, TRAINING_TABLE, TrainingDraft
from linli.domain.values.text import tidy
from linli.errors import FieldProblem


def clean_training(draft: TrainingDraft) -> TrainingDraft:
    """Return a training in normal form."""
    return replace(
        draft,
        topic=tidy(draft.topic),
        place=clean_text(draft.place),
        teacher=clean_text(draft.teacher),
        note=clean_lines(draft.note),
    )


def check_training(draft: TrainingDraft, today: date) -> list[FieldProblem]:
    """Return every broken rule of a draft in normal form."""
    return list(_problems(draft, today))


def _problems(draft: TrainingDraft, today: date) -> Iterator[FieldProblem]:
    if draft.kind_code not in code_table(TRAINING_TABLE).names:
        yield FieldProblem(field="kind_code", message="请从列表里选一种，如 培训班、外出参观。")
    if not draft.topic:
        yield FieldProblem(field="topic", message="请填写主题，如 消防知识、参观敬老中心。")
    if draft.day > today:
        message = f"日期「{spoken(draft.day)}」还没有到，请在办完以后登记。"
        yield FieldProblem(field="day", message=message)
    if not 1 <= draft.headcount <= MOST_HEADCOUNT:
        message = f"人数「{draft.headcount}」应为 1 到 {MOST_HEADCOUNT:,}，请核对。"
        yield FieldProblem(field="headcount", message=message)
