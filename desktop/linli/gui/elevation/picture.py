"""A building drawn as its storeys and rooms, each a cell to look at, click and open."""

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget
from typing_extensions import override

from linli.domain.elevations import UNPLACED, Block, Cell, Elevation, Fact, Room, Shade, state_of
from linli.domain.values.addresses import address_text
from linli.gui.i18n import tr
from linli.gui.theme import COLORS, Theme

SHADES = {
    Shade.EMPTY: "canvas",
    Shade.PLAIN: "surface",
    Shade.GOOD: "good_soft",
    Shade.MARKED: "accent_soft",
    Shade.WARN: "warn_soft",
}
"""The ground of a cell, as a colour token."""
_CELL, _CELL_HIGH, _STOREY, _UNIT, _GAP = 108, 54, 62, 30, 22  # design units
_PAD = 6


@dataclass(frozen=True)
class _Spot:
    """A cell and where it is drawn. `block` and `cell` place it among the others."""

    block: int
    cell: Cell
    rect: QRect


class ElevationPicture(QWidget):
    """Shows a building; arrows go from room to room, Enter or a click opens one.

    Signals:
        room_opened: the clerk wants to see who lives there; carries the `Room`.
        room_chosen: another room is in focus; carries the `Room`.
    """

    room_opened = Signal(object)
    room_chosen = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._shown = Elevation(title="", blocks=())
        self._fact = Fact.PEOPLE
        self._spots: list[_Spot] = []
        self._frames: list[tuple[Block, QPoint]] = []
        self._current = -1
        self._width = 0
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setAccessibleName(tr("楼栋图"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

    @property
    def current(self) -> Room | None:
        """The room in focus."""
        return self._spots[self._current].cell.room if 0 <= self._current < self.count else None

    @property
    def count(self) -> int:
        """How many rooms are drawn."""
        return len(self._spots)

    def show_elevation(self, shown: Elevation, fact: Fact) -> None:
        """Show a building coloured by a fact; the room in focus stays if it is still there."""
        kept = self.current
        self._shown, self._fact = shown, fact
        self.lay_out(self._width)
        ids = [spot.cell.room.dwelling_id for spot in self._spots]
        chosen = ids.index(kept.dwelling_id) if kept and kept.dwelling_id in ids else 0
        self._choose(chosen if ids else -1)

    def lay_out(self, width: int) -> None:
        """Place the units side by side within `width` pixels, what does not fit below."""
        px = self._theme.px
        self._width = width
        self._spots, self._frames = [], []
        x, y, lowest = px(_GAP), px(_GAP) // 2, 0
        for number, block in enumerate(self._shown.blocks):
            wide = px(_STOREY) + block.columns * px(_CELL)
            high = px(_UNIT) + len(block.storeys) * px(_CELL_HIGH)
            if x > px(_GAP) and x + wide > width:
                x, y = px(_GAP), lowest + px(_GAP)
            self._frames.append((block, QPoint(x, y)))
            for cell in block.cells:
                self._spots.append(_Spot(number, cell, self._rect(cell.row, cell.column, x, y)))
            x += wide + px(_GAP)
            lowest = max(lowest, y + high)
        right = max((spot.rect.right() for spot in self._spots), default=0)
        self.setMinimumSize(QSize(right + px(_GAP), lowest + px(_GAP)))
        self.update()

    def rect_of(self, room: Room) -> QRect:
        """Return where a room is drawn; empty if it is not."""
        found = (s.rect for s in self._spots if s.cell.room.dwelling_id == room.dwelling_id)
        return next(found, QRect())

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        for block, corner in self._frames:
            self._paint_frame(painter, block, corner)
        for number, spot in enumerate(self._spots):
            self._paint_cell(painter, spot, is_current=number == self._current)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        found = self._at(event.position().toPoint())
        if found >= 0:
            self._choose(found)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            found = self._at(event.position().toPoint())
            if found >= 0 and found == self._current:
                self.room_opened.emit(self._spots[found].cell.room)

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        over = self._at(event.position().toPoint()) >= 0
        shape = Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor
        self.setCursor(shape)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {
            Qt.Key.Key_Left: (-1, 0),
            Qt.Key.Key_Right: (1, 0),
            Qt.Key.Key_Up: (0, -1),
            Qt.Key.Key_Down: (0, 1),
        }
        key = Qt.Key(event.key())
        if key in steps and self._spots:
            self._go(*steps[key])
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End) and self._spots:
            self._choose(0 if key == Qt.Key.Key_Home else self.count - 1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and self.current:
            self.room_opened.emit(self.current)
        else:
            super().keyPressEvent(event)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    @override
    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            found = self._at(event.pos())
            words = self.words(self._spots[found].cell.room) if found >= 0 else ""
            QToolTip.showText(event.globalPos(), words, self)
            return True
        return super().event(event)

    def words(self, room: Room) -> str:
        """Return what is known of a room in one line."""
        parts = [address_text(room.address)]
        if room.head:
            parts.append(room.head)
            parts.append(tr("{count} 人").format(count=room.people))
        if room.elders:
            parts.append(tr("60 岁以上 {count} 人").format(count=room.elders))
        if room.floating:
            parts.append(tr("流动人口 {count} 人").format(count=room.floating))
        if room.rented and self._fact is not Fact.RENTED:
            parts.append(tr("出租"))
        parts.append(tr(state_of(room, self._fact).words))
        return " · ".join(parts)

    def _rect(self, row: int, column: int, x: int, y: int) -> QRect:
        px = self._theme.px
        left = x + px(_STOREY) + column * px(_CELL)
        return QRect(left, y + px(_UNIT) + row * px(_CELL_HIGH), px(_CELL), px(_CELL_HIGH))

    def _at(self, place: QPoint) -> int:
        found = (n for n, spot in enumerate(self._spots) if spot.rect.contains(place))
        return next(found, -1)

    def _choose(self, number: int) -> None:
        self._current = number
        room = self.current
        self.setAccessibleDescription("" if room is None else self.words(room))
        if room is not None:
            self.room_chosen.emit(room)
        self.update()

    def _go(self, right: int, down: int) -> None:
        """Go to the nearest room that way."""
        here = self._spots[self._current].rect.center()
        best, least = self._current, 0
        for number, spot in enumerate(self._spots):
            move = spot.rect.center() - here
            along = move.x() * right + move.y() * down
            across = abs(move.x() * down) + abs(move.y() * right)
            cost = along + 3 * across
            if along > 0 and (best == self._current or cost < least):
                best, least = number, cost
        self._choose(best)

    def _paint_frame(self, painter: QPainter, block: Block, corner: QPoint) -> None:
        px = self._theme.px
        painter.setFont(self._theme.font(bold=True))
        painter.setPen(QColor(COLORS.text))
        title = QRect(corner.x() + px(_STOREY), corner.y(), block.columns * px(_CELL), px(_UNIT))
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.drawText(title, middle, block.title)
        painter.setFont(self._theme.font(13))
        taken = {(cell.row, cell.column) for cell in block.cells}
        for row, storey in enumerate(block.storeys):
            painter.setPen(QColor(COLORS.muted))
            label = self._rect(row, 0, corner.x(), corner.y())
            label.setLeft(corner.x())
            label.setWidth(px(_STOREY) - px(_PAD))
            painter.drawText(label, middle, storey)
            painter.setPen(QPen(QColor(COLORS.line), 1, Qt.PenStyle.DashLine))
            for column in range(block.columns if storey != UNPLACED else 0):
                if (row, column) not in taken:
                    painter.drawRect(self._rect(row, column, corner.x(), corner.y()))

    def _paint_cell(self, painter: QPainter, spot: _Spot, *, is_current: bool) -> None:
        px, room = self._theme.px, spot.cell.room
        state = state_of(room, self._fact)
        painter.setPen(QPen(QColor(COLORS.input_line), 1))
        painter.setBrush(QColor(getattr(COLORS, SHADES[state.shade])))
        painter.drawRect(spot.rect)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        inside = spot.rect.adjusted(px(_PAD), px(3), -px(_PAD), -px(3))
        painter.setFont(self._theme.font(13))
        painter.setPen(QColor(COLORS.muted))
        top = Qt.AlignmentFlag.AlignTop
        painter.drawText(inside, top | Qt.AlignmentFlag.AlignRight, state.sign)
        painter.drawText(inside, top, spot.cell.label)
        people = tr("{count} 人").format(count=room.people) if room.people else ""
        bottom = Qt.AlignmentFlag.AlignBottom
        painter.drawText(inside, bottom | Qt.AlignmentFlag.AlignRight, people)
        free = inside.width() - painter.fontMetrics().horizontalAdvance(people) - px(4)
        painter.setFont(self._theme.font())
        painter.setPen(QColor(COLORS.text))
        elided = painter.fontMetrics().elidedText(room.head, Qt.TextElideMode.ElideRight, free)
        painter.drawText(inside, bottom, elided)
        if is_current and self.hasFocus():
            painter.setPen(QPen(QColor(COLORS.accent), px(3)))
            painter.drawRect(spot.rect.adjusted(1, 1, -1, -1))
