"""What stands beside the tree: a grid's facts, the dwellings of a place, what is in two grids."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from linli.domain.accounts import Right
from linli.domain.grid_tree import GridConflict, NodeKind, TreeDwelling, TreeNode
from linli.domain.grids import Grid
from linli.domain.values.addresses import address_text
from linli.gui.desk import Desk
from linli.gui.fact_list import FactList, plain_label
from linli.gui.flow import FlowLayout
from linli.gui.i18n import mark, tr
from linli.gui.icons import icon
from linli.gui.permission import new_button
from linli.gui.plain_table import PlainTable
from linli.gui.table import Column, ListSource, TableModel
from linli.gui.table_view import TableView

_DWELLING_COLUMNS: tuple[Column[TreeDwelling], ...] = (
    Column(key="address", title=mark("住址"), text=lambda d: address_text(d.address), chars=12),
    Column(
        key="heads", title=mark("户主"), text=lambda d: "、".join(d.heads), chars=12, stretch=True
    ),
    Column(
        key="households",
        title=mark("户数"),
        text=lambda d: str(len(d.household_ids)),
        chars=4,
        align_right=True,
    ),
    Column(
        key="residents",
        title=mark("人数"),
        text=lambda d: str(d.residents),
        chars=4,
        align_right=True,
    ),
)


class GridPage(QWidget):
    """A grid: its facts, who serves there today, its places with their figures."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.heading = plain_label("", "heading", self)
        self._facts = QWidget(self)
        self.table = PlainTable(
            [tr("楼栋"), tr("住所"), tr("户数"), tr("人数"), tr("划入日期")], desk.theme, self
        )
        self.table.setAccessibleName(tr("本网格的楼栋"))
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(desk.theme.px(8))
        self._column.addWidget(self.heading)
        self._column.addWidget(self._facts)
        self._column.addWidget(self.table, 1)

    def show_grid(self, grid: Grid, places: Sequence[TreeNode]) -> None:
        """Show a grid with the places that the tree has of it."""
        history = self._desk.services.grids.history(grid.id)
        self.heading.setText(f"{grid.facts.number} {grid.label}".strip())
        facts = FactList(self._lines(grid), self._desk.theme, self)
        self._column.replaceWidget(self._facts, facts)
        self._facts.deleteLater()
        self._facts = facts
        since = {span.place: span.since for span in history.places if span.until is None}
        self.table.setVisible(grid.until is None)
        self.table.set_lines(
            (
                node.label,
                f"{node.dwellings:,}",
                f"{node.households:,}",
                f"{node.residents:,}",
                "、".join(sorted({day.isoformat() for p in node.places if (day := since.get(p))})),
            )
            for node in places
        )

    def _lines(self, grid: Grid) -> list[tuple[str, str]]:
        names = self._desk.services.communities.names()
        lines = []
        if len(names) > 1:
            lines.append((tr("社区"), names.get(grid.facts.community_id, "")))
        if grid.until is not None:
            history = self._desk.services.grids.history(grid.id)
            into = tr("，并入{grid}").format(grid=history.successor) if history.successor else ""
            lines.append((tr("最后一天"), f"{grid.until.isoformat()}{into}"))
        else:
            figures = tr("{households} 户 {residents} 人").format(
                households=f"{grid.households:,}", residents=f"{grid.residents:,}"
            )
            lines.append((tr("现有"), figures))
        for officer in grid.facts.officers:
            words = " ".join(filter(None, (officer.name, officer.phone)))
            lines.append((officer.role.label, words))
        if grid.since is not None:
            lines.append((tr("设立日期"), grid.since.isoformat()))
        if grid.facts.note:
            lines.append((tr("备注"), grid.facts.note))
        return lines


