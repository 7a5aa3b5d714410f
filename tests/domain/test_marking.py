"""What is typed marks what it found, and nothing that cannot be seen."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linli.domain.marking import (
    marks_in_address,
    marks_in_name,
    marks_in_number,
    marks_in_text,
)
from linli.domain.values.addresses import Address, address_text


def marked(spans, shown):
    """The text with brackets round what is marked."""
    for start, end in reversed(spans):
        shown = f"{shown[:start]}[{shown[start:end]}]{shown[end:]}"
    return shown


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("张三", "[张三]丰"),
        ("zs", "[张三]丰"),
        ("zhangs", "[张三]丰"),
        ("zhangsan", "[张三]丰"),
        ("zsf", "[张三丰]"),
        ("sf", "张[三丰]"),
        ("feng", "张三[丰]"),
        ("张 f", "[张]三[丰]"),
        ("ZS", "[张三]丰"),
        ("ｚｓ", "[张三]丰"),
        ("shan", "[单]雄信"),
        ("dan", "[单]雄信"),
        ("cengg", "[曾国]强"),
        ("lvb", "[吕布]"),
        ("lubu", "[吕布]"),
        ("买买提吐", "[买买提]·[吐]尔逊"),
        ("买买提·吐", "[买买提]·[吐]尔逊"),
        ("ter", "买买提·[吐尔]逊"),
        ("ahm", "[Ahm]ed Ali"),
        ("ahmedali", "[Ahmed] [Ali]"),
        ("\U0002a6a5", "李[\U0002a6a5]"),
        ("王", "张三丰"),
        ("zx", "张三丰"),
        ("1385", "张三丰"),
        ("", "张三丰"),
    ],
)
def test_a_name_is_marked_by_its_characters_or_how_they_are_read(typed, shown):
    name = shown.replace("[", "").replace("]", "")
    assert marked(marks_in_name(typed, name), name) == shown


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("5678", "138****[5678]"),
        ("45678", "138****[5678]"),
        ("138", "[138]****5678"),
        ("1381", "[138]****5678"),
        ("13812345678", "[138]****[5678]"),
        ("138-1234-5678", "[138]****[5678]"),
        ("1234", "138****5678"),
        ("3812", "138****5678"),
        ("56", "138****[56]78"),
        ("013x", "652328********[013X]"),
        ("6523281950", "[652328]********013X"),
        ("张 5678", "138****[5678]"),
        ("9", "138****5678"),
        ("张", "138****5678"),
        ("652328195001010013", "652328********0135"),
    ],
)
def test_of_a_masked_number_only_digits_that_are_seen_are_marked(typed, shown):
    number = shown.replace("[", "").replace("]", "")
    assert marked(marks_in_number(typed, number), number) == shown


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("3-2-501", "幸福小区[3号楼2单元501室]"),
        ("3-2-5", "幸福小区[3号楼2单元501室]"),
        ("3-2", "幸福小区[3号楼2单元]501室"),
        ("2-501", "幸福小区3号楼[2单元501室]"),
        ("3-501", "幸福小区[3号楼]2单元[501室]"),
        ("三号楼2单元", "幸福小区[3号楼2单元]501室"),
        ("3栋", "幸福小区[3号楼]2单元501室"),
        ("501", "幸福小区3号楼2单元[501]室"),
        ("501室", "幸福小区3号楼2单元[501室]"),
        ("3", "幸福小区[3]号楼2单元501室"),
        ("幸福", "[幸福]小区3号楼2单元501室"),
        ("幸福3号楼501", "[幸福]小区[3号楼]2单元[501室]"),
        ("幸福小区 三号楼", "[幸福小区3号楼]2单元501室"),
        ("西河社区3号楼", "幸福小区[3号楼]2单元501室"),
        ("4号楼", "幸福小区3号楼2单元501室"),
        ("3-4-501", "幸福小区3号楼2单元501室"),
        ("光明", "幸福小区3号楼2单元501室"),
        ("zs", "幸福小区3号楼2单元501室"),
    ],
)
def test_of_an_address_the_parts_that_were_named_are_marked(typed, shown):
    address = shown.replace("[", "").replace("]", "")
    spans = marks_in_address(typed, address, "西河社区")
    assert marked(spans, address) == shown


def test_a_door_in_a_lane_is_marked():
    shown = address_text(Address(estate="建设路", building="12号"))
    assert marked(marks_in_address("建设路12号", shown), shown) == "[建设路12号]"
    assert marked(marks_in_address("12号", shown), shown) == "建设路[12号]"


def test_a_tag_is_marked_where_it_was_typed():
    assert marked(marks_in_text("低保 三号楼", "低保户、独居"), "低保户、独居") == "[低保]户、独居"
    assert marks_in_text("党员", "低保户") == []


@given(st.text(max_size=12), st.text(max_size=30))
def test_whatever_is_typed_spans_lie_inside_in_order_and_hide_nothing(typed, shown):
    for spans in (
        marks_in_name(typed, shown),
        marks_in_text(typed, shown),
        marks_in_number(typed, shown),
        marks_in_address(typed, shown),
    ):
        places = [place for span in spans for place in span]
        assert places == sorted(set(places))
        assert all(0 <= place <= len(shown) for place in places)
        assert all(start < end for start, end in spans)
    assert all("*" not in shown[start:end] for start, end in marks_in_number(typed, shown))
