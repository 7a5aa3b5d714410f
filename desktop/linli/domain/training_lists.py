"""The training ledger (培训台账) as it is printed, with its sums."""

from collections.abc import Sequence

from linli.domain.codes import code_table
from linli.domain.register_texts import NUMBER
from linli.domain.registers import Align, Register, RegisterColumn, RegisterGroup
from linli.domain.trainings import TRAINING_TABLE, Training, sums_of, sums_text

_COLUMNS = (
    NUMBER,
    RegisterColumn(title="日期", width=26, align=Align.CENTER),
    RegisterColumn(title="类别", width=26),
    RegisterColumn(title="主题", width=60, share=4),
    RegisterColumn(title="地点", width=36, share=1),
    RegisterColumn(title="授课人", width=26),
    RegisterColumn(title="人次", width=16, align=Align.RIGHT),
    RegisterColumn(title="备注", width=30, share=1),
)


def training_register(items: Sequence[Training], *, title: str) -> Register:
    """Return some trainings day by day, for A4 across."""
    table = code_table(TRAINING_TABLE)
    rows = [
        (
            str(number),
            facts.day.isoformat(),
            table.label(facts.kind_code),
            facts.topic,
            facts.place or "",
            facts.teacher or "",
            f"{facts.headcount:,}",
            (facts.note or "").replace("\n", "；"),
        )
        for number, facts in enumerate((item.facts for item in items), start=1)
    ]
    sums = sums_of(items)
    lines = [f"合计：{len(rows)} 次；{sums_text(sums)}。"]
    lines += [
        f"{table.label(each.kind_code)}：{each.count:,} 次，{each.headcount:,} 人次"
        for each in sums
    ]
    return Register(
        title=title,
        columns=_COLUMNS,
        groups=(RegisterGroup(rows=rows),),
        foot_note="\n".join(lines),
    )
