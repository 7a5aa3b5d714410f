from pathlib import Path

import pytest
from support.tiny_font import tiny_collection, tiny_font, write_font

from linli.printing.faces import Face, FontFileError, open_collection
from linli.printing.fonts import FontLibrary, FontStyle, system_font_folders

RARE = "\U00030000"  # Ext G: in none of the shipped fonts


@pytest.fixture
def library() -> FontLibrary:
    return FontLibrary(folders=[])


@pytest.mark.parametrize("char", "张䶮㬚𠅤𬭎·—〇0A 　")
def test_shipped_fonts_draw_what_names_are_written_with(library, char):
    assert library.missing(char) == ()


@pytest.mark.parametrize(
    "char",
    [RARE, "\ue000", "\U000f0000", "ئ", "ا", "ཀ", "ᠠ", "\u0301", "\u200d", "\t"],
    ids=["ext-g", "private", "private-15", "uyghur", "arabic", "tibetan", "mongolian",
         "combining", "joiner", "tab"],
)  # fmt: skip
def test_what_cannot_be_drawn_right_is_reported(library, char):
    assert library.missing(f"张{char}三{char}") == (char,)


@pytest.mark.parametrize(
    ("style", "face"), [(FontStyle.HEI, "NotoSansSC"), (FontStyle.SONG, "NotoSerifSC")]
)
def test_each_style_is_drawn_in_its_own_face(library, style, face):
    assert library.typeface(style).glyph("张").face.name.startswith(face)


def test_an_entry_without_an_outline_is_no_coverage(tmp_path):
    path = tmp_path / "a.ttf"
    path.write_bytes(tiny_font("A", {"甲": True, "乙": False, "\ue000": True, " ": False}))
    face = Face(path)
    assert face.glyph("甲")
    assert face.glyph("乙") is None
    assert face.glyph("\ue000") is None
    assert face.glyph(" ")
    assert face.glyph("丙") is None


def test_installed_rare_fonts_are_asked_in_the_order_of_their_shapes(tmp_path):
    folder = tmp_path / "deep" / "fonts"
    folder.mkdir(parents=True)
    write_font(folder, "HanaMinB.ttf", RARE)
    write_font(folder, "BabelStoneHan.ttf", RARE)
    write_font(folder, "Comic.ttf", "\U00030001")
    library = FontLibrary(folders=[tmp_path])
    glyph = library.typeface(FontStyle.HEI).glyph(RARE)
    assert glyph.face.name == "BabelStoneHan"
    assert glyph.advance == 900
    assert library.missing("\U00030001") == ("\U00030001",), "an unknown font was trusted"


def test_a_damaged_rare_font_is_passed_over(tmp_path):
    (tmp_path / "BabelStoneHan.ttf").write_bytes(b"no font at all")
    write_font(tmp_path, "HanaMinA.ttf", RARE)
    library = FontLibrary(folders=[tmp_path])
    assert library.typeface(FontStyle.SONG).glyph(RARE).face.name == "HanaMinA"


def test_fonts_the_user_added_come_before_installed_ones(tmp_path):
    write_font(tmp_path, "BabelStoneHan.ttf", RARE)
    own = tmp_path / "own"
    own.mkdir()
    added = write_font(own, "Mine.ttf", RARE)
    library = FontLibrary(added=[added], folders=[tmp_path])
    assert library.typeface(FontStyle.HEI).glyph(RARE).face.name == "Mine"


def test_no_installed_font_is_opened_while_the_shipped_ones_suffice(tmp_path, monkeypatch):
    opened = []
    monkeypatch.setattr(
        "linli.printing.fonts.open_collection",
        lambda path: opened.append(path.name) or open_collection(path),
    )
    write_font(tmp_path, "BabelStoneHan.ttf", RARE)
    library = FontLibrary(folders=[tmp_path])
    library.missing("张三")
    assert opened == ["NotoSansSC-Regular.otf"]
    library.missing(RARE)
    assert opened[-1] == "BabelStoneHan.ttf"


def test_of_a_collection_the_mainland_face_is_taken(tmp_path):
    path = tmp_path / "NotoSansCJK-Regular.ttc"
    path.write_bytes(
        tiny_collection(
            {"NotoSansCJKjp-Regular": {"甲": True}, "NotoSansCJKsc-Regular": {"乙": True}}
        )
    )
    face = open_collection(path)
    assert face.name == "NotoSansCJKsc-Regular"
    assert face.glyph("乙")


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04", b"\0\1\0\0" + b"\0" * 40])
def test_a_file_that_is_no_font_is_refused(tmp_path, content):
    path = tmp_path / "x.ttf"
    path.write_bytes(content)
    with pytest.raises(FontFileError):
        Face(path)


def test_a_width_is_the_sum_of_the_advances(library):
    assert library.typeface(FontStyle.HEI).width("张三") == 2
    assert library.typeface(FontStyle.HEI).width("110") == pytest.approx(3 * 0.555, abs=0.002)


def test_font_folders_are_those_of_the_system(monkeypatch):
    monkeypatch.setattr("sys.platform", "win32")
    monkeypatch.setenv("WINDIR", "/win")
    monkeypatch.setenv("LOCALAPPDATA", "/local")
    assert system_font_folders() == (
        Path("/local/Microsoft/Windows/Fonts"),
        Path("/win/Fonts"),
    )
    monkeypatch.setattr("sys.platform", "linux")
    monkeypatch.setenv("XDG_DATA_HOME", "/data")
    monkeypatch.setenv("XDG_DATA_DIRS", "/a::/b")
    own = Path.home() / ".fonts"
    assert system_font_folders() == (Path("/data/fonts"), own, Path("/a/fonts"), Path("/b/fonts"))
    monkeypatch.delenv("XDG_DATA_DIRS")
    assert Path("/usr/share/fonts") in system_font_folders()
