"""The one find box (查找): filters while the clerk types."""

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QWidget
from typing_extensions import override

from linli.domain.cards import is_card_number
from linli.gui.i18n import tr
from linli.gui.scan_keys import ends_scan, scanned_text
from linli.gui.sign import Sign
from linli.gui.theme import ICON_UNITS, Theme

DEBOUNCE_MS = 10
"""So that a scanner's burst is searched for once; each letter of a typist is searched for."""


class FindBox(QLineEdit):
    """Takes a name, pinyin, a phone, the tail of a number, or an address such as 3-2-501.

    A barcode scanner types a card's number here. Whoever hears `scanned` and knows no such card
    calls `go_on`, and the number is searched for like any other text.

    Signals:
        scanned: a whole card number was scanned, or typed and confirmed.
        searched: the text has rested, or Enter was pressed; carries it.
        left_downwards: the clerk goes on to the table, with Down or Enter.
    """

    searched = Signal(str)
    left_downwards = Signal()
    scanned = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("search")
        self.setPlaceholderText(tr("姓名、拼音、电话、证件号后四位、住址（Ctrl+F）"))
        self.setAccessibleName(tr("查找居民"))
        self.setClearButtonEnabled(True)
        for button in self.findChildren(QAbstractButton):
            button.setAccessibleName(tr("清空"))
        self.setMaxLength(60)
        self._theme = theme
        self._sign = Sign("search", "icon", ICON_UNITS, theme, self)
        self._searched = ""
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(DEBOUNCE_MS)
        self._timer.timeout.connect(self.search)
        self.textChanged.connect(self._timer.start)
        theme.changed.connect(self._on_theme)
        self._on_theme()

    def go_on(self) -> None:
        """Search for the text at once and go on to the table."""
        self.search()
        self.left_downwards.emit()

    def search(self) -> None:
        """Search at once, unless the text is what was searched last."""
        self._timer.stop()
        text = self.text().strip()
        if text != self._searched:
            self._searched = text
            self.searched.emit(text)

    @override
    def event(self, event: QEvent) -> bool:
        """Leave Ctrl+Z and Ctrl+Y to the ledger while there is no typing to take back."""
        if ends_scan(event) and is_card_number(scanned_text(self.text())):
            self._timer.stop()
            self.selectAll()
            self.scanned.emit(scanned_text(self.text()))
            return True
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            undo = event.matches(QKeySequence.StandardKey.Undo) and not self.isUndoAvailable()
            redo = event.matches(QKeySequence.StandardKey.Redo) and not self.isRedoAvailable()
            if undo or redo:
                event.ignore()
                return False
        return super().event(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key == Qt.Key.Key_Escape:
            self.clear()
            self.search()
        elif key in (Qt.Key.Key_Down, Qt.Key.Key_PageDown, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.go_on()
        else:
            super().keyPressEvent(event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._sign.move(self._theme.px(10), (self.height() - self._sign.height()) // 2)

    def _on_theme(self) -> None:
        """Make room for the sign; the icons of line edits do not grow."""
        size = self._theme.px(ICON_UNITS)
        self._sign.setFixedSize(size, size)
        self.setTextMargins(size + self._theme.px(10), 0, 0, 0)
