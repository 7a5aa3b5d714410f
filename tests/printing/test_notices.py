"""Official notices measured on paper against GB/T 9704-2012, to half a millimetre."""

from dataclasses import replace
from datetime import date
from itertools import pairwise

import pypdfium2
import pytest
from support.notice_pages import MM, read_notice
from support.notices import FULL, ISSUER, OFFICIAL
from support.tiny_font import write_font

from linli.domain.faces import FontStyle
from linli.domain.notice_paper import (
    Attachment,
    Heading,
    Imprint,
    Layout,
    Paragraph,
    Seal,
)
from linli.printing.fonts import FontLibrary
from linli.printing.notices.flow import Words
from linli.printing.notices.layout import lay_notice
from linli.printing.notices.render import render_notices

LEFT, TOP, RIGHT, BOTTOM = 28.0, 37.0, 184.0, 262.0
PITCH = 225 / 22
EM = 15.75 / MM
RED = (255, 0, 0)
NEAR = 0.5  # mm
LIBRARY = FontLibrary(folders=[])
TEXT = "为做好冬季居民用水用电安全工作，请各网格逐户检查，发现问题立即整改。" * 3


def near(value):
    return pytest.approx(value, abs=NEAR)


def printed(notice, library=LIBRARY):
    return render_notices([notice], library=library)


def pages_of(notice, library=LIBRARY):
    return read_notice(printed(notice, library).content)


def body(*paragraphs):
    return tuple(Paragraph(text=text) for text in paragraphs)


LONG = replace(OFFICIAL, blocks=body(*[TEXT] * 12))


@pytest.fixture(scope="module")
def first():
    return pages_of(replace(OFFICIAL, number="西社通〔2026〕1号"))[0]


@pytest.fixture(scope="module")
def long():
    return pages_of(LONG)


def lines_of(page):
    """Return the lines of the text: neither page number nor foot."""
    return [row for row in page.rows if row.top < BOTTOM and row.size == 15.75]


# The page (5.1, 5.2)


def test_a_full_page_has_22_lines_from_the_upper_edge_at_their_pitch(long):
    rows = lines_of(long[1])
    assert len(rows) == 22
    assert rows[0].top == near(TOP)
    for above, below in pairwise(rows):
        assert below.top - above.top == near(PITCH)
    assert rows[-1].bottom <= BOTTOM + NEAR


def test_a_full_line_has_28_characters_from_edge_to_edge():
    (_, page, *_) = pages_of(replace(OFFICIAL, blocks=body("居民" * 600)))
    for row in lines_of(page):
        assert len(row.text) == 28
        assert (row.left, row.right) == (near(LEFT), near(RIGHT))
        assert row.size == 15.75


def test_nothing_stands_beside_the_type_area(long):
    for page in long:
        for row in lines_of(page):
            assert row.left >= LEFT - NEAR
            assert row.ink_right <= RIGHT + NEAR


# The head (7.2)


def test_the_head_begins_35_mm_below_the_edge_of_the_type_area(first):
    head = first.row("居民委员会文件")
    assert head.ink == near(72.0)
    assert head.colour == RED
    assert head.middle == near((LEFT + RIGHT) / 2)
    assert head.right - head.left <= 156 + NEAR


def test_the_number_stands_two_lines_below_the_head_in_the_middle(first):
    head, number = first.row("居民委员会文件"), first.row("西社通〔2026〕1号")
    assert number.top - head.low == near(2 * PITCH)
    assert number.middle == near((LEFT + RIGHT) / 2)
    assert number.size == 15.75


def test_a_red_line_as_wide_as_the_text_stands_4_mm_below_the_number(first):
    number = first.row("西社通〔2026〕1号")
    (rule,) = first.rules
    assert rule.y - number.bottom == near(4.0)
    assert (rule.left, rule.right) == (near(LEFT), near(RIGHT))
    assert rule.colour == RED


def test_urgency_and_copy_number_stand_in_the_upper_left_corner():
    page = pages_of(replace(OFFICIAL, urgency="特急"))[0]
    urgent = page.row("特急")
    assert (urgent.left, urgent.top, urgent.size) == (near(LEFT), near(TOP), 15.75)
    page = pages_of(replace(OFFICIAL, urgency="加急", copy_number="000012"))[0]
    copy, urgent = page.row("000012"), page.row("加急")
    assert (copy.left, copy.top, copy.size) == (near(LEFT), near(TOP), 15.75)
    assert (urgent.left, urgent.top) == (near(LEFT), near(TOP + PITCH))
    assert urgent.faces != copy.faces
    assert page.row("居民委员会文件").ink == near(72.0)


