from concurrent.futures import ThreadPoolExecutor

import pytest
from support.tiny_font import tiny_font, write_font

from linli.domain.faces import FontStyle
from linli.domain.glyphs import DrawnGlyph
from linli.printing.faces import open_collection
from linli.printing.fonts import FontLibrary, default_library, library_for

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


@pytest.mark.parametrize("added", [True, False], ids=["added", "installed"])
@pytest.mark.parametrize(
    "content",
    [
        b"no font at all",
        tiny_font("V", {RARE: True}, extra="fvar"),
        tiny_font("B", {RARE: True}, without="glyf"),
        tiny_font("C", {RARE: True}, extra="CFF ", without="glyf"),
        None,
    ],
    ids=["damaged", "variable", "bitmap", "no-subset", "gone"],
)
def test_a_font_that_cannot_serve_is_passed_over(tmp_path, added, content):
    broken = tmp_path / "BabelStoneHan.ttf"
    if content is not None:
        broken.write_bytes(content)
    write_font(tmp_path, "HanaMinA.ttf", RARE)
    library = FontLibrary(added=[broken] if added else [], folders=[tmp_path])
    for style in FontStyle:
        assert library.typeface(style).glyph(RARE).face.name == "HanaMinA"


def test_fonts_the_clerk_added_come_before_installed_ones(tmp_path):
    write_font(tmp_path, "BabelStoneHan.ttf", RARE)
    own = tmp_path / "own"
    own.mkdir()
    added = write_font(own, "Mine.ttf", RARE)
    library = FontLibrary(added=[added], folders=[tmp_path])
    assert library.typeface(FontStyle.HEI).glyph(RARE).face.name == "Mine"


@pytest.mark.parametrize("added", [True, False], ids=["added", "installed"])
def test_other_styles_are_drawn_in_the_faces_of_this_machine(tmp_path, added):
    names = ("simkai.ttf", "simfang.ttf", "FZXBSK.TTF")
    files = [write_font(tmp_path, name, "张") for name in names]
    library = FontLibrary(added=files if added else [], folders=[] if added else [tmp_path])
    names = {s: library.typeface(s).glyph("张").face.name for s in FontStyle}
    assert names == {"hei": "NotoSansSC-Regular", "song": "NotoSerifSC-Regular",
                     "kai": "simkai", "fang": "simfang", "title": "FZXBSK"}  # fmt: skip
    assert library.typeface(FontStyle.KAI).glyph("三").face.name == "NotoSerifSC-Regular"
    served = {style: (font.file, font.note) for style, font in library.serving.items()}
    assert served == {
        "hei": ("NotoSansSC-Regular.otf", None),
        "song": ("NotoSerifSC-Regular.otf", None),
        "kai": ("simkai.ttf", None),
        "fang": ("simfang.ttf", None),
        "title": ("FZXBSK.TTF", None),
    }


def test_a_kai_font_whose_outlines_are_empty_leaves_the_character_to_the_next(tmp_path):
    (tmp_path / "ukai.ttf").write_bytes(tiny_font("ukai", {"张": False, "三": True}))
    kai = FontLibrary(folders=[tmp_path]).typeface(FontStyle.KAI)
    assert kai.glyph("三").face.name == "ukai"
    assert kai.glyph("张").face.name == "NotoSerifSC-Regular"


@pytest.mark.parametrize(
    ("style", "note"),
    [
        (FontStyle.KAI, "这台电脑没有楷体，用宋体代替。"),
        (FontStyle.FANG, "这台电脑没有仿宋，用宋体代替。"),
        (FontStyle.TITLE, "这台电脑没有小标宋，用宋体代替。"),
    ],
)
def test_a_face_that_is_not_here_is_replaced_with_a_note(library, style, note):
    assert library.typeface(style).glyph("张").face.name == "NotoSerifSC-Regular"
    assert library.serving[style].note == note
    assert library.serving[style].file == "NotoSerifSC-Regular.otf"


