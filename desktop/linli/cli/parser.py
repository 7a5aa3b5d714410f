"""What can be typed: the verbs, their options, and what is said about a wrong one."""

import argparse
import os
import re
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import NoReturn

from typing_extensions import override

from linli import __version__
from linli.cli.output import fail
from linli.domain.card_choices import CardOrder, CardUnit
from linli.domain.paper import Duplex, Pass

WRONG_USE = 2
"""Exit code of a command that was typed wrongly."""

# What argparse says, in the words of the people who read it.
_SAID = (
    (r"the following arguments are required: (.+)", r"还要写上 \1"),
    (r"one of the arguments (.+) is required", r"要从 \1 里写一个"),
    (r"unrecognized arguments: (.+)", r"不认识 \1"),
    (r"argument (\S+): not allowed with argument (\S+)", r"\1 和 \2 只能写一个"),
    (r"argument (.+): invalid choice: (\S+) \(choose from (.+)\)", r"\1 不能是 \2，可以是 \3"),
    (r"argument (.+): invalid \w+ value: (.+)", r"\1 不能是 \2"),
    (r"argument (.+): expected .+", r"\1 后面还要写上内容"),
    (r"ambiguous option: (\S+) could match (.+)", r"\1 可以是 \2，请写完整"),
)


class _Parser(argparse.ArgumentParser):
    """A parser that speaks Chinese and says one sentence when something is wrong."""

    def __init__(self, *, prog: str | None = None, description: str | None = None) -> None:
        super().__init__(prog=prog, description=description, add_help=False)
        self.shown = self.add_argument_group("参数")
        self.shown.add_argument("-h", "--help", action="help", help="显示这些说明")

    @override
    def format_help(self) -> str:
        return super().format_help().replace("usage: ", "用法：", 1)

    @override
    def error(self, message: str) -> NoReturn:
        for said, ours in _SAID:
            message, count = re.subn(f"^{said}$", ours, message)
            if count:
                break
        fail(f"命令写得不对：{message}。用法见 {self.prog} --help")
        raise SystemExit(WRONG_USE)


ACCOUNT_STEPS = {
    "list": "列出账号、角色和上次登录",
    "add": "新增账号；不写角色时为查阅人员，第一次登录时要改密码",
    "role": "改账号的角色",
    "reset": "重设密码；下次登录时要改密码",
    "retire": "停用账号",
    "reinstate": "恢复使用停用的账号，另设密码",
    "password": "改自己的密码",
}
_MOST_DAYS = 3660
_MOST = 10**9  # of anything that is counted; the ledger's own numbers end at 2**63
_WITH_READINGS = ("--front", "--back")
_AddParser = Callable[..., _Parser]


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


def _parser() -> _Parser:
    parser = _Parser(prog=program(), description="邻里台：社区一站式服务大厅的台账和联系卡。")
    parser.shown.add_argument(
        "--version", action="version", version=f"linli {__version__}", help="显示版本"
    )
    _add_data_dir(parser, None)
    verbs = parser.add_subparsers(
        dest="verb", title="命令（不写命令就打开窗口）", metavar="命令", parser_class=_Parser
    )
    for add_verb in (
        *(_add_window, _add_demo, _add_init, _add_sample, _add_import),
        *(_add_find, _add_list, _add_cards, _add_run, _add_calibrate, _add_check_names),
        *(_add_entitlements, _add_party, _add_missing, _add_doubles),
        *(_add_backup, _add_backups, _add_restore),
        *(_add_export, _add_verify, _add_accounts, _add_audit, _add_exchange),
    ):
        add_verb(verbs.add_parser)
    return parser


def _add_window(add: _AddParser) -> None:
    _add_verb(add, "window", "打开窗口", ledger=False)


def _add_demo(add: _AddParser) -> None:
    said = "用一份临时的示例台账走一遍：建立、导入、查找、打印联系卡"
    verb = _add_verb(add, "demo", said, ledger=False)
    _add_out(verb, "联系卡 PDF ")


