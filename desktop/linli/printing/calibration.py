"""The ruler sheet (校准纸) from which a clerk reads what a printer gets wrong.

`domain.calibration` says where its rulers stand and what their numbers mean. The strips outside the
lines to fold along stay empty, because their reverse is what lies beside the ruler when it is read.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from linli.domain.calibration import REACH, Edge, Ruler, rulers
from linli.domain.faces import FontStyle
from linli.domain.paper import Correction, Duplex, Pass, Side
from linli.errors import UserError
from linli.printing.canvas import Page
from linli.printing.fonts import FontLibrary, Typeface, default_library
from linli.printing.text import ASCENT, ELLIPSIS, FitRule, fit
from linli.printing.type0 import EmbeddedFonts

_TITLE = "打印机校准纸"
_SIDES = {Side.FRONT: "正面", Side.BACK: "背面"}
_PASSES = {
    Pass.BOTH: (Side.FRONT, Side.BACK),
    Pass.FRONTS: (Side.FRONT,),
    Pass.BACKS: (Side.BACK,),
}
_STEPS = (
    "1. 沿一条虚线，把纸边向有字的这一面折过来，压平。",
    "2. 看纸边正好碰到哪条线的头，那条线的数就是读数；短线是半格，如 1.5。负数要带“−”号。",
    "3. A、B、C 三处都读，写进框里，再填到电脑里。D、E 填了更准，也可以不填。",
)
_AGAINST_LIGHT = "4. 对着光看四角：两面的十字重合，正背面就对齐了。"
_SHORT = "向里折虚线，纸边碰到哪条线的头，就读那条线的数（短线是半格）。"
_INK = "#000000"
_POINT = 25.4 / 72  # mm
_EDGE = 6.0  # mm that printers cannot reach
_SIGN = "−"
_LETTERS = "ABCDE"
_FIXED = f"{_LETTERS}0123456789{_SIGN}{ELLIPSIS}"

_TOOTH = 14.0  # mm from zero to the end of the lines, at which the numbers stand
_HALF_TOOTH = 11.0
_NUMBER = 12.0  # pt
_LETTER = 24.0  # pt
_NUMBER_ROW = 5.0  # mm: numbers in a row are too wide for one, so they stand in two
_ARROW = (-9.0, 9.0)  # mm on either side of the line to fold along
_HEAD = 2.2  # mm
_CROSS = (28.0, 4.0, 1.0)  # mm: from both edges, half length, radius of the ring
_CLEAR = 25.0  # mm around the middle of a ruler, and inwards from its zero
_GAP = 3.0  # mm
_BOX = (15.0, 22.0)  # mm: narrowest and widest place for a letter and the box beside it
_BOX_HEIGHT = 8.0


def calibration_sheet(
    *,
    width: float,
    height: float,
    printer_title: str,
    duplex: Duplex = Duplex.LONG,
    sides: Pass = Pass.BOTH,
    corrections: Mapping[Side, Correction] | None = None,
    library: FontLibrary | None = None,
) -> bytes:
    """Make the sheet.

    Args:
        width: of the paper, mm.
        height: of the paper, mm.
        printer_title: what the clerk calls the printer and its tray.
        duplex: how the printer turns sheets over.
        sides: which sides are printed now.
        corrections: with which the sides are printed, to refine them.
        library: the fonts; None for those of this machine.

    Raises:
        UserError: the paper is too small, or no font here draws the title.
    """
    fonts = library or default_library()
    marks = rulers(width, height)
    if missing := fonts.missing(printer_title):
        raise UserError(
            f"打印机的名称“{printer_title}”里有这台电脑印不出的字"
            f"（{'、'.join(f'U+{ord(char):04X}' for char in missing)}），请换一个名称。",
            field="name",
        )
    used = {side: (corrections or {}).get(side, Correction()) for side in _PASSES[sides]}
    said = {side: _Words.of(printer_title, used[side], sides) for side in used}
    typeface = fonts.typeface(FontStyle.HEI)
    drawn = [*(w.long + w.short for w in said.values()), *_SIDES.values(), _FIXED]
    page = Page(
        _TITLE,
        EmbeddedFonts((typeface, text) for text in drawn),
        width,
        height,
        turned=duplex if sides is Pass.BOTH else None,
    )
    sheet = _Drawing(page, typeface, width, height)
    for number, side in enumerate(used):
        if number:
            page.next_page(width, height)
        with page.mapped(used[side].matrix()):
            sheet.draw(side, said[side], marks)
    return page.finish()


def _signed(value: float) -> str:
    """Write a number with at most two decimals and a sign that is easy to see."""
    text = f"{value:.2f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text.replace("-", _SIGN)


@dataclass(frozen=True)
class _Words:
    """What a side says: in full, and on paper with little room."""

    long: str
    short: str

    @classmethod
    def of(cls, title: str, correction: Correction, sides: Pass) -> "_Words":
        """Put it together."""
        state = "这一面没有带校准。"
        if correction != Correction():
            state = (
                f"这一面带着校准：右移 {_signed(correction.dx)}、下移 {_signed(correction.dy)} "
                f"毫米，转 {_signed(correction.rotation)} 度。"
            )
        steps = (*_STEPS, _AGAINST_LIGHT) if sides is not Pass.FRONTS else _STEPS
        return cls("\n".join((title, state, *steps)), f"{title}\n{state}{_SHORT}")


class _Drawing:
    """Draws one side after the other."""

    def __init__(self, page: Page, typeface: Typeface, width: float, height: float) -> None:
        self._page = page
        self._typeface = typeface
        self._width = width
        self._height = height

    def draw(self, side: Side, said: _Words, marks: tuple[Ruler, ...]) -> None:
        """Draw one side."""
        for ruler in marks:
            self._fold(ruler)
            self._ruler(ruler)
        self._crosses(ring=side is Side.FRONT)
        a, b, c, d, _ = marks
        left, top = a.zero - REACH, c.zero + _CLEAR + _GAP / 2
        self._text(a.zero + _CLEAR + _GAP, top, _SIDES[side], 32, bold=True)
        low = min(a.middle + _CLEAR, b.middle - _CLEAR)
        self._words(said, left, low, d.zero - _CLEAR - _GAP, b.middle - _CLEAR)

    def _fold(self, ruler: Ruler) -> None:
        """Draw the line to fold along and the arrow that says which way."""
        limit = (self._height if ruler.edge.upright else self._width) - _EDGE
        self._line(ruler, (ruler.fold, _EDGE), (ruler.fold, limit), 0.6, dash=(5, 3))
        inwards = _inwards(ruler)
        start, end = (ruler.fold + inwards * reach for reach in _ARROW)
        self._line(ruler, (start, ruler.middle), (end, ruler.middle), 1)
        for turn in (-_HEAD, _HEAD):
            barb = (end - inwards * _HEAD, ruler.middle + turn)
            self._line(ruler, barb, (end, ruler.middle), 1)

    def _ruler(self, ruler: Ruler) -> None:
        """Draw the lines that end like stairs, and their numbers."""
        inwards = _inwards(ruler)
        for half in range(-round(2 * REACH), round(2 * REACH) + 1):
            value = half / 2
            whole = half % 2 == 0
            second_row = not ruler.edge.upright and whole and half % 4
            reach = _TOOTH if whole else _HALF_TOOTH
            reach += _NUMBER_ROW if second_row else 0
            along = ruler.along(value)
            self._line(
                ruler,
                (ruler.zero + value, along),
                (ruler.zero + inwards * reach, along),
                (0.5 if half else 1.2) if whole else 0.3,
            )
            if whole:
                self._number(ruler, _signed(value), ruler.zero + inwards * (reach + 1), along)
        self._letter(ruler)

    def _letter(self, ruler: Ruler) -> None:
        """Write the ruler's letter large, where the folded paper does not cover it."""
        high = _LETTER * _POINT
        wide = self._typeface.width(ruler.letter) * high
        inner = ruler.zero + _inwards(ruler) * (_TOOTH + 1)
        if ruler.edge.upright:
            x = inner if ruler.edge is Edge.LEFT else inner - wide
            is_low = ruler.middle >= self._height / 2
            y = ruler.along(REACH) + _GAP if is_low else ruler.along(-REACH) - _GAP - high
        else:
            x = ruler.along(-REACH) - _GAP - wide
            y = inner - high / 2
        self._text(x, y, ruler.letter, _LETTER, bold=True)

    def _number(self, ruler: Ruler, text: str, across: float, along: float) -> None:
        """Write a number where its line ends."""
        wide, high = self._typeface.width(text) * _NUMBER * _POINT, _NUMBER * _POINT
        if ruler.edge.upright:
            x = across if ruler.edge is Edge.LEFT else across - wide
            self._text(x, along - high / 2, text, _NUMBER, bold=True)
        else:
            y = across if ruler.edge is Edge.TOP else across - high
            self._text(along - wide / 2, y, text, _NUMBER, bold=True)

    def _crosses(self, *, ring: bool) -> None:
        """Draw a cross in each corner, symmetric, so that those of both sides coincide."""
        away, half, radius = _CROSS
        for x in (away, self._width - away):
            for y in (away, self._height - away):
                self._page.rule(x - half, y, x + half, y, colour=_INK, line=0.4)
                self._page.rule(x, y - half, x, y + half, colour=_INK, line=0.4)
                if ring:
                    self._page.box(
                        x - radius, y - radius, 2 * radius, 2 * radius,
                        stroke=_INK, line=0.4, radius=radius,
                    )  # fmt: skip

    def _words(self, said: _Words, left: float, top: float, right: float, bottom: float) -> None:
        """Write what to do, and below it the boxes to write the readings into."""
        place = min(_BOX[1], max(_BOX[0], (right - left) / len(_LETTERS)))
        in_row = min(len(_LETTERS), int((right - left) / place))
        rows = -(-len(_LETTERS) // in_row)
        room = bottom - top - rows * (_BOX_HEIGHT + 1) - _GAP
        rule = FitRule(
            width=(right - left) / _POINT,
            height=room / _POINT,
            size=16,
            min_size=12,
            lines=40,
            leading=1.35,
        )
        fitted = fit(said.long, self._typeface, rule)
        if fitted.cut:
            fitted = fit(said.short, self._typeface, replace(rule, size=12, min_size=8))
        for number, line in enumerate(fitted.lines):
            y = top + number * fitted.size * rule.leading * _POINT
            self._text(left, y, line, fitted.size)
        below = top + fitted.height(rule.leading) * _POINT + _GAP
        for number, letter in enumerate(_LETTERS):
            row, column = divmod(number, in_row)
            x, y = left + column * place, below + row * (_BOX_HEIGHT + 1)
            self._text(x, y + 1.5, letter, 16, bold=True)
            self._page.box(x + 5, y, place - 6, _BOX_HEIGHT, stroke=_INK, line=0.8)

    def _line(
        self,
        ruler: Ruler,
        start: tuple[float, float],
        end: tuple[float, float],
        line: float,
        dash: tuple[float, ...] = (),
    ) -> None:
        """Draw a line between two points (across, along) of a ruler."""
        if not ruler.edge.upright:
            start, end = start[::-1], end[::-1]
        self._page.rule(*start, *end, colour=_INK, line=line, dash=dash)

    def _text(
        self,
        x: float,
        top: float,
        text: str,
        size: float,
        *,
        bold: bool = False,
    ) -> None:
        self._page.text(
            x,
            top + ASCENT * size * _POINT,
            text,
            style=FontStyle.HEI,
            size=size,
            colour=_INK,
            bold=bold,
        )


def _inwards(ruler: Ruler) -> int:
    """Return 1 where the paper lies right of or below the ruler's edge, else -1."""
    return 1 if ruler.edge in (Edge.LEFT, Edge.TOP) else -1
