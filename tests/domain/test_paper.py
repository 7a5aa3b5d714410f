"""Sheets, how they are turned, and corrections: geometry in mm."""

from dataclasses import replace

import pytest

from linli.domain.paper import (
    A3,
    A4,
    A5,
    BUSINESS,
    ID_1,
    CardSize,
    Correction,
    Duplex,
    PaperSetup,
    PrinterProfile,
    Side,
    check_holds,
    check_sheet,
    compose,
    single_sheet,
)
from linli.domain.templates.shipped import load_sheets
from linli.errors import InvalidInput, UserError

SHEETS = {sheet.id: sheet for sheet in load_sheets()}
TEN = SHEETS["a4x10-90x54"]
TEN_UP = [(BUSINESS, TEN, 15.0, 90.0), (ID_1, SHEETS["a4x10-id1"], 19.4, 85.6)]


@pytest.mark.parametrize(("size", "a4", "left", "across"), TEN_UP)
def test_ten_cards_lie_on_a4_at_the_standard_margins(size, a4, left, across):
    assert (a4.width, a4.height, a4.slots) == (210, 297, 10)
    assert a4.suits(size)
    for slot in range(10):
        row, column = divmod(slot, 2)
        assert a4.corner(slot, Side.FRONT) == pytest.approx(
            (left + column * across, 13.5 + row * 54)
        )


@pytest.mark.parametrize("a4", SHEETS.values(), ids=SHEETS)
def test_turning_the_sheet_over_its_long_edge_brings_each_back_behind_its_front(a4):
    for sheet in (a4, replace(a4, left=a4.left / 2)):
        for slot in range(sheet.slots):
            front_x, front_y = sheet.corner(slot, Side.FRONT)
            back_x, back_y = sheet.corner(slot, Side.BACK)
            assert back_x + sheet.card_width == pytest.approx(sheet.width - front_x)
            assert back_y == front_y


@pytest.mark.parametrize("a4", SHEETS.values(), ids=SHEETS)
def test_every_shipped_sheet_is_sound(a4):
    check_sheet(a4)


@pytest.mark.parametrize(("size", "a4", "left", "across"), TEN_UP)
def test_crop_marks_lie_outside_the_trim_and_on_the_paper(size, a4, left, across):
    right, bottom = a4.width - a4.left, a4.top + 4 * a4.pitch_y + size.height
    marks = a4.marks()
    assert len(marks) == 2 * 3 + 2 * 6
    assert sorted({x1 for x1, _, x2, _ in marks if x1 == x2}) == pytest.approx(
        [left, left + across, right]
    )
    assert sorted({y1 for _, y1, _, y2 in marks if y1 == y2}) == pytest.approx(
        [*(a4.top + 54 * row for row in range(5)), bottom]
    )
    for x1, y1, x2, y2 in marks:
        assert 3 <= abs(x2 - x1) + abs(y2 - y1) <= 5
        assert min(x1, x2, y1, y2) >= 5
        assert max(x1, x2) <= a4.width - 5
        assert max(y1, y2) <= a4.height - 5
        beside = max(a4.left - max(x1, x2), min(x1, x2) - right)
        above = max(a4.top - max(y1, y2), min(y1, y2) - bottom)
        assert max(beside, above) == pytest.approx(2), "a mark that touches the card is cut into it"


@pytest.mark.parametrize(("margin", "length"), [(2.5, None), (4, 2), (5.5, 3.5), (6, 4), (20, 4)])
def test_crop_marks_stay_on_the_paper_where_the_margin_is_narrow(margin, length):
    a4 = replace(
        TEN, columns=1, rows=1, left=margin, top=margin,
        card_width=TEN.width - 2 * margin, card_height=TEN.height - 2 * margin,
    )  # fmt: skip
    marks = a4.marks()
    assert len(marks) == (8 if length else 0)
    for x1, y1, x2, y2 in marks:
        assert x2 - x1 + y2 - y1 == pytest.approx(length)
        assert min(x1, y1) >= 0
        assert x2 <= a4.width
        assert y2 <= a4.height


def test_cells_apart_are_marked_on_both_sides_of_the_gap():
    badges = SHEETS["a4x4-badge"]
    edges = sorted({x1 for x1, _, x2, _ in badges.marks() if x1 == x2})
    assert edges == pytest.approx([32.5, 102.5, 107.5, 177.5])


