"""Files that clerks bring: read whatever the ending says, or refused with advice."""

import io
import zipfile
from pathlib import Path

import openpyxl
import pytest
import xlwt
from openpyxl.styles import PatternFill
from support.sheets import save_xlsx

from linli.errors import UserError
from linli.exchange import zip_guard
from linli.exchange.workbooks import open_workbook

HEAD = ("姓名", "身份证号")


def test_cells_keep_their_place_when_the_first_rows_and_columns_are_empty(tmp_path):
    own = openpyxl.Workbook()
    own.active["C5"] = "姓名"
    own.active["D7"] = 13800000000
    own.save(tmp_path / "a.xlsx")

    (sheet,) = open_workbook(tmp_path / "a.xlsx").sheets

    assert [(line.number, line.cells) for line in sheet.lines] == [
        (4, ("", "", "姓名", "")),
        (6, ("", "", "", 13800000000.0)),
    ]


def test_merged_ranges_are_known_from_xlsx_and_xls(tmp_path):
    save_xlsx(tmp_path / "a.xlsx", {"甲": [HEAD, ("张三", "1"), ("", "2")]}, {"甲": ["A2:A3"]})
    old = xlwt.Workbook()
    page = old.add_sheet("甲")
    page.write_merge(1, 2, 0, 0, "张三")
    old.save(tmp_path / "a.xls")

    for name in ("a.xlsx", "a.xls"):
        (sheet,) = open_workbook(tmp_path / name).sheets
        assert [tuple(area) for area in sheet.merged] == [(1, 0, 2, 0)]


@pytest.mark.parametrize("name", ["台账.xlsx", "台账.csv", "台账.et", "台账"])
def test_the_content_decides_not_the_ending(tmp_path, name):
    save_xlsx(tmp_path / name, {"甲": [HEAD]})

    assert open_workbook(tmp_path / name).sheets[0].lines[0].cells == HEAD


def test_text_under_the_name_of_a_workbook_is_read_as_text(tmp_path):
    path = tmp_path / "台账.xlsx"
    path.write_text("姓名,身份证号\n张三,1\n", encoding="utf-8")

    source = open_workbook(path)

    assert source.encoding == "utf-8"
    assert source.sheets[0].lines[1].cells == ("张三", "1")


def locked() -> bytes:
    """The beginning of an encrypted .xlsx: an OLE container with the stream EncryptedPackage."""
    return bytes.fromhex("D0CF11E0A1B11AE1") + bytes(504) + "EncryptedPackage".encode("utf-16-le")


@pytest.mark.parametrize(
    ("content", "advice"),
    [
        (b"", "是空的"),
        (b"\r\n  \n", "是空的"),
        (b"PK\x03\x04 broken off", "已损坏"),
        (bytes.fromhex("D0CF11E0A1B11AE1") + b"x" * 600, "已损坏"),
        (locked(), "取消密码"),
        (b"<html><table><tr><td>\xd0\xd5", "网页格式"),
        (b"\xef\xbb\xbf\n<?xml version='1.0'?><Workbook/>", "网页格式"),
        (bytes(range(256)) * 40, "另存为"),
    ],
)
def test_what_cannot_be_read_is_refused_with_advice(tmp_path, content, advice):
    path = tmp_path / "台账.xlsx"
    path.write_bytes(content)

    with pytest.raises(UserError, match=advice) as refusal:
        open_workbook(path)

    assert "台账.xlsx" in str(refusal.value)


def test_a_missing_file_and_a_folder_are_named(tmp_path):
    with pytest.raises(UserError, match=r"找不到文件「没有\.xlsx」"):
        open_workbook(tmp_path / "没有.xlsx")
    with pytest.raises(UserError, match="是文件夹"):
        open_workbook(tmp_path)


def swapped(path: Path, part: str, content: bytes) -> None:
    """Replace one part of a workbook's container."""
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    parts[part] = content
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)


def test_a_zip_bomb_is_refused_before_it_is_unpacked(tmp_path, monkeypatch):
    path = save_xlsx(tmp_path / "bomb.xlsx", {"甲": [HEAD]})
    swapped(path, "xl/worksheets/sheet1.xml", b" " * (65 << 20))
    monkeypatch.setattr(zip_guard, "_check_extent", lambda *_: pytest.fail("it was unpacked"))

    with pytest.raises(UserError, match="为安全起见没有打开"):
        open_workbook(path)


def test_a_stray_cell_in_the_far_corner_is_refused_with_its_place(tmp_path):
    own = openpyxl.Workbook()
    own.active.append(HEAD)
    own.active["XFD1048576"] = "x"
    own.save(tmp_path / "far.xlsx")

    with pytest.raises(UserError, match="第 1048576 行、第 16384 列"):
        open_workbook(tmp_path / "far.xlsx")


def test_wide_long_and_empty_sheets_are_no_danger(tmp_path):
    own = openpyxl.Workbook()
    own.active.append([*HEAD, *(f"栏{i}" for i in range(30))])
    own.create_sheet("Sheet2")
    own.create_sheet("Sheet3")["A1048576"] = "x"
    own.save(tmp_path / "a.xlsx")

    wide, empty, long = open_workbook(tmp_path / "a.xlsx").sheets

    assert wide.lines[0].cells[-1] == "栏29"
    assert empty.lines == ()
    assert [line.number for line in long.lines] == [1048575]


def test_a_small_sheet_may_shrink_to_nearly_nothing(tmp_path):
    path = save_xlsx(tmp_path / "a.xlsx", {"甲": [HEAD]})
    with zipfile.ZipFile(path) as archive:
        sheet = archive.read("xl/worksheets/sheet1.xml")
    swapped(path, "xl/worksheets/sheet1.xml", sheet + b" " * (2 << 20))

    assert len(open_workbook(path).sheets[0].lines) == 1


def test_a_million_blank_rows_cost_nothing(tmp_path):
    own = openpyxl.Workbook()
    own.active.append(HEAD)
    own.active.append(("张三", "1"))
    own.active.cell(1048576, 16).fill = PatternFill("solid", fgColor="FFFF0000")
    own.save(tmp_path / "blank.xlsx")

    (sheet,) = open_workbook(tmp_path / "blank.xlsx").sheets

    assert len(sheet.lines) == 2


def test_a_cell_of_spaces_at_the_very_end_is_no_line(tmp_path):
    own = openpyxl.Workbook()
    own.active.append(HEAD)
    own.active.cell(20000, 3).value = "   "
    own.save(tmp_path / "blank.xlsx")

    assert len(open_workbook(tmp_path / "blank.xlsx").sheets[0].lines) == 1


def test_a_container_that_is_no_workbook_is_damaged(tmp_path):
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as archive:
        archive.writestr("readme.txt", "no workbook")
    (tmp_path / "a.xlsx").write_bytes(content.getvalue())

    with pytest.raises(UserError, match="已损坏"):
        open_workbook(tmp_path / "a.xlsx")