def place(content, text):
    """Return (left, right) of a text on the first page, mm."""
    with pypdfium2.PdfDocument(content) as document:
        layer = document[0].get_textpage()
        start, count = layer.search(text).get_next()
        boxes = [layer.get_charbox(start + n, loose=True) for n in range(count)]
    return boxes[0][0] / MM, boxes[-1][2] / MM


def test_a_signer_ends_a_character_from_the_edge_level_with_the_number():
    notice = replace(OFFICIAL, signers=("买买提·艾力",))
    content = printed(notice).content
    (page, *_) = read_notice(content)
    row = page.row("签发人：买买提·艾力")
    assert row.text == "西社通〔2026〕1号签发人：买买提·艾力"
    assert row.left == near(LEFT + EM)
    assert place(content, "买买提·艾力")[1] == near(RIGHT - EM)
    marks = [mark for _, mark in lay_notice(notice, LIBRARY).pages[0]]
    styles = {span.text: span.style for m in marks if isinstance(m, Words) for span in m.spans}
    assert styles["签发人："] is FontStyle.FANG
    assert styles["买买提·艾力"] is FontStyle.KAI
    assert row.top - page.row("居民委员会文件").low == near(2 * PITCH)
    (rule,) = page.rules
    assert rule.y - row.bottom == near(4.0)


def test_several_signers_stand_two_in_a_row_the_number_beside_the_last():
    names = ("王建国", "李秀英", "欧阳明月")
    content = printed(replace(OFFICIAL, signers=names)).content
    (page, *_) = read_notice(content)
    first, last = page.row("签发人："), page.row("欧阳明月")
    assert first.text == "签发人：王建国李秀英"
    assert last.top == near(page.row("西社通〔2026〕1号").top)
    assert last.top - first.top == near(PITCH)
    assert place(content, "欧阳明月")[0] == near(place(content, "王建国")[0])
    assert page.rules[0].y - last.bottom == near(4.0)


@pytest.mark.parametrize("name", ["阿卜杜热合曼·麦麦提敏", "阿卜杜热合曼·麦麦提敏·买买提"])
def test_long_names_of_signers_never_run_into_the_number(name):
    number = "木垒西社党群通〔2026〕128号"
    content = printed(replace(OFFICIAL, number=number, signers=(name, name))).content
    (page, *_) = read_notice(content)
    beside = [row for row in page.rows if number in row.text]
    assert len(beside) == 1
    if beside[0].text != number:
        assert place(content, number)[1] + EM <= place(content, "签发人")[0] + NEAR
    assert all(row.ink_right <= RIGHT + NEAR for row in page.rows if "·" in row.text)


def test_several_issuers_stand_below_each_other_beside_one_word():
    page = pages_of(replace(FULL, issuers=(ISSUER, "木垒镇西河社区工作站")))[0]
    one, two, word = (page.row(text) for text in (ISSUER, "西河社区工作站", "文件"))
    assert one.ink == near(72.0)
    assert (two.left, two.right) == (near(one.left), near(one.right))
    assert word.left > one.right
    assert (word.ink + word.low) / 2 == near((one.ink + two.low) / 2)
    assert {row.colour for row in (one, two, word)} == {RED}


def test_a_head_may_do_without_the_word():
    assert "文件" not in pages_of(replace(OFFICIAL, file_word=False))[0].text


# Title and addressees (7.3.1, 7.3.2)


def test_the_title_stands_two_lines_below_the_red_line_in_the_middle(first):
    title = [row for row in first.rows if row.size == 22.0]
    (rule,) = first.rules
    assert title[0].top - rule.y == near(2 * PITCH)
    assert "".join(row.text for row in title) == OFFICIAL.title
    assert all(row.middle == near((LEFT + RIGHT) / 2) for row in title)


def test_the_addressees_stand_a_line_below_the_title_at_the_edge(first):
    title = [row for row in first.rows if row.size == 22.0]
    addressees = first.row("各网格、各居民小组")
    assert addressees.text.endswith("：")
    assert addressees.left == near(LEFT)
    assert addressees.top - title[-1].top == near(2 * PITCH)


@pytest.mark.parametrize("typed", ["各位居民", "各位居民：", "各位居民:"])
def test_the_colon_of_the_addressees_stands_once(typed):
    page = pages_of(replace(OFFICIAL, layout=Layout.POSTED, addressees=typed))[0]
    assert page.row("各位居民").text == "各位居民："


