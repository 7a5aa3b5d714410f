"""Reception days: holidays move them, unknown years are named, turns stay whose they are."""

from dataclasses import replace
from datetime import date

import pytest

from linli.domain.reception_notice import door_notice
from linli.domain.reception_rules import (
    check_change,
    check_rule,
    check_visit,
    clean_visit,
    parse_weekdays,
    plan_days,
    weekday_words,
)
from linli.domain.receptions import (
    DayChange,
    OnHoliday,
    Result,
    Rule,
    RuleDraft,
    VisitDraft,
    petition_matters,
)
from linli.domain.settings import HallFacts
from linli.domain.working_days import shipped_calendar
from linli.errors import UserError

TUESDAY_AND_THURSDAY = RuleDraft(
    name="网格接访日",
    weekdays=(1, 3),
    hours="9:30—11:30",
    place="警务室",
    receivers=("王芳", "马力"),
    since=date(2026, 9, 1),
)
VISIT = VisitDraft(day=date(2026, 11, 24), name="李秀英", matter_code="01", content="路灯不亮")


def held(rule, first, last, **more):
    return [day.held_on for day in plan_days(rule, first, last, shipped_calendar(), **more)]


def test_tuesdays_and_thursdays_of_an_ordinary_week():
    days = plan_days(
        TUESDAY_AND_THURSDAY, date(2026, 11, 23), date(2026, 11, 29), shipped_calendar()
    )
    assert [day.held_on for day in days] == [date(2026, 11, 24), date(2026, 11, 26)]
    assert not any(day.why for day in days)
    assert weekday_words((3, 1)) == "每周二、周四"


@pytest.mark.parametrize(
    ("on_holiday", "then"),
    [
        (OnHoliday.MOVE, [date(2026, 10, 8), date(2026, 10, 8), date(2026, 10, 8)]),
        (OnHoliday.SKIP, [None, None, date(2026, 10, 8)]),
        (OnHoliday.KEEP, [date(2026, 10, 1), date(2026, 10, 6), date(2026, 10, 8)]),
    ],
)
def test_days_on_a_holiday(on_holiday, then):
    rule = replace(TUESDAY_AND_THURSDAY, on_holiday=on_holiday)
    assert held(rule, date(2026, 10, 1), date(2026, 10, 8)) == then


def test_over_new_year_2027_nothing_is_pretended():
    rule = replace(TUESDAY_AND_THURSDAY, weekdays=(3, 4))  # New Year's Day is a Friday
    days = plan_days(rule, date(2026, 12, 31), date(2027, 1, 7), shipped_calendar())
    assert [(day.planned, day.held_on, day.certain) for day in days] == [
        (date(2026, 12, 31), date(2026, 12, 31), True),
        (date(2027, 1, 1), date(2027, 1, 4), False),  # which the law names
        (date(2027, 1, 7), date(2027, 1, 7), False),
    ]
    assert days[1].why == "元旦放假，顺延到1月4日"


def test_a_day_that_falls_out_changes_nobody_elses_turn():
    first, last = date(2026, 11, 24), date(2026, 12, 3)
    turns = [d.receiver for d in plan_days(TUESDAY_AND_THURSDAY, first, last, shipped_calendar())]
    out = {date(2026, 11, 26): DayChange(planned=date(2026, 11, 26), held_on=None, note="停电")}
    days = plan_days(TUESDAY_AND_THURSDAY, first, last, shipped_calendar(), out)
    assert [day.receiver for day in days] == turns
    assert sorted(set(turns)) == ["王芳", "马力"]
    assert (days[1].held_on, days[1].why, days[1].changed) == (None, "停电", True)


def test_a_moved_day_says_where_it_went():
    day = date(2026, 11, 26)
    change = DayChange(planned=day, held_on=date(2026, 11, 27), receiver="艾力", note="开会")
    (found,) = plan_days(TUESDAY_AND_THURSDAY, day, day, shipped_calendar(), {day: change})
    assert (found.why, found.receiver) == ("开会，改在11月27日", "艾力")


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("周二、周四", (1, 3)),
        ("每周二四", (1, 3)),
        ("2 4", (1, 3)),
        ("星期天", (6,)),
        ("7,一", (0, 6)),
    ],
)
def test_days_of_the_week_are_read_as_people_write_them(text, days):
    assert parse_weekdays(text) == days


