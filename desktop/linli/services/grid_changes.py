"""Splitting (拆分), joining (合并), renumbering grids and moving places between them.

Each change takes effect on a day, today or before, leaves what was in the history, and is one undo
step. Its preview says beforehand what it comes to.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from linli.domain.accounts import Right
from linli.domain.changes import Changes
from linli.domain.grid_changes import (
    GridJoin,
    GridMove,
    GridPreview,
    GridRenaming,
    GridSplit,
    check_day,
    title_problems,
)
from linli.domain.grids import GridDraft
from linli.domain.values.addresses import Address, address_text
from linli.domain.values.text import tidy
from linli.errors import FieldProblem, InvalidInput, UserError
from linli.services.context import Context
from linli.services.grids import check_grid, clean_places
from linli.storage import grid_facts, grid_places, grid_posts, grid_stranded, grids
from linli.storage.schema import GridRecord

if TYPE_CHECKING:
    from linli.services.cards import CardService
    from linli.storage.database import Writing


class GridChangeService:
    """Changes of grids as a whole, each with its preview."""

    def __init__(self, context: Context, cards: "CardService") -> None:
        self._context = context
        self._cards = cards

    # ---- what would happen ----

    def preview_move(self, move: GridMove) -> GridPreview:
        """Return what moving places comes to.

        Raises:
            UserError: the day has not come.
        """
        self._context.require(Right.READ, "查看网格")
        check_day(move.on, self._today())
        with self._context.db.reading() as connection:
            homes = grid_places.moving(connection, move.places, move.source, move.target)
            facts = grid_facts.list_facts(connection, [move.target], self._today())[move.target]
            ids = [home.id for home in homes]
            households, residents = grid_posts.count_living(connection, ids)
            posts = grid_posts.going_along(connection, move.source, move.places, move.on)
        return GridPreview(
            dwellings=len(ids),
            households=households,
            residents=residents,
            cards=self._cards.count_outdated_by(ids, facts),
            posts=tuple(posts),
        )

    def preview_split(self, split: GridSplit) -> GridPreview:
        """Return what splitting a grid comes to.

        Raises:
            UserError: the day has not come.
        """
        self._context.require(Right.READ, "查看网格")
        check_day(split.on, self._today())
        facts = GridDraft(number=split.number, name=split.name)
        with self._context.db.reading() as connection:
            homes = grid_places.moving(connection, split.places, split.source, None)
            ids = [home.id for home in homes]
            households, residents = grid_posts.count_living(connection, ids)
            posts = grid_posts.going_along(connection, split.source, split.places, split.on)
        return GridPreview(
            dwellings=len(ids),
            households=households,
            residents=residents,
            cards=self._cards.count_outdated_by(ids, facts),
            posts=tuple(posts),
        )

    def preview_join(self, join: GridJoin) -> GridPreview:
        """Return what joining grids comes to.

        Raises:
            UserError: the day has not come.
        """
        self._context.require(Right.READ, "查看网格")
        check_day(join.on, self._today())
        with self._context.db.reading() as connection:
            ids = grid_posts.dwellings_of(connection, join.sources)
            households, residents = grid_posts.count_living(connection, ids)
            facts = grid_facts.list_facts(connection, [join.target], self._today())[join.target]
            posts = [
                post
                for source in join.sources
                for post in grid_posts.of_closing(connection, source, join.on)
            ]
        return GridPreview(
            dwellings=len(ids),
            households=households,
            residents=residents,
            cards=self._cards.count_outdated_by(ids, facts),
            posts=tuple(posts),
        )

    def preview_renaming(self, renamings: Sequence[GridRenaming], on: date) -> GridPreview:
        """Return what other numbers and names come to.

        Raises:
            UserError: the day has not come.
        """
        self._context.require(Right.READ, "查看网格")
        check_day(on, self._today())
        dwellings = households = residents = cards = 0
        for renaming in renamings:
            with self._context.db.reading() as connection:
                facts = grid_facts.list_facts(connection, [renaming.grid_id], self._today())[
                    renaming.grid_id
                ]
                if (facts.number, facts.name) == (renaming.number, renaming.name):
                    continue
                ids = grid_posts.dwellings_of(connection, [renaming.grid_id])
                living = grid_posts.count_living(connection, ids)
            said = replace(facts, number=renaming.number, name=renaming.name)
            dwellings += len(ids)
            households += living[0]
            residents += living[1]
            cards += self._cards.count_outdated_by(ids, said)
        return GridPreview(
            dwellings=dwellings, households=households, residents=residents, cards=cards
        )

    # ---- doing it ----

    def move(self, move: GridMove) -> Changes:
        """Move places from one grid to another, or from none.

        Raises:
            UserError: nothing is named, or the day does not fit.
            NotFoundError: the grid is gone.
        """
        self._context.require(Right.EDIT, "修改网格")
        places = self._checked_places(move.places, move.on)
        if move.source == move.target:
            raise UserError("这些楼栋已经在这个网格里，没有什么可划的；请选另一个网格。")
        names = grids_named(self._context, move.target)
        title = f"把{_places_text(places)}划到{names}"
        with self._context.writing(title) as work:
            if move.source is not None:
                grids.get_record(work.session, move.source)
            self._move(work, replace(move, places=places))
        return work.changes

    def assign(self, places: Sequence[Address], target: int) -> Changes:
        """Settle that places belong to a grid, from today on, wherever they were listed.

        Raises:
            UserError: nothing is named.
            NotFoundError: the grid is gone.
        """
        self._context.require(Right.EDIT, "修改网格")
        today = self._today()
        clean = self._checked_places(places, today)
        title = f"确定{_places_text(clean)}归{grids_named(self._context, target)}"
        with self._context.writing(title) as work:
            sources = grid_places.grids_in(work.connection, clean)
            closed = grid_stranded.grids_listing(work.connection, clean)
            for source in dict.fromkeys((*sources, *closed)):
                if source != target:
                    self._move(work, GridMove(places=clean, source=source, target=target, on=today))
            if grid_places.list_for_good(work.connection, target, clean):
                grids.count_on(work.session, grids.get_record(work.session, target))
        return work.changes

    def split(self, split: GridSplit) -> tuple[int, Changes]:
        """Make a new grid of places of another one.

        Raises:
            InvalidInput: number or name are missing, taken, or against the rule.
            UserError: nothing is named, or the day does not fit.
            NotFoundError: the grid is gone.
        """
        self._context.require(Right.EDIT, "拆分网格")
        places = self._checked_places(split.places, split.on)
        old = grids_named(self._context, split.source)
        with self._context.writing(f"拆分{old}") as work:
            source = grids.get_record(work.session, split.source)
            draft = GridDraft(
                number=tidy(split.number), name=tidy(split.name), community_id=source.community_id
            )
            check_grid(work, draft, None)
            new = grids.add_grid(work.session, draft, split.on)
            move = GridMove(places=places, source=split.source, target=new, on=split.on)
            self._move(work, move)
        return new, work.changes

    def join(self, join: GridJoin) -> Changes:
        """Let a grid take all places of others, which are closed then.

        Raises:
            UserError: fewer than two grids are named, or the day does not fit.
            NotFoundError: a grid is gone.
        """
        self._context.require(Right.EDIT, "合并网格")
        sources = [grid_id for grid_id in dict.fromkeys(join.sources) if grid_id != join.target]
        if not sources:
            raise UserError("只选了一个网格，没有什么可合并的；请再选一个。")
        check_day(join.on, self._today())
        title = (
            f"把{grids_named(self._context, *sources)}并入{grids_named(self._context, join.target)}"
        )
        with self._context.writing(title) as work:
            for source in sources:
                record = grids.get_record(work.session, source)
                spans = grid_places.list_spans(work.connection, grid_id=source)
                places = [span.place for span in spans if span.until is None]
                homes = grid_posts.unlisted_places(work.connection, source)
                move = GridMove(
                    places=(*places, *homes), source=source, target=join.target, on=join.on
                )
                self._move(work, move)
                work.session.refresh(record)
                grids.close_grid(work.session, record, join.on, successor_id=join.target)
        return work.changes

    def rename(self, renamings: Sequence[GridRenaming], on: date) -> Changes:
        """Give grids other numbers and names; they may exchange theirs.

        Raises:
            InvalidInput: one is missing, taken, given twice, or against the rule.
            UserError: the day does not fit.
            NotFoundError: a grid is gone.
        """
        self._context.require(Right.EDIT, "调整网格编号")
        check_day(on, self._today())
        clean = [replace(one, number=tidy(one.number), name=tidy(one.name)) for one in renamings]
        _check_apart(clean)
        with self._context.writing(f"调整网格编号和名称 {len(clean)} 个") as work:
            records = {one.grid_id: grids.get_record(work.session, one.grid_id) for one in clean}
            changed = [
                one
                for one in clean
                if (one.number, one.name)
                != (records[one.grid_id].number, records[one.grid_id].name)
            ]
            before = {
                one.grid_id: (records[one.grid_id].number, records[one.grid_id].name)
                for one in changed
            }
            for one in changed:  # so that two may exchange theirs
                grids.retitle(work.connection, one.grid_id, f"~{one.grid_id}", f"~{one.grid_id}")
            for one in changed:
                facts = grid_facts.list_facts(work.connection, [one.grid_id], self._today())[
                    one.grid_id
                ]
                check_grid(work, replace(facts, number=one.number, name=one.name), one.grid_id)
                number, name = before[one.grid_id]
                grids.keep_title(work.connection, one.grid_id, number, name, on)
                grids.retitle(work.connection, one.grid_id, one.number, one.name)
                grids.count_on(work.session, records[one.grid_id])
        return work.changes

    # ---- inside ----

    def _move(self, work: "Writing", move: GridMove) -> None:
        target = grids.get_record(work.session, move.target)
        if target.since is not None and target.since > move.on.isoformat():
            raise UserError(
                f"「{target.name}」{target.since} 才设立，不能从 {move.on.isoformat()} 起划入；"
                f"请选 {target.since} 或以后的日期。"
            )
        grid_posts.take_along(work.connection, move.source, move.target, move.places, move.on)
        grid_places.move_places(
            work.connection, move.places, source=move.source, target=move.target, on=move.on
        )
        for grid_id in (move.source, move.target):
            record = None if grid_id is None else work.session.get(GridRecord, grid_id)
            if record is not None:
                grids.count_on(work.session, record)

    def _checked_places(self, places: Iterable[Address], on: date) -> tuple[Address, ...]:
        check_day(on, self._today())
        clean = clean_places(place for place in places if place != Address())
        if not clean:
            raise UserError("没有选楼栋或单元，请先选好再划。")
        return clean

    def _today(self) -> date:
        return self._context.clock().date()


def grids_named(context: Context, *grid_ids: int) -> str:
    """Return the names of grids, for the title of a step."""
    today = context.clock().date()
    with context.db.reading() as connection:
        names = (grids.get_grid(connection, i, today).facts.name for i in grid_ids)
        return "、".join(f"「{name}」" for name in names)


def _places_text(places: Sequence[Address]) -> str:
    first = "、".join(f"「{address_text(place)}」" for place in places[:3])
    return first if len(places) <= 3 else f"{first}等 {len(places)} 处"


def _check_apart(renamings: Sequence[GridRenaming]) -> None:
    problems: list[FieldProblem] = []
    for one in renamings:
        problems += title_problems(one.number, one.name)
    for column, label in (("number", "编号"), ("name", "名称")):
        values = [getattr(one, column) for one in renamings]
        for value in sorted({value for value in values if value and values.count(value) > 1}):
            message = f"{label}「{value}」给了 {values.count(value)} 个网格，请改成各不相同的。"
            problems.append(FieldProblem(field=column, message=message))
    if problems:
        raise InvalidInput(problems)
