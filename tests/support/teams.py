"""The teams of 西河社区 with the figures of its own report, all people fictitious."""

from collections.abc import Iterator
from datetime import date

from linli.domain.grids import GridDraft
from linli.domain.teams import MemberDraft, MemberFilter, Quota, Rank, TeamDraft
from linli.domain.values.addresses import Address
from linli.services.container import Services

PATROL_SOURCES = {"社区干部": 6, "楼栋长": 24, "党员": 29, "居民": 114}
_SURNAMES = "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨"
_GIVEN = "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超兰霞平刚桂"


def names(count: int, start: int = 0) -> Iterator[str]:
    """Yield different fictitious names."""
    for number in range(start, start + count):
        first, rest = divmod(number, len(_GIVEN))
        yield _SURNAMES[first % len(_SURNAMES)] + _GIVEN[rest] + ("华" if first >= 16 else "")


def add_grids(services: Services, count: int = 6) -> list[int]:
    """Add the grids of the community and return their ids."""
    return [
        services.grids.add(
            GridDraft(
                number=f"{number:02d}",
                name=f"第{'一二三四五六'[number - 1]}网格",
                buildings=(Address(estate="西河小区", building=f"{number}号楼"),),
            )
        )[0]
        for number in range(1, count + 1)
    ]


def add_team(services: Services, kind: str, name: str, **facts: object) -> int:
    """Add a team and return its id."""
    return services.teams.add(TeamDraft(kind_code=kind, name=name, **facts))[0]


def add_members(services: Services, team_id: int, count: int, **facts: object) -> list[int]:
    """Add so many members with phones, the first their leader, and return their ids."""
    start = facts.pop("start", 0)
    facts.setdefault("source", "居民")
    drafts = [
        MemberDraft(
            team_id=team_id,
            name=name,
            phone=f"1390000{start + place:04d}",
            rank=Rank.LEADER if place == 0 else Rank.MEMBER,
            **facts,
        )
        for place, name in enumerate(names(count, start))
    ]
    services.team_members.add_list(drafts)
    members = services.team_members.list_all(MemberFilter(team_id=team_id))
    wanted = {draft.phone for draft in drafts}
    return sorted(member.id for member in members if member.facts.phone in wanted)


def patrol(services: Services, **facts: object) -> int:
    """Add the patrol of 173 by source, 6+24+29+114, and return its id."""
    quotas = tuple(Quota(source=source, count=n) for source, n in PATROL_SOURCES.items())
    team_id = add_team(services, "01", "治安巡逻队", quotas=quotas, expected=173, **facts)
    start = 0
    for source, count in PATROL_SOURCES.items():
        add_members(services, team_id, count, source=source, start=start)
        start += count
    return team_id


def informants(services: Services, count: int = 40, since: date = date(2026, 1, 1)) -> int:
    """Add the team of informants, spread over the grids, and return its id."""
    team_id = add_team(services, "03", "信息员队伍", expected=count)
    add_members(services, team_id, count, since=since, start=400)
    return team_id
