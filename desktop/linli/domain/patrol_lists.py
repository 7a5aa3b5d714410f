"""The patrol roster (巡逻排班表) and the tick sheet (巡逻签到表) as they are printed."""

from collections.abc import Mapping, Sequence

from linli.domain.patrols import Shift
from linli.domain.register_texts import NUMBER
from linli.domain.registers import Align, Holds, Register, RegisterColumn, RegisterGroup
from linli.domain.teams import Member

WEEKDAYS = ("星期一", "星期二", "星期三", "星期四", "星期五", "星期六", "星期日")
_SIGN_HEIGHT = 10.0  # mm
_ROSTER = (
    RegisterColumn(title="日期", width=26, align=Align.CENTER),
    RegisterColumn(title="星期", width=19, align=Align.CENTER),
    RegisterColumn(title="时间", width=42, align=Align.CENTER),
    RegisterColumn(title="网格或路线", width=40, share=1),
    RegisterColumn(title="巡逻人员", width=60, share=3, holds=Holds.NAME),
    RegisterColumn(title="备注", width=24, share=1),
)
_TICKS = (
    NUMBER,
    RegisterColumn(title="姓名", width=28, holds=Holds.NAME),
    RegisterColumn(title="签到时间", width=24),
    RegisterColumn(title="签退时间", width=24),
    RegisterColumn(title="本人签名", width=34),
    RegisterColumn(title="发现的情况和处理", width=50, share=1),
)


def roster_register(shifts: Sequence[Shift], *, title: str) -> Register:
    """Return who goes when, for A4 across; a shift that is short says so."""
    rows = [
        (
            shift.facts.day.isoformat(),
            WEEKDAYS[shift.facts.day.weekday()],
            shift.facts.hours,
            where(shift),
            "、".join(turn.name for turn in shift.turns),
            "；".join(filter(None, (short_text(shift), shift.facts.note or ""))),
        )
        for shift in shifts
    ]
    people = sum(len(shift.turns) for shift in shifts)
    return Register(
        title=title,
        columns=_ROSTER,
        groups=(RegisterGroup(rows=rows),),
        foot_note=f"合计：{len(shifts)} 班，{people} 人次",
    )


def tick_register(shifts: Sequence[Shift], *, title: str) -> Register:
    """Return a sheet on which everybody signs in and out, shift by shift; A4 upright."""
    groups = []
    for shift in shifts:
        rows = [
            (str(number), turn.name, *("" for _ in _TICKS[2:]))
            for number, turn in enumerate(shift.turns, start=1)
        ]
        rows += [("", "", *("" for _ in _TICKS[2:]))] * shift.short
        head = (
            shift.facts.day.isoformat(),
            WEEKDAYS[shift.facts.day.weekday()],
            shift.facts.hours,
            where(shift),
        )
        groups.append(RegisterGroup(heading="　".join(filter(None, head)), rows=rows))
    return Register(
        title=title,
        columns=_TICKS,
        groups=tuple(groups),
        row_height=_SIGN_HEIGHT,
        foot_note="值班负责人（签名）：",
    )


def turn_register(
    members: Sequence[Member], counts: Mapping[int, tuple[int, int]], *, title: str
) -> Register:
    """Return how often everybody was on a shift, and how often there; A4 upright."""
    rows = [
        (
            str(number),
            member.facts.name,
            member.facts.source,
            *(str(figure) for figure in counts.get(member.id, (0, 0))),
        )
        for number, member in enumerate(members, start=1)
    ]
    total = [sum(counts.get(member.id, (0, 0))[place] for member in members) for place in (0, 1)]
    columns = (
        NUMBER,
        RegisterColumn(title="姓名", width=40, share=1, holds=Holds.NAME),
        RegisterColumn(title="来源", width=40, share=1),
        RegisterColumn(title="排班（次）", width=28, align=Align.RIGHT),
        RegisterColumn(title="到岗（次）", width=28, align=Align.RIGHT),
    )
    return Register(
        title=title,
        columns=columns,
        groups=(RegisterGroup(rows=rows),),
        foot_note=f"合计：{len(rows)} 人，排班 {total[0]} 次，到岗 {total[1]} 次",
    )


def where(shift: Shift) -> str:
    """Return through which grid and which way a shift goes."""
    return " ".join(filter(None, (shift.grid, shift.facts.route or "")))


def short_text(shift: Shift) -> str:
    """Return 缺 1 人 where places are empty."""
    return f"缺 {shift.short} 人" if shift.short else ""
