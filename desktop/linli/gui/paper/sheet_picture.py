"""A sheet of paper to scale, and on it the slot where printing begins."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from linli.domain.paper import PaperSetup, Sheet, Side
from linli.gui.i18n import tr
from linli.gui.theme import COLORS

_EDGE = 12  # px around the paper; behind it the corners of further sheets
_STEP = 4  # px from one sheet of the stack to the next
_MOST_BEHIND = 2
_SMALLEST_TYPE = 7  # px


@dataclass(frozen=True)
class _Paper:
    """Where the paper lies in the widget, and how many pixels a millimetre is."""

    corner: QPointF
    scale: float

    @classmethod
    def of(cls, sheet: Sheet, room: QRectF) -> "_Paper":
        """Put the paper into the middle of `room`, as large as it goes."""
        scale = min(room.width() / sheet.width, room.height() / sheet.height)
        half = QPointF(sheet.width * scale / 2, sheet.height * scale / 2)
        return cls(room.center() - half, scale)

    def rect(self, x: float, y: float, width: float, height: float) -> QRectF:
        """Return a rectangle given in mm as pixels."""
        left, top = self.corner.x() + x * self.scale, self.corner.y() + y * self.scale
        return QRectF(left, top, width * self.scale, height * self.scale)


class SheetPicture(QWidget):
    """The front of a sheet with its cells, seen from above."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sheet: Sheet | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(tr("纸张的图"))

    @property
    def sheet(self) -> Sheet | None:
        """The sheet that is shown."""
        return self._sheet

    def show_sheet(self, sheet: Sheet | None) -> None:
        """Show another sheet, or nothing."""
        self._sheet = sheet
        self.setAccessibleDescription("" if sheet is None else sheet.title)
        self.update()

    def slot_rect(self, slot: int) -> QRectF:
        """Return where a slot, from 0, is drawn; empty without a sheet."""
        if self._sheet is None:
            return QRectF()
        x, y = self._sheet.corner(slot, Side.FRONT)
        size = self._sheet.card_width, self._sheet.card_height
        return self._paper(self._sheet).rect(x, y, *size)

    @override
    def sizeHint(self) -> QSize:
        em = self.fontMetrics().height()
        return QSize(14 * em, 17 * em)

    @override
    def minimumSizeHint(self) -> QSize:
        em = self.fontMetrics().height()
        return QSize(8 * em, 9 * em)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if self._sheet is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_paper(painter, self._sheet)
        clip = self._paper(self._sheet).rect(0, 0, self._sheet.width, self._sheet.height)
        painter.setClipRect(clip.adjusted(-1, -1, 1, 1))  # of a sheet that is still wrong
        for slot in range(self._sheet.slots):
            self._paint_slot(painter, slot, self.slot_rect(slot))

    def _room(self) -> QRectF:
        """Return what the picture may fill."""
        return QRectF(self.rect()).adjusted(_EDGE, _EDGE, -_EDGE, -_EDGE)

    def _paper(self, sheet: Sheet) -> _Paper:
        return _Paper.of(sheet, self._room())

    def _behind(self) -> int:
        """Return how many further sheets are seen below the first."""
        return 0

    def _paint_paper(self, painter: QPainter, sheet: Sheet) -> None:
        whole = self._paper(sheet).rect(0, 0, sheet.width, sheet.height)
        painter.setPen(QPen(QColor(COLORS.input_line), 1))
        painter.setBrush(QColor(COLORS.surface))
        for number in range(min(self._behind(), _MOST_BEHIND), -1, -1):
            painter.drawRect(whole.translated(number * _STEP, number * _STEP))

    def _paint_slot(self, painter: QPainter, slot: int, rect: QRectF) -> None:
        painter.setPen(QPen(QColor(COLORS.accent), 1))
        painter.setBrush(QColor(COLORS.accent_soft))
        painter.drawRect(rect)
        self._write(painter, rect, str(slot + 1), COLORS.accent)

    def _write(self, painter: QPainter, rect: QRectF, text: str, colour: str) -> None:
        """Write a number into a slot where there is room for it."""
        font = self.font()
        pixels = min(self.fontMetrics().height() * 0.9, rect.height() * 0.6, rect.width() * 0.4)
        if pixels < _SMALLEST_TYPE:
            return
        font.setPixelSize(round(pixels))
        painter.setFont(font)
        painter.setPen(QColor(colour))
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, text)


