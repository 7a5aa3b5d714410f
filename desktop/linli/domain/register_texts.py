"""Cells that lists to print (名册) have in common."""

from datetime import date

from linli.domain.labels import STATUS
from linli.domain.registers import Align, Holds, RegisterColumn
from linli.domain.residents import ResidentRow, ResidentStatus

NUMBER = RegisterColumn(title="序号", width=11, align=Align.CENTER)
NAME = RegisterColumn(title="姓名", width=26, holds=Holds.NAME)
SEX = RegisterColumn(title="性别", width=11, align=Align.CENTER)
AGE = RegisterColumn(title="年龄", width=11, align=Align.CENTER)
PHONE = RegisterColumn(title="电话", width=32, holds=Holds.PHONE)
PLACE = RegisterColumn(title="住址", width=50, share=2, holds=Holds.PLACE)


def standing(person: ResidentRow) -> str:
    """Return 已迁出 or 已去世 where the person does not live here any more, else nothing."""
    return "" if person.status is ResidentStatus.PRESENT else STATUS[person.status]


def named(person: ResidentRow) -> str:
    """Return the name with the standing of who is no longer here: 王五（已去世）."""
    gone = standing(person)
    return f"{person.name}（{gone}）" if gone else person.name


def age(person: ResidentRow) -> str:
    """Return the age in figures, nothing where it is not known."""
    return "" if person.age is None else str(person.age)


def spoken(day: date | None) -> str:
    """Return 2026年3月1日, nothing where there is none."""
    return "" if day is None else f"{day.year}年{day.month}月{day.day}日"


def spoken_day(day: date) -> str:
    """Return 3月1日."""
    return f"{day.month}月{day.day}日"


def spoken_month(month: date) -> str:
    """Return 2026年3月."""
    return f"{month.year}年{month.month}月"
