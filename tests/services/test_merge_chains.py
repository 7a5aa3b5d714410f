"""Chains of merges at random, taken back in any order, with undo and redo between."""

import os
import random

import pytest
from support.merging import attach_all, differences, everything, make_people

from linli.domain.merges import MergeChoices, MergeState
from linli.errors import UserError
from linli.services.ledger import verify

CHAINS = int(os.environ.get("LINLI_CHAINS", "4"))
"""For each of eight seeds; more on demand (25 were tried before this was written down)."""


@pytest.fixture
def people(services):
    people = make_people(services)
    attach_all(services, people)
    return people


def merge_some(services, chance):
    """Merge two people with choices at random; a pair that does not go together is passed over."""
    with services.context.db.reading() as connection:
        living = "SELECT id FROM resident WHERE recycled_at IS NULL ORDER BY id"
        people = connection.exec_driver_sql(living).scalars().all()
    if len(people) < 2:
        return
    kept, gone = chance.sample(people, 2)
    comparison = services.doubles.compare(kept, gone)
    choices = MergeChoices(
        fields={field.key: chance.choice(field.options) for field in comparison.fields},
        left_out=frozenset(
            item.key for item in comparison.items if not item.suggested or chance.random() < 0.2
        ),
    )
    try:
        services.doubles.merge(kept, gone, choices)
    except UserError as error:
        assert "不" in error.message  # noqa: PT017 - such as a birth that is not the document's


def take_back_some(services, chance):
    """Take back one of the merges that can be taken back now; return what was kept as it is."""
    merges = open_merges(services)
    chance.shuffle(merges)
    merge = next(each for each in merges if not services.doubles.report(each.id).refusal)
    return services.doubles.unmerge(merge.id)[0].kept_as_is


def open_merges(services):
    merges = services.doubles.list_merges()
    return [merge for merge in merges if merge.state is not MergeState.UNDONE]


def play_some(services, chance):
    """Do one thing: merge, take a merge back, or undo and perhaps redo what was done last."""
    act = chance.random()
    if act < 0.6:
        merge_some(services, chance)
    elif act < 0.8:
        if open_merges(services):
            take_back_some(services, chance)
    elif services.history.state().undo.action.startswith(("合并", "撤回合并")):
        services.history.undo()
        if chance.random() < 0.5:
            services.history.redo()


@pytest.mark.parametrize("seed", range(8))
def test_merges_taken_back_in_any_order_leave_every_row_as_it_was(services, people, seed):
    chance = random.Random(seed)
    before = everything(services)
    for chain in range(CHAINS):
        for _ in range(chance.randint(1, 6)):
            play_some(services, chance)
        while open_merges(services):
            said = take_back_some(services, chance)
            assert all("户主" in each for each in said), (chain, said)
        assert not differences(before, everything(services)), chain
    assert verify(services.context).problems == ()
