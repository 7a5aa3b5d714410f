"""How the board of cases is drawn: columns under heads that stay, and cards."""

from collections.abc import Mapping

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen

from linli.domain.case_board import PILE, Pile
from linli.domain.cases import LEVEL, CaseRow
from linli.gui.i18n import tr
from linli.gui.table import Chip
from linli.gui.table_cells import CHIP_COLORS
from linli.gui.theme import COLORS, Theme

_PAD = 8
_STRIPE = 4
_ROUND = 6
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class CardPainter:
    """Draws heads and cards; lines of titles are broken once for each width."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._broken: dict[tuple[str, int], tuple[str, str]] = {}
        self.refit()

    def refit(self) -> None:
        """Take type and sizes of another zoom."""
        self._bold = self._theme.font(bold=True)
        self._small = self._theme.font(13)
        self._broken.clear()

    @property
    def card_height(self) -> int:
        """How high a card is: a title of two lines, the parties, and how it stands."""
        big, small = QFontMetrics(self._bold), QFontMetrics(self._small)
        lines = 2 * big.lineSpacing() + 2 * small.lineSpacing()
        return lines + self._theme.px(2 * _PAD + 6)

    def column(self, painter: QPainter, area: QRect, tone: QColor | None) -> None:
        """Draw the ground of a column; `tone` says that a card is being held over it."""
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(tone or QColor(COLORS.canvas))
        painter.drawRoundedRect(area, _ROUND, _ROUND)

    def head(self, painter: QPainter, area: QRect, pile: Pile, count: int) -> None:
        """Draw the head of a column, with the number of its cards."""
        px = self._theme.px
        painter.fillRect(area.adjusted(-px(4), 0, px(4), px(2)), QColor(COLORS.surface))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(COLORS.accent_soft if count else COLORS.canvas))
        painter.drawRoundedRect(area, _ROUND, _ROUND)
        inner = area.adjusted(px(_PAD), 0, -px(_PAD), 0)
        painter.setFont(self._bold)
        painter.setPen(QColor(COLORS.text))
        painter.drawText(inner, _LEFT, tr(PILE[pile]))
        painter.setPen(QColor(COLORS.muted))
        painter.drawText(inner, _RIGHT, f"{count:,}")

    def card(
        self,
        painter: QPainter,
        area: QRect,
        row: CaseRow,
        days: int,
        light: Chip | None,
        *,
        chosen: bool,
        focused: bool,
    ) -> None:
        """Draw a card.

        Args:
            painter: what draws.
            area: where.
            row: the case.
            days: for how long it has stood there.
            light: the most urgent of its clocks, if there is one.
            chosen: whether it is the current card.
            focused: whether keys go to it.
        """
        px = self._theme.px
        edge = COLORS.accent if chosen else COLORS.line
        painter.setPen(QPen(QColor(edge), 2 if chosen and focused else 1))
        painter.setBrush(QColor(COLORS.accent_soft if chosen else COLORS.surface))
        painter.drawRoundedRect(area, _ROUND, _ROUND)
        if light is not None:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(_color(light)))
            stripe = QRect(area.left() + 1, area.top() + px(6), px(_STRIPE), area.height())
            stripe.setBottom(area.bottom() - px(6))
            painter.drawRect(stripe)
        inner = area.adjusted(px(_PAD + 2), px(_PAD), -px(_PAD), -px(_PAD))
        big, small = QFontMetrics(self._bold), QFontMetrics(self._small)
        line = QRect(inner.left(), inner.top(), inner.width(), big.lineSpacing())
        painter.setFont(self._bold)
        painter.setPen(QColor(COLORS.text))
        for words in self._two_lines(row.title, inner.width(), big):
            painter.drawText(line, _LEFT, words)
            line.translate(0, big.lineSpacing())
        painter.setFont(self._small)
        line.setHeight(small.lineSpacing())
        line.translate(0, px(3))
        painter.setPen(QColor(COLORS.muted))
        parties = "、".join(row.parties)
        painter.drawText(line, _LEFT, self._cut(parties, inner.width(), small))
        line.translate(0, small.lineSpacing() + px(3))
        self._foot(painter, line, row, days, light)

    def _foot(
        self, painter: QPainter, line: QRect, row: CaseRow, days: int, light: Chip | None
    ) -> None:
        small = QFontMetrics(self._small)
        count = tr("{days}天").format(days=days)
        painter.setPen(QColor(COLORS.text))
        painter.drawText(line, _RIGHT, count)
        room = line.width() - small.horizontalAdvance(count) - self._theme.px(4)
        words = [tr("⚠ 风险")] if row.has_risk else []
        if row.away:
            words.append("↑" + tr(LEVEL[row.level]))
        if light is not None:
            words.insert(0, light.words.replace(" ", ""))  # a card is narrow
        painter.setPen(QColor(_color(light) if light else COLORS.warn))
        painter.drawText(line, _LEFT, self._cut(" ".join(words), room, small))

    def _two_lines(self, text: str, width: int, metrics: QFontMetrics) -> tuple[str, str]:
        """Break a title into two lines; what is longer is cut."""
        key = text, width
        if key not in self._broken:
            self._broken[key] = self._break(text, width, metrics)
        return self._broken[key]

    def _break(self, text: str, width: int, metrics: QFontMetrics) -> tuple[str, str]:
        if metrics.horizontalAdvance(text) <= width:
            return text, ""
        fits, over = 1, len(text)
        while over - fits > 1:
            middle = (fits + over) // 2
            if metrics.horizontalAdvance(text[:middle]) <= width:
                fits = middle
            else:
                over = middle
        return text[:fits], self._cut(text[fits:], width, metrics)

    def _cut(self, text: str, width: int, metrics: QFontMetrics) -> str:
        return metrics.elidedText(text, Qt.TextElideMode.ElideRight, width)


def _color(chip: Chip) -> str:
    color: str = getattr(COLORS, CHIP_COLORS[chip.tone][0])
    return color


Lights = Mapping[int, Chip]
"""The most urgent clock of each case, by its id."""
