"""The arguments of verbs that find and count people."""

from linli.cli.arguments.common import Parser, add_json, count, days


def add_find(verb: Parser) -> None:
    """Add what is looked for."""
    verb.shown.add_argument("text", metavar="查找内容")
    verb.shown.add_argument("--limit", type=count, default=50, metavar="人数", help="最多列出几人")
    add_json(verb)


def add_list(verb: Parser) -> None:
    """Add which filter."""
    verb.shown.add_argument("--filter", metavar="名称", help="列出这个常用筛选的居民")
    verb.shown.add_argument("--limit", type=count, metavar="人数", help="最多列出几人")
    add_json(verb)


def add_grids(verb: Parser) -> None:
    """Add nothing of its own."""
    add_json(verb)


def add_doubles(verb: Parser) -> None:
    """Add how many are listed."""
    most = "最多列出几对"
    verb.shown.add_argument("--limit", type=count, default=200, metavar="对数", help=most)
    add_json(verb)


def add_entitlements(verb: Parser) -> None:
    """Add which are listed."""
    said = "列出这么多天内要复核或到期的，今天到期的写 0"
    verb.shown.add_argument("--due", type=days, metavar="天数", help=said)
    add_json(verb)


def add_party(verb: Parser) -> None:
    """Add nothing of its own."""
    add_json(verb)


def add_missing(verb: Parser) -> None:
    """Add nothing of its own."""
    add_json(verb)
