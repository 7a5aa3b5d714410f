"""The arguments of verbs for a whole ledger: founding, filling, taking out, checking."""

from pathlib import Path

from linli.cli.arguments.common import Parser, add_code, add_json, add_out, add_sign_in, count


def add_demo(verb: Parser) -> None:
    """Add where the cards of the trial go."""
    add_out(verb, "联系卡 PDF ")


def add_init(verb: Parser) -> None:
    """Add what a new ledger needs."""
    add_sign_in(verb, required=True)
    verb.shown.add_argument("--community", required=True, metavar="名称", help="社区名称")
    verb.shown.add_argument(
        "--recovery", type=Path, metavar="文件", help="恢复码存成 PDF；不写时显示在屏幕上"
    )
    add_json(verb)


def add_sample(verb: Parser) -> None:
    """Add how big the sample is."""
    verb.shown.add_argument(
        "--people",
        type=count,
        metavar="人数",
        help="不写时为 3203 人；再多就是一座城市，一百万人要几分钟，放入后不能撤销",
    )
    add_json(verb)


def add_import(verb: Parser) -> None:
    """Add the files to import."""
    verb.shown.add_argument("files", nargs="+", type=Path, metavar="台账", help="可以写几个文件")
    verb.shown.add_argument("--dry-run", action="store_true", help="只试算，不写入")
    verb.shown.add_argument(
        "--report",
        type=Path,
        metavar="文件",
        help="没有录入的行存成工作簿：原样保留，有问题的格标红并写明原因",
    )
    add_json(verb)


def add_export(verb: Parser) -> None:
    """Add what is taken out."""
    verb.shown.add_argument("what", choices=["residents"], help="residents 居民名册")
    verb.shown.add_argument(
        "--filter", metavar="名称", help="只导出一个常用筛选的居民；不写时为全部在住居民"
    )
    verb.shown.add_argument(
        "--reveal", metavar="用途", help="证件和电话不遮盖，须写明用途（记入审计）"
    )
    add_out(verb, "名册")
    add_json(verb)


def add_verify(verb: Parser) -> None:
    """Add what is checked."""
    said = "检查这个备份文件；不写时检查台账"
    verb.shown.add_argument("file", nargs="?", type=Path, metavar="备份", help=said)
    add_code(verb)
    said = "先按登记的内容重建查找用的索引"
    verb.shown.add_argument("--rebuild-index", action="store_true", help=said)
    add_json(verb)
