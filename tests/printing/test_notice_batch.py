"""Notices as documents: nothing lost, refusals, batches, PDF/A, titles, tables and forms."""

import re
import zlib
from dataclasses import replace

import pypdfium2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support.notice_pages import MM, read_notice
from support.notices import FULL, OFFICIAL
from support.tiny_font import write_font

from linli.domain.faces import FontStyle
from linli.domain.notice_paper import (
    CutLine,
    FormField,
    FormLine,
    Heading,
    Layout,
    Notice,
    Paragraph,
    Table,
    TableColumn,
    TickLine,
)
from linli.domain.notice_sheets import signing_sheet
from linli.domain.notices import NoticeRecipient
from linli.domain.registers import Align, UnprintableTextError
from linli.errors import InvalidInput
from linli.printing.fonts import FontLibrary
from linli.printing.notices.render import (
    find_unprintable,
    render_notices,
    substituted_faces,
)
from linli.printing.notices.titles import title_lines
from linli.printing.pdfa import srgb_profile
from linli.printing.registers import render_register
from linli.progress import Cancelled, Progress

LIBRARY = FontLibrary(folders=[])
TITLE = "冬季安全<通知>"
POSTED = Notice(
    layout=Layout.POSTED,
    title="停水通知",
    addressees="各位居民",
    blocks=(Paragraph(text="因检修停水。"),),
    signature=OFFICIAL.signature,
)
NOT_FIRST, NOT_LAST = "，。、；：！？）》”’…％", "（《“‘〔"
PIECES = st.one_of(
    st.text("社区居民冬季用水安全工作通知𬭎䶮", min_size=1, max_size=9),
    st.sampled_from(
        ["，", "。", "；", "！", "（试行）", "《办法》", "“不漏一户”", "……", "2026年1月5日", "85％",
         "1,200.50元", "0994-4821180", "Wi-Fi", "〔2026〕1号", "阿卜杜热合曼·麦麦提敏", "GB/T 9704"]
    ),
)  # fmt: skip
TEXTS = st.lists(PIECES, min_size=1, max_size=40).map(lambda parts: "居" + "".join(parts))


def pages_of(notice, **options):
    return read_notice(render_notices([notice], library=LIBRARY, **options).content)


def blocks_of(*blocks):
    return pages_of(replace(POSTED, blocks=blocks))


# Nothing is lost


@settings(max_examples=40, deadline=None)
@given(st.lists(TEXTS, min_size=1, max_size=6))
def test_all_text_comes_back_and_no_line_has_a_forbidden_end(texts):
    notice = replace(POSTED, blocks=tuple(Paragraph(text=text) for text in texts), signature=None)
    rows = [row for page in pages_of(notice) for row in page.rows if row.size == 15.75][1:]
    said = "".join(row.text for row in rows)
    assert said.replace(" ", "") == "".join(texts).replace(" ", "")
    for row in rows:
        assert row.text[0] not in NOT_FIRST
        assert row.text[-1] not in NOT_LAST
        assert row.ink_right <= 184.3
        assert row.ink_left >= 27.7


def test_every_text_of_a_notice_is_on_its_pages():
    said = "".join(page.text for page in pages_of(FULL)).replace(" ", "")
    for _, text in FULL.texts():
        assert text.replace(" ", "").replace("　", "") in said.replace("　", "")


# What is refused


def test_a_notice_that_lacks_something_is_not_printed_but_may_be_looked_at():
    bare = replace(OFFICIAL, title="", number="", issuers=(), blocks=(), signature=None)
    with pytest.raises(InvalidInput):
        render_notices([bare], library=LIBRARY)
    assert render_notices([bare], draft=True, library=LIBRARY).pages == 1
    unsigned = replace(OFFICIAL, signature=replace(OFFICIAL.signature, issuers=(), date=None))
    for layout in Layout:
        draft = replace(unsigned, layout=layout, issuers=())
        assert render_notices([draft], draft=True, library=LIBRARY).pages >= 1


def test_what_no_font_draws_is_refused_with_its_part():
    broken = replace(OFFICIAL, blocks=(Paragraph(text="刘\ue863"),))
    (cell,) = find_unprintable([broken, broken], LIBRARY)
    assert (cell.column, cell.characters) == ("正文", ("\ue863",))
    with pytest.raises(UnprintableTextError, match="U\\+E863"):
        render_notices([broken], library=LIBRARY)


