"""Cutting out of a picture what is printed of it (裁剪): a face for a card, an emblem."""

from dataclasses import dataclass

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QPixmap,
    QResizeEvent,
    QTransform,
    QWheelEvent,
)
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from linli.gui.colors import LIGHT
from linli.gui.fact_list import plain_label
from linli.gui.fitting import fit_to_screen
from linli.gui.flow import FlowLayout
from linli.gui.i18n import tr
from linli.gui.icons import icon
from linli.gui.photo_file import KEPT_SIDE, shrunk
from linli.gui.photo_frame import CORNERS, CropFrame
from linli.gui.theme import COLORS
from linli.gui.zoom_keys import OWN_ZOOM

PORTRAIT = 3 / 4
"""Width by height of a face on a card, near to the one-inch photo (一寸照, 25×35 mm)."""

_SHARP = 220
"""Pixels that a face needs across 19 mm to be printed at 300 dpi."""
_STEP = 0.01
_FINE_STEP = 0.002
_GROWTH = 1.05
_MOVES = {
    Qt.Key.Key_Left: QPoint(-1, 0),
    Qt.Key.Key_Right: QPoint(1, 0),
    Qt.Key.Key_Up: QPoint(0, -1),
    Qt.Key.Key_Down: QPoint(0, 1),
}
_SLANTED = (Qt.Corner.TopLeftCorner, Qt.Corner.BottomRightCorner)


@dataclass(frozen=True, kw_only=True)
class Crop:
    """A picture, turned as the clerk wants it, and the part of it that is kept."""

    picture: QImage
    rect: QRect

    def image(self) -> QImage:
        """Return the part, at most `KEPT_SIDE` pixels long."""
        return shrunk(self.picture.copy(self.rect), KEPT_SIDE)


class CropView(QWidget):
    """Shows a picture with the frame over it, for the mouse and the keyboard.

    Signals:
        edited: the frame is another.
    """

    edited = Signal()

    def __init__(self, picture: QImage, ratio: float | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ratio = ratio
        self._picture = picture
        self.frame = CropFrame(picture.size(), ratio)
        self._shown = QPixmap()
        self._grip = self.fontMetrics().height() * 2 // 3
        self._place = QRectF()
        self._held: Qt.Corner | None = None
        self._last: QPointF | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setMinimumSize(160, 160)
        self.setAccessibleName(tr("裁剪框"))
        self.setProperty(OWN_ZOOM, True)  # noqa: FBT003 - Qt's own signature
        self.setAccessibleDescription(tr("方向键移动，加号减号改变大小，R 转 90 度，回车选定"))

    def crop(self) -> Crop:
        """Return what is chosen now."""
        rect = self.frame.rect.toRect().intersected(self._picture.rect())
        return Crop(picture=self._picture, rect=rect)

    def scale(self, factor: float) -> None:
        """Make the frame larger or smaller around its middle."""
        self.frame.scale(factor)
        self._changed()

    def fill(self) -> None:
        """Make the frame as large as it can be."""
        self.frame.fill()
        self._changed()

    def rotate(self) -> None:
        """Turn the picture by 90° to the right and begin with the largest frame."""
        self._picture = self._picture.transformed(QTransform().rotate(90))
        self.frame = CropFrame(self._picture.size(), self._ratio)
        self._fit()
        self._changed()

    def position_of(self, point: QPointF) -> QPointF:
        """Return where a point of the picture is on the widget."""
        return self._place.topLeft() + point * self._zoom()

    @override
    def sizeHint(self) -> QSize:
        return QSize(640, 480)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(COLORS.band))
        painter.drawPixmap(self._place.toRect(), self._shown)
        frame = self._frame_on_widget()
        around = QPainterPath()
        around.addRect(self._place)
        around.addRect(frame)
        painter.fillPath(around, QColor(0, 0, 0, 150))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(Qt.GlobalColor.white, 3 if self.hasFocus() else 2))
        painter.drawRect(frame)
        if self._ratio is not None:
            self._draw_head(painter, frame)
        painter.setPen(QPen(QColor(LIGHT.accent), 1))
        painter.setBrush(Qt.GlobalColor.white)
        for corner in CORNERS:
            grip = QRectF(0, 0, self._grip, self._grip)
            grip.moveCenter(self.position_of(self.frame.corner(corner)))
            painter.drawRect(grip)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self._held = self._corner_at(event.position())
            inside = self._frame_on_widget().contains(event.position())
            if self._held is not None or inside:
                self._last = event.position()

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        where = event.position()
        if self._last is None:
            self._show_cursor(where)
            return
        pixels = 1 / self._zoom()
        if self._held is not None:
            self.frame.drag(self._held, (where - self._place.topLeft()) * pixels)
        else:
            moved = (where - self._last) * pixels
            self.frame.move(moved.x(), moved.y())
        self._last = where
        self._changed()

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._held = self._last = None

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        self.scale(_GROWTH ** (event.angleDelta().y() / 120))
        event.accept()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in _MOVES:
            fine = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            step = (_FINE_STEP if fine else _STEP) * max(self._picture.width(), 100)
            self.frame.move(_MOVES[key].x() * step, _MOVES[key].y() * step)
            self._changed()
        elif key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            self.scale(_GROWTH)
        elif key in (Qt.Key.Key_Minus, Qt.Key.Key_Underscore):
            self.scale(1 / _GROWTH)
        elif key == Qt.Key.Key_R and not event.modifiers():
            self.rotate()
        else:
            super().keyPressEvent(event)

    def _fit(self) -> None:
        """Show the picture as large as the widget allows, but not beyond its own pixels twice."""
        room = self.size() - QSize(2 * self._grip, 2 * self._grip)
        most = room.boundedTo(self._picture.size() * 2).expandedTo(QSize(1, 1))
        size = self._picture.size().scaled(most, Qt.AspectRatioMode.KeepAspectRatio)
        size = size.expandedTo(QSize(1, 1))
        sharp = size * self.devicePixelRatio()
        image = self._picture.scaled(
            sharp, Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation
        )
        self._shown = QPixmap.fromImage(image)
        left, top = (self.width() - size.width()) // 2, (self.height() - size.height()) // 2
        self._place = QRectF(left, top, size.width(), size.height())
        self.update()

    def _zoom(self) -> float:
        return self._place.width() / self._picture.width()

    def _frame_on_widget(self) -> QRectF:
        rect = self.frame.rect
        return QRectF(self.position_of(rect.topLeft()), self.position_of(rect.bottomRight()))

    def _draw_head(self, painter: QPainter, frame: QRectF) -> None:
        head = QRectF(0, 0, frame.width() * 0.58, frame.height() * 0.58)
        head.moveCenter(QPointF(frame.center().x(), frame.top() + frame.height() * 0.44))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(0, 0, 0, 120), 3))
        painter.drawEllipse(head)
        painter.setPen(QPen(Qt.GlobalColor.white, 2, Qt.PenStyle.DashLine))
        painter.drawEllipse(head)

    def _corner_at(self, where: QPointF) -> Qt.Corner | None:
        for corner in CORNERS:
            away = self.position_of(self.frame.corner(corner)) - where
            if max(abs(away.x()), abs(away.y())) <= self._grip:
                return corner
        return None

    def _show_cursor(self, where: QPointF) -> None:
        corner = self._corner_at(where)
        if corner is not None:
            slanted = corner in _SLANTED
            shape = Qt.CursorShape.SizeFDiagCursor if slanted else Qt.CursorShape.SizeBDiagCursor
        elif self._frame_on_widget().contains(where):
            shape = Qt.CursorShape.SizeAllCursor
        else:
            shape = Qt.CursorShape.ArrowCursor
        self.setCursor(shape)

    def _changed(self) -> None:
        self.update()
        self.edited.emit()


