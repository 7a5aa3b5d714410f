"""Real characters of rare names, found the way a clerk describes them."""

import json
import unicodedata

import pytest

from linli.domain.characters import CharacterQuery, describe, find_characters, search
from linli.domain.characters.forms import SPOKEN
from linli.domain.characters.readings import marked_reading, numbered_reading
from linli.domain.characters.table import character_table
from linli.paths import resource


def found(text: str) -> str:
    """The characters found, guesses left out."""
    return "".join(hit.character for hit in find_characters(text) if not hit.guessed)


@pytest.mark.parametrize(
    ("typed", "character"),
    [
        ("金 宏", "𬭎"),
        ("钅宏", "𬭎"),
        ("宏 釒", "𬭎"),
        ("左边金右边宏", "𬭎"),
        ("左边是金，右边是宏", "𬭎"),
        ("左钅右宏", "𬭎"),
        ("金字旁 宏", "𬭎"),
        ("金加宏", "𬭎"),
        ("龙天", "䶮"),
        ("上龙下天", "䶮"),
        ("㓞 女", "㛃"),
        ("兆页", "𫖯"),
        ("鱼 它", "𬶍"),
        ("牛牛牛", "犇"),
        ("三个牛", "犇"),
        ("两个吉", "喆"),
        ("人彡", "㐱"),
        ("方方土", "堃"),
        ("斜玉旁加君", "珺"),
        ("玉字旁 月", "玥"),
        ("示 真", "禛"),
        ("衣 韦", "袆"),
        ("三点水加区", "沤"),
        ("绞丝旁+青", "𬘬"),
        ("文武贝", "赟"),
        ("火+区", "𬉼"),
        ("左耳旁、贵", "𬯎"),
        ("石 达", "鿎"),
    ],
)
def test_components_find_their_character_first(typed, character):
    assert found(typed)[0] == character


@pytest.mark.parametrize(
    ("typed", "character"),
    [("金 厷", "𬭎"), ("王 尹 口", "珺"), ("女 刀", "㛃"), ("立 日 金", "镱"), ("力 口 木", "枷")],
)
def test_components_of_components_count(typed, character):
    assert character in found(typed)


def test_component_is_asked_for_as_often_as_it_is_typed():
    assert set("牪犇") <= set(found("牛牛"))
    assert "牪" not in found("牛牛牛")
    assert "吉" not in found("吉吉")


def test_parts_of_a_component_with_forms_are_not_searched():
    assert "铉" not in found("王")


def test_characters_of_unknown_components_are_guessed_by_radical_and_strokes():
    table = character_table()
    place = next(p for p in table.without_parts if table.characters[p] >= "\U0002ceb0")
    hits = search(CharacterQuery(components="人单"))
    guesses = [hit for hit in hits if hit.guessed]
    assert table.parts[place] == ""
    assert guesses
    assert hits[-len(guesses) :] == guesses
    for hit in guesses:
        at = table.places[hit.character]
        assert (ord(table.radicals[at]) - 0x20, ord(table.residual_strokes[at]) - 0x20) == (9, 8)


@pytest.mark.parametrize("typed", ["钅部7画", "金部 7", "釒7画", "金+7", "金部外7划"])
def test_radical_and_residual_strokes_find_the_character(typed):
    hits = search(CharacterQuery(radical="钅", residual_strokes=7), limit=1000)
    assert "𬭎" in {hit.character for hit in hits}
    assert found(typed) == "".join(hit.character for hit in hits[:200])


def test_radical_alone_lists_its_characters():
    assert {"玉", "王", "玥", "珺"} <= set(found("王部"))


def test_radical_that_is_two_radicals_finds_both():
    of_eight = {hit.character for hit in search(CharacterQuery(radical="阝", residual_strokes=8))}
    assert {"陵", "郭"} <= of_eight


@pytest.mark.parametrize("typed", ["12画 宏", "宏 共12画", "宏 12"])
def test_all_strokes_narrow(typed):
    hits = find_characters(typed)
    assert hits[0].character == "𬭎"
    assert hits[0].strokes == 12
    assert "宏" not in found(typed)


@pytest.mark.parametrize(
    ("typed", "character", "other"),
    [
        ("hong", "𬭎", "铁"),
        ("hong2", "𬭎", "烘"),
        ("hóng 钅", "𬭎", "洪"),
        ("yan3", "䶮", "烟"),
        ("YǍN", "䶮", "烟"),
        ("zhe2 吉", "喆", "者"),
        ("lv4", "绿", "吕"),
        ("lǜ", "绿", "吕"),
        ("lü", "吕", "路"),
        ("lu:4", "绿", "路"),
        ("fu3 页", "𫖯", "父"),
    ],
)
def test_readings_find_the_character(typed, character, other):
    characters = found(typed)
    assert character in characters
    assert other not in characters


