"""Lists of visits (走访和服务) as they are printed: the log, the due list, the months."""

from collections.abc import Sequence

from linli.domain.codes import code_table
from linli.domain.register_texts import NUMBER, PLACE, spoken_month
from linli.domain.registers import Align, Holds, Register, RegisterColumn, RegisterGroup
from linli.domain.visits import VISIT_TABLE, Visit, VisitMonth

_DAY = RegisterColumn(title="日期", width=26, align=Align.CENTER)
_KIND = RegisterColumn(title="类别", width=28)
_WHOM = RegisterColumn(title="走访对象", width=30, holds=Holds.NAME)
_VISITOR = RegisterColumn(title="走访人", width=26)
_CONTENT = RegisterColumn(title="情况", width=60, share=4, holds=Holds.PRIVATE)
_NEXT = RegisterColumn(title="下次走访", width=26, align=Align.CENTER)


def visit_register(items: Sequence[Visit], *, title: str) -> Register:
    """Return the log of some visits, for A4 across."""
    kinds = code_table(VISIT_TABLE)
    rows = [
        (
            str(number),
            item.facts.day.isoformat(),
            kinds.label(item.facts.kind_code),
            item.whom,
            item.place,
            item.facts.visitor or "",
            (item.facts.content or "").replace("\n", "；"),
            item.facts.next_due.isoformat() if item.facts.next_due else "",
        )
        for number, item in enumerate(items, start=1)
    ]
    return Register(
        title=title,
        columns=(NUMBER, _DAY, _KIND, _WHOM, PLACE, _VISITOR, _CONTENT, _NEXT),
        groups=(RegisterGroup(rows=rows),),
        foot_note=f"合计：{len(rows)} 次",
    )


def month_register(months: Sequence[VisitMonth], *, title: str) -> Register:
    """Return how many visits of each kind there were month by month; rows and columns add up."""
    kinds = code_table(VISIT_TABLE)
    used = [code for code in kinds.names if any(month.counts.get(code) for month in months)]
    columns = (
        RegisterColumn(title="月份", width=26),
        *(
            RegisterColumn(title=kinds.label(code), width=18, share=1, align=Align.RIGHT)
            for code in used
        ),
        RegisterColumn(title="合计", width=16, align=Align.RIGHT),
    )
    rows = [
        (
            spoken_month(month.month),
            *(str(month.counts.get(code, 0)) for code in used),
            str(month.total),
        )
        for month in months
    ]
    sums = [sum(month.counts.get(code, 0) for month in months) for code in used]
    total = ("合计", *map(str, sums), str(sum(sums)))
    return Register(
        title=title, columns=columns, groups=(RegisterGroup(rows=[*rows, total] if rows else ()),)
    )
