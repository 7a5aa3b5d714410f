"""Icons: Tabler outlines (MIT), recoloured to the house's colours as they are drawn."""

from collections.abc import Callable
from functools import cache

from PySide6.QtCore import QByteArray, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QIconEngine, QPainter, QPixmap, QPixmapCache
from PySide6.QtSvg import QSvgRenderer
from typing_extensions import override

from linli.gui.theme import COLORS
from linli.paths import resource

Draw = Callable[[str, int], QPixmap]
"""Draws an icon in a colour, so many device pixels square."""


@cache
def _outline(name: str) -> str:
    return resource(f"icons/{name}.svg").read_text(encoding="utf-8")


def pixmap(name: str, color: str, size: int) -> QPixmap:
    """Draw the icon `name` in `color`, `size` device pixels square.

    Raises:
        FileNotFoundError: if no such icon is shipped.
    """
    svg = _outline(name).replace("currentColor", color).encode()
    image = QPixmap(QSize(size, size))
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    QSvgRenderer(QByteArray(svg)).render(painter, QRectF(0, 0, size, size))
    painter.end()
    return image


def icon(name: str, ink: str = "icon") -> QIcon:
    """Return the icon `name` (a file of `resources/icons`), sharp at every size.

    Args:
        name: the icon.
        ink: a colour token, such as "on_accent"; its colour is looked up whenever it is drawn.

    Raises:
        FileNotFoundError: if no such icon is shipped.
        AttributeError: if there is no such token.
    """
    _outline(name)
    return live_icon(name, ink, lambda color, size: pixmap(name, color, size))


def live_icon(key: str, ink: str, draw: Draw) -> QIcon:
    """Return an icon that is drawn in the present colour of a token.

    Args:
        key: tells its pictures from those of other icons.
        ink: the colour token.
        draw: draws it.
    """
    getattr(COLORS, ink)
    return QIcon(_LiveEngine(key, ink, draw))


class _LiveEngine(QIconEngine):
    """Draws in today's colours; what is disabled is grey.

    Qt copies an engine only when pictures are added to an icon, which has all it needs; nobody
    would own the copy.
    """

    def __init__(self, key: str, ink: str, draw: Draw) -> None:
        super().__init__()
        self._key, self._ink, self._draw = key, ink, draw

    @override
    def clone(self) -> QIconEngine:
        raise NotImplementedError(self._key)

    @override
    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        side = min(size.width(), size.height())
        color = getattr(COLORS, "disabled" if mode == QIcon.Mode.Disabled else self._ink)
        kept = f"linli/{self._key}/{color}/{side}"
        picture = QPixmap()
        if not QPixmapCache.find(kept, picture):
            picture = self._draw(color, side)
            QPixmapCache.insert(kept, picture)
        return picture

    @override
    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        side = min(rect.width(), rect.height())
        ratio = painter.device().devicePixelRatio()
        picture = self.pixmap(QSize(1, 1) * round(side * ratio), mode, state)
        middle = rect.center() - QPoint(side // 2, side // 2)
        painter.drawPixmap(QRect(middle, QSize(side, side)), picture)
