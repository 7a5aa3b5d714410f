"""Walk sheets on paper: a list of doors for a building, and a household's check sheet."""

from collections.abc import Sequence
from dataclasses import dataclass

from linli.domain.notice_paper import (
    FormField,
    FormLine,
    Layout,
    Notice,
    Paragraph,
    Table,
    TableColumn,
)
from linli.domain.registers import Align, Holds, Register, RegisterColumn, RegisterGroup
from linli.domain.residents import ResidentRow
from linli.domain.values.addresses import Address, place_text
from linli.domain.walks import Door, sheet_number

_NEW_LINES = 5
"""Empty lines at the end of a walk sheet, for who is found and not on it."""
_NEW_PEOPLE = 3
"""Empty lines at the end of a check sheet, for who has come into the household."""
_TICKS = "□见到 □没人 □搬走\n□空房 □住了别人"

_DOORS = (
    RegisterColumn(title="行号", width=12, align=Align.CENTER),
    RegisterColumn(title="单元房号", width=30, holds=Holds.PLACE),
    RegisterColumn(title="户主", width=34, holds=Holds.NAME),
    RegisterColumn(title="人数", width=12, align=Align.CENTER),
    RegisterColumn(title="电话", width=31, holds=Holds.PHONE),
    RegisterColumn(title="结果（打勾）", width=46),
    RegisterColumn(title="情况", width=60, share=1),
)

_PEOPLE = (
    TableColumn(title="行号", width=12, align=Align.CENTER, share=0),
    TableColumn(title="", width=12, align=Align.CENTER, share=0),
    TableColumn(title="姓名", width=28, share=1),
    TableColumn(title="关系", width=13, share=0),
    TableColumn(title="性别", width=11, align=Align.CENTER, share=0),
    TableColumn(title="出生日期", width=21, share=0),
    TableColumn(title="证件号码", width=36, share=0),
    TableColumn(title="电话", width=24, share=0),
)
_SIZE = 10.0
"""pt: the type of a check sheet, so that a number stands on one line."""


@dataclass(frozen=True, kw_only=True)
class DoorSheet:
    """A walk sheet that is to be printed."""

    sheet_id: int
    title: str
    walker: str
    doors: tuple[Door, ...]


@dataclass(frozen=True, kw_only=True)
class CheckSheet:
    """A check sheet that is to be printed; `people` in the order of its lines."""

    sheet_id: int
    door: Door
    people: tuple[ResidentRow, ...]


def door_register(sheets: Sequence[DoorSheet], subtitle: str) -> Register:
    """Return walk sheets as a list to print, each on a page of its own, phones in full."""
    return Register(
        title="走访单",
        subtitle=subtitle,
        columns=_DOORS,
        groups=tuple(map(_group, sheets)),
        foot_note="回来以后按编号录入；单子上没有的人和户写在空行里。",
        row_height=13.0,
        page_per_group=True,
    )


def check_notice(sheet: CheckSheet, community: str) -> Notice:
    """Return a check sheet: what is on file of a household, and room to correct it."""
    door = sheet.door
    where = door.building + place_text(Address(unit=door.unit or None, room=door.room or None))
    rows: list[tuple[str, ...]] = []
    for number, person in enumerate(sheet.people, start=1):
        rows += [_on_file(number, person), _correction()]
    rows += [("", "新增", *("",) * (len(_PEOPLE) - 2)) for _ in range(_NEW_PEOPLE)]
    return Notice(
        layout=Layout.POSTED,
        title="居民信息核对单",
        blocks=(
            Paragraph(text=f"编号 {sheet_number(sheet.sheet_id)}", indent=False, align=Align.RIGHT),
            Paragraph(
                text=(
                    f"住址：{where}　户主：{door.head}。下面是社区登记的情况，号码遮住了中间几位。"
                    "没有变化的不用写；有变化的写在“改为”那一行；新来的人写在最后。"
                ),
            ),
            Table(columns=_PEOPLE, rows=tuple(rows), row_height=10.0, size=_SIZE),
            FormLine(
                fields=(
                    FormField(label="核对人（居民签字）", share=3),
                    FormField(label="走访人", share=2),
                ),
            ),
            FormLine(fields=(FormField(label="日期"), FormField(label="其他要说的"))),
            Paragraph(text=f"{community}　用于核对居民登记，用后由社区保管。", indent=False),
        ),
        page_numbers=False,
        keep=tuple(person.name for person in sheet.people),
    )


def _group(sheet: DoorSheet) -> RegisterGroup:
    rows = [
        (
            str(number),
            place_text(Address(unit=door.unit or None, room=door.room or None)),
            door.head or "（没有登记）",
            str(door.persons) if door.persons else "",
            door.phone,
            _TICKS,
            "",
        )
        for number, door in enumerate(sheet.doors, start=1)
    ]
    rows += [("", "", "", "", "", _TICKS, "") for _ in range(_NEW_LINES)]
    walker = sheet.walker or "＿＿＿＿＿＿"
    heading = (
        f"编号 {sheet_number(sheet.sheet_id)}　{sheet.title}　{len(sheet.doors)} 户"
        f"　走访人：{walker}　日期：＿＿＿＿＿＿"
    )
    return RegisterGroup(heading=heading, rows=rows)


def _on_file(number: int, person: ResidentRow) -> tuple[str, ...]:
    return (
        str(number),
        "登记",
        person.name,
        person.relation,
        person.sex,
        person.birth,
        person.document,
        person.phone,
    )


def _correction() -> tuple[str, ...]:
    return ("", "改为", *("",) * (len(_PEOPLE) - 2))
