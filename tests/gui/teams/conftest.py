"""Fixtures for the dialogs of teams."""

import pytest
from support.teams import add_members, add_team


@pytest.fixture
def team_id(services):
    """An emergency team of five."""
    number = add_team(services, "02", "应急分队", expected=5)
    add_members(services, number, 5)
    return number


@pytest.fixture
def team(services, team_id):
    return services.teams.get(team_id)


@pytest.fixture
def sheets(monkeypatch):
    """What was handed to the print dialog: (bytes, title)."""
    shown = []

    def note(_desk, content, title, _parent):
        shown.append((content, title))

    for module in ("registers.frame", "teams.dialog"):
        monkeypatch.setattr(f"linli.gui.{module}.open_print_dialog", note)
    return shown