def _add_init(add: _AddParser) -> None:
    verb = _add_verb(add, "init", "建立一个加密的新台账", ledger=False)
    _add_sign_in(verb, required=True)
    verb.shown.add_argument("--community", required=True, metavar="名称", help="社区名称")
    verb.shown.add_argument(
        "--recovery", type=Path, metavar="文件", help="恢复码存成 PDF；不写时显示在屏幕上"
    )
    _add_json(verb)


def _add_sample(add: _AddParser) -> None:
    verb = _add_verb(add, "sample", "在空台账里放入虚构的示例社区（西河社区）")
    verb.shown.add_argument(
        "--people",
        type=_count,
        metavar="人数",
        help="不写时为 3203 人；再多就是一座城市，一百万人要几分钟，放入后不能撤销",
    )
    _add_json(verb)


def _add_import(add: _AddParser) -> None:
    verb = _add_verb(add, "import", "导入已有的台账（.xlsx、.xls、.ods、.csv）")
    verb.shown.add_argument("files", nargs="+", type=Path, metavar="台账", help="可以写几个文件")
    verb.shown.add_argument("--dry-run", action="store_true", help="只试算，不写入")
    verb.shown.add_argument(
        "--report",
        type=Path,
        metavar="文件",
        help="没有录入的行存成工作簿：原样保留，有问题的格标红并写明原因",
    )
    _add_json(verb)


def _add_find(add: _AddParser) -> None:
    verb = _add_verb(add, "find", "查找居民：姓名、拼音、首字母、电话、证件尾号、楼栋房号")
    verb.shown.add_argument("text", metavar="查找内容")
    verb.shown.add_argument("--limit", type=_count, default=50, metavar="人数", help="最多列出几人")
    _add_json(verb)


def _add_doubles(add: _AddParser) -> None:
    verb = _add_verb(add, "doubles", "列出可能重复登记的人")
    most = "最多列出几对"
    verb.shown.add_argument("--limit", type=_count, default=200, metavar="对数", help=most)
    _add_json(verb)


def _add_list(add: _AddParser) -> None:
    verb = _add_verb(add, "list", "列出常用筛选和各有几人，或其中一个筛选的居民")
    verb.shown.add_argument("--filter", metavar="名称", help="列出这个常用筛选的居民")
    verb.shown.add_argument("--limit", type=_count, metavar="人数", help="最多列出几人")
    _add_json(verb)


def _add_cards(add: _AddParser) -> None:
    verb = _add_verb(add, "cards", "打印联系卡到 PDF，并登记发卡")
    whom = verb.shown.add_mutually_exclusive_group(required=True)
    whom.add_argument("--find", metavar="查找内容", help="找到的居民")
    whom.add_argument("--grid", metavar="网格", help="整个网格，写编号或名称")
    whom.add_argument("--filter", metavar="名称", help="一个常用筛选的居民")
    whom.add_argument("--all", action="store_true", help="全社区")
    whom.add_argument("--outdated", action="store_true", help="发出以后资料有变化的卡")
    whom.add_argument("--resume", type=_count, metavar="批号", help="接着印这一批里待印的卡")
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
    verb.shown.add_argument("--most", type=_count, metavar="张数", help="这次最多印几张，其余待印")
    said = "姓名里有印不出的字的人先略过，其余照印"
    verb.shown.add_argument("--skip-missing", action="store_true", help=said)
    _add_paper(verb)
    _add_out(verb, "联系卡 PDF ")
    _add_json(verb)


