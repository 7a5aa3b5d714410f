"""How long personal data are kept (保存期限), and whose are due.

The law asks for the shortest time that the purpose needs and names no figure (个人信息保护法
art. 19): the periods are the hall's own rule, and nothing is removed without a person's decision.
"""

import json
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

from linli.domain.residents import ResidentRow
from linli.errors import FieldProblem
from linli.paths import resource

MOST_MONTHS = 600
"""The longest period that can be set."""
MOST_KEPT_YEARS = 10
"""So far ahead at most one line can be kept before it is looked at again."""


@dataclass(frozen=True, kw_only=True)
class RetentionRule:
    """What is kept how long.

    Attributes:
        id: by which it is known.
        what: whose data, such as 迁出的居民.
        event: from what on the time runs.
        months: how long.
        enabled: whether it is looked at.
    """

    id: str
    what: str
    event: str
    months: int
    enabled: bool = True


@dataclass(frozen=True, kw_only=True)
class KeepDecision:
    """Why a line is kept, and until when."""

    until: date
    reason: str
    decided_on: date
    account: str


@dataclass(frozen=True, kw_only=True)
class DueLine:
    """Something that a rule says is due.

    Attributes:
        rule: the rule.
        table: `resident` or `tenancy`.
        row_id: which row.
        name: of whom.
        place: where they live or lived.
        since: when the event was.
        due: when the time was over.
        person: the resident; None of a tenant from outside.
        kept: the decision to keep it, also one that has run out.
    """

    rule: RetentionRule
    table: str
    row_id: int
    name: str
    place: str
    since: date
    due: date
    person: ResidentRow | None
    kept: KeepDecision | None

    def is_waiting(self, today: date) -> bool:
        """Whether it is to be decided about today."""
        return self.due <= today and (self.kept is None or self.kept.until <= today)


def default_rules() -> tuple[RetentionRule, ...]:
    """Return the rules as they come with the program."""
    return tuple(RetentionRule(**rule) for rule in _data()["rules"])


def rules_source() -> str:
    """Return what the periods rest on, wherever they are shown."""
    return str(_data()["source"])


def add_months(day: date, months: int) -> date:
    """Return the same day so many months later, else the last of that month (民法典第 202 条)."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def check_months(rule: RetentionRule) -> list[FieldProblem]:
    """Return what is wrong with the period of a rule."""
    if 1 <= rule.months <= MOST_MONTHS:
        return []
    message = f"“{rule.what}”的保存期限要在 1 到 {MOST_MONTHS} 个月之间，请改正。"
    return [FieldProblem(field=rule.id, message=message)]


def check_keeping(until: date, reason: str, today: date) -> list[FieldProblem]:
    """Return what is wrong with a decision to keep something."""
    problems = []
    if not reason:
        problems.append(
            FieldProblem(field="reason", message="没有写继续保存的理由，请写明为什么还要用。")
        )
    if until <= today:
        problems.append(FieldProblem(field="until", message="保存到哪一天要晚于今天，请重新填写。"))
    elif until > add_months(today, MOST_KEPT_YEARS * 12):
        message = f"一次最多继续保存 {MOST_KEPT_YEARS} 年，请填写较近的日期，到时再看。"
        problems.append(FieldProblem(field="until", message=message))
    return problems


def months_text(months: int) -> str:
    """Return a period as spoken: 3 年, 18 个月."""
    years, rest = divmod(months, 12)
    return f"{months} 个月" if rest else f"{years} 年"


@cache
def _data() -> Any:
    return json.loads(resource("codes/retention.json").read_text(encoding="utf-8"))
