"""People in the clipboard: taken out after a while, only if they are still in it."""

import pytest
from PySide6.QtCore import QMimeData, QObject
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLineEdit
from support.people import make_id

from linli.gui.clipboard_guard import ClipboardGuard, is_kept_out, kept_out, names_people
from linli.gui.table_copy import table_mime


@pytest.fixture
def clipboard(qapp, monkeypatch):
    """The clipboard; without a display Qt does not know that it is the program's own."""
    clipboard = QGuiApplication.clipboard()
    monkeypatch.setattr(type(clipboard), "ownsClipboard", lambda _: True)
    clipboard.clear()
    yield clipboard
    clipboard.clear()


@pytest.fixture
def guard(clipboard):
    parent = QObject()
    guard = ClipboardGuard(lambda: 60, parent)
    yield guard
    guard.timer.stop()


def text(words):
    mime = QMimeData()
    mime.setText(words)
    return mime


@pytest.mark.parametrize(
    "words", [make_id(), "女儿 138 0000 1234", "0994-4839123", "138****5678", "652328********1239"]
)
def test_numbers_name_people(qapp, words):
    assert names_people(text(words))


@pytest.mark.parametrize("words", ["", "独居老人", "3号楼 501", "2026年"])
def test_plain_words_do_not(qapp, words):
    assert not names_people(text(words))
    assert not names_people(None)


def test_a_number_is_taken_out_again(guard, clipboard, qtbot):
    with qtbot.waitSignal(guard.waiting) as told:
        clipboard.setText(make_id())
    assert told.args == [60]
    assert guard.timer.remainingTime() > 50_000
    with qtbot.waitSignal(guard.cleared):
        guard.timer.timeout.emit()
    assert clipboard.text() == ""


def test_what_a_line_copies_is_kept_out_of_the_clipboards_history(guard, clipboard, qtbot):
    line = QLineEdit()
    qtbot.addWidget(line)
    line.setText(make_id())
    line.selectAll()
    line.copy()
    assert is_kept_out(clipboard.mimeData())
    assert clipboard.text() == line.text()
    assert guard.timer.isActive()


def test_the_marks_are_those_that_windows_knows(qapp):
    marked = kept_out(table_mime(["姓名"], [["张三"]]))
    (history,) = [name for name in marked.formats() if "CanIncludeInClipboardHistory" in name]
    assert history == 'application/x-qt-windows-mime;value="CanIncludeInClipboardHistory"'
    assert bytes(marked.data(history)) == b"\0\0\0\0"
    assert marked.hasHtml()
    assert marked.hasText()


def test_rows_of_people_are_taken_out_again(guard, clipboard, qtbot):
    clipboard.setMimeData(table_mime(["姓名"], [["张三"]]))
    with qtbot.waitSignal(guard.cleared):
        guard.timer.timeout.emit()
    assert not names_people(clipboard.mimeData())


def test_what_was_copied_since_stays(guard, clipboard):
    clipboard.setText(make_id())
    clipboard.setText("通知")
    assert not guard.timer.isActive()
    guard.clear()
    assert clipboard.text() == "通知"


def test_what_belongs_to_another_program_stays(guard, clipboard, monkeypatch):
    clipboard.setText(make_id())
    monkeypatch.setattr(type(clipboard), "ownsClipboard", lambda _: False)
    guard.timer.timeout.emit()
    assert clipboard.text() == make_id()


def test_the_window_says_so(main_window, clipboard, qtbot):
    clipboard.setText("13800001234")
    assert main_window.status.currentMessage() == "已复制，60 秒后从剪贴板清除。"
    main_window.clipboard_guard.timer.timeout.emit()
    assert main_window.status.currentMessage() == "剪贴板里的内容已清除。"
    assert clipboard.text() == ""
