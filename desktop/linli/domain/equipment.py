"""Equipment of a team (装备): what there is, who has it, what is left; and drills (演练)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, time

MOST_PIECES = 100_000
MOST_MINUTES = 24 * 60
USUAL_ITEMS = ("头盔", "警棍", "迷彩服", "盾牌", "手电", "对讲机", "反光背心", "灭火器")
"""Offered while an item is typed (头盔、警棍、迷彩服 stand in the source)."""


@dataclass(frozen=True, kw_only=True)
class EquipmentDraft:
    """A thing that a team has: how many altogether, counted in `unit`."""

    team_id: int
    item: str
    quantity: int
    unit: str = "件"
    note: str | None = None


@dataclass(frozen=True, kw_only=True)
class Equipment:
    """A saved thing; `issued` of it are with members now."""

    id: int
    version: int
    facts: EquipmentDraft
    issued: int

    @property
    def left(self) -> int:
        """How many are in the store."""
        return self.facts.quantity - self.issued


@dataclass(frozen=True, kw_only=True)
class IssueDraft:
    """Something given to a member; `returned_on` None while the member has it."""

    equipment_id: int
    member_id: int
    quantity: int
    issued_on: date
    returned_on: date | None = None
    note: str | None = None


@dataclass(frozen=True, kw_only=True)
class Issue:
    """A saved issue, with what and to whom."""

    id: int
    version: int
    facts: IssueDraft
    item: str
    unit: str
    name: str


@dataclass(frozen=True, kw_only=True)
class DrillDraft:
    """A drill of a team.

    Attributes:
        team_id: the team.
        day: when.
        topic: which plan or what was practised.
        expected: how many should come.
        present: how many came.
        place: where.
        called_at: when the call went out.
        minutes: until everybody was there (集结用时).
        summary: minutes of it (小结).
    """

    team_id: int
    day: date
    topic: str
    expected: int
    present: int
    place: str | None = None
    called_at: time | None = None
    minutes: int | None = None
    summary: str | None = None


@dataclass(frozen=True, kw_only=True)
class Drill:
    """A saved drill."""

    id: int
    version: int
    facts: DrillDraft


def stock_text(items: Sequence[Equipment]) -> str:
    """Return 头盔 40 顶（发出 38，库存 2）；警棍 ….

    Every figure of the sentence adds up: issued and left make what there is.
    """
    return "；".join(
        f"{each.facts.item} {each.facts.quantity} {each.facts.unit}"
        f"（发出 {each.issued}，库存 {each.left}）"
        for each in items
    )
