"""What the arguments of several verbs have in common, and the parser that says it in Chinese."""

import argparse
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any, NoReturn

from typing_extensions import override

from linli.cli.output import fail

WRONG_USE = 2
"""Exit code of a command that was typed wrongly."""

_MOST_DAYS = 3660
_MOST = 10**9  # of anything that is counted; the ledger's own numbers end at 2**63

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


class Parser(argparse.ArgumentParser):
    """A parser that speaks Chinese and says one sentence when something is wrong."""

    def __init__(
        self,
        *,
        prog: str | None = None,
        description: str | None = None,
        fill: "Callable[[Parser], None] | None" = None,
    ) -> None:
        """Make the parser; `fill` adds its arguments when it is first asked."""
        super().__init__(prog=prog, description=description, add_help=False)
        self.shown = self.add_argument_group("参数")
        self.shown.add_argument("-h", "--help", action="help", help="显示这些说明")
        self._fill = fill

    @override
    def parse_known_args(self, args: Any = None, namespace: Any = None) -> Any:
        fill, self._fill = self._fill, None
        if fill is not None:
            fill(self)
        return super().parse_known_args(args, namespace)

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


AddParser = Callable[..., Parser]


def add_step(add: AddParser, name: str, does: str) -> Parser:
    """Add a step of a verb (`linli run list`) with what all have; return its parser."""
    step = add(name, help=does, description=f"{does}。")
    add_data_dir(step, argparse.SUPPRESS)
    add_sign_in(step, required=False)
    return step


def add_sign_in(verb: Parser, *, required: bool) -> None:
    """Add who works with the ledger."""
    said = "谁在操作" if required else "谁在操作，只有一个账号时不用写"
    verb.shown.add_argument("--account", required=required, metavar="账号", help=said)
    verb.shown.add_argument(
        "--password-file",
        type=Path,
        metavar="文件",
        help="从这个文件的第一行读密码；不写时用环境变量 LINLI_PASSWORD",
    )


def add_data_dir(parser: Parser, default: str | None) -> None:
    """Add where the ledger lies."""
    # After a verb it must not undo what stood before the verb, so there it has no default.
    parser.shown.add_argument(
        "--data-dir",
        type=Path,
        default=default,
        metavar="文件夹",
        help="台账所在的文件夹；不写时用本机用户的数据文件夹",
    )


def add_json(verb: Parser) -> None:
    """Add the choice of JSON."""
    verb.shown.add_argument("--json", action="store_true", help="结果用 JSON 写出，供别的程序读取")


def add_out(verb: Parser, what: str) -> None:
    """Add the file in which `what` is kept."""
    said = f"{what}存到哪里"
    verb.shown.add_argument("--out", type=Path, required=True, metavar="文件", help=said)


def add_code(verb: Parser) -> None:
    """Add that a recovery code is typed."""
    said = "给出的不是密码，是备份那时的恢复码"
    verb.shown.add_argument("--code", action="store_true", help=said)


def days(text: str) -> int:
    """Read a number of days.

    Raises:
        ValueError: it is none, or more than ten years.
    """
    number = int(text)
    if not 0 <= number <= _MOST_DAYS:
        raise ValueError
    return number


def count(text: str) -> int:
    """Read how many.

    Raises:
        ValueError: it is no number from 1 on.
    """
    number = int(text)
    if not 1 <= number <= _MOST:
        raise ValueError
    return number


def numbers(text: str) -> list[str]:
    """Read numbers of cards with commas or spaces between them."""
    return [number for number in re.split(r"[,，、\s]+", text) if number]
