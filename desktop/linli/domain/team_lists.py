"""Lists of teams as they are printed: the teams, the members, the call-out list (集结名单)."""

from collections.abc import Sequence

from linli.domain.codes import code_table
from linli.domain.register_texts import NUMBER, PHONE, spoken
from linli.domain.registers import Align, Holds, Register, RegisterColumn, RegisterGroup
from linli.domain.team_sums import expected_total, gaps, sums_text
from linli.domain.teams import RANK_LABELS, TEAM_TABLE, Member, Rank, Team

LARGE = 22.0
"""pt: names and phones of a call-out list."""
_CALLED_SIDE_BY_SIDE = 2
_MEMBER_NAME = RegisterColumn(title="姓名", width=26, holds=Holds.NAME)
_DAY = RegisterColumn(title="加入", width=26, align=Align.CENTER)
_TEAM_COLUMNS = (
    NUMBER,
    RegisterColumn(title="队伍", width=40, share=1),
    RegisterColumn(title="类别", width=34),
    RegisterColumn(title="队长", width=26, holds=Holds.NAME),
    RegisterColumn(title="网格", width=28),
    RegisterColumn(title="应有", width=14, align=Align.RIGHT),
    RegisterColumn(title="现有", width=14, align=Align.RIGHT),
    RegisterColumn(title="按来源", width=50, share=2),
    RegisterColumn(title="用途", width=24, share=1),
)
_WHOLE = "全社区"
_CALL_COLUMNS = (
    RegisterColumn(title="", width=11, align=Align.CENTER),
    RegisterColumn(title="姓名", width=27, share=1, size=LARGE, holds=Holds.NAME),
    RegisterColumn(title="电话", width=52, size=LARGE, holds=Holds.PHONE),
)


def team_register(teams: Sequence[Team], *, title: str) -> Register:
    """Return teams with their sums, for A4 across."""
    kinds = code_table(TEAM_TABLE)
    rows = []
    for number, team in enumerate(teams, start=1):
        wanted = expected_total(team)
        rows.append(
            (
                str(number),
                team.facts.name,
                kinds.label(team.facts.kind_code),
                "、".join(team.leaders),
                team.grid or _WHOLE,
                "" if wanted is None else str(wanted),
                str(team.strength),
                sums_text(team.sums) if team.strength else "",
                team.facts.purpose or "",
            )
        )
    total = sum(team.strength for team in teams)
    return Register(
        title=title,
        columns=_TEAM_COLUMNS,
        groups=(RegisterGroup(rows=rows),),
        foot_note=f"合计：{len(rows)} 支队伍，{total:,} 人次（一人在几支队里算几次）",
    )


def member_register(team: Team, members: Sequence[Member]) -> Register:
    """Return the members of a team with the sums below, for A4 across."""
    rows = [
        (
            str(number),
            member.named,
            member.facts.source,
            duty_text(member),
            member.phone,
            member.grid,
            member.place,
            member.facts.since.isoformat() if member.facts.since else "",
            "、".join(member.others),
        )
        for number, member in enumerate(members, start=1)
    ]
    columns = (
        NUMBER,
        _MEMBER_NAME,
        RegisterColumn(title="来源", width=24),
        RegisterColumn(title="分工", width=22, share=1),
        PHONE,
        RegisterColumn(title="网格", width=26),
        RegisterColumn(title="住址", width=44, share=2, holds=Holds.PLACE),
        _DAY,
        RegisterColumn(title="另在", width=28, share=1, holds=Holds.INTERNAL),
    )
    note = "\n".join((f"合计：{sums_text(team.sums)}", *gaps(team)))
    return Register(
        title=f"{team.facts.name}名册",
        columns=columns,
        groups=(RegisterGroup(rows=rows),),
        foot_note=note,
    )


def callout_register(team: Team, members: Sequence[Member]) -> Register:
    """Return whom to call, leader first, in type to be read at arm's length: A4 upright.

    Two stand side by side and are read line by line, so that forty are on one page.
    """
    cells = [
        (_place(number, member), member.named, member.phone)
        for number, member in enumerate(members, start=1)
    ]
    if len(cells) % _CALLED_SIDE_BY_SIDE:
        cells.append(("", "", ""))
    rows = [
        (*cells[place], *cells[place + 1]) for place in range(0, len(cells), _CALLED_SIDE_BY_SIDE)
    ]
    return Register(
        title=f"{team.facts.name}集结名单",
        columns=_CALL_COLUMNS * _CALLED_SIDE_BY_SIDE,
        groups=(RegisterGroup(rows=rows),),
        foot_note=f"合计：{len(members)} 人",
    )


def duty_text(member: Member) -> str:
    """Return rank and duty: 队长, 副队长 驾驶员, 驾驶员."""
    facts = member.facts
    rank = "" if facts.rank is Rank.MEMBER else RANK_LABELS[facts.rank]
    return " ".join(filter(None, (rank, facts.duty or "")))


def service_text(member: Member) -> str:
    """Return from when to when somebody is in a team: 2026年3月1日起, 到 2026年5月31日."""
    facts = member.facts
    since = f"{spoken(facts.since)}起" if facts.since else ""
    until = f"到{spoken(facts.until)}" if facts.until else ""
    return "，".join(filter(None, (since, until)))


def _place(number: int, member: Member) -> str:
    rank = member.facts.rank
    return str(number) if rank is Rank.MEMBER else RANK_LABELS[rank]
