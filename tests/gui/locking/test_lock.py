"""Locking the window: what is hidden, what stays as it was, who gets in again."""

import ctypes
import shutil
import subprocess
import threading
from time import monotonic
from types import SimpleNamespace

import pytest
from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog
from support.ledgers import PASSWORD

from linli.errors import UserError
from linli.gui.locking import idle as idle_module
from linli.gui.locking import session
from linli.gui.locking.idle import IdleWatch
from linli.gui.locking.lock import SESSION, WindowLock
from linli.gui.locking.page import LockPage
from linli.gui.locking.session import SessionWatch, session_path, tells_of_lock
from linli.gui.resident_form import ResidentForm
from linli.gui.waiting import wait_for
from linli.storage import accounts


@pytest.fixture
def lock(main_window):
    """The lock over the main window of an empty ledger."""
    lock = WindowLock(main_window.desk, main_window)
    yield lock
    lock.drop()
    lock._curtain.lift()


def shown():
    """The titles of all windows that are on the screen."""
    return {w.windowTitle() for w in QApplication.topLevelWidgets() if w.isVisible()}


def page_of(lock):
    (page,) = lock.front.findChildren(LockPage)
    return page


def unlock(lock, password=PASSWORD):
    page = page_of(lock)
    page.password.setText(password)
    page.open_button.click()


def new_form(main_window):
    main_window.current_tab.commands.new.trigger()
    (form,) = main_window.findChildren(ResidentForm)
    return form


def actions_of(services, qtbot, desk):
    qtbot.waitUntil(lambda: not desk.jobs._running)
    return [(event.action, event.detail) for event in reversed(services.history.events(3))]


def test_locking_hides_every_window_but_its_own(lock, main_window, qtbot):
    form = new_form(main_window)
    lock.lock()
    assert shown() == {"邻里台"}
    assert not main_window.isVisible()
    assert not form.isVisible()
    unlock(lock)


