"""Heads of columns: their words, where they stand, and what kind of ledger they make."""

import pytest
from support.sheets import book, worksheet

from linli.domain.imports import LedgerField, LedgerShape
from linli.exchange.head_words import is_foot_word, meaning_of, plain_head
from linli.exchange.heads import HeadFinder
from linli.exchange.planning import change_shape, plan_table, propose_plan

F = LedgerField


@pytest.mark.parametrize(
    ("head", "field"),
    [
        ("姓  名", F.NAME),
        ("姓\n名", F.NAME),
        ("*姓名（必填）", F.NAME),
        ("居民姓名", F.NAME),
        ("公民身份号码", F.DOCUMENT),
        ("身份证件号码(18位)", F.DOCUMENT),
        ("身 份 证 号", F.DOCUMENT),
        ("手机号码", F.PHONE),
        ("联系方式", F.PHONE),
        ("联系电话2", F.PHONE),
        ("居住地址", F.ADDRESS),
        ("户籍地址", F.REGISTERED_ADDRESS),
        ("户主姓名", F.HEAD_NAME),
        ("与户主关系", F.RELATION),
        ("与户主的关系", F.RELATION),
        ("所属网格", F.GRID),
        ("户编号", F.HOUSEHOLD_NUMBER),
        ("是否流动人口", F.IS_FLOATING),
        ("房东联系电话", F.LANDLORD_PHONE),
        ("承租人身份证号", F.TENANT_DOCUMENT),
        ("监护人姓名", None),
        ("紧急联系人电话", None),
        ("网格员电话", None),
        ("出生日期（阳历）", F.BIRTH),
        ("建筑面积", None),
        ("电话通知家属到场签字情况", None),
    ],
)
def test_a_head_is_understood_as_written(head, field):
    assert meaning_of(plain_head(head)).field is field


@pytest.mark.parametrize(
    ("parent", "child", "field"),
    [
        ("基本情况", "姓名", F.NAME),
        ("房主", "姓名", F.LANDLORD_NAME),
        ("房主", "电话", F.LANDLORD_PHONE),
        ("承租人信息", "身份证号", F.TENANT_DOCUMENT),
        ("监护人", "姓名", None),
        ("户籍地", "县", F.REGISTERED_ADDRESS),
        ("户籍地", "迁入时间", None),
        ("联系", "电话", F.PHONE),
        ("备注", "", F.NOTE),
    ],
)
def test_a_group_head_gives_its_columns_their_meaning(parent, child, field):
    assert meaning_of(child, parent).field is field


@pytest.mark.parametrize(
    "text", ["合计:326人", "注：本表…", "填表人：", "共12页", "小  计", "备注", "注"]
)
def test_feet_are_known(text):
    assert is_foot_word(text)


@pytest.mark.parametrize("text", ["张三", "注小明", "计小明", "古丽娜尔·赛力克"])
def test_names_are_no_feet(text):
    assert not is_foot_word(text)


HEAD = ("序号", "姓名", "性别", "身份证号", "联系电话")
PERSON = (1, "张三", "男", "652328193802141235", "13800000000")


def tables(rows, merged=()):
    return HeadFinder(worksheet(rows, merged=merged)).find_tables()


def test_the_head_is_found_below_titles():
    rows = [("西河社区居民台账",), ("填报日期：2011年6月30日",), (), HEAD, PERSON]

    (table,) = tables(rows)

    assert (table.head_first, table.head_last, table.last_row) == (3, 3, 4)


def test_a_title_over_a_head_is_not_part_of_it():
    rows = [("承租人登记表", "", "", "", ""), HEAD, PERSON]

    (table,) = tables(rows, merged=[(0, 0, 0, 4)])

    assert [column.meaning.field for column in table.columns][1:4] == [F.NAME, F.SEX, F.DOCUMENT]


TWO_ROWS = [
    ("序号", "基本情况", "", "", "房主", ""),
    ("", "姓名", "身份证号", "现住址", "姓名", "电话"),
]


