"""A clerk with a printer that errs: the ruler sheet is folded as paper folds, and read."""

import math

from linli.domain.calibration import Edge, Readings, rulers


def put(affine, x, y):
    """Map a point."""
    a, b, c, d, e, f = affine
    return a * x + c * y + e, b * x + d * y + f


def printer(ox=0.0, oy=0.0, sx=1.0, sy=1.0, degrees=0.0):
    """Where the printer puts a point, as an affine map of mm."""
    turn = math.radians(degrees)
    return (sx, turn, -turn, sy, ox, oy)


def mirrored(point, start, end):
    """The point on the other side of a fold through two points."""
    (px, py), (sx, sy), (ex, ey) = point, start, end
    dx, dy = ex - sx, ey - sy
    t = ((px - sx) * dx + (py - sy) * dy) / (dx * dx + dy * dy)
    return 2 * (sx + t * dx) - px, 2 * (sy + t * dy) - py


def folded_reading(ruler, printed, width, height):
    """Fold the real paper along the printed line and see at which mark its edge lies."""
    far = {Edge.LEFT: 0, Edge.TOP: 0, Edge.RIGHT: width, Edge.BOTTOM: height}[ruler.edge]
    if ruler.edge.upright:
        fold = [put(printed, ruler.fold, y) for y in (0, height)]
        edge = [mirrored((far, y), *fold) for y in (0, height)]
    else:
        fold = [put(printed, x, ruler.fold) for x in (0, width)]
        edge = [mirrored((x, far), *fold) for x in (0, width)]

    def side(reading):
        """How far the mark stands to one side of the folded edge; linear in the reading."""
        (x, y), (ax, ay), (bx, by) = put(printed, *ruler.mark(reading)), *edge
        return (x - ax) * (by - ay) - (y - ay) * (bx - ax)

    return side(0) / (side(0) - side(1))


def read(printed, paper, *, letters="ABCDE"):
    """Return what the clerk reads on a sheet that came out as `printed` says."""
    found = {
        ruler.letter.lower(): folded_reading(ruler, printed, paper.width, paper.height)
        for ruler in rulers(paper.width, paper.height)
        if ruler.letter in letters
    }
    return Readings(**found)