def test_a_long_title_is_broken_between_words():
    title = "关于商请协助做好西河社区冬季燃气安全入户检查和居民取暖设施维修改造有关事项的通知"
    page = pages_of(replace(LONG, title=title))[0]
    rows = [row for row in page.rows if row.size == 22.0]
    assert "".join(row.text for row in rows) == title
    assert len(rows) >= 2
    for row in rows:
        assert row.left >= LEFT - NEAR
        assert row.right <= RIGHT + NEAR


def test_the_first_page_shows_text_however_long_the_addressees_are():
    many = "、".join(f"第{number}居民小组" for number in range(1, 60))
    pages = pages_of(replace(LONG, addressees=many, imprint=FULL.imprint))
    assert "为做好冬季" in pages[0].text
    assert "第59居民小组" not in pages[0].text
    assert "主送：" in pages[-1].text
    assert "第59居民小组。" in pages[-1].text


# Text (7.3.3)


def test_paragraphs_begin_two_characters_in_and_go_on_at_the_edge(long):
    rows = lines_of(long[1])
    begins = [row for row in rows if row.text.startswith("为做好冬季居民用水用电")]
    assert begins
    assert all(row.left == near(LEFT + 2 * EM) for row in begins if row.left > LEFT + 1)
    assert {round(row.left) for row in rows} == {28, 39}


def test_each_level_of_headings_has_its_face(tmp_path):
    faces = {"simkai.ttf": "二级（一）", "simfang.ttf": "三四正文1234.（）", "FZXBSK.TTF": "标题"}
    for name, characters in faces.items():
        write_font(tmp_path, name, characters)
    blocks = [
        Heading(level=level, text=text)
        for level, text in enumerate(["一级", "二级", "三级", "四级"], 1)
    ]
    notice = replace(OFFICIAL, title="标题", blocks=(*blocks, Paragraph(text="正文")))
    page = pages_of(notice, FontLibrary(folders=[tmp_path]))[0]
    assert "NotoSansSC" in page.row("一、一级").faces[0]
    assert "simkai" in page.row("（一）二级").faces[0]
    assert "simfang" in page.row("1.三级").faces[0]
    assert "simfang" in page.row("（1）四级").faces[0]
    assert "simfang" in page.row("正文").faces[0]
    assert "FZXBSK" in page.row("标题").faces[0]
    assert all(page.row(text).left == near(LEFT + 2 * EM) for text in ("一级", "二级", "三级"))


def test_a_heading_does_not_end_a_page():
    for count in range(1, 40):
        lead = body(*["居民"] * count)
        blocks = (*lead, Heading(level=1, text="总体要求"), *body("各网格"))
        for page in pages_of(replace(OFFICIAL, blocks=blocks)):
            if "总体要求" in page.text:
                assert "各网格" in page.text.split("总体要求")[1]


# Attachments (7.3.4, 7.3.7)


def test_attachments_are_listed_a_line_below_the_text():
    pages = pages_of(replace(LONG, blocks=body("正文到此。"), attachments=FULL.attachments))
    page = next(page for page in pages if "附件：" in page.text)
    text, one, two = (page.row(t) for t in ("正文到此。", "附件：1.隐患", "2.责任分工图"))
    assert one.top - text.top == near(2 * PITCH)
    assert one.left == near(LEFT + 2 * EM)
    assert two.left == near(LEFT + 5 * EM)
    assert two.top - one.top == near(PITCH)
    assert one.text == "附件：1.隐患登记表"


def test_a_single_attachment_has_no_number_and_goes_on_below_its_first_character():
    title = "入户检查登记表和居民取暖设施维修改造情况一览表及责任分工明细表"
    pages = pages_of(replace(OFFICIAL, attachments=(Attachment(title=title),)))
    text = "".join(page.text for page in pages)
    assert "附件：入户" in text
    rows = [row for page in pages for row in lines_of(page)]
    (at,) = [place for place, row in enumerate(rows) if "附件：" in row.text]
    assert rows[at + 1].left == near(LEFT + 5 * EM)


