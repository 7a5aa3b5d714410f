import math

import pytest

from linli.domain.glyphs import (
    MOST_POINTS,
    DrawnGlyph,
    check_glyph,
    free_code,
    simplify_stroke,
)
from linli.errors import UserError

LINE = ((0.1, 0.5), (0.9, 0.5))
FIRST = "\U000f0000"


@pytest.mark.parametrize("character", ["\U000f0000", "\ue123", "\U00030000", "张"])
def test_a_drawing_may_stand_for_any_han_character_with_or_without_a_code(character):
    check_glyph(DrawnGlyph(character=character, strokes=(LINE, ((0.5, 0.0),))))


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"character": ""}, "character"),
        ({"character": "张三"}, "character"),
        ({"character": "A"}, "character"),
        ({"character": "\t"}, "character"),
        ({"strokes": ()}, "strokes"),
        ({"strokes": (LINE, ())}, "strokes"),
        ({"strokes": (((0.1, 1.01),),)}, "strokes"),
        ({"strokes": (((-0.01, 1),),)}, "strokes"),
        ({"strokes": (((math.nan, 0.5),),)}, "strokes"),
        ({"strokes": (((0.5, 0.5),) * (MOST_POINTS + 1),)}, "strokes"),
        ({"width": 0.0}, "width"),
        ({"width": 0.5}, "width"),
        ({"width": math.nan}, "width"),
    ],
)
def test_a_drawing_that_cannot_serve_is_refused(change, field):
    facts = {"character": FIRST, "strokes": (LINE,), "width": 0.07}
    with pytest.raises(UserError) as caught:
        check_glyph(DrawnGlyph(**(facts | change)))
    assert caught.value.field == field


def test_as_many_points_as_allowed_are_accepted():
    check_glyph(DrawnGlyph(character=FIRST, strokes=(((0.5, 0.5),) * MOST_POINTS,)))


@pytest.mark.parametrize(
    ("used", "code"),
    [
        ([], 0xFF000),
        ({chr(0xFF000), chr(0xFF001), chr(0xFF003)}, 0xFF002),
        (map(chr, range(0xFF000, 0xFF100)), 0xFF100),
    ],
)
def test_a_character_without_a_code_gets_the_first_free_one(used, code):
    assert free_code(set(used)) == chr(code)


def test_no_code_is_given_twice_when_all_are_taken():
    with pytest.raises(UserError, match="用完"):
        free_code({chr(code) for code in range(0xFF000, 0xFFFFE)})


def test_a_straight_stroke_keeps_only_its_ends():
    points = [(i / 100, 0.5 + 0.002 * (i % 2)) for i in range(101)]
    assert simplify_stroke(points) == ((0.0, 0.5), (1.0, 0.5))


def test_a_bent_stroke_keeps_its_corner_and_its_shape():
    points = [(0.1, y / 50) for y in range(40)] + [(x / 50, 0.78) for x in range(5, 41)]
    assert simplify_stroke(points) == ((0.1, 0.0), (0.1, 0.78), (0.8, 0.78))


def test_a_hook_at_the_very_end_or_beginning_stays():
    hook = ((0.5, 0.1), (0.5, 0.9), (0.4, 0.85))
    assert simplify_stroke(hook) == hook
    assert simplify_stroke(hook[::-1]) == hook[::-1]


def test_a_closed_stroke_is_not_lost():
    points = [
        (0.5 + 0.4 * math.cos(i / 200 * math.tau), 0.5 + 0.4 * math.sin(i / 200 * math.tau))
        for i in range(201)
    ]
    kept = simplify_stroke(points)
    assert 8 < len(kept) < 40
    assert set(kept) <= set(points)


@pytest.mark.parametrize("points", [[], [(0.5, 0.5)]])
def test_a_dot_stays_a_dot(points):
    assert simplify_stroke(points) == tuple(points)


def test_a_pen_that_rested_on_one_spot_makes_a_dot_of_two_points():
    assert simplify_stroke([(0.5, 0.5)] * 9) == ((0.5, 0.5), (0.5, 0.5))
