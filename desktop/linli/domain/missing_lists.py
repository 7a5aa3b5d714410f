"""The list of gaps (缺项名单) to take along: grid by grid as one walks, with room to write."""

from collections.abc import Sequence
from itertools import groupby

from linli.domain.missing import Gap, GapLine
from linli.domain.register_texts import AGE, NAME, NUMBER, SEX
from linli.domain.registers import Holds, Register, RegisterColumn, RegisterGroup

_ROW_HEIGHT = 12.0  # mm: room to write by hand
_WRITE = RegisterColumn(title="补登（手写）", width=60, share=3)
_COLUMNS = (
    NUMBER,
    RegisterColumn(title="住址", width=44, share=1, holds=Holds.PLACE),
    NAME,
    SEX,
    AGE,
    RegisterColumn(title="缺什么", width=40),
    _WRITE,
    RegisterColumn(title="核对人", width=20),
)
_NO_GRID = "没有网格"


def missing_register(lines: Sequence[GapLine], gap: Gap, *, title: str) -> Register:
    """Return the list of some gaps for A4 across; each grid begins on a page of its own."""
    rows = iter(range(1, len(lines) + 1))
    groups = []
    for grid, group in groupby(lines, lambda line: line.grid):
        some = list(group)
        heading = f"{grid or _NO_GRID}　{len(some):,} {gap.unit}"
        cells = [_row(next(rows), line) for line in some]
        groups.append(RegisterGroup(heading=heading, rows=cells))
    return Register(
        title=title,
        columns=_COLUMNS,
        groups=tuple(groups),
        foot_note=f"合计：{len(lines):,} {gap.unit}",
        row_height=_ROW_HEIGHT,
        page_per_group=True,
    )


def _row(number: int, line: GapLine) -> tuple[str, ...]:
    return (
        str(number),
        line.place,
        line.name,
        line.sex,
        "" if line.age is None else str(line.age),
        line.text,
        "",
        "",
    )
