"""Records as two machines know them, and how they become one (合并两台电脑的修改).

A record is a set of fields with a version each, the version in which it exists, and the one in
which it was removed. It is there if something about it is newer than its removal. Merging is the
join of all versions, each field having the value of its newest change; it does not depend on the
order of meetings nor on how often they happen. Where neither side had seen the other's change,
that is a conflict (冲突), which the clerk may decide against the newer one: such a decision is a
change like any other, and travels on.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from linli.domain.exchange_versions import NEVER, Version, changed, covers, join, newest

Value = tuple[str | int | float | None, ...]
"""What the columns of a field hold."""

EXISTENCE = "@"
"""The name under which removing against changing is decided, beside the names of fields."""


class Side(StrEnum):
    """Whose value is taken (取舍)."""

    OURS = "ours"
    THEIRS = "theirs"


class Outcome(StrEnum):
    """What a meeting does to a field or to a record's being there."""

    SAME = "same"
    TAKEN = "taken"
    KEPT = "kept"
    CONFLICT = "conflict"


class Cell(NamedTuple):
    """A field's value with the version in which it was given; a street has millions of them."""

    value: Value
    version: Version


@dataclass(frozen=True, slots=True)
class Row:
    """A record; one that was removed may have lost its fields.

    Attributes:
        fields: by name.
        exists: the version in which it was entered, brought back or confirmed.
        gone: the version in which it was removed, NEVER if it was not.
    """

    fields: Mapping[str, Cell]
    exists: Version
    gone: Version = NEVER

    def seen(self) -> Version:
        """Return the version that has seen all changes of the record but its removal."""
        found = self.exists
        for cell in self.fields.values():
            if cell.version is not found:
                found = join(found, cell.version)
        return found

    @property
    def is_there(self) -> bool:
        """Whether the record is there."""
        return not self.gone or newest(self.seen()) > newest(self.gone)


@dataclass(frozen=True, slots=True)
class Event:
    """A decision made now, on this machine; `moment` is later than all versions at hand."""

    machine: str
    moment: int

    def after(self, version: Version) -> Version:
        """Return the version of the decision that had seen `version`."""
        return changed(version, self.machine, self.moment)


@dataclass(frozen=True, slots=True)
class Merged:
    """What came of a record: the outcome of each field, of its existence, and the record."""

    row: Row
    fields: Mapping[str, Outcome]
    existence: Outcome


Choose = Callable[[str, Side], Side]
"""Given a field in conflict and which side is newer, says which one is taken."""


def take_newer(_field: str, newer: Side) -> Side:
    """Take the newer side; the rule that needs no decision."""
    return newer


def merge(ours: Row, theirs: Row, event: Event, choose: Choose = take_newer) -> Merged:
    """Make two machines' knowledge of one record one.

    Args:
        ours: as this machine has it.
        theirs: as the other one sent it.
        event: what a decision against the newer side is recorded as.
        choose: decides conflicts.
    """
    if ours == theirs and ours.is_there:
        return Merged(ours, dict.fromkeys(ours.fields, Outcome.SAME), Outcome.SAME)
    outcomes: dict[str, Outcome] = {}
    cells: dict[str, Cell] = {}
    if not theirs.fields or not ours.fields:  # one side had removed it: there is nothing to compare
        cells.update(ours.fields or theirs.fields)
        side = Outcome.KEPT if ours.fields else Outcome.TAKEN
        outcomes = dict.fromkeys(cells, side)
    else:
        for name, mine in ours.fields.items():
            other = theirs.fields.get(name)  # a program of another version may not know the field
            if other is None:
                cells[name], outcomes[name] = mine, Outcome.KEPT
            else:
                cells[name], outcomes[name] = merge_cells(name, mine, other, event, choose)
    row = Row(cells, join(ours.exists, theirs.exists), join(ours.gone, theirs.gone))
    return _settled(ours, theirs, row, outcomes, event, choose)


def merge_cells(
    name: str, ours: Cell, theirs: Cell, event: Event, choose: Choose
) -> tuple[Cell, Outcome]:
    """Make two values of a field one."""
    if ours.version == theirs.version:
        if ours.value == theirs.value:
            return ours, Outcome.SAME
        # Two records of one moment that are now one; both machines must choose alike.
        return max(ours, theirs, key=lambda cell: repr(cell.value)), Outcome.SAME
    if covers(ours.version, theirs.version):
        return ours, Outcome.KEPT
    if covers(theirs.version, ours.version):
        return theirs, Outcome.SAME if theirs.value == ours.value else Outcome.TAKEN
    both = join(ours.version, theirs.version)
    if ours.value == theirs.value:
        return Cell(ours.value, both), Outcome.SAME
    newer = Side.OURS if newest(ours.version) > newest(theirs.version) else Side.THEIRS
    chosen = choose(name, newer)
    value = (ours if chosen is Side.OURS else theirs).value
    return Cell(value, both if chosen is newer else event.after(both)), Outcome.CONFLICT


def kept_against_removal(row: Row, event: Event) -> Row:
    """Return a record that is there whatever was removed: the decision, or a need, to keep it."""
    return Row(row.fields, event.after(join(row.seen(), row.gone)), row.gone)


def removed(row: Row, event: Event) -> Row:
    """Return a record that was removed, having seen all of it."""
    return Row({}, row.exists, event.after(join(row.seen(), row.gone)))


def _settled(
    ours: Row,
    theirs: Row,
    row: Row,
    outcomes: Mapping[str, Outcome],
    event: Event,
    choose: Choose,
) -> Merged:
    """Decide whether the merged record is there."""
    was, wants = ours.is_there, theirs.is_there
    if was == wants:
        there, outcome = row.is_there, Outcome.SAME
    else:
        stays, goes = (ours, theirs) if was else (theirs, ours)
        outcome = Outcome.KEPT if row.is_there == was else Outcome.TAKEN
        there = row.is_there
        knew = covers(goes.gone, stays.seen()) or covers(join(stays.seen(), stays.gone), goes.gone)
        if not knew:
            outcome = Outcome.CONFLICT
            newer = Side.OURS if there == was else Side.THEIRS
            chosen = choose(EXISTENCE, newer)
            if chosen is not newer:
                there = not there
                row = kept_against_removal(row, event) if there else removed(row, event)
    if not there:
        row = Row({}, row.exists, join(row.gone, row.seen()))
    return Merged(row, outcomes, outcome)
