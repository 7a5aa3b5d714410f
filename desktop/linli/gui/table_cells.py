"""How the cells of the house's tables are drawn."""

from typing import Any

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget
from typing_extensions import override

from linli.gui.table import Chip, Index, TableModel, Tone
from linli.gui.theme import COLORS, Theme

CELL_PADDING = 10
CHIP_PADDING = 16
"""What is free beside the words: on each side of a cell, on both sides of a chip, in units."""
_CHIP_COLORS = {
    Tone.PLAIN: (COLORS.muted, COLORS.canvas),
    Tone.INFO: (COLORS.accent, COLORS.accent_soft),
    Tone.GOOD: (COLORS.good, COLORS.good_soft),
    Tone.WARN: (COLORS.warn, COLORS.warn_soft),
    Tone.BAD: (COLORS.bad, COLORS.bad_soft),
}


class CellDelegate(QStyledItemDelegate):
    """Draws chips, and cells without the dotted focus frame."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme

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
        ink, ground = (QColor(name) for name in _CHIP_COLORS[chip.tone])
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
