"""How the picture of the community is painted: grounds of grids, labels, buildings."""

from collections.abc import Mapping

from PySide6.QtCore import QLineF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPen

from linli.domain.community_map import (
    LABEL_FILL,
    TINTS,
    UNIT,
    Box,
    Class,
    CommunityMap,
    Figure,
    LabelDraft,
    MapBuilding,
    class_of,
)
from linli.domain.map_layout import Ground
from linli.gui.colors import LIGHT
from linli.gui.theme import Theme

_SMALLEST = 7  # px of type that is drawn at all
_READABLE = 9  # px of type
_DIGIT = 0.62  # em


class MapPainter:
    """Paints into a widget.

    Attributes:
        cell: px of a cell.
        left: the column at the left edge.
        top: the row at the upper edge.
    """

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self.cell = 20.0
        self.left = 0
        self.top = 0

    def area(self, box: Box) -> QRectF:
        """Return where a box is, in px."""
        x, y = (box.x - self.left) * self.cell, (box.y - self.top) * self.cell
        return QRectF(x, y, box.width * self.cell, box.height * self.cell)

    def lines(self, painter: QPainter, whole: Box) -> None:
        """Paint the cells faintly, for whoever moves buildings."""
        painter.setPen(QPen(QColor(LIGHT.line), 1))
        area = self.area(whole)
        for column in range(whole.width + 1):
            x = area.left() + column * self.cell
            painter.drawLine(QLineF(x, area.top(), x, area.bottom()))
        for row in range(whole.height + 1):
            y = area.top() + row * self.cell
            painter.drawLine(QLineF(area.left(), y, area.right(), y))

    def ground(self, painter: QPainter, ground: Ground) -> None:
        """Paint the ground of a grid with its outline."""
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(TINTS[ground.grid % len(TINTS)]))
        for x, y, length in ground.runs:
            area = self.area(Box(x=x, y=y, width=length, height=1))
            painter.drawRect(area.adjusted(0, 0, 0.5, 0.5))
        painter.setPen(QPen(QColor(LIGHT.input_line), self._theme.px(1.5)))
        for x, y, right, bottom in ground.edges:
            area = self.area(Box(x=x, y=y, width=right - x, height=bottom - y))
            painter.drawLine(QLineF(area.topLeft(), area.bottomRight()))

    def head(self, painter: QPainter, ground: Ground, shown: CommunityMap, figure: Figure) -> None:
        """Write the name of a grid above its first building, with its sum."""
        grid = shown.grids[ground.grid]
        size = min(max(self.cell * 1.1, min(_READABLE, self.cell * 1.9)), self._theme.px(19))
        text = grid.name
        if figure is not Figure.PLAIN and size > _READABLE:
            text = f"{text} {shown.total(figure, grid.id)} {UNIT[figure]}"
        self._write(painter, self.area(ground.head), text, size, bold=True)

    def label(self, painter: QPainter, label: LabelDraft, box: Box) -> None:
        """Paint a road or the like; along a high one the letters stand below each other."""
        area = self.area(box)
        fill = LABEL_FILL[label.kind]
        painter.setPen(Qt.PenStyle.NoPen)
        if fill:
            painter.setBrush(QColor(fill))
            round_by = min(area.width(), area.height()) * 0.15
            painter.drawRoundedRect(area, round_by, round_by)
        middle = Qt.AlignmentFlag.AlignCenter
        largest = self._theme.px(22)
        if area.height() <= area.width() * 2:
            size = min(area.height() * 0.7, self.cell * 1.2, largest)
            self._write(painter, area, label.text, size, align=middle)
            return
        room = area.height() / len(label.text)
        size = min(room * 0.8, area.width() * 0.8, largest)
        for number, letter in enumerate(label.text):
            spot = QRectF(area.left(), area.top() + number * room, area.width(), room)
            self._write(painter, spot, letter, size, align=middle)

    def building(
        self,
        painter: QPainter,
        building: MapBuilding,
        box: Box,
        figure: Figure,
        found: tuple[Class, ...],
    ) -> None:
        """Paint a building with its name and its figure."""
        area = self.area(box)
        value = building.figures.get(figure, 0)
        shade = class_of(value, found) if figure is not Figure.PLAIN else None
        painter.setPen(QPen(QColor(LIGHT.icon), 1))
        painter.setBrush(QColor(shade.shade if shade else LIGHT.surface))
        painter.drawRect(area)
        colour = LIGHT.surface if shade is not None and shade.light_text else LIGHT.text
        middle = Qt.AlignmentFlag.AlignCenter
        inside = area.adjusted(2, 1, -2, -1)
        size = min(area.height() * 0.3, self.cell * 0.95, self._theme.px(18))
        if figure is Figure.PLAIN:
            self._write(painter, inside, building.short, size, colour=colour, align=middle)
            return
        if size < _READABLE:  # then the figure says more than half a name
            text = str(value)
            high = min(area.height() * 0.75, area.width() / (_DIGIT * len(text)))
            high = min(high, self._theme.px(18))
            self._write(painter, area, text, high, colour=colour, bold=True, align=middle)
            return
        upper = QRectF(inside.left(), inside.top(), inside.width(), inside.height() / 2)
        lower = upper.translated(0, inside.height() / 2 - 1)
        self._write(painter, upper, building.short, size, colour=colour, align=middle)
        self._write(painter, lower, str(value), size * 1.2, colour=colour, bold=True, align=middle)

    def warning(self, painter: QPainter, box: Box) -> None:
        """Show that a building stands on another one."""
        painter.setPen(QPen(QColor(LIGHT.bad), self._theme.px(3), Qt.PenStyle.DashLine))
        painter.setBrush(QBrush(QColor(LIGHT.bad), Qt.BrushStyle.BDiagPattern))
        painter.drawRect(self.area(box))

    def chosen(self, painter: QPainter, box: Box, *, handle: bool) -> None:
        """Frame what is chosen; with a handle at the corner it can be made larger."""
        px = self._theme.px
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(LIGHT.mark_line), px(3)))
        area = self.area(box)
        painter.drawRect(area.adjusted(1, 1, -1, -1))
        if handle:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(LIGHT.mark_line))
            painter.drawRect(self.handle(box))

    def handle(self, box: Box) -> QRectF:
        """Return the corner by which a box is made larger."""
        side = min(float(self._theme.px(12)), self.cell)
        area = self.area(box)
        return QRectF(area.right() - side, area.bottom() - side, side, side)

    def _write(
        self,
        painter: QPainter,
        area: QRectF,
        text: str,
        size: float,
        *,
        colour: str = LIGHT.text,
        bold: bool = False,
        align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignVCenter,
    ) -> None:
        if size < _SMALLEST:
            return
        font = self._theme.font(bold=bold)
        font.setPixelSize(round(size))
        painter.setFont(font)
        painter.setPen(QColor(colour))
        metrics = painter.fontMetrics()
        elision = Qt.TextElideMode
        cut = elision.ElideMiddle if align == Qt.AlignmentFlag.AlignCenter else elision.ElideRight
        shown = metrics.elidedText(text, cut, round(area.width()))
        painter.drawText(area, align, shown)


def boxes_by_grid(shown: CommunityMap, boxes: Mapping[str | int, Box]) -> list[list[Box]]:
    """Return the boxes of each grid's buildings."""
    found: dict[int | None, list[Box]] = {grid.id: [] for grid in shown.grids}
    for building in shown.buildings:
        found[building.grid_id].append(boxes[building.key])
    return list(found.values())
