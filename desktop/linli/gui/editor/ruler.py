"""Rulers in mm along the canvas."""

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from linli.gui.theme import COLORS

_FEWEST_PIXELS = 45  # between two numbers
_STEPS = (5, 10, 20, 50, 100)  # mm between two numbers
_TYPE = 0.55  # of the ruler's breadth


class Ruler(QWidget):
    """Marks and numbers, and where the selection lies.

    Args:
        across: lies above the canvas; else it stands at its left.
        parent: the canvas.
    """

    def __init__(self, *, across: bool, parent: QWidget) -> None:
        super().__init__(parent)
        self._across = across
        self._origin = 0.0
        self._scale = 1.0
        self._length = 0.0
        self._span: tuple[float, float] | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def show_scale(
        self, origin: float, scale: float, length: float, span: tuple[float, float] | None
    ) -> None:
        """Show another part.

        Args:
            origin: the pixel of 0 mm.
            scale: pixels per mm.
            length: of the card in mm.
            span: from where to where the selection reaches, mm.
        """
        self._origin, self._scale, self._length, self._span = origin, scale, length, span
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(COLORS.surface))
        if not self._across:  # drawn as if it lay, then turned
            painter.rotate(-90)
            painter.scale(-1, 1)
        breadth = self.height() if self._across else self.width()
        self._paint(painter, breadth)

    def _paint(self, painter: QPainter, breadth: int) -> None:
        if self._span is not None:
            start, end = (self._origin + mm * self._scale for mm in self._span)
            soft = QColor(COLORS.accent_soft)
            painter.fillRect(round(start), 0, max(round(end - start), 1), breadth, soft)
        step = next((s for s in _STEPS if s * self._scale >= _FEWEST_PIXELS), _STEPS[-1])
        fine = step / 10 if step * self._scale >= 2 * _FEWEST_PIXELS else step / 5
        font = painter.font()
        font.setPixelSize(max(round(breadth * _TYPE), 8))
        painter.setFont(font)
        painter.setPen(QPen(QColor(COLORS.muted), 1))
        for number in range(int(self._length / fine + 1e-6) + 1):
            mm = number * fine
            x = round(self._origin + mm * self._scale) + 0.5
            numbered = abs(mm / step - round(mm / step)) < 1e-6
            height = breadth if numbered else breadth * 0.3
            painter.drawLine(QPointF(x, breadth - height), QPointF(x, breadth))
            if numbered:
                self._number(painter, x, f"{mm:g}")
        painter.drawLine(QPointF(0, breadth - 0.5), QPointF(5000, breadth - 0.5))

    def _number(self, painter: QPainter, x: float, text: str) -> None:
        metrics = painter.fontMetrics()
        painter.save()
        painter.translate(x + 2, metrics.ascent())
        if not self._across:  # undo the mirror, so that the number can be read
            painter.translate(metrics.horizontalAdvance(text), 0)
            painter.scale(-1, 1)
        painter.drawText(0, 0, text)
        painter.restore()
