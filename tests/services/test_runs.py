import pytest
from support.cards import TEN, page_texts
from support.people import make_draft

from linli.domain.changes import Kind
from linli.domain.paper import BUSINESS
from linli.domain.runs import RunCardState


@pytest.fixture
def batch(services):
    people = [
        services.residents.add(make_draft(name, documents=()))[0]
        for name in ("孙丽", "王二", "赵刚", "周芳", "吴桐")
    ]
    return services.cards.prepare(people, "resident")


def numbers(cards, state=None):
    return [card.number for card in cards if state in (None, card.state)]


def test_a_run_is_printed_in_portions_and_closes_itself(services, batch, clock):
    runs = services.runs
    run_id, changes = runs.start(batch, TEN, BUSINESS)
    assert changes.touches(Kind.CARDS)
    assert runs.get(run_id).run.waiting == 5
    printed, _ = runs.print_portion(runs.portion(run_id, most=2))
    assert printed.cards == 2
    assert runs.next_slot(run_id) == 3
    clock.advance(days=1)
    rest = runs.portion(run_id)
    printed, _ = runs.print_portion(rest)
    assert "赵刚" in page_texts(printed.content)[0]
    record = runs.get(run_id)
    assert record.run.closed_at == clock()
    assert numbers(record.cards, RunCardState.PRINTED) == [c.facts.number for c in batch.cards]
    assert runs.next_slot(run_id) == 4
