"""Inputs that are made of several smaller ones."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override


class Composite(QWidget):
    """Passes focus on to its first part, so that a label's mnemonic reaches it.

    A focus proxy would not do: labels pass over widgets without a focus policy, and Tab would
    come back to the proxy.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)

    def first_part(self) -> QWidget:
        """Return who gets the focus."""
        raise NotImplementedError

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.first_part().setFocus(event.reason())