def test_faces_that_are_not_here_are_told(tmp_path):
    notes = [font.note for font in substituted_faces(LIBRARY)]
    assert notes == [
        "这台电脑没有小标宋，用宋体代替。",
        "这台电脑没有楷体，用宋体代替。",
        "这台电脑没有仿宋，用宋体代替。",
    ]
    write_font(tmp_path, "simfang.ttf", "张")
    left = [font.style for font in substituted_faces(FontLibrary(folders=[tmp_path]))]
    assert left == [FontStyle.TITLE, FontStyle.KAI]


# Batches


def test_each_notice_begins_a_page_and_numbers_its_own():
    long = replace(POSTED, blocks=(Paragraph(text="居民" * 500),))
    printed = render_notices([POSTED, long, POSTED], library=LIBRARY)
    assert printed.starts == (1, 2, 4)
    pages = read_notice(printed.content)
    assert [("— 1 —" in page.text) for page in pages] == [True, True, False, True]
    assert [seal.page for seal in printed.seals] == [1, 3, 4]


def test_for_both_sides_each_begins_on_an_odd_page():
    printed = render_notices([POSTED] * 3, odd_starts=True, library=LIBRARY)
    assert printed.starts == (1, 3, 5)
    pages = read_notice(printed.content)
    assert [bool(page.rows) for page in pages] == [True, False, True, False, True]
    assert re.search(rb"/Duplex\s*/DuplexFlipLongEdge", printed.content)


def test_a_posted_notice_is_not_printed_on_both_sides():
    assert re.search(rb"/Duplex\s*/Simplex", render_notices([POSTED], library=LIBRARY).content)
    assert b"/DuplexFlipLongEdge" in render_notices([OFFICIAL], library=LIBRARY).content


def test_the_clerk_can_stop_a_batch():
    seen = []
    progress = Progress(lambda *told: seen.append(told), lambda: len(seen) > 3)
    with pytest.raises(Cancelled):
        render_notices([POSTED] * 50, progress=progress, library=LIBRARY)
    assert seen[-1][1] == 100


def test_the_same_notices_give_the_same_bytes():
    first, second = (render_notices([FULL, POSTED], library=LIBRARY) for _ in range(2))
    assert first == second


# PDF/A-2b


def notice():
    return render_notices([FULL], document_title=TITLE, library=LIBRARY).content


def signing_list():
    people = [
        NoticeRecipient(name=name, place=f"{n}室", building="3号楼")
        for n, name in enumerate(("阿卜杜热合曼·麦麦提敏", "王秀英", "𬭎子") * 20)
    ]
    sheet = signing_sheet(people, title="慰问品签领表", subtitle="王秀英等")
    return render_register(sheet, library=LIBRARY, archival=TITLE).content


@pytest.fixture(scope="module", params=[notice, signing_list])
def archive(request):
    return request.param()


def test_the_pdf_says_that_it_is_pdf_a_2b(archive):
    packet = re.search(rb"<\?xpacket begin.*?<\?xpacket end=\"r\"\?>", archive, re.DOTALL)[
        0
    ].decode()
    assert "<pdfaid:part>2</pdfaid:part>" in packet
    assert "<pdfaid:conformance>B</pdfaid:conformance>" in packet
    assert "冬季安全&lt;通知&gt;" in packet
    assert re.search(rb"/Metadata \d+ 0 R", archive)


def test_the_information_says_the_same_as_the_metadata_and_names_nobody(archive):
    with pypdfium2.PdfDocument(archive) as document:
        said = document.get_metadata_dict(skip_empty=True)
    assert said == {"Title": TITLE, "Creator": "邻里台", "Producer": "邻里台"}


def test_its_colours_are_those_of_an_embedded_profile(archive):
    assert b"/GTS_PDFA1" in archive
    compressed = re.search(rb"/N 3\s*>>\s*stream\n(.*?)\nendstream", archive, re.DOTALL)[1]
    assert zlib.decompress(compressed) == srgb_profile()


def test_the_profile_is_what_icc_asks_for():
    profile = srgb_profile()
    assert int.from_bytes(profile[:4], "big") == len(profile)
    assert profile[36:40] == b"acsp"
    assert profile[12:20] == b"mntrRGB "
    count = int.from_bytes(profile[128:132], "big")
    for number in range(count):
        entry = profile[132 + 12 * number :][:12]
        start, size = int.from_bytes(entry[4:8], "big"), int.from_bytes(entry[8:], "big")
        assert start % 4 == 0
        assert start + size <= len(profile)


