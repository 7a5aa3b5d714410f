import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QFontMetrics, QHelpEvent
from PySide6.QtWidgets import QToolTip

from linli.gui.state import WindowState
from linli.gui.table import Chip, Column, TableModel, Tone
from linli.gui.table_view import TableView

COLUMNS = (
    Column(key="name", title="姓名", text=lambda n: f"居民{n}", chars=6, sort="name"),
    Column(key="note", title="备注", text=lambda n: "备注" * 40, chars=8, priority=3, stretch=True),
    Column(
        key="card",
        title="卡",
        text=lambda n: "未发卡",
        chars=5,
        priority=1,
        chip=lambda n: Chip(text="未发卡", tone=Tone.WARN),
    ),
    Column(key="extra", title="民族", text=str, chars=4, priority=2, chosen=False),
)


class Source:
    def __init__(self):
        self.ids = list(range(1, 51))

    def list_ids(self, sort, *, descending):
        return self.ids[::-1] if descending else self.ids

    def rows(self, ids):
        return list(ids)


@pytest.fixture
def source():
    return Source()


@pytest.fixture
def model(source, qapp):
    model = TableModel(source, COLUMNS)
    model.reload()
    return model


@pytest.fixture
def view(model, theme, state, qtbot):
    view = TableView(model, theme, state, "people")
    qtbot.addWidget(view)
    view.resize(700, 400)
    view.show()
    qtbot.waitExposed(view)
    return view


def shown(view):
    return [c.key for n, c in enumerate(COLUMNS) if not view.isColumnHidden(n)]


def test_selection_and_place_survive_a_reload_by_id(view, model, source):
    view.select_id(30)
    source.ids = list(range(10, 51))
    model.reload()
    assert view.selected_ids() == [30]
    assert view.current_id() == 30


def test_selection_goes_to_the_neighbour_when_the_row_is_gone(view, model, source):
    view.select_id(5)
    source.ids.remove(5)
    model.reload()
    assert view.selected_ids() == [6]


def test_nothing_selected_stays_nothing_selected(view, model):
    model.reload()
    assert view.selected_ids() == []
    assert view.current_id() is None


def test_several_rows_are_given_in_the_order_of_the_table(view):
    view.select_id(2)
    for row in (7, 4):
        index = view.model().index(row, 0)
        flag = view.selectionModel().SelectionFlag
        view.selectionModel().select(index, flag.Select | flag.Rows)
    assert view.selected_ids() == [2, 5, 8]


def test_enter_opens_the_row_once(view, qtbot):
    opened = []
    view.opened.connect(opened.append)
    view.select_id(3)
    qtbot.keyClick(view, Qt.Key.Key_Return)
    assert opened == [3]


def test_unknown_id_is_not_selected(view):
    assert view.select_id(999) is False


def test_columns_of_least_priority_go_first_when_it_is_narrow(view):
    assert shown(view) == ["name", "note", "card"]
    view.resize(260, 400)
    assert shown(view) == ["name", "card"]
    view.resize(60, 400)
    assert shown(view) == ["name"]


def test_columns_fill_the_width(view):
    widths = sum(view.columnWidth(n) for n in range(len(COLUMNS)) if not view.isColumnHidden(n))
    assert widths == view.viewport().width()


def test_chosen_columns_are_remembered(view, model, theme, state, qtbot):
    menu = view.columns_menu()
    actions = {action.text(): action for action in menu.actions()}
    assert not actions["姓名"].isEnabled()
    actions["民族"].trigger()
    actions["卡"].trigger()
    assert shown(view) == ["name", "note", "extra"]
    again = TableView(model, theme, state, "people")
    qtbot.addWidget(again)
    again.resize(700, 400)
    assert shown(again) == ["name", "note", "extra"]


def test_menu_sorts_and_turns_the_order_round(view, model):
    action = next(a for a in view.columns_menu().actions() if "排序" in a.text())
    action.trigger()
    assert model.sorting == ("name", False)
    action.trigger()
    assert model.sorting == ("name", True)


def test_click_on_a_head_that_cannot_sort_changes_nothing(view, model):
    view.horizontalHeader().setSortIndicator(1, Qt.SortOrder.AscendingOrder)
    assert model.sorting == ("", False)
    assert view.horizontalHeader().sortIndicatorSection() == -1


