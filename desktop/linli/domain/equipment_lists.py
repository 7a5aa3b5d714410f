"""Lists of a team's equipment and drills (装备、演练) as they are printed."""

from collections.abc import Sequence

from linli.domain.equipment import Drill, Equipment, Issue, stock_text
from linli.domain.register_texts import NUMBER
from linli.domain.registers import Align, Holds, Register, RegisterColumn, RegisterGroup

_ISSUES = (
    NUMBER,
    RegisterColumn(title="装备", width=30, share=1),
    RegisterColumn(title="数量", width=18, align=Align.RIGHT),
    RegisterColumn(title="领用人", width=28, holds=Holds.NAME),
    RegisterColumn(title="发放", width=26, align=Align.CENTER),
    RegisterColumn(title="归还", width=26, align=Align.CENTER),
    RegisterColumn(title="领用人签名", width=30),
)
_DRILLS = (
    NUMBER,
    RegisterColumn(title="日期", width=26, align=Align.CENTER),
    RegisterColumn(title="演练内容", width=50, share=2),
    RegisterColumn(title="地点", width=34, share=1),
    RegisterColumn(title="集结", width=20, align=Align.CENTER),
    RegisterColumn(title="用时", width=20, align=Align.RIGHT),
    RegisterColumn(title="应到", width=14, align=Align.RIGHT),
    RegisterColumn(title="实到", width=14, align=Align.RIGHT),
    RegisterColumn(title="小结", width=50, share=3, holds=Holds.PRIVATE),
)


def issue_register(items: Sequence[Equipment], issues: Sequence[Issue], *, title: str) -> Register:
    """Return who has what, with the sums below; A4 upright."""
    rows = [
        (
            str(number),
            issue.item,
            f"{issue.facts.quantity} {issue.unit}",
            issue.name,
            issue.facts.issued_on.isoformat(),
            issue.facts.returned_on.isoformat() if issue.facts.returned_on else "",
            "",
        )
        for number, issue in enumerate(issues, start=1)
    ]
    return Register(
        title=title,
        columns=_ISSUES,
        groups=(RegisterGroup(rows=rows),),
        foot_note=f"合计：{stock_text(items)}",
        row_height=9.0,
    )


def drill_register(drills: Sequence[Drill], *, title: str) -> Register:
    """Return the drills of a team, for A4 across."""
    rows = [
        (
            str(number),
            facts.day.isoformat(),
            facts.topic,
            facts.place or "",
            f"{facts.called_at:%H:%M}" if facts.called_at else "",
            "" if facts.minutes is None else f"{facts.minutes} 分",
            str(facts.expected),
            str(facts.present),
            (facts.summary or "").replace("\n", "；"),
        )
        for number, facts in enumerate((drill.facts for drill in drills), start=1)
    ]
    return Register(
        title=title,
        columns=_DRILLS,
        groups=(RegisterGroup(rows=rows),),
        foot_note=f"合计：{len(rows)} 次",
    )
