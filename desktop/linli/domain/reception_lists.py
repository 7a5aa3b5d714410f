"""Reception days as lists to print: the plan, the visitors' register, an empty one for a pen."""

from collections.abc import Sequence
from datetime import date

from linli.domain.codes import code_table
from linli.domain.reception_rules import WEEKDAYS
from linli.domain.receptions import MATTER_TABLE, RESULT, ReceptionDay, ReceptionVisit
from linli.domain.registers import Align, Holds, Register, RegisterColumn, RegisterGroup

_BLANK_LINES = 12


def plan_register(days: Sequence[ReceptionDay], *, title: str) -> Register:
    """Return the plan of a reception, one planned day a line."""
    columns = (
        RegisterColumn(title="接待日", width=34, align=Align.CENTER),
        RegisterColumn(title="接待人", width=34),
        RegisterColumn(title="说明", width=40, share=1),
        RegisterColumn(title="来访人数", width=20, align=Align.RIGHT),
        RegisterColumn(title="接待人签字", width=34),
    )
    rows = tuple(
        (
            day_words(day.held_on) if day.held_on else f"（{day_words(day.planned)}）",
            day.receiver if day.held_on else "",
            day.why + ("" if day.certain else "（放假安排还没有公布）"),
            str(day.visits) if day.visits else "",
            "",
        )
        for day in days
    )
    return Register(title=title, columns=columns, groups=(RegisterGroup(rows=rows),))


def visit_register(visits: Sequence[ReceptionVisit], *, title: str) -> Register:
    """Return the visitors' register; phones in full, to be masked by whoever lets it leave."""
    columns = (
        RegisterColumn(title="日期", width=26, align=Align.CENTER),
        RegisterColumn(title="来访人", width=32, holds=Holds.NAME),
        RegisterColumn(title="电话", width=30, holds=Holds.PHONE),
        RegisterColumn(title="事项", width=24),
        RegisterColumn(title="反映的事情", width=50, share=3, holds=Holds.PRIVATE),
        RegisterColumn(title="接待人", width=22),
        RegisterColumn(title="办理", width=34, share=1, holds=Holds.PRIVATE),
        RegisterColumn(title="结果", width=34, share=1, holds=Holds.PRIVATE),
    )
    return Register(
        title=title,
        columns=columns,
        groups=(RegisterGroup(rows=tuple(map(_visit_row, visits))),),
        foot_note=f"合计：{len(visits)} 次，{sum(v.facts.persons for v in visits)} 人",
    )


def blank_register(title: str) -> Register:
    """Return an empty visitors' register, to be written by hand at the table."""
    columns = (
        RegisterColumn(title="日期", width=24),
        RegisterColumn(title="来访人", width=24),
        RegisterColumn(title="电话", width=34),
        RegisterColumn(title="反映的事情", width=70, share=2),
        RegisterColumn(title="接待人", width=24),
        RegisterColumn(title="答复", width=45, share=1),
        RegisterColumn(title="来访人签字", width=28),
    )
    rows = tuple(("",) * len(columns) for _ in range(_BLANK_LINES))
    return Register(
        title=title, columns=columns, groups=(RegisterGroup(rows=rows),), row_height=12.0
    )


def day_words(day: date) -> str:
    """Return a day with its day of the week: 2026-11-24 周二."""
    return f"{day.isoformat()} 周{WEEKDAYS[day.weekday()]}"


def _visit_row(visit: ReceptionVisit) -> tuple[str, ...]:
    facts = visit.facts
    many = f"等 {facts.persons} 人" if facts.persons > 1 else ""
    closed = f"{facts.closed_on.isoformat()} {facts.outcome}" if facts.closed_on else ""
    return (
        facts.day.isoformat(),
        facts.name + many,
        visit.phone,
        code_table(MATTER_TABLE).label(facts.matter_code),
        facts.content.replace("\n", "；"),
        facts.receiver or "",
        "，".join(filter(None, (RESULT[facts.result], (facts.answer or "").replace("\n", "；")))),
        closed.replace("\n", "；"),
    )
