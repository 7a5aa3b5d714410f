"""Chains of merges, taken back in any order, with undo, redo and edits between."""

import random

import pytest
from support.merging import attach_all, differences, everything, make_people

from linli.domain.merges import MergeChoices, MergeState
from linli.errors import UserError
from linli.services.ledger import verify

CHAINS = 200


@pytest.fixture
def people(services):
    people = make_people(services)
    attach_all(services, people)
    return people


def in_ledger(services, people):
    return [person for person in people if not services.residents.get(person).recycled]


def merge_some(services, people, chance):
    """Merge two people with choices at random; a pair that does not go together is passed over."""
    living = in_ledger(services, people)
    if len(living) < 2:
        return None
    kept, gone = chance.sample(living, 2)
    comparison = services.doubles.compare(kept, gone)
    choices = MergeChoices(
        fields={field.key: chance.choice(field.options) for field in comparison.fields},
        left_out=frozenset(
            item.key for item in comparison.items if not item.suggested or chance.random() < 0.2
        ),
    )
    try:
        return services.doubles.merge(kept, gone, choices)[0]
    except UserError:
        return None


def open_merges(services):
    return [
        merge for merge in services.doubles.list_merges() if merge.state is not MergeState.UNDONE
    ]


def unmerge_some(services, chance):
    merges = open_merges(services)
    chance.shuffle(merges)
    for merge in merges:
        if not services.doubles.report(merge.id).refusal:
            return services.doubles.unmerge(merge.id)[0]
    return None


def test_merges_taken_back_in_any_order_leave_every_row_as_it_was(services, people):
    chance = random.Random(20261123)
    before = everything(services)
    for chain in range(CHAINS):
        for _ in range(chance.randint(1, 6)):
            act = chance.random()
            if act < 0.6:
                merge_some(services, people, chance)
            elif act < 0.8:
                unmerge_some(services, chance)
            elif services.history.state().undo.action.startswith(("合并", "撤回合并")):
                services.history.undo()
                if chance.random() < 0.5:
                    services.history.redo()
        while open_merges(services):
            done = unmerge_some(services, chance)
            assert all("户主" in said for said in done.kept_as_is), (chain, done.kept_as_is)
        assert not differences(before, everything(services)), (chain, done.kept_as_is)
    assert verify(services.context).problems == ()
