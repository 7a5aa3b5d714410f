"""Taking back any step of the last 30 days (撤回某一步), and what stands in the way."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from linli.domain.history import JournalEntry, RecordChange

PROMISED_DAYS = 30
"""So long any step can be taken back; older ones can be read only."""


class How(StrEnum):
    """In which way a step is taken back."""

    ALONE = "alone"
    """Only this step: nothing that it left was changed since."""
    WITH_LATER = "with_later"
    """Those later steps first that stand in the way, the last of them first."""
    PART = "part"
    """Only what was not changed since; the rest stays as it is."""


@dataclass(frozen=True, kw_only=True)
class Blocker:
    """A later step that changed what the step left. `records` names some of what it changed."""

    step: JournalEntry
    records: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Trial:
    """What taking back would change: the first of the fields, and how many rows in all."""

    changes: tuple[RecordChange, ...]
    rows: int


@dataclass(frozen=True, kw_only=True)
class UndoPlan:
    """How a step can be taken back.

    Attributes:
        step: the step.
        ways: each way that is open, and what it would do; {} if none is.
        blockers: what stands in the way, the last step first; () if nothing does.
        kept: of the way `PART`, what would stay as it is, in words.
        refusal: why it cannot be taken back at all, "" if it can.
    """

    step: JournalEntry
    ways: dict[How, Trial]
    blockers: tuple[Blocker, ...] = ()
    kept: tuple[str, ...] = ()
    refusal: str = ""


def is_promised(at: datetime, now: datetime) -> bool:
    """Whether a step that was done at that time can still be taken back."""
    return now - at <= timedelta(days=PROMISED_DAYS)
