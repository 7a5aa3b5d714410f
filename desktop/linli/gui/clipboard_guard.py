"""People in the clipboard (剪贴板): taken out again after a while, if they are still in it.

Whatever is copied in the program is looked at, from tables, forms and plain texts alike: a table,
or a text with a number in it, masked or in full.
"""

import re
from collections.abc import Callable

from PySide6.QtCore import QMimeData, QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication

_NUMBER = re.compile(r"[\d*][\d*xX -]{4,}[\dxX]")


class ClipboardGuard(QObject):
    """Empties the clipboard some time after people were copied, and when the program ends.

    What was copied elsewhere since is left alone.

    Signals:
        waiting: people were copied; they stay for so many seconds.
        cleared: they are out of it.
    """

    waiting = Signal(int)
    cleared = Signal()

    def __init__(self, seconds: Callable[[], int], parent: QObject) -> None:
        """Watch the clipboard.

        Args:
            seconds: asked each time how long people may stay in it.
            parent: who it dies with.
        """
        super().__init__(parent)
        self._seconds = seconds
        self._clipboard = QGuiApplication.clipboard()
        self.timer = QTimer(self)
        self.timer.setSingleShot(True)
        self.timer.timeout.connect(self.clear)
        self._clipboard.dataChanged.connect(self._on_changed)
        application = QGuiApplication.instance()
        if application is not None:
            application.aboutToQuit.connect(self.clear)

    def clear(self) -> None:
        """Take people out of the clipboard now, if they are still in it."""
        self.timer.stop()
        if self._is_ours():
            self._clipboard.clear()
            self.cleared.emit()

    def _on_changed(self) -> None:
        self.timer.stop()
        if self._is_ours():
            seconds = self._seconds()
            self.timer.start(seconds * 1000)
            self.waiting.emit(seconds)

    def _is_ours(self) -> bool:
        """Whether the program itself put people into the clipboard."""
        if not self._clipboard.ownsClipboard():
            return False
        return names_people(self._clipboard.mimeData())


def names_people(mime: QMimeData | None) -> bool:
    """Whether copied data may name people: a table, or a text with a number."""
    if mime is None:
        return False
    return mime.hasHtml() or (mime.hasText() and _NUMBER.search(mime.text()) is not None)
