"""Rules of pairings (结对帮扶) and of who stands on a board (公示栏), before they are saved."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import TypeVar

from linli.domain.boards import BoardEntry
from linli.domain.contact_rules import clean_lines, clean_text, name_problems, phone_problems
from linli.domain.pairings import Helper, PairingDraft
from linli.domain.values.names import normalise_name
from linli.errors import FieldProblem

_Person = TypeVar("_Person", Helper, BoardEntry)


def clean_pairing(draft: PairingDraft) -> PairingDraft:
    """Return a pairing in normal form."""
    return replace(draft, helper=_clean_person(draft.helper), note=clean_lines(draft.note))


def check_pairing(draft: PairingDraft, today: date) -> list[FieldProblem]:
    """Return every broken rule of a draft in normal form that can be seen without the ledger.

    A pairing ends on the day it is ended: it is current as long as `until` is absent, so that what
    a card says does not change by itself overnight.
    """
    return list(_problems(draft, today))


def clean_entry(entry: BoardEntry) -> BoardEntry:
    """Return somebody on a board in normal form."""
    return replace(_clean_person(entry), promise=clean_lines(entry.promise))


def check_entries(entries: Sequence[BoardEntry]) -> list[FieldProblem]:
    """Return every broken rule of a board in normal form."""
    problems: list[FieldProblem] = []
    seen: set[int] = set()
    for entry in entries:
        problems += name_problems("entries", entry.name)
        problems += phone_problems("entries", entry.phone)
        if entry.resident_id in seen:
            message = f"「{entry.name}」在公示栏上有两次，请删去一次。"
            problems.append(FieldProblem(field="entries", message=message))
        seen |= {entry.resident_id} if entry.resident_id is not None else set()
    return problems


def _clean_person(person: _Person) -> _Person:
    return replace(
        person,
        name=normalise_name(person.name),
        post=clean_text(person.post),
        phone=clean_text(person.phone),
    )


def _problems(draft: PairingDraft, today: date) -> Iterator[FieldProblem]:
    yield from name_problems("name", draft.helper.name)
    yield from phone_problems("phone", draft.helper.phone)
    if draft.until is None:
        return
    if draft.until > today:
        message = f"结束日期「{_spoken(draft.until)}」还没有到，请核对；还在帮扶的请留空。"
        yield FieldProblem(field="until", message=message)
    if draft.since is not None and draft.since > draft.until:
        message = (
            f"结束日期「{_spoken(draft.until)}」早于开始日期「{_spoken(draft.since)}」，请核对。"
        )
        yield FieldProblem(field="until", message=message)


def _spoken(day: date) -> str:
    return f"{day.year}年{day.month}月{day.day}日"
