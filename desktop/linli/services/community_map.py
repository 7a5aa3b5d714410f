"""The picture of the community (社区图): its figures, where buildings stand, and on paper."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from linli.domain.accounts import Right
from linli.domain.changes import Changes
from linli.domain.community_map import (
    FIGURE,
    FOR_THE_WALL,
    Box,
    CommunityMap,
    Figure,
    LabelDraft,
    MapGrid,
    MapLabel,
    check_label,
)
from linli.domain.grids import officers_text
from linli.domain.map_layout import lay_out
from linli.domain.paper import A3, A4, CardSize
from linli.errors import InvalidInput, UserError
from linli.services.context import Context
from linli.services.fonts import library_of
from linli.services.outputs import leaving
from linli.storage import community_maps, grid_facts, grids, settings

_NO_GRID = "未划入网格"


class CommunityMapService:
    """What a clerk does with the picture. Each change is one transaction and one undo step."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def get(self) -> CommunityMap:
        """Return the picture as it is today; what nobody has put anywhere stands by itself."""
        self._context.require(Right.READ, "查看社区图")
        with self._context.db.reading() as connection:
            today = self._context.clock().date()
            buildings, elsewhere = community_maps.list_buildings(connection, today)
            names = grids.list_names(connection)
            facts = grid_facts.list_facts(connection, names, today)
            kept = community_maps.list_boxes(connection)
            labels = community_maps.list_labels(connection)
        known = [
            MapGrid(id=grid_id, name=name, officers=officers_text(facts[grid_id].officers))
            for grid_id, name in names.items()
        ]
        if any(building.grid_id is None for building in buildings):
            known.append(MapGrid(id=None, name=_NO_GRID))
        by_grid = {grid.id: [b for b in buildings if b.grid_id == grid.id] for grid in known}
        groups = [[building.key for building in inside] for inside in by_grid.values()]
        return CommunityMap(
            grids=tuple(known),
            buildings=tuple(building for inside in by_grid.values() for building in inside),
            boxes=lay_out(groups, kept),
            labels=tuple(labels),
            elsewhere=elsewhere,
            is_laid_out=bool(kept),
        )

    def labels(self) -> list[MapLabel]:
        """Return the labels of the picture."""
        self._context.require(Right.READ, "查看社区图")
        with self._context.db.reading() as connection:
            return community_maps.list_labels(connection)

    def move(self, boxes: Mapping[str, Box], labels: Mapping[int, Box] | None = None) -> Changes:
        """Keep where things stand; the other buildings stay where they are shown.

        Args:
            boxes: buildings that were moved or made larger, by key.
            labels: labels likewise, by id.
        """
        self._context.require(Right.EDIT, "调整社区图")
        shown = self.get()
        wanted = {**shown.boxes, **{k: box for k, box in boxes.items() if k in shown.boxes}}
        with self._context.writing("调整社区图") as work:
            if boxes:
                community_maps.save_boxes(work.connection, wanted)
            community_maps.move_labels(work.connection, labels or {})
        return work.changes

    def rearrange(self) -> Changes:
        """Forget where buildings were put, so that they stand grid by grid again."""
        self._context.require(Right.EDIT, "重新排列社区图")
        with self._context.writing("重新排列社区图") as work:
            community_maps.forget_boxes(work.connection)
        return work.changes

    def save_label(self, label_id: int | None, draft: LabelDraft) -> Changes:
        """Add a label, or change one.

        Raises:
            InvalidInput: it has no text, or too much.
            NotFoundError: it is gone.
        """
        self._context.require(Right.EDIT, "修改社区图的标注")
        if problems := list(check_label(draft)):
            raise InvalidInput(problems)
        clean = replace(draft, text=draft.text.strip())
        action = "添加社区图标注" if label_id is None else "修改社区图标注"
        with self._context.writing(action) as work:
            community_maps.save_label(work.session, label_id, clean)
        return work.changes

    def remove_labels(self, ids: Iterable[int]) -> Changes:
        """Remove labels."""
        self._context.require(Right.EDIT, "删除社区图的标注")
        with self._context.writing("删除社区图标注") as work:
            community_maps.remove_labels(work.connection, ids)
        return work.changes

    def pdf(self, figure: Figure, *, large: bool = True, posting: bool = False) -> bytes:
        """Make the PDF of the picture, and record that it was printed.

        Args:
            figure: what the buildings are coloured by.
            large: A3 across instead of A4 across.
            posting: whether it goes on a wall, for everybody to read.

        Raises:
            UserError: nothing is there yet, or the figure is nothing for a wall.
            UnprintableTextError: no font here draws some character.
        """
        self._context.require(Right.POST if posting else Right.PRINT, "打印社区图")
        if posting and figure not in FOR_THE_WALL:
            allowed = "、".join(f"“{FIGURE[each]}”" for each in FOR_THE_WALL)
            raise UserError(
                f"“{FIGURE[figure]}”按楼栋写在图上，不适合上墙张贴。请把着色改成{allowed}再打。"
            )
        from linli.printing.community_map import render_map
        from linli.printing.foot import printed_by

        shown = self.get()
        if not shown.buildings:
            raise UserError("还没有楼栋，没有图可打。请先登记居民的住址，或在网格里写上楼栋。")
        with self._context.db.reading() as connection:
            community = settings.get_hall(connection).community
        paper = A3 if large else A4
        detail = {"楼栋": str(len(shown.buildings)), "着色": FIGURE[figure]}
        action = "打印社区图（上墙）" if posting else "打印社区图"
        with leaving(self._context, action, "社区图", detail):
            return render_map(
                shown,
                figure,
                community=community,
                day=self._context.clock().date(),
                printed=printed_by(self._context.actor.name, self._context.clock()),
                paper=CardSize(width=paper.height, height=paper.width),
                library=library_of(self._context),
            )
