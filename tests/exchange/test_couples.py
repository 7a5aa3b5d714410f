"""Ledgers with 姓 and 名 in two columns, and with a couple in one row."""

import pytest
from support.people import make_id
from support.sheets import book, read

from linli.domain.imports import LedgerField, SetAsideReason
from linli.exchange.head_words import is_label
from linli.exchange.planning import propose_plan

HIS, HERS = make_id(sequence=1), make_id(sequence=2)
COUPLES = ("户号", "户主姓名", "户主身份证号", "配偶姓名", "配偶身份证号码", "配偶电话", "住址")


def names(batch):
    return [person.draft.name for person in batch.people]


@pytest.mark.parametrize("heads", [("姓", "名"), ("姓氏", "名字"), ("姓 ", "名*"), ("姓氏", "名")])
def test_a_name_in_two_columns_is_one(heads):
    batch = read(book([(*heads, "身份证号"), ("张", "三", HIS), ("欧阳", "娜娜", HERS)]))

    assert names(batch) == ["张三", "欧阳娜娜"]
    assert {person.draft.note for person in batch.people} == {None}


@pytest.mark.parametrize(
    ("surname", "given", "name"),
    [
        ("张", "小 明", "张小明"),
        ("阿不都", "热合曼", "阿不都·热合曼"),
        ("", "古丽", "古丽"),
        ("Smith", "John", "Smith John"),
        ("单", "", "单"),
    ],
)
def test_the_parts_of_a_name_are_joined_as_the_name_is_written(surname, given, name):
    batch = read(book([("姓", "名", "身份证号"), (surname, given, HIS)]))

    assert names(batch) == [name]


def test_a_row_without_either_part_has_no_name():
    batch = read(book([("姓", "名", "身份证号"), ("", "", HIS)]))

    (problem,) = batch.problems
    assert (problem.reason, problem.column) == (SetAsideReason.NO_NAME, 0)


def test_a_whole_name_goes_before_its_parts():
    batch = read(book([("姓名", "姓", "身份证号"), ("张三", "张", HIS)]))

    assert names(batch) == ["张三"]


def test_same_as_above_may_be_said_of_the_surname():
    batch = read(book([("姓", "名", "身份证号"), ("张", "三", HIS), ("同上", "四", HERS)]))

    assert names(batch) == ["张三", "张四"]


def test_a_couple_in_one_row_is_two_people_of_one_household():
    row = ("1", "张三", HIS, "李四", HERS, "13900000000", "3号楼2单元501")
    batch = read(book([COUPLES, row]))

    head, spouse = batch.people
    assert batch.rows == 2
    assert (head.draft.name, head.draft.relation_code) == ("张三", "02")
    assert (spouse.draft.name, spouse.draft.relation_code) == ("李四", "10")
    assert [document.number for document in spouse.draft.documents] == [HERS]
    assert [phone.number for phone in spouse.draft.phones] == ["13900000000"]
    assert head.draft.phones == ()
    assert head.household == spouse.household == 0
    assert (head.at.part, spouse.at.part) == ("", "配偶")
    assert batch.households[0].address.room == "501"


def test_a_group_head_names_the_couple_too():
    batch = read(
        book(
            [
                ("户号", "户主", "", "配偶", ""),
                ("", "姓名", "身份证号", "姓名", "身份证号"),
                ("1", "张三", HIS, "李四", HERS),
            ],
            merged=[(0, 1, 0, 2), (0, 3, 0, 4), (0, 0, 1, 0)],
        )
    )

    assert names(batch) == ["张三", "李四"]


@pytest.mark.parametrize("said", ["", "无", "/", "离异", "丧偶", "已故", "未婚"])
def test_who_has_no_spouse_stands_alone(said):
    batch = read(book([COUPLES, ("1", "张三", HIS, said, "", "", "")]))

    assert (names(batch), batch.rows, batch.problems) == (["张三"], 1, ())
    kept = batch.people[0].draft.note
    assert kept == (None if said in ("", "无", "/") else f"配偶：{said}")


def test_a_wrong_number_of_one_sets_only_that_one_aside():
    wrong = HERS[:17] + ("0" if HERS[17] != "0" else "1")
    batch = read(book([COUPLES, ("1", "张三", HIS, "李四", wrong, "", "")]))

    (problem,) = batch.problems
    assert names(batch) == ["张三"]
    assert batch.rows == 2
    assert (problem.column, problem.name, problem.at.part) == (4, "李四", "配偶")


def test_where_members_have_rows_of_their_own_a_spouse_is_a_note():
    batch = read(
        book(
            [
                ("户号", "姓名", "与户主关系", "身份证号", "配偶姓名", "配偶身份证号"),
                ("1", "张三", "户主", HIS, "李四", HERS),
                ("1", "李四", "配偶", HERS, "张三", HIS),
            ]
        )
    )

    assert names(batch) == ["张三", "李四"]
    assert batch.people[0].draft.note == f"配偶姓名：李四；配偶身份证号：{HERS}"


def test_a_spouse_without_a_column_of_numbers_is_a_note():
    batch = read(book([("姓名", "身份证号", "配偶姓名"), ("张三", HIS, "李四")]))

    assert names(batch) == ["张三"]
    assert batch.people[0].draft.note == "配偶姓名：李四"


def test_the_plan_names_the_columns():
    (plan,) = propose_plan(book([COUPLES, ("1", "张三", HIS, "李四", HERS, "", "")])).sheets

    assert [column.field for column in plan.columns][1:6] == [
        LedgerField.NAME,
        LedgerField.DOCUMENT,
        LedgerField.SPOUSE_NAME,
        LedgerField.SPOUSE_DOCUMENT,
        LedgerField.SPOUSE_PHONE,
    ]


def test_the_relation_of_a_row_is_no_head():
    rows = [("户主姓名", "与户主关系", "姓名"), ("张三", "配偶", "李四"), ("张三", "妻子", "王五")]

    assert names(read(book([("配偶", "李四", "1", "2020-01-01"), *rows]))) == ["李四", "王五"]
    assert not is_label("配偶")
