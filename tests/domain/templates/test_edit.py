from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support.templates import CODE, LABEL, NAME, OFFICERS, make_template, templates

from linli.domain.paper import BUSINESS, ID_1, Side
from linli.domain.templates import edit
from linli.domain.templates.edit import Align, Anchor, Level, Order
from linli.domain.templates.elements import Box, LineElement, RectElement

FRONT = Level()
CARD = Box(0, 0, 90, 54)


def boxes(template, level=FRONT, area=CARD):
    return [element.box(area.w, area.h) for element in edit.elements_at(template, level)]


def squares(*places):
    return make_template(*(RectElement(x=x, y=y, w=10, h=5, fill="ink") for x, y in places))


def test_moving_shifts_what_hangs_on_either_edge():
    template = edit.moved(make_template(NAME, LABEL, CODE), FRONT, [0, 1, 2], 1.5, -0.3)
    name, phone, code = edit.elements_at(template, FRONT)
    assert (name.x, name.right, name.w) == (6.5, 28.5, None)
    assert (phone.x, phone.right, phone.w) == (6.5, None, 40)
    assert (code.x, code.right, code.bottom, code.y) == (None, 3.5, 5.3, None)


def test_a_hundred_small_steps_leave_no_crumbs():
    template = make_template(NAME)
    for _ in range(100):
        template = edit.moved(template, FRONT, [0], 0.1, 0)
    assert edit.elements_at(template, FRONT)[0].x == 15.0


@pytest.mark.parametrize("element", [NAME, LABEL, CODE])
def test_element_put_elsewhere_keeps_what_it_hangs_on(element):
    box = Box(12, 13, 20, 8)
    for size in (BUSINESS, ID_1):
        area = Box(0, 0, size.width, size.height)
        found = edit.placed(element, box, area)
        there = found.box(area.w, area.h)
        assert (there.x, there.y, there.w, there.h) == pytest.approx((12, 13, 20, 8))
        for name in ("x", "right", "w", "y", "bottom", "h"):
            assert (getattr(found, name) is None) == (getattr(element, name) is None)


def test_resizing_keeps_the_upper_left_corner_and_a_least_size():
    template = edit.resized(make_template(NAME, CODE), FRONT, [0, 1], -5, 2, CARD)
    name, code = boxes(template)
    assert (name.x, name.y, name.w, name.h) == pytest.approx((5, 6, 50, 12))
    assert (code.x, code.y, code.w, code.h) == pytest.approx((69, 33, 11, 18))
    small = boxes(edit.resized(template, FRONT, [0], -500, -500, CARD))[0]
    assert (small.w, small.h) == (1, 1)


def test_line_stays_a_line():
    line = LineElement(x=5, w=20, y=10, h=0)
    box = boxes(edit.resized(make_template(line), FRONT, [0], 3, 3, CARD))[0]
    assert (box.w, box.h) == (23, 0)


@pytest.mark.parametrize("anchor", Anchor)
@pytest.mark.parametrize("across", [True, False])
def test_hanging_it_up_in_another_way_leaves_it_where_it_is(anchor, across):
    before = NAME.box(90, 54)
    found = edit.anchored(NAME, anchor, CARD, across=across)
    assert edit.anchor_of(found, across=across) is anchor
    assert found.is_placed()
    assert found.box(90, 54) == before


ALIGNED = {
    Align.LEFT: [(10, 10), (10, 20), (10, 40)],
    Align.CENTRE: [(25, 10), (25, 20), (25, 40)],
    Align.RIGHT: [(40, 10), (40, 20), (40, 40)],
    Align.TOP: [(10, 10), (30, 10), (40, 10)],
    Align.MIDDLE: [(10, 25), (30, 25), (40, 25)],
    Align.BOTTOM: [(10, 40), (30, 40), (40, 40)],
}


@pytest.mark.parametrize("how", Align)
def test_several_elements_line_up_with_each_other(how):
    template = squares((10, 10), (30, 20), (40, 40))
    found = boxes(edit.aligned(template, FRONT, [0, 1, 2], how, CARD))
    assert [(box.x, box.y) for box in found] == ALIGNED[how]


@pytest.mark.parametrize(
    ("how", "place"),
    [
        (Align.LEFT, (3, 20)),
        (Align.CENTRE, (40, 20)),
        (Align.RIGHT, (77, 20)),
        (Align.TOP, (30, 3)),
        (Align.MIDDLE, (30, 24.5)),
        (Align.BOTTOM, (30, 46)),
    ],
)
def test_one_element_lines_up_with_the_safe_area(how, place):
    (box,) = boxes(edit.aligned(squares((30, 20)), FRONT, [0], how, CARD))
    assert (box.x, box.y) == place


def test_spaces_between_elements_become_the_same():
    template = squares((40, 10), (10, 20), (12, 40))
    found = boxes(edit.distributed(template, FRONT, [0, 1, 2], CARD, across=True))
    assert [box.x for box in found] == [40, 10, 25]
    found = boxes(edit.distributed(template, FRONT, [0, 1, 2], CARD, across=False))
    assert [box.y for box in found] == [10, 25, 40]


