"""Exchange between machines, for the clerk (与其他电脑交换): cards of machines, files, previews."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from pathlib import Path

from linli.domain.exchange_rows import Side
from linli.domain.machine_keys import MachineKey

SUFFIX = ".linli-x"
"""What the name of a file of changes ends with."""


class Extent(StrEnum):
    """What goes into a file."""

    SINCE = "since"
    """What came, changed or went since the other machine last read from this one."""
    GRID = "grid"
    """One grid: its homes, households and people with all attached."""
    ALL = "all"


class Rule(StrEnum):
    """How conflicts are settled that nobody decides one by one."""

    NEWER = "newer"
    OURS = "ours"
    THEIRS = "theirs"


class LineKind(StrEnum):
    """What a line of a preview says."""

    ADDED = "added"
    CHANGED = "changed"
    CONFLICT = "conflict"
    REMOVED = "removed"
    SAME = "same"
    """Entered on both machines; taken for one."""
    FIXED = "fixed"
    """Two different records had one number; the newer one's is changed."""


@dataclass(frozen=True, kw_only=True)
class OwnCard:
    """This machine, as others have to know it."""

    key: MachineKey
    is_new: bool
    """Whether it never exchanged until now, or begins anew after a copy or a restore."""


@dataclass(frozen=True, kw_only=True)
class Machine:
    """A machine whose files are believed, or were."""

    id: int
    key: MachineKey
    added_at: datetime
    account: str
    revoked_at: datetime | None
    last_file: datetime | None
    """When the newest file of it was made that was read here."""
    last_read: bool
    """Whether it is known to have read a file from here."""


@dataclass(frozen=True, kw_only=True)
class FileScope:
    """What a file would carry."""

    extent: Extent
    records: int
    people: int
    is_all: bool
    """Whether it is everything, because the other machine is not known to have read any."""


@dataclass(frozen=True, kw_only=True)
class WrittenFile:
    """A file that was written."""

    path: Path
    scope: FileScope
    bytes: int


@dataclass(frozen=True, kw_only=True)
class PreviewLine:
    """Something that a file would do here.

    Attributes:
        key: by what it is decided, "" where there is nothing to decide.
        kind: what it is.
        table: the kind of record in the clerk's words.
        subject: which record.
        field: which field, "" of a whole record.
        ours: what stands here.
        theirs: what comes.
        newer: which side is newer, of a conflict; what is taken by itself.
    """

    key: str
    kind: LineKind
    table: str
    subject: str
    field: str = ""
    ours: str = ""
    theirs: str = ""
    newer: Side | None = None


@dataclass(frozen=True, kw_only=True)
class Preview:
    """What a file would do here.

    Attributes:
        sender: the machine that made it.
        made: when.
        extent: what it holds.
        records: how many records it holds.
        people: how many of them are people.
        counts: how many lines there are of each kind; `lines` may hold fewer.
        lines: what it would do; conflicts all, of the rest the first.
        barred: people who were erased here at their own wish, and are not taken in again.
        ahead_minutes: how far the other clock is ahead of this one.
        in_force: the last journal entry when the preview was made.
    """

    sender: str
    made: datetime
    extent: Extent
    records: int
    people: int
    counts: Mapping[LineKind, int]
    lines: tuple[PreviewLine, ...]
    barred: int
    ahead_minutes: int
    in_force: int

    @property
    def changes_nothing(self) -> bool:
        """Whether all that the file holds is here already."""
        return not any(self.counts.values())

    @property
    def conflicts(self) -> tuple[PreviewLine, ...]:
        """What was changed on both machines."""
        return tuple(line for line in self.lines if line.kind is LineKind.CONFLICT)


@dataclass(frozen=True, kw_only=True)
class Choices:
    """What the clerk decided.

    Attributes:
        rule: for conflicts that are not decided one by one.
        sides: by a line's key, which side is taken.
        apart: keys of `LineKind.SAME` lines that are not one and the same.
    """

    rule: Rule = Rule.NEWER
    sides: Mapping[str, Side] = field(default_factory=dict)
    apart: frozenset[str] = frozenset()
