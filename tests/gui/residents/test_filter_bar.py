import pytest

from linli.domain.residents import ResidentFilter, ResidentStatus


def choose(combo, text):
    place = combo.findText(text)
    assert place >= 0, [combo.itemText(n) for n in range(combo.count())]
    combo.setCurrentIndex(place)


@pytest.mark.parametrize(
    ("combo", "text", "left"),
    [
        ("grid", "第三网格", ["张建国", "李秀英"]),
        ("grid", "未划网格", ["买买提·艾力", "赵小军"]),
        ("floating", "流动人口", ["赵小军"]),
        ("floating", "常住人口", ["买买提·艾力", "张建国", "李秀英"]),
        ("tag", "独居老人", ["张建国"]),
        ("tag", "会 水电维修", ["买买提·艾力"]),
        ("card", "已发卡", []),
        ("status", "已迁出", []),
    ],
)
def test_filter_leaves_the_right_people(tab, names, combo, text, left):
    choose(getattr(tab.filters, combo), text)
    assert names() == left
    assert tab.filters.clear_button.isVisible()


def test_filters_add_up(tab, names):
    choose(tab.filters.grid, "第三网格")
    choose(tab.filters.tag, "独居老人")
    assert names() == ["张建国"]


def test_clearing_shows_everybody_again(tab, names):
    choose(tab.filters.floating, "流动人口")
    tab.filters.clear_button.click()
    assert len(names()) == 4
    assert not tab.filters.clear_button.isVisible()
    assert tab.filters.wanted == ResidentFilter()


def test_filter_keeps_the_search(tab, names, qtbot):
    qtbot.keyClicks(tab.find_box, "l")
    qtbot.waitUntil(lambda: tab.current_filter.text == "l", timeout=2000)
    choose(tab.filters.floating, "流动人口")
    assert tab.current_filter.text == "l"
    assert tab.current_filter.floating is True


def test_chosen_grid_stays_when_grids_are_read_again(tab, names):
    choose(tab.filters.grid, "第三网格")
    tab.refresh()
    assert tab.filters.grid.currentText() == "第三网格"
    assert len(names()) == 2


def test_everybody_includes_those_who_left(tab):
    tab.filters.show_everybody()
    assert tab.current_filter.statuses == frozenset(ResidentStatus)


def test_no_filter_singles_out_an_ethnicity(tab):
    for combo in tab.filters.findChildren(type(tab.filters.grid)):
        for place in range(combo.count()):
            assert "ethnicity_code" not in (combo.itemData(place) or {})
