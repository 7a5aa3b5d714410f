"""People in the clipboard (剪贴板): taken out again after a while, if they are still in it.

They are marked so that the clipboard's history (Windows' Win+V and its cloud, Klipper of KDE) does
not keep them: it would show them long after.

Whatever is copied in the program is looked at, from tables, forms and plain texts alike: a table,
or a text with a number in it, masked or in full.
"""

import re
from collections.abc import Callable

from PySide6.QtCore import QMimeData, QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication

_WINDOWS = 'application/x-qt-windows-mime;value="{}"'
"""How Qt names a format of Windows' clipboard."""

_NO = bytes(4)  # a DWORD
KEPT_OUT = {
    _WINDOWS.format("ExcludeClipboardContentFromMonitorProcessing"): _NO,
    _WINDOWS.format("CanIncludeInClipboardHistory"): _NO,
    _WINDOWS.format("CanUploadToCloudClipboard"): _NO,
    "x-kde-passwordManagerHint": b"secret",
}
"""Formats that say: not for the history."""

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
            mime = self._clipboard.mimeData()
            if not is_kept_out(mime):  # copied by a widget of Qt's
                self._clipboard.setMimeData(kept_out(mime))
                return  # and come back
            seconds = self._seconds()
            self.timer.start(seconds * 1000)
            self.waiting.emit(seconds)

    def _is_ours(self) -> bool:
        """Whether the program itself put people into the clipboard."""
        if not self._clipboard.ownsClipboard():
            return False
        return names_people(self._clipboard.mimeData())


def kept_out(mime: QMimeData) -> QMimeData:
    """Return a copy of text and table that the clipboard's history leaves alone."""
    copy = QMimeData()
    if mime.hasText():
        copy.setText(mime.text())
    if mime.hasHtml():
        copy.setHtml(mime.html())
    for name, data in KEPT_OUT.items():
        copy.setData(name, data)
    return copy


def is_kept_out(mime: QMimeData) -> bool:
    """Whether copied data are marked."""
    return all(map(mime.hasFormat, KEPT_OUT))


def names_people(mime: QMimeData | None) -> bool:
    """Whether copied data may name people: a table, or a text with a number."""
    if mime is None:
        return False
    return mime.hasHtml() or (mime.hasText() and _NUMBER.search(mime.text()) is not None)
