"""The tree of grids: arrows, Enter, F2, typing to find, and moving by Ctrl+X, Ctrl+V or mouse."""

from PySide6.QtCore import QModelIndex, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeView,
    QWidget,
)
from typing_extensions import override

from linli.domain.grid_tree import NodeKind, TreeNode
from linli.gui.grids.tree_model import GridTreeModel
from linli.gui.i18n import tr
from linli.gui.table import Index
from linli.gui.theme import Theme

_ROW_UNITS = 31
_STEP_UNITS = 15


class RoomyRows(QStyledItemDelegate):
    """Draws rows that are easy to hit."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        hint = super().sizeHint(option, index)
        hint.setHeight(max(hint.height(), self._theme.px(_ROW_UNITS)))
        return hint


class GridTreeView(QTreeView):
    """Shows a `GridTreeModel`; what is open and chosen stays so when it is read again.

    Signals:
        chosen: another node became the current one.
        opened: Enter or a double click on a node.
        moving: nodes (a list) are to go to a grid's node, by mouse or keyboard.
    """

    chosen = Signal(object)
    opened = Signal(object)
    moving = Signal(object, object)

    def __init__(self, model: GridTreeModel, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._theme = theme
        self._cut: list[TreeNode] = []
        self.setModel(model)
        self.setAccessibleName(tr("网格树"))
        self.setUniformRowHeights(True)
        self.setItemDelegate(RoomyRows(theme, self))
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setDropIndicatorShown(True)
        self.setExpandsOnDoubleClick(False)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        header = self.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionsMovable(False)
        model.dropped.connect(self.moving)
        self.selectionModel().currentChanged.connect(self._on_current)
        self.activated.connect(self._on_activated)
        theme.changed.connect(self._on_theme)
        self._on_theme()

    def current(self) -> TreeNode | None:
        """Return the current node."""
        return self._model.node(self.currentIndex())

    def selected(self) -> list[TreeNode]:
        """Return the selected nodes, from top to bottom."""
        rows = self.selectionModel().selectedRows()
        rows.sort(key=lambda index: self.visualRect(index).top())
        return [node for node in map(self._model.node, rows) if node is not None]

    def read(self) -> None:
        """Read the tree again."""
        opened = [self._model.path(index) for index in self._expanded(QModelIndex())]
        path = self._model.path(self.currentIndex())
        with QSignalBlocker(self):
            self._model.read()
            for place in opened:
                index = self._model.find(place)
                if self._model.path(index) == place:
                    self.expand(index)
            if not opened:
                self.expand(self._model.index(0, 0))
            found = self._model.find(path)
            self.setCurrentIndex(found if found.isValid() else self._model.index(0, 0))
        self.chosen.emit(self.current())

    def choose_grid(self, grid_id: int) -> None:
        """Make a grid's node the current one."""
        index = self._model.find_grid(grid_id)
        if index.isValid():
            self.setCurrentIndex(index)
            self.scrollTo(index)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Cut):
            self._cut = [node for node in self.selected() if node.is_movable]
            self._model.cut(self._cut)
        elif event.matches(QKeySequence.StandardKey.Paste):
            target = self.current()
            if self._cut and target is not None and target.kind is NodeKind.GRID:
                cut, self._cut = self._cut, []
                self._model.cut(())
                self.moving.emit(cut, target)
        elif event.key() == Qt.Key.Key_Escape and self._cut:
            self._cut = []
            self._model.cut(())
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._on_activated(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def _expanded(self, parent: QModelIndex) -> list[QModelIndex]:
        found = []
        for row in range(self._model.rowCount(parent)):
            index = self._model.index(row, 0, parent)
            if self.isExpanded(index):
                found += [index, *self._expanded(index)]
        return found

    def _on_current(self, index: QModelIndex) -> None:
        self.chosen.emit(self._model.node(index))  # unless the tree is being read

    def _on_activated(self, index: QModelIndex) -> None:
        node = self._model.node(index)
        if node is None:
            return
        if node.kind in (NodeKind.GRID, NodeKind.DWELLING):
            self.opened.emit(node)
        else:
            first = index.siblingAtColumn(0)
            self.setExpanded(first, not self.isExpanded(first))

    def _on_theme(self) -> None:
        self.setIndentation(self._theme.px(_STEP_UNITS))
        self.setIconSize(self._theme.size(18, 18))
