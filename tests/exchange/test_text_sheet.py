"""A sheet of text cells, read back by both readers that clerks' programs are built like."""

import itertools
import re
import zipfile

import openpyxl
import pytest

from linli.exchange.text_sheet import write_text_sheet
from linli.exchange.workbooks import open_workbook

COLUMNS = [("姓名", 16), ("证件号码", 22.5), ("备注", 30)]


def write(path, lines, columns=COLUMNS):
    write_text_sheet(path, "名册", columns, iter(lines), total=len(lines))
    return path


@pytest.mark.parametrize(
    "text",
    [
        "652328196005011239",
        "007",
        "=1+1",
        "'引号",
        "甲 & 乙 <丙>",
        ' "引" ',
        "两\n行",
        "陈䶮",
        "𰻝",
        "1E5",
        "]]>",
    ],
)
def test_a_text_comes_back_as_text(tmp_path, text):
    path = write(tmp_path / "a.xlsx", [("张三", text, None)])

    sheet = openpyxl.load_workbook(path)["名册"]
    assert [cell.value for cell in sheet[2]] == ["张三", text, None]
    assert (sheet["B2"].data_type, sheet["B2"].number_format) == ("s" if text else "n", "@")
    assert open_workbook(path).sheets[0].lines[1].cells[:2] == ("张三", text)


def test_what_a_workbook_cannot_hold_is_written_so_that_nothing_else_is_read(tmp_path):
    path = write(tmp_path / "a.xlsx", [("控\x07制", "_x000D_", "_xyz_")])

    with zipfile.ZipFile(path) as archive:
        xml = archive.read("xl/worksheets/sheet1.xml").decode()
    assert re.findall("<t[^>]*>([^<]*)</t></is>", xml)[-3:] == ["控制", "_x005F_x000D_", "_xyz_"]


def test_heads_are_bold_and_stay_in_sight(tmp_path):
    sheet = openpyxl.load_workbook(write(tmp_path / "a.xlsx", []))["名册"]

    assert [cell.value for cell in sheet[1]] == ["姓名", "证件号码", "备注"]
    assert sheet["A1"].font.bold
    assert sheet.freeze_panes == "A2"
    assert sheet.dimensions == "A1:C1"


def test_every_line_has_its_place_and_blank_cells_are_left_out(tmp_path):
    lines = [(f"张{number}", "", None if number % 2 else "养狗") for number in range(1203)]

    sheet = openpyxl.load_workbook(write(tmp_path / "a.xlsx", lines))["名册"]

    assert sheet.dimensions == "A1:C1204"
    assert [cell.value for cell in sheet["A"][1:]] == [line[0] for line in lines]
    assert [cell.value for cell in sheet["C"][1:]] == [line[2] for line in lines]


def test_columns_beyond_z_have_two_letters(tmp_path):
    columns = [(f"列{number}", 8) for number in range(60)]
    path = write(tmp_path / "a.xlsx", [[f"值{number}" for number in range(60)]], columns)

    sheet = openpyxl.load_workbook(path)["名册"]

    assert sheet["BH2"].value == "值59"
    assert sheet["AA2"].value == "值26"


def test_lines_are_written_as_they_come(tmp_path):
    path = tmp_path / "a.xlsx"
    sizes = []

    def lines():
        for number in range(200_000):
            if number == 150_000:
                sizes.append(path.stat().st_size)
            yield (f"张{number}",)

    write_text_sheet(path, "名册", COLUMNS[:1], itertools.islice(lines(), 200_000), total=200_000)

    assert sizes[0] > 100_000
    with zipfile.ZipFile(path) as archive:
        assert archive.testzip() is None
