"""What the clerk sees before an import is what the import would enter."""

from datetime import date

import pytest
from support.people import make_id
from support.sheets import TODAY, book

from linli.domain.imports import LedgerField
from linli.exchange.planning import propose_plan
from linli.exchange.reading import preview_rows

F = LedgerField
WIDE = str.maketrans("0123456789X", "０１２３４５６７８９Ｘ")
NUMBER = make_id(birth=date(1950, 5, 1), sequence=4)
OTHER = make_id(sequence=7)


def preview(rows, limit=20):
    source = book(rows)
    plan = propose_plan(source)
    return list(preview_rows(source, plan, community="西河社区", today=TODAY, limit=limit))


def values(head, cells):
    (row,) = preview([head, cells])
    assert row.problem == ""
    return row.values


RESIDENT = ("姓名", "身份证号", "住址", "电话", "民族", "与户主关系", "备注", "血型")


def test_values_are_shown_as_they_would_be_entered():
    spaced = f" {NUMBER[:6]} {NUMBER[6:14]} {NUMBER[14:]} ".translate(WIDE)
    cells = ("张 三", spaced, "西河社区3＃楼2单元501室", "139 0994 0002", "汉", "老伴", "常住", "A")
    shown = values(RESIDENT, cells)
    assert shown[F.NAME] == "张三"
    assert shown[F.DOCUMENT] == NUMBER
    assert shown[F.ADDRESS] == "3号楼2单元501室"
    assert shown[F.PHONE] == "13909940002"
    assert shown[F.ETHNICITY] == "汉族"
    assert shown[F.RELATION] == "配偶"
    assert shown[F.NOTE] == "常住；血型：A"


def test_birth_and_sex_of_the_number_are_shown_though_no_column_says_them():
    shown = values(RESIDENT, ("张三", NUMBER, "3-2-501", "", "", "", "", ""))
    assert shown[F.BIRTH] == "1950年5月1日"
    assert shown[F.SEX] == {"0": "女", "1": "男"}[str(int(NUMBER[16]) % 2)]


def test_what_is_not_understood_is_shown_where_it_goes():
    shown = values(RESIDENT, ("张三", NUMBER, "3-2-501", "", "不详族", "", "", ""))
    assert F.ETHNICITY not in shown
    assert "不详族" in shown[F.NOTE]


def test_unknown_sex_is_not_shown():
    shown = values(("姓名", "性别", "住址"), ("张三", "", "3-2-501"))
    assert F.SEX not in shown


def test_places_in_parts_stay_in_parts():
    head = ("姓名", "身份证号", "楼栋", "单元", "房号")
    shown = values(head, ("张三", NUMBER, "3", "2", "501"))
    assert [shown[field] for field in (F.BUILDING, F.UNIT, F.ROOM)] == ["3号楼", "2单元", "501"]


def test_set_aside_row_is_shown_as_it_was_typed_with_its_reason():
    (row,) = preview([RESIDENT, ("张 三", "65232819500501", "3-2-501", "", "汉", "", "", "")])
    assert row.problem
    assert row.values[F.DOCUMENT] == "65232819500501"
    assert row.values[F.ETHNICITY] == "汉"


def test_row_after_a_set_aside_one_shows_its_own_values():
    rows = preview(
        [
            RESIDENT,
            ("张三", NUMBER, "3-2-501", "", "", "", "", ""),
            ("李四", "12", "3-2-502", "", "", "", "", ""),
            ("王五", OTHER, "3-2-503", "", "", "", "", ""),
        ]
    )
    assert [row.values[F.NAME] for row in rows] == ["张三", "李四", "王五"]
    assert [bool(row.problem) for row in rows] == [False, True, False]


def test_floating_people_show_their_stay():
    head = ("姓名", "身份证号", "来源地", "来本地时间", "流入原因", "居住地址", "房东姓名")
    shown = values(head, ("赵小军", NUMBER, "甘肃定西", "2024.3", "务工", "3-2-501", "刘敏"))
    assert shown[F.ORIGIN] == "甘肃定西"
    assert shown[F.ARRIVED] == "2024年3月"
    assert shown[F.REASON] == "务工"


def test_let_house_shows_landlord_and_tenants():
    head = ("出租房屋地址", "房主姓名", "房主身份证号", "间数", "承租人姓名", "承租人身份证号")
    shown = values(
        head,
        (
            "3＃楼2单元501",
            "刘 敏",
            NUMBER.translate(WIDE),
            "2间",
            "王五、李四",
            f"{OTHER}、{NUMBER}",
        ),
    )
    assert shown[F.ADDRESS] == "3号楼2单元501室"
    assert shown[F.LANDLORD_NAME] == "刘敏"
    assert shown[F.LANDLORD_DOCUMENT] == NUMBER
    assert shown[F.ROOMS] == "2"
    assert shown[F.TENANT_NAME] == "王五、李四"
    assert shown[F.TENANT_DOCUMENT] == f"{OTHER}、{NUMBER}"


@pytest.mark.parametrize("limit", [1, 2])
def test_no_more_rows_than_asked_for_are_shown(limit):
    rows = [("姓名", "身份证号"), *((name, "") for name in ("张三", "李四", "王五"))]
    assert len(preview(rows, limit)) == limit
