"""When the session is locked: the screen locker's word, where the system passes it on.

Linux: `Lock` of systemd-logind for this session, and `ActiveChanged` of the screen savers of the
common desktops, over D-Bus. Windows: WTS session notifications (WM_WTSSESSION_CHANGE). Where
neither is to be had the window locks after a while or by hand all the same.
"""

import ctypes
import os
import sys
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import SLOT, QAbstractNativeEventFilter, QByteArray, QObject, Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget
from typing_extensions import override

if TYPE_CHECKING:
    from PySide6.QtDBus import QDBusConnection

SAVERS = (
    "org.freedesktop.ScreenSaver",
    "org.gnome.ScreenSaver",
    "org.mate.ScreenSaver",
    "org.cinnamon.ScreenSaver",
    "org.ukui.ScreenSaver",
)
"""Screen savers that say `ActiveChanged`; UKUI is the desktop of 银河麒麟."""

_ON_LOCK: Any = SLOT("on_lock()")  # a str; PySide6 declares bytes, and refuses them
_ON_ACTIVE: Any = SLOT("on_active_changed(bool)")
_LOGIN = "org.freedesktop.login1"
_SESSION_CHANGE = 0x02B1  # WM_WTSSESSION_CHANGE
_SESSION_LOCK = 7  # WTS_SESSION_LOCK


class SessionWatch(QObject):
    """Says that the session was locked.

    Signals:
        locked: somebody or the system locked the session.
    """

    locked = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._filter: _MessageFilter | None = None

    def watch(self, window: QWidget) -> None:
        """Begin to listen; `window` is whose messages tell it on Windows."""
        if sys.platform == "win32":
            self._watch_windows(window)
        else:
            self._watch_buses()

    def watch_bus(self, system: "QDBusConnection", session: "QDBusConnection") -> None:
        """Listen to the login manager and the screen savers on these buses."""
        path = session_path(os.environ.get("XDG_SESSION_ID", ""))
        session_of_login = f"{_LOGIN}.Session"
        if system.isConnected():
            system.connect(_LOGIN, path, session_of_login, "Lock", self, _ON_LOCK)
        if session.isConnected():
            for name in SAVERS:
                session.connect(name, "", name, "ActiveChanged", self, _ON_ACTIVE)

    @Slot()
    def on_lock(self) -> None:
        """Take the login manager's word."""
        self.locked.emit()

    @Slot(bool)
    def on_active_changed(self, active: bool) -> None:  # noqa: FBT001 - the bus's signal
        """Take the screen saver's word."""
        if active:
            self.locked.emit()

    def _watch_buses(self) -> None:
        try:
            from PySide6.QtDBus import QDBusConnection
        except ImportError:
            return
        self.watch_bus(QDBusConnection.systemBus(), QDBusConnection.sessionBus())

    def _watch_windows(self, window: QWidget) -> None:
        handle = int(window.winId())
        try:
            library: Any = ctypes.CDLL("wtsapi32")
        except OSError:
            return  # a Windows without sessions
        if not library.WTSRegisterSessionNotification(ctypes.c_void_p(handle), 0):
            return
        app = QGuiApplication.instance()
        if app is not None:
            self._filter = _MessageFilter(self)
            app.installNativeEventFilter(self._filter)


class _MessageFilter(QAbstractNativeEventFilter):
    """Reads the messages of Windows."""

    def __init__(self, watch: SessionWatch) -> None:
        super().__init__()
        self._watch = watch

    @override
    def nativeEventFilter(
        self, eventType: QByteArray | bytes | bytearray | memoryview, message: int
    ) -> object:
        if tells_of_lock(int(message)):
            self._watch.locked.emit()
        return False, 0


class _Message(ctypes.Structure):
    """The head of MSG (winuser.h); natural alignment is the same on all of them."""

    _fields_ = (
        ("window", ctypes.c_void_p),
        ("number", ctypes.c_uint),
        ("first", ctypes.c_size_t),
    )


def tells_of_lock(address: int) -> bool:
    """Whether the Windows message at an address says that the session was locked."""
    message = _Message.from_address(address)
    return bool(message.number == _SESSION_CHANGE and message.first == _SESSION_LOCK)


def session_path(session: str) -> str:
    """Return the path of a session on the bus; "" for all if it is not known.

    As systemd's `sd_bus_path_encode`: letters stay, and digits unless they come first.
    """
    if not session:
        return ""
    coded = "".join(
        character
        if character.isascii() and (character.isalpha() or (place and character.isdigit()))
        else "".join(f"_{byte:02x}" for byte in character.encode())
        for place, character in enumerate(session)
    )
    return f"/org/freedesktop/login1/session/{coded}"