def test_rows_grow_with_the_type(view, theme):
    assert view.rowHeight(0) == 40
    theme.set_zoom(150)
    assert view.rowHeight(0) == 60


def test_tool_tip_shows_what_does_not_fit(view, qtbot):
    place = view.visualRect(view.model().index(0, 1)).center()
    event = QHelpEvent(QEvent.Type.ToolTip, place, view.viewport().mapToGlobal(place))
    assert view.viewportEvent(event)
    assert QToolTip.text().startswith("备注")
    QToolTip.hideText()


def test_no_tool_tip_for_what_fits(view):
    view._show_whole_text(view.visualRect(view.model().index(0, 0)).center(), QPoint(0, 0))
    assert QToolTip.text() == ""


def test_chip_is_painted_in_its_colours(view):
    rect = view.visualRect(view.model().index(0, 2))
    image = view.viewport().grab(rect).toImage()
    colours = {image.pixelColor(x, rect.height() // 2).name() for x in range(image.width())}
    assert "#fff0d4" in colours


def test_remembered_columns_always_have_the_first(model, theme, tmp_path, qtbot):
    state = WindowState(tmp_path / "other.ini")
    state.save("people/columns", ["card"])
    view = TableView(model, theme, state, "people")
    qtbot.addWidget(view)
    view.resize(700, 400)
    assert shown(view) == ["name", "card"]


@pytest.fixture
def view_of_names(source, theme, state, qtbot):
    """Show a table of short names, but for those of some numbers."""

    def show(**long_names):
        source.rows = lambda ids: [long_names.get(f"at{number}", "居民") for number in ids]
        columns = (
            Column(key="name", title="姓名", text=lambda text: text, chars=4),
            Column(key="note", title="备注", text=lambda text: "备注", chars=8, stretch=True),
        )
        view = TableView(TableModel(source, columns), theme, state, "names")
        qtbot.addWidget(view)
        view.resize(700, 400)
        view.show()
        qtbot.waitExposed(view)
        view.model().reload()
        return view

    return show


def shows_whole(view, row):
    return view.columnWidth(0) >= view.sizeHintForIndex(view.model().index(row, 0)).width()


def test_long_name_is_shown_whole_before_another_column_gets_room(view_of_names):
    view = view_of_names(at3="古丽努尔·阿卜杜热合曼·买买提明")
    assert shows_whole(view, 2)
    assert view.columnWidth(0) + view.columnWidth(1) == view.viewport().width()


def test_long_name_takes_the_room_that_another_column_does_not_fill(view_of_names):
    view = view_of_names(at3="古丽努尔·阿卜杜热合曼·买买提明")
    view.resize(360, 400)
    assert shows_whole(view, 2)


def test_column_grows_when_a_longer_name_scrolls_into_view(view_of_names):
    view = view_of_names(at45="古丽努尔·阿卜杜热合曼")
    assert not shows_whole(view, 44)
    view.scrollToBottom()
    assert shows_whole(view, 44)


def test_order_of_dragged_columns_is_remembered(view, model, theme, state, qtbot):
    view.horizontalHeader().moveSection(2, 0)
    again = TableView(model, theme, state, "people")
    qtbot.addWidget(again)
    header = again.horizontalHeader()
    order = [COLUMNS[header.logicalIndex(place)].key for place in range(len(COLUMNS))]
    assert order == ["card", "name", "note", "extra"]


def test_remembered_order_that_names_an_old_column_is_no_error(model, theme, state, qtbot):
    state.save("people/order", ["gone", "card", "name"])
    view = TableView(model, theme, state, "people")
    qtbot.addWidget(view)
    header = view.horizontalHeader()
    assert [COLUMNS[header.logicalIndex(place)].key for place in (0, 1)] == ["card", "name"]


def test_narrow_column_keeps_its_whole_head_when_space_is_short(source, theme, state, qtbot):
    columns = (
        Column(key="note", title="备注", text=lambda n: "备注" * 40, chars=20),
        Column(key="age", title="年龄", text=lambda n: "44", chars=3.4, align_right=True),
    )
    model = TableModel(source, columns)
    model.reload()
    view = TableView(model, theme, state, "narrow")
    qtbot.addWidget(view)
    view.resize(360, 400)
    view.show()
    qtbot.waitExposed(view)
    words = QFontMetrics(theme.font(bold=True)).horizontalAdvance("年龄")
    assert view.columnWidth(1) >= words + 20, "type and the padding on both sides"
