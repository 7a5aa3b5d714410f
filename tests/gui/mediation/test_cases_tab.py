from dataclasses import replace
from datetime import date

import pytest
import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QMenu
from support.cases import register, take
from support.mnemonics import letters, taken_twice
from support.roles import as_role

from linli.domain.accounts import Role
from linli.domain.case_board import Pile
from linli.domain.case_flow import Stage, Step
from linli.gui.main_window import MainWindow
from linli.gui.mediation.case_form import CaseForm
from linli.gui.mediation.page import CaseDialog
from linli.gui.mediation.record_forms import MeetingForm
from linli.gui.mediation.step_forms import StepForm
from linli.gui.mediation.tab import CasesTab
from linli.gui.print_dialog import PrintDialog


@pytest.fixture
def tab(desk, many, qtbot):
    """The tab with three cases, shown."""
    tab = CasesTab(desk)
    qtbot.addWidget(tab)
    tab.resize(1300, 620)
    tab.show()
    qtbot.waitExposed(tab)
    return tab


def titles(tab):
    rows = range(tab.table.model().rowCount())
    return [tab.table.model().record(row).title for row in rows]


def opened(kind, parent):
    (dialog,) = [each for each in parent.findChildren(kind) if each.isVisible()]
    return dialog


def close(dialog):
    if hasattr(dialog, "form"):
        dialog.form.modified = False
    dialog.reject()


def steps_offered(parent):
    """Return the open menu of steps, and the words in it."""
    (menu,) = [each for each in parent.findChildren(QMenu) if each.isVisible()]
    return menu, [action.text().lstrip("&0123456789 ").rstrip("…") for action in menu.actions()]


def test_the_last_registered_comes_first_with_its_number_and_standing(tab):
    assert titles(tab)[0] == "张三与李四邻里纠纷"
    assert tab.count_label.text() == "共 3 件"
    model = tab.table.model()
    said = {tab.table.model().columns[n].key: model.index(0, n).data() for n in range(11)}
    assert said["parties"] == "张三、李四"
    assert said["kind"] == "邻里"
    assert said["days"] == "46 天"
    assert said["number"] == ""


def test_words_numbers_and_parties_find_a_case(tab, qtbot):
    for words, wanted in (
        ("李四", ["张三与李四邻里纠纷"]),
        ("物业费", ["王五与赵六物业费纠纷"]),
        ("〔2026〕西人调字第1号", ["王五与赵六物业费纠纷"]),
        ("没有这个人", []),
    ):
        tab.find_box.setText(words)
        tab.find_box.search()
        assert titles(tab) == wanted


def test_filters_narrow_and_are_cleared_from_the_empty_page(tab, qtbot):
    tab.filters.stage.set_value(Stage.MEDIATION)
    assert len(titles(tab)) == 1
    tab.filters.kind.set_value("02")
    assert titles(tab) == []
    tab._on_clear()
    assert len(titles(tab)) == 3


def test_ended_cases_are_told_from_those_in_hand(tab, services, desk, many):
    case = services.cases.get(many[0])
    take(services, case, Step.VOID, date(2026, 10, 9), reason="重复登记")
    desk.bus.publish_all()
    tab.filters.shown.set_value(False)
    assert titles(tab) == ["张三与李四邻里纠纷"]
    tab.filters.shown.set_value(True)
    assert len(titles(tab)) == 2


def test_columns_sort(tab):
    model, table = tab.table.model(), tab.table
    column = next(n for n, each in enumerate(model.columns) if each.key == "days")
    table.sortByColumn(column, Qt.SortOrder.DescendingOrder)
    longest = [model.record(row).since for row in range(3)]
    assert longest == sorted(longest)


def test_enter_opens_the_case(tab, qtbot, many):
    tab.table.select_id(many[2])
    tab.table.setFocus()
    qtbot.keyClick(tab.table, Qt.Key.Key_Return)
    dialog = opened(CaseDialog, tab)
    assert dialog.case.id == many[2]
    close(dialog)


def test_the_next_step_offers_what_can_be_done_the_usual_first(tab, many, qtbot):
    tab.table.select_id(many[2])
    tab.next.trigger()
    menu, words = steps_offered(tab)
    assert words[:2] == ["达成书面协议", "达成口头协议"]
    assert "受理" not in words
    menu.actions()[2].trigger()
    menu.close()
    form = opened(MeetingForm, tab)
    close(form)


