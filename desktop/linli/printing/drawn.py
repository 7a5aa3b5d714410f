"""A font of the characters that the clerk drew, so that screen and print show them alike.

Each straight piece of a stroke becomes an outline with round ends. All outlines turn the same way:
filled by the non-zero rule, as TrueType asks, they run together like ink.
"""

import math
from collections.abc import Iterable, Iterator
from io import BytesIO
from itertools import pairwise

from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib.tables._g_l_y_f import Glyph, flagOverlapSimple

from linli.domain.glyphs import DrawnGlyph, Point

FAMILY = "Linli Drawn"
"""The family name, by which the window finds the font."""
_UNITS = 1000
_ASCENT = 880  # the em box of Chinese characters lies 0.88 above and 0.12 below the baseline
_MADE = 3_800_000_000  # seconds since 1904: a time that never changes
_ARCS = 4  # quadratic curves in half a circle; off it by less than 0.1 % of the radius


def drawn_font(glyphs: Iterable[DrawnGlyph]) -> bytes:
    """Make a TrueType file that draws `glyphs`: the same drawings give the same bytes.

    Args:
        glyphs: one drawing per character, each passed by `check_glyph`.
    """
    drawings = sorted(glyphs, key=lambda glyph: glyph.character)
    names = {f"u{ord(drawing.character):05X}": drawing for drawing in drawings}
    outlines = {".notdef": TTGlyphPen(None).glyph()} | {
        name: _outlines(drawing) for name, drawing in names.items()
    }
    font = FontBuilder(_UNITS, isTTF=True)
    font.updateHead(created=_MADE, modified=_MADE)
    font.setupGlyphOrder(list(outlines))
    font.setupCharacterMap({ord(drawing.character): name for name, drawing in names.items()})
    font.setupGlyf(outlines)
    left = {name: getattr(glyph, "xMin", 0) for name, glyph in outlines.items()}
    font.setupHorizontalMetrics({name: (_UNITS, left[name]) for name in outlines})
    font.setupHorizontalHeader(ascent=_ASCENT, descent=_ASCENT - _UNITS)
    font.setupNameTable(
        {
            "familyName": FAMILY,
            "styleName": "Regular",
            "uniqueFontIdentifier": FAMILY,
            "fullName": FAMILY,
            "version": "Version 1.0",
            "psName": FAMILY.replace(" ", ""),
        },
        mac=False,
    )
    font.setupOS2(
        sTypoAscender=_ASCENT,
        sTypoDescender=_ASCENT - _UNITS,
        usWinAscent=_UNITS,
        usWinDescent=_UNITS - _ASCENT,
    )
    font.setupPost(keepGlyphNames=False)
    file = BytesIO()
    font.save(file)
    return file.getvalue()


def _outlines(drawing: DrawnGlyph) -> Glyph:
    pen = TTGlyphPen(None)
    radius = drawing.width * _UNITS / 2
    for stroke in drawing.strokes:
        points = [_on_baseline(point) for point in stroke]
        for start, end in pairwise(points) if len(points) > 1 else [(points[0], points[0])]:
            _add_piece(pen, start, end, radius)
    glyph = pen.glyph()
    glyph.flags[0] |= flagOverlapSimple
    return glyph


def _add_piece(pen: TTGlyphPen, start: Point, end: Point, radius: float) -> None:
    """Add the area that a round pen covers from `start` to `end`, clockwise."""
    side = math.atan2(end[1] - start[1], end[0] - start[0]) + math.pi / 2
    pen.moveTo(_around(start, side + math.pi, radius))
    pen.qCurveTo(*_half_circle(start, side + math.pi, radius))
    pen.lineTo(_around(end, side, radius))
    pen.qCurveTo(*_half_circle(end, side, radius))
    pen.closePath()


def _half_circle(centre: Point, first: float, radius: float) -> Iterator[Point]:
    """Yield the curve points clockwise from the angle `first` on, then the end on the circle."""
    step = math.pi / _ARCS
    for arc in range(_ARCS):
        yield _around(centre, first - (arc + 0.5) * step, radius / math.cos(step / 2))
    yield _around(centre, first - math.pi, radius)


def _around(centre: Point, angle: float, radius: float) -> tuple[int, int]:
    x, y = centre
    return round(x + math.cos(angle) * radius), round(y + math.sin(angle) * radius)


def _on_baseline(point: Point) -> Point:
    """Turn a point of the square (y down) into font units (y up from the baseline)."""
    return point[0] * _UNITS, _ASCENT - point[1] * _UNITS
