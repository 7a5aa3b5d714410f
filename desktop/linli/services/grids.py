"""Grids (网格): their places, officers, numbers, and what they were on a day."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import TYPE_CHECKING

from linli.domain.accounts import Right
from linli.domain.changes import Changes
from linli.domain.contact_rules import clean_text, phone_problems
from linli.domain.grid_history import GridHistory, GridOn
from linli.domain.grid_numbers import next_number, number_problem
from linli.domain.grid_places import PARTS
from linli.domain.grids import Grid, GridDraft, GridOfficer
from linli.domain.values.addresses import Address, address_key, address_text, normalise_part
from linli.domain.values.names import normalise_name
from linli.domain.values.text import tidy
from linli.errors import FieldProblem, InvalidInput, NotFoundError, UserError
from linli.services.context import Context
from linli.storage import communities, dwellings, grid_facts, grid_history, grid_places, grids

if TYPE_CHECKING:
    from linli.storage.database import Writing


class GridService:
    """What a clerk does with grids. Each change is one transaction and one undo step."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def list_all(self) -> list[Grid]:
        """Return the grids that are open, by number."""
        self._context.require(Right.READ, "查看网格")
        with self._context.db.reading() as connection:
            return grids.list_grids(connection, self._today())

    def list_closed(self) -> list[Grid]:
        """Return the grids that are closed, by the number they had last."""
        self._context.require(Right.READ, "查看网格")
        with self._context.db.reading() as connection:
            return grids.list_grids(connection, self._today(), closed=True)

    def names(self) -> dict[int, str]:
        """Return every open grid's name by its id, by number; without the figures of `list_all`."""
        self._context.require(Right.READ, "查看网格")
        with self._context.db.reading() as connection:
            return grids.list_names(connection)

    def facts(self, grid_id: int) -> GridDraft:
        """Return what is known of a grid, without the figures of `get`.

        Raises:
            NotFoundError: if there is no such grid.
        """
        self._context.require(Right.READ, "查看网格")
        with self._context.db.reading() as connection:
            found = grid_facts.list_facts(connection, [grid_id], self._today())
        if grid_id not in found:
            raise NotFoundError("这个网格已经不在台账里，请刷新后再看。")
        return found[grid_id]

    def name_for(self, address: Address) -> str | None:
        """Return the name of the grid that an address belongs to, or None."""
        self._context.require(Right.READ, "查看网格")
        with self._context.db.reading() as connection:
            grid_id = grid_places.find_grid_of(connection, address)
            return None if grid_id is None else grids.list_names(connection)[grid_id]

    def get(self, grid_id: int) -> Grid:
        """Return a grid.

        Raises:
            NotFoundError: if there is no such grid.
        """
        self._context.require(Right.READ, "查看网格")
        with self._context.db.reading() as connection:
            return grids.get_grid(connection, grid_id, self._today())

    def history(self, grid_id: int) -> GridHistory:
        """Return all that a grid was: titles, places and people with their days.

        Raises:
            NotFoundError: if there is no such grid.
        """
        self._context.require(Right.READ, "查看网格")
        with self._context.db.reading() as connection:
            return grid_history.get_history(connection, grid_id)

    def on(self, place: Address | int, day: date) -> GridOn | None:
        """Return the grid of a place or dwelling on a day, as it was called and served then.

        Args:
            place: an address, or the id of a dwelling.
            day: the day that is asked about.

        Returns:
            The grid; None if the place was in none that day, as far as the ledger knows.
        """
        self._context.require(Right.READ, "查看网格")
        with self._context.db.reading() as connection:
            if isinstance(place, int):
                found = grid_history.address_of_dwelling(connection, place)
                if found is None:
                    raise NotFoundError("这处住所已经不在台账里，请刷新后再看。")
                place = found
            return grid_history.find_on(connection, place, day)

    def propose_number(self, community_id: int | None = None) -> str:
        """Return the next free number of a community's grids; "" if its rule has none left."""
        self._context.require(Right.READ, "查看网格")
        with self._context.db.reading() as connection:
            rule = communities.get_rule(connection)
            prefix = communities.get_prefix(connection, community_id)
            taken = [grid.facts.number for grid in grids.list_grids(connection, self._today())]
        return next_number(taken, rule, prefix)

    def add(self, draft: GridDraft) -> tuple[int, Changes]:
        """Add a grid; the dwellings of its places join it.

        Raises:
            InvalidInput: a rule is broken, or a place belongs to another grid.
        """
        self._context.require(Right.EDIT, "修改网格")
        clean = clean_grid(draft)
        with self._context.writing(f"添加网格 {clean.name}") as work:
            check_grid(work, clean, None)
            grid_id = grids.add_grid(work.session, clean)
        return grid_id, work.changes

    def update(
        self, grid_id: int, draft: GridDraft, *, version: int, correction: bool = False
    ) -> Changes:
        """Save a changed grid; dwellings join and leave it with their places.

        Args:
            grid_id: the grid.
            draft: what it shall be.
            version: the version that was read.
            correction: what was written before was never so; else it stays in the history, as of
                the day before.

        Raises:
            InvalidInput: a rule is broken, or a place belongs to another grid.
            ConflictError: the grid was changed since `version` was read.
            NotFoundError: the grid is gone.
        """
        self._context.require(Right.EDIT, "修改网格")
        clean = clean_grid(draft)
        with self._context.writing(f"修改网格 {clean.name}") as work:
            record = grids.get_record(work.session, grid_id, version)
            check_grid(work, clean, grid_id)
            today = self._today()
            on = None if correction else today
            grids.update_grid(work.session, record, clean, on, today)
        return work.changes

    def remove(self, grid_id: int) -> Changes:
        """Remove a grid that no dwelling belongs to; one with a past is closed instead.

        Raises:
            UserError: dwellings still belong to it.
            NotFoundError: the grid is gone.
        """
        self._context.require(Right.REMOVE, "删除网格")
        grid = self.get(grid_id)
        with self._context.writing(f"删除网格 {grid.facts.name}") as work:
            record = grids.get_record(work.session, grid_id)
            count = grids.count_dwellings(work.connection, grid_id)
            if count:
                raise UserError(
                    f"「{record.name}」里还有 {count} 处住所，不能删除；"
                    "请先把它的楼栋划到别的网格。"
                )
            today = self._today()
            if grids.has_past(work.connection, grid_id, today):
                grids.close_grid(work.session, record, today)
            else:
                work.session.delete(record)
        return work.changes

    def buildings_without_grid(self) -> list[Address]:
        """Return the buildings with dwellings in no grid, in walking order."""
        self._context.require(Right.READ, "查看网格")
        with self._context.db.reading() as connection:
            return dwellings.list_buildings(connection, without_grid=True)

    def _today(self) -> date:
        return self._context.clock().date()


