"""The training ledger (培训和参观): what was held when, and how many took part."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from linli.domain.codes import code_table

TRAINING_TABLE = "training"
MOST_HEADCOUNT = 100_000


@dataclass(frozen=True, kw_only=True)
class TrainingDraft:
    """What is recorded of a training; `headcount` counts everybody who came (人次)."""

    day: date
    kind_code: str
    topic: str
    headcount: int
    place: str | None = None
    teacher: str | None = None
    note: str | None = None


@dataclass(frozen=True, kw_only=True)
class Training:
    """A saved training."""

    id: int
    version: int
    facts: TrainingDraft


@dataclass(frozen=True, kw_only=True)
class TrainingFilter:
    """Which trainings a list shows: from `since` to `until`, both days counted in."""

    since: date | None = None
    until: date | None = None
    kind_code: str | None = None


@dataclass(frozen=True, kw_only=True)
class TrainingSum:
    """How often a kind was held, and for how many altogether (人次)."""

    kind_code: str
    count: int
    headcount: int


def sums_of(items: Sequence[Training]) -> list[TrainingSum]:
    """Return the sums of some trainings, kind by kind in the table's order."""
    found = []
    for code in sorted({item.facts.kind_code for item in items}):
        some = [item for item in items if item.facts.kind_code == code]
        total = sum(item.facts.headcount for item in some)
        found.append(TrainingSum(kind_code=code, count=len(some), headcount=total))
    return found


def sums_text(sums: Sequence[TrainingSum]) -> str:
    """Return the sums as reports have them: 培训班 6 次，外出参观 2 次，受教育 156 人次."""
    if not sums:
        return ""
    table = code_table(TRAINING_TABLE)
    parts = [f"{table.label(each.kind_code)} {each.count:,} 次" for each in sums]
    total = sum(each.headcount for each in sums)
    return f"{'，'.join(parts)}，受教育 {total:,} 人次"


def period(name: str, today: date) -> tuple[date, date]:
    """Return the first and last day of a period that a day lies in.

    Args:
        name: month, quarter, year or last_year.
        today: the day.
    """
    if name == "last_year":
        return date(today.year - 1, 1, 1), date(today.year - 1, 12, 31)
    months = {"month": 1, "quarter": 3, "year": 12}[name]
    first = (today.month - 1) // months * months + 1
    after = date(today.year + (first + months > 12), (first + months - 1) % 12 + 1, 1)
    return date(today.year, first, 1), date.fromordinal(after.toordinal() - 1)
