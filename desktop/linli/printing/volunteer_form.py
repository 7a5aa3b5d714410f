"""The registration form of volunteers (志愿者登记表) on one page of A4, to be filled in by hand."""

from collections.abc import Sequence
from itertools import pairwise

from linli.domain.faces import FontStyle
from linli.domain.paper import A4
from linli.domain.volunteer_papers import FormRow, VolunteerForm
from linli.printing.canvas import Page
from linli.printing.fonts import FontLibrary, Typeface, default_library
from linli.printing.foot import FAINT
from linli.printing.lines import POINT, LineWriter
from linli.printing.text import ASCENT, FitRule, break_lines, fit
from linli.printing.type0 import EmbeddedFonts
from linli.printing.unprintable import refuse_unprintable

_SIDE, _TOP, _FOOT_TOP = 18.0, 15.0, 285.0  # mm
_WIDTH = A4.width - 2 * _SIDE
_LABEL = 24.0  # mm for the name of a fact
_ROW, _MORE = 12.0, 7.0  # mm: a line of facts, and each further one
_TITLE, _SUB, _TEXT, _NAME, _SMALL, _FOOT = 24.0, 12.0, 12.0, 11.5, 11.0, 8.0  # pt
_LEAST = 7.0  # pt
_PAD = 2.0  # mm
_COLUMNS = 4
_ITEM, _BOX = 8.0, 4.0  # mm: a line of what can be chosen, its box
_SIGN = 15.0  # mm
_LEADING = 1.45
_INDENT = "　　"
_INK, _LINE, _SHADE = "#000000", "#3d4a58", "#f2f4f7"
_ITEMS, _CONSENT, _SIGNED, _NUMBER = "服务项目（选的打勾）", "承诺和同意", "签名", "志愿者编号："
_BLANK = "＿＿＿＿＿＿＿＿"


def render_volunteer_forms(
    forms: Sequence[VolunteerForm], *, library: FontLibrary | None = None
) -> bytes:
    """Make the PDF, a page each; the same facts give the same bytes.

    Args:
        forms: at least one.
        library: the fonts; None for those of this machine.

    Raises:
        UnprintableTextError: some character would be missing.
    """
    fonts = library or default_library()
    typeface = fonts.typeface(FontStyle.HEI)
    said = [text for form in forms for text in form.texts()]
    refuse_unprintable(fonts, ((0, forms[0].title, text) for text in said))
    own = (_ITEMS, _CONSENT, _SIGNED, _NUMBER, _BLANK, _INDENT, "…")
    page = Page(
        forms[0].title,
        EmbeddedFonts((typeface, text) for text in (*said, *own)),
        A4.width,
        A4.height,
    )
    for number, form in enumerate(forms):
        if number:
            page.next_page(A4.width, A4.height)
        _Form(page, typeface).draw(form)
    return page.finish()


