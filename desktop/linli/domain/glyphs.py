"""Characters that the clerk draws because no font has them (手绘的生僻字).

A drawing is kept as the strokes of the pen on a square, in parts of its side (em): x to the right,
y down. A character that has no code anywhere gets one of the private-use points of plane 15.
"""

import math
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from linli.domain.values.names import is_han
from linli.errors import UserError

Point = tuple[float, float]
Stroke = tuple[Point, ...]

PEN = 0.07
"""The usual width of the pen, em: about as heavy as Noto Sans SC Regular."""
THINNEST, THICKEST = 0.02, 0.2
MOST_POINTS = 2000
# The upper end of Supplementary Private Use Area-A: older systems number theirs from below, and a
# name that comes from one must never show a character that was drawn here.
_FIRST_FREE, _LAST_FREE = 0xFF000, 0xFFFFD
_SLACK = 0.005  # em: 0.04 mm in a name of 20 pt


@dataclass(frozen=True, kw_only=True)
class DrawnGlyph:
    """One character as it was drawn; a stroke of one point is a dot. `width` of the pen in em."""

    character: str
    strokes: tuple[Stroke, ...]
    width: float = PEN


@dataclass(frozen=True, kw_only=True)
class KeptGlyph:
    """A drawing that is kept, and whose name (`holder`) it was drawn for, if it was for one."""

    glyph: DrawnGlyph
    resident_id: int | None
    holder: str


def check_glyph(glyph: DrawnGlyph) -> None:
    """Refuse a drawing that cannot stand for a character.

    Raises:
        UserError: no single Chinese character, nothing drawn, a point beside the square, more than
            `MOST_POINTS` points, or a pen too thin or too thick.
    """
    if len(glyph.character) != 1 or not is_han(glyph.character):
        raise UserError(f"“{glyph.character}”不是一个汉字，不能手绘。请只填一个汉字。", "character")
    points = [point for stroke in glyph.strokes for point in stroke]
    if not points or not all(glyph.strokes):
        raise UserError("还没有写字。请在方格里把这个字写出来。", "strokes")
    if len(points) > MOST_POINTS:
        raise UserError(
            f"笔画太碎：有{len(points)}个点，最多{MOST_POINTS}个。请清除后重写，每一笔一次写成。",
            "strokes",
        )
    if not all(0 <= part <= 1 for point in points for part in point):
        raise UserError("有一笔写到方格外面去了。请撤销这一笔，在方格里重写。", "strokes")
    if not THINNEST <= glyph.width <= THICKEST:
        raise UserError(
            f"笔画粗细{glyph.width:.2f}不合适。请在{THINNEST}到{THICKEST}之间选。", "width"
        )


def free_code(used: Collection[str]) -> str:
    """Return the first private-use character of the upper plane 15 that is not among `used`.

    Raises:
        UserError: all 4,094 are taken.
    """
    for code in range(_FIRST_FREE, _LAST_FREE + 1):
        if chr(code) not in used:
            return chr(code)
    raise UserError("手绘的字已经用完了全部编号。请先删除不再用的手绘字。")


def simplify_stroke(points: Sequence[Point], slack: float = _SLACK) -> Stroke:
    """Drop the points of a stroke without which it moves by no more than `slack` em.

    The method is Ramer, Douglas and Peucker's: a mouse gives hundreds of points, a dozen suffice.
    """
    if not points:
        return ()
    kept = {0, len(points) - 1}
    open_parts = [(0, len(points) - 1)]
    while open_parts:
        first, last = open_parts.pop()
        between = range(first + 1, last)
        far = max(
            between,
            key=lambda i: _distance(points[i], points[first], points[last]),
            default=first,
        )
        if _distance(points[far], points[first], points[last]) > slack:
            kept.add(far)
            open_parts += [(first, far), (far, last)]
    return tuple(points[i] for i in sorted(kept))


def _distance(point: Point, start: Point, end: Point) -> float:
    """Return the distance of `point` from the line between `start` and `end`."""
    along = (end[0] - start[0], end[1] - start[1])
    length = math.hypot(*along)
    if length == 0:
        return math.dist(point, start)
    offset = (point[0] - start[0], point[1] - start[1])
    part = max(0.0, min(1.0, (offset[0] * along[0] + offset[1] * along[1]) / length**2))
    return math.dist(point, (start[0] + part * along[0], start[1] + part * along[1]))
