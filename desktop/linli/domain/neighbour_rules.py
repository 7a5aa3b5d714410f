"""Rules of neighbours who look after each other (邻里守望) before they are saved."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from linli.domain.contact_rules import clean_lines, clean_text, name_problems, phone_problems
from linli.domain.neighbours import NeighbourDraft
from linli.domain.register_texts import spoken
from linli.domain.values.dates import PartialDate
from linli.domain.values.names import normalise_name
from linli.errors import FieldProblem


def clean_neighbour(draft: NeighbourDraft) -> NeighbourDraft:
    """Return a pair in normal form."""
    return replace(
        draft,
        name=normalise_name(draft.name),
        phone=clean_text(draft.phone),
        note=clean_lines(draft.note),
    )


def check_neighbour(draft: NeighbourDraft, today: date) -> list[FieldProblem]:
    """Return every broken rule of a draft in normal form that can be seen without the ledger."""
    return list(_problems(draft, today))


def _problems(draft: NeighbourDraft, today: date) -> Iterator[FieldProblem]:
    yield from name_problems("who", draft.name)
    if draft.neighbour_id == draft.resident_id:
        message = "守望的邻居不能是本人，请选另一位。"
        yield FieldProblem(field="who", message=message)
    yield from phone_problems("phone", draft.phone)
    since, until = draft.since, draft.until
    if since is not None and since > PartialDate.from_date(today):
        message = f"开始日期「{since.display()}」还没有到，请核对。"
        yield FieldProblem(field="since", message=message)
    if until is not None and until > today:
        message = f"结束日期「{spoken(until)}」还没有到，请到那天再登记。"
        yield FieldProblem(field="until", message=message)
    if since is not None and until is not None and PartialDate.from_date(until) < since:
        message = f"结束日期「{spoken(until)}」早于开始日期，请核对。"
        yield FieldProblem(field="until", message=message)
