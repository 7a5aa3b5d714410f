from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from linli.domain.grids import GridDraft
from linli.domain.residents import ResidentFilter, ResidentStatus, Sex


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


# ---- kept and built filters ---------------------------------------------------------------

BUILT = ResidentFilter(age_from=60, alone=True, has_card=False)


def menu_texts(tab):
    return [action.text() for action in tab.filters.menu.actions() if not action.isSeparator()]


def test_conditions_that_no_box_shows_are_told_in_a_sentence(tab, names):
    tab.filters.show_filter(BUILT)
    assert tab.filters.card.currentText() == "未发卡"
    assert tab.filters.others_label.text() == "60 岁以上，独居"
    assert tab.filters.others.isVisible()
    assert names() == ["买买提·艾力"]
    tab.filters.others_button.click()
    assert not tab.filters.others.isVisible()
    assert tab.current_filter == ResidentFilter(has_card=False)
    assert len(names()) == 4


def test_a_box_tells_what_is_none_of_its_choices(tab, services):
    (grid,) = services.grids.names()
    tab.filters.show_filter(ResidentFilter(grid_ids=(grid,), without_grid=True, rented=False))
    assert tab.filters.grid.currentText() == "第三网格或未划网格"
    assert tab.filters.rented.currentText() == "不住出租房屋"
    assert not tab.filters.others.isVisible()
    choose(tab.filters.grid, "第三网格")
    assert tab.current_filter == ResidentFilter(grid_ids=(grid,), rented=False)
    assert tab.filters.grid.findText("第三网格或未划网格") < 0


def test_a_box_changes_nothing_of_the_other_conditions(tab):
    tab.filters.show_filter(BUILT)
    choose(tab.filters.status, "全部人员")
    assert tab.current_filter == replace(BUILT, statuses=frozenset(ResidentStatus))


def test_a_grid_that_is_gone_shows_nobody_and_is_told(tab, names, services):
    services.grids.add(GridDraft(number="09", name="第九网格"))
    tab.refresh()
    choose(tab.filters.grid, "第九网格")
    (gone,) = tab.current_filter.grid_ids
    services.grids.remove(gone)
    tab.refresh()
    assert tab.filters.grid.currentText() == "已删除的网格"
    assert names() == []


def test_kept_filters_are_in_the_menu_with_how_many_they_find(tab, services, qtbot):
    services.filters.save("独居&老人", BUILT)
    services.filters.save("妇女", ResidentFilter(sex=Sex.FEMALE))
    tab.filters.menu.popup(tab.mapToGlobal(tab.rect().center()))
    qtbot.waitUntil(lambda: not any("正在数" in text for text in menu_texts(tab)))
    women = services.filters.count(ResidentFilter(sex=Sex.FEMALE)).people
    assert menu_texts(tab)[:2] == ["&1 独居&&老人\t1 人", f"&2 妇女\t{women} 人"]
    tab.filters.menu.close()


def test_a_kept_filter_is_chosen_with_the_keyboard_and_replaces_what_was_typed(
    tab, names, services, qtbot
):
    services.filters.save("独居", BUILT)
    qtbot.keyClicks(tab.find_box, "l")
    qtbot.waitUntil(lambda: tab.current_filter.text == "l", timeout=2000)
    tab.filters.menu.popup(tab.mapToGlobal(tab.rect().center()))
    QTest.keyClick(tab.filters.menu, Qt.Key.Key_1)
    assert tab.current_filter == BUILT
    assert tab.find_box.text() == ""
    assert names() == ["买买提·艾力"]


def test_a_kept_filter_that_cannot_be_used_says_why_and_changes_nothing(tab, services, ask):
    grid, _ = services.grids.add(GridDraft(number="09", name="第九网格"))
    services.filters.save("九网格", ResidentFilter(grid_ids=(grid,)))
    services.grids.remove(grid)
    tab.filters.menu.popup(tab.mapToGlobal(tab.rect().center()))
    assert menu_texts(tab)[0] == "&1 九网格\t不能用"
    ask.expect("warn")
    QTest.keyClick(tab.filters.menu, Qt.Key.Key_1)
    assert "网格已经删除" in ask.last
    assert tab.current_filter == ResidentFilter()


def test_the_present_conditions_are_kept_with_what_is_typed(tab, services, ask, qtbot):
    choose(tab.filters.card, "未发卡")
    qtbot.keyClicks(tab.find_box, "l")
    qtbot.waitUntil(lambda: tab.current_filter.text == "l", timeout=2000)
    ask.expect("text", "没有卡的")
    tab.filters.menu.save_action.trigger()
    assert services.filters.find("没有卡的") == ResidentFilter(text="l", has_card=False)


def test_what_is_typed_narrows_a_kept_filter_with_a_text(tab, names, qtbot):
    tab.filters.show_filter(ResidentFilter(text="张"))
    assert tab.filters.others_label.text() == "查找“张”"
    assert names() == ["张建国"]
    qtbot.keyClicks(tab.find_box, "l")
    qtbot.waitUntil(lambda: tab.current_filter.text == "张 l", timeout=2000)
    assert names() == []


def test_people_hidden_by_a_built_filter_are_shown_when_asked_for(tab, cast):
    tab.filters.show_filter(BUILT)
    tab.show_resident(cast.lodger)
    assert tab.table.selected_ids() == [cast.lodger]
    assert not tab.filters.is_set