def test_the_marks_of_the_back_are_those_of_the_front_mirrored():
    lopsided = replace(TEN, left=10)
    front = {round(210 - x1, 6) for x1, _, x2, _ in lopsided.marks(Side.FRONT) if x1 == x2}
    back = {round(x1, 6) for x1, _, x2, _ in lopsided.marks(Side.BACK) if x1 == x2}
    assert front == back


def test_a_single_card_is_its_own_page_without_marks():
    page = single_sheet(BUSINESS)
    assert (page.width, page.height, page.slots) == (90, 54, 1)
    assert page.corner(0, Side.BACK) == (0, 0)
    assert page.marks() == []


@pytest.mark.parametrize(
    ("size", "text"),
    [
        (BUSINESS, "90x54"),
        (ID_1, "id1"),
        (A5, "a5"),
        (CardSize(width=63.5, height=38.1), "63.5x38.1"),
    ],
)
def test_a_size_is_read_as_it_is_written(size, text):
    assert size.id == text
    assert CardSize.parse(text) == size


def test_paper_has_the_size_of_its_standard():
    """ISO 216 and ISO/IEC 7810."""
    sizes = {size.id: (size.width, size.height) for size in (A3, A4, A5, ID_1)}
    assert sizes == {"a3": (297, 420), "a4": (210, 297), "a5": (148, 210), "id1": (85.6, 53.98)}


@pytest.mark.parametrize("text", ["", "90", "x", "90x", "0x54", "-1x5", "nanx5", "infx5", "5000x9"])
def test_a_size_that_is_none_is_refused(text):
    with pytest.raises(ValueError):  # noqa: PT011 - the caller says it in its own words
        CardSize.parse(text)


@pytest.mark.parametrize(
    ("change", "fields"),
    [
        ({"left": 40}, {"width"}),
        ({"top": 100}, {"height"}),
        ({"pitch_x": 89}, {"pitch_x"}),
        ({"pitch_y": 53}, {"pitch_y"}),
        ({"columns": 0}, {"columns"}),
        ({"rows": 0}, {"rows"}),
        ({"columns": 50, "rows": 50}, {"columns", "width", "height"}),
        ({"left": -0.1}, {"left"}),
        ({"top": -0.1}, {"top"}),
        ({"card_width": 9.9}, {"card_width"}),
        ({"card_height": 9.9}, {"card_height"}),
        ({"width": 1000.1}, {"width"}),
        ({"height": 1000.1}, {"height"}),
        ({"title": " "}, {"title"}),
    ],
)
def test_a_sheet_that_cannot_be_is_refused_beside_its_field(change, fields):
    with pytest.raises(InvalidInput) as caught:
        check_sheet(replace(TEN, **change))
    assert {problem.field for problem in caught.value.problems} == fields


@pytest.mark.parametrize(
    "change",
    [
        {"left": 30},  # the last cell ends at the edge of the paper
        {"left": 0, "top": 0},
        {"card_width": 10, "card_height": 10},
        {"width": 1000, "height": 1000},
        {"columns": 1, "pitch_x": 0},  # nothing comes after the only one
        {"columns": 20, "rows": 10, "width": 1000, "height": 1000,
         "card_width": 10, "card_height": 10, "pitch_x": 10, "pitch_y": 10},
    ],
)  # fmt: skip
def test_a_sheet_may_go_as_far_as_paper_and_cells_allow(change):
    check_sheet(replace(TEN, **change))


def test_a_start_slot_lies_on_the_sheet():
    assert PaperSetup(sheet=TEN, start_slot=10).sheets_for(2) == 2
    assert PaperSetup(sheet=TEN).sheets_for(437) == 44
    for slot in (0, 11):
        with pytest.raises(InvalidInput, match="1 到 10"):
            PaperSetup(sheet=TEN, start_slot=slot)


def apply(matrix, x, y):
    a, b, c, d, e, f = matrix
    return a * x + c * y + e, b * x + d * y + f


def test_a_correction_scales_and_turns_about_the_corner_then_moves():
    quarter = Correction(dx=1, dy=2, scale_x=2, rotation=90)
    assert apply(quarter.matrix(), 10, 0) == pytest.approx((1, 22))
    assert apply(quarter.matrix(), 0, 10) == pytest.approx((-9, 2))


