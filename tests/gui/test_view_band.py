"""While the ledger can only be looked at, a band says why and leads back to signing in."""

import pytest
import shiboken6
from PySide6.QtCore import Qt

from linli.errors import StorageProblem
from linli.gui.main_window import MainWindow
from linli.gui.view_band import ViewBand


def test_the_window_of_a_ledger_that_can_be_written_has_no_band(main_window):
    assert main_window.findChildren(ViewBand) == []


@pytest.fixture
def viewed(desk, qtbot):
    """The main window of a ledger that can only be looked at."""
    desk.services.context.db.refusal = StorageProblem(
        "磁盘已满，现在只能查看，不能登记和修改。", "请腾出空间。", unwritable=True
    )
    window = MainWindow(desk)
    window.show()
    qtbot.waitExposed(window)
    yield window
    window.close()
    shiboken6.delete(window)


def test_the_band_says_why_and_opens_anew(viewed, qtbot):
    (band,) = viewed.findChildren(ViewBand)
    assert band.words.text() == (
        "磁盘已满，现在只能查看，不能登记和修改。请腾出空间。"
        "这期间不能打印和导出，因为每次都要留下记录。"
    )
    with qtbot.waitSignal(viewed.reopen_requested):
        qtbot.mouseClick(band.reopen_button, Qt.MouseButton.LeftButton)
