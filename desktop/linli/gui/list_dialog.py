"""The frame of dialogs that show a list and what can be done with it."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from linli.gui.desk import Desk
from linli.gui.fitting import fit_to_screen
from linli.gui.flow import FlowLayout
from linli.gui.i18n import tr
from linli.gui.icons import icon


class ListDialog(QDialog):
    """Heading, summary, list, a line of buttons, and 关闭. Show it with `open()`."""

    def __init__(self, title: str, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self.desk = desk
        self.heading = self._label("heading", title)
        self.summary = self._label("muted", "")
        self._bar = QWidget(self)
        self._flow = FlowLayout(self._bar)
        self.action_buttons: list[QPushButton] = []
        self.buttons = QDialogButtonBox(self)
        close = self.buttons.addButton(tr("关闭(&C)"), QDialogButtonBox.ButtonRole.RejectRole)
        close.setAutoDefault(False)
        self.buttons.rejected.connect(self.reject)
        self._column = QVBoxLayout(self)
        margin = desk.theme.px(16)
        self._column.setContentsMargins(margin, margin, margin, margin)
        self._column.setSpacing(desk.theme.px(10))
        for widget in (self.heading, self.summary, self._bar, self.buttons):
            self._column.addWidget(widget)
        fit_to_screen(self, desk.theme.size(820, 560))

    def set_list(self, widget: QWidget) -> None:
        """Put the list into its place."""
        self._column.insertWidget(2, widget, 1)
        widget.setFocus()

    def add_button(self, text: str, icon_name: str) -> QPushButton:
        """Add a button for something that can be done, and return it."""
        sign = icon(icon_name) if icon_name else QIcon()
        button = QPushButton(sign, text, self._bar)
        button.setAutoDefault(False)
        self._flow.addWidget(button)
        self.action_buttons.append(button)
        return button

    def _label(self, name: str, text: str) -> QLabel:
        label = QLabel(text, self)
        label.setObjectName(name)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        return label
