import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from support.buses import private_bus

import linli
from linli.gui import input_method
from linli.gui.input_method import Way, choose, current_way, environment_for, fcitx4_names
from linli.gui.inputs import LineInput, date_input
from linli.gui.paper.numbers import number_input
from linli.gui.password_input import PasswordInput
from linli.gui.rosters.person_popup import PersonPopup

FCITX5 = {"org.fcitx.Fcitx5", "org.freedesktop.portal.IBus", "org.fcitx.Fcitx-0"}
FCITX4 = {"org.fcitx.Fcitx", "org.fcitx.Fcitx-0", "org.freedesktop.portal.Fcitx"}
IBUS = {"org.freedesktop.IBus"}
SCREEN = {"DISPLAY": ":0"}


@pytest.mark.parametrize(
    ("names", "way"),
    [
        (FCITX5, Way.FCITX5),
        (FCITX5 | IBUS, Way.FCITX5),  # fcitx5 answers for ibus
        (FCITX4, Way.FCITX4),
        ({"org.fcitx.Fcitx"}, Way.FCITX4),
        ({"org.fcitx.Fcitx-0"}, Way.FCITX4),
        ({"org.fcitx.Fcitx-1"}, Way.SYSTEM),  # that of another display
        ({"org.fcitx.Fcitx5", "org.fcitx.Fcitx-0"}, Way.FCITX4),  # built without ibus' portal
        (IBUS, Way.IBUS),
        (set(), Way.SYSTEM),
    ],
)
def test_whoever_is_on_the_bus_decides(names, way):
    assert choose(SCREEN, names) is way


@pytest.mark.parametrize(
    "said",
    [{"QT_IM_MODULE": "fcitx"}, {"XMODIFIERS": "@im=fcitx"}, {"QT_IM_MODULES": "wayland;fcitx"}],
)
def test_fcitx_that_is_still_to_come_is_waited_for(said):
    assert choose({**SCREEN, **said}, set()) is Way.FCITX4


def test_the_clerk_overrides_what_is_found_and_a_wrong_word_does_nothing():
    assert choose({**SCREEN, "LINLI_INPUT_METHOD": "ibus"}, FCITX5) is Way.IBUS
    assert choose({**SCREEN, "LINLI_INPUT_METHOD": "sogou"}, FCITX5) is Way.FCITX5


def test_the_name_of_fcitx4_holds_the_number_of_the_display():
    assert fcitx4_names({"DISPLAY": "localhost:12.0"})[0] == "org.fcitx.Fcitx-12"
    assert fcitx4_names({})[0] == "org.fcitx.Fcitx-0"


def test_programs_started_later_find_the_environment_as_it_was(monkeypatch):
    monkeypatch.setenv("QT_IM_MODULE", "fcitx")
    monkeypatch.setenv("QT_IM_MODULES", "wayland;fcitx")
    monkeypatch.delenv("IBUS_USE_PORTAL", raising=False)
    before = dict(os.environ)
    with environment_for(Way.FCITX5):
        assert os.environ["QT_IM_MODULE"] == "ibus"
        assert os.environ["IBUS_USE_PORTAL"] == "1"
        assert "QT_IM_MODULES" not in os.environ
    assert dict(os.environ) == before
    with environment_for(Way.SYSTEM):
        assert dict(os.environ) == before


@pytest.mark.parametrize(
    "environment",
    [
        {"QT_QPA_PLATFORM": "wayland", "DISPLAY": ":0"},
        {"WAYLAND_DISPLAY": "wayland-0", "DISPLAY": ":0"},
        {"QT_QPA_PLATFORM": "offscreen"},
        {},
    ],
)
def test_what_is_no_x_server_is_left_alone(environment, monkeypatch):
    monkeypatch.setattr(input_method, "_names_on", pytest.fail)
    bus = {"DBUS_SESSION_BUS_ADDRESS": "unix:path=/x"}
    assert current_way({**environment, **bus}) is Way.SYSTEM


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux has a session bus")
def test_a_machine_without_a_bus_is_left_alone(monkeypatch):
    monkeypatch.setattr(input_method, "_names_on", pytest.fail)
    assert current_way({**SCREEN, "QT_IM_MODULE": "fcitx"}) is Way.SYSTEM


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux has a session bus")
def test_a_bus_that_has_ended_is_no_trouble(tmp_path):
    bus = {"DBUS_SESSION_BUS_ADDRESS": f"unix:path={tmp_path / 'gone'}"}
    assert current_way({**SCREEN, **bus}) is Way.SYSTEM


def test_a_real_bus_is_asked_before_there_is_an_application():
    with private_bus() as address:
        code = (
            "from linli.gui.input_method import current_way\n"
            "from PySide6.QtDBus import QDBusConnection as C\n"
            f"bus = C.connectToBus({address!r}, 'x')\n"
            "bus.registerService('org.fcitx.Fcitx-0')\n"
            f"env = {{'DISPLAY': ':0', 'DBUS_SESSION_BUS_ADDRESS': {address!r}}}\n"
            "print(current_way(env))\n"
        )
        done = subprocess.run(
            [sys.executable, "-c", code],
            env=os.environ | {"PYTHONPATH": str(Path(linli.__file__).parents[1])},
            capture_output=True,
            text=True,
            check=True,
        )
    assert done.stdout.strip() == "fcitx4"
    assert done.stderr == ""


def test_input_methods_stay_away_from_passwords_and_numbers(qtbot, theme):
    password = PasswordInput()
    qtbot.addWidget(password)
    hidden, numbers = Qt.InputMethodHint.ImhHiddenText, Qt.InputMethodHint.ImhPreferNumbers
    assert password.inputMethodHints() & hidden
    password.eye.toggle()
    assert password.echoMode() is QLineEdit.EchoMode.Normal
    assert password.inputMethodHints() & hidden
    length, day, name = number_input(), date_input(), LineInput()
    popup = PersonPopup([], "z", theme, None)
    for each in (length, day, name, popup):
        qtbot.addWidget(each)
    assert popup.line.inputMethodHints() & hidden  # its first letter was typed in the roster
    assert length.inputMethodHints() & hidden
    assert length.inputMethodHints() & numbers
    assert day.inputMethodHints() & numbers
    assert not day.inputMethodHints() & hidden  # 2026年11月23日
    assert not name.inputMethodHints() & hidden
