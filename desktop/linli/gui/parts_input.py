"""Parts of a record as a list with buttons: tenants of a house, leaders of an organisation."""

from collections.abc import Callable
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QSignalBlocker, Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from linli.gui.composite import Composite
from linli.gui.desk import Desk
from linli.gui.drafts.typed import show_typed, typed
from linli.gui.enter_key import EnterKey
from linli.gui.flow import FlowLayout
from linli.gui.form_dialog import FormDialog
from linli.gui.i18n import tr
from linli.gui.icons import icon

T = TypeVar("T")
_MOST_HEIGHT = 150


class PartsInput(Composite, Generic[T]):
    """A list of parts; each is opened in a form of its own, whose `saved` carries it.

    A subclass says how a part reads and which form opens it.

    Signals:
        edited: a part is new, another, moved, or gone.
    """

    edited = Signal()

    def __init__(
        self, desk: Desk, label: str, add_text: str, parent: QWidget | None = None
    ) -> None:
        """Make an empty list.

        Args:
            desk: the working place.
            label: what is listed.
            add_text: the button that adds a part, with its mnemonic.
            parent: the owner.
        """
        super().__init__(parent)
        self.desk = desk
        self._parts: list[T] = []
        self._open_form: FormDialog | None = None
        self._open_place: int | None = None
        self.list = QListWidget(self)
        self.list.setAccessibleName(label)
        self.list.itemActivated.connect(lambda _: self._on_edit())
        self.list.setMaximumHeight(desk.theme.px(_MOST_HEIGHT))
        self.list.setWordWrap(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        EnterKey(self.list)
        QShortcut(QKeySequence("Delete"), self.list, self._on_remove)
        self._row = FlowLayout()
        self.add_button = self.add_action(add_text, "plus", self._on_add)
        self.edit_button = self.add_action(tr("修改"), "edit", self._on_edit)
        self.remove_button = self.add_action(tr("去掉"), "x", self._on_remove)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.list)
        column.addLayout(self._row)

    def line(self, part: T) -> str:
        """Return a part as a line of the list."""
        raise NotImplementedError

    def part_form(self, part: T | None) -> FormDialog:
        """Return the form of a part, or an empty one."""
        raise NotImplementedError

    def add_action(self, text: str, icon_name: str, slot: Callable[[], None]) -> QPushButton:
        """Add a button under the list."""
        button = QPushButton(icon(icon_name), text, self)
        button.setAutoDefault(False)
        button.clicked.connect(slot)
        self._row.addWidget(button)
        return button

    def add_moves(self) -> None:
        """Let parts be moved up and down, with Alt and the arrow keys too."""
        self._add_move(tr("上移"), "chevron-up", -1, "Alt+Up")
        self._add_move(tr("下移"), "chevron-down", 1, "Alt+Down")

    @override
    def first_part(self) -> QWidget:
        return self.list if self._parts else self.add_button

    def value(self) -> tuple[T, ...]:
        """Return the parts in their order."""
        return tuple(self._parts)

    def set_value(self, value: tuple[T, ...] | None) -> None:
        """Show parts."""
        self._parts = list(value or ())
        self.show_parts()

    def typed(self) -> tuple[tuple[T, ...], tuple[int | None, dict[str, Any]] | None]:
        """Return the parts, and what stands in the form of the one that is open; for drafts."""
        if self._open_form is None or not self._open_form.form.modified:
            return self.value(), None
        return self.value(), (self._open_place, typed(self._open_form.form))

    def show_typed(
        self, kept: tuple[tuple[T, ...], tuple[int | None, dict[str, Any]] | None]
    ) -> None:
        """Show the parts, and open the one that was not finished once more."""
        parts, unfinished = kept
        self.set_value(parts)
        if unfinished is not None:
            place, fields = unfinished
            QTimer.singleShot(0, self, lambda: show_typed(self._open(place).form, fields))

    def problem(self) -> str | None:
        """Each part is checked in its own form."""
        return None

    def put(self, part: T, place: int | None = None) -> None:
        """Let a part take a place, or the last one."""
        if place is None:
            self._parts.append(part)
            place = len(self._parts) - 1
        else:
            self._parts[place] = part
        self.show_parts()
        self.list.setCurrentRow(place)
        self.edited.emit()

    def show_parts(self) -> None:
        """Write the lines anew."""
        row = self.list.currentRow()
        with QSignalBlocker(self.list):
            self.list.clear()
            for part in self._parts:
                QListWidgetItem(self.line(part), self.list)
        self.list.setCurrentRow(min(max(row, 0), len(self._parts) - 1))

    def _open(self, place: int | None) -> FormDialog:
        form = self.part_form(None if place is None else self._parts[place])
        form.saved.connect(lambda saved: self.put(saved, place))
        form.finished.connect(self._on_closed)
        self._open_form, self._open_place = form, place
        form.open()
        return form

    def _on_closed(self) -> None:
        self._open_form = None

    def _add_move(self, text: str, icon_name: str, steps: int, keys: str) -> None:
        button = self.add_action(text, icon_name, lambda: self._move(steps))
        button.setToolTip(keys)
        QShortcut(QKeySequence(keys), self.list, button.click)

    def _move(self, steps: int) -> None:
        place = self.list.currentRow()
        target = place + steps
        if place >= 0 and 0 <= target < len(self._parts):
            self._parts.insert(target, self._parts.pop(place))
            self.show_parts()
            self.list.setCurrentRow(target)
            self.edited.emit()

    def _on_add(self) -> None:
        self._open(None)

    def _on_edit(self) -> None:
        place = self.list.currentRow()
        if 0 <= place < len(self._parts):
            self._open(place)

    def _on_remove(self) -> None:
        place = self.list.currentRow()
        if 0 <= place < len(self._parts):
            del self._parts[place]
            self.show_parts()
            self.edited.emit()
