"""Marks what was typed in the texts of tables and lists: a soft ground and a line below.

The line says the same as the colour for those who see none. The style draws the text as always;
the ground is multiplied into it (screened in dark looks), so that elision, alignment and
fallback fonts stay the style's.
"""

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QTextLayout, QTextOption
from PySide6.QtWidgets import (
    QApplication,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)
from typing_extensions import override

from linli.domain.marking import Span
from linli.gui.table import Index
from linli.gui.theme import COLORS, Theme

Marking = Callable[[str, str], Sequence[Span]]
"""Returns which characters of a shown text (second) were typed (first)."""

_LINE_UNITS = 2


class MarkedDelegate(QStyledItemDelegate):
    """Draws items, and marks the spans of their texts that `spans` returns."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme

    def spans(self, index: Index) -> Sequence[Span]:
        """Return what to mark in the text of an item, in order."""
        raise NotImplementedError

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        spans = self.spans(index)
        if not spans:
            super().paint(painter, option, index)
            return
        shown: Any = QStyleOptionViewItem(option)  # PySide6 does not declare its attributes
        self.initStyleOption(shown, index)
        style = _style_of(shown)
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, shown, painter, shown.widget)
        self._paint_marks(painter, shown, spans)

    def _paint_marks(self, painter: QPainter, option: Any, spans: Iterable[Span]) -> None:
        boxes = mark_boxes(option, spans)
        line = self._theme.px(_LINE_UNITS)
        painter.save()
        mode = QPainter.CompositionMode
        painter.setCompositionMode(
            mode.CompositionMode_Screen if COLORS.dark else mode.CompositionMode_Multiply
        )
        for box in boxes:
            painter.fillRect(box, QColor(COLORS.mark))
        painter.setCompositionMode(mode.CompositionMode_SourceOver)
        for box in boxes:
            below = QRectF(box.left(), box.bottom() - line, box.width(), line)
            painter.fillRect(below, QColor(COLORS.mark_line))
        painter.restore()


def mark_boxes(option: Any, spans: Iterable[Span]) -> list[QRectF]:
    """Return where the spans of an item's text are drawn.

    What is cut off is marked by the dots that stand for it.

    Args:
        option: the item as `initStyleOption` has filled it in.
        spans: places in its text, in order.
    """
    widget, style = option.widget, _style_of(option)
    element = QStyle.SubElement.SE_ItemViewItemText
    room = style.subElementRect(element, option, widget)
    margin = style.pixelMetric(QStyle.PixelMetric.PM_FocusFrameHMargin, option, widget) + 1
    room.adjust(margin, 0, -margin, 0)
    metrics = QFontMetricsF(option.font)
    words = option.text
    shown = metrics.elidedText(words, option.textElideMode, room.width())
    pairs = enumerate(zip(words, shown, strict=False))
    kept = next((place for place, (one, other) in pairs if one != other), len(words))
    layout = QTextLayout(shown, option.font)
    choice = QTextOption(QStyle.visualAlignment(option.direction, option.displayAlignment))
    choice.setTextDirection(option.direction)
    choice.setWrapMode(QTextOption.WrapMode.ManualWrap)
    layout.setTextOption(choice)
    layout.beginLayout()
    line: Any = layout.createLine()  # PySide6 does not declare what cursorToX returns
    line.setLineWidth(room.width())
    layout.endLayout()
    top = room.center().y() + 0.5 - metrics.height() / 2
    boxes: list[QRectF] = []
    for start, end in _as_shown(spans, kept, len(shown)):
        ends = [line.cursorToX(_units(shown, place))[0] for place in (start, end)]
        box = QRectF(room.left() + min(ends), top, abs(ends[1] - ends[0]), metrics.height())
        boxes.append(box)
    return boxes


def _style_of(option: Any) -> QStyle:
    style: QStyle = option.widget.style() if option.widget is not None else QApplication.style()
    return style


def _as_shown(spans: Iterable[Span], kept: int, length: int) -> list[Span]:
    """Return the spans in a text of which `kept` characters are shown, and then dots."""
    shown: list[Span] = []
    for start, end in spans:
        if start < kept:
            shown.append((start, min(end, kept)))
        if end > kept:
            shown.append((kept, length))
            break
    return shown


def _units(text: str, place: int) -> int:
    """Return a place in a text as Qt counts: a rare ideograph is two."""
    return place if text.isascii() else len(text[:place].encode("utf-16-le")) // 2


def marks_in_parts(typed: str, line: str, parts: Iterable[tuple[str, Marking]]) -> list[Span]:
    """Return what of a line is marked whose parts, in their order, are marked each in its way."""
    found: list[Span] = []
    place = 0
    for part, marking in parts:
        start = line.find(part, place) if part else -1
        if start >= 0:
            found += ((start + first, start + last) for first, last in marking(typed, part))
            place = start + len(part)
    return found
