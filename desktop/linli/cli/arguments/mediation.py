"""The arguments of the verbs of mediation."""

from pathlib import Path

from linli.cli.arguments.common import Parser, add_json


def add_cases(verb: Parser) -> None:
    """Add which cases are listed."""
    verb.shown.add_argument("--open", action="store_true", help="只列在办的")
    verb.shown.add_argument("--year", type=int, metavar="年份", help="哪一年登记的，如 2026")
    verb.shown.add_argument("--words", metavar="文字", default="", help="编号、名称、当事人里的字")
    add_json(verb)


def add_case_report(verb: Parser) -> None:
    """Add the period that is counted."""
    said = "2026-11（月）、2026Q4（季度）或 2026（年）"
    verb.shown.add_argument("--period", metavar="时段", required=True, help=said)
    said = "存成 .pdf 或 .xlsx；不写时列在屏幕上"
    verb.shown.add_argument("--out", type=Path, metavar="文件", help=said)
    add_json(verb)
