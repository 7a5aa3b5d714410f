"""The program's icon for Windows and the side of its installer, drawn from `bundles/icon.svg`.

`tasks.py icon` writes both anew.
"""

import struct
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, QRectF, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

BUNDLES = Path(__file__).resolve().parent / "bundles"
SOURCE = BUNDLES / "icon.svg"
TARGET = BUNDLES / "windows" / "linli.ico"
SIDE = BUNDLES / "windows" / "side.bmp"
SIZES = (16, 20, 24, 32, 40, 48, 64, 256)
"""What Windows asks for at 100 to 200 %, and for large pictures of files; in pixels."""

_SIDE_SIZE = (328, 628)
"""Twice what NSIS asks for, so that it is sharp at 200 %; in pixels."""
_SIDE_ICON = 176


def write() -> Path:
    """Write the icon in all sizes into one file; return its path."""
    pictures = [_png(draw(size)) for size in SIZES]
    place = 6 + 16 * len(SIZES)
    heads = [struct.pack("<HHH", 0, 1, len(SIZES))]
    for size, picture in zip(SIZES, pictures, strict=True):
        heads.append(
            struct.pack("<BBBBHHII", size % 256, size % 256, 0, 0, 1, 32, len(picture), place)
        )
        place += len(picture)
    TARGET.write_bytes(b"".join([*heads, *pictures]))
    _side().save(str(SIDE))
    return TARGET


def draw(size: int) -> QImage:
    """Draw the icon; `size` is pixels."""
    image = QImage(size, size, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    QSvgRenderer(str(SOURCE)).render(painter)
    painter.end()
    return image


def _side() -> QImage:
    """Draw the left side of the installer's first and last page."""
    icon = draw(_SIDE_ICON)
    image = QImage(*_SIDE_SIZE, QImage.Format.Format_RGB32)
    image.fill(icon.pixelColor(icon.width() // 2, icon.height() // 12))
    painter = QPainter(image)
    QSvgRenderer(str(SOURCE)).render(painter, QRectF(76, 226, _SIDE_ICON, _SIDE_ICON))
    painter.end()
    avoid = Qt.ImageConversionFlag.AvoidDither
    return image.convertToFormat(QImage.Format.Format_Indexed8, avoid)


def _png(image: QImage) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload] # its stub knows names of formats as bytes
    return bytes(buffer.data().data())
