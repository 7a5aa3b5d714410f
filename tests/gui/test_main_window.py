import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication

from linli.domain.changes import Changes, Kind
from linli.domain.grids import GridDraft
from linli.domain.residents import ResidentDraft
from linli.gui.grids.tab import GridsTab
from linli.gui.journal_dialog import JournalDialog
from linli.gui.keys_dialog import KeysDialog
from linli.gui.settings_dialog import SettingsDialog
from linli.gui.tabs import TABS


def press(qtbot, window, key):
    qtbot.keyClick(window.focusWidget() or window, key, Qt.KeyboardModifier.ControlModifier)


def add_grid(services, name="第一网格"):
    return services.grids.add(GridDraft(number=name, name=name))[1]


def test_one_tab_for_each_page_and_none_empty(main_window):
    assert len(main_window.tabs) == len(TABS) == 4
    assert [main_window.tab_bar.tabText(n) for n in range(4)] == [
        *("居民(&1)", "网格(&2)", "矛盾调解(&3)", "援助站值班(&4)")
    ]


def test_keys_change_tabs_and_search_comes_from_everywhere(main_window, qtbot):
    main_window.activateWindow()
    qtbot.waitUntil(main_window.isActiveWindow)
    press(qtbot, main_window, Qt.Key.Key_2)
    assert isinstance(main_window.current_tab, GridsTab)
    press(qtbot, main_window, Qt.Key.Key_F)
    assert not isinstance(main_window.current_tab, GridsTab)
    assert main_window.focusWidget().accessibleName() == "查找居民"


def test_grid_is_selected_although_ctrl_is_held_down(main_window, desk, services, qtbot):
    desk.bus.publish(add_grid(services))
    main_window.activateWindow()
    qtbot.waitUntil(main_window.isActiveWindow)
    press(qtbot, main_window, Qt.Key.Key_2)
    assert len(main_window.current_tab.table.selected_ids()) == 1


def test_status_line_counts_and_is_kept(main_window, desk, services, qtbot):
    qtbot.waitUntil(lambda: "0 人" in main_window.status.counts.text())
    _, changes = services.residents.add(ResidentDraft(name="张三"))
    desk.bus.publish(changes)
    qtbot.waitUntil(lambda: main_window.status.counts.text().startswith("1 人"))


def test_undo_names_the_step_and_takes_it_back(main_window, desk, services, qtbot):
    commands = main_window.commands
    assert not commands.undo.isEnabled()
    desk.bus.publish(add_grid(services))
    assert "添加网格 第一网格" in commands.undo.text()
    commands.undo.trigger()
    qtbot.waitUntil(commands.redo.isEnabled)
    assert services.grids.list_all() == []
    assert "第一网格" in commands.redo.text()
    commands.redo.trigger()
    qtbot.waitUntil(commands.undo.isEnabled)
    assert [grid.label for grid in services.grids.list_all()] == ["第一网格"]


def test_undo_key_reaches_the_ledger_from_the_search_box(main_window, desk, services, qtbot):
    main_window.activateWindow()
    qtbot.waitUntil(main_window.isActiveWindow)
    desk.bus.publish(add_grid(services))
    main_window.current_tab.focus_search()
    press(qtbot, main_window, Qt.Key.Key_Z)
    qtbot.waitUntil(main_window.commands.redo.isEnabled)
    press(qtbot, main_window, Qt.Key.Key_Y)
    qtbot.waitUntil(main_window.commands.undo.isEnabled)


def test_undo_key_takes_back_typing_first(main_window, desk, services, qtbot):
    main_window.activateWindow()
    qtbot.waitUntil(main_window.isActiveWindow)
    desk.bus.publish(add_grid(services))
    main_window.current_tab.focus_search()
    box = main_window.focusWidget()
    qtbot.keyClicks(box, "zs")
    press(qtbot, main_window, Qt.Key.Key_Z)
    assert box.text() == ""
    assert main_window.commands.undo.isEnabled()


def test_conflicting_undo_is_refused_with_a_sentence(main_window, desk, ask, monkeypatch, qtbot):
    from linli.errors import ConflictError

    def refuse():
        raise ConflictError("这一步之后又改过，不能撤销。")

    desk.bus.publish(add_grid(desk.services))
    monkeypatch.setattr(desk.services.history, "undo", refuse)
    ask.expect("warn")
    main_window.commands.undo.trigger()
    qtbot.waitUntil(lambda: bool(ask.asked))
    assert ask.last == "这一步之后又改过，不能撤销。"


def test_change_of_another_process_is_read_when_the_window_comes_forward(
    main_window, desk, services, qtbot
):
    from linli.storage.database import Database

    main_window.activateWindow()
    qtbot.waitUntil(main_window.isActiveWindow)
    context = services.context
    other = Database(context.data_dir.database, context.db._key)
    try:
        from linli.services.context import Context
        from linli.services.residents import ResidentService

        foreign = Context(other, context.actor, context.clock, context.data_dir)
        ResidentService(foreign).add(ResidentDraft(name="李四"))
    finally:
        other.close()
    qtbot.waitUntil(lambda: "0 人" in main_window.status.counts.text())
    QApplication.sendEvent(main_window, QEvent(QEvent.Type.ActivationChange))
    qtbot.waitUntil(lambda: main_window.status.counts.text().startswith("1 人"))


