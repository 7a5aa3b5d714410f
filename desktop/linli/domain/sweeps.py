"""Sweeps for disputes (矛盾纠纷排查): who went where, and what was found.

A sweep that found nothing is one all the same: the report counts sweeps (次), findings (件) and
what was kept from growing (预防, 件).
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Handling(StrEnum):
    """What was done about a finding."""

    SETTLED = "settled"
    CASE = "case"
    WATCHED = "watched"
    HANDED_ON = "handed_on"


HANDLING = {
    Handling.SETTLED: "当场化解",
    Handling.CASE: "转为案件",
    Handling.WATCHED: "继续观察",
    Handling.HANDED_ON: "转有关部门",
}


@dataclass(frozen=True, kw_only=True)
class Named:
    """Somebody whom a finding names, as a resident where the person is one."""

    name: str
    resident_id: int | None = None


@dataclass(frozen=True, kw_only=True)
class FindingDraft:
    """A dispute that a sweep came upon.

    Attributes:
        id: of a saved finding; None of a new one.
        place: where.
        content: what it is about.
        people: who is named.
        kind_code: of `cases.DISPUTE_TABLE`.
        risk: it may grow worse (可能激化, 人民调解法 art. 25).
        handling: what was done.
        unit: to whom it was handed on.
        prevented: it was kept from growing (预防).
    """

    id: int | None = None
    place: str | None = None
    content: str
    people: tuple[Named, ...] = ()
    kind_code: str
    risk: bool = False
    handling: Handling = Handling.WATCHED
    unit: str | None = None
    prevented: bool = False


@dataclass(frozen=True, kw_only=True)
class SweepDraft:
    """A sweep.

    Attributes:
        day: when.
        hours: such as 9:30—11:30.
        grid_id: the grid; None for the whole community.
        goers: who went.
        scope: which buildings or lanes, by which way.
        households: how many were called on.
        note: what else there is to say.
        findings: what was found, in order; none is right too.
    """

    day: date
    hours: str | None = None
    grid_id: int | None = None
    goers: tuple[str, ...]
    scope: str | None = None
    households: int = 0
    note: str | None = None
    findings: tuple[FindingDraft, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Finding:
    """A saved finding; `case` is the number or title of the case it was turned into."""

    id: int
    sweep_id: int
    day: date
    grid_id: int | None = None
    grid: str | None = None
    facts: FindingDraft
    case_id: int | None = None
    case: str = ""

    @property
    def waits_for_case(self) -> bool:
        """Whether a case was meant but is not registered yet."""
        return self.facts.handling is Handling.CASE and self.case_id is None

    @property
    def is_open(self) -> bool:
        """Whether something is left to do about it here."""
        return self.waits_for_case or self.facts.handling is Handling.WATCHED


@dataclass(frozen=True, kw_only=True)
class Sweep:
    """A saved sweep with its findings; `grid` is the grid's name, None for the community."""

    id: int
    version: int
    facts: SweepDraft
    grid: str | None = None
    findings: tuple[Finding, ...] = ()

    @property
    def found(self) -> int:
        """How many disputes were found."""
        return len(self.findings)

    @property
    def prevented(self) -> int:
        """How many of them were kept from growing."""
        return sum(finding.facts.prevented for finding in self.findings)


@dataclass(frozen=True, kw_only=True)
class SweepFilter:
    """Which sweeps a list shows; what is None or empty does not narrow it."""

    since: date | None = None
    until: date | None = None
    grid_id: int | None = None
    with_findings: bool = False
    text: str = ""


@dataclass(frozen=True, kw_only=True)
class FindingFilter:
    """Which findings a list shows. `is_open` keeps those about which something is left to do."""

    since: date | None = None
    until: date | None = None
    grid_id: int | None = None
    kind_code: str | None = None
    is_open: bool = False
    risk: bool = False
    prevented: bool = False


@dataclass(frozen=True, kw_only=True)
class SweepSums:
    """排查（次）, 发现（件）, 预防（件） of a period."""

    sweeps: int
    found: int
    prevented: int


def place_of(grid: str | None) -> str:
    """Return where a sweep was: a grid, or the whole community."""
    return grid or "全社区"
