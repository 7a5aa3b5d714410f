"""Door signs: the name as large as it can be, whole, on A4 and A3 alike."""

import pytest
from support.cards import page_texts

from linli.domain.paper import CardSize
from linli.domain.registers import UnprintableTextError
from linli.domain.staff import StationDraft
from linli.printing.door_signs import render_door_signs

SMALL = CardSize(width=297, height=210)


def pages(*stations, **more):
    return page_texts(render_door_signs(stations, hall="西河社区", printed="", **more))


def test_a_name_of_seven_stays_on_one_line():
    (text,) = pages(StationDraft(name="一站式服务大厅"))
    assert "一站式服务大厅" in text


def test_a_very_long_name_goes_onto_two_lines_and_stays_whole():
    name = "西河社区流动人口服务管理和计划生育综合办公室"
    (text,) = pages(StationDraft(name=name))
    lines = text.splitlines()
    assert name not in lines
    assert name in "".join(lines)


def test_what_is_not_known_is_left_out():
    (text,) = pages(StationDraft(name="棋牌室"), paper=SMALL)
    assert "电话" not in text
    assert "开放时间" not in text


def test_hours_of_several_lines_are_named_once():
    (text,) = pages(StationDraft(name="棋牌室", hours="周一至周五\n周末休息"))
    assert text.count("开放时间") == 1
    assert "周末休息" in text


def test_each_station_has_a_sheet_of_its_own():
    first, second = pages(StationDraft(name="棋牌室"), StationDraft(name="健身室"))
    assert "健身室" not in first
    assert "健身室" in second


def test_the_same_facts_give_the_same_bytes():
    station = StationDraft(name="棋牌室", phone="0994-4820110")
    made = [render_door_signs([station], hall="西河社区", printed="王芳") for _ in range(2)]
    assert made[0] == made[1]


def test_a_name_that_no_font_draws_is_refused():
    with pytest.raises(UnprintableTextError, match="门牌"):
        pages(StationDraft(name="站\U0010fffd"))
