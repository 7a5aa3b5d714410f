"""Pages of attachments as a bound volume holds them: upright, legible, without anything foreign."""

import threading
from io import BytesIO

import pypdfium2
import pytest
from PIL import Image
from support import scans

from linli.domain.faces import FontStyle
from linli.errors import UserError
from linli.printing.canvas import Page
from linli.printing.fonts import default_library
from linli.printing.page_image import Ink
from linli.printing.pdfium import LOCK
from linli.printing.scan_pages import page_images, plain_image
from linli.printing.type0 import EmbeddedFonts

ROOM = (175.0, 267.0)
RED, BLUE = (220, 20, 20), (20, 20, 220)


def halves(size, left=RED, right=BLUE):
    """Return a picture, the left half of it red, the right half blue."""
    image = Image.new("RGB", size, left)
    image.paste(right, (size[0] // 2, 0, *size))
    return image


def only(content):
    (page,) = page_images(content, ROOM)
    return page


def decoded(page):
    return Image.open(BytesIO(page.content))


def near(colour, other):
    return all(abs(one - two) < 40 for one, two in zip(colour, other, strict=True))


def drawn(*pages):
    """Return pictures of pages as they stand on paper, 72 dpi."""
    fonts = default_library()
    canvas = Page("t", EmbeddedFonts([(fonts.typeface(FontStyle.SONG), "1")]), 210, 297)
    for number, page in enumerate(pages):
        if number:
            canvas.next_page(210, 297)
        canvas.page_image(25, 18, page)
    with pypdfium2.PdfDocument(canvas.finish()) as document:
        return [document[i].render().to_pil().convert("RGB") for i in range(len(document))]


# ---- what it looks like --------------------------------------------------------------------


def test_a_photo_fills_the_width_and_is_no_finer_than_paper_shows():
    page = only(scans.jpeg(halves((4000, 3000))))
    assert page.paper == pytest.approx((175.0, 131.25))
    assert page.width == pytest.approx(175 / 25.4 * 200, abs=1)
    assert page.ink is Ink.COLOUR
    assert not page.turned


def test_a_photo_is_turned_as_the_camera_was_held():
    exif = Image.Exif()
    exif[0x0112] = 6  # the camera stood on its side: 90 degrees clockwise
    page = only(scans.jpeg(halves((800, 400)), exif=exif))
    upright = decoded(page)
    assert upright.height > upright.width
    assert near(upright.getpixel((upright.width // 2, 20)), RED)
    assert near(upright.getpixel((upright.width // 2, upright.height - 20)), BLUE)


def test_what_a_photo_says_besides_stays_behind():
    exif = Image.Exif()
    exif[0x010F] = "SomeCamera"
    exif.get_ifd(0x8825)[2] = (31.0, 14.0, 9.0)  # where it was taken
    page = only(scans.jpeg(halves((800, 400)), exif=exif, comment=b"SomeComment"))
    assert b"SomeCamera" not in page.content
    assert b"SomeComment" not in page.content
    assert not decoded(page).getexif()
    page = only(scans.png(halves((800, 400)), exif=exif))
    assert not decoded(page).getexif()


def test_a_small_picture_is_not_blown_up_beyond_72_dpi():
    assert only(scans.png(halves((72, 36)))).paper == pytest.approx((25.4, 12.7))


def test_black_and_white_scans_stay_as_sharp_as_they_came():
    page = only(scans.tiff())
    assert page.ink is Ink.BLACK
    assert (page.width, page.height) == scans.A4_PIXELS
    (sheet,) = drawn(page)
    dark = sum(sheet.convert("L").histogram()[:128])
    assert 0 < dark < sheet.width * sheet.height / 5, "black and white are not exchanged"


@pytest.mark.parametrize("mode", ["1", "L", "P", "RGB", "CMYK", "I;16"])
def test_a_tiff_of_any_kind_shows_the_same(mode):
    source = scans.page((620, 877))
    if mode == "I;16":
        source = source.convert("I").point(lambda value: value * 257).convert("I;16")
    elif mode == "1":
        source = source.convert("1")
    elif mode != "L":
        source = source.convert("RGB").convert(mode)
    content = BytesIO()
    source.save(content, "TIFF", dpi=(75, 75))
    (sheet,) = drawn(only(content.getvalue()))
    shades = sheet.convert("L")
    assert shades.getpixel((150, 120)) < 60, "the bar"
    assert shades.getpixel((300, 600)) > 200, "the paper"


def test_what_is_transparent_is_white_as_paper():
    image = Image.new("RGBA", (100, 100), (0, 0, 0, 0))
    image.paste((220, 20, 20, 255), (0, 0, 50, 100))
    plain = plain_image(image)
    assert plain.getpixel((75, 50)) == (255, 255, 255)
    assert plain.getpixel((25, 50)) == RED


def test_a_red_seal_keeps_its_colour_and_a_grey_page_has_none():
    grey = scans.page(mode="RGB")
    assert only(scans.png(grey)).ink is Ink.GREY
    sealed = grey.copy()
    sealed.paste(RED, (900, 1400, 1000, 1500))
    assert only(scans.png(sealed)).ink is Ink.COLOUR


def test_wide_pages_of_documents_lie_on_their_side_with_their_head_at_the_binding():
    wide = halves((1754, 1240)).rotate(-90, expand=True)  # red above, blue below
    content = BytesIO()
    wide.resize((1754, 1240)).save(content, "TIFF", dpi=(150, 150))
    page = only(content.getvalue())
    assert page.turned
    (sheet,) = drawn(page)
    assert near(sheet.getpixel((100, 300)), RED)
    assert near(sheet.getpixel((450, 300)), BLUE)


def test_small_wide_pages_stay_upright():
    content = BytesIO()
    halves((506, 319)).save(content, "TIFF", dpi=(150, 150))  # an identity card
    page = only(content.getvalue())
    assert not page.turned
    assert page.paper == pytest.approx((85.7, 54.0), abs=0.1)


# ---- pages of PDFs -------------------------------------------------------------------------


def test_pages_of_a_pdf_shrink_into_the_margins_and_are_never_enlarged():
    pages = list(page_images(scans.make_pdf((210, 297), (100, 150), (297, 210)), ROOM))
    assert [page.turned for page in pages] == [False, False, True]
    assert pages[0].paper == pytest.approx((175.0, 247.5), abs=0.2)
    assert pages[1].paper == pytest.approx((100.0, 150.0), abs=0.1)
    assert pages[2].paper[0] <= ROOM[1] + 0.1
    for page in pages:
        assert page.width / page.paper[0] * 25.4 == pytest.approx(200, abs=2)


def test_a_page_that_is_next_to_nothing_is_still_a_page():
    pages = list(page_images(scans.make_pdf((0.5, 0.5), (20, 4000)), ROOM))
    assert len(pages) == 2
    assert all(page.width >= 1 and page.height >= 1 for page in pages)


def test_a_file_that_broke_since_says_so():
    with pytest.raises(UserError, match="读不出来"):
        list(page_images(scans.jpeg()[:2000], ROOM))
    with pytest.raises(UserError, match="读不出来"):
        list(page_images(b"%PDF-1.7 nothing", ROOM))


def test_the_window_and_a_job_take_turns_at_pdfium():
    pages = page_images(scans.make_pdf(*[(210, 297)] * 3), ROOM)
    next(pages)
    got = threading.Event()
    with LOCK:
        job = threading.Thread(target=lambda: (next(pages), got.set()))
        job.start()
        assert not got.wait(0.3)
    job.join(10)
    assert got.is_set()