def _add_run(add: _AddParser) -> None:
    verb = _add_verb(add, "run", "查看和补打打印批次", ledger=False)
    steps = verb.add_subparsers(
        dest="what", required=True, title="做什么", metavar="做什么", parser_class=_Parser
    )
    _add_json(_add_verb(steps.add_parser, "list", "列出打印批次"))
    _add_json(_add_run_step(steps.add_parser, "show", "列出一批里的卡，哪些印好了"))
    again = _add_run_step(
        steps.add_parser, "reprint", "重印一批里的卡；什么都不选时再存一次上回的 PDF，不另登记"
    )
    which = again.shown.add_mutually_exclusive_group()
    which.add_argument("--cards", type=_numbers, metavar="卡号,卡号", help="印坏的这几张")
    which.add_argument("--from-card", metavar="卡号", help="从这张卡起，前面的都是好的")
    which.add_argument("--stopped-after", metavar="卡号", help="这张是最后一张好的，印后面的")
    _add_paper(again)
    _add_out(again, "联系卡 PDF ")
    _add_json(again)
    handover = _add_run_step(steps.add_parser, "handover", "已印好的卡的签收表，按楼栋")
    handover.shown.add_argument("--page-per-building", action="store_true", help="每栋楼另起一页")
    _add_out(handover, "签收表 PDF ")
    _add_json(handover)


def _add_run_step(add: _AddParser, name: str, help_: str) -> _Parser:
    step = _add_verb(add, name, help_)
    step.shown.add_argument("run", type=_count, metavar="批号")
    return step


def _add_calibrate(add: _AddParser) -> None:
    verb = _add_verb(add, "calibrate", "打印校准纸，或登记从校准纸上读到的数")
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
    _add_json(verb)


def _add_paper(verb: _Parser) -> None:
    verb.shown.add_argument(
        "--sheet",
        "--layout",
        metavar="纸张",
        help="single 每页一张，a4x10 A4 纸每页十张，或别的代号；不写时为 single，接着印时照旧",
    )
    verb.shown.add_argument(
        "--start-slot", type=_count, metavar="格", help="第一张纸从第几格印起；不写时为第 1 格"
    )
    _add_turning(verb)
    verb.shown.add_argument("--profile", metavar="名称", help="打印机档案，按它校正位置")


def _add_turning(verb: _Parser) -> None:
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


def _add_check_names(add: _AddParser) -> None:
    said = "列出印不出来的姓名：旧系统的自造字编码、没有字体的生僻字"
    verb = _add_verb(add, "check-names", said)
    _add_json(verb)


def _add_entitlements(add: _AddParser) -> None:
    verb = _add_verb(add, "entitlements", "在享受的救助待遇按种类合计，或列出要复核、要到期的")
    said = "列出这么多天内要复核或到期的，今天到期的写 0"
    verb.shown.add_argument("--due", type=_days, metavar="天数", help=said)
    _add_json(verb)


def _add_party(add: _AddParser) -> None:
    verb = _add_verb(add, "party", "党员总数：按直管、协管、托管，按属地、其他，按支部")
    _add_json(verb)


def _add_missing(add: _AddParser) -> None:
    verb = _add_verb(add, "missing", "没有电话、证件号、住址……的各有多少")
    _add_json(verb)


def _add_export(add: _AddParser) -> None:
    verb = _add_verb(add, "export", "导出居民名册到 .xlsx")
    verb.shown.add_argument("what", choices=["residents"], help="residents 居民名册")
    verb.shown.add_argument(
        "--filter", metavar="名称", help="只导出一个常用筛选的居民；不写时为全部在住居民"
    )
    verb.shown.add_argument(
        "--reveal", metavar="用途", help="证件和电话不遮盖，须写明用途（记入审计）"
    )
    _add_out(verb, "名册")
    _add_json(verb)


def _add_backup(add: _AddParser) -> None:
    verb = _add_verb(add, "backup", "备份台账，打开核对过才算数")
    said = "另外复制一份到这个文件夹，或存成这个文件；不写时只存在本机"
    verb.shown.add_argument("to", nargs="?", type=Path, metavar="存到", help=said)
    _add_json(verb)


def _add_backups(add: _AddParser) -> None:
    verb = _add_verb(add, "backups", "列出本机的备份，或一个文件夹里的备份", ledger=False)
    said = "备份所在的文件夹，比如U盘上的“邻里台备份”"
    verb.shown.add_argument("folder", nargs="?", type=Path, metavar="文件夹", help=said)
    _add_json(verb)


