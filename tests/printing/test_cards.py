import re
from dataclasses import replace
from io import BytesIO

import pypdfium2
import pytest
import zxingcpp
from PIL import Image
from support.cards import GRID, HALL, MEMBERS, SINGLE, TEN, make_card, page_texts, position_of
from support.tiny_font import write_font

from linli.domain.cards import MissingCharacterError
from linli.domain.pairings import Helper
from linli.domain.paper import A5, BUSINESS, ID_1, Duplex, PaperSetup, Pass, Side, single_sheet
from linli.domain.settings import CommonNumber, HallFacts
from linli.domain.templates.reading import parse_template
from linli.domain.templates.shipped import load_sheets, template_of
from linli.errors import UserError
from linli.printing.cards import check_characters, render_cards
from linli.printing.fonts import FontLibrary
from linli.progress import Cancelled, Progress

RARE = "\U00030000"
KINDS = ["resident", "grid_worker", "housekeeping", "household"]
ALL = [(kind, size) for kind in KINDS for size in template_of(kind).kind.sizes]
TEN_ID_1 = PaperSetup(sheet=next(sheet for sheet in load_sheets() if sheet.id == "a4x10-id1"))
GRID_SAYS = (
    "第一网格", "王建国", "13909940001", "阿依古丽·买买提", "13909940002", "社区民警", "李卫民",
    "0994-4821110", "110", "119", "120", "12345",
)  # fmt: skip
NUMBER_ONLY = {
    "id": "probe", "title": "试卡", "description": "", "order": 1, "sizes": ["90x54", "id1"],
    "colours": {"ink": "#000000"}, "styles": {},
    "front": [{"type": "text", "text": "正{number}", "size": 9, "x": 7, "w": 40, "y": 6, "h": 6}],
    "back": [{"type": "text", "text": "背{number}", "size": 9, "x": 7, "w": 40, "y": 6, "h": 6}],
}  # fmt: skip


@pytest.fixture(scope="module")
def library():
    return FontLibrary(folders=[])


@pytest.fixture
def render(library):
    def make(cards, kind="resident", setup=None, **more):
        template = kind if not isinstance(kind, str) else template_of(kind)
        size = more.get("size") or template.kind.sizes[0]
        setup = setup or PaperSetup(sheet=single_sheet(size))
        return render_cards(cards, template, setup, library=more.pop("library", library), **more)

    return make


def picture(colour=(200, 30, 30)):
    content = BytesIO()
    Image.new("RGB", (90, 120), colour).save(content, "PNG")
    return content.getvalue()


@pytest.mark.parametrize("kind", KINDS)
def test_front_and_back_say_what_a_household_keeps_by_the_phone(render, kind):
    printed = render([make_card(members=MEMBERS)], kind)
    assert (printed.pages, printed.cards, printed.warnings) == (2, 1, ())
    said = "".join(page_texts(printed.content))
    for text in (
        "张桂兰",
        "幸福小区3号楼2单元501室",
        "0000018",
        HALL.hotline,
        HALL.address,
        HALL.hours,
    ):
        assert text in said
    if kind != "housekeeping":
        for text in GRID_SAYS:
            assert text in said


def test_the_household_card_lists_the_members(render):
    card = make_card(members=MEMBERS, household_number="西河-7", dwelling_note="出租房屋")
    front, _ = page_texts(render([card], "household").content)
    for text in ("李建国", "配偶", "1951", "2 人", "西河-7", "出租房屋"):
        assert text in front


@pytest.mark.parametrize("kind", KINDS)
def test_absent_facts_leave_no_label_behind(render, kind):
    hall = HallFacts(community="西河社区", common_numbers=())
    card = make_card(hall=hall, grid=None, place="", estate="")
    said = "".join(page_texts(render([card], kind).content))
    assert "张桂兰" in said
    for text in ("None", "热线", "地址", "办公时间", "网格长", "户号", "{", "}"):
        assert text not in said.replace("拨打热线", "")


@pytest.mark.parametrize(("kind", "size"), ALL)
@pytest.mark.parametrize(
    "name",
    ["阿卜杜热合曼·麦麦提敏·吐尔逊江", "古" * 50, "阿卜杜热合曼麦麦提敏吐尔逊江·" * 3 + "买买提"],
    ids=["three-parts", "fifty-characters", "long-parts"],
)
def test_a_name_of_fifty_characters_stands_whole_on_every_card(render, kind, size, name):
    card = make_card(name, members=(replace(MEMBERS[0], name=name),))
    said = "".join(page_texts(render([card], kind, size=size).content))
    assert name[:50] in said.replace(" ", "")


