from dataclasses import replace
from datetime import datetime
from itertools import pairwise

import pytest
from support.cards import page_texts
from support.pdf_lines import lines_of

from linli.domain.cards import card_number
from linli.domain.handover import HandoverBuilding, HandoverFacts, HandoverLine
from linli.domain.registers import UnprintableTextError
from linli.errors import UserError
from linli.printing.fonts import FontLibrary
from linli.printing.handover import handover_sheet


def building(name, count, start=1, **line):
    return HandoverBuilding(
        heading=f"幸福小区{name}号楼",
        lines=tuple(
            HandoverLine(
                number=card_number(i),
                place=f"{name}号楼2单元{i}室",
                holder=f"户主{i:03d}人",
                **line,
            )
            for i in range(start, start + count)
        ),
    )


FACTS = HandoverFacts(
    title="居民联系卡签收表",
    community="西河社区",
    made_at=datetime(2026, 11, 23, 9, 5),  # noqa: DTZ001 - only shown
    account="王芳",
    buildings=(building(3, 5), building(12, 7, start=101)),
)


@pytest.fixture(scope="module")
def library():
    return FontLibrary(folders=[])


@pytest.fixture
def sheet(library):
    def make(facts=FACTS, **more):
        return handover_sheet(facts, library=library, **more)

    return make


def test_each_card_has_a_line_with_number_place_and_holder(sheet):
    (said,) = page_texts(sheet().content)
    for part in FACTS.buildings:
        for line in part.lines:
            assert line.number in said
            assert line.place in said
            assert line.holder in said


def test_the_sheet_says_what_it_is_and_who_made_it_when(sheet):
    (said,) = page_texts(sheet().content)
    for text in ("居民联系卡签收表", "西河社区", "打印人：王芳", "打印时间：2026年11月23日 09:05"):
        assert text in said
    for column in ("序号", "卡号", "门牌", "户主", "份数", "签收", "日期", "备注"):
        assert column in said


def test_buildings_and_the_whole_are_counted_in_households_and_copies(sheet):
    facts = replace(FACTS, buildings=(building(3, 5), building(12, 7, start=101, copies=2)))
    (said,) = page_texts(sheet(facts).content)
    assert "幸福小区3号楼　5 户，5 份" in said
    assert "幸福小区12号楼　7 户，14 份" in said
    assert "全部合计：12 户，19 份" in said


def test_lines_are_numbered_through_the_whole_run(sheet):
    said = "".join(page_texts(sheet().content))
    assert said.index("幸福小区12号楼") < said.index(f"6 {card_number(101)}")


def test_a_building_begins_on_a_page_of_its_own_where_asked(sheet):
    assert sheet().pages == 1
    first, second = page_texts(sheet(page_per_building=True).content)
    assert "幸福小区3号楼" in first
    assert "幸福小区12号楼" in second
    assert "全部合计" not in first
    assert "全部合计" in second


def test_there_is_room_to_sign(sheet):
    lines = lines_of(sheet().content)
    upright = sorted({round(x1, 1) for (x1, _), (x2, _) in lines if abs(x1 - x2) < 0.01})
    level = sorted({round(y1, 1) for (_, y1), (_, y2) in lines if abs(y1 - y2) < 0.01})
    widths = [right - left for left, right in pairwise(upright)]
    heights = [low - high for high, low in pairwise(level)]
    assert widths[5] >= 30
    assert sum(height >= 9 for height in heights) >= 12


def test_a_run_of_437_is_on_paper_whole(sheet):
    facts = replace(FACTS, buildings=tuple(building(b, 23, start=b * 100) for b in range(1, 20)))
    said = "".join(page_texts(sheet(facts).content))
    numbers = [line.number for part in facts.buildings for line in part.lines]
    assert len(numbers) == 437
    assert all(said.count(number) == 1 for number in numbers)
    assert "全部合计：437 户，437 份" in said


def test_buildings_without_cards_are_left_out(sheet):
    facts = replace(FACTS, buildings=(*FACTS.buildings, building(77, 0)))
    assert "77号楼" not in "".join(page_texts(sheet(facts).content))


def test_nothing_to_sign_for_is_told(sheet):
    with pytest.raises(UserError, match="没有要签收的卡"):
        sheet(replace(FACTS, buildings=(building(3, 0),)))


def test_a_name_that_no_font_draws_is_told_by_its_line(sheet):
    line = replace(FACTS.buildings[0].lines[0], holder="张\U00030000")
    facts = replace(
        FACTS, buildings=(FACTS.buildings[1], HandoverBuilding(heading="甲", lines=(line,)))
    )
    with pytest.raises(UnprintableTextError, match="第 8 行“户主”"):
        sheet(facts)
