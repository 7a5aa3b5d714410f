"""Visits through the service: log, due list, months, several people at once, pairings."""

from datetime import date, timedelta

import pytest
from support.cards import page_texts
from support.window import settle

from linli.domain.pairings import Helper, PairingDraft
from linli.domain.visits import FIVE_VISITS, VisitDraft, VisitFilter, pairing_visits
from linli.errors import ConflictError, InvalidInput, NotFoundError, UserError

TODAY = date(2026, 11, 23)
ALL = VisitFilter()


@pytest.fixture
def cast(services):
    return settle(services)


@pytest.fixture
def visit(services):
    """Record a visit so many days from today."""

    def make(days=0, kind="10", due=None, **whom):
        day = TODAY + timedelta(days=days)
        following = None if due is None else TODAY + timedelta(days=due)
        draft = VisitDraft(day=day, kind_code=kind, next_due=following, **whom)
        return services.visits.add(draft)[0]

    return make


def ids(services, **conditions):
    return [item.id for item in services.visits.list_all(VisitFilter(**conditions))]


def test_visits_name_the_person_or_the_household_last_first(services, cast, visit):
    older = visit(-3, household_id=cast.household)
    newer = visit(-1, resident_id=cast.alone)
    found = services.visits.list_all(ALL)
    assert [(item.id, item.whom, item.place) for item in found] == [
        (newer, "买买提·艾力", "西河小区1号楼1单元101室"),
        (older, "张建国户", "西河小区3号楼2单元501室"),
    ]


def test_a_person_has_the_visits_of_the_household_too(services, cast, visit):
    own, shared = visit(resident_id=cast.head), visit(household_id=cast.household)
    visit(resident_id=cast.alone)
    assert set(ids(services, resident_id=cast.head)) == {own, shared}
    assert ids(services, resident_id=cast.wife) == [shared]
    assert set(ids(services, household_id=cast.household)) == {own, shared}


def test_due_list_has_the_last_visit_alone_and_begins_with_the_longest_overdue(
    services, cast, visit
):
    visit(-30, due=-20, resident_id=cast.head)
    last = visit(-10, due=-2, resident_id=cast.head)
    today = visit(-10, due=0, resident_id=cast.wife)
    later = visit(-10, due=7, household_id=cast.household)
    assert ids(services, due_within=0) == [last, today]
    assert ids(services, due_within=7) == [last, today, later]
    visit(0, resident_id=cast.head)
    assert ids(services, due_within=0) == [today]


def test_several_people_are_visited_in_one_step(services, cast):
    draft = VisitDraft(day=TODAY, kind_code="03", visitor="王芳")
    services.visits.add_for([cast.head, cast.wife, cast.alone], draft)
    assert services.visits.count(ALL) == 3
    assert services.history.state().undo.action == "登记节日必访 3 人"
    services.history.undo()
    assert services.visits.count(ALL) == 0
    with pytest.raises(UserError):
        services.visits.add_for([], draft)


@pytest.mark.parametrize(
    ("facts", "field"),
    [
        ({"day": TODAY + timedelta(days=1)}, "day"),
        ({"kind_code": "77"}, "kind_code"),
        ({"next_due": TODAY}, "next_due"),
        ({"resident_id": None}, "resident_id"),
    ],
)
def test_broken_rule_is_named_beside_its_field(services, cast, facts, field):
    right = {"day": TODAY, "kind_code": "10", "resident_id": cast.head}
    with pytest.raises(InvalidInput) as caught:
        services.visits.add(VisitDraft(**(right | facts)))
    assert [problem.field for problem in caught.value.problems] == [field]


def test_changing_and_removing(services, cast, visit):
    number = visit(resident_id=cast.head)
    item = services.visits.get(number)
    changed = VisitDraft(day=TODAY, kind_code="21", resident_id=cast.head, content="血压正常")
    services.visits.update(number, changed, version=item.version)
    assert services.visits.get(number).facts == changed
    with pytest.raises(ConflictError):
        services.visits.update(number, changed, version=item.version)
    services.visits.remove(number)
    with pytest.raises(NotFoundError):
        services.visits.get(number)


def test_months_count_by_kind(services, cast, visit):
    for days, kind in ((-30, "01"), (-1, "01"), (-2, "10"), (0, "10")):
        visit(days, kind, resident_id=cast.head)
    months = services.visits.months(ALL)
    assert [(month.month, month.counts, month.total) for month in months] == [
        (date(2026, 10, 1), {"01": 1}, 1),
        (date(2026, 11, 1), {"01": 1, "10": 2}, 3),
    ]
    rows = services.visits.month_register(ALL, "按月合计").groups[0].rows
    assert rows[-1] == ("合计", "2", "2", "4")
    five = VisitFilter(kind_codes=frozenset(FIVE_VISITS))
    assert services.visits.count(five) == 2


def test_log_is_printed(services, cast):
    draft = VisitDraft(
        day=TODAY, kind_code="01", resident_id=cast.head, visitor="王芳", content="已出院"
    )
    services.visits.add(draft)
    content = services.registers.pdf(services.visits.register(ALL, "走访记录"), across=True)
    text = "".join(page_texts(content))
    for said in ("走访记录", "住院必访", "张建国", "王芳", "已出院", "合计"):
        assert said in text


def test_visits_of_a_pairing_are_the_helpers_to_the_household_in_its_time(services, cast):
    helper = Helper(name="马书记")
    since, until = TODAY - timedelta(days=9), TODAY - timedelta(days=2)
    draft = PairingDraft(household_id=cast.household, helper=helper, since=since, until=until)

    def went(days, visitor="马书记", **whom):
        day = TODAY + timedelta(days=days)
        visit = VisitDraft(day=day, kind_code="11", visitor=visitor, **whom)
        return services.visits.add(visit)[0]

    first = went(-9, household_id=cast.household)
    last = went(-2, resident_id=cast.wife)
    went(-10, household_id=cast.household)
    went(-1, household_id=cast.household)
    went(-5, "王芳", household_id=cast.household)
    went(-5, resident_id=cast.alone)
    found = services.visits.list_all(pairing_visits(draft))
    assert [item.id for item in found] == [last, first]


def test_visits_go_along_when_households_join(services, cast, visit):
    number = visit(household_id=cast.lonely_household)
    services.households.join(cast.lonely_household, cast.household, {cast.alone: "99"})
    assert services.visits.get(number).facts.household_id == cast.household


def test_household_with_visits_is_not_dissolved(services, cast, visit):
    number = visit(household_id=cast.lonely_household)
    services.households.move_member(cast.alone, None, None)
    assert services.visits.get(number).whom == "无人的户"


def test_people_in_the_bin_have_no_visits(services, cast, visit):
    visit(resident_id=cast.head)
    services.residents.recycle([cast.head])
    assert services.visits.list_all(ALL) == []
