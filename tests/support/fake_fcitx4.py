"""A stand-in for fcitx4 on a session bus of its own, as a process: `python fake_fcitx4.py NAME`.

It speaks the part of `org.fcitx.Fcitx.InputContext` that the bridge uses. Letters are shown as they
are typed; the space bar makes 张三 of them, Enter the letters themselves, Escape nothing. What else
it was told it says to whoever asks for `Told`.
"""

# ruff: noqa: N802 - its methods are called as fcitx' own

import sys

from PySide6.QtCore import ClassInfo, QCoreApplication, QObject, Slot
from PySide6.QtDBus import QDBusConnection, QDBusMessage

CONTEXT = "/inputcontext_7"
INTERFACE = "org.fcitx.Fcitx.InputContext"
_SPACE, _ENTER, _ESCAPE = 0x20, 0xFF0D, 0xFF1B


@ClassInfo({"D-Bus Interface": "org.fcitx.Fcitx.InputMethod"})
class Method(QObject):
    """Makes input contexts: always the same one."""

    @Slot(str, int, result=int)
    def CreateICv3(self, name, process):
        """Return the context's number."""
        return 7


@ClassInfo({"D-Bus Interface": INTERFACE})
class Context(QObject):
    """An input context."""

    def __init__(self, bus):
        super().__init__()
        self._bus = bus
        self._typed = ""
        self._told = []

    @Slot("uint", "uint", "uint", int, "uint", result=int)
    def ProcessKeyEvent(self, symbol, code, state, kind, time):
        """Take a key; return whether it is used up."""
        self._told.append(f"key {symbol:x} {kind}")
        if kind:
            return 0
        if 0x61 <= symbol <= 0x7A:
            self._typed += chr(symbol)
            self._say("UpdatePreedit", self._typed, len(self._typed))
            return 1
        if not self._typed or symbol not in (_SPACE, _ENTER, _ESCAPE):
            return 0
        made = {_SPACE: "张三", _ENTER: self._typed, _ESCAPE: ""}[symbol]
        self._typed = ""
        self._say("UpdatePreedit", "", 0)
        if made:
            self._say("CommitString", made)
        return 1

    @Slot("uint")
    def SetCapacity(self, flags):
        """Hear what the window can do."""
        self._told.append(f"capacity {flags}")

    @Slot(int, int, int, int)
    def SetCursorRect(self, x, y, width, height):
        """Hear where the caret is."""
        self._told.append(f"caret {x} {y} {width} {height}")

    @Slot()
    def FocusIn(self):
        """Hear that an input has the focus."""
        self._told.append("in")

    @Slot()
    def FocusOut(self):
        """Hear that it has it no more."""
        self._told.append("out")

    @Slot()
    def EnableIC(self):
        """Begin."""

    @Slot()
    def Reset(self):
        """Forget what was typed."""
        self._told.append("reset")
        self._typed = ""

    @Slot(result=str)
    def Told(self):
        """Return all of it, one to a line."""
        return "\n".join(self._told)

    def _say(self, name, *arguments):
        signal = QDBusMessage.createSignal(CONTEXT, INTERFACE, name)
        signal.setArguments(list(arguments))
        self._bus.send(signal)


def main(name):
    """Serve under a name until the bus ends."""
    app = QCoreApplication([])
    bus = QDBusConnection.sessionBus()
    method, context = Method(), Context(bus)
    everything = QDBusConnection.RegisterOption.ExportAllSlots
    bus.registerObject("/inputmethod", method, everything)
    bus.registerObject(CONTEXT, context, everything)
    bus.registerService(name)
    sys.stdout.write("ready\n")
    sys.stdout.flush()
    app.exec()


if __name__ == "__main__":
    main(sys.argv[1])
