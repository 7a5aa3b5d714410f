"""The arguments of the verbs of mediation."""

from pathlib import Path

from linli.cli.arguments.common import Parser, add_json


def add_cases(verb: Parser) -> None:
    """Add which cases are listed."""
    verb.shown.add_argument("--open", action="store_true", help="只列在办的")
    verb.shown.add_argument("--year", type=int, metavar="年份", help="哪一年登记的，如 2026")
    verb.shown.add_argument("--words", metavar="文字", default="", help="编号、名称、当事人里的字")
    add_json(verb)


def add_case_file(verb: Parser) -> None:
    """Add whose file is bound, and how."""
    verb.shown.add_argument("number", metavar="编号", help="如 〔2026〕西人调字第1号，或 2026-1")
    verb.shown.add_argument("--out", type=Path, metavar="文件.pdf", required=True, help="存到哪里")
    which = verb.shown.add_mutually_exclusive_group()
    which.add_argument("--archived", action="store_true", help="归档时装订的原样")
    which.add_argument("--transfer", action="store_true", help="移交卷宗：移交单在前，不必齐全")
    verb.shown.add_argument("--both-sides", action="store_true", help="按双面打印装订")
    said = "加密；密码从 --copy-password-file、环境变量 LINLI_COPY_PASSWORD 或键盘读取"
    verb.shown.add_argument("--encrypt", action="store_true", help=said)
    said = "第一行是加密副本的密码"
    verb.shown.add_argument("--copy-password-file", type=Path, metavar="文件", help=said)
    add_json(verb)


def add_case_report(verb: Parser) -> None:
    """Add the period that is counted."""
    said = "2026-11（月）、2026Q4（季度）或 2026（年）"
    verb.shown.add_argument("--period", metavar="时段", required=True, help=said)
    said = "存成 .pdf 或 .xlsx；不写时列在屏幕上"
    verb.shown.add_argument("--out", type=Path, metavar="文件", help=said)
    add_json(verb)
