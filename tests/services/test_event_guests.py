"""Lists of events through the service: who is on them, who came, whose hours count."""

from dataclasses import replace
from datetime import date, time, timedelta

import pytest
from support.people import make_draft, make_id, make_phone
from support.roles import as_role
from support.venues import planned

from linli.domain.accounts import Role as Account
from linli.domain.events import GuestDraft, Outcome, Role
from linli.domain.hours import ServiceDraft, ServiceFilter, Source
from linli.domain.residents import HomeDraft, HouseholdDraft, ResidentFilter
from linli.domain.teams import MemberDraft, TeamDraft
from linli.domain.values.addresses import Address
from linli.domain.workers import VolunteerFacts, WorkerDraft, WorkerKind
from linli.errors import ConflictError, InvalidInput, NotFoundError, UserError

TODAY = date(2026, 11, 23)
HOME = HomeDraft(
    address=Address(estate="幸福小区", building="3号楼", unit="2单元", room="501"),
    new_household=HouseholdDraft(),
)


@pytest.fixture
def guests(services):
    return services.event_guests


@pytest.fixture
def event_id(services):
    """A class of this morning at nine; it is nine now."""
    return services.events.add(planned(9, 11, day=TODAY, place="小区广场"))[0]


def resident(services, name="马兰", sequence=123, phone="13812345678"):
    draft = make_draft(name, sequence=sequence, phones=(make_phone(phone),))
    return services.residents.add(draft, HOME)[0]


def volunteer(services, name="马兰", **facts):
    draft = WorkerDraft(
        kind=WorkerKind.VOLUNTEER,
        name=name,
        volunteer=VolunteerFacts(document_number=make_id(birth=date(1980, 5, 1))),
        **facts,
    )
    return services.workers.add(draft)[0]


def names(found):
    return [each.facts.name for each in found]


# ---- putting people on a list -------------------------------------------------------------


def test_residents_come_with_the_ledgers_phone_and_home(services, guests, event_id):
    number = resident(services)
    drafts = guests.of_residents([number])
    assert drafts == [GuestDraft(name="马兰", resident_id=number)]
    added = guests.add_guests(event_id, drafts)
    assert (added.count, added.skipped) == (1, ())
    (guest,) = guests.list_guests(event_id)
    assert (guest.facts.phone, guest.facts.present) == ("13812345678", None)
    assert guests.places(event_id) == {guest.id: "幸福小区3号楼2单元501室"}
    assert services.events.get(event_id).listed == 1


def test_whom_a_filter_finds_is_put_on(services, guests, event_id):
    resident(services)
    resident(services, "马力", 124)
    guests.add_guests(event_id, guests.found(ResidentFilter()))
    assert sorted(names(guests.list_guests(event_id))) == ["马兰", "马力"]
    with pytest.raises(UserError, match="没有找到人"):
        guests.found(ResidentFilter(text="没有这个人"))


def test_more_than_one_step_can_take_are_refused(guests, services, event_id, monkeypatch):
    resident(services)
    resident(services, "马力", 124)
    monkeypatch.setattr("linli.services.event_guests.MOST_AT_ONCE", 1)
    with pytest.raises(UserError, match="按这个条件超过 1 人"):
        guests.found(ResidentFilter())


def test_who_stands_there_already_is_left_out_and_named(services, guests, event_id):
    number = resident(services)
    guests.add_guests(event_id, [GuestDraft(name="马力"), GuestDraft(name="马兰")])
    more = [*guests.of_residents([number]), GuestDraft(name="李梅"), GuestDraft(name="李梅")]
    added = guests.add_guests(event_id, more)
    assert (added.count, added.skipped) == (1, ("马兰", "李梅"))
    assert names(guests.list_guests(event_id)) == ["马力", "马兰", "李梅"]


