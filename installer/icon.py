"""The program's icon for Windows, drawn from `bundles/icon.svg`; `tasks.py icon` writes it anew."""

import struct
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

BUNDLES = Path(__file__).resolve().parent / "bundles"
SOURCE = BUNDLES / "icon.svg"
TARGET = BUNDLES / "windows" / "linli.ico"
SIZES = (16, 20, 24, 32, 40, 48, 64, 256)
"""What Windows asks for at 100 to 200 %, and for large pictures of files; in pixels."""


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
    return TARGET


def draw(size: int) -> QImage:
    """Draw the icon; `size` is pixels."""
    image = QImage(size, size, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    QSvgRenderer(str(SOURCE)).render(painter)
    painter.end()
    return image


def _png(image: QImage) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload] # its stub knows names of formats as bytes
    return bytes(buffer.data().data())
