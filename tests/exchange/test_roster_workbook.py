"""A roster as a workbook, read back."""

from dataclasses import replace
from pathlib import Path

import openpyxl
from support.roster_sheets import a_month

from linli.domain.roster_papers import roster_book
from linli.exchange.roster_workbook import write_roster


def written(path: Path, made, changes=()):
    book = roster_book(made.plan, made.month, made.sheet, made.names)
    write_roster(path, replace(book, changes=changes))
    return openpyxl.load_workbook(path)


def cells(page) -> list[list[object]]:
    return [[cell.value for cell in row] for row in page.iter_rows()]


def test_days_by_shifts_hold_every_name(tmp_path: Path) -> None:
    made = a_month()
    found = cells(written(tmp_path / "a.xlsx", made)["值班表"])
    assert found[0][0] == "大厅值班　2026年12月"
    assert found[2] == ["日期", "白班 09:00—17:00", "晚班 15:00—21:00", "夜班 21:00—次日09:00"]
    rows = found[3:]
    assert (len(rows), rows[0][0]) == (31, "1日 周二")
    text = "、".join(str(cell) for row in rows for cell in row[1:] if cell)
    names = text.split("、")
    for worker_id, name in made.names.items():
        count = sum(cell.worker_id == worker_id for cell in made.month.cells)
        assert names.count(name) == count, name


def test_people_by_days_have_hours_as_numbers(tmp_path: Path) -> None:
    made = a_month()
    found = cells(written(tmp_path / "a.xlsx", made)["人员"])
    head, rows = found[2], found[3:]
    assert head[0] == "姓名"
    assert head[1] == "1日\n周二"
    assert head[-5:] == ["班次", "小时", "夜班", "休息日", "节假日"]
    assert [row[0] for row in rows] == list(made.names.values())
    minutes = {shift.id: shift.minutes for shift in made.plan.facts.shifts}
    for worker_id, row in zip(made.names, rows, strict=True):
        own = [cell for cell in made.month.cells if cell.worker_id == worker_id]
        assert row[-5] == len(own)
        assert row[-4] == sum(minutes[cell.shift_id] for cell in own) / 60
        assert sum(bool(cell) for cell in row[1:-5]) == len({cell.day for cell in own})


def test_a_gap_is_written_and_tinted(tmp_path: Path) -> None:
    page = written(tmp_path / "a.xlsx", a_month(lost=4))["值班表"]
    gap = page["B4"]
    assert gap.value == "缺4人"
    assert gap.fill.fgColor.rgb == "FFFFE3B8"


def test_an_unknown_year_is_said_and_holidays_are_named(tmp_path: Path) -> None:
    february = cells(written(tmp_path / "a.xlsx", a_month(2027, 2))["值班表"])
    assert "2027年放假安排还没有公布" in str(february[1][0])
    spring = cells(written(tmp_path / "b.xlsx", a_month(2026, 2))["值班表"])
    assert any("春节" in str(row[0]) for row in spring)


def test_changes_have_a_sheet_of_their_own_if_there_are_any(tmp_path: Path) -> None:
    made = a_month()
    assert written(tmp_path / "a.xlsx", made).sheetnames == ["值班表", "人员"]
    line = ("2026年12月1日", "白班", "替班", "王芳", "=1+1", "", "李主任", "有事")
    page = written(tmp_path / "b.xlsx", made, (line,))["换班替班"]
    assert [cell.value for cell in page[4]] == list(line)
    assert page["E4"].data_type == "s"
