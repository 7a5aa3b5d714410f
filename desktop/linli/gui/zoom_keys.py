"""Type size by wheel and keys in whichever window has the focus, dialogs and sign-in too."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QWheelEvent, QWindow
from PySide6.QtWidgets import QApplication
from typing_extensions import override

if TYPE_CHECKING:
    from linli.gui.theme import Theme

_NOTCH = 120  # eighths of a degree, by Qt's QWheelEvent
_STEPS = {Qt.Key.Key_Plus: 1, Qt.Key.Key_Equal: 1, Qt.Key.Key_Minus: -1}
_HELD = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier,
)
OWN_ZOOM = "own_zoom"
"""The property of widgets that Ctrl and the wheel make larger by themselves."""


class ZoomKeys(QObject):
    """Hears Ctrl with the wheel, + and -, and 0, that no shortcut and no picture takes."""

    def __init__(self, app: QGuiApplication, theme: "Theme") -> None:
        super().__init__(theme)
        self._theme = theme
        self._turned = 0
        app.focusWindowChanged.connect(self._on_window)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QWheelEvent) and event.modifiers() in _HELD:
            return self._on_wheel(event)
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._on_key(event)
        return False

    def _on_window(self, window: QWindow | None) -> None:
        if window is not None:
            window.installEventFilter(self)

    def _on_wheel(self, event: QWheelEvent) -> bool:
        widget = QApplication.widgetAt(event.globalPosition().toPoint())
        while widget is not None:
            if widget.property(OWN_ZOOM):
                return False
            widget = widget.parentWidget()
        self._turned += event.angleDelta().y()
        steps = int(self._turned / _NOTCH)
        self._turned -= steps * _NOTCH
        self._theme.step_zoom(steps)
        return True

    def _on_key(self, event: QKeyEvent) -> bool:
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier not in _HELD:
            return False
        key = Qt.Key(event.key())
        if key in _STEPS:
            self._theme.step_zoom(_STEPS[key])
        elif key == Qt.Key.Key_0:
            self._theme.set_zoom(100)
        else:
            return False
        return True
