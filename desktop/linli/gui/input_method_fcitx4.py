"""A bridge to fcitx4, the input method of UOS 20 and Kylin V10, over the session bus.

A platform plugin of Qt cannot be written in Python. So the keys of the window that has the focus
are shown to fcitx before anything else gets them, as a plugin would do: it takes them, or they go
on. What it makes of them comes back as signals. The interface is `org.fcitx.Fcitx.InputContext` of
fcitx 4.2, of which fcitx5 understands the same.
"""

import os
from collections.abc import Sequence
from typing import Any, cast

from PySide6.QtCore import (
    Q_ARG,
    Q_RETURN_ARG,
    SLOT,
    QCoreApplication,
    QEvent,
    QMetaObject,
    QObject,
    Qt,
    Slot,
)
from PySide6.QtDBus import (
    QDBus,
    QDBusConnection,
    QDBusInterface,
    QDBusMessage,
    QDBusServiceWatcher,
)
from PySide6.QtGui import (
    QGuiApplication,
    QInputMethodEvent,
    QInputMethodQueryEvent,
    QKeyEvent,
    QTextCharFormat,
    QWindow,
)
from shiboken6 import isValid
from typing_extensions import override

_METHOD_PATH, _METHOD = "/inputmethod", "org.fcitx.Fcitx.InputMethod"
_CONTEXT = "org.fcitx.Fcitx.InputContext"
_CREATE_MS = 1_000
_KEY_MS = 500
_PREEDIT = 1 << 1  # CAPACITY_PREEDIT of fcitx/ime.h: we show what is being typed
_RELEASE = 1  # FCITX_RELEASE_KEY
_KEY_EVENTS = (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress, QEvent.Type.KeyRelease)
_KEYS = {
    0xFF08: Qt.Key.Key_Backspace,
    0xFF09: Qt.Key.Key_Tab,
    0xFF0D: Qt.Key.Key_Return,
    0xFF1B: Qt.Key.Key_Escape,
    0xFF50: Qt.Key.Key_Home,
    0xFF51: Qt.Key.Key_Left,
    0xFF52: Qt.Key.Key_Up,
    0xFF53: Qt.Key.Key_Right,
    0xFF54: Qt.Key.Key_Down,
    0xFF57: Qt.Key.Key_End,
    0xFFFF: Qt.Key.Key_Delete,
}
"""X keysyms that fcitx hands back; letters and digits are their own code points."""

_UNSIGNED: Any = "uint"
_SIGNALS: tuple[tuple[str, Any], ...] = (  # SLOT is a str; PySide6 declares bytes, refuses them
    ("CommitString", SLOT("on_commit(QString)")),
    ("UpdatePreedit", SLOT("on_preedit(QString,int)")),
    ("ForwardKey", SLOT("on_forward(uint,uint,int)")),
)


