"""Pictures to choose, crop and keep."""

from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QColor, QImage, QPainter


def picture(width, height):
    """Return a picture: red, with a blue lower half."""
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill("red")
    painter = QPainter(image)
    painter.fillRect(0, height // 2, width, height - height // 2, QColor("blue"))
    painter.end()
    return image


def encoded(image, form="PNG"):
    """Return a picture as the bytes of a file."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, form)
    return bytes(buffer.data().data())
