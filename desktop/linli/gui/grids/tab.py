"""The grids tab (网格): the tree at the left, what belongs to the chosen node at the right."""

from collections.abc import Callable, Sequence
from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QMenu,
    QSplitter,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from linli.domain.accounts import Right
from linli.domain.changes import Kind
from linli.domain.grid_tree import HOLDERS, GridConflict, NodeKind, TreeDwelling, TreeNode
from linli.domain.values.addresses import Address
from linli.errors import UserError
from linli.gui import actions
from linli.gui.actions import ActionSpec, make_action
from linli.gui.community_map.page import KINDS, MapPage
from linli.gui.desk import Desk
from linli.gui.empty_state import EmptyState
from linli.gui.grid_form import GridForm
from linli.gui.grids.change_forms import JoinForm, MoveForm, SettleForm, SplitForm, open_form
from linli.gui.grids.communities import open_communities
from linli.gui.grids.grid_list import COLUMNS, GridSource
from linli.gui.grids.history import GridHistoryDialog
from linli.gui.grids.number_forms import RenumberForm
from linli.gui.grids.pages import ConflictPage, GridPage, PlacePage
from linli.gui.grids.tree_model import GridTreeModel
from linli.gui.grids.tree_view import GridTreeView
from linli.gui.household_dialog import HouseholdDialog
from linli.gui.i18n import tr
from linli.gui.icons import icon
from linli.gui.staff.boards import open_boards
from linli.gui.tab import Tab
from linli.gui.table import TableModel
from linli.gui.table_view import TableView

_TREE_UNITS = 340


