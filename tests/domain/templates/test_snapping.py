import pytest

from linli.domain.templates.elements import Box
from linli.domain.templates.snapping import lines_of, snap_edge, snap_move

CARD = Box(0, 0, 90, 54)
OTHER = Box(20, 10, 30, 8)
LINES = lines_of([OTHER], CARD, 3)
BOX = Box(5, 30, 10, 5)


def test_lines_are_edges_and_middles_of_others_and_of_the_safe_area():
    assert LINES.xs == (3, 20, 35, 45, 50, 87)
    assert LINES.ys == (3, 10, 14, 18, 27, 51)


def test_left_edge_comes_to_rest_at_another_boxs_edge():
    snap = snap_move(BOX, 14.7, 0, LINES, reach=0.5)
    assert snap.dx == 15
    assert snap.across == (20,)


def test_right_edge_and_middle_snap_too():
    assert BOX.x + snap_move(BOX, 34.8, 0, LINES, reach=0.5).dx + BOX.w == 50
    assert BOX.x + snap_move(BOX, 25.2, 0, LINES, reach=0.5).dx + BOX.w / 2 == 35


def test_upper_edge_middle_and_lower_edge_snap_down_the_card():
    for dragged, moved, line in ((-12.2, -12, 18), (-5.3, -5.5, 27), (15.8, 16, 51)):
        snap = snap_move(BOX, 0, dragged, LINES, reach=0.5)
        assert (snap.dy, snap.down) == (moved, (line,))


def test_the_nearest_of_several_lines_attracts():
    for lines in ((19.3, 20), (20, 19.3)):
        assert 15 + snap_edge(15, 4.8, lines, reach=1) == 20
        assert 15 + snap_edge(15, 4.5, lines, reach=1) == pytest.approx(19.3)


def test_far_from_any_line_it_stands_on_tenths():
    snap = snap_move(BOX, 2.3456, -1.2345, LINES, reach=0.5)
    assert (snap.dx, snap.dy) == pytest.approx((2.3, -1.2))
    assert snap.across == snap.down == ()


def test_nothing_attracts_while_snapping_is_off():
    assert snap_move(BOX, 15.02, 0, LINES, reach=0).dx == pytest.approx(15.0)
    assert snap_move(BOX, 14.77, 0, LINES, reach=0).dx == pytest.approx(14.8)


def test_dragged_edge_snaps_alone():
    assert snap_edge(15, 4.6, LINES.xs, 0.5) == 5
    assert snap_edge(15, 2.04, LINES.xs, 0.5) == pytest.approx(2.0)
