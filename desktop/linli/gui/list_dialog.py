"""The frame of dialogs that show a list and what can be done with it."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QIcon, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from linli.domain.accounts import Right
from linli.gui.desk import Desk
from linli.gui.empty_state import EmptyState
from linli.gui.fitting import VERY_SHORT_UNITS, fit_to_screen, is_short, scrolled
from linli.gui.flow import FlowLayout
from linli.gui.i18n import tr
from linli.gui.icons import icon
from linli.gui.more_button import more_button
from linli.gui.permission import new_button
from linli.gui.plain_table import PlainTable

_NARROW_MARGIN = 4
HistoryOf = tuple[str, str, str]
"""Table, number and name of a record."""


class ListDialog(QDialog):
    """Heading, summary, list, a line of buttons, and 关闭. Show it with `open()`."""

    def __init__(self, title: str, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self.desk = desk
        self.heading = self._label("heading", title)
        self.summary = self._label("muted", "")
        self._stack = QStackedWidget(self)
        self._empty: EmptyState | None = None
        self._bar = QWidget(self)
        self._flow = FlowLayout(self._bar)
        self.action_buttons: list[QPushButton] = []
        self.buttons = QDialogButtonBox(self)
        self.close_button = self.buttons.addButton(
            tr("关闭(&C)"), QDialogButtonBox.ButtonRole.RejectRole
        )
        self.close_button.setAutoDefault(False)
        self.buttons.rejected.connect(self.reject)
        self._column = QVBoxLayout(self)
        margin = desk.theme.px(16)
        self._column.setContentsMargins(margin, margin, margin, margin)
        self._column.setSpacing(desk.theme.px(10))
        for widget in (self.heading, self.summary, self._stack, self._bar, self.buttons):
            self._column.addWidget(widget, 1 if widget is self._stack else 0)
        fit_to_screen(self, desk.theme.size(820, 560))

    def set_list(self, widget: QWidget) -> None:
        """Put the list into its place."""
        self._stack.addWidget(widget)
        widget.setFocus()

    def set_empty(self, icon_name: str, text: str, hint: str, actions: Sequence[QAction]) -> None:
        """Say what is shown while nothing is listed; the list has its place already."""
        self._empty = EmptyState(icon_name, text, hint, actions, self.desk.theme, self)
        self._stack.addWidget(scrolled(self._empty))

    def show_empty(self, *, empty: bool) -> None:
        """Show the page for an empty list, or the list; the cursor goes along."""
        if self._empty is None or (self._stack.currentIndex() == 1) is empty:
            return
        self._stack.setCurrentIndex(1 if empty else 0)
        if empty:
            buttons = self._empty.buttons
            (buttons[0] if buttons else self.close_button).setFocus()
        else:
            self._stack.currentWidget().setFocus()

    def add_button(self, text: str, icon_name: str, right: Right | None = None) -> QPushButton:
        """Add a button for something that can be done, with this right, and return it."""
        sign = icon(icon_name) if icon_name else QIcon()
        button = new_button(sign, text, self._bar, self.desk, right)
        button.setAutoDefault(False)
        self._flow.addWidget(button)
        self.action_buttons.append(button)
        return button

    def add_history(self, record: Callable[[], HistoryOf | None]) -> QPushButton:
        """Add the way to the history of what is selected: a button, Ctrl+H, and a right click.

        Args:
            record: returns table, number and name of the selected record, None without one.
        """

        def show() -> None:
            from linli.gui.history_dialog import HistoryDialog  # which is a list itself

            found = record()
            if found is not None:
                HistoryDialog.of_record(self.desk, *found, self).open()

        button = self.add_button(tr("历史"), "history", Right.READ)
        button.setToolTip(tr("谁在什么时候改了哪一项（Ctrl+H）"))
        button.clicked.connect(show)
        QShortcut(QKeySequence("Ctrl+H"), self, button.click)
        table = self._stack.widget(0)
        if isinstance(table, PlainTable):
            action = QAction(icon("history"), tr("历史"), table)
            action.triggered.connect(show)
            table.addAction(action)
            table.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        return button

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if is_short(self, self.desk.theme) and self._column.indexOf(self._bar) >= 0:
            self._leave_lines_to_the_list()

    def _leave_lines_to_the_list(self) -> None:
        """Hide a heading that repeats the title, and put 关闭 beside the other buttons.

        Where even so few lines were left, the buttons keep to one line.
        """
        if self.heading.text() == self.windowTitle():
            self.heading.hide()
        if is_short(self, self.desk.theme, VERY_SHORT_UNITS):
            self._flow.keep_one_line(more_button(self._flow, self._bar))
            margin = self.desk.theme.px(_NARROW_MARGIN)
            self._column.setContentsMargins(margin, margin, margin, margin)
            self._column.setSpacing(margin)
        row = QHBoxLayout()
        row.addWidget(self._bar, 1)
        row.addWidget(self.buttons, 0, Qt.AlignmentFlag.AlignBottom)
        self._column.addLayout(row)
        self._column.activate()
        fit_to_screen(self, self.size())

    def _label(self, name: str, text: str) -> QLabel:
        label = QLabel(text, self)
        label.setObjectName(name)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        return label
