"""What a page shows while it has nothing: what is missing, and the buttons that mend it."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from linli.gui.actions import plain
from linli.gui.icons import icon
from linli.gui.permission import RefusedAction
from linli.gui.sign import Sign
from linli.gui.theme import Theme


class EmptyState(QWidget):
    """An icon, a sentence, a hint, and a button for each action; the first is the main one."""

    def __init__(
        self,
        icon_name: str,
        text: str,
        hint: str,
        actions: Sequence[QAction],
        theme: Theme,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        centre = Qt.AlignmentFlag.AlignHCenter
        self._sign = Sign(icon_name, "disabled", 56, theme, self)
        words = QLabel(text, self)
        words.setObjectName("subheading")
        advice = QLabel(hint, self)
        advice.setObjectName("muted")
        advice.setWordWrap(True)
        advice.setAlignment(centre)
        row = QHBoxLayout()
        row.addStretch(1)
        self.buttons = [
            self._button(action, primary=place == 0) for place, action in enumerate(actions)
        ]
        for button in self.buttons:
            row.addWidget(button)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.addStretch(1)
        column.addWidget(self._sign, 0, centre)
        column.addWidget(words, 0, centre)
        column.addWidget(advice)
        column.addLayout(row)
        column.addStretch(2)
        theme.changed.connect(self._on_theme)
        self._on_theme()

    def _button(self, action: QAction, *, primary: bool) -> QPushButton:
        # The letter of the mnemonic belongs to the button for the same that is always there.
        button = QPushButton(plain(action.text()), self)
        button.setToolTip(action.toolTip())
        name = action.property("icon_name")
        button.setIcon(icon(name, "on_accent") if primary and name else action.icon())
        button.setProperty("primary", primary)
        button.setDisabled(isinstance(action, RefusedAction))
        button.clicked.connect(action.trigger)
        return button

    def _on_theme(self) -> None:
        px = self._theme.px
        layout = self.layout()
        if layout is not None:
            layout.setSpacing(px(12))
