"""The list of entitlements (救助待遇名册) as it is printed: by kind, with sums."""

from collections.abc import Sequence
from datetime import date
from itertools import groupby

from linli.domain.codes import code_table
from linli.domain.entitlement_rules import ENTITLEMENT_TABLE
from linli.domain.entitlements import STATE_LABELS, Entitlement
from linli.domain.register_texts import NAME, NUMBER, PLACE, named
from linli.domain.registers import Align, Holds, Register, RegisterColumn, RegisterGroup
from linli.domain.values.money import yuan

_COLUMNS = (
    NUMBER,
    NAME,
    RegisterColumn(title="证号", width=30, holds=Holds.INTERNAL),
    RegisterColumn(title="人数", width=11, align=Align.CENTER),
    RegisterColumn(title="元/月", width=18, align=Align.RIGHT),
    RegisterColumn(title="开始", width=24, align=Align.CENTER),
    RegisterColumn(title="复核", width=24, align=Align.CENTER),
    RegisterColumn(title="状态", width=18, align=Align.CENTER),
    PLACE,
    RegisterColumn(title="备注", width=24, share=1, holds=Holds.PRIVATE),
)


def entitlement_register(items: Sequence[Entitlement], today: date, *, title: str) -> Register:
    """Return the list of some entitlements, kind by kind, for A4 across."""
    by_kind = sorted(items, key=lambda item: item.facts.kind_code)  # stable: keeps the walk
    groups = [
        _group(code, list(some)) for code, some in groupby(by_kind, lambda i: i.facts.kind_code)
    ]
    rows = iter(range(1, len(items) + 1))
    return Register(
        title=title,
        columns=_COLUMNS,
        groups=tuple(
            RegisterGroup(heading=heading, rows=[_row(next(rows), item, today) for item in some])
            for heading, some in groups
        ),
        foot_note=f"合计：{_sum(items)}",
    )


def _group(code: str, items: list[Entitlement]) -> tuple[str, list[Entitlement]]:
    return f"{code_table(ENTITLEMENT_TABLE).label(code)}　{_sum(items)}", items


def _row(number: int, item: Entitlement, today: date) -> tuple[str, ...]:
    facts, person = item.facts, item.person
    return (
        str(number),
        named(person),
        facts.number or "",
        "" if facts.persons is None else str(facts.persons),
        "" if facts.amount is None else yuan(facts.amount),
        "" if facts.since is None else facts.since.iso(),
        "" if facts.review_date is None else facts.review_date.isoformat(),
        STATE_LABELS[item.state_on(today)],
        person.address,
        (facts.note or "").replace("\n", "；"),
    )


def _sum(items: Sequence[Entitlement]) -> str:
    people = len({item.facts.resident_id for item in items})
    amount = sum(item.facts.amount or 0 for item in items)
    text = f"{len(items)} 项，{people} 人"
    return f"{text}，每月 {yuan(amount)} 元" if amount else text
