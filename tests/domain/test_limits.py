"""Time limits: counted by the Civil Code, versions by day, and what may be called 法定."""

from calendar import monthrange
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from linli.domain.limit_rules import check_limit, clean_limit, own_key
from linli.domain.limits import (
    Area,
    Basis,
    Limit,
    LimitDraft,
    Limits,
    Unit,
    due_day,
    events,
    is_certain,
    longest_day,
    shipped_limits,
    ticks,
)
from linli.domain.working_days import shipped_calendar

CALENDAR = shipped_calendar()
SHIPPED = Limits(shipped_limits())
OWN = LimitDraft(
    key="own.1",
    title="证明开具",
    area=Area.OTHER,
    start="started",
    end="finished",
    amount=3,
    unit=Unit.WORKING_DAYS,
)
_DAYS = st.dates(min_value=date(2024, 1, 1), max_value=date(2027, 6, 30))


def a_limit(amount: int, unit: Unit, *, roll_forward: bool = True) -> LimitDraft:
    """Return a limit of an own matter."""
    return replace(OWN, amount=amount, unit=unit, roll_forward=roll_forward)


def slow_due_day(limit: LimitDraft, start: date) -> date:
    """Count as a person does with a paper calendar: one day after the other."""
    day, amount = start, limit.amount or 0
    if limit.unit is Unit.MONTHS:
        month, year = start.month, start.year
        for _ in range(amount):
            month, year = (1, year + 1) if month == 12 else (month + 1, year)
        day = date(year, month, min(start.day, monthrange(year, month)[1]))
    else:
        while amount:
            day += timedelta(days=1)
            if limit.unit is Unit.DAYS or CALENDAR.is_working_day(day):
                amount -= 1
    while limit.roll_forward and not CALENDAR.is_working_day(day):
        day += timedelta(days=1)
    return day


@pytest.mark.parametrize(
    ("start", "amount", "unit", "due"),
    [
        (date(2026, 9, 2), 30, Unit.DAYS, date(2026, 10, 8)),  # the 30th day is a holiday
        (date(2026, 9, 18), 5, Unit.WORKING_DAYS, date(2026, 9, 24)),  # Sunday the 20th is worked
        (date(2026, 2, 13), 5, Unit.WORKING_DAYS, date(2026, 2, 27)),
        (date(2026, 1, 31), 1, Unit.MONTHS, date(2026, 2, 28)),  # a worked Saturday
        (date(2026, 3, 31), 1, Unit.MONTHS, date(2026, 4, 30)),
        (date(2026, 4, 1), 1, Unit.MONTHS, date(2026, 5, 6)),  # 5/1 to 5/5 are free
        (date(2024, 2, 29), 12, Unit.MONTHS, date(2025, 2, 28)),
        (date(2026, 6, 10), 0, Unit.DAYS, date(2026, 6, 10)),
    ],
)
def test_a_term_ends_by_the_rules_of_the_civil_code(
    start: date, amount: int, unit: Unit, due: date
) -> None:
    assert due_day(a_limit(amount, unit), start, CALENDAR) == due


def test_a_promise_of_the_hall_can_end_on_a_day_off() -> None:
    limit = a_limit(30, Unit.DAYS, roll_forward=False)
    assert due_day(limit, date(2026, 9, 2), CALENDAR) == date(2026, 10, 2)


@settings(max_examples=300)
@given(
    start=_DAYS,
    amount=st.integers(0, 90),
    unit=st.sampled_from(Unit),
    roll_forward=st.booleans(),
)
def test_counting_agrees_with_counting_by_hand(
    start: date,
    amount: int,
    unit: Unit,
    roll_forward: bool,
) -> None:
    limit = a_limit(amount % 13 if unit is Unit.MONTHS else amount, unit, roll_forward=roll_forward)
    assert due_day(limit, start, CALENDAR) == slow_due_day(limit, start)


@given(start=_DAYS, amount=st.integers(0, 60), unit=st.sampled_from(Unit))
def test_a_longer_term_never_ends_earlier(start: date, amount: int, unit: Unit) -> None:
    shorter, longer = (a_limit(each, unit) for each in (amount, amount + 1))
    assert due_day(shorter, start, CALENDAR) <= due_day(longer, start, CALENDAR)


def test_an_extension_never_makes_a_term_shorter() -> None:
    limit = SHIPPED.versions("mediation.settle")[0].facts
    start = date(2026, 9, 2)
    assert due_day(limit, start, CALENDAR, date(2026, 9, 10)) == date(2026, 10, 8)
    assert due_day(limit, start, CALENDAR, date(2026, 11, 2)) == date(2026, 11, 2)


def test_a_petition_can_be_extended_by_thirty_days_after_the_sixty() -> None:
    limit = SHIPPED.versions("petition.close")[0].facts
    assert due_day(limit, date(2026, 3, 2), CALENDAR) == date(2026, 5, 6)  # 5/1 is a holiday
    assert longest_day(limit, date(2026, 3, 2), CALENDAR) == date(2026, 6, 1)  # 5/31 is a Sunday


def test_consent_extends_mediation_without_a_bound_and_nothing_extends_confirmation() -> None:
    start = date(2026, 9, 2)
    settle, confirm = (
        SHIPPED.versions(key)[0].facts for key in ("mediation.settle", "mediation.confirm")
    )
    assert longest_day(settle, start, CALENDAR) is None
    assert longest_day(confirm, start, CALENDAR) == due_day(confirm, start, CALENDAR)


