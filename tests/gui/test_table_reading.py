"""Long lists: the first page at once, the rest when it has come."""

import pytest
from PySide6.QtCore import QAbstractItemModel, Qt
from support.long_table import LongTable

from linli.gui.table import PAGE
from linli.gui.table_view import TableView

MANY = range(1, 5001)


@pytest.fixture
def table(qapp):
    return LongTable(MANY)


@pytest.fixture
def whole_table(table):
    table.arrive()
    return table


@pytest.fixture
def show(theme, state, qtbot):
    """Show a table in a view."""

    def make(table):
        view = TableView(table.model, theme, state, "long")
        qtbot.addWidget(view)
        view.resize(500, 400)
        view.show()
        qtbot.waitExposed(view)
        return view

    return make


class Heard:
    """Notes how a model changed."""

    def __init__(self, model: QAbstractItemModel) -> None:
        self.what: list[str] = []
        model.modelReset.connect(lambda: self.what.append("reset"))
        model.rowsInserted.connect(lambda *_: self.what.append("inserted"))
        model.dataChanged.connect(lambda *_: self.what.append("read anew"))


def test_first_page_is_shown_before_the_list_is_there(table):
    assert table.shown() == list(range(1, PAGE + 1))
    assert not table.model.whole
    heard = Heard(table.model)
    table.arrive()
    assert table.shown() == list(MANY)
    assert table.model.whole
    assert heard.what == ["inserted"]


def test_list_that_fits_the_first_page_is_whole_at_once(qapp):
    table = LongTable(range(PAGE))
    assert table.model.whole
    assert not table.later


def test_model_of_a_growing_list_keeps_the_rules_of_qt(table, qtmodeltester):
    qtmodeltester.check(table.model)
    table.arrive()
    qtmodeltester.check(table.model)


def test_last_rows_of_the_first_page_are_complete_when_the_list_has_come(table):
    table.model.record(PAGE - 1)
    table.arrive()
    assert table.model.record(PAGE) == PAGE + 1


def test_newer_list_breaks_off_the_older_one(table, qtbot):
    qtbot.waitUntil(lambda: len(table.later) == 1)
    table.source.ids = list(MANY)[::-1]
    table.model.reload()
    assert not table.later[0].open
    table.arrive()
    assert table.shown() == list(MANY)[::-1]


def test_lists_that_are_passed_by_are_not_read_whole(table, qtbot):
    for _ in range(5):
        table.model.reload()
    qtbot.waitUntil(lambda: bool(table.later))
    assert len(table.later) == 1


def test_list_that_changed_since_its_first_page_is_shown_as_it_is_now(table):
    whole = [9999, *MANY]
    table.source.reader = lambda *_: lambda limit, stop: MANY[:limit] if limit else whole
    table.model.reload()
    assert table.shown() == list(MANY[:PAGE])
    table.arrive()
    assert table.shown() == whole


def test_slow_list_leaves_the_rows_before_it_until_it_is_there(whole_table):
    whole_table.source.slow = True
    whole_table.source.ids = [3, 2, 1]
    whole_table.model.reload()
    assert whole_table.model.stale
    assert len(whole_table.shown()) == len(MANY)
    whole_table.arrive()
    assert whole_table.shown() == [3, 2, 1]
    assert not whole_table.model.stale


def test_first_page_of_a_slow_list_is_shown_before_the_rest_is_there(whole_table, qtbot):
    whole_table.source.slow = True
    whole_table.source.ids = list(MANY)[::-1]
    before = len(whole_table.later)
    whole_table.model.reload()
    qtbot.waitUntil(lambda: len(whole_table.later) > before)
    whole_table.later[-1].finish()
    assert whole_table.shown() == list(MANY)[::-1][:PAGE]
    assert not whole_table.model.stale
    assert not whole_table.model.whole
    whole_table.arrive()
    assert whole_table.shown() == list(MANY)[::-1]


def test_same_list_read_again_stays_in_place(whole_table):
    heard = Heard(whole_table.model)
    whole_table.model.refresh()
    assert not whole_table.model.stale
    whole_table.arrive()
    assert "reset" not in heard.what
    assert "read anew" in heard.what


def test_record_that_is_gone_is_an_empty_row_until_the_list_is_read_again(whole_table):
    whole_table.source.gone = {1}
    whole_table.model.refresh()
    assert whole_table.model.index(0, 0).data() == ""
    assert whole_table.model.index(1, 0).data() == "居民2"


def test_what_waits_for_the_list_is_done_when_it_is_there(table):
    done = []
    table.model.when_whole(lambda: done.append(table.model.rowCount()))
    assert done == []
    table.arrive()
    table.model.when_whole(lambda: done.append("at once"))
    assert done == [len(MANY), "at once"]