class CropDialog(QDialog):
    """The picture, what can be done with the frame, and how many pixels it holds.

    Signals:
        cropped: the clerk has chosen; carries a `Crop`.
    """

    cropped = Signal(object)

    def __init__(
        self, picture: QImage, ratio: float | None, parent: QWidget, rect: QRect | None = None
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("裁剪照片"))
        self._ratio = ratio
        self.view = CropView(picture, ratio, self)
        if rect is not None:
            self.view.frame.place(QRectF(rect))
        words = tr("拖动白框选好要印的部分；拖四角或转滚轮改大小。")
        if ratio is not None:
            words = tr("拖动白框，让头正好在虚线圈里；拖四角或转滚轮改大小。")
        hint = plain_label(words, "", self)
        hint.setWordWrap(True)
        self.figures = plain_label("", "muted", self)
        self.figures.setWordWrap(True)
        self._tools = FlowLayout()
        self.larger_button = self._tool(tr("框大些(&L)"), "zoom-in")
        self.smaller_button = self._tool(tr("框小些(&M)"), "zoom-out")
        self.rotate_button = self._tool(tr("转 90°(&R)"), "refresh")
        self.whole_button = self._tool(tr("用整张(&W)"), "maximize")
        self.whole_button.setVisible(ratio is None)
        self.buttons = QDialogButtonBox(self)
        self.use_button = self.buttons.addButton(
            tr("用框里的部分(&S)"), QDialogButtonBox.ButtonRole.AcceptRole
        )
        self.use_button.setDefault(True)
        self.buttons.addButton(tr("取消"), QDialogButtonBox.ButtonRole.RejectRole)
        column = QVBoxLayout(self)
        column.addWidget(hint)
        column.addWidget(self.view, 1)
        column.addWidget(self.figures)
        column.addLayout(self._tools)
        column.addWidget(self.buttons)
        self._connect()
        line = self.fontMetrics().height()
        fit_to_screen(self, QSize(line * 42, line * 34))
        self.view.setFocus()
        self._show_figures()

    @override
    def accept(self) -> None:
        self.cropped.emit(self.view.crop())
        super().accept()

    def _tool(self, text: str, icon_name: str) -> QPushButton:
        button = QPushButton(icon(icon_name), text, self)
        button.setAutoDefault(False)
        self._tools.addWidget(button)
        return button

    def _connect(self) -> None:
        self.view.edited.connect(self._show_figures)
        self.larger_button.clicked.connect(lambda: self.view.scale(_GROWTH))
        self.smaller_button.clicked.connect(lambda: self.view.scale(1 / _GROWTH))
        self.rotate_button.clicked.connect(self.view.rotate)
        self.whole_button.clicked.connect(self.view.fill)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)

    def _show_figures(self) -> None:
        size = self.view.crop().rect.size()
        words = tr("框里有 {width}×{height} 像素。").format(
            width=size.width(), height=size.height()
        )
        if self._ratio is not None and size.width() < _SHARP:
            words += tr("太小了，印出来会模糊，最好换一张近一些的照片。")
        self.figures.setText(words)


def crop_photo(
    picture: QImage, ratio: float | None, parent: QWidget, rect: QRect | None = None
) -> CropDialog:
    """Let the clerk choose a part of a picture.

    Args:
        picture: upright, from `photo_file`.
        ratio: width by height of the place (`PORTRAIT`); None if any is right.
        parent: the window that asks.
        rect: the part that was chosen before.

    Returns:
        The open dialog; its `cropped` carries the choice.
    """
    dialog = CropDialog(picture, ratio, parent, rect)
    dialog.open()
    return dialog
