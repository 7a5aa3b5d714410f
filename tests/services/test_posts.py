"""People on posts through the service: the community's figures, coming, leaving, handing over."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, time, timedelta

import pytest
from support.cards import page_texts
from support.homes import settle
from support.people import make_draft
from support.roles import as_role
from support.teams import add_grids

from linli.domain.accounts import Role
from linli.domain.cards import card_number
from linli.domain.grid_changes import GridJoin
from linli.domain.grids import GridOfficer, GridRole
from linli.domain.paper import PaperSetup, single_sheet
from linli.domain.posts import (
    BUILDING_HEAD,
    CONTACT,
    WORKER,
    HandOver,
    PostDraft,
    PostFilter,
    SeatEntry,
)
from linli.domain.staff import StaffDraft
from linli.domain.values.addresses import Address
from linli.errors import ConflictError, InvalidInput, NotAllowedError, NotFoundError, UserError
from linli.services.container import Services, open_services

TODAY = date(2026, 11, 23)
BUILDINGS = 24
SURNAMES = "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张"


@pytest.fixture
def today(services: Services) -> date:
    return services.context.clock().date()


@pytest.fixture
def grids(services: Services) -> list[int]:
    """Six grids, four buildings in each."""
    ids = add_grids(services)
    for number in range(BUILDINGS):
        grid_id = ids[number // 4]
        grid = services.grids.get(grid_id)
        place = Address(building=f"{number + 1}号楼")
        services.dwellings.find_or_add(replace(place, unit="1单元", room="101"))
        facts = replace(grid.facts, buildings=(*grid.facts.buildings, place))
        services.grids.update(grid_id, facts, version=grid.version, correction=True)
    return ids


@pytest.fixture
def at(services: Services) -> Callable[[date], Services]:
    """Return the same ledger as it is worked with on another day."""

    def later(day: date) -> Services:
        moment = datetime.combine(day, time(9), services.context.clock().tzinfo)
        return open_services(replace(services.context, clock=lambda: moment))

    return later


def put(services: Services, grid_id: int, role: str, name: str, **facts: object) -> int:
    draft = PostDraft(grid_id=grid_id, role=role, name=name, **facts)  # type: ignore[arg-type]
    return services.posts.add(draft)[0]


def names(services: Services, **wanted: object) -> list[str]:
    found = services.posts.list_all(PostFilter(**wanted))  # type: ignore[arg-type]
    return [post.facts.name for post in found]


def test_24_heads_are_entered_at_once_one_for_each_building(services, grids, today):
    seats = services.posts.seats()
    assert len(seats) == BUILDINGS
    assert [seat.place for seat in seats[:2]] == ["1号楼", "2号楼"]
    named = [
        SeatEntry(grid_id=seat.grid_id, building=seat.building, name=f"{surname}强")
        for seat, surname in zip(seats, SURNAMES, strict=True)
    ]
    changes = services.posts.enter_seats(named, today)
    assert changes.entry_id is not None
    heads = services.posts.list_all(PostFilter(role=BUILDING_HEAD, on=today))
    assert len(heads) == BUILDINGS
    assert heads[0].title == "1号楼楼栋长"
    assert services.post_checks.doubled() == []
    services.history.undo()
    assert services.posts.list_all() == []


def test_a_head_who_is_named_again_stays_and_another_takes_over(services, grids, today):
    seat = services.posts.seats()[0]
    entry = SeatEntry(grid_id=seat.grid_id, building=seat.building, name="李秀英")
    services.posts.enter_seats([entry], today - timedelta(days=30))
    services.posts.enter_seats([replace(entry, phone="13812345678")], today)
    (head,) = services.posts.list_all()
    assert (head.facts.since, head.facts.phone) == (today - timedelta(days=30), "13812345678")
    services.posts.enter_seats([replace(entry, name="王强")], today)
    assert names(services, on=today) == ["王强"]
    assert names(services, on=today - timedelta(days=1)) == ["李秀英"]
    services.posts.enter_seats([replace(entry, name="")], today)
    assert names(services, on=today) == []


def test_a_wrong_number_of_a_head_is_refused_naming_the_building(services, grids, today):
    seat = services.posts.seats()[2]
    entry = SeatEntry(grid_id=seat.grid_id, building=seat.building, name="李秀英", phone="12")
    with pytest.raises(InvalidInput, match="3号楼："):
        services.posts.enter_seats([entry], today)
    assert services.posts.list_all() == []


def test_the_right_person_is_named_before_and_after_a_hand_over(services, grids, today):
    first = today - timedelta(days=100)
    post_id = put(services, grids[0], "leader", "马力", since=first, phone="13812345678")
    on = today - timedelta(days=10)
    services.posts.hand_over(post_id, HandOver(name="刘敏", on=on))
    assert names(services, role="leader", on=on - timedelta(days=1)) == ["马力"]
    assert names(services, role="leader", on=on) == ["刘敏"]
    old, _ = sorted(
        services.posts.list_all(PostFilter(role="leader")), key=lambda p: p.facts.since or today
    )
    assert old.facts.until == on - timedelta(days=1)
    officers = services.grids.get(grids[0]).facts.officers
    assert [(o.role, o.name) for o in officers] == [(GridRole.LEADER, "刘敏")]
    served = services.grids.history(grids[0]).officers
    assert {o.name for o in served} == {"马力", "刘敏"}
    services.history.undo()
    assert names(services, on=today) == ["马力"]


def test_a_hand_over_outdates_cards_that_name_the_post(services, printed_id, today):
    (grid_id,) = services.grids.names()
    before = {card.number for card in services.cards.outdated()}
    post_id = services.posts.list_all(PostFilter(grid_id=grid_id, role=CONTACT))[0].id
    new = HandOver(name="马力", on=today)
    foreseen = services.posts.foresee(post_id, new)
    assert foreseen > 0
    informant = put(services, grid_id, "informant", "赵燕")
    assert services.posts.foresee(informant, new) == 0
    services.posts.hand_over(post_id, new)
    assert len({card.number for card in services.cards.outdated()} - before) == foreseen


def test_what_is_not_on_cards_leaves_the_card_alone(services, grids):
    for role, name in (("leader", "马力"), ("deputy", "刘敏"), ("文明劝导员", "赵燕")):
        put(services, grids[0], role, name)
    place = services.posts.seats()[0].building
    put(services, grids[0], BUILDING_HEAD, "王强", building=place)
    assert [o.name for o in services.grids.get(grids[0]).facts.officers] == ["马力"]
    on_day = services.grids.on(replace(place, unit="1单元", room="101"), TODAY)
    assert [o.name for o in on_day.officers] == ["马力"]


def test_the_form_of_a_grid_ends_no_post_that_it_does_not_show(services, grids):
    put(services, grids[0], "worker", "刘敏")
    grid = services.grids.get(grids[0])
    leader = GridOfficer(role=GridRole.LEADER, name="马力")
    services.grids.update(grids[0], replace(grid.facts, officers=(leader,)), version=grid.version)
    assert names(services, grid_id=grids[0]) == ["马力", "刘敏"]


def test_name_and_number_come_from_the_ledger(services, grids):
    staff_id, _ = services.staff.add(StaffDraft(name="马力", phone="13812345678"))
    resident_id, _ = services.residents.add(make_draft("王小明", sequence=7))
    put(services, grids[0], WORKER, "小马", staff_id=staff_id)
    put(services, grids[1], "informant", "小王", resident_id=resident_id)
    found = {p.facts.name: p.facts for p in services.posts.list_all()}
    assert found["马力"].phone == "13812345678"
    assert found["王小明"].resident_id == resident_id


def test_nobody_is_on_a_post_twice(services, grids, today):
    put(services, grids[0], WORKER, "马力", since=today - timedelta(days=9))
    with pytest.raises(InvalidInput, match="不能重复登记"):
        put(services, grids[0], WORKER, "马力", since=today)


def on_cards(services: Services, grid_id: int) -> list[str]:
    return [officer.name for officer in services.grids.facts(grid_id).officers]


def test_who_is_to_come_is_on_the_post_from_that_day_on(services, grids, today, at):
    day = today + timedelta(days=8)
    put(services, grids[0], "leader", "马力", since=day)
    assert names(services, on=today) == []
    assert names(services, after=today) == ["马力"]
    assert on_cards(services, grids[0]) == []
    assert on_cards(at(day - timedelta(days=1)), grids[0]) == []
    later = at(day)
    assert names(later, on=day) == ["马力"]
    assert names(later, after=day) == []
    assert on_cards(later, grids[0]) == ["马力"]
    assert [g.facts.officers[0].name for g in later.grids.list_all() if g.facts.officers] == [
        "马力"
    ]


def test_a_planned_hand_over_changes_who_serves_and_the_cards_on_its_day(
    services, grids, today, at
):
    homes = [("张一", Address(building="1号楼", room="201"))]
    (person,) = settle(services, homes)
    old = put(services, grids[0], "leader", "马力", since=today - timedelta(days=30))
    kind = services.cards.kinds()[0]
    batch = services.cards.prepare([person], kind.id)
    services.cards.issue(batch, PaperSetup(sheet=single_sheet(kind.sizes[0])))
    day = today + timedelta(days=8)
    services.posts.hand_over(old, HandOver(name="赵燕", on=day))
    assert on_cards(services, grids[0]) == ["马力"]
    assert not services.cards.issued_to(person)[0].outdated
    on_the_day = at(day)
    assert on_cards(on_the_day, grids[0]) == ["赵燕"]
    assert on_the_day.cards.issued_to(person)[0].outdated
    assert names(on_the_day, on=day) == ["赵燕"]
    found = on_the_day.grids.on(Address(building="1号楼", room="201"), day - timedelta(days=1))
    assert [officer.name for officer in found.officers] == ["马力"]


def test_who_is_to_leave_serves_until_that_day_and_may_leave_earlier(services, grids, today, at):
    day = today + timedelta(days=8)
    post_id = put(services, grids[0], WORKER, "马力")
    services.posts.end([post_id], day)
    assert names(services, on=day - timedelta(days=1)) == ["马力"]
    assert names(at(day), on=day) == []
    services.posts.end([post_id], today)
    assert services.posts.get(post_id).facts.until == today - timedelta(days=1)
    with pytest.raises(UserError, match="就已经离岗"):
        services.posts.end([post_id], today)


def test_the_form_of_a_grid_leaves_alone_who_is_to_come(services, grids, today):
    day = today + timedelta(days=8)
    put(services, grids[0], "leader", "马力")
    put(services, grids[0], "leader", "赵燕", since=day)
    grid = services.grids.get(grids[0])
    officer = GridOfficer(role=GridRole.LEADER, name="刘敏")
    services.grids.update(grid.id, replace(grid.facts, officers=(officer,)), version=grid.version)
    assert names(services, on=today) == ["刘敏"]
    assert names(services, after=today) == ["赵燕"]
    again = services.grids.get(grids[0])
    early = replace(again.facts, officers=(GridOfficer(role=GridRole.LEADER, name="赵燕"),))
    services.grids.update(grid.id, early, version=again.version)
    assert names(services, on=today) == names(services, on=day) == ["赵燕"]
    assert names(services, after=today) == []


def test_a_joined_grid_keeps_nobody_who_serves_until_a_day_to_come(services, grids, today):
    leaving = put(services, grids[1], "leader", "马力")
    services.posts.end([leaving], today + timedelta(days=8))
    services.grid_changes.join(GridJoin(sources=(grids[1],), target=grids[0], on=today))
    assert services.posts.get(leaving).facts.until == today - timedelta(days=1)


def test_a_day_more_than_a_year_ahead_is_taken_for_a_slip(services, grids, today):
    far = today + timedelta(days=400)
    with pytest.raises(InvalidInput, match="请核对年份"):
        put(services, grids[0], WORKER, "马力", since=far)
    with pytest.raises(InvalidInput, match="请核对年份"):
        put(services, grids[0], WORKER, "马力", until=far)
    post_id = put(services, grids[0], WORKER, "马力")
    with pytest.raises(UserError, match="请核对年份"):
        services.posts.end([post_id], far)
    with pytest.raises(UserError, match="请核对年份"):
        services.posts.hand_over(post_id, HandOver(name="赵燕", on=far))
    with pytest.raises(UserError, match="还没有到"):
        services.posts.enter_seats([], today + timedelta(days=1))


def test_nobody_leaves_twice_or_before_coming(services, grids, today):
    post_id = put(services, grids[0], WORKER, "马力", since=today - timedelta(days=3))
    with pytest.raises(UserError, match="才上岗"):
        services.posts.end([post_id], today - timedelta(days=5))
    services.posts.end([post_id], today)
    with pytest.raises(UserError, match="已经离岗"):
        services.posts.end([post_id], today)
    assert names(services, on=today) == []
    assert names(services) == ["马力"]


def test_a_hand_over_to_the_same_person_is_refused_and_nothing_changes(services, grids, today):
    post_id = put(services, grids[0], WORKER, "马力")
    with pytest.raises(InvalidInput):
        services.posts.hand_over(post_id, HandOver(name="马力", on=today))
    assert services.posts.get(post_id).facts.until is None


def test_a_post_is_corrected_only_by_who_has_read_it(services, grids):
    post_id = put(services, grids[0], WORKER, "马力")
    read = services.posts.get(post_id).facts
    services.posts.update(post_id, replace(read, note="兼物业"), before=read)
    with pytest.raises(ConflictError):
        services.posts.update(post_id, replace(read, note="别的"), before=read)


def test_a_role_of_a_building_needs_one(services, grids):
    with pytest.raises(InvalidInput, match="哪一栋楼"):
        put(services, grids[0], BUILDING_HEAD, "王强")


def test_what_is_removed_comes_back(services, grids):
    post_id = put(services, grids[0], WORKER, "马力")
    services.posts.remove(post_id)
    with pytest.raises(NotFoundError):
        services.posts.get(post_id)
    services.history.undo()
    assert services.posts.get(post_id).facts.name == "马力"


def test_numbers_are_masked_on_paper_and_for_who_may_not_see_them(services, grids):
    post_id = put(services, grids[0], CONTACT, "马力", phone="13812345678")
    register = services.posts.register(PostFilter(), "岗位人员名册")
    assert register.groups[0].rows[0][4] == "138****5678"
    revealed = services.posts.register(PostFilter(), "岗位人员名册", revealed=True)
    assert revealed.groups[0].rows[0][4] == "13812345678"
    reader = as_role(services, Role.READER)
    assert reader.posts.get(post_id).facts.phone == "138****5678"
    with pytest.raises(NotAllowedError):
        reader.posts.remove(post_id)


def test_the_hand_over_list_says_what_goes_over(services, grids, today):
    post_id = put(services, grids[0], WORKER, "马力", since=date(2025, 1, 1))
    put(services, grids[0], "leader", "刘敏")

    def said() -> str:
        text = "".join(page_texts(services.posts.hand_over_pdf(post_id)))
        return text.replace("\n", "").replace(" ", "")

    assert "赵燕" not in said()
    services.posts.hand_over(post_id, HandOver(name="赵燕", on=today - timedelta(days=2)))
    plain = said()
    assert "2026年11月21日" in plain
    for words in ("网格移交清单", "马力（网格员）", "赵燕", "4处住所", "1号楼", "刘敏", "监交人"):
        assert words in plain


def test_the_hand_over_list_names_every_card_in_peoples_hands(services, grids):
    homes = [("1号楼", room) for room in ("201", "202", "203", "204")] + [("9号楼", "201")]
    named = zip(("张一", "李一", "赵一", "钱一", "孙一"), homes, strict=True)
    people = settle(
        services, [(name, Address(building=place, room=room)) for name, (place, room) in named]
    )
    kind = services.cards.kinds()[0]
    setup = PaperSetup(sheet=single_sheet(kind.sizes[0]))
    for who in (people[:3], people[4:], people[3:4]):
        services.cards.issue(services.cards.prepare(who, kind.id), setup)
    post_id = put(services, grids[0], WORKER, "马力")
    text = "".join(page_texts(services.posts.hand_over_pdf(post_id))).replace("\n", "")
    plain = text.replace(" ", "")
    first, last, alone = (card_number(running) for running in (1, 3, 5))
    assert "二、住户手里的联系卡：4张" in plain
    assert f"居民联系卡：4张，卡号{first}—{last}、{alone}" in plain


def test_houses_of_a_lane_have_one_head_of_the_lane(services, grids):
    for number in ("1号", "2号"):
        services.dwellings.find_or_add(Address(estate="幸福巷", building=number), grids[0])
    places = [seat for seat in services.posts.seats() if not seat.building.building]
    assert [(seat.grid_id, seat.place) for seat in places] == [(grids[0], "幸福巷")]
    put(services, grids[0], "lane_head", "王强", building=places[0].building)
    assert services.posts.list_all()[0].title == "幸福巷巷道长"
