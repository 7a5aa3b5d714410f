"""Where buildings stand on the picture of the community before anybody has moved them.

Grid by grid in blocks, each in walking order. A building that came later stands at the nearest
free place beside those of its grid. The ground of a grid is the cells around its buildings.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from linli.domain.community_map import FARTHEST, Box, bounds

BUILDING = (4, 3)
"""Cells that a building takes at first: width, height."""
HEAD = 2
"""Rows above the buildings of a grid for its name."""
MARGIN = 1
"""Cells of the ground beside and below buildings."""
_GAP = 1  # between buildings
_APART = 2  # between the grounds of two grids
_WIDE = 1.2  # columns to rows of a block
_ACROSS = 1.5  # width to height of the whole, as of a sheet with its heads and of a screen

_TRIES = 100  # widths of the whole

_Cell = tuple[int, int]


@dataclass(frozen=True, kw_only=True)
class Ground:
    """A connected part of a grid's ground.

    Attributes:
        grid: the place of the grid in `CommunityMap.grids`.
        runs: cells as (column, row, how many to the right).
        edges: the outline as (column, row, column, row) between corners of cells.
        head: where the name stands: above the first building.
    """

    grid: int
    runs: tuple[tuple[int, int, int], ...]
    edges: tuple[tuple[int, int, int, int], ...]
    head: Box


def lay_out(groups: Sequence[Sequence[str]], kept: Mapping[str, Box]) -> dict[str, Box]:
    """Return where each building stands.

    Args:
        groups: the keys of the buildings of each grid, in walking order.
        kept: where buildings were put by hand.
    """
    placed = {key: kept[key] for keys in groups for key in keys if key in kept}
    taken = {cell for box in placed.values() for cell in _around(box).cells()}
    whole = []
    for keys in groups:
        missing = [key for key in keys if key not in placed]
        if len(missing) == len(keys):
            whole.append(keys)
            continue
        near = bounds(placed[key] for key in keys if key in placed)
        for key in missing:
            box = _nearest_free(near, taken)
            placed[key] = box
            taken.update(_around(box).cells())
    blocks = [_block(keys) for keys in whole if keys]
    top = bounds(placed.values()).bottom + MARGIN + _APART if placed else 0
    left = bounds(placed.values()).x - MARGIN if placed else 0
    for block, (x, y) in zip(blocks, _shelves([bounds(b.values()) for b in blocks]), strict=True):
        for key, box in block.items():
            placed[key] = box.moved(left + x + MARGIN, top + y + HEAD)
    return {key: placed[key] for keys in groups for key in keys}


def _around(box: Box) -> Box:
    """Return the place of a building with the room that it keeps free."""
    return Box(
        x=box.x - _GAP, y=box.y - _GAP, width=box.width + 2 * _GAP, height=box.height + 2 * _GAP
    )


def _block(keys: Sequence[str]) -> dict[str, Box]:
    """Place buildings row by row from the origin."""
    width, height = BUILDING
    columns = max(1, round((len(keys) * _WIDE) ** 0.5))
    return {
        key: Box(
            x=number % columns * (width + _GAP),
            y=number // columns * (height + _GAP),
            width=width,
            height=height,
        )
        for number, key in enumerate(keys)
    }


def _shelves(sizes: Sequence[Box]) -> list[_Cell]:
    """Return the left upper corners of grounds, side by side in rows that fill a sheet best."""
    if not sizes:
        return []
    wide = [size.width + 2 * MARGIN for size in sizes]
    high = [size.height + HEAD + MARGIN for size in sizes]
    best: list[_Cell] = []
    least = float("inf")
    widest = sum(wide) + len(wide) * _APART
    for limit in range(max(wide), widest + 1, 1 + (widest - max(wide)) // _TRIES):
        corners, right, bottom = _row_by_row(wide, high, limit)
        size = max(right / _ACROSS, bottom)
        if size < least:
            best, least = corners, size
    return best


def _row_by_row(
    wide: Sequence[int], high: Sequence[int], limit: int
) -> tuple[list[_Cell], int, int]:
    corners = []
    x = y = lowest = rightmost = 0
    for width, height in zip(wide, high, strict=True):
        if x and x + width > limit:
            x, y = 0, lowest + _APART
        corners.append((x, y))
        rightmost, lowest = max(rightmost, x + width), max(lowest, y + height)
        x += width + _APART
    return corners, rightmost, lowest


def _nearest_free(near: Box, taken: set[_Cell]) -> Box:
    """Return the free place that is nearest to the middle of some buildings."""
    width, height = BUILDING
    middle = (near.x + (near.width - width) // 2, near.y + (near.height - height) // 2)
    for distance in range(2 * FARTHEST):
        for x, y in _ring(middle, distance):
            box = Box(x=x, y=y, width=width, height=height)
            if taken.isdisjoint(box.cells()):
                return box
    raise AssertionError("a picture has more room than buildings")


def _ring(middle: _Cell, distance: int) -> Iterator[_Cell]:
    x, y = middle
    if not distance:
        yield middle
    for step in range(-distance, distance):
        yield x + step, y + distance
        yield x + distance, y - step
        yield x - distance, y + step
        yield x - step, y - distance


def grounds(groups: Sequence[Sequence[Box]]) -> list[Ground]:
    """Return the ground of each grid: the cells around its buildings, nearest buildings first.

    Args:
        groups: the boxes of each grid's buildings.
    """
    owner = _owners(groups)
    islands = _islands(owner)
    heads = _heads(groups, islands)
    cells: dict[_Cell, list[_Cell]] = {}
    for cell in sorted(owner, key=lambda cell: (cell[1], cell[0])):
        cells.setdefault(islands[cell], []).append(cell)
    return [
        Ground(
            grid=owner[island],
            runs=(runs := _runs(inside)),
            edges=_edges(inside, islands, island),
            head=_as_wide_as(heads[island], runs),
        )
        for island, inside in cells.items()
        if island in heads  # else a corner that another grid cut off
    ]


def _owners(groups: Sequence[Sequence[Box]]) -> dict[_Cell, int]:
    """Return to which grid each cell belongs: that of its building, else of one near by."""
    owner: dict[_Cell, int] = {}
    for around in (lambda box: box, _ground_of):
        for number, boxes in enumerate(groups):
            for box in boxes:
                for cell in around(box).cells():
                    owner.setdefault(cell, number)
    return owner


def _heads(groups: Sequence[Sequence[Box]], islands: Mapping[_Cell, _Cell]) -> dict[_Cell, Box]:
    """Return where the name of each part stands: above its first building."""
    heads: dict[_Cell, Box] = {}
    for box in sorted(chain.from_iterable(groups), key=lambda box: (box.y, box.x)):
        above = Box(x=box.x, y=box.y - HEAD, width=box.width, height=HEAD)
        heads.setdefault(islands[box.x, box.y], above)
    return heads


def _as_wide_as(head: Box, runs: Sequence[tuple[int, int, int]]) -> Box:
    """Return the place of a name with all of the ground to its right."""
    for x, y, length in runs:
        if y == head.y and x <= head.x < x + length:
            return Box(x=head.x, y=head.y, width=x + length - head.x, height=HEAD)
    return head


def _ground_of(box: Box) -> Box:
    return Box(
        x=box.x - MARGIN,
        y=box.y - HEAD,
        width=box.width + 2 * MARGIN,
        height=box.height + HEAD + MARGIN,
    )


def _islands(owner: Mapping[_Cell, int]) -> dict[_Cell, _Cell]:
    """Return the first cell of the connected part in which each cell lies."""
    found: dict[_Cell, _Cell] = {}
    for start, number in owner.items():
        if start in found:
            continue
        found[start] = start
        waiting = [start]
        while waiting:
            x, y = waiting.pop()
            for near in ((x + 1, y), (x - 1, y), (x, y + 1), (x, y - 1)):
                if near not in found and owner.get(near) == number:
                    found[near] = start
                    waiting.append(near)
    return found


def _runs(cells: Sequence[_Cell]) -> tuple[tuple[int, int, int], ...]:
    """Join cells of a row that stand side by side; they come row by row."""
    runs: list[tuple[int, int, int]] = []
    for x, y in cells:
        if runs and runs[-1][1] == y and runs[-1][0] + runs[-1][2] == x:
            left, _, length = runs.pop()
            runs.append((left, y, length + 1))
        else:
            runs.append((x, y, 1))
    return tuple(runs)


def _edges(
    cells: Sequence[_Cell], islands: Mapping[_Cell, _Cell], island: _Cell
) -> tuple[tuple[int, int, int, int], ...]:
    across: set[_Cell] = set()
    down: set[_Cell] = set()
    for x, y in cells:
        for border, near, edge in (
            (across, (x, y - 1), (x, y)),
            (across, (x, y + 1), (x, y + 1)),
            (down, (x - 1, y), (x, y)),
            (down, (x + 1, y), (x + 1, y)),
        ):
            if islands.get(near) != island:
                border.add(edge)
    level = _runs(sorted(across, key=lambda edge: (edge[1], edge[0])))
    upright = _runs(sorted(((y, x) for x, y in down), key=lambda edge: (edge[1], edge[0])))
    return (
        *((x, y, x + length, y) for x, y, length in level),
        *((x, y, x, y + length) for y, x, length in upright),
    )
