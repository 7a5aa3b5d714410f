"""Changes of cells by hand."""

from datetime import date

from linli.domain import roster_edits
from linli.domain.rosters import Cell

ONE, TWO, NEXT = date(2026, 12, 1), date(2026, 12, 2), date(2026, 12, 8)
DAY, NIGHT = 1, 2


def cell(worker, day=ONE, shift=DAY, *, locked=False):
    return Cell(worker_id=worker, day=day, shift_id=shift, locked=locked)


def test_somebody_comes_in_the_place_of_another():
    assert roster_edits.put((cell(1), cell(2)), (ONE, DAY), 3, instead=1) == (cell(3), cell(2))


def test_nobody_is_twice_on_a_shift():
    cells = (cell(1), cell(2))
    assert roster_edits.put(cells, (ONE, DAY), 2) == cells
    assert roster_edits.swap(cells, cells[0], cells[1]) == (cell(2), cell(1))


def test_who_is_locked_stays():
    cells = (cell(1, locked=True), cell(2))
    assert roster_edits.remove(cells, cells) == (cell(1, locked=True),)


def test_locking_all_unlocks_when_all_are_locked():
    cells = (cell(1, locked=True), cell(2))
    locked = roster_edits.lock(cells, cells)
    assert all(each.locked for each in locked)
    assert not any(each.locked for each in roster_edits.lock(locked, locked))


def test_two_change_places():
    one, other = cell(1), cell(2, TWO, NIGHT)
    assert set(roster_edits.swap((one, other), one, other)) == {cell(2), cell(1, TWO, NIGHT)}


def test_a_single_shift_is_pasted_onto_another_shift():
    copied = roster_edits.copy((cell(1),), {(ONE, DAY)})
    assert roster_edits.paste((), copied, (TWO, NIGHT), {(TWO, NIGHT)}) == (cell(1, TWO, NIGHT),)


def test_days_are_pasted_shift_by_shift_where_somebody_is_needed():
    cells = (cell(1), cell(2, TWO, NIGHT))
    copied = roster_edits.copy(cells, {(ONE, DAY), (ONE, NIGHT), (TWO, DAY), (TWO, NIGHT)})
    kept = cell(5, NEXT, NIGHT, locked=True)
    before = (*cells, cell(4, NEXT), kept)
    after = roster_edits.paste(before, copied, (NEXT, DAY), {(NEXT, DAY), (NEXT, NIGHT)})
    assert after == (*cells, kept, cell(1, NEXT))


def test_nothing_is_copied_of_no_place():
    assert roster_edits.copy((cell(1),), set()) is None
