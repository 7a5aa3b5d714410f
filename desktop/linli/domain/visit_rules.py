"""Rules of visits (走访和服务) before they are saved."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from linli.domain.codes import code_table
from linli.domain.contact_rules import clean_lines, clean_text
from linli.domain.register_texts import spoken
from linli.domain.visits import VISIT_TABLE, VisitDraft
from linli.errors import FieldProblem


def clean_visit(draft: VisitDraft) -> VisitDraft:
    """Return a visit in normal form."""
    return replace(draft, visitor=clean_text(draft.visitor), content=clean_lines(draft.content))


def check_visit(draft: VisitDraft, today: date) -> list[FieldProblem]:
    """Return every broken rule of a draft in normal form that can be seen without the ledger."""
    return list(_problems(draft, today))


def _problems(draft: VisitDraft, today: date) -> Iterator[FieldProblem]:
    if (draft.resident_id is None) == (draft.household_id is None):
        yield FieldProblem(field="resident_id", message="请选出走访的是哪一位，或哪一户。")
    if draft.kind_code not in code_table(VISIT_TABLE).names:
        yield FieldProblem(field="kind_code", message="请从列表里选一种，如 日常走访、住院必访。")
    if draft.day > today:
        message = f"走访日期「{spoken(draft.day)}」还没有到，请核对；要预约请填下次走访。"
        yield FieldProblem(field="day", message=message)
    if draft.next_due is not None and draft.next_due <= draft.day:
        message = f"下次走访「{spoken(draft.next_due)}」应在这次走访以后，请核对。"
        yield FieldProblem(field="next_due", message=message)
