from dataclasses import replace
from itertools import pairwise

import pypdfium2
import pytest
from support.cards import MM, page_texts, position_of
from support.pdf_lines import boxes_of, lines_of

from linli.domain.paper import A4, CardSize
from linli.domain.registers import (
    MIN_SIZE,
    Align,
    Register,
    RegisterColumn,
    RegisterGroup,
    UnprintableTextError,
)
from linli.printing.fonts import FontLibrary
from linli.printing.registers import A4_LANDSCAPE, find_unprintable, render_register
from linli.progress import Cancelled, Progress

RARE = "\U00030000"
COLUMNS = (
    RegisterColumn(title="序号", width=20, align=Align.RIGHT),
    RegisterColumn(title="姓名", width=40),
    RegisterColumn(title="住址", width=30, share=2, align=Align.CENTER),
    RegisterColumn(title="备注", width=0, share=1),
)
LIST = Register(title="居民名册", columns=COLUMNS, groups=())


def people(count, start=1):
    return tuple((str(i), f"居民{i:04d}号", f"{i}号楼", "") for i in range(start, start + count))


@pytest.fixture(scope="module")
def library():
    return FontLibrary(folders=[])


@pytest.fixture
def render(library):
    def make(*groups, paper=A4, progress=None, **changed):
        register = replace(LIST, groups=groups, **changed)
        more = {"progress": progress} if progress else {}
        return render_register(register, paper=paper, library=library, **more)

    return make


def group(count, heading="", start=1):
    return RegisterGroup(rows=people(count, start), heading=heading)


def test_every_row_is_printed_once_and_in_order(render):
    printed = render(group(120))
    pages = page_texts(printed.content)
    assert len(pages) == printed.pages > 3
    said = "".join(pages)
    places = [said.index(row[1]) for row in people(120)]
    assert places == sorted(places)
    assert all(said.count(row[1]) == 1 for row in people(120))


def test_the_head_and_the_page_number_stand_on_every_page(render):
    printed = render(group(120), subtitle="第一网格", printed="打印人：王芳")
    for number, said in enumerate(page_texts(printed.content), 1):
        assert all(column.title in said for column in COLUMNS)
        assert f"第 {number} 页，共 {printed.pages} 页" in said
        assert "打印人：王芳" in said
        assert ("居民名册（续）" in said) is (number > 1)
        assert ("第一网格" in said) is (number == 1)


@pytest.mark.parametrize("first", range(20, 32))
def test_a_heading_never_stands_alone_at_the_foot(render, first):
    printed = render(group(first), group(40, "第二网格", start=501))
    pages = page_texts(printed.content)
    page = next(number for number, said in enumerate(pages) if "第二网格" in said)
    assert "居民0501号" in pages[page]
    ((_, foot),) = position_of(printed.content, 0, "第 1 页")
    assert max(y for _, (_, y) in lines_of(printed.content, 0)) < foot


def test_head_and_headings_are_tinted_from_edge_to_edge(render):
    content = render(group(2, "三号楼"), group(2, "四号楼")).content
    boxes = sorted(boxes_of(content), key=lambda box: box[1])
    assert [(left, right) for left, _, right, _ in boxes] == [pytest.approx((15, 195))] * 3
    for text, (_, top, _, bottom) in zip(("姓名", "三号楼", "四号楼"), boxes, strict=True):
        ((_, y),) = position_of(content, 0, text)
        assert top < y < bottom
    assert boxes[0][3] == pytest.approx(boxes[1][1]), "the heading follows the head"


def test_a_group_that_goes_on_says_so_on_the_next_page(render):
    pages = page_texts(render(group(50, "三号楼")).content)
    assert len(pages) == 2
    assert "三号楼（续）" not in pages[0]
    assert "三号楼（续）" in pages[1]


def test_groups_begin_on_pages_of_their_own_where_asked(render):
    groups = [group(3, f"{name}号楼", start=i * 10) for i, name in enumerate("一二三", 1)]
    assert render(*groups).pages == 1
    pages = page_texts(render(*groups, page_per_group=True).content)
    assert [f"{name}号楼" in said for said, name in zip(pages, "一二三", strict=True)] == [True] * 3


