import pytest
from support.tiny_font import tiny_collection, tiny_font

from linli.printing.faces import Face, FontFault, FontFileError, open_collection


def test_an_entry_without_an_outline_is_no_coverage(tmp_path):
    path = tmp_path / "a.ttf"
    path.write_bytes(tiny_font("A", {"甲": True, "乙": False, "\ue000": True, " ": False}))
    face = Face(path)
    assert face.glyph("甲")
    assert face.glyph("乙") is None
    assert face.glyph("\ue000") is None
    assert face.glyph(" ")
    assert face.glyph("丙") is None


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


@pytest.mark.parametrize(
    ("content", "fault"),
    [
        (b"", FontFault.DAMAGED),
        (b"PK\x03\x04", FontFault.DAMAGED),
        (b"\0\1\0\0" + b"\0" * 40, FontFault.DAMAGED),
        (b"\0\1\0\0\0\1" + b"\0" * 6 + b"\xb3\xa0\xff\xfe" + b"\0" * 12, FontFault.DAMAGED),
        (tiny_font("A", {"甲": True}, extra="fvar"), FontFault.VARIABLE),
        (tiny_font("A", {"甲": True}, without="glyf"), FontFault.NO_OUTLINES),
        (tiny_font("A", {"甲": True}, without="maxp"), FontFault.DAMAGED),
    ],
    ids=["empty", "archive", "blank", "noise", "variable", "bitmap", "no-glyphs"],
)
def test_a_file_that_cannot_be_embedded_is_refused(tmp_path, content, fault):
    path = tmp_path / "x.ttf"
    path.write_bytes(content)
    with pytest.raises(FontFileError) as caught:
        open_collection(path)
    assert caught.value.fault is fault


def test_a_font_that_opens_but_cannot_be_cut_to_a_subset_is_refused(tmp_path):
    path = tmp_path / "x.otf"
    path.write_bytes(tiny_font("A", {"甲": True}, extra="CFF ", without="glyf"))
    assert Face(path)
    with pytest.raises(FontFileError) as caught:
        open_collection(path)
    assert caught.value.fault is FontFault.DAMAGED


def test_a_file_that_is_not_there_is_refused(tmp_path):
    with pytest.raises(FontFileError):
        Face(tmp_path / "x.ttf")


def test_the_characters_of_a_file_are_those_it_draws(tmp_path):
    path = tmp_path / "a.ttf"
    path.write_bytes(tiny_font("A", {"甲": True, "乙": False, "\ue000": True, "A": True}))
    assert set(Face(path).characters()) == {"甲", "A"}
