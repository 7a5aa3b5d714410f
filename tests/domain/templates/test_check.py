from dataclasses import replace

import pytest
from hypothesis import given, settings
from support.cards import make_card
from support.templates import CODE, NAME, OFFICERS, make_template, templates

from linli.domain.cards import CardSource
from linli.domain.paper import CardSize, PaperSetup, Side, single_sheet
from linli.domain.templates.check import TemplateProblem, drawable, find_problems
from linli.domain.templates.elements import ImageElement, LineElement, RectElement, TextElement
from linli.domain.templates.sample import PORTRAIT, sample_card
from linli.domain.templates.shipped import load_templates
from linli.errors import UserError
from linli.paths import resource


def problems(*elements, **more):
    return list(find_problems(make_template(*elements, **more)))


def test_sound_template_has_none():
    assert problems() == []
    assert problems(OFFICERS) == []


@pytest.mark.parametrize("template", load_templates(), ids=lambda t: t.kind.id)
def test_shipped_template_has_none(template):
    assert list(find_problems(template)) == []


def test_all_problems_are_found_at_once_with_their_places():
    far = replace(NAME, x=1)
    lost = TextElement(text="{passport}", size=8, min_size=9, x=5, w=20, y=20, h=5)
    inner = replace(OFFICERS.elements[0], w=900, colour="gold")
    found = problems(far, lost, back=(replace(OFFICERS, elements=(inner,)),))
    assert [(p.side, p.path) for p in found] == [
        (Side.FRONT, (0,)),
        (Side.FRONT, (1,)),
        (Side.FRONT, (1,)),
        (Side.BACK, (0, 0)),
        (Side.BACK, (0, 0)),
    ]
    assert found[0].sentence().startswith("正面 文字 「持卡人」：超出了安全区")
    assert found[-1].sentence("卡").startswith("卡 背面 列表 网格人员 格内 文字 ")


def test_elements_that_look_alike_are_told_apart_by_their_order():
    line = LineElement(x=1, w=20, y=20, h=0)
    found = problems(NAME, line, replace(line, y=30))
    assert [p.place for p in found] == ["正面 线（第 2 个元素）", "正面 线（第 3 个元素）"]


def test_a_sign_that_an_old_system_made_is_refused():
    (found,) = problems(replace(NAME, text="{holder}\ue863"))
    assert "U+E863" in found.message


def test_box_outside_in_several_sizes_is_told_once():
    assert len(problems(replace(NAME, x=0))) == 1


def test_size_in_which_a_box_lies_outside_is_named():
    (found,) = problems(replace(NAME, x=44, right=None, w=42))
    assert "身份证大小" in found.message


def test_more_of_a_list_is_checked_behind_its_cells():
    more = replace(OFFICERS.more, text="{item.name}")
    (found,) = problems(replace(OFFICERS, more=more))
    assert found.path == (0, 1)


REFUSED = {
    "pale code": ([replace(CODE, colour="tint")], {}, "太浅"),
    "code without card number": ([CODE], {"source": CardSource.STAFF}, "没有卡号"),
    "field of other cards": (
        [replace(NAME, text="{helper_name}")],
        {"source": CardSource.STAFF},
        "用不上",
    ),
    "thousands of cells": ([replace(OFFICERS, cell_h=1, columns=20, h=None, bottom=3)], {}, "格"),
    "columns beyond measure": ([replace(OFFICERS, columns=10_000)], {}, "列数"),
    "no columns": ([replace(OFFICERS, columns=0)], {}, "列数"),
    "gaps wider than the list": ([replace(OFFICERS, columns=9, gap_x=30)], {}, "列太多"),
    "negative line": ([RectElement(line=-1, x=5, w=5, y=5, h=5)], {}, "线宽"),
    "list as picture": ([ImageElement(source="officers", x=5, w=5, y=5, h=5)], {}, "不是图片"),
    "list as text": ([replace(NAME, text="{officers}")], {}, "不是一项文字"),
    "unseen character": ([replace(NAME, text="a\u200bb")], {}, "看不见"),
    "no title": ([], {"title": " "}, "没有名称"),
    "too many elements": ([NAME] * 201, {}, "最多 200 个"),
    "upside down": ([RectElement(x=5, w=5, y=30, bottom=30)], {}, "宽或高小于 0"),
    "inside out": ([RectElement(x=50, right=50, y=5, h=5)], {}, "宽或高小于 0"),
    "dots without end": ([LineElement(x=5, w=5, y=5, h=0, dash=(1e-9,))], {}, "虚线的一段"),
    "dashes without end": ([LineElement(x=5, w=5, y=5, h=0, dash=(1,) * 99)], {}, "最多 12 段"),
    "a book of text": ([replace(NAME, text="字" * 2001)], {}, "最多 2000 个"),
    "sizes without end": (
        [],
        {"sizes": tuple(CardSize(width=90 + n, height=54) for n in range(21))},
        "最多 20 种",
    ),
    "enormous type": ([replace(NAME, size=5000)], {}, "字号"),
}


