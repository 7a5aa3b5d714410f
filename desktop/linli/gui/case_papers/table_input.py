"""The input of a table in a document: rows of cells that are typed where they stand."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from linli.domain.case_papers import CELLS, RUNNING_NUMBER, table_rows, table_text
from linli.gui.composite import Composite
from linli.gui.enter_key import EnterKey
from linli.gui.i18n import tr
from linli.gui.icons import icon

_SHOWN = 4  # rows


class TableInput(Composite):
    """Rows of a table; its value is the text of a `Listing`.

    Signals:
        edited: a cell is another, or a row was added or removed.
    """

    edited = Signal()

    def __init__(self, heads: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._heads = tuple(heads)
        self.table = QTableWidget(0, len(heads), self)
        self.table.setHorizontalHeaderLabels(list(heads))
        self.table.verticalHeader().hide()
        self.table.setTabKeyNavigation(False)
        self.table.itemActivated.connect(self.table.editItem)
        EnterKey(self.table)
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setStretchLastSection(True)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        line = self.table.verticalHeader().defaultSectionSize()
        self.table.setMinimumHeight(line * (_SHOWN + 1))
        self.add_button = self._button(tr("加一行"), "plus")
        self.remove_button = self._button(tr("去掉这一行"), "trash")
        row = QHBoxLayout()
        row.addWidget(self.add_button)
        row.addWidget(self.remove_button)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.table)
        column.addLayout(row)
        self.add_button.clicked.connect(self._on_add)
        self.remove_button.clicked.connect(self._on_remove)
        self.table.itemChanged.connect(lambda _: self.edited.emit())

    @override
    def first_part(self) -> QWidget:
        return self.table if self.table.rowCount() else self.add_button

    def value(self) -> Any:
        """Return the rows as text, None where there are none."""
        rows = [
            tuple(self._cell(row, column) for column in range(len(self._heads)))
            for row in range(self.table.rowCount())
        ]
        return table_text(row for row in rows if any(row)) or None

    def set_value(self, value: Any) -> None:
        """Show rows."""
        rows = table_rows(value or "", len(self._heads))
        with QSignalBlocker(self.table):
            self.table.setRowCount(len(rows))
            for number, row in enumerate(rows):
                for column, text in enumerate(row):
                    self.table.setItem(number, column, QTableWidgetItem(text))
        self.edited.emit()

    def problem(self) -> str | None:
        """The mark that parts cells cannot stand in one."""
        cells = (
            self._cell(row, column)
            for row in range(self.table.rowCount())
            for column in range(len(self._heads))
        )
        if any(CELLS in cell for cell in cells):
            return tr("格子里不能有“｜”，请换成顿号或逗号。")
        return None

    def typed(self) -> Any:
        """Return the rows, for what is kept of an unsaved form."""
        return self.value() or ""

    def show_typed(self, typed: Any) -> None:
        """Put back what `typed` has returned."""
        self.set_value(typed)

    def _cell(self, row: int, column: int) -> str:
        item = self.table.item(row, column)
        return "" if item is None else item.text().strip()

    def _button(self, text: str, icon_name: str) -> QPushButton:
        button = QPushButton(icon(icon_name), text, self)
        button.setAutoDefault(False)
        return button

    def _on_add(self) -> None:
        row = self.table.rowCount()
        with QSignalBlocker(self.table):
            self.table.insertRow(row)
            for column, head in enumerate(self._heads):
                first = str(row + 1) if head == RUNNING_NUMBER else ""
                self.table.setItem(row, column, QTableWidgetItem(first))
        self.table.setCurrentCell(row, min(1, len(self._heads) - 1))
        self.table.setFocus()
        self.edited.emit()

    def _on_remove(self) -> None:
        row = self.table.currentRow()
        if row >= 0:
            self.table.removeRow(row)
            self.edited.emit()
