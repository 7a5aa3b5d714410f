"""A person's shifts as entries of a calendar."""

from dataclasses import replace
from datetime import date, datetime

from support.roster_sheets import a_month

from linli.domain.roster_calendar import calendar_entries
from linli.domain.rosters import Cell, ChangeKind, RosterChange

MONTH = a_month()
DAY, OTHER = date(2026, 12, 1), date(2026, 12, 2)


def entries(worker_id: int, month=MONTH.month, hall: str = "西河社区", **more):
    return calendar_entries(MONTH.plan, month, worker_id, hall=hall, **more)


def only(*cells: Cell, **more):
    return replace(MONTH.month, cells=cells, **more)


def change(kind: ChangeKind, **more) -> RosterChange:
    return RosterChange(
        kind=kind,
        day=DAY,
        shift_id=1,
        leaves_id=1,
        comes_id=2,
        agreed_by="李主任",
        reason="有事",
        **more,
    )


def test_each_shift_is_an_entry_and_a_night_ends_the_next_day() -> None:
    (entry,) = entries(1, only(Cell(worker_id=1, day=DAY, shift_id=3)), place="大厅")
    assert (entry.begins, entry.ends) == (
        datetime.fromisoformat("2026-12-01T21:00"),
        datetime.fromisoformat("2026-12-02T09:00"),
    )
    assert (entry.title, entry.place, entry.firm) == ("大厅值班 夜班", "大厅", True)


def test_everybody_gets_the_own_shifts_only() -> None:
    for worker_id in MONTH.names:
        count = sum(cell.worker_id == worker_id for cell in MONTH.month.cells)
        assert len(entries(worker_id)) == count
    assert entries(99) == []


def test_names_of_entries_stay_the_same_and_differ_between_people_and_halls() -> None:
    own = [entry.uid for entry in entries(1)]
    again = [entry.uid for entry in entries(1, replace(MONTH.month, version=9))]
    assert own == again
    every = [entry.uid for worker_id in MONTH.names for entry in entries(worker_id)]
    assert len(set(every)) == len(every)
    assert not {entry.uid for entry in entries(1, hall="东河社区")} & set(own)


def test_a_later_version_counts_on_so_that_phones_take_it() -> None:
    assert {entry.sequence for entry in entries(1)} == {3}


def test_a_draft_is_not_firm() -> None:
    assert not any(entry.firm for entry in entries(1, replace(MONTH.month, published_on=None)))


def test_a_shift_that_was_given_away_is_called_off_under_its_name() -> None:
    (before,) = entries(1, only(Cell(worker_id=1, day=DAY, shift_id=1)))
    given = only(Cell(worker_id=2, day=DAY, shift_id=1), changes=(change(ChangeKind.STAND_IN),))
    (after,) = entries(1, given)
    assert (after.uid, after.gone) == (before.uid, True)
    assert [entry.gone for entry in entries(2, given)] == [False]


def test_of_a_swap_both_lose_one_and_gain_one() -> None:
    swapped = only(
        Cell(worker_id=2, day=DAY, shift_id=1),
        Cell(worker_id=1, day=OTHER, shift_id=3),
        changes=(change(ChangeKind.SWAP, other_day=OTHER, other_shift_id=3),),
    )
    assert [(each.begins.day, each.gone) for each in entries(1, swapped)] == [(1, True), (2, False)]
    assert [(each.begins.day, each.gone) for each in entries(2, swapped)] == [(1, False), (2, True)]


def test_who_takes_a_shift_back_has_it_once() -> None:
    back = only(Cell(worker_id=1, day=DAY, shift_id=1), changes=(change(ChangeKind.STAND_IN),))
    assert [entry.gone for entry in entries(1, back)] == [False]


def test_a_station_is_the_place_of_its_shift() -> None:
    facts = MONTH.plan.facts
    at_station = replace(facts.shifts[0], station_id=7)
    plan = replace(MONTH.plan, facts=replace(facts, shifts=(at_station, *facts.shifts[1:])))
    month = only(Cell(worker_id=1, day=DAY, shift_id=1), Cell(worker_id=1, day=OTHER, shift_id=3))
    found = calendar_entries(plan, month, 1, hall="西河", place="大厅", stations={7: "警务室"})
    assert [entry.place for entry in found] == ["警务室", "大厅"]
