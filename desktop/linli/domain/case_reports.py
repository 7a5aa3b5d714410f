"""The report of mediation (人民调解统计报表): its period, its figures, its frozen copies.

The figures follow the monthly and quarterly reports of the judicial administration; what each
counts stands beside it (`definition`), and which cases it counted is kept with it (`ids`).
"""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from linli.domain.case_flow import Step
from linli.domain.cases import AgreementForm, CourtRuling, Risk, Source
from linli.errors import UserError

_MONTHS_OF_QUARTER = 3
_QUARTERLY = re.compile(r"(\d{4})年?(?:Q|第)([1-4])(?:季度|季)?$")
_MONTHLY = re.compile(r"(\d{4})(?:[-/.年](\d{1,2})月?|(\d{2}))$")
_YEARLY = re.compile(r"(\d{4})年?$")


@dataclass(frozen=True, kw_only=True)
class Period:
    """A month, a quarter or a year: 2026-11, 2026Q4, 2026. Both days belong to it."""

    key: str
    title: str
    first: date
    last: date

    def before(self) -> "Period":
        """Return the period of the same length before it (上期)."""
        months = (self.last.year - self.first.year) * 12 + self.last.month - self.first.month + 1
        start = self.first.year * 12 + self.first.month - 1 - months
        year, month = divmod(start, 12)
        if months == 1:
            return month_period(year, month + 1)
        return (
            quarter_period(year, month // _MONTHS_OF_QUARTER + 1)
            if months == _MONTHS_OF_QUARTER
            else year_period(year)
        )

    def contains(self, day: date) -> bool:
        """Whether a day belongs to it."""
        return self.first <= day <= self.last


def month_period(year: int, month: int) -> Period:
    """Return a month."""
    last = date(year, month, monthrange(year, month)[1])
    title = f"{year}年{month}月"
    return Period(key=f"{year}-{month:02}", title=title, first=last.replace(day=1), last=last)


def quarter_period(year: int, quarter: int) -> Period:
    """Return a quarter, 1 to 4."""
    month = quarter * _MONTHS_OF_QUARTER
    return Period(
        key=f"{year}Q{quarter}",
        title=f"{year}年第{quarter}季度",
        first=date(year, month - 2, 1),
        last=date(year, month, monthrange(year, month)[1]),
    )


def year_period(year: int) -> Period:
    """Return a year."""
    return Period(key=str(year), title=f"{year}年", first=date(year, 1, 1), last=date(year, 12, 31))


def read_period(text: str) -> Period:
    """Return the period that somebody wrote: 2026-11, 2026年11月, 2026Q4, 2026第4季度, 2026.

    Raises:
        UserError: it is none of these.
    """
    said = text.strip().upper().replace(" ", "")
    if found := _QUARTERLY.match(said):
        return quarter_period(int(found[1]), int(found[2]))
    if found := _MONTHLY.match(said):
        month = int(found[2] or found[3])
        if 1 <= month <= 12 and int(found[1]):
            return month_period(int(found[1]), month)
    elif (found := _YEARLY.match(said)) and int(found[1]):
        return year_period(int(found[1]))
    raise UserError(
        f"看不懂统计时段「{text}」。请写成 2026-11（月）、2026Q4（季度）或 2026（年）。",
        field="period",
    )


@dataclass(frozen=True, kw_only=True)
class CountedStep:
    """What the statistics need of a step."""

    step: Step
    day: date
    risk: Risk | None = None
    persons: int | None = None
    ruling: CourtRuling | None = None


@dataclass(frozen=True, kw_only=True)
class CountedCase:
    """What the statistics need of a case.

    Attributes:
        parties: how many.
        settled_amount: what the agreement is about, fen; None if not about money.
        form: of the agreement.
    """

    id: int
    kind_code: str
    source: Source
    source_unit: str = ""
    grid: str = ""
    is_difficult: bool = False
    parties: int = 0
    settled_amount: int | None = None
    form: AgreementForm | None = None
    steps: tuple[CountedStep, ...] = ()


class FigureGroup(StrEnum):
    """A part of the report."""

    CASES = "cases"
    SOURCES = "sources"
    AGREEMENTS = "agreements"
    PREVENTED = "prevented"
    SWEEPS = "sweeps"
    BODIES = "bodies"
    OTHER = "other"


FIGURE_GROUP = {
    FigureGroup.CASES: "案件",
    FigureGroup.SOURCES: "案件来源",
    FigureGroup.AGREEMENTS: "协议",
    FigureGroup.PREVENTED: "防止激化",
    FigureGroup.SWEEPS: "排查预防",
    FigureGroup.BODIES: "组织和人员",
    FigureGroup.OTHER: "其他",
}


class Unit(StrEnum):
    """What a figure is counted in; amounts are in fen and shown in 万元, rates in tenths of 1 %."""

    CASES = "件"
    PERSONS = "人"
    TIMES = "次"
    BODIES = "个"
    AMOUNT = "万元"
    RATE = "%"


@dataclass(frozen=True, kw_only=True)
class Figure:
    """A figure of the report.

    Attributes:
        key: for programs and for what is entered by hand.
        value: None where there is nothing to tell, such as a rate of no case.
        before: its value in the period before (上期), None where that is not told.
        ids: the cases it counted; empty where it counts none.
        by_hand: entered by the hall, not counted.
    """

    key: str
    title: str
    group: FigureGroup
    unit: Unit
    value: int | None
    definition: str
    before: int | None = None
    ids: tuple[int, ...] = ()
    by_hand: bool = False


@dataclass(frozen=True, kw_only=True)
class KindLine:
    """A line of the table by kind: cases accepted, settled, not settled in the period."""

    code: str
    name: str
    accepted: tuple[int, ...] = ()
    settled: tuple[int, ...] = ()
    failed: tuple[int, ...] = ()


@dataclass(frozen=True, kw_only=True)
class MonthLine:
    """How many were accepted and settled in a month, for the picture."""

    month: date
    accepted: int
    settled: int


@dataclass(frozen=True, kw_only=True)
class CaseReport:
    """The report of a period.

    Attributes:
        made: when it was counted; of a frozen copy, when it was frozen.
        by: who froze it, "" while it is not.
        id: of a frozen copy.
    """

    period: Period
    figures: tuple[Figure, ...]
    kinds: tuple[KindLine, ...]
    months: tuple[MonthLine, ...]
    made: datetime
    by: str = ""
    note: str = ""
    id: int | None = None

    def figure(self, key: str) -> Figure:
        """Return a figure by its key."""
        return next(each for each in self.figures if each.key == key)


@dataclass(frozen=True, kw_only=True)
class FrozenReport:
    """A line of the list of frozen copies."""

    id: int
    period: Period
    made: datetime
    by: str
    note: str = ""


def shown(value: int | None, unit: Unit) -> str:
    """Return a figure as the report shows it: 96.9, 12.30, 842; — for None."""
    if value is None:
        return "—"
    if unit is Unit.RATE:
        return f"{value // 10}.{value % 10}"
    if unit is Unit.AMOUNT:
        hundredths = (value + 5_000) // 10_000
        return f"{hundredths // 100}.{hundredths % 100:02}"
    return str(value)


def rate(part: int, whole: int) -> int | None:
    """Return a share in tenths of a per cent, half up; None of nothing."""
    return (2000 * part + whole) // (2 * whole) if whole else None
