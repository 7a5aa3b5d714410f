"""What stands beside the picture of the community: the building in focus with its figures."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from linli.domain.community_map import COUNTED, FIGURE, UNIT, CommunityMap, MapBuilding
from linli.gui.desk import Desk
from linli.gui.fact_list import FactList, plain_label
from linli.gui.fitting import scrolled
from linli.gui.i18n import tr
from linli.gui.icons import icon

_WIDTH = 250  # design units


class MapSide(QWidget):
    """Shows a building, and goes on from it.

    Signals:
        opened: the picture of the building (key) is to be seen.
        grid_opened: its grid (id) is to be seen.
    """

    opened = Signal(str)
    grid_opened = Signal(int)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._building: MapBuilding | None = None
        self._facts: QWidget | None = None
        self.title = plain_label("", "heading", self)
        self.title.setWordWrap(True)
        self._inside = QWidget(self)
        self._lines = QVBoxLayout(self._inside)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.open_button = QPushButton(icon("building"), tr("看楼栋图(&O)…"), self)
        self.grid_button = QPushButton(icon("map-2"), tr("看网格(&G)"), self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.title)
        column.addWidget(scrolled(self._inside), 1)
        for button in (self.open_button, self.grid_button):
            button.setAutoDefault(False)
            column.addWidget(button)
        self.open_button.clicked.connect(self._on_open)
        self.grid_button.clicked.connect(self._on_grid)
        desk.theme.changed.connect(self._on_theme)
        self._on_theme()

    def show_building(self, shown: CommunityMap, building: MapBuilding | None) -> None:
        """Show a building, or that there is none."""
        self._building = building
        if self._facts is not None:
            self._facts.hide()
            self._facts.deleteLater()
        self.open_button.setEnabled(building is not None and building.dwellings > 0)
        self.grid_button.setEnabled(building is not None and building.grid_id is not None)
        if building is None:
            self.title.setText("")
            self._facts = QLabel(tr("在图上选一栋楼，这里就有它的数字。"), self._inside)
            self._facts.setWordWrap(True)
        else:
            self.title.setText(building.title)
            grid = shown.grid_of(building)
            facts = [(tr("网格"), grid.name)]
            if building.heads:
                facts.append((tr("本楼栋"), building.heads))
            if grid.officers:
                facts.append((tr("网格人员"), grid.officers))
            facts += [
                (tr(FIGURE[figure]), f"{building.figures[figure]} {tr(UNIT[figure])}")
                for figure in COUNTED
            ]
            self._facts = FactList(facts, self._desk.theme, self._inside)
        self._lines.addWidget(self._facts)

    def _on_theme(self) -> None:
        self.setFixedWidth(self._desk.theme.px(_WIDTH))

    def _on_open(self) -> None:
        if self._building is not None:
            self.opened.emit(self._building.key)

    def _on_grid(self) -> None:
        if self._building is not None and self._building.grid_id is not None:
            self.grid_opened.emit(self._building.grid_id)