@pytest.mark.parametrize(
    ("limit", "start", "certain"),
    [
        (a_limit(5, Unit.WORKING_DAYS), date(2026, 9, 18), True),
        (a_limit(5, Unit.WORKING_DAYS), date(2026, 12, 30), False),
        (a_limit(30, Unit.DAYS), date(2027, 3, 1), False),
        (a_limit(30, Unit.DAYS, roll_forward=False), date(2027, 3, 1), True),
    ],
)
def test_a_day_of_a_year_without_announced_holidays_is_told_as_uncertain(
    limit: LimitDraft, start: date, *, certain: bool
) -> None:
    due = due_day(limit, start, CALENDAR)
    assert is_certain(limit, start, due, CALENDAR) is certain


# ---- versions ------------------------------------------------------------------------------


def test_what_began_before_keeps_the_limit_of_its_day() -> None:
    shipped = SHIPPED.versions("suggestion.answer")[0].facts
    newer = replace(shipped, amount=7, valid_from=date(2026, 7, 1))
    limits = Limits([*shipped_limits(), Limit(facts=newer, id=1, version=1)])
    old = limits.on("suggestion.answer", date(2026, 6, 30))
    new = limits.on("suggestion.answer", date(2026, 7, 1))
    assert old is not None
    assert new is not None
    assert (old.facts.amount, new.facts.amount) == (shipped.amount, 7)


def test_the_halls_own_version_counts_before_the_shipped_one_of_the_same_day() -> None:
    shipped = SHIPPED.versions("mediation.visit")[0].facts
    limits = Limits([Limit(facts=replace(shipped, amount=10), id=1), *shipped_limits()])
    found = limits.on("mediation.visit", date(2026, 1, 1))
    assert found is not None
    assert found.facts.amount == 10


def test_a_limit_that_has_ended_is_none_any_more() -> None:
    over = replace(OWN, valid_until=date(2026, 5, 31))
    limits = Limits([Limit(facts=over, id=1)])
    assert limits.on("own.1", date(2026, 5, 31)) is not None
    assert limits.on("own.1", date(2026, 6, 1)) is None
    assert limits.current(date(2026, 6, 1)) == ()


# ---- what comes along -----------------------------------------------------------------------


def test_every_shipped_limit_keeps_the_rules_of_the_editor() -> None:
    problems = [
        (limit.facts.key, problem.message)
        for limit in shipped_limits()
        for problem in check_limit(clean_limit(limit.facts), SHIPPED)
    ]
    assert problems == []


def test_what_no_law_names_is_not_called_statutory() -> None:
    uncertain = {
        *("mediation.accept", "mediation.visit", "mediation.file", "suggestion.answer"),
        *("petition.simple_tell", "petition.simple_close", "other.hotline"),
    }
    of = {limit.facts.key: limit.facts for limit in shipped_limits()}
    assert not any(of[key].statutory for key in uncertain)
    assert of["mediation.settle"].basis is Basis.GUIDANCE
    assert of["mediation.confirm"].statutory
    assert of["mediation.accept"].amount is None


def test_only_what_a_register_knows_can_be_counted() -> None:
    of = {limit.facts.key: limit.facts for limit in shipped_limits()}
    assert ticks(of["mediation.confirm"])
    assert not ticks(of["mediation.court"])
    assert not ticks(of["mediation.accept"])
    assert all((each.area, each.end) in events() for each in of.values())


# ---- before saving -------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("change", "field", "words"),
    [
        ({"title": ""}, "title", "没有填写事项"),
        ({"title": "调解办结", "area": Area.MEDIATION}, "title", "已经有"),
        ({"amount": -1}, "amount", "-1 个工作日不对"),
        ({"amount": 501}, "amount", "应为 0 到 500"),
        ({"amount": 121, "unit": Unit.MONTHS}, "amount", "应为 0 到 120"),
        ({"start": "accepted"}, "start", "没有这样的起止"),
        ({"end": "started"}, "end", "同一件事"),
        ({"extension": 0, "extended_by": "主任"}, "extension", "延长 0 日不对"),
        ({"amount": None, "extension": 3, "extended_by": "主任"}, "extension", "先填期限"),
        ({"warn_days": 400}, "warn_days", "提前 400 天"),
        ({"basis": Basis.LAW, "source": "听说的"}, "source", "法律法规的名称"),
        (
            {"valid_from": date(2026, 5, 1), "valid_until": date(2026, 4, 1)},
            "valid_until",
            "比开始适用的日子还早",
        ),
        ({"valid_from": date(26, 5, 1)}, "valid_from", "请核对年份"),
    ],
)
def test_a_limit_that_cannot_be_is_refused_with_its_value(
    change: dict[str, object], field: str, words: str
) -> None:
    draft = clean_limit(replace(OWN, **change))  # type: ignore[arg-type]  # fields by name
    problems = {each.field: each.message for each in check_limit(draft, SHIPPED)}
    assert words in problems[field]


def test_a_matter_without_a_national_term_cannot_be_made_statutory() -> None:
    accept = SHIPPED.versions("mediation.accept")[0].facts
    draft = replace(accept, amount=3, basis=Basis.LAW, source="《某办法》")
    assert [each.field for each in check_limit(draft, SHIPPED)] == ["basis"]


def test_another_statutory_figure_wants_another_source() -> None:
    confirm = SHIPPED.versions("mediation.confirm")[0].facts
    assert [each.field for each in check_limit(replace(confirm, amount=60), SHIPPED)] == ["source"]
    renewed = replace(confirm, amount=60, source="《人民调解法》（修订）第四十条")
    assert check_limit(renewed, SHIPPED) == []
    promised = replace(confirm, amount=20, basis=Basis.OWN)
    assert check_limit(promised, SHIPPED) == []


def test_own_matters_are_numbered_on() -> None:
    assert own_key(SHIPPED) == "own.1"
    limits = Limits([Limit(facts=replace(OWN, key="own.7"), id=1)])
    assert own_key(limits) == "own.8"
