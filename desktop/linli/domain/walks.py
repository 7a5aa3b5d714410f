"""Walk sheets (走访单、核对单): paper that goes from door to door and comes back by its number.

A walk sheet lists the doors of a building with room to write; a check sheet (核对单) shows one
household what is on file, numbers masked, with blank lines for corrections. What comes back is
entered by the sheet's number, and the journal names the sheet.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from linli.domain.residents import ResidentRow

RESULT_TABLE = "walk_result"
MET = "1"
"""The result that somebody was met, which makes it a visit (走访)."""
DOOR_RESULTS = ("1", "2", "3", "4", "5", "6")
"""What can come of a door on a walk sheet."""
CHANGED, UNCHANGED = "7", "8"
"""What can come of a person on a check sheet."""
VISIT_KIND = "10"
"""The kind of visit that a walk is: 日常走访."""


class SheetKind(StrEnum):
    """What is on the paper."""

    WALK = "walk"
    CHECK = "check"


SHEET_DIGITS = 7
"""No hall prints so many that a number gets longer."""
SHEET_KIND = {SheetKind.WALK: "走访单", SheetKind.CHECK: "核对单"}


@dataclass(frozen=True, kw_only=True)
class WalkFilter:
    """Which doors; every condition narrows. `building_key` is that of an address.

    `resident_ids` are people whose homes are wanted. `empty` takes dwellings without a household
    along, which a check sheet never does.
    """

    grid_id: int | None = None
    building_key: str | None = None
    unit: str | None = None
    resident_ids: tuple[int, ...] = ()
    empty: bool = True


@dataclass(frozen=True, kw_only=True)
class Door:
    """A dwelling with one household, or with none.

    `building` and `unit` are as spoken, `head` is the head of the household, `phone` theirs.
    """

    dwelling_id: int
    household_id: int | None
    building: str
    unit: str
    room: str
    head: str = ""
    persons: int = 0
    phone: str = ""
    grid: str = ""


@dataclass(frozen=True, kw_only=True)
class WalkEntry:
    """What was written on a line: the result, and what was seen and said."""

    position: int
    result: str | None = None
    note: str | None = None


@dataclass(frozen=True, kw_only=True)
class WalkLine:
    """A numbered line of a sheet: the door, on a check sheet the person, and what came back."""

    position: int
    door: Door | None
    person: ResidentRow | None = None
    entry: WalkEntry
    visit_id: int | None = None


@dataclass(frozen=True, kw_only=True)
class WalkSheet:
    """A sheet as the list shows it.

    Attributes:
        id: the record, and the number on the paper.
        kind: what is on it.
        title: the building, or the household's address.
        walker: who goes.
        made_on: when it was printed.
        walked_on: when it came back; None while it is out.
        void_reason: why it is not waited for any more.
        doors: how many lines.
        entered: how many of them came back with a result.
    """

    id: int
    version: int
    kind: SheetKind
    title: str
    walker: str | None
    made_on: date
    walked_on: date | None
    void_reason: str | None
    doors: int
    entered: int

    @property
    def number(self) -> str:
        """The number as it stands on the paper: 0137."""
        return sheet_number(self.id)

    @property
    def is_out(self) -> bool:
        """Whether it is still waited for."""
        return self.walked_on is None and self.void_reason is None

    @property
    def label(self) -> str:
        """How the journal names it: 核对单 0137."""
        return f"{SHEET_KIND[self.kind]} {self.number}"


def sheet_number(sheet_id: int) -> str:
    """Return a sheet's number as it stands on the paper."""
    return f"{sheet_id:04d}"


def read_sheet_number(text: str) -> int | None:
    """Return the number that somebody typed, with or without 核对单 and zeros; None if none."""
    digits = "".join(sign for sign in text if sign.isdecimal())
    return int(digits) if digits and int(digits) > 0 else None


def whole_sheet_number(text: str) -> int | None:
    """Return the number if a text is nothing but that: 0137, 核对单 137; None otherwise."""
    bare = text.strip()
    for words in SHEET_KIND.values():
        bare = bare.removeprefix(words).strip()
    short = bare.isascii() and bare.isdigit() and len(bare) <= SHEET_DIGITS
    return (int(bare) or None) if short else None
