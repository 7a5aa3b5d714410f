import pytest
from support.window import opened

from linli.domain.grids import GridDraft
from linli.domain.residents import ResidentFilter
from linli.gui.residents.filter_builder import FilterBuilder
from linli.gui.residents.saved_filters import SavedFilters

ELDERS = ResidentFilter(age_from=60)
ALONE = ResidentFilter(alone=True)


@pytest.fixture
def dialog(desk, cast, show):
    """The list of two kept filters."""
    desk.services.filters.save("老人", ELDERS)
    desk.services.filters.save("独居", ALONE)
    return show(SavedFilters(desk))


def lines(dialog):
    return [tuple(dialog.line(item)) for item in dialog.items]


def test_filters_are_listed_with_what_they_ask(dialog):
    assert lines(dialog) == [("老人", "60 岁以上"), ("独居", "独居")]


def test_a_filter_is_renamed_moved_and_removed(dialog, ask, qtbot):
    dialog.select([0])
    ask.expect("text", "老年人")
    dialog.rename_button.click()
    qtbot.waitUntil(lambda: lines(dialog)[0][0] == "老年人")
    dialog.down_button.click()
    qtbot.waitUntil(lambda: lines(dialog)[1][0] == "老年人")
    ask.expect("confirm", True)
    dialog.remove_button.click()
    qtbot.waitUntil(lambda: lines(dialog) == [("独居", "独居")])


def test_a_name_of_another_filter_is_refused(dialog, ask, qtbot):
    dialog.select([0])
    ask.expect("text", "独居")
    ask.expect("warn")
    dialog.rename_button.click()
    qtbot.waitUntil(lambda: not ask.waiting)
    assert "已经有一个常用筛选叫「独居」" in ask.last


def test_showing_a_filter_shuts_the_list(dialog, qtbot):
    dialog.select([1])
    with qtbot.waitSignal(dialog.shown) as told:
        dialog.show_button.click()
    assert told.args == [ALONE]


def test_a_filter_that_cannot_be_used_says_why(dialog, ask, services):
    grid, _ = services.grids.add(GridDraft(number="09", name="第九网格"))
    services.filters.save("九网格", ResidentFilter(grid_ids=(grid,)))
    services.grids.remove(grid)
    dialog.read()
    assert "网格已经删除" in lines(dialog)[2][1]
    dialog.select([2])
    for button in (dialog.show_button, dialog.open_button):
        ask.expect("warn")
        button.click()
    assert dialog.isVisible()


def test_opening_a_filter_builds_it_on_under_its_name(tab, services, ask):
    services.filters.save("老人", ELDERS)
    tab.filters.open_kept()
    kept = opened(SavedFilters)
    kept.select([0])
    kept.open_button.click()
    builder = opened(FilterBuilder)
    assert builder.wanted == ELDERS
    builder.add_condition("alone")
    ask.expect("text", "老人")
    ask.expect("confirm", True)
    builder.keep_button.click()
    assert services.filters.find("老人") == ResidentFilter(age_from=60, alone=True)
    builder.reject()


def test_a_new_filter_begins_with_nothing(tab):
    tab.filters.show_filter(ELDERS)
    tab.filters.open_kept()
    opened(SavedFilters).new_button.click()
    builder = opened(FilterBuilder)
    assert builder.wanted == ResidentFilter()
    builder.reject()
