"""Walk sheets in the window: made with a preview, entered by figures, checked line by line."""

import pytest
from PySide6.QtCore import Qt
from support.homes import settle_neighbours
from support.window import settle

from linli.domain.visits import VisitFilter
from linli.domain.walks import SheetKind, WalkFilter, sheet_number
from linli.gui.resident_form import ResidentForm
from linli.gui.walks.check_entry import CheckEntryDialog
from linli.gui.walks.forms import MakeForm, VoidForm
from linli.gui.walks.sheets import WalksDialog
from linli.gui.walks.walk_entry import WalkEntryDialog


@pytest.fixture
def cast(desk):
    return settle(desk.services)


@pytest.fixture
def dialog(desk, cast, qtbot):
    dialog = WalksDialog(desk)
    dialog.show()
    qtbot.waitExposed(dialog)
    yield dialog
    dialog.close()


def make(desk, kind, **wanted):
    ids, changes = desk.services.walks.make(kind, WalkFilter(**wanted))
    desk.bus.publish(changes)
    return ids


def texts(table, column):
    return [table.item(row, column).text() for row in range(table.rowCount())]


def by_number(dialog, number, kind, qtbot):
    dialog.number.setFocus()
    qtbot.keyClicks(dialog.number, sheet_number(number))
    qtbot.keyClick(dialog.number, Qt.Key.Key_Return)
    return dialog.findChild(kind)


def test_the_form_says_how_many_sheets_there_will_be(desk, dialog, qtbot):
    dialog.new_button.click()
    form = dialog.findChild(MakeForm)
    qtbot.waitUntil(lambda: form.note.text() != "")
    assert form.note.text() == "一共 2 户，每栋楼一张，要打 2 张。"
    form.form.editor("grid_id").setCurrentIndex(1)
    assert form.note.text() == "一共 1 户，每栋楼一张，要打 1 张。"
    form.reject()


def test_the_form_names_sheets_that_are_still_out(desk, dialog, cast, qtbot):
    (number,) = make(desk, SheetKind.CHECK, resident_ids=(cast.head,))
    dialog.check_button.click()
    form = dialog.findChild(MakeForm)
    qtbot.waitUntil(lambda: form.note.text() != "")
    assert f"其中 1 户的单子还没收回：{sheet_number(number)}。" in form.note.text()
    form.reject()


def test_figures_and_words_are_entered_without_the_mouse(desk, dialog, qtbot):
    first, other = make(desk, SheetKind.WALK)
    form = by_number(dialog, first, WalkEntryDialog, qtbot)
    lines = form.form.editor("entries")
    assert form.focusWidget() is lines.note
    qtbot.keyClicks(lines.note, "1water")
    assert texts(lines.table, 4)[0] == "见到了"
    qtbot.keyClick(lines.note, Qt.Key.Key_Return)
    assert texts(lines.table, 5)[0] == "water"
    qtbot.mouseClick(form.save_button, Qt.MouseButton.LeftButton)
    (visit,) = desk.services.visits.list_all(VisitFilter())
    assert visit.facts.content == "water"
    assert texts(dialog.table, 0) == [sheet_number(other)]  # the other is still out


def test_words_alone_mean_that_somebody_was_met_and_can_be_cleared(desk, dialog, qtbot):
    number, _ = make(desk, SheetKind.WALK)
    form = by_number(dialog, number, WalkEntryDialog, qtbot)
    lines = form.form.editor("entries")
    lines.note.setText("一切都好")
    qtbot.keyClick(lines.note, Qt.Key.Key_Return)
    assert texts(lines.table, 4)[0] == "见到了"
    lines.note.clear()
    qtbot.keyClick(lines.note, Qt.Key.Key_Delete)
    assert texts(lines.table, 4)[0] == ""
    assert texts(lines.table, 5)[0] == ""
    form.form.modified = False
    form.reject()


def test_a_number_that_no_sheet_has_is_said(dialog, ask, qtbot):
    ask.expect("warn")
    dialog.number.setText("0999")
    qtbot.keyClick(dialog.number, Qt.Key.Key_Return)
    assert "没有 0999 号单子" in ask.last
    ask.expect("warn")
    dialog.number.setText("单子")
    qtbot.keyClick(dialog.number, Qt.Key.Key_Return)


def test_marked_lines_of_a_check_sheet_open_one_after_the_other(desk, dialog, cast, qtbot):
    (number,) = make(desk, SheetKind.CHECK, resident_ids=(cast.head,))
    check = by_number(dialog, number, CheckEntryDialog, qtbot)
    assert texts(check.table, 1) == ["张建国", "李秀英"]
    check.marked.setText("1、2")
    qtbot.keyClick(check.marked, Qt.Key.Key_Return)
    for name in ("张建国", "李秀英"):
        qtbot.waitUntil(lambda: any(f.isVisible() for f in check.findChildren(ResidentForm)))
        form = next(f for f in check.findChildren(ResidentForm) if f.isVisible())
        assert form.form.value("name") == name
        form.form.editor("occupation").set_value("教师")
        form.save_button.click()
    assert texts(check.table, 6) == ["有改动", "有改动"]
    first = desk.services.history.entries()[0].action
    assert first.startswith(f"核对单 {sheet_number(number)}：")
    check.done_button.click()
    qtbot.waitUntil(lambda: not desk.services.walks.sheets(out_only=True))


def test_a_check_sheet_without_marks_comes_back_in_one_press(desk, dialog, cast, qtbot):
    (number,) = make(desk, SheetKind.CHECK, resident_ids=(cast.head,))
    check = by_number(dialog, number, CheckEntryDialog, qtbot)
    check.done_button.click()
    qtbot.waitUntil(lambda: not desk.services.walks.sheets(out_only=True))
    _, lines = desk.services.walks.get(number)
    assert {line.entry.result for line in lines} == {"8"}


def test_a_line_that_is_not_there_is_refused(desk, dialog, cast, ask, qtbot):
    (number,) = make(desk, SheetKind.CHECK, resident_ids=(cast.head,))
    check = by_number(dialog, number, CheckEntryDialog, qtbot)
    ask.expect("warn")
    check.marked.setText("3")
    qtbot.keyClick(check.marked, Qt.Key.Key_Return)
    assert "只有 1 到 2 行" in ask.last
    check.reject()


def test_a_lost_sheet_leaves_the_list(desk, dialog, qtbot):
    make(desk, SheetKind.WALK)
    dialog.select([0])
    dialog.void_button.click()
    form = dialog.findChild(VoidForm)
    form.form.editor("reason").set_value("丢了")
    qtbot.mouseClick(form.save_button, Qt.MouseButton.LeftButton)
    assert dialog.table.rowCount() == 1


def test_what_was_typed_stays_with_its_line_when_another_is_chosen(desk, dialog, qtbot):
    settle_neighbours(desk.services)
    make(desk, SheetKind.WALK)
    number = max(desk.services.walks.sheets(), key=lambda sheet: sheet.doors).id
    form = by_number(dialog, number, WalkEntryDialog, qtbot)
    lines = form.form.editor("entries")
    for row in range(3):
        lines.table.setCurrentCell(row, 0)
        qtbot.keyClicks(lines.note, f"1n{row}")
    qtbot.keyClick(lines.note, Qt.Key.Key_Up)
    assert lines.table.currentRow() == 1
    assert lines.note.text() == "n1"
    assert [entry.note for entry in lines.value()] == ["n0", "n1", "n2"]
    form.form.modified = False
    form.reject()