def test_an_attachment_begins_a_page_with_its_title_on_the_third_line():
    pages = pages_of(replace(FULL, imprint=None))
    page = pages[-1]
    name, title = page.row("附件1"), page.row("隐患登记表")
    assert (name.left, name.top) == (near(LEFT), near(TOP))
    assert "NotoSansSC" in name.faces[0]
    assert title.top == near(TOP + 2 * PITCH)
    assert title.middle == near((LEFT + RIGHT) / 2)
    assert page.row(f"— {len(pages)} —".replace(" ", "")), "pages are numbered on"


# Signature and date (7.3.5)


def signed(**changes):
    notice = replace(
        OFFICIAL, blocks=body("特此通知。"), signature=replace(OFFICIAL.signature, **changes)
    )
    document = printed(notice)
    pages = read_notice(document.content)
    return pages[0], document.seals


def test_with_a_seal_the_date_ends_four_characters_before_the_edge():
    page, (seal,) = signed()
    issuer, day = lines_of(page)[-2:]
    assert day.right == near(458.57 / MM)
    assert issuer.middle == near(day.middle)
    assert day.top - issuer.top == near(PITCH)
    assert seal.x == near(day.middle)


@pytest.mark.parametrize("diameter", [38.0, 42.0, 45.0])
def test_the_seal_begins_within_a_line_of_the_text_and_covers_issuer_and_date(diameter):
    page, (seal,) = signed(diameter=diameter)
    text, issuer, day = lines_of(page)[-3:]
    upper, lower = seal.y - seal.height / 2, seal.y + seal.height / 2
    assert text.bottom <= upper <= text.bottom + PITCH
    assert upper < issuer.top
    assert day.bottom < lower
    assert (issuer.top + day.bottom) / 2 > seal.y, "both stand a little below its middle"


def test_a_name_longer_than_the_date_stays_on_the_page():
    name = "木垒哈萨克自治县木垒镇西河社区居民委员会服务中心站点"
    page, _ = signed(issuers=(name,))
    issuer, day = lines_of(page)[-2:]
    assert issuer.right <= RIGHT + NEAR
    assert issuer.middle == near(day.middle)


def test_without_a_seal_the_issuer_ends_two_characters_before_the_edge():
    page, seals = signed(seal=Seal.PLAIN)
    text, issuer, day = lines_of(page)[-3:]
    assert seals == ()
    assert issuer.right == near(490.07 / MM)
    assert issuer.top - text.top == near(2 * PITCH)
    assert day.left - issuer.left == near(2 * EM)
    assert day.top - issuer.top == near(PITCH)


def test_without_a_seal_a_date_longer_than_the_issuer_ends_two_characters_before_the_edge():
    page, _ = signed(seal=Seal.PLAIN, issuers=("西河社区",), date=date(2026, 11, 25))
    issuer, day = lines_of(page)[-2:]
    assert day.right == near(490.07 / MM)
    assert day.left - issuer.left == near(2 * EM)


def test_a_name_stamp_stands_two_lines_below_the_text_behind_the_post():
    page, (room,) = signed(seal=Seal.NAME_STAMP, post="主任")
    text, post, day = lines_of(page)[-3:]
    upper = room.y - room.height / 2
    assert upper - text.bottom > 2 * PITCH - (PITCH - EM) - NEAR
    assert room.x + room.width / 2 == near(RIGHT - 4 * EM)
    assert room.x - room.width / 2 - post.right == near(2 * EM)
    assert post.top + EM / 2 == near(room.y)
    assert day.right == near(458.57 / MM)
    assert PITCH < day.top - (room.y + room.height / 2) < 1.5 * PITCH


def test_several_issuers_have_seals_that_do_not_touch_and_stay_on_the_text():
    issuers = ("西河社区", "木垒镇派出所", "西河社区工作站", "西河物业", "木垒镇司法所")
    notice = replace(OFFICIAL, layout=Layout.POSTED, blocks=body("特此通知。"))
    document = printed(replace(notice, signature=replace(OFFICIAL.signature, issuers=issuers)))
    (page,), seals = read_notice(document.content), document.seals
    assert len(seals) == len(issuers)
    for seal in seals:
        assert seal.x - seal.width / 2 >= LEFT - NEAR
        assert seal.x + seal.width / 2 <= RIGHT + NEAR
    for number, one in enumerate(seals):
        for other in seals[number + 1 :]:
            assert (one.x - other.x) ** 2 + (one.y - other.y) ** 2 > one.width**2
    rows = lines_of(page)
    assert rows[-1].text == "2026年1月5日"
    assert rows[-1].middle == near(seals[-1].x)
    text = page.row("特此通知。")
    assert text.bottom <= seals[0].y - 21 <= text.bottom + PITCH