class PlacePage(QWidget):
    """The dwellings of a building, a unit, or of what is in no grid.

    Signals:
        opened: Enter or a double click on a dwelling.
        move_asked: the selected dwellings are to go to a grid; carries them.
    """

    opened = Signal(object)
    move_asked = Signal(object)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._dwellings: dict[int, TreeDwelling] = {}
        self.heading = plain_label("", "heading", self)
        self.hint = plain_label("", "muted", self)
        self.hint.setWordWrap(True)
        self._source = ListSource[TreeDwelling](lambda home: home.id)
        self._model = TableModel(self._source, _DWELLING_COLUMNS, self)
        self.table = TableView(self._model, desk.theme, desk.state, "grid_dwellings", self)
        self.table.setAccessibleName(tr("住所"))
        self.table.opened.connect(self._on_opened)
        self.move_button = new_button(
            icon("arrows-exchange"), tr("把选中的划到…"), self, desk, Right.EDIT
        )
        self.move_button.clicked.connect(lambda: self.move_asked.emit(self.selected()))
        self.table.selection_changed.connect(self._on_selection)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(desk.theme.px(8))
        column.addWidget(self.heading)
        column.addWidget(self.hint)
        column.addWidget(self.table, 1)
        row = FlowLayout()
        row.addWidget(self.move_button)
        column.addLayout(row)

    def show_dwellings(self, node: TreeNode, found: Sequence[TreeDwelling]) -> None:
        """Show the dwellings of a node."""
        self._dwellings = {home.id: home for home in found}
        self.heading.setText(address_text(node.places[0]) if len(node.places) == 1 else node.label)
        hint = tr("这些住所还不在任何网格里，选中以后划到一个网格；整栋楼也可以在左边拖到网格上。")
        self.hint.setText(hint)
        self.hint.setVisible(node.kind is NodeKind.UNASSIGNED)
        self._source.set_rows(found)
        self._model.reload()
        self._on_selection()

    def selected(self) -> list[TreeDwelling]:
        """Return the selected dwellings."""
        return [self._dwellings[i] for i in self.table.selected_ids() if i in self._dwellings]

    def _on_opened(self, dwelling_id: int) -> None:
        self.opened.emit(self._dwellings[dwelling_id])

    def _on_selection(self) -> None:
        self.move_button.setEnabled(bool(self.table.selected_count()))


class ConflictPage(QWidget):
    """What is in two grids, and the way to settle each.

    Signals:
        settle_asked: the selected conflicts are to be settled; carries them.
    """

    settle_asked = Signal(object)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._conflicts: list[GridConflict] = []
        heads = [tr("地方"), tr("住所"), tr("在哪几个网格"), tr("为什么")]
        self.heading = plain_label(tr("两处都有"), "heading", self)
        self.table = PlainTable(heads, desk.theme, self)
        self.table.setAccessibleName(tr("两处都有"))
        self.table.itemActivated.connect(lambda _: self._ask())
        self.table.itemSelectionChanged.connect(self._on_selection)
        self.settle_button: QPushButton = new_button(
            icon("check"), tr("确定归哪个网格…"), self, desk, Right.EDIT
        )
        self.settle_button.clicked.connect(self._ask)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(desk.theme.px(8))
        column.addWidget(self.heading)
        column.addWidget(self.table, 1)
        row = FlowLayout()
        row.addWidget(self.settle_button)
        column.addLayout(row)

    def show_conflicts(self, conflicts: Sequence[GridConflict]) -> None:
        """Show what is in two grids."""
        self._conflicts = list(conflicts)
        self.table.set_lines(
            (
                found.place,
                str(found.dwellings or ""),
                "、".join(name for _, name in found.grids),
                found.kind.words,
            )
            for found in conflicts
        )
        if conflicts:
            self.table.setCurrentCell(0, 0)
        self._on_selection()

    def selected(self) -> GridConflict | None:
        """Return the selected conflict."""
        row = self.table.currentRow()
        return self._conflicts[row] if 0 <= row < len(self._conflicts) else None

    def _ask(self) -> None:
        found = self.selected()
        if found is not None and self.settle_button.isEnabled():
            self.settle_asked.emit(found)

    def _on_selection(self) -> None:
        self.settle_button.setEnabled(self.selected() is not None)
