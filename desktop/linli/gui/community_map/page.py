"""The picture of the community with all that can be done with it (社区图)."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QMenu,
    QPushButton,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from linli.domain.accounts import Right
from linli.domain.changes import Changes, Kind
from linli.domain.community_map import (
    FIGURE,
    FOR_THE_WALL,
    UNIT,
    Box,
    CommunityMap,
    Figure,
    MapBuilding,
)
from linli.errors import NotFoundError, UserError
from linli.gui.actions import plain
from linli.gui.colors import LIGHT
from linli.gui.community_map.label_form import LabelForm
from linli.gui.community_map.picture import MapPicture
from linli.gui.community_map.side import MapSide
from linli.gui.desk import Desk
from linli.gui.elevation.dialog import open_elevations
from linli.gui.fitting import fit_to_screen
from linli.gui.flow import FlowLayout
from linli.gui.grid_form import GridForm
from linli.gui.i18n import tr
from linli.gui.icons import icon
from linli.gui.inputs import ChoiceInput
from linli.gui.permission import new_action, new_button
from linli.gui.print_dialog import open_print_dialog

KINDS = frozenset(
    {
        *(Kind.MAP, Kind.GRIDS, Kind.RESIDENTS, Kind.HOUSEHOLDS, Kind.DWELLINGS),
        *(Kind.CARDS, Kind.VISITS, Kind.REPORTS),
    }
)
"""What the picture tells of."""


def open_community_map(desk: Desk, parent: QWidget, label_id: int | None = None) -> None:
    """Show the picture of the community in a window of its own; a label framed if it is named.

    Raises:
        NotFoundError: the label is gone.
    """
    dialog = MapDialog(desk, parent)
    if label_id is not None and not dialog.page.has_label(label_id):
        dialog.deleteLater()
        raise NotFoundError(tr("这处标注已经不在社区图上，可能刚被撤销或删除。"))
    dialog.open()
    if label_id is not None:
        dialog.page.point_at(label_id)


class MapPage(QWidget):
    """The picture, above it what it is coloured by, beside it the building in focus.

    Signals:
        grid_opened: a grid (id) is to be seen.
    """

    grid_opened = Signal(int)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._shown = CommunityMap()
        self._own: set[int] = set()
        figures = {figure: tr(words) for figure, words in FIGURE.items()}
        self.figure = ChoiceInput(figures, self)
        self.figure.setSizeAdjustPolicy(ChoiceInput.SizeAdjustPolicy.AdjustToContents)
        self.figure.set_value(Figure.PEOPLE)
        self.picture = MapPicture(desk.theme, self)
        self.side = MapSide(desk, self)
        self.area = QScrollArea(self)
        self.area.setWidget(self.picture)
        self.area.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.legend = QWidget(self)
        self._legend_row = FlowLayout(self.legend)
        self._labels: list[QLabel] = []
        self.line = QLabel(self)
        self.line.setTextFormat(Qt.TextFormat.PlainText)
        self.line.setWordWrap(True)
        self._make_buttons()
        self._arrange()
        self._connect()

    def refresh(self) -> None:
        """Read the picture again."""
        self._shown = self._desk.services.community_map.get()
        self._show()

    def has_label(self, label_id: int) -> bool:
        """Whether a label is on the picture."""
        return any(label.id == label_id for label in self._shown.labels)

    def point_at(self, label_id: int) -> None:
        """Frame a label, and bring it into sight."""
        self.picture.point_at(label_id)
        self._bring_into_sight(label_id)
        self.picture.setFocus()

    def undo(self) -> None:
        """Take back the last step if it was made here."""
        history = self._desk.services.history
        step = history.state().undo
        if step is None or step.id not in self._own:
            self._desk.ask.tell(self, tr("社区图上没有可以撤销的一步。"))
            return
        self._do(history.undo, own=False)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.area.viewport() and event.type() == QEvent.Type.Resize:
            self.picture.fit(self.area.maximumViewportSize())
        return super().eventFilter(watched, event)

    # ---- making ----

    def _make_buttons(self) -> None:
        def button(sign: str, words: str, right: Right) -> QPushButton:
            made = new_button(icon(sign), words, self, self._desk, right)
            made.setAutoDefault(False)
            return made

        self.arrange_button = button("layout-grid", tr("布置(&L)"), Right.EDIT)
        self.arrange_button.setCheckable(True)
        self.label_button = button("plus", tr("添加标注(&A)…"), Right.EDIT)
        self.anew_button = button("refresh", tr("重新排列(&R)…"), Right.EDIT)
        self.undo_button = button("arrow-back-up", tr("撤销(&U)"), Right.EDIT)
        self.print_button = button("printer", tr("打印(&P)"), Right.PRINT)
        menu = QMenu(self.print_button)
        for words, right, large, posting in (
            (tr("A3 纸(&3)…"), Right.PRINT, True, False),
            (tr("A4 纸(&4)…"), Right.PRINT, False, False),
            (tr("上墙张贴，A3 纸(&Q)…"), Right.POST, True, True),
        ):
            action = new_action(words, menu, self._desk, right)
            action.triggered.connect(self._printing(large=large, posting=posting))
            menu.addAction(action)
        self.print_button.setMenu(menu)
        self.zoom_buttons = []
        for sign, words, slot in (
            ("zoom-out", tr("缩小（-）"), lambda: self.picture.zoom(-1)),
            ("zoom-in", tr("放大（+）"), lambda: self.picture.zoom(1)),
            ("maximize", tr("看全图（0）"), self.picture.fit),
        ):
            zoom = QToolButton(self)
            zoom.setIcon(icon(sign))
            zoom.setToolTip(words)
            zoom.setAccessibleName(words)
            zoom.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            zoom.clicked.connect(lambda _checked=False, do=slot: do())
            self.zoom_buttons.append(zoom)

    def _arrange(self) -> None:
        words = QLabel(tr("着色(&S)"), self)
        words.setBuddy(self.figure)
        self.figure.setAccessibleName(plain(words.text()))
        bar = QWidget(self)
        row = FlowLayout(bar)
        self._tools = (self.label_button, self.anew_button, self.undo_button)
        for widget in (
            *(words, self.figure, *self.zoom_buttons, self.print_button, self.arrange_button),
            *self._tools,
        ):
            row.addWidget(widget)
        for tool in self._tools:
            tool.hide()
        middle = QHBoxLayout()
        middle.addWidget(self.area, 1)
        middle.addWidget(self.side)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(bar)
        column.addWidget(self.legend)
        column.addLayout(middle, 1)
        column.addWidget(self.line)

    def _connect(self) -> None:
        self.area.viewport().installEventFilter(self)
        self.figure.edited.connect(self._show)
        self.arrange_button.toggled.connect(self._on_arranging)
        self.label_button.clicked.connect(lambda: self._open_label(None))
        self.anew_button.clicked.connect(self._on_anew)
        self.undo_button.clicked.connect(self.undo)
        self.picture.opened.connect(self._open_building)
        self.picture.label_opened.connect(self._open_label)
        self.picture.grid_opened.connect(self.grid_opened)
        self.picture.moved.connect(self._on_moved)
        self.picture.chosen.connect(self._on_chosen)
        self.picture.removal_asked.connect(self._on_remove)
        self.side.opened.connect(self._open_building)
        self.side.grid_opened.connect(self.grid_opened)
        self._desk.theme.changed.connect(self._show)

    # ---- showing ----

    def _show(self) -> None:
        figure = self.figure.value()
        self.picture.show_map(self._shown, figure)
        for label in self._labels:
            label.hide()
            label.deleteLater()
        self._labels = []
        for each in self.picture.legend:
            words = tr("{bounds} {unit}：{count} 处").format(
                bounds=each.words, unit=tr(UNIT[figure]), count=each.count
            )
            label = QLabel(words, self.legend)
            label.setTextFormat(Qt.TextFormat.PlainText)
            colour = LIGHT.surface if each.light_text else LIGHT.text
            label.setStyleSheet(
                f"background: {each.shade}; color: {colour}; padding: 2px 8px;"
                f" border: 1px solid {LIGHT.input_line};"
            )
            self._legend_row.addWidget(label)
            label.show()
            self._labels.append(label)
        self.legend.setVisible(bool(self._labels))
        self._show_line(figure)
        self.print_button.setEnabled(bool(self._shown.buildings))

    def _show_line(self, figure: Figure) -> None:
        said = []
        if not self._shown.buildings:
            said.append(tr("还没有楼栋。登记居民的住址，或在网格里写上楼栋，这里就有图。"))
        elif self.picture.arranging:
            said.append(
                tr(
                    "拖动楼栋来摆放，拖右下角改大小；用键盘：方向键选，Ctrl+方向键移，Shift+方向键改大小。"
                )
            )
        else:
            said.append(tr("点一栋楼看楼栋图；双击网格的底色到网格。"))
        overlaps = len(self.picture.overlaps())
        if overlaps:
            said.append(tr("有 {count} 处楼栋重叠（红色斜线），请移开。").format(count=overlaps))
        elsewhere = self._shown.elsewhere.get(figure, 0)
        if elsewhere:
            words = tr("另有 {count} {unit}没有写到楼栋，不在图上。")
            said.append(words.format(count=elsewhere, unit=tr(UNIT[figure])))
        self.line.setText("".join(said))

    def _on_chosen(self, building: MapBuilding | None) -> None:
        self.side.show_building(self._shown, building)
        if building is not None:
            self._bring_into_sight(building.key)

    def _bring_into_sight(self, item: str | int) -> None:
        area = self.picture.rect_of(item).toRect()
        middle = area.center()
        self.area.ensureVisible(middle.x(), middle.y(), area.width(), area.height())

    # ---- doing ----

    def _do(self, work: Callable[[], Changes], *, own: bool = True) -> None:
        try:
            changes = work()
        except UserError as error:
            self._desk.ask.warn(self, error.message)
            self.refresh()
            return
        if own and changes.entry_id is not None:
            self._own.add(changes.entry_id)
        self._desk.bus.publish(changes)

    def _on_moved(self, boxes: Mapping[str, Box], labels: Mapping[int, Box]) -> None:
        self._do(lambda: self._desk.services.community_map.move(boxes, labels))

    def _on_arranging(self, on: bool) -> None:  # noqa: FBT001 - a slot of Qt
        self.picture.set_arranging(on=on)
        for tool in self._tools:
            tool.setVisible(on)
        self._show_line(self.figure.value())
        self.picture.setFocus()

    def _on_anew(self) -> None:
        question = tr("要把所有楼栋按网格重新排列吗？摆放好的位置都会丢掉，标注不变。")
        if self._desk.ask.confirm(self, question, accept=tr("重新排列")):
            self._do(self._desk.services.community_map.rearrange)
            self.picture.fit()

    def _on_remove(self, ids: list[int]) -> None:
        question = tr("要删除选中的 {count} 处标注吗？").format(count=len(ids))
        if self._desk.ask.confirm(self, question, accept=tr("删除")):
            self._do(lambda: self._desk.services.community_map.remove_labels(ids))

    def _open_label(self, label_id: int | None) -> None:
        label = next((each for each in self._shown.labels if each.id == label_id), None)
        seen = self.picture.visibleRegion().boundingRect()
        form = LabelForm(self._desk, label, self.picture.cell_at(seen.center()), self)
        form.saved.connect(self._on_label_saved)
        form.open()

    def _on_label_saved(self, changes: Changes) -> None:
        self._do(lambda: changes)

    def _open_building(self, key: str) -> None:
        building = next(each for each in self._shown.buildings if each.key == key)
        if building.dwellings:
            open_elevations(self._desk, self, building.title)
        else:
            words = tr("“{place}”还没有登记住址，没有楼栋图可看。")
            self._desk.ask.tell(self, words.format(place=building.title))

    def _printing(self, *, large: bool, posting: bool) -> Callable[[], None]:
        return lambda: self._print(large=large, posting=posting)

    def _print(self, *, large: bool, posting: bool) -> None:
        figure = self.figure.value()
        if posting and figure not in FOR_THE_WALL:
            words = tr("“{figure}”不适合上墙张贴，请把着色改成“人数”“户数”或“不着色”再打。")
            self._desk.ask.tell(self, words.format(figure=tr(FIGURE[figure])))
            return
        service = self._desk.services.community_map
        self._desk.jobs.run(
            lambda _: service.pdf(figure, large=large, posting=posting),
            owner=self,
            done=lambda content: open_print_dialog(self._desk, content, tr("社区图"), self),
            title=tr("正在排版…"),
        )


class MapDialog(QDialog):
    """The picture in a window of its own. Show it with `open()`; it deletes itself when closed."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("社区图"))
        self._desk = desk
        self.page = MapPage(desk, self)
        close = QPushButton(tr("关闭(&C)"), self)
        close.setAutoDefault(False)
        close.clicked.connect(self.reject)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(close)
        column = QVBoxLayout(self)
        margin = desk.theme.px(12)
        column.setContentsMargins(margin, margin, margin, margin)
        column.addWidget(self.page, 1)
        column.addLayout(row)
        QShortcut(QKeySequence.StandardKey.Undo, self, self.page.undo)
        self.page.grid_opened.connect(self._open_grid)
        desk.bus.changed.connect(self._on_changed)
        self.page.refresh()
        self.page.picture.setFocus()
        fit_to_screen(self, desk.theme.size(1280, 720))

    def _open_grid(self, grid_id: int) -> None:
        try:
            grid = self._desk.services.grids.get(grid_id)
        except UserError as error:
            self._desk.ask.warn(self, error.message)
            return
        form = GridForm(self._desk, grid, self)
        form.saved.connect(self._desk.bus.publish)
        form.open()

    def _on_changed(self, changes: Changes) -> None:
        if changes.touches(*KINDS):
            self.page.refresh()