@pytest.mark.parametrize(
    ("typed", "character"),
    [
        ("U+2CB4E", "𬭎"),
        ("u+2cb4e", "𬭎"),
        ("2CB4E", "𬭎"),
        ("&#x2CB4E;", "𬭎"),
        ("&#183118;", "𬭎"),
        ("\\U0002CB4E", "𬭎"),
        ("\\u{2cb4e}", "𬭎"),
        ("0x4dae", "䶮"),
        ("9FCE", "鿎"),
        ("U+2CCAE", "𬲮"),
        ("E831", "𡗗"),
    ],
)
def test_code_points_find_the_character(typed, character):
    assert found(typed) == character


@pytest.mark.parametrize("typed", ["", "  ", "U+110000", "U+0041", "zzz", "？", "99画"])
def test_what_means_no_character_finds_none(typed):
    assert find_characters(typed) == []


def test_pasted_character_comes_before_those_that_contain_it():
    assert found("宏")[:2] == "宏𬭎"


def test_pasted_name_without_common_character_finds_each_of_its_characters():
    assert found("李𬭎明") == "李𬭎明"


def test_spoken_single_component_is_found_itself_first():
    assert found("金字旁")[0] == "金"


def test_pasted_private_use_code_is_todays_character():
    assert describe("\ue831")[0].code_point == "U+215D7"
    assert found("\ue831")[0] == "𡗗"


def test_pasted_compatibility_ideograph_is_the_unified_one():
    assert found("\uf9d0")[0] == "類"


def test_hit_tells_what_the_list_shows():
    (hit,) = describe("𬭎")
    assert (hit.code_point, hit.pinyin, hit.strokes) == ("U+2CB4E", "hóng", 12)
    assert (hit.level, hit.components, hit.guessed) == (2, "钅 宏", False)


@pytest.mark.parametrize(
    ("character", "level"),
    [("王", 1), ("㐱", 1), ("䶮", 1), ("鿎", 1), ("𬶍", 2), ("𫖯", 2), ("𠀀", 3), ("𮯠", 3)],
)
def test_level_is_that_of_the_standard(character, level):
    assert describe(character)[0].level == level


@pytest.mark.parametrize("character", ["\U00030000", "\U0002ebf0", "\u9fff"])
def test_later_characters_are_beyond_the_standard(character):
    assert describe(character)[0].level is None


def test_level_two_adds_the_196_common_characters_beyond_level_one():
    table = character_table()
    assert sum(table.level(place) == 2 for place in range(len(table.characters))) == 196


def test_every_ideograph_of_level_three_is_there():
    spans = [(0x3400, 0x4DB5), (0x4E00, 0x9FEF), (0x20000, 0x2A6D6), (0x2A700, 0x2B734)]
    spans += [(0x2B740, 0x2B81D), (0x2B820, 0x2CEA1), (0x2CEB0, 0x2EBE0)]
    places = character_table().places
    assert all(chr(code) in places for first, last in spans for code in range(first, last + 1))


def test_every_character_has_strokes_and_a_radical():
    table = character_table()
    assert min(table.strokes) > " "
    assert "\x21" <= min(table.radicals) <= max(table.radicals) <= chr(0x20 + 214)


def test_common_characters_have_components_unless_they_are_whole():
    table = character_table()
    common = table.parts[: table.tiers[-1]]
    assert sum(not parts for parts in common) < 30


def test_every_component_is_an_ideograph_of_the_table():
    table = character_table()
    assert set("".join(table.parts)) <= set(table.places)


def test_spoken_names_mean_components_that_characters_have():
    table = character_table()
    assert not [
        name for name, part in SPOKEN.items() if not found(name) or part not in table.places
    ]


def test_list_is_cut_at_the_limit():
    assert len(find_characters("口")) == 200
    assert len(find_characters("口", limit=7)) == 7


def test_nothing_known_finds_nothing():
    assert search(CharacterQuery()) == []


def test_common_characters_come_first():
    assert found("艹 方")[0] == "芳"
    assert found("hong2").index("洪") < found("hong2").index("𬭎") < found("hong2").index("㖓")


@pytest.mark.parametrize(
    ("numbered", "marked"),
    [
        ("hong2", "hóng"),
        ("lv4", "lǜ"),
        ("lve4", "lüè"),
        ("liu2", "liú"),
        ("gui3", "guǐ"),
        ("zhou1", "zhōu"),
        ("xiao3", "xiǎo"),
        ("er2", "ér"),
        ("de", "de"),
    ],
)
def test_readings_go_back_and_forth(numbered, marked):
    assert marked_reading(numbered) == unicodedata.normalize("NFC", marked)
    assert numbered_reading(marked) == numbered


def test_sources_are_stated():
    about = json.loads(resource("codes/characters.json").read_text(encoding="utf-8"))
    assert "Unihan 16.0" in about["source"]
    assert about["characters"] == len(character_table().characters)
    assert resource("codes/characters.xz").stat().st_size < 1_500_000
