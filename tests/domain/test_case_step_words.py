import pytest

from linli.domain.case_flow import REASONED, Step
from linli.domain.case_step_words import EFFECT, wants


@pytest.mark.parametrize("step", [step for step in Step if step is not Step.REGISTER])
def test_every_step_says_what_it_does(step):
    assert EFFECT[step].endswith("。")


@pytest.mark.parametrize("step", Step)
def test_a_reason_is_wanted_where_the_machine_wants_it(step):
    assert wants(step).needs_reason == (step in REASONED)
    assert wants(step).reason == ("原因" if step in REASONED else "备注")


def test_fields_fit_the_step():
    assert wants(Step.HAND_UP).level
    assert wants(Step.EXTEND).until
    assert wants(Step.COURT_RULED).ruling
    assert wants(Step.RISK).risk
    assert wants(Step.TRANSFER).unit
    assert not wants(Step.ACCEPT).unit
