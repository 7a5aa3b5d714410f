import copy
import json
from dataclasses import replace

import pytest

from linli.domain.paper import A3, A4, A5, BUSINESS, ID_1, Side
from linli.domain.templates.check import SAFE_MARGIN
from linli.domain.templates.elements import ListElement, QrElement, TextElement
from linli.domain.templates.pages import rows_per_card
from linli.domain.templates.reading import parse_template, read_template
from linli.domain.templates.shipped import load_kinds, load_templates, template_of
from linli.errors import NotFoundError, UserError
from linli.paths import resource

TEXT = {"type": "text", "text": "{holder}", "size": 10, "x": 5, "w": 40, "y": 5, "h": 10}
CONTACT_CARDS = ["resident", "grid_worker", "housekeeping", "household"]
PLAIN = {
    "id": "plain",
    "title": "试卡",
    "description": "",
    "order": 1,
    "sizes": ["90x54", "id1"],
    "colours": {"ink": "#000000", "line": "#cccccc"},
    "styles": {"big": {"size": 20, "bold": True}},
    "front": [TEXT],
}


def plain(*elements, **head):
    raw = copy.deepcopy(PLAIN) | head
    raw["front"] = list(elements) or raw["front"]
    return raw


def text(**more):
    return {**TEXT, **more}


def test_the_four_kinds_of_the_issue_are_shipped_in_their_sizes():
    kinds = {t.kind.id: t.kind for t in load_templates()}
    for kind_id in ("resident", "grid_worker", "housekeeping"):
        assert kinds[kind_id].sizes == (BUSINESS, ID_1)
    assert kinds["household"].sizes == (A5,)
    assert kinds["household"].by_household
    assert all(kinds[kind_id].two_sided for kind_id in CONTACT_CARDS)


def test_the_kinds_to_choose_from_are_those_of_the_whole_templates_by_order():
    templates = load_templates()
    assert load_kinds() == tuple(template.kind for template in templates)
    assert list(templates) == sorted(templates, key=lambda template: template.order)


@pytest.mark.parametrize("kind", CONTACT_CARDS)
def test_a_shipped_card_has_number_holder_and_code_and_never_more_of_the_person(kind):
    template = template_of(kind)
    elements = [e for side in Side for e in template.sides[side]]
    assert sum(isinstance(e, QrElement) for e in elements) == 1
    assert {"holder", "number", "home"} <= template.fields()
    holders = [e for e in elements if isinstance(e, TextElement) and "holder" in e.shown()]
    assert all(e.refuse_cut and e.whole_parts for e in holders)


@pytest.mark.parametrize("kind", ["resident", "grid_worker", "household"])
def test_cards_by_the_phone_name_officers_numbers_and_hall(kind):
    assert {"hotline", "hall_address", "hours", "first_numbers"} <= template_of(kind).fields()


def test_one_template_serves_cards_of_two_sizes():
    template = parse_template(plain(without_none(text(w=None, right=5))), "试")
    element = template.sides[Side.FRONT][0]
    assert element.box(90, 54).w == 80
    assert element.box(85.6, 53.98).w == pytest.approx(75.6)


def test_a_style_gives_values_that_an_element_may_change():
    element = parse_template(plain(text(style="big", size=12)), "试").sides[Side.FRONT][0]
    assert element.bold
    assert element.size == 12


def in_list(**more):
    cell = {"type": "text", "text": "{item.name}", "size": 8, "x": 0, "right": 0, "y": 0, "h": 5}
    return {
        "type": "list", "items": "officers", "x": 5, "right": 5, "y": 5, "h": 20, "cell_h": 5,
        "elements": [cell], **more,
    }  # fmt: skip


def in_cell(**more):
    raw = in_list()
    raw["elements"][0].update(more)
    return raw


