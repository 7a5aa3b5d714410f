"""Sums of a team by source category that close: 6+24+29+114=173, and what is said if not."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from linli.domain.teams import Member, Quota, SourceSum, Team
from linli.errors import UserError

_BETWEEN = re.compile(r"[、,，;；+＋\n]+")
_QUOTA = re.compile(r"(\D+?)\s*(\d{1,5})\s*人?")


def sums_of(
    members: Iterable[Member], quotas: Sequence[Quota], order: Sequence[str]
) -> tuple[SourceSum, ...]:
    """Return how many members come from where.

    Args:
        members: who is counted.
        quotas: what there should be; its sources come first, even without a member.
        order: the hall's sources in their order; others come last as they are met.
    """
    counts = Counter(member.facts.source for member in members)
    expected = {quota.source: quota.count for quota in quotas}
    sources = dict.fromkeys((*expected, *(s for s in order if s in counts), *counts))
    return tuple(
        SourceSum(source=source, count=counts[source], expected=expected.get(source))
        for source in sources
    )


def figures(counts: Sequence[int]) -> str:
    """Return 6+24+29+114=173; of a single figure only that, of none 0."""
    total = str(sum(counts))
    return total if len(counts) < 2 else f"{'+'.join(map(str, counts))}={total}"


def sums_text(sums: Sequence[SourceSum]) -> str:
    """Return 6+24+29+114=173（社区干部 6、楼栋长 24、党员 29、居民 114）."""
    parts = "、".join(f"{each.source} {each.count}" for each in sums)
    return f"{figures([each.count for each in sums])}（{parts}）" if parts else "0"


def gaps(team: Team) -> list[str]:
    """Return a sentence for each figure that is not what it should be; none if all closes."""
    said = [
        _gap(each.source, each.count, each.expected)
        for each in team.sums
        if each.expected is not None and each.count != each.expected
    ]
    wanted = expected_total(team)
    if wanted is not None and team.strength != wanted:
        said.append(_gap("总数", team.strength, wanted))
    if team.facts.quotas:
        beyond = [each for each in team.sums if each.expected is None and each.count]
        said += [f"{each.source}有 {each.count} 人，不在应有的类别里。" for each in beyond]
    return said


def expected_total(team: Team) -> int | None:
    """Return how many there should be in all, None where nobody said."""
    if team.facts.expected is not None:
        return team.facts.expected
    return sum(quota.count for quota in team.facts.quotas) if team.facts.quotas else None


def _gap(what: str, count: int, expected: int) -> str:
    more = "多" if count > expected else "少"
    return f"{what}应有 {expected} 人，现有 {count} 人，{more} {abs(count - expected)} 人。"


def quotas_text(quotas: Sequence[Quota]) -> str:
    """Return 社区干部 6、党员 29."""
    return "、".join(f"{each.source} {each.count}" for each in quotas)


def parse_quotas(text: str) -> tuple[Quota, ...]:
    """Read 社区干部 6、党员29人; the figures may be joined by any mark.

    Raises:
        UserError: if a part is not a source with a figure.
    """
    found = []
    for part in _BETWEEN.split(text.strip()):
        if not part.strip():
            continue
        quota = _QUOTA.fullmatch(part.strip())
        if quota is None:
            raise UserError(
                f"「{part.strip()}」看不懂，请写成“来源 人数”，如 社区干部 6、党员 29。"
            )
        found.append(Quota(source=quota[1].strip(), count=int(quota[2])))
    return tuple(found)
