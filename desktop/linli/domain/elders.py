"""Old people (老年人) who live here: by age, living alone, and when somebody was there last."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from linli.domain.register_texts import AGE, NAME, NUMBER, PHONE, PLACE, SEX, age
from linli.domain.registers import Align, Holds, Register, RegisterColumn, RegisterGroup
from linli.domain.residents import ResidentRow

ELDER_AGE = 60
"""Completed years (老年人权益保障法 第二条)."""
ELDER_AGES = (60, 70, 80, 90)


@dataclass(frozen=True, kw_only=True)
class ElderFilter:
    """Which old people a list shows: from an age on, only who lives alone."""

    age_from: int = ELDER_AGE
    alone: bool = False


@dataclass(frozen=True, kw_only=True)
class Elder:
    """An old person.

    Attributes:
        person: the person, numbers masked.
        alone: nobody else of the household and of the dwelling lives here.
        phone: in full, to be masked by whoever shows it.
        neighbour: who looks after the person (name), the one to call first before others.
        neighbour_phone: that one's phone, in full.
        last_visit: the last visit to the person or the household.
    """

    person: ResidentRow
    alone: bool
    phone: str = ""
    neighbour: str = ""
    neighbour_phone: str = ""
    last_visit: date | None = None


_COLUMNS = (
    NUMBER,
    NAME,
    SEX,
    AGE,
    RegisterColumn(title="独居", width=13, align=Align.CENTER),
    PHONE,
    PLACE,
    RegisterColumn(title="照看的邻居", width=40, share=1, holds=Holds.PRIVATE),
    RegisterColumn(title="最近走访", width=26, align=Align.CENTER),
    RegisterColumn(title="备注", width=30, share=1, holds=Holds.PRIVATE),
)


def elder_register(elders: Sequence[Elder], *, title: str) -> Register:
    """Return the list for A4 across, grid by grid, with phones in full."""
    grids: dict[str, list[Elder]] = {}
    for elder in elders:
        grids.setdefault(elder.person.grid or "没有划入网格", []).append(elder)
    number = 0
    groups = []
    for grid, some in grids.items():
        rows = []
        for elder in some:
            number += 1
            rows.append(_row(number, elder))
        groups.append(RegisterGroup(heading=f"{grid}　{_sum(some)}", rows=rows))
    return Register(
        title=title,
        columns=_COLUMNS,
        groups=tuple(groups),
        foot_note=f"合计：{_sum(elders)}",
    )


def _row(number: int, elder: Elder) -> tuple[str, ...]:
    person = elder.person
    neighbour = " ".join(filter(None, (elder.neighbour, elder.neighbour_phone)))
    return (
        str(number),
        person.name,
        person.sex,
        age(person),
        "是" if elder.alone else "",
        elder.phone,
        person.address,
        neighbour,
        "" if elder.last_visit is None else elder.last_visit.isoformat(),
        person.tags,
    )


def _sum(elders: Sequence[Elder]) -> str:
    alone = sum(elder.alone for elder in elders)
    return f"{len(elders)} 人，独居 {alone} 人"
