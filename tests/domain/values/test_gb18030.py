import pytest
from hypothesis import given
from hypothesis import strategies as st

from linli.domain.values.gb18030 import decode_gb18030, map_private_use, standard_for

# GB 18030-2022: two-byte codes that the codec still puts on private-use points.
REMAPPED = {
    "A6D9": 0xFE10,
    "A6DA": 0xFE12,
    "A6DB": 0xFE11,
    "A6DC": 0xFE13,
    "A6DD": 0xFE14,
    "A6DE": 0xFE15,
    "A6DF": 0xFE16,
    "A6EC": 0xFE17,
    "A6ED": 0xFE18,
    "A6F3": 0xFE19,
    "A8BC": 0x1E3F,
    "FE51": 0x20087,
    "FE52": 0x20089,
    "FE53": 0x200CC,
    "FE59": 0x9FB4,
    "FE61": 0x9FB5,
    "FE66": 0x9FB6,
    "FE67": 0x9FB7,
    "FE6C": 0x215D7,
    "FE6D": 0x9FB8,
    "FE76": 0x2298F,
    "FE7E": 0x9FB9,
    "FE90": 0x9FBA,
    "FE91": 0x241FE,
    "FEA0": 0x9FBB,
}


@pytest.mark.parametrize(("code", "point"), REMAPPED.items())
def test_characters_moved_in_2005_and_2022_are_read_as_today(code, point):
    assert decode_gb18030(bytes.fromhex(code)) == chr(point)


@given(st.text(st.characters(exclude_categories=["Cs", "Co", "Cn"])))
def test_all_other_text_comes_back(text):
    assert decode_gb18030(text.encode("gb18030")) == text.replace("\ue7c7", "ḿ")


def test_the_dot_of_names_is_the_middle_dot():
    assert decode_gb18030(bytes.fromhex("A1A4")) == "\u00b7"


def test_a_private_use_point_of_nobody_stays():
    assert map_private_use("\ue000张") == "\ue000张"


def test_other_bytes_are_refused():
    with pytest.raises(UnicodeDecodeError):
        decode_gb18030(b"\xff\xff\xff")


@pytest.mark.parametrize(
    ("old", "today"),
    [
        ("\ue816", "\U00020087"),
        ("\ue817", "\U00020089"),
        ("\ue818", "\U000200cc"),
        ("\ue81e", "\u9fb4"),
        ("\ue831", "\U000215d7"),
        ("\ue83b", "\U0002298f"),
        ("\ue855", "\U000241fe"),
        ("\ue864", "\u9fbb"),
        # Of GBK, whose points GB 18030 gave up in 2000.
        ("\ue815", "\u2e81"),
        ("\ue81b", "\u3447"),
        ("\ue81f", "\u359e"),
        ("\ue842", "\u464c"),
        ("\ue844", "\u4723"),
        ("\ue863", "\u4dae"),
    ],
)
def test_private_use_character_has_a_standard_one(old, today):
    assert standard_for(old) == today


@pytest.mark.parametrize("point", range(0xE815, 0xE865))
def test_every_point_of_gbk_has_one_standard_character(point):
    standard = standard_for(chr(point))
    assert standard is not None
    assert not 0xE000 <= ord(standard) <= 0xF8FF
    assert standard.encode("gb18030").decode("gb18030") == standard


@pytest.mark.parametrize("char", ["王", "\ue000", "\uf8ff", "\ue814", "\ue865", "\U000f0000"])
def test_other_characters_have_no_standard_one(char):
    assert standard_for(char) is None
