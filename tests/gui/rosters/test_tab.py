"""The tab of rosters: what it shows, and what keys and mouse change."""

from datetime import date

import pytest
from PySide6.QtCore import QEvent, QItemSelection, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest

from linli.domain.rosters import Cell
from linli.gui.rosters.grid import SPOT
from linli.gui.rosters.sheet import View
from linli.gui.rosters.tab import RostersTab

MONTH = date(2026, 12, 1)
DAY = date(2026, 12, 1)  # a Tuesday
SECOND = date(2026, 12, 2)


@pytest.fixture
def ids(plan):
    """The numbers of the people, in their order."""
    return plan.facts.worker_ids


@pytest.fixture
def shifts(plan):
    """The numbers of 白班 and 夜班."""
    return [shift.id for shift in plan.facts.shifts]


@pytest.fixture
def put(services, desk, plan):
    """Bring the month to these cells: (person, day, shift)."""

    def save(*cells, locked=False):
        month = services.rosters.month(plan.id, MONTH)
        wanted = [Cell(worker_id=w, day=d, shift_id=s, locked=locked) for w, d, s in cells]
        changes = services.rosters.save_cells(
            plan.id, MONTH, [*month.cells, *wanted], version=month.version
        )
        desk.bus.publish(changes)

    return save


@pytest.fixture
def held(services, plan):
    """Return who is on duty in the month: (person, day, shift)."""

    def read():
        cells = services.rosters.month(plan.id, MONTH).cells
        return {(each.worker_id, each.day, each.shift_id) for each in cells}

    return read


def text(tab, row, column):
    return tab.grid.model().index(row, column).data()


def go(tab, day, shift, worker=None):
    tab.grid.go_to(*tab.sheet.find(day, shift, worker))
    tab.grid.setFocus()


def drag(tab, one, other, modifiers=Qt.KeyboardModifier.NoModifier):
    view = tab.grid
    centres = [view.visualRect(view.model().index(*place)).center() for place in (one, other)]
    left = Qt.MouseButton.LeftButton
    QTest.mousePress(view.viewport(), left, modifiers, centres[0])
    for step in (2, 1):
        between = (centres[0] + centres[1] * (3 - step)) / (4 - step)
        _move(view, between, modifiers)
    _move(view, centres[1], modifiers)
    QTest.mouseRelease(view.viewport(), left, modifiers, centres[1])


def _move(view, place, modifiers):
    left = Qt.MouseButton.LeftButton
    where = QPointF(place)
    event = QMouseEvent(
        QEvent.Type.MouseMove, where, view.viewport().mapToGlobal(where), left, left, modifiers
    )
    view.mouseMoveEvent(event)


def test_each_need_is_a_place_and_a_gap_is_named(tab):
    assert tab.sheet.rows == 31
    assert [tab.sheet.head(column, is_row=False) for column in range(3)] == [
        "白班 1\n09:00—17:00",
        "白班 2\n09:00—17:00",
        "夜班\n21:00—次日09:00",
    ]
    assert [text(tab, 0, column) for column in range(3)] == ["缺1人"] * 3
    saturday = 4
    assert text(tab, saturday, 1) == ""


def test_a_gap_says_who_could_be_there(tab, shifts):
    go(tab, DAY, shifts[0])
    assert "12月1日白班缺2人" in tab.line.text()
    assert "王芳" in tab.line.text()


def test_typing_letters_puts_somebody_there_in_one_step(tab, services, ids, shifts, held):
    go(tab, DAY, shifts[0])
    QTest.keyClick(tab.grid, "l")
    popup = tab.editing.popup
    QTest.keyClicks(popup.line, "m")
    QTest.keyClick(popup.line, Qt.Key.Key_Return)
    assert held() == {(ids[1], DAY, shifts[0])}
    assert text(tab, 0, 0) == "李明"
    tab.desk.bus.publish(services.history.undo())
    assert held() == set()
    assert text(tab, 0, 0) == "缺1人"


def test_who_is_free_comes_first_and_who_cannot_is_grey_with_the_reason(tab, put, ids, shifts):
    put((ids[0], DAY, shifts[1]))
    go(tab, DAY, shifts[0])
    QTest.keyClick(tab.grid, Qt.Key.Key_Return)
    popup = tab.editing.popup
    lines = [popup.list.item(row).text() for row in range(popup.list.count())]
    assert "王芳" in lines[-1]
    assert "休息不够" in lines[-1]
    popup.close()


