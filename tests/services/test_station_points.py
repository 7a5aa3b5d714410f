from datetime import date

import pytest
from support.cards import page_texts

from linli.domain.changes import Kind
from linli.domain.guides import GuideDraft, GuideKind
from linli.domain.staff import StaffDraft, StationDraft
from linli.domain.station_points import TICKED, Point, Tick
from linli.domain.workers import WorkerDraft, WorkerKind
from linli.errors import InvalidInput, UserError

DAY = date(2026, 9, 1)


@pytest.fixture
def police(services):
    return services.stations.add(
        StationDraft(
            name="警务室", phone="0994-4821110", hours="工作日 9:30–19:30", place="一楼东侧"
        )
    )[0]


def open_points(services, station):
    return {gap.point for gap in services.station_points.get(station).gaps}


def seen(*points):
    return [Tick(point=point, present=True, checked_on=DAY) for point in points]


def test_what_the_ledger_knows_needs_no_tick(services, police):
    assert open_points(services, police) == set(Point) - {Point.PHONE}
    services.staff.add(StaffDraft(name="赵警官", station_id=police))
    services.guides.save(
        GuideDraft(kind=GuideKind.RULES, title="警务室制度", station_id=police, steps="值班不离岗")
    )
    services.guides.save(
        GuideDraft(kind=GuideKind.GUIDE, title="户口咨询", station_id=police, steps="带身份证来")
    )
    assert open_points(services, police) == {Point.SIGN, Point.EQUIPMENT, Point.ADVICE}
    people = services.station_points.get(police).states[2]
    assert (people.point, people.reason) == (Point.PEOPLE, "赵警官")


def test_a_volunteer_of_the_station_counts_as_somebody_on_duty(services, police):
    services.workers.add(WorkerDraft(kind=WorkerKind.VOLUNTEER, name="李卫民", station_id=police))
    assert Point.PEOPLE not in open_points(services, police)


def test_a_text_of_the_whole_hall_is_not_one_of_the_station(services, police):
    services.guides.save(GuideDraft(kind=GuideKind.RULES, title="大厅制度", steps="首问负责"))
    assert Point.RULES in open_points(services, police)


def test_the_rest_is_ticked_by_hand_and_taken_back_in_one_step(services, police):
    changes = services.station_points.check(police, seen(Point.SIGN, Point.EQUIPMENT))
    assert changes.kinds == {Kind.GUIDES}
    found = services.station_points.get(police)
    assert (found.present, found.states[0].checked_on) == (3, DAY)
    services.history.undo()
    assert services.station_points.get(police).present == 1


def test_a_point_seen_to_be_missing_says_what(services, police):
    tick = Tick(point=Point.EQUIPMENT, present=False, checked_on=DAY, note=" 没有打印机 ")
    services.station_points.check(police, [tick])
    gap = services.station_points.get(police).states[1]
    assert (gap.present, gap.reason) == (False, "没有打印机")


def test_a_number_is_entered_never_ticked(services, police):
    services.station_points.check(police, seen(Point.ADVICE))
    assert Point.ADVICE in open_points(services, police)
    assert services.station_points.get(police).ticks == ()


def test_the_same_again_changes_nothing(services, police):
    services.station_points.check(police, seen(*TICKED))
    assert services.station_points.check(police, seen(*TICKED)).entry_id is None


def test_a_day_that_has_not_come_is_refused(services, police):
    tick = Tick(point=Point.SIGN, present=True, checked_on=date(2100, 1, 1))
    with pytest.raises(InvalidInput, match="2100年1月1日"):
        services.station_points.check(police, [tick])


def test_a_removed_station_takes_its_points_along(services, police):
    services.station_points.check(police, seen(Point.SIGN))
    services.stations.remove(police)
    services.history.undo()
    assert services.station_points.get(police).states[0].present


def test_the_gaps_of_all_stations_are_one_list(services, police):
    services.stations.add(StationDraft(name="棋牌室"))
    register = services.station_points.gap_register("七个有缺项")
    assert len(register.groups[0].rows) == 6 + 7
    assert "2 个站点" in register.foot_note


def test_each_station_has_a_page_of_the_check_sheet(services, police):
    services.stations.add(StationDraft(name="棋牌室"))
    register = services.station_points.check_register([], "七个有检查表")
    pages = page_texts(services.registers.pdf(register))
    assert len(pages) == 2
    assert "警务室：七个有已有 1 个" in pages[0]
    one = services.station_points.check_register([police], "七个有检查表")
    assert [group.heading for group in one.groups] == ["警务室：七个有已有 1 个"]


def test_a_duty_list_masks_numbers_unless_they_are_asked_for(services, police):
    services.staff.add(StaffDraft(name="赵警官", phone="13812345678", station_id=police))
    hidden = services.station_points.people_register(police, revealed=False)
    shown = services.station_points.people_register(police, revealed=True)
    assert "13812345678" not in str(hidden.groups)
    assert shown.groups[0].rows[0][1:4] == ("赵警官", "", "13812345678")


@pytest.mark.parametrize("large", [True, False])
def test_a_door_sign_says_name_hours_and_number(services, police, large):
    (text,) = page_texts(services.station_points.signs([police], large=large))
    for said in ("警务室", "开放时间", "工作日 9:30–19:30", "0994-4821110", "一楼东侧"):
        assert said in text


def test_no_sign_without_a_station(services):
    with pytest.raises(UserError, match="没有选中站点"):
        services.station_points.signs([])
