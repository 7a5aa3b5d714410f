"""Grids (网格): their buildings, officers, and who may not lose one."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from linli.domain.accounts import Right
from linli.domain.changes import Changes
from linli.domain.contact_rules import clean_text, phone_problems
from linli.domain.grids import Grid, GridDraft, GridOfficer
from linli.domain.values.addresses import Address, address_text, building_key, normalise_part
from linli.domain.values.names import normalise_name
from linli.domain.values.text import tidy
from linli.errors import FieldProblem, InvalidInput, NotFoundError, UserError
from linli.services.context import Context
from linli.storage import dwellings, grid_facts, grids

if TYPE_CHECKING:
    from linli.storage.database import Writing


class GridService:
    """What a clerk does with grids. Each change is one transaction and one undo step."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def list_all(self) -> list[Grid]:
        """Return all grids by number."""
        self._context.require(Right.READ, "查看网格")
        with self._context.db.reading() as connection:
            return grids.list_grids(connection)

    def names(self) -> dict[int, str]:
        """Return every grid's name by its id, by number; without the figures of `list_all`."""
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
            found = grid_facts.list_facts(connection, [grid_id])
        if grid_id not in found:
            raise NotFoundError("这个网格已经不在台账里，请刷新后再看。")
        return found[grid_id]

    def name_for(self, address: Address) -> str | None:
        """Return the name of the grid that an address belongs to, or None."""
        self._context.require(Right.READ, "查看网格")
        with self._context.db.reading() as connection:
            grid_id = grids.find_grid_of(connection, address)
            return None if grid_id is None else grids.list_names(connection)[grid_id]

    def get(self, grid_id: int) -> Grid:
        """Return a grid.

        Raises:
            NotFoundError: if there is no such grid.
        """
        self._context.require(Right.READ, "查看网格")
        with self._context.db.reading() as connection:
            return grids.get_grid(connection, grid_id)

    def add(self, draft: GridDraft) -> tuple[int, Changes]:
        """Add a grid; the dwellings of its buildings join it.

        Raises:
            InvalidInput: a rule is broken, or a building belongs to another grid.
        """
        self._context.require(Right.EDIT, "修改网格")
        clean = _clean(draft)
        with self._context.writing(f"添加网格 {clean.name}") as work:
            self._check(work, clean, None)
            grid_id = grids.add_grid(work.session, clean)
        return grid_id, work.changes

    def update(self, grid_id: int, draft: GridDraft, *, version: int) -> Changes:
        """Save a changed grid; dwellings join and leave it with their buildings.

        Raises:
            InvalidInput: a rule is broken, or a building belongs to another grid.
            ConflictError: the grid was changed since `version` was read.
            NotFoundError: the grid is gone.
        """
        self._context.require(Right.EDIT, "修改网格")
        clean = _clean(draft)
        with self._context.writing(f"修改网格 {clean.name}") as work:
            record = grids.get_record(work.session, grid_id, version)
            self._check(work, clean, grid_id)
            grids.update_grid(work.session, record, clean)
        return work.changes

    def remove(self, grid_id: int) -> Changes:
        """Remove a grid that no dwelling belongs to.

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
            work.session.delete(record)
        return work.changes

    def buildings_without_grid(self) -> list[Address]:
        """Return the buildings with dwellings in no grid, in walking order."""
        self._context.require(Right.READ, "查看网格")
        with self._context.db.reading() as connection:
            return dwellings.list_buildings(connection, without_grid=True)

    def _check(self, work: "Writing", draft: GridDraft, grid_id: int | None) -> None:
        problems = list(_problems(draft))
        for column, label in (("number", "编号"), ("name", "名称")):
            value = getattr(draft, column)
            if value and grids.find_by(work.connection, column, value) not in (None, grid_id):
                message = f"网格{label}「{value}」已经有了，请换一个。"
                problems.append(FieldProblem(field=column, message=message))
        for building in draft.buildings:
            holder = grids.find_holder(work.connection, building)
            if holder is not None and holder[0] != grid_id:
                message = f"「{address_text(building)}」已属于「{holder[1]}」，请先从那里移出。"
                problems.append(FieldProblem(field="buildings", message=message))
        if problems:
            raise InvalidInput(problems)


def _clean(draft: GridDraft) -> GridDraft:
    buildings = {building_key(b): b for b in map(_building, draft.buildings)}
    return GridDraft(
        number=tidy(draft.number),
        name=tidy(draft.name),
        buildings=tuple(buildings.values()),
        officers=tuple(map(_officer, draft.officers)),
        note=(draft.note or "").strip() or None,
    )


def _building(address: Address) -> Address:
    return Address(
        estate=normalise_part("estate", address.estate),
        building=normalise_part("building", address.building),
    )


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
