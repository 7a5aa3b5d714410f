"""How to turn the stack over between fronts and backs, drawn and in three sentences (手动双面)."""

import math

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QLabel, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from linli.domain.paper import Duplex
from linli.gui.i18n import tr
from linli.gui.theme import COLORS

_ASPECT = 0.72  # of the drawn sheet: like A4 on end
_LEAVES = 4
_HEAD = 0.16  # of the sheet's height: the head of an arrow


class TurnPicture(QWidget):
    """Shows what to do with the stack for the edge over which it is turned.

    The sheet is drawn on end, as it lies in the tray, however the cards lie on it.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._drawing = _Drawing(self)
        self.words = QLabel(self)
        self.words.setTextFormat(Qt.TextFormat.PlainText)
        self.words.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._drawing)
        column.addWidget(self.words)
        self.show_turn(Duplex.LONG, backs_reversed=False)

    def show_turn(self, turn: Duplex, *, backs_reversed: bool) -> None:
        """Show another way: over the long or the short edge, backs from the first or last sheet."""
        lines = sentences(turn, backs_reversed=backs_reversed)
        self.words.setText("\n".join(f"{n}. {line}" for n, line in enumerate(lines, 1)))
        self._drawing.show_turn(turn)
        self.setAccessibleName(tr("怎样翻纸"))
        self.setAccessibleDescription(self.words.text())


def sentences(turn: Duplex, *, backs_reversed: bool) -> tuple[str, str, str]:
    """Return the three steps in a clerk's words."""
    first = tr("等正面全部印完，把整叠纸一起拿起来，不要打乱次序，不要抽走。")
    if turn is Duplex.SHORT:
        second = tr("像翻挂历一样，沿短边把整叠翻过来：原来的上边转到下面。")
        third = tr("放回纸盒，原来的下边先进打印机，再印背面。")
    else:
        second = tr("像翻书页一样，沿长边把整叠翻过来：上边还是在上面。")
        third = tr("放回纸盒，原来的上边先进打印机，再印背面。")
    order = (
        tr("背面从最后一张印起，程序会排好，不用自己倒次序。")
        if backs_reversed
        else tr("背面从第一张印起，不用自己倒次序。")
    )
    return first, second, third + order