@pytest.mark.parametrize("merged", [[(0, 1, 0, 3), (0, 4, 0, 5), (0, 0, 1, 0)], []])
def test_a_head_of_two_rows_is_read_together_with_or_without_merged_cells(merged):
    rows = [*TWO_ROWS, (1, "张三", "652328193802141235", "幸福巷12号", "李四", "13800000000")]

    (table,) = tables(rows, merged)

    assert (table.head_first, table.head_last) == (0, 1)
    assert [column.meaning.field for column in table.columns] == [
        F.SEQUENCE,
        F.NAME,
        F.DOCUMENT,
        F.ADDRESS,
        F.LANDLORD_NAME,
        F.LANDLORD_PHONE,
    ]


def test_a_head_repeated_at_a_page_break_starts_no_table():
    (table,) = tables([HEAD, PERSON, HEAD, PERSON])

    assert table.repeats == {2}
    assert table.last_row == 3


def test_another_head_further_down_starts_another_table():
    other = ("房屋地址", "房主", "房主电话", "间数", "承租人")
    first, second = tables([HEAD, PERSON, (), other, ("幸福巷12号", "李四", "", 3, "王五")])

    assert (first.last_row, second.head_first, second.last_row) == (2, 3, 4)


@pytest.mark.parametrize(
    ("heads", "sheet", "shape"),
    [
        (("户号", "姓名", "与户主关系", "身份证号"), "Sheet1", LedgerShape.RESIDENTS),
        (("姓名", "身份证号", "来本地时间", "房主姓名"), "Sheet1", LedgerShape.FLOATING),
        (("姓名", "身份证号", "现住址"), "流动人口", LedgerShape.FLOATING),
        (("房屋地址", "房主", "间数", "承租人", "租住人数"), "Sheet1", LedgerShape.RENTALS),
        (("姓名", "身份证号", "是否流动人口", "来本地时间"), "Sheet1", LedgerShape.RESIDENTS),
    ],
)
def test_the_kind_of_ledger_is_recognised(heads, sheet, shape):
    (plan,) = propose_plan(book([heads, tuple("x" for _ in heads)], sheet=sheet)).sheets

    assert plan.shape is shape
    assert plan.included


@pytest.mark.parametrize(
    ("rows", "why"),
    [
        ([("姓名", "职务", "电话"), ("张三", "主任", "0994-4839123")], "不像居民"),
        ([("网格", "户数", "人数"), ("第一网格", 100, 320)], "没有找到台账的表头"),
        ([("填表说明",), ("一、本表由网格员填写",)], "没有找到台账的表头"),
        ([], "空表"),
    ],
)
def test_sheets_that_are_no_ledger_are_skipped_with_a_word(rows, why):
    (plan,) = propose_plan(book(rows)).sheets

    assert not plan.included
    assert why in plan.skipped


def test_grid_and_leader_come_from_the_sheet_or_the_title():
    rows = [("西河社区第3网格居民台账",), ("网格长：马翊智  日期：2011年",), HEAD, PERSON]

    (plan,) = propose_plan(book(rows)).sheets
    (named,) = propose_plan(book(rows[2:], sheet="第一网格")).sheets

    assert (plan.grid, plan.grid_leader) == ("第3网格", "马翊智")
    assert (named.grid, named.grid_leader) == ("第一网格", None)


def test_the_clerk_can_name_the_head_and_change_the_kind():
    source = book([("人员", "号码", "住哪"), ("张三", "652328193802141235", "幸福巷12号")])

    plan = plan_table(source, "Sheet1", 0, 0, LedgerShape.RESIDENTS)

    assert [column.head for column in plan.columns] == ["人员", "号码", "住哪"]
    assert plan.last_row == 1


def test_another_kind_reads_the_same_columns_otherwise():
    (plan,) = propose_plan(book([("姓名", "身份证号", "住址"), ("张三", "1", "x")])).sheets

    changed = change_shape(plan, LedgerShape.RENTALS)

    assert [column.field for column in changed.columns] == [
        F.TENANT_NAME,
        F.TENANT_DOCUMENT,
        F.ADDRESS,
    ]


def test_two_columns_of_one_field_keep_the_surer_and_note_the_other():
    (plan,) = propose_plan(
        book([("姓名", "身份证号", "住址", "居住地址"), ("张三", "", "a", "b")])
    ).sheets

    assert [column.field for column in plan.columns] == [F.NAME, F.DOCUMENT, F.ADDRESS, None]
