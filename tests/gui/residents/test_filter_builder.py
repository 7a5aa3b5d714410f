from array import array
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from support.clerk import Clerk
from support.window import opened

from linli.domain.labels import FILTER_CONDITION
from linli.domain.resident_filters import CONDITIONS
from linli.domain.residents import MissingFact, ResidentFilter, ResidentStatus, Sex
from linli.gui.export_form import ExportForm
from linli.gui.print_dialog import PrintDialog
from linli.gui.residents.filter_builder import FilterBuilder
from linli.gui.residents.filter_conditions import OFFERED, attributes_of, values_of
from linli.progress import Cancelled


@pytest.fixture
def builder(desk, cast, show):
    """The builder on the ledger of `cast`, with nothing set."""
    return show(FilterBuilder(desk, ResidentFilter(), None))


@pytest.fixture
def counted(builder, qtbot):
    """Wait until the builder says so many."""

    def wait(words):
        qtbot.waitUntil(lambda: builder.count_label.text() == words, timeout=10_000)

    return wait


def offer(builder, name):
    """Choose a condition from the list by its key."""
    for place in range(builder.offer.count()):
        if builder.offer.item(place).data(Qt.ItemDataRole.UserRole) == name:
            builder.offer.setCurrentRow(place)
    builder.offer.setFocus()
    QTest.keyClick(builder.offer, Qt.Key.Key_Return)
    return builder.rows[name].input


def tick(many, text):
    """Tick a line of a list."""
    (item,) = many.list.findItems(text, Qt.MatchFlag.MatchExactly)
    many.list.setCurrentItem(item)
    many.list.setFocus()
    QTest.keyClick(many.list, Qt.Key.Key_Space)


def test_at_first_everybody_is_counted(builder, counted):
    assert builder.sentence.text() == "全部在住居民"
    counted("共 4 人，2 户")
    assert builder.wanted == ResidentFilter()


def test_conditions_add_up_and_are_told(builder, counted):
    age = offer(builder, "age")
    assert age.first.hasFocus()
    QTest.keyClicks(age.first, "55")
    assert builder.wanted == ResidentFilter(age_from=55)
    age.set_value((60, None))
    offer(builder, "alone")
    assert builder.sentence.text() == "60 岁以上，独居"
    assert builder.wanted == ResidentFilter(age_from=60, alone=True)
    counted("共 1 人，1 户")


def test_a_condition_is_chosen_once_and_taken_off(builder, counted):
    offer(builder, "alone")
    offer(builder, "alone")
    assert list(builder.rows) == ["alone"]
    assert not builder.hint.isVisible()
    builder.rows["alone"].remove_button.click()
    assert builder.rows == {}
    assert builder.hint.isVisible()
    assert builder.offer.hasFocus()
    counted("共 4 人，2 户")


def test_clearing_takes_all_off(builder):
    for name in ("alone", "sex", "card"):
        offer(builder, name)
    assert builder.wanted == ResidentFilter(alone=True, sex=Sex.FEMALE, has_card=True)
    builder.clear_button.click()
    assert builder.wanted == ResidentFilter()


def test_several_grids_and_none_are_ticked(builder, counted, services):
    (grid,) = services.grids.names()
    grids = offer(builder, "grid")
    tick(grids, "第三网格")
    assert builder.wanted == ResidentFilter(grid_ids=(grid,))
    counted("共 2 人，1 户")
    tick(grids, "未划网格")
    assert builder.sentence.text() == "第三网格或未划网格"
    counted("共 4 人，2 户")


def test_buildings_are_found_in_their_list(builder, counted, qtbot):
    places = offer(builder, "buildings")
    qtbot.waitUntil(lambda: places.list.count() > 0)
    texts = [places.list.item(row).text() for row in range(places.list.count())]
    assert texts == ["西河小区（整个小区）", "西河小区1号楼", "西河小区3号楼"]
    tick(places, "西河小区3号楼")
    assert builder.sentence.text() == "西河小区3号楼"
    counted("共 2 人，1 户")


