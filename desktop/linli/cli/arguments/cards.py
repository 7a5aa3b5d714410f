"""The arguments of verbs that print cards, and of those for what printing needs."""

from pathlib import Path

from linli.cli.arguments.common import (
    AddParser,
    Parser,
    add_json,
    add_out,
    add_step,
    count,
    numbers,
)
from linli.domain.card_choices import CardOrder, CardUnit
from linli.domain.paper import Duplex, Pass


def add_cards(verb: Parser) -> None:
    """Add whose cards are printed, and on what."""
    whom = verb.shown.add_mutually_exclusive_group(required=True)
    whom.add_argument("--find", metavar="查找内容", help="找到的居民")
    whom.add_argument("--grid", metavar="网格", help="整个网格，写编号或名称")
    whom.add_argument("--filter", metavar="名称", help="一个常用筛选的居民")
    whom.add_argument("--all", action="store_true", help="全社区")
    whom.add_argument("--outdated", action="store_true", help="发出以后资料有变化的卡")
    whom.add_argument("--resume", type=count, metavar="批号", help="接着印这一批里待印的卡")
    verb.shown.add_argument("--kind", metavar="种类", help="卡的种类；写错时列出可选的种类")
    verb.shown.add_argument(
        "--size",
        metavar="大小",
        help="卡的大小：90x54、id1、a5、a4，或宽x高（毫米）；不写时用这种卡平常的大小",
    )
    verb.shown.add_argument(
        "--per",
        choices=[unit.value for unit in CardUnit],
        help="household 每户一张，person 每人一张；不写时查找按人，网格和全社区按户",
    )
    verb.shown.add_argument(
        "--order",
        choices=[order.value for order in CardOrder],
        help="walk 按网格、楼栋、单元、房号，given 按找到的顺序；不写时查找用 given，其余用 walk",
    )
    verb.shown.add_argument("--from-card", metavar="卡号", help="从这张卡起重印，前面的都是好的")
    verb.shown.add_argument("--most", type=count, metavar="张数", help="这次最多印几张，其余待印")
    said = "姓名里有印不出的字的人先略过，其余照印"
    verb.shown.add_argument("--skip-missing", action="store_true", help=said)
    _add_paper(verb)
    add_out(verb, "联系卡 PDF ")
    add_json(verb)


def add_run(verb: Parser) -> None:
    """Add the steps of print runs."""
    steps = verb.add_subparsers(
        dest="what", required=True, title="做什么", metavar="做什么", parser_class=Parser
    )
    add_json(add_step(steps.add_parser, "list", "列出打印批次"))
    add_json(_add_run_step(steps.add_parser, "show", "列出一批里的卡，哪些印好了"))
    again = _add_run_step(
        steps.add_parser, "reprint", "重印一批里的卡；什么都不选时再存一次上回的 PDF，不另登记"
    )
    which = again.shown.add_mutually_exclusive_group()
    which.add_argument("--cards", type=numbers, metavar="卡号,卡号", help="印坏的这几张")
    which.add_argument("--from-card", metavar="卡号", help="从这张卡起，前面的都是好的")
    which.add_argument("--stopped-after", metavar="卡号", help="这张是最后一张好的，印后面的")
    _add_paper(again)
    add_out(again, "联系卡 PDF ")
    add_json(again)
    handover = _add_run_step(steps.add_parser, "handover", "已印好的卡的签收表，按楼栋")
    handover.shown.add_argument("--page-per-building", action="store_true", help="每栋楼另起一页")
    add_out(handover, "签收表 PDF ")
    add_json(handover)


def add_calibrate(verb: Parser) -> None:
    """Add what a printer is measured by."""
    said = "校准纸 PDF 存到哪里"
    verb.shown.add_argument("--out", type=Path, metavar="文件", help=said)
    verb.shown.add_argument("--profile", metavar="名称", help="打印机档案；登记读数时没有就新建")
    verb.shown.add_argument(
        "--paper", choices=("a4", "a5", "a3"), default="a4", help="校准纸的大小；不写时为 a4"
    )
    verb.shown.add_argument("--front", metavar="A,B,C", help="正面的读数，毫米，也可加上 D,E")
    verb.shown.add_argument("--back", metavar="A,B,C", help="背面的读数，毫米，也可加上 D,E")
    verb.shown.add_argument(
        "--corrected", action="store_true", help="校准纸是按档案里现有的校正打印的"
    )
    _add_turning(verb)
    add_json(verb)


def add_check_names(verb: Parser) -> None:
    """Add nothing of its own."""
    add_json(verb)


def _add_run_step(add: AddParser, name: str, help_: str) -> Parser:
    step = add_step(add, name, help_)
    step.shown.add_argument("run", type=count, metavar="批号")
    return step


def _add_paper(verb: Parser) -> None:
    verb.shown.add_argument(
        "--sheet",
        "--layout",
        metavar="纸张",
        help="single 每页一张，a4x10 A4 纸每页十张，或别的代号；不写时为 single，接着印时照旧",
    )
    verb.shown.add_argument(
        "--start-slot", type=count, metavar="格", help="第一张纸从第几格印起；不写时为第 1 格"
    )
    _add_turning(verb)
    verb.shown.add_argument("--profile", metavar="名称", help="打印机档案，按它校正位置")


def _add_turning(verb: Parser) -> None:
    verb.shown.add_argument(
        "--duplex",
        choices=[duplex.value for duplex in Duplex],
        help="打印机沿长边 long、短边 short 翻面，或手工翻面 manual；不写时为 long，接着印时照旧",
    )
    verb.shown.add_argument(
        "--sides",
        choices=[sides.value for sides in Pass],
        help="both 两面，fronts 只印正面，backs 只印背面（不另登记）",
    )
