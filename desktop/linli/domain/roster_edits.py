"""Changes of a month's cells by hand: somebody comes, goes, is moved, swapped, copied, locked.

Each returns all cells of the month anew. What is locked stays where it is until it is unlocked.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from linli.domain.rosters import Cell

Cells = tuple[Cell, ...]
Place = tuple[date, int]
"""Day and number of a shift."""


@dataclass(frozen=True, kw_only=True)
class Copied:
    """Cells that were copied: how many days after the first, on which shift, who.

    `shifts` are those that were copied from, whoever was on them or nobody.
    """

    cells: tuple[tuple[int, int, int], ...]
    days: int
    shifts: frozenset[int]


def key(cell: Cell) -> tuple[date, int, int]:
    """Return what tells a cell from others: day, shift, who."""
    return cell.day, cell.shift_id, cell.worker_id


def put(cells: Cells, place: Place, worker_id: int, *, instead: int | None = None) -> Cells:
    """Put somebody on a shift, perhaps in the place of somebody else."""
    fresh = Cell(worker_id=worker_id, day=place[0], shift_id=place[1])
    if any(key(each) == key(fresh) for each in cells):
        return cells
    if instead is None:
        return (*cells, fresh)
    gone = (*place, instead)
    return tuple(fresh if key(each) == gone else each for each in cells)


def remove(cells: Cells, gone: Iterable[Cell]) -> Cells:
    """Take people off; who is locked stays."""
    keys = {key(each) for each in gone}
    return tuple(each for each in cells if each.locked or key(each) not in keys)


def lock(cells: Cells, chosen: Iterable[Cell]) -> Cells:
    """Lock cells; if all of them are locked, unlock them."""
    keys = {key(each) for each in chosen}
    locked = not all(each.locked for each in cells if key(each) in keys)
    return tuple(replace(each, locked=locked) if key(each) in keys else each for each in cells)


def move(cells: Cells, cell: Cell, place: Place, worker_id: int | None = None) -> Cells:
    """Move somebody to another shift, or give the shift to somebody else."""
    who = cell.worker_id if worker_id is None else worker_id
    left = tuple(each for each in cells if key(each) != key(cell))
    return put(left, place, who)


def swap(cells: Cells, one: Cell, other: Cell) -> Cells:
    """Let two people change places; nobody is twice on one shift."""
    left = tuple(each for each in cells if key(each) not in (key(one), key(other)))
    left = put(left, (one.day, one.shift_id), other.worker_id)
    return put(left, (other.day, other.shift_id), one.worker_id)


def copy(cells: Cells, places: Collection[Place]) -> Copied | None:
    """Copy who is on some shifts; None of no shifts."""
    if not places:
        return None
    first, last = min(day for day, _ in places), max(day for day, _ in places)
    found = tuple(
        ((each.day - first).days, each.shift_id, each.worker_id)
        for each in cells
        if (each.day, each.shift_id) in places
    )
    shifts = frozenset(shift_id for _, shift_id in places)
    return Copied(cells=found, days=(last - first).days + 1, shifts=shifts)


def paste(
    cells: Cells, copied: Copied, place: Place, allowed: Collection[Place], *, whole: bool = False
) -> Cells:
    """Put what was copied onto other days; who is locked there stays, others leave.

    What was copied from a single shift goes to the shift of `place`, unless `whole` keeps it.

    Args:
        cells: of the month.
        copied: what to put down.
        place: the first day, and the shift.
        allowed: the shifts of days that need somebody; others get nobody.
        whole: keep every shift, as with a copied week.
    """
    only = next(iter(copied.shifts)) if len(copied.shifts) == 1 and not whole else None
    first, shift_id = place

    def target(after: int, shift: int) -> Place:
        return first + timedelta(days=after), shift_id if shift == only else shift

    wanted = [
        (target(after, shift), worker_id)
        for after, shift, worker_id in copied.cells
        if target(after, shift) in allowed
    ]
    cleared = {
        target(after, shift)
        for after in range(copied.days)
        for shift in copied.shifts
        if target(after, shift) in allowed
    }
    result = tuple(
        each for each in cells if each.locked or (each.day, each.shift_id) not in cleared
    )
    for where, worker_id in wanted:
        result = put(result, where, worker_id)
    return result


def on_place(cells: Iterable[Cell], place: Place) -> Sequence[Cell]:
    """Return who is on a shift of a day."""
    return [each for each in cells if (each.day, each.shift_id) == place]
