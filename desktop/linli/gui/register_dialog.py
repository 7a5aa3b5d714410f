"""The frame of the lists that the hall keeps of its own: add, change, order, remove, print."""

from collections.abc import Callable, Hashable, Sequence
from typing import ClassVar, Generic, TypeVar

from PySide6.QtGui import QAction, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QWidget,
)
from typing_extensions import override

from linli.domain.accounts import Right
from linli.domain.changes import Changes, Kind
from linli.gui.actions import plain
from linli.gui.desk import Desk
from linli.gui.fitting import fit_to_screen, room
from linli.gui.flow import FlowLayout
from linli.gui.i18n import tr
from linli.gui.inputs import ChoiceInput, LineInput
from linli.gui.list_dialog import HistoryOf, ListDialog
from linli.gui.permission import new_action
from linli.gui.plain_table import PlainTable

T = TypeVar("T")
_SUMMARY_UNITS = 200  # what heading and summary want beside the choices


class RegisterDialog(ListDialog, Generic[T]):
    """A list of records, with buttons for each thing that can be done with them.

    A subclass says what is listed and how each thing is done, adds its buttons, and calls
    `read` in the end. Several lines may be selected for printing; with Delete a line is removed,
    with Alt and the arrow keys it is moved.
    """

    kinds: ClassVar[frozenset[Kind]]
    """What the list is read again after."""
    history_table: ClassVar[str] = ""
    """Whose history is one click away: the table of which `key` is the number; "" of none."""

    def __init__(
        self, title: str, heads: Sequence[str], desk: Desk, parent: QWidget | None
    ) -> None:
        super().__init__(title, desk, parent)
        self.items: list[T] = []
        self.changes_button: QPushButton | None = None
        self._one: list[QPushButton] = []
        self._some: list[QPushButton] = []
        self._any: list[QPushButton] = []
        self._moves: list[tuple[QPushButton, int]] = []
        self._choices: QHBoxLayout | None = None
        self.table = PlainTable(heads, desk.theme, self)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.table.setAccessibleName(title)
        self.table.itemActivated.connect(lambda _: self._on_open())
        self.table.itemSelectionChanged.connect(self._on_selection)
        self.set_list(self.table)
        desk.bus.changed.connect(self._on_changed)
        fit_to_screen(self, desk.theme.size(1180, 660))

    def list_items(self) -> Sequence[T]:
        """Return what is listed."""
        raise NotImplementedError

    def key(self, item: T) -> Hashable:
        """Return by what an item is known again when the list is read anew."""
        raise NotImplementedError

    def line(self, item: T) -> Sequence[str]:
        """Return an item as a line of the table."""
        raise NotImplementedError

    def summary_text(self) -> str:
        """Return the sentence over the list."""
        raise NotImplementedError

    def open_form(self, item: T | None) -> None:
        """Open the form of an item, or an empty one."""
        raise NotImplementedError

    def selected(self) -> list[T]:
        """Return the selected items, from top to bottom."""
        rows = sorted(index.row() for index in self.table.selectionModel().selectedRows())
        return [self.items[row] for row in rows if row < len(self.items)]

    def select(self, rows: Sequence[int]) -> None:
        """Select lines; the first of them becomes the current one."""
        self.table.clearSelection()
        if not rows:
            return
        self.table.setCurrentCell(rows[0], 0)
        model = self.table.selectionModel()
        flags = model.SelectionFlag.Select | model.SelectionFlag.Rows
        for row in rows:
            model.select(self.table.model().index(row, 0), flags)

    def read(self) -> None:
        """List everything anew; what was selected stays so, and what is new becomes so."""
        row = max(self.table.currentRow(), 0)
        chosen = {self.key(item) for item in self.selected()}
        before = {self.key(item) for item in self.items}
        self.items = list(self.list_items())
        self.table.set_lines(self.line(item) for item in self.items)
        keys = [self.key(item) for item in self.items]
        new = [place for place, key in enumerate(keys) if key not in before]
        kept = [place for place, key in enumerate(keys) if key in chosen]
        last = len(keys) - 1
        self.select(new if before and len(new) == 1 else kept or [min(row, last)][: len(keys)])
        self.summary.setText(self.summary_text())
        self.show_empty(empty=not self.items)
        self._on_selection()

    def add_choice(self, text: str, choice: ChoiceInput) -> None:
        """Put a choice of what is listed beside the heading; another choice reads anew."""
        label = QLabel(text, self)
        label.setBuddy(choice)
        choice.setAccessibleName(plain(text))
        choice.setSizeAdjustPolicy(ChoiceInput.SizeAdjustPolicy.AdjustToContents)
        choice.edited.connect(self.read)
        pair = QWidget(self)
        row = QHBoxLayout(pair)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(label)
        row.addWidget(choice)
        self.add_beside(pair)

    def add_find(self, hint: str) -> LineInput:
        """Put a line beside the heading; what is typed there reads anew. Ctrl+F goes to it."""
        line = LineInput(hint, self)
        line.setAccessibleName(hint)
        line.setClearButtonEnabled(True)
        line.setMinimumWidth(self.desk.theme.px(230))
        line.edited.connect(self.read)
        QShortcut(QKeySequence("Ctrl+F"), self, line.setFocus)
        self.add_beside(line)
        return line

    def add_beside(self, widget: QWidget) -> None:
        """Put a widget into the line of the heading."""
        if self._choices is None:
            self._choices = QHBoxLayout()
            self._choices.addWidget(self.heading)
            self._choices.addWidget(self.summary, 1)
            self._column.insertLayout(0, self._choices)
        self._choices.addWidget(widget)

    def _break_choices(self) -> None:
        """Where the line of the heading has no room for all, put the choices into lines below."""
        choices = self._choices
        if choices is None:
            return
        items = (choices.itemAt(place).widget() for place in range(choices.count()))
        beside = [each for each in items if each not in (None, self.heading, self.summary)]
        wide = sum(each.sizeHint().width() + choices.spacing() for each in beside)
        if wide + self.desk.theme.px(_SUMMARY_UNITS) <= room(self).width():
            return
        lines = QWidget(self)
        flow = FlowLayout(lines)
        for each in beside:
            choices.removeWidget(each)
            flow.addWidget(each)
        choices.removeWidget(self.summary)
        self._column.insertWidget(1, self.summary)
        self._column.insertWidget(2, lines)
        self._choices = None
        fit_to_screen(self, self.size())

    def put_summary_below(self) -> None:
        """Give a long summary a line of its own, below the choices beside the heading."""
        if self._choices is not None:
            self._choices.removeWidget(self.summary)
            self._choices.insertStretch(1, 1)
            self._column.insertWidget(1, self.summary)

    def add_editing(self, add_text: str, *, ordered: bool, right: Right = Right.EDIT) -> QAction:
        """Add the buttons for adding, opening and, where there is an order, moving.

        Returns:
            What adds an item, for the empty page.
        """
        action = new_action(add_text, self, self.desk, right)
        action.triggered.connect(lambda: self.open_form(None))
        self.new_button = self.add_button(add_text, "plus", right)
        self.new_button.clicked.connect(action.trigger)
        self.open_button = self.add_button(tr("打开(&D)…"), "edit")
        self.open_button.clicked.connect(self._on_open)
        self._one.append(self.open_button)
        if ordered:
            self.up_button = self._add_move(tr("上移(&U)"), "chevron-up", -1, "Alt+Up")
            self.down_button = self._add_move(tr("下移(&W)"), "chevron-down", 1, "Alt+Down")
        return action

    def add_removing(self, text: str, right: Right = Right.REMOVE) -> None:
        """Add the button that removes the selected item."""
        self.remove_button = self.add_button(text, "trash", right)
        self.remove_button.clicked.connect(self._on_remove)
        self._one.append(self.remove_button)
        QShortcut(QKeySequence("Delete"), self.table, self.remove_button.click)

    def add_printing(self, selected: str, everything: str) -> None:
        """Add the buttons that print cards of the selected items, and of all."""
        self.print_button = self.add_button(selected, "printer", Right.PRINT)
        self.print_button.clicked.connect(lambda: self.print_items(self.selected()))
        self._some.append(self.print_button)
        self.print_all_button = self.add_button(everything, "printer", Right.PRINT)
        self.print_all_button.clicked.connect(lambda: self.print_items(self.items))
        self._any.append(self.print_all_button)

    def print_items(self, items: Sequence[T]) -> None:
        """Print cards of these items."""
        raise NotImplementedError

    def removal(self, item: T) -> tuple[str, str, Callable[[], Changes]]:
        """Return the question before an item is removed, its detail, and what removes it."""
        raise NotImplementedError

    def move_item(self, item: T, steps: int) -> Changes:
        """Move an item down the list, up if negative."""
        raise NotImplementedError

    def do(self, work: Callable[[], Changes]) -> None:
        """Change the ledger and tell it; a refusal is shown."""
        self.desk.jobs.run(lambda _: work(), owner=self, done=self.desk.bus.publish)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        """Put the way to the history behind the buttons of the subclass."""
        if self.history_table and self.changes_button is None:
            self.changes_button = self.add_history(self._history_of)
            self._one.append(self.changes_button)
            self._on_selection()
        self._break_choices()
        super().showEvent(event)

    def _add_move(self, text: str, icon_name: str, steps: int, keys: str) -> QPushButton:
        button = self.add_button(text, icon_name, Right.EDIT)
        button.setToolTip(button.toolTip() or keys)
        button.clicked.connect(lambda: self._move(steps))
        QShortcut(QKeySequence(keys), self.table, button.click)
        self._moves.append((button, steps))
        return button

    def _move(self, steps: int) -> None:
        item = self.selected()[0]
        self.do(lambda: self.move_item(item, steps))

    def _history_of(self) -> HistoryOf | None:
        selected = self.selected()
        if len(selected) != 1:
            return None
        name = self.line(selected[0])[0]
        return self.history_table, str(self.key(selected[0])), name

    def _on_open(self) -> None:
        selected = self.selected()
        if len(selected) == 1:
            self.open_form(selected[0])

    def _on_remove(self) -> None:
        question, detail, remove = self.removal(self.selected()[0])
        if self.desk.ask.confirm(self, question, accept=tr("删除"), detail=detail):
            self.do(remove)

    def _on_changed(self, changes: Changes) -> None:
        if changes.touches(*self.kinds):
            self.read()

    def _on_selection(self) -> None:
        selected = self.selected()
        for button in self._one:
            button.setEnabled(len(selected) == 1)
        for button in self._some:
            button.setEnabled(bool(selected))
        for button in self._any:
            button.setEnabled(bool(self.items))
        row, last = self.table.currentRow(), len(self.items) - 1
        for button, steps in self._moves:
            button.setEnabled(len(selected) == 1 and 0 <= row + steps <= last)
