"""The bridge to fcitx4, against a stand-in that speaks its interface on a bus of its own."""

import subprocess
import sys
from pathlib import Path

import pytest
import shiboken6
import support
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt
from PySide6.QtDBus import QDBus, QDBusConnection, QDBusMessage
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QLineEdit, QPushButton, QVBoxLayout
from support.buses import private_bus

from linli.gui.input_method_fcitx4 import Fcitx4Bridge
from linli.gui.password_input import PasswordInput

NAME = "org.fcitx.Fcitx-0"
SYMBOLS = {Qt.Key.Key_Return: 0xFF0D, Qt.Key.Key_Escape: 0xFF1B, Qt.Key.Key_Shift: 0xFFE1}
FAKE = Path(support.__path__[0], "fake_fcitx4.py")


@pytest.fixture(scope="module")
def address():
    with private_bus() as address:
        yield address


@pytest.fixture
def bus(address):
    """A connection of this process."""
    connection = QDBusConnection.connectToBus(address, "test-input-method")
    assert connection.isConnected()
    yield connection
    QDBusConnection.disconnectFromBus("test-input-method")


class Fcitx:
    """The stand-in's process."""

    def __init__(self, address):
        self._process = subprocess.Popen(
            [sys.executable, str(FAKE), NAME],
            env={"DBUS_SESSION_BUS_ADDRESS": address, "QT_QPA_PLATFORM": "offscreen"},
            stdout=subprocess.PIPE,
            text=True,
        )
        assert self._process.stdout.readline() == "ready\n"

    def stop(self):
        self._process.kill()
        self._process.wait()
        self._process.stdout.close()


@pytest.fixture
def fcitx(address):
    running = Fcitx(address)
    yield running
    running.stop()


def told(bus):
    """Return what the stand-in was told."""
    question = QDBusMessage.createMethodCall(
        NAME, "/inputcontext_7", "org.fcitx.Fcitx.InputContext", "Told"
    )
    return bus.call(question, QDBus.CallMode.Block, 2000).arguments()[0].splitlines()


class Form(QDialog):
    """A dialog as all of ours: a line, a password, and a default button."""

    def __init__(self):
        super().__init__()
        self.line, self.password = QLineEdit(), PasswordInput()
        self.save, self.saved = QPushButton("save"), 0
        self.save.setDefault(True)
        self.save.clicked.connect(self._on_save)
        column = QVBoxLayout(self)
        for widget in (self.line, self.password, self.save):
            column.addWidget(widget)

    def _on_save(self):
        self.saved += 1


@pytest.fixture
def form(qtbot):
    form = Form()
    qtbot.addWidget(form)
    form.show()
    form.activateWindow()
    form.line.setFocus()
    qtbot.waitUntil(lambda: QGuiApplication.focusObject() is form.line)
    return form


@pytest.fixture
def bridge(qapp, bus, form, fcitx):
    bridge = Fcitx4Bridge(qapp, bus, (NAME, "org.fcitx.Fcitx"))
    yield bridge
    shiboken6.delete(bridge)


_moment = iter(range(1000, 10**6))


def press(form, *keys):
    """Press keys as an X server hands them over: first to shortcuts, then as a press."""
    kinds = (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress, QEvent.Type.KeyRelease)
    for key in keys:
        code = SYMBOLS.get(key, ord(key) if isinstance(key, str) else 0)
        number = key if isinstance(key, Qt.Key) else Qt.Key(ord(key.upper()))
        text = key if isinstance(key, str) else ""
        moment = next(_moment)
        for kind in kinds:
            event = QKeyEvent(kind, number, Qt.KeyboardModifier.NoModifier, 38, code, 0, text)
            event.setTimestamp(moment)
            QCoreApplication.sendEvent(form.windowHandle(), event)


def test_pinyin_becomes_chinese_in_the_line(bridge, form):
    press(form, *"zhang")
    assert form.line.text() == ""
    assert bridge.composing == "zhang"
    press(form, " ")
    assert form.line.text() == "张三"
    assert bridge.composing == ""


def test_enter_and_escape_of_the_candidates_neither_save_nor_close(bridge, form):
    press(form, *"zhang", Qt.Key.Key_Escape)
    assert form.isVisible()
    press(form, *"li", Qt.Key.Key_Return)
    assert form.saved == 0
    assert form.line.text() == "li"
    press(form, Qt.Key.Key_Return)
    assert form.saved == 1
    press(form, Qt.Key.Key_Escape)
    assert not form.isVisible()


def test_a_key_is_shown_to_it_once(bridge, form, bus):
    press(form, "Z")
    assert [each for each in told(bus) if each.startswith("key")] == ["key 5a 0", "key 5a 1"]
    assert form.line.text() == "Z"


def test_a_password_is_typed_as_it_is_even_when_it_is_shown(bridge, form, bus):
    form.password.setFocus()
    press(form, *"li")
    form.password.eye.toggle()
    press(form, *"si")
    assert form.password.text() == "lisi"
    assert not [each for each in told(bus) if each.startswith("key")]


def test_leaving_the_line_keeps_what_was_typed_in_it(bridge, form, bus):
    press(form, *"zhang")
    form.password.setFocus()
    assert form.line.text() == "zhang"
    assert form.password.text() == ""
    assert told(bus)[-2:] == ["reset", "out"]


def test_a_click_ends_what_was_typed(bridge, form):
    press(form, *"zhang")
    QTest.mouseClick(form.windowHandle(), Qt.MouseButton.LeftButton, pos=QPoint(3, 3))
    assert form.line.text() == "zhang"
    assert bridge.composing == ""


def test_the_caret_is_told_in_places_of_the_screen_after_a_move_too(bridge, form, bus):
    form.move(200, 100)
    press(form, "z")
    caret = form.line.inputMethodQuery(Qt.InputMethodQuery.ImCursorRectangle)
    corner = form.line.mapToGlobal(caret.topLeft())
    x, y, width, height = (
        int(each) for each in [each for each in told(bus) if "caret" in each][-1].split()[1:]
    )
    assert abs(x - corner.x()) <= 2
    assert abs(y - corner.y()) <= 2
    assert (width, height) == (caret.width(), caret.height())


def test_without_it_keys_go_their_usual_way_until_it_is_back(bridge, form, fcitx, address, qtbot):
    fcitx.stop()
    qtbot.waitUntil(lambda: not bridge.is_connected)
    press(form, *"zhang")
    assert form.line.text() == "zhang"
    again = Fcitx(address)
    try:
        qtbot.waitUntil(lambda: bridge.is_connected)
        press(form, *"zhang ")
        assert form.line.text() == "zhang张三"
    finally:
        again.stop()


def test_a_key_that_it_hands_back_is_pressed(bridge, form):
    form.line.setText("张三")
    bridge.on_forward(0xFF08, 0, 0)
    bridge.on_forward(0xFF08, 0, 1)
    bridge.on_forward(ord("4"), 0, 0)
    bridge.on_forward(0x1234, 0, 0)
    assert form.line.text() == "张4"


def test_a_rare_character_that_is_typed_has_its_caret_behind_it(bridge, form):
    bridge.on_preedit("𠮷a", 4)
    caret = form.line.inputMethodQuery(Qt.InputMethodQuery.ImCursorPosition)
    assert caret == 0  # of the text without what is being typed
    bridge.on_commit("𠮷")
    assert form.line.text() == "𠮷"