def test_composed_maps_do_the_inner_first():
    move, turn = Correction(dx=5).matrix(), Correction(rotation=90).matrix()
    assert apply(compose(turn, move), 1, 0) == pytest.approx(apply(turn, 6, 0))
    outer, inner = (2, 3, 5, 7, 11, 13), (17, 19, 23, 29, 31, 37)
    for x, y in ((0, 0), (1, 0), (0, 1), (2, 3)):
        assert apply(compose(outer, inner), x, y) == apply(outer, *apply(inner, x, y))


def test_backs_for_the_short_edge_stand_on_their_head_before_they_are_corrected():
    profile = PrinterProfile(name="大厅", back=Correction(dx=1.5, dy=-0.5))
    setup = PaperSetup(sheet=TEN, duplex=Duplex.SHORT, profile=profile)
    assert apply(setup.matrix(Side.BACK), 15, 13.5) == pytest.approx((210 - 15 + 1.5, 297 - 14))
    assert setup.matrix(Side.FRONT) == pytest.approx((1, 0, 0, 1, 0, 0))
    by_hand = replace(setup, duplex=Duplex.MANUAL)
    assert not by_hand.turned
    assert replace(by_hand, profile=replace(profile, turn=Duplex.SHORT)).turned


def test_a_sheet_that_lies_across_turns_over_its_top_when_it_turns_over_its_long_edge():
    across = SHEETS["a4x2-a5"]
    assert PaperSetup(sheet=across, duplex=Duplex.LONG).turned
    assert not PaperSetup(sheet=across, duplex=Duplex.SHORT).turned
    by_hand = PrinterProfile(name="大厅", turn=Duplex.SHORT)
    assert PaperSetup(sheet=across, duplex=Duplex.MANUAL).turned
    assert not PaperSetup(sheet=across, duplex=Duplex.MANUAL, profile=by_hand).turned


def test_a_card_printer_gets_both_sides_upright():
    assert not PaperSetup(sheet=single_sheet(BUSINESS)).turned


@pytest.mark.parametrize("side", Side)
def test_a_smaller_card_lies_in_the_middle_of_its_cell_on_both_sides(side):
    sheet = replace(SHEETS["a4-label-2x5-99x57"], left=3)
    trimmed = sheet.trimmed_to(ID_1)
    assert (trimmed.pitch_x, trimmed.slots) == (sheet.pitch_x, sheet.slots)
    for slot in range(sheet.slots):
        (x, y), (cell_x, cell_y) = trimmed.corner(slot, side), sheet.corner(slot, side)
        assert (x - cell_x, y - cell_y) == pytest.approx(((99.1 - 85.6) / 2, (57 - 53.98) / 2))


def test_smaller_cards_are_marked_at_their_own_trim():
    edges = sorted({x1 for x1, _, x2, _ in TEN.trimmed_to(ID_1).marks() if x1 == x2})
    assert edges == pytest.approx([17.2, 102.8, 107.2, 192.8])


def test_a_sheet_is_offered_only_for_cards_that_fill_it():
    offered = [sheet.id for sheet in SHEETS.values() if sheet.suits(BUSINESS)]
    assert offered[0] == "a4x10-90x54"
    assert "a4x2-a5" not in offered
    assert [sheet.id for sheet in SHEETS.values() if sheet.suits(A5)] == ["a4x2-a5"]
    assert not any(sheet.suits(A4) for sheet in SHEETS.values())


@pytest.mark.parametrize(
    ("width", "height", "is_offered"),
    [(63.1, 37.9, True), (90, 54, True), (90, 37.7, False), (62.9, 54, False), (54, 54, False)],
)
def test_a_card_fills_a_cell_across_and_down(width, height, is_offered):
    assert TEN.suits(CardSize(width=width, height=height)) is is_offered


@pytest.mark.parametrize(("width", "height"), [(90.1, 54), (90, 54.1), (54, 90)])
def test_a_card_that_is_wider_or_higher_than_a_cell_is_not_held(width, height):
    assert not TEN.holds(CardSize(width=width, height=height))
    with pytest.raises(UserError, match=f"放不下 {width:g}×{height:g} 毫米"):
        check_holds(TEN, CardSize(width=width, height=height))
