import sys
import threading

import pytest

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
        int("secret")
    except ValueError as error:
        handler.handle(type(error), error, error.__traceback__)


def test_defect_is_told_once_and_reported_without_its_message(
    handler, ask, tmp_path, qtbot, caplog
):
    ask.expect("warn")
    for _ in range(3):
        crash(handler)
    qtbot.waitUntil(lambda: bool(ask.asked))
    assert "出了故障" in ask.last
    (report,) = reports(tmp_path)
    assert "ValueError" in report.read_text(encoding="utf-8")
    assert "invalid literal" not in report.read_text(encoding="utf-8")
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