class _Form:
    """Draws one form from the top down; `_y` is where it has come to, mm."""

    def __init__(self, page: Page, typeface: Typeface) -> None:
        self._page = page
        self._typeface = typeface
        self._say = LineWriter(page=page, typeface=typeface, ink=_INK, least=_LEAST).write
        self._y = _TOP

    def draw(self, form: VolunteerForm) -> None:
        """Draw it."""
        wide = self._typeface.width(form.title) * _TITLE * POINT
        self._say((A4.width - wide) / 2, self._y, form.title, _TITLE, bold=True)
        self._y += _TITLE * 1.5 * POINT
        self._say(_SIDE, self._y, form.issuer, _SUB, width=_WIDTH / 2)
        number = f"{_NUMBER}{form.number or _BLANK}"
        wide = self._typeface.width(number) * _SUB * POINT
        self._say(A4.width - _SIDE - wide, self._y, number, _SUB)
        self._y += _SUB * 1.6 * POINT
        for row in form.rows:
            self._facts(row)
        self._items(form.items)
        self._consent(form.consent)
        for signs in form.signs:
            self._facts(FormRow(cells=tuple((sign, "") for sign in signs)), height=_SIGN)
        self._say(_SIDE, _FOOT_TOP, form.printed, _FOOT, colour=FAINT, width=_WIDTH)

    def _facts(self, row: FormRow, height: float | None = None) -> None:
        """Draw a line of names and facts."""
        height = height or _ROW + (row.lines - 1) * _MORE
        x = _SIDE
        shares = row.shares or (1 / len(row.cells),) * len(row.cells)
        for (name, text), share in zip(row.cells, shares, strict=True):
            part = share * _WIDTH
            lines = row.lines + (len(row.cells) == 1)
            self._label(x, name, height)
            self._page.box(x + _LABEL, self._y, part - _LABEL, height, stroke=_LINE)
            self._value(x + _LABEL + _PAD, text, part - _LABEL - 2 * _PAD, height, lines)
            x += part
        self._y += height

    def _label(self, x: float, name: str, height: float) -> None:
        self._page.box(x, self._y, _LABEL, height, fill=_SHADE, stroke=_LINE)
        wide = self._typeface.width(name) * _NAME * POINT
        size = _NAME * min(1.0, (_LABEL - _PAD) / wide)
        left = x + (_LABEL - wide * size / _NAME) / 2
        self._say(left, self._y + (height - size * POINT) / 2, name, size)

    def _value(self, x: float, text: str, width: float, height: float, lines: int) -> None:
        """Write a fact in the middle of its cell, smaller or on two lines where it is long."""
        if not text:
            return
        rule = FitRule(
            width=width / POINT,
            height=height / POINT,
            size=_TEXT,
            min_size=_LEAST,
            lines=lines,
            leading=1.2,
        )
        fitted = fit(text, self._typeface, rule)
        y = self._y + (height - fitted.height(rule.leading) * POINT) / 2
        with self._page.whole(text):
            for line in fitted.lines:
                baseline = y + ASCENT * fitted.size * POINT
                style = self._typeface.style
                self._page.text(x, baseline, line, style=style, size=fitted.size, colour=_INK)
                y += fitted.size * rule.leading * POINT

    def _items(self, items: Sequence[tuple[str, bool]]) -> None:
        """Draw boxes to tick."""
        rows = -(-len(items) // _COLUMNS)
        height = rows * _ITEM + _PAD * 2 + _SMALL * 1.6 * POINT
        self._page.box(_SIDE, self._y, _WIDTH, height, stroke=_LINE)
        self._say(_SIDE + _PAD, self._y + _PAD, _ITEMS, _SMALL, bold=True)
        top = self._y + _PAD + _SMALL * 1.6 * POINT
        part = (_WIDTH - 2 * _PAD) / _COLUMNS
        for place, (name, ticked) in enumerate(items):
            row, column = divmod(place, _COLUMNS)
            x, y = _SIDE + _PAD + column * part, top + row * _ITEM
            box = y + (_ITEM - _BOX) / 2
            self._page.box(x, box, _BOX, _BOX, stroke=_INK, line=0.8)
            if ticked:
                self._tick(x, box)
            room = part - _BOX - 2 * _PAD
            middle = y + (_ITEM - _SMALL * POINT) / 2
            self._say(x + _BOX + _PAD, middle, name, _SMALL, width=room)
        self._y += height

    def _tick(self, x: float, y: float) -> None:
        points = ((0.6, 2.0), (1.7, 3.2), (3.6, 0.6))
        for (left, high), (right, low) in pairwise(points):
            self._page.rule(x + left, y + high, x + right, y + low, colour=_INK, line=1.6)

    def _consent(self, paragraphs: Sequence[str]) -> None:
        room = (_WIDTH - 2 * _PAD) / (_SMALL * POINT)
        lines = [
            line
            for text in paragraphs
            for line in break_lines(f"{_INDENT}{text}", self._typeface, room)
        ]
        step = _SMALL * _LEADING * POINT
        height = _PAD * 2 + _SMALL * 1.6 * POINT + len(lines) * step
        self._page.box(_SIDE, self._y, _WIDTH, height, stroke=_LINE)
        y = self._y + _PAD
        self._say(_SIDE + _PAD, y, _CONSENT, _SMALL, bold=True)
        y += _SMALL * 1.6 * POINT
        for line in lines:
            self._say(_SIDE + _PAD, y, line, _SMALL)
            y += step
        self._y += height
