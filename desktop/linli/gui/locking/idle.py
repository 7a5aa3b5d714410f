"""When nobody has touched key or mouse for a while, and the keys that lock over any dialog."""

from time import monotonic, time

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QWindow
from PySide6.QtWidgets import QApplication
from typing_extensions import override

from linli.gui.actions import LOCK

_LOOK_EVERY_MS = 5_000
_LOCK_KEYS = QKeySequence(LOCK.keys)
_TOUCHES = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.TabletPress,
        QEvent.Type.TouchBegin,
        QEvent.Type.Wheel,
    }
)


class IdleWatch(QObject):
    """Says once that nobody has touched the program's windows for so many minutes.

    Only the window that has the focus is listened to: a filter over the whole program would be
    asked about every single event. Text that an input method composes moves the cursor.

    Signals:
        fell_idle: the time is over.
        lock_pressed: the keys for locking, over a dialog that keeps the window's own from working.
    """

    fell_idle = Signal()
    lock_pressed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._minutes = 0
        self._told = False
        self._touched = (monotonic(), time())
        self._clock = QTimer(self)
        self._clock.setInterval(_LOOK_EVERY_MS)
        self._clock.timeout.connect(self.look)
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.focusWindowChanged.connect(self._listen_to)
            self._listen_to(QGuiApplication.focusWindow())
        QGuiApplication.inputMethod().cursorRectangleChanged.connect(self.touch)

    def set_minutes(self, minutes: int) -> None:
        """Begin to count anew; 0 minutes never end."""
        self._minutes = minutes
        self.touch()
        self._clock.start() if minutes else self._clock.stop()

    def touch(self) -> None:
        """Take down that somebody is there."""
        self._touched = (monotonic(), time())
        self._told = False

    def look(self) -> None:
        """Say so if the time is over.

        The clock on the wall counts too, if it says more: the other one stands still while the
        machine sleeps.
        """
        idle = max(monotonic() - self._touched[0], time() - self._touched[1])
        if self._minutes and idle >= self._minutes * 60 and not self._told:
            self._told = True
            self.fell_idle.emit()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _TOUCHES:
            self.touch()
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            keys = QKeySequence(event.keyCombination())
            if keys == _LOCK_KEYS and QApplication.activeModalWidget() is not None:
                self.lock_pressed.emit()
                return True
        return False

    def _listen_to(self, window: QWindow | None) -> None:
        if window is not None:
            window.installEventFilter(self)