def test_what_waits_for_a_list_is_not_done_with_another(table):
    done = []
    table.model.when_whole(lambda: done.append("old"))
    table.model.reload()
    table.arrive()
    assert done == []


def test_what_waits_is_done_with_the_same_list_read_again(table):
    done = []
    table.model.when_whole(lambda: done.append("same"))
    table.model.refresh()
    table.arrive()
    assert done == ["same"]


# ---- the view ----


def test_selection_and_place_survive_reading_again(whole_table, show):
    view = show(whole_table)
    view.select_id(3000)
    value = view.verticalScrollBar().value()
    whole_table.source.ids = [7001, *range(2, 5001)]  # as many rows above as before
    whole_table.model.refresh()
    whole_table.arrive()
    assert view.selected_ids() == [3000]
    assert view.current_id() == 3000
    assert view.verticalScrollBar().value() == value


def test_rows_in_view_stay_when_rows_above_them_come_and_go(whole_table, show):
    view = show(whole_table)
    view.select_id(3000)
    top = whole_table.model.id_at(view.rowAt(0))
    whole_table.source.ids = [*range(6001, 6011), *MANY]
    whole_table.model.refresh()
    whole_table.arrive()
    assert whole_table.model.id_at(view.rowAt(0)) == top


def test_rows_are_sorted_under_the_selection_without_a_jump(whole_table, show):
    view = show(whole_table)
    view.select_id(4990)
    whole_table.model.sort(0, Qt.SortOrder.DescendingOrder)
    view.verticalScrollBar().setValue(0)
    whole_table.model.sort(0, Qt.SortOrder.AscendingOrder)
    place = view.verticalScrollBar().value()
    whole_table.arrive()
    assert view.selected_ids() == [4990]
    assert view.verticalScrollBar().value() == place


def test_another_order_is_shown_from_its_top(whole_table, show):
    view = show(whole_table)
    view.selectAll()
    view.scrollToBottom()
    whole_table.model.sort(0, Qt.SortOrder.DescendingOrder)
    assert view.verticalScrollBar().value() == 0
    whole_table.arrive()
    assert view.verticalScrollBar().value() == 0
    assert view.selected_count() == len(MANY)


def test_who_is_selected_meanwhile_stays_the_only_one(whole_table, show):
    view = show(whole_table)
    view.select_id(4990)
    whole_table.model.sort(0)
    view.select_id(5)
    whole_table.arrive()
    assert view.selected_ids() == [5]


def test_asking_who_is_selected_waits_for_the_list(whole_table, show):
    view = show(whole_table)
    view.select_id(4990)
    whole_table.model.sort(0)
    assert view.selected_ids() == [4990]
    assert whole_table.model.whole


def test_everybody_is_selected_though_the_list_is_still_coming(table, show):
    view = show(table)
    view.selectAll()
    table.arrive()
    assert view.selected_count() == len(MANY)
    assert view.selected_ids() == list(MANY)


def test_everybody_stays_selected_when_the_list_is_read_again(whole_table, show):
    view = show(whole_table)
    view.selectAll()
    whole_table.source.ids = list(range(5, 5001))
    whole_table.model.refresh()
    whole_table.arrive()
    assert view.selected_ids() == list(range(5, 5001))


def test_scattered_rows_stay_selected(whole_table, show):
    view = show(whole_table)
    for number in range(10, 4000, 300):
        view.select_also(number)
    whole_table.source.ids = list(MANY)[::-1]
    whole_table.model.refresh()
    whole_table.arrive()
    assert view.selected_ids() == list(range(10, 4000, 300))[::-1]


def test_end_goes_to_the_last_row_once_it_is_there(table, show, qtbot):
    view = show(table)
    qtbot.keyClick(view, Qt.Key.Key_End)
    assert view.current_id() is None
    table.arrive()
    assert view.current_id() == 5000


def test_home_and_end_go_to_the_first_and_last_row(whole_table, show, qtbot):
    view = show(whole_table)
    view.select_id(2500)
    qtbot.keyClick(view, Qt.Key.Key_End)
    assert view.selected_ids() == [5000]
    qtbot.keyClick(view, Qt.Key.Key_Home)
    assert view.selected_ids() == [1]


def test_selection_is_told_again_after_each_reading(whole_table, show, qtbot):
    view = show(whole_table)
    view.select_id(7)
    with qtbot.waitSignal(view.selection_changed):
        whole_table.model.refresh()
    with qtbot.waitSignal(view.selection_changed):
        whole_table.arrive()


def test_a_million_rows_are_selected_by_one_span(show, qtbot):
    table = LongTable(range(1_000_000))
    table.arrive()
    view = show(table)
    view.selectAll()
    assert view.selected_count() == 1_000_000
    assert len(view.selectionModel().selection()) == 1
