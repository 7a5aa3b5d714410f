"""Hiding all windows and bringing them back as they were.

Hidden, not covered: a hidden window has no thumbnail and no title in the task switcher. What opens
meanwhile, because a job goes on, is kept back until the curtain is lifted.
"""

from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QEvent, QObject, QRect, Qt, QTimer
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QWidget
from shiboken6 import isValid
from typing_extensions import override


@dataclass(eq=False)
class _Hidden:
    """A window and how it was."""

    window: QWidget
    place: QRect | None
    focus: QWidget | None
    cursor: int | None = None


class Curtain(QObject):
    """Hides every window of the program but one."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._hidden: list[_Hidden] = []
        self._before: QWidget | None = None

    @property
    def is_drawn(self) -> bool:
        """Whether the windows are hidden."""
        return self._before is not None

    def draw(self, before: QWidget) -> None:
        """Hide all windows but `before` and what belongs to it."""
        self._before = before
        while (popup := QApplication.activePopupWidget()) is not None:
            popup.close()
        open_now = [w for w in QApplication.topLevelWidgets() if w.isVisible() and self._hides(w)]
        for window in sorted(open_now, key=_depth, reverse=True):
            place = None if window.isMaximized() or window.isFullScreen() else window.geometry()
            focus = window.focusWidget()
            cursor = focus.cursorPosition() if isinstance(focus, QLineEdit) else None
            self._keep(_Hidden(window, place, focus, cursor))
            window.hide()
        app = QApplication.instance()
        if app is not None:
            app.installEventFilter(self)

    def lift(self) -> None:
        """Bring back what was hidden and is still wanted."""
        app = QApplication.instance()
        if app is not None:
            app.removeEventFilter(self)
        self._before = None
        hidden, self._hidden = self._hidden, []
        back = [each for each in hidden if isValid(each.window)]
        for each in sorted(back, key=lambda one: _depth(one.window)):
            each.window.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen, on=False)
            each.window.show()
            if each.place is not None:
                each.window.setGeometry(each.place)
            if each.focus is not None and isValid(each.focus):
                each.focus.setFocus(Qt.FocusReason.OtherFocusReason)
                if each.cursor is not None and isinstance(each.focus, QLineEdit):
                    each.focus.deselect()  # the next key must not replace what stands there
                    each.focus.setCursorPosition(each.cursor)
        if back:
            last = max(back, key=lambda one: _depth(one.window)).window
            last.raise_()
            last.activateWindow()

    def dismiss(self) -> bool:
        """Cancel the questions that wait behind the curtain; True if there were any.

        Whoever asked goes on as after 取消, once control is back with them.
        """
        waiting = [
            each.window
            for each in self._hidden
            if isValid(each.window)
            and isinstance(each.window, QDialog)
            and each.window.windowModality() is Qt.WindowModality.ApplicationModal
        ]
        for dialog in waiting:
            dialog.reject()
        return bool(waiting)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            if self._hides(watched):
                watched.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
                QTimer.singleShot(0, self, partial(self._hide_late, watched))
        elif kind == QEvent.Type.Close and isinstance(watched, QWidget):
            self._forget(watched)
        return False

    def _hides(self, window: QWidget) -> bool:
        if window.property("public"):  # the help, in which nobody's data stands
            return False
        own: QObject | None = window
        while own is not None:
            if own is self._before:
                return False
            own = own.parent()
        return True

    def _hide_late(self, window: QWidget) -> None:
        if not isValid(window) or not self.is_drawn:
            return
        focus = window.focusWidget()
        window.hide()
        window.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen, on=False)
        if window.windowType() not in (Qt.WindowType.ToolTip, Qt.WindowType.Popup):
            self._keep(_Hidden(window, None, focus))

    def _keep(self, hidden: _Hidden) -> None:
        self._hidden.append(hidden)
        if isinstance(hidden.window, QDialog):
            hidden.window.finished.connect(partial(self._forget, hidden.window))

    def _forget(self, window: QWidget, _result: int = 0) -> None:
        """Leave out of what comes back a window that was closed behind the curtain."""
        self._hidden = [each for each in self._hidden if each.window is not window]


def _depth(window: QWidget) -> int:
    """Return over how many others a window lies: dialogs go first and come last."""
    depth, parent = 0, window.parentWidget()
    while parent is not None:
        depth, parent = depth + 1, parent.parentWidget()
    return depth
