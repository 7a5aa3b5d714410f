"""A small read-only table for dialogs: a few hundred lines that are shown and not paged."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)
from typing_extensions import override

from linli.gui.enter_key import EnterKey
from linli.gui.fitting import VERY_SHORT_UNITS, is_short
from linli.gui.spoken import spoken
from linli.gui.theme import Theme
from linli.gui.tones import ToneDelegate

_ROW_UNITS = 36
_LOW_ROW_UNITS = 30  # where the screen has room for few lines
_SIGN_UNITS = 14
_WIDEST = 320  # units of a column that others stand behind


class PlainTable(QTableWidget):
    """Lines of text under heads; the last column takes the space that is left, or scrolls."""

    def __init__(self, heads: Sequence[str], theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(0, len(heads), parent)
        self._theme = theme
        self._cut: dict[int, int] = {}
        self._is_fitting = False
        self.set_heads(heads)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setStretchLastSection(True)
        self.horizontalHeader().setDefaultAlignment(
            Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        )
        self.horizontalHeader().sectionResized.connect(self._on_section_resized)
        self.setItemDelegate(ToneDelegate(self))
        EnterKey(self)
        theme.changed.connect(self._on_theme)
        self._on_theme()

    def set_heads(self, heads: Sequence[str]) -> None:
        """Give the table other columns."""
        self.setColumnCount(len(heads))
        self.setHorizontalHeaderLabels(list(heads))

    def set_lines(self, lines: Iterable[Sequence[str]]) -> None:
        """Show these lines instead of the present ones and fit the columns."""
        rows = list(lines)
        self.setRowCount(len(rows))
        for row, texts in enumerate(rows):
            for column, text in enumerate(texts):
                item = QTableWidgetItem(text)
                item.setToolTip(text if len(text) > 20 else "")
                if "**" in text:
                    item.setData(Qt.ItemDataRole.AccessibleTextRole, spoken(text))
                self.setItem(row, column, item)
        self.fit()

    def show_with(self, text: str) -> int:
        """Hide the lines in which `text` does not occur, and return how many are left."""
        shown = 0
        for row in range(self.rowCount()):
            items = (self.item(row, column) for column in range(self.columnCount()))
            fits = any(item is not None and text in item.text() for item in items)
            self.setRowHidden(row, not fits)
            shown += fits
        return shown

    def fit(self) -> None:
        """Make each column as wide as its content, within reason; the last is never cut.

        A column that is cut gets what the others leave.
        """
        widest = self._theme.px(_WIDEST)
        self._is_fitting = True
        self.resizeColumnsToContents()
        self._cut = {}
        for column in range(self.columnCount() - 1):
            wish = self.columnWidth(column) + self._theme.px(8)
            self.setColumnWidth(column, min(wish, widest))
            if wish > widest:
                self._cut[column] = wish
        self._is_fitting = False
        self._fit_last()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_last()

    @override
    def sizeHint(self) -> QSize:
        """Ask for the head and a few lines; whatever is around gives the rest of the space."""
        return QSize(super().sizeHint().width(), self._theme.px(4 * _ROW_UNITS))

    def _fit_last(self) -> None:
        """Give the last column the rest, or all it needs where the table has to scroll anyway."""
        last = self.columnCount() - 1
        if last < 0:
            return
        need = self.sizeHintForColumn(last) + self._theme.px(8)
        self._widen(self.viewport().width() - need)
        before = sum(self.columnWidth(column) for column in range(last))
        fits = before + need <= self.viewport().width()
        self.horizontalHeader().setStretchLastSection(fits)
        if not fits:
            self.setColumnWidth(last, need)

    def _widen(self, room: int) -> None:
        """Share what is left of `room` px beside the last column among those that are cut."""
        self._is_fitting = True
        for column in self._cut:
            self.setColumnWidth(column, self._theme.px(_WIDEST))
        left = room - sum(self.columnWidth(each) for each in range(self.columnCount() - 1))
        for column, wish in self._cut.items():
            more = max(0, min(left, wish - self.columnWidth(column)))
            self.setColumnWidth(column, self.columnWidth(column) + more)
            left -= more
        self._is_fitting = False

    def _on_section_resized(self, section: int) -> None:
        if section < self.columnCount() - 1 and not self._is_fitting:
            self._cut.pop(section, None)  # the clerk wants it so
            self._fit_last()

    def _on_theme(self) -> None:
        units = _LOW_ROW_UNITS if is_short(self, self._theme, VERY_SHORT_UNITS) else _ROW_UNITS
        self.verticalHeader().setDefaultSectionSize(self._theme.px(units))
        self.setIconSize(self._theme.size(_SIGN_UNITS, _SIGN_UNITS))
        self.fit()
