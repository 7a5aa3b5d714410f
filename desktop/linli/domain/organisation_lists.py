"""The list of organisations (辖区单位名册) as it is printed: kind by kind, with who leads them."""

from collections.abc import Callable, Sequence
from datetime import date
from itertools import groupby

from linli.domain.codes import code_table
from linli.domain.organisations import (
    BETWEEN,
    ORGANISATION_TABLE,
    Leader,
    Organisation,
    count_kinds,
)
from linli.domain.register_texts import NUMBER
from linli.domain.registers import Holds, Register, RegisterColumn, RegisterGroup
from linli.domain.values.phones import split_phones

_COLUMNS = (
    NUMBER,
    RegisterColumn(title="名称", width=52, share=3),
    RegisterColumn(title="统一社会信用代码", width=51),
    RegisterColumn(title="地址", width=34, share=2),
    RegisterColumn(title="单位电话", width=32),
    RegisterColumn(title="负责人", width=32, share=1, holds=Holds.NAME),
    RegisterColumn(title="负责人电话", width=32, holds=Holds.PHONE),
)


def organisation_register(items: Sequence[Organisation], today: date, *, title: str) -> Register:
    """Return the list of some organisations for A4 across, with all numbers in full.

    Args:
        items: in pinyin order.
        today: who is in office.
        title: of the list.
    """
    table = code_table(ORGANISATION_TABLE)
    by_kind = sorted(items, key=lambda item: item.facts.kind_code)  # stable: keeps the order
    rows = iter(range(1, len(items) + 1))
    groups = []
    for code, group in groupby(by_kind, lambda item: item.facts.kind_code):
        some = list(group)
        cells = [_row(next(rows), item, today) for item in some]
        groups.append(RegisterGroup(heading=f"{table.label(code)}　{len(some)} 个", rows=cells))
    parts = [f"{table.label(code)} {count} 个" for code, count in count_kinds(items)]
    return Register(
        title=title,
        columns=_COLUMNS,
        groups=tuple(groups),
        foot_note=f"合计：{len(items)} 个，其中{BETWEEN.join(parts)}",
    )


def _row(number: int, item: Organisation, today: date) -> tuple[str, ...]:
    facts, leaders = item.facts, item.leaders_on(today)
    return (
        str(number),
        facts.name,
        facts.credit_code or "",
        facts.address or "",
        facts.phone or "",
        "\n".join(f"{each.name} {each.post or ''}".strip() for each in leaders),
        "\n".join(leader_phone(each) for each in leaders),
    )


def leader_phone(leader: Leader, show: Callable[[str], str] = str) -> str:
    """Return a leader's numbers; `show` masks them."""
    return BETWEEN.join(map(show, split_phones(leader.phone or "")))