def test_a_team_comes_with_its_volunteers_linked(services, guests, event_id):
    number = resident(services)
    team, _ = services.teams.add(TeamDraft(kind_code="06", name="红马甲志愿队"))
    for draft in (
        MemberDraft(team_id=team, name="马兰", source="居民", resident_id=number),
        MemberDraft(team_id=team, name="马力", source="居民", phone="13912345678"),
        MemberDraft(team_id=team, name="老马", source="居民", until=date(2026, 11, 22)),
    ):
        services.team_members.add(draft)
    worker = volunteer(services, resident_id=number)
    drafts = guests.of_team(team, Role.HELPER)
    guests.add_guests(event_id, drafts)
    first, second = (each.facts for each in guests.list_guests(event_id))
    assert (first.name, first.worker_id, first.role) == ("马兰", worker, Role.HELPER)
    assert (second.name, second.worker_id, second.phone) == ("马力", None, "13912345678")


def test_volunteers_come_as_helpers(services, guests, event_id):
    worker = volunteer(services, phone="13712345678")
    guests.add_guests(event_id, guests.of_workers([worker]))
    (guest,) = guests.list_guests(event_id)
    assert (guest.facts.worker_id, guest.facts.role) == (worker, Role.HELPER)
    assert guest.facts.phone == "13712345678"
    with pytest.raises(NotFoundError):
        guests.of_workers([99])


def test_a_line_that_breaks_a_rule_is_named_and_none_is_kept(guests, event_id):
    with pytest.raises(InvalidInput, match=r"「李梅」：.*12"):
        guests.add_guests(event_id, [GuestDraft(name="马兰"), GuestDraft(name="李梅", phone="12")])
    with pytest.raises(NotFoundError):
        guests.add_guests(event_id, [GuestDraft(name="马兰", worker_id=9)])
    with pytest.raises(NotFoundError):
        guests.add_guests(event_id, [GuestDraft(name="马兰", resident_id=9)])
    assert guests.list_guests(event_id) == []


def test_the_list_of_a_called_off_event_stays_as_it_is(services, guests, event_id):
    services.events.call_off(event_id, "下雨")
    with pytest.raises(UserError, match="已取消，名单不再修改"):
        guests.add_guests(event_id, [GuestDraft(name="马兰")])


# ---- putting lines right ------------------------------------------------------------------


def test_a_line_is_put_right(guests, event_id):
    guests.add_guests(event_id, [GuestDraft(name="马兰"), GuestDraft(name="马力")])
    first, second = guests.list_guests(event_id)
    right = GuestDraft(name="马岚", phone="13812345678", role=Role.SPEAKER, note="西河小学")
    guests.change_guest(first.id, right, version=1)
    assert guests.list_guests(event_id)[0].facts == right
    with pytest.raises(ConflictError, match="名单上「马岚」"):
        guests.change_guest(first.id, right, version=1)
    with pytest.raises(InvalidInput, match="「马岚」已经在名单上"):
        guests.change_guest(second.id, GuestDraft(name="马岚"), version=1)
    guests.remove_guests([first.id, second.id])
    assert guests.list_guests(event_id) == []


def test_numbers_are_masked_for_who_may_not_see_them_and_survive_a_change(
    services, guests, event_id
):
    number = resident(services)
    keeper = as_role(services, Account.ROSTER_KEEPER)
    keeper.event_guests.add_guests(event_id, keeper.event_guests.of_residents([number]))
    (seen,) = keeper.event_guests.list_guests(event_id)
    assert seen.facts.phone == "138****5678"
    keeper.event_guests.change_guest(seen.id, replace(seen.facts, note="来"), version=1)
    assert guests.list_guests(event_id)[0].facts.phone == "13812345678"


def test_nobody_may_read_numbers_out_of_a_team_through_an_event(services, event_id):
    team, _ = services.teams.add(TeamDraft(kind_code="06", name="红马甲志愿队"))
    member = MemberDraft(team_id=team, name="马力", source="居民", phone="13912345678")
    services.team_members.add(member)
    keeper = as_role(services, Account.ROSTER_KEEPER)
    assert [each.phone for each in keeper.event_guests.of_team(team)] == [None]


