"""The grids tab (网格): every grid with its buildings and who looks after it."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QStackedWidget, QToolButton, QVBoxLayout, QWidget
from typing_extensions import override

from linli.domain.changes import Kind
from linli.domain.grids import Grid, GridRole
from linli.domain.values.addresses import address_text
from linli.errors import UserError
from linli.gui import actions
from linli.gui.actions import make_action
from linli.gui.desk import Desk
from linli.gui.empty_state import EmptyState
from linli.gui.grid_form import GridForm
from linli.gui.i18n import mark, tr
from linli.gui.staff.boards import open_boards
from linli.gui.tab import Tab
from linli.gui.table import Column, TableModel
from linli.gui.table_view import TableView

if TYPE_CHECKING:
    from linli.services.grids import GridService


def _buildings(grid: Grid) -> str:
    return "、".join(address_text(address) for address in grid.facts.buildings)


def _officer(grid: Grid, role: GridRole) -> str:
    officer = grid.facts.officer(role)
    return " ".join(filter(None, (officer.name, officer.phone))) if officer else ""


COLUMNS: tuple[Column[Grid], ...] = (
    Column(key="number", title=mark("编号"), text=lambda g: g.facts.number, chars=4),
    Column(key="name", title=mark("名称"), text=lambda g: g.facts.name, chars=7),
    Column(
        key="buildings", title=mark("楼栋"), text=_buildings, chars=14, priority=5, stretch=True
    ),
    Column(
        key="leader",
        title=mark("网格长"),
        text=lambda g: _officer(g, GridRole.LEADER),
        chars=11,
        priority=1,
    ),
    Column(
        key="liaison",
        title=mark("网格联络员"),
        text=lambda g: _officer(g, GridRole.LIAISON),
        chars=11,
        priority=2,
    ),
    Column(
        key="police",
        title=mark("社区民警"),
        text=lambda g: _officer(g, GridRole.POLICE),
        chars=11,
        priority=3,
    ),
    Column(
        key="households",
        title=mark("户数"),
        text=lambda g: f"{g.households:,}",
        chars=4,
        priority=4,
        align_right=True,
    ),
    Column(
        key="residents",
        title=mark("人数"),
        text=lambda g: f"{g.residents:,}",
        chars=4,
        priority=1,
        align_right=True,
    ),
)


class GridSource:
    """All grids of the ledger; there are few, so they are read at once."""

    def __init__(self, service: "GridService") -> None:
        self._service = service
        self._grids: dict[int, Grid] = {}

    def list_ids(self, sort: str, *, descending: bool) -> Sequence[int]:
        """Read the grids again, by number."""
        del sort, descending  # the service's order by number is the only one
        self._grids = {grid.id: grid for grid in self._service.list_all()}
        return list(self._grids)

    def rows(self, ids: Sequence[int]) -> Sequence[Grid]:
        """Return grids read before."""
        return [self._grids[number] for number in ids]

    def get(self, grid_id: int) -> Grid:
        """Return a grid read before."""
        return self._grids[grid_id]


class GridsTab(Tab):
    """Lists the grids and opens their form."""

    title: ClassVar[str] = mark("网格")
    icon_name: ClassVar[str] = "map-2"
    kinds: ClassVar[frozenset[Kind]] = frozenset(
        {Kind.GRIDS, Kind.RESIDENTS, Kind.HOUSEHOLDS, Kind.DWELLINGS}
    )

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._source = GridSource(desk.services.grids)
        self._model = TableModel(self._source, COLUMNS, self)
        self.table = TableView(self._model, desk.theme, desk.state, "grids", self)
        self.table.setAccessibleName(tr("网格"))
        self.new = make_action(actions.NEW_GRID, self, self._on_new, desk, primary=True)
        self.edit = make_action(actions.EDIT_GRID, self, self._on_edit, desk)
        self.remove = make_action(actions.REMOVE_GRID, self, self._on_remove, desk)
        self.board = make_action(actions.GRID_BOARD, self, self._on_board, desk)
        self.print_cards = make_action(actions.PRINT_GRID, self, self._on_print, desk)
        self.summary = QLabel(self)
        self.summary.setObjectName("muted")
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self.table)
        hint = tr("把社区分成几个网格，写上网格长、联络员和民警；联系卡上会印他们的姓名和电话。")
        self._stack.addWidget(
            EmptyState("map-2", tr("还没有网格"), hint, [self.new], desk.theme, self)
        )
        self._bar = QHBoxLayout()
        self._bar.addWidget(self.summary, 1)
        for action in (self.edit, self.remove, self.board, self.print_cards, self.new):
            self._bar.addWidget(self._button(action, primary=action is self.new))
        self._column = QVBoxLayout(self)
        self._column.addLayout(self._bar)
        self._column.addWidget(self._stack, 1)
        self.table.opened.connect(self._open)
        self.table.selection_changed.connect(self._on_selection)
        desk.theme.changed.connect(self._on_theme)
        self._on_theme()
        self._on_selection()

    @override
    def refresh(self) -> None:
        self._model.reload()
        count = self._model.rowCount()
        self._stack.setCurrentIndex(0 if count else 1)
        if count and self.table.current_id() is None:
            self.table.select_id(self._model.id_at(0))
        self.summary.setText(tr("共 {count} 个网格").format(count=count) if count else "")

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = self.width() < self.desk.theme.px(640)
        style = Qt.ToolButtonStyle
        for button in self.findChildren(QToolButton):
            button.setToolButtonStyle(
                style.ToolButtonIconOnly if narrow else style.ToolButtonTextBesideIcon
            )

    def _button(self, action: QAction, *, primary: bool) -> QToolButton:
        button = QToolButton(self)
        button.setDefaultAction(action)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        button.setProperty("primary", primary)
        return button

    def _open(self, grid_id: int | None) -> None:
        grid = None if grid_id is None else self._source.get(grid_id)
        form = GridForm(self.desk, grid, self)
        form.saved.connect(self.desk.bus.publish)
        form.open()

    def _on_new(self) -> None:
        self._open(None)

    def _on_edit(self) -> None:
        self._open(self.table.selected_ids()[0])

    def _on_remove(self) -> None:
        (grid_id,) = self.table.selected_ids()
        question = tr("要删除“{name}”吗？").format(name=self._source.get(grid_id).label)
        if not self.desk.ask.confirm(self, question, accept=tr("删除")):
            return
        try:
            changes = self.desk.services.grids.remove(grid_id)
        except UserError as error:
            self.desk.ask.warn(self, error.message)
        else:
            self.desk.bus.publish(changes)

    def _on_board(self) -> None:
        (grid_id,) = self.table.selected_ids()
        open_boards(self.desk, self, grid_id)

    def _on_print(self) -> None:
        """Ask for the cards of all selected grids, one grid after the other."""
        service = self.desk.services.cards
        grids = self.table.selected_ids()
        people = [person for grid_id in grids for person in service.ids_for_grid(grid_id)]
        if people:
            self.cards_requested.emit(people)
        else:
            self.desk.ask.tell(
                self,
                tr("选中的网格里还没有居民，没有卡可打。"),
                tr("在“编辑”里写上网格的楼栋，住在那里的居民就会归入这个网格。"),
            )

    def _on_selection(self) -> None:
        count = len(self.table.selected_ids())
        for action in (self.edit, self.remove, self.board):
            action.setEnabled(count == 1)
        self.print_cards.setEnabled(count > 0)

    def _on_theme(self) -> None:
        px = self.desk.theme.px
        margin = px(16)
        self._column.setContentsMargins(margin, px(12), margin, px(12))
        self._column.setSpacing(px(10))
        self._bar.setSpacing(px(8))