def check_grid(work: "Writing", draft: GridDraft, grid_id: int | None) -> None:
    """Refuse a grid that breaks a rule, or takes what another one has.

    Args:
        work: the transaction.
        draft: the grid as it shall be.
        grid_id: the grid that is changed; None for a new one.

    Raises:
        InvalidInput: naming each field.
    """
    problems = [*_problems(draft), *_taken(work, draft, grid_id)]
    for place in draft.buildings:
        holder = grid_places.find_holder(work.connection, place)
        if holder is not None and holder[0] != grid_id:
            message = f"「{address_text(place)}」已属于「{holder[1]}」，请先从那里移出。"
            problems.append(FieldProblem(field="buildings", message=message))
    if problems:
        raise InvalidInput(problems)


def _taken(work: "Writing", draft: GridDraft, grid_id: int | None) -> Iterator[FieldProblem]:
    """Yield what is wrong with number and name beside the other grids."""
    connection = work.connection
    for column, label in (("number", "编号"), ("name", "名称")):
        value = getattr(draft, column)
        if value and grids.find_by(connection, column, value) not in (None, grid_id):
            message = f"网格{label}「{value}」已经有了，请换一个。"
            yield FieldProblem(field=column, message=message)
    if draft.number and not _keeps_number(work, draft, grid_id):
        prefix = communities.get_prefix(connection, draft.community_id)
        problem = number_problem(draft.number, communities.get_rule(connection), prefix)
        if problem:
            yield FieldProblem(field="number", message=problem)


def _keeps_number(work: "Writing", draft: GridDraft, grid_id: int | None) -> bool:
    """Whether a grid has the number already: a new rule asks it of nobody until they renumber."""
    return grid_id is not None and grids.find_by(work.connection, "number", draft.number) == grid_id


def clean_grid(draft: GridDraft) -> GridDraft:
    """Return a grid as it is kept: texts tidied, places in normal form and each once."""
    return GridDraft(
        number=tidy(draft.number),
        name=tidy(draft.name),
        buildings=clean_places(draft.buildings),
        officers=tuple(map(_officer, draft.officers)),
        note=(draft.note or "").strip() or None,
        community_id=draft.community_id,
    )


def clean_places(places: Iterable[Address]) -> tuple[Address, ...]:
    """Return places in normal form, each once."""
    cleaned = (
        Address(**{part: normalise_part(part, getattr(place, part)) for part in PARTS})
        for place in places
    )
    return tuple({address_key(place): place for place in cleaned}.values())


def _officer(officer: GridOfficer) -> GridOfficer:
    return GridOfficer(
        role=officer.role,
        name=normalise_name(officer.name),
        phone=clean_text(officer.phone),
        photo=officer.photo,
    )


def _problems(draft: GridDraft) -> Iterator[FieldProblem]:
    if not draft.number:
        yield FieldProblem(field="number", message="没有填写网格编号，请填写。")
    if not draft.name:
        yield FieldProblem(field="name", message="没有填写网格名称，请填写。")
    if Address() in draft.buildings:
        yield FieldProblem(field="buildings", message="有一栋楼没有填写名称，请填写或删去。")
    for officer in draft.officers:
        if not officer.name:
            yield FieldProblem(field="officers", message="有一位网格人员没有填写姓名，请填写。")
        yield from phone_problems("officers", officer.phone)
