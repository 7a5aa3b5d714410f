"""What the clerk drew is drawn alike in print and in the window, and read back as it was put in."""

import shutil
import subprocess
from io import BytesIO

import pypdfium2
import pytest
from PIL import Image, ImageDraw, ImageFont
from PySide6.QtGui import QFontDatabase, QGuiApplication, QRawFont

from linli.domain.faces import FontStyle
from linli.domain.glyphs import DrawnGlyph
from linli.printing.canvas import Page
from linli.printing.drawn import FAMILY, drawn_font
from linli.printing.faces import Face
from linli.printing.fonts import FontLibrary
from linli.printing.type0 import EmbeddedFonts

NAMELESS, OLD, ENCODED = "\U000f0000", "\ue123", "\U00030000"
CROSS = (((0.1, 0.5), (0.9, 0.5)), ((0.5, 0.1), (0.5, 0.5), (0.5, 0.9)), ((0.8, 0.8),))
DRAWN = [DrawnGlyph(character=char, strokes=CROSS, width=0.1) for char in (NAMELESS, OLD, ENCODED)]
TEXT = f"张{NAMELESS}三{OLD}·{ENCODED}明"


def inked(font: bytes, char: str, *points: tuple[float, float]) -> list[bool]:
    """Whether the font leaves ink on points of the square on which the character was drawn."""
    image = Image.new("L", (1200, 1200), 255)
    face = ImageFont.truetype(BytesIO(font), 1000)
    ImageDraw.Draw(image).text((100, 980), char, font=face, anchor="ls", fill=0)
    return [image.getpixel((round(100 + 1000 * x), round(100 + 1000 * y))) < 128 for x, y in points]


def printed(text, *, style=FontStyle.HEI, bold=False):
    typeface = FontLibrary(drawn=DRAWN, folders=[]).typeface(style)
    page = Page("试印", EmbeddedFonts([(typeface, text)]), 90, 54)
    page.text(10, 30, text, style=style, size=20, colour="#000000", bold=bold)
    return page.finish()


def test_strokes_lie_where_they_were_drawn_and_run_together():
    centre, left, top, dot = (0.5, 0.5), (0.12, 0.5), (0.5, 0.06), (0.83, 0.83)
    beside, beyond, between = (0.3, 0.57), (0.5, 0.04), (0.7, 0.7)
    ink = inked(drawn_font(DRAWN), NAMELESS, centre, left, top, dot, beside, beyond, between)
    assert ink == [True, True, True, True, False, False, False]


def test_a_stroke_that_crosses_itself_has_no_hole():
    loop = ((0.2, 0.2), (0.8, 0.8), (0.8, 0.2), (0.2, 0.8), (0.2, 0.2), (0.8, 0.8))
    font = drawn_font([DrawnGlyph(character=NAMELESS, strokes=(loop,), width=0.1)])
    points = [(0.5, 0.5), (0.8, 0.8), (0.2, 0.5), (0.4, 0.4), (0.35, 0.5)]
    assert inked(font, NAMELESS, *points) == [True, True, True, True, False]


def test_the_font_covers_exactly_what_was_drawn_on_the_square_of_chinese_characters():
    face = Face(drawn_font(DRAWN))
    assert set(face.characters()) == {NAMELESS, OLD, ENCODED}
    assert face.advance(face.glyph(NAMELESS)) == 1000
    assert (face.ascent, face.descent) == (880, -120)


def test_the_same_drawings_give_the_same_bytes():
    assert drawn_font(DRAWN) == drawn_font(reversed(DRAWN))
    assert printed(TEXT) == printed(TEXT)


@pytest.mark.parametrize("style", list(FontStyle))
@pytest.mark.parametrize("bold", [False, True])
def test_a_drawn_character_is_read_back_from_the_page(style, bold):
    with pypdfium2.PdfDocument(printed(TEXT, style=style, bold=bold)) as document:
        assert document[0].get_textpage().get_text_range() == TEXT


@pytest.mark.skipif(shutil.which("pdftotext") is None, reason="pdftotext is not installed")
def test_a_drawn_character_is_read_back_by_poppler_too(tmp_path):
    path = tmp_path / "a.pdf"
    path.write_bytes(printed(TEXT))
    done = subprocess.run(["pdftotext", path, "-"], capture_output=True, check=True)
    assert done.stdout.decode().strip() == TEXT


def test_a_drawn_character_leaves_ink_on_the_page():
    with pypdfium2.PdfDocument(printed(NAMELESS)) as document:
        image = document[0].render(scale=10).to_pil().convert("L")
    scale = 10 * 72 / 25.4
    size, left, baseline = 20 * 10, 10 * scale, 30 * scale
    middle = (round(left + 0.5 * size), round(baseline + (0.5 - 0.88) * size))
    empty = (round(left + 0.3 * size), round(baseline + (0.3 - 0.88) * size))
    assert image.getpixel(middle) < 64
    assert image.getpixel(empty) > 192


def test_two_faces_of_one_page_share_the_drawn_font():
    library = FontLibrary(drawn=DRAWN, folders=[])
    fonts = EmbeddedFonts((library.typeface(style), NAMELESS) for style in FontStyle)
    assert len(fonts.fonts) == 1


def test_the_window_can_load_the_font(qapp: QGuiApplication):
    content = drawn_font(DRAWN)
    number = QFontDatabase.addApplicationFontFromData(content)
    try:
        assert QFontDatabase.applicationFontFamilies(number) == [FAMILY]
        assert QRawFont(content, 20).supportsCharacter(ord(NAMELESS))
    finally:
        QFontDatabase.removeApplicationFont(number)