@pytest.mark.parametrize("kind", KINDS)
def test_rare_names_come_back_from_the_card(render, kind):
    for name in ("张𠅤", "王䶮", "李㬚", "赵𬭎"):
        assert name in "".join(page_texts(render([make_card(name)], kind).content))


@pytest.mark.parametrize(("size", "setup"), [(BUSINESS, TEN), (ID_1, TEN_ID_1)])
def test_fronts_and_mirrored_backs_lie_where_the_sheet_says(render, size, setup):
    template = parse_template(NUMBER_ONLY, "试")
    cards = [make_card(running=i + 1) for i in range(13)]
    content = render(cards, template, setup, size=size).content
    single = render(cards, template, size=size).content
    for number, card in enumerate(cards):
        page, slot = divmod(number, 10)
        for turn, side, sign in ((0, Side.FRONT, "正"), (1, Side.BACK, "背")):
            text = sign + card.facts.number
            ((x, y),) = position_of(content, 2 * page + turn, text)
            ((own_x, own_y),) = position_of(single, 2 * number + turn, text)
            left, top = setup.sheet.corner(slot, side)
            assert (x - own_x, y - own_y) == pytest.approx((left, top), abs=0.02)


@pytest.mark.parametrize(("setup", "expected"), [
    (SINGLE, [(90.0, 54.0)] * 24), (TEN, [(210.0, 297.0)] * 4),
])  # fmt: skip
def test_pages_have_the_size_of_the_paper(render, setup, expected):
    printed = render([make_card(running=i + 1) for i in range(12)], setup=setup)
    with pypdfium2.PdfDocument(printed.content) as document:
        sizes = [(w * 25.4 / 72, h * 25.4 / 72) for w, h in (p.get_size() for p in document)]
    assert len(sizes) == printed.pages == len(expected)
    assert [c for pair in sizes for c in pair] == pytest.approx(
        [c for pair in expected for c in pair], abs=0.01
    )


def test_a_card_larger_than_the_cells_of_the_sheet_is_refused(render):
    with pytest.raises(UserError, match="放不下 148×210 毫米的卡"):
        render([make_card()], "household", TEN)


@pytest.mark.parametrize(
    ("duplex", "sides", "told"),
    [
        (Duplex.LONG, Pass.BOTH, "DuplexFlipLongEdge"),
        (Duplex.SHORT, Pass.BOTH, "DuplexFlipShortEdge"),
        (Duplex.MANUAL, Pass.BOTH, "Simplex"),
        (Duplex.LONG, Pass.FRONTS, "Simplex"),
        (Duplex.LONG, Pass.BACKS, "Simplex"),
    ],
)
def test_viewers_are_told_how_to_turn_the_sheets_and_never_to_scale_them(
    render, duplex, sides, told
):
    content = render([make_card()], setup=replace(TEN, duplex=duplex, sides=sides)).content
    assert re.findall(rb"/Duplex /(\w+)", content) == [told.encode()]
    assert re.findall(rb"/PrintScaling /(\w+)", content) == [b"None"]


def test_viewers_do_not_turn_sheets_of_cards_without_backs(render):
    template = parse_template({k: v for k, v in NUMBER_ONLY.items() if k != "back"}, "试")
    assert b"/Duplex /Simplex" in render([make_card()], template, TEN).content


def test_backs_of_a_card_without_any_are_refused(render):
    template = parse_template({k: v for k, v in NUMBER_ONLY.items() if k != "back"}, "试")
    with pytest.raises(UserError, match="只有正面"):
        render([make_card()], template, SINGLE.with_pass(Pass.BACKS))


def test_a_size_that_the_kind_has_not_is_refused(render):
    with pytest.raises(UserError, match="A5"):
        render([make_card()], size=A5)


