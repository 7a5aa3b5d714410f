"""The dialog of holidays: unknown years are named, a pasted notice is enough."""

import pytest
from PySide6.QtCore import Qt

from linli.gui.holidays import HolidaysDialog, HolidayYearForm


@pytest.fixture
def dialog(desk, qtbot):
    dialog = HolidaysDialog(desk)
    dialog.show()
    qtbot.waitExposed(dialog)
    yield dialog
    dialog.close()


def texts(dialog, column):
    return [dialog.table.item(row, column).text() for row in range(dialog.table.rowCount())]


def test_next_year_is_listed_as_unknown(dialog):
    assert texts(dialog, 0)[:2] == ["2027", "2026"]
    assert texts(dialog, 1)[0].startswith("还不知道")
    assert "国庆节：10月1日至10月7日放假" in texts(dialog, 1)[1]


def test_a_pasted_notice_makes_the_year_known(dialog, qtbot):
    dialog.new_button.click()
    form = dialog.findChild(HolidayYearForm)
    assert form.form.value("year") == 2027
    form.form.editor("holidays").setPlainText("一、元旦：1月1日（周五）至3日（周日）放假，共3天。")
    qtbot.mouseClick(form.save_button, Qt.MouseButton.LeftButton)
    assert texts(dialog, 1)[0] == "元旦：1月1日至1月3日放假。"
    assert dialog.remove_button.isEnabled()


def test_a_line_that_is_not_understood_stays_in_the_form(dialog, qtbot):
    dialog.new_button.click()
    form = dialog.findChild(HolidayYearForm)
    form.form.editor("holidays").setPlainText("春节放假")
    qtbot.mouseClick(form.save_button, Qt.MouseButton.LeftButton)
    assert form.isVisible()
    assert form.form.value("holidays") == "春节放假"
    form.form.modified = False
    form.reject()


def test_what_is_removed_is_asked_first(dialog, desk, ask, qtbot):
    desk.bus.publish(desk.services.calendar.save_year(2027, "元旦：1月1日放假"))
    dialog.select([0])
    ask.expect("confirm", answer=True)
    dialog.remove_button.click()
    qtbot.waitUntil(lambda: texts(dialog, 1)[0].startswith("还不知道"))
    assert not dialog.remove_button.isEnabled()
