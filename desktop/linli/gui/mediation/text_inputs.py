"""Inputs for what is written in a case: lines, and texts with the hall's phrases at hand."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QWidget
from typing_extensions import override

from linli.gui.composite import Composite
from linli.gui.i18n import tr
from linli.gui.icons import icon
from linli.gui.inputs import TextInput

_SHOWN = 30


class LinesInput(TextInput):
    """Several texts, one in each line; its value is a tuple."""

    @override
    def value(self) -> tuple[str, ...]:
        lines = (line.strip() for line in self.toPlainText().splitlines())
        return tuple(line for line in lines if line)

    @override
    def set_value(self, value: Any) -> None:
        self.setPlainText("\n".join(value or ()))


class PhraseText(Composite):
    """A text with a button that puts one of the hall's phrases (常用语) where the cursor stands.

    Signals:
        edited: the text is another.
    """

    edited = Signal()

    def __init__(
        self, text: TextInput, phrases: Sequence[str], parent: QWidget | None = None
    ) -> None:
        """Make the input.

        Args:
            text: what is written in.
            phrases: what can be put in; without any there is no button.
            parent: the owner.
        """
        super().__init__(parent)
        self.text = text
        self.button = QPushButton(icon("clipboard"), tr("常用语"), self)
        self.button.setAutoDefault(False)
        self.button.setVisible(bool(phrases))
        menu = QMenu(self.button)
        menu.setToolTipsVisible(True)
        for phrase in phrases:
            line = " ".join(phrase.split())
            shown = line if len(line) <= _SHOWN else f"{line[:_SHOWN]}…"
            action = menu.addAction(shown.replace("&", "&&"))
            action.setToolTip(phrase)
            action.triggered.connect(lambda _=False, words=phrase: self.insert(words))
        self.button.setMenu(menu)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(text, 1)
        row.addWidget(self.button, 0, Qt.AlignmentFlag.AlignTop)
        text.edited.connect(self.edited)

    @override
    def first_part(self) -> QWidget:
        return self.text

    def value(self) -> Any:
        """Return the text, as its input does."""
        return self.text.value()

    def set_value(self, value: Any) -> None:
        """Show a text."""
        self.text.set_value(value)

    def problem(self) -> str | None:
        """Any text is right."""
        return self.text.problem()

    def insert(self, phrase: str) -> None:
        """Put a phrase where the cursor stands, in a line of its own behind other words."""
        cursor = self.text.textCursor()
        before = cursor.block().text()[: cursor.positionInBlock()]
        if isinstance(self.text, LinesInput) and before.strip():
            cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock)
            phrase = f"\n{phrase}"
        cursor.insertText(phrase)
        self.text.setTextCursor(cursor)
        self.text.setFocus()
