"""Calibration (校准): from numbers read off a printed ruler sheet to a printer's correction.

The sheet needs no tool. Beside each edge it has a dashed line, `FOLD` mm from the edge, along which
the clerk folds the paper towards the printed side; the paper's own edge then lies on a ruler whose
zero is twice as far away, and covers it up to the mark that tells how far the print sits too far
right or too far down. The marks of a ruler stand like stairs, so that each has room for a large
number: one more is read `STEP` mm further along the edge.

A printer puts the point (x, y) at x' = ox + sx x - t y and y' = oy + sy y + t x. The fold mirrors
the edge, in the print's own measure, so that the rulers read

    left    r = (ox - t y) / sx             top     r = (oy + t x) / sy
    right   r = left + W (1 - 1 / sx)       bottom  r = top + H (1 - 1 / sy)

of which A and B (left) give the turn, A and C (top) the offset, D (right) and E (bottom) the scale.
Lengths are mm from the top left corner of the side that is looked at, y downwards.
"""

import math
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from linli.domain.paper import A5, Affine, Correction
from linli.errors import FieldProblem, InvalidInput, UserError

FOLD = 20.0
"""mm from an edge of the paper to the line along which it is folded."""
REACH = 6.0
"""mm: the rulers go from -REACH to REACH."""
STEP = 3.6
"""mm along the edge from one number of a ruler to the next."""
_UPPER, _LOWER = 60.0, 57.0  # mm: A from the top edge, B from the bottom edge
_NARROW = 94.0  # mm: C and E stay clear of A and B, also where this is right of the middle
_MOST = {"a": 8.0, "b": 8.0, "c": 8.0, "d": 25.0, "e": 25.0}  # mm: far beyond healthy printers
_MOST_TURNED = 1.0  # degrees
_MOST_SCALED = 0.03  # "fit to page" shrinks A4 by 3 to 6 per cent


class Edge(StrEnum):
    """An edge of the paper."""

    LEFT = "left"
    TOP = "top"
    RIGHT = "right"
    BOTTOM = "bottom"

    @property
    def upright(self) -> bool:
        """Whether the edge, and the line to fold along, runs from top to bottom."""
        return self in (Edge.LEFT, Edge.RIGHT)


@dataclass(frozen=True, kw_only=True)
class Ruler:
    """A ruler of the sheet. `fold`, `zero` and `middle` in mm, `middle` along the edge."""

    letter: str
    edge: Edge
    fold: float
    zero: float
    middle: float

    def along(self, reading: float) -> float:
        """Return where along the edge the mark of `reading` stands."""
        return self.middle + STEP * reading

    def mark(self, reading: float) -> tuple[float, float]:
        """Return where the mark of `reading` ends: there the paper's edge touches it."""
        across, along = self.zero + reading, self.along(reading)
        return (across, along) if self.edge.upright else (along, across)


@dataclass(frozen=True, kw_only=True)
class Readings:
    """The numbers read on one side, mm; positive where the print sits too far right or down.

    A and B are read at the left edge, above and below, C at the top edge. D at the right and E at
    the bottom edge may be left out; then the scale in that direction is taken as true.
    """

    a: float
    b: float
    c: float
    d: float | None = None
    e: float | None = None


def rulers(width: float, height: float) -> tuple[Ruler, ...]:
    """Return the rulers A to E of a sheet of `width` × `height` mm.

    Raises:
        UserError: the paper is too small for them.
    """
    if width < A5.width or height < A5.height:  # they would lie over one another
        raise UserError(
            f"{width:g}×{height:g} 毫米的纸放不下校准尺，请用同一纸盒里 A5 或更大的纸校准。",
            field="paper",
        )
    across = max(width / 2, _NARROW)
    places = (
        ("A", Edge.LEFT, _UPPER),
        ("B", Edge.LEFT, height - _LOWER),
        ("C", Edge.TOP, across),
        ("D", Edge.RIGHT, height / 2),
        ("E", Edge.BOTTOM, across),
    )
    far = {Edge.LEFT: 0.0, Edge.TOP: 0.0, Edge.RIGHT: width, Edge.BOTTOM: height}
    return tuple(
        Ruler(
            letter=letter,
            edge=edge,
            fold=abs(far[edge] - FOLD),
            zero=abs(far[edge] - 2 * FOLD),
            middle=middle,
        )
        for letter, edge, middle in places
    )


