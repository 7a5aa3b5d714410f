"""Files from outside (附件) before they are taken in: what they are, and whether they can be read.

A file is what stands in it, not what it is called. Each page is looked at once, so that what was
taken in can be bound; a file that claims to be enormous is refused before it is decoded.
"""

import re
import struct
import zlib
from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING, Any

from linli.domain.case_files import (
    LARGEST_FILE,
    LARGEST_IMAGE,
    MOST_PAGES,
    MediaType,
    too_large,
)
from linli.errors import UserError
from linli.progress import SILENT, Progress

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PIL.Image import Image

_MB = 1024 * 1024
_HEAD = 1024  # bytes within which a PDF says that it is one
_STARTS = (
    (b"\xff\xd8\xff", MediaType.JPEG),
    (b"\x89PNG\r\n\x1a\n", MediaType.PNG),
    (b"II*\0", MediaType.TIFF),
    (b"MM\0*", MediaType.TIFF),
    (b"II+\0", MediaType.TIFF),
    (b"MM\0+", MediaType.TIFF),
)
_FORMATS = ("JPEG", "PNG", "TIFF")
BROKEN = (
    *(OSError, SyntaxError, ValueError, TypeError, KeyError, EOFError, OverflowError, struct.error),
)
"""What Pillow raises on broken files."""
_BUSY = "正在检查附件"
_STREAM = re.compile(rb"stream\r?\n")
_LARGEST_STREAM = 256 * _MB  # what one stream of a PDF may unpack to; a page at 600 dpi has 100 MB
_PORTION = 64 * 1024  # bytes


@dataclass(frozen=True, kw_only=True)
class Checked:
    """What a file turned out to be."""

    media_type: MediaType
    pages: int


def check_scan(name: str, content: bytes, progress: Progress = SILENT) -> Checked:
    """Look through a file that is to be taken in.

    Args:
        name: what the clerk knows it by, for the sentence.
        content: its bytes.
        progress: told after each page of a scan.

    Raises:
        UserError: it is too large, of another kind, locked or broken; the sentence names it.
        Cancelled: the clerk stopped it.
    """
    if not content:
        raise UserError(f"「{name}」是空文件，里面没有内容，请重新选择。")
    if len(content) > LARGEST_FILE:
        raise UserError(too_large(name, len(content)))
    media_type = media_type_of(content)
    if media_type is None:
        raise UserError(
            f"「{name}」不是 PDF、JPEG、PNG 或 TIFF 文件，不能放进卷宗。"
            "文档请先另存为 PDF，照片请存为 JPEG 再添加。"
        )
    if media_type is MediaType.PDF:
        pages = _check_pdf(name, content)
    else:
        pages = _check_images(name, content, progress)
    return Checked(media_type=media_type, pages=pages)


def media_type_of(content: bytes) -> MediaType | None:
    """Return what a file is by its first bytes, None of a kind that is not taken."""
    for start, media_type in _STARTS:
        if content.startswith(start):
            return media_type
    return MediaType.PDF if b"%PDF-" in content[:_HEAD] else None


def image_frames(content: bytes) -> "Iterator[Image]":
    """Yield the pictures of an image file, one after the other, not decoded yet.

    Only a TIFF has several that are pages; each is to be done with before the next is asked for.

    Raises:
        UserError: one claims to be enormous, or there are too many; the sentence has no name yet.
    """
    from PIL import Image

    if media_type_of(content) is MediaType.TIFF:
        _walk_pages(content)
    try:
        image = Image.open(BytesIO(content), formats=_FORMATS)
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise UserError(_too_many_pixels()) from error
    with image:
        frame = 0
        while True:
            if image.width * image.height > LARGEST_IMAGE:
                raise UserError(_too_many_pixels(image.width, image.height))
            if frame == MOST_PAGES:
                raise UserError(f"超过 {MOST_PAGES} 页，请分成几个文件再添加。")
            yield image
            if image.format != "TIFF":
                return
            frame += 1
            try:
                image.seek(frame)
            except EOFError:
                return
            except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
                raise UserError(_too_many_pixels()) from error


