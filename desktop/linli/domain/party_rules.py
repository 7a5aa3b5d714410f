"""Rules of party members' facts (党员) and of the origin village, before they are saved."""

from calendar import monthrange
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from linli.domain.contact_rules import clean_lines, clean_text
from linli.domain.party import PARTY_CODES, PartyMembership
from linli.domain.values.dates import PartialDate
from linli.errors import FieldProblem

YOUNGEST_MEMBER = 18
"""Completed years (中国共产党章程 第一条: 年满十八岁)."""


def clean_party(party: PartyMembership | None) -> PartyMembership | None:
    """Return the facts in normal form; None where nothing is said at all."""
    if party is None:
        return None
    clean = replace(
        party,
        branch=clean_text(party.branch),
        home_organisation=clean_text(party.home_organisation),
        certificate=clean_text(party.certificate),
        post=clean_text(party.post),
        note=clean_lines(party.note),
    )
    return None if clean == PartyMembership() else clean


def check_party(
    party: PartyMembership, birth: PartialDate | None, today: date
) -> list[FieldProblem]:
    """Return every broken rule; fields are named `party_…`, as in the form."""
    return list(_problems(party, birth, today))


def party_doubts(
    party: PartyMembership, birth: PartialDate | None, politics_code: str | None
) -> dict[str, str]:
    """Return what the clerk should look at again and may save all the same, by field.

    Members were taken in before their eighteenth birthday in the past, so that is no error.
    """
    doubts = {}
    if politics_code not in PARTY_CODES:
        doubts["is_party"] = "政治面貌没有登记为党员，请核对。"
    if party.joined is not None and birth is not None:
        age = birth.age_on(_latest(party.joined))
        if 0 <= age < YOUNGEST_MEMBER:
            doubts["party_joined"] = f"入党时不满 {YOUNGEST_MEMBER} 周岁，请核对。"
    return doubts


def _problems(
    party: PartyMembership, birth: PartialDate | None, today: date
) -> Iterator[FieldProblem]:
    for name, label in (("joined", "入党日期"), ("registered", "登记日期")):
        day = getattr(party, name)
        if day is not None and day > PartialDate.from_date(today):
            message = f"{label}「{day.display()}」还没有到，请核对。"
            yield FieldProblem(field=f"party_{name}", message=message)
    if party.joined is not None and birth is not None and _latest(party.joined) < _first(birth):
        message = f"入党日期「{party.joined.display()}」早于出生日期，请核对。"
        yield FieldProblem(field="party_joined", message=message)


def _first(day: PartialDate) -> date:
    return date(day.year, day.month or 1, day.day or 1)


def _latest(day: PartialDate) -> date:
    """Return the last day that it can be."""
    month = day.month or 12
    return date(day.year, month, day.day or monthrange(day.year, month)[1])
