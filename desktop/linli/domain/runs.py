"""Print runs (打印批次): a list of cards in walking order, and what of it is on paper."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from linli.domain.paper import PaperSetup


class RunCardState(StrEnum):
    """Where a card of a run stands."""

    WAITING = "waiting"  # 待印
    PRINTED = "printed"  # 已印
    LEFT_OUT = "left_out"  # 不印: nobody lives there any more, or the clerk left it out


@dataclass(frozen=True, kw_only=True)
class RunCard:
    """A card of a run. `position` counts from 1; `building` and `place` are spoken.

    `reason` says why it is left out, or why it waits again (卡纸, 印坏).
    """

    position: int
    number: str
    holder: str
    building: str
    place: str
    state: RunCardState
    issue_id: int | None = None
    reason: str | None = None


@dataclass(frozen=True, kw_only=True)
class Run:
    """A run with its figures. `closed_at` is set when nothing of it is to be printed any more."""

    id: int
    title: str
    kind: str
    kind_title: str
    size: str
    setup: PaperSetup
    started_at: datetime
    account: str
    total: int
    printed: int
    left_out: int
    closed_at: datetime | None = None

    @property
    def waiting(self) -> int:
        """How many cards are still to be printed."""
        return self.total - self.printed - self.left_out


@dataclass(frozen=True, kw_only=True)
class RunRecord:
    """A run with its cards in order."""

    run: Run
    cards: tuple[RunCard, ...]
