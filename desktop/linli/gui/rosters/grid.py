"""The sheet of a roster as a table: one widget draws it all, keys and mouse change it.

The table changes nothing itself: it tells what the clerk wants, and is given the sheet anew.
"""

from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QKeySequence, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication, QHeaderView, QTableView, QWidget
from typing_extensions import override

from linli.domain.register_texts import spoken_day
from linli.gui.i18n import tr
from linli.gui.rosters.painting import DayHeader, SpotPainter
from linli.gui.rosters.sheet import Sheet, Spot, View
from linli.gui.theme import Theme

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
SPOT = Qt.ItemDataRole.UserRole
_ROW, _NAME, _SHORT, _HEAD = 32, 108, 37, 58  # units
_CONTROL = Qt.KeyboardModifier.ControlModifier
_LEAF = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}


class RosterModel(QAbstractTableModel):
    """A `Sheet` for the table."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.sheet: Sheet | None = None

    def set_sheet(self, sheet: Sheet | None) -> None:
        """Show a sheet; where it has as many lines and columns, the cursor stays."""
        old = self.sheet
        same = old is not None and sheet is not None and _shape(old) == _shape(sheet)
        if same:
            self.sheet = sheet
            last = self.index(self.rowCount() - 1, self.columnCount() - 1)
            self.dataChanged.emit(self.index(0, 0), last)
            for way in (Qt.Orientation.Horizontal, Qt.Orientation.Vertical):
                count = self.columnCount() if way is Qt.Orientation.Horizontal else self.rowCount()
                self.headerDataChanged.emit(way, 0, count - 1)
            return
        self.beginResetModel()
        self.sheet = sheet
        self.endResetModel()

    @override
    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if self.sheet is None or parent.isValid() else self.sheet.rows

    @override
    def columnCount(self, parent: Index = _ROOT) -> int:
        return 0 if self.sheet is None or parent.isValid() else self.sheet.columns

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        sheet = self.sheet
        if sheet is None or not index.isValid():
            return None
        spot = sheet.spot(index.row(), index.column())
        if role == SPOT:
            return spot
        if role == Qt.ItemDataRole.DisplayRole:
            return sheet.text(spot)
        if role == Qt.ItemDataRole.ToolTipRole:
            return "\n".join(each.words for each in sheet.wrong_at(spot))
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return told(sheet, spot)
        return None

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if self.sheet is None or role != Qt.ItemDataRole.DisplayRole:
            return None
        return self.sheet.head(section, is_row=orientation is Qt.Orientation.Vertical)


class RosterGrid(QTableView):
    """Shows a sheet.

    Signals:
        typing: somebody is to be put here; carries what was typed already.
        removed, lock_wanted, copy_wanted, paste_wanted: Delete, Space, Ctrl+C, Ctrl+V.
        dropped: a `Spot` was let go on another; carries both, and whether to copy.
        leaf_wanted: page up or down; carries -1 or 1.
        chosen: another place is current.
    """

    typing = Signal(str)
    removed = Signal()
    lock_wanted = Signal()
    copy_wanted = Signal()
    paste_wanted = Signal()
    dropped = Signal(object, object, bool)
    leaf_wanted = Signal(int)
    chosen = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._model = RosterModel(self)
        self._held: QPersistentModelIndex | None = None
        self._pressed = QPoint()
        self._is_dragging = False
        self.target: QPersistentModelIndex | None = None
        self.setModel(self._model)
        self.setAccessibleName(tr("值班表"))
        self.setItemDelegate(SpotPainter(theme, self))
        self.setHorizontalHeader(DayHeader(Qt.Orientation.Horizontal, theme, self))
        self.setVerticalHeader(DayHeader(Qt.Orientation.Vertical, theme, self))
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ContiguousSelection)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.selectionModel().currentChanged.connect(self.chosen)
        theme.changed.connect(self._on_theme)

    @property
    def sheet(self) -> Sheet | None:
        """What is shown."""
        return self._model.sheet

    @property
    def spot(self) -> Spot | None:
        """The current place."""
        found: Spot | None = self.currentIndex().data(SPOT)
        return found

    def spots(self) -> list[Spot]:
        """Return the selected places, line by line."""
        found = sorted(self.selectedIndexes(), key=lambda each: (each.row(), each.column()))
        return [each.data(SPOT) for each in found]

    def set_sheet(self, sheet: Sheet | None) -> None:
        """Show a sheet and keep the cursor where it was."""
        row, column = max(self.currentIndex().row(), 0), max(self.currentIndex().column(), 0)
        before = self.sheet
        fresh = sheet is None or before is None or _shape(before) != _shape(sheet)
        self._held = self.target = None
        self._is_dragging = False
        self._model.set_sheet(sheet)
        if fresh and sheet is not None and sheet.rows and sheet.columns:
            self._fit()
            self.go_to(min(row, sheet.rows - 1), min(column, sheet.columns - 1))
        self.chosen.emit()

    def go_to(self, row: int, column: int) -> None:
        """Make a place the current one and bring it into sight."""
        index = self._model.index(row, column)
        self.setCurrentIndex(index)
        self.scrollTo(index)

    # ---- keys ----

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, text = Qt.Key(event.key()), event.text()
        plain = not event.modifiers() & (_CONTROL | Qt.KeyboardModifier.AltModifier)
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy_wanted.emit()
        elif event.matches(QKeySequence.StandardKey.Paste):
            self.paste_wanted.emit()
        elif key in _LEAF and plain:
            self.leaf_wanted.emit(_LEAF[key])
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and plain:
            self.removed.emit()
        elif key == Qt.Key.Key_Space and plain:
            self.lock_wanted.emit()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2):
            self.typing.emit("")
        elif plain and text and text.isprintable():
            self.typing.emit(text)
        else:
            super().keyPressEvent(event)

    @override
    def keyboardSearch(self, search: str) -> None:
        """Letters choose somebody for the place, they do not move the cursor."""

    # ---- mouse ----

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        index = self.indexAt(event.position().toPoint())
        spot: Spot | None = index.data(SPOT)
        left = event.button() is Qt.MouseButton.LeftButton
        held = left and spot is not None and bool(spot.cells)
        self._held = QPersistentModelIndex(index) if held else None
        self._pressed = event.position().toPoint()

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._held is None or not event.buttons() & Qt.MouseButton.LeftButton:
            super().mouseMoveEvent(event)
            return
        place = event.position().toPoint()
        far = (place - self._pressed).manhattanLength() >= QApplication.startDragDistance()
        if not far and not self._is_dragging:
            return
        self._is_dragging = True
        index = self.indexAt(place)
        is_other = index.isValid() and QPersistentModelIndex(index) != self._held
        self.target = QPersistentModelIndex(index) if is_other else None
        copies = bool(event.modifiers() & _CONTROL)
        shape = Qt.CursorShape.DragCopyCursor if copies else Qt.CursorShape.ClosedHandCursor
        self.viewport().setCursor(shape)
        self.viewport().update()

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        held, target, dragged = self._held, self.target, self._is_dragging
        self._held = self.target = None
        self._is_dragging = False
        self.viewport().unsetCursor()
        self.viewport().update()
        if not dragged:
            super().mouseReleaseEvent(event)
        elif held is not None and target is not None:
            spots = held.data(SPOT), target.data(SPOT)
            copies = bool(event.modifiers() & _CONTROL)
            self.go_to(target.row(), target.column())
            self.dropped.emit(*spots, copies)

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self._held = None
        if self.indexAt(event.position().toPoint()).isValid():
            self.typing.emit("")

    # ---- sizes ----

    def _fit(self) -> None:
        sheet, px = self.sheet, self._theme.px
        if sheet is None:
            return
        by_days = sheet.view is View.DAYS
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(px(_ROW))
        header = self.horizontalHeader()
        least = px(_NAME if by_days else _SHORT)
        header.setMinimumSectionSize(px(_SHORT))
        header.setDefaultSectionSize(least)
        header.setFixedHeight(px(_HEAD if by_days else _HEAD + 8))
        room = self.viewport().width()
        fits = room >= least * sheet.columns
        way = QHeaderView.ResizeMode.Stretch if fits else QHeaderView.ResizeMode.Interactive
        header.setSectionResizeMode(way)

    @override
    def resizeEvent(self, event: Any) -> None:
        super().resizeEvent(event)
        self._fit()

    def _on_theme(self) -> None:
        self._fit()
        self.viewport().update()


def told(sheet: Sheet, spot: Spot) -> str:
    """Return a place as a screen reader tells it."""
    parts = [spoken_day(spot.day)]
    if spot.shift_id is not None:
        parts.append(sheet.plan.shift(spot.shift_id).name)
    elif spot.worker_id is not None:
        parts.append(sheet.names.get(spot.worker_id, ""))
    parts.append(sheet.text(spot) or tr("没有人"))
    parts.append(tr("已锁定") if spot.locked else "")
    parts += [each.words for each in sheet.wrong_at(spot)]
    return "，".join(filter(None, parts))


def _shape(sheet: Sheet) -> tuple[object, ...]:
    return sheet.view, sheet.plan.id, sheet.days, sheet.rows, sheet.columns
