"""What the window shows on a machine that has no Chinese font, or only WenQuanYi, or rare ones.

Each is a process of its own, since Qt reads the fonts of a machine once.
"""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
import support
from support.tiny_font import write_font

import linli
from linli.paths import resource
from linli.printing.fonts import FontLibrary
from linli.printing.installed import InstalledFonts, system_font_folders

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="fontconfig names the fonts")

CONFIGURATION = """\
<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>{fonts}</dir><cachedir>{cache}</cachedir></fontconfig>
"""
RARE_NAMES = "𠮷𬴂㛃𪛖𫝆𫠠𬺡𮯠𰀀𱍐"  # extensions A to H
NEVER_SHIPPED = "\U000323af"  # the last one of extension H


def shown(tmp_path, text, *, fonts=None, rare=None):
    """Return how a process shows `text` that knows the fonts of two folders and no others."""
    configuration = tmp_path / "fonts.conf"
    configuration.write_text(
        CONFIGURATION.format(fonts=fonts or tmp_path / "none", cache=tmp_path / "cache"),
        encoding="utf-8",
    )
    done = subprocess.run(
        [
            sys.executable,
            str(Path(support.__path__[0], "glyphs_shown.py")),
            str(rare or tmp_path / "none"),
        ],
        env=os.environ
        | {
            "FONTCONFIG_FILE": str(configuration),
            "PYTHONPATH": str(Path(linli.__file__).parents[1]),
            "PYTHONUTF8": "1",
            "QT_QPA_PLATFORM": "offscreen",
        },
        input=text,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


@pytest.fixture
def every_text():
    """All that the window may say, and all that it says it in."""
    texts = resource("i18n/linli_en.ts").read_text(encoding="utf-8")
    level1 = bytes(
        byte for lead in range(0xB0, 0xD8) for trail in range(0xA1, 0xFF) for byte in (lead, trail)
    )
    return texts + level1.decode("gb2312", errors="ignore")


def test_everything_reads_without_any_font_of_the_system(tmp_path, every_text):
    answer = shown(tmp_path, every_text)
    assert answer["missing"] == []
    assert answer["families"] == ["Noto Sans SC"]


def test_everything_reads_beside_a_font_that_lacks_the_rare_ones(tmp_path, every_text):
    """WenQuanYi is there, but it has no bold and lacks the rare characters: ours is taken."""
    folder = tmp_path / "system"
    folder.mkdir()
    write_font(folder, "WenQuanYi Zen Hei.ttf", "中文")
    answer = shown(tmp_path, every_text, fonts=folder)
    assert answer["missing"] == []
    assert answer["families"] == ["Noto Sans SC"]


def test_a_font_that_the_bundle_brought_shows_and_prints_a_rare_name(tmp_path):
    folder = tmp_path / "fonts"
    folder.mkdir()
    write_font(folder, "BabelStoneHan.ttf", NEVER_SHIPPED)
    write_font(folder, "Other.ttf", "\U000323ae")  # nobody knows its shapes
    without = shown(tmp_path, NEVER_SHIPPED)
    assert without["missing"] == [NEVER_SHIPPED]
    answer = shown(tmp_path, NEVER_SHIPPED, rare=folder)
    assert answer["missing"] == []
    assert len(answer["families"]) == 2
    assert FontLibrary(folders=[folder]).missing(NEVER_SHIPPED) == ()


@pytest.mark.skipif(
    not all(InstalledFonts(system_font_folders()).known([name]) for name in ("babelstonehan",)),
    reason="fonts-babelstone-han is not installed",
)
def test_rare_names_of_all_extensions_are_shown(tmp_path):
    (font,) = InstalledFonts(system_font_folders()).known(["babelstonehan"])
    answer = shown(tmp_path, RARE_NAMES, rare=font.parent)
    assert answer["missing"] == []
