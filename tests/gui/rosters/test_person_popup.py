"""The small window that offers people for a shift."""

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtTest import QTest

from linli.domain.roster_offers import Offer
from linli.gui.rosters.person_popup import PersonPopup

OFFERS = (
    Offer(worker_id=1, name="王芳", words="8小时"),
    Offer(worker_id=2, name="吴磊", words="16小时"),
    Offer(worker_id=3, name="李明", words="0小时", why_not="请假"),
)


@pytest.fixture
def popup(theme, qtbot):
    """The window with three people."""
    popup = PersonPopup(OFFERS, "", theme, None)
    qtbot.addWidget(popup)
    return popup


@pytest.mark.parametrize("corner", [(0, 0), (300, 700), (700, 300), (40, 300)])
def test_the_place_it_is_about_is_never_covered(popup, corner):
    box = QRect(*corner, 90, 32)
    popup.show_at(box)
    assert not popup.geometry().intersects(box)


def test_letters_narrow_and_arrows_choose(popup, qtbot):
    QTest.keyClicks(popup.line, "w")
    lines = [popup.list.item(row).text() for row in range(popup.list.count())]
    assert lines == ["王芳　8小时", "吴磊　16小时"]
    QTest.keyClick(popup, Qt.Key.Key_Down)
    with qtbot.waitSignal(popup.picked) as picked:
        QTest.keyClick(popup.line, Qt.Key.Key_Return)
    assert picked.args == [OFFERS[1]]


def test_nobody_is_picked_where_nobody_fits(popup, qtbot):
    QTest.keyClicks(popup.line, "qq")
    with qtbot.assertNotEmitted(popup.picked):
        QTest.keyClick(popup.line, Qt.Key.Key_Return)
