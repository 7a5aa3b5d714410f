from types import SimpleNamespace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtDBus import QDBusVariant

from linli.gui import system_look
from linli.gui.colors import Look
from linli.gui.system_look import SystemLook


@pytest.fixture
def look(qapp, monkeypatch):
    """What the desktop asks for, where no portal answers."""
    monkeypatch.setattr(SystemLook, "_watch", lambda _self: None)
    return SystemLook()


def said(key, value, space="org.freedesktop.appearance"):
    """A word of the portal."""
    return SimpleNamespace(arguments=lambda: [space, key, value])


@pytest.mark.parametrize(
    ("words", "worn"),
    [
        ([], Look.LIGHT),
        ([("color-scheme", 1)], Look.DARK),
        ([("color-scheme", 2)], Look.LIGHT),
        ([("contrast", 1)], Look.CONTRAST),
        ([("color-scheme", 1), ("contrast", 1)], Look.CONTRAST),
        ([("color-scheme", 1), ("color-scheme", 0)], Look.LIGHT),
        ([("contrast", 1), ("contrast", 0)], Look.LIGHT),
        ([("accent-color", 1)], Look.LIGHT),
    ],
)
def test_word_of_the_portal_is_taken(look, words, worn):
    for key, value in words:
        look.on_setting(said(key, value))
    assert look.look() is worn


def test_change_is_told(look, qtbot):
    with qtbot.waitSignal(look.changed):
        look.on_setting(said("color-scheme", 1))


def test_settings_of_others_are_not_ours(look, qtbot):
    with qtbot.assertNotEmitted(look.changed):
        look.on_setting(said("color-scheme", 1, space="org.gnome.desktop.interface"))
    assert look.look() is Look.LIGHT


def test_variant_in_a_variant_is_opened(look):
    look.on_setting(said("contrast", QDBusVariant(QDBusVariant(1))))
    assert look.look() is Look.CONTRAST


def test_dark_scheme_that_qt_knows_is_worn(look, monkeypatch):
    hints = SimpleNamespace(colorScheme=lambda: Qt.ColorScheme.Dark)
    monkeypatch.setattr(system_look.QGuiApplication, "styleHints", lambda: hints)
    assert look.look() is Look.DARK


def test_desktop_without_a_session_bus_is_light(qapp, monkeypatch):
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nowhere")
    assert SystemLook().look() is Look.LIGHT
