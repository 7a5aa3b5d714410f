"""How the cells of the house's tables are drawn."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem, QWidget
from typing_extensions import override

from linli.domain.marking import Span
from linli.gui.marked_text import MarkedDelegate
from linli.gui.table import Chip, Index, TableModel, Tone
from linli.gui.theme import COLORS, Theme

CELL_PADDING = 10
CHIP_PADDING = 16
"""What is free beside the words: on each side of a cell, on both sides of a chip, in units."""
CHIP_COLORS = {
    Tone.PLAIN: ("muted", "canvas"),
    Tone.INFO: ("accent", "accent_soft"),
    Tone.GOOD: ("good", "good_soft"),
    Tone.WARN: ("warn", "warn_soft"),
    Tone.BAD: ("bad", "bad_soft"),
}
"""Ink and ground of each tone, as colour tokens."""

_MARKS_KEPT = 2000
"""Texts; a screen shows a few hundred."""


class CellDelegate(MarkedDelegate):
    """Draws chips, cells without the dotted focus frame, and marks what was typed."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, parent)
        self._typed = ""
        self._known: dict[tuple[int, str], Sequence[Span]] = {}

    def mark(self, typed: str) -> None:
        """Mark what of each cell is typed, from the next painting on; "" marks nothing."""
        if typed != self._typed:
            self._typed = typed
            self._known.clear()

    @override
    def spans(self, index: Index) -> Sequence[Span]:
        """Return what of a cell was typed; worked out once for each text."""
        model = index.model()
        if not self._typed or not isinstance(model, TableModel):
            return ()
        number = index.column()
        column = model.columns[number]
        if column.marks is None:
            return ()
        text = str(index.data() or "")
        found = self._known.get((number, text))
        if found is None:
            found = column.marks(self._typed, text)
            if len(self._known) >= _MARKS_KEPT:
                self._known.clear()
            self._known[number, text] = found
        return found

    @override
    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        super().initStyleOption(option, index)
        view_option: Any = option  # PySide6 does not declare the option's attributes
        view_option.state &= ~QStyle.StateFlag.State_HasFocus
        if index.data(TableModel.CHIP_ROLE) is not None:
            view_option.text = ""

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        super().paint(painter, option, index)
        chip = index.data(TableModel.CHIP_ROLE)
        if isinstance(chip, Chip):
            self._paint_chip(painter, option, chip)

    def _paint_chip(self, painter: QPainter, option: Any, chip: Chip) -> None:
        px = self._theme.px
        ink, ground = (QColor(getattr(COLORS, token)) for token in CHIP_COLORS[chip.tone])
        font = self._theme.font(13)
        painter.save()
        painter.setFont(font)
        metrics = painter.fontMetrics()
        height = metrics.height() + px(4)
        room = option.rect.width() - px(2 * CELL_PADDING)
        width = min(metrics.horizontalAdvance(chip.words) + px(CHIP_PADDING), room)
        top = option.rect.center().y() - height / 2
        box = QRectF(option.rect.left() + px(CELL_PADDING), top, width, height)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ground)
        painter.drawRoundedRect(box, height / 2, height / 2)
        painter.setPen(ink)
        words = metrics.elidedText(chip.words, Qt.TextElideMode.ElideRight, width - px(12))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, words)
        painter.restore()
