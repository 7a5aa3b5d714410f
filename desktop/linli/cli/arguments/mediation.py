"""The arguments of the verbs of mediation."""

from pathlib import Path

from linli.cli.arguments.common import Parser, add_json


def add_case_report(verb: Parser) -> None:
    """Add the period that is counted."""
    said = "2026-11（月）、2026Q4（季度）或 2026（年）"
    verb.shown.add_argument("--period", metavar="时段", required=True, help=said)
    said = "存成 .pdf 或 .xlsx；不写时列在屏幕上"
    verb.shown.add_argument("--out", type=Path, metavar="文件", help=said)
    add_json(verb)