def _walk_pages(content: bytes) -> None:
    """Follow a TIFF's pages from one to the next: Pillow passes over what lies behind a break.

    TIFF 6.0, section 2; of BigTIFF all numbers are twice as long or more.

    Raises:
        struct.error, ValueError: the way to a page leads out of the file, or in a circle.
    """
    order = "<" if content.startswith(b"II") else ">"
    is_big = content[2:4] in (b"+\0", b"\0+")
    number, count, entry, start = ("Q", "Q", 20, 8) if is_big else ("L", "H", 12, 4)
    (place,) = struct.unpack_from(order + number, content, start)
    known: set[int] = set()
    while place:
        if place in known:
            raise ValueError("the pages of a TIFF go in a circle")
        known.add(place)
        (entries,) = struct.unpack_from(order + count, content, place)
        place += struct.calcsize(order + count) + entries * entry
        (place,) = struct.unpack_from(order + number, content, place)


def _check_images(name: str, content: bytes, progress: Progress) -> int:
    from linli.printing.scan_pages import plain_image

    pages = 0
    try:
        for image in image_frames(content):
            progress.report(pages, MOST_PAGES, _BUSY)
            plain_image(image)
            pages += 1
    except UserError as error:
        raise UserError(f"「{name}」{error}") from error
    except BROKEN as error:
        where = f"的第 {pages + 1} 页" if pages else ""
        raise UserError(
            f"「{name}」{where}已损坏，读不出来，没有添加。请重新扫描或重新复制这个文件。"
        ) from error
    return pages


def _check_pdf(name: str, content: bytes) -> int:
    import pypdfium2
    from pypdfium2.raw import FPDF_ERR_PASSWORD

    from linli.printing.pdfium import LOCK

    if any(_swells(content, match.end()) for match in _STREAM.finditer(content)):
        raise UserError(
            f"「{name}」解开后大得不正常，可能已损坏或者有害，没有添加。请重新扫描成 PDF 再添加。"
        )
    with LOCK:
        try:
            document = pypdfium2.PdfDocument(content)
        except pypdfium2.PdfiumError as error:
            if getattr(error, "err_code", None) == FPDF_ERR_PASSWORD:
                raise UserError(
                    f"「{name}」有密码，打不开，没有添加。请先去掉密码，再添加。"
                ) from error
            raise UserError(_broken_pdf(name)) from error
        try:
            return _check_pages(name, document)
        finally:
            document.close()


def _swells(content: bytes, start: int) -> bool:
    """Whether what begins at `start` is packed and unpacks to more than any page needs."""
    unpacking, size = zlib.decompressobj(), 0
    try:
        for place in range(start, len(content), _PORTION):
            packed = content[place : place + _PORTION]
            while packed and not unpacking.eof:
                size += len(unpacking.decompress(packed, _MB))
                packed = unpacking.unconsumed_tail
                if size > _LARGEST_STREAM:
                    return True
            if unpacking.eof:
                break
    except zlib.error:  # packed otherwise, or not at all
        return False
    return False


def _check_pages(name: str, document: Any) -> int:
    from pypdfium2 import PdfiumError

    count = len(document)
    if not count:
        raise UserError(_broken_pdf(name))
    if count > MOST_PAGES:
        raise UserError(
            f"「{name}」有 {count} 页，一个附件最多 {MOST_PAGES} 页，请分成几个文件再添加。"
        )
    for number in range(count):
        try:
            document[number].close()
        except PdfiumError as error:
            raise UserError(
                f"「{name}」的第 {number + 1} 页已损坏，读不出来，没有添加。请重新扫描。"
            ) from error
    return count


def _broken_pdf(name: str) -> str:
    return f"「{name}」不是完好的 PDF 文件，打不开，没有添加。请重新扫描或重新复制这个文件。"


def _too_many_pixels(*size: int) -> str:
    shown = f"（{size[0]}×{size[1]}）" if size else ""
    return f"的像素太多{shown}，没有添加。请缩小或降低扫描的清晰度再添加。"
