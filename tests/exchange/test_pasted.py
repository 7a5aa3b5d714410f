"""Blocks of cells from the clipboard: how spreadsheets write them, with and without heads."""

import pytest
from support.people import make_id
from support.sheets import read, save_xlsx

from linli.domain.imports import NO_HEAD, ImportOutcome, LedgerField, SetAsideReason
from linli.domain.labels import LEDGER_FIELD
from linli.errors import UserError
from linli.exchange.head_words import head_for, meaning_of, plain_head
from linli.exchange.pasted import check_rows, read_pasted, split_cells
from linli.exchange.planning import plan_table, propose_plan
from linli.exchange.set_aside_report import set_aside_report
from linli.exchange.workbooks import open_workbook

GOOD, OTHER = make_id(sequence=121), make_id(sequence=242)
HEADS = "姓名\t身份证号码\t电话\r\n"


def cells(text):
    return [list(line.cells) for line in read_pasted(text).sheets[0].lines]


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("甲\t乙\r\n丙\t丁\r\n", [["甲", "乙"], ["丙", "丁"]]),
        ("甲\t乙\n丙\t丁", [["甲", "乙"], ["丙", "丁"]]),
        ("甲\t乙\r丙\t丁\r", [["甲", "乙"], ["丙", "丁"]]),
        ('"甲\n乙"\t丙\r\n丁\t戊', [["甲\n乙", "丙"], ["丁", "戊"]]),
        ('"甲\r\n乙"\t丙\r\n丁\t戊', [["甲\n乙", "丙"], ["丁", "戊"]]),
        ('"甲""乙"""\t丙\n丁\t戊', [['甲"乙"', "丙"], ["丁", "戊"]]),
        ('甲"乙"\t5"管\n丙\t丁', [['甲"乙"', '5"管'], ["丙", "丁"]]),
        ('"甲\t乙\n丙\t丁"戊', [['"甲', "乙"], ["丙", '丁"戊']]),
        ('"甲\t乙\n丙\t丁"', [['"甲', "乙"], ["丙", '丁"']]),
        ('"\t"\n甲\t乙', [['"', '"'], ["甲", "乙"]]),
        ('"甲"\t"乙"\n""\t丁', [["甲", "乙"], ["", "丁"]]),
        ("\ufeff甲\t乙\x85\u2028丙\n丁\t戊\n\0", [["甲", "乙\x85\u2028丙"], ["丁", "戊"]]),
    ],
)
def test_cells_come_as_spreadsheets_put_them_into_the_clipboard(text, rows):
    assert cells(text) == rows


def test_quotation_mark_that_is_never_closed_swallows_no_other_row():
    text = '"甲\t乙\n' + "丙\t丁\n" * 30 + '戊"\t己'
    assert len(split_cells(text)) == 32


def test_rows_count_from_the_first_of_the_block_and_blank_ones_are_left_out():
    lines = read_pasted("甲\t乙\r\n\t\r\n\r\n丙\t丁\r\n").sheets[0].lines
    assert [line.number for line in lines] == [0, 3]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "剪贴板是空的"),
        (" \r\n\t\r\n", "剪贴板是空的"),
        ("张三", "只有一个格子"),
        ("\t张三\t\r\n", "只有一个格子"),
        ("张三\r\n李四\r\n", "只有一列"),
        ("姓名\t出生日期\n张三\t########\n", "第 2 列里有显示成 #### 的格子（例如第 2 行）"),
    ],
)
def test_what_is_no_table_is_refused_with_a_plain_sentence(text, said):
    with pytest.raises(UserError) as caught:
        read_pasted(text)
    assert said in caught.value.message
    assert "Ctrl+C" in caught.value.message or "拉宽" in caught.value.message


def test_sentence_does_not_repeat_what_may_be_a_password():
    with pytest.raises(UserError) as caught:
        read_pasted("geheim1960")
    assert "geheim1960" not in caught.value.message


