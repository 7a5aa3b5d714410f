"""What stands on its head, as on a plate that is folded."""

import pypdfium2
from PIL import ImageChops
from support.cards import MM, SINGLE, make_card

from linli.domain.templates.reading import parse_template
from linli.printing.cards import render_cards
from linli.printing.fonts import FontLibrary

_SCALE = 8
_BOX = {"w": 30, "y": 10, "h": 12, "valign": "top", "size": 12}


def test_turned_text_is_the_upright_one_turned_in_its_box():
    template = parse_template(
        {
            "id": "probe", "title": "试卡", "sizes": ["90x54"],
            "colours": {"ink": "#000000"}, "styles": {},
            "front": [
                {"type": "text", "text": "{holder}正", "x": 5, **_BOX},
                {"type": "text", "text": "{holder}正", "x": 45, "turned": True, **_BOX},
            ],
        },
        "试卡",
    )  # fmt: skip
    content = render_cards([make_card()], template, SINGLE, library=FontLibrary(folders=[])).content
    with pypdfium2.PdfDocument(content) as document:
        assert document[0].get_textpage().get_text_range().count("张桂兰正") == 2
        picture = document[0].render(scale=_SCALE, grayscale=True).to_pil()
    upright, turned = (_cut(picture, x) for x in (5, 45))
    ink = _count(upright.point(lambda v: v < 128 and 255))
    assert ink > 1000
    assert _difference(upright.rotate(180), turned) < ink / 20
    assert _difference(upright, turned) > ink / 2


def _difference(one, other):
    return _count(ImageChops.difference(one, other).point(lambda v: v > 160 and 255))


def _count(picture):
    return picture.histogram()[255]


def _cut(picture, x):
    """Return what stands in the box that begins at `x` mm."""
    pixels = _SCALE * MM
    return picture.crop(
        tuple(round(side * pixels) for side in (x, 10, x + _BOX["w"], 10 + _BOX["h"]))
    )
