"""Fronts and backs on real sheets, measured in the PDF and laid on each other as paper is."""

from itertools import product

import pypdfium2
import pytest
from PIL import Image, ImageChops
from support.cards import TEN, make_card
from support.ruler import distance, frames_of, images_of, inverse, marks_of, put

from linli.domain.paper import (
    A4,
    A5,
    BUSINESS,
    ID_1,
    CardSize,
    Correction,
    Duplex,
    PaperSetup,
    Pass,
    PrinterProfile,
    Sheet,
    Side,
    check_sheet,
    single_sheet,
)
from linli.domain.templates.reading import parse_template
from linli.domain.templates.shipped import load_sheets
from linli.printing.cards import render_cards
from linli.printing.fonts import FontLibrary

NEAR = 0.02  # mm, of what is measured
SIGN = {Side.FRONT: "正", Side.BACK: "背"}
LOPSIDED = Sheet(
    id="own-1", title="左右边不一样", width=210, height=297, columns=2, rows=4, left=7, top=23,
    card_width=95, card_height=58, pitch_x=99.5, pitch_y=61, crop_marks=True,
)  # fmt: skip
ACROSS = Sheet(
    id="own-2", title="横放", width=297, height=210, columns=3, rows=3, left=21, top=4,
    card_width=88, card_height=60, pitch_x=89, pitch_y=66,
)  # fmt: skip
NARROW = Sheet(
    id="own-3", title="窄纸", width=101.6, height=152.4, columns=1, rows=2, left=3.3, top=11.1,
    card_width=91, card_height=55, pitch_x=91, pitch_y=70, crop_marks=True,
)  # fmt: skip
SHEETS = {sheet.id: sheet for sheet in (*load_sheets(), LOPSIDED, ACROSS, NARROW)}
TURNS = {
    "long": (Duplex.LONG, Duplex.LONG),
    "short": (Duplex.SHORT, Duplex.LONG),
    "by-hand-long": (Duplex.MANUAL, Duplex.LONG),
    "by-hand-short": (Duplex.MANUAL, Duplex.SHORT),
}
FAULTS = {
    Side.FRONT: Correction(dx=1.3, dy=-0.8, scale_x=1.004, scale_y=0.997, rotation=0.3),
    Side.BACK: Correction(dx=-2.1, dy=0.6, scale_x=0.998, scale_y=1.005, rotation=-0.45),
}


@pytest.fixture(scope="module")
def library():
    return FontLibrary(folders=[])


def template_for(size, **extra):
    def side(sign):
        text = {"type": "text", "text": sign + "{number}", "size": 6, "valign": "top"}
        return [{**text, "x": 4, "w": 20, "y": 4, "h": 5}, *extra.get("elements", ())]

    raw = {
        "id": "probe", "title": "试卡", "sizes": [size.id], "styles": {},
        "colours": {"ink": "#000000"}, "front": side("正"), "back": side("背"),
    }  # fmt: skip
    return parse_template(raw, "试")


class Printed:
    """Cards on sheets: where on the page each card's trim lies, measured from its text."""

    def __init__(self, setup, size, count, library, **extra):
        self.setup, self.size = setup, size
        template = template_for(size, **extra)
        cards = [make_card(running=i + 1) for i in range(count)]
        self.numbers = [card.facts.number for card in cards]
        printed = render_cards(cards, template, setup, library=library)
        self.content, self.pages, self.sheets = printed.content, printed.pages, printed.sheets
        self._frames = frames_of(printed.content)
        alone = PaperSetup(sheet=single_sheet(size))
        self._single = frames_of(render_cards(cards[:1], template, alone, library=library).content)

    def page(self, number, side):
        """Return on which page a side of a card is."""
        return self._frames[SIGN[side] + number].page

    def trim(self, number, side):
        """Return the corners of the trim: top left, top right, bottom left, as one reads it."""
        start = inverse(self._single[SIGN[side] + self.numbers[0]].affine)
        frame = self._frames[SIGN[side] + number].affine
        w, h = self.size.width, self.size.height
        return [put(frame, put(start, corner)) for corner in ((0, 0), (w, 0), (0, h))]


def slot_corner(sheet, size, slot):
    """Where the front of a card lies, worked out apart from the program."""
    row, column = divmod(slot, sheet.columns)
    x = sheet.left + column * sheet.pitch_x + (sheet.card_width - size.width) / 2
    return x, sheet.top + row * sheet.pitch_y + (sheet.card_height - size.height) / 2


def edge_of(setup):
    """Over which edge the paper is turned."""
    return setup.profile.turn if setup.duplex is Duplex.MANUAL else setup.duplex


