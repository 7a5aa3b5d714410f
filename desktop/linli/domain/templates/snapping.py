"""Where a dragged edge comes to rest: at edges of other boxes, at the safe area, on a fine grid."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from linli.domain.templates.elements import Box

GRID = 0.1  # mm


@dataclass(frozen=True, kw_only=True)
class Snap:
    """How far a box is moved, and the lines (mm) that it came to lie on."""

    dx: float
    dy: float
    across: tuple[float, ...] = ()  # x of upright lines
    down: tuple[float, ...] = ()  # y of level lines


@dataclass(frozen=True)
class Lines:
    """What edges can snap to: x of upright lines, y of level ones."""

    xs: tuple[float, ...]
    ys: tuple[float, ...]


def lines_of(boxes: Iterable[Box], area: Box, margin: float) -> Lines:
    """Return edges and middles of other boxes and of the area inside its margin."""
    xs, ys = {margin, area.w / 2, area.w - margin}, {margin, area.h / 2, area.h - margin}
    for box in boxes:
        xs |= {box.x, box.x + box.w / 2, box.x + box.w}
        ys |= {box.y, box.y + box.h / 2, box.y + box.h}
    return Lines(tuple(sorted(xs)), tuple(sorted(ys)))


def snap_move(box: Box, dx: float, dy: float, lines: Lines, reach: float) -> Snap:
    """Return how far to move `box`, dragged by `dx`, `dy`, so that it lies well.

    Args:
        box: where it was.
        dx: across, mm.
        dy: down, mm.
        lines: what it can snap to.
        reach: from how far (mm) a line attracts an edge; 0 for the grid alone.
    """
    xs = (box.x, box.x + box.w / 2, box.x + box.w)
    ys = (box.y, box.y + box.h / 2, box.y + box.h)
    step_x, across = _snapped(xs, dx, lines.xs, reach)
    step_y, down = _snapped(ys, dy, lines.ys, reach)
    return Snap(dx=step_x, dy=step_y, across=across, down=down)


def snap_edge(edge: float, step: float, lines: Sequence[float], reach: float) -> float:
    """Return how far to move one edge, dragged by `step`."""
    return _snapped((edge,), step, lines, reach)[0]


def _snapped(
    edges: tuple[float, ...], step: float, lines: Sequence[float], reach: float
) -> tuple[float, tuple[float, ...]]:
    near = [
        (abs(line - edge - step), line - edge, line)
        for edge in edges
        for line in lines
        if abs(line - edge - step) <= reach
    ]
    if near and reach:
        _, best, line = min(near)
        return best, (line,)
    return round((edges[0] + step) / GRID) * GRID - edges[0], ()