class GridsTab(Tab):
    """Shows the tree of grids and opens what can be done with them.

    Attributes:
        views: the ways to look at the grids; the list with its tree is the first.
    """

    kinds: ClassVar[frozenset[Kind]] = KINDS | {Kind.SETTINGS}

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        trees = desk.services.grid_trees
        self._source = GridSource(desk.services.grids)
        self._model = TableModel(self._source, COLUMNS, self)
        self.table = TableView(self._model, desk.theme, desk.state, "grids", self)
        self.table.setAccessibleName(tr("网格"))
        self.tree_model = GridTreeModel(trees.top, trees.below, self)
        self.tree = GridTreeView(self.tree_model, desk.theme, self)
        self.grid_page = GridPage(desk, self)
        self.place_page = PlacePage(desk, self)
        self.conflict_page = ConflictPage(desk, self)
        self._make_actions()
        self.summary = QLabel(self)
        self.summary.setObjectName("muted")
        self._stack = QStackedWidget(self)
        hint = tr("把社区分成几个网格，写上网格长、联络员和民警；联系卡上会印他们的姓名和电话。")
        self._empty = EmptyState("map-2", tr("还没有网格"), hint, [self.new], desk.theme, self)
        for page in (
            *(self.table, self._empty, self.grid_page, self.place_page, self.conflict_page),
        ):
            self._stack.addWidget(page)
        self._halves = QSplitter(Qt.Orientation.Horizontal, self)
        self._halves.setChildrenCollapsible(False)
        self._halves.addWidget(self.tree)
        self._halves.addWidget(self._stack)
        self._halves.setStretchFactor(1, 1)
        self.views = QStackedWidget(self)
        self.views.addWidget(self._halves)
        self.map_page = MapPage(desk, self)
        self.views.addWidget(self.map_page)
        self._make_bar()
        self._column = QVBoxLayout(self)
        self._column.addLayout(self._bar)
        self._column.addWidget(self.views, 1)
        self._connect()
        self._on_theme()
        self._on_selection()

    @override
    def refresh(self) -> None:
        if self.map_button.isChecked():
            self.map_page.refresh()
        self.tree.read()
        count = len(self.desk.services.grids.names())
        self.summary.setText(tr("共 {count} 个网格").format(count=count) if count else "")
        self.tree.setVisible(bool(count) or self.tree_model.rowCount() > 1)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = self.width() < self.desk.theme.px(880)
        style = Qt.ToolButtonStyle
        for button in self.findChildren(QToolButton):
            button.setToolButtonStyle(
                style.ToolButtonIconOnly if narrow else style.ToolButtonTextBesideIcon
            )

    # ---- making ----

    def _make_actions(self) -> None:
        def make(spec: ActionSpec, slot: Callable[[], object]) -> QAction:
            return make_action(spec, self, slot, self.desk)

        self.new = make_action(actions.NEW_GRID, self, self._on_new, self.desk, primary=True)
        self.edit = make(actions.EDIT_GRID, self._on_edit)
        self.remove = make(actions.REMOVE_GRID, self._on_remove)
        self.board = make(actions.GRID_BOARD, self._on_board)
        self.print_cards = make(actions.PRINT_GRID, self._on_print)
        self.split = make(actions.SPLIT_GRID, self._on_split)
        self.join = make(actions.JOIN_GRIDS, self._on_join)
        self.move_places = make(actions.MOVE_PLACES, self._on_move)
        self.renumber = make(actions.RENUMBER_GRIDS, self._on_renumber)
        self.show_history = make(actions.GRID_HISTORY, self._on_history)
        self.communities = make(actions.COMMUNITIES, lambda: open_communities(self.desk, self))

    def _make_bar(self) -> None:
        self._bar = QHBoxLayout()
        self.map_button = QToolButton(self)
        self.map_button.setIcon(icon("layout-grid"))
        self.map_button.setText(tr("示意图"))
        self.map_button.setToolTip(tr("把网格和楼栋画成一张图；再按一次回到列表"))
        self.map_button.setCheckable(True)
        self.map_button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._bar.addWidget(self.map_button)
        self._bar.addWidget(self.summary, 1)
        for action in (self.edit, self.remove, self.board, self.print_cards):
            self._bar.addWidget(self._button(action))
        self.change_button = QToolButton(self)
        self.change_button.setIcon(icon("arrows-exchange"))
        self.change_button.setText(tr("调整"))
        self.change_button.setToolTip(tr("拆分、合并、划楼栋、调整编号、沿革"))
        self.change_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.change_button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        menu = QMenu(self.change_button)
        menu.addActions([self.split, self.join, self.move_places, self.renumber])
        menu.addSeparator()
        menu.addActions([self.show_history, self.communities])
        self.change_button.setMenu(menu)
        self._bar.addWidget(self.change_button)
        self._bar.addWidget(self._button(self.new, primary=True))
        self.tree.addActions(
            [self.edit, self.split, self.join, self.move_places, self.show_history]
        )
        self.tree.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)

    def _button(self, action: QAction, *, primary: bool = False) -> QToolButton:
        button = QToolButton(self)
        button.setDefaultAction(action)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        button.setProperty("primary", primary)
        return button

    def _connect(self) -> None:
        self.table.opened.connect(self._open)
        self.table.selection_changed.connect(self._on_selection)
        self.tree.chosen.connect(self._show_node)
        self.tree.opened.connect(self._open_node)
        self.tree.moving.connect(self._on_moving)
        self.tree.selectionModel().selectionChanged.connect(self._on_selection)
        self.place_page.opened.connect(self._open_dwelling)
        self.place_page.move_asked.connect(self._on_move_dwellings)
        self.conflict_page.settle_asked.connect(self._on_settle)
        self.map_button.toggled.connect(self._on_view)
        self.map_page.grid_opened.connect(self._on_map_grid)
        self.desk.theme.changed.connect(self._on_theme)

    # ---- showing ----

    def _show_node(self, node: TreeNode | None) -> None:
        """Show at the right what belongs to a node."""
        services = self.desk.services
        if node is None or node.kind in (NodeKind.STREET, NodeKind.COMMUNITY, NodeKind.CLOSED):
            self._show_table(node)
        elif node.kind is NodeKind.GRID and node.grid_id is not None:
            try:
                grid = services.grids.get(node.grid_id)
            except UserError:
                return  # it went meanwhile; the tree is about to be read again
            self.grid_page.show_grid(grid, services.grid_trees.below(node))
            self._stack.setCurrentWidget(self.grid_page)
        elif node.kind in HOLDERS:
            self.place_page.show_dwellings(node, services.grid_trees.dwellings(node))
            self._stack.setCurrentWidget(self.place_page)
        else:
            self.conflict_page.show_conflicts(services.grid_trees.conflicts())
            self._stack.setCurrentWidget(self.conflict_page)
        self._on_selection()

    def _show_table(self, node: TreeNode | None) -> None:
        self._source.everywhere = node is None or node.kind is not NodeKind.COMMUNITY
        self._source.community_id = None if node is None else node.community_id
        self._model.reload()
        count = self._model.rowCount()
        self._stack.setCurrentWidget(self.table if count else self._empty)
        if count and self.table.current_id() is None:
            self.table.select_id(self._model.id_at(0))

    def _on_view(self, on: bool) -> None:  # noqa: FBT001 - a slot of Qt
        if on:
            self.map_page.refresh()
        self.views.setCurrentWidget(self.map_page if on else self._halves)

    def _on_map_grid(self, grid_id: int) -> None:
        """Go from the picture to a grid in the tree."""
        self.map_button.setChecked(False)
        self.tree.choose_grid(grid_id)
        self.tree.setFocus()

    # ---- what is chosen ----

    def _grids(self) -> list[int]:
        """Return the open grids that are chosen: in the table, or in the tree."""
        if self._stack.currentWidget() is self.table:
            return self.table.selected_ids()
        return [
            node.grid_id
            for node in self.tree.selected()
            if node.kind is NodeKind.GRID and node.has_children and node.grid_id is not None
        ]

    def _any_grid(self) -> int | None:
        """Return the one grid that is chosen, open or closed."""
        if self._stack.currentWidget() is self.table:
            found = self.table.selected_ids()
        else:
            found = [
                node.grid_id
                for node in self.tree.selected()
                if node.kind is NodeKind.GRID and node.grid_id is not None
            ]
        return found[0] if len(found) == 1 else None

    def _movable(self) -> list[TreeNode]:
        nodes = [node for node in self.tree.selected() if node.is_movable]
        return nodes if len({node.grid_id for node in nodes}) == 1 else []

    def _on_selection(self) -> None:
        grids = self._grids()
        for action in (self.edit, self.remove, self.board, self.split):
            action.setEnabled(len(grids) == 1)
        self.print_cards.setEnabled(bool(grids))
        self.join.setEnabled(bool(grids))
        self.show_history.setEnabled(self._any_grid() is not None)
        self.move_places.setEnabled(bool(self._movable()))

    # ---- doing ----

    def _open(self, grid_id: int | None) -> None:
        try:
            grid = None if grid_id is None else self.desk.services.grids.get(grid_id)
        except UserError as error:
            self.desk.ask.warn(self, error.message)
            return
        form = GridForm(self.desk, grid, self)
        form.saved.connect(self.desk.bus.publish)
        form.open()

    def _open_node(self, node: TreeNode) -> None:
        if node.kind is NodeKind.GRID:
            if node.has_children:
                self._open(node.grid_id)
            else:
                self._on_history()
            return
        for home in self.desk.services.grid_trees.dwellings(node):
            self._open_dwelling(home)

    def _open_dwelling(self, home: TreeDwelling) -> None:
        if home.household_ids:
            HouseholdDialog(self.desk, home.household_ids[0], parent=self).open()
        else:
            self.desk.ask.tell(self, tr("这处住所还没有登记住户。"))

    def _on_new(self) -> None:
        self._open(None)

    def _on_edit(self) -> None:
        self._open(self._grids()[0])

    def _on_remove(self) -> None:
        (grid_id,) = self._grids()
        name = self.desk.services.grids.names()[grid_id]
        question = tr("要删除“{name}”吗？").format(name=name)
        if not self.desk.ask.confirm(self, question, accept=tr("删除")):
            return
        try:
            changes = self.desk.services.grids.remove(grid_id)
        except UserError as error:
            self.desk.ask.warn(self, error.message)
        else:
            self.desk.bus.publish(changes)

    def _on_board(self) -> None:
        (grid_id,) = self._grids()
        open_boards(self.desk, self, grid_id)

    def _on_print(self) -> None:
        """Ask for the cards of all selected grids, one grid after the other."""
        service = self.desk.services.cards
        people = [person for grid_id in self._grids() for person in service.ids_for_grid(grid_id)]
        if people:
            self.cards_requested.emit(people)
        else:
            self.desk.ask.tell(
                self,
                tr("选中的网格里还没有居民，没有卡可打。"),
                tr("在“编辑”里写上网格的楼栋，住在那里的居民就会归入这个网格。"),
            )

    def _on_split(self) -> None:
        (grid_id,) = self._grids()
        open_form(self.desk, lambda: SplitForm(self.desk, grid_id, self), self)

    def _on_join(self) -> None:
        grids = self._grids()
        open_form(self.desk, lambda: JoinForm(self.desk, grids, self), self)

    def _on_renumber(self) -> None:
        open_form(self.desk, lambda: RenumberForm(self.desk, self), self)

    def _on_history(self) -> None:
        grid_id = self._any_grid()
        if grid_id is not None:
            GridHistoryDialog(self.desk, grid_id, self).open()

    def _on_move(self) -> None:
        self._ask_move(self._movable(), None)

    def _on_moving(self, nodes: Sequence[TreeNode], target: TreeNode) -> None:
        """Ask about nodes that were dropped or pasted on a grid."""
        if self.desk.may(Right.EDIT) and len({node.grid_id for node in nodes}) == 1:
            self._ask_move(nodes, target.grid_id)

    def _ask_move(self, nodes: Sequence[TreeNode], target: int | None) -> None:
        if not nodes or nodes[0].grid_id == target is not None:
            return
        places = [place for node in nodes for place in node.places]
        self._open_move(places, nodes[0].grid_id, target)

    def _on_move_dwellings(self, homes: Sequence[TreeDwelling]) -> None:
        grids = {home.grid_id for home in homes}
        if len(grids) == 1:
            self._open_move([home.address for home in homes], grids.pop(), None)

    def _open_move(self, places: Sequence[Address], source: int | None, target: int | None) -> None:
        names = self.desk.services.grids.names()
        if not set(names) - {source}:
            self.desk.ask.tell(self, tr("没有别的网格可划，请先新增或拆分一个网格。"))
            return
        open_form(self.desk, lambda: MoveForm(self.desk, places, source, self, target=target), self)

    def _on_settle(self, found: GridConflict) -> None:
        first = [grid_id for grid_id, _ in found.grids]
        words = f"{found.place}：{found.kind.words}"
        open_form(self.desk, lambda: SettleForm(self.desk, words, found.places, first, self), self)

    def _on_theme(self) -> None:
        px = self.desk.theme.px
        margin = px(16)
        self._column.setContentsMargins(margin, px(12), margin, px(12))
        self._column.setSpacing(px(10))
        self._bar.setSpacing(px(8))
        self._halves.setSizes([px(_TREE_UNITS), max(px(_TREE_UNITS), self.width())])
