"""What verbs need: a terminal, with or without a ledger."""

import pytest
from support.homes import settle_neighbours
from support.ledgers import PASSWORD
from support.people import make_draft, make_phone
from support.terminal import Terminal


@pytest.fixture(autouse=True)
def _password(monkeypatch):
    monkeypatch.setenv("LINLI_PASSWORD", PASSWORD)


@pytest.fixture
def terminal(capsys, data_dir):
    """A terminal without a ledger."""
    return Terminal(capsys, data_dir.root)


@pytest.fixture
def ledger(terminal, services):
    """A terminal with a ledger of two people."""
    services.residents.add(make_draft("欧阳娜", sequence=124, phones=(make_phone("13900001111"),)))
    services.residents.add(make_draft("张三", sequence=125))
    return terminal


@pytest.fixture
def community(terminal, services):
    """A terminal with a small sample community."""
    services.sample.create(60)
    return terminal


@pytest.fixture
def ledger_of_homes(terminal, services):
    """A terminal with twelve households in a building of a grid."""
    settle_neighbours(services)
    return terminal