def test_of_several_tags_one_is_enough_or_all_are_needed(builder, counted, qtbot):
    tags = offer(builder, "care_tags")
    qtbot.waitUntil(lambda: tags.texts.list.count() > 3)
    assert not tags.every.isVisible()
    tick(tags.texts, "独居老人")
    other = next(
        tags.texts.list.item(row).text()
        for row in range(tags.texts.list.count())
        if tags.texts.list.item(row).text() != "独居老人"
    )
    tick(tags.texts, other)
    assert tags.every.isVisible()
    counted("共 1 人，1 户")
    tags.every.set_value(True)
    assert builder.wanted.all_care_tags
    counted("共 0 人，0 户")
    assert not builder.print_button.isEnabled()
    assert builder.show_button.isEnabled()
    assert builder.keep_button.isEnabled()


def test_the_line_over_a_long_list_finds_in_it(builder, qtbot):
    tags = offer(builder, "care_tags").texts
    qtbot.waitUntil(lambda: tags.list.count() > 8)
    assert tags.find_line.hasFocus()
    QTest.keyClicks(tags.find_line, "zz")
    assert all(tags.list.item(row).isHidden() for row in range(tags.list.count()))
    tags.find_line.setText("独居")
    shown = [
        tags.list.item(row).text()
        for row in range(tags.list.count())
        if not tags.list.item(row).isHidden()
    ]
    assert "独居老人" in shown
    assert len(shown) < tags.list.count()


def test_what_cannot_be_meant_is_said_and_nothing_can_be_done_with_it(builder, counted):
    age = offer(builder, "age")
    age.set_value((70, 60))
    assert "反的" in builder.count_label.text()
    for button in (builder.show_button, builder.keep_button, builder.print_button):
        assert not button.isEnabled()
    age.set_value((50, 60))
    counted("共 0 人，0 户")
    assert builder.show_button.isEnabled()


def test_a_newer_change_cancels_the_count_of_the_older(builder, counted, monkeypatch, services):
    counted("共 4 人，2 户")
    asked, count = [], services.filters.count

    def slow(wanted, stop):
        asked.append(wanted)
        while wanted.alone and not stop():
            pass
        if stop():
            raise Cancelled
        return count(wanted, stop)

    monkeypatch.setattr(services.filters, "count", slow)
    offer(builder, "alone")
    counted("正在数…")
    offer(builder, "sex")
    builder.rows["alone"].remove_button.click()
    women = count(ResidentFilter(sex=Sex.FEMALE))
    counted(f"共 {women.people} 人，{women.households} 户")
    assert asked[0].alone


def test_every_offered_condition_shows_what_a_filter_says(desk, cast, show):
    (grid,) = desk.services.grids.names()
    wanted = ResidentFilter(
        text="王",
        age_from=60,
        sex=Sex.MALE,
        statuses=frozenset({ResidentStatus.MOVED_OUT}),
        alone=False,
        entered_since=date(2026, 3, 1),
        grid_ids=(grid,),
        without_grid=True,
        permit_within=7,
        education_codes=("20",),
        care_tags=("没有人有的标签", "独居老人"),
        all_care_tags=True,
        missing=(MissingFact.PHONE,),
    )
    builder = show(FilterBuilder(desk, wanted, None))
    shown = builder.wanted
    assert set(shown.care_tags) == set(wanted.care_tags)
    assert shown == ResidentFilter(
        **{name: getattr(wanted, name) for name in vars(wanted)} | {"care_tags": shown.care_tags}
    )
    assert FILTER_CONDITION.keys() - OFFERED.keys() == {"recycled"}


@pytest.mark.parametrize("name", OFFERED)
def test_a_condition_just_chosen_is_one_that_can_be_kept(builder, name, services):
    offer(builder, name)
    attributes = CONDITIONS[name][0]
    nothing = ResidentFilter()
    others = {each for each in vars(nothing) if each not in attributes}
    assert all(getattr(builder.wanted, each) == getattr(nothing, each) for each in others)
    assert attributes_of(name, values_of(name, nothing)) == {
        each: getattr(nothing, each) for each in attributes
    }
    if builder.wanted != nothing:
        services.filters.save(name, builder.wanted)
        assert services.filters.find(name) == builder.wanted


