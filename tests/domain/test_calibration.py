"""The clerk is simulated: a sheet printed by a faulty printer is folded as paper folds."""

import math
from itertools import combinations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from support.folding import printer, put, read

from linli.domain.calibration import (
    FOLD,
    REACH,
    Edge,
    Readings,
    combine,
    correction_from,
    rulers,
)
from linli.domain.paper import A3, A4, A5, CardSize, Correction
from linli.errors import InvalidInput, UserError

PAPERS = [A4, A5, A3, CardSize(width=A4.height, height=A4.width)]
A4_LENGTHS = (A4.width, A4.height)


def after(second, first):
    """The map that does `first`, then `second`."""
    origin = put(second, *put(first, 0, 0))
    x_axis, y_axis = (put(second, *put(first, *p)) for p in ((1, 0), (0, 1)))
    return (
        x_axis[0] - origin[0], x_axis[1] - origin[1],
        y_axis[0] - origin[0], y_axis[1] - origin[1], *origin,
    )  # fmt: skip


def worst(printed, paper):
    """How far any content of the paper lies from where it is meant to lie, mm."""
    xs, ys = ([i * extent / 6 for i in range(7)] for extent in (paper.width, paper.height))
    return max(math.dist((x, y), put(printed, x, y)) for x in xs for y in ys)


def read_on_the_rulers(printed, paper, **letters):
    """What the clerk reads; a print so far off that a mark lies beyond its ruler is not meant."""
    readings = read(printed, paper, **letters)
    assume(all(abs(value) <= REACH for value in (readings.a, readings.b, readings.c)))
    return readings


offsets = st.floats(-5, 5)
scales = st.floats(0.98, 1.02)
degrees = st.floats(-0.5, 0.5)
papers = st.sampled_from(PAPERS)


@given(papers, offsets, offsets, scales, scales, degrees)
def test_five_readings_bring_every_point_to_its_place(paper, ox, oy, sx, sy, turn):
    faulty = printer(ox, oy, sx, sy, turn)
    found = correction_from(read_on_the_rulers(faulty, paper), paper.width, paper.height)
    assert worst(after(faulty, found.matrix()), paper) < 0.1


@given(papers, offsets, offsets, degrees)
def test_three_readings_suffice_where_the_printer_keeps_the_scale(paper, ox, oy, turn):
    faulty = printer(ox, oy, degrees=turn)
    readings = read_on_the_rulers(faulty, paper, letters="ABC")
    found = correction_from(readings, paper.width, paper.height)
    assert worst(after(faulty, found.matrix()), paper) < 0.1
    assert (found.scale_x, found.scale_y) == pytest.approx((1, 1), abs=1e-4)


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("scale", [0.98, 1.02])
def test_print_that_is_scaled_alike_both_ways_is_turned_back_exactly(paper, scale):
    faulty = printer(2, -1, scale, scale, degrees=0.5)
    found = correction_from(read(faulty, paper), paper.width, paper.height)
    assert worst(after(faulty, found.matrix()), paper) < 0.005


@given(papers, offsets, offsets, scales, scales, degrees, offsets, degrees)
def test_a_second_sheet_refines_the_first(paper, ox, oy, sx, sy, turn, old_dx, old_turn):
    faulty = printer(ox, oy, sx, sy, turn)
    old = Correction(dx=-ox + old_dx / 5, dy=-oy, rotation=old_turn / 2, scale_x=1.002)
    readings = read_on_the_rulers(after(faulty, old.matrix()), paper)
    measured = correction_from(readings, paper.width, paper.height)
    found = combine(old, measured)
    assert worst(after(faulty, found.matrix()), paper) < 0.1


def test_the_order_of_combining_matters_and_is_old_after_measured():
    old, measured = Correction(rotation=0.5), Correction(dx=4)
    both = combine(old, measured).matrix()
    assert put(both, 100, 200) == pytest.approx(
        put(old.matrix(), *put(measured.matrix(), 100, 200)), abs=1e-6
    )


