"""The picture of the community to look at, to go from and to lay out, by mouse and keyboard."""

from collections.abc import Iterable
from enum import Enum, auto

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QWheelEvent,
)
from PySide6.QtWidgets import QToolTip, QWidget
from typing_extensions import override

from linli.domain.community_map import (
    FIGURE,
    UNIT,
    Box,
    Class,
    CommunityMap,
    Figure,
    MapBuilding,
    bounds,
    classes,
    overlapping,
)
from linli.domain.map_layout import HEAD, Ground, grounds
from linli.gui.colors import LIGHT
from linli.gui.community_map.painting import MapPainter, boxes_by_grid
from linli.gui.i18n import tr
from linli.gui.theme import Theme
from linli.gui.zoom_keys import OWN_ZOOM

Item = str | int
"""A building by its key, or a label by its id."""

_EDGE = 4  # cells around everything, into which things can be moved
_LOOKING_EDGE = 2
_SMALLEST, _LARGEST = 4.0, 90.0  # px of a cell
_ZOOM = 1.25
_FIT_AT_MOST = 26  # design units of a cell: a few buildings do not fill a screen
_STEPS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}
_CONTROL = Qt.KeyboardModifier.ControlModifier
_SHIFT = Qt.KeyboardModifier.ShiftModifier


class _Drag(Enum):
    NONE = auto()
    MOVE = auto()
    GROW = auto()
    BAND = auto()