@pytest.mark.parametrize(("kind", "size"), ALL)
@pytest.mark.parametrize("dpi", [150, 200, 300, 600])
def test_the_code_reads_as_the_card_number(render, kind, size, dpi):
    content = render([make_card(running=437)], kind, size=size).content
    with pypdfium2.PdfDocument(content) as document:
        codes = [
            code.text
            for page in document
            for code in zxingcpp.read_barcodes(page.render(scale=dpi / 72).to_pil())
        ]
    assert codes == [make_card(running=437).facts.number]


@pytest.mark.parametrize("dpi", [150, 200, 300, 600])
def test_ten_codes_on_a_sheet_are_read_where_their_cards_are(render, dpi):
    cards = [make_card(running=7919 * i) for i in range(1, 11)]
    with pypdfium2.PdfDocument(render(cards, setup=TEN).content) as document:
        found = zxingcpp.read_barcodes(document[0].render(scale=dpi / 72).to_pil())
    scale = dpi / 25.4
    slots = {}
    for code in found:
        x, y = code.position.top_left.x / scale, code.position.top_left.y / scale
        slots[int((y - 13.5) // 54) * 2 + int((x - 15) // 90)] = code.text
    assert slots == {slot: card.facts.number for slot, card in enumerate(cards)}


def test_the_code_holds_nothing_but_the_number(render):
    content = render([make_card(running=9)]).content
    with pypdfium2.PdfDocument(content) as document:
        (code,) = zxingcpp.read_barcodes(document[0].render(scale=4).to_pil())
    assert code.text == "0000091"


def test_what_cards_share_is_drawn_once(render):
    cards = [make_card(running=i + 1) for i in range(40)]
    other = replace(GRID, name="第二网格")
    one_grid = render(cards, setup=TEN).content
    two_grids = render(
        [*cards[:20], *(make_card(running=i, grid=other) for i in range(21, 41))],
        setup=TEN,
    ).content
    assert one_grid.count(b"/FormType 1") == 4, "front, back, and the marks of both"
    assert two_grids.count(b"/FormType 1") == 6
    assert len(one_grid) < 40_000


def test_the_same_cards_give_the_same_bytes(render):
    cards = [make_card("王䶮"), make_card("李㬚", 2)]
    assert render(cards).content == render(cards, library=FontLibrary(folders=[])).content


def test_one_card_is_a_small_file(render):
    assert len(render([make_card()]).content) < 40_000


@pytest.mark.parametrize("kind", ["resident", "grid_worker", "household"])
def test_the_photo_of_the_worker_is_drawn_where_there_is_one(render, kind):
    officers = tuple(replace(o, photo="p") for o in GRID.officers)
    red = (200, 30, 30)

    def reds(card):
        content = render([card], kind, photos={"p": picture(red)}).content
        with pypdfium2.PdfDocument(content) as document:
            pages = [page.render(scale=1).to_pil().convert("RGB") for page in document]
        return sum(count for p in pages for count, c in p.getcolors(1 << 20) if c == red)

    assert reds(make_card(grid=replace(GRID, officers=officers))) > 100
    assert reds(make_card()) == 0


def test_a_picture_on_many_cards_is_kept_once_and_drawn_on_each(render):
    red = (200, 30, 30)
    image = {"type": "image", "source": "helper_photo", "x": 40, "y": 10, "w": 12, "h": 16}
    template = parse_template({**NUMBER_ONLY, "front": [image]}, "试")
    helpers = (Helper(name="王建国", photo="p"),)
    cards = [make_card(running=i, helpers=helpers) for i in range(1, 12)]
    content = render(cards, template, TEN, photos={"p": picture(red)}).content
    assert content.count(b"/Subtype /Image") == 1
    with pypdfium2.PdfDocument(content) as document:
        pages = [page.render(scale=1).to_pil().convert("RGB") for page in document]
    for slot in range(10):
        x, y = TEN.sheet.corner(slot, Side.FRONT)
        middle = round((x + 46) * 72 / 25.4), round((y + 18) * 72 / 25.4)
        assert pages[0].getpixel(middle) == red
    assert pages[2].getpixel((round(61 * 72 / 25.4), round(31.5 * 72 / 25.4))) == red


def test_an_emblem_with_transparency_is_drawn(render):
    content = BytesIO()
    Image.new("RGBA", (50, 50), (0, 128, 0, 128)).save(content, "PNG")
    card = make_card(hall=replace(HALL, emblem="e"))
    printed = render([card], photos={"e": content.getvalue()})
    assert b"/SMask" in printed.content


def test_missing_characters_are_listed_with_whose_they_are(library):
    cards = [make_card("张" + RARE, 7), make_card("李四", 8), make_card("王\ue000", 9)]
    found = check_characters(cards, template_of("resident"), library)
    assert [(m.resident_id, m.field, m.code_point) for m in found] == [
        (7, "持卡人", "U+30000"),
        (9, "持卡人", "U+E000"),
    ]


def test_a_missing_character_of_the_hall_is_listed_once(library):
    hall = replace(HALL, address="西" + RARE + "路")
    cards = [make_card(running=i, hall=hall) for i in range(1, 4)]
    (missing,) = check_characters(cards, template_of("resident"), library)
    assert (missing.resident_id, missing.holder, missing.field) == (None, "", "大厅地址")


def test_only_what_the_kind_prints_is_checked(library):
    hall = replace(HALL, common_numbers=(CommonNumber(name=RARE, number="1"),))
    assert check_characters([make_card(hall=hall)], template_of("housekeeping"), library) == ()
    assert check_characters([make_card(hall=hall)], template_of("resident"), library)


def test_no_card_leaves_with_a_missing_character(render):
    with pytest.raises(MissingCharacterError) as caught:
        render([make_card("李四", 1), make_card("张" + RARE, 2)])
    assert "U+30000" in caught.value.message
    assert "张" not in caught.value.message
    assert [m.holder for m in caught.value.missing] == ["张" + RARE]


def test_an_installed_font_with_the_character_makes_the_card_possible(render, tmp_path):
    write_font(tmp_path, "BabelStoneHan.ttf", RARE)
    content = render([make_card("张" + RARE)], library=FontLibrary(folders=[tmp_path])).content
    assert "张" + RARE in page_texts(content)[0]


def test_a_missing_character_of_the_template_itself_is_listed(library):
    text = {**NUMBER_ONLY["front"][0], "text": "卡" + RARE}
    template = parse_template({**NUMBER_ONLY, "front": [text]}, "试")
    (missing,) = check_characters([make_card()], template, library)
    assert (missing.resident_id, missing.field, missing.code_point) == (
        None, "卡片模板里的文字", "U+30000",
    )  # fmt: skip


def test_a_text_of_several_lines_is_no_missing_character(render):
    text = {**NUMBER_ONLY["front"][0], "text": "第一行\n第二行", "h": 12, "lines": 2}
    template = parse_template({**NUMBER_ONLY, "front": [text]}, "试")
    assert "第二行" in page_texts(render([make_card()], template).content)[0]


def test_numbers_beyond_the_first_five_have_their_own_row(render):
    numbers = (*HALL.common_numbers, CommonNumber(name="物业", number="4821234"))
    printed = render([make_card(hall=replace(HALL, common_numbers=numbers))])
    assert "物业" in page_texts(printed.content)[1]
    assert "4821234" in page_texts(printed.content)[1]


@pytest.mark.parametrize(
    ("reports", "last"), [(1, "正在检查卡片上的字"), (3, "正在检查卡片上的字"), (5, "正在排版卡片")]
)
def test_a_run_can_be_cancelled_while_it_is_checked_and_while_it_is_drawn(render, reports, last):
    cards = [make_card(running=i + 1) for i in range(1200)]
    seen = []
    progress = Progress(lambda *said: seen.append(said), lambda: len(seen) >= reports)
    with pytest.raises(Cancelled):
        render(cards, setup=TEN, progress=progress)
    assert [done for done, _, _ in seen] == [0, 500, 1000, 0, 0][:reports]
    assert {total for _, total, _ in seen} == {1200}
    assert seen[-1][2] == last


def test_the_check_alone_tells_how_far_it_is(library):
    seen = []
    cards = [make_card(running=i + 1) for i in range(600)]
    progress = Progress(lambda done, total, _: seen.append((done, total)))
    assert check_characters(cards, template_of("resident"), library, progress) == ()
    assert seen == [(0, 600), (500, 600)]


def test_a_name_on_two_lines_is_copied_and_found_whole(render):
    name = "阿卜杜热合曼·麦麦提敏"
    content = render([make_card(name)]).content
    with pypdfium2.PdfDocument(content) as document:
        assert name in document[0].get_textpage().get_text_range()
