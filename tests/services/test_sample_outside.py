"""The sample's sweeps, petitions and suggestions keep the rules of their forms."""

from support.ledgers import FixedClock

from linli.domain.petition_flow import State
from linli.domain.petition_rules import check_petition
from linli.domain.suggestion_rules import check_suggestion
from linli.domain.sweep_rules import check_sweep
from linli.services.container import Services


def test_there_are_a_few_of_each(services: Services, clock: FixedClock) -> None:
    services.sample.create(40)
    today = clock().date()
    sweeps = services.sweeps.list_all()
    assert [sweep.found for sweep in sweeps] == [0, 3]
    assert [problem for sweep in sweeps for problem in check_sweep(sweep.facts, today)] == []
    second, first = services.petitions.list_all()
    assert (first.state, second.state) == (State.CLOSED, State.RECEIVED)
    assert second.is_repeat
    assert check_petition(first.facts, today) == []
    assert services.petitions.due() == [second]
    open_one, done = services.suggestions.list_all()
    assert (open_one.is_open, done.is_open) == (True, False)
    assert check_suggestion(done.facts, today) == []
