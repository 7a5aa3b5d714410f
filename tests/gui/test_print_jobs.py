import pytest

from linli.gui import print_jobs
from linli.gui.print_jobs import JobState, JobStatus, job_state
from linli.gui.print_queue import PrintJob

IDLE = {"printer-state": "3", "printer-state-reasons": "none"}
JOB = PrintJob(id=7, printer="Office/draft")


def printer(reasons, state="4"):
    return {"printer-state": state, "printer-state-reasons": reasons}


@pytest.mark.parametrize(
    ("state", "attributes", "expected"),
    [
        (3, IDLE, JobStatus(state=JobState.WAITING)),
        (5, IDLE, JobStatus(state=JobState.PRINTING)),
        (9, printer("media-empty-error"), JobStatus(state=JobState.DONE)),
        (7, IDLE, JobStatus(state=JobState.CANCELLED)),
        (8, IDLE, JobStatus(state=JobState.CANCELLED, reason="打印队列没能处理这份文件")),
        (4, IDLE, JobStatus(state=JobState.STOPPED, reason="打印被暂停了")),
        (6, IDLE, JobStatus(state=JobState.STOPPED, reason="打印被暂停了")),
        (None, IDLE, JobStatus(state=JobState.UNKNOWN, reason="打印队列里已经没有这份文件")),
        (3, {}, JobStatus(state=JobState.WAITING)),
    ],
)
def test_state_of_the_job_decides_where_the_printer_is_well(state, attributes, expected):
    assert print_jobs._status(state, attributes) == expected


@pytest.mark.parametrize(
    ("reasons", "state", "words"),
    [
        ("media-jam-error", JobState.STOPPED, "卡纸"),
        ("media-empty", JobState.STOPPED, "没有纸了"),
        ("media-empty-warning", JobState.PRINTING, "没有纸了"),  # of a tray that is not in use
        ("offline-report", JobState.STOPPED, "没有开机或没有连上"),
        ("toner-low-warning", JobState.PRINTING, "墨粉快用完了"),
        ("toner-low", JobState.PRINTING, "墨粉快用完了"),
        ("connecting-to-device", JobState.PRINTING, "正在连接打印机"),
        ("cups-insecure-filter-warning", JobState.PRINTING, ""),
        ("none", JobState.PRINTING, ""),
    ],
)
def test_printing_stands_still_where_the_printer_needs_somebody(reasons, state, words):
    status = print_jobs._status(5, printer(reasons))
    assert status.state is state
    assert words in status.reason
    assert bool(words) == bool(status.reason)


def test_all_reasons_are_told_once():
    status = print_jobs._status(5, printer("cover-open-error,door-open-error,media-low-warning"))
    assert status.reason == "盖子没有关好；纸快用完了"


def test_waiting_job_of_a_paused_printer_stands_still():
    status = print_jobs._status(3, printer("paused", state="5"))
    assert status.state is JobState.STOPPED
    assert "暂停" in status.reason


def test_only_what_has_ended_is_final():
    assert {state for state in JobState if state.is_final} == {JobState.DONE, JobState.CANCELLED}


def test_machine_without_a_queue_does_not_know(monkeypatch):
    monkeypatch.setattr(print_jobs, "_library", lambda: None)
    assert job_state(JOB) == JobStatus(state=JobState.UNKNOWN)
