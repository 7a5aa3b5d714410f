"""Allowances of informants (信息员补助): so much a head and month, with reasons for plus and minus.

Source: 信息员补助每人每月100元，履职挂钩，奖优罚劣 (西河社区). The amount is the hall's setting.
Paying it out is done outside of the program.
"""

from calendar import monthrange
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from linli.domain.teams import Member

ALLOWANCE_RULES = "allowance_rules"
DEFAULT_AMOUNT = 100_00
"""fen a month."""
MOST_AMOUNT = 100_000_00
PAID_OUTSIDE = "本表只作核算，发放在程序外办理。"


class PartRule(StrEnum):
    """What somebody gets who served only a part of the month."""

    DAYS = "days"
    """By days: amount × days served ÷ days of the month, rounded to a fen."""
    WHOLE = "whole"
    """The whole amount for any day served."""


PART_LABELS = {PartRule.DAYS: "按在岗天数折算", PartRule.WHOLE: "在岗一天即发整月"}


@dataclass(frozen=True, kw_only=True)
class AllowanceRules:
    """What new sheets begin with; `amount` in fen."""

    amount: int = DEFAULT_AMOUNT
    part_rule: PartRule = PartRule.DAYS


@dataclass(frozen=True, kw_only=True)
class AllowanceChange:
    """A plus (奖) or minus (罚) in fen, and why."""

    id: int
    member_id: int
    amount: int
    reason: str


@dataclass(frozen=True, kw_only=True)
class ChangeDraft:
    """A plus, or a minus if the amount (fen) is below 0."""

    member_id: int
    amount: int
    reason: str


@dataclass(frozen=True, kw_only=True)
class AllowanceLine:
    """What one person gets; amounts in fen, `minus` not below 0, `counts` are slips by kind."""

    member_id: int | None
    name: str
    grid: str
    days: int
    counts: Mapping[str, int] = field(default_factory=dict)
    base: int = 0
    plus: int = 0
    minus: int = 0
    reasons: str = ""

    @property
    def total(self) -> int:
        """What is to be paid, fen."""
        return self.base + self.plus - self.minus

    @property
    def slips(self) -> int:
        """All slips of the month."""
        return sum(self.counts.values())


@dataclass(frozen=True, kw_only=True)
class AllowanceSheet:
    """The allowances of a team in a month (`month` is its first day), line by line.

    One that is not `closed_on` yet follows the members and the slips.
    """

    id: int | None
    version: int
    team_id: int
    team: str
    month: date
    rules: AllowanceRules
    lines: tuple[AllowanceLine, ...]
    changes: tuple[AllowanceChange, ...] = ()
    closed_on: date | None = None
    account: str | None = None

    @property
    def total(self) -> int:
        """What is to be paid in all, fen."""
        return sum(line.total for line in self.lines)


def month_end(month: date) -> date:
    """Return the last day of the month that begins on a day."""
    return month.replace(day=monthrange(month.year, month.month)[1])


def days_served(member: Member, month: date) -> int:
    """Return on how many days of a month somebody was in the team."""
    first, last = month, month_end(month)
    facts = member.facts
    begun = max(first, facts.since) if facts.since else first
    over = min(last, facts.until) if facts.until else last
    return max(0, (over - begun).days + 1)


def base_of(days: int, month: date, rules: AllowanceRules) -> int:
    """Return what somebody gets before plus and minus, fen; half a fen counts as one."""
    if days == 0:
        return 0
    whole = month_end(month).day
    if rules.part_rule is PartRule.WHOLE or days >= whole:
        return rules.amount
    return (2 * rules.amount * days + whole) // (2 * whole)


def lines_of(
    members: Sequence[Member],
    month: date,
    rules: AllowanceRules,
    counts: Mapping[int, Mapping[str, int]],
    changes: Sequence[AllowanceChange],
) -> tuple[AllowanceLine, ...]:
    """Return the lines of an open sheet: of everybody who served in the month.

    Args:
        members: memberships of the team.
        month: its first day.
        rules: the amount, and what a part of the month counts.
        counts: slips by membership and kind.
        changes: every plus and minus of the month.
    """
    lines = []
    for member in members:
        days = days_served(member, month)
        own = [change for change in changes if change.member_id == member.id]
        if days or own:
            lines.append(
                AllowanceLine(
                    member_id=member.id,
                    name=member.facts.name,
                    grid=member.grid,
                    days=days,
                    counts=dict(counts.get(member.id, {})),
                    base=base_of(days, month, rules),
                    plus=sum(change.amount for change in own if change.amount > 0),
                    minus=-sum(change.amount for change in own if change.amount < 0),
                    reasons="；".join(change.reason for change in own),
                )
            )
    return tuple(lines)