def test_asking_for_full_numbers_is_recorded(services, guests, event_id):
    guests.reveal(event_id, "通知改期")
    with services.context.db.reading() as connection:
        last = connection.exec_driver_sql(
            "SELECT action, subject FROM audit_event ORDER BY id DESC LIMIT 1"
        ).one()
    assert tuple(last) == ("查看完整号码", f"event/{event_id}")


# ---- who came -----------------------------------------------------------------------------


def test_people_are_signed_in_and_out(services, guests, event_id):
    guests.add_guests(event_id, [GuestDraft(name=name) for name in ("马兰", "马力", "李梅")])
    ids = [each.id for each in guests.list_guests(event_id)]
    guests.mark_present(ids[:2], present=True)
    guests.mark_present(ids[2:], present=False)
    assert [each.facts.present for each in guests.list_guests(event_id)] == [True, True, False]
    assert services.events.get(event_id).present == 2
    guests.mark_present(ids[:1], present=None)
    assert services.events.get(event_id).present == 1
    services.history.undo()
    assert services.events.get(event_id).present == 2
    with pytest.raises(NotFoundError):
        guests.mark_present([*ids, 99], present=True)


def test_nobody_signs_in_before_the_day(services, guests):
    event_id, _ = services.events.add(planned())
    guests.add_guests(event_id, [GuestDraft(name="马兰")])
    (guest,) = guests.list_guests(event_id)
    with pytest.raises(InvalidInput, match="到时再签到"):
        guests.mark_present([guest.id], present=True)
    with pytest.raises(InvalidInput, match="到时再签到"):
        guests.change_guest(guest.id, GuestDraft(name="马兰", present=True), version=1)
    with pytest.raises(InvalidInput, match="到时再签到"):
        guests.add_guests(event_id, [GuestDraft(name="马力", present=True)])


def test_no_more_sign_in_than_came(services, guests, event_id):
    guests.add_guests(event_id, [GuestDraft(name=name) for name in ("马兰", "马力")])
    first, second = guests.list_guests(event_id)
    guests.mark_present([first.id], present=True)
    with pytest.raises(InvalidInput, match="比签到的 1 人还少"):
        services.events.hold(event_id, Outcome(headcount=0))
    services.events.hold(event_id, Outcome(headcount=1))
    with pytest.raises(InvalidInput, match="签到 2 人，比登记的实到 1 人次还多"):
        guests.mark_present([second.id], present=True)
    guests.mark_present([first.id], present=True)
    services.events.hold(event_id, Outcome(headcount=2))
    guests.mark_present([first.id, second.id], present=True)


# ---- hours --------------------------------------------------------------------------------


@pytest.fixture
def over(services, guests, event_id, clock):
    """The class is over; two volunteers, a member of staff and a guest came."""
    ids = [volunteer(services), volunteer(services, "李梅", phone="13712345678")]
    ids.append(services.workers.add(WorkerDraft(name="王军"))[0])
    guests.add_guests(event_id, guests.of_workers(ids))
    guests.add_guests(event_id, [GuestDraft(name="马力")])
    clock.advance(hours=3)
    guests.mark_present([each.id for each in guests.list_guests(event_id)], present=True)
    services.events.hold(event_id, Outcome(headcount=10))
    return ids


def served(services):
    return {each.worker: each.facts.counted for each in services.hours.records()}


