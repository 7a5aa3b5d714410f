"""Traffic lights: each has a colour and a shape of its own, and a word stands beside it."""

from functools import partial

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPen, QPixmap, QPolygonF

from linli.domain.clocks import Light
from linli.gui.icons import live_icon
from linli.gui.theme import COLORS

LAMP_INK = {
    Light.RED: "bad",
    Light.AMBER: "mark_line",
    Light.GREEN: "good",
    Light.DONE: "muted",
}
"""The colour token of each light."""


def lamp(light: Light) -> QIcon:
    """Return a lamp that keeps its colour where the line is selected.

    Args:
        light: a triangle for red, a diamond for amber, a disc for green, a ring for done.
    """
    return live_icon(f"lamp {light.name}", LAMP_INK[light], partial(_picture, light))


def draw_lamp(painter: QPainter, box: QRectF, light: Light) -> None:
    """Draw a lamp into a square box."""
    _draw(painter, box, light, QColor(getattr(COLORS, LAMP_INK[light])))


def _picture(light: Light, color: str, size: int) -> QPixmap:
    picture = QPixmap(size, size)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    _draw(painter, QRectF(0, 0, size, size), light, QColor(color))
    painter.end()
    return picture


def _draw(painter: QPainter, box: QRectF, light: Light, color: QColor) -> None:
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
