"""Whom to call (邻里守望联系表) as it is printed: building by building in walking order."""

from collections.abc import Sequence
from itertools import groupby

from linli.domain.neighbours import Neighbour
from linli.domain.register_texts import AGE, NAME, NUMBER, PLACE, age, named
from linli.domain.registers import Align, Holds, Register, RegisterColumn, RegisterGroup

_COLUMNS = (
    NUMBER,
    PLACE,
    NAME,
    AGE,
    RegisterColumn(title="本人电话", width=31, holds=Holds.PHONE),
    RegisterColumn(title="守望邻居", width=28, holds=Holds.NAME),
    RegisterColumn(title="邻居住址", width=34, share=1, holds=Holds.PLACE),
    RegisterColumn(title="邻居电话", width=31, holds=Holds.PHONE),
    RegisterColumn(title="钥匙", width=13, align=Align.CENTER, holds=Holds.PRIVATE),
    RegisterColumn(title="先打", width=13, align=Align.CENTER),
)
_NO_HOME = "没有住址"


def neighbour_register(
    items: Sequence[Neighbour], *, title: str, page_per_building: bool = False
) -> Register:
    """Return some pairs building by building, for A4 across, with phones in full.

    Args:
        items: in walking order.
        title: of the list.
        page_per_building: start each building on a page of its own, to hang up or hand out.
    """
    rows = iter(range(1, len(items) + 1))
    groups = []
    for building, group in groupby(items, lambda item: item.building):
        some = list(group)
        people = len({item.facts.resident_id for item in some})
        heading = f"{building or _NO_HOME}　{people} 人，守望邻居 {len(some)} 位"
        cells = [_row(next(rows), item) for item in some]
        groups.append(RegisterGroup(heading=heading, rows=cells))
    return Register(
        title=title,
        columns=_COLUMNS,
        groups=tuple(groups),
        foot_note=count_text(items),
        page_per_group=page_per_building,
    )


def count_text(items: Sequence[Neighbour]) -> str:
    """Return how many people are looked after by how many, and who can open the door."""
    people = len({item.facts.resident_id for item in items})
    keys = len({item.facts.resident_id for item in items if item.facts.holds_key})
    silent = sum(not item.phone for item in items)
    text = f"守望 {people} 人，邻居 {len(items)} 位，有邻居拿钥匙的 {keys} 人"
    return f"{text}，没有电话的邻居 {silent} 位" if silent else text


def _row(number: int, item: Neighbour) -> tuple[str, ...]:
    return (
        str(number),
        item.person.address,
        named(item.person),
        age(item.person),
        item.person_phone,
        item.name,
        item.place,
        item.phone,
        "有" if item.facts.holds_key else "",
        "先打" if item.facts.call_first else "",
    )