def test_every_chain_reaches_every_font(tmp_path):
    write_font(tmp_path, "simkai.ttf", RARE)
    write_font(tmp_path, "simfang.ttf", "\U00030001")
    write_font(tmp_path, "HanaMinA.ttf", "\U00030002")
    library = FontLibrary(folders=[tmp_path])
    wanted = RARE + "\U00030001\U00030002\U00030003"
    for style in FontStyle:
        assert library.typeface(style).missing(wanted) == ("\U00030003",)


@pytest.mark.parametrize("char", ["\U000f0000", "\ue000", RARE, "张"])
@pytest.mark.parametrize("style", list(FontStyle))
def test_what_the_clerk_drew_comes_before_every_font(tmp_path, style, char):
    write_font(tmp_path, "simkai.ttf", "张")
    drawing = DrawnGlyph(character=char, strokes=(((0.1, 0.5), (0.9, 0.5)),))
    typeface = FontLibrary(drawn=[drawing], folders=[tmp_path]).typeface(style)
    assert typeface.glyph(char).face.name == "LinliDrawn"
    assert typeface.glyph(char).advance == 1000
    assert typeface.missing("李三\U000f0001\ue001") == ("\U000f0001", "\ue001")


def test_a_ledger_has_one_library_as_long_as_its_fonts_stay_the_same(tmp_path):
    added = (write_font(tmp_path, "Mine.ttf", RARE),)
    drawn = (DrawnGlyph(character="\ue000", strokes=(((0.1, 0.5),),)),)
    library = library_for(added, drawn)
    assert library_for(tuple(added), tuple(drawn)) is library
    assert library_for(added, ()) is not library
    assert library_for((), ()) is default_library()


def test_libraries_share_opened_font_files(tmp_path):
    added = [write_font(tmp_path, "Mine.ttf", RARE)]
    libraries = [FontLibrary(added=added, folders=[]) for _ in range(2)]
    for char in ("张", RARE):
        first, second = (library.typeface(FontStyle.HEI).glyph(char) for library in libraries)
        assert first.face is second.face


def test_a_font_file_that_was_replaced_is_opened_anew(tmp_path):
    path = write_font(tmp_path, "Mine.ttf", RARE)
    assert FontLibrary(added=[path], folders=[]).missing(RARE) == ()
    replacement = write_font(tmp_path, "new.ttf", "\U00030001\U00030002")
    replacement.replace(path)
    assert FontLibrary(added=[path], folders=[]).missing(RARE) == (RARE,)


def test_a_chain_may_be_asked_from_several_threads(tmp_path):
    for name in ("simsunb.ttf", "BabelStoneHan.ttf", "HanaMinA.ttf"):
        write_font(tmp_path, name, RARE)
    text = "".join(map(chr, range(0x20000, 0x20100)))
    for _ in range(20):
        typeface = FontLibrary(folders=[tmp_path]).typeface(FontStyle.HEI)
        with ThreadPoolExecutor(4) as threads:
            answers = set(threads.map(typeface.missing, [text] * 4))
        assert len(answers) == 1


def test_no_installed_font_is_opened_while_the_shipped_ones_suffice(tmp_path, monkeypatch):
    opened = []
    monkeypatch.setattr(
        "linli.printing.fonts.open_collection",
        lambda path: opened.append(path.name) or open_collection(path),
    )
    write_font(tmp_path, "BabelStoneHan.ttf", RARE)
    library = FontLibrary(folders=[tmp_path])
    library.missing("张三")
    assert opened == []
    library.missing(RARE)
    assert opened == ["BabelStoneHan.ttf"]


def test_a_width_is_the_sum_of_the_advances(library):
    assert library.typeface(FontStyle.HEI).width("张三") == 2
    assert library.typeface(FontStyle.HEI).width("110") == pytest.approx(3 * 0.555, abs=0.002)
