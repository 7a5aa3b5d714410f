"""Fixtures for the lists of the hall's own people."""

import pytest
from support.window import settle


@pytest.fixture
def cast(services):
    return settle(services)


@pytest.fixture
def printed(monkeypatch):
    """What was handed to the card dialog: sources with their ids, and the kind chosen first."""
    calls = []

    def record(desk, source, ids, parent, *, kind="", mend=None):
        calls.append((source, list(ids), kind))

    for module in ("people", "stations", "boards", "pairings"):
        monkeypatch.setattr(f"linli.gui.staff.{module}.open_source_cards", record)
    return calls


@pytest.fixture
def settled(desk, qtbot):
    """Wait until nothing is under way."""
    return lambda: qtbot.waitUntil(lambda: not desk.jobs.busy, timeout=10_000)