def test_more_seals_than_a_page_holds_are_parted_between_rows():
    issuers = tuple(f"木垒哈萨克自治县木垒镇西河社区第{n}居民委员会" for n in range(1, 8))
    document = printed(
        replace(LONG, signature=replace(OFFICIAL.signature, issuers=issuers), imprint=None)
    )
    assert len(document.seals) == len(issuers)
    pages = read_notice(document.content)
    for page in pages:
        assert all(row.bottom <= BOTTOM + NEAR for row in lines_of(page))
    assert lines_of(pages[-1])[-1].text == "2026年1月5日"
    for seal in document.seals:
        assert seal.y + seal.height / 2 <= BOTTOM + NEAR


def test_several_issuers_without_seals_stand_below_each_other():
    page, _ = signed(seal=Seal.PLAIN, issuers=(ISSUER, "西河社区工作站"))
    one, two, day = lines_of(page)[-3:]
    assert one.right == near(490.07 / MM)
    assert two.right == near(490.07 / MM)
    assert two.top - one.top == near(PITCH)
    assert day.top - two.top == near(PITCH)


@pytest.mark.parametrize("seal", [Seal.SEALED, Seal.PLAIN])
def test_no_signature_stands_on_a_page_without_text(seal):
    signature = replace(OFFICIAL.signature, seal=seal)
    for count in range(1, 40):
        blocks = body(*(f"第{number}条事项" for number in range(count)))
        for page in pages_of(replace(OFFICIAL, blocks=blocks, signature=signature)):
            if "2026年1月5日" in page.text:
                assert "条事项" in page.text, count


def test_the_note_stands_in_round_brackets_below_the_date():
    pages = pages_of(replace(OFFICIAL, note="此件可以张贴"))
    page = next(page for page in pages if "此件可以张贴" in page.text)
    day, note = lines_of(page)[-2:]
    assert note.text == "（此件可以张贴）"
    assert note.left == near(LEFT + 2 * EM)
    assert note.top - day.top == near(PITCH)


# Imprint (7.4) and page numbers (7.5)


def test_the_imprint_closes_the_last_even_page():
    pages = pages_of(FULL)
    assert len(pages) % 2 == 0
    first, middle, last = pages[-1].rules
    assert last.y == near(BOTTOM)
    for rule in (first, middle, last):
        assert (rule.left, rule.right) == (near(LEFT), near(RIGHT))
        assert rule.colour == (0, 0, 0)
    assert [rule.width for rule in (first, middle, last)] == pytest.approx(
        [0.35 * MM, 0.25 * MM, 0.35 * MM], abs=0.01
    )
    copies = pages[-1].row("抄送：")
    assert copies.text.endswith("。")
    assert copies.size == 14.0
    assert copies.left == near(LEFT + 14 / MM)
    printer = pages[-1].row("2026年1月6日印发")
    assert printer.text.startswith("西河社区党群服务中心")
    assert printer.left == near(LEFT + 14 / MM)
    assert printer.right == near(RIGHT - 14 / MM)
    assert first.y < copies.top < copies.bottom < middle.y < printer.top < last.y


def test_long_copies_go_on_below_their_first_character():
    many = "、".join(f"第{number}居民小组" for number in range(1, 20))
    imprint = replace(FULL.imprint, copies_to=many)
    page = pages_of(replace(FULL, imprint=imprint))[-1]
    rows = [row for row in page.rows if row.size == 14.0 and row.top < BOTTOM]
    assert rows[1].left == near(LEFT + 4 * 14 / MM)
    assert rows[-2].text.endswith("。")


def test_a_blank_page_before_the_imprint_and_its_page_have_no_number():
    for count in range(20, 60):
        blocks = body(*["居民"] * count)
        pages = pages_of(replace(FULL, blocks=blocks, attachments=(), note="", printed=""))
        assert len(pages) % 2 == 0
        blank = [place for place, page in enumerate(pages) if not page.rows]
        if blank:
            assert blank == [len(pages) - 2]
            assert "—" not in pages[-1].text
            return
    pytest.fail("no case with a blank page")


def test_page_numbers_stand_at_the_outer_edge_below_the_text(long):
    for number, page in enumerate(long, 1):
        row = page.row(f"—{number}—")
        assert row.text == f"— {number} —"
        assert row.size == 14.0
        assert "Serif" in row.faces[0]
        assert row.first_ink == near(BOTTOM + 7)
        if number % 2:
            assert row.right == near(RIGHT - 14 / MM)
        else:
            assert row.left == near(LEFT + 14 / MM)


