"""The jump list (跳转): records of every kind by what one types, in a stated order.

Order: whose title is the text, then begins with it, then contains it, then whose pinyin or initials
begin with it, then where it stands in the detail; within each, kinds in the order of `JumpKind`,
and records in the order in which they are listed. It learns nothing.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from linli.domain.pinyin import sort_pinyin

YEARS = "岁"
"""Ends an age in the detail of a person."""


class JumpKind(StrEnum):
    """What can be jumped to, in the order in which equals are listed."""

    RESIDENT = "resident"  # 居民
    HOUSEHOLD = "household"  # 户
    CARD = "card"  # 联系卡
    RENTAL = "rental"  # 出租房屋
    BUILDING = "building"  # 楼栋
    GRID = "grid"  # 网格
    ORGANISATION = "organisation"  # 单位
    STAFF = "staff"  # 工作人员
    TEAM = "team"  # 队伍
    TEAM_MEMBER = "team_member"  # 队员
    POST = "post"  # 岗位人员
    REPORT = "report"  # 信息报送
    VISIT = "visit"  # 来访
    SHEET = "sheet"  # 走访单
    LABEL = "label"  # 社区图标注
    DISPATCH = "dispatch"  # 家政派遣
    CASE = "case"  # 矛盾纠纷
    SWEEP = "sweep"  # 排查
    PETITION = "petition"  # 信访
    SUGGESTION = "suggestion"  # 建议
    AGENCY = "agency"  # 代办
    EVENT = "event"  # 活动
    STATION = "station"  # 站点
    VENUE = "venue"  # 场地
    FILTER = "filter"  # 常用筛选
    RUN = "run"  # 打印批次
    NOTICE = "notice"  # 通知
    COMMAND = "command"  # 功能


@dataclass(frozen=True, kw_only=True)
class JumpEntry:
    """Something to jump to.

    Attributes:
        kind: what it is.
        key: its id among its kind; of a command its place in the menus.
        title: what is shown first.
        detail: what tells it from others of the same title.
    """

    kind: JumpKind
    key: int
    title: str
    detail: str = ""


@dataclass(frozen=True, kw_only=True)
class Findable:
    """An entry with what letters find it: its pinyin and initials."""

    entry: JumpEntry
    spoken: str
    initials: str


def findable(entry: JumpEntry) -> Findable:
    """Return an entry made ready to be found."""
    syllables = sort_pinyin(entry.title).split()
    return Findable(
        entry=entry,
        spoken="".join(syllables),
        initials="".join(syllable[0] for syllable in syllables),
    )


def find_entries(entries: Iterable[Findable], text: str, limit: int) -> list[JumpEntry]:
    """Return the entries that every word of `text` fits, best first.

    Args:
        entries: all there are.
        text: what is typed, in the form of `search_form`.
        limit: how many are wanted.
    """
    words = text.split()
    if not words:
        return []
    kinds = list(JumpKind)
    ranked = []
    for place, one in enumerate(entries):
        ranks = [_rank(one, word) for word in words]
        if None not in ranks:
            worst = max(rank for rank in ranks if rank is not None)
            ranked.append((worst, kinds.index(one.entry.kind), place, one.entry))
    ranked.sort(key=lambda found: found[:3])
    return [entry for *_, entry in ranked[:limit]]


def _rank(one: Findable, word: str) -> int | None:
    """Return how well a word fits, 0 best; None if it does not."""
    title = one.entry.title.lower()
    fits: Sequence[bool] = (
        title == word,
        title.startswith(word),
        word in title,
        one.spoken.startswith(word) or one.initials.startswith(word),
        word in one.entry.detail.lower(),
    )
    return next((rank for rank, is_so in enumerate(fits) if is_so), None)
