from datetime import date

from linli.domain.staff import Station, StationDraft
from linli.domain.station_points import HOW, POINT, Known, Point, Tick, station_points

DAY = date(2026, 9, 1)
BARE = Station(id=1, version=1, facts=StationDraft(name="棋牌室"))
KNOWN = Known(people=("刘敏", "马力"), rules=("制度",), guides=("指南",))


def test_a_bare_station_lacks_all_seven_and_says_what_to_do():
    found = station_points(BARE, Known(), ())
    assert (found.present, len(found.gaps)) == (0, 7)
    assert [gap.reason for gap in found.gaps] == [HOW[point] for point in POINT]


def test_all_seven_are_there():
    facts = StationDraft(name="警务室", phone="110", advice_phone="12345")
    ticks = [
        Tick(point=point, present=True, checked_on=DAY) for point in (Point.SIGN, Point.EQUIPMENT)
    ]
    found = station_points(Station(id=1, version=1, facts=facts), KNOWN, ticks)
    assert (found.present, found.gaps) == (7, ())
    assert found.states[2].reason == "刘敏、马力"


def test_what_the_ledger_knows_outweighs_an_old_tick():
    tick = Tick(point=Point.RULES, present=False, checked_on=DAY, note="还没写")
    state = station_points(BARE, KNOWN, [tick]).states[4]
    assert (state.point, state.present, state.reason) == (Point.RULES, True, "制度")


def test_a_number_that_was_ticked_is_still_open():
    tick = Tick(point=Point.PHONE, present=True, checked_on=DAY)
    assert not station_points(BARE, Known(), [tick]).states[3].present
