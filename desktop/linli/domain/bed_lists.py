"""The list of beds (床位表) as it is printed: home by home, with sums that close."""

from collections.abc import Sequence
from itertools import groupby

from linli.domain.beds import Bed, FacilityCount
from linli.domain.register_texts import AGE, NUMBER, SEX, age
from linli.domain.registers import Align, Holds, Register, RegisterColumn, RegisterGroup

_COLUMNS = (
    NUMBER,
    RegisterColumn(title="房间", width=15, align=Align.CENTER),
    RegisterColumn(title="床号", width=13, align=Align.CENTER),
    RegisterColumn(title="姓名", width=30, share=1, holds=Holds.NAME),
    SEX,
    AGE,
    RegisterColumn(title="入住日期", width=25, align=Align.CENTER),
    RegisterColumn(title="家属电话", width=44, holds=Holds.PRIVATE),
    RegisterColumn(title="备注", width=18, share=1, holds=Holds.PRIVATE),
)
_FREE = "（空床）"


def bed_register(beds: Sequence[Bed], *, title: str) -> Register:
    """Return the list of some beds, for A4, with the numbers to call in full."""
    rows = iter(range(1, len(beds) + 1))
    groups = []
    for facility, group in groupby(beds, lambda bed: bed.facts.facility):
        some = list(group)
        cells = [_row(next(rows), bed) for bed in some]
        groups.append(RegisterGroup(heading=count_text(_count(facility, some)), rows=cells))
    return Register(
        title=title,
        columns=_COLUMNS,
        groups=tuple(groups),
        foot_note=count_text(_count("合计", beds)),
    )


def count_text(count: FacilityCount) -> str:
    """Return the sums of a home: 敬老中心：150 张，在住 97，空床 53."""
    return f"{count.facility}：{count.total:,} 张，在住 {count.taken:,}，空床 {count.free:,}"


def _count(facility: str, beds: Sequence[Bed]) -> FacilityCount:
    taken = sum(bed.stay is not None for bed in beds)
    return FacilityCount(facility=facility, total=len(beds), taken=taken)


def _row(number: int, bed: Bed) -> tuple[str, ...]:
    facts, stay = bed.facts, bed.stay
    begin = (str(number), facts.room or "", facts.number)
    if stay is None:
        return (*begin, _FREE, "", "", "", "", facts.note or "")
    notes = "；".join(filter(None, (stay.facts.note, facts.note))).replace("\n", "；")
    return (
        *begin,
        stay.name,
        stay.person.sex if stay.person else "",
        age(stay.person) if stay.person else "",
        stay.facts.since.isoformat(),
        stay.facts.contact or "",
        notes,
    )
