"""Merging (合并) two records of one person: what the clerk compares, chooses and can take back."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum


class Side(StrEnum):
    """Whose value of a field the kept record shall have."""

    KEPT = "kept"
    GONE = "gone"
    BOTH = "both"  # notes one after the other; of names the other as 曾用名


class MergeState(StrEnum):
    """How much of a merge is in force."""

    IN_FORCE = "in_force"
    PARTLY_UNDONE = "partly_undone"
    UNDONE = "undone"


MERGE_STATE = {
    MergeState.IN_FORCE: "已合并",
    MergeState.PARTLY_UNDONE: "部分撤回",
    MergeState.UNDONE: "已撤回",
}


@dataclass(frozen=True, kw_only=True)
class ComparedField:
    """A field of both records in words, "" where there is no value.

    `options` are the sides that can be chosen, `suggested` is one of them.
    """

    key: str
    label: str
    kept: str
    gone: str
    options: tuple[Side, ...]
    suggested: Side

    @property
    def differs(self) -> bool:
        """Whether there is anything to choose."""
        return self.kept != self.gone


@dataclass(frozen=True, kw_only=True)
class ComparedItem:
    """One entry of a list (a document, phone or tag) of one of the two.

    `key` names it in `MergeChoices.left_out`. What both have is listed once, as the kept one's.
    `suggested` is whether the kept record should have it.
    """

    key: str
    label: str
    text: str
    side: Side
    suggested: bool = True


@dataclass(frozen=True, kw_only=True)
class Attachment:
    """What is recorded of the record that goes (结对、租住、走访 …) and whether it moves along."""

    label: str
    text: str
    moves: bool
    reason: str = ""


@dataclass(frozen=True, kw_only=True)
class Comparison:
    """Two people side by side. Numbers are masked unless a reason was given."""

    kept_id: int
    gone_id: int
    kept_version: int
    gone_version: int
    kept_name: str
    gone_name: str
    kept_entered: datetime
    gone_entered: datetime
    fields: tuple[ComparedField, ...]
    items: tuple[ComparedItem, ...]
    attachments: tuple[Attachment, ...]
    alike: tuple[str, ...] = ()
    doubts: tuple[str, ...] = ()
    told_apart: bool = False

    def suggestion(self) -> "MergeChoices":
        """Return what is chosen unless the clerk chooses otherwise."""
        return MergeChoices(
            fields={each.key: each.suggested for each in self.fields},
            left_out=frozenset(each.key for each in self.items if not each.suggested),
        )


@dataclass(frozen=True, kw_only=True)
class MergeChoices:
    """What the clerk chose; a field that is not named takes what was suggested.

    Entries in `left_out` are out of sight until the merge is taken back.
    """

    fields: Mapping[str, Side] = field(default_factory=dict)
    left_out: frozenset[str] = frozenset()


@dataclass(frozen=True, kw_only=True)
class MergeRow:
    """A merge as the list shows it."""

    id: int
    at: datetime
    account: str
    kept_id: int
    gone_id: int
    kept_name: str
    gone_name: str
    state: MergeState


@dataclass(frozen=True, kw_only=True)
class MergePart:
    """One thing a merge did, as it stands today.

    Attributes:
        id: names it to `unmerge`.
        label: the field or kind of record.
        text: what was done, in words; numbers are masked.
        essential: it is taken back together with the person.
        undone: it is taken back already.
        obstacle: why it cannot be taken back, "" if it can; what is there now is left as it is.
    """

    id: int
    label: str
    text: str
    essential: bool
    undone: bool
    obstacle: str


@dataclass(frozen=True, kw_only=True)
class MergeReport:
    """A merge with its parts, what stands against taking it back, and what to know before.

    `refusal` is "" if it can be taken back now.
    """

    merge: MergeRow
    parts: tuple[MergePart, ...]
    refusal: str = ""
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Unmerged:
    """What taking back did; `kept_as_is` says in sentences what was left as it is now."""

    taken_back: int
    kept_as_is: tuple[str, ...] = ()
