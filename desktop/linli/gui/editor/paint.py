"""What lies over the picture of the card: outlines, handles, the safe area, lines of snapping."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from linli.domain.templates.elements import Box
from linli.gui.colors import LIGHT

HANDLE = 9  # px, the side of a handle's square
GUIDE = "#C2187A"
_VEIL = QColor(255, 255, 255, 190)
_HANDLES = {
    "left top": (0.0, 0.0),
    "top": (0.5, 0.0),
    "right top": (1.0, 0.0),
    "left": (0.0, 0.5),
    "right": (1.0, 0.5),
    "left bottom": (0.0, 1.0),
    "bottom": (0.5, 1.0),
    "right bottom": (1.0, 1.0),
}


@dataclass(frozen=True, kw_only=True)
class Outline:
    """How an element's box is drawn. `absent` ones do not print on this card; `words` say so."""

    box: Box
    selected: bool = False
    wrong: bool = False
    absent: bool = False
    words: str = ""


def rect_of(box: Box) -> QRectF:
    """Return a box as Qt knows rectangles; one turned inside out is turned back."""
    return QRectF(box.x, box.y, box.w, box.h).normalized()


def handles(box: Box) -> Mapping[str, QPointF]:
    """Return the handles of a box by the edges that they move; a line has only those of its ends.

    A handle's name holds the words left, right, top and bottom.
    """
    found = {}
    for name, (across, down) in _HANDLES.items():
        if (not box.h and down) or (not box.w and across):
            continue  # three handles in one point
        edges = set(name.split())
        if not box.h:
            edges -= {"top", "bottom"}
        if not box.w:
            edges -= {"left", "right"}
        if edges:
            found[" ".join(sorted(edges))] = QPointF(box.x + across * box.w, box.y + down * box.h)
    return found


def paint_outlines(painter: QPainter, outlines: Iterable[Outline], pixel: float) -> None:
    """Draw boxes; `pixel` is the size of a pixel in mm."""
    for outline in outlines:
        rect = rect_of(outline.box)
        if outline.words:
            _words(painter, rect, outline.words, pixel)
        colour = LIGHT.bad if outline.wrong else LIGHT.accent
        style = Qt.PenStyle.DotLine if outline.absent else Qt.PenStyle.SolidLine
        pen = QPen(QColor(colour), 2 if outline.selected or outline.wrong else 1, style)
        if not outline.selected and not outline.wrong:
            faint = QColor(LIGHT.muted)
            faint.setAlpha(90)
            pen.setColor(faint)
        pen.setCosmetic(True)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(rect)


def paint_handles(painter: QPainter, box: Box, pixel: float) -> None:
    """Draw the handles of a box."""
    pen = QPen(QColor(LIGHT.accent), 1.5)
    pen.setCosmetic(True)
    painter.setPen(pen)
    painter.setBrush(QColor(LIGHT.surface))
    side = HANDLE * pixel
    for point in handles(box).values():
        painter.drawRect(QRectF(point.x() - side / 2, point.y() - side / 2, side, side))


def paint_safe_area(painter: QPainter, card: QRectF, margin: float) -> None:
    """Draw the line that nothing may cross."""
    pen = QPen(QColor(LIGHT.good), 1, Qt.PenStyle.DashLine)
    pen.setCosmetic(True)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(card.adjusted(margin, margin, -margin, -margin))


def paint_veil(painter: QPainter, card: QRectF, cell: QRectF) -> None:
    """Let everything but a cell step back."""
    for part in (
        QRectF(card.left(), card.top(), card.width(), cell.top() - card.top()),
        QRectF(card.left(), cell.bottom(), card.width(), card.bottom() - cell.bottom()),
        QRectF(card.left(), cell.top(), cell.left() - card.left(), cell.height()),
        QRectF(cell.right(), cell.top(), card.right() - cell.right(), cell.height()),
    ):
        painter.fillRect(part, _VEIL)
    pen = QPen(QColor(LIGHT.good), 1, Qt.PenStyle.DashLine)
    pen.setCosmetic(True)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(cell)


def paint_guides(
    painter: QPainter, card: QRectF, across: Iterable[float], down: Iterable[float]
) -> None:
    """Draw the lines that a dragged box has snapped to."""
    pen = QPen(QColor(GUIDE), 1)
    pen.setCosmetic(True)
    painter.setPen(pen)
    for x in across:
        painter.drawLine(QPointF(x, card.top()), QPointF(x, card.bottom()))
    for y in down:
        painter.drawLine(QPointF(card.left(), y), QPointF(card.right(), y))


def _words(painter: QPainter, rect: QRectF, words: str, pixel: float) -> None:
    """Write what an element is, small and grey, in screen pixels."""
    veil = QColor(LIGHT.canvas)
    veil.setAlpha(215)
    painter.fillRect(rect, veil)
    painter.save()
    painter.translate(rect.topLeft())
    painter.scale(pixel, pixel)
    painter.setPen(QColor(LIGHT.muted))
    room = QRectF(2, 0, rect.width() / pixel - 4, rect.height() / pixel)
    text = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, int(room.width()))
    painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)
    painter.restore()
