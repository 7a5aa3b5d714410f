"""Jumping to mediation cases (矛盾纠纷), for whoever may see them."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from linli.domain.accounts import Right
from linli.domain.case_flow import STAGE
from linli.domain.cases import CaseFilter, CaseRow
from linli.domain.jump import JumpEntry, JumpKind

if TYPE_CHECKING:
    from linli.services.container import Services

_OPEN = CaseFilter(is_open=True)
_MOST = 500
"""So many cases in hand are found by pinyin too; all are found by what is written."""
FOUND = 6


def open_cases(services: "Services") -> Iterator[JumpEntry]:
    """Yield the cases in hand, none to whom may not see them."""
    if services.context.may(Right.MEDIATE):
        yield from map(_entry, services.cases.list_rows(_OPEN, _MOST))


def found_cases(services: "Services", text: str) -> Iterator[JumpEntry]:
    """Yield the cases whose number, title, parties or texts hold what is typed, the last first.

    Figures alone mean a house, a phone or a card.
    """
    if services.context.may(Right.MEDIATE) and not text.isdigit():
        yield from map(_entry, services.cases.list_rows(CaseFilter(words=text), FOUND))


def _entry(row: CaseRow) -> JumpEntry:
    parts = (row.number, "、".join(row.parties), STAGE[row.stage])
    return JumpEntry(
        kind=JumpKind.CASE, key=row.id, title=row.title, detail=" · ".join(filter(None, parts))
    )