def _add_restore(add: _AddParser) -> None:
    verb = _add_verb(add, "restore", "恢复到一个备份；现在的台账先另存一份，可以再恢复回来")
    verb.shown.add_argument("file", type=Path, metavar="备份", help="备份文件，或旧版的备份文件夹")
    said = "不动现在的台账，在这个新文件夹里恢复"
    verb.shown.add_argument("--to", type=Path, metavar="文件夹", help=said)
    _add_code(verb)
    _add_json(verb)


def _add_code(verb: _Parser) -> None:
    said = "给出的不是密码，是备份那时的恢复码"
    verb.shown.add_argument("--code", action="store_true", help=said)


def _add_verify(add: _AddParser) -> None:
    verb = _add_verb(add, "verify", "检查台账或一个备份是否完好，并数一数")
    said = "检查这个备份文件；不写时检查台账"
    verb.shown.add_argument("file", nargs="?", type=Path, metavar="备份", help=said)
    _add_code(verb)
    said = "先按登记的内容重建查找用的索引"
    verb.shown.add_argument("--rebuild-index", action="store_true", help=said)
    _add_json(verb)


def _add_accounts(add: _AddParser) -> None:
    said = "账号：列出、新增、改角色、重设密码、停用、恢复使用、改自己的密码"
    verb = _add_verb(add, "accounts", said, ledger=False)
    steps = verb.add_subparsers(
        dest="step", required=True, title="做什么", metavar="做什么", parser_class=_Parser
    )
    for name, said in ACCOUNT_STEPS.items():
        step = _add_verb(steps.add_parser, name, said)
        if name not in ("list", "password"):
            step.shown.add_argument("name", metavar="账号")
        if name in ("add", "role"):
            step.shown.add_argument("--role", metavar="角色", help="写错时列出可选的角色")
        if name in ("add", "reset", "reinstate", "password"):
            where = "从这个文件的第一行读新密码；不写时用环境变量 LINLI_NEW_PASSWORD"
            step.shown.add_argument("--new-password-file", type=Path, metavar="文件", help=where)
        _add_json(step)


def _add_audit(add: _AddParser) -> None:
    verb = _add_verb(add, "audit", "审计日志：核验、导出、链头", ledger=False)
    steps = verb.add_subparsers(
        dest="step", required=True, title="做什么", metavar="做什么", parser_class=_Parser
    )
    said = "核验审计记录有没有被改动、删除、调换，或者整个台账被换成旧的"
    check = _add_verb(steps.add_parser, "verify", said)
    said = "纸上的序号和校验码，如 123-ABCD-…；可以写几次"
    check.shown.add_argument("--head", action="append", metavar="链头", help=said)
    _add_json(check)
    out = _add_verb(steps.add_parser, "export", "导出审计记录（.xlsx、.csv 或 .jsonl），连同校验码")
    for name, place, said in (
        ("--from", "since", "从哪天起，如 2026-11-01"),
        ("--to", "until", "到哪天为止"),
    ):
        out.shown.add_argument(name, dest=place, type=date.fromisoformat, metavar="日期", help=said)
    out.shown.add_argument("--by", metavar="账号", help="只要哪个账号的")
    out.shown.add_argument("--kind", metavar="类别", help="只要哪一类，如 查看明文、打印、导出")
    _add_out(out, "审计记录")
    _add_json(out)
    head = _add_verb(steps.add_parser, "head", "显示链头，或存成一张可以打印保管的 PDF")
    head.shown.add_argument("--out", type=Path, metavar="文件", help="链头 PDF 存到哪里")
    _add_json(head)


