"""The sample workbook that `linli demo` imports: fictitious, with the dirt of real ledgers.

Numbers in full width, with spaces, apostrophes and invisible characters; dates and phones in every
form; merged household cells; lanes without units; totals and notes at the foot. Three numbers are
wrong on purpose and one person stands in it twice.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import date, datetime
from itertools import count
from pathlib import Path
from typing import Any

import xlsxwriter

from linli.domain.codes import code_table
from linli.domain.labels import MANAGEMENT, SEX
from linli.domain.residents import FloatingStay, ManagementClass, ResidentDraft
from linli.domain.values.dates import PartialDate
from linli.domain.values.phones import PhoneKind, format_phone
from linli.services.fiction import Fiction
from linli.services.fiction_names import COMMUNITY

NAME = "居民台账示例.xlsx"
_DAY = date(2026, 6, 30)
_SEED = 20260640  # with which everybody has a number, and every kind of name occurs
_NAMES = replace(COMMUNITY, compound=0.05, rare=0.04)
_HEADS = (
    *("序号", "户号", "楼栋", "单元", "房号", "姓  名", "与户主关系", "性别", "民族"),
    *("身份证号码", "出生日期", "政治面貌", "文化程度", "联系电话", "特长技能", "备注"),
)
_FLOATING_HEADS = (
    *("序\n号", "姓名", "性别", "民族", "公民身份号码", "户籍地址", "现居住地址", "房主姓名"),
    *("房主电话", "来本地时间", "从事职业", "手机", "管理类别"),
)
# Sheet: size and building of each household.
_HOUSEHOLDS: dict[str, str] = {
    "第一网格": "3 1号楼，4 1号楼，2 2号楼，5 2号楼，3 3号楼，1 幸福巷12号，4 3号楼，3 1号楼",
    "第二网格": "2 5号楼，4 5号楼，3 6号楼，6 6号楼，1 团结巷3号，3 7号楼，4 7号楼，1 5号楼",
}
_FLOATING = 8
_SHORT = {"20": "本科", "30": "大专", "41": "中专", "60": "高中", "70": "初中", "92": ""}

Cell = str | float | date
_NUMBER_FORMS: tuple[Callable[[str], Cell], ...] = (
    str,
    lambda number: f"{number[:6]} {number[6:14]} {number[14:]}",
    str,
    lambda number: f"'{number}",
    lambda number: "".join(chr(ord(c) + 0xFEE0) for c in number),
    lambda number: f"\u200b{number}\xa0",
    lambda number: number.lower(),
)
_PHONE_FORMS: tuple[Callable[[str], Cell], ...] = (
    str,
    lambda number: f"{number[:3]} {number[3:7]} {number[7:]}",
    float,
    lambda number: f"{number[:3]}-{number[3:7]}-{number[7:]}",
    lambda number: f"+86{number}",
)
_DATE_FORMS: tuple[Callable[[date], Cell], ...] = (
    lambda day: f"{day:%Y-%m-%d}",
    lambda day: f"{day.year}.{day.month}.{day.day}",
    lambda day: day,
    lambda day: f"{day:%Y%m%d}",
    lambda day: f"{day.year}年{day.month}月{day.day}日",
    lambda day: f"{day.year}/{day.month}/{day.day}",
)


def write(folder: Path) -> Path:
    """Write the workbook into `folder` and return its path; it is the same each time."""
    path = folder / NAME
    with xlsxwriter.Workbook(path) as book:
        book.set_properties({"created": datetime(2026, 6, 30)})  # noqa: DTZ001 - no zone in files
        writer = _Writer(book)
        for number, (title, homes) in enumerate(_HOUSEHOLDS.items(), start=1):
            writer.residents(title, number, homes.split("，"))
        writer.floating("流动人口")
    return path


class _Writer:
    def __init__(self, book: Any) -> None:
        self._book = book
        self._fiction = Fiction(_DAY, _SEED, _NAMES)
        self._forms = count()
        border = {"border": 1, "valign": "vcenter"}
        self._cell = book.add_format(border)
        self._day = book.add_format({**border, "num_format": "yyyy-mm-dd"})
        self._head = book.add_format({**border, "bold": True, "align": "center", "text_wrap": True})
        self._title = book.add_format({"bold": True, "font_size": 18, "align": "center"})

    def residents(self, title: str, grid: int, homes: Sequence[str]) -> None:
        """Write a sheet of households, their cells merged over the members."""
        sheet = self._sheet(title, "西河社区居民基本信息台账", _HEADS)
        leader = self._fiction.name("01", self._fiction.sex())
        sheet.write(1, 0, f"填报单位：西河社区    网格长：{leader}    填报日期：2026年6月30日")
        row = 3
        serial = count(1)
        people: list[ResidentDraft] = []
        for index, home in enumerate(homes, start=1):
            size, building = int(home[0]), home[2:]
            number = f"{grid:02d}{index:04d}"
            in_lane = "巷" in building
            place = (number, building, "/" if in_lane else f"{index % 3 + 1}单元")
            self._merged(sheet, row, size, (*place, "" if in_lane else f"{index % 6 + 1}02"))
            for person in self._fiction.family(size):
                draft = self._fiction.resident(person)
                people.append(draft)
                self._row(sheet, row, 0, (float(next(serial)),))
                self._row(sheet, row, 5, self._resident(draft))
                row += 1
        if grid == 2:
            self._mistakes(sheet, row - len(people), people)
            again = self._resident(people[0])
            self._row(sheet, row, 0, (float(next(serial)), "", "", "", ""))
            self._row(sheet, row, 5, (again[0], "", *again[2:8], "", "", ""))
            row += 1
        sheet.write(row + 1, 0, f"合计：{next(serial) - 1}人")
        sheet.write(row + 2, 0, "注：本表由网格员入户采集，一户一卡，每季度更新一次。")

    def floating(self, title: str) -> None:
        """Write a sheet of floating people with their addresses in one cell."""
        sheet = self._sheet(title, "西河社区流动人口信息登记表", _FLOATING_HEADS)
        managements = (ManagementClass.NORMAL, ManagementClass.TEMPORARY, ManagementClass.NORMAL)
        for index in range(_FLOATING):
            landlord = self._fiction.name("01", self._fiction.sex())
            draft = self._fiction.floating(
                landlord, self._fiction.mobile(), managements[index % len(managements)]
            )
            self._row(sheet, index + 3, 0, (index + 1.0, *self._floating(draft, index)))
        sheet.write(_FLOATING + 5, 1, "填表人：")

    def _sheet(self, name: str, title: str, heads: Sequence[str]) -> Any:
        sheet = self._book.add_worksheet(name)
        sheet.merge_range(0, 0, 0, len(heads) - 1, title, self._title)
        sheet.set_column(0, len(heads) - 1, 11)
        sheet.set_column(heads.index("身份证号码") if "身份证号码" in heads else 4, 9, 20)
        sheet.set_row(2, 30)
        self._row(sheet, 2, 0, heads, self._head)
        return sheet

    def _merged(self, sheet: Any, row: int, size: int, values: Iterable[str]) -> None:
        for column, value in enumerate(values, start=1):
            if size > 1:
                sheet.merge_range(row, column, row + size - 1, column, value, self._cell)
            else:
                sheet.write_string(row, column, value, self._cell)

    def _row(
        self, sheet: Any, row: int, column: int, cells: Iterable[Cell], style: Any = None
    ) -> None:
        for offset, cell in enumerate(cells):
            if isinstance(cell, date):
                sheet.write_datetime(row, column + offset, cell, self._day)
            elif isinstance(cell, float):
                sheet.write_number(row, column + offset, cell, style or self._cell)
            else:
                sheet.write_string(row, column + offset, cell, style or self._cell)

    def _mistakes(self, sheet: Any, first: int, people: Sequence[ResidentDraft]) -> None:
        """Write three wrong numbers: one too short, one with a slip, one ruined by the sheet."""
        column = _HEADS.index("身份证号码")
        number = [person.documents[0].number for person in people]
        slip = "1" if number[5][17] != "1" else "2"
        self._row(sheet, first + 3, column, (number[3][:16],))
        self._row(sheet, first + 5, column, (number[5][:17] + slip,))
        self._row(sheet, first + 8, column, (float(number[8][:15] + "000"),))

    def _resident(self, draft: ResidentDraft) -> tuple[Cell, ...]:
        form = next(self._forms)
        education = draft.education_code or ""
        return (
            self._name(draft.name, form),
            code_table("relation").label(draft.relation_code),
            SEX[draft.sex],
            code_table("ethnicity").label(draft.ethnicity_code),
            _NUMBER_FORMS[form % len(_NUMBER_FORMS)](draft.documents[0].number),
            self._date(draft.birth, form),
            code_table("politics").label(draft.politics_code),
            _SHORT.get(education, code_table("education").label(education)),
            self._phones(draft, form),
            "、".join(draft.skills),
            "、".join(draft.care_tags),
        )

    def _floating(self, draft: ResidentDraft, index: int) -> tuple[Cell, ...]:
        form = next(self._forms)
        stay = draft.floating or FloatingStay()
        return (
            self._name(draft.name, form),
            SEX[draft.sex],
            code_table("ethnicity").label(draft.ethnicity_code),
            _NUMBER_FORMS[form % len(_NUMBER_FORMS)](draft.documents[0].number),
            draft.registered_address or "",
            f"西河社区{index % 4 + 5}号楼{index % 3 + 1}单元{index % 5 + 1}01室",
            stay.landlord_name or "",
            stay.landlord_phone or "",
            self._date(stay.arrived, form),
            draft.occupation or "",
            self._phones(draft, form),
            MANAGEMENT[stay.management or ManagementClass.NORMAL],
        )

    @staticmethod
    def _name(name: str, form: int) -> str:
        """Type some names with a space or another dot, as people do."""
        if len(name) == 2 and form % 4 == 0:
            return f"{name[0]}  {name[1]}"
        return name.replace("·", "•") if form % 2 else name

    @staticmethod
    def _date(partial: PartialDate | None, form: int) -> Cell:
        day = partial.as_date() if partial else None
        return "" if day is None else _DATE_FORMS[form % len(_DATE_FORMS)](day)

    @staticmethod
    def _phones(draft: ResidentDraft, form: int) -> Cell:
        if not draft.phones:
            return ("/", "-", "无", "")[form % 4]
        if len(draft.phones) == 1 and draft.phones[0].kind is PhoneKind.MOBILE:
            return _PHONE_FORMS[form % len(_PHONE_FORMS)](draft.phones[0].number)
        return ("/", "、")[form % 2].join(map(format_phone, draft.phones))
