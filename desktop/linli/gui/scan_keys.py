"""Barcode scanners (扫码枪): keyboards that type a number and then Enter, Tab or a line feed."""

import unicodedata

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget
from typing_extensions import override

from linli.gui.inputs import LineInput

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_LINE_FEED = (Qt.Key.Key_J, Qt.Key.Key_M)
_SHIFT_AND_PAD = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier


def ends_scan(event: QEvent) -> bool:
    """Whether a key event is what a scanner sends after the number."""
    if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
        return False
    held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    if held == Qt.KeyboardModifier.ControlModifier:
        return event.key() in _LINE_FEED
    return not held and event.key() in (*_ENTER, Qt.Key.Key_Tab)


def scanned_text(text: str) -> str:
    """Return what was scanned though a Chinese input method made its digits wide."""
    return unicodedata.normalize("NFKC", text).strip()


class TypingGoesTo(QObject):
    """Lets what is typed or scanned over a list go into a line, where it begins a new text."""

    def __init__(self, line: QLineEdit, watched: QWidget) -> None:
        super().__init__(watched)
        self._line = line
        watched.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            text, held = event.text(), event.modifiers() & ~_SHIFT_AND_PAD
            if text.isprintable() and text.strip():
                if not held:
                    self._line.setFocus(Qt.FocusReason.ShortcutFocusReason)
                    self._line.setText(text)
                return True
        return super().eventFilter(watched, event)


class ScanInput(LineInput):
    """A line for one number after the other; each is told, and the next replaces it.

    Signals:
        scanned: a number was scanned, or typed and confirmed.
    """

    scanned = Signal(str)

    def __init__(self, placeholder: str = "", parent: QWidget | None = None) -> None:
        super().__init__(placeholder, parent)
        self.setMaxLength(40)

    @override
    def event(self, event: QEvent) -> bool:
        text = scanned_text(self.text())
        if text and ends_scan(event):
            self.selectAll()
            self.scanned.emit(text)
            return True
        return super().event(event)
