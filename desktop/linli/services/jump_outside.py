"""Jumping to sweeps, petitions, suggestions and matters (代办); only to what one may see."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from linli.domain.accounts import Right
from linli.domain.jump import JumpEntry, JumpKind
from linli.domain.sweeps import place_of

if TYPE_CHECKING:
    from linli.services.container import Services

_NEWEST = 500
"""So many of each can be jumped to; older ones are found in their registers."""


def outside_entries(services: "Services") -> Iterator[JumpEntry]:
    """Yield the newest sweeps, petitions, suggestions and matters done for people."""
    may = services.context.may
    if may(Right.MEDIATE):
        for sweep in services.sweeps.list_all()[:_NEWEST]:
            parts = (place_of(sweep.grid), "、".join(sweep.facts.goers), f"发现 {sweep.found} 件")
            yield JumpEntry(
                kind=JumpKind.SWEEP,
                key=sweep.id,
                title=f"排查 {sweep.facts.day.isoformat()}",
                detail=" · ".join(parts),
            )
    if may(Right.SENSITIVE):
        for petition in services.petitions.list_all(limit=_NEWEST):
            facts = petition.facts
            yield JumpEntry(
                kind=JumpKind.PETITION,
                key=petition.id,
                title=petition.number,
                detail=f"{facts.name} · {facts.matter} · {facts.received_on.isoformat()}",
            )
    for suggestion in services.suggestions.list_all(limit=_NEWEST):
        first = suggestion.facts.content.split("\n")[0]
        yield JumpEntry(
            kind=JumpKind.SUGGESTION,
            key=suggestion.id,
            title=suggestion.number,
            detail=f"{suggestion.who} · {first} · {suggestion.facts.day.isoformat()}",
        )
    for case in services.agency.list_all(limit=_NEWEST):
        yield JumpEntry(
            kind=JumpKind.AGENCY,
            key=case.id,
            title=case.number,
            detail=f"{case.facts.name} · {case.facts.item} · {case.facts.received_on.isoformat()}",
        )