class MapPicture(QWidget):
    """Shows a `CommunityMap`.

    To look at it a click or Enter opens a building. While it is laid out (`arranging`) a click
    chooses, dragging or Ctrl with an arrow moves what is chosen, the corner or Shift with an arrow
    makes it larger; what was done is told when the mouse button or the key is let go.

    Signals:
        opened: a building is to be seen; carries its key.
        label_opened: a label is to be changed; carries its id.
        grid_opened: a double click on the ground of a grid; carries its id.
        moved: boxes of buildings by key, and of labels by id, that are others now.
        chosen: another building is in focus; carries the `MapBuilding` or None.
        removal_asked: labels (ids) are to go.
    """

    opened = Signal(str)
    label_opened = Signal(int)
    grid_opened = Signal(int)
    moved = Signal(object, object)
    chosen = Signal(object)
    removal_asked = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._paint = MapPainter(theme)
        self.setProperty(OWN_ZOOM, True)  # noqa: FBT003 - Qt's own signature
        self._shown = CommunityMap()
        self._figure = Figure.PEOPLE
        self._classes: tuple[Class, ...] = ()
        self._grounds: list[Ground] = []
        self._boxes: dict[Item, Box] = {}
        self._selected: set[Item] = set()
        self._current: Item | None = None
        self._shift = self._grow = (0, 0)
        self._drag = _Drag.NONE
        self._from = QPointF()
        self._band = QRectF()
        self._cell: float | None = None
        self._room = QSize()
        self.arranging = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setAccessibleName(tr("社区图"))

    # ---- what is shown ----

    @property
    def legend(self) -> tuple[Class, ...]:
        """The classes of the figure."""
        return self._classes

    @property
    def current(self) -> MapBuilding | None:
        """The building in focus."""
        found = (each for each in self._shown.buildings if each.key == self._current)
        return next(found, None)

    @property
    def selected_labels(self) -> list[int]:
        """The ids of the labels that are chosen."""
        return [item for item in self._selected if isinstance(item, int)]

    def show_map(self, shown: CommunityMap, figure: Figure) -> None:
        """Show a picture coloured by a figure; what is chosen stays chosen if it is there."""
        self._shown, self._figure = shown, figure
        values = [building.figures.get(figure, 0) for building in shown.buildings]
        self._classes = () if figure is Figure.PLAIN else classes(values)
        places = {building.key: shown.boxes[building.key] for building in shown.buildings}
        self._boxes = places | {label.id: label.facts.box for label in shown.labels}
        self._grounds = grounds(boxes_by_grid(shown, self._boxes))
        self._shift = self._grow = (0, 0)
        self._selected &= set(self._boxes)
        first = shown.buildings[0].key if shown.buildings else None
        self._choose(self._current if self._current in self._boxes else first)
        self._resize()

    def point_at(self, item: Item) -> None:
        """Bring a building or a label into focus."""
        self._choose(item)

    def set_arranging(self, *, on: bool) -> None:
        """Begin or end laying out."""
        self.arranging = on
        self._selected = {self._current} if on and self._current is not None else set()
        self._resize()

    def overlaps(self) -> frozenset[str]:
        """Return the buildings that stand on another one."""
        boxes = self._now()
        return overlapping(
            {building.key: boxes[building.key] for building in self._shown.buildings}
        )

    def rect_of(self, item: Item) -> QRectF:
        """Return where a building or a label is drawn."""
        return self._paint.area(self._boxes[item])

    def cell_at(self, place: QPoint) -> tuple[int, int]:
        """Return the column and row at a place of the widget."""
        cell = self._paint.cell
        return int(place.x() // cell) + self._paint.left, int(place.y() // cell) + self._paint.top

    # ---- size ----

    def fit(self, room: QSize | None = None) -> None:
        """Show all of it in the room there is, which is given once it is another."""
        if room is not None:
            self._room = room
        else:
            self._cell = None
        self._resize()

    def zoom(self, steps: int) -> None:
        """Show it larger, or smaller for negative steps."""
        wanted = self._paint.cell * _ZOOM**steps
        self._cell = min(max(wanted, _SMALLEST), _LARGEST)
        self._resize()

    def _resize(self) -> None:
        whole = bounds(self._boxes.values())
        edge = _EDGE if self.arranging else _LOOKING_EDGE
        columns, rows = whole.width + 2 * edge, whole.height + HEAD + 2 * edge
        fitting = min(self._room.width() / columns, self._room.height() / rows)
        fitting = min(max(fitting, _SMALLEST), self._theme.px(_FIT_AT_MOST))
        self._paint.cell = self._cell or fitting
        self._paint.left, self._paint.top = whole.x - edge, whole.y - HEAD - edge
        cell = self._paint.cell
        self._whole = Box(x=self._paint.left, y=self._paint.top, width=columns, height=rows)
        self.setFixedSize(max(1, int(columns * cell)), max(1, int(rows * cell)))
        self.update()

    # ---- events ----

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(event.rect(), QColor(LIGHT.surface))
        boxes = self._now()
        if self.arranging:
            self._paint.lines(painter, self._whole)
        for ground in self._grounds:
            self._paint.ground(painter, ground)
        for label in self._shown.labels:
            self._paint.label(painter, label.facts, boxes[label.id])
        for ground in self._grounds:
            self._paint.head(painter, ground, self._shown, self._figure)
        for building in self._shown.buildings:
            box = boxes[building.key]
            self._paint.building(painter, building, box, self._figure, self._classes)
        for key in self.overlaps():
            self._paint.warning(painter, boxes[key])
        for item in self._selected:
            self._paint.chosen(painter, boxes[item], handle=self.arranging)
        if self._current is not None and self.hasFocus() and self._current not in self._selected:
            self._paint.chosen(painter, boxes[self._current], handle=False)
        if self._drag is _Drag.BAND:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(LIGHT.accent), 1, Qt.PenStyle.DashLine))
            painter.drawRect(self._band)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton:
            return
        self._commit()
        self._from = event.position()
        found = self._at(self._from)
        if not self.arranging:
            if found is not None:
                self._choose(found)
            return
        if found is None:
            self._drag = _Drag.BAND
            self._band = QRectF(self._from, self._from)
            if not event.modifiers() & _CONTROL:
                self._selected = set()
        elif event.modifiers() & _CONTROL:
            self._selected ^= {found}
            self._choose(found)
        else:
            if found not in self._selected:
                self._selected = {found}
            self._choose(found)
            on_corner = self._paint.handle(self._boxes[found]).contains(self._from)
            self._drag = _Drag.GROW if on_corner else _Drag.MOVE
        self.update()

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        place = event.position()
        if self._drag is _Drag.BAND:
            self._band = QRectF(self._from, place).normalized()
            self._selected = {
                item
                for item in self._boxes
                if self._band.contains(self._paint.area(self._boxes[item]))
            }
        elif self._drag is not _Drag.NONE:
            way = place - self._from
            cells = round(way.x() / self._paint.cell), round(way.y() / self._paint.cell)
            if self._drag is _Drag.MOVE:
                self._shift = cells
            else:
                self._grow = cells
        else:
            self.setCursor(self._cursor_at(place))
            return
        self.update()

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton:
            return
        was, self._drag = self._drag, _Drag.NONE
        if was in (_Drag.MOVE, _Drag.GROW):
            self._commit()
        elif was is _Drag.BAND:
            self._band = QRectF()
            self.update()
        elif not self.arranging:
            found = self._at(event.position())
            if found is not None and found == self._current:
                self._open(found)

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        found = self._at(event.position())
        if found is not None:
            if self.arranging:
                self._open(found)
            return
        x, y = self.cell_at(event.position().toPoint())
        for ground in self._grounds:
            grid = self._shown.grids[ground.grid]
            inside = any(row == y and left <= x < left + n for left, row, n in ground.runs)
            if inside and grid.id is not None:
                self.grid_opened.emit(grid.id)

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & _CONTROL:
            self.zoom(1 if event.angleDelta().y() > 0 else -1)
        else:
            event.ignore()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, held = Qt.Key(event.key()), event.modifiers()
        if key in _STEPS:
            self._on_arrow(key, held)
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End) and self._shown.buildings:
            last = key == Qt.Key.Key_End
            self._go_to(self._shown.buildings[-1 if last else 0].key)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._current is not None:
            self._open(self._current)
        elif key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal, Qt.Key.Key_Minus):
            self.zoom(-1 if key == Qt.Key.Key_Minus else 1)
        elif key == Qt.Key.Key_0:
            self.fit()
        elif not (self.arranging and self._arrange_by(key, held)):
            super().keyPressEvent(event)

    @override
    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Control, Qt.Key.Key_Shift) and self._drag is _Drag.NONE:
            self._commit()
        super().keyReleaseEvent(event)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if self._drag is _Drag.NONE:
            self._commit()
        self.update()

    @override
    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            found = self._at(QPointF(event.pos()))
            named = (each for each in self._shown.buildings if each.key == found)
            building = next(named, None)
            words = "" if building is None else self.words(building)
            QToolTip.showText(event.globalPos(), words, self)
            return True
        return super().event(event)

    def words(self, building: MapBuilding) -> str:
        """Return what a building is and its figure, in one line."""
        parts = [building.title, self._shown.grid_of(building).name]
        if self._figure is not Figure.PLAIN:
            count = building.figures.get(self._figure, 0)
            parts.append(f"{tr(FIGURE[self._figure])} {count} {tr(UNIT[self._figure])}")
        return " · ".join(parts)

    # ---- inside ----

    def _now(self) -> dict[Item, Box]:
        """Return where everything stands, what is being moved included."""
        if self._shift == self._grow == (0, 0):
            return self._boxes
        return {
            item: box.moved(*self._shift).resized(*self._grow) if item in self._selected else box
            for item, box in self._boxes.items()
        }

    def _commit(self) -> None:
        """Tell what was moved or made larger."""
        now = self._now()
        if now is self._boxes:
            return
        changed = {item: box for item, box in now.items() if box != self._boxes[item]}
        self._boxes = now
        self._shift = self._grow = (0, 0)
        if changed:
            self.moved.emit(
                {item: box for item, box in changed.items() if isinstance(item, str)},
                {item: box for item, box in changed.items() if isinstance(item, int)},
            )

    def _at(self, place: QPointF) -> Item | None:
        """Return what is at a place: a building, else a label while laying out."""
        cell = self.cell_at(place.toPoint())
        spot = Box(x=cell[0], y=cell[1], width=1, height=1)
        here = [item for item, box in self._boxes.items() if box.overlaps(spot)]
        buildings = [item for item in here if isinstance(item, str)]
        labels = here if self.arranging else []
        return next(iter([*reversed(buildings), *reversed(labels)]), None)

    def _cursor_at(self, place: QPointF) -> Qt.CursorShape:
        found = self._at(place)
        if found is None:
            return Qt.CursorShape.ArrowCursor
        if not self.arranging:
            return Qt.CursorShape.PointingHandCursor
        if self._paint.handle(self._boxes[found]).contains(place):
            return Qt.CursorShape.SizeFDiagCursor
        return Qt.CursorShape.SizeAllCursor

    def _open(self, item: Item) -> None:
        self._commit()
        if isinstance(item, str):
            self.opened.emit(item)
        elif self.arranging:
            self.label_opened.emit(item)

    def _choose(self, item: Item | None) -> None:
        self._current = item
        building = self.current
        self.setAccessibleDescription("" if building is None else self.words(building))
        self.chosen.emit(building)
        self.update()

    def _go_to(self, item: Item) -> None:
        if self.arranging:
            self._selected = {item}
        self._choose(item)

    def _on_arrow(self, key: Qt.Key, held: Qt.KeyboardModifier) -> None:
        right, down = _STEPS[key]
        if not self.arranging or not held & (_CONTROL | _SHIFT):
            self._commit()
            self._go_to_next(right, down)
        elif held & _CONTROL:
            self._shift = (self._shift[0] + right, self._shift[1] + down)
        else:
            self._grow = (self._grow[0] + right, self._grow[1] + down)
        self.update()

    def _arrange_by(self, key: Qt.Key, held: Qt.KeyboardModifier) -> bool:
        """Choose with the space bar, all with Ctrl+A, remove labels; False for other keys."""
        if key == Qt.Key.Key_Space and self._current is not None:
            self._selected ^= {self._current}
        elif key == Qt.Key.Key_A and held & _CONTROL:
            self._selected = set(self._boxes)
        elif key == Qt.Key.Key_Delete and self.selected_labels:
            self.removal_asked.emit(self.selected_labels)
        else:
            return False
        self.update()
        return True

    def _go_to_next(self, right: int, down: int) -> None:
        """Go to the nearest building that way; while laying out to the nearest label too."""
        if self._current is None:
            return
        here = self._paint.area(self._boxes[self._current]).center()
        best: Item | None = None
        least = 0.0
        for item in self._reachable():
            way = self._paint.area(self._boxes[item]).center() - here
            along = way.x() * right + way.y() * down
            across = abs(way.x() * down) + abs(way.y() * right)
            cost = along + 3 * across
            if along > 0 and (best is None or cost < least):
                best, least = item, cost
        if best is not None:
            self._go_to(best)

    def _reachable(self) -> Iterable[Item]:
        return (item for item in self._boxes if self.arranging or isinstance(item, str))
