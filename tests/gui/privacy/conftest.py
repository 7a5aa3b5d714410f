"""A few people of whom some have signed the notice."""

import pytest
from support.window import settle


@pytest.fixture
def cast(services):
    return settle(services)


@pytest.fixture
def papers(monkeypatch):
    """What was handed to the print dialog: titles."""
    shown = []
    monkeypatch.setattr(
        "linli.gui.privacy.outputs.open_print_dialog",
        lambda _desk, content, title, _parent: shown.append((content[:5], title)),
    )
    return shown
