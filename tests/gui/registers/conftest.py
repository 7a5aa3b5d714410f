"""Fixtures for the registers of people."""

import pytest
from support.window import settle


@pytest.fixture
def cast(services):
    return settle(services)


@pytest.fixture
def sheets(monkeypatch):
    """What was handed to the print dialog: (bytes, title)."""
    shown = []
    monkeypatch.setattr(
        "linli.gui.registers.frame.open_print_dialog",
        lambda _desk, content, title, _parent: shown.append((content, title)),
    )
    return shown
