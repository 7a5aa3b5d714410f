"""What look the desktop asks for: dark, high contrast, or light; and when that changes."""

import ctypes
import sys
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import SLOT, QObject, Qt, Signal, Slot
from PySide6.QtGui import QGuiApplication

from linli.gui.colors import Look

if TYPE_CHECKING:
    from PySide6.QtDBus import QDBusConnection, QDBusMessage

_PORTAL = "org.freedesktop.portal.Desktop"
_PATH = "/org/freedesktop/portal/desktop"
_SETTINGS = "org.freedesktop.portal.Settings"
_APPEARANCE = "org.freedesktop.appearance"
_SCHEME, _DARK = "color-scheme", 1
_CONTRAST, _MORE = "contrast", 1
_ON_SETTING: Any = SLOT("on_setting(QDBusMessage)")  # a str, see `locking/session.py`
_PATIENCE_MS = 150
_HIGH_CONTRAST_ON = 1
_GET_HIGH_CONTRAST = 0x0042


class SystemLook(QObject):
    """Asks Qt, and besides Windows for its contrast themes, Linux for the desktop portal.

    The portal (org.freedesktop.appearance) is what UOS, Kylin, GNOME and KDE tell by; Qt itself
    knows it only under some of them. Without a session bus nothing is asked.

    Signals:
        changed: the desktop may ask for another look.
    """

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._told: dict[str, int] = {}
        self._is_watching = False
        hints = QGuiApplication.styleHints()
        hints.colorSchemeChanged.connect(self.changed)

    def look(self) -> Look:
        """Return the look that the desktop asks for, light where it asks for nothing."""
        self._watch()
        if self._told.get(_CONTRAST) == _MORE or _windows_contrast():
            return Look.CONTRAST
        dark = QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark
        return Look.DARK if dark or self._told.get(_SCHEME) == _DARK else Look.LIGHT

    def _watch(self) -> None:
        """Ask a portal that runs already, once, and hear what it says from then on."""
        if self._is_watching or not sys.platform.startswith("linux"):
            return
        self._is_watching = True
        try:
            from PySide6.QtDBus import QDBusConnection
        except ImportError:
            return
        bus = QDBusConnection.sessionBus()
        if bus.isConnected():
            self.watch_bus(bus)

    def watch_bus(self, bus: "QDBusConnection") -> None:
        """Ask and hear the portal on this bus; it is not started for our sake."""
        from PySide6.QtDBus import QDBus, QDBusMessage

        bus.connect(_PORTAL, _PATH, _SETTINGS, "SettingChanged", self, _ON_SETTING)
        if not bus.interface().isServiceRegistered(_PORTAL).value():
            return
        for key in (_SCHEME, _CONTRAST):
            call = QDBusMessage.createMethodCall(_PORTAL, _PATH, _SETTINGS, "Read")
            call.setArguments([_APPEARANCE, key])
            answer = bus.call(call, QDBus.CallMode.Block, _PATIENCE_MS)
            if answer.type() == QDBusMessage.MessageType.ReplyMessage:
                self._hear(key, answer.arguments()[0])

    @Slot("QDBusMessage")  # type: ignore[arg-type]  # the name, so that the class loads late
    def on_setting(self, message: "QDBusMessage") -> None:
        """Take the portal's word."""
        space, key, value = message.arguments()
        if space == _APPEARANCE:
            self._hear(key, value)
            self.changed.emit()

    def _hear(self, key: str, value: Any) -> None:
        while hasattr(value, "variant"):  # a variant in a variant, as the portal has it
            value = value.variant()
        if isinstance(value, int):
            self._told[key] = value


def _windows_contrast() -> bool:
    """Whether a contrast theme of Windows is on (SPI_GETHIGHCONTRAST)."""
    windows: Any = getattr(ctypes, "windll", None)
    if windows is None:
        return False

    class _HighContrast(ctypes.Structure):
        _fields_ = (
            ("size", ctypes.c_uint),
            ("flags", ctypes.c_uint),
            ("scheme", ctypes.c_wchar_p),
        )

    answer = _HighContrast(size=ctypes.sizeof(_HighContrast))
    asked = windows.user32.SystemParametersInfoW(
        _GET_HIGH_CONTRAST, answer.size, ctypes.byref(answer), 0
    )
    return bool(asked and answer.flags & _HIGH_CONTRAST_ON)
