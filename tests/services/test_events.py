"""Events through the service: with their venue, held or called off, and into the ledgers."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from support.roles import as_role
from support.venues import DAY, add_venue, at, booked, planned

from linli.domain.accounts import Role
from linli.domain.events import EventFilter, EventState, EventSum, GuestDraft, Outcome
from linli.domain.teams import TeamDraft
from linli.domain.trainings import TrainingDraft
from linli.domain.venues import BookingFilter
from linli.errors import ConflictError, InvalidInput, NotAllowedError, NotFoundError, UserError

TODAY = date(2026, 11, 23)


@pytest.fixture
def events(services):
    return services.events


@pytest.fixture
def venue(services):
    return add_venue(services)


@pytest.fixture
def held(services, events, clock):
    """A class of legal education of this morning, over and held; 30 came."""
    event_id, _ = events.add(planned(9, 11, day=TODAY, speaker="王律师", place="小区广场"))
    clock.advance(hours=3)
    events.hold(event_id, Outcome(headcount=30, summary="居民踊跃", materials=50))
    return event_id


def the_booking(services):
    (booking,) = services.bookings.list_(BookingFilter(called_off=True))
    return booking


def test_an_event_is_kept_as_it_was_entered(services, events, venue):
    team, _ = services.teams.add(TeamDraft(kind_code="06", name="红马甲志愿队"))
    draft = planned(
        venue_id=venue,
        place="二楼",
        team_id=team,
        organiser="社区党支部",
        leader="刘敏",
        phone="0994-4820110",
        speaker="王律师",
        content="案例讲解\n发放手册",
        expected=40,
        note="带投影",
    )
    event_id, _ = events.add(draft)
    event = events.get(event_id)
    assert event.facts == draft
    assert (event.state, event.outcome) == (EventState.PLANNED, None)
    assert (event.where, event.who) == ("棋牌室", "红马甲志愿队、社区党支部")


def test_its_venue_is_booked_in_its_name(services, events, venue):
    event_id, _ = events.add(planned(venue_id=venue, organiser="社区党支部", expected=40))
    facts = the_booking(services).facts
    assert (facts.event_id, facts.venue_id) == (event_id, venue)
    assert (facts.begins, facts.ends) == (at(9), at(11))
    assert (facts.purpose, facts.borrower, facts.headcount) == ("反诈宣传", "社区党支部", 40)


def test_an_event_without_a_venue_books_nothing(services, events):
    events.add(planned(place="小区广场"))
    assert services.bookings.list_() == []


def test_a_venue_that_is_taken_is_refused_and_nothing_is_kept(services, events, venue):
    services.bookings.add(booked(venue))
    with pytest.raises(InvalidInput, match="已经由「夕阳红合唱队」约好"):
        events.add(planned(10, 12, venue_id=venue))
    assert events.list_() == []


def test_the_booking_moves_along(services, events, venue):
    event_id, _ = events.add(planned(venue_id=venue))
    services.bookings.add(booked(venue, 14, 16))
    events.change(event_id, planned(10, 12, venue_id=venue, title="反诈讲座"), version=1)
    booking = services.bookings.list_()[0]
    assert (booking.facts.begins, booking.facts.purpose) == (at(10), "反诈讲座")
    with pytest.raises(InvalidInput, match="已经由"):
        events.change(event_id, planned(13, 15, venue_id=venue), version=2)
    assert events.get(event_id).facts.begins == at(10)
    with pytest.raises(ConflictError, match="「反诈讲座」"):
        events.change(event_id, planned(), version=1)
    other = add_venue(services, "会议室")
    events.change(event_id, planned(14, 16, venue_id=other), version=2)
    assert {each.venue for each in services.bookings.list_()} == {"棋牌室", "会议室"}
    events.change(event_id, planned(14, 16), version=3)
    assert [each.facts.event_id for each in services.bookings.list_()] == [None]
    services.history.undo()
    assert {each.venue for each in services.bookings.list_()} == {"棋牌室", "会议室"}


def test_a_venue_is_had_up_to_its_last_day_only(services, events):
    venue = add_venue(services, until=DAY - timedelta(days=1))
    with pytest.raises(InvalidInput, match="「棋牌室」只借到2026年11月25日"):
        events.add(planned(venue_id=venue))


def test_what_an_event_names_has_to_be_there(events):
    with pytest.raises(NotFoundError):
        events.add(planned(venue_id=9))
    with pytest.raises(NotFoundError):
        events.add(planned(team_id=9))


# ---- held, called off, taken up again -----------------------------------------------------


def test_calling_off_frees_the_venue(services, events, venue):
    event_id, _ = events.add(planned(venue_id=venue))
    with pytest.raises(InvalidInput, match="没有写取消的原因"):
        events.call_off(event_id, "")
    events.call_off(event_id, "下雨改期")
    event, booking = events.get(event_id), the_booking(services)
    assert (event.state, event.reason) == (EventState.CALLED_OFF, "下雨改期")
    assert (booking.called_off_on, booking.reason) == (TODAY, "下雨改期")
    services.bookings.add(booked(venue))
    with pytest.raises(InvalidInput, match="已经由「夕阳红合唱队」约好"):
        events.reopen(event_id)
    services.history.undo()
    events.reopen(event_id)
    event, booking = events.get(event_id), the_booking(services)
    assert (event.state, event.reason) == (EventState.PLANNED, None)
    assert (booking.called_off_on, booking.reason) == (None, None)


def test_a_called_off_event_is_put_right_without_its_venue(services, events, venue):
    event_id, _ = events.add(planned(venue_id=venue))
    events.call_off(event_id, "下雨")
    services.bookings.add(booked(venue))
    events.change(event_id, planned(venue_id=venue, title="反诈讲座"), version=2)
    assert events.get(event_id).facts.title == "反诈讲座"
    assert len(services.bookings.list_()) == 1


def test_an_event_is_not_held_before_its_day(events, clock):
    event_id, _ = events.add(planned())
    with pytest.raises(InvalidInput, match="2026年11月26日才办"):
        events.hold(event_id, Outcome(headcount=5))
    clock.advance(days=3)
    events.hold(event_id, Outcome(headcount=5))
    assert events.get(event_id).state is EventState.HELD


def test_how_it_went_is_put_right_and_taken_back(events, held):
    assert events.get(held).outcome == Outcome(headcount=30, summary="居民踊跃", materials=50)
    events.hold(held, Outcome(headcount=32))
    assert events.get(held).outcome == Outcome(headcount=32)
    with pytest.raises(UserError, match="已举办，记错了的请先点“恢复为筹备中”"):
        events.call_off(held, "下雨")
    events.reopen(held)
    assert (events.get(held).state, events.get(held).outcome) == (EventState.PLANNED, None)
    with pytest.raises(UserError, match="就是筹备中"):
        events.reopen(held)
    events.call_off(held, "没有办成")
    with pytest.raises(UserError, match="已取消"):
        events.hold(held, Outcome(headcount=3))


def test_a_held_event_does_not_move_into_the_future(events, held):
    with pytest.raises(InvalidInput, match="2026年11月26日才办"):
        events.change(held, planned(), version=2)
    earlier = TODAY - timedelta(days=1)
    events.change(held, planned(day=earlier), version=2)
    assert events.get(held).facts.begins.date() == earlier


def test_a_mistaken_event_goes_with_its_list_and_its_booking(services, events, venue):
    event_id, _ = events.add(planned(venue_id=venue))
    services.event_guests.add_guests(event_id, [GuestDraft(name="马兰")])
    events.remove(event_id)
    assert (events.list_(), services.bookings.list_()) == ([], [])
    services.history.undo()
    assert events.get(event_id).listed == 1
    assert the_booking(services).facts.event_id == event_id


def test_what_is_gone_is_told(events):
    for what in (lambda: events.get(9), lambda: events.remove(9), lambda: events.reopen(9)):
        with pytest.raises(NotFoundError, match="这次活动已经不在台账里"):
            what()
    with pytest.raises(NotFoundError, match="这次活动已经不在台账里"):
        events.change(9, planned(), version=1)


def test_a_held_event_is_not_removed(events, held):
    with pytest.raises(UserError, match="已举办"):
        events.remove(held)


# ---- lists and sums -----------------------------------------------------------------------


def test_a_list_is_narrowed_the_last_first(services, events, venue, held):
    team, _ = services.teams.add(TeamDraft(kind_code="06", name="红马甲志愿队"))
    events.add(planned(venue_id=venue, title="迎新年联欢", kind_code="06", team_id=team))
    titles = [each.facts.title for each in events.list_()]
    assert titles == ["迎新年联欢", "反诈宣传"]

    def found(**wanted):
        return [each.facts.title for each in events.list_(EventFilter(**wanted))]

    for wanted in (
        *({"first": DAY}, {"kind_code": "06"}, {"state": EventState.PLANNED}, {"team_id": team}),
        *({"text": "新年"}, {"text": "棋牌"}, {"text": "yxn"}, {"text": "xinnian"}),
    ):
        assert found(**wanted) == ["迎新年联欢"]
    for wanted in ({"last": TODAY}, {"text": "律师"}, {"text": "广场"}, {"text": "FZXC"}):
        assert found(**wanted) == ["反诈宣传"]
    assert found(text="%") == []
    assert [each.facts.title for each in events.list_(limit=1)] == ["迎新年联欢"]


def test_sums_count_what_was_held(events, held):
    events.add(planned())
    assert events.sums(TODAY, DAY) == [
        EventSum(kind_code="02", count=1, headcount=30, materials=50)
    ]
    assert events.sums(DAY, DAY) == []


def test_what_was_said_before_is_offered_again(events, held):
    assert events.suggestions("speaker", "律") == ["王律师"]
    assert events.suggestions("place") == ["小区广场"]
    assert events.suggestions("organiser") == []


def test_the_ledger_is_printed_from_the_first_on(events, held):
    events.add(planned(title="反诈讲座"))
    rows = events.register(EventFilter(), "活动台账").groups[0].rows
    assert [row[3] for row in rows] == ["反诈宣传", "反诈讲座"]


# ---- the training ledger ------------------------------------------------------------------


def test_a_class_is_entered_in_the_training_ledger_once(services, events, held):
    training_id, _ = events.to_training(held)
    assert services.trainings.get(training_id).facts == TrainingDraft(
        day=TODAY,
        kind_code="03",
        topic="反诈宣传",
        headcount=30,
        place="小区广场",
        teacher="王律师",
    )
    assert events.get(held).training_id == training_id
    with pytest.raises(UserError, match="已经列入培训台账，只列一次"):
        events.to_training(held)
    events.reopen(held)
    for take_back in (lambda: events.call_off(held, "没办"), lambda: events.remove(held)):
        with pytest.raises(UserError, match="已经列入培训台账，不能"):
            take_back()
    services.trainings.remove(training_id)
    events.hold(held, Outcome(headcount=31))
    again, _ = events.to_training(held)
    assert services.trainings.get(again).facts.headcount == 31


def test_what_is_no_training_or_was_not_held_is_not_entered(events, held):
    planned_id, _ = events.add(planned())
    with pytest.raises(UserError, match="筹备中，请先点“办完了”登记"):
        events.to_training(planned_id)
    facts = replace(events.get(held).facts, kind_code="05")
    events.change(held, facts, version=2)
    with pytest.raises(UserError, match="「文体活动」不算培训"):
        events.to_training(held)
    events.change(held, replace(facts, kind_code="04"), version=3)
    events.hold(held, Outcome(headcount=0))
    with pytest.raises(InvalidInput, match="人数「0」"):
        events.to_training(held)


def test_the_training_ledger_is_for_who_may_edit_it(services, held):
    keeper = as_role(services, Role.ROSTER_KEEPER)
    with pytest.raises(NotAllowedError, match="修改培训记录"):
        keeper.events.to_training(held)
