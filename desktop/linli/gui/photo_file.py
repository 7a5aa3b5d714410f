"""Reading pictures that clerks bring along, and writing what is kept of them.

A camera's picture has up to some hundred million pixels; it is decoded smaller where its format
can do so, always upright, and never larger than `WORKING_SIDE`.
"""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt
from PySide6.QtGui import QImage, QImageReader

from linli.errors import UserError
from linli.gui.i18n import tr

WORKING_SIDE = 3200
"""Pixels of the longer side of an opened picture."""
KEPT_SIDE = 1200
"""Pixels of the longer side of a kept picture: on a card more than 600 dpi."""
LARGEST_FILE = 64 * 1024 * 1024
"""Bytes of a file that is still read."""
PHOTO_FILES = "*.jpg *.jpeg *.png *.bmp"
"""The patterns of a file dialog."""


@dataclass(frozen=True, kw_only=True)
class _Format:
    """A format that is read: how its files begin and end, and the most pixels that are decoded."""

    name: bytes
    start: bytes
    end: bytes
    pixels: int


_FORMATS = (
    _Format(name=b"jpeg", start=b"\xff\xd8\xff", end=b"\xff\xd9", pixels=250_000_000),
    _Format(name=b"png", start=b"\x89PNG\r\n\x1a\n", end=b"IEND", pixels=60_000_000),
    _Format(name=b"bmp", start=b"BM", end=b"", pixels=60_000_000),
)
_OTHERS = (
    (4, b"ftyphei", "HEIC"),
    (4, b"ftyphev", "HEIC"),
    (4, b"ftypmif1", "HEIC"),
    (4, b"ftypmsf1", "HEIC"),
    (4, b"ftypavif", "AVIF"),
    (8, b"WEBP", "WEBP"),
    (0, b"GIF8", "GIF"),
    (0, b"II*\0", "TIFF"),
    (0, b"MM\0*", "TIFF"),
    (0, b"%PDF", "PDF"),
)
"""Where and how files begin that clerks take for pictures, and what these are called."""


def read_file(path: Path) -> bytes:
    """Return the bytes of a file.

    Raises:
        UserError: it cannot be read, or is too large.
    """
    try:
        size = path.stat().st_size
        if size > LARGEST_FILE:
            words = tr("“{name}”有 {size} MB，照片最大 {most} MB，请先缩小再添加。")
            raise UserError(words.format(name=path.name, size=size >> 20, most=LARGEST_FILE >> 20))
        return path.read_bytes()
    except OSError as error:
        words = tr("“{path}”读不出来，请换一个文件。")
        raise UserError(words.format(path=path)) from error


def open_photo(content: bytes) -> QImage:
    """Return a picture upright, at most `WORKING_SIDE` pixels long.

    Raises:
        UserError: it is no picture, of a format that is not read, damaged or too large.
    """
    form = next((each for each in _FORMATS if content.startswith(each.start)), None)
    if form is None:
        raise UserError(_strange(content))
    if content.find(form.end, len(content) // 2) < 0:  # an embedded thumbnail ends before
        raise UserError(_damaged())
    data = QByteArray(content)
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer, QByteArray(form.name))
    reader.setAutoTransform(True)
    size = reader.size()
    if size.width() * size.height() > form.pixels:
        words = tr("照片的像素太多（{width}×{height}），请先缩小再添加。")
        raise UserError(words.format(width=size.width(), height=size.height()))
    if max(size.width(), size.height()) > WORKING_SIDE:
        reader.setScaledSize(_bounded(size, WORKING_SIDE))
    image = reader.read()
    if image.isNull():
        raise UserError(_damaged())
    return working_copy(image)


def working_copy(image: QImage) -> QImage:
    """Return a picture, pasted or read, in the form and size in which it is worked with."""
    alpha = QImage.Format.Format_ARGB32_Premultiplied
    plain = QImage.Format.Format_RGB32
    return shrunk(image.convertToFormat(alpha if image.hasAlphaChannel() else plain), WORKING_SIDE)


def shrunk(image: QImage, side: int) -> QImage:
    """Return a picture with at most `side` pixels on its longer side."""
    if max(image.width(), image.height()) <= side:
        return image
    return image.scaled(
        _bounded(image.size(), side),
        Qt.AspectRatioMode.IgnoreAspectRatio,
        Qt.TransformationMode.SmoothTransformation,
    )


def photo_bytes(image: QImage) -> bytes:
    """Return what is kept of a picture: JPEG, or PNG where parts of it are transparent."""
    form, quality = ("PNG", -1) if image.hasAlphaChannel() else ("JPEG", 95)
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    shrunk(image, KEPT_SIDE).save(buffer, form, quality)  # type: ignore[call-overload]  # PySide6's stub wants bytes
    return bytes(buffer.data().data())


def _bounded(size: QSize, side: int) -> QSize:
    return size.scaled(QSize(side, side), Qt.AspectRatioMode.KeepAspectRatio).expandedTo(
        QSize(1, 1)
    )


def _strange(content: bytes) -> str:
    """Say that a file is of a format that is not read, by name where it is known."""
    if not content:
        return tr("这个文件是空的，里面没有照片，请换一个文件。")
    kind = next((kind for at, sign, kind in _OTHERS if content.startswith(sign, at)), None)
    if kind is None:
        return tr("这个文件不是照片。请选择 JPG、PNG 或 BMP 格式的照片。")
    words = tr(
        "这是 {kind} 格式的文件，这里只能用 JPG、PNG 或 BMP 格式的照片。"
        "请用看图的程序把它另存为 JPG 再选，或者截图后点“粘贴”。"
    )
    return words.format(kind=kind)


def _damaged() -> str:
    return tr("这个照片文件不完整或已损坏，打不开。请重新复制或下载一次，或换一张照片。")