class Fcitx4Bridge(QObject):
    """Shows keys to fcitx4 and puts into the focused input what it makes of them.

    Where fcitx is not there, or ends, keys go their usual way; it is found when it starts.
    """

    def __init__(self, app: QGuiApplication, bus: QDBusConnection, services: Sequence[str]) -> None:
        """Begin to listen.

        Args:
            app: the application, whose windows are served.
            bus: the session bus.
            services: names of fcitx, that for this display first, such as `org.fcitx.Fcitx-0`.
        """
        super().__init__(app)
        self._bus = bus
        self._services = services
        self._context: QDBusInterface | None = None
        self._window: QWindow | None = None
        self._input: QObject | None = None
        self._composing = ""
        self._caret: list[int] = []
        self._asked: tuple[int, int] | None = None
        self._taken = False
        owner_change = QDBusServiceWatcher.WatchModeFlag.WatchForOwnerChange
        for name in services:  # `addWatchedService` would wait for a thread that waits for Python
            watcher = QDBusServiceWatcher(name, bus, owner_change, self)
            watcher.serviceRegistered.connect(self._connect)
            watcher.serviceUnregistered.connect(self._on_gone)
        app.focusWindowChanged.connect(self._on_window)
        app.focusObjectChanged.connect(self._on_input)
        app.inputMethod().cursorRectangleChanged.connect(self._tell_caret)
        self._connect()
        self._on_window(app.focusWindow())

    @property
    def is_connected(self) -> bool:
        """Whether fcitx is there."""
        return self._context is not None

    @property
    def composing(self) -> str:
        """What is being typed and is not yet text."""
        return self._composing

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.MouseButtonPress:
            self._finish()
            return False
        if event.type() not in _KEY_EVENTS or not isinstance(event, QKeyEvent):
            return False
        if not self._follow_focus():
            return False
        taken = self._ask(event)
        if taken:
            event.accept()  # of a ShortcutOverride: no shortcut gets the key either
        return taken

    @Slot(str)
    def on_commit(self, text: str) -> None:
        """Put finished text into the input."""
        self._composing = ""
        event = QInputMethodEvent()
        event.setCommitString(text)
        self._send(event)

    @Slot(str, int)
    def on_preedit(self, text: str, cursor: int) -> None:
        """Show what is being typed; `cursor` counts bytes of UTF-8, negative for none."""
        if not text and not self._composing:
            return
        self._composing = text
        underlined = QTextCharFormat()
        underlined.setFontUnderline(True)
        kind, place = QInputMethodEvent.AttributeType, _place(text, cursor)
        self._send(
            QInputMethodEvent(
                text,
                [
                    QInputMethodEvent.Attribute(kind.TextFormat, 0, _units(text), underlined),
                    QInputMethodEvent.Attribute(kind.Cursor, place, int(cursor >= 0), None),
                ],
            )
        )

    @Slot(_UNSIGNED, _UNSIGNED, int)
    def on_forward(self, symbol: int, state: int, kind: int) -> None:
        """Press a key that fcitx took first and hands back."""
        code = _KEYS.get(symbol)
        is_letter = 0x20 <= symbol < 0x7F
        if code is None and not is_letter:
            return
        text = chr(symbol) if is_letter else ""
        key = Qt.Key(ord(text.upper())) if code is None else code
        event = QKeyEvent(
            QEvent.Type.KeyRelease if kind == _RELEASE else QEvent.Type.KeyPress,
            key,
            _modifiers(state),
            text,
        )
        self._send(event)

    def _connect(self) -> None:
        """Ask fcitx for an input context of our own, if it is there and we have none yet."""
        if self._context is not None:
            return
        made = (self._make_context(service) for service in self._services)
        context = next((each for each in made if each is not None), None)
        if context is None:
            return
        self._context = context
        for name, slot in _SIGNALS:
            self._bus.connect(context.service(), context.path(), _CONTEXT, name, self, slot)
        _invoke(context, "SetCapacity", Q_ARG("uint", _PREEDIT))
        context.asyncCall("EnableIC")
        self._input = None
        self._on_input(QGuiApplication.focusObject())

    def _make_context(self, service: str) -> QDBusInterface | None:
        question = QDBusMessage.createMethodCall(service, _METHOD_PATH, _METHOD, "CreateICv3")
        question.setAutoStartService(False)
        question.setArguments([QCoreApplication.applicationName(), os.getpid()])
        answer = self._bus.call(question, QDBus.CallMode.Block, _CREATE_MS)
        if answer.type() is not QDBusMessage.MessageType.ReplyMessage:
            return None
        path = f"/inputcontext_{answer.arguments()[0]}"
        context = QDBusInterface(service, path, _CONTEXT, self._bus, self)
        if not context.isValid():
            context.deleteLater()
            return None
        context.setTimeout(_KEY_MS)
        return context

    def _on_gone(self) -> None:
        """Let keys go their usual way until fcitx is back."""
        context, self._context = self._context, None
        if context is None:
            return
        for name, slot in _SIGNALS:
            self._bus.disconnect(context.service(), context.path(), _CONTEXT, name, self, slot)
        context.deleteLater()
        self.on_preedit("", -1)

    def _on_window(self, window: QWindow | None) -> None:
        """Follow the focus from one window to another."""
        if self._window is not None:
            self._window.removeEventFilter(self)
        self._window = window
        if window is not None:
            window.installEventFilter(self)
            window.destroyed.connect(self._on_destroyed)

    def _on_destroyed(self, gone: QObject) -> None:
        if gone is self._window:
            self._window = None

    def _on_input(self, _focused: QObject | None) -> None:
        self._follow_focus()

    def _follow_focus(self) -> bool:
        """Tell fcitx which input has the focus now; return whether it serves that one."""
        focused = QGuiApplication.focusObject()
        wanted = focused if _takes_text(focused) else None
        if wanted is not self._input:
            self._finish()
            was, self._input = self._input, wanted
            if self._context is not None:
                if was is not None:
                    self._context.asyncCall("FocusOut")
                if wanted is not None:
                    self._context.asyncCall("FocusIn")
                    self._caret = []
                    self._tell_caret()
        return self._context is not None and wanted is not None

    def _ask(self, event: QKeyEvent) -> bool:
        """Show a key to fcitx, once; return whether it takes it."""
        is_release = event.type() == QEvent.Type.KeyRelease
        mark = (event.timestamp(), event.nativeScanCode())
        if not is_release and self._asked == mark:
            return self._taken  # a press after its ShortcutOverride
        context = cast("QDBusInterface", self._context)
        self._tell_caret()  # the window may have been moved
        answer = _invoke(
            context,
            "ProcessKeyEvent",
            Q_ARG("uint", event.nativeVirtualKey()),
            Q_ARG("uint", event.nativeScanCode()),
            Q_ARG("uint", event.nativeModifiers()),
            Q_ARG("int", int(is_release)),
            Q_ARG("uint", event.timestamp() & 0xFFFFFFFF),
            returns=True,
        )
        if context.lastError().isValid():
            self._on_gone()
            return False
        # What the key brought about comes before whatever follows it.
        QCoreApplication.sendPostedEvents(self, QEvent.Type.MetaCall.value)
        if not is_release:
            self._asked, self._taken = mark, bool(answer)
        return bool(answer)

    def _finish(self) -> None:
        """End what is being typed, as it stands, because the focus or the caret goes elsewhere."""
        if not self._composing:
            return
        self.on_commit(self._composing)
        if self._context is not None:
            self._context.asyncCall("Reset")

    def _tell_caret(self) -> None:
        """Say where the caret is, in dots of the screen: there the candidates are shown."""
        if self._context is None or self._input is None or self._window is None:
            return
        caret = QGuiApplication.inputMethod().cursorRectangle()
        ratio = self._window.devicePixelRatio()
        origin = self._window.mapToGlobal(caret.topLeft())
        corner = self._window.screen().geometry().topLeft()  # is the same in both kinds of dots
        x, y = (origin.x() - corner.x()) * ratio, (origin.y() - corner.y()) * ratio
        size = (caret.width() * ratio, caret.height() * ratio)
        place = [round(each) for each in (corner.x() + x, corner.y() + y, *size)]
        if place != self._caret:
            self._caret = place
            self._context.asyncCallWithArgumentList("SetCursorRect", place)

    def _send(self, event: QEvent) -> None:
        if self._input is not None and isValid(self._input):
            QCoreApplication.sendEvent(self._input, event)