@pytest.mark.parametrize(("elements", "more", "words"), REFUSED.values(), ids=REFUSED.keys())
def test_rule_is_told_in_plain_words(elements, more, words):
    assert any(words in problem.message for problem in problems(*elements, **more))


@pytest.mark.parametrize("colour", ["#000000", "#ff00ff", "#00b000", "#9e9e9e"])
def test_a_code_may_be_as_pale_as_a_scanner_reads(colour):
    assert problems(NAME, replace(CODE, colour=colour)) == []


@pytest.mark.parametrize("colour", ["#00bb00", "#a0a0a0", "#ffff00", "#ffffff"])
def test_a_code_that_a_scanner_does_not_read_is_refused(colour):
    (found,) = problems(NAME, replace(CODE, colour=colour))
    assert "太浅" in found.message


def test_a_sentence_names_template_side_and_element_as_far_as_they_are_known():
    whole = TemplateProblem(message="没有名称，请填写。")
    inner = TemplateProblem(side=Side.BACK, path=(1,), name="二维码", message="太小。")
    assert whole.sentence() == "没有名称，请填写。"
    assert whole.sentence("试卡") == "试卡：没有名称，请填写。"
    assert inner.sentence() == "背面 二维码：太小。"


def test_preview_leaves_out_what_cannot_be_drawn_and_keeps_what_lies_outside():
    outside = replace(NAME, x=1)
    unknown = replace(NAME, text="{passport}")
    inside_out = replace(NAME, x=60, right=60)
    picture = ImageElement(source="photo:" + "a" * 64, x=5, w=5, y=5, h=5)
    template = make_template(outside, unknown, inside_out, picture)
    assert drawable(template).sides[Side.FRONT] == (outside, picture)
    assert drawable(template, without={"a" * 64}).sides[Side.FRONT] == (outside,)


def test_what_stands_for_the_rest_of_a_list_may_be_hidden():
    from linli.printing.cards import render_cards

    hidden = replace(OFFICERS.more, text="2", unless=("more",))
    template = make_template(NAME, CODE, back=(replace(OFFICERS, h=6, more=hidden),))
    size = template.kind.sizes[0]
    card = sample_card(template.kind.source, make_card().facts.hall)
    printed = render_cards([card], template, PaperSetup(sheet=single_sheet(size)), size=size)
    assert printed.content.startswith(b"%PDF")
    assert len(printed.warnings) == 1


@given(templates())
@settings(max_examples=20, deadline=None)
def test_whatever_is_drawable_is_drawn_or_refused_with_a_sentence(template):
    from linli.printing.cards import render_cards

    size = template.kind.sizes[0]
    sound = drawable(template, without={"a" * 64})
    card = sample_card(template.kind.source, make_card().facts.hall)
    photos = {PORTRAIT: resource("templates/portrait.png").read_bytes()}
    setup = PaperSetup(sheet=single_sheet(size))
    try:
        printed = render_cards([card], sound, setup, size=size, photos=photos)
    except UserError:
        return
    assert printed.content.startswith(b"%PDF")
