"""Icons: Tabler outlines (MIT), recoloured to the house's colours."""

from functools import cache

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from linli.gui.theme import COLORS, ICON_UNITS, ZOOM_STEPS
from linli.paths import resource

_SIZES = tuple(
    sorted({round(ICON_UNITS * zoom / 100) * scale for zoom in ZOOM_STEPS for scale in (1, 2)})
)


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


def icon(name: str, color: str = COLORS.icon) -> QIcon:
    """Return the icon `name` (a file of `resources/icons`), sharp at every zoom step."""
    result = QIcon()
    for size in _SIZES:
        result.addPixmap(pixmap(name, color, size), QIcon.Mode.Normal)
        result.addPixmap(pixmap(name, COLORS.disabled, size), QIcon.Mode.Disabled)
    return result