# ---- what is done with it -----------------------------------------------------------------


def test_showing_shuts_the_builder_and_tells_the_filter(builder, qtbot, assert_freed):
    offer(builder, "alone")
    with qtbot.waitSignal(builder.shown) as told:
        builder.show_button.click()
    assert told.args == [ResidentFilter(alone=True)]
    assert_freed(builder)


def test_a_filter_is_kept_and_replaced_under_its_name(builder, ask, services):
    offer(builder, "alone")
    ask.expect("text", "独居")
    builder.keep_button.click()
    assert services.filters.find("独居") == ResidentFilter(alone=True)
    offer(builder, "sex")
    ask.expect("text", "独居")
    ask.expect("confirm", False)
    builder.keep_button.click()
    assert services.filters.find("独居") == ResidentFilter(alone=True)
    ask.expect("text", "独居")
    ask.expect("confirm", True)
    builder.keep_button.click()
    assert services.filters.find("独居") == ResidentFilter(alone=True, sex=Sex.FEMALE)


def test_a_name_that_is_too_long_is_refused(builder, ask, services):
    ask.expect("text", "很长" * 20)
    ask.expect("warn")
    builder.keep_button.click()
    assert "太长" in ask.last
    assert services.filters.list_all() == []


def test_the_list_is_printed_with_masked_phones(builder, ask, qtbot, services):
    offer(builder, "alone")
    ask.expect("choose", 0)
    builder.print_button.click()
    qtbot.waitUntil(lambda: _open(PrintDialog), timeout=20_000)
    opened(PrintDialog).reject()
    (event,) = [each for each in services.history.events(5) if each.action == "打印名册"]
    assert (event.subject, dict(event.detail)) == ("居民名册", {"行数": "1"})


def test_full_phones_need_a_reason_that_is_kept(builder, ask, qtbot, services):
    ask.expect("choose", 1)
    ask.expect("choose", None)
    builder.print_button.click()
    ask.expect("choose", 1)
    ask.expect("choose", 2)
    builder.print_button.click()
    qtbot.waitUntil(lambda: _open(PrintDialog), timeout=20_000)
    opened(PrintDialog).reject()
    (event,) = [each for each in services.history.events(5) if each.action == "打印名册"]
    assert dict(event.detail) == {"行数": "4", "号码": "完整", "用途": "联系本人"}


def test_export_is_of_the_people_found(builder, counted):
    offer(builder, "alone")
    counted("共 1 人，1 户")
    builder.export_button.click()
    form = opened(ExportForm)
    assert form.form.value("whom") == ResidentFilter(alone=True)
    assert "1 人" in form.summary.text()
    form.reject()


def test_cards_are_asked_for_these_people(builder, cast, qtbot):
    offer(builder, "alone")
    with qtbot.waitSignal(builder.cards_requested, timeout=10_000) as asked:
        builder.cards_button.click()
    assert list(array("q", asked.args[0])) == [cast.alone]


def test_a_clerk_builds_a_filter_with_the_keyboard_alone(tab, names, qtbot):
    clerk = Clerk(qtbot)
    tab.activateWindow()
    tab.find_box.setFocus()
    clerk.press("Alt+F")
    clerk.sees(FilterBuilder)
    clerk.press("Return")
    clerk.write("5")
    clerk.press("Alt+T", *["Down"] * 13, "Return", "Alt+S")
    clerk.sees_no(FilterBuilder)
    assert tab.current_filter == ResidentFilter(age_from=5, alone=True)
    assert names() == ["买买提·艾力"]


def _open(kind):
    return any(
        isinstance(each, kind) and each.isVisible() for each in QApplication.topLevelWidgets()
    )
