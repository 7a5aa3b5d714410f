"""The blank test sheet: outlines where the cards will lie."""

from dataclasses import replace
from itertools import pairwise

import pytest
from support.cards import page_texts
from support.ruler import distance, frames_of, marks_of, put

from linli.domain.paper import (
    CardSize,
    Correction,
    Duplex,
    PaperSetup,
    Pass,
    PrinterProfile,
    Side,
)
from linli.domain.templates.shipped import load_sheets
from linli.errors import UserError
from linli.printing.blank_sheet import blank_sheet
from linli.printing.fonts import FontLibrary

SHEET = replace(next(s for s in load_sheets() if s.id == "a4-label-3x7-63x38"), left=4)
SIZE = CardSize(width=60, height=35)
PROFILE = PrinterProfile(
    name="大厅", front=Correction(dx=1.5, dy=-0.5, rotation=0.3), back=Correction(dx=-1)
)
NEAR = 0.02  # mm


@pytest.fixture(scope="module")
def make():
    library = FontLibrary(folders=[])

    def sheet(setup=None, size=SIZE, *, two_sided=True):
        return blank_sheet(
            setup or PaperSetup(sheet=SHEET), size, two_sided=two_sided, library=library
        )

    return sheet


@pytest.mark.parametrize("duplex", [Duplex.LONG, Duplex.SHORT])
@pytest.mark.parametrize("profile", [None, PROFILE], ids=["plain", "corrected"])
def test_every_slot_is_outlined_where_its_card_will_lie(make, duplex, profile):
    setup = PaperSetup(sheet=SHEET, duplex=duplex, profile=profile)
    content = make(setup)
    trimmed = SHEET.trimmed_to(SIZE)
    for page, side in enumerate(Side):
        lines = marks_of(content, page)
        for slot in range(SHEET.slots):
            x, y = trimmed.corner(slot, side)
            right, bottom = x + SIZE.width, y + SIZE.height
            outline = [(x, y), (right, y), (right, bottom), (x, bottom), (x, y)]
            for ends in pairwise(put(setup.matrix(side), corner) for corner in outline):
                assert any(
                    distance(ends[0], one) < NEAR and distance(ends[1], other) < NEAR
                    for one, other in lines
                ), (side, slot)


@pytest.mark.parametrize("duplex", [Duplex.LONG, Duplex.SHORT])
def test_the_number_of_a_slot_stands_upright_in_it(make, duplex):
    setup = PaperSetup(sheet=SHEET, duplex=duplex)
    trimmed = SHEET.trimmed_to(SIZE)
    frames = frames_of(make(setup.with_pass(Pass.BACKS)), repeated=True)
    for slot in range(SHEET.slots):
        x, y = trimmed.corner(slot, Side.BACK)
        middle = put(setup.matrix(Side.BACK), (x + SIZE.width / 2, y + SIZE.height / 2))
        frame = frames[str(slot + 1)]
        assert distance(put(frame.affine, (0, 0)), middle) < 15
        assert frame.affine[0] == pytest.approx(-1 if setup.turned else 1)


def test_both_sides_are_named(make):
    front, back = page_texts(make())
    assert front.count("正面") == back.count("背面") == SHEET.slots
    (only,) = page_texts(make(two_sided=False))
    assert "背面" not in only


def test_slots_that_are_used_already_are_hatched(make):
    fresh, begun = (make(PaperSetup(sheet=SHEET, start_slot=start)) for start in (1, 5))
    assert [text.count("已用") for text in page_texts(begun)] == [4, 4]
    assert "已用" not in page_texts(fresh)[0]
    more = len(marks_of(begun, 0)) - len(marks_of(fresh, 0))
    assert more >= 4 * 10
    trimmed = SHEET.trimmed_to(SIZE)
    used = [trimmed.corner(slot, Side.FRONT) for slot in range(4)]
    slanting = [line for line in marks_of(begun, 0) if abs(line[0][0] - line[1][0]) > 2.5]
    slanting = [line for line in slanting if abs(line[0][1] - line[1][1]) > 2.5]
    assert slanting
    for line in slanting:
        assert any(
            all(x - NEAR <= px <= x + 60 + NEAR and y - NEAR <= py <= y + 35 + NEAR
                for px, py in line)
            for x, y in used
        )  # fmt: skip


def test_a_card_larger_than_the_labels_is_refused(make):
    with pytest.raises(UserError, match="放不下"):
        make(size=CardSize(width=64, height=35))
