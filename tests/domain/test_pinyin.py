import pytest
from hypothesis import given
from hypothesis import strategies as st
from pypinyin import Style, pinyin

from linli.domain.pinyin import (
    is_syllable,
    readings,
    sort_pinyin,
    spellings,
    syllables,
    syllables_from,
)
from linli.domain.values.names import surname_readings

common = st.characters(min_codepoint=0x4E00, max_codepoint=0x9FA5)


@pytest.mark.parametrize(
    ("name", "reading"),
    [
        ("张三丰", "zhang san feng"),
        ("单伟", "shan wei"),
        ("解放", "xie fang"),
        ("曾国强", "zeng guo qiang"),
        ("欧阳修", "ou yang xiu"),
        ("尉迟恭", "yu chi gong"),
        ("万俟林", "mo qi lin"),
        ("吕布", "lv bu"),
        ("阿依古丽·买买提江", "a yi gu li mai mai ti jiang"),
        ("曹𠅤", "cao xi"),
        ("陈䶮", "chen yan"),
        ("John Smith", "john smith"),
        ("李 Mary", "li mary"),
        ("张\ue816", "zhang \ue816"),
        ("", ""),
    ],
)
def test_names_are_sorted_as_they_are_read(name, reading):
    assert sort_pinyin(name) == reading


@pytest.mark.parametrize(
    ("name", "place", "others"),
    [
        ("单伟", 0, {"shan", "dan"}),
        ("曾乐行", 0, {"zeng", "ceng"}),
        ("曾乐行", 1, {"le", "yue"}),
        ("曾乐行", 2, {"xing", "hang"}),
        ("区伟", 0, {"ou", "qu"}),
        ("仇英", 0, {"qiu", "chou"}),
        ("解晓东", 0, {"xie", "jie"}),
        ("查良镛", 0, {"zha", "cha"}),
        ("盖聂", 0, {"ge", "gai"}),
        ("朴正", 0, {"piao", "pu"}),
        ("覃秀英", 0, {"qin", "tan"}),
        ("吕布", 0, {"lv"}),
        ("李〇", 1, {"ling"}),
    ],
)
def test_every_usual_reading_of_a_character_is_known(name, place, others):
    assert others <= set(readings(name)[place])


def test_the_surnames_own_reading_comes_first():
    assert [place[0] for place in readings("单雄信")] == ["shan", "xiong", "xin"]
    assert [place[0] for place in readings("雄单")] == ["xiong", "dan"]


@given(st.text(common, min_size=2, max_size=4))
def test_the_first_reading_of_every_character_is_among_its_own(name):
    for place, char in zip(readings(name), name, strict=True):
        first = pinyin(char, style=Style.NORMAL, heteronym=True, v_to_u=False)[0][0]
        assert first in place


@given(st.text(min_size=0, max_size=50))
def test_any_text_has_no_more_syllables_than_characters(name):
    found = readings(name)
    assert len(found) <= len(name)
    assert all(place and all(place) for place in found)


@pytest.mark.parametrize(
    ("reading", "typed"),
    [
        ("lv", ("lv", "lu", "lyu")),
        ("nv", ("nv", "nu", "nyu")),
        ("lve", ("lve", "lue")),
        ("zhang", ("zhang",)),
    ],
)
def test_an_umlaut_is_typed_in_several_ways(reading, typed):
    assert spellings(reading) == typed


def test_syllables_are_those_of_the_table_in_order():
    known = syllables()
    assert list(known) == sorted(set(known))
    assert {"a", "zhuang", "lyu", "lue"} <= set(known)
    assert {"ng", "zh", "", "m"}.isdisjoint(known)


@pytest.mark.parametrize(
    ("start", "some", "is_whole"),
    [
        ("zhan", ("zhan", "zhang"), True),
        ("zhu", ("zhu", "zhua", "zhuai", "zhuan", "zhuang", "zhui", "zhun", "zhuo"), True),
        ("zhua", ("zhua", "zhuai", "zhuan", "zhuang"), True),
        ("qio", ("qiong",), False),
        ("v", (), False),
        ("zhangs", (), False),
    ],
)
def test_what_begins_a_syllable(start, some, is_whole):
    assert syllables_from(start) == some
    assert is_syllable(start) == is_whole


def test_every_surname_in_the_table_differs_from_the_usual_reading():
    for surname, reading in surname_readings().single.items():
        assert sort_pinyin(f"{surname}伟") == f"{reading} wei"
        assert sort_pinyin(surname) != reading


def test_compound_surnames_have_two_syllables():
    for surname, reading in surname_readings().compound.items():
        assert len(surname) == len(reading) == 2
