"""Drawing a character on a square with the mouse, a tablet's pen, or the keys."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QEvent, QLineF, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QPixmap,
    QTabletEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from linli.domain.glyphs import PEN, Point, Stroke, simplify_stroke
from linli.gui.i18n import tr
from linli.gui.theme import COLORS, Theme

_STEP = 0.02
"""Parts of the square that an arrow key moves the pen."""
_GHOST = 0.35
_ARROWS: Final = {
    Qt.Key.Key_Left: (-_STEP, 0.0),
    Qt.Key.Key_Right: (_STEP, 0.0),
    Qt.Key.Key_Up: (0.0, -_STEP),
    Qt.Key.Key_Down: (0.0, _STEP),
}


def paint_strokes(
    painter: QPainter, strokes: Sequence[Sequence[Point]], width: float, square: QRectF
) -> None:
    """Paint a drawing into a square in the painter's colour, as the drawn font has it.

    Args:
        painter: its pen gives the colour.
        strokes: points in parts of the square; `width` of the pen alike.
        width: of the pen, em.
        square: where to paint.
    """
    side = square.width()
    colour = painter.pen().color()
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(
        QPen(
            colour,
            width * side,
            Qt.PenStyle.SolidLine,
            Qt.PenCapStyle.RoundCap,
            Qt.PenJoinStyle.RoundJoin,
        )
    )
    for stroke in strokes:
        points = [QPointF(square.left() + x * side, square.top() + y * side) for x, y in stroke]
        if len(points) == 1:
            painter.drawPoint(points[0])
        elif points:
            path = QPainterPath(points[0])
            for point in points[1:]:
                path.lineTo(point)
            painter.drawPath(path)
    painter.restore()


class Canvas(QWidget):
    """The square with its guide (米字格). Arrow keys move the pen, Space sets and lifts it.

    Signals:
        drawn: the drawing is another.
    """

    drawn = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._strokes: list[Stroke] = []
        self._open: list[Point] = []
        self._pen: Point = (0.5, 0.5)
        self._width = PEN
        self._picture = QPixmap()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.CrossCursor)
        self.setAccessibleName(tr("写字的方格"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    @property
    def strokes(self) -> tuple[Stroke, ...]:
        """What is drawn, in parts of the square."""
        return (*self._strokes, *([tuple(self._open)] if self._open else []))

    @property
    def width_of_pen(self) -> float:
        """The width of the pen, em."""
        return self._width

    def set_width_of_pen(self, width: float) -> None:
        """Draw everything with another width, em."""
        self._width = width
        self._changed()

    def set_strokes(self, strokes: Sequence[Stroke]) -> None:
        """Show a drawing."""
        self._strokes, self._open = list(strokes), []
        self._changed()

    def set_picture(self, picture: QPixmap) -> None:
        """Show a faint picture below, to be traced over; an empty one takes it away."""
        self._picture = picture
        self.update()

    def take_back(self) -> None:
        """Take the last stroke away."""
        if self._open:
            self._open = []
        elif self._strokes:
            self._strokes.pop()
        self._changed()

    def clear(self) -> None:
        """Take everything away."""
        self.set_strokes(())

    @override
    def sizeHint(self) -> QSize:
        return self._theme.size(420, 420)

    @override
    def minimumSizeHint(self) -> QSize:
        return self._theme.size(200, 200)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._begin(event.position())

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._go_on(event.position())

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._end()

    @override
    def tabletEvent(self, event: QTabletEvent) -> None:
        kind = event.type()
        if kind == QEvent.Type.TabletPress:
            self._begin(event.position())
        elif kind == QEvent.Type.TabletMove and self._open:
            self._go_on(event.position())
        elif kind == QEvent.Type.TabletRelease:
            self._end()
        event.accept()  # else Qt sends the same as the mouse

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _ARROWS.get(Qt.Key(event.key()))
        if step is not None:
            x, y = self._pen
            self._pen = _inside(x + step[0], y + step[1])
            if self._open:
                self._open.append(self._pen)
            self._changed()
        elif event.key() == Qt.Key.Key_Space and not event.isAutoRepeat():
            if self._open:
                self._end()
            else:
                self._open = [self._pen]
                self._changed()
        elif event.key() == Qt.Key.Key_Backspace:
            self.take_back()
        else:
            super().keyPressEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        square = self._square()
        painter = QPainter(self)
        painter.fillRect(square, QColor(COLORS.surface))
        if not self._picture.isNull():
            painter.setOpacity(_GHOST)
            painter.drawPixmap(_fitted(self._picture.size(), square), self._picture)
            painter.setOpacity(1)
        self._paint_guide(painter, square)
        painter.setPen(QColor(COLORS.text))
        paint_strokes(painter, self.strokes, self._width, square)
        if self.hasFocus():
            self._paint_pen(painter, square)
        painter.end()

    def _begin(self, place: QPointF) -> None:
        self._open = [self._part(place)]
        self._changed()

    def _go_on(self, place: QPointF) -> None:
        if self._open:
            self._open.append(self._part(place))
            self._changed()

    def _end(self) -> None:
        if self._open:
            self._strokes.append(simplify_stroke(self._open))
            self._pen = self._open[-1]
            self._open = []
            self._changed()

    def _changed(self) -> None:
        self.update()
        self.drawn.emit()

    def _square(self) -> QRectF:
        side = min(self.width(), self.height()) - 2
        return QRectF((self.width() - side) / 2, (self.height() - side) / 2, side, side)

    def _part(self, place: QPointF) -> Point:
        square = self._square()
        return _inside(
            (place.x() - square.left()) / square.width(),
            (place.y() - square.top()) / square.height(),
        )

    def _paint_guide(self, painter: QPainter, square: QRectF) -> None:
        painter.setPen(QPen(QColor(COLORS.bad_soft).darker(115), 1, Qt.PenStyle.DashLine))
        centre = square.center()
        painter.drawLines(
            [
                QLineF(square.topLeft(), square.bottomRight()),
                QLineF(square.topRight(), square.bottomLeft()),
                QLineF(square.left(), centre.y(), square.right(), centre.y()),
                QLineF(centre.x(), square.top(), centre.x(), square.bottom()),
            ]
        )
        focused = self.hasFocus()
        painter.setPen(
            QPen(QColor(COLORS.accent if focused else COLORS.input_line), 2 if focused else 1)
        )
        painter.drawRect(square)

    def _paint_pen(self, painter: QPainter, square: QRectF) -> None:
        """Show where the keys would draw."""
        x = square.left() + self._pen[0] * square.width()
        y = square.top() + self._pen[1] * square.height()
        reach = self._theme.px(9)
        painter.setPen(QPen(QColor(COLORS.bad if self._open else COLORS.accent), 2))
        painter.drawLines([QLineF(x - reach, y, x + reach, y), QLineF(x, y - reach, x, y + reach)])


def _inside(x: float, y: float) -> Point:
    return round(min(1.0, max(0.0, x)), 4), round(min(1.0, max(0.0, y)), 4)


def _fitted(size: QSize, square: QRectF) -> QRect:
    """Return where a picture of that size lies in the middle of the square."""
    fitted = size.scaled(square.size().toSize(), Qt.AspectRatioMode.KeepAspectRatio)
    corner = square.center() - QPointF(fitted.width() / 2, fitted.height() / 2)
    return QRect(corner.toPoint(), fitted)
