"""A window for the dialogs to stand on."""

import pytest
from PySide6.QtWidgets import QWidget


@pytest.fixture
def window(qtbot):
    parent = QWidget()
    qtbot.addWidget(parent)
    parent.show()
    return parent