@pytest.mark.parametrize("count", range(24, 38))
def test_no_page_has_a_head_and_nothing_below_it(render, count):
    pages = page_texts(render(group(count)).content)
    assert all("居民" in said.replace("居民名册", "") for said in pages)


def test_columns_take_their_width_and_share_what_is_left(render):
    lines = lines_of(render(group(2)).content)
    edges = sorted({round(x1, 2) for (x1, y1), (x2, y2) in lines if abs(x1 - x2) < 0.01})
    assert edges == pytest.approx([15, 35, 75, 165, 195], abs=0.05)  # 20, 40, 30 + 60, 30


def test_text_stands_left_right_or_in_the_middle_of_its_column(render):
    content = render(group(1)).content
    with pypdfium2.PdfDocument(content) as document:
        layer = document[0].get_textpage()
        ends = {}
        for i in range(layer.count_rects(0, -1)):
            box = layer.get_rect(i)
            ends[layer.get_text_bounded(*box).strip()] = (box[0] / MM, box[2] / MM)
    assert ends["居民0001号"][0] == pytest.approx(36.2, abs=0.4)
    assert ends["1"][1] == pytest.approx(33.8, abs=0.6)
    assert sum(ends["1号楼"]) / 2 == pytest.approx(120, abs=0.4)


def test_rows_are_at_least_as_high_as_asked_and_grow_with_wrapped_text(render):
    long = ("3", "阿卜杜热合曼·麦麦提敏·吐尔逊江", "幸福小区", "独居，每周二、周四上午走访一次")
    rows = RegisterGroup(rows=(*people(2), long, *people(1, 9)))
    content = render(rows, row_height=9).content
    ys = sorted({round(y1, 2) for (_, y1), (_, y2) in lines_of(content) if abs(y1 - y2) < 0.01})
    heights = [low - high for high, low in pairwise(ys)]
    assert heights[1:3] == pytest.approx([9, 9], abs=0.03)
    assert heights[3] > 12
    assert heights[4] == pytest.approx(9, abs=0.03)


@pytest.mark.parametrize("paper", [A4, A4_LANDSCAPE])
def test_wrapped_text_is_whole_and_stays_in_its_column(render, paper):
    name, note = "阿卜杜热合曼·麦麦提敏·吐尔逊江", "独居老人，每周走访，电话 0994-4825180 转 12"
    content = render(RegisterGroup(rows=(("1", name, "幸福小区", note),)), paper=paper).content
    with pypdfium2.PdfDocument(content) as document:
        said = document[0].get_textpage().get_text_range()
        assert document[0].get_size() == pytest.approx(
            (paper.width * MM, paper.height * MM), abs=0.01
        )
    assert name in said
    assert note in said
    ((left, _),) = position_of(content, 0, name)
    assert left > 35


def test_a_row_higher_than_a_page_goes_on_on_the_next(render):
    story = "".join(f"第{i}句话说得很长。" for i in range(400))
    printed = render(RegisterGroup(rows=(("1", "张三", "", story), *people(1, 2)), heading="甲"))
    pages = page_texts(printed.content)
    assert printed.pages > 3
    said = "".join(pages)
    assert all(f"第{i}句" in said for i in (0, 399))
    assert said.count("句") == 400
    for page in range(printed.pages):
        for (_, y1), (_, y2) in lines_of(printed.content, page):
            assert max(y1, y2) < A4.height - 12


def test_line_breaks_of_the_writer_are_kept(render):
    content = render(RegisterGroup(rows=(("1", "甲\n乙", "", ""),))).content
    ((x1, y1),) = position_of(content, 0, "甲")
    ((x2, y2),) = position_of(content, 0, "乙")
    assert x1 == pytest.approx(x2, abs=0.3)
    assert y2 > y1 + 4


