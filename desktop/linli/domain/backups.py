"""Backups (备份): what is known of one, which are kept, and when there is cause to worry.

Backups are put in order by their serial number, never by the clock alone: a clock that once stood
years ahead must neither make its backup the newest for ever nor push the others out.
"""

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from pathlib import Path

from linli.domain.audit import AuditHead
from linli.domain.residents import LedgerCounts

DAILY = "每日备份"
MANUAL = "手动备份"
CLOSING = "下班备份"
BEFORE_IMPORT = "导入前"
BEFORE_UPGRADE = "升级前"
BEFORE_RESTORE = "恢复前"
ON_STICK = "插入备份盘"

BEFORE_STEPS = frozenset({BEFORE_IMPORT, BEFORE_UPGRADE, BEFORE_RESTORE})
"""Reasons of backups that stay for `STEP_DAYS`: each is the way back from one big step."""

STEP_DAYS = 30
_FEWEST_OF_STEPS = 3
"""So many of them stay whatever the clock says."""

_ALWAYS = 2
"""The last two stay: should one be found damaged, there is another hardly older."""

SOON_DAYS = 3
LATE_DAYS = 7


@dataclass(frozen=True, kw_only=True)
class BackupInfo:
    """A backup, as it says of itself.

    Attributes:
        path: the file; a folder for those of older programs and for files set aside.
        at: when it was made, by that machine's clock.
        reason: why, such as 「导入前」.
        serial: grows with each backup of a ledger, whatever the clock does.
        head: the last journal entry it contains.
        counts: what it holds; None if the ledger was set aside without being opened.
        account: who made it; "" if nobody was signed in.
        audit: the end of the audit trail; None of those of older programs.
        ledger: tells one ledger from another; "" of those of older programs.
        version: of the ledger; 0 where that is not said.
        size: bytes.
        problem: why it cannot be relied on, "" if it is good.
    """

    path: Path
    at: datetime
    reason: str
    serial: int
    head: int
    counts: LedgerCounts | None
    account: str = ""
    audit: AuditHead | None = None
    ledger: str = ""
    version: int = 0
    size: int = 0
    problem: str = ""

    @property
    def name(self) -> str:
        """What the clerk sees of the path."""
        return self.path.name

    @property
    def is_good(self) -> bool:
        """Whether it was checked when it was made, and nothing is known against it since."""
        return not self.problem and self.counts is not None


@dataclass(frozen=True, kw_only=True)
class Drive:
    """A removable drive: where its files are, its name, and how many bytes are free."""

    root: Path
    name: str
    free: int


@dataclass(frozen=True, kw_only=True)
class KeepRule:
    """How long backups stay: the last of each of so many days, weeks and months.

    Days on which nothing was backed up do not count.
    """

    days: int = 7
    weeks: int = 5
    months: int = 12


@dataclass(frozen=True, kw_only=True)
class BackupPolicy:
    """What the hall has decided. `rehearse_days`: so often a restore is rehearsed; 0 for never."""

    keep: KeepRule = KeepRule()
    rehearse_days: int = 7


class Worry(StrEnum):
    """How good or bad the state of the backups is."""

    NONE = "none"
    SOON = "soon"
    NOW = "now"


def newest_first(found: Sequence[BackupInfo]) -> list[BackupInfo]:
    """Return backups in the order in which they were made, the last first."""
    return sorted(found, key=lambda info: (info.serial, info.at), reverse=True)


def to_drop(found: Sequence[BackupInfo], rule: KeepRule, now: datetime) -> list[BackupInfo]:
    """Return the backups that need not be kept, oldest first.

    Only good ones are counted and dropped: a damaged one neither takes the place of a good one nor
    disappears unseen. The last two good ones always stay.
    """
    good = newest_first([info for info in found if info.is_good])
    stay = set(good[:_ALWAYS])
    for most, span in (
        (rule.days, _day),
        (rule.weeks, lambda at: at.isocalendar()[:2]),
        (rule.months, lambda at: (at.year, at.month)),
    ):
        stay |= _last_of_each(good, most, span)
    steps = [info for info in good if info.reason in BEFORE_STEPS]
    stay |= {
        info
        for place, info in enumerate(steps)
        if place < _FEWEST_OF_STEPS or now - info.at <= timedelta(days=STEP_DAYS)
    }
    return [info for info in reversed(good) if info not in stay]


def worry(
    latest: BackupInfo | None, now: datetime, *, changed: bool, failed: bool, any_entry: bool
) -> Worry:
    """Return how bad it is.

    Args:
        latest: the last good backup.
        now: the present moment.
        changed: something was entered since.
        failed: the last backup or the last rehearsal failed.
        any_entry: there is something to lose at all.
    """
    if failed:
        return Worry.NOW
    if latest is None:
        return Worry.NOW if any_entry else Worry.SOON
    days = abs((now - latest.at) / timedelta(days=1))
    if not changed or days <= SOON_DAYS:
        return Worry.NONE
    return Worry.NOW if days > LATE_DAYS else Worry.SOON


def _day(at: datetime) -> date:
    return at.date()


def _last_of_each(
    good: Sequence[BackupInfo], most: int, span: Callable[[datetime], Hashable]
) -> set[BackupInfo]:
    """Return the last backup of each of the last `most` spans of time that have one."""
    last: dict[Hashable, BackupInfo] = {}
    for info in good:
        if len(last) >= most:
            break
        last.setdefault(span(info.at), info)
    return set(last.values())
