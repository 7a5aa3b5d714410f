"""A run of twelve cards in a building of one grid."""

import pytest
from support.cards import TEN
from support.homes import settle_neighbours

from linli.domain.paper import BUSINESS


@pytest.fixture
def neighbours(services):
    """Twelve households of one in a building of a grid."""
    return settle_neighbours(services)


@pytest.fixture
def runs(services):
    return services.runs


@pytest.fixture
def batch(services, neighbours):
    return services.cards.prepare(neighbours, "resident")


@pytest.fixture
def run_id(runs, batch):
    """A run of twelve cards of which nothing is printed."""
    return runs.start(batch, TEN, BUSINESS)[0]


@pytest.fixture
def printed_id(runs, run_id, clock):
    """A run of twelve cards: five printed, then the rest."""
    runs.print_portion(runs.portion(run_id, most=5))
    clock.advance(hours=1)
    runs.print_portion(runs.portion(run_id))
    clock.advance(hours=1)
    return run_id
