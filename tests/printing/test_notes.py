"""What a clerk is told about printed cards: whose, how many, and what to do."""

from dataclasses import replace

import pytest
from support.cards import GRID, HALL, MEMBERS, TEN, make_card, page_texts

from linli.domain.paper import PaperSetup, single_sheet
from linli.domain.templates.reading import parse_template
from linli.domain.templates.shipped import template_of
from linli.errors import UserError
from linli.printing.cards import render_cards
from linli.printing.fonts import FontLibrary
from linli.printing.notes import card_name

NUMBER = {"type": "text", "text": "{number}", "size": 9, "x": 7, "w": 40, "y": 6, "h": 6}


@pytest.fixture(scope="module")
def render():
    library = FontLibrary(folders=[])

    def make(cards, kind="resident", setup=None):
        template = kind if not isinstance(kind, str) else template_of(kind)
        setup = setup or PaperSetup(sheet=single_sheet(template.kind.sizes[0]))
        return render_cards(cards, template, setup, library=library)

    return make


def card_of(*front):
    raw = {
        "id": "probe", "title": "试卡", "sizes": ["90x54"], "styles": {},
        "colours": {"ink": "#000000"}, "front": list(front),
    }  # fmt: skip
    return parse_template(raw, "试")


def test_members_that_find_no_row_are_counted_and_told(render):
    printed = render([make_card(members=MEMBERS * 6)], "household")
    assert "另有 5 人" in page_texts(printed.content)[0]
    assert any("5 行" in warning for warning in printed.warnings)


def test_shared_text_that_had_to_be_cut_is_told_once(render):
    hall = replace(HALL, address="西河路" * 40)
    printed = render([make_card(running=i, hall=hall) for i in range(1, 4)])
    assert printed.warnings == (f"“{hall.address}”太长，卡片上只印了前一部分，请改短。",)


def test_a_text_that_was_cut_is_told_with_whose_card_it_is_on(render):
    cards = [make_card("李四", 1), make_card("张三", 2, place="三号楼" * 30)]
    assert render(cards).warnings == ("“住址”太长，只印了前一部分，请改短：张三（卡号 0000026）。",)


def test_the_same_trouble_of_four_hundred_cards_is_one_sentence(render):
    cards = [make_card(f"张{i}", i, place="三号楼" * 30) for i in range(1, 401)]
    (warning,) = render(cards, setup=TEN).warnings
    assert warning.startswith("“住址”太长")
    assert warning.endswith(
        "：张1（卡号 0000018）、张2（卡号 0000026）、张3（卡号 0000034）等 400 张卡。"
    )


def test_rows_left_out_are_told_with_whose_card_it_is(render):
    cards = [make_card("张三", 1, members=MEMBERS * 6), make_card("李四", 2, members=MEMBERS)]
    assert render(cards, "household").warnings == (
        "“户内成员”位置不够，没有全部印出：张三（卡号 0000018，少 5 行）。",
    )


def test_a_card_without_holder_and_number_is_called_by_its_grid():
    board = make_card("", number="")
    assert card_name(board) == "第一网格"
    assert card_name(board, "少 5 行") == "第一网格（少 5 行）"
    assert card_name(make_card("", grid=None)) == "（卡号 0000018）"


def test_a_name_that_must_not_be_cut_is_refused_with_its_card(render):
    template = card_of({**NUMBER, "text": "{holder}", "w": 10, "refuse_cut": True})
    with pytest.raises(UserError, match=r"阿卜杜热合曼（卡号 0000018）的.*试卡上放不下"):
        render([make_card("阿卜杜热合曼")], template)


def test_a_face_that_another_stands_in_for_is_told(render):
    printed = render([make_card()], card_of({**NUMBER, "face": "kai"}))
    assert printed.warnings == ("这台电脑没有楷体，用宋体代替。",)
    assert render([make_card()], card_of(NUMBER)).warnings == ()


def test_a_picture_that_is_gone_is_told_and_the_card_is_printed(render):
    officers = tuple(replace(o, photo="gone") for o in GRID.officers)
    printed = render([make_card(grid=replace(GRID, officers=officers))], "grid_worker")
    assert printed.warnings == ("“网格员照片”找不到，没有印出。",)
    assert "张桂兰" in "".join(page_texts(printed.content))