QR = {"type": "qr", "x": 5, "w": 14, "y": 5, "h": 14}
REFUSED = {
    "unknown key": (plain(text(colr="ink")), "不认识“colr”"),
    "unknown key of the file": (plain(author="x"), "不认识“author”"),
    "missing key": (plain({k: v for k, v in TEXT.items() if k != "size"}), "缺少“size”"),
    "no front": ({k: v for k, v in PLAIN.items() if k != "front"}, "缺少正面"),
    "unknown type": (plain({"type": "video"}), "type"),
    "no object": (plain("x"), "type"),
    "elements no list": (plain() | {"front": {}}, "要有一列元素"),
    "unknown field": (plain(text(text="{id_number}")), "没有“id_number”"),
    "unknown condition": (plain(text(when=["phone"])), "没有“phone”"),
    "picture as text": (plain(text(text="{emblem}")), "不是一项文字"),
    "list as text": (plain(text(text="{officers}")), "不是一项文字"),
    "text as picture": (
        plain({"type": "image", "source": "holder", "x": 5, "w": 9, "y": 5, "h": 9}),
        "不是图片",
    ),
    "unknown list": (plain(in_list(items="friends")), "没有“friends”"),
    "field of another list": (plain(in_cell(text="{item.number}")), "没有“item.number”"),
    "numbered card on several pages": (plain(in_list(pages=True)), "不能用 pages"),
    "cell outside its row": (plain(in_cell(h=6)), "格内 文字 「网格人员姓名」：超出"),
    "no room for a row": (plain(in_list(cell_h=30)), "放不下一行"),
    "outside the safe area": (plain(text(x=2.9)), "超出了安全区"),
    "outside in the smaller size only": (plain(text(x=44, w=43)), "超出了安全区"),
    "negative width": (plain(text(x=50, w=None, right=45)), "超出了安全区"),
    "place said twice": (plain(text(right=5)), "位置要写"),
    "place not said": (plain({k: v for k, v in TEXT.items() if k != "x"}), "位置要写"),
    "unknown colour": (plain(text(colour="gold")), "没有颜色“gold”"),
    "wrong colour": (plain(colours={"ink": "black", "line": "#cccccc"}), "#rrggbb"),
    "unknown style": (plain(text(style="huge")), "没有名叫“huge”"),
    "type too small": (plain(text(min_size=4)), "字号"),
    "smallest above largest": (plain(text(min_size=11)), "字号"),
    "wrong kind of value": (plain(text(size="10")), "不是这里要的内容"),
    "a truth as number": (plain(text(size=True)), "不是这里要的内容"),
    "unknown alignment": (plain(text(align="middle")), "可以是"),
    "unknown face": (plain(text(face="li")), "可以是"),
    "unknown size": (plain(sizes=["b5"]), "可以写"),
    "no size": (plain(sizes=[]), "至少要有一种"),
    "code too small": (plain(QR | {"w": 11, "h": 11}), "二维码"),
    "code not square": (plain(QR | {"h": 15}), "二维码"),
}


def without_none(raw):
    """A key whose value is None stands for a key that is not there."""
    if isinstance(raw, dict):
        return {k: without_none(v) for k, v in raw.items() if v is not None}
    return [without_none(item) for item in raw] if isinstance(raw, list) else raw


@pytest.mark.parametrize(("raw", "words"), REFUSED.values(), ids=REFUSED.keys())
def test_a_template_that_breaks_a_rule_is_refused_with_the_place(raw, words):
    with pytest.raises(UserError, match=r"^试") as caught:
        parse_template(without_none(raw), "试")
    assert words in caught.value.message


def test_the_plain_template_of_these_tests_is_sound():
    for element in (TEXT, QR, in_list()):
        parse_template(plain(element), "试")


@pytest.mark.parametrize("content", ["{", "", "[]", "1"])
def test_a_file_that_is_no_template_is_refused(content):
    with pytest.raises(UserError, match=r"a\.json"):
        read_template(content, "a.json")


def test_an_unknown_kind_is_refused_with_the_ones_there_are():
    with pytest.raises(NotFoundError, match="resident"):
        template_of("passport")


def test_everything_on_a_shipped_card_keeps_off_the_trim():
    for template in load_templates():
        for size in template.kind.sizes:
            for elements in template.sides.values():
                for element in elements:
                    box = element.box(size.width, size.height)
                    assert box.x >= SAFE_MARGIN
                    assert box.x + box.w <= size.width - SAFE_MARGIN + 1e-6


def test_rows_of_a_list_fill_cells_from_left_to_right():
    raw = in_list(columns=2, gap_x=4, gap_y=1)
    element = parse_template(plain(raw), "试").sides[Side.FRONT][0]
    assert isinstance(element, ListElement)
    cells = element.cells(element.box(90, 54))
    assert [(c.x, c.y, c.w) for c in cells[:3]] == [(5, 5, 38), (47, 5, 38), (5, 11, 38)]
    assert len(cells) == 2 * 3


def board(**more):
    rows = in_list(items="board", y=30, h=None, bottom=20, cell_h=30, gap_y=2, columns=3, **more)
    head = {"id": "board", "sizes": ["a4", "a3"], "source": "grid"}
    caption = {"type": "text", "text": "{grid}", "size": 20, "x": 10, "w": 90, "y": 9, "h": 10}
    return parse_template(without_none(plain(caption, rows, **head)), "试")


def test_a_list_over_several_pages_says_how_many_rows_a_card_holds():
    assert rows_per_card(board(pages=True), A4, "board") == 3 * 7  # 7 * 32 - 2 <= 297 - 50
    assert rows_per_card(board(pages=True), A3, "board") == 3 * 11


def test_a_list_on_one_page_has_no_limit():
    assert rows_per_card(board(), A4, "board") is None
    assert rows_per_card(board(pages=True), A4, "officers") is None


def test_of_two_sides_the_smaller_one_limits_the_rows():
    front = board(pages=True)
    (_, rows) = front.sides[Side.FRONT]
    both = replace(front, sides={**front.sides, Side.BACK: (replace(rows, bottom=200),)})
    assert rows_per_card(both, A4, "board") == 3 * 2


def test_template_files_are_named_after_their_kind():
    for path in resource("templates/cards").glob("*.json"):
        assert json.loads(path.read_text("utf-8"))["id"] == path.stem