def test_nothing_in_it_is_forbidden_in_an_archive(archive):
    for forbidden in (b"/Encrypt", b"/JavaScript", b"/SMask", b"/ca ", b"/LZWDecode", b"/Group"):
        assert forbidden not in archive
    assert archive.count(b"/ToUnicode") == archive.count(b"/Subtype /Type0")
    assert len(re.findall(rb"/FontFile[23]", archive)) == archive.count(b"/Subtype /Type0")
    assert b"Helvetica" not in archive
    assert re.search(rb"/ID\s*\[", archive)


def test_each_stream_ends_on_a_line_and_each_object_is_where_the_table_says(archive):
    assert len(re.findall(rb"[^\n]endstream\n", archive)) == 0
    table = int(archive[archive.rindex(b"startxref") :].split()[1])
    assert archive[table : table + 5] == b"xref\n"
    rows = archive[table:].split(b"trailer")[0].splitlines()[3:]
    assert rows
    for number, row in enumerate(rows, 1):
        assert archive[int(row[:10]) :].startswith(b"%d 0 obj" % number)
    for length, stream in re.findall(
        rb"/Length (\d+).{0,60}?>>\s*stream\n(.*?)\nendstream\nendobj", archive, re.DOTALL
    ):
        assert len(stream) == int(length)


# Titles


def broken(title, room=20.1, keep=()):
    return title_lines(title, LIBRARY.typeface(FontStyle.TITLE).width, room, keep)


@pytest.mark.parametrize(
    ("title", "lines"),
    [
        ("停水通知", ("停水通知",)),
        (
            "关于做好2026年冬季居民用水用电安全工作的通知",
            ("关于做好2026年冬季居民", "用水用电安全工作的通知"),
        ),
        ("致全体居民的\n一封信", ("致全体居民的", "一封信")),
    ],
)
def test_titles_are_broken_between_words(title, lines):
    assert broken(title) == lines


NAMES = ("张建国", "欧阳明月", "买买提·艾力", "阿卜杜热合曼·麦麦提敏", "王通", "古丽")


@given(
    st.lists(st.sampled_from(NAMES), min_size=1, max_size=3),
    st.text("社区居民委员会冬季用水安全工作表彰", max_size=18),
    st.text("先进个人通知决定的和第一届", max_size=18),
)
def test_no_name_in_a_title_is_parted(names, before, after):
    title = f"关于{before}{'、'.join(names)}{after}的通知"
    lines = broken(title, keep=names)
    assert "".join(lines) == title
    for name in names:
        assert any(name in line for line in lines)


def test_a_name_wider_than_a_title_line_is_parted_behind_its_dot():
    name = f"{'阿卜杜热合曼' * 2}·{'麦麦提敏' * 3}"
    first, second = broken(f"{name}通知", keep=(name,))
    assert (first[-1], second[:4]) == ("·", "麦麦提敏")


def test_a_name_does_not_part_a_word_that_begins_in_it():
    lines = broken("关于西河社区第一网格居民代表会议延期召开的小王通知全体居民代表", keep=("王通",))
    assert any("王通知" in line for line in lines)


WORDS = (
    "关于",
    "做好",
    "冬季",
    "居民",
    "的",
    "通知",
    "网格",
    "安全",
    "和",
    "工作",
    "2026年",
    "《办法》",
)


@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=40))
def test_no_title_line_is_too_wide_lost_or_of_one_character(words):
    title = "".join(words)
    lines = broken(title)
    width = LIBRARY.typeface(FontStyle.TITLE).width
    assert "".join(lines) == title
    assert all(width(line) <= 20.1 for line in lines)
    if len(lines) > 1:
        assert all(len(line) > 1 for line in lines)


def test_a_title_of_one_word_wider_than_a_line_is_split():
    assert "".join(broken("x" * 100)) == "x" * 100


# Tables and forms


