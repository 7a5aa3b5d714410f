"""Scans and photos of papers, as they come from outside; nobody real is on them."""

import zlib
from io import BytesIO

from PIL import Image, ImageDraw
from support.pdfs import make_pdf

__all__ = ["jpeg", "locked_pdf", "make_pdf", "page", "pdf_of_stream", "png", "tiff"]
A4_PIXELS = (1240, 1754)  # 150 dpi


def page(size=A4_PIXELS, mode="L", mark=0):
    """Return a white page with a black bar at its head and a `mark` below."""
    image = Image.new(mode, size, "white" if mode in ("RGB", "RGBA") else 255)
    drawing = ImageDraw.Draw(image)
    ink = "black" if mode in ("RGB", "RGBA") else 0
    drawing.rectangle((size[0] // 10, size[1] // 20, size[0] // 2, size[1] // 10), fill=ink)
    drawing.text((size[0] // 10, size[1] // 4), str(mark), fill=ink, font_size=size[1] // 20)
    return image


def jpeg(image=None, **options):
    """Return a picture as JPEG."""
    return _saved(image or page(mode="RGB"), "JPEG", **options)


def png(image=None, **options):
    """Return a picture as PNG."""
    return _saved(image or page(mode="RGB"), "PNG", **options)


def tiff(pages=1, *, mode="1", compression="group4", size=A4_PIXELS, **options):
    """Return a TIFF of pages, numbered from 1; in black and white unless told otherwise."""
    made = (page(size, mode, number) for number in range(1, pages + 1))
    return _saved(
        next(made),
        "TIFF",
        save_all=True,
        append_images=made,
        compression=compression,
        dpi=(150, 150),
        **options,
    )


def locked_pdf(password="Xihe-2026"):
    """Return a PDF that opens with a password only."""
    from pypdf import PdfWriter

    writer = PdfWriter(clone_from=BytesIO(make_pdf((210, 297))))
    writer.encrypt(password, algorithm="AES-256")
    content = BytesIO()
    writer.write(content)
    return content.getvalue()


def pdf_of_stream(content, *, dictionary=b""):
    """Return a PDF of one page with a packed content stream, and an image if a dictionary is given.

    Args:
        content: what the page's stream says.
        dictionary: what the image says of itself.
    """
    packed = zlib.compress(content)
    xobject = b"/Resources << /XObject << /I 5 0 R >> >>" if dictionary else b""
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R " + xobject + b" >>",
        b"<< /Length %d /Filter /FlateDecode >>\nstream\n%s\nendstream" % (len(packed), packed),
    ]
    if dictionary:
        pixels = zlib.compress(b"\0" * 1000)
        said = b"<< /Type /XObject /Subtype /Image /Length %d /Filter /FlateDecode %s >>"
        objects.append(said % (len(pixels), dictionary) + b"\nstream\n" + pixels + b"\nendstream")
    out, places = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    return out + b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (
        len(objects) + 1,
        start,
    )


def _saved(image, form, **options):
    content = BytesIO()
    image.save(content, form, **options)
    return content.getvalue()