def test_the_board_has_the_cases_and_is_remembered(tab, many, desk, qtbot):
    tab.table.select_id(many[1])
    tab.board_button.click()
    assert tab.shows_board
    assert tab.board.current.id == many[1]
    assert tab.filters.stage.isHidden()
    other = CasesTab(desk)
    qtbot.addWidget(other)
    assert other.shows_board
    tab.board_button.click()
    assert tab.table.current_id() == many[1]


def test_a_card_put_into_a_column_opens_the_form_of_its_step(tab, many):
    tab.board_button.click()
    tab.board.choose(many[0])
    tab._on_put(many[0], Pile.ACCEPTED)
    form = opened(StepForm, tab)
    assert "受理以后编案号" in form.form.findChildren(type(tab.count_label))[0].text()
    close(form)


def test_of_several_ways_into_a_column_the_clerk_chooses(tab, many, ask):
    tab.board_button.click()
    tab.board.choose(many[2])
    ask.expect("choose", None)
    tab._on_put(many[2], Pile.AGREED)
    assert ask.last == "要办理哪一步？"
    assert not [each for each in tab.findChildren(QDialog) if each.isVisible()]


def test_a_refused_card_says_why_over_the_board(tab, many):
    tab.board_button.click()
    tab.board.choose(many[0])
    tab.board._put(many[0], Pile.AGREED)
    assert "现在可以办理：受理" in tab.note.text


def test_a_new_case_is_selected_though_a_filter_would_hide_it(tab, services, desk):
    tab.filters.stage.set_value(Stage.MEDIATION)
    case = register(services)
    desk.bus.publish_all()
    tab.show_case(case.id)
    assert tab.table.current_id() == case.id
    assert tab.focusWidget() is tab.table  # Enter opens it


def test_registering_begins_with_ctrl_n(tab, qtbot):
    tab.new.trigger()
    close(opened(CaseForm, tab))


def test_the_list_is_printed_as_it_is_shown(tab, qtbot):
    tab.find_box.setText("物业费")
    tab.find_box.search()
    tab.print_list.trigger()
    qtbot.waitUntil(lambda: not tab.desk.jobs.busy, timeout=20_000)
    qtbot.waitUntil(lambda: bool(tab.findChildren(PrintDialog)), timeout=20_000)
    close(opened(PrintDialog, tab))


def test_an_empty_register_says_how_to_begin(desk, qtbot):
    tab = CasesTab(desk)
    qtbot.addWidget(tab)
    tab.show()
    qtbot.waitExposed(tab)
    page = tab._stack.currentWidget().widget()
    assert [button.text() for button in page.buttons] == ["登记纠纷"]


@pytest.mark.parametrize("board", [False, True])
@pytest.mark.parametrize("zoom", [100, 150])
def test_no_letter_is_taken_twice(main_window, many, theme, zoom, board, qtbot):
    theme.set_zoom(zoom)
    main_window.show_tab(2)
    tab = main_window.current_tab
    tab.refresh()
    if board:
        tab.board_button.click()
    assert letters(main_window)
    assert not taken_twice(main_window)


@pytest.mark.parametrize(
    ("role", "shown"),
    [
        (Role.ADMINISTRATOR, True),
        (Role.CLERK, True),
        (Role.MEDIATOR, True),
        (Role.READER, False),
        (Role.ROSTER_KEEPER, False),
        (Role.AUDITOR, False),
    ],
)
def test_who_may_not_mediate_has_no_such_tab(role, shown, desk, services):
    window = MainWindow(replace(desk, services=as_role(services, role)))
    try:
        assert any(isinstance(tab, CasesTab) for tab in window.tabs) is shown
    finally:
        shiboken6.delete(window)


def test_alt_and_its_letter_show_the_board_and_clear_the_filters(main_window, many, qtbot):
    main_window.show_tab(2)
    tab = main_window.current_tab
    main_window.activateWindow()
    qtbot.waitUntil(main_window.isActiveWindow)
    tab.filters.kind.set_value("02")
    for key in (Qt.Key.Key_K, Qt.Key.Key_B):
        focus = main_window.focusWidget() or main_window
        qtbot.keyClick(focus, key, Qt.KeyboardModifier.AltModifier)
    assert tab.filters.kind.value() is None
    qtbot.waitUntil(lambda: tab.shows_board)  # a button is pressed for a moment