class _Drawing(QWidget):
    """Three small pictures in a row: the stack, its turn, and how it goes back."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._turn = Duplex.LONG
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_turn(self, turn: Duplex) -> None:
        """Draw another turn."""
        self._turn = turn
        self.update()

    @override
    def sizeHint(self) -> QSize:
        em = self.fontMetrics().height()
        return QSize(24 * em, 8 * em)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        third = self.width() / 3
        em = self.fontMetrics().height()
        high = self.height() - 2.4 * em
        for number in range(3):
            middle = QPointF((number + 0.5) * third, self.height() / 2 + 0.5 * em)
            wide = min(high * _ASPECT, third * 0.46)
            sheet = QRectF(0, 0, wide, wide / _ASPECT)
            sheet.moveCenter(middle)
            (self._stack, self._turning, self._feeding)[number](painter, sheet)
            self._badge(painter, QPointF(number * third + em, em), str(number + 1))
        painter.setPen(QPen(QColor(COLORS.line), 1))
        for number in (1, 2):
            painter.drawLine(QPointF(number * third, em), QPointF(number * third, self.height()))

    def _stack(self, painter: QPainter, sheet: QRectF) -> None:
        """Draw the printed stack, front towards us."""
        for number in range(_LEAVES, 0, -1):
            self._leaf(painter, sheet.translated(3 * number, 3 * number))
        self._leaf(painter, sheet)
        self._arrow_up(painter, sheet, COLORS.accent)
        self._label(painter, sheet, tr("正面"))
        self._edge_name(painter, sheet, tr("上"))

    def _turning(self, painter: QPainter, sheet: QRectF) -> None:
        """Draw the axis of the turn and the arrow around it."""
        self._leaf(painter, sheet)
        painter.setPen(QPen(QColor(COLORS.warn), 2, Qt.PenStyle.DashLine))
        centre, reach = sheet.center(), 8
        over_long = self._turn is Duplex.LONG
        if over_long:
            top, bottom = sheet.top() - reach, sheet.bottom() + reach
            painter.drawLine(QPointF(centre.x(), top), QPointF(centre.x(), bottom))
            start = QPointF(sheet.left() - 6, centre.y())
            end = QPointF(sheet.right() + 6, centre.y())
            bend = QPointF(centre.x(), centre.y() - sheet.height() * 0.5)
        else:
            left, right = sheet.left() - 3 * reach, sheet.right() + 3 * reach
            painter.drawLine(QPointF(left, centre.y()), QPointF(right, centre.y()))
            start = QPointF(centre.x(), sheet.bottom() + 6)
            end = QPointF(centre.x(), sheet.top() - 2)
            bend = QPointF(centre.x() + sheet.width() * 0.9, centre.y())
        path = QPainterPath(start)
        path.quadTo(bend, end)
        painter.setPen(QPen(QColor(COLORS.accent), 3))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(path)
        self._head(painter, end, end - bend, sheet.height() * _HEAD)

    def _feeding(self, painter: QPainter, sheet: QRectF) -> None:
        """Draw the white side towards us, going into the printer with one edge first."""
        drop = sheet.height() * 0.16
        sheet = sheet.adjusted(0, drop, 0, 0)
        self._leaf(painter, sheet)
        slot = QRectF(sheet.left() - 14, sheet.top() - drop, sheet.width() + 28, drop)
        painter.setPen(QPen(QColor(COLORS.text), 1))
        painter.setBrush(QColor(COLORS.icon))
        painter.drawRoundedRect(slot, 3, 3)
        self._label(painter, sheet, tr("背面"))
        over_long = self._turn is Duplex.LONG
        self._edge_name(painter, sheet, tr("上") if over_long else tr("下"))
        shaft = QPointF(sheet.center().x(), sheet.top() + sheet.height() * 0.58)
        tip = QPointF(sheet.center().x(), sheet.top() + sheet.height() * 0.3)
        painter.setPen(QPen(QColor(COLORS.muted), 2, Qt.PenStyle.DotLine))
        painter.drawLine(shaft, tip)
        self._head(painter, tip, tip - shaft, sheet.height() * _HEAD, COLORS.muted)

    def _leaf(self, painter: QPainter, sheet: QRectF) -> None:
        painter.setPen(QPen(QColor(COLORS.input_line), 1))
        painter.setBrush(QColor(COLORS.surface))
        painter.drawRect(sheet)

    def _arrow_up(self, painter: QPainter, sheet: QRectF, colour: str) -> None:
        """Draw which way the cards stand."""
        tip = QPointF(sheet.center().x(), sheet.top() + sheet.height() * 0.3)
        foot = QPointF(sheet.center().x(), sheet.top() + sheet.height() * 0.6)
        painter.setPen(QPen(QColor(colour), 3))
        painter.drawLine(foot, tip)
        self._head(painter, tip, tip - foot, sheet.height() * _HEAD, colour)

    def _head(
        self,
        painter: QPainter,
        tip: QPointF,
        direction: QPointF,
        size: float,
        colour: str = "",
    ) -> None:
        """Draw the head of an arrow that points in a direction."""
        angle = math.atan2(direction.y(), direction.x())
        barbs = [
            tip - QPointF(math.cos(angle + turn), math.sin(angle + turn)) * size
            for turn in (-0.45, 0.45)
        ]
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colour or COLORS.accent))
        painter.drawPolygon(QPolygonF([tip, *barbs]))

    def _label(self, painter: QPainter, sheet: QRectF, text: str) -> None:
        painter.setPen(QColor(COLORS.text))
        painter.setFont(self.font())
        half = QRectF(sheet)
        half.setTop(sheet.top() + sheet.height() * 0.64)
        painter.drawText(half, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop, text)

    def _edge_name(self, painter: QPainter, sheet: QRectF, text: str) -> None:
        """Write at the upper edge which edge of the front it is."""
        painter.setPen(QColor(COLORS.warn))
        font = self.font()
        font.setBold(True)
        painter.setFont(font)
        place = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop
        painter.drawText(sheet, place, text)

    def _badge(self, painter: QPainter, centre: QPointF, text: str) -> None:
        """Draw the number of the sentence that the picture belongs to."""
        radius = self.fontMetrics().height() * 0.62
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(COLORS.accent))
        painter.drawEllipse(centre, radius, radius)
        painter.setPen(QColor(COLORS.on_accent))
        painter.setFont(self.font())
        rect = QRectF(0, 0, 2 * radius, 2 * radius)
        rect.moveCenter(centre)
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, text)
