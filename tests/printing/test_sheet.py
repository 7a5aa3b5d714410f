import pytest

from linli.domain.cards import CardLayout, CardSize
from linli.errors import UserError
from linli.printing.sheet import Side, sheet_for

SIZES = [
    # size, left and top margin (standards.md 6), pitch across and down
    (CardSize.BUSINESS, 15.0, 13.5, 90.0, 54.0),
    (CardSize.ID_1, 19.4, 13.5, 85.6, 54.0),
]


def sheet(size):
    return sheet_for(CardLayout.A4_TEN, size.width, size.height)


@pytest.mark.parametrize(("size", "left", "top", "across", "down"), SIZES)
def test_ten_cards_lie_on_a4_at_the_standard_margins(size, left, top, across, down):
    a4 = sheet(size)
    assert (a4.width, a4.height, a4.slots) == (210, 297, 10)
    for slot in range(10):
        row, column = divmod(slot, 2)
        assert a4.corner(slot, Side.FRONT) == pytest.approx(
            (left + column * across, top + row * down)
        )


@pytest.mark.parametrize("size", [s[0] for s in SIZES])
def test_turning_the_sheet_over_its_long_edge_brings_each_back_behind_its_front(size):
    a4 = sheet(size)
    for slot in range(a4.slots):
        front_x, front_y = a4.corner(slot, Side.FRONT)
        back_x, back_y = a4.corner(slot, Side.BACK)
        assert back_x + size.width == pytest.approx(a4.width - front_x)
        assert back_y == front_y


@pytest.mark.parametrize("size", [s[0] for s in SIZES])
def test_crop_marks_lie_outside_the_trim_and_on_the_paper(size):
    a4 = sheet(size)
    right, bottom = a4.width - a4.left, a4.top + 4 * a4.pitch_y + size.height
    marks = a4.marks()
    assert len(marks) == 2 * 3 + 2 * 6
    columns = {x1 for x1, _, x2, _ in marks if x1 == x2}
    rows = {y1 for _, y1, _, y2 in marks if y1 == y2}
    assert sorted(columns) == pytest.approx([a4.left, a4.left + size.width, right])
    assert sorted(rows) == pytest.approx([*(a4.top + 54 * row for row in range(5)), bottom])
    for x1, y1, x2, y2 in marks:
        assert 3 <= abs(x2 - x1) + abs(y2 - y1) <= 5
        assert min(x1, x2) >= 5
        assert max(x1, x2) <= a4.width - 5
        assert min(y1, y2) >= 5
        assert max(y1, y2) <= a4.height - 5
        beside = max(a4.left - max(x1, x2), min(x1, x2) - right)
        above = max(a4.top - max(y1, y2), min(y1, y2) - bottom)
        assert max(beside, above) == pytest.approx(2), "a mark that touches the card is cut into it"


def test_a_single_card_is_its_own_page_without_marks():
    page = sheet_for(CardLayout.SINGLE, 90, 54)
    assert (page.width, page.height, page.slots) == (90, 54, 1)
    assert page.corner(0, Side.BACK) == (0, 0)
    assert page.marks() == []


@pytest.mark.parametrize(("width", "height"), [(210, 148), (100, 50), (80, 58)])
def test_cards_that_leave_no_room_for_the_marks_do_not_go_ten_on_a_sheet(width, height):
    with pytest.raises(UserError, match="排不下十张"):
        sheet_for(CardLayout.A4_TEN, width, height)