def test_hours_of_volunteers_who_helped_are_recorded_once(services, guests, event_id, over):
    done = services.events.record_hours(event_id)
    assert (done.added, done.corrected, done.taken_back, done.left_out) == (2, 0, 0, ())
    assert served(services) == {"马兰": 8, "李梅": 8}
    facts = services.hours.records()[0].facts
    assert (facts.source, facts.event_id, facts.day) == (Source.EVENT, event_id, TODAY)
    assert (facts.begins, facts.ends) == (time(9), time(11))
    assert (facts.content, facts.place) == ("反诈宣传", "小区广场")
    assert [each.recorded for each in guests.list_guests(event_id)] == [True, True, False, False]
    again = services.events.record_hours(event_id)
    assert (again.added, again.corrected, again.taken_back) == (0, 0, 0)
    assert again.changes.entry_id is None


def test_who_did_not_come_loses_the_hours_again(services, guests, event_id, over):
    services.events.record_hours(event_id)
    first, second, *_ = guests.list_guests(event_id)
    guests.mark_present([first.id], present=False)
    guests.change_guest(second.id, replace(second.facts, quarters=4), version=2)
    done = services.events.record_hours(event_id)
    assert (done.added, done.corrected, done.taken_back) == (0, 1, 1)
    assert served(services) == {"李梅": 4}
    guests.remove_guests([second.id])
    assert services.events.record_hours(event_id).taken_back == 1
    assert served(services) == {}


def test_what_was_written_beside_hours_by_hand_stays(services, guests, event_id, over):
    services.events.record_hours(event_id)
    record = services.hours.records(ServiceFilter(worker_id=over[0]))[0]
    noted = replace(record.facts, item="普法宣传", note="主动带头")
    services.hours.update(record.id, noted, version=record.version)
    assert services.events.record_hours(event_id).changes.entry_id is None
    assert services.hours.records(ServiceFilter(worker_id=over[0]))[0].facts == noted


def test_hours_that_overlap_others_are_left_out_and_told(services, event_id, over):
    other = ServiceDraft(worker_id=over[0], day=TODAY, begins=time(10), ends=time(12))
    services.hours.add(other)
    done = services.events.record_hours(event_id)
    assert done.added == 1
    (said,) = done.left_out
    assert said.startswith("「马兰」：")
    assert "10:00—12:00 已经登记过" in said


def test_hours_are_recorded_when_it_is_held_and_over(services, event_id, clock):
    with pytest.raises(UserError, match="请先点“办完了”登记"):
        services.events.record_hours(event_id)
    services.events.hold(event_id, Outcome(headcount=1))
    with pytest.raises(UserError, match="2026年11月23日 11:00 才结束"):
        services.events.record_hours(event_id)
    clock.advance(hours=2)
    assert services.events.record_hours(event_id).added == 0


def test_an_event_with_hours_is_not_called_off_or_removed(services, event_id, over):
    services.events.record_hours(event_id)
    services.events.reopen(event_id)
    with pytest.raises(UserError, match="已经登记了 2 人的志愿时长，不能取消"):
        services.events.call_off(event_id, "下雨")
    with pytest.raises(UserError, match="已经登记了 2 人的志愿时长，不能删除"):
        services.events.remove(event_id)


def test_a_volunteer_on_a_list_is_not_removed_from_the_duty_lists(services, guests, event_id):
    worker = volunteer(services)
    guests.add_guests(event_id, guests.of_workers([worker]))
    with pytest.raises(UserError, match="已有活动名单的记录"):
        services.workers.remove(worker)


def test_hours_of_an_event_over_midnight_stand_on_the_day_it_began(services, guests, clock):
    night = planned(22, 23, day=TODAY - timedelta(days=1))
    night = replace(night, ends=night.begins + timedelta(hours=4))
    event_id, _ = services.events.add(night)
    guests.add_guests(event_id, guests.of_workers([volunteer(services)]))
    guests.mark_present([each.id for each in guests.list_guests(event_id)], present=True)
    services.events.hold(event_id, Outcome(headcount=1))
    services.events.record_hours(event_id)
    (record,) = services.hours.records()
    assert (record.facts.day, record.facts.counted) == (TODAY - timedelta(days=1), 16)
