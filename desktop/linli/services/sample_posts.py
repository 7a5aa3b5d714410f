"""The sample community's posts: a head for some buildings, workers, and a post that was claimed.

And what its grids were before.
"""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from linli.domain.claims import ClaimDraft, DutyPostDraft, PostKind
from linli.domain.grids import GridOfficer, GridRole
from linli.domain.posts import BUILDING_HEAD, WORKER, PostDraft
from linli.services.fiction import Fiction
from linli.services.fiction_names import HAN

if TYPE_CHECKING:
    from linli.storage.database import Writing

_HEADS = 24
_FORMER_NAME = "西河巷网格"
_CATALOGUE = (
    (
        PostKind.SIX,
        "环境卫生监督员",
        "查看楼道、院落卫生，有问题及时反映。",
        "每周查看一次卫生。",
    ),
    (PostKind.SIX, "政策法规宣传员", "宣传政策法规。", "每月宣传一次。"),
    (PostKind.SIX, "社区事务联络员", "转告居民的意见和社区的通知。", "有事及时转告。"),
    (PostKind.VOLUNTEER, "邻里守望", "看望独居老人。", "每周看望一次。"),
)


def add_posts(work: "Writing", fiction: Fiction, grid_ids: Sequence[int]) -> None:
    """Add a worker to each grid, heads of buildings, a catalogue of posts and a few claims.

    Args:
        work: the transaction.
        fiction: makes up the people.
        grid_ids: the grids.
    """
    from linli.storage import claims, posts

    since = fiction.today.replace(month=1, day=1)

    def person() -> dict[str, Any]:
        return {"name": fiction.name(HAN, fiction.sex()), "phone": fiction.mobile()}

    for grid_id in grid_ids:
        posts.add_post(
            work.session, PostDraft(grid_id=grid_id, role=WORKER, since=since, **person())
        )
    places = [found for found in posts.list_buildings(work.connection) if found[1].building]
    for grid_id, place in places[:_HEADS]:
        draft = PostDraft(
            grid_id=grid_id, role=BUILDING_HEAD, building=place, since=since, **person()
        )
        posts.add_post(work.session, draft)
    for kind, name, duties, pledge in _CATALOGUE:
        post_id = claims.find_post(work.connection, name) or claims.save_post(
            work.session, None, DutyPostDraft(kind=kind, name=name, duties=duties, pledge=pledge)
        )
        claim = ClaimDraft(
            post_id=post_id,
            grid_id=grid_ids[0],
            since=since,
            pledge=pledge,
            pledged_on=since,
            **person(),
        )
        claims.save_claim(work.session, None, claim)


def add_grid_history(work: "Writing", fiction: Fiction, grid_ids: Sequence[int]) -> None:
    """Let the last grid come from the first, which had another name and leader before.

    Args:
        work: the transaction; the grids are in it with their places and people.
        fiction: makes up the former leader.
        grid_ids: the grids; of a single one there is nothing to tell.
    """
    from linli.storage import grid_pasts, grids

    if len(grid_ids) == 1:
        return
    connection, year = work.connection, fiction.today.year - 1
    first, last = grid_ids[0], grid_ids[-1]
    renamed, parted = date(year, 3, 1), date(year, 9, 1)
    number = grids.get_grid(connection, first, fiction.today).facts.number
    grids.keep_title(connection, first, number, _FORMER_NAME, renamed)
    name, phone = fiction.name(HAN, fiction.sex()), fiction.mobile()
    former = GridOfficer(role=GridRole.LEADER, name=name, phone=phone)
    grid_pasts.took_over(connection, first, former, renamed)
    grid_pasts.split_off(connection, last, first, parted)
