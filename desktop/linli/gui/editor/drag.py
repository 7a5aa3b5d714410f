"""What the mouse does while its button is down."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from typing_extensions import override

from linli.domain.templates import edit
from linli.domain.templates.check import SAFE_MARGIN
from linli.domain.templates.elements import Box, QrElement
from linli.domain.templates.snapping import Lines, lines_of, snap_edge, snap_move
from linli.gui.colors import LIGHT
from linli.gui.editor.model import EditorModel
from linli.gui.editor.paint import paint_guides, rect_of

_START = 4  # px before a press becomes a drag
_REACH = 6  # px from which a line attracts


class Drag:
    """A drag from where the button went down."""

    def __init__(self, model: EditorModel, start: QPointF) -> None:
        self.model = model
        self.start = start
        self.moved = False

    def move_to(self, place: QPointF, *, pixel: float, free: bool) -> None:
        """Follow the mouse.

        Args:
            place: on the card, mm.
            pixel: the size of a pixel in mm.
            free: whether lines attract nothing now (Alt).
        """
        step = place - self.start
        if self.moved or max(abs(step.x()), abs(step.y())) >= _START * pixel:
            self.moved = True
            self.drag(step, 0 if free else _REACH * pixel)

    def drag(self, step: QPointF, reach: float) -> None:
        """Show what it would be like; lines attract from `reach` mm."""
        raise NotImplementedError

    def end(self, *, keep: bool) -> None:
        """Let go, or give up."""
        if self.moved:
            self.model.drop(keep=keep)

    def paint(self, painter: QPainter, card: QRectF) -> None:
        """Draw what belongs to the drag itself."""


class MoveDrag(Drag):
    """Moves the selected elements."""

    def __init__(self, model: EditorModel, start: QPointF) -> None:
        super().__init__(model, start)
        self._base = model.template
        self._area = model.area
        self._box = edit.bounds([_in_level(model, number) for number in model.selection])
        self._lines = _lines(model)
        self._guides: tuple[tuple[float, ...], tuple[float, ...]] = ((), ())

    @override
    def drag(self, step: QPointF, reach: float) -> None:
        """Move the boxes of the beginning as far as the mouse went."""
        snap = snap_move(self._box, step.x(), step.y(), self._lines, reach)
        self._guides = (snap.across, snap.down)
        model = self.model
        model.drag(edit.moved(self._base, model.level, model.selection, snap.dx, snap.dy))

    @override
    def paint(self, painter: QPainter, card: QRectF) -> None:
        """Draw the lines that the boxes lie on."""
        across, down = self._guides
        paint_guides(
            painter,
            card,
            [self._area.x + x for x in across],
            [self._area.y + y for y in down],
        )


class ResizeDrag(Drag):
    """Moves edges of the one selected element; a code stays square."""

    def __init__(self, model: EditorModel, start: QPointF, handle: str) -> None:
        super().__init__(model, start)
        self._base = model.template
        (self._number,) = model.selection
        self._box = _in_level(model, self._number)
        self._edges = set(handle.split())
        self._square = isinstance(model.elements[self._number], QrElement)
        self._lines = _lines(model)

    @override
    def drag(self, step: QPointF, reach: float) -> None:
        """Move the edges as far as the mouse went."""
        box = self._box
        left, right = self._axis(box.x, box.w, step.x(), self._lines.xs, reach, ("left", "right"))
        top, bottom = self._axis(box.y, box.h, step.y(), self._lines.ys, reach, ("top", "bottom"))
        if self._square:
            side = max(right - left, bottom - top)
            if not self._edges & {"top", "bottom"}:
                side = right - left
            elif not self._edges & {"left", "right"}:
                side = bottom - top
            left = right - side if "left" in self._edges else left
            top = bottom - side if "top" in self._edges else top
            right, bottom = left + side, top + side
        model = self.model
        new = Box(left, top, right - left, bottom - top)
        model.drag(edit.with_box(self._base, model.level, self._number, new, model.area))

    def _axis(
        self,
        start: float,
        extent: float,
        step: float,
        lines: tuple[float, ...],
        reach: float,
        names: tuple[str, str],
    ) -> tuple[float, float]:
        """Return where the box begins and ends along an axis."""
        end = start + extent
        least = min(extent, edit.SMALLEST_BOX)
        if names[0] in self._edges:
            start = min(start + snap_edge(start, step, lines, reach), end - least)
        elif names[1] in self._edges:
            end = max(end + snap_edge(end, step, lines, reach), start + least)
        return start, end


class RubberBand(Drag):
    """Selects what it encloses or touches, beside what was selected before."""

    def __init__(self, model: EditorModel, start: QPointF, kept: tuple[int, ...]) -> None:
        super().__init__(model, start)
        self._kept = kept
        self._rect = QRectF()
        model.select(kept)

    @override
    def drag(self, step: QPointF, reach: float) -> None:
        """Select what the band touches."""
        del reach  # a band lies where the mouse is
        self._rect = QRectF(self.start, self.start + step).normalized()
        model = self.model
        touched = (
            number
            for number in range(len(model.elements))
            if self._rect.intersects(rect_of(model.box(number)).adjusted(0, 0, 0.01, 0.01))
        )
        model.select((*self._kept, *touched))

    @override
    def end(self, *, keep: bool) -> None:
        """Leave the selection as it is, or as it was."""
        if not keep:
            self.model.select(self._kept)

    @override
    def paint(self, painter: QPainter, card: QRectF) -> None:
        """Draw the band."""
        del card
        pen = QPen(QColor(LIGHT.accent), 1, Qt.PenStyle.DashLine)
        pen.setCosmetic(True)
        painter.setPen(pen)
        soft = QColor(LIGHT.accent)
        soft.setAlpha(30)
        painter.setBrush(soft)
        painter.drawRect(self._rect)


def _in_level(model: EditorModel, number: int) -> Box:
    """Return an element's box in its own area."""
    area = model.area
    return model.elements[number].box(area.w, area.h)


def _lines(model: EditorModel) -> Lines:
    others = (
        _in_level(model, number)
        for number in range(len(model.elements))
        if number not in model.selection
    )
    margin = SAFE_MARGIN if model.level.inside is None else 0.0
    return lines_of(others, model.area, margin)
