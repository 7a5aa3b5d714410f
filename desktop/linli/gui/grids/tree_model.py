"""The model of the tree of grids: every level is read when it is opened."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

from PySide6.QtCore import QAbstractItemModel, QMimeData, QModelIndex, QObject, Qt, Signal
from PySide6.QtGui import QBrush, QColor
from typing_extensions import override

from linli.domain.grid_tree import NodeKind, TreeNode
from linli.gui.i18n import tr
from linli.gui.icons import icon
from linli.gui.table import Index
from linli.gui.theme import COLORS

PLACES_MIME = "application/x-linli-grid-places"
"""What is dragged inside the tree; nothing is read from it, so nothing leaves the window."""

_ICONS = {
    NodeKind.STREET: "building-community",
    NodeKind.COMMUNITY: "building-community",
    NodeKind.GRID: "map-2",
    NodeKind.LANE: "building",
    NodeKind.BUILDING: "building",
    NodeKind.UNIT: "layout-grid",
    NodeKind.DWELLING: "home",
    NodeKind.UNASSIGNED: "alert-triangle",
    NodeKind.TWICE: "alert-triangle",
    NodeKind.CLOSED: "clipboard",
}
_FIGURES, _COLUMNS = 1, 2


class _Item:
    """A node with its place in the tree; `below` is None until it was opened."""

    def __init__(self, node: TreeNode, parent: "_Item | None", row: int) -> None:
        self.node = node
        self.parent = parent
        self.row = row
        self.below: list[_Item] | None = None if node.has_children else []


class GridTreeModel(QAbstractItemModel):
    """Nodes with their figures; what is cut is grey until it is put somewhere.

    Signals:
        dropped: nodes (a list) were dropped on a grid's node.
    """

    dropped = Signal(object, object)

    def __init__(
        self,
        top: Callable[[], Sequence[TreeNode]],
        below: Callable[[TreeNode], Sequence[TreeNode]],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._read_top = top
        self._read_below = below
        self._top: list[_Item] = []
        self._dragged: list[TreeNode] = []
        self._cut: frozenset[tuple[object, ...]] = frozenset()

    def read(self) -> None:
        """Read the top again; every level below is read when it is opened."""
        self.beginResetModel()
        self._top = [_Item(node, None, row) for row, node in enumerate(self._read_top())]
        self.endResetModel()

    def node(self, index: Index) -> TreeNode | None:
        """Return the node of an index."""
        return self._item(index).node if index.isValid() else None

    def path(self, index: Index) -> tuple[tuple[object, ...], ...]:
        """Return the keys from the top down to an index, by which it is found again."""
        keys: list[tuple[object, ...]] = []
        item = self._item(index) if index.isValid() else None
        while item is not None:
            keys.append(item.node.key)
            item = item.parent
        return tuple(reversed(keys))

    def find(self, path: Iterable[tuple[object, ...]]) -> QModelIndex:
        """Return the index of a path, reading the levels on the way; the nearest one above it."""
        index = QModelIndex()
        for key in path:
            self.fetchMore(index)
            rows = (self.index(row, 0, index) for row in range(self.rowCount(index)))
            found = next((i for i in rows if self._item(i).node.key == key), None)
            if found is None:
                return index
            index = found
        return index

    def find_grid(self, grid_id: int) -> QModelIndex:
        """Return the index of an open grid, reading the levels above it."""
        for top in self._indexes(QModelIndex()):
            for index in (top, *self._indexes(top)):
                node = self.node(index)
                if node is None or node.kind not in (NodeKind.COMMUNITY, NodeKind.GRID):
                    continue
                for found in (index, *self._indexes(index)):
                    node = self.node(found)
                    if node and node.kind is NodeKind.GRID and node.grid_id == grid_id:
                        return found
        return QModelIndex()

    def cut(self, nodes: Iterable[TreeNode]) -> None:
        """Show nodes as cut, and no others."""
        self._cut = frozenset(node.key for node in nodes)
        last = QModelIndex() if not self._top else self.index(len(self._top) - 1, 0)
        self.dataChanged.emit(self.index(0, 0), last)

    # ---- of Qt ----

    @override
    def index(self, row: int, column: int, parent: Index | None = None) -> QModelIndex:
        items = self._items(parent or QModelIndex())
        if not (0 <= row < len(items) and 0 <= column < _COLUMNS):
            return QModelIndex()
        return self.createIndex(row, column, items[row])

    @override
    def parent(self, index: Index | None = None) -> Any:
        if index is None:
            return super().parent()
        above = self._item(index).parent if index.isValid() else None
        return QModelIndex() if above is None else self.createIndex(above.row, 0, above)

    @override
    def rowCount(self, parent: Index | None = None) -> int:
        parent = parent or QModelIndex()
        return 0 if parent.column() > 0 else len(self._items(parent))

    @override
    def columnCount(self, parent: Index | None = None) -> int:
        return _COLUMNS

    @override
    def hasChildren(self, parent: Index | None = None) -> bool:
        if parent is None or not parent.isValid():
            return bool(self._top)
        item = self._item(parent)
        return parent.column() == 0 and (item.below is None or bool(item.below))

    @override
    def canFetchMore(self, parent: Index) -> bool:
        return parent.isValid() and self._item(parent).below is None

    @override
    def fetchMore(self, parent: Index) -> None:
        if not self.canFetchMore(parent):
            return
        item = self._item(parent)
        nodes = self._read_below(item.node)
        if nodes:
            self.beginInsertRows(parent, 0, len(nodes) - 1)
        item.below = [_Item(node, item, row) for row, node in enumerate(nodes)]
        if nodes:
            self.endInsertRows()

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        node = self.node(index)
        if node is None:
            return None
        is_figures = index.column() == _FIGURES
        if role == Qt.ItemDataRole.DisplayRole:
            return figures(node) if is_figures else node.label
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{node.label} {figures(node)}".strip()
        if role == Qt.ItemDataRole.ToolTipRole:
            return " · ".join(filter(None, (node.number, node.label, figures(node))))
        if role == Qt.ItemDataRole.DecorationRole and not is_figures:
            return icon(_ICONS[node.kind])
        if role == Qt.ItemDataRole.ForegroundRole and (is_figures or node.key in self._cut):
            return QBrush(QColor(COLORS.muted))
        if role == Qt.ItemDataRole.TextAlignmentRole and is_figures:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        return None

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if role == Qt.ItemDataRole.DisplayRole and orientation is Qt.Orientation.Horizontal:
            return (tr("网格和楼栋"), tr("户 / 人"))[section]
        return None

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        node = self.node(index)
        if node is not None and node.is_movable:
            flags |= Qt.ItemFlag.ItemIsDragEnabled
        if node is not None and node.kind is NodeKind.GRID and node.has_children:
            flags |= Qt.ItemFlag.ItemIsDropEnabled
        return flags

    @override
    def mimeTypes(self) -> list[str]:
        return [PLACES_MIME]

    @override
    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        nodes = (self.node(index) for index in indexes if index.column() == 0)
        self._dragged = [node for node in nodes if node is not None and node.is_movable]
        data = QMimeData()
        data.setData(PLACES_MIME, b"")
        return data

    @override
    def dropMimeData(
        self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index
    ) -> bool:
        target = self.node(parent)
        if data.hasFormat(PLACES_MIME) and self._dragged and target is not None:
            self.dropped.emit(list(self._dragged), target)
        return False  # the ledger is changed, after a question, and the tree is read again

    @override
    def supportedDropActions(self) -> Qt.DropAction:
        return Qt.DropAction.MoveAction

    # ---- inside ----

    def _item(self, index: Index) -> _Item:
        found: _Item = index.internalPointer()
        return found

    def _items(self, parent: Index) -> list[_Item]:
        return self._item(parent).below or [] if parent.isValid() else self._top

    def _indexes(self, parent: QModelIndex) -> Iterator[QModelIndex]:
        node = self.node(parent)
        if node is None or node.kind in (NodeKind.STREET, NodeKind.COMMUNITY):
            self.fetchMore(parent)
            yield from (self.index(row, 0, parent) for row in range(self.rowCount(parent)))


def figures(node: TreeNode) -> str:
    """Return a node's figures as the tree shows them."""
    if node.kind is NodeKind.TWICE:
        return tr("{count} 处").format(count=f"{node.dwellings:,}")
    if node.kind is NodeKind.CLOSED:
        return tr("{count} 个").format(count=f"{node.dwellings:,}")
    if node.kind is NodeKind.UNASSIGNED and not node.residents:
        return tr("{count} 处").format(count=f"{node.dwellings:,}")
    return f"{node.households:,} / {node.residents:,}"
