"""What the preview outlines is where the rendered cards lie, page by page, less the correction."""

from dataclasses import replace

import pypdfium2
import pytest
from support.cards import MM, TEN, make_card

from linli.domain.imposition import ghosts
from linli.domain.paper import BUSINESS, Correction, Duplex, Pass, PrinterProfile
from linli.domain.templates.reading import parse_template
from linli.printing.cards import render_cards
from linli.printing.fonts import FontLibrary

SHIFT = 4.0
MOVED = Correction(dx=SHIFT)
PROFILE = PrinterProfile(name="试", front=MOVED, back=MOVED, backs_reversed=True)


def probe():
    text = {"type": "text", "x": 5, "y": 5, "w": 80, "h": 44, "size": 20, "align": "center"}
    sides = {"front": [{**text, "text": "{holder}"}], "back": [{**text, "text": "背{holder}"}]}
    return parse_template(
        {"id": "probe", "title": "试卡", "sizes": ["90x54"],
         "colours": {"ink": "#000000"}, "styles": {}, **sides},
        "试卡",
    )  # fmt: skip


def centres(content):
    """Return, page by page, the middle of each line of text, mm."""
    found = []
    with pypdfium2.PdfDocument(content) as document:
        for page in document:
            layer, height = page.get_textpage(), page.get_height()
            boxes = [layer.get_rect(n) for n in range(layer.count_rects())]
            found.append(
                [((x1 + x2) / 2 / MM, (height - (y1 + y2) / 2) / MM) for x1, y1, x2, y2 in boxes]
            )
    return found


@pytest.mark.parametrize("sides", Pass)
@pytest.mark.parametrize("duplex", Duplex)
@pytest.mark.parametrize("turn", [Duplex.LONG, Duplex.SHORT])
def test_each_ghost_holds_one_card_moved_by_the_correction(sides, duplex, turn):
    profile = replace(PROFILE, turn=turn)
    setup = replace(TEN, start_slot=4, sides=sides, duplex=duplex, profile=profile)
    template, cards = probe(), [make_card("张桂兰", n) for n in range(1, 13)]
    content = render_cards(cards, template, setup, library=FontLibrary(folders=[])).content
    outlined = ghosts(setup, len(cards), template.sides, BUSINESS)
    printed = centres(content)
    assert [len(page) for page in outlined] == [len(page) for page in printed]
    for rectangles, found in zip(outlined, printed, strict=True):
        expected = sorted((x + SHIFT + w / 2, y + h / 2) for x, y, w, h in rectangles)
        for (x, y), (left, top) in zip(expected, sorted(found), strict=True):
            assert (left, top) == (pytest.approx(x, abs=1.5), pytest.approx(y, abs=1.5))
