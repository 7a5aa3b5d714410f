"""What of events, and of who is on their lists, cannot be saved."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from support.venues import at

from linli.domain.codes import code_table
from linli.domain.event_rules import (
    check_event,
    check_guest,
    check_outcome,
    check_present,
    clean_event,
    clean_guest,
    double_of,
)
from linli.domain.events import EVENT_TABLE, Event, EventDraft, GuestDraft, Outcome, training_code
from linli.domain.trainings import TRAINING_TABLE

TODAY = date(2026, 11, 23)
NOW = at(9, day=TODAY)
DRAFT = EventDraft(
    kind_code="02",
    title="反诈宣传",
    begins=at(9, day=TODAY),
    ends=at(11, day=TODAY),
)
EVENT = Event(id=1, version=1, facts=DRAFT)


def test_an_event_in_order_breaks_no_rule():
    assert check_event(DRAFT, NOW) == []
    whole_day = replace(DRAFT, ends=DRAFT.begins + timedelta(hours=24))
    assert check_event(whole_day, NOW) == []


@pytest.mark.parametrize(
    ("facts", "field", "said"),
    [
        ({"kind_code": "77"}, "kind_code", "没有选活动类别"),
        ({"title": ""}, "title", "没有填写活动名称"),
        ({"ends": DRAFT.begins - timedelta(hours=1)}, "ends", "结束「08:00」"),
        ({"ends": DRAFT.begins + timedelta(hours=25)}, "ends", "超过 24 小时"),
        ({"phone": "12"}, "phone", "12"),
        ({"expected": 0}, "expected", "「0」"),
    ],
)
def test_what_is_wrong_is_said_with_the_value(facts, field, said):
    (problem,) = check_event(replace(DRAFT, **facts), NOW)
    assert (problem.field, said in problem.message) == (field, True)


def test_a_year_typed_wrong_is_refused():
    years = timedelta(days=800)
    far = replace(DRAFT, begins=DRAFT.begins + years, ends=DRAFT.ends + years)
    (problem,) = check_event(far, NOW)
    assert "请核对年份" in problem.message


def test_texts_are_tidied():
    clean = clean_event(replace(DRAFT, title=" 反诈宣传 ", place="无", content="一\n\n二"))
    assert (clean.title, clean.place, clean.content) == ("反诈宣传", None, "一\n二")


@pytest.mark.parametrize(
    ("outcome", "field", "said"),
    [
        (Outcome(headcount=-1), "headcount", "「-1」"),
        (Outcome(headcount=4), "headcount", "比签到的 5 人还少"),
        (Outcome(headcount=5, materials=-1), "materials", "「-1」"),
    ],
)
def test_an_outcome_counts_at_least_who_signed_in(outcome, field, said):
    (problem,) = check_outcome(outcome, replace(EVENT, present=5), TODAY)
    assert (problem.field, said in problem.message) == (field, True)


def test_nothing_is_held_before_its_day():
    (problem,) = check_outcome(Outcome(headcount=5), EVENT, TODAY - timedelta(days=1))
    assert "2026年11月23日才办" in problem.message
    assert check_outcome(Outcome(headcount=0), EVENT, TODAY) == []


def test_nobody_signs_in_before_the_day_and_no_more_than_came():
    assert "才办" in check_present(1, EVENT, date(2026, 11, 22))[0].message
    assert check_present(0, EVENT, date(2026, 11, 22)) == []
    held = replace(EVENT, outcome=Outcome(headcount=3))
    assert check_present(3, held, TODAY) == []
    assert "签到 4 人，比登记的实到 3 人次还多" in check_present(4, held, TODAY)[0].message


@pytest.mark.parametrize("quarters", [0, 9])
def test_a_helper_serves_no_longer_than_the_event(quarters):
    guest = GuestDraft(name="马兰", quarters=quarters)
    (problem,) = check_guest(guest, DRAFT)
    assert (problem.field, "一共 2 小时" in problem.message) == ("quarters", True)
    assert check_guest(replace(guest, quarters=8), DRAFT) == []


def test_a_guest_has_a_name():
    assert [each.field for each in check_guest(clean_guest(GuestDraft(name=" ")), DRAFT)] == [
        "name"
    ]


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ({}, {}, True),
        ({"phone": "13812345678"}, {}, True),
        ({"phone": "13812345678"}, {"phone": "13912345678"}, False),
        ({"name": "马力"}, {}, False),
        ({"resident_id": 1}, {"resident_id": 1, "name": "马力"}, True),
        ({"resident_id": 1}, {"resident_id": 2}, False),
        ({"resident_id": 1, "worker_id": 3}, {"resident_id": 2, "worker_id": 3}, True),
        ({"resident_id": 1}, {"worker_id": 3}, True),
    ],
)
def test_who_is_the_same_person_on_a_list(one, other, same):
    first, second = (GuestDraft(**({"name": "马兰"} | facts)) for facts in (one, other))
    assert (double_of(first, [second]) is not None) is same


def test_the_trainings_among_events_are_known_to_the_training_ledger():
    found = {code: training_code(code) for code in code_table(EVENT_TABLE).names}
    assert {code for code, training in found.items() if training} == {"02", "03", "04"}
    kinds = code_table(TRAINING_TABLE)
    assert [kinds.label(found[code]) for code in ("02", "03", "04")] == ["普法班", "培训班", "党课"]
