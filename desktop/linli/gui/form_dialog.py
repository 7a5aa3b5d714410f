"""The dialog around a form: scrolls when space is short, asks before changes are lost."""

from collections.abc import Sequence
from typing import Any, ClassVar, Self

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from linli.domain.accounts import Right
from linli.errors import InvalidInput, UserError
from linli.gui.actions import press_on_save
from linli.gui.ask import Ask, SaveChoice
from linli.gui.desk import Desk
from linli.gui.drafts.keeper import DraftKeeper, watch
from linli.gui.fitting import fit_to_screen, is_short, on_screen, scrolled
from linli.gui.forms import Form, ProblemBand
from linli.gui.i18n import tr
from linli.gui.icons import icon
from linli.gui.permission import new_button
from linli.gui.theme import Theme

_MOST_HEIGHT = 880


class FormDialog(QDialog):
    """A form that is saved or left. Show it with `open()`; it deletes itself when closed.

    A subclass adds fields to `form` and implements `save`. What is typed outlives a crash
    (`gui/drafts`): arguments of the subclass are what the form is made with again.

    Attributes:
        kept: False for forms of which nothing is worth keeping.
        made_with: the arguments, as given and by name.
        keeper: keeps what is typed; None before the form is shown, and where nothing is kept.

    Signals:
        saved: `save` went through and the dialog is shut; carries what it returned.
    """

    saved = Signal(object)
    kept: ClassVar[bool] = True
    made_with: tuple[tuple[Any, ...], dict[str, Any]]

    def __new__(cls, *arguments: Any, **named: Any) -> Self:
        """Remember what the form is made with."""
        dialog = super().__new__(cls)
        dialog.made_with = (arguments, named)
        return dialog

    def __init__(
        self, title: str, theme: Theme, ask: Ask, parent: QWidget | None = None, *, columns: int = 1
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self.theme = theme
        self.ask = ask
        self.keeper: DraftKeeper | None = None
        self.form = Form(theme, columns=columns)
        self.problems = ProblemBand(theme, self)
        self.buttons = QDialogButtonBox(self)
        self.save_button = self.buttons.addButton(
            tr("保存(&S)"), QDialogButtonBox.ButtonRole.AcceptRole
        )
        self.save_button.setDefault(True)
        press_on_save(self.save_button)
        self.buttons.addButton(tr("取消"), QDialogButtonBox.ButtonRole.RejectRole)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        self._column = QVBoxLayout(self)
        self.heading = self._heading(title)
        self._column.addWidget(self.heading)
        self._column.addWidget(self.problems)
        self._area = scrolled(self.form)
        self._column.addWidget(self._area, 1)
        self._column.addWidget(self.buttons)
        margin = theme.px(16)
        self._column.setContentsMargins(margin, margin, margin, margin)
        self._column.setSpacing(theme.px(12))
        self._width = 820 if columns > 1 else 600

    def add_history(self, desk: Desk, records: Sequence[tuple[str, str]], name: str) -> None:
        """Add the way to the history of what the form shows: a button, and Ctrl+H.

        Args:
            desk: where the services are.
            records: table and row of each record that the form shows.
            name: how the history calls them.
        """

        def show() -> None:
            from linli.gui.history_dialog import HistoryDialog  # which a form need not wait for

            HistoryDialog.of_records(desk, records, name, self).open()

        button = new_button(icon("history"), tr("历史"), self.buttons, desk, Right.READ)
        button.setAutoDefault(False)
        button.setToolTip(tr("谁在什么时候改了哪一项（Ctrl+H）"))
        button.clicked.connect(show)
        self.buttons.addButton(button, QDialogButtonBox.ButtonRole.ResetRole)  # on the left
        QShortcut(QKeySequence("Ctrl+H"), self, button.click)

    def save(self) -> object:
        """Store what the form says and return what `saved` shall carry.

        Raises:
            UserError: shown beside the field, or over the form.
        """
        raise NotImplementedError

    def show_error(self, error: UserError) -> None:
        """Show a refusal beside its fields, or over the form where it has none."""
        if isinstance(error, InvalidInput):
            rest = self.form.show_problems(error.problems)
            self.problems.say("；".join(problem.message for problem in rest))
        else:
            self.problems.say(error.message)

    def fit(self) -> None:
        """Be as high as the form needs, but leave long forms to their scroll bar."""
        frame = self.sizeHint().height() - self._area.sizeHint().height()
        wish = on_screen(self, self.theme.size(self._width, _MOST_HEIGHT))
        margins = self._column.contentsMargins()
        form = self.form.height_at(wish.width() - margins.left() - margins.right())
        wish.setHeight(min(wish.height(), frame + form + 4))
        self.resize(wish)

    def grow(self, widget: QWidget) -> None:
        """Be higher where a part of the form says more than before, and bring it into sight."""
        self._make_room_later()
        QTimer.singleShot(0, self, lambda: self._area.ensureWidgetVisible(widget, 0, 0))

    @override
    def accept(self) -> None:
        self.problems.say("")
        problems = self.form.check()
        if problems:
            self.form.show_problems(problems)
            self._make_room_later()
            return
        self.form.clear_problems()
        try:
            result = self.save()
        except UserError as error:
            self.show_error(error)
            self._make_room_later()
            return
        self.finish(result)

    def finish(self, result: object) -> None:
        """Shut the form of which everything is stored, and tell what `saved` carries."""
        self.form.modified = False
        self._forget_draft()
        super().accept()
        self.saved.emit(result)

    @override
    def reject(self) -> None:
        choice = self.ask.save_changes(self) if self.form.modified else SaveChoice.DISCARD
        if choice is SaveChoice.SAVE:
            self.accept()
        elif choice is SaveChoice.DISCARD:
            self._forget_draft()
            super().reject()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not event.spontaneous():
            self.heading.setHidden(is_short(self, self.theme))
            self.fit()
            if self.keeper is None:
                self.keeper = watch(self)
        self.form.focus_first()

    def _forget_draft(self) -> None:
        if self.keeper is not None:
            self.keeper.close()

    def _make_room_later(self) -> None:
        """Once the form is laid out with what is wrong, let the first problem be seen."""
        QTimer.singleShot(0, self, self._make_room)

    def _make_room(self) -> None:
        missing = self.form.height() - self._area.viewport().height()
        if missing > 0:
            most = max(self.height(), self.theme.px(_MOST_HEIGHT))
            height = min(self.height() + missing, most)
            fit_to_screen(self, QSize(self.width(), height))
        field = self.form.first_problem
        if field is not None:
            QTimer.singleShot(0, self, lambda: self._area.ensureWidgetVisible(field, 0, 0))

    def _heading(self, title: str) -> QLabel:
        heading = QLabel(title, self)
        heading.setObjectName("heading")
        heading.setTextFormat(Qt.TextFormat.PlainText)
        return heading