def test_two_elements_are_not_distributed():
    template = squares((40, 10), (10, 20))
    assert edit.distributed(template, FRONT, [0, 1], CARD, across=True) == template


@pytest.mark.parametrize(
    ("chosen", "order", "names", "numbers"),
    [
        ([0], Order.FRONT, "bcda", (3,)),
        ([1, 3], Order.BACK, "bdac", (0, 1)),
        ([0, 1], Order.FORWARD, "cabd", (1, 2)),
        ([2, 3], Order.FORWARD, "abcd", (2, 3)),
        ([1], Order.BACKWARD, "bacd", (0,)),
        ([0, 2], Order.BACKWARD, "acbd", (0, 1)),
    ],
)
def test_order_of_what_lies_over_each_other(chosen, order, names, numbers):
    template = make_template(*(replace(LABEL, text=name) for name in "abcd"))
    found, chosen_now = edit.ordered(template, FRONT, chosen, order)
    assert "".join(e.text for e in edit.elements_at(found, FRONT)) == names
    assert chosen_now == numbers


def test_copies_lie_in_front_and_beside():
    template, numbers = edit.duplicated(make_template(NAME, LABEL, CODE), FRONT, [0, 2])
    assert numbers == (3, 4)
    found = boxes(template)
    assert (found[3].x, found[3].y) == (found[0].x + 2, found[0].y + 2)
    assert (found[4].x, found[4].y) == (found[2].x + 2, found[2].y + 2)


def test_removed_elements_are_gone():
    template = edit.removed(make_template(NAME, LABEL, CODE), FRONT, [0, 2])
    assert edit.elements_at(template, FRONT) == (LABEL,)


def test_work_in_a_cell_changes_the_list_alone():
    level = Level(Side.FRONT, 1)
    template = make_template(NAME, OFFICERS)
    area = edit.area_at(template, level, BUSINESS)
    assert area == Box(5, 10, 80, 6)
    changed = edit.moved(template, level, [0], 3, 0)
    assert edit.elements_at(changed, level)[0].x == 3
    assert edit.elements_at(changed, FRONT)[0] == NAME
    assert edit.elements_at(changed, FRONT)[1].more == OFFICERS.more


def test_a_side_is_worked_on_over_the_whole_card():
    for side in Side:
        area = edit.area_at(make_template(back=(NAME,)), Level(side), ID_1)
        assert area == Box(0, 0, 85.6, 53.98)


@pytest.mark.parametrize("change", [{"cell_h": 0}, {"cell_h": 99}])
def test_a_list_without_room_for_a_cell_is_worked_on_over_the_whole_card(change):
    template = make_template(replace(OFFICERS, **change))
    for level in (Level(inside=0), Level(inside=0, more=True)):
        assert edit.area_at(template, level, BUSINESS) == Box(0, 0, 90, 54)


def test_more_of_a_list_is_a_level_of_its_own():
    level = Level(Side.FRONT, 0, more=True)
    template = make_template(OFFICERS)
    assert edit.elements_at(template, level) == (OFFICERS.more,)
    assert edit.area_at(template, level, BUSINESS) == Box(5, 22, 80, 6)
    assert list(edit.fields_at(template, level)) == ["more"]
    gone = edit.removed(template, level, [0])
    assert edit.elements_at(gone, FRONT)[0].more is None
    assert not edit.exists(gone, level)


@pytest.mark.parametrize(
    "level", [Level(Side.BACK), Level(Side.FRONT, 0), Level(Side.FRONT, 9), Level(Side.BACK, 0)]
)
def test_level_that_undo_took_away_is_noticed(level):
    assert not edit.exists(make_template(NAME), level)


def test_row_fields_come_before_those_of_the_card():
    names = list(edit.fields_at(make_template(OFFICERS), Level(Side.FRONT, 0)))
    assert names[:4] == ["item.role", "item.name", "item.phone", "item.photo"]
    assert "holder" in names


def test_taking_the_back_away_and_giving_a_new_one():
    template = make_template(NAME, back=[LABEL])
    one = edit.with_back(template, two_sided=False)
    assert (one.kind.two_sided, list(one.sides)) == (False, [Side.FRONT])
    two = edit.with_back(one, two_sided=True)
    assert (two.kind.two_sided, two.sides[Side.BACK]) == (True, ())
    assert edit.with_back(template, two_sided=True) == template


@given(templates(), st.integers(-500, 500), st.integers(-500, 500))
@settings(max_examples=60, deadline=None)
def test_moving_there_and_back_changes_nothing(template, dx, dy):
    chosen = range(len(edit.elements_at(template, FRONT)))
    there = edit.moved(template, FRONT, chosen, dx / 10, dy / 10)
    assert edit.moved(there, FRONT, chosen, -dx / 10, -dy / 10) == template
