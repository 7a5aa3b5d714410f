"""The hand-over sheet (签收表) of printed cards: who signs for which card, building by building."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, kw_only=True)
class HandoverLine:
    """A household that signs for its card. `place` is building, unit and room as spoken."""

    number: str
    place: str
    holder: str
    note: str = ""
    copies: int = 1


@dataclass(frozen=True, kw_only=True)
class HandoverBuilding:
    """The cards of a building, in the order of the walk."""

    heading: str
    lines: tuple[HandoverLine, ...]


@dataclass(frozen=True, kw_only=True)
class HandoverFacts:
    """What the sheet says. `made_at` is local time, `account` who made it."""

    title: str
    community: str
    made_at: datetime
    account: str
    buildings: tuple[HandoverBuilding, ...]
