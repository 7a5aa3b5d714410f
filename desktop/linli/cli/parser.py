"""What can be typed: the verbs, and how their arguments are read.

The arguments of each verb stand in `arguments`, by area; only those of the verb that was typed are
added, so that a verb does not wait for the others.
"""

import argparse
import os
from collections.abc import Iterator
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import NamedTuple

from linli import __version__
from linli.cli.arguments.common import Parser, add_data_dir, add_sign_in


class Verb(NamedTuple):
    """A verb: how it is typed, what it does, and which module of `arguments` has its arguments."""

    name: str
    does: str
    area: str | None
    signs_in: bool = True


_VERBS = (
    Verb("window", "打开窗口", None, signs_in=False),
    Verb("practice", "打开练习窗口：虚构的居民，跟着做一遍", None, signs_in=False),
    Verb(
        "demo", "用一份临时的示例台账走一遍：建立、导入、查找、打印联系卡", "ledger", signs_in=False
    ),
    Verb("init", "建立一个加密的新台账", "ledger", signs_in=False),
    Verb("sample", "在空台账里放入虚构的示例社区（西河社区）", "ledger"),
    Verb("import", "导入已有的台账（.xlsx、.xls、.ods、.csv）", "ledger"),
    Verb("find", "查找居民：姓名、拼音、首字母、电话、证件尾号、楼栋房号", "people"),
    Verb("list", "列出常用筛选和各有几人，或其中一个筛选的居民", "people"),
    Verb("cards", "打印联系卡到 PDF，并登记发卡", "cards"),
    Verb("run", "查看和补打打印批次", "cards", signs_in=False),
    Verb("calibrate", "打印校准纸，或登记从校准纸上读到的数", "cards"),
    Verb("check-names", "列出印不出来的姓名：旧系统的自造字编码、没有字体的生僻字", "cards"),
    Verb("entitlements", "在享受的救助待遇按种类合计，或列出要复核、要到期的", "people"),
    Verb("party", "党员总数：按直管、协管、托管，按属地、其他，按支部", "people"),
    Verb("missing", "没有电话、证件号、住址……的各有多少", "people"),
    Verb("grids", "列出网格：楼栋、户数、人数、网格人员", "people"),
    Verb("notice", "写一件通知，存成 PDF；加 --issue 就发文", "notices"),
    Verb("notices", "通知的登记和种类", "notices", signs_in=False),
    Verb("cases", "列出矛盾纠纷：编号、当事人、类型、进度、层级", "mediation"),
    Verb("case-file", "装订一件案子的卷宗，存成 PDF；加 --encrypt 要密码才能打开", "mediation"),
    Verb("case-report", "调解统计报表：一个月、一个季度或一年", "mediation"),
    Verb("roster", "值班表：自动排班、打印、检查、现在谁值班", "duty", signs_in=False),
    Verb("events", "列出社区活动：时间、地点、情况、人次", "duty"),
    Verb("doubles", "列出可能重复登记的人", "people"),
    Verb("backup", "备份台账，打开核对过才算数", "safety"),
    Verb("backups", "列出本机的备份，或一个文件夹里的备份", "safety", signs_in=False),
    Verb("restore", "恢复到一个备份；现在的台账先另存一份，可以再恢复回来", "safety"),
    Verb("returned", "删除过、恢复备份后又回来的人：列出，或再次删除", "safety"),
    Verb("export", "导出居民名册到 .xlsx", "ledger"),
    Verb("verify", "检查台账或一个备份是否完好，并数一数", "ledger"),
    Verb(
        "accounts",
        "账号：列出、新增、改角色、重设密码、停用、恢复使用、改自己的密码",
        "safety",
        signs_in=False,
    ),
    Verb("audit", "审计日志：核验、导出、链头", "safety", signs_in=False),
    Verb("exchange", "与其他电脑交换：本机、信任、做文件、预览、读入", "exchange", signs_in=False),
)
"""In the order of the help."""

_WITH_READINGS = ("--front", "--back")


def program() -> str:
    """Return how the program was called, as the user typed it."""
    return os.environ.get("LINLI_PROGRAM") or "linli"


def parse(arguments: list[str]) -> argparse.Namespace:
    """Read the command line; `verb` of the result is "window" when no verb is given.

    Raises:
        SystemExit: after `--help`, `--version`, or a wrong command.
    """
    options = _parser().parse_args(list(_joined(arguments)))
    options.verb = options.verb or "window"
    return options


def _joined(arguments: list[str]) -> Iterator[str]:
    """Yield the arguments, readings that begin with a minus joined to their option."""
    rest = iter(arguments)
    for argument in rest:
        value = next(rest, None) if argument in _WITH_READINGS else None
        yield argument if value is None else f"{argument}={value}"


def _parser() -> Parser:
    parser = Parser(prog=program(), description="邻里台：社区一站式服务大厅的台账和联系卡。")
    parser.shown.add_argument(
        "--version", action="version", version=f"linli {__version__}", help="显示版本"
    )
    parser.shown.add_argument(
        "--smoke-test",
        nargs="?",
        type=Path,
        const=False,
        metavar="文件夹",
        help="装好以后试一遍各部分能不能用，报告写到屏幕或文件夹",
    )
    add_data_dir(parser, None)
    verbs = parser.add_subparsers(
        dest="verb", title="命令（不写命令就打开窗口）", metavar="命令", parser_class=Parser
    )
    for verb in _VERBS:
        verbs.add_parser(
            verb.name, help=verb.does, description=f"{verb.does}。", fill=partial(_fill, verb)
        )
    return parser


def _fill(verb: Verb, parser: Parser) -> None:
    """Add the arguments of a verb."""
    add_data_dir(parser, argparse.SUPPRESS)
    if verb.signs_in:
        add_sign_in(parser, required=False)
    if verb.area is not None:
        area = import_module(f"linli.cli.arguments.{verb.area}")
        getattr(area, f"add_{verb.name.replace('-', '_')}")(parser)