def test_backup_is_made_told_and_its_age_shown(main_window, ask, services, qtbot):
    assert "还没有" in main_window.status.backup.text()
    ask.expect("tell")
    main_window.commands.back_up.trigger()
    qtbot.waitUntil(lambda: bool(ask.asked), timeout=20000)
    assert "今天 09:00" in main_window.status.backup.text()
    assert services.backups.latest() is not None


def test_hall_and_clerk_are_named(main_window, services, desk):
    from dataclasses import replace

    assert "西河社区" in main_window.windowTitle()
    hall = replace(services.settings.hall(), hall="西河便民大厅")
    desk.bus.publish(services.settings.save_hall(hall))
    assert "西河便民大厅" in main_window.windowTitle()


def test_zoom_by_keys_is_remembered(main_window, desk, state):
    main_window.commands.zoom_in.trigger()
    assert desk.theme.zoom == 110
    assert state.number("window/zoom") == 110
    main_window.commands.zoom_out.trigger()
    assert desk.theme.zoom == 100
    main_window.commands.zoom_in.trigger()
    main_window.commands.zoom_reset.trigger()
    assert state.number("window/zoom") == 100


@pytest.mark.parametrize("zoom", [100, 125, 150, 200])
def test_window_fits_a_small_screen_at_every_zoom(main_window, desk, zoom):
    desk.theme.set_zoom(zoom)
    hint = main_window.minimumSizeHint()
    assert hint.height() <= 740
    assert hint.width() <= 1366


def test_toolbox_gives_up_the_words_of_its_commands_before_those_of_its_menus(main_window, qtbot):
    words = Qt.ToolButtonStyle.ToolButtonTextBesideIcon
    toolbox = main_window.toolbox
    main_window.showNormal()

    def with_words(width):
        main_window.resize(width, 700)
        qtbot.waitUntil(lambda: main_window.width() == width)
        buttons = (toolbox.undo_button, toolbox.registers_button, toolbox.menu_button)
        return [button.toolButtonStyle() == words for button in buttons]

    assert with_words(1600) == [True, True, True]
    assert with_words(1366)[1:] == [True, True]
    assert toolbox.sizeHint().width() + main_window.tab_bar.sizeHint().width() <= 1366
    assert with_words(600) == [False, False, False]
    assert toolbox.undo_button.isHidden()
    assert with_words(1600) == [True, True, True]
    assert toolbox.undo_button.isVisible()


@pytest.mark.parametrize(
    ("command", "kind"),
    [("history", JournalDialog), ("keys", KeysDialog), ("settings", SettingsDialog)],
)
def test_dialogs_open_and_go(main_window, command, kind, assert_freed):
    getattr(main_window.commands, command).trigger()
    dialog = main_window.findChild(kind)
    assert dialog.isVisible()
    dialog.reject()
    assert_freed(dialog)


def test_key_list_has_every_action_with_keys(main_window):
    main_window.commands.keys.trigger()
    table = main_window.findChild(KeysDialog).table
    shown = {table.item(row, 0).text() for row in range(table.rowCount())}
    for action in main_window.findChildren(QAction):
        if not action.shortcut().isEmpty():
            assert action.shortcut().toString() in shown
    main_window.findChild(KeysDialog).reject()


def test_no_two_commands_of_the_window_share_a_key(main_window):
    keys = [
        sequence.toString() for action in main_window.actions() for sequence in action.shortcuts()
    ]
    assert len(keys) == len(set(keys))


def test_closing_with_work_under_way_asks(main_window, desk, ask, qtbot):
    import threading

    go = threading.Event()
    desk.jobs.run(lambda _: go.wait(10), owner=main_window, done=lambda _: None)
    ask.expect("confirm", False)
    main_window.close()
    assert main_window.isVisible()
    go.set()
    qtbot.waitUntil(lambda: not desk.jobs.busy)


def test_place_is_remembered(main_window, state):
    main_window.close()
    assert not state.bytes("window/geometry").isEmpty()


def test_lock_is_asked_for(main_window, qtbot):
    with qtbot.waitSignal(main_window.lock_requested):
        main_window.commands.lock.trigger()


def test_untouched_kinds_do_not_reload_the_hall(main_window, desk, monkeypatch):
    asked = []
    monkeypatch.setattr(desk.services.settings, "hall", lambda: asked.append(1))
    desk.bus.publish(Changes(kinds=frozenset({Kind.CARDS})))
    assert asked == []


def test_tabs_have_all_their_room_again_once_the_window_is_wide(main_window, qtbot):
    main_window.setWindowState(Qt.WindowState.WindowNoState)
    bar = main_window.tab_bar
    main_window.resize(700, 700)
    qtbot.waitUntil(lambda: bar.tabIcon(0).isNull())
    main_window.resize(1366, 700)
    qtbot.waitUntil(lambda: bar.width() >= bar.sizeHint().width())
    assert not bar.tabIcon(0).isNull()
    assert bar.tabText(0).endswith("(&1)")


def test_band_is_left_out_where_the_window_is_short(main_window, desk):
    main_window.setWindowState(Qt.WindowState.WindowNoState)
    main_window.resize(1366, 728)
    assert main_window.band.isVisible()
    desk.theme.set_zoom(200)
    assert not main_window.band.isVisible()
