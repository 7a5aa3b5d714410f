"""The hand-over list of a grid (移交清单): what whoever leaves hands to whoever comes."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from linli.domain.cards import card_spans
from linli.domain.letters import Letter, LetterLine, body, fact, heading, sign
from linli.domain.posts import Post, from_to
from linli.domain.register_texts import spoken


@dataclass(frozen=True, kw_only=True)
class BuildingCount:
    """How many dwellings, households and people a building of the grid has."""

    place: str
    dwellings: int
    households: int
    residents: int


@dataclass(frozen=True, kw_only=True)
class GridEstate:
    """All that is handed over with a grid.

    Attributes:
        grid: its name.
        number: its number.
        buildings: as one walks.
        cards: the numbers of cards in people's hands, by kind.
        reports: information slips that are open, each in one line.
        receptions: visits of residents that wait for an answer.
        visits: homes that are to be visited again.
        keys: neighbours with a key, numbers masked.
        posts: who serves there on the day.
    """

    grid: str
    number: str
    buildings: Sequence[BuildingCount]
    cards: Mapping[str, Sequence[str]]
    reports: Sequence[str]
    receptions: Sequence[str]
    visits: Sequence[str]
    keys: Sequence[str]
    posts: Sequence[Post]


def hand_over_letter(
    estate: GridEstate,
    leaving: Post,
    *,
    successor: str,
    on: date,
    community: str,
    printed: str,
) -> Letter:
    """Return the list to be signed by both.

    Args:
        estate: what is handed over.
        leaving: who leaves.
        successor: who comes, "" where that is not known yet.
        on: the day of the hand-over.
        community: its name.
        printed: who prints it and when.
    """
    households = sum(each.households for each in estate.buildings)
    residents = sum(each.residents for each in estate.buildings)
    dwellings = sum(each.dwellings for each in estate.buildings)
    served = from_to(leaving.facts)
    lines = [
        fact("移交人", f"{leaving.facts.name}（{leaving.title}）" + (served and f"　{served}")),
        fact("接收人", successor or "　"),
        fact("移交日期", spoken(on)),
        heading(f"一、住户：{dwellings} 处住所，{households} 户，{residents} 人"),
        *(
            fact(
                each.place or "没有楼栋的",
                f"{each.dwellings} 处住所，{each.households} 户，{each.residents} 人",
            )
            for each in estate.buildings
        ),
        heading(f"二、住户手里的联系卡：{sum(map(len, estate.cards.values()))} 张"),
        *(
            fact(kind, f"{len(numbers)} 张，卡号 {'、'.join(card_spans(numbers))}")
            for kind, numbers in estate.cards.items()
        ),
        *_part("三、没有办结的信息", estate.reports),
        *_part("四、没有办结的来访", estate.receptions),
        *_part("五、近期要走访的户", estate.visits),
        *_part("六、邻里守望的钥匙", estate.keys),
        heading(f"七、网格上的岗位：{len(estate.posts)} 人次"),
        *(
            fact(post.facts.name, "，".join(filter(None, (post.title, from_to(post.facts)))))
            for post in estate.posts
        ),
        body("以上各项已当面点清。"),
        *map(sign, ("移交人", "接收人", "监交人", "日期")),
    ]
    return Letter(
        title="网格移交清单",
        subtitle=f"{community}　{estate.grid}（{estate.number}）",
        lines=tuple(lines),
        printed=printed,
    )


def _part(title: str, entries: Sequence[str]) -> list[LetterLine]:
    count = f"{len(entries)} 件" if entries else "没有"
    return [heading(f"{title}：{count}"), *(body(entry) for entry in entries)]
