"""The frame with which a part of a picture is chosen: it never leaves the picture."""

from PySide6.QtCore import QPointF, QRectF, QSize, QSizeF, Qt

_SMALLEST = 32.0

CORNERS = (
    Qt.Corner.TopLeftCorner,
    Qt.Corner.TopRightCorner,
    Qt.Corner.BottomLeftCorner,
    Qt.Corner.BottomRightCorner,
)
_RIGHT = (Qt.Corner.TopRightCorner, Qt.Corner.BottomRightCorner)
_BOTTOM = (Qt.Corner.BottomLeftCorner, Qt.Corner.BottomRightCorner)


class CropFrame:
    """A rectangle in pixels of the picture, of a fixed ratio or of any."""

    def __init__(self, picture: QSize, ratio: float | None) -> None:
        """Make a frame as large as can be.

        Args:
            picture: the size of the picture.
            ratio: width by height of what is cut out; None if it may have any.
        """
        self._picture = QSizeF(picture)
        self._ratio = ratio
        self.rect = QRectF()
        self.fill()

    def fill(self) -> None:
        """Be as large as can be: in the middle, but in an upright picture rather at the top."""
        size = self._largest(self._picture)
        left = (self._picture.width() - size.width()) / 2
        top = (self._picture.height() - size.height()) / 3  # where heads are
        self.rect = QRectF(QPointF(left, top), size)

    def place(self, rect: QRectF) -> None:
        """Take the place of a rectangle, as far as the picture reaches."""
        self.rect = QRectF(rect)
        self.move(0, 0)

    def move(self, right: float, down: float) -> None:
        """Move by pixels; at the edges of the picture it stops."""
        room_right = self._picture.width() - self.rect.width()
        room_down = self._picture.height() - self.rect.height()
        left = min(max(self.rect.left() + right, 0.0), room_right)
        top = min(max(self.rect.top() + down, 0.0), room_down)
        self.rect.moveTo(left, top)

    def scale(self, factor: float) -> None:
        """Grow or shrink around the middle."""
        middle = self.rect.center()
        wish = self.rect.size() * factor
        size = self._held(wish, self._picture)
        self.rect = QRectF(QPointF(), size)
        self.rect.moveCenter(middle)
        self.move(0, 0)

    def corner(self, corner: Qt.Corner) -> QPointF:
        """Return where a corner is."""
        return QPointF(
            self.rect.right() if corner in _RIGHT else self.rect.left(),
            self.rect.bottom() if corner in _BOTTOM else self.rect.top(),
        )

    def drag(self, corner: Qt.Corner, point: QPointF) -> None:
        """Draw a corner to a point; the opposite one stays where it is."""
        to_right, to_bottom = corner in _RIGHT, corner in _BOTTOM
        fixed_x = self.rect.left() if to_right else self.rect.right()
        fixed_y = self.rect.top() if to_bottom else self.rect.bottom()
        room = QSizeF(
            self._picture.width() - fixed_x if to_right else fixed_x,
            self._picture.height() - fixed_y if to_bottom else fixed_y,
        )
        wish = QSizeF(
            point.x() - fixed_x if to_right else fixed_x - point.x(),
            point.y() - fixed_y if to_bottom else fixed_y - point.y(),
        )
        size = self._held(wish, room)
        self.rect = QRectF(
            fixed_x if to_right else fixed_x - size.width(),
            fixed_y if to_bottom else fixed_y - size.height(),
            size.width(),
            size.height(),
        )

    def _held(self, wish: QSizeF, room: QSizeF) -> QSizeF:
        """Return a size of the ratio, about as wished, within what is possible."""
        most = self._largest(room)
        least_width, least_height = min(_SMALLEST, most.width()), min(_SMALLEST, most.height())
        if self._ratio is None:
            return QSizeF(
                min(max(wish.width(), least_width), most.width()),
                min(max(wish.height(), least_height), most.height()),
            )
        width = max(wish.width(), wish.height() * self._ratio)
        width = min(max(width, least_width, least_height * self._ratio), most.width())
        return QSizeF(width, width / self._ratio)

    def _largest(self, room: QSizeF) -> QSizeF:
        if self._ratio is None:
            return QSizeF(room)
        width = min(room.width(), room.height() * self._ratio)
        return QSizeF(width, width / self._ratio)
