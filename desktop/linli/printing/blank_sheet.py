"""The blank test sheet (空白试样): where cards will lie, printed on plain paper.

A clerk holds it and a sheet of labels against the light before any label is spoilt. It goes through
the same turning and correction as the cards themselves.
"""

from collections.abc import Iterator

from linli.domain.faces import FontStyle
from linli.domain.imposition import pages
from linli.domain.paper import CardSize, PaperSetup, Side, check_holds
from linli.domain.templates.elements import Box
from linli.printing.canvas import Page
from linli.printing.fonts import FontLibrary, Typeface, default_library
from linli.printing.type0 import EmbeddedFonts

_TITLE = "空白试样"
_SIDES = {Side.FRONT: "正面", Side.BACK: "背面"}
_USED = "（已用）"
_INK, _FAINT = "#000000", "#8c96a3"
_POINT = 25.4 / 72  # mm
_TRIM, _HATCH = 0.6, 0.4  # pt
_STEP = 5.0  # mm between the lines over a used label, measured along its edge
_DASH = (2.0, 2.0)  # pt, of a label's outline around a smaller card


def blank_sheet(
    setup: PaperSetup,
    size: CardSize,
    *,
    two_sided: bool,
    library: FontLibrary | None = None,
) -> bytes:
    """Make one sheet with every slot's outline, number, side and an arrow to its upper edge.

    Args:
        setup: the paper as the cards would lie on it; slots before the first are hatched.
        size: of the cards.
        two_sided: whether the cards have backs.
        library: the fonts; None for those of this machine.

    Raises:
        UserError: the sheet does not hold cards of this size.
    """
    check_holds(setup.sheet, size)
    fonts = library or default_library()
    typeface = fonts.typeface(FontStyle.HEI)
    has = tuple(Side) if two_sided else (Side.FRONT,)
    sides = [page.side for page in pages(setup, 1, has)]
    page = Page(
        _TITLE,
        EmbeddedFonts([(typeface, "".join([*_SIDES.values(), _USED, "0123456789"]))]),
        setup.sheet.width,
        setup.sheet.height,
        turned=setup.duplex if len(sides) > 1 else None,
    )
    for number, side in enumerate(sides):
        if number:
            page.next_page(setup.sheet.width, setup.sheet.height)
        with page.mapped(setup.matrix(side)):
            for slot in range(setup.sheet.slots):
                _draw_slot(page, typeface, setup, size, slot, side)
    return page.finish()


def _draw_slot(
    page: Page, typeface: Typeface, setup: PaperSetup, size: CardSize, slot: int, side: Side
) -> None:
    sheet, trimmed = setup.sheet, setup.sheet.trimmed_to(size)
    cell = Box(*sheet.corner(slot, side), sheet.card_width, sheet.card_height)
    card = Box(*trimmed.corner(slot, side), size.width, size.height)
    if card != cell:
        for x1, y1, x2, y2 in _outline(cell):
            page.rule(x1, y1, x2, y2, colour=_FAINT, line=_TRIM, dash=_DASH)
    is_used = slot < setup.start_slot - 1
    if is_used:
        for x1, y1, x2, y2 in _hatching(card):
            page.rule(x1, y1, x2, y2, colour=_FAINT, line=_HATCH)
    for x1, y1, x2, y2 in (*_outline(card), *_arrow(card)):
        page.rule(x1, y1, x2, y2, colour=_INK, line=_TRIM)
    unit = min(card.w / 10, card.h / 6)  # mm: the number is two units high, the words one
    words = f"{_SIDES[side]}{_USED}" if is_used else _SIDES[side]
    _centred(page, typeface, card, str(slot + 1), height=2 * unit, baseline=3.2 * unit)
    _centred(page, typeface, card, words, height=unit, baseline=4.8 * unit)


def _centred(
    page: Page, typeface: Typeface, card: Box, text: str, *, height: float, baseline: float
) -> None:
    """Write a line of `height` mm in the middle of a card, `baseline` mm from its upper edge."""
    x = card.x + (card.w - typeface.width(text) * height) / 2
    y = card.y + baseline + (card.h - 6 * min(card.w / 10, card.h / 6)) / 2
    page.text(x, y, text, style=FontStyle.HEI, size=height / _POINT, colour=_INK)


def _outline(box: Box) -> Iterator[tuple[float, float, float, float]]:
    right, bottom = box.x + box.w, box.y + box.h
    yield box.x, box.y, right, box.y
    yield right, box.y, right, bottom
    yield right, bottom, box.x, bottom
    yield box.x, bottom, box.x, box.y


def _arrow(box: Box) -> Iterator[tuple[float, float, float, float]]:
    """Yield the lines of an arrow at the left, from the lower half to near the upper edge."""
    x, tip, foot, head = box.x + box.w * 0.12, box.y + box.h * 0.1, box.y + box.h * 0.6, box.h * 0.1
    yield x, foot, x, tip
    yield x, tip, x - head / 2, tip + head
    yield x, tip, x + head / 2, tip + head


def _hatching(box: Box) -> Iterator[tuple[float, float, float, float]]:
    """Yield slanting lines across a box, none beyond its edges."""
    along = _STEP
    while along < box.w + box.h:
        low, high = min(along, box.h), min(along, box.w)
        yield box.x + along - low, box.y + low, box.x + high, box.y + along - high
        along += _STEP
