"""Pages as documents: Qt reads the Markdown, the house's colours and sizes are put on it here."""

from dataclasses import dataclass
from typing import Any

from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFrameFormat,
    QTextLength,
    QTextTable,
)

from linli.gui.colors import Colors
from linli.gui.theme import COLORS, Theme

_HEADING_UNITS = {1: 24.0, 2: 19.0, 3: 17.0}
_TEXT_UNITS = 16.0
_LINE_PERCENT = 120.0


@dataclass(frozen=True, kw_only=True)
class _Look:
    """Colours and sizes of a page."""

    theme: Theme
    colors: Colors
    scale: float

    def px(self, units: float) -> int:
        return round(self.theme.px(units) * self.scale)

    def font(self, units: float, *, bold: bool = False) -> QFont:
        font = self.theme.font(units, bold=bold)
        font.setPixelSize(self.px(units))
        return font


def dress(document: QTextDocument, theme: Theme, colors: Colors = COLORS, scale: float = 1) -> None:
    """Give a document that was read from Markdown the look of the window.

    Args:
        document: as Qt has read it.
        theme: gives sizes and the typeface.
        colors: the colours in force, or those of paper.
        scale: of all sizes; 1 is that of the window.
    """
    look = _Look(theme=theme, colors=colors, scale=scale)
    document.setDefaultFont(look.font(_TEXT_UNITS))
    document.setDocumentMargin(look.px(20))
    block = document.begin()
    while block.isValid():
        _dress_block(block, look)
        _dress_pieces(block, look)
        block = block.next()
    for frame in document.rootFrame().childFrames():
        if isinstance(frame, QTextTable):
            _dress_table(frame, look)


def _dress_block(block: QTextBlock, look: _Look) -> None:
    cursor = QTextCursor(block)
    form = QTextBlockFormat()
    level = block.blockFormat().headingLevel()
    if level:
        form.setTopMargin(look.px(6 if level == 1 else 18))
        form.setBottomMargin(look.px(8))
    else:
        proportional = QTextBlockFormat.LineHeightTypes.ProportionalHeight
        form.setLineHeight(_LINE_PERCENT, proportional.value)
        listed = block.blockFormat().objectIndex() >= 0 or block.blockFormat().indent() > 0
        form.setBottomMargin(look.px(3 if listed else 8))
        form.setTopMargin(0)
    if block.blockFormat().intProperty(_quote_level()):
        form.setBackground(QBrush(QColor(look.colors.accent_soft)))
    cursor.mergeBlockFormat(form)
    if level:
        letters = QTextCharFormat()
        font = look.font(_HEADING_UNITS.get(level, _TEXT_UNITS), bold=True)
        letters.setFont(font)
        letters.setForeground(QColor(look.colors.text if level == 1 else look.colors.accent))
        cursor.select(QTextCursor.SelectionType.BlockUnderCursor)
        cursor.mergeCharFormat(letters)


def _quote_level() -> int:
    return QTextBlockFormat.Property.BlockQuoteLevel.value


def _dress_pieces(block: QTextBlock, look: _Look) -> None:
    pieces: Any = block.begin()  # PySide6 does not declare that it is its own iterator
    for fragment in [place.fragment() for place in pieces]:
        form = fragment.charFormat()
        new = QTextCharFormat()
        if form.isImageFormat():
            _leave_no_room_over(block)
            continue
        if form.isAnchor():
            new.setForeground(QColor(look.colors.accent))
            new.setFontUnderline(True)
        elif form.fontFixedPitch():
            new.setBackground(QColor(look.colors.hover))
        elif form.fontWeight() > QFont.Weight.Normal and not block.blockFormat().headingLevel():
            new.setForeground(QColor(look.colors.text))
        else:
            continue
        cursor = QTextCursor(block.document())
        cursor.setPosition(fragment.position())
        cursor.setPosition(fragment.position() + fragment.length(), QTextCursor.MoveMode.KeepAnchor)
        cursor.mergeCharFormat(new)


def _leave_no_room_over(block: QTextBlock) -> None:
    """Give the line of a picture the height of the picture; a part more would be a gap."""
    form = QTextBlockFormat()
    single = QTextBlockFormat.LineHeightTypes.SingleHeight
    form.setLineHeight(0, single.value)
    QTextCursor(block).mergeBlockFormat(form)


def _dress_table(table: QTextTable, look: _Look) -> None:
    form = table.format()
    form.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
    form.setBorderBrush(QBrush(QColor(look.colors.line)))
    form.setBorder(1)
    form.setBorderCollapse(True)
    form.setCellPadding(look.px(6))
    form.setCellSpacing(0)
    form.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
    table.setFormat(form)
