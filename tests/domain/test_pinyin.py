import pytest
from hypothesis import given
from hypothesis import strategies as st
from pypinyin import Style, pinyin

from linli.domain.pinyin import search_keys, sort_pinyin, syllable_readings
from linli.domain.values.names import surname_readings

common = st.characters(min_codepoint=0x4E00, max_codepoint=0x9FA5)


def keys(name):
    return {key for key, _ in search_keys(name)}


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
    ("name", "typed"),
    [
        ("单伟", "shanwei"),
        ("单伟", "danwei"),
        ("单伟", "sw"),
        ("单伟", "dw"),
        ("曾乐行", "zengyuexing"),
        ("吕布", "lvbu"),
        ("吕布", "lubu"),
        ("吕布", "lb"),
        ("张三丰", "zsf"),
        ("买买提明·吐尔逊", "mmtmtex"),
        ("李〇", "liling"),
    ],
)
def test_names_are_found_by_every_usual_reading(name, typed):
    assert typed in keys(name)


@given(st.text(common, min_size=2, max_size=4))
def test_the_first_two_readings_of_every_character_find_it(name):
    found = {reading for syllables in syllable_readings(name) for reading in enumerate(syllables)}
    for index, char in enumerate(name[1:], start=1):
        first = pinyin(char, style=Style.NORMAL, heteronym=True, v_to_u=False)[0][0]
        assert (index, first) in found


@given(st.text(min_size=0, max_size=50))
def test_any_text_has_few_keys_and_each_fits_its_syllables(name):
    found = search_keys(name)
    assert len(found) <= 24
    for key, syllables in found:
        parts = syllables.split()
        assert key in ("".join(parts), "".join(part[0] for part in parts))


def test_single_differences_come_before_double_ones_and_six_are_enough():
    assert syllable_readings("曾乐行") == [
        ("zeng", "le", "xing"),
        ("ceng", "le", "xing"),
        ("zeng", "yue", "xing"),
        ("zeng", "le", "hang"),
        ("zeng", "le", "heng"),
        ("ceng", "yue", "xing"),
    ]


def test_only_two_readings_beside_the_usual_one_are_tried():
    assert len({reading[0] for reading in syllable_readings("行")}) == 3


def test_a_double_difference_is_tried_where_there_is_room():
    assert ("dan", "le") in syllable_readings("单乐")
    assert ("dan", "yue") in syllable_readings("单乐")


def test_every_surname_in_the_table_differs_from_the_usual_reading():
    for surname, reading in surname_readings().single.items():
        assert sort_pinyin(f"{surname}伟") == f"{reading} wei"
        assert sort_pinyin(surname) != reading


def test_compound_surnames_have_two_syllables():
    for surname, reading in surname_readings().compound.items():
        assert len(surname) == len(reading) == 2
