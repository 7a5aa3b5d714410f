"""Chinese input (输入法) on Linux: which input method the window speaks to, and by which way.

The wheels of PySide6 carry Qt's plugins for ibus and for compose keys; the fcitx plugins of a
distribution do not load into them, and the desktops of UOS and Kylin ask for those by default. So
whoever is on the session bus decides, before Qt looks at its environment:

- fcitx5 answers as ibus' portal: Qt's ibus plugin is sent there;
- fcitx4 is spoken to by `Fcitx4Bridge`;
- ibus is left to Qt's plugin.

`LINLI_INPUT_METHOD` (a member of `Way`) overrides this. Wayland, Windows and machines without a
session bus are left as they are.
"""

import os
import sys
from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtGui import QGuiApplication

OVERRIDE = "LINLI_INPUT_METHOD"
ANSWER_MS = 300
"""How long the session bus may take to say who is there."""

_FCITX5 = "org.fcitx.Fcitx5"
_FCITX4 = "org.fcitx.Fcitx"
_IBUS = "org.freedesktop.IBus"
_IBUS_PORTAL = "org.freedesktop.portal.IBus"
_CONNECTION = "linli-input-method"
_MODULE, _MODULES, _PORTAL = "QT_IM_MODULE", "QT_IM_MODULES", "IBUS_USE_PORTAL"


class Way(StrEnum):
    """How typed keys become Chinese; the values are those of `LINLI_INPUT_METHOD`."""

    SYSTEM = "system"  # as the environment says
    FCITX5 = "fcitx5"
    FCITX4 = "fcitx4"
    IBUS = "ibus"


_SETTINGS: dict[Way, dict[str, str | None]] = {
    Way.SYSTEM: {},
    Way.FCITX5: {_MODULE: "ibus", _PORTAL: "1", _MODULES: None},
    Way.FCITX4: {_MODULE: "compose", _MODULES: None},
    Way.IBUS: {_MODULE: "ibus", _MODULES: None},
}
"""What Qt has to find in its environment; None takes a variable away."""


def choose(environment: Mapping[str, str], names: Collection[str]) -> Way:
    """Return the way that works.

    Args:
        environment: the process' variables.
        names: the names owned on the session bus.
    """
    wish = _wish(environment)
    if wish is not None:
        return wish
    if _FCITX5 in names and _IBUS_PORTAL in names:
        return Way.FCITX5
    if not set(names).isdisjoint(fcitx4_names(environment)):
        return Way.FCITX4
    if _IBUS in names:
        return Way.IBUS
    asked = (environment.get(each, "") for each in (_MODULES, _MODULE, "XMODIFIERS"))
    # Not there yet, as when the program starts with the desktop: the bridge waits for either.
    return Way.FCITX4 if any("fcitx" in value for value in asked) else Way.SYSTEM


def current_way(environment: Mapping[str, str]) -> Way:
    """Return the way on this machine, asking the session bus if need be."""
    address = _bus_address(environment) if _is_x11(environment) else None
    if address is None:
        return Way.SYSTEM
    return _wish(environment) or choose(environment, _names_on(address))


@contextmanager
def environment_for(way: Way) -> Iterator[None]:
    """Let Qt find what it needs while the application is made.

    Afterwards everything is as before: programs that the window starts have input methods of
    their own.
    """
    settings = _SETTINGS[way]
    before = {name: os.environ.get(name) for name in settings}
    _put(settings)
    try:
        yield
    finally:
        _put(before)


def start_bridge(app: "QGuiApplication", way: Way) -> None:
    """Speak to fcitx4 where that is the way; the bridge lives as long as the application."""
    if way is Way.FCITX4:
        from PySide6.QtDBus import QDBusConnection

        from linli.gui.input_method_fcitx4 import Fcitx4Bridge

        Fcitx4Bridge(app, QDBusConnection.sessionBus(), fcitx4_names(os.environ))


def fcitx4_names(environment: Mapping[str, str]) -> tuple[str, str]:
    """Return the names of fcitx4 on the bus, that for the window's display first."""
    number = environment.get("DISPLAY", "").rpartition(":")[2].partition(".")[0]
    return f"{_FCITX4}-{number if number.isdigit() else 0}", _FCITX4


def _wish(environment: Mapping[str, str]) -> Way | None:
    """Return what the clerk's `LINLI_INPUT_METHOD` asks for, None where it says nothing known."""
    return next((way for way in Way if way == environment.get(OVERRIDE)), None)


def _bus_address(environment: Mapping[str, str]) -> str | None:
    """Return where the session bus is, None without one: asking libdbus would start one."""
    address = environment.get("DBUS_SESSION_BUS_ADDRESS")
    if address:
        return address
    socket = Path(environment.get("XDG_RUNTIME_DIR") or "/nonexistent", "bus")
    return f"unix:path={socket}" if socket.exists() else None


def _is_x11(environment: Mapping[str, str]) -> bool:
    """Whether the window will be on an X server."""
    if sys.platform != "linux":
        return False
    platform = environment.get("QT_QPA_PLATFORM", "")
    if platform:
        return platform.startswith("xcb")
    return bool(environment.get("DISPLAY")) and not environment.get("WAYLAND_DISPLAY")


def _names_on(address: str) -> list[str]:
    """Return the names owned on a bus; none if it does not answer.

    A connection of its own: the one that Qt shares wants the application to be there first.
    """
    try:
        from PySide6.QtDBus import QDBus, QDBusConnection, QDBusMessage
    except ImportError:
        return []
    connection = QDBusConnection.connectToBus(address, _CONNECTION)
    try:
        bus = "org.freedesktop.DBus"
        question = QDBusMessage.createMethodCall(bus, "/org/freedesktop/DBus", bus, "ListNames")
        answer = connection.call(question, QDBus.CallMode.Block, ANSWER_MS)
        if answer.type() is not QDBusMessage.MessageType.ReplyMessage:
            return []
        return list(answer.arguments()[0])
    finally:
        QDBusConnection.disconnectFromBus(_CONNECTION)


def _put(settings: Mapping[str, str | None]) -> None:
    for name, value in settings.items():
        if value is None:
            os.environ.pop(name, None)
        else:
            os.environ[name] = value
