"""Pages of the welcome window: a heading, some words, a form, and one main button."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from linli.errors import InvalidInput, UserError
from linli.gui.forms import Form, ProblemBand
from linli.gui.theme import Theme


class Page(QWidget):
    """Stacks its parts in one column; Enter in a field presses the main button."""

    def __init__(self, title: str, words: str, theme: Theme) -> None:
        super().__init__()
        self.theme = theme
        self._main: QPushButton | None = None
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(theme.px(14))
        heading = QLabel(title, self)
        heading.setObjectName("heading")
        self.column.addWidget(heading)
        self.words = QLabel(words, self)
        self.words.setObjectName("muted")
        self.words.setWordWrap(True)
        self.column.addWidget(self.words)
        self.problems = ProblemBand(theme, self)
        self.column.addWidget(self.problems)
        self.form = Form(theme, parent=self)
        self.column.addWidget(self.form)

    def add_buttons(self, *buttons: QPushButton) -> QPushButton:
        """Add a row of buttons, the main one first; return that."""
        row = QHBoxLayout()
        row.setSpacing(self.theme.px(10))
        main = buttons[0]
        main.setProperty("primary", True)  # noqa: FBT003 - Qt's own signature
        self._main = main
        for button in buttons:
            row.addWidget(button)
        row.addStretch(1)
        self.column.addLayout(row)
        return main

    def show_error(self, error: UserError) -> None:
        """Show a refusal beside its field, or over the form."""
        self.problems.say("")
        self.form.clear_problems()
        if isinstance(error, InvalidInput):
            self.form.show_problems(error.problems)
        elif error.field and self.form.has(error.field):
            self.form.field(error.field).show_error(error.message)
            self.form.editor(error.field).setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.problems.say(error.message)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)
            return
        focused = self.focusWidget()
        button = focused if isinstance(focused, QPushButton) else self._main
        if button is not None:
            button.click()
