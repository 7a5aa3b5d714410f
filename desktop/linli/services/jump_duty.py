"""Jumping to events and venues."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from linli.domain.events import EVENT_STATE
from linli.domain.jump import JumpEntry, JumpKind
from linli.domain.venues import VENUE_KIND

if TYPE_CHECKING:
    from linli.services.container import Services

_NEWEST = 500
"""So many of the newest events can be jumped to; older ones are found in their list."""


def duty_entries(services: "Services") -> Iterator[JumpEntry]:
    """Yield the newest events, and the venues that can be had."""
    for event in services.events.list_(limit=_NEWEST):
        parts = (f"{event.facts.begins:%Y-%m-%d}", EVENT_STATE[event.state], event.where, event.who)
        yield JumpEntry(
            kind=JumpKind.EVENT,
            key=event.id,
            title=event.facts.title,
            detail=" · ".join(filter(None, parts)),
        )
    for venue in services.venues.list_():
        told = (VENUE_KIND[venue.facts.kind], venue.organisation, venue.facts.place or "")
        yield JumpEntry(
            kind=JumpKind.VENUE,
            key=venue.id,
            title=venue.facts.name,
            detail=" · ".join(filter(None, told)),
        )
