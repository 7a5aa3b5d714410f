"""The picture of the community: classes, overlaps, layout, grounds."""

from itertools import pairwise

import pytest

from linli.domain.community_map import (
    COUNTED,
    FIGURE,
    LABEL_LETTERS,
    SHADES,
    Box,
    LabelDraft,
    LabelKind,
    bounds,
    check_label,
    class_of,
    classes,
    overlapping,
)
from linli.domain.map_layout import BUILDING, grounds, lay_out

BOX = Box(x=2, y=3, width=4, height=3)


def lightness(colour):
    """Return L* of a colour, 0 black to 100 white."""
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    light = sum(w * p for w, p in zip((0.2126, 0.7152, 0.0722), linear, strict=True))
    return 116 * light ** (1 / 3) - 16 if light > 0.008856 else 903.3 * light


def keys(count, of="a"):
    return [f"{of}{number}" for number in range(count)]


def test_no_figure_tells_of_ethnicity_belief_or_special_care():
    assert set(FIGURE) == {*COUNTED, "plain"}
    assert not [word for word in FIGURE.values() for bad in "民族宗教重点" if bad in word]


def test_shades_are_told_apart_without_their_hue():
    steps = [lightness(colour) for colour in SHADES]
    assert all(light - dark >= 9 for light, dark in pairwise(steps))


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ([], []),
        ([0, 0], ["0"]),
        ([5], ["5"]),
        ([0, 3, 3, 3], ["0", "3"]),
        (range(1, 9), ["1–2", "3–4", "5–6", "7–8"]),
        ([1, 1, 1, 1, 1, 1, 2, 9], ["1", "2–9"]),
        ([4, 10, 10, 40], ["4", "10", "40"]),
    ],
)
def test_classes_hold_about_as_many_and_never_part_equal_figures(values, words):
    found = classes(values)
    assert [each.words for each in found] == words
    assert sum(each.count for each in found) == len(values)
    for value in values:
        assert class_of(value, found) is not None


def test_nothing_has_no_colour_and_most_has_the_darkest():
    found = classes([0, 1, 2, 3, 4])
    assert [each.shade for each in found] == list(SHADES)
    assert [each.light_text for each in found] == [False, False, False, True, True]
    assert class_of(99, found) is None


def test_boxes_that_only_touch_do_not_overlap():
    assert not BOX.overlaps(BOX.moved(4, 0))
    assert BOX.overlaps(BOX.moved(3, 2))
    assert overlapping({"a": BOX, "b": BOX.moved(3, 2), "c": BOX.moved(0, 20)}) == {"a", "b"}


def test_a_box_is_never_smaller_than_a_cell_nor_beyond_the_edge():
    assert (BOX.resized(-9, -9).width, BOX.resized(-9, -9).height) == (1, 1)
    assert BOX.moved(10**6, 0).x == 2000


def test_nothing_overlaps_at_first_however_many_buildings_there_are():
    groups = [keys(7, f"g{number}-") for number in range(72)]
    boxes = lay_out(groups, {})
    assert len(boxes) == 504
    assert not overlapping(boxes)
    whole = bounds(boxes.values())
    assert 1 < whole.width / whole.height < 2


def test_buildings_of_a_grid_stand_together_in_walking_order():
    boxes = lay_out([keys(4, "a"), keys(4, "b")], {})
    first = [boxes[key] for key in keys(4, "a")]
    assert sorted(first, key=lambda box: (box.y, box.x)) == first
    assert bounds(first).overlaps(bounds(boxes[key] for key in keys(4, "b"))) is False


def test_what_was_put_by_hand_stays_and_a_new_building_stands_by_its_grid():
    kept = {"a0": BOX, "b0": BOX.moved(60, 0)}
    boxes = lay_out([["a0", "a1"], ["b0"], ["c0", "c1"]], kept)
    assert (boxes["a0"], boxes["b0"]) == (kept["a0"], kept["b0"])
    assert abs(boxes["a1"].x - BOX.x) + abs(boxes["a1"].y - BOX.y) <= sum(BUILDING) + 2
    assert boxes["c0"].y > BOX.bottom
    assert not overlapping(boxes)


def test_a_ground_surrounds_its_buildings_and_leaves_room_for_the_name():
    (ground,) = grounds([[BOX]])
    cells = {(x + step, y) for x, y, length in ground.runs for step in range(length)}
    assert cells == set(Box(x=1, y=1, width=6, height=6).cells())
    assert ground.head == Box(x=2, y=1, width=5, height=2)
    assert sorted(ground.edges) == [(1, 1, 1, 7), (1, 1, 7, 1), (1, 7, 7, 7), (7, 1, 7, 7)]


def test_a_building_far_away_has_a_ground_of_its_own():
    found = grounds([[BOX, BOX.moved(30, 0)], [BOX.moved(0, 30)]])
    assert [ground.grid for ground in found] == [0, 0, 1]


def test_grids_never_share_a_cell():
    found = grounds([[BOX], [BOX.moved(5, 0)]])
    cells = [
        (x + step, y) for ground in found for x, y, length in ground.runs for step in range(length)
    ]
    assert len(cells) == len(set(cells))
    assert {ground.grid for ground in found} == {0, 1}


@pytest.mark.parametrize("text", ["", "  ", "路" * (LABEL_LETTERS + 1)])
def test_a_label_without_text_or_with_too_much_is_refused(text):
    assert list(check_label(LabelDraft(kind=LabelKind.ROAD, text=text, box=BOX)))


def test_a_label_with_text_is_right():
    assert not list(check_label(LabelDraft(kind=LabelKind.ROAD, text="幸福路", box=BOX)))
