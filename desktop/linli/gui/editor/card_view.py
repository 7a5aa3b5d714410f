"""The card at true scale with its rulers: zoom, scrolling, and the picture of how it prints."""

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QImage, QPainter, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QFrame, QGraphicsScene, QGraphicsView, QWidget
from typing_extensions import override

from linli.domain.templates import edit
from linli.gui.editor.model import EditorModel
from linli.gui.editor.ruler import Ruler
from linli.gui.editor.scale import pixels_per_mm
from linli.gui.theme import COLORS, Theme
from linli.gui.zoom_keys import OWN_ZOOM

ZOOMS = (50, 75, 100, 150, 200, 300, 400)
"""Percent; 100 is the true size."""
_SMALLEST_FIT = 20
_AROUND = 6.0  # mm around the card
_RULER = 20


class CardView(QGraphicsView):
    """Shows the card of a model; scene coordinates are mm.

    Signals:
        zoom_changed: percent of the true size.
    """

    zoom_changed = Signal(int)

    def __init__(self, model: EditorModel, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setScene(QGraphicsScene(self))
        self._model = model
        self._theme = theme
        self._zoom = 100
        self._fits = True
        self._image: QImage | None = None
        self._rulers = (Ruler(across=True, parent=self), Ruler(across=False, parent=self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setProperty(OWN_ZOOM, True)  # noqa: FBT003 - Qt's own signature
        self.setTransformationAnchor(QGraphicsView.ViewportAnchor.AnchorUnderMouse)
        self.setViewportUpdateMode(QGraphicsView.ViewportUpdateMode.FullViewportUpdate)
        self.horizontalScrollBar().valueChanged.connect(self._show_rulers)
        self.verticalScrollBar().valueChanged.connect(self._show_rulers)
        for signal in (model.changed, model.selection_changed, model.problems_changed):
            signal.connect(self._refresh)
        model.level_changed.connect(self._on_level)
        theme.changed.connect(self._place_rulers)
        self._place_rulers()
        self._on_level()

    @property
    def zoom(self) -> int:
        """The zoom in percent of the true size."""
        return self._zoom

    @property
    def scale_factor(self) -> float:
        """Logical pixels per mm."""
        return pixels_per_mm(self.screen()) * self._zoom / 100

    def set_zoom(self, percent: int) -> None:
        """Show the card at a percentage of its true size."""
        self._fits = False
        self._set_zoom(percent)

    def step_zoom(self, step: int) -> None:
        """Take the next larger or smaller zoom."""
        larger = [zoom for zoom in ZOOMS if zoom > self._zoom]
        smaller = [zoom for zoom in ZOOMS if zoom < self._zoom]
        if step > 0 and larger:
            self.set_zoom(larger[0])
        elif step < 0 and smaller:
            self.set_zoom(smaller[-1])

    def fit(self) -> None:
        """Show the whole card as large as the window allows."""
        self._fits = True
        self._fit()

    def show_picture(self, image: QImage | None) -> None:
        """Show another picture of the card."""
        self._image = image
        self.viewport().update()

    def point_of(self, x: float, y: float) -> QPoint:
        """Return the pixel of the viewport at a place of the card in mm."""
        return self.mapFromScene(QPointF(x, y))

    @override
    def drawBackground(self, painter: QPainter, rect: QRectF | QRect) -> None:
        painter.fillRect(rect, QColor(COLORS.line))
        card = self._card()
        pixel = 1 / self.scale_factor
        shade = QColor(20, 30, 45, 40)
        painter.fillRect(card.adjusted(-pixel, -pixel, 2 * pixel, 3 * pixel), shade)
        painter.fillRect(card, Qt.GlobalColor.white)
        if self._image is not None:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(card, self._image)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._fits:
            self._fit()
        self._place_rulers()

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.step_zoom(1 if event.angleDelta().y() > 0 else -1)
            event.accept()
            return
        super().wheelEvent(event)

    def _on_level(self) -> None:
        """Show another side, cell or size."""
        room = self._card().adjusted(-_AROUND, -_AROUND, _AROUND, _AROUND)
        if room != self.sceneRect():
            self.setSceneRect(room)
            if self._fits:
                self._fit()
        self._refresh()

    def _refresh(self) -> None:
        self._show_rulers()
        self.viewport().update()

    def _card(self) -> QRectF:
        return QRectF(0, 0, self._model.size.width, self._model.size.height)

    def _set_zoom(self, percent: int) -> None:
        self._zoom = min(max(percent, _SMALLEST_FIT), ZOOMS[-1])
        self.resetTransform()
        self.scale(self.scale_factor, self.scale_factor)
        self._show_rulers()
        self.zoom_changed.emit(self._zoom)

    def _fit(self) -> None:
        room, card = self.viewport().size(), self._card()
        wish = min(
            room.width() / (card.width() + 2 * _AROUND),
            room.height() / (card.height() + 2 * _AROUND),
        )
        percent = int(wish / pixels_per_mm(self.screen()) * 100)
        self._set_zoom(percent)

    def _place_rulers(self) -> None:
        breadth = self._theme.px(_RULER)
        self.setViewportMargins(breadth, breadth, 0, 0)
        view = self.viewport().geometry()
        across, down = self._rulers
        across.setGeometry(view.left(), view.top() - breadth, view.width(), breadth)
        down.setGeometry(view.left() - breadth, view.top(), breadth, view.height())
        self._show_rulers()

    def _show_rulers(self) -> None:
        origin = self.mapFromScene(QPointF(0, 0))
        model = self._model
        chosen = [model.box(number) for number in model.selection]
        around = edit.bounds(chosen) if chosen else None
        across, down = self._rulers
        x = None if around is None else (around.x, around.x + around.w)
        y = None if around is None else (around.y, around.y + around.h)
        across.show_scale(origin.x(), self.scale_factor, model.size.width, x)
        down.show_scale(origin.y(), self.scale_factor, model.size.height, y)
