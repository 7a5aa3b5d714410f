import sys
import threading

import pytest

from linli.defects import stop_watching
from linli.gui import crash as crash_module
from linli.gui.crash import CrashHandler


@pytest.fixture
def handler(tmp_path, ask, qapp, monkeypatch):
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setattr(threading, "excepthook", threading.excepthook)
    handler = CrashHandler(tmp_path / "logs", ask)
    handler.install()
    return handler


def reports(tmp_path):
    return list((tmp_path / "logs").glob("*.txt"))


def crash(handler):
    try:
        int("张桂兰 652328195005011234")
    except ValueError as error:
        handler.handle(type(error), error, error.__traceback__)


def test_defect_is_told_once_and_reported_without_what_it_was_about(
    handler, ask, tmp_path, qtbot, caplog
):
    ask.expect("warn")
    for _ in range(3):
        crash(handler)
    qtbot.waitUntil(lambda: bool(ask.asked))
    assert "出了故障" in ask.last
    (report,) = reports(tmp_path)
    text = report.read_text(encoding="utf-8")
    assert "ValueError: invalid literal for int() with base # #" in text
    assert "张桂兰" not in text
    assert "652328195005011234" not in text
    caplog.clear()


def test_defect_on_another_thread_is_told_in_the_window(handler, ask, tmp_path, qtbot, caplog):
    ask.expect("warn")
    worker = threading.Thread(target=lambda: 1 // 0)
    worker.start()
    worker.join()
    qtbot.waitUntil(lambda: bool(ask.asked))
    assert len(reports(tmp_path)) == 1
    caplog.clear()


def test_ctrl_c_is_no_defect(handler, ask, tmp_path, capsys):
    handler.handle(KeyboardInterrupt, KeyboardInterrupt(), None)
    assert reports(tmp_path) == []
    assert "KeyboardInterrupt" in capsys.readouterr().err


def test_a_crash_of_the_last_run_is_told_and_reported(handler, ask, tmp_path, qtbot, caplog):
    (tmp_path / "logs").mkdir()
    left = tmp_path / "logs" / "running.txt"
    left.write_text(
        "Fatal Python error: Segmentation fault\n\n"
        "Current thread 0x00007f (most recent call first):\n"
        f'  File "{crash_module.__file__}", line 7 in 张三\n'
        '  File "/home/王芳/other.py", line 9 in work\n',
        encoding="utf-8",
    )
    ask.expect("warn")
    handler.watch()
    qtbot.waitUntil(lambda: bool(ask.asked))
    stop_watching()
    assert "意外中断" in ask.last
    (report,) = reports(tmp_path)
    text = report.read_text(encoding="utf-8")
    assert "Segmentation fault" in text
    assert "linli/gui/crash.py:7 in" in text
    assert "王芳" not in text
    caplog.clear()


def test_after_an_orderly_end_nothing_is_told(handler, ask, tmp_path, qapp):
    for _ in range(2):
        handler.watch()
        stop_watching()
    qapp.processEvents()
    assert reports(tmp_path) == []
