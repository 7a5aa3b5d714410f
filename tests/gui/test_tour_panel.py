import pytest
from PySide6.QtCore import QRect

from linli.gui.tour.panel import TourPanel


@pytest.fixture
def panel(desk, qtbot):
    panel = TourPanel(desk.theme)
    qtbot.addWidget(panel)
    panel.show()
    return panel


@pytest.mark.parametrize("corner", range(4))
def test_the_panel_leaves_the_buttons_of_a_dialog_free(panel, corner):
    """A dialog over the whole screen is covered somewhere, but never where its buttons are."""
    room = panel.screen().availableGeometry()
    wide, high = room.width() // 2, room.height() // 2
    quarters = [QRect(x, y, wide, high) for x in (0, wide) for y in (0, high)]
    free = quarters.pop(corner)
    panel.keep_away_from([quarters, [room], [], []])
    assert free.contains(panel.geometry().center())


def test_buttons_count_more_than_the_dialog_that_has_them(panel):
    room = panel.screen().availableGeometry()
    low = QRect(0, room.height() // 2, room.width(), room.height() // 2)
    button = QRect(0, 0, 60, 60)
    other = QRect(room.width() - 60, 0, 60, 60)
    panel.keep_away_from([[button, other], [low], [], []])
    assert low.contains(panel.geometry().center())
