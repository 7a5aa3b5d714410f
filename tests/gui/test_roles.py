"""The window of each role: what is there, what is disabled and says whom to ask."""

import pytest
import shiboken6
from support.window import settle

from linli.domain.accounts import Actor, Right, Role
from linli.gui.bus import Bus
from linli.gui.desk import Desk
from linli.gui.icons import icon
from linli.gui.main_window import MainWindow
from linli.gui.mediation_commands import MEDIATION_MENU
from linli.gui.permission import RefusedAction, new_button
from linli.gui.registers.visits import open_visits
from linli.gui.safety_commands import SAFETY_MENU
from linli.gui.settings_dialog import SettingsDialog
from linli.services.container import open_services
from linli.services.context import Context


@pytest.fixture
def window_of(services, theme, ask, jobs, state, qtbot):
    """Open the main window of a ledger with people, in a role."""
    settle(services)
    windows = []

    def make(role):
        context = services.context
        actor = Actor(account_id=1, name="王芳", role=role)
        own = open_services(Context(context.db, actor, context.clock, context.data_dir))
        desk = Desk(services=own, bus=Bus(), jobs=jobs, ask=ask, theme=theme, state=state)
        window = MainWindow(desk)
        windows.append(window)
        window.show()
        qtbot.waitExposed(window)
        qtbot.waitUntil(lambda: not jobs._running)
        return window

    yield make
    for window in windows:
        window.close()
        shiboken6.delete(window)


def commands(window):
    menus = (window.commands.menu, window.register_commands.menu)
    menus += (window.grid_commands.menu, window.mediation_commands.menu)
    menus += (window.card_commands.menu, window.safety_commands.menu)
    return [action for menu in menus for action in menu if action is not None]


def refused(window):
    return {action.iconText() for action in commands(window) if isinstance(action, RefusedAction)}


def test_an_administrator_may_everything(window_of):
    assert refused(window_of(Role.ADMINISTRATOR)) == set()


@pytest.mark.parametrize("role", Role)
def test_every_role_has_a_window_and_a_way_out(window_of, role, qtbot):
    window = window_of(role)
    assert window.commands.lock.isEnabled()
    assert window.commands.quit.isEnabled()
    assert "修改密码" not in refused(window)
    for number in range(len(window.tabs)):
        window.show_tab(number)
        qtbot.waitUntil(lambda: not window.desk.jobs._running)


def test_a_reader_sees_people_and_changes_nothing(window_of):
    window = window_of(Role.READER)
    tab = window.current_tab
    assert tab.table.model().rowCount() == 4
    assert {"导入台账", "导出名册", "立即备份", "账号"} <= refused(window)
    assert isinstance(window.commands.undo, RefusedAction)
    assert "跳转" not in refused(window)
    for action in (tab.commands.new, tab.commands.edit, tab.commands.recycle):
        assert not action.isEnabled()
        assert "请找" in action.toolTip()
    tab.table.select_id(1)
    tab.commands.show_selection(1)
    assert not tab.commands.move_out.isEnabled()
    assert not tab.detail.edit_button.isEnabled()
    tab.commands.open_form(1)
    assert not [w for w in window.findChildren(type(window)) if w.isVisible()]


@pytest.mark.parametrize("menu", [SAFETY_MENU, MEDIATION_MENU])
def test_a_menu_takes_no_letter_twice(menu):
    letters = [line[0].text.partition("(&")[2][:1] for line in menu if line]
    assert all(letters)
    assert len(set(letters)) == len(letters)


def test_an_auditor_sees_no_tables_of_people(window_of):
    window = window_of(Role.AUDITOR)
    assert window.tab_bar.count() == 1
    assert window.tab_bar.tabText(0).startswith("工作台")
    free = {a.iconText() for a in commands(window) if a.isEnabled()} - {"放大字号", "缩小字号"}
    assert "审计日志" in free
    assert not {"跳转", "导出名册", "走访和服务", "打印批次", "账号"} & free


def test_a_button_without_the_right_stays_disabled_and_says_whom_to_ask(window_of):
    window = window_of(Role.READER)
    button = new_button(icon("plus"), "新增", window, window.desk, Right.EDIT)
    button.setEnabled(True)
    assert not button.isEnabled()
    assert button.toolTip() == "您的角色没有这个权限，请找管理员或窗口人员或调解员。"


def test_a_register_can_be_looked_at_by_a_reader(window_of, qtbot):
    window = window_of(Role.READER)
    open_visits(window.desk, window)
    (dialog,) = [each for each in window.children() if type(each).__name__ == "VisitsDialog"]
    assert not dialog.new_button.isEnabled()
    assert not dialog.export_button.isEnabled()
    dialog.reject()


@pytest.mark.parametrize(("role", "fields"), [(Role.CLERK, True), (Role.AUDITOR, False)])
def test_settings_show_the_hall_to_who_may_not_change_it(window_of, show, role, fields):
    window = window_of(role)
    dialog = show(SettingsDialog(window.desk, lambda: None))
    assert dialog.form.has("community") is fields
    assert not fields or not dialog.form.editor("community").isEnabled()
    assert not dialog.code_button.isEnabled()
    assert dialog.password_button.isEnabled()