def test_the_keys_lock_over_a_dialog_too(lock, main_window, qtbot):
    form = new_form(main_window)
    qtbot.waitUntil(lambda: QApplication.focusWindow() is form.windowHandle())
    QTest.keyClick(form.windowHandle(), Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    assert shown() == {"邻里台"}
    unlock(lock)
    assert form.isVisible()
    form.reject()


def test_a_form_comes_back_as_it_was_left(lock, main_window, qtbot):
    form = new_form(main_window)
    form.form.editor("name").setText("赵没有保存")
    form.form.editor("occupation").setText("教师")
    form.form.editor("occupation").setFocus()
    form.form.editor("occupation").setCursorPosition(1)
    form.move(QPoint(31, 47))
    place = form.geometry()
    lock.lock()
    unlock(lock)
    assert lock.front is None
    assert main_window.isVisible()
    assert form.isVisible()
    assert form.form.value("name") == "赵没有保存"
    assert form.form.modified
    assert form.geometry() == place
    assert form.focusWidget() is form.form.editor("occupation")
    assert form.form.editor("occupation").cursorPosition() == 1
    assert not form.form.editor("occupation").hasSelectedText()
    form.form.modified = False
    form.reject()


def test_the_password_brings_the_window_back_within_a_second(lock, main_window):
    lock.lock()
    began = monotonic()
    unlock(lock)
    assert monotonic() - began < 1
    assert main_window.isVisible()


def test_a_wrong_password_is_refused_counted_and_told_to_the_trail(
    lock, main_window, services, qtbot
):
    lock.lock()
    for _ in range(2):
        unlock(lock, "wrong-password")
        assert "密码不对" in page_of(lock).form.field("password").error
        assert not main_window.isVisible()
    unlock(lock)
    assert actions_of(services, qtbot, main_window.desk)[-1] == ("解锁", {"failed_before": "2"})


def test_after_five_failures_the_lock_makes_one_wait(lock, qtbot):
    lock.lock()
    for _ in range(5):
        unlock(lock, "wrong-password")
    page = page_of(lock)
    assert not page.open_button.isEnabled()
    assert "请等 30 秒" in page.form.field("password").error


def test_locking_says_why_in_the_trail(lock, main_window, services, qtbot):
    lock.lock(SESSION)
    lock.lock()
    unlock(lock)
    events = actions_of(services, qtbot, main_window.desk)
    assert events[-2:] == [("锁定", {"原因": "电脑锁屏"}), ("解锁", {})]


def test_a_job_goes_on_and_what_it_shows_waits_for_the_unlocking(lock, main_window, qtbot):
    desk, go, told = main_window.desk, threading.Event(), QDialog(main_window)
    told.setWindowTitle("打好了 李秀英")
    desk.jobs.run(lambda _: go.wait(10), owner=main_window, done=lambda _: told.open())
    lock.lock()
    go.set()
    qtbot.waitUntil(lambda: not desk.jobs.busy)
    qtbot.waitUntil(lambda: not told.isVisible())
    assert shown() == {"邻里台"}
    unlock(lock)
    assert told.isVisible()
    told.reject()


def test_unlocking_does_not_wait_for_a_job_that_writes(lock, main_window, services, qtbot):
    desk, go, begun = main_window.desk, threading.Event(), threading.Event()

    def work(_progress):
        with services.context.writing("导入") as writing:
            writing.record_event("导入", "ledger")
            begun.set()
            go.wait(10)

    desk.jobs.run(work, owner=main_window, done=lambda _: None)
    begun.wait(10)
    lock.lock()
    began = monotonic()
    unlock(lock)
    assert monotonic() - began < 1
    assert main_window.isVisible()
    go.set()
    qtbot.waitUntil(lambda: not desk.jobs._running)
    assert [event.action for event in services.history.events(3)] == ["解锁", "锁定", "导入"]


def test_a_question_that_is_open_is_still_asked_afterwards(lock, main_window, qtbot):
    box, seen = QDialog(main_window), []

    def while_open():
        lock.lock()
        seen.append(box.isVisible())
        unlock(lock)
        seen.append(box.isVisible())
        box.accept()

    QTimer.singleShot(50, box, while_open)
    assert wait_for(box)
    assert seen == [False, True]


def test_somebody_else_may_sign_in_after_a_question_about_what_is_not_saved(
    lock, main_window, ask, qtbot
):
    form = new_form(main_window)
    form.form.editor("name").setText("赵没有保存")
    lock.lock()
    ask.expect("confirm", answer=False)
    with qtbot.assertNotEmitted(lock.left, wait=50):
        page_of(lock).leave_button.click()
    assert "王芳”还有 1 份没有保存的内容" in ask.last
    ask.expect("confirm", answer=True)
    with qtbot.waitSignal(lock.left):
        page_of(lock).leave_button.click()
    form.form.modified = False


def test_nobody_else_signs_in_while_work_goes_on(lock, main_window, ask, qtbot):
    go = threading.Event()
    main_window.desk.jobs.run(lambda _: go.wait(10), owner=main_window, done=lambda _: None)
    lock.lock()
    ask.expect("warn")
    with qtbot.assertNotEmitted(lock.left, wait=50):
        page_of(lock).leave_button.click()
    assert "等它完成" in ask.last
    go.set()
    qtbot.waitUntil(lambda: not main_window.desk.jobs.busy)


def test_the_locks_window_is_not_closed_over_unsaved_forms_unasked(lock, main_window, ask, qtbot):
    form = new_form(main_window)
    form.form.editor("name").setText("赵没有保存")
    lock.lock()
    ask.expect("confirm", answer=False)
    lock.front.close()
    assert lock.front.isVisible()
    form.form.modified = False
    with qtbot.waitSignal(lock.closed):
        lock.front.close()


def test_an_account_that_was_retired_meanwhile_does_not_get_back_in(lock, main_window, services):
    lock.lock()
    with services.context.writing("停用账号", undoable=False) as work:
        accounts.set_active(work.connection, 1, active=False)
    unlock(lock)
    assert "已停用" in page_of(lock).problems.text + page_of(lock).form.field("password").error
    assert not main_window.isVisible()


def test_what_the_trail_has_not_got_yet_is_written_in_the_end(lock, main_window, services, qtbot):
    go = threading.Event()
    main_window.desk.jobs.run(
        lambda _: go.wait(10), owner=main_window, done=lambda _: None, background=True
    )
    lock.lock()
    lock.finish()
    assert services.history.events(1)[0].action == "锁定"
    go.set()
    qtbot.waitUntil(lambda: not main_window.desk.jobs._running)
    assert [event.action for event in services.history.events(2)].count("锁定") == 1


def test_the_lock_page_takes_no_letter_twice_and_enter_unlocks(lock, main_window, qtbot):
    from support.mnemonics import letters, taken_twice

    lock.lock()
    page = page_of(lock)
    assert letters(lock.front)
    assert not taken_twice(lock.front)
    page.password.setText(PASSWORD)
    qtbot.keyClick(page.password, Qt.Key.Key_Return)
    assert main_window.isVisible()


# ---- idle -----------------------------------------------------------------------------------


@pytest.fixture
def times(monkeypatch):
    """Both clocks, moved by hand."""
    clocks = {"monotonic": 0.0, "time": 0.0}
    monkeypatch.setattr(idle_module, "monotonic", lambda: clocks["monotonic"])
    monkeypatch.setattr(idle_module, "time", lambda: clocks["time"])
    return clocks


@pytest.fixture
def watch(qapp, times):
    watch = IdleWatch()
    watch.set_minutes(10)
    yield watch
    watch.deleteLater()


def test_idle_is_said_once_after_the_minutes(watch, times, qtbot):
    times["monotonic"] = 599
    with qtbot.assertNotEmitted(watch.fell_idle):
        watch.look()
    times["monotonic"] = 600
    with qtbot.waitSignal(watch.fell_idle):
        watch.look()
    with qtbot.assertNotEmitted(watch.fell_idle):
        watch.look()


def test_sleep_of_the_machine_counts(watch, times, qtbot):
    times["time"] = 3600
    with qtbot.waitSignal(watch.fell_idle):
        watch.look()


def test_zero_minutes_never_end(watch, times, qtbot):
    watch.set_minutes(0)
    times["monotonic"] = 1e6
    with qtbot.assertNotEmitted(watch.fell_idle):
        watch.look()


@pytest.mark.parametrize("touch", ["key", "mouse"])
def test_a_key_or_the_mouse_begins_the_time_anew(watch, times, main_window, qtbot, touch):
    main_window.activateWindow()
    qtbot.waitUntil(lambda: QApplication.focusWindow() is main_window.windowHandle())
    times["monotonic"] = 599
    if touch == "key":
        QTest.keyClick(main_window.windowHandle(), Qt.Key.Key_Shift)
    else:
        QTest.mouseMove(main_window.windowHandle(), QPoint(5, 5))
        QApplication.processEvents()
    times["monotonic"] = 1198
    with qtbot.assertNotEmitted(watch.fell_idle):
        watch.look()


def test_the_rules_of_the_hall_say_after_how_many_minutes(lock, desk, services):
    from linli.domain.settings import SafetyRules

    assert lock._idle._minutes == 10
    desk.bus.publish(services.settings.save_safety(SafetyRules(idle_minutes=3)))
    assert lock._idle._minutes == 3


# ---- the session ----------------------------------------------------------------------------


def test_the_screen_saver_and_the_login_manager_lock(qapp, qtbot):
    watch = SessionWatch()
    with qtbot.waitSignal(watch.locked):
        watch.on_lock()
    with qtbot.waitSignal(watch.locked):
        watch.on_active_changed(True)
    with qtbot.assertNotEmitted(watch.locked):
        watch.on_active_changed(False)


@pytest.fixture
def bus(qapp):
    """Two connections to a bus of our own: one that listens, one that speaks."""
    from PySide6.QtDBus import QDBusConnection

    if shutil.which("dbus-daemon") is None:
        pytest.skip("no dbus-daemon")
    daemon = subprocess.Popen(
        ["dbus-daemon", "--session", "--print-address", "--nofork"],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    address = daemon.stdout.readline().strip()
    names = ("listens", "speaks")
    yield [QDBusConnection.connectToBus(address, name) for name in names]
    for name in names:
        QDBusConnection.disconnectFromBus(name)
    daemon.terminate()
    daemon.communicate()


@pytest.mark.parametrize(
    ("name", "path", "signal", "arguments"),
    [
        ("org.gnome.ScreenSaver", "/org/gnome/ScreenSaver", "ActiveChanged", [True]),
        ("org.freedesktop.login1", "/org/freedesktop/login1/session/_32", "Lock", []),
    ],
)
def test_what_the_bus_says_is_heard(bus, qtbot, monkeypatch, name, path, signal, arguments):
    from PySide6.QtDBus import QDBusMessage

    monkeypatch.setenv("XDG_SESSION_ID", "2")
    listens, speaks = bus
    watch = SessionWatch()
    watch.watch_bus(listens, listens)
    assert speaks.registerService(name)
    interface = f"{name}.Session" if signal == "Lock" else name
    message = QDBusMessage.createSignal(path, interface, signal)
    message.setArguments(arguments)
    with qtbot.waitSignal(watch.locked):
        speaks.send(message)


def test_a_session_without_buses_is_no_trouble(qapp, monkeypatch):
    from PySide6.QtDBus import QDBusConnection

    nowhere = QDBusConnection("nowhere")
    SessionWatch().watch_bus(nowhere, nowhere)


@pytest.mark.parametrize(
    ("session", "path"),
    [
        ("", ""),
        ("2", "/org/freedesktop/login1/session/_32"),
        ("31", "/org/freedesktop/login1/session/_331"),
        ("c2", "/org/freedesktop/login1/session/c2"),
        ("a-b", "/org/freedesktop/login1/session/a_2db"),
    ],
)
def test_the_path_of_a_session_is_spelled_as_systemd_does(session, path):
    assert session_path(session) == path


class _Msg(ctypes.Structure):
    _fields_ = (
        ("hwnd", ctypes.c_void_p),
        ("message", ctypes.c_uint),
        ("wParam", ctypes.c_size_t),
        ("lParam", ctypes.c_ssize_t),
        ("time", ctypes.c_uint),
        ("x", ctypes.c_long),
        ("y", ctypes.c_long),
    )


@pytest.mark.parametrize(
    ("number", "first", "locks"), [(0x02B1, 7, True), (0x02B1, 8, False), (0x0100, 7, False)]
)
def test_windows_messages_are_read(number, first, locks):
    message = _Msg(hwnd=1, message=number, wParam=first)
    assert tells_of_lock(ctypes.addressof(message)) is locks


class _Wts:
    """Stands in for wtsapi32.dll."""

    def __init__(self, answer):
        self.answer = answer
        self.asked = []

    def WTSRegisterSessionNotification(self, handle, flags):  # noqa: N802 - Windows' name
        self.asked.append((handle.value, flags))
        return self.answer


@pytest.mark.parametrize("answer", [1, 0])
def test_windows_is_asked_to_tell_this_window_of_its_session(
    main_window, monkeypatch, qtbot, answer
):
    library = _Wts(answer)
    monkeypatch.setattr(session, "sys", SimpleNamespace(platform="win32"))
    monkeypatch.setattr(session.ctypes, "CDLL", lambda _name: library)
    watch = SessionWatch()
    watch.watch(main_window)
    assert library.asked == [(int(main_window.winId()), 0)]
    assert (watch._filter is not None) is bool(answer)
    if watch._filter is not None:
        message = _Msg(hwnd=1, message=0x02B1, wParam=7)
        with qtbot.waitSignal(watch.locked):
            watch._filter.nativeEventFilter(b"windows_generic_MSG", ctypes.addressof(message))


def test_a_windows_without_sessions_is_no_trouble(main_window, monkeypatch):
    def missing(_name):
        raise OSError

    monkeypatch.setattr(session, "sys", SimpleNamespace(platform="win32"))
    monkeypatch.setattr(session.ctypes, "CDLL", missing)
    watch = SessionWatch()
    watch.watch(main_window)
    assert watch._filter is None


def test_a_full_disk_does_not_keep_the_window_from_locking(
    lock, main_window, ask, monkeypatch, qtbot
):
    def fails(*_):
        raise UserError("磁盘满了。")

    monkeypatch.setattr("linli.gui.locking.lock.note_locked", fails)
    ask.expect("warn")
    lock.lock()
    assert not main_window.isVisible()
    qtbot.waitUntil(lambda: not ask.waiting)
