from datetime import date

import pytest

from linli.domain.agency import AgencyCase, AgencyDraft, AgencyResult, AgencyStep
from linli.domain.clocks import Light
from linli.domain.working_days import Calendar

FRIDAY = date(2026, 9, 11)


def case(promised=None, **more):
    facts = AgencyDraft(
        name="张桂兰",
        received_on=date(2026, 9, 1),
        item="优待证",
        promised_on=promised,
        first_asked="刘敏",
    )
    return AgencyCase(id=1, version=1, year=2026, sequence=7, facts=facts, account="王芳", **more)


@pytest.mark.parametrize(
    ("promised", "light"),
    [
        (date(2026, 9, 10), Light.RED),
        (FRIDAY, Light.AMBER),
        (date(2026, 9, 14), Light.AMBER),
        (date(2026, 9, 15), Light.GREEN),
        (None, Light.GREEN),
    ],
)
def test_the_light_follows_the_promise(promised, light):
    assert case(promised).light(FRIDAY, Calendar(())) is light


def test_what_is_over_is_late_no_more():
    ended = AgencyResult(closed_on=FRIDAY, result="已办")
    assert case(date(2026, 9, 2), ended=ended).light(FRIDAY, Calendar(())) is Light.DONE
    assert case(voided_reason="重复").light(FRIDAY, Calendar(())) is Light.DONE


def test_whoever_took_it_last_has_it():
    steps = (
        AgencyStep(day=FRIDAY, giver="刘敏", taker="马力"),
        AgencyStep(day=FRIDAY, giver="马力", taker="街道"),
    )
    assert (case().holder, case(steps=steps).holder) == ("刘敏", "街道")


def test_the_number_is_written_with_three_digits():
    assert case().number == "代办 2026-007"
