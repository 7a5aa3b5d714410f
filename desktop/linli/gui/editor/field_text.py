"""Text with facts in it: 「持卡人」 stands for a name, and is one piece to the keyboard."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QEvent, QSignalBlocker, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QKeyEvent,
    QKeySequence,
    QSyntaxHighlighter,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
)
from PySide6.QtWidgets import QMenu, QPushButton, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from linli.domain.card_fields import Field
from linli.domain.templates.elements import ITEM
from linli.domain.templates.wording import (
    CLOSE,
    OPEN,
    chips_in,
    labels_of,
    shown_text,
    stored_text,
)
from linli.gui.i18n import tr
from linli.gui.inputs import TextInput
from linli.gui.theme import COLORS

_LINES = 3
_FRAME = 16  # px


class FieldText(QWidget):
    """Holds a template's text; the clerk sees Chinese names and inserts them from a menu.

    Signals:
        edited: another text.
    """

    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._labels: dict[str, str] = {}
        self.offered: dict[str, list[str]] = {}
        self.text = _ChipEdit(self)
        self.button = QPushButton(tr("插入资料项(&I)"), self)
        self.button.setAutoDefault(False)
        self.button.setToolTip(tr("在光标处插入一项资料，打印时换成每一户自己的内容"))
        self.menu = QMenu(self)
        self.button.setMenu(self.menu)
        self.setFocusProxy(self.text)
        room = QWidget(self)  # keeps the height, which the style sheet takes from the text
        room.setMinimumHeight(self.fontMetrics().lineSpacing() * _LINES + _FRAME)
        inner = QVBoxLayout(room)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.addWidget(self.text)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(room)
        column.addWidget(self.button)
        self.text.edited.connect(self.edited)

    def offer(self, fields: Mapping[str, Field]) -> None:
        """Offer these facts; pictures cannot stand in a text."""
        labels = labels_of(fields)
        if labels == self._labels:
            return
        self._labels = labels
        self.text.show_labels(labels)
        self.menu.clear()
        words = [name for name, field in fields.items() if not field.picture]
        row = [name for name in words if name.startswith(ITEM)]
        own = [name for name in words if fields[name].personal and name not in row]
        rest = [name for name in words if name not in row and name not in own]
        groups = {tr("这一行的"): row, tr("持卡人和住处"): own, tr("大厅和网格"): rest}
        self.offered = {title: names for title, names in groups.items() if names}
        for title, names in self.offered.items():
            part = self.menu if len(self.offered) == 1 else self.menu.addMenu(title)
            for name in names:
                action = part.addAction(labels[name])
                action.triggered.connect(lambda _=False, name=name: self.insert(name))

    def insert(self, name: str) -> None:
        """Put a fact where the cursor is."""
        self.text.insertPlainText(f"{OPEN}{self._labels[name]}{CLOSE}")
        self.text.setFocus()

    def value(self) -> str:
        """Return the text as the template keeps it."""
        return stored_text(self.text.toPlainText(), self._labels)

    def set_value(self, value: Any) -> None:
        """Show a template's text."""
        self.text.setPlainText(shown_text(value, self._labels))

    def problem(self) -> str | None:
        """Any text is right."""
        return None


class _ChipEdit(TextInput):
    """A text in which a fact is deleted and stepped over as one piece."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr("文字内容"))
        self._highlighter = _Chips(self.document())
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_labels(self, labels: Mapping[str, str]) -> None:
        self._highlighter.labels = labels
        self._highlighter.rehighlight()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "_highlighter"):
            with QSignalBlocker(self):  # nothing is typed
                self._highlighter.rehighlight()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        cursor = self.textCursor()
        if cursor.hasSelection():
            super().keyPressEvent(event)
            return
        text, place = self.toPlainText(), cursor.position()
        chips = chips_in(text, self._highlighter.labels)
        before = next(((s, s + n) for s, n in chips if s < place <= s + n), None)
        after = next(((s, s + n) for s, n in chips if s <= place < s + n), None)
        keep = QTextCursor.MoveMode.KeepAnchor
        if event.key() == Qt.Key.Key_Backspace and before:
            cursor.setPosition(before[0])
            cursor.setPosition(before[1], keep)
            cursor.removeSelectedText()
        elif event.matches(QKeySequence.StandardKey.Delete) and after:
            cursor.setPosition(after[0])
            cursor.setPosition(after[1], keep)
            cursor.removeSelectedText()
        elif event.matches(QKeySequence.StandardKey.MoveToPreviousChar) and before:
            cursor.setPosition(before[0])
            self.setTextCursor(cursor)
        elif event.matches(QKeySequence.StandardKey.MoveToNextChar) and after:
            cursor.setPosition(after[1])
            self.setTextCursor(cursor)
        else:
            super().keyPressEvent(event)


class _Chips(QSyntaxHighlighter):
    """Sets facts off from words."""

    def __init__(self, document: QTextDocument) -> None:
        super().__init__(document)
        self.labels: Mapping[str, str] = {}

    @override
    def highlightBlock(self, text: str) -> None:
        shape = QTextCharFormat()
        shape.setForeground(QColor(COLORS.accent))
        shape.setBackground(QColor(COLORS.accent_soft))
        for start, length in chips_in(text, self.labels):
            self.setFormat(start, length, shape)
