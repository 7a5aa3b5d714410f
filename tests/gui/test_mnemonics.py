"""Alt and a letter means one thing in each window."""

import pytest
from PySide6.QtWidgets import QDialog, QToolButton
from shiboken6 import isValid
from support.mnemonics import letters, taken_twice
from support.people import make_draft
from support.window import settle

from linli.domain.beds import BedRange, StayDraft
from linli.domain.entitlements import EntitlementDraft
from linli.domain.neighbours import NeighbourDraft
from linli.domain.organisations import OrganisationDraft
from linli.domain.residents import ResidentDraft, ResidentFilter
from linli.domain.surveys import Question, SurveyDraft
from linli.domain.trainings import TrainingDraft
from linli.domain.values.dates import PartialDate
from linli.domain.visits import VisitDraft
from linli.gui.actions import plain
from linli.gui.duty_commands import DUTY_MENU
from linli.gui.first_start import FoundPage
from linli.gui.grid_commands import GRID_MENU
from linli.gui.mediation_commands import MEDIATION_MENU
from linli.gui.register_commands import REGISTER_MENU
from linli.gui.unlock import RecoverPage, UnlockPage


@pytest.fixture
def window(main_window, services, qtbot):
    """The main window with some people, one of them selected."""
    cast = settle(services)
    tab = main_window.current_tab
    main_window.resize(1366, 768)
    tab.refresh()
    tab.table.select_id(cast.head)
    qtbot.waitUntil(lambda: not main_window.desk.jobs.busy)
    return main_window


def test_empty_ledger_takes_no_letter_twice(main_window):
    for number in range(len(main_window.tabs)):
        main_window.show_tab(number)
        assert letters(main_window)
        assert not taken_twice(main_window)


def test_ledger_with_people_takes_no_letter_twice(window):
    for number in range(len(window.tabs)):
        window.show_tab(number)
        assert not taken_twice(window)


MENUS = ("登记", "网格", "调解", "值班", "卡片", "安全", "菜单")


def test_no_menu_of_the_window_takes_a_letter_twice(window):
    menus = [button.menu() for button in window.toolbox.findChildren(QToolButton) if button.menu()]
    menus += [action.menu() for menu in menus for action in menu.actions() if action.menu()]
    assert len(menus) == len(MENUS) + 1
    for menu in menus:
        found = [action.text().partition("(&")[2][:1] for action in menu.actions()]
        taken = [letter for letter in found if letter]
        assert len(set(taken)) == len(taken), [action.text() for action in menu.actions()]


DIALOGS = {
    "new resident": lambda window: window.current_tab.commands.new,
    "resident": lambda window: window.current_tab.commands.edit,
    "household": lambda window: window.current_tab.commands.household,
    "history of a resident": lambda window: window.current_tab.commands.history,
    "moving out": lambda window: window.current_tab.commands.move_out,
    "cards": lambda window: window.current_tab.commands.print_cards,
    "rented dwellings": lambda window: window.current_tab.commands.rentals,
    "recycle bin": lambda window: window.current_tab.commands.recycle_bin,
    "export": lambda window: window.commands.export,
    "journal": lambda window: window.commands.history,
    "settings": lambda window: window.commands.settings,
    "keys": lambda window: window.commands.keys,
    "new grid": lambda window: window.tabs[1].new,
    "grid": lambda window: window.tabs[1].edit,
}


def _actions(commands):
    return {plain(action.text()): action for action in commands.menu if action}


CARD_DIALOGS = (
    "打印批次",
    "要换的卡",
    "结对联系",
    "工作人员",
    "援助站点",
    "检查姓名",
    "字体和手绘字",
    "卡片模板",
    "纸张",
    "打印机校准",
)


@pytest.mark.parametrize("name", CARD_DIALOGS)
def test_dialog_of_the_card_menu_takes_no_letter_twice(window, name, qtbot, services):
    # a name with a code of an old system gives the check all its buttons
    services.residents.add(make_draft("刘\ue863", sequence=77))
    _check(window, _actions(window.card_commands)[name], qtbot)


@pytest.mark.parametrize("name", CARD_DIALOGS)
def test_dialog_of_the_card_menu_takes_no_letter_twice_in_large_type(
    window, name, qtbot, services, theme
):
    services.residents.add(make_draft("刘\ue863", sequence=77))
    theme.set_zoom(200)
    _check(window, _actions(window.card_commands)[name], qtbot)


GRID_DIALOGS = tuple(plain(line[0].text) for line in GRID_MENU if line)


@pytest.mark.parametrize("name", GRID_DIALOGS)
@pytest.mark.parametrize("zoom", [100, 150])
def test_dialog_of_the_grid_menu_takes_no_letter_twice(window, name, zoom, qtbot, theme):
    theme.set_zoom(zoom)
    _check(window, _actions(window.grid_commands)[name], qtbot)


