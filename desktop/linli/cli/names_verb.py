"""`linli check-names`: the names that cannot be printed, before a run begins."""

from argparse import Namespace
from typing import TYPE_CHECKING

from linli.cli.access import opened
from linli.cli.output import progress, say, write_json, write_table

if TYPE_CHECKING:
    from linli.domain.name_troubles import NameTrouble

_HEADS = ("谁", "姓名或内容", "位置", "编码", "原因", "应为", "住址或网格")


def check_names(options: Namespace) -> int:
    """List every place that cannot be printed; 0 if there is none, else 1."""
    with opened(options, "linli.services.names") as services:
        troubles = services.names.check(progress=progress())
    if options.json:
        write_json({"ok": not troubles, "troubles": [_facts(trouble) for trouble in troubles]})
    elif troubles:
        write_table(_HEADS, [_cells(trouble) for trouble in troubles])
        say(
            f"有 {len(troubles)} 处的字印不出来。请打开窗口，在菜单里点“检查姓名”，"
            "逐个换成正确的字、添加字体或画出来。"
        )
    else:
        say("检查完毕，所有姓名都印得出来。")
    return 1 if troubles else 0


def _cells(trouble: "NameTrouble") -> tuple[str, ...]:
    from linli.domain.labels import NAME_KIND, TROUBLE_REASON

    where = trouble.where
    return (
        NAME_KIND[where.kind],
        trouble.shown,
        where.label,
        trouble.code_point,
        TROUBLE_REASON[trouble.reason],
        trouble.proposal or "",
        where.place,
    )


def _facts(trouble: "NameTrouble") -> dict[str, object]:
    where = trouble.where
    return {
        "kind": where.kind.value,
        "record_id": where.record_id,
        "holder": where.holder,
        "place": where.place,
        "field": where.label,
        "text": where.text,
        "character": trouble.character,
        "code_point": trouble.code_point,
        "reason": trouble.reason.value,
        "proposal": trouble.proposal,
    }
