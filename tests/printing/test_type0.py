"""Text that is drawn comes back from the PDF character by character."""

import re
import shutil
import subprocess

import pypdfium2
import pytest
from support.cards import page_texts
from support.tiny_font import write_font

from linli.domain.faces import FontStyle
from linli.printing.canvas import Page
from linli.printing.fonts import FontLibrary
from linli.printing.type0 import EmbeddedFonts

RARE_NAMES = ["张𠅤", "王䶮", "李㬚", "赵𬭎", "买买提·艾力", "凉凉", "山・口"]


def draw(library, texts, *, bold=False, style=FontStyle.HEI):
    typeface = library.typeface(style)
    fonts = EmbeddedFonts((typeface, text) for text in texts)
    page = Page("试印", fonts, 90, 54)
    for row, text in enumerate(texts):
        page.text(5, 6 + row * 5, text, style=style, size=11, colour="#14508c", bold=bold)
    return page.finish()


@pytest.fixture(scope="module")
def library():
    return FontLibrary(folders=[])


@pytest.mark.parametrize("style", list(FontStyle))
@pytest.mark.parametrize("bold", [False, True])
def test_rare_names_come_back_as_they_were_put_in(library, style, bold):
    (text,) = page_texts(draw(library, RARE_NAMES, bold=bold, style=style))
    assert text == "".join(RARE_NAMES)


def test_two_characters_of_one_glyph_keep_apart(library):
    typeface = library.typeface(FontStyle.HEI)
    assert typeface.glyph("·") == typeface.glyph("・"), "the case this test is about is gone"
    content = draw(library, ["·・·・"])
    assert page_texts(content) == ["·・·・"]


def test_a_truetype_fallback_is_embedded_beside_the_shipped_font(tmp_path):
    write_font(tmp_path, "BabelStoneHan.ttf", "\U00030000\U00030001")
    content = draw(FontLibrary(folders=[tmp_path]), ["张\U00030000三\U00030001"])
    assert page_texts(content) == ["张\U00030000三\U00030001"]
    assert content.count(b"/FontFile2") == 1
    assert content.count(b"/FontFile3") == 1
    assert content.count(b"/CIDFontType2") == content.count(b"/CIDToGIDMap") == 1
    assert len(re.findall(rb"/CIDFontType0\s", content)) == 1
    with pypdfium2.PdfDocument(content) as document:
        image = document[0].render(scale=4).to_pil().convert("L")
    assert image.getextrema()[0] < 128, "nothing was drawn"


def test_every_font_is_embedded_subset_and_has_unicode(library):
    content = draw(library, RARE_NAMES)
    assert b"Helvetica" not in content
    names = re.findall(rb"/BaseFont /([^ \n]+)", content)
    assert names
    assert all(re.fullmatch(rb"[A-Z]{6}\+[A-Za-z0-9-]+", name) for name in names)
    assert content.count(b"/ToUnicode") == content.count(b"/Type0")
    assert content.count(b"/FontFile3") == content.count(b"/Type0")


@pytest.mark.skipif(shutil.which("pdffonts") is None, reason="pdffonts is not installed")
def test_pdffonts_finds_every_font_embedded(library, tmp_path):
    path = tmp_path / "a.pdf"
    path.write_bytes(draw(library, RARE_NAMES))
    listing = subprocess.run(["pdffonts", path], capture_output=True, text=True, check=True)
    rows = listing.stdout.splitlines()[2:]
    assert rows
    for row in rows:
        assert re.search(r"Identity-H +yes yes yes", row), row


def test_the_same_input_gives_the_same_bytes(library):
    assert draw(library, RARE_NAMES) == draw(FontLibrary(folders=[]), RARE_NAMES)


def test_a_short_text_makes_a_small_file(library):
    assert len(draw(library, RARE_NAMES)) < 20_000


def test_a_character_without_a_font_is_never_drawn_as_nothing(library):
    with pytest.raises(ValueError, match=r"U\+30000"):
        draw(library, ["张\U00030000"])


def test_a_document_asks_to_be_printed_at_its_actual_size(library):
    assert re.search(rb"/PrintScaling\s*/None", draw(library, ["张"]))


def test_an_empty_text_needs_no_font(library):
    typeface = library.typeface(FontStyle.HEI)
    fonts = EmbeddedFonts([(typeface, "王")])
    assert list(fonts.runs(FontStyle.KAI, "")) == []
