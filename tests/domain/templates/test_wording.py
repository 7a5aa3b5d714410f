import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.templates import CODE, NAME, OFFICERS, make_template

from linli.domain.card_fields import FIELDS, LISTS, fields_of, lists_of
from linli.domain.cards import CardSource
from linli.domain.paper import Side
from linli.domain.templates.edit import Level, fields_at
from linli.domain.templates.elements import ImageElement, LineElement, RectElement, TextElement
from linli.domain.templates.wording import (
    chips_in,
    describe,
    labels_of,
    row_fields,
    shown_text,
    stored_text,
)

LABELS = labels_of(fields_of(CardSource.HOME))


def test_fields_are_shown_by_their_chinese_names():
    assert shown_text("卡号 {number}，{holder}家", LABELS) == "卡号 「卡号」，「持卡人」家"
    assert stored_text("卡号 「卡号」，「持卡人」家", LABELS) == "卡号 {number}，{holder}家"


def test_words_in_the_same_brackets_that_are_no_field_stay_words():
    assert stored_text("「西河」欢迎「持卡人」", LABELS) == "「西河」欢迎{holder}"
    assert chips_in("「西河」欢迎「持卡人」", LABELS) == [(6, 5)]


def test_braces_that_the_clerk_types_are_printed_as_braces():
    stored = stored_text("{a} 和 } 「持卡人」", LABELS)
    element = TextElement(text=stored, size=9)
    assert element.is_well_formed()
    assert element.filled({"holder": "张三"}) == "{a} 和 } 张三"
    assert shown_text(stored, LABELS) == "{a} 和 } 「持卡人」"


@given(st.lists(st.one_of(st.text("ab{}，「」"), st.sampled_from(sorted(LABELS)))))
def test_what_is_shown_is_stored_as_it_was(parts):
    text = "".join(f"{{{part}}}" if part in LABELS else stored_text(part, {}) for part in parts)
    assert stored_text(shown_text(text, LABELS), LABELS) == text


@pytest.mark.parametrize("source", CardSource)
def test_no_two_fields_have_the_same_name_on_the_screen(source):
    for items in (None, *lists_of(source)):
        fields = {**(row_fields(items) if items else {}), **fields_of(source)}
        labels = labels_of(fields)
        assert len(set(labels.values())) == len(fields)
        assert not any("「" in label or "」" in label for label in labels.values())


def test_name_in_a_lists_row_means_the_row():
    template = make_template(OFFICERS)
    labels = labels_of(fields_at(template, Level(Side.FRONT, 0)))
    assert stored_text(f"「{LISTS['officers'].columns['name'].label}」", labels) == "{item.name}"


def test_elements_are_described_by_what_they_show():
    long = TextElement(text="请把这张卡放在电话旁边以便随时取用谢谢合作", size=9)
    assert describe(NAME, LABELS) == "文字 「持卡人」"
    assert describe(long, LABELS) == "文字 请把这张卡放在电话旁边以便随时取…"
    assert describe(CODE, LABELS) == "二维码"
    assert describe(OFFICERS, LABELS) == "列表 网格人员"
    assert describe(ImageElement(source="emblem"), LABELS) == f"照片 {FIELDS['emblem'].label}"
    assert describe(ImageElement(source="photo:ab"), LABELS) == "图片"
    assert describe(LineElement(), LABELS) == "线"
    assert describe(RectElement(), LABELS) == "框"
