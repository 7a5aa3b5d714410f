"""Numbers of grids (网格编号): a community's 12-digit code and a running suffix.

The standards do not agree on one length: CJ/T 349-2010 adds two digits, DB6101/T 3185-2024 a
sequence, family-planning codes three. So the length of the suffix is the hall's to say, and a hall
that numbers its grids 1, 2, 3 leaves the rule off.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from linli.errors import FieldProblem

PREFIX_DIGITS = 12
"""Digits of a community's code (统计用区划代码)."""

SUFFIX_CHOICES = (2, 3, 4)
"""Digits to choose from for the running part."""

_DIGITS = re.compile(r"[0-9]+")


@dataclass(frozen=True, kw_only=True)
class NumberRule:
    """How grids are numbered. `prefix` is the code of the hall's own community."""

    on: bool = False
    prefix: str = ""
    suffix: int = 3

    def problems(self) -> list[FieldProblem]:
        """Return what is wrong, each beside its field."""
        found = []
        if self.on or self.prefix:
            problem = prefix_problem(self.prefix)
            if problem:
                found.append(FieldProblem(field="prefix", message=problem))
        if self.suffix not in SUFFIX_CHOICES:
            message = f"后缀不能是 {self.suffix} 位，请选 2、3 或 4 位。"
            found.append(FieldProblem(field="suffix", message=message))
        return found


def prefix_problem(prefix: str) -> str | None:
    """Return what is wrong with a community's code, or None."""
    if not prefix:
        return "没有填写社区的 12 位统计用区划代码，请填写，或关掉编号规则。"
    if len(prefix) != PREFIX_DIGITS or not _DIGITS.fullmatch(prefix):
        return f"社区代码「{prefix}」有 {len(prefix)} 个字符，应当是 12 位数字，请核对。"
    return None


def number_problem(number: str, rule: NumberRule, prefix: str) -> str | None:
    """Return why a number breaks the rule, or None.

    Args:
        number: the grid's number.
        rule: the hall's rule; one that is off allows any number.
        prefix: the code of the grid's community.
    """
    if not rule.on:
        return None
    length = len(prefix) + rule.suffix
    if not _DIGITS.fullmatch(number):
        return f"网格编号「{number}」里有不是数字的字符；按编号规则应当是 {length} 位数字，请改正。"
    if len(number) != length:
        return (
            f"网格编号「{number}」有 {len(number)} 位；按编号规则应当是 {length} 位"
            f"（社区代码 {len(prefix)} 位加 {rule.suffix} 位顺序号），"
            "请改正，或在「编号规则」里关掉规则。"
        )
    if not number.startswith(prefix):
        return f"网格编号「{number}」没有以社区代码「{prefix}」开头，请改正。"
    if not int(number[len(prefix) :]):
        return f"网格编号「{number}」的顺序号是 0，请从 1 编起。"
    return None


def next_number(taken: Iterable[str], rule: NumberRule, prefix: str) -> str:
    """Return the next number after those taken; "" if the rule has none left."""
    numbers = set(taken)
    if not rule.on:
        width = max((len(n) for n in numbers if n.startswith("0") and n.isdecimal()), default=0)
        highest = max(
            (int(n) for n in numbers if n.isdecimal() and len(n) < PREFIX_DIGITS), default=0
        )
        return str(highest + 1).zfill(width)
    used = {int(n[len(prefix) :]) for n in numbers if not number_problem(n, rule, prefix)}
    following = max(used, default=0) + 1
    return f"{prefix}{following:0{rule.suffix}}" if following < 10**rule.suffix else ""


def renumbered(numbers: Iterable[str], rule: NumberRule, prefix: str) -> Mapping[str, str]:
    """Return for the numbers of a community's grids, in their order, new ones without gaps."""
    width = rule.suffix if rule.on else 0
    start = prefix if rule.on else ""
    return {old: f"{start}{place:0{width}}" for place, old in enumerate(numbers, 1)}
