"""The view of the house's tables: tall quiet rows, columns by priority, chips, all by keyboard."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QFontMetrics, QHelpEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QMenu,
    QTableView,
    QToolTip,
    QWidget,
)
from typing_extensions import override

from linli.gui.i18n import tr
from linli.gui.state import WindowState
from linli.gui.table import Chip, Index, TableModel
from linli.gui.table_cells import CELL_PADDING, CHIP_PADDING, CellDelegate
from linli.gui.theme import FONT_UNITS, ROW_UNITS, Theme

_TEXT_MARGINS = 8
"""What the style leaves free beside a text, in pixels, and what rounding loses."""


class TableView(QTableView):
    """Shows a `TableModel`; selection and place survive a reload because they go by id.

    Signals:
        opened: Enter or a double click on a row, with the record's id.
        selection_changed: other rows are selected, or the same ones were read again.
    """

    opened = Signal(int)
    selection_changed = Signal()

    def __init__(
        self,
        model: TableModel[Any],
        theme: Theme,
        state: WindowState,
        name: str,
        parent: QWidget | None = None,
    ) -> None:
        """Make the view. `name` is under which its columns are remembered (residents)."""
        super().__init__(parent)
        self._model = model
        self._theme = theme
        self._state = state
        self._name = name
        self._order_key = f"{name}/order"
        self._widest: dict[int, int] = {}
        self._kept: tuple[list[int], int | None] = ([], None)
        self._chosen = self._remembered_columns()
        self.setModel(model)
        self._set_up_look()
        self._set_up_header()
        model.modelAboutToBeReset.connect(self._keep_selection)
        model.modelReset.connect(self._restore_selection)
        self.selectionModel().selectionChanged.connect(self._on_selection)
        self.activated.connect(self._on_activated)
        self.verticalScrollBar().valueChanged.connect(self._on_scrolled)
        theme.changed.connect(self._on_theme)
        self._on_theme()

    def selected_ids(self) -> list[int]:
        """Return the ids of the selected rows, in the table's order."""
        rows = sorted(index.row() for index in self.selectionModel().selectedRows())
        return [self._model.id_at(row) for row in rows]

    def current_id(self) -> int | None:
        """Return the id of the current row if it is selected, else None."""
        index = self.currentIndex()
        if not index.isValid() or not self.selectionModel().isRowSelected(index.row()):
            return None
        return self._model.id_at(index.row())

    def select_id(self, record_id: int) -> bool:
        """Select one record and scroll to it; False if the table does not show it."""
        row = self._model.row_of(record_id)
        if row is None:
            return False
        self.selectionModel().clearSelection()  # QTableView.selectRow would heed Ctrl and Shift
        self._select_rows([row])
        return True

    def select_also(self, record_id: int) -> bool:
        """Select one record besides the selected ones; False if the table does not show it."""
        row = self._model.row_of(record_id)
        if row is not None:
            self._select_rows([row])
        return row is not None

    def columns_menu(self, parent: QWidget | None = None) -> QMenu:
        """Return a menu that chooses columns and the order, for a button or a right click."""
        menu = QMenu(tr("列与排序"), parent or self)
        menu.setToolTipsVisible(True)
        for number, column in enumerate(self._model.columns):
            action = menu.addAction(tr(column.title))
            action.setCheckable(True)
            action.setChecked(column.key in self._chosen)
            action.setEnabled(column.priority > 0)
            action.triggered.connect(lambda on, key=column.key: self._choose(key, on=on))
            action.setData(number)
        menu.addSeparator()
        for number, column in enumerate(self._model.columns):
            if column.sort:
                action = menu.addAction(tr("按“{column}”排序").format(column=tr(column.title)))
                action.triggered.connect(lambda _=False, place=number: self._sort_by(place))
        return menu

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._look_at_rows()
        self._fit_columns()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._on_activated(self.currentIndex())
            return
        super().keyPressEvent(event)

    @override
    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            self._show_whole_text(event.pos(), event.globalPos())
            return True
        return super().viewportEvent(event)

    def _set_up_look(self) -> None:
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setItemDelegate(CellDelegate(self._theme, self))
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)

    def _set_up_header(self) -> None:
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setSectionsClickable(True)
        header.setSectionsMovable(True)
        self._restore_order()
        header.setSortIndicatorShown(True)
        header.setSortIndicatorClearable(True)
        header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        header.customContextMenuRequested.connect(self._on_header_menu)
        header.sortIndicatorChanged.connect(self._on_sort)

    def _restore_order(self) -> None:
        """Put the columns where the clerk has dragged them; new ones stay at the end."""
        header = self.horizontalHeader()
        places = {column.key: number for number, column in enumerate(self._model.columns)}
        known = [key for key in self._state.names(self._order_key) or [] if key in places]
        for visual, key in enumerate(known):
            header.moveSection(header.visualIndex(places[key]), visual)
        header.sectionMoved.connect(self._on_moved)

    def _on_moved(self) -> None:
        header = self.horizontalHeader()
        columns = self._model.columns
        order = [columns[header.logicalIndex(place)].key for place in range(len(columns))]
        self._state.save(self._order_key, order)

    def _remembered_columns(self) -> set[str]:
        names = self._state.names(f"{self._name}/columns")
        if names is None:
            return {column.key for column in self._model.columns if column.chosen}
        return set(names) | {c.key for c in self._model.columns if c.priority == 0}

    def _choose(self, key: str, *, on: bool) -> None:
        self._chosen = self._chosen | {key} if on else self._chosen - {key}
        self._state.save(f"{self._name}/columns", sorted(self._chosen))
        self._fit_columns()

    def _sort_by(self, column: int) -> None:
        header = self.horizontalHeader()
        same = header.sortIndicatorSection() == column
        ascending = header.sortIndicatorOrder() == Qt.SortOrder.AscendingOrder
        order = Qt.SortOrder.DescendingOrder if same and ascending else Qt.SortOrder.AscendingOrder
        header.setSortIndicator(column, order)

    def _fit_columns(self) -> None:
        """Give each chosen column its width; hide those of least priority that do not fit.

        A column takes its usual width, but a name that needs more gets it from what the others
        do not fill.
        """
        columns = self._model.columns
        usual = {
            number: self._theme.px(column.chars * FONT_UNITS + 2 * CELL_PADDING)
            for number, column in enumerate(columns)
            if column.key in self._chosen
        }
        room = self.viewport().width()
        for number in sorted(usual, key=lambda place: -columns[place].priority):
            if sum(usual.values()) <= room or columns[number].priority == 0:
                break
            del usual[number]
        widths = {number: min(width, self._filled(number)) for number, width in usual.items()}
        spare = max(0, room - sum(widths.values()))
        for number in sorted(usual, key=lambda place: columns[place].priority):
            wish = max(usual[number], self._filled(number)) - widths[number]
            widths[number] += min(wish, spare)
            spare -= min(wish, spare)
        takers = [number for number in widths if columns[number].stretch] or list(widths)[-1:]
        for number in takers:
            widths[number] += spare // len(takers)
        for number in range(len(columns)):
            self.setColumnHidden(number, number not in widths)
            if number in widths:
                self.setColumnWidth(number, widths[number])

    def _filled(self, number: int) -> int:
        """Return how much of a column its head and the cells seen so far fill."""
        header = self.horizontalHeader()
        bold = QFontMetrics(self._theme.font(bold=True))  # Qt's own hint measures plain type
        words = bold.horizontalAdvance(tr(self._model.columns[number].title))
        head = words + self._theme.px(2 * CELL_PADDING + 2)
        return max(header.sectionSizeHint(number), head, self._widest.get(number, 0))

    def _look_at_rows(self) -> bool:
        """Note how wide the cells in view are; tell whether one is wider than any before.

        So nothing is cut while another column has room to spare, names last of all. Columns grow
        while the clerk scrolls, and shrink only when the table is read anew.
        """
        top = max(self.rowAt(0), 0)
        in_view = self.viewport().height() // self.verticalHeader().defaultSectionSize() + 2
        rows = range(top, min(top + in_view, self._model.rowCount()))
        before = dict(self._widest)
        for number, column in enumerate(self._model.columns):
            if column.key not in self._chosen:
                continue
            widths = (self._wish(self._model.index(row, number)) for row in rows)
            self._widest[number] = max(self._widest.get(number, 0), *widths, 0)
        return self._widest != before

    def _first_column(self) -> int:
        shown = (n for n in range(len(self._model.columns)) if not self.isColumnHidden(n))
        return next(shown, 0)

    def _keep_selection(self) -> None:
        index = self.currentIndex()
        self._kept = (self.selected_ids(), index.row() if index.isValid() else None)

    def _restore_selection(self) -> None:
        ids, current = self._kept
        rows = [row for number in ids if (row := self._model.row_of(number)) is not None]
        count = self._model.rowCount()
        if not rows and ids and current is not None and count:
            rows = [min(current, count - 1)]
        self._select_rows(rows)
        self._widest.clear()
        self._look_at_rows()
        self._fit_columns()
        self.selection_changed.emit()

    def _select_rows(self, rows: Sequence[int]) -> None:
        flags = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows
        selection = self.selectionModel()
        if rows:
            index = self._model.index(rows[0], self._first_column())
            selection.setCurrentIndex(index, flags)
            self.scrollTo(index)
        for row in rows[1:]:
            selection.select(self._model.index(row, 0), flags)

    def _show_whole_text(self, place: QPoint, screen_place: QPoint) -> None:
        index = self.indexAt(place)
        hidden = index.isValid() and self._wish(index) > self.columnWidth(index.column())
        QToolTip.showText(screen_place, str(index.data()) if hidden else "", self)

    def _wish(self, index: Index) -> int:
        """Return how wide a cell would have to be to show its text or chip whole."""
        chip = index.data(TableModel.CHIP_ROLE)
        units = 2 * CELL_PADDING + (CHIP_PADDING if isinstance(chip, Chip) else 0)
        words = chip.words if isinstance(chip, Chip) else str(index.data() or "")
        return self.fontMetrics().horizontalAdvance(words) + self._theme.px(units) + _TEXT_MARGINS

    def _on_scrolled(self) -> None:
        if self._look_at_rows():
            self._fit_columns()

    def _on_selection(self) -> None:
        self.selection_changed.emit()

    def _on_activated(self, index: QModelIndex) -> None:
        if index.isValid():
            self.opened.emit(self._model.id_at(index.row()))

    def _on_sort(self, column: int, order: Qt.SortOrder) -> None:
        if column >= 0 and not self._model.columns[column].sort:
            self.horizontalHeader().setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
            return
        self._model.sort(column, order)

    def _on_header_menu(self, place: QPoint) -> None:
        menu = self.columns_menu()
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.horizontalHeader().mapToGlobal(place))

    def _on_theme(self) -> None:
        self.verticalHeader().setDefaultSectionSize(self._theme.px(ROW_UNITS))
        self._widest.clear()
        self._look_at_rows()
        self._fit_columns()