class SlotPicture(SheetPicture):
    """Chooses the slot at which to begin on a sheet that is used in part (从第几格开始).

    A click chooses a slot; so do the arrow keys with Space or Enter. Used slots are grey and
    crossed out, those to be printed are tinted.

    Signals:
        edited: printing begins at another slot.
    """

    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._start = 1
        self._cards = 0
        self._cursor = 0
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setToolTip(tr("点一下：从这一格开始印。也可以按方向键，再按空格。"))
        self._describe()

    def set_sheet(self, sheet: Sheet, cards: int) -> None:
        """Show a sheet and how many cards go onto such sheets; the start stays if it can."""
        self._cards = cards
        self._start = min(self._start, sheet.slots)
        self._cursor = self._start - 1
        self.show_sheet(sheet)
        self._describe()

    def value(self) -> int:
        """Return the slot at which to begin, counted from 1."""
        return self._start

    def set_value(self, value: int) -> None:
        """Begin at a slot, counted from 1; beyond the sheet its last one."""
        last = self._sheet.slots if self._sheet else value
        self._start = max(1, min(value, last))
        self._cursor = self._start - 1
        self._describe()
        self.update()

    def problem(self) -> str | None:
        """Every slot can be chosen."""
        return None

    def caption(self) -> str:
        """Say in words what the picture shows."""
        if self._sheet is None:
            return ""
        words = tr("从第 {start} 格开始，每张 {slots} 格。").format(
            start=self._start, slots=self._sheet.slots
        )
        if not self._cards:
            return words
        need = tr("{cards} 张卡要 {sheets} 张纸。")
        return words + need.format(cards=self._cards, sheets=self._sheets())

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        sheet = self._sheet
        steps = {
            Qt.Key.Key_Left: -1,
            Qt.Key.Key_Right: 1,
            Qt.Key.Key_Up: -sheet.columns if sheet else 0,
            Qt.Key.Key_Down: sheet.columns if sheet else 0,
        }
        key = Qt.Key(event.key())
        if sheet is None:
            super().keyPressEvent(event)
        elif key in steps:
            self._move(self._cursor + steps[key], sheet)
        elif key == Qt.Key.Key_Home:
            self._move(0, sheet)
        elif key == Qt.Key.Key_End:
            self._move(sheet.slots - 1, sheet)
        elif key in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self._cursor == self._start - 1:
                super().keyPressEvent(event)  # chosen already: Enter closes the dialog
            self._choose(self._cursor)
        else:
            super().keyPressEvent(event)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        slots = range(self._sheet.slots if self._sheet else 0)
        for slot in slots:
            if self.slot_rect(slot).contains(event.position()):
                self._choose(slot)
                return
        super().mousePressEvent(event)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._sheet is None or not self.hasFocus():
            return
        painter = QPainter(self)
        painter.setPen(QPen(QColor(COLORS.text), 2))
        painter.drawRect(self.slot_rect(self._cursor).adjusted(1, 1, -1, -1))

    @override
    def _behind(self) -> int:
        return self._sheets() - 1

    @override
    def _paint_slot(self, painter: QPainter, slot: int, rect: QRectF) -> None:
        first = self._start - 1
        if slot < first:
            painter.setPen(QPen(QColor(COLORS.disabled), 1))
            painter.setBrush(QColor(COLORS.line))
            painter.drawRect(rect)
            painter.drawLine(rect.topLeft(), rect.bottomRight())
            painter.drawLine(rect.bottomLeft(), rect.topRight())
        elif slot < first + self._cards:
            super()._paint_slot(painter, slot, rect)
        else:
            painter.setPen(QPen(QColor(COLORS.input_line), 1, Qt.PenStyle.DotLine))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(rect)
            self._write(painter, rect, str(slot + 1), COLORS.muted)

    def _sheets(self) -> int:
        if self._sheet is None or not self._cards:
            return 1
        return PaperSetup(sheet=self._sheet, start_slot=self._start).sheets_for(self._cards)

    def _move(self, slot: int, sheet: Sheet) -> None:
        if 0 <= slot < sheet.slots:
            self._cursor = slot
            self._describe()
            self.update()

    def _choose(self, slot: int) -> None:
        before = self._start
        self.set_value(slot + 1)
        if self._start != before:
            self.edited.emit()

    def _describe(self) -> None:
        self.setAccessibleName(tr("从第几格开始印"))
        words = tr("{caption}光标在第 {slot} 格，按空格从这里开始。")
        self.setAccessibleDescription(words.format(caption=self.caption(), slot=self._cursor + 1))
