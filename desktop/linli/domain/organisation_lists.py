"""The list of organisations (辖区单位名册) as it is printed: kind by kind, with who leads them."""

from collections.abc import Sequence
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
from linli.domain.registers import Register, RegisterColumn, RegisterGroup
from linli.domain.values.masking import mask_phone
from linli.domain.values.phones import split_phones

_COLUMNS = (
    NUMBER,
    RegisterColumn(title="名称", width=52, share=3),
    RegisterColumn(title="统一社会信用代码", width=51),
    RegisterColumn(title="地址", width=34, share=2),
    RegisterColumn(title="单位电话", width=32),
    RegisterColumn(title="负责人", width=32, share=1),
    RegisterColumn(title="负责人电话", width=32),
)


def organisation_register(
    items: Sequence[Organisation], today: date, *, title: str, revealed: bool
) -> Register:
    """Return the list of some organisations for A4 across.

    Args:
        items: in pinyin order.
        today: who is in office.
        title: of the list.
        revealed: whether the leaders' own phones are in full; the office's always are.
    """
    table = code_table(ORGANISATION_TABLE)
    by_kind = sorted(items, key=lambda item: item.facts.kind_code)  # stable: keeps the order
    rows = iter(range(1, len(items) + 1))
    groups = []
    for code, group in groupby(by_kind, lambda item: item.facts.kind_code):
        some = list(group)
        cells = [_row(next(rows), item, today, revealed=revealed) for item in some]
        groups.append(RegisterGroup(heading=f"{table.label(code)}　{len(some)} 个", rows=cells))
    parts = [f"{table.label(code)} {count} 个" for code, count in count_kinds(items)]
    return Register(
        title=title,
        columns=_COLUMNS,
        groups=tuple(groups),
        foot_note=f"合计：{len(items)} 个，其中{BETWEEN.join(parts)}",
    )


def _row(number: int, item: Organisation, today: date, *, revealed: bool) -> tuple[str, ...]:
    facts, leaders = item.facts, item.leaders_on(today)
    return (
        str(number),
        facts.name,
        facts.credit_code or "",
        facts.address or "",
        facts.phone or "",
        "\n".join(f"{each.name} {each.post or ''}".strip() for each in leaders),
        "\n".join(leader_phone(each, revealed=revealed) for each in leaders),
    )


def leader_phone(leader: Leader, *, revealed: bool) -> str:
    """Return a leader's numbers, masked unless `revealed`."""
    numbers = split_phones(leader.phone or "")
    return BETWEEN.join(numbers if revealed else map(mask_phone, numbers))