def turned_over(setup, point):
    """Where a point of the back lies, seen from the front: turned as one turns real paper."""
    x, y = point
    sheet = setup.sheet
    is_upright = sheet.height >= sheet.width
    about_upright_edge = is_upright == (edge_of(setup) is Duplex.LONG)
    return (sheet.width - x, y) if about_upright_edge else (x, sheet.height - y)


def apart(printed, errors=None):
    """Return how far the worst corner of a back lies from that of its front, mm."""
    identity = (1, 0, 0, 1, 0, 0)
    errors = errors or dict.fromkeys(Side, identity)
    worst = 0.0
    for number in printed.numbers:
        front = [put(errors[Side.FRONT], p) for p in printed.trim(number, Side.FRONT)]
        back = [
            turned_over(printed.setup, put(errors[Side.BACK], p))
            for p in printed.trim(number, Side.BACK)
        ]
        top_left, top_right, bottom_left = front
        bottom_right = (
            top_right[0] + bottom_left[0] - top_left[0],
            top_right[1] + bottom_left[1] - top_left[1],
        )
        # Turned over its upright edge, the card's back begins behind the front's right end.
        worst = max(worst, *map(distance, back, (top_right, top_left, bottom_right)))
    return worst


def smaller(sheet):
    return CardSize(
        width=round(sheet.card_width - 3.5, 2), height=round(sheet.card_height - 2.25, 2)
    )


@pytest.mark.parametrize("sheet", [LOPSIDED, ACROSS, NARROW], ids=lambda sheet: sheet.id)
def test_the_own_sheets_of_these_tests_are_sound(sheet):
    check_sheet(sheet)


@pytest.mark.parametrize("sheet", SHEETS.values(), ids=SHEETS)
@pytest.mark.parametrize("turn", TURNS)
@pytest.mark.parametrize("fit", [lambda s: CardSize(width=s.card_width, height=s.card_height),
                                 smaller], ids=["whole", "smaller"])  # fmt: skip
def test_each_back_lies_behind_its_front_and_reads_upright(sheet, turn, fit, library):
    duplex, by_hand = TURNS[turn]
    profile = PrinterProfile(name="大厅", turn=by_hand)
    start = min(sheet.slots, 3)
    setup = PaperSetup(sheet=sheet, start_slot=start, duplex=duplex, profile=profile)
    printed = Printed(setup, fit(sheet), sheet.slots + 2, library)
    assert apart(printed) < NEAR
    for place, number in enumerate(printed.numbers, start - 1):
        page, slot = divmod(place, sheet.slots)
        assert printed.page(number, Side.FRONT) == 2 * page
        assert printed.page(number, Side.BACK) == 2 * page + 1
        top_left, top_right, bottom_left = printed.trim(number, Side.FRONT)
        x, y = slot_corner(sheet, printed.size, slot)
        assert distance(top_left, (x, y)) < NEAR
        assert distance(top_right, (x + printed.size.width, y)) < NEAR
        assert distance(bottom_left, (x, y + printed.size.height)) < NEAR


@pytest.mark.parametrize("sheet", [TEN.sheet, LOPSIDED, ACROSS, SHEETS["a4-label-5x13-38x21"]],
                         ids=lambda sheet: sheet.id)  # fmt: skip
@pytest.mark.parametrize("turn", TURNS)
def test_a_corrected_printer_puts_both_sides_where_they_belong(sheet, turn, library):
    """What the printer does wrong on each side is what the profile undoes."""
    duplex, by_hand = TURNS[turn]
    profile = PrinterProfile(
        name="歪的打印机", turn=by_hand, front=FAULTS[Side.FRONT], back=FAULTS[Side.BACK]
    )
    errors = {side: inverse(fault.matrix()) for side, fault in FAULTS.items()}
    setup = PaperSetup(sheet=sheet, duplex=duplex, profile=profile)
    printed = Printed(setup, smaller(sheet), sheet.slots, library)
    assert apart(printed, errors) < NEAR
    assert apart(printed) > 1, "without the printer's error the correction itself must show"
    for slot, number in enumerate(printed.numbers):
        top_left = put(errors[Side.FRONT], printed.trim(number, Side.FRONT)[0])
        assert distance(top_left, slot_corner(sheet, printed.size, slot)) < NEAR


@pytest.mark.parametrize("turn", TURNS)
@pytest.mark.parametrize("reverse", [False, True])
def test_one_side_at_a_time_lies_as_both_do(turn, reverse, library):
    duplex, by_hand = TURNS[turn]
    profile = PrinterProfile(name="大厅", turn=by_hand, backs_reversed=reverse)
    both = PaperSetup(sheet=LOPSIDED, start_slot=4, duplex=duplex, profile=profile)
    whole = Printed(both, ID_1, 20, library)
    is_reversed = reverse and duplex is Duplex.MANUAL
    for side, sides in ((Side.FRONT, Pass.FRONTS), (Side.BACK, Pass.BACKS)):
        single = Printed(both.with_pass(sides), ID_1, 20, library)
        assert single.pages == single.sheets == whole.sheets == 3
        for number in whole.numbers:
            sheet = whole.page(number, side) // 2
            if is_reversed and side is Side.BACK:
                sheet = 2 - sheet
            assert single.page(number, side) == sheet
            for one, other in zip(whole.trim(number, side), single.trim(number, side), strict=True):
                assert distance(one, other) < NEAR