MEDIATION_DIALOGS = tuple(plain(line[0].text) for line in MEDIATION_MENU if line)


@pytest.mark.parametrize("name", MEDIATION_DIALOGS)
@pytest.mark.parametrize("zoom", [100, 150])
def test_dialog_of_the_mediation_menu_takes_no_letter_twice(window, name, zoom, qtbot, theme):
    theme.set_zoom(zoom)
    _check(window, _actions(window.mediation_commands)[name], qtbot)


DUTY_DIALOGS = tuple(plain(line[0].text) for line in DUTY_MENU if line)


@pytest.mark.parametrize("name", DUTY_DIALOGS)
@pytest.mark.parametrize("zoom", [100, 150])
def test_dialog_of_the_duty_menu_takes_no_letter_twice(window, name, zoom, qtbot, theme):
    theme.set_zoom(zoom)
    _check(window, _actions(window.duty_commands)[name], qtbot)


REGISTER_DIALOGS = tuple(plain(line[0].text) for line in REGISTER_MENU if line)


@pytest.fixture
def registered(services, window):
    """A line in every register, and two records of one man."""
    man, today = services.residents, services.context.clock().date()
    head, other = [man.add(ResidentDraft(name="王伟", birth=PartialDate(1950)))[0] for _ in "12"]
    services.entitlements.add(EntitlementDraft(resident_id=head, kind_code="01"))
    services.visits.add(VisitDraft(day=today, kind_code="10", resident_id=head))
    beds, _ = services.beds.add_many(BedRange(facility="敬老中心", rooms="101", per_room=2))
    services.beds.admit(StayDraft(bed_id=beds[0], resident_id=head, name="王伟", since=today))
    services.neighbours.add(NeighbourDraft(resident_id=head, name="王大妈", phone="13900000001"))
    services.organisations.add(OrganisationDraft(name="西河饭店", kind_code="01"))
    services.trainings.add(TrainingDraft(day=today, kind_code="01", topic="消防", headcount=9))
    questions = (Question(text="满意吗？", choices=("满意", "不满意")),)
    services.surveys.add(SurveyDraft(title="满意度", day=today, handed_out=9, questions=questions))
    services.doubles.merge(head, man.add(ResidentDraft(name="王玮"))[0])
    return other


@pytest.mark.parametrize("name", REGISTER_DIALOGS)
def test_dialog_of_the_register_menu_takes_no_letter_twice(window, name, qtbot):
    _check(window, _actions(window.register_commands)[name], qtbot)


@pytest.mark.parametrize("name", REGISTER_DIALOGS)
def test_filled_dialog_of_the_register_menu_takes_no_letter_twice(
    window, registered, name, qtbot, theme
):
    theme.set_zoom(150)
    _check(window, _actions(window.register_commands)[name], qtbot)


FILTER_DIALOGS = {
    "builder": lambda bar: bar.open_builder,
    "kept filters": lambda bar: bar.open_kept,
}


@pytest.mark.parametrize("name", FILTER_DIALOGS)
def test_dialog_of_filters_takes_no_letter_twice(window, name, qtbot, services):
    services.filters.save("老人", ResidentFilter(age_from=60))
    _check_open(window, FILTER_DIALOGS[name](window.current_tab.filters), qtbot)


def test_jump_takes_no_letter_twice(window, qtbot):
    _check_open(window, window.commands.jump.trigger, qtbot, lettered=False)


@pytest.mark.parametrize("name", DIALOGS)
def test_dialog_takes_no_letter_twice(window, name, qtbot):
    window.tabs[1].refresh()
    _check(window, DIALOGS[name](window), qtbot)


def _check(window, action, qtbot):
    _check_open(window, action.trigger, qtbot)


def _check_open(window, open_dialog, qtbot, *, lettered=True):
    open_dialog()
    (dialog,) = [each for each in window.findChildren(QDialog) if each.isVisible()]
    qtbot.waitUntil(lambda: not window.desk.jobs.busy, timeout=10_000)
    try:
        assert letters(dialog) or not lettered
        assert not taken_twice(dialog)
    finally:
        dialog.close()
        qtbot.waitUntil(lambda: not isValid(dialog) or not dialog.isVisible())


@pytest.mark.parametrize(
    "make",
    [
        FoundPage,
        lambda data_dir, theme, jobs: UnlockPage(data_dir, ["王芳"], theme, jobs),
        lambda data_dir, theme, jobs: RecoverPage(data_dir, ["王芳"], theme, jobs),
    ],
)
def test_page_before_the_ledger_takes_no_letter_twice(make, data_dir, theme, jobs, qtbot):
    page = make(data_dir, theme, jobs)
    qtbot.addWidget(page)
    page.show()
    assert letters(page)
    assert not taken_twice(page)
