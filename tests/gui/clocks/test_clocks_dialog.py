"""The list of what is due and the calendar: lamps, words, keys, what leaves."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from support.cases import accepted, agreed
from support.mnemonics import taken_twice
from support.roles import as_role
from support.window import opened

from linli.domain.accounts import Role
from linli.domain.clocks import ClockFilter, Light
from linli.domain.limits import Area
from linli.gui.clocks import lines
from linli.gui.clocks.calendar import CalendarDialog
from linli.gui.clocks.dialog import ClocksDialog
from linli.gui.clocks.due_hint import DueHint
from linli.gui.holidays import HolidaysDialog
from linli.gui.lamps import lamp
from linli.gui.limits.dialog import LimitsDialog


@pytest.fixture(autouse=True)
def _september(clock):
    """The day is 2026-09-24."""
    clock.at = clock.at.replace(month=9, day=24)


@pytest.fixture
def seen(monkeypatch):
    """What was to be shown: (area's way, number)."""
    shown = []
    ways = {Area.MEDIATION: lambda _desk, number, _parent: shown.append(number)}
    monkeypatch.setattr(lines, "_WAYS", ways)
    return shown


def column(dialog, number):
    return [dialog.table.item(row, number).text() for row in range(dialog.table.rowCount())]


def test_each_light_has_a_shape_of_its_own():
    pictures = {light: lamp(light).pixmap(28).toImage() for light in Light}
    shapes = {
        bytes(bool(image.pixelColor(x, y).alpha()) for x in range(28) for y in range(28))
        for image in pictures.values()
    }
    assert len(shapes) == len(Light)


def test_what_is_due_is_listed_with_lamp_and_word_the_most_urgent_first(desk, services, show):
    case = agreed(services)
    dialog = show(ClocksDialog(desk))
    assert column(dialog, 0)[:2] == ["已超 4 天", "还有 6 天"]
    assert not dialog.table.item(0, 0).icon().isNull()
    assert column(dialog, 3)[0] == str(case.number)
    assert "已超期 1，今天到期 0，快到期 0" in dialog.summary.text()
    assert not taken_twice(dialog)


def test_lights_and_words_narrow_the_list(desk, services, show):
    agreed(services)
    dialog = show(ClocksDialog(desk))
    everything = len(dialog.items)
    dialog.shown.set_value(ClockFilter(lights=frozenset({Light.RED})))
    assert column(dialog, 0) == ["已超 4 天"]
    dialog.shown.set_value(ClockFilter(lights=frozenset({Light.DONE})))
    assert column(dialog, 0) == ["按时办结"]
    dialog.shown.set_value(ClockFilter())
    dialog.find_line.set_value("司法确认")
    assert 0 < len(dialog.items) < everything


def test_enter_opens_what_it_is_about(desk, services, show, seen, qtbot):
    case = agreed(services)
    dialog = show(ClocksDialog(desk))
    dialog.select([0])
    qtbot.keyClick(dialog.table, Qt.Key.Key_Return)
    assert seen == [case.id]


def test_the_list_leads_to_calendar_limits_and_history(desk, services, show):
    agreed(services)
    dialog = show(ClocksDialog(desk))
    for button, kind in (
        (dialog.calendar_button, CalendarDialog),
        (dialog.limits_button, LimitsDialog),
    ):
        button.click()
        opened(kind).reject()
    assert dialog._history_of()[0] == "mediation_case"


def test_without_anything_due_the_list_says_so(desk, show):
    dialog = show(ClocksDialog(desk))
    assert dialog.table.rowCount() == 0
    assert dialog.summary.text().startswith("0 项")


def test_who_may_not_see_cases_sees_no_line_of_them(desk, services, show):
    agreed(services)
    reader = replace(desk, services=as_role(services, Role.READER))
    assert show(ClocksDialog(reader)).table.rowCount() == 0


def test_a_change_of_a_limit_is_seen_at_once(desk, services, show):
    accepted(services)
    dialog = show(ClocksDialog(desk))
    assert column(dialog, 0) == ["已超 17 天"]
    settle = services.limits.limits().versions("mediation.settle")[0].facts
    _, changes = services.limits.save(replace(settle, amount=3, valid_from=date(2026, 8, 1)))
    desk.bus.publish(changes)
    assert column(dialog, 1) == ["2026-11-05"]


# ---- the calendar --------------------------------------------------------------------------


@pytest.fixture
def calendar(desk, services, show):
    agreed(services)
    return show(CalendarDialog(desk))


def press(calendar, qtbot, *keys):
    for key in keys:
        qtbot.keyClick(calendar.grid, key)


def test_the_calendar_begins_with_today_and_goes_on_with_the_arrows(calendar, qtbot):
    assert calendar.heading.text() == "2026年9月　到期 4 项"
    assert calendar.grid.day.day == date(2026, 9, 24)
    press(calendar, qtbot, Qt.Key.Key_Up, Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Right)
    assert calendar.grid.day.day == date(2026, 9, 18)
    press(calendar, qtbot, Qt.Key.Key_Down, Qt.Key.Key_Down)
    assert calendar.grid.day.day == date(2026, 10, 2)
    assert calendar.heading.text().startswith("2026年10月")
    assert not taken_twice(calendar)


def test_page_up_and_down_leaf_by_months(calendar, qtbot):
    press(calendar, qtbot, Qt.Key.Key_PageDown)
    assert calendar.grid.day.day == date(2026, 10, 24)
    press(calendar, qtbot, Qt.Key.Key_PageUp, Qt.Key.Key_PageUp)
    assert calendar.heading.text().startswith("2026年8月")
    calendar.today_button.click()
    assert calendar.grid.day.day == date(2026, 9, 24)


def test_a_month_without_the_day_takes_its_last(calendar, qtbot):
    calendar.show_day(date(2026, 10, 31))
    press(calendar, qtbot, Qt.Key.Key_PageDown)
    assert calendar.grid.day.day == date(2026, 11, 30)
    calendar.earlier.click()
    assert calendar.grid.day.day == date(2026, 10, 30)


def test_a_day_lists_what_falls_due_and_enter_opens_it(calendar, qtbot, seen):
    calendar.show_day(date(2026, 9, 20))
    assert column(calendar, 1) == ["协议履行（修好楼顶防水层）"]
    assert "调休上班" in calendar._day_head.text()
    press(calendar, qtbot, Qt.Key.Key_Return)
    assert len(seen) == 1


def test_enter_on_a_full_day_goes_to_its_list(calendar, qtbot):
    calendar.show_day(date(2026, 9, 30))
    assert len(calendar.clocks) == 2
    press(calendar, qtbot, Qt.Key.Key_Return)
    assert calendar.table.hasFocus()


def test_a_day_is_told_to_who_does_not_see_it(calendar):
    item = next(
        calendar.grid.item(row, column)
        for row in range(calendar.grid.rowCount())
        for column in range(7)
        if calendar.grid.item(row, column).data(Qt.ItemDataRole.UserRole).day == date(2026, 9, 25)
    )
    words = item.data(Qt.ItemDataRole.AccessibleTextRole)
    assert words == "2026-09-25 周五，休 中秋节"


def test_a_year_nobody_has_announced_is_told(calendar):
    calendar.show_day(date(2027, 3, 1))
    assert "2027 年的放假安排还不知道" in calendar.summary.text()


def test_the_calendar_leads_to_the_holidays(calendar):
    button = next(each for each in calendar.action_buttons if "节假日" in each.text())
    button.click()
    opened(HolidaysDialog).reject()


# ---- the line under the window --------------------------------------------------------------


def test_the_window_says_what_is_overdue_and_again_after_a_change(desk, services, qtbot):
    case = agreed(services)
    told = []
    window = QWidget()
    qtbot.addWidget(window)
    hint = DueHint(desk, window, told.append)
    hint.timer.start(0)
    qtbot.waitUntil(lambda: [each.overdue for each in told] == [1])
    changes = services.cases.set_duty_done(
        case.id, case.agreement.duties[0].id, date(2026, 9, 22), version=case.version
    )
    desk.bus.publish(changes)
    assert hint.timer.isActive()
    hint.timer.start(0)
    qtbot.waitUntil(lambda: [each.overdue for each in told] == [1, 0])
