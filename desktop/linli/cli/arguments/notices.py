"""The arguments of the verbs of notices."""

from linli.cli.arguments.common import Parser, add_json, add_out, add_step


def add_notice(verb: Parser) -> None:
    """Add what a notice says and to whom it goes."""
    verb.shown.add_argument("kind", metavar="种类", help="名称或代号，如 会议通知；写错时列出全部")
    said = "填一项，如 会议地点=二楼会议室；也可以填 标题、称呼、正文、落款日期；可以写几次"
    verb.shown.add_argument(
        "--set", dest="values", action="append", metavar="填写项=内容", help=said
    )
    verb.shown.add_argument("--issuer", metavar="单位", help="发文单位；不写时用第一个")
    whom = verb.shown.add_mutually_exclusive_group()
    whom.add_argument("--to-grid", metavar="网格", help="发给整个网格，写编号或名称")
    whom.add_argument("--to-filter", metavar="名称", help="发给一个常用筛选的居民")
    whom.add_argument("--to-find", metavar="查找内容", help="发给找到的居民")
    said = "household 每户一份，person 每人一份；不写时每户一份"
    verb.shown.add_argument("--per", choices=("household", "person"), help=said)
    said = "发文：编文号、登记、存档；不写时只存 PDF，标明是草稿"
    verb.shown.add_argument("--issue", action="store_true", help=said)
    add_out(verb, "通知 PDF ")
    add_json(verb)


def add_notices(verb: Parser) -> None:
    """Add the steps of the register."""
    steps = verb.add_subparsers(
        dest="what", required=True, title="做什么", metavar="做什么", parser_class=Parser
    )
    add_json(add_step(steps.add_parser, "list", "列出通知：文号、标题、状态"))
    add_json(add_step(steps.add_parser, "kinds", "列出通知的种类和要填的内容"))