@pytest.mark.parametrize("text", ["", "周末", "8"])
def test_what_is_no_day_of_the_week_is_refused(text):
    with pytest.raises(UserError, match="看不出是星期几"):
        parse_weekdays(text)


def test_a_rule_ends_with_its_last_day():
    rule = replace(TUESDAY_AND_THURSDAY, until=date(2026, 11, 24))
    assert held(rule, date(2026, 11, 23), date(2026, 12, 31)) == [date(2026, 11, 24)]
    assert held(rule, date(2026, 8, 1), date(2026, 8, 31)) == []


def test_what_is_wrong_with_a_rule_is_said_beside_its_field():
    wrong = RuleDraft(name="", weekdays=(), since=date(2026, 9, 1), until=date(2026, 8, 1))
    assert [problem.field for problem in check_rule(wrong)] == ["name", "weekdays", "until"]


def test_a_day_off_needs_its_reason():
    assert [p.field for p in check_change(DayChange(planned=date(2026, 11, 26), held_on=None))]


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"name": ""}, "name"),
        ({"phone": "1391234567"}, "phone"),
        ({"day": date(2026, 11, 25)}, "day"),
        ({"persons": 0}, "persons"),
        ({"matter_code": "77"}, "matter_code"),
        ({"content": " "}, "content"),
        ({"result": Result.HANDED_ON}, "answer"),
        ({"result": Result.FOLLOWED, "follow_up": date(2026, 11, 1)}, "follow_up"),
        ({"result": Result.FOLLOWED, "closed_on": date(2026, 11, 24)}, "outcome"),
        (
            {"result": Result.FOLLOWED, "closed_on": date(2026, 12, 1), "outcome": "换了灯"},
            "closed_on",
        ),
    ],
)
def test_what_is_wrong_with_a_visit_is_said_beside_its_field(change, field):
    draft = clean_visit(replace(VISIT, **change))
    assert [problem.field for problem in check_visit(draft, VISIT.day)] == [field]


def test_what_was_answered_at_once_leaves_nothing_to_do():
    draft = clean_visit(replace(VISIT, follow_up=date(2026, 12, 1)))
    assert draft.follow_up is None
    assert check_visit(draft, VISIT.day) == []


def test_what_is_left_to_do_is_followed_up_in_a_week():
    draft = clean_visit(replace(VISIT, result=Result.FOLLOWED))
    assert draft.follow_up == date(2026, 12, 1)


def test_petitions_are_behind_a_right():
    assert petition_matters() == {"09"}


def test_the_notice_on_the_door_says_what_moves_and_what_nobody_knows():
    rule = Rule(id=1, version=1, facts=TUESDAY_AND_THURSDAY, grid="第1网格")
    days = plan_days(rule.facts, date(2026, 10, 1), date(2026, 10, 8), shipped_calendar())
    hall = HallFacts(community="西河社区", hotline="0994-4820000")
    notice = door_notice(rule, days, hall, date(2026, 9, 28))
    texts = [text for _, text in notice.texts()]
    assert "网格接访日安排" in texts
    assert texts.count("2026年10月8日") == 1  # three planned days became one
    assert "10月1日国庆节放假，顺延到10月8日。" in texts
    later = plan_days(rule.facts, date(2027, 3, 1), date(2027, 3, 9), shipped_calendar())
    said = door_notice(rule, later, hall, date(2026, 11, 23)).texts()
    assert ("正文", "2027年放假安排公布后如有变动，另行通知。") in said


def test_no_notice_of_no_days():
    rule = Rule(id=1, version=1, facts=TUESDAY_AND_THURSDAY)
    with pytest.raises(UserError, match="没有一天接待"):
        door_notice(rule, [], HallFacts(community="西河社区"), date(2026, 11, 23))