@pytest.mark.parametrize("rows", range(22, 34))
def test_the_foot_note_follows_the_last_row_and_is_never_over_the_foot(render, rows):
    note = "经手人签字：\n共计若干户"
    printed = render(group(rows), foot_note=note, printed="打印人：王芳")
    last = printed.pages - 1
    ((_, y),) = position_of(printed.content, last, "共计若干户")
    ((_, foot),) = position_of(printed.content, last, "打印人")
    assert y + 4 < foot
    lines = [y2 for _, (_, y2) in lines_of(printed.content, last)]
    assert y > max(lines, default=0)


def test_a_long_foot_takes_more_lines_instead_of_being_cut(render):
    printed = render(group(60), printed="打印人：" + "很长的单位名称" * 20)
    for said in page_texts(printed.content):
        assert said.count("很长的单位名称") >= 19


def test_a_group_without_rows_and_a_list_without_groups_are_printed(render):
    assert "四号楼" in page_texts(render(RegisterGroup(rows=(), heading="四号楼")).content)[0]
    (said,) = page_texts(render().content)
    assert "居民名册" in said
    assert "姓名" in said


def test_characters_that_no_font_draws_are_listed_by_row_and_column(library):
    rows = (*people(2), ("3", "张" + RARE, "", "\ue000"))
    register = replace(LIST, title="名册" + RARE, groups=(group(1), RegisterGroup(rows=rows)))
    found = find_unprintable(register, library)
    assert [(cell.row, cell.column, cell.characters) for cell in found] == [
        (0, "标题", (RARE,)), (4, "姓名", (RARE,)), (4, "备注", ("\ue000",)),
    ]  # fmt: skip


def test_a_list_with_a_missing_character_is_not_printed(render):
    with pytest.raises(UnprintableTextError) as caught:
        render(RegisterGroup(rows=(("1", "张" + RARE, "", ""),)))
    assert "U+30000" in caught.value.message
    assert "第 1 行“姓名”" in caught.value.message
    assert "张" not in caught.value.message, "a name is told by its row"
    assert caught.value.cells[0].text == "张" + RARE


def test_many_missing_characters_are_counted(render):
    rows = tuple(("1", "张" + RARE, "", "") for _ in range(9))
    with pytest.raises(UnprintableTextError, match="等 9 处"):
        render(RegisterGroup(rows=rows))


def test_rare_names_come_back_from_the_list(render):
    names = ("张𠅤", "王䶮", "李㬚", "赵𬭎")
    rows = tuple((str(i), name, "", "") for i, name in enumerate(names))
    said = "".join(page_texts(render(RegisterGroup(rows=rows)).content))
    assert all(name in said for name in names)


@pytest.mark.parametrize(("changed", "why"), [
    ({"columns": (*COLUMNS[1:], replace(COLUMNS[0], size=MIN_SIZE - 1))}, "MIN_SIZE"),
    ({"groups": (RegisterGroup(rows=(("1", "2"),)),)}, "cells"),
])  # fmt: skip
def test_small_type_and_ragged_rows_are_defects(changed, why):
    with pytest.raises(ValueError, match=why):
        replace(LIST, **changed)


def test_columns_wider_than_the_paper_are_a_defect(render):
    with pytest.raises(ValueError, match="wider"):
        render(group(1), paper=CardSize(width=100, height=200))


def test_no_type_is_smaller_than_twelve_points(render):
    content = render(group(40, "甲"), subtitle="副", foot_note="注", printed="人").content
    with pypdfium2.PdfDocument(content) as document:
        for page in document:
            layer = page.get_textpage()
            heights = [
                layer.get_charbox(i, loose=True) for i in range(layer.count_chars())
                if layer.get_text_range(i, 1).strip()
            ]  # fmt: skip
            assert min(top - bottom for _, bottom, _, top in heights) >= 12


def test_a_list_of_five_thousand_is_reported_and_can_be_cancelled(render):
    seen = []
    progress = Progress(lambda done, total, _: seen.append((done, total)), lambda: len(seen) > 2)
    with pytest.raises(Cancelled):
        render(group(5000), progress=progress)
    assert [done for done, _ in seen] == [0, 1, 2]
    assert seen[0][1] > 100


def test_the_same_list_gives_the_same_bytes(render):
    assert render(group(40)) == render(group(40))