@pytest.mark.parametrize("size", [A4, A5, BUSINESS], ids=lambda size: size.id)
def test_a_page_that_is_the_card_has_its_second_side_upright(size, library):
    setup = PaperSetup(sheet=single_sheet(size))
    printed = Printed(setup, size, 2, library)
    assert printed.pages == 4
    for number, side in product(printed.numbers, Side):
        top_left, top_right, _ = printed.trim(number, side)
        assert distance(top_left, (0, 0)) < NEAR
        assert distance(top_right, (size.width, 0)) < NEAR


@pytest.mark.parametrize("side", Side)
@pytest.mark.parametrize("turn", ["long", "short"])
@pytest.mark.parametrize("size", [CardSize(width=95, height=58), ID_1], ids=["whole", "smaller"])
def test_crop_marks_point_at_the_trim_of_the_cards(side, turn, size, library):
    setup = PaperSetup(sheet=LOPSIDED, duplex=TURNS[turn][0])
    printed = Printed(setup, size, 8, library)
    page = printed.page(printed.numbers[0], side)
    marks = marks_of(printed.content, page)
    upright = {round(x1, 2) for (x1, _), (x2, _) in marks if abs(x1 - x2) < NEAR}
    level = {round(y1, 2) for (_, y1), (_, y2) in marks if abs(y1 - y2) < NEAR}
    corners = [corner for number in printed.numbers for corner in printed.trim(number, side)]
    for values, axis in ((upright, 0), (level, 1)):
        edges = {round(corner[axis], 2) for corner in corners}
        assert len(values) == len(edges)
        for value, edge in zip(sorted(values), sorted(edges), strict=True):
            assert value == pytest.approx(edge, abs=NEAR)
    for (x1, y1), (x2, y2) in marks:
        assert 3 <= abs(x2 - x1) + abs(y2 - y1) <= 5


def test_a_code_lies_where_the_template_says(library):
    code = {"type": "qr", "x": 60, "w": 20, "y": 25, "h": 20}
    printed = Printed(TEN, BUSINESS, 10, library, elements=[code])
    module = 20 / 29
    for slot, image in enumerate(images_of(printed.content, 0)):
        x, y = slot_corner(TEN.sheet, BUSINESS, slot)
        assert distance(put(image, (0, 0)), (x + 60 + 4 * module, y + 25 + 4 * module)) < NEAR
        assert distance(put(image, (1, 1)), (x + 80 - 4 * module, y + 45 - 4 * module)) < NEAR


@pytest.mark.parametrize("turn", TURNS)
@pytest.mark.parametrize("sheet", [LOPSIDED, ACROSS], ids=lambda sheet: sheet.id)
def test_held_against_the_light_the_backs_cover_the_fronts(sheet, turn, library):
    """The same from the pixels: a wedge in one corner of each side, both pages on each other."""
    duplex, by_hand = TURNS[turn]
    profile = PrinterProfile(name="大厅", turn=by_hand)
    setup = PaperSetup(sheet=sheet, duplex=duplex, profile=profile, start_slot=2)
    size = smaller(sheet)
    body = {"type": "rect", "fill": "ink", "x": 12, "right": 12, "y": 20, "bottom": 4}
    printed = Printed(setup, size, 4, library, elements=[body])
    with pypdfium2.PdfDocument(printed.content) as document:
        front, back = (page.render(scale=4, grayscale=True).to_pil() for page in document)
    if turned_over(setup, (0, 0)) == (sheet.width, 0):
        back = back.transpose(Image.Transpose.FLIP_LEFT_RIGHT)
    else:
        back = back.transpose(Image.Transpose.FLIP_TOP_BOTTOM)
    area = 4 * 72 / 25.4
    for slot in range(1, 5):
        x, y = slot_corner(sheet, size, slot)
        inside = (x + 5, y + 19, x + size.width - 5, y + size.height - 2)
        box = tuple(round(edge * area) for edge in inside)
        one, other = (page.crop(box).point(lambda v: 255 * (v > 127)) for page in (front, back))
        assert one.getextrema() == (0, 255)
        wrong = ImageChops.difference(one, other).histogram()[255]
        assert wrong < 0.01 * one.width * one.height  # of the edges' pixels