def correction_from(readings: Readings, width: float, height: float) -> Correction:
    """Return what undoes the error that was read on one side of a sheet, sizes in mm.

    Raises:
        InvalidInput: a number cannot have been read; by field `a` to `e`.
        UserError: the paper is too small for rulers.
    """
    a, b, c, d, e = rulers(width, height)
    _refuse(_implausible(readings))
    turn = (readings.a - readings.b) / (b.along(readings.b) - a.along(readings.a))  # t / sx
    left = readings.a + turn * a.along(readings.a)  # ox / sx
    sx = sy = 1.0
    if readings.d is not None:
        sx = 1 / (1 - (readings.d - left + turn * d.along(readings.d)) / width)
    turn *= sx
    if readings.e is not None:
        lever = turn * (e.along(readings.e) - c.along(readings.c))
        sy = (height - lever) / (height + readings.c - readings.e)
    _refuse(_impossible(readings, turn, sx, sy))
    ox = sx * left
    oy = sy * readings.c - turn * c.along(readings.c)
    return _inverse(sx, sy, turn, ox, oy)


def combine(old: Correction, measured: Correction) -> Correction:
    """Return the correction after reading a sheet that was printed with one.

    Args:
        old: with which the sheet was printed.
        measured: what `correction_from` says of that sheet.
    """
    a, b, c, d, e, f = old.matrix()
    p, q, r, s, u, v = measured.matrix()
    return _nearest((
        a * p + c * q, b * p + d * q,
        a * r + c * s, b * r + d * s,
        a * u + c * v + e, b * u + d * v + f,
    ))  # fmt: skip


def _inverse(sx: float, sy: float, turn: float, ox: float, oy: float) -> Correction:
    """Invert what the printer does."""
    whole = sx * sy + turn * turn
    a, b, c, d = sy / whole, -turn / whole, turn / whole, sx / whole
    return _nearest((a, b, c, d, -(a * ox + c * oy), -(b * ox + d * oy)))


def _nearest(affine: Affine) -> Correction:
    """Return the correction that comes nearest to a map with next to no shear."""
    a, b, c, d, e, f = affine
    turn = (math.atan2(b, a) + math.atan2(-c, d)) / 2
    return Correction(
        dx=e,
        dy=f,
        scale_x=math.hypot(a, b),
        scale_y=math.hypot(c, d),
        rotation=math.degrees(turn),
    )


def _implausible(readings: Readings) -> Iterator[FieldProblem]:
    """Yield what is wrong with single numbers."""
    for field, most in _MOST.items():
        value = getattr(readings, field)
        if value is not None and not abs(value) <= most:  # also when it is not a number
            yield FieldProblem(
                field=field,
                message=f"读数 {field.upper()} 填的是 {value:g}，不像从尺上读来的："
                f"尺子从 -{REACH:g} 到 {REACH:g}，请看看小数点和正负号。",
            )


def _impossible(readings: Readings, turn: float, sx: float, sy: float) -> Iterator[FieldProblem]:
    """Yield what is wrong with the numbers together."""
    if abs(math.degrees(turn)) > _MOST_TURNED:
        yield FieldProblem(
            field="b",
            message=f"读数 A 是 {readings.a:g}，B 是 {readings.b:g}，相差太多，"
            "像是没有沿虚线折直，请展平重折，再读一次。",
        )
    for field, name, value, scale in (("d", "D", readings.d, sx), ("e", "E", readings.e, sy)):
        if abs(scale - 1) > _MOST_SCALED:
            yield FieldProblem(
                field=field,
                message=f"读数 {name} 填的是 {value:g}，不像是对的：那样打印机会把内容放大或缩小"
                f"到 {scale:.0%}。请再读一次；如果没读错，打印时要选“实际大小”，重印校准纸。",
            )


def _refuse(problems: Iterator[FieldProblem]) -> None:
    if found := tuple(problems):
        raise InvalidInput(found)