def test_delete_takes_off_but_not_who_is_locked(tab, put, ids, shifts, held):
    put((ids[0], DAY, shifts[1]))
    go(tab, DAY, shifts[1], ids[0])
    QTest.keyClick(tab.grid, Qt.Key.Key_Space)
    assert tab.spot.locked
    QTest.keyClick(tab.grid, Qt.Key.Key_Delete)
    assert held() == {(ids[0], DAY, shifts[1])}
    assert "锁定" in tab.line.text() or tab.spot.locked
    QTest.keyClick(tab.grid, Qt.Key.Key_Space)
    QTest.keyClick(tab.grid, Qt.Key.Key_Delete)
    assert held() == set()


def test_a_broken_rule_is_told_at_once(tab, put, ids, shifts):
    put((ids[0], DAY, shifts[1]), (ids[0], SECOND, shifts[0]))
    go(tab, SECOND, shifts[0], ids[0])
    assert "休息不够" in tab.line.text()
    assert "休息不够" in tab.grid.currentIndex().data(Qt.ItemDataRole.ToolTipRole)
    assert "不合规则 2 处" in tab.state.text()


def test_dragging_onto_a_gap_moves_and_with_ctrl_copies(tab, put, ids, shifts, held):
    put((ids[0], DAY, shifts[1]))
    drag(tab, (0, 2), (1, 2))
    assert held() == {(ids[0], SECOND, shifts[1])}
    drag(tab, (1, 2), (3, 2), Qt.KeyboardModifier.ControlModifier)
    assert held() == {(ids[0], SECOND, shifts[1]), (ids[0], date(2026, 12, 4), shifts[1])}


def test_dragging_onto_somebody_swaps(tab, put, ids, shifts, held):
    put((ids[0], DAY, shifts[1]), (ids[1], SECOND, shifts[1]))
    drag(tab, (0, 2), (1, 2))
    assert held() == {(ids[1], DAY, shifts[1]), (ids[0], SECOND, shifts[1])}


def test_a_copied_week_is_pasted_onto_another(tab, put, ids, shifts, held):
    put((ids[0], DAY, shifts[1]), (ids[1], SECOND, shifts[0]))
    model = tab.grid.selectionModel()
    index = tab.grid.model().index
    go(tab, DAY, shifts[0])
    model.select(QItemSelection(index(0, 0), index(6, 2)), model.SelectionFlag.ClearAndSelect)
    QTest.keyClick(tab.grid, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    tab.grid.go_to(7, 0)
    QTest.keyClick(tab.grid, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert (ids[0], date(2026, 12, 8), shifts[1]) in held()
    assert (ids[1], date(2026, 12, 9), shifts[0]) in held()
    assert len(held()) == 4


def test_by_people_a_line_tells_shifts_and_typing_takes_one(tab, put, ids, shifts, held):
    put((ids[0], DAY, shifts[1]))
    tab.people_button.click()
    assert tab.sheet.view is View.PEOPLE
    assert tab.sheet.head(1, is_row=True) == "王芳  12小时"
    assert text(tab, 1, 0) == "夜"
    assert text(tab, 0, 0) == "2"
    tab.grid.go_to(2, 0)
    QTest.keyClick(tab.grid, "b")
    QTest.keyClick(tab.editing.popup.line, Qt.Key.Key_Return)
    assert (ids[1], DAY, shifts[0]) in held()


def test_weeks_are_leafed_without_leaving_out_a_day(tab):
    tab.week_button.click()
    seen = list(tab.sheet.days)
    for _ in range(5):
        QTest.keyClick(tab.grid, Qt.Key.Key_PageDown)
        seen += tab.sheet.days
    assert seen == sorted(set(seen))
    assert (seen[-1] - seen[0]).days == len(seen) - 1
    assert tab.sheet.month.month == date(2027, 1, 1)


def test_a_year_that_nobody_has_announced_is_said_so(tab):
    assert tab.note.isHidden()
    tab.show_day(date(2027, 2, 1))
    assert not tab.note.isHidden()
    assert "2027" in tab.note.text()


def test_without_a_plan_a_first_one_is_offered(desk, qtbot, services):
    tab = RostersTab(desk)
    qtbot.addWidget(tab)
    tab.show()
    qtbot.waitExposed(tab)
    assert tab.sheet is None
    assert tab.spot is None


def test_what_is_shown_of_a_place_is_read_aloud(tab, put, ids, shifts):
    put((ids[0], DAY, shifts[1]), locked=True)
    index = tab.grid.model().index(0, 2)
    assert index.data(SPOT).locked
    told = index.data(Qt.ItemDataRole.AccessibleTextRole)
    assert told == "12月1日，夜班，王芳，已锁定"
