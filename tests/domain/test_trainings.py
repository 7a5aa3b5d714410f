from dataclasses import replace
from datetime import date, timedelta

import pytest

from linli.domain.codes import code_table
from linli.domain.training_rules import check_training, clean_training
from linli.domain.trainings import Training, TrainingDraft, TrainingSum, period, sums_of, sums_text

TODAY = date(2026, 11, 23)
PLAIN = TrainingDraft(day=TODAY, kind_code="01", topic="消防知识", headcount=20)


def held(kind, count):
    return Training(id=1, version=1, facts=replace(PLAIN, kind_code=kind, headcount=count))


def test_sums_are_told_as_the_source_tells_them():
    classes = [held("01", 20) for _ in range(5)] + [held("01", 26)]
    trips = [held("02", 10), held("02", 20)]
    sums = sums_of([*trips, *classes])
    assert sums == [
        TrainingSum(kind_code="01", count=6, headcount=126),
        TrainingSum(kind_code="02", count=2, headcount=30),
    ]
    assert sums_text(sums) == "培训班 6 次，外出参观 2 次，受教育 156 人次"
    assert sums_text([]) == ""


@pytest.mark.parametrize(
    ("name", "day", "first", "last"),
    [
        ("month", "2026-11-23", "2026-11-01", "2026-11-30"),
        ("month", "2026-12-31", "2026-12-01", "2026-12-31"),
        ("month", "2028-02-01", "2028-02-01", "2028-02-29"),
        ("quarter", "2026-11-23", "2026-10-01", "2026-12-31"),
        ("quarter", "2026-03-31", "2026-01-01", "2026-03-31"),
        ("year", "2026-11-23", "2026-01-01", "2026-12-31"),
        ("last_year", "2026-01-01", "2025-01-01", "2025-12-31"),
    ],
)
def test_period_holds_its_first_and_last_day(name, day, first, last):
    found = period(name, date.fromisoformat(day))
    assert found == (date.fromisoformat(first), date.fromisoformat(last))


@pytest.mark.parametrize(
    ("facts", "field"),
    [
        ({"kind_code": ""}, "kind_code"),
        ({"kind_code": "77"}, "kind_code"),
        ({"topic": ""}, "topic"),
        ({"day": TODAY + timedelta(days=1)}, "day"),
        ({"headcount": 0}, "headcount"),
        ({"headcount": 100_001}, "headcount"),
    ],
)
def test_broken_rule_is_named_beside_its_field(facts, field):
    problems = check_training(replace(PLAIN, **facts), TODAY)
    assert [problem.field for problem in problems] == [field]


def test_what_is_right_has_no_problem():
    said = replace(PLAIN, topic=" 消防 知识 ", place="无")
    clean = clean_training(said)
    assert (clean.topic, clean.place) == ("消防 知识", None)
    assert check_training(clean, TODAY) == []


@pytest.mark.parametrize(
    ("typed", "code"), [("培训", "01"), ("参观", "02"), ("普法", "03"), ("季度党课", "04")]
)
def test_kinds_are_known_as_people_call_them(typed, code):
    assert code_table("training").code_of(typed) == code
