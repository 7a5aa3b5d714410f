"""Venues through the service."""

from datetime import date, time

import pytest
from support.roles import as_role
from support.venues import add_venue, booked

from linli.domain.accounts import Role
from linli.domain.organisations import OrganisationDraft
from linli.domain.staff import StationDraft
from linli.domain.venues import VenueDraft, VenueKind
from linli.domain.workers import FreeTime
from linli.errors import ConflictError, InvalidInput, NotFoundError, UserError


@pytest.fixture
def venues(services):
    return services.venues


def test_a_venue_is_kept_as_it_was_entered(services, venues):
    school, _ = services.organisations.add(OrganisationDraft(name="西河小学", kind_code="01"))
    station, _ = services.stations.add(StationDraft(name="党员活动室"))
    draft = VenueDraft(
        name="学校操场",
        kind=VenueKind.GROUND,
        organisation_id=school,
        station_id=station,
        place="学校东门",
        capacity=300,
        equipment="音响",
        keeper="马老师",
        phone="13812345678",
        open_times=(FreeTime(weekday=5, begins=time(9), ends=time(18)),),
        terms="免费，用完打扫",
        until=date(2027, 6, 30),
        note="下雨不开",
    )
    venue_id, _ = venues.add(draft)
    venue = venues.get(venue_id)
    assert (venue.facts, venue.organisation, venue.station) == (draft, "西河小学", "党员活动室")


def test_venues_stand_by_name_and_those_of_the_past_only_when_asked(services, venues):
    add_venue(services, "图书阅览室")
    add_venue(services, "棋牌室", until=date(2026, 11, 22))
    add_venue(services, "会议室", until=date(2026, 11, 23))
    assert [each.facts.name for each in venues.list_()] == ["会议室", "图书阅览室"]
    assert [each.facts.name for each in venues.list_(past=True)] == [
        *("会议室", "棋牌室", "图书阅览室")
    ]


@pytest.mark.parametrize(
    ("facts", "field", "said"),
    [
        ({"name": " "}, "name", "没有填写场地名称"),
        ({"name": "棋牌室"}, "name", "已经有场地叫「棋牌室」"),
        ({"capacity": 0}, "capacity", "「0」"),
        ({"phone": "12"}, "phone", "12"),
        (
            {"open_times": (FreeTime(weekday=0, begins=time(18), ends=time(9)),)},
            "open_times",
            "「18:00—09:00」结束早于开始",
        ),
    ],
)
def test_what_is_wrong_is_said(services, venues, facts, field, said):
    add_venue(services)
    with pytest.raises(InvalidInput, match=said) as caught:
        venues.add(VenueDraft(**({"name": "会议室"} | facts)))
    assert [each.field for each in caught.value.problems] == [field]


def test_a_change_is_refused_when_somebody_changed_it_meanwhile(services, venues):
    venue_id = add_venue(services)
    venues.change(venue_id, VenueDraft(name="棋牌室", capacity=20), version=1)
    with pytest.raises(ConflictError, match="「棋牌室」"):
        venues.change(venue_id, VenueDraft(name="棋牌室", capacity=30), version=1)
    assert venues.get(venue_id).facts.capacity == 20


def test_what_a_venue_belongs_to_has_to_be_there(services, venues):
    with pytest.raises(NotFoundError):
        add_venue(services, organisation_id=7)
    with pytest.raises(NotFoundError):
        add_venue(services, station_id=7)


def test_a_venue_that_is_or_was_booked_is_not_removed(services, venues, clock):
    venue_id = add_venue(services)
    ((booking_id,), _) = services.bookings.add(booked(venue_id))
    with pytest.raises(UserError, match="还有 1 个预约没到时间"):
        venues.remove(venue_id)
    clock.advance(days=7)
    with pytest.raises(UserError, match="登记过 1 次预约，不能删除"):
        venues.remove(venue_id)
    services.bookings.remove(booking_id)
    venues.remove(venue_id)
    assert venues.list_(past=True) == []
    services.history.undo()
    assert [each.id for each in venues.list_()] == [venue_id]


def test_rooms_of_stations_are_offered_once(services, venues):
    services.stations.add_starter_stations()
    services.stations.add(
        StationDraft(name="西河舞蹈室", place="三楼", phone="0994-4820110", hours="周六 9:00—12:00")
    )
    reckoned = (FreeTime(weekday=0, begins=time(10), ends=time(18)),)
    services.stations.add(StationDraft(name="会议室", hours="周一上午", open_times=reckoned))
    offered = venues.starters()
    assert {each.name for each in offered} == {
        *("党员活动室", "图书阅览室", "棋牌室", "健身室", "青苹果乐园", "西河舞蹈室", "会议室")
    }
    (dance,) = (each for each in offered if each.name == "西河舞蹈室")
    assert dance.open_times == (FreeTime(weekday=5, begins=time(9), ends=time(12)),)
    assert (dance.place, dance.phone) == ("三楼", "0994-4820110")
    assert next(each for each in offered if each.name == "会议室").open_times == reckoned
    add_venue(services, "健身室")
    count, _ = venues.add_starters(offered)
    assert count == 6
    assert venues.starters() == []
    assert {each.station for each in venues.list_()} >= {"党员活动室", "西河舞蹈室"}


def test_numbers_of_keepers_are_masked_on_paper(services, venues):
    add_venue(services, keeper="王军", phone="13812345678")
    assert venues.register("场地").groups[0].rows[0][-1] == "138****5678"
    assert venues.register("场地", revealed=True).groups[0].rows[0][-1] == "13812345678"


def test_a_reader_sees_venues_and_changes_none(services):
    venue_id = add_venue(services)
    reader = as_role(services, Role.READER)
    assert [each.id for each in reader.venues.list_()] == [venue_id]
    with pytest.raises(UserError, match="查阅人员不能修改场地"):
        reader.venues.remove(venue_id)