def test_pages_need_not_be_numbered():
    assert all("—" not in page.text for page in pages_of(replace(LONG, page_numbers=False)))


# The form of a letter (10.1)


@pytest.fixture(scope="module")
def letter():
    return pages_of(replace(LONG, layout=Layout.LETTER, imprint=FULL.imprint))


def test_a_letter_has_its_name_30_mm_below_the_edge_of_the_paper(letter):
    name = letter[0].row(ISSUER)
    assert name.ink == near(30.0)
    assert name.colour == RED
    assert "文件" not in letter[0].text


def test_a_letter_has_red_double_lines(letter):
    name = letter[0].row(ISSUER)
    upper, upper2, lower, lower2 = letter[0].rules
    for rule in (upper, upper2, lower, lower2):
        assert (rule.left, rule.right) == (near(20.0), near(190.0))
        assert rule.colour == RED
    assert upper.y - name.low == near(4.0)
    assert lower2.y == near(277.0)
    assert upper.width > upper2.width
    assert lower.width < lower2.width


def test_the_number_of_a_letter_stands_at_the_right_edge_below_the_lines(letter):
    number = letter[0].row("西社通〔2026〕1号")
    assert number.right == near(RIGHT)
    assert number.top - letter[0].rules[1].y == near(EM * 7 / 8)
    title = next(row for row in letter[0].rows if row.size == 22.0)
    assert title.top - number.top == near(3 * PITCH)


def test_urgency_and_copy_number_of_a_letter_stand_at_the_left_below_the_lines():
    notice = replace(LONG, layout=Layout.LETTER, urgency="特急", copy_number="000001")
    page = pages_of(notice)[0]
    copy, urgent = page.row("000001"), page.row("特急")
    assert copy.left == urgent.left == near(LEFT)
    assert copy.top == near(page.row("西社通〔2026〕1号").top)
    assert urgent.top - copy.top == near(PITCH)
    title = next(row for row in page.rows if row.size == 22.0)
    assert title.top - urgent.top == near(3 * PITCH)


def test_the_first_page_of_a_letter_has_no_number_and_its_imprint_no_lines(letter):
    assert "—" not in letter[0].text
    assert "— 2 —" in letter[1].text
    assert letter[-1].rules == []
    copies = letter[-1].row("抄送：")
    assert copies.bottom == near(BOTTOM - (14 * 15 / 8 - 14) / 2 / MM)
    assert "印发" not in letter[-1].text


# A posted notice


def test_a_posted_notice_begins_with_its_title_at_the_upper_edge():
    notice = replace(
        OFFICIAL,
        layout=Layout.POSTED,
        title="停水通知",
        addressees="各位居民",
        blocks=body("因检修停水。", "特此通知。"),
    )
    (page,) = pages_of(notice)
    assert page.rows[0].text == "停水通知"
    assert page.rows[0].top == near(TOP)
    assert page.row("各位居民").top == near(TOP + 2 * PITCH)
    for row in lines_of(page):
        assert (row.top - TOP) / PITCH == pytest.approx(round((row.top - TOP) / PITCH), abs=0.05)
    assert page.rules == []


def test_who_printed_it_stands_faint_at_the_foot_only_where_it_is_asked_for():
    foot = "打印人：王芳　打印时间：2026年1月6日 09:00"
    page = pages_of(replace(OFFICIAL, printed=foot))[0]
    assert page.row("打印人：王芳").colour == (0x56, 0x62, 0x73)
    assert page.row("打印人：王芳").size == 10.0
    assert "打印人" not in pages_of(OFFICIAL)[0].text


def test_a_notice_without_signature_and_imprint_is_only_text():
    slip = replace(
        OFFICIAL,
        layout=Layout.POSTED,
        signature=None,
        imprint=Imprint(),
        blocks=body("请带身份证。"),
    )
    (page,) = pages_of(slip)
    assert [row.text for row in lines_of(page)] == [f"{OFFICIAL.addressees}：", "请带身份证。"]


def test_a_notice_of_one_line_still_shows_it_on_the_first_page():
    many = tuple(f"西河社区第{number}居民小组" for number in range(1, 8))
    notice = replace(
        OFFICIAL, blocks=body("特此通知。"), signature=replace(OFFICIAL.signature, issuers=many)
    )
    first, *_ = pages_of(notice)
    assert "特此通知。" in first.text
