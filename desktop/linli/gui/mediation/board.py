"""The board of cases (看板): a card for each, by stage; dragged, or moved with the keys."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QEvent, QPoint, QRect, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QToolTip, QWidget
from typing_extensions import override

from linli.domain.case_board import PILE, Pile, age, no_way_into, piles, ways_into
from linli.domain.case_flow import STAGE
from linli.domain.cases import CaseRow
from linli.gui.i18n import tr
from linli.gui.mediation.board_painting import CardPainter, Lights
from linli.gui.theme import COLORS, Theme

_LEAST, _ENDED, _HEAD, _GAP = 144, 80, 34, 8  # design units
_STEPS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}
_PILES = tuple(Pile)
_CONTROL = Qt.KeyboardModifier.ControlModifier


@dataclass(frozen=True)
class _Spot:
    """A card and where it is drawn, in the whole picture."""

    row: CaseRow
    pile: Pile
    rect: QRect


class CaseBoard(QAbstractScrollArea):
    """Shows cases by stage; one widget draws them all.

    Arrows go from card to card, Enter opens one, Ctrl with an arrow puts it into the next column.

    Signals:
        opened: a case is to be seen; carries its id.
        put: a card was put into a column where it may go; carries id and `Pile`.
        refused: a card was put where it cannot go; carries the reason.
        chosen: another card is current.
        menu_asked: a right click on a card; carries where, on the screen.
    """

    opened = Signal(int)
    put = Signal(int, object)
    refused = Signal(str)
    chosen = Signal()
    menu_asked = Signal(QPoint)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._cards = CardPainter(theme)
        self._today = date.min
        self._piles: dict[Pile, list[CaseRow]] = {pile: [] for pile in Pile}
        self._ended = 0
        self._lights: Lights = {}
        self._spots: dict[int, _Spot] = {}
        self._columns: dict[Pile, QRect] = {}
        self._current: int | None = None
        self._held: int | None = None
        self._from = self._at = QPoint()
        self._is_dragging = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(tr("看板"))
        self.viewport().setMouseTracking(True)
        theme.changed.connect(self._on_theme)

    # ---- what is shown ----

    @property
    def current(self) -> CaseRow | None:
        """The current card's case."""
        spot = None if self._current is None else self._spots.get(self._current)
        return None if spot is None else spot.row

    def show_cases(
        self, rows: Sequence[CaseRow], ended: int, today: date, lights: Lights | None = None
    ) -> None:
        """Show cards; the current one stays so if it is still there.

        Args:
            rows: the cases that are not ended.
            ended: how many are.
            today: ages count to this day.
            lights: the most urgent clock of each case.
        """
        self._piles, self._ended, self._today = piles(rows), ended, today
        self._lights = lights or {}
        self._drop_hold()
        self._lay_out()
        first = next((row.id for pile in _PILES for row in self._piles[pile]), None)
        self._choose(self._current if self._current in self._spots else first)

    def choose(self, case_id: int) -> bool:
        """Make a card current and bring it into sight; False if it is not on the board."""
        if case_id not in self._spots:
            return False
        self._choose(case_id)
        self._show_current()
        return True

    def rect_of(self, case_id: int) -> QRect:
        """Return where a card is in the viewport."""
        return self._spots[case_id].rect.translated(-self._offset())

    def rect_of_pile(self, pile: Pile) -> QRect:
        """Return where a column is in the viewport."""
        return self._columns[pile].translated(-self._offset())

    def words(self, row: CaseRow) -> str:
        """Return what a card says, in whole."""
        days = tr("{stage} {days} 天").format(
            stage=tr(STAGE[row.stage]), days=age(row.since, self._today)
        )
        light = self._lights.get(row.id)
        parts = [row.number, row.title, "、".join(row.parties), days, row.mediator]
        if light is not None:
            parts.append(light.text)
        return "\n".join(part for part in parts if part)

    # ---- events ----

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(event.rect(), QColor(COLORS.surface))
        offset = self._offset()
        over = self._pile_at(self._at) if self._is_dragging else None
        for pile, column in self._columns.items():
            tone = self._tone(pile) if pile is over else None
            self._cards.column(painter, column.translated(-offset), tone)
        for number, spot in self._spots.items():
            area = spot.rect.translated(-offset)
            if area.intersects(event.rect()) and not (self._is_dragging and number == self._held):
                self._draw(painter, area, spot.row)
        head = self._theme.px(_HEAD)
        for pile, column in self._columns.items():
            count = self._ended if pile is Pile.ENDED else len(self._piles[pile])
            area = QRect(column.left() - offset.x(), 0, column.width(), head)
            self._cards.head(painter, area, pile, count)
        if self._is_dragging and self._held is not None:
            spot = self._spots[self._held]
            self._draw(painter, spot.rect.translated(self._at - self._from - offset), spot.row)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        found = self._card_at(event.position().toPoint())
        if found is not None:
            self._choose(found)
        if event.button() == Qt.MouseButton.LeftButton:
            self._held = found
            self._from = event.position().toPoint()

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        place = event.position().toPoint()
        if self._held is None or not event.buttons() & Qt.MouseButton.LeftButton:
            over = self._card_at(place)
            shape = Qt.CursorShape.ArrowCursor if over is None else Qt.CursorShape.OpenHandCursor
            self.viewport().setCursor(shape)
            return
        far = (place - self._from).manhattanLength() >= QApplication.startDragDistance()
        self._is_dragging = self._is_dragging or far
        if self._is_dragging:
            self._at = place
            self.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)
            self.viewport().update()

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton:
            return
        held, dragged = self._held, self._is_dragging
        self._drop_hold()
        pile = self._pile_at(event.position().toPoint())
        if held is not None and dragged and pile is not None:
            self._put(held, pile)

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self._drop_hold()
        found = self._card_at(event.position().toPoint())
        if found is not None:
            self.opened.emit(found)

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if self._current is not None:
            self.menu_asked.emit(event.globalPos())

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key == Qt.Key.Key_Escape and self._is_dragging:
            self._drop_hold()
        elif key in _STEPS:
            self._on_arrow(key, to_next=bool(event.modifiers() & _CONTROL))
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._current is not None:
            self.opened.emit(self._current)
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End) and self.current is not None:
            cards = self._piles[self._spots[self.current.id].pile]
            self._choose(cards[-1 if key == Qt.Key.Key_End else 0].id)
            self._show_current()
        else:
            super().keyPressEvent(event)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.viewport().update()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._drop_hold()

    @override
    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            found = self._card_at(event.pos())
            words = "" if found is None else self.words(self._spots[found].row)
            QToolTip.showText(event.globalPos(), words, self.viewport())
            return True
        return super().viewportEvent(event)

    # ---- inside ----

    def _on_theme(self) -> None:
        self._cards.refit()
        self._lay_out()

    def _lay_out(self) -> None:
        """Give each column its share of the width and each card its place."""
        px = self._theme.px
        gap, head, ended = px(_GAP), px(_HEAD), px(_ENDED)
        room = self.viewport().width() - ended - gap * len(_PILES)
        wide = max(room // (len(_PILES) - 1), px(_LEAST))
        high = self._cards.card_height
        longest = max(len(cards) for cards in self._piles.values())
        bottom = max(head + gap + longest * (high + gap), self.viewport().height())
        self._spots, self._columns = {}, {}
        left = gap // 2
        for pile in _PILES:
            width = ended if pile is Pile.ENDED else wide
            self._columns[pile] = QRect(left, head // 2, width, bottom - head // 2)
            for place, row in enumerate(self._piles[pile]):
                top = head + gap + place * (high + gap)
                rect = QRect(left + gap // 2, top, width - gap, high)
                self._spots[row.id] = _Spot(row, pile, rect)
            left += width + gap
        self._set_bars(left - gap + gap // 2, bottom, high + gap)
        self.viewport().update()

    def _set_bars(self, width: int, height: int, line: int) -> None:
        view = self.viewport().size()
        for bar, whole, part in (
            (self.horizontalScrollBar(), width, view.width()),
            (self.verticalScrollBar(), height, view.height()),
        ):
            bar.setRange(0, max(0, whole - part))
            bar.setPageStep(part)
            bar.setSingleStep(line // 2)

    def _offset(self) -> QPoint:
        return QPoint(self.horizontalScrollBar().value(), self.verticalScrollBar().value())

    def _draw(self, painter: QPainter, area: QRect, row: CaseRow) -> None:
        self._cards.card(
            painter,
            area,
            row,
            age(row.since, self._today),
            self._lights.get(row.id),
            chosen=row.id == self._current,
            focused=self.hasFocus(),
        )

    def _tone(self, pile: Pile) -> QColor | None:
        """Return the ground of the column over which the held card is."""
        spot = self._spots[self._held] if self._held is not None else None
        if spot is None or spot.pile is pile:
            return None
        ways = ways_into(pile, spot.row.stage, away=spot.row.away)
        return QColor(COLORS.good_soft if ways else COLORS.bad_soft)

    def _card_at(self, place: QPoint) -> int | None:
        if place.y() < self._theme.px(_HEAD):
            return None
        spot = place + self._offset()
        return next((n for n, each in self._spots.items() if each.rect.contains(spot)), None)

    def _pile_at(self, place: QPoint) -> Pile | None:
        x = place.x() + self._offset().x()
        found = (p for p, area in self._columns.items() if area.left() <= x <= area.right())
        return next(found, None)

    def _put(self, case_id: int, pile: Pile) -> None:
        row = self._spots[case_id].row
        if self._spots[case_id].pile is pile:
            return
        if ways_into(pile, row.stage, away=row.away):
            self.put.emit(case_id, pile)
        else:
            self.refused.emit(no_way_into(pile, row.stage, away=row.away))

    def _drop_hold(self) -> None:
        self._held, self._is_dragging = None, False
        self.viewport().unsetCursor()
        self.viewport().update()

    def _choose(self, case_id: int | None) -> None:
        self._current = case_id
        row = self.current
        words = "" if row is None else f"{tr(PILE[self._spots[row.id].pile])}\n{self.words(row)}"
        self.setAccessibleDescription(words)
        self.chosen.emit()
        self.viewport().update()

    def _on_arrow(self, key: Qt.Key, *, to_next: bool) -> None:
        row = self.current
        if row is None:
            return
        right, down = _STEPS[key]
        pile = self._spots[row.id].pile
        if to_next and right:
            place = _PILES.index(pile) + right
            if 0 <= place < len(_PILES):
                self._put(row.id, _PILES[place])
            return
        cards = self._piles[pile]
        place = cards.index(row) + down
        if right:
            beside = _PILES[_PILES.index(pile) + 1 :] if right > 0 else self._left_of(pile)
            cards = next((self._piles[each] for each in beside if self._piles[each]), cards)
        self._choose(cards[max(0, min(place, len(cards) - 1))].id)
        self._show_current()

    def _left_of(self, pile: Pile) -> Sequence[Pile]:
        return _PILES[: _PILES.index(pile)][::-1]

    def _show_current(self) -> None:
        """Scroll until the current card is seen whole, below the heads."""
        if self._current is None:
            return
        rect, gap = self._spots[self._current].rect, self._theme.px(_GAP)
        top, bottom = rect.top() - self._theme.px(_HEAD) - gap, rect.bottom() + gap
        down, across = self.verticalScrollBar(), self.horizontalScrollBar()
        view = self.viewport().size()
        down.setValue(min(max(down.value(), bottom - view.height()), top))
        least, most = rect.right() + gap - view.width(), rect.left() - gap
        across.setValue(min(max(across.value(), least), most))
