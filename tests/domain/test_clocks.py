"""Clocks: lights, words, and the clocks of a mediation case through its life."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from linli.domain.case_clocks import clocks_of
from linli.domain.case_flow import Stage, Step, next_stage, steps_from
from linli.domain.cases import (
    Agreement,
    AgreementForm,
    Case,
    CaseDraft,
    CaseNumber,
    CourtRuling,
    Duty,
    FollowUp,
    Mediator,
    StepDraft,
    TakenStep,
)
from linli.domain.clocks import (
    Clock,
    ClockFilter,
    Light,
    Subject,
    clock_of,
    fits,
    in_order,
    light_of,
    summary_of,
)
from linli.domain.limits import Area, LimitDraft, Limits, Unit, shipped_limits
from linli.domain.working_days import shipped_calendar

CALENDAR = shipped_calendar()
LIMITS = Limits(shipped_limits())
TODAY = date(2026, 9, 24)
SUBJECT = Subject(area=Area.OTHER, id=1, number="第1号", title="证明", who="李调解")


def a_clock(
    days: int, *, unit: Unit = Unit.DAYS, today: date = TODAY, lapses: bool = False
) -> Clock:
    """Return a clock that began on 2026-09-18 and runs so many days."""
    limit = LimitDraft(
        key="own.1",
        title="办结",
        area=Area.OTHER,
        start="started",
        end="finished",
        amount=days,
        unit=unit,
        roll_forward=False,
        lapses=lapses,
    )
    return clock_of(SUBJECT, limit, date(2026, 9, 18), CALENDAR, today)


@pytest.mark.parametrize(
    ("left", "light"),
    [(-1, Light.RED), (0, Light.AMBER), (3, Light.AMBER), (4, Light.GREEN)],
)
def test_due_today_is_not_overdue(left: int, light: Light) -> None:
    assert light_of(left, 3) is light


@pytest.mark.parametrize(
    ("clock", "words", "light"),
    [
        (a_clock(6), "今天到期", Light.AMBER),
        (a_clock(5), "已超 1 天", Light.RED),
        (a_clock(10), "还有 4 天", Light.GREEN),
        (a_clock(5, unit=Unit.WORKING_DAYS), "今天到期", Light.AMBER),
        (a_clock(5, unit=Unit.WORKING_DAYS, today=date(2026, 9, 27)), "已超 3 天", Light.RED),
        (a_clock(7, unit=Unit.WORKING_DAYS), "还有 2 个工作日", Light.AMBER),
        (a_clock(5, lapses=True), "期限已过", Light.DONE),
        (replace(a_clock(5), done=date(2026, 9, 23), light=Light.DONE), "按时办结", Light.DONE),
        (
            replace(a_clock(5), done=date(2026, 9, 25), light=Light.DONE),
            "办结，超 2 天",
            Light.DONE,
        ),
    ],
)
def test_a_clock_says_how_it_stands(clock: Clock, words: str, light: Light) -> None:
    assert (clock.words, clock.light) == (words, light)


def test_a_list_shows_open_clocks_first_due_first_and_sums_them() -> None:
    clocks = [a_clock(days) for days in (10, 5, 6)] + [a_clock(4, lapses=True)]
    shown = sorted((each for each in clocks if fits(each, ClockFilter())), key=in_order)
    assert [each.words for each in shown] == ["已超 1 天", "今天到期", "还有 4 天"]
    assert summary_of(clocks).words == "1 项已超期，1 项今天到期"
    assert summary_of([]).words == ""


@pytest.mark.parametrize(
    ("wanted", "count"),
    [
        (ClockFilter(lights=frozenset({Light.RED})), 0),
        (ClockFilter(area=Area.OTHER), 1),
        (ClockFilter(area=Area.PETITION), 0),
        (ClockFilter(since=date(2026, 9, 25)), 0),
        (ClockFilter(until=date(2026, 9, 24)), 1),
        (ClockFilter(text="李调"), 1),
        (ClockFilter(text="第2号"), 0),
    ],
)
def test_conditions_narrow_the_list(wanted: ClockFilter, count: int) -> None:
    assert sum(fits(each, wanted) for each in [a_clock(6)]) == count


# ---- a case --------------------------------------------------------------------------------


def a_case(*steps: tuple[Step, date], until: date | None = None, **facts: Any) -> Case:
    """Return a case registered on 2026-08-01 that went through these steps."""
    stage, taken = Stage.REGISTERED, list[TakenStep]()
    for number, (step, day) in enumerate(steps, 1):
        reached = next_stage(stage, step)
        assert reached is not None, (stage, step)
        stage = reached
        draft = StepDraft(step=step, day=day, until=until if step is Step.EXTEND else None)
        entered = datetime(day.year, day.month, day.day, tzinfo=UTC)
        taken.append(TakenStep(id=number, facts=draft, by="李调解", entered=entered, stage=stage))
    registered = CaseDraft(
        title="漏水纠纷",
        registered_on=date(2026, 8, 1),
        kind_code="02",
        mediators=(Mediator(name="李调解", presides=True),),
    )
    called = CaseNumber(year=2026, sequence=1, mark="西")
    return Case(
        id=1, version=1, facts=registered, number=called, stage=stage, steps=tuple(taken), **facts
    )


def of(case: Case, today: date = TODAY) -> dict[str, Clock]:
    """Return the clocks of a case by what they are."""
    return {clock.what: clock for clock in clocks_of(case, LIMITS, CALENDAR, today)}


ACCEPTED = (Step.ACCEPT, date(2026, 8, 3))
MET = (Step.MEET, date(2026, 8, 20))
WRITTEN = (Step.AGREE_WRITTEN, date(2026, 9, 1))
AGREEMENT = Agreement(
    form=AgreementForm.WRITTEN, agreed_on=date(2026, 9, 1), effective_on=date(2026, 9, 2)
)


def test_a_case_has_a_month_to_be_settled() -> None:
    clock = of(a_case(ACCEPTED), date(2026, 9, 4))["调解办结"]
    assert clock.due == date(2026, 9, 3)
    assert clock.words == "已超 1 天"
    assert clock.subject.number == "〔2026〕西人调字第1号"
    assert clock.subject.who == "李调解"


def test_consent_makes_the_month_longer_until_the_agreed_day() -> None:
    case = a_case(ACCEPTED, (Step.EXTEND, date(2026, 9, 1)), until=date(2026, 10, 15))
    clock = of(case)["调解办结"]
    assert (clock.due, clock.extended, clock.light) == (date(2026, 10, 15), True, Light.GREEN)


def test_confirmation_ends_thirty_days_after_the_agreement_takes_effect() -> None:
    clock = of(a_case(ACCEPTED, MET, WRITTEN, agreement=AGREEMENT))["共同申请司法确认"]
    assert clock.due == date(2026, 10, 8)
    assert clock.certain
    assert clock.basis_words.startswith("法定：《人民调解法》第三十三条")


def test_a_right_that_was_not_used_is_not_overdue() -> None:
    case = a_case(ACCEPTED, MET, WRITTEN, agreement=AGREEMENT)
    clock = of(case, date(2026, 10, 9))["共同申请司法确认"]
    assert (clock.light, clock.words) == (Light.DONE, "期限已过")


def test_an_application_stops_the_clock_of_confirmation() -> None:
    agreement = replace(AGREEMENT, applied_on=date(2026, 9, 20), court="区法院")
    clock = of(a_case(ACCEPTED, MET, WRITTEN, agreement=agreement))["共同申请司法确认"]
    assert (clock.light, clock.words) == (Light.DONE, "按时办结")


def test_an_oral_agreement_has_no_clock_of_confirmation() -> None:
    agreement = replace(AGREEMENT, form=AgreementForm.ORAL)
    found = of(a_case(ACCEPTED, (Step.AGREE_ORAL, date(2026, 9, 1)), agreement=agreement))
    assert "共同申请司法确认" not in found
    assert found["履行回访"].due == date(2026, 10, 8)  # 10/1 is a holiday


def test_each_duty_is_due_on_its_own_day_and_stops_when_it_is_done() -> None:
    duties = (
        Duty(who="张三", what="修好卫生间", due=date(2026, 9, 20)),
        Duty(who="张三", what="付维修款", due=date(2026, 10, 1), done_on=date(2026, 9, 22)),
        Duty(who="李四", what="当场道歉"),
    )
    found = of(
        a_case(ACCEPTED, MET, WRITTEN, agreement=replace(AGREEMENT, duties=duties)),
    )
    assert found["协议履行（修好卫生间）"].words == "已超 4 天"
    assert found["协议履行（付维修款）"].words == "按时办结"
    assert sum(what.startswith("协议履行") for what in found) == 2


def test_duties_are_done_once_the_case_is_and_open_again_when_it_is_reopened() -> None:
    duty = Duty(who="张三", what="付款", due=date(2026, 9, 20))
    agreement = replace(AGREEMENT, duties=(duty,))
    performed = (ACCEPTED, MET, WRITTEN, (Step.COMPLETE, date(2026, 9, 19)))
    assert of(a_case(*performed, agreement=agreement))["协议履行（付款）"].light is Light.DONE
    reopened = a_case(*performed, (Step.REOPEN, date(2026, 9, 21)), agreement=agreement)
    assert of(reopened)["协议履行（付款）"].light is Light.RED


def test_only_a_confirmed_agreement_can_be_enforced() -> None:
    agreement = replace(
        AGREEMENT,
        duties=(Duty(who="张三", what="付款", due=date(2026, 9, 20)),),
        applied_on=date(2026, 9, 3),
        ruled_on=date(2026, 9, 10),
        ruling=CourtRuling.CONFIRMED,
    )
    case = a_case(ACCEPTED, MET, WRITTEN, agreement=agreement)
    assert of(case)["申请强制执行（付款）"].due == date(2028, 9, 20)
    refused = replace(case, agreement=replace(agreement, ruling=CourtRuling.REFUSED))
    assert "申请强制执行（付款）" not in of(refused)


def test_a_visit_that_was_agreed_on_is_due_until_the_next_one() -> None:
    first = FollowUp(day=date(2026, 9, 10), visitor="李调解", next_due=date(2026, 9, 25))
    case = a_case(ACCEPTED, MET, WRITTEN, agreement=AGREEMENT, follow_ups=(first,))
    found = of(case)
    assert found["履行回访"].light is Light.DONE
    assert found["再次回访"].words == "还有 1 天"
    second = FollowUp(day=date(2026, 9, 24), visitor="李调解")
    assert of(replace(case, follow_ups=(first, second)))["再次回访"].words == "按时办结"


def test_a_case_that_starts_again_has_a_new_month() -> None:
    failed = (ACCEPTED, MET, (Step.FAIL, date(2026, 8, 25)))
    assert of(a_case(*failed))["调解办结"].words == "按时办结"
    again = of(a_case(*failed, (Step.REOPEN, date(2026, 9, 10))))["调解办结"]
    assert (again.started, again.due) == (date(2026, 9, 10), date(2026, 10, 10))


def test_an_extension_of_before_does_not_count_for_a_case_that_starts_again() -> None:
    steps = (
        *(ACCEPTED, (Step.EXTEND, date(2026, 8, 5)), MET, (Step.FAIL, date(2026, 8, 25))),
        (Step.REOPEN, date(2026, 9, 10)),
    )
    clock = of(a_case(*steps, until=date(2026, 12, 31)))["调解办结"]
    assert (clock.due, clock.extended) == (date(2026, 10, 10), False)


def test_a_void_case_has_no_clocks_and_a_filed_one_only_rights() -> None:
    assert of(a_case((Step.VOID, date(2026, 8, 2)))) == {}
    filed = a_case(
        *(ACCEPTED, MET, WRITTEN, (Step.COMPLETE, date(2026, 9, 5))),
        *((Step.FOLLOW_UP, date(2026, 9, 6)), (Step.ARCHIVE, date(2026, 9, 7))),
        agreement=AGREEMENT,
        follow_ups=(FollowUp(day=date(2026, 9, 6), visitor="李调解", next_due=date(2026, 10, 6)),),
    )
    left = [what for what, clock in of(filed).items() if clock.light is not Light.DONE]
    assert left == ["共同申请司法确认"]


def test_limits_that_the_hall_sets_make_clocks_of_their_own() -> None:
    shipped = LIMITS.versions("mediation.accept")[0]
    set_ = replace(shipped, facts=replace(shipped.facts, amount=3), id=1)
    limits = Limits(
        [*shipped_limits(), replace(set_, facts=replace(set_.facts, valid_from=date(2026, 8, 1)))]
    )
    found = {each.what: each for each in clocks_of(a_case(), limits, CALENDAR, date(2026, 8, 6))}
    assert found["受理决定"].words == "已超 1 天"
    decided = a_case((Step.REFUSE, date(2026, 8, 3)))
    found = {each.what: each for each in clocks_of(decided, limits, CALENDAR, TODAY)}
    assert found["受理决定"].words == "按时办结"


@settings(max_examples=200)
@given(
    choices=st.lists(st.tuples(st.integers(0, 30), st.integers(0, 12)), max_size=18),
    later=st.integers(0, 400),
)
def test_whatever_a_case_goes_through_its_clocks_make_sense(
    choices: list[tuple[int, int]], later: int
) -> None:
    """A random life: each step is one that can be taken, some days after the one before."""
    stage, day, life = Stage.REGISTERED, date(2026, 8, 1), list[tuple[Step, date]]()
    for choice, pause in choices:
        able = [step for step in steps_from(stage) if step is not Step.HAND_UP]
        if not able:
            break
        day += timedelta(days=pause)
        life.append((able[choice % len(able)], day))
        stage = next_stage(stage, life[-1][0]) or stage
    duty = Duty(who="张三", what="付款", due=day + timedelta(days=5))
    agreed = [step for step, _ in life if step in (Step.AGREE_WRITTEN, Step.AGREE_ORAL)]
    case = a_case(*life, agreement=replace(AGREEMENT, duties=(duty,)) if agreed else None)
    today = day + timedelta(days=later)
    clocks = clocks_of(case, LIMITS, CALENDAR, today)
    assert len({(clock.key, clock.what) for clock in clocks}) == len(clocks)
    for clock in clocks:
        assert clock.due >= clock.started
        assert (clock.light is Light.DONE) == (clock.done is not None or clock.lapsed)
        if clock.light is Light.RED:
            assert clock.due < today
            assert case.stage not in (Stage.ARCHIVED, Stage.VOID)
    mediating = case.stage in (Stage.ACCEPTED, Stage.INQUIRY, Stage.MEDIATION)
    settling = [clock for clock in clocks if clock.key == "mediation.settle" and not clock.done]
    assert len(settling) == mediating
