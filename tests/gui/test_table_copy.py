"""Copying rows as a table, and the widths of columns."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from support.long_table import LongTable

from linli.gui import table_view
from linli.gui.table import PAGE, Column, TableModel
from linli.gui.table_copy import table_mime
from linli.gui.table_view import TableView

COLUMNS = (
    Column(key="name", title="姓名", text=lambda n: f"居民{n}", chars=6),
    Column(key="note", title="备注", text=lambda n: "甲\t乙\n<丙>", chars=8, priority=3),
    Column(key="number", title="号码", text=lambda n: f"0{n}", chars=5, priority=1),
    Column(key="extra", title="民族", text=str, chars=4, priority=2, chosen=False),
)


class Source:
    def list_ids(self, sort, *, descending):
        return [1, 2, 3]

    def rows(self, ids):
        return list(ids)


@pytest.fixture
def view(theme, state, qtbot):
    model = TableModel(Source(), COLUMNS)
    model.reload()
    view = TableView(model, theme, state, "people")
    qtbot.addWidget(view)
    view.resize(700, 300)
    view.show()
    qtbot.waitExposed(view)
    return view


@pytest.fixture
def clipboard(qapp):
    clipboard = QGuiApplication.clipboard()
    clipboard.clear()
    yield clipboard
    clipboard.clear()


def test_selected_rows_are_copied_as_they_are_shown(view, clipboard, qtbot):
    view.horizontalHeader().moveSection(2, 0)
    view.select_id(1)
    view.select_also(3)
    qtbot.keyClick(view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert clipboard.text() == (
        "号码\t姓名\t备注\r\n01\t居民1\t甲 乙 <丙>\r\n03\t居民3\t甲 乙 <丙>\r\n"
    )


def test_numbers_are_copied_as_text_for_spreadsheets(view, clipboard):
    view.select_id(2)
    view.copy()
    html = clipboard.mimeData().html()
    assert "<td style=\"mso-number-format:'\\@'\">02</td>" in html
    assert "&lt;丙&gt;" in html
    assert html.count("<tr>") == 2


def test_nothing_selected_leaves_the_clipboard_alone(view, clipboard):
    clipboard.setText("别的")
    view.copy()
    assert clipboard.text() == "别的"


def test_number_of_copied_rows_is_told(view, clipboard, qtbot):
    view.selectAll()
    with qtbot.waitSignal(view.copied) as told:
        view.copy_action.trigger()
    assert told.args == [3]


def test_more_than_a_clipboard_is_for_is_refused(view, clipboard, qtbot, monkeypatch):
    monkeypatch.setattr(table_view, "COPY_LIMIT", 2)
    view.selectAll()
    with qtbot.waitSignal(view.copied) as told:
        view.copy()
    assert told.args == [0]
    assert clipboard.text() == ""


def test_many_rows_are_copied_beside_the_window(theme, state, qtbot, clipboard):
    table = LongTable(range(1, 2 * PAGE + 10))
    table.arrive()
    table.source.gone = {5}
    view = TableView(table.model, theme, state, "long")
    qtbot.addWidget(view)
    view.show()
    view.selectAll()
    view.copy()
    assert clipboard.text() == ""
    table.arrive()
    lines = clipboard.text().splitlines()
    assert len(lines) == 2 * PAGE + 9, "the heads and all but the one who is gone"
    assert lines[-1] == f"居民{2 * PAGE + 9}\t{2 * PAGE + 9:04}"


def test_cells_stay_in_their_line_and_column():
    mime = table_mime(["头"], [["a\tb\r\nc"]])
    assert mime.text() == "头\r\na b  c\r\n"


# ---- widths ----


def drag(view, number, width, qtbot):
    """Drag the edge of a column, and let the mouse rest."""
    view.setColumnWidth(number, width)
    qtbot.wait(350)


def again(view, theme, state, qtbot):
    """Make the same view anew, as the next start does."""
    other = TableView(view.model(), theme, state, "people")
    qtbot.addWidget(other)
    other.resize(view.size())
    other.show()
    qtbot.waitExposed(other)
    return other


def total(view):
    return sum(view.columnWidth(n) for n in range(len(COLUMNS)) if not view.isColumnHidden(n))


def submenu(menu, words):
    return next(action.menu() for action in menu.actions() if words in action.text())


def choose(view, *words):
    """Choose an action of the 列宽 menu by the words on the way to it."""
    menu = view.columns_menu()
    for word in ("列宽", *words[:-1]):
        menu = submenu(menu, word)
    next(action for action in menu.actions() if words[-1] in action.text()).trigger()


def test_dragged_width_is_kept_and_the_others_follow(view, theme, state, qtbot):
    drag(view, 0, 300, qtbot)
    assert view.columnWidth(0) == 300
    assert total(view) == view.viewport().width()
    assert again(view, theme, state, qtbot).columnWidth(0) == 300


def test_dragged_width_grows_with_the_type(view, theme, qtbot):
    drag(view, 0, 200, qtbot)
    theme.set_zoom(150)
    assert view.columnWidth(0) == 300


def test_column_is_widened_and_narrowed_from_the_menu(view, theme, state, qtbot):
    before = view.columnWidth(0)
    choose(view, "姓名", "加宽")
    assert view.columnWidth(0) == before + 30
    choose(view, "姓名", "收窄")
    choose(view, "姓名", "收窄")
    assert view.columnWidth(0) == before - 30
    assert again(view, theme, state, qtbot).columnWidth(0) == before - 30


@pytest.mark.parametrize("words", ["自动列宽", "double click"])
def test_width_becomes_automatic_again(view, theme, state, qtbot, words):
    before = view.columnWidth(0)
    drag(view, 0, 300, qtbot)
    if words == "double click":
        view.horizontalHeader().sectionHandleDoubleClicked.emit(0)
    else:
        choose(view, "姓名", words)
    assert view.columnWidth(0) == before
    assert again(view, theme, state, qtbot).columnWidth(0) == before


def test_all_widths_become_automatic_at_once(view, qtbot):
    before = [view.columnWidth(n) for n in range(3)]
    drag(view, 0, 300, qtbot)
    drag(view, 2, 150, qtbot)
    choose(view, "全部自动列宽")
    assert [view.columnWidth(n) for n in range(3)] == before


def test_column_wider_than_the_table_can_be_scrolled_to_its_end(view, qtbot):
    drag(view, 0, 900, qtbot)
    assert view.columnWidth(0) == 900
    qtbot.waitUntil(lambda: view.horizontalScrollBar().maximum() > 0)


def test_widths_of_unknown_columns_are_forgotten(theme, state, view, qtbot):
    state.save("people/widths", ["gone=50", "name=abc", "name=99999999999999999999", "number=120"])
    other = again(view, theme, state, qtbot)
    assert other.columnWidth(2) == 120
