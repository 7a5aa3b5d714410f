"""The view of the house's tables: tall quiet rows, columns by priority, chips, all by keyboard."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import (
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPoint,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QAction,
    QGuiApplication,
    QHelpEvent,
    QKeyEvent,
    QKeySequence,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QMenu,
    QTableView,
    QToolTip,
    QWidget,
)
from typing_extensions import override

from linli.gui.clipboard_guard import kept_out
from linli.gui.i18n import tr
from linli.gui.state import WindowState
from linli.gui.table import TableModel
from linli.gui.table_cells import CellDelegate
from linli.gui.table_columns import TableColumns, columns_menu
from linli.gui.table_copy import COPY_LIMIT, table_mime
from linli.gui.theme import ROW_UNITS, Theme


@dataclass(frozen=True, kw_only=True)
class _Kept:
    """Who was selected before the list was read, and where.

    Attributes:
        ids: who was selected; empty if everybody was.
        everybody: all rows were.
        row: the current row.
    """

    ids: Sequence[int]
    everybody: bool
    row: int | None


class TableView(QTableView):
    """Shows a `TableModel`; selection and place survive a reload because they go by id.

    Signals:
        opened: Enter or a double click on a row, with the record's id.
        selection_changed: other rows are selected, or the same ones were read again.
        copied: so many rows are in the clipboard as a table; 0: they were too many.
    """

    opened = Signal(int)
    selection_changed = Signal()
    copied = Signal(int)

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
        self._kept: _Kept | None = None
        self._place: tuple[int, int, int] | None = None
        self._restoring = False
        self._anew = False
        self._navigating = False
        self._cells = CellDelegate(theme, self)
        self.setModel(model)
        self._set_up_look()
        self._columns = TableColumns(self, theme, state, name)
        self._set_up_header()
        self.copy_action = QAction(tr("复制为表格(&C)"), self)
        self.copy_action.setShortcut(QKeySequence(QKeySequence.StandardKey.Copy))
        self.copy_action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        self.copy_action.triggered.connect(self.copy)
        self.addAction(self.copy_action)
        model.modelAboutToBeReset.connect(self._keep)
        model.modelReset.connect(self._on_reset)
        model.read.connect(self._on_read)
        self.selectionModel().selectionChanged.connect(self._on_selection)
        self.activated.connect(self._on_activated)
        self.verticalScrollBar().valueChanged.connect(self._columns.grow)
        theme.changed.connect(self._on_theme)
        self._on_theme()

    # ---- selection ----

    def selected_count(self) -> int:
        """Return how many rows are selected; cheap for any number."""
        return sum(last - first + 1 for first, last in self._spans())

    def selected_ids(self) -> list[int]:
        """Return the ids of the selected rows, in the table's order.

        While the selection waits for the list, this waits too.
        """
        if self._kept is not None:
            self._model.finish()
        found: list[int] = []
        for first, last in self._spans():
            found.extend(self._model.ids_of(first, last))
        return found

    def current_id(self) -> int | None:
        """Return the id of the current row if it is selected, else None."""
        index = self.currentIndex()
        if not index.isValid() or not self.selectionModel().isRowSelected(index.row()):
            return None
        return self._model.id_at(index.row())

    @property
    def navigating(self) -> bool:
        """Whether a key goes from row to row just now: the next one may follow at once."""
        return self._navigating

    def select_id(self, record_id: int) -> bool:
        """Select one record and scroll to it; False if the table does not show it (yet)."""
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

    @override
    def selectAll(self) -> None:
        super().selectAll()
        if not self._model.whole:
            self._kept = _Kept(ids=(), everybody=True, row=None)

    def mark(self, typed: str) -> None:
        """Mark in the cells what is typed."""
        self._cells.mark(typed)
        self.viewport().update()

    # ---- copying ----

    def copy(self) -> None:
        """Put the selected rows into the clipboard, with heads and as they are shown."""
        count = self.selected_count()
        if not count:
            return
        if count > COPY_LIMIT:
            self.copied.emit(0)
            return
        header = self.horizontalHeader()
        order = (header.logicalIndex(place) for place in range(header.count()))
        columns = [self._model.columns[n] for n in order if not self.isColumnHidden(n)]
        heads = [tr(column.title) for column in columns]

        def take(lines: Sequence[Sequence[str]]) -> None:
            QGuiApplication.clipboard().setMimeData(kept_out(table_mime(heads, lines)))
            self.copied.emit(len(lines))

        self._model.read_texts(self.selected_ids(), columns, take)

    def columns_menu(self, parent: QWidget | None = None) -> QMenu:
        """Return a menu that chooses columns, order and widths, for a button or a right click."""
        return columns_menu(self._columns, parent or self)

    # ---- Qt ----

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._columns.fit()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._on_activated(self.currentIndex())
            return
        if event.key() == Qt.Key.Key_End and not self._model.whole:
            self._model.when_whole(self._go_to_end)
            return
        self._navigating = True
        super().keyPressEvent(event)
        self._navigating = False

    @override
    def moveCursor(
        self, cursor_action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier
    ) -> QModelIndex:
        """Take Home and End to the first and last row: whole rows are selected, not cells."""
        ends = {
            QAbstractItemView.CursorAction.MoveHome: 0,
            QAbstractItemView.CursorAction.MoveEnd: self._model.rowCount() - 1,
        }
        if cursor_action in ends and self._model.rowCount():
            return self._model.index(ends[cursor_action], self._columns.first)
        return super().moveCursor(cursor_action, modifiers)

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
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setItemDelegate(self._cells)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)

    def _set_up_header(self) -> None:
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        # With the rows' own, Qt asks each row of each column whether the whole column is selected.
        header.setSelectionModel(QItemSelectionModel(self._model, header))
        header.setSectionsClickable(True)
        header.setSortIndicatorShown(True)
        header.setSortIndicatorClearable(True)
        header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        header.customContextMenuRequested.connect(self._on_header_menu)
        header.sortIndicatorChanged.connect(self._on_sort)

    # ---- reading again ----

    def _keep(self) -> None:
        """Note who is selected, and which row is at the top."""
        if self._kept is None:
            spans = self._spans()
            everybody = len(spans) == 1 and self.selected_count() == self._model.rowCount() > 1
            index = self.currentIndex()
            self._kept = _Kept(
                ids=() if everybody else self.selected_ids(),
                everybody=everybody,
                row=index.row() if index.isValid() else None,
            )
        top = self.rowAt(0)
        height = self.verticalHeader().defaultSectionSize()
        value = self.verticalScrollBar().value()
        self._place = None if top < 0 else (self._model.id_at(top), top, value - top * height)

    def _on_reset(self) -> None:
        self._anew = True
        place = self._place if self._model.again else None
        if place is None:
            self.scrollToTop()
        self._restore_selection(follow=place is None)
        if place is not None:
            record_id, row, offset = place
            now = self._model.row_of(record_id, row)
            row = row if now is None else now
            height = self.verticalHeader().defaultSectionSize()
            self.updateGeometries()  # the scroll bar knows the new length only then
            self.verticalScrollBar().setValue(row * height + offset)

    def _on_read(self) -> None:
        anew = self._anew or self._model.again or self._kept is not None
        self._anew = False
        if self._model.whole:
            self._restore_selection(follow=False)
        if anew:
            self._columns.fit_anew()
        if anew and self._kept is None:  # else the selection comes with the list
            self.selection_changed.emit()

    def _restore_selection(self, *, follow: bool) -> None:
        """Select again who was, as far as the list is there; with `follow`, scroll to them."""
        kept, whole = self._kept, self._model.whole
        if kept is None:
            return
        place = self.verticalScrollBar().value()
        self._restoring = True
        if kept.everybody:
            super().selectAll()
        else:
            rows = self._model.rows_of(kept.ids, kept.row or 0)
            count = self._model.rowCount()
            if not rows and whole and kept.ids and kept.row is not None and count:
                rows = [min(kept.row, count - 1)]
            self._select_rows(rows)
        self._restoring = False
        if not follow:
            self.verticalScrollBar().setValue(place)
        if whole:
            self._kept = None

    def _select_rows(self, rows: Iterable[int]) -> None:
        """Select rows besides the selected ones; the first becomes the current one, in view."""
        selection = QItemSelection()
        last_column = len(self._model.columns) - 1
        for first, last in _runs(rows):
            selection.select(self._model.index(first, 0), self._model.index(last, last_column))
        if selection.isEmpty():
            return
        flags = QItemSelectionModel.SelectionFlag
        index = self._model.index(selection.first().top(), self._columns.first)
        self.selectionModel().setCurrentIndex(index, flags.NoUpdate)
        self.selectionModel().select(selection, flags.Select | flags.Rows)
        self.scrollTo(index)

    def _spans(self) -> list[tuple[int, int]]:
        """Return the selected rows as spans from first to last, in the table's order."""
        spans: list[tuple[int, int]] = []
        ranges = self.selectionModel().selection()
        each = (ranges.at(number) for number in range(ranges.count()))
        for first, last in sorted((rows.top(), rows.bottom()) for rows in each):
            if spans and first <= spans[-1][1] + 1:
                spans[-1] = (spans[-1][0], max(last, spans[-1][1]))
            else:
                spans.append((first, last))
        return spans

    # ---- slots ----

    def _show_whole_text(self, place: QPoint, screen_place: QPoint) -> None:
        index = self.indexAt(place)
        hidden = index.isValid() and self._columns.wish(index) > self.columnWidth(index.column())
        QToolTip.showText(screen_place, str(index.data()) if hidden else "", self)

    def _go_to_end(self) -> None:
        self.setCurrentIndex(self._model.index(self._model.rowCount() - 1, self._columns.first))

    def _on_selection(self) -> None:
        if not self._restoring:
            self._kept = None
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
        self._columns.fit_anew()


def _runs(rows: Iterable[int]) -> Iterator[tuple[int, int]]:
    """Yield rows in order as runs without a gap, from first to last."""
    first = last = None
    for row in rows:
        if first is None or last is None or row != last + 1:
            if first is not None and last is not None:
                yield first, last
            first = row
        last = row
    if first is not None and last is not None:
        yield first, last
