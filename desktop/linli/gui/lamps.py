"""Traffic lights: each has a colour and a shape of its own, and a word stands beside it."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPen, QPixmap, QPolygonF

from linli.domain.clocks import Light
from linli.gui.theme import COLORS

LAMP_UNITS = 14
"""How wide a lamp is beside a line of text."""
LAMP_COLOR = {
    Light.RED: COLORS.bad,
    Light.AMBER: COLORS.mark_line,
    Light.GREEN: COLORS.good,
    Light.DONE: COLORS.muted,
}


def lamp(light: Light, size: int) -> QIcon:
    """Return a lamp that keeps its colour where the line is selected.

    Args:
        light: a triangle for red, a diamond for amber, a disc for green, a ring for done.
        size: its width in pixels.
    """
    picture = QPixmap(size, size)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    draw_lamp(painter, QRectF(0, 0, size, size), light)
    painter.end()
    icon = QIcon(picture)
    icon.addPixmap(picture, QIcon.Mode.Selected)
    return icon


def draw_lamp(painter: QPainter, box: QRectF, light: Light) -> None:
    """Draw a lamp into a square box."""
    color = QColor(LAMP_COLOR[light])
    if light is Light.DONE:
        thick = box.width() / 7
        painter.setPen(QPen(color, thick))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(box.adjusted(thick, thick, -thick, -thick))
        return
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color)
    middle = box.center()
    if light is Light.GREEN:
        painter.drawEllipse(box)
    elif light is Light.RED:
        top = QPointF(middle.x(), box.top())
        painter.drawPolygon(QPolygonF([top, box.bottomRight(), box.bottomLeft()]))
    else:
        sides = [
            QPointF(middle.x(), box.top()),
            QPointF(box.right(), middle.y()),
            QPointF(middle.x(), box.bottom()),
            QPointF(box.left(), middle.y()),
        ]
        painter.drawPolygon(QPolygonF(sides))
