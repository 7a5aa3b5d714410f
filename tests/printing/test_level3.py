"""GB 18030-2022 level 3, which products for public service must reach (9.4): 87,887 characters.

Noto Sans SC, BabelStone Han and HanaMin A and B together reach all of them.
"""

import shutil
import subprocess

import pypdfium2
import pytest
from support.tiny_font import write_font

from linli.domain.faces import FontStyle
from linli.printing.canvas import Page
from linli.printing.fonts import FontLibrary, default_library
from linli.printing.installed import InstalledFonts, system_font_folders
from linli.printing.type0 import EmbeddedFonts

# The code chart: CJK unified ideographs, extensions A to F, and the unified ones among the
# compatibility ideographs.
RANGES = (
    (0x4E00, 0x9FEF), (0x3400, 0x4DB5), (0x20000, 0x2A6D6), (0x2A700, 0x2B734), (0x2B740, 0x2B81D),
    (0x2B820, 0x2CEA1), (0x2CEB0, 0x2EBE0),
)  # fmt: skip
LEVEL_3 = "".join(chr(code) for first, last in RANGES for code in range(first, last + 1)) + (
    "\ufa0e\ufa0f\ufa11\ufa13\ufa14\ufa1f\ufa21\ufa23\ufa24\ufa27\ufa28\ufa29"
)
WANTED = ("babelstonehan", "hanamina", "hanaminb")


def printed(library: FontLibrary, text: str) -> bytes:
    """Return A4 pages of `text`, 50 characters a line."""
    fonts = EmbeddedFonts([(library.typeface(FontStyle.HEI), text)])
    page = Page("试印", fonts, 210, 297)
    for start in range(0, len(text), 50 * 70):
        if start:
            page.next_page(210, 297)
        for row in range(70):
            at = start + 50 * row
            page.text(
                10,
                12 + row * 3.9,
                text[at : at + 50],
                style=FontStyle.HEI,
                size=10,
                colour="#000000",
            )
    return page.finish()


def read_back(content: bytes) -> str:
    with pypdfium2.PdfDocument(content) as document:
        return "".join("".join(page.get_textpage().get_text_range().split()) for page in document)


def test_the_list_is_that_of_the_standard():
    assert len(LEVEL_3) == len(set(LEVEL_3)) == 87_887


def test_one_name_may_be_drawn_by_as_many_fonts_as_it_needs(tmp_path):
    rare = [char for first, last in RANGES[2:] for char in (chr(first), chr(last))]
    lacking = FontLibrary(folders=[]).missing("".join(rare))
    assert len(lacking) >= 8
    files = ("simsunb", "simsunextg", "plangothic", "babelstonehan", "hanamina", "simkai")
    for number, name in enumerate(files):
        write_font(tmp_path, f"{name}.ttf", "".join(lacking[number :: len(files)]))
    library = FontLibrary(folders=[tmp_path])
    text = "张" + "·".join(rare)
    drawn_by = {library.typeface(FontStyle.HEI).glyph(char).face.name for char in lacking}
    assert drawn_by == set(files)
    assert read_back(printed(library, text)) == text


@pytest.mark.skipif(
    not all(InstalledFonts(system_font_folders()).known([name]) for name in WANTED),
    reason="the fonts of fonts-babelstone-han and fonts-hanazono are not installed",
)
@pytest.mark.skipif(shutil.which("pdftotext") is None, reason="pdftotext is not installed")
def test_every_character_of_level_3_is_printed_and_read_back(tmp_path):
    library = default_library()
    for style in FontStyle:
        assert library.typeface(style).missing(LEVEL_3) == ()
    path = tmp_path / "level3.pdf"
    path.write_bytes(printed(library, LEVEL_3))
    assert read_back(path.read_bytes()) == LEVEL_3
    done = subprocess.run(["pdftotext", path, "-"], capture_output=True, check=True)
    assert "".join(done.stdout.decode().split()) == LEVEL_3