def _add_exchange(add: _AddParser) -> None:
    verb = _add_verb(
        add, "exchange", "与其他电脑交换：本机、信任、做文件、预览、读入", ledger=False
    )
    steps = verb.add_subparsers(
        dest="step", required=True, title="做什么", metavar="做什么", parser_class=_Parser
    )
    own = _add_verb(steps.add_parser, "id", "显示本机的名称、核对文字和钥匙码")
    own.shown.add_argument("--name", metavar="名称", help="先给本机改名，如 一楼窗口")
    own.shown.add_argument("--save", type=Path, metavar="文件", help="存成 .linli-key 文件给对方")
    _add_json(own)
    trust = _add_verb(steps.add_parser, "trust", "列出、添加或取消信任的电脑")
    one = trust.shown.add_mutually_exclusive_group()
    one.add_argument("--key", type=Path, metavar="文件", help="对方电脑的 .linli-key 文件")
    one.add_argument("--code", metavar="钥匙码", help="对方电脑的钥匙码，要和 --name 一起写")
    one.add_argument("--revoke", metavar="名称", help="不再信任这台电脑")
    trust.shown.add_argument("--name", metavar="名称", help="对方电脑在这里叫什么")
    said = "和对方读出的 12 个词一致，才写上它们（用空格隔开）；不写就只显示"
    trust.shown.add_argument("--words", metavar="核对文字", help=said)
    _add_json(trust)
    out = _add_verb(steps.add_parser, "export", "做一份只有指定电脑读得了的交换文件")
    said = "做给哪台电脑；可以写几次"
    out.shown.add_argument("--to", action="append", required=True, metavar="名称", help=said)
    some = out.shown.add_mutually_exclusive_group()
    some.add_argument("--all", action="store_true", help="全部内容，不只是上次之后的修改")
    some.add_argument("--grid", metavar="编号", help="只要这个网格")
    _add_out(out, "交换文件")
    _add_json(out)
    for name, said in (("preview", "看一份交换文件会改动什么"), ("apply", "读入一份交换文件")):
        step = _add_verb(steps.add_parser, name, said)
        step.shown.add_argument(
            "file", type=Path, metavar="文件", help="对方电脑做的 .linli-x 文件"
        )
        step.shown.add_argument(
            "--conflicts",
            choices=("newer", "ours", "theirs"),
            default="newer",
            help="两边都改过的，取较新的、本机的还是对方的；不写时取较新的",
        )
        _add_json(step)


def _add_verb(add: _AddParser, name: str, help_: str, *, ledger: bool = True) -> _Parser:
    verb = add(name, help=help_, description=f"{help_}。")
    _add_data_dir(verb, argparse.SUPPRESS)
    if ledger:
        _add_sign_in(verb, required=False)
    return verb


def _add_sign_in(verb: _Parser, *, required: bool) -> None:
    said = "谁在操作" if required else "谁在操作，只有一个账号时不用写"
    verb.shown.add_argument("--account", required=required, metavar="账号", help=said)
    verb.shown.add_argument(
        "--password-file",
        type=Path,
        metavar="文件",
        help="从这个文件的第一行读密码；不写时用环境变量 LINLI_PASSWORD",
    )


def _add_data_dir(parser: _Parser, default: str | None) -> None:
    # After a verb it must not undo what stood before the verb, so there it has no default.
    parser.shown.add_argument(
        "--data-dir",
        type=Path,
        default=default,
        metavar="文件夹",
        help="台账所在的文件夹；不写时用本机用户的数据文件夹",
    )


def _add_json(verb: _Parser) -> None:
    verb.shown.add_argument("--json", action="store_true", help="结果用 JSON 写出，供别的程序读取")


def _add_out(verb: _Parser, what: str) -> None:
    said = f"{what}存到哪里"
    verb.shown.add_argument("--out", type=Path, required=True, metavar="文件", help=said)


def _days(text: str) -> int:
    number = int(text)
    if not 0 <= number <= _MOST_DAYS:
        raise ValueError
    return number


def _count(text: str) -> int:
    number = int(text)
    if not 1 <= number <= _MOST:
        raise ValueError
    return number


def _numbers(text: str) -> list[str]:
    return [number for number in re.split(r"[,，、\s]+", text) if number]
