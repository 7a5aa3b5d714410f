"""The card at true scale, on which elements are selected, moved and resized."""

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
)
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from linli.domain.card_fields import CardValues
from linli.domain.templates.check import SAFE_MARGIN
from linli.domain.templates.elements import Element, ListElement
from linli.domain.templates.wording import describe
from linli.gui.editor import paint
from linli.gui.editor.card_view import CardView
from linli.gui.editor.drag import Drag, MoveDrag, ResizeDrag, RubberBand
from linli.gui.editor.model import EditorModel
from linli.gui.i18n import tr
from linli.gui.theme import Theme

FINE, COARSE = 0.1, 1.0
"""mm by which arrow keys move."""
_GRIP = 6  # px around an edge that still count as it
_TOGGLING = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.ControlModifier
_ARROWS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}


class EditorCanvas(CardView):
    """Shows the card as it will print, and over it the boxes of its elements.

    Signals:
        edit_requested: the clerk wants to change what the selected element says.
    """

    edit_requested = Signal()

    def __init__(self, model: EditorModel, theme: Theme, parent: QWidget | None = None) -> None:
        self._values: CardValues | None = None
        self._drag: Drag | None = None
        self.show_absent = False
        super().__init__(model, theme, parent)
        self.setAccessibleName(tr("卡片"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setMouseTracking(True)
        model.level_changed.connect(lambda: self._end_drag(keep=False))

    def show_values(self, values: CardValues | None) -> None:
        """Take the facts of the card, from which follows what does not print on it."""
        self._values = values
        self.viewport().update()

    def is_absent(self, element: Element) -> bool:
        """Whether an element does not print on the card that is shown."""
        values = self._values
        if values is None:
            return False
        if self._model.level.inside is not None:  # a row's fields are not known here
            return False
        return any(not values.has(name) for name in element.needed()) or any(
            values.has(name) for name in element.unless
        )

    def hits(self, place: QPointF) -> list[int]:
        """Return the elements under a place, what is on top first; what prints before the rest."""
        grip = _GRIP / self.scale_factor / 2
        found = []
        for number, element in enumerate(self._model.elements):
            rect = paint.rect_of(self._model.box(number))
            thin = min(rect.width(), rect.height()) < 2 * grip
            if thin:
                rect = rect.adjusted(-grip, -grip, grip, grip)
            absent = self.is_absent(element)
            if rect.contains(place) and (self.show_absent or not absent):
                found.append((absent, -number, number))
        return [number for _, _, number in sorted(found)]

    def handle_at(self, place: QPointF) -> str | None:
        """Return the handle of the one selected element under a place."""
        if len(self._model.selection) != 1:
            return None
        reach = (paint.HANDLE / 2 + 2) / self.scale_factor
        points = paint.handles(self._model.box(self._model.selection[0]))
        near = {
            name: point
            for name, point in points.items()
            if abs(point.x() - place.x()) <= reach and abs(point.y() - place.y()) <= reach
        }
        return min(near, key=lambda name: (near[name] - place).manhattanLength(), default=None)

    @override
    def drawForeground(self, painter: QPainter, rect: QRectF | QRect) -> None:
        model, card, pixel = self._model, self._card(), 1 / self.scale_factor
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        if model.level.inside is None:
            paint.paint_safe_area(painter, card, SAFE_MARGIN)
        else:
            paint.paint_veil(painter, card, paint.rect_of(model.area))
        painter.setFont(self._theme.font(12))
        paint.paint_outlines(painter, self._outlines(), pixel)
        if len(model.selection) == 1:
            paint.paint_handles(painter, model.box(model.selection[0]), pixel)
        if self._drag is not None:
            self._drag.paint(painter, card)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is not Qt.MouseButton.LeftButton or self._drag is not None:
            return
        place = self.mapToScene(event.position().toPoint())
        model = self._model
        handle = self.handle_at(place)
        if handle is not None:
            self._drag = ResizeDrag(model, place, handle)
            return
        if model.level.inside is not None and not paint.rect_of(model.area).contains(place):
            model.leave()
        under = self.hits(place)
        toggling = bool(event.modifiers() & _TOGGLING)
        if not under:
            self._drag = RubberBand(model, place, model.selection if toggling else ())
            return
        self._choose(under, event.modifiers())
        if any(number in model.selection for number in under):
            self._drag = MoveDrag(model, place)

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        place = self.mapToScene(event.position().toPoint())
        if self._drag is None:
            self._show_cursor(place)
            return
        free = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        self._drag.move_to(place, pixel=1 / self.scale_factor, free=free)
        self.viewport().update()

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._end_drag(keep=True)

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        under = self.hits(self.mapToScene(event.position().toPoint()))
        if not under:
            return
        self._model.select(under[:1])
        self.open_selected()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in _ARROWS and self._model.selection:
            self._step(*_ARROWS[key], event.modifiers())
        elif key is Qt.Key.Key_Escape and self._escape():
            pass
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
            if control and len(self._model.selection) == 1:
                self._model.enter(self._model.selection[0])
            else:
                self.edit_requested.emit()
        else:
            super().keyPressEvent(event)

    @override
    def focusNextPrevChild(self, next: bool) -> bool:
        if self._model.select_next(1 if next else -1):
            self._show_selected()
            return True
        return super().focusNextPrevChild(next)

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._end_drag(keep=True)
        super().focusOutEvent(event)

    @override
    def leaveEvent(self, event: QEvent) -> None:
        self.viewport().unsetCursor()
        super().leaveEvent(event)

    def open_selected(self) -> None:
        """Go into the selected list's cell, or to what another element says."""
        if len(self._model.selection) != 1:
            return
        number = self._model.selection[0]
        if isinstance(self._model.elements[number], ListElement):
            self._model.enter(number)
        else:
            self.edit_requested.emit()

    def _outlines(self) -> Iterable[paint.Outline]:
        model, labels = self._model, self._model.labels()
        wrong = self._wrong()
        for number, element in enumerate(model.elements):
            selected = number in model.selection
            absent = self.is_absent(element)
            if absent and not (self.show_absent or selected):
                continue
            words = ""
            if absent and selected:
                words = tr("（这张卡不印）{what}").format(what=describe(element, labels))
            yield paint.Outline(
                box=model.box(number),
                selected=selected,
                wrong=number in wrong,
                absent=absent,
                words=words,
            )

    def _wrong(self) -> set[int]:
        """Return the elements of this level with a problem; a list's cell counts as the list."""
        level = self._model.level
        found = set()
        for problem in self._model.problems:
            if problem.side is not level.side or not problem.path:
                continue
            if level.inside is None:
                found.add(problem.path[0])
            elif problem.path[0] == level.inside and len(problem.path) > 1:
                found.add(0 if level.more else problem.path[1])
        return found

    def _choose(self, under: list[int], modifiers: Qt.KeyboardModifier) -> None:
        """Select what was clicked: alone, in addition, or (Alt) what lies below it."""
        model = self._model
        if modifiers & _TOGGLING:
            number = under[0]
            rest = tuple(n for n in model.selection if n != number)
            model.select(rest if number in model.selection else (*rest, number))
        elif modifiers & Qt.KeyboardModifier.AltModifier:
            chosen = next((n for n in model.selection if n in under), None)
            place = 0 if chosen is None else (under.index(chosen) + 1) % len(under)
            model.select([under[place]])
        elif not any(number in model.selection for number in under):
            model.select(under[:1])

    def _step(self, dx: int, dy: int, modifiers: Qt.KeyboardModifier) -> None:
        step = COARSE if modifiers & Qt.KeyboardModifier.ShiftModifier else FINE
        if modifiers & Qt.KeyboardModifier.ControlModifier:
            self._model.resize(dx * step, dy * step)
        else:
            self._model.move(dx * step, dy * step)

    def _escape(self) -> bool:
        """Give up the drag, else leave the cell, else select nothing; False if there is none."""
        if self._drag is not None:
            self._end_drag(keep=False)
            return True
        if self._model.leave():
            return True
        if self._model.selection:
            self._model.select([])
            return True
        return False

    def _end_drag(self, *, keep: bool) -> None:
        drag, self._drag = self._drag, None
        if drag is not None:
            drag.end(keep=keep)
            self.viewport().update()

    def _show_cursor(self, place: QPointF) -> None:
        handle = self.handle_at(place)
        if handle is not None:
            edges = set(handle.split())
            slanted = len(edges) > 1
            down = edges in ({"left", "top"}, {"right", "bottom"})
            shape = (
                (Qt.CursorShape.SizeFDiagCursor if down else Qt.CursorShape.SizeBDiagCursor)
                if slanted
                else Qt.CursorShape.SizeHorCursor
                if edges & {"left", "right"}
                else Qt.CursorShape.SizeVerCursor
            )
            self.viewport().setCursor(shape)
        elif self.hits(place):
            self.viewport().setCursor(Qt.CursorShape.SizeAllCursor)
        else:
            self.viewport().unsetCursor()

    def _show_selected(self) -> None:
        rects = [paint.rect_of(self._model.box(number)) for number in self._model.selection]
        if rects:
            self.ensureVisible(rects[-1], 20, 20)
