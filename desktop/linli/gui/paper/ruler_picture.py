"""Where the rulers of the calibration sheet are, and how a folded edge is read."""

from PySide6.QtCore import QLineF, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from linli.domain.calibration import REACH, Edge, Ruler, rulers
from linli.domain.paper import A4, CardSize
from linli.gui.i18n import tr
from linli.gui.theme import COLORS

_TOOTH = 14.0  # mm
_SHOWN = range(-1, 5)  # numbers of the enlarged ruler
_READ = 2


class RulerPicture(QWidget):
    """The sheet on the left, one ruler large on the right; the ruler being read stands out."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._size = A4
        self._letter = "A"
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(tr("校准纸的图"))
        self.show_ruler("A")

    @property
    def letter(self) -> str:
        """The ruler that stands out."""
        return self._letter

    def show_paper(self, size: CardSize) -> None:
        """Show a sheet of another size."""
        self._size = size
        self.update()

    def show_ruler(self, letter: str) -> None:
        """Let another ruler stand out."""
        self._letter = letter
        words = tr("沿 {letter} 旁边的虚线把纸边折过来，纸边碰到哪条线的头，就读那条线的数。")
        self.setAccessibleDescription(words.format(letter=letter))
        self.update()

    @override
    def sizeHint(self) -> QSize:
        em = self.fontMetrics().height()
        return QSize(26 * em, 16 * em)

    @override
    def minimumSizeHint(self) -> QSize:
        em = self.fontMetrics().height()
        return QSize(14 * em, 9 * em)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        em = self.fontMetrics().height()
        half = self.width() * 0.5
        room = QRectF(0, 0, half, self.height()).adjusted(em / 2, em / 2, -em / 2, -em / 2)
        self._paint_sheet(painter, room)
        self._paint_reading(painter, QRectF(half, 0, half, self.height()), em)

    def _paint_sheet(self, painter: QPainter, room: QRectF) -> None:
        size = self._size
        scale = min(room.width() / size.width, room.height() / size.height)
        painter.save()
        painter.translate(room.center())
        painter.scale(scale, scale)
        painter.translate(-size.width / 2, -size.height / 2)
        painter.setPen(_pen(COLORS.input_line))
        painter.setBrush(QColor(COLORS.surface))
        painter.drawRect(QRectF(0, 0, size.width, size.height))
        for ruler in rulers(size.width, size.height):
            self._paint_ruler(painter, ruler)
        painter.restore()

    def _paint_ruler(self, painter: QPainter, ruler: Ruler) -> None:
        """Draw a ruler in mm of the sheet; the chosen one with its line to fold along."""
        chosen = ruler.letter == self._letter
        colour = COLORS.accent if chosen else COLORS.disabled
        inwards = 1 if ruler.edge in (Edge.LEFT, Edge.TOP) else -1
        painter.setPen(_pen(colour))
        for value in range(-int(REACH), int(REACH) + 1, 1 if chosen else 2):
            across, along = ruler.zero + value, ruler.along(value)
            end = ruler.zero + inwards * _TOOTH
            painter.drawLine(_line(ruler, (across, along), (end, along)))
        if chosen:
            pen = _pen(COLORS.warn, 2)
            pen.setStyle(Qt.PenStyle.DashLine)
            painter.setPen(pen)
            far = self._size.height if ruler.edge.upright else self._size.width
            painter.drawLine(_line(ruler, (ruler.fold, 0), (ruler.fold, far)))
        font = self.font()
        font.setPixelSize(26)
        font.setBold(chosen)
        painter.setFont(font)
        painter.setPen(QColor(colour if chosen else COLORS.muted))
        middle = (
            _point(ruler, ruler.zero + inwards * (_TOOTH + 18), ruler.middle)
            if ruler.edge.upright
            else _point(ruler, ruler.zero + inwards * _TOOTH / 2, ruler.along(REACH) + 18)
        )
        box = QRectF(0, 0, 40, 40)
        box.moveCenter(middle)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, ruler.letter)

    def _paint_reading(self, painter: QPainter, room: QRectF, em: int) -> None:
        """Draw how the folded edge covers the lines up to the one that is read."""
        words_height = 2.4 * em
        step = min(1.3 * em, (room.height() - words_height) / len(_SHOWN))
        unit = min(1.1 * em, room.width() / 14)
        zero = room.left() + 5 * unit
        top = room.center().y() - (step * len(_SHOWN) + words_height) / 2
        painter.setFont(self.font())
        for row, value in enumerate(_SHOWN):
            y = top + (row + 0.5) * step
            read = value == _READ
            painter.setPen(QPen(QColor(COLORS.accent if read else COLORS.muted), 3 if read else 1))
            painter.drawLine(QPointF(zero + value * unit, y), QPointF(zero + 6 * unit, y))
            place = QRectF(zero + 6.3 * unit, y - step / 2, 2 * unit, step)
            number = str(value).replace("-", "−")
            painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, number)
        edge = zero + _READ * unit
        flap = QRectF(QPointF(room.left() + unit, top), QPointF(edge, top + step * len(_SHOWN)))
        painter.setPen(QPen(QColor(COLORS.input_line), 1))
        painter.setBrush(QColor(COLORS.line))
        painter.drawRect(flap)
        painter.setPen(QColor(COLORS.text))
        painter.drawText(flap, Qt.AlignmentFlag.AlignCenter, tr("折过来\n的纸"))
        below = QRectF(room.left(), flap.bottom() + 0.3 * em, room.width(), words_height)
        painter.setPen(QColor(COLORS.accent))
        flags = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop
        words = tr("纸边碰到这条线的头：\n读 {number}").format(number=_READ)
        painter.drawText(below, int(flags | Qt.TextFlag.TextWordWrap), words)


def _pen(colour: str, width: float = 1) -> QPen:
    """Return a pen of so many pixels, whatever the scale."""
    pen = QPen(QColor(colour), width)
    pen.setCosmetic(True)
    return pen


def _point(ruler: Ruler, across: float, along: float) -> QPointF:
    return QPointF(across, along) if ruler.edge.upright else QPointF(along, across)


def _line(ruler: Ruler, start: tuple[float, float], end: tuple[float, float]) -> QLineF:
    """Return the line between two points (across, along) of a ruler."""
    return QLineF(_point(ruler, *start), _point(ruler, *end))
