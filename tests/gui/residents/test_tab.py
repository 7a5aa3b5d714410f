import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QMenu, QPushButton
from support.window import opened, settle

from linli.domain.changes import Changes, Kind
from linli.domain.residents import ResidentStatus
from linli.gui import table_view
from linli.gui.history_dialog import HistoryDialog
from linli.gui.household_dialog import HouseholdDialog
from linli.gui.recycle_bin import RecycleBin
from linli.gui.rentals_dialog import RentalsDialog
from linli.gui.resident_form import ResidentForm
from linli.gui.standing_form import DeceasedForm, MoveOutForm


def search(tab, qtbot, text):
    tab.find_box.clear()
    qtbot.keyClicks(tab.find_box, text)
    qtbot.waitUntil(lambda: tab.current_filter.text == text, timeout=2000)


def visible_columns(tab):
    model = tab.table.model()
    return [
        column.key
        for place, column in enumerate(model.columns)
        if not tab.table.isColumnHidden(place)
    ]


def test_everybody_who_lives_here_is_listed_by_address(tab, names):
    assert names() == ["买买提·艾力", "张建国", "李秀英", "赵小军"]
    assert tab.count_label.text() == "共 4 人"


def test_table_model_keeps_qts_rules(tab, qtmodeltester):
    qtmodeltester.check(tab.table.model(), force_py=True)
    tester = QAbstractItemModelTester(
        tab.table.model(), QAbstractItemModelTester.FailureReportingMode.Fatal
    )
    tab.refresh()
    tester.deleteLater()


@pytest.mark.parametrize(
    ("typed", "found"),
    [("zhang", ["张建国"]), ("lxy", ["李秀英"]), ("5678", ["张建国"]), ("3-2-501", 2)],
)
def test_typing_filters_the_table(tab, qtbot, names, typed, found):
    search(tab, qtbot, typed)
    assert names() == found if isinstance(found, list) else len(names()) == found


def test_burst_of_keys_is_searched_for_once(tab, qtbot):
    searched = []
    tab.find_box.searched.connect(searched.append)
    tab.find_box.setFocus()
    for key in "zhang":
        tab.find_box.insert(key)
    qtbot.waitUntil(lambda: bool(searched), timeout=2000)
    assert searched == ["zhang"]


def test_search_selects_the_best_match_and_shows_it(tab, qtbot, cast):
    search(tab, qtbot, "zhang")
    assert tab.table.selected_ids() == [cast.head]
    qtbot.waitUntil(lambda: tab.detail.resident_id == cast.head)


def test_down_in_the_find_box_goes_to_the_table(tab, qtbot, cast):
    tab.find_box.setFocus()
    qtbot.keyClick(tab.find_box, Qt.Key.Key_Down)
    assert tab.table.hasFocus()
    assert tab.table.current_id() == cast.alone


def test_enter_searches_at_once_and_goes_to_the_match(tab, qtbot, cast):
    qtbot.keyClicks(tab.find_box, "zhang")
    qtbot.keyClick(tab.find_box, Qt.Key.Key_Return)
    assert tab.table.hasFocus()
    assert tab.table.selected_ids() == [cast.head]


def test_escape_clears_the_search(tab, qtbot, names):
    search(tab, qtbot, "zhang")
    qtbot.keyClick(tab.find_box, Qt.Key.Key_Escape)
    assert len(names()) == 4


def test_letters_typed_over_the_table_go_into_the_find_box(tab, qtbot):
    tab.table.setFocus()
    qtbot.keyClick(tab.table, "z")
    assert tab.find_box.text() == "z"
    assert tab.find_box.hasFocus()


def test_focus_search_selects_what_was_typed(tab, qtbot):
    search(tab, qtbot, "zhang")
    assert tab.focus_search()
    assert tab.find_box.selectedText() == "zhang"


def test_nobody_found_says_so_and_offers_to_clear(tab, qtbot, names):
    search(tab, qtbot, "qqqq")
    assert names() == []
    page = tab.nobody_page
    assert page.isVisible()
    assert not tab.detail.isVisible()
    qtbot.mouseClick(page.buttons[0], Qt.MouseButton.LeftButton)
    assert len(names()) == 4
    assert tab.find_box.text() == ""


def test_empty_ledger_offers_to_import(empty_tab, qtbot):
    assert empty_tab.first_page.isVisible()
    with qtbot.waitSignal(empty_tab.import_requested):
        qtbot.mouseClick(empty_tab.first_page.buttons[0], Qt.MouseButton.LeftButton)


