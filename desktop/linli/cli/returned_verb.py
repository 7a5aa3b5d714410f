"""`linli returned`: who was erased and came back with an older backup, to be erased again."""

from argparse import Namespace
from typing import TYPE_CHECKING

from linli.cli.access import UsageError, opened, password
from linli.cli.output import say, write_json, write_table
from linli.cli.parser import program
from linli.domain.accounts import Right

if TYPE_CHECKING:
    from linli.domain.erasures import Returned
    from linli.services.container import Services

_HEADS = ("编号", "姓名", "哪天删除过", "是不是同一个人")


def returned(options: Namespace) -> int:
    """List them, erase those who surely are the same, or say who is somebody else."""
    with opened(options, "linli.services.erasures") as services:
        erased = 0
        if options.erase:
            sure = [each.resident_id for each in _back(services) if each.certain]
            erased = services.erasures.erase_again(sure, password=password(options))
        elif options.others:
            services.erasures.are_others(_ids(options.others, _back(services)))
        back = _back(services)
    if options.json:
        write_json({"erased": erased, "returned": [_facts(each) for each in back]})
        return 0
    if options.erase:
        say(f"已再次彻底删除 {erased} 人。")
    if not back:
        say("没有删除过又回来的人。")
        return 0
    write_table(_HEADS, [_cells(each) for each in back])
    if any(each.certain for each in back):
        say(f"再次删除：{program()} returned --erase")
    if not all(each.certain for each in back):
        say(
            "“可能”的请核对：是同一个人，在窗口的“保存期限”里删除；"
            f"不是，运行 {program()} returned --others 编号"
        )
    return 0


def _back(services: "Services") -> "list[Returned]":
    services.context.require(Right.ERASE, "查看和再次删除删除过的人")
    return services.erasures.returned()


def _ids(texts: list[str], back: "list[Returned]") -> list[int]:
    """Return the ids that were typed.

    Raises:
        UsageError: one is not listed.
    """
    listed = {str(each.resident_id): each.resident_id for each in back}
    for text in texts:
        if text not in listed:
            raise UsageError(f"没有列出编号「{text}」，请先运行 {program()} returned 看一看。")
    return [listed[text] for text in texts]


def _facts(each: "Returned") -> dict[str, object]:
    return {
        "id": each.resident_id,
        "name": each.name,
        "erased_at": each.erased_at,
        "certain": each.certain,
    }


def _cells(each: "Returned") -> tuple[str, ...]:
    sure = "是" if each.certain else "可能，姓名和生日相同"
    return str(each.resident_id), each.name, f"{each.erased_at:%Y-%m-%d}", sure