def test_heads_alone_are_no_people():
    plan = propose_plan(read_pasted(HEADS))
    with pytest.raises(UserError, match="只有列名"):
        check_rows(plan)
    check_rows(propose_plan(read_pasted(f"{HEADS}张三\t{GOOD}\t")))


def test_block_with_heads_is_read_like_a_file():
    source = read_pasted(f"{HEADS}张三\t{GOOD}\t13909940001\r\n李四\t{OTHER}\t\r\n")
    assert source.file_name == "剪贴板"
    batch = read(source)
    assert [person.draft.name for person in batch.people] == ["张三", "李四"]
    assert [person.at.number for person in batch.people] == [2, 3]
    assert batch.own_heads == {}


def test_one_row_without_heads_is_one_person():
    batch = read(read_pasted(f"张三\t男\t{GOOD}\t13909940001"))
    (person,) = batch.people
    assert (person.draft.name, person.draft.documents[0].number) == ("张三", GOOD)
    assert person.at.number == 1


@pytest.mark.parametrize(
    ("number", "reason"),
    [
        ("4.30102E+17", SetAsideReason.SCIENTIFIC),
        ("6.52328196005011E+17", SetAsideReason.SCIENTIFIC),
        (GOOD[:15] + "000", SetAsideReason.SCIENTIFIC),
    ],
)
@pytest.mark.parametrize("heads", [HEADS, ""])
def test_numbers_that_a_spreadsheet_has_damaged_are_reported_as_in_files(number, reason, heads):
    rows = f"张三\t{number}\t13909940001\r\n李四\t{OTHER}\t13909940002\r\n"
    batch = read(read_pasted(heads + rows))
    assert [problem.reason for problem in batch.problems] == [reason]
    assert [person.draft.name for person in batch.people] == ["李四"]


def test_mapping_of_a_block_without_heads_is_not_remembered():
    batch = read(read_pasted(f"张三\t{GOOD}\n李四\t{OTHER}"))
    assert batch.mappings == {}


def test_clerk_can_say_that_a_file_has_no_heads(tmp_path):
    path = save_xlsx(tmp_path / "台账.xlsx", {"一": [["张三", GOOD], ["李四", OTHER]]})
    source = open_workbook(path)
    (sheet,) = propose_plan(source).sheets
    assert not sheet.included
    plan = plan_table(source, "一", NO_HEAD, NO_HEAD)
    assert [column.field for column in plan.columns] == [LedgerField.NAME, LedgerField.DOCUMENT]
    assert plan.last_row == 1


def test_what_is_set_aside_of_a_block_without_heads_comes_back_with_heads(tmp_path):
    rows = [("张三", GOOD[:-1]), ("李四", OTHER), ("王五", ""), ("赵六", make_id(sequence=4))]
    source = read_pasted("\n".join(f"红茶\t{name}\t{number}\t绿茶" for name, number in rows))
    batch = read(source)
    outcome = ImportOutcome(
        file_name=batch.file_name,
        problems=batch.problems,
        head_rows=batch.head_rows,
        own_heads=batch.own_heads,
    )
    path = tmp_path / "退回.xlsx"
    path.write_bytes(set_aside_report(outcome, source))
    report = open_workbook(path)
    head, row = report.sheets[0].lines
    assert head.cells == ("第1列", "姓名", "证件号码", "第4列", "导入说明")
    assert row.cells[:4] == ("红茶", "张三", GOOD[:-1], "绿茶")
    again = propose_plan(report).sheets[0]
    assert again.included
    assert [column.field for column in again.columns][1:3] == [
        LedgerField.NAME,
        LedgerField.DOCUMENT,
    ]


@pytest.mark.parametrize("field", list(LEDGER_FIELD))
def test_words_for_each_field_are_understood_as_a_head(field):
    assert meaning_of(plain_head(head_for(field))).field is field
