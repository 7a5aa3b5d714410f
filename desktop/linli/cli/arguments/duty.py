"""The arguments of the verbs of duty: rosters, events."""

import re
from datetime import date
from pathlib import Path

from linli.cli.arguments.common import Parser, add_json, add_step

_MONTH = re.compile(r"(\d{4})[-年](\d{1,2})月?")
_YEARS = range(2000, 2100)


def add_roster(verb: Parser) -> None:
    """Add the steps of rosters."""
    steps = verb.add_subparsers(
        dest="step", required=True, title="做什么", metavar="做什么", parser_class=Parser
    )
    fill = add_step(steps.add_parser, "fill", "自动排一个月的班，锁定的不动")
    _add_month(fill)
    said = "最多排几秒，到时用已找到的最好的；不写时 30"
    fill.shown.add_argument("--seconds", type=seconds, metavar="秒", help=said)
    add_json(fill)
    paper = add_step(steps.add_parser, "print", "一个月的值班表，存成 .pdf 或 .xlsx")
    _add_month(paper)
    paper.shown.add_argument(
        "--out", type=Path, required=True, metavar="文件", help="存到哪里，.pdf 或 .xlsx"
    )
    paper.shown.add_argument("--a4", action="store_true", help="印在 A4 上；不写时 A3")
    add_json(paper)
    check = add_step(steps.add_parser, "check", "检查一个月的值班表；缺人或不合规则时，退出码是 1")
    _add_month(check)
    add_json(check)
    now = add_step(steps.add_parser, "now", "现在谁值班，到几点")
    add_json(now)


def add_events(verb: Parser) -> None:
    """Add which events are listed."""
    said = "哪个月的，如 2026-12；不写时全部"
    verb.shown.add_argument("--month", type=month, metavar="月份", help=said)
    said = "名称、地点、主讲人里的字，或名称的首字母"
    verb.shown.add_argument("--words", metavar="文字", default="", help=said)
    add_json(verb)


def month(text: str) -> date:
    """Read a month, such as 2026-12 or 2026年12月; return its first day.

    Raises:
        ValueError: it is none.
    """
    found = _MONTH.fullmatch(text.strip())
    if found is None or int(found[1]) not in _YEARS:
        raise ValueError
    return date(int(found[1]), int(found[2]), 1)


def seconds(text: str) -> float:
    """Read how long something may take, s.

    Raises:
        ValueError: it is no number from 1 to 3600.
    """
    number = float(text)
    if not 1 <= number <= 3600:
        raise ValueError
    return number


def _add_month(step: Parser) -> None:
    step.shown.add_argument(
        "--month", type=month, required=True, metavar="月份", help="哪个月，如 2026-12"
    )
    said = "哪张值班表；只有一张时不用写"
    step.shown.add_argument("--plan", metavar="名称", help=said)