def _takes_text(focused: QObject | None) -> bool:
    """Whether an input method may serve this one: a password, or a table, wants the keys as such.

    The event says so; the method `inputMethodQuery` of a line knows nothing of its attributes.
    """
    if focused is None:
        return False
    query = Qt.InputMethodQuery
    question = QInputMethodQueryEvent(query.ImEnabled | query.ImHints)
    QCoreApplication.sendEvent(focused, question)
    hints = Qt.InputMethodHint(question.value(query.ImHints) or 0)
    return bool(question.value(query.ImEnabled)) and not hints & Qt.InputMethodHint.ImhHiddenText


def _invoke(context: QDBusInterface, method: str, *arguments: Any, returns: bool = False) -> Any:
    """Call a method with unsigned numbers, which Python's do not become by themselves."""
    kept = [Q_RETURN_ARG("int")] if returns else []
    direct = Qt.ConnectionType.DirectConnection
    invoke: Any = QMetaObject.invokeMethod
    return invoke(context, method, direct, *kept, *arguments)


def _units(text: str) -> int:
    """Return the length of a text as Qt counts it, in UTF-16."""
    return len(text.encode("utf-16-le")) // 2


def _place(text: str, cursor: int) -> int:
    """Return a place given in bytes of UTF-8 as Qt counts it."""
    return _units(text.encode()[: max(cursor, 0)].decode(errors="ignore"))


def _modifiers(state: int) -> Qt.KeyboardModifier:
    """Return the modifiers of an X state."""
    kind = Qt.KeyboardModifier
    pairs = (
        (1 << 0, kind.ShiftModifier),
        (1 << 2, kind.ControlModifier),
        (1 << 3, kind.AltModifier),
    )
    found = kind.NoModifier
    for bit, modifier in pairs:
        if state & bit:
            found |= modifier
    return found