def test_new_resident_is_the_main_button_only_where_the_page_offers_no_other(
    empty_tab, desk, services, qtbot
):
    assert not empty_tab.new_button.property("primary")
    assert empty_tab.first_page.buttons[0].property("primary")
    settle(services)
    desk.bus.publish_all()
    empty_tab.table.select_id(empty_tab.table.model().id_at(0))
    buttons = [b for b in empty_tab.findChildren(QPushButton) if b.isVisible()]
    assert [b for b in buttons if b.property("primary")] == [empty_tab.new_button]
    search(empty_tab, qtbot, "qqqq")
    assert not empty_tab.new_button.property("primary")


def test_empty_ledger_offers_to_enter_somebody(empty_tab, qtbot):
    qtbot.mouseClick(empty_tab.first_page.buttons[1], Qt.MouseButton.LeftButton)
    opened(ResidentForm).reject()


def test_first_resident_takes_the_place_of_the_empty_page(empty_tab, desk, services):
    from support.people import make_draft

    _, changes = services.residents.add(make_draft())
    desk.bus.publish(changes)
    assert empty_tab.table.isVisible()


def test_selection_survives_a_refresh(tab, cast, qtbot):
    tab.table.select_id(cast.wife)
    qtbot.keyClick(tab, Qt.Key.Key_F5)
    assert tab.table.selected_ids() == [cast.wife]
    assert tab.detail.resident_id == cast.wife


def test_changes_elsewhere_are_shown(tab, desk, services, cast, names):
    desk.bus.publish(services.residents.recycle([cast.lodger]))
    assert "赵小军" not in names()


def test_changes_of_other_kinds_do_not_reload(tab, desk, qtbot):
    with qtbot.assertNotEmitted(tab.table.model().modelReset):
        desk.bus.publish(Changes(kinds=frozenset({Kind.ACCOUNTS})))


def test_several_selected_are_counted(tab):
    tab.table.selectAll()
    assert tab.count_label.text() == "共 4 人 · 已选 4 人"
    assert tab.detail.resident_id is None


