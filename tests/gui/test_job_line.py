import threading

import pytest
import shiboken6
from PySide6.QtWidgets import QWidget

from linli.errors import UserError
from linli.gui import job_line
from linli.gui.job_line import JobLine
from linli.gui.print_jobs import JobState, JobStatus
from linli.gui.print_queue import PrintJob

JOB = PrintJob(id=7, printer="Office")


class Queue:
    """Says one status after the other, the last one for ever; may hang until it is freed."""

    def __init__(self):
        self.statuses = [JobStatus(state=JobState.WAITING)]
        self.asked = 0
        self.cancelled = []
        self.refusal = None
        self.free = threading.Event()
        self.free.set()

    def job_state(self, job):
        self.free.wait(20)
        self.asked += 1
        return self.statuses.pop(0) if len(self.statuses) > 1 else self.statuses[0]

    def cancel(self, job):
        self.cancelled.append(job)
        if self.refusal:
            raise UserError(self.refusal)
        self.statuses = [JobStatus(state=JobState.CANCELLED)]


@pytest.fixture
def queue(monkeypatch):
    queue = Queue()
    monkeypatch.setattr(job_line, "job_state", queue.job_state)
    monkeypatch.setattr(job_line, "cancel", queue.cancel)
    monkeypatch.setattr(job_line, "_LOOK_MS", 5)
    monkeypatch.setattr(job_line, "_PAUSE_MS", 5)
    yield queue
    queue.free.set()


@pytest.fixture
def window(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    return window


@pytest.fixture
def line(window, queue):
    return JobLine(window)


def test_nothing_is_shown_before_something_is_printed(line):
    assert line.isHidden()


def test_job_is_followed_until_it_is_done(line, queue, qtbot):
    jam = JobStatus(state=JobState.STOPPED, reason="卡纸了")
    queue.statuses = [JobStatus(state=JobState.PRINTING), jam, JobStatus(state=JobState.DONE)]
    said = {}
    line.follow(JOB)
    words = line.words
    line._timer.timeout.connect(lambda: said.update({words.text(): words.objectName()}))
    qtbot.waitUntil(lambda: "去取纸" in line.words.text())
    assert said["正在打印。"] == "muted"
    assert said["打印停住了。卡纸了。"] == "error"
    assert not line.cancel_button.isVisible()
    assert queue.asked == 3
    assert not line._timer.isActive()


def test_job_that_cannot_be_followed_is_said_to_be_sent(line, queue):
    line.follow(None)
    assert line.words.text() == "已交给打印机。"
    assert not line.cancel_button.isVisible()
    assert queue.asked == 0


def test_unknown_state_is_asked_again(line, queue, qtbot):
    queue.statuses = [JobStatus(state=JobState.UNKNOWN), JobStatus(state=JobState.DONE)]
    line.follow(JOB)
    qtbot.waitUntil(lambda: "去取纸" in line.words.text())


def test_clerk_calls_a_job_off(line, queue, qtbot):
    line.follow(JOB)
    qtbot.waitUntil(lambda: "排队" in line.words.text())
    with qtbot.waitSignal(line.cancelled):
        line.cancel_button.click()
    assert "已取消" in line.words.text()
    assert queue.cancelled == [JOB]
    assert not line.cancel_button.isVisible()


def test_refused_cancelling_is_said(line, queue, qtbot, monkeypatch):
    monkeypatch.setattr(job_line, "_PAUSE_MS", 60_000)
    queue.refusal = "这份文件已经打完。"
    line.follow(JOB)
    line.cancel_button.click()
    qtbot.waitUntil(lambda: line.words.text() == "这份文件已经打完。")


def test_queue_that_hangs_holds_up_neither_the_window_nor_its_end(line, queue, qtbot):
    queue.free.clear()
    line.follow(JOB)
    qtbot.wait(50)
    assert line.words.text() == "已交给打印机。"
    shiboken6.delete(line)
