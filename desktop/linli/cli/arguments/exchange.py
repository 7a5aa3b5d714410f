"""The arguments of the verb that exchanges changes with other machines."""

from pathlib import Path

from linli.cli.arguments.common import Parser, add_json, add_out, add_step


def add_exchange(verb: Parser) -> None:
    """Add the steps of exchanging."""
    steps = verb.add_subparsers(
        dest="step", required=True, title="做什么", metavar="做什么", parser_class=Parser
    )
    own = add_step(steps.add_parser, "id", "显示本机的名称、核对文字和钥匙码")
    own.shown.add_argument("--name", metavar="名称", help="先给本机改名，如 一楼窗口")
    own.shown.add_argument("--save", type=Path, metavar="文件", help="存成 .linli-key 文件给对方")
    add_json(own)
    trust = add_step(steps.add_parser, "trust", "列出、添加或取消信任的电脑")
    one = trust.shown.add_mutually_exclusive_group()
    one.add_argument("--key", type=Path, metavar="文件", help="对方电脑的 .linli-key 文件")
    one.add_argument("--code", metavar="钥匙码", help="对方电脑的钥匙码，要和 --name 一起写")
    one.add_argument("--revoke", metavar="名称", help="不再信任这台电脑")
    trust.shown.add_argument("--name", metavar="名称", help="对方电脑在这里叫什么")
    said = "和对方读出的 12 个词一致，才写上它们（用空格隔开）；不写就只显示"
    trust.shown.add_argument("--words", metavar="核对文字", help=said)
    add_json(trust)
    out = add_step(steps.add_parser, "export", "做一份只有指定电脑读得了的交换文件")
    said = "做给哪台电脑；可以写几次"
    out.shown.add_argument("--to", action="append", required=True, metavar="名称", help=said)
    some = out.shown.add_mutually_exclusive_group()
    some.add_argument("--all", action="store_true", help="全部内容，不只是上次之后的修改")
    some.add_argument("--grid", metavar="编号", help="只要这个网格")
    add_out(out, "交换文件")
    add_json(out)
    for name, said in (("preview", "看一份交换文件会改动什么"), ("apply", "读入一份交换文件")):
        step = add_step(steps.add_parser, name, said)
        step.shown.add_argument(
            "file", type=Path, metavar="文件", help="对方电脑做的 .linli-x 文件"
        )
        step.shown.add_argument(
            "--conflicts",
            choices=("newer", "ours", "theirs"),
            default="newer",
            help="两边都改过的，取较新的、本机的还是对方的；不写时取较新的",
        )
        add_json(step)
