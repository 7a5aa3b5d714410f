"""The lines of a walk sheet as they come back: a figure for the result, then what was written."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QCoreApplication, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from linli.domain.codes import code_table
from linli.domain.values.addresses import Address, place_text
from linli.domain.walks import DOOR_RESULTS, MET, RESULT_TABLE, WalkEntry, WalkLine
from linli.gui.composite import Composite
from linli.gui.enter_key import EnterInLine
from linli.gui.fact_list import plain_label
from linli.gui.i18n import tr
from linli.gui.inputs import LineInput
from linli.gui.plain_table import PlainTable
from linli.gui.theme import Theme

_RESULT, _NOTE = 4, 5
_CLEARING = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)
_MOVING = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


class _NoteLine(LineInput):
    """Where everything is typed, so that an input method always finds its place.

    Signals:
        result_pressed: a figure in the empty line, the code of a result.
        clear_pressed: a deleting key in the empty line.
        moved: a key that moves to another line of the table.
    """

    result_pressed = Signal(str)
    clear_pressed = Signal()
    moved = Signal(QKeyEvent)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _MOVING:
            self.moved.emit(event)
        elif self.text() or event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            super().keyPressEvent(event)
        elif event.key() in _CLEARING:
            self.clear_pressed.emit()
        elif event.text() and event.text() in DOOR_RESULTS:
            self.result_pressed.emit(event.text())
        else:
            super().keyPressEvent(event)


class EntriesInput(Composite):
    """A table of doors, and a line to write in under it.

    Signals:
        edited: a line says something else.
    """

    edited = Signal()

    def __init__(
        self, lines: Sequence[WalkLine], theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._lines = list(lines)
        self._entries: dict[int, WalkEntry] = {}
        heads = [tr("行号"), tr("单元房号"), tr("户主"), tr("人数"), tr("结果"), tr("情况")]
        self.table = PlainTable(heads, theme, self)
        self.table.setMinimumHeight(theme.px(260))
        self.table.setAccessibleName(tr("单子上的住户"))
        names = code_table(RESULT_TABLE)
        keys = "　".join(f"{code} {names.label(code)}" for code in DOOR_RESULTS)
        words = tr("打数字记结果：{keys}。接着打字写情况，按回车到下一户；上下键换一户。")
        self.keys = plain_label(words.format(keys=keys), "muted", self)
        self.keys.setWordWrap(True)
        self.note = _NoteLine(tr("先打数字，再写情况，按回车到下一户"))
        self.note.setAccessibleName(tr("情况"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        for widget in (self.keys, self.table, self.note):
            column.addWidget(widget)
        self.note.result_pressed.connect(self._on_result)
        self.note.clear_pressed.connect(self._on_clear)
        self.note.moved.connect(self._on_moved)
        self.table.itemActivated.connect(lambda _: self.note.setFocus())
        self.table.currentCellChanged.connect(self._on_row)
        EnterInLine(self.note, self._on_note)
        self.set_value(())

    @override
    def first_part(self) -> QWidget:
        return self.note

    def value(self) -> tuple[WalkEntry, ...]:
        """Return the lines that say something, or did when the sheet was opened."""
        if self._lines:
            self._write_note(self._current)
        return tuple(self._entries[position] for position in sorted(self._entries))

    def set_value(self, value: tuple[WalkEntry, ...] | None) -> None:
        """Show these lines."""
        self._entries = {entry.position: entry for entry in value or ()}
        with QSignalBlocker(self.table):
            self.table.set_lines(self._line(line) for line in self._lines)
            if self._lines:
                self.table.setCurrentCell(0, 0)
        self._show_note()

    def problem(self) -> str | None:
        """Say which line has words and no result."""
        bare = next((e for e in self.value() if e.note and e.result is None), None)
        if bare is None:
            return None
        return tr("第 {line} 行写了情况，没有选结果，请按一个数字。").format(line=bare.position)

    @property
    def _current(self) -> int:
        return self._lines[max(self.table.currentRow(), 0)].position

    def _line(self, line: WalkLine) -> Sequence[str]:
        door = line.door
        entry = self._entries.get(line.position, WalkEntry(position=line.position))
        result = code_table(RESULT_TABLE).label(entry.result)
        if door is None:
            return str(line.position), tr("（已删除）"), "", "", result, entry.note or ""
        place = place_text(Address(unit=door.unit or None, room=door.room or None))
        persons = str(door.persons) if door.persons else ""
        return str(line.position), place, door.head, persons, result, entry.note or ""

    def _set(self, entry: WalkEntry) -> None:
        self._entries[entry.position] = entry
        row = next(i for i, line in enumerate(self._lines) if line.position == entry.position)
        texts: Mapping[int, str] = {
            _RESULT: code_table(RESULT_TABLE).label(entry.result),
            _NOTE: entry.note or "",
        }
        for column, text in texts.items():
            item = self.table.item(row, column)
            if item is not None:
                item.setText(text)
        self.table.fit()
        self.edited.emit()

    def _entry(self) -> WalkEntry:
        return self._entries.get(self._current, WalkEntry(position=self._current))

    def _show_note(self) -> None:
        if self._lines:
            self.note.set_value(self._entry().note)

    def _write_note(self, position: int) -> None:
        """Keep what stands in the line; words alone mean that somebody was met."""
        entry = self._entries.get(position, WalkEntry(position=position))
        note = self.note.text().strip() or None
        if note != entry.note:
            result = entry.result or (MET if note else None)
            self._set(WalkEntry(position=position, result=result, note=note))

    def _on_row(self, row: int, _column: int, before: int, _before_column: int) -> None:
        if 0 <= before < len(self._lines) and before != row:
            self._write_note(self._lines[before].position)
        self._show_note()

    def _on_moved(self, event: QKeyEvent) -> None:
        QCoreApplication.sendEvent(self.table, event)

    def _on_result(self, code: str) -> None:
        self._set(WalkEntry(position=self._current, result=code, note=self._entry().note))

    def _on_clear(self) -> None:
        self._set(WalkEntry(position=self._current))
        self._show_note()

    def _on_note(self) -> None:
        self._write_note(self._current)
        row = self.table.currentRow() + 1
        if row < self.table.rowCount():
            self.table.setCurrentCell(row, 0)
