from datetime import date, datetime, time, timedelta

import pytest
from support.venues import at, booked

from linli.domain.venues import Booking, clash, is_open
from linli.domain.workers import FreeTime

DAY = date(2026, 12, 1)  # a Tuesday


def booking(begins: int, ends: int, number: int = 1, **more: object) -> Booking:
    return Booking(
        id=number, version=1, facts=booked(1, begins, ends, day=DAY), venue="棋牌室", **more
    )


@pytest.mark.parametrize(
    ("begins", "ends", "taken"),
    [(8, 9, False), (8, 10, True), (9, 11, True), (10, 10.5, True), (11, 12, False)],
)
def test_two_bookings_may_touch_and_never_overlap(begins, ends, taken):
    start = datetime.combine(DAY, time.min)
    span = (start + timedelta(hours=begins), start + timedelta(hours=ends))
    assert (clash([booking(9, 11)], 1, *span) is not None) is taken
    assert clash([booking(9, 11)], 2, *span) is None
    assert clash([booking(9, 11, called_off_on=DAY)], 1, *span) is None


def test_the_first_of_several_is_named():
    several = [booking(10, 11, 2), booking(9, 10, 1)]
    found = clash(several, 1, at(8, day=DAY), at(12, day=DAY))
    assert found is not None
    assert found.id == 1


@pytest.mark.parametrize(
    ("begins", "ends", "open_"), [(9, 12, True), (8, 10, False), (11, 15, False)]
)
def test_opening_times_hold_a_span_whole(begins, ends, open_):
    times = (
        FreeTime(weekday=1, begins=time(9), ends=time(12)),
        FreeTime(weekday=1, begins=time(14), ends=time(18)),
    )
    assert is_open(times, at(begins, day=DAY), at(ends, day=DAY)) is open_
    assert is_open((), at(begins, day=DAY), at(ends, day=DAY))
    assert not is_open(
        times, at(9, day=DAY + timedelta(days=1)), at(10, day=DAY + timedelta(days=1))
    )
