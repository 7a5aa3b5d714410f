"""The picture of a building, from the ledger to the paper."""

from dataclasses import replace
from datetime import date

import pytest
from support.cards import page_texts, position_of
from support.homes import settle
from support.people import make_draft

from linli.domain.elevations import CardStanding, Fact
from linli.domain.paper import PaperSetup, single_sheet
from linli.domain.residents import FloatingStay, RentalDraft
from linli.domain.values.addresses import Address
from linli.domain.values.dates import PartialDate


def flat(building, unit, room, estate=None):
    return Address(estate=estate, building=building, unit=unit, room=room)


@pytest.fixture
def homes(services):
    """Two buildings of one number in two estates, and a lane of three doors."""
    return settle(
        services,
        [
            ("张一", flat("3号楼", "1单元", "101", "幸福小区")),
            ("张二", flat("3号楼", "1单元", "302", "幸福小区")),
            ("张三", flat("3号楼", "2单元", "101", "幸福小区")),
            ("李一", flat("3号楼", "1单元", "101", "光明小区")),
            ("王一", Address(estate="红星巷", building="1号")),
            ("王二", Address(estate="红星巷", building="2号")),
            ("王三", Address(estate="红星巷", building="12-3号")),
        ],
    )


def shown(services, title):
    (place,) = (place for place in services.elevations.places() if place.title == title)
    return services.elevations.elevation(place)


def the_room(services, title, head):
    (room,) = (room for room in shown(services, title).rooms if room.head == head)
    return room


def change(services, resident_id, **facts):
    person = services.residents.get(resident_id)
    services.residents.update(resident_id, replace(person.facts, **facts), version=person.version)


def test_buildings_and_lanes_are_told_apart_and_counted(services, homes):
    assert [(p.title, p.rooms, p.lane) for p in services.elevations.places()] == [
        ("光明小区3号楼", 1, False),
        ("幸福小区3号楼", 3, False),
        ("红星巷", 3, True),
    ]


def test_each_building_shows_its_own_rooms(services, homes):
    assert [r.head for r in shown(services, "幸福小区3号楼").rooms] == ["张二", "张一", "张三"]
    assert [r.head for r in shown(services, "光明小区3号楼").rooms] == ["李一"]
    assert {r.head for r in shown(services, "红星巷").rooms} == {"王一", "王二", "王三"}


def test_every_dwelling_is_in_one_picture(services, homes):
    places = services.elevations.places()
    rooms = [r.dwelling_id for p in places for r in services.elevations.elevation(p).rooms]
    assert sorted(rooms) == sorted({services.residents.get(i).facts.household_id for i in homes})


def test_only_who_lives_there_now_counts(services, homes):
    room = the_room(services, "幸福小区3号楼", "张一")
    more = make_draft("张小一", documents=(), household_id=room.household_id, relation_code="20")
    child, _ = services.residents.add(more)
    assert the_room(services, "幸福小区3号楼", "张一").people == 2
    services.residents.move_out([child], date(2026, 11, 1))
    assert the_room(services, "幸福小区3号楼", "张一").people == 1
    services.residents.recycle([homes[0]])
    empty = [r for r in shown(services, "幸福小区3号楼").rooms if not r.people]
    assert [r.address.room for r in empty] == ["101"]
    assert empty[0].household_id is None


@pytest.mark.parametrize(
    ("birth", "elders"), [("1966-11-23", 1), ("1966-11-24", 0), ("1966", 1), (None, 0)]
)
def test_sixty_counts_as_old_from_the_birthday_on(services, homes, clock, birth, elders):
    assert clock().date() == date(2026, 11, 23)
    change(services, homes[3], birth=None if birth is None else PartialDate.from_iso(birth))
    assert the_room(services, "光明小区3号楼", "李一").elders == elders


def test_floating_people_lettings_and_care_are_seen(services, homes):
    change(services, homes[0], floating=FloatingStay())
    change(services, homes[1], care_tags=("独居老人",))
    home = the_room(services, "幸福小区3号楼", "张三").dwelling_id
    services.dwellings.set_rental(home, RentalDraft(), version=services.dwellings.get(home).version)
    rooms = {room.head: room for room in shown(services, "幸福小区3号楼").rooms}
    assert {name: room.floating for name, room in rooms.items()} == {
        "张一": 1,
        "张二": 0,
        "张三": 0,
    }
    assert [name for name, room in rooms.items() if room.cared_for] == ["张二"]
    assert [name for name, room in rooms.items() if room.rented] == ["张三"]


def test_card_is_seen_and_turns_outdated_when_its_facts_change(services, homes):
    kind = services.cards.kinds()[0]
    batch = services.cards.prepare(homes[:1], kind.id)
    services.cards.issue(batch, PaperSetup(sheet=single_sheet(kind.sizes[0])))
    assert the_room(services, "幸福小区3号楼", "张一").card is CardStanding.CURRENT
    assert the_room(services, "幸福小区3号楼", "张二").card is CardStanding.NONE
    change(services, homes[0], name="张壹")
    assert the_room(services, "幸福小区3号楼", "张壹").card is CardStanding.OUTDATED
    services.history.undo()
    services.history.undo()
    assert the_room(services, "幸福小区3号楼", "张一").card is CardStanding.NONE


@pytest.mark.parametrize("large", [False, True])
def test_paper_names_every_room_once_and_says_what_it_says(services, homes, large):
    picture = shown(services, "幸福小区3号楼")
    content = services.elevations.pdf(picture, Fact.PEOPLE, large=large)
    (text,) = page_texts(content)
    for words in ("幸福小区3号楼", "1单元", "2单元", "3 层", "张一", "张二", "张三", "有人住 3 室"):
        assert words in text
    assert text.count("101") == 2


def test_many_storeys_go_on_on_further_pages_with_no_room_lost(services):
    people = [
        (f"住户{unit}{storey:02d}{door}", flat("9号楼", f"{unit}单元", f"{storey}0{door}"))
        for unit in (1, 2)
        for storey in range(1, 31)
        for door in (1, 2, 3, 4)
    ]
    settle(services, people)
    texts = page_texts(services.elevations.pdf(shown(services, "9号楼"), Fact.CARD))
    assert len(texts) > 1
    whole = "".join(texts)
    assert all(whole.count(name) == 1 for name, _ in people)
    assert f"第 {len(texts)} 页，共 {len(texts)} 页" in texts[-1]


def test_printing_is_recorded_without_names(services, homes):
    services.elevations.pdf(shown(services, "红星巷"), Fact.ALONE)
    event = next(e for e in services.history.events() if e.action == "打印楼栋图")
    assert (event.subject, dict(event.detail)) == ("红星巷", {"户室": "3"})


def test_upper_storeys_stand_above_lower_ones_on_paper(services, homes):
    content = services.elevations.pdf(shown(services, "幸福小区3号楼"), Fact.PEOPLE)
    ((left, upper),) = position_of(content, 0, "302")
    ((_, middle),) = position_of(content, 0, "2 层", count=2)[:1]
    ((under, lower),) = position_of(content, 0, "张一")
    assert upper < middle < lower
    assert under < left
