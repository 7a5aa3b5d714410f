"""Splitting, joining and renumbering grids, moving places: what is asked and what is foreseen."""

from dataclasses import dataclass
from datetime import date

from linli.domain.values.addresses import Address
from linli.errors import FieldProblem, UserError


@dataclass(frozen=True, kw_only=True)
class GridMove:
    """Places that change their grid.

    Attributes:
        places: what moves.
        source: the grid that it leaves; None for what is in none.
        target: the grid that it joins.
        on: the first day in the new grid.
    """

    places: tuple[Address, ...]
    source: int | None
    target: int
    on: date


@dataclass(frozen=True, kw_only=True)
class GridSplit:
    """A new grid that is made of places of another one; `on` is its first day."""

    source: int
    places: tuple[Address, ...]
    number: str
    name: str
    on: date


@dataclass(frozen=True, kw_only=True)
class GridJoin:
    """Grids that are closed, and the one that takes their places; `on` is its first day so."""

    sources: tuple[int, ...]
    target: int
    on: date


@dataclass(frozen=True, kw_only=True)
class GridRenaming:
    """The number and name that a grid gets."""

    grid_id: int
    number: str
    name: str


@dataclass(frozen=True, kw_only=True)
class PostEnding:
    """A post that ends with its grid, or goes along with its building to another one."""

    grid: str
    post: str
    name: str
    goes_along: bool = False


@dataclass(frozen=True, kw_only=True)
class GridPreview:
    """What a change comes to, before it happens.

    `cards` are contact cards in use that say something else afterwards.
    """

    dwellings: int = 0
    households: int = 0
    residents: int = 0
    cards: int = 0
    posts: tuple[PostEnding, ...] = ()


def check_day(on: date, today: date) -> None:
    """Refuse a day that has not come: a ledger says what is, not what is planned.

    Raises:
        UserError: naming the day.
    """
    if on > today:
        raise UserError(
            f"生效日期 {on.isoformat()} 还没有到，今天是 {today.isoformat()}；"
            "请到那天再办，或选今天及以前的日期。"
        )


def title_problems(number: str, name: str) -> list[FieldProblem]:
    """Return what is missing in a grid's number and name."""
    found = []
    if not number:
        found.append(FieldProblem(field="number", message="没有填写网格编号，请填写。"))
    if not name:
        found.append(FieldProblem(field="name", message="没有填写网格名称，请填写。"))
    return found