def test_a_table_is_as_wide_as_the_text_and_repeats_its_head():
    columns = (
        TableColumn(title="序号", width=15.0, share=0.0, align=Align.CENTER),
        TableColumn(title="姓名", width=30.0, share=0.0),
        TableColumn(title="备注"),
    )
    rows = tuple((str(number), "张桂兰", "") for number in range(1, 31))
    pages = blocks_of(Table(columns=columns, rows=rows), Paragraph(text="以上。"))
    assert len(pages) == 2
    for page in pages:
        assert "序号姓名备注" in page.text
        grid = [rule for rule in page.rules if rule.right - rule.left > 100]
        assert all(abs(rule.left - 28) < 0.1 and abs(rule.right - 184) < 0.1 for rule in grid)
    assert "张桂兰" in pages[1].text
    after = pages[1].row("以上。")
    lines = (after.top - 37) / (225 / 22)
    assert lines == pytest.approx(round(lines), abs=0.02), "text goes on on the grid"
    assert after.top > max(rule.y for rule in pages[1].rules)


def test_a_minority_name_in_a_cell_is_broken_behind_its_dot():
    columns = (TableColumn(width=28.0, share=0.0), TableColumn())
    (page,) = blocks_of(Table(columns=columns, rows=(("阿依古丽·买买提", ""),)))
    assert {row.text for row in page.rows} >= {"阿依古丽·", "买买提"}


def test_a_cell_higher_than_a_page_goes_on_on_the_next():
    table = Table(columns=(TableColumn(),), rows=(("居民" * 2000,),))
    pages = blocks_of(table)
    assert len(pages) > 2
    assert "".join(page.text for page in pages).count("居民") >= 2000
    assert all(row.bottom <= 262.5 for page in pages for row in page.rows if row.size == 12.0)


def test_columns_wider_than_the_text_share_its_width():
    columns = tuple(TableColumn(title=f"列{number}", width=100.0) for number in range(3))
    (page,) = blocks_of(Table(columns=columns, rows=(("1", "2", "3"),)))
    assert max(rule.right for rule in page.rules) == pytest.approx(184, abs=0.1)


def test_fields_stand_side_by_side_with_a_line_to_write_on():
    line = FormLine(fields=(FormField(label="姓名", value="张桂兰"), FormField(label="电话")))
    (page,) = blocks_of(line)
    name, phone = sorted(page.rules, key=lambda rule: rule.left)
    assert name.y == phone.y
    assert phone.right == pytest.approx(184, abs=0.1)
    row = page.row("姓名：张桂兰")
    assert row.bottom < name.y < row.bottom + 2


def test_fields_without_room_stand_below_each_other():
    names = ("与户主关系及家庭成员情况", "主要困难和需要帮助的事项", "走访人员意见及处理结果")
    (page,) = blocks_of(FormLine(fields=tuple(FormField(label=name) for name in names)))
    assert len({rule.y for rule in page.rules}) == 3


def test_a_long_value_takes_more_lines():
    (page,) = blocks_of(FormLine(fields=(FormField(label="情况", value="居民" * 40),)))
    assert len(page.rules) == 4
    assert page.text.split("情况：")[1].startswith("居民" * 40)


def test_boxes_and_cut_lines():
    (page,) = blocks_of(TickLine(text="身份证"), TickLine(text="户口簿", ticked=True),
                        CutLine(text="沿此线剪下"), CutLine())  # fmt: skip
    assert page.row("身份证").left == pytest.approx(28 + 2 * 15.75 / MM + 6.2, abs=0.5)
    cut = page.row("沿此线剪下")
    assert (cut.left + cut.right) / 2 == pytest.approx(106, abs=0.5)
    assert [rule for rule in page.rules if rule.right == pytest.approx(184, abs=0.1)]


def test_paragraphs_in_the_middle_at_the_right_and_from_the_edge():
    (page,) = blocks_of(
        Paragraph(text="居中", align=Align.CENTER),
        Paragraph(text="居右", align=Align.RIGHT),
        Paragraph(text="顶格\n另起一行\n\n空一行后", indent=False),
    )
    assert page.row("居中").middle == pytest.approx(106, abs=0.5)
    assert page.row("居右").right == pytest.approx(184, abs=0.5)
    top, after = page.row("顶格"), page.row("空一行后")
    assert top.left == pytest.approx(28, abs=0.5)
    assert after.top - top.top == pytest.approx(3 * 225 / 22, abs=0.5)


def test_a_heading_runs_into_its_paragraph():
    (page,) = blocks_of(Heading(level=2, text="加强领导。", run_in="各网格要落实。"))
    assert page.row("（一）加强领导。各网格要落实。")
