"""Erasing a person for good (删除个人信息): what goes, what stays, and what cannot be reached.

Source: 个人信息保护法 art. 47: erase when the purpose is reached, the period is over, consent is
withdrawn or the processing broke the law; what the law keeps, or cannot be erased by technical
means, is only stored and protected.
"""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from linli.domain.changes import Changes

ERASED = "（已删除）"
"""What stands where somebody was named who has been erased."""


class Ground(StrEnum):
    """Why somebody is erased; words of one's own could name them."""

    REQUEST = "request"
    WITHDRAWN = "withdrawn"
    PERIOD = "period"
    PURPOSE = "purpose"
    UNLAWFUL = "unlawful"
    AGAIN = "again"


GROUND_LABELS = {
    Ground.REQUEST: "本人要求删除",
    Ground.WITHDRAWN: "本人撤回同意",
    Ground.PERIOD: "保存期限已满",
    Ground.PURPOSE: "处理目的已实现，不再需要",
    Ground.UNLAWFUL: "不该收集的信息",
    Ground.AGAIN: "以前已经删除过，又从备份或交换文件带了回来",
}


@dataclass(frozen=True, kw_only=True)
class Mention:
    """A text of another record in which the person is named.

    Attributes:
        table: the record's table.
        row_id: which row.
        column: which column.
        label: what the record is called.
        text: the text.
        certain: whether it surely means the person: a number of theirs, or a name nobody else has.
    """

    table: str
    row_id: str
    column: str
    label: str
    text: str
    certain: bool

    @property
    def key(self) -> tuple[str, str, str]:
        """By which the clerk's choice is known."""
        return self.table, self.row_id, self.column


@dataclass(frozen=True, kw_only=True)
class ErasureLine:
    """How many rows of a kind go or are written over."""

    label: str
    count: int


@dataclass(frozen=True, kw_only=True)
class HeldBackup:
    """A backup that may still hold the person."""

    at: datetime
    reason: str
    folder: str


@dataclass(frozen=True, kw_only=True)
class ErasurePlan:
    """What an erasure would do, for the clerk to look at before.

    Attributes:
        resident_ids: the person, and the records that were merged into theirs.
        name: of the person.
        goes: what is removed or written over.
        stays: what stays and why, one sentence each.
        mentions: where other records name the person.
        backups: the backups that hold them on.
        namesakes: how many others have the same name.
    """

    resident_ids: tuple[int, ...]
    name: str
    goes: tuple[ErasureLine, ...]
    stays: tuple[str, ...]
    mentions: tuple[Mention, ...]
    backups: tuple[HeldBackup, ...] = ()
    namesakes: int = 0


@dataclass(frozen=True, kw_only=True)
class ErasureResult:
    """What an erasure did.

    Attributes:
        number: of the erasure.
        changes: what views read again.
        backups: the backups that hold the person on.
        swept: whether the file's free pages are cleared; if not, it is done at the next erasure or
            by `ErasureService.finish`.
    """

    number: int
    changes: Changes
    backups: tuple[HeldBackup, ...]
    swept: bool


@dataclass(frozen=True, kw_only=True)
class Returned:
    """Somebody who was erased and is in the ledger again.

    `certain` unless only name and date of birth agree, which may be another person.
    """

    resident_id: int
    name: str
    erased_at: datetime
    certain: bool
