"""The sample community's teams, slips and reception days: a few people each, all fictitious."""

from collections.abc import Iterator, Sequence
from datetime import timedelta
from itertools import cycle
from typing import TYPE_CHECKING

from linli.domain.equipment import EquipmentDraft, IssueDraft
from linli.domain.receptions import Result, RuleDraft, VisitDraft
from linli.domain.reports import ReportDraft, ReportState, ReportStep, Urgency
from linli.domain.team_plans import starter_plan
from linli.domain.teams import (
    BUILDING_HEADS,
    EMERGENCY,
    INFORMANTS,
    PATROL,
    MemberDraft,
    Quota,
    Rank,
    TeamDraft,
)
from linli.services.fiction import Fiction
from linli.services.fiction_names import HAN

if TYPE_CHECKING:
    from linli.storage.database import Writing

_TEAMS = (
    (PATROL, "治安巡逻队", "夜间义务巡逻", {"社区干部": 2, "党员": 4, "居民": 6}),
    (EMERGENCY, "应急分队", "处置突发性事件", {"民警": 1, "居民": 7}),
    (INFORMANTS, "信息员队伍", "收集、上报、反馈五类信息", {"居民": 6}),
    (BUILDING_HEADS, "巷道、楼栋长队伍", "联系楼栋居民", {"楼栋长": 6}),
)
_SLIPS = (
    ("01", "3号楼前路灯不亮，晚上出行不便。", Urgency.NORMAL, 9),
    ("03", "两户因停车发生争吵，已劝开。", Urgency.URGENT, 2),
    ("05", "市场后面的垃圾箱满了，需要清运。", Urgency.NORMAL, 1),
)
_ISSUED, _HELMETS = 6, 8
_VISITS = (
    ("07", "问老年人乘车优待证怎么办。", Result.ANSWERED, 11),
    ("06", "楼道里堆了杂物，请帮忙清理。", Result.FOLLOWED, 4),
)


def add_duties(work: "Writing", fiction: Fiction, grid_ids: Sequence[int]) -> None:
    """Add teams with their members, helmets for the emergency team, slips and a reception day.

    Args:
        work: the transaction.
        fiction: makes up the people.
        grid_ids: the grids, whose people take turns.
    """
    informants: list[tuple[int, MemberDraft]] = []
    for kind, name, purpose, sources in _TEAMS:
        members = list(_add_team(work, fiction, grid_ids, kind, name, purpose, sources))
        if kind == EMERGENCY:
            _add_helmets(work, fiction, members)
        elif kind == INFORMANTS:
            informants = members
    _add_slips(work, fiction, informants)
    _add_reception(work, fiction)


def _add_team(
    work: "Writing",
    fiction: Fiction,
    grid_ids: Sequence[int],
    kind: str,
    name: str,
    purpose: str,
    sources: dict[str, int],
) -> Iterator[tuple[int, MemberDraft]]:
    from linli.storage import team_members, teams

    title, text = starter_plan() if kind == EMERGENCY else (None, None)
    team_id = teams.add_team(
        work.session,
        TeamDraft(
            kind_code=kind,
            name=name,
            purpose=purpose,
            expected=sum(sources.values()),
            quotas=tuple(Quota(source=source, count=n) for source, n in sources.items()),
            plan_title=title,
            plan_text=text,
        ),
    )
    since = fiction.today.replace(month=1, day=1)
    everybody = [source for source, count in sources.items() for _ in range(count)]
    for number, (source, grid_id) in enumerate(zip(everybody, cycle(grid_ids), strict=False)):
        draft = MemberDraft(
            team_id=team_id,
            name=fiction.name(HAN, fiction.sex()),
            source=source,
            grid_id=grid_id,
            phone=fiction.mobile(),
            rank=Rank.MEMBER if number else Rank.LEADER,
            since=since,
        )
        yield team_members.add_member(work.session, draft), draft


def _add_helmets(
    work: "Writing", fiction: Fiction, members: Sequence[tuple[int, MemberDraft]]
) -> None:
    from linli.storage import equipment

    team_id = members[0][1].team_id
    helmets = equipment.add_equipment(
        work.session,
        EquipmentDraft(team_id=team_id, item="头盔", quantity=_HELMETS, unit="顶"),
    )
    for member_id, _ in members[:_ISSUED]:
        equipment.add_issue(
            work.session,
            IssueDraft(
                equipment_id=helmets,
                member_id=member_id,
                quantity=1,
                issued_on=fiction.today.replace(month=1, day=1),
            ),
        )


def _add_slips(
    work: "Writing", fiction: Fiction, informants: Sequence[tuple[int, MemberDraft]]
) -> None:
    from linli.storage import reports

    account = informants[0][1].name
    for (kind, content, urgency, days), (member_id, member) in zip(
        _SLIPS, informants, strict=False
    ):
        day = max(fiction.today - timedelta(days=days), fiction.today.replace(month=1, day=1))
        draft = ReportDraft(
            day=day,
            informant=member.name,
            member_id=member_id,
            grid_id=member.grid_id,
            kind_code=kind,
            content=content,
            urgency=urgency,
        )
        report_id = reports.add_report(
            work.session,
            draft,
            sequence=reports.next_sequence(work.connection, day.year),
            resident_id=None,
            account=account,
        )
        if urgency is Urgency.URGENT:
            step = ReportStep(
                state=ReportState.SUBMITTED, day=day, person=account, whom="街道综治办"
            )
            record = reports.get_record(work.session, report_id)
            reports.add_steps(work.session, record, [step])


def _add_reception(work: "Writing", fiction: Fiction) -> None:
    """Add the reception days of Tuesday and Thursday, and two who came."""
    from linli.storage import receptions

    first, second = (fiction.name(HAN, fiction.sex()) for _ in range(2))
    rule = RuleDraft(
        name="网格接访日",
        weekdays=(1, 3),
        hours="9:30—11:30",
        place="社区服务大厅一楼",
        receivers=(first, second),
        since=fiction.today.replace(month=1, day=1),
    )
    rule_id = receptions.save_rule(work.session, None, rule)
    for matter, content, result, days in _VISITS:
        day = fiction.today - timedelta(days=days)
        draft = VisitDraft(
            day=day,
            rule_id=rule_id,
            name=fiction.name(HAN, fiction.sex()),
            phone=fiction.mobile(),
            matter_code=matter,
            content=content,
            receiver=first,
            result=result,
            follow_up=day + timedelta(days=7) if result is Result.FOLLOWED else None,
        )
        receptions.save_visit(work.session, None, draft)
