"""The arguments of verbs for backups, accounts and the audit trail."""

from datetime import date
from pathlib import Path

from linli.cli.arguments.common import Parser, add_code, add_json, add_out, add_step, numbers

_ACCOUNT_STEPS = {
    "list": "列出账号、角色和上次登录",
    "add": "新增账号；不写角色时为查阅人员，第一次登录时要改密码",
    "role": "改账号的角色",
    "reset": "重设密码；下次登录时要改密码",
    "retire": "停用账号",
    "reinstate": "恢复使用停用的账号，另设密码",
    "password": "改自己的密码",
}


def add_backup(verb: Parser) -> None:
    """Add where a copy goes."""
    said = "另外复制一份到这个文件夹，或存成这个文件；不写时只存在本机"
    verb.shown.add_argument("to", nargs="?", type=Path, metavar="存到", help=said)
    add_json(verb)


def add_backups(verb: Parser) -> None:
    """Add where to look."""
    said = "备份所在的文件夹，比如U盘上的“邻里台备份”"
    verb.shown.add_argument("folder", nargs="?", type=Path, metavar="文件夹", help=said)
    add_json(verb)


def add_restore(verb: Parser) -> None:
    """Add which backup, and where to."""
    verb.shown.add_argument("file", type=Path, metavar="备份", help="备份文件，或旧版的备份文件夹")
    said = "不动现在的台账，在这个新文件夹里恢复"
    verb.shown.add_argument("--to", type=Path, metavar="文件夹", help=said)
    add_code(verb)
    add_json(verb)


def add_returned(verb: Parser) -> None:
    """Add what becomes of who came back."""
    which = verb.shown.add_mutually_exclusive_group()
    said = "再次彻底删除肯定是同一个人的；不能撤销"
    which.add_argument("--erase", action="store_true", help=said)
    said = "这几位不是以前删除的人，只是姓名和生日相同，保留；写列出的编号，用逗号隔开"
    which.add_argument("--others", type=numbers, metavar="编号", help=said)
    add_json(verb)


def add_accounts(verb: Parser) -> None:
    """Add the steps with accounts."""
    steps = verb.add_subparsers(
        dest="step", required=True, title="做什么", metavar="做什么", parser_class=Parser
    )
    for name, said in _ACCOUNT_STEPS.items():
        step = add_step(steps.add_parser, name, said)
        if name not in ("list", "password"):
            step.shown.add_argument("name", metavar="账号")
        if name in ("add", "role"):
            step.shown.add_argument("--role", metavar="角色", help="写错时列出可选的角色")
        if name in ("add", "reset", "reinstate", "password"):
            where = "从这个文件的第一行读新密码；不写时用环境变量 LINLI_NEW_PASSWORD"
            step.shown.add_argument("--new-password-file", type=Path, metavar="文件", help=where)
        add_json(step)


def add_audit(verb: Parser) -> None:
    """Add the steps with the audit trail."""
    steps = verb.add_subparsers(
        dest="step", required=True, title="做什么", metavar="做什么", parser_class=Parser
    )
    said = "核验审计记录有没有被改动、删除、调换，或者整个台账被换成旧的"
    check = add_step(steps.add_parser, "verify", said)
    said = "纸上的序号和校验码，如 123-ABCD-…；可以写几次"
    check.shown.add_argument("--head", action="append", metavar="链头", help=said)
    add_json(check)
    out = add_step(steps.add_parser, "export", "导出审计记录（.xlsx、.csv 或 .jsonl），连同校验码")
    for name, place, said in (
        ("--from", "since", "从哪天起，如 2026-11-01"),
        ("--to", "until", "到哪天为止"),
    ):
        out.shown.add_argument(name, dest=place, type=date.fromisoformat, metavar="日期", help=said)
    out.shown.add_argument("--by", metavar="账号", help="只要哪个账号的")
    out.shown.add_argument("--kind", metavar="类别", help="只要哪一类，如 查看明文、打印、导出")
    add_out(out, "审计记录")
    add_json(out)
    head = add_step(steps.add_parser, "head", "显示链头，或存成一张可以打印保管的 PDF")
    head.shown.add_argument("--out", type=Path, metavar="文件", help="链头 PDF 存到哪里")
    add_json(head)