def test_copied_people_are_counted(tab, qtbot):
    tab.table.setFocus()
    tab.table.selectAll()
    qtbot.keyClick(tab.table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert tab.count_label.text() == "已复制 4 行"
    assert "张建国" in QGuiApplication.clipboard().text()
    QGuiApplication.clipboard().clear()


def test_copying_too_many_says_how_many_can_be_copied(tab, ask, monkeypatch):
    monkeypatch.setattr(table_view, "COPY_LIMIT", 3)
    tab.table.selectAll()
    ask.expect("tell")
    tab.table.copy()
    assert "选中的人有 4 位" in ask.last


def test_context_menu_copies(tab, cast):
    tab.table.select_id(cast.head)
    tab._on_context_menu(tab.table.rect().center())
    (menu,) = [m for m in tab.findChildren(QMenu) if m.isVisible()]
    assert tab.table.copy_action in menu.actions()
    menu.close()


def test_print_goes_out_for_the_selection(tab, cast, qtbot):
    tab.table.select_id(cast.head)
    with qtbot.waitSignal(tab.cards_requested) as blocker:
        tab.commands.print_cards.trigger()
    assert blocker.args == [[cast.head]]


def test_key_right_after_typing_is_about_whom_the_text_finds(tab, cast, qtbot):
    tab.table.select_id(cast.alone)
    qtbot.keyClicks(tab.find_box, "zhang")
    with qtbot.waitSignal(tab.cards_requested) as blocker:
        tab.commands.print_cards.trigger()
    assert blocker.args == [[cast.head]]


@pytest.mark.parametrize("name", ["print_cards", "edit", "household", "recycle"])
def test_key_without_a_selection_says_what_is_needed(tab, ask, name):
    tab.table.clearSelection()
    ask.expect("tell")
    getattr(tab.commands, name).trigger()
    assert "请先在表格里选" in ask.last


def test_key_about_one_person_does_not_act_on_several(tab, ask):
    tab.table.selectAll()
    ask.expect("tell")
    tab.commands.edit.trigger()
    assert "选一位居民" in ask.last


@pytest.mark.parametrize("name", ["history", "deceased", "move_out", "return_here"])
def test_without_a_selection_nothing_about_people_is_offered(tab, name):
    tab.table.clearSelection()
    assert not getattr(tab.commands, name).isEnabled()


def test_enter_on_a_row_opens_the_form(tab, cast, qtbot):
    tab.table.select_id(cast.head)
    qtbot.keyClick(tab.table, Qt.Key.Key_Return)
    form = opened(ResidentForm)
    assert form.form.value("name") == "张建国"
    form.reject()


def test_new_resident_is_selected_after_saving(tab, qtbot, services):
    tab.commands.new.trigger()
    form = opened(ResidentForm)
    form.form.editor("name").setText("钱新")
    form.accept()
    assert services.residents.get(tab.table.selected_ids()[0]).facts.name == "钱新"


@pytest.mark.parametrize("open_one", ["open_form", "open_rental"])
def test_record_that_is_gone_meanwhile_is_said_so(tab, ask, open_one):
    ask.expect("warn")
    getattr(tab.commands, open_one)(10_000)
    assert "不在台账里" in ask.last


def test_recycling_asks_first(tab, ask, cast, services):
    tab.table.select_id(cast.lodger)
    ask.expect("confirm", False)
    tab.commands.recycle.trigger()
    assert not services.residents.get(cast.lodger).recycled


def test_recycled_people_leave_the_table(tab, ask, cast, qtbot, names):
    tab.table.select_id(cast.lodger)
    ask.expect("confirm", True)
    tab.commands.recycle.trigger()
    qtbot.waitUntil(lambda: "赵小军" not in names(), timeout=3000)


def test_returning_makes_somebody_present_again(tab, cast, services, qtbot):
    from datetime import date

    services.residents.move_out([cast.lodger], date(2026, 1, 1))
    tab.filters.show_everybody()
    tab.table.select_id(cast.lodger)
    tab.commands.return_here.trigger()
    qtbot.waitUntil(
        lambda: services.residents.get(cast.lodger).status is ResidentStatus.PRESENT, timeout=3000
    )


@pytest.mark.parametrize(
    ("action", "kind"),
    [
        ("household", HouseholdDialog),
        ("history", HistoryDialog),
        ("move_out", MoveOutForm),
        ("deceased", DeceasedForm),
        ("rentals", RentalsDialog),
        ("recycle_bin", RecycleBin),
    ],
)
def test_action_opens_its_window(tab, cast, action, kind, assert_freed):
    tab.table.select_id(cast.head)
    getattr(tab.commands, action).trigger()
    window = opened(kind)
    window.close()
    assert_freed(window)


def test_household_of_somebody_without_one_says_how_to_join(tab, ask, cast):
    tab.table.select_id(cast.lodger)
    ask.expect("warn")
    tab.commands.household.trigger()
    assert "还没有入户" in ask.last


def test_clicking_a_member_shows_them_even_if_a_search_hides_them(tab, qtbot, cast):
    search(tab, qtbot, "zhang")
    tab.detail.member_chosen.emit(cast.wife)
    assert tab.table.selected_ids() == [cast.wife]
    assert tab.find_box.text() == ""


def test_showing_somebody_who_moved_out_widens_the_standing_filter(tab, cast, services):
    from datetime import date

    services.residents.move_out([cast.wife], date(2026, 1, 1))
    tab.refresh()
    tab.show_resident(cast.wife)
    assert tab.table.selected_ids() == [cast.wife]


def test_detail_pane_can_be_put_away_and_that_is_remembered(tab, desk, qtbot, cast):
    tab.table.select_id(cast.head)
    assert tab.detail.isVisible()
    qtbot.mouseClick(tab.detail_button, Qt.MouseButton.LeftButton)
    assert not tab.detail.isVisible()
    assert desk.state.text("residents/detail") == "off"


def test_narrow_window_gives_the_table_the_whole_width(tab):
    tab.resize(900, 500)
    assert not tab.detail.isVisible()
    tab.resize(1366, 640)
    assert tab.detail.isVisible()


def test_pane_that_gets_room_shows_who_is_selected_by_now(tab, cast):
    tab.resize(900, 500)
    tab.table.select_id(cast.wife)
    tab.resize(1366, 640)
    assert tab.detail.resident_id == cast.wife


def test_essential_columns_fit_the_small_screen_at_150_percent(tab, theme, qtbot):
    theme.set_zoom(150)
    tab.resize(1366, 560)
    essential = ["name", "address", "phone", "card", "document", "grid", "tags"]
    qtbot.waitUntil(lambda: visible_columns(tab) == essential, timeout=2000)


@pytest.mark.parametrize("zoom", [100, 150, 200])
def test_page_never_needs_more_than_the_small_screen(tab, theme, zoom):
    theme.set_zoom(zoom)
    hint = tab.minimumSizeHint()
    assert hint.width() <= 1366
    assert hint.height() <= 500
