"""Pages of attachments (附件) as pictures that a bound volume can hold, one at a time.

Pages of PDFs are drawn anew, photos are turned upright and made as small as paper needs them; what
a picture says besides (place, time, device) stays behind. Black and white scans stay as sharp as
they came. So nothing foreign gets into the volume, and it can be PDF/A-2b.
"""

from collections.abc import Iterator
from io import BytesIO
from typing import TYPE_CHECKING, Any

from linli.domain.case_files import MediaType
from linli.errors import UserError
from linli.printing.page_image import Ink, PageImage
from linli.printing.pdfium import LOCK
from linli.printing.scan_check import BROKEN, image_frames, media_type_of

if TYPE_CHECKING:
    from PIL.Image import Image

_INCH = 25.4  # mm
_POINT = _INCH / 72  # mm
_DPI = 200  # of pages in shades: small type stays legible, a page has some 200 KB
_COARSEST = 72  # dpi to which a small picture is enlarged
_QUALITY = 80  # of JPEG
_COLOURED = 24  # of 255: what red, green and blue differ by where something is coloured
_SEEN = 2e-4  # of the pixels: a seal of 4 cm covers some 1 % of a page
_UNREADABLE = "有一页读不出来，请取出来，重新扫描再添加。"
_WIDER = 1.15
"""By how much a page is wider than high before it is laid on its side."""


def page_images(content: bytes, room: tuple[float, float]) -> Iterator[PageImage]:
    """Yield the pages of an attachment that was checked when it was taken in.

    Args:
        content: the file's bytes.
        room: width and height that a page may have, mm; pages are never enlarged, photos fill it.

    Raises:
        UserError: a page can no longer be read.
    """
    try:
        if media_type_of(content) is MediaType.PDF:
            yield from _pdf_pages(content, room)
        else:
            for image in image_frames(content):
                yield _image_page(image, room)
    except BROKEN as error:
        raise UserError(_UNREADABLE) from error


def plain_image(image: "Image") -> "Image":
    """Return a picture upright in black and white (1), grey (L) or colour (RGB), decoded.

    Whatever is transparent is white, as paper is.
    """
    from PIL import Image, ImageOps

    upright = ImageOps.exif_transpose(image)
    if upright.mode in ("1", "L", "RGB") and not upright.has_transparency_data:
        upright.load()
        return upright
    if upright.mode.startswith(("I;16", "I")):
        return upright.convert("I").point(lambda value: value * (1 / 256)).convert("L")
    if upright.has_transparency_data:
        page = Image.new("RGBA", upright.size, "white")
        page.alpha_composite(upright.convert("RGBA"))
        return page.convert("RGB")
    return upright.convert("L" if upright.mode in ("LA", "F") else "RGB")


def _image_page(image: "Image", room: tuple[float, float]) -> PageImage:
    is_photo = image.format != "TIFF"
    density = _density(image)
    if is_photo:
        image.draft(None, (_pixels(max(room)), _pixels(max(room))))
    plain = plain_image(image)
    size = _paper(plain.size, None if is_photo else density, room)
    turned = not is_photo and _lies(size, room)
    if turned:
        size = _paper(plain.size, density, (room[1], room[0]))
    return _encoded(plain, size, turned=turned)


def _density(image: "Image") -> float | None:
    """Return the pixels of an inch that a scan says it has, None where it says nothing sensible."""
    try:
        across, down = (float(each) for each in image.info.get("dpi", (0, 0)))
    except (TypeError, ValueError, ZeroDivisionError):
        return None
    return across if across == down and 70 <= across <= 1300 else None


def _paper(
    pixels: tuple[int, int], density: float | None, room: tuple[float, float]
) -> tuple[float, float]:
    """Return the size on paper of a picture, mm; without a density it fills the room."""
    least = _INCH / (density or _COARSEST)
    scale = min(room[0] / pixels[0], room[1] / pixels[1], least)
    return pixels[0] * scale, pixels[1] * scale


def _lies(size: tuple[float, float], room: tuple[float, float]) -> bool:
    """Whether a page is so wide that it is read better when it lies on its side."""
    return size[0] > size[1] * _WIDER and size[0] > room[0] * 0.9


def _pdf_pages(content: bytes, room: tuple[float, float]) -> "Iterator[PageImage]":
    import pypdfium2

    try:
        with LOCK:
            document = pypdfium2.PdfDocument(content)
            document.init_forms()  # what was filled into a form is drawn too
            count = len(document)
        try:
            for number in range(count):
                with LOCK:
                    plain, size, turned = _drawn(document, number, room)
                yield _encoded(plain, size, turned=turned)
        finally:
            with LOCK:
                document.close()
    except pypdfium2.PdfiumError as error:
        raise UserError(_UNREADABLE) from error


def _drawn(
    document: Any, number: int, room: tuple[float, float]
) -> "tuple[Image, tuple[float, float], bool]":
    """Draw a page; return the picture, its size on paper in mm, and whether it lies on its side."""
    page = document[number]
    try:
        wide, high = (max(extent * _POINT, 1.0) for extent in page.get_size())
        turned = _lies((wide, high), room)
        across, down = (room[1], room[0]) if turned else room
        shrunk = min(across / wide, down / high, 1.0)
        bitmap = page.render(scale=_DPI / 72 * shrunk, draw_annots=True)
        try:
            return bitmap.to_pil().convert("RGB"), (wide * shrunk, high * shrunk), turned
        finally:
            bitmap.close()
    finally:
        page.close()


def _encoded(image: "Image", paper: tuple[float, float], *, turned: bool) -> PageImage:
    if image.mode == "1":
        return PageImage(
            width=image.width,
            height=image.height,
            ink=Ink.BLACK,
            content=_group_4(image),
            paper=paper,
            turned=turned,
        )
    image.thumbnail((_pixels(paper[0]), _pixels(paper[1])))
    ink = Ink.COLOUR if image.mode == "RGB" and _is_coloured(image) else Ink.GREY
    target = BytesIO()
    shades = image if ink is Ink.COLOUR else image.convert("L")
    shades.info.clear()
    shades.save(target, "JPEG", quality=_QUALITY)
    return PageImage(
        width=image.width,
        height=image.height,
        ink=ink,
        content=target.getvalue(),
        paper=paper,
        turned=turned,
    )


def _pixels(extent: float) -> int:
    """Return the pixels that an extent in mm has on paper."""
    return max(1, round(extent / _INCH * _DPI))


def _is_coloured(image: "Image") -> bool:
    """Whether something in a picture is coloured, be it only a seal or a red line."""
    from PIL import ImageChops

    red, green, blue = image.split()
    seen = image.width * image.height * _SEEN
    for one, other in ((red, green), (green, blue)):
        if sum(ImageChops.difference(one, other).histogram()[_COLOURED:]) > seen:
            return True
    return False


def _group_4(image: "Image") -> bytes:
    """Return a black and white picture as CCITT group 4 (T.6), a black run where a bit is 1."""
    from PIL import TiffImagePlugin

    rows_in_strip, starts, lengths = 278, 273, 279
    target = BytesIO()
    tags = TiffImagePlugin.ImageFileDirectory_v2()
    tags[rows_in_strip] = image.height
    image.save(target, "TIFF", compression="group4", tiffinfo=tags)
    target.seek(0)
    with TiffImagePlugin.TiffImageFile(target) as written:
        (start,), (length,) = written.tag_v2[starts], written.tag_v2[lengths]
    return target.getvalue()[start : start + length]
