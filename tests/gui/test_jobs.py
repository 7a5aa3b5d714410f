import threading

import pytest
import shiboken6
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QLabel, QProgressDialog, QPushButton, QWidget

from linli.errors import UserError
from linli.gui import jobs as jobs_module


@pytest.fixture
def owner(qtbot):
    owner = QWidget()
    qtbot.addWidget(owner)
    owner.show()
    return owner


class Outcome:
    """Collects whichever callback comes."""

    def __init__(self):
        self.calls = []

    def __getattr__(self, name):
        return lambda *args: self.calls.append((name, *args))

    @property
    def arrived(self):
        return bool(self.calls)


@pytest.fixture
def outcome():
    return Outcome()


def test_result_comes_back_on_the_window_thread(jobs, owner, qtbot):
    threads = []

    def work(progress):
        threads.append(threading.current_thread())
        return 42

    def done(result):
        threads.append(threading.current_thread())
        threads.append(result)

    jobs.run(work, owner=owner, done=done)
    assert jobs.busy
    qtbot.waitUntil(lambda: len(threads) == 3)
    assert threads[0] is not threading.main_thread()
    assert threads[1:] == [threading.main_thread(), 42]
    assert not jobs.busy


def test_jobs_run_one_after_the_other(jobs, owner, qtbot):
    order = []
    for number in range(5):
        jobs.run(lambda _, n=number: n, owner=owner, done=order.append)
    qtbot.waitUntil(lambda: len(order) == 5)
    assert order == list(range(5))


def test_refusal_goes_to_whoever_asked(jobs, owner, outcome, qtbot):
    def work(progress):
        raise UserError("没有这个人。")

    jobs.run(work, owner=owner, done=outcome.done, failed=outcome.failed)
    qtbot.waitUntil(lambda: outcome.arrived)
    ((name, error),) = outcome.calls
    assert name == "failed"
    assert error.message == "没有这个人。"


def test_refusal_is_shown_if_nobody_takes_it(jobs, owner, ask, outcome, qtbot):
    def work(progress):
        raise UserError("磁盘满了。")

    ask.expect("warn")
    jobs.run(work, owner=owner, done=outcome.done)
    qtbot.waitUntil(lambda: bool(ask.asked))
    assert ask.last == "磁盘满了。"
    assert not outcome.arrived


def test_defect_is_raised_in_the_window(jobs, owner, outcome, qtbot):
    def work(progress):
        raise ZeroDivisionError

    with qtbot.captureExceptions() as raised:
        jobs.run(work, owner=owner, done=outcome.done)
        qtbot.waitUntil(lambda: bool(raised))
    assert raised[0][0] is ZeroDivisionError
    assert not outcome.arrived


def test_no_callback_when_the_owner_is_gone(jobs, qtbot, outcome):
    owner = QWidget()
    go = threading.Event()
    jobs.run(lambda _: go.wait(5), owner=owner, done=outcome.done)
    shiboken6.delete(owner)
    go.set()
    qtbot.waitUntil(lambda: not jobs.busy)
    assert not outcome.arrived


def test_long_work_shows_how_far_it_is_and_can_be_stopped(jobs, owner, outcome, qtbot, monkeypatch):
    monkeypatch.setattr(jobs_module, "_SHOW_AFTER_MS", 10)
    monkeypatch.setattr(jobs_module, "_REPORT_EVERY_S", 0)

    def work(progress):
        while True:
            progress.report(30, 100, "第 30 行")
            threading.Event().wait(0.01)

    jobs.run(work, owner=owner, done=outcome.done, cancelled=outcome.cancelled, title="正在导入…")
    qtbot.waitUntil(lambda: bool(owner.findChildren(QProgressDialog)))
    dialog = owner.findChild(QProgressDialog)
    qtbot.waitUntil(lambda: dialog.value() == 30)
    assert dialog.maximum() == 100
    assert "第 30 行" in dialog.findChild(QLabel).text()
    dialog.findChild(QPushButton).click()
    qtbot.waitUntil(lambda: outcome.arrived)
    assert outcome.calls == [("cancelled",)]


def test_short_work_shows_no_dialog(jobs, owner, outcome, qtbot, monkeypatch):
    monkeypatch.setattr(jobs_module, "_SHOW_AFTER_MS", 30)
    jobs.run(lambda _: 1, owner=owner, done=outcome.done, title="正在打开…")
    qtbot.waitUntil(lambda: outcome.arrived)
    passed = []
    QTimer.singleShot(60, lambda: passed.append(True))
    qtbot.waitUntil(lambda: bool(passed))
    assert not any(dialog.isVisible() for dialog in owner.findChildren(QProgressDialog))


def test_closing_stops_what_is_under_way(jobs, owner, outcome):
    stopped = threading.Event()

    def work(progress):
        try:
            while True:
                progress.report(0)
                threading.Event().wait(0.01)
        finally:
            stopped.set()

    jobs.run(work, owner=owner, done=outcome.done)
    jobs.close()
    assert stopped.is_set() or not jobs.busy
    assert not outcome.arrived


def test_work_in_the_background_keeps_nobody_waiting(jobs, owner, qtbot):
    gate, got = threading.Event(), []
    jobs.run(lambda _progress: gate.wait(5), owner=owner, done=got.append, background=True)
    assert not jobs.busy
    gate.set()
    qtbot.waitUntil(lambda: got == [True])


def test_lists_are_read_while_other_work_goes_on(jobs, owner, qtbot):
    gate, got = threading.Event(), []
    jobs.run(lambda _: gate.wait(5), owner=owner, done=got.append)
    jobs.read(lambda _: "list", got.append, owner=owner)
    qtbot.waitUntil(lambda: got == ["list"])
    gate.set()
    qtbot.waitUntil(lambda: got == ["list", True])


def test_cancelled_reading_is_told_to_stop_and_not_delivered(jobs, owner, outcome, qtbot):
    started, stopped = threading.Event(), threading.Event()

    def work(progress):
        started.set()
        while not progress.cancelled:
            threading.Event().wait(0.01)
        stopped.set()

    reading = jobs.read(work, outcome.done, owner=owner)
    assert started.wait(5)
    reading.cancel()
    assert stopped.wait(5)
    qtbot.wait(20)
    assert not outcome.arrived


def test_reading_that_is_waited_for_is_delivered_once(jobs, owner, qtbot):
    got = []
    reading = jobs.read(lambda _: 7, got.append, owner=owner)
    reading.finish()
    assert got == [7]
    after = []
    jobs.read(lambda _: 1, after.append, owner=owner)
    qtbot.waitUntil(lambda: bool(after))
    assert got == [7]
