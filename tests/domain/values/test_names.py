import pytest
from hypothesis import given
from hypothesis import strategies as st

from linli.domain.values.names import (
    check_name,
    mask_name,
    normalise_name,
    private_use,
    split_note,
    surname_of,
)
from linli.errors import UserError

han_names = st.text(
    st.characters(min_codepoint=0x4E00, max_codepoint=0x9FFF)
    | st.characters(min_codepoint=0x20000, max_codepoint=0x2A6DF),
    min_size=2,
    max_size=4,
)
CONFUSABLE_DOTS = "•‧∙⋅・･．·․●᛫⸱ꞏ."


@given(han_names)
def test_a_han_name_stays_as_it_is(name):
    assert normalise_name(name) == name
    check_name(name)


@given(han_names, st.sampled_from([" ", "　", "\xa0", "\u200b", "  "]))
def test_spaces_inside_a_han_name_go(name, space):
    assert normalise_name(space.join(name)) == name


@pytest.mark.parametrize("dot", CONFUSABLE_DOTS)
@pytest.mark.parametrize("around", ["", " ", "　"])
def test_every_dot_becomes_the_one_of_the_rule(dot, around):
    typed = f"阿依古丽{around}{dot}{around}买买提江"
    assert normalise_name(typed) == "阿依古丽\u00b7买买提江"


@given(st.text(max_size=60))
def test_normalising_twice_changes_nothing(text):
    once = normalise_name(text)
    assert normalise_name(once) == once


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("张 三", "张三"),
        ("欧阳 修", "欧阳修"),
        ("王 小 明", "王小明"),
        ("欧阳 娜娜", "欧阳娜娜"),
        ("阿依古丽 买买提江", "阿依古丽·买买提江"),
        ("买买提 玉素", "买买提·玉素"),
        ("买 阿依古丽", "买阿依古丽"),
        ("\uf9d1e\u0301\uf9d1e\u0301", "\uf9d1é\uf9d1é"),
        ("阿不都·热合曼 · 买买提", "阿不都·热合曼·买买提"),
        ("阿不都·热合曼 买买提", "阿不都·热合曼·买买提"),
        ("'张三", "张三"),
        ("张三*", "张三"),
        ("＊张三", "张三"),
        ("张*", "张*"),
        ("欧阳＊＊", "欧阳**"),
        ("阿**•***", "阿**·***"),
        ("张*丰", "张*丰"),
        ("**", ""),
        ("\ufeff张三\u200b", "张三"),
        ("张\n三", "张三"),
        ("·张三·", "张三"),
        ("John  F. Kennedy", "John F. Kennedy"),
        ("Ｊｏｈｎ", "John"),
        ("Jose\u0301", "José"),
        ("李 Mary", "李 Mary"),
        ("陈䶮", "陈䶮"),
        ("曹𠅤", "曹𠅤"),
        ("\uf9d1三", "\uf9d1三"),  # a compatibility ideograph is another character on the card
        ("", ""),
    ],
)
def test_names_are_brought_into_one_form(typed, name):
    assert normalise_name(typed) == name


def test_fifty_characters_are_allowed_and_fifty_one_are_not():
    rare = "𠀀"  # two units in UTF-16, one character
    check_name(rare * 50)
    with pytest.raises(UserError, match="51 个字"):
        check_name(rare * 51)


@pytest.mark.parametrize(
    "name", ["张三", "阿依古丽·买买提江", "O'Neill", "Jean-Paul", "Müller", "张\ue816"]
)
def test_good_names_pass(name):
    check_name(name)


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("", "没有填写姓名"),
        ("张3", "不该有的字符「3」"),
        ("张?", "没认出来的字"),
        ("张□", "没认出来的字"),
        ("张\ufffd", "没认出来的字"),
        ("李明（已故）", "有括号"),
        ("李明[", "有括号"),
        ("张三,李四", "不该有的字符「,」"),
        ("@", "不该有的字符「@」"),
    ],
)
def test_what_no_name_holds_is_refused(name, said):
    with pytest.raises(UserError, match=said) as caught:
        check_name(name)
    assert caught.value.field == "name"
    assert "请" in caught.value.message


def test_private_use_characters_are_found_in_both_places():
    assert private_use("张\ue816三\U000f0001\ue816") == ("\ue816", "\U000f0001")
    assert private_use("张三𠀀") == ()


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("李明（已故）", ("李明", "已故")),
        ("李明(户主)", ("李明", "户主")),
        ("李明（已故", ("李明", "已故")),
        (" 李明（ 已故 ） ", ("李明", "已故")),
        ("李明()", ("李明", None)),
        ("李明", ("李明", None)),
        ("（已故）", ("（已故）", None)),
    ],
)
def test_a_note_in_brackets_is_taken_off(text, parts):
    assert split_note(text) == parts


@pytest.mark.parametrize(
    ("name", "surname"),
    [
        ("张三", "张"),
        ("张三丰", "张"),
        ("欧阳修", "欧阳"),
        ("司马相如", "司马"),
        ("欧阳", "欧"),
        ("欧阳一二三", "欧阳"),
        ("欧阳一二三四", None),
        ("张一二三", "张"),
        ("张一二三四", None),
        ("𠅤三", "𠅤"),
        ("阿依古丽·买买提江", None),
        ("阿不都热合曼", None),
        ("John", None),
        ("张", None),
    ],
)
def test_surnames(name, surname):
    assert surname_of(name) == surname


@pytest.mark.parametrize(
    ("name", "masked"),
    [
        ("张三", "张*"),
        ("张三丰", "张**"),
        ("欧阳娜娜", "欧阳**"),
        ("阿依古丽·买买提江", "阿***·****"),
        ("曹𠅤", "曹*"),
        ("John Smith", "J*** *****"),
        ("", ""),
    ],
)
def test_masked_names_keep_their_length_and_dots(name, masked):
    assert mask_name(name) == masked
    assert len(masked) == len(name)
