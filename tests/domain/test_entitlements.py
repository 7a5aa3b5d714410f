from dataclasses import replace
from datetime import date, timedelta

import pytest

from linli.domain.codes import code_table
from linli.domain.entitlement_rules import check_entitlement, clean_entitlement
from linli.domain.entitlements import (
    EXPIRING_DAYS,
    EntitlementDraft,
    EntitlementState,
    overdue_days,
    state_of,
)
from linli.domain.values.dates import PartialDate

TODAY = date(2026, 11, 23)
PLAIN = EntitlementDraft(resident_id=1, kind_code="01")


def on(days: int) -> date:
    return TODAY + timedelta(days=days)


@pytest.mark.parametrize(
    ("until", "review", "state"),
    [
        (None, None, EntitlementState.CURRENT),
        (None, 1, EntitlementState.CURRENT),
        (None, 0, EntitlementState.REVIEW),
        (None, -1, EntitlementState.REVIEW),
        (0, -1, EntitlementState.ENDED),
        (-1, None, EntitlementState.ENDED),
        (1, None, EntitlementState.EXPIRING),
        (EXPIRING_DAYS, None, EntitlementState.EXPIRING),
        (EXPIRING_DAYS + 1, None, EntitlementState.CURRENT),
        (1, 0, EntitlementState.REVIEW),
    ],
)
def test_state_follows_from_the_days(until, review, state):
    days = {"until": until, "review_date": review}
    dated = {name: on(day) for name, day in days.items() if day is not None}
    assert state_of(replace(PLAIN, **dated), TODAY) is state


def test_review_that_is_due_today_is_not_overdue():
    assert overdue_days(replace(PLAIN, review_date=TODAY), TODAY) == 0
    assert overdue_days(replace(PLAIN, review_date=on(-3)), TODAY) == 3
    assert overdue_days(replace(PLAIN, review_date=on(-3), until=on(-1)), TODAY) == 0


def test_texts_are_tidied():
    said = replace(PLAIN, number=" 低保 001 ", note="甲\n\n乙")
    assert clean_entitlement(said) == replace(PLAIN, number="低保 001", note="甲\n乙")


@pytest.mark.parametrize(
    ("facts", "field"),
    [
        ({"kind_code": ""}, "kind_code"),
        ({"kind_code": "77"}, "kind_code"),
        ({"persons": 0}, "persons"),
        ({"persons": 300}, "persons"),
        ({"amount": 10_000_001}, "amount"),
        ({"since": PartialDate(2027)}, "since"),
        ({"since": PartialDate(2026, 3), "until": date(2026, 2, 1)}, "until"),
        ({"since": PartialDate(2026, 3), "review_date": date(2026, 2, 1)}, "review_date"),
    ],
)
def test_broken_rule_is_named_beside_its_field(facts, field):
    problems = check_entitlement(replace(PLAIN, **facts), TODAY)
    assert [problem.field for problem in problems] == [field]


def test_what_is_right_has_no_problem():
    facts = {"since": PartialDate(2026), "until": on(-1), "amount": 0, "persons": 2}
    assert check_entitlement(replace(PLAIN, **facts), TODAY) == []


@pytest.mark.parametrize(
    ("typed", "code"),
    [("低保户", "01"), ("五保", "02"), ("就业援助", "07"), ("高龄补贴", "09"), ("护理补贴", "11")],
)
def test_kinds_are_known_as_people_call_them(typed, code):
    assert code_table("entitlement").code_of(typed) == code
