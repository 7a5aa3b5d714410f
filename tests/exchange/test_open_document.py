"""Ledgers in .ods: read like any other, and looked into before they are unpacked."""

import pytest
from support.open_documents import BLANK, COVERED, blanks, cell, row, save_ods
from support.people import make_id
from support.sheets import read

from linli.errors import UserError
from linli.exchange.workbooks import is_spreadsheet_package, open_workbook

HEAD = row("户号", "姓名", "身份证号")


@pytest.mark.parametrize("name", ["台账.ods", "台账.xlsx", "台账"])
def test_lines_keep_their_place_whatever_the_name(tmp_path, name):
    rows = (row(blanks(3)), HEAD, row(blanks(2), repeated=2), row("1", "张三", BLANK))

    (sheet,) = open_workbook(save_ods(tmp_path / name, *rows)).sheets

    assert sheet.name == "居民"
    assert [(line.number, line.cells) for line in sheet.lines] == [
        (1, ("户号", "姓名", "身份证号")),
        (4, ("1", "张三", "")),
    ]
    assert not is_spreadsheet_package(tmp_path / name)


def test_people_of_a_merged_household_number_belong_together(tmp_path):
    path = save_ods(
        tmp_path / "台账.ods",
        HEAD,
        row(cell("1", number_rows_spanned=2, number_columns_spanned=1), "张三", make_id()),
        row(COVERED, "李四", make_id(sequence=7)),
        row("2", "王五", make_id(sequence=9)),
    )
    source = open_workbook(path)

    assert [tuple(area) for area in source.sheets[0].merged] == [(1, 0, 2, 0)]
    assert [person.household for person in read(source).people] == [0, 0, 1]


def test_the_blank_rest_of_a_sheet_costs_nothing(tmp_path):
    rest = row(blanks(16_384), repeated=1_048_574)

    (sheet,) = open_workbook(save_ods(tmp_path / "a.ods", HEAD, row("1", "张三"), rest)).sheets

    assert len(sheet.lines) == 2


@pytest.mark.parametrize(
    ("rows", "place"),
    [
        (
            [row(cell("x", number_columns_repeated=16_384), repeated=1_000)],
            "第 1000 行、第 16384 列",
        ),
        ([row(blanks(16_000), "x"), row("y", repeated=20_000)], "第 20001 行、第 16001 列"),
        ([row("x", blanks(8), "y", repeated=1_048_576)], "第 1048576 行、第 10 列"),
    ],
)
def test_few_lines_that_lay_out_millions_of_cells_are_refused(tmp_path, rows, place):
    path = save_ods(tmp_path / "bomb.ods", *rows)

    with pytest.raises(UserError, match=place):
        open_workbook(path)


def test_a_document_with_a_password_says_so(tmp_path):
    with pytest.raises(UserError, match="设有打开密码"):
        open_workbook(save_ods(tmp_path / "a.ods", HEAD, locked=True))


@pytest.mark.parametrize(
    "parts",
    [
        {"before": '<!DOCTYPE a [<!ENTITY b "c">]>'},
        {"before": "<"},
        {"sheet": 'a"><table:table-row table:number-rows-repeated="viele"/><b c="'},
    ],
    ids=["entities", "no XML", "no number"],
)
def test_what_is_no_such_document_is_damaged(tmp_path, parts):
    with pytest.raises(UserError, match="已损坏"):
        open_workbook(save_ods(tmp_path / "a.ods", HEAD, **parts))