@pytest.mark.parametrize(("readings", "expected"), [
    (Readings(a=0, b=0, c=0), Correction()),
    (Readings(a=1.5, b=1.5, c=-0.5), Correction(dx=-1.5, dy=0.5)),
    (Readings(a=0, b=0, c=0, d=0, e=0), Correction()),
])  # fmt: skip
def test_readings_mean_what_the_sheet_says(readings, expected):
    found = correction_from(readings, *A4_LENGTHS)
    assert found.matrix() == pytest.approx(expected.matrix(), abs=1e-9)


def test_print_that_leans_clockwise_is_turned_back():
    clockwise = printer(degrees=0.3)
    readings = read(clockwise, A4)
    assert readings.a > readings.b, "the lower part leans to the left"
    assert correction_from(readings, *A4_LENGTHS).rotation == pytest.approx(-0.3, abs=0.001)


def test_print_that_is_too_wide_is_narrowed():
    found = correction_from(read(printer(sx=1.01, sy=0.99), A4), *A4_LENGTHS)
    assert (found.scale_x, found.scale_y) == pytest.approx((1 / 1.01, 1 / 0.99), abs=1e-5)


@pytest.mark.parametrize("paper", PAPERS)
def test_marks_lie_where_the_folded_edge_can_reach_and_apart_from_each_other(paper):
    def area(ruler):
        """What the marks and, beyond them, their numbers take: 25 mm across."""
        along = (ruler.along(-REACH) - 2, ruler.along(REACH) + 2)
        inwards = 1 if ruler.edge in (Edge.LEFT, Edge.TOP) else -1
        ends = sorted((ruler.zero - inwards * REACH, ruler.zero + inwards * 25))
        return (ends, along) if ruler.edge.upright else (along, ends)

    for one in rulers(paper.width, paper.height):
        far = {Edge.RIGHT: paper.width, Edge.BOTTOM: paper.height}.get(one.edge, 0)
        assert abs(one.fold - far) == FOLD
        assert one.zero == 2 * one.fold - far
        for low, high, limit in zip(
            *zip(*area(one), strict=True), (paper.width, paper.height), strict=True
        ):
            assert FOLD < low < high < limit - FOLD
    for one, other in combinations(rulers(paper.width, paper.height), 2):
        (x1, y1), (x2, y2) = area(one), area(other)
        apart = x1[1] < x2[0] or x2[1] < x1[0] or y1[1] < y2[0] or y2[1] < y1[0]
        assert apart, (one.letter, other.letter)


@pytest.mark.parametrize(("changed", "fields", "said"), [
    ({"a": 15}, ["a"], "读数 A 填的是 15"),
    ({"b": -80, "c": 9}, ["b", "c"], "读数 C 填的是 9"),
    ({"a": math.nan}, ["a"], "不像"),
    ({"d": math.inf}, ["d"], "不像"),
    ({"a": 4, "b": -4}, ["b"], "A 是 4，B 是 -4"),
    ({"d": 25}, ["d"], "读数 D 填的是 25"),
    ({"d": -12, "e": -15}, ["d", "e"], "实际大小"),
    ({"d": 210}, ["d"], "读数 D"),
    ({"e": 297}, ["e"], "读数 E"),
])  # fmt: skip
def test_numbers_that_nobody_can_have_read_are_refused_by_field(changed, fields, said):
    with pytest.raises(InvalidInput) as caught:
        correction_from(Readings(**({"a": 0, "b": 0, "c": 0} | changed)), *A4_LENGTHS)
    assert [problem.field for problem in caught.value.problems] == fields
    assert said in caught.value.message


def test_paper_without_room_for_rulers_is_refused_with_its_size():
    with pytest.raises(UserError, match=r"90×54 毫米.*A5"):
        rulers(90, 54)
