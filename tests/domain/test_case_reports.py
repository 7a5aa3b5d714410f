"""Periods and figures of the report of mediation."""

from datetime import date

import pytest

from linli.domain.case_figures import figures_of, kind_lines, month_lines
from linli.domain.case_flow import Step
from linli.domain.case_reports import (
    CountedCase,
    CountedStep,
    FigureGroup,
    Unit,
    rate,
    read_period,
    shown,
)
from linli.domain.cases import AgreementForm, CourtRuling, Risk, Source
from linli.domain.sweeps import SweepSums
from linli.errors import UserError


@pytest.mark.parametrize(
    ("text", "key", "first", "last"),
    [
        ("2026Q4", "2026Q4", date(2026, 10, 1), date(2026, 12, 31)),
        ("2026年第1季度", "2026Q1", date(2026, 1, 1), date(2026, 3, 31)),
        ("2026-11", "2026-11", date(2026, 11, 1), date(2026, 11, 30)),
        ("202602", "2026-02", date(2026, 2, 1), date(2026, 2, 28)),
        (" 2024年2月 ", "2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("2026", "2026", date(2026, 1, 1), date(2026, 12, 31)),
        ("2026年", "2026", date(2026, 1, 1), date(2026, 12, 31)),
    ],
)
def test_a_period_is_read_as_people_write_it(text, key, first, last) -> None:
    period = read_period(text)
    assert (period.key, period.first, period.last) == (key, first, last)


@pytest.mark.parametrize("text", ["", "2026Q5", "2026-13", "2026-00", "明年", "26Q1", "0000"])
def test_what_is_no_period_is_refused_with_an_example(text: str) -> None:
    with pytest.raises(UserError, match="2026Q4"):
        read_period(text)


@pytest.mark.parametrize(
    ("text", "before"),
    [("2026-01", "2025-12"), ("2026Q1", "2025Q4"), ("2026Q3", "2026Q2"), ("2026", "2025")],
)
def test_the_period_before_is_as_long(text: str, before: str) -> None:
    assert read_period(text).before() == read_period(before)


def _case(number: int, *steps: CountedStep, **facts) -> CountedCase:
    values = {"kind_code": "02", "source": Source.APPLIED, "parties": 2} | facts
    return CountedCase(id=number, steps=steps, **values)


def _step(step: Step, day: date, **facts) -> CountedStep:
    return CountedStep(step=step, day=day, **facts)


def _figures(cases, text="2026Q3", sweeps=SweepSums(sweeps=0, found=0, prevented=0), by_hand=None):  # noqa: B008 - frozen
    found = figures_of(cases, read_period(text), sweeps, by_hand or {})
    assert len({each.key for each in found}) == len(found)
    return {each.key: each for each in found}


JUNE, JULY, SEPTEMBER, OCTOBER = (
    date(2026, 6, 30),
    date(2026, 7, 1),
    date(2026, 9, 30),
    date(2026, 10, 1),
)


def test_success_counts_agreements_of_the_period_whenever_they_were_accepted() -> None:
    cases = [
        _case(1, _step(Step.ACCEPT, JUNE), _step(Step.AGREE_WRITTEN, JULY)),
        _case(2, _step(Step.ACCEPT, JULY), _step(Step.AGREE_ORAL, SEPTEMBER)),
        _case(3, _step(Step.ACCEPT, SEPTEMBER), _step(Step.AGREE_ORAL, OCTOBER)),
        _case(4, _step(Step.ACCEPT, SEPTEMBER), _step(Step.FAIL, SEPTEMBER)),
    ]
    figures = _figures(cases)
    assert figures["accepted"].ids == (2, 3, 4)
    assert figures["settled"].ids == (1, 2)
    assert figures["failed"].ids == (4,)
    assert shown(figures["rate"].value, Unit.RATE) == "66.7"


def test_the_rate_of_huangshi_is_96_9() -> None:
    assert shown(rate(842, 869), Unit.RATE) == "96.9"
    assert shown(rate(0, 0), Unit.RATE) == "—"
    assert rate(1, 16) == 63  # 6.25 is rounded up


def test_a_case_agreed_twice_in_a_period_counts_once() -> None:
    case = _case(1, _step(Step.AGREE_ORAL, JULY), _step(Step.AGREE_ORAL, SEPTEMBER))
    assert _figures([case])["settled"].value == 1


def test_sources_add_up_to_what_was_accepted() -> None:
    units = ["县人民法院", "城关派出所", "县信访局", "妇联", ""]
    cases = [
        _case(n, _step(Step.ACCEPT, JULY), source=Source.REFERRED, source_unit=unit)
        for n, unit in enumerate(units)
    ]
    cases += [_case(10, _step(Step.ACCEPT, JULY), source=Source.SWEEP)]
    cases += [_case(11, _step(Step.ACCEPT, JULY), source=Source.ACTIVE)]
    cases += [_case(12, _step(Step.ACCEPT, JULY))]
    figures = _figures(cases)
    values = {key: each.value for key, each in figures.items()}
    assert (values["applied"], values["active"], values["referred"]) == (1, 2, 5)
    assert values["accepted"] == 8
    parts = ["referred_courts", "referred_police", "referred_petitions", "referred_other"]
    assert [values[key] for key in parts] == [1, 1, 1, 2]


def test_amounts_are_summed_in_fen_and_shown_in_ten_thousands() -> None:
    cases = [
        _case(n, _step(Step.AGREE_WRITTEN, JULY), settled_amount=amount, form=AgreementForm.WRITTEN)
        for n, amount in enumerate([123_456_78, 50, None])
    ]
    figure = _figures(cases)["amount"]
    assert figure.value == 123_457_28
    assert shown(figure.value, figure.unit) == "12.35"
    assert figure.ids == (0, 1)


def test_a_risk_counts_its_kind_once_a_case_with_the_most_people() -> None:
    cases = [
        _case(
            1,
            _step(Step.RISK, JULY, risk=Risk.CRIME, persons=3),
            _step(Step.RISK, SEPTEMBER, risk=Risk.CRIME, persons=5),
            _step(Step.RISK, OCTOBER, risk=Risk.CRIME, persons=50),
        ),
        _case(2, _step(Step.RISK, JULY, risk=Risk.BRAWL)),
    ]
    figures = _figures(cases)
    assert (figures["risk_crime"].value, figures["risk_crime_persons"].value) == (1, 5)
    assert (figures["risk_brawl"].value, figures["risk_brawl_persons"].value) == (1, 0)
    assert figures["risk_suicide"].value == 0


def test_only_a_ruling_that_confirms_is_counted_as_confirmed() -> None:
    cases = [
        _case(1, _step(Step.COURT_RULED, JULY, ruling=CourtRuling.CONFIRMED)),
        _case(2, _step(Step.COURT_RULED, JULY, ruling=CourtRuling.REFUSED)),
    ]
    assert _figures(cases)["court_confirmed"].ids == (1,)


def test_what_is_entered_by_hand_and_by_sweeps_stands_in_its_part() -> None:
    sums = SweepSums(sweeps=12, found=7, prevented=5)
    figures = _figures([], sweeps=sums, by_hand={"mediators": 9})
    assert [figures[key].value for key in ("sweeps", "found", "prevented")] == [12, 7, 5]
    assert figures["mediators"].value == 9
    assert figures["committees"].value is None
    assert all(figures[key].by_hand for key in ("mediators", "committees", "sued"))
    assert {each.group for each in figures.values()} == set(FigureGroup)


def test_the_table_by_kind_closes_with_the_figures() -> None:
    cases = [
        _case(n, _step(Step.ACCEPT, JULY), kind_code=code)
        for n, code in enumerate(["01", "02", "02", "99"])
    ]
    lines = kind_lines(cases, read_period("2026Q3"))
    counted = {line.code: line.accepted for line in lines if line.accepted}
    assert counted == {"01": (0,), "02": (1, 2), "99": (3,)}
    assert len(lines) == 17


def test_the_picture_shows_twelve_months_up_to_the_end() -> None:
    cases = [_case(1, _step(Step.ACCEPT, date(2025, 10, 1)), _step(Step.AGREE_ORAL, SEPTEMBER))]
    lines = month_lines(cases, read_period("2026Q3"))
    assert [lines[0].month, lines[-1].month] == [date(2025, 10, 1), date(2026, 9, 1)]
    assert (lines[0].accepted, lines[-1].settled) == (1, 1)
    assert sum(line.accepted + line.settled for line in lines) == 2
