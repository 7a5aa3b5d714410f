"""The notice on the door: everybody named, large, nothing cut or over the edge."""

from dataclasses import replace
from datetime import date
from itertools import combinations
from math import dist

import pytest
from support.cards import page_texts
from support.roster_sheets import (
    HALL,
    LONG,
    NAMES,
    PRINTED,
    a_month,
    characters,
    page_sizes,
)

from linli.domain.registers import UnprintableTextError
from linli.domain.roster_papers import DoorSheet, door_sheet
from linli.printing.roster_door import render_door

_A4 = (595, 842)  # pt
_EDGE = 8.0  # pt that hardly a printer reaches


def door(
    first: int, last: int, *, year=2026, month=12, lost=0, published=True, names=NAMES
) -> DoorSheet:
    made = a_month(year, month, lost=lost, names=names)
    days = date(year, month, first), date(year, month, last)
    return door_sheet(made.plan, [made.sheet], *days, HALL, published=published)


def pages(sheet: DoorSheet) -> list[str]:
    return page_texts(render_door(sheet, printed=PRINTED))


def names_of(sheet: DoorSheet) -> list[str]:
    return [name for day in sheet.days for line in day.lines for name in line.names]


@pytest.mark.parametrize("days", [(1, 1), (7, 13), (1, 31)])
def test_everybody_on_duty_is_named_as_often_as_there_are_shifts(days) -> None:
    sheet = door(*days)
    text = "".join("".join(pages(sheet)).split())
    for name in NAMES:
        assert text.count(name) == names_of(sheet).count(name), name


@pytest.mark.parametrize(("days", "least"), [((1, 1), 40.0), ((7, 13), 16.0), ((1, 31), 15.0)])
@pytest.mark.parametrize("name", ["赵𬱖", LONG])
def test_type_is_large_and_stays_on_the_paper(days, least, name) -> None:
    sheet = door(*days, names=(*NAMES[:3], name, *NAMES[4:]))
    content = render_door(sheet, printed=PRINTED)
    assert {tuple(map(round, size)) for size in page_sizes(content)} == {_A4}
    found = characters(content)
    for _, char, (left, bottom, right, top) in found:
        assert _EDGE <= left <= right <= _A4[0] - _EDGE, char
        assert _EDGE <= bottom <= top <= _A4[1] - _EDGE, char
    shown = next(each for each in names_of(sheet) if "·" not in each)[-1]
    assert min(each.height for each in found if each.char == shown) >= least


def test_nothing_lies_upon_anything_else() -> None:
    found = characters(render_door(door(7, 13), printed=PRINTED))
    middles = [((x + x2) / 2, (y + y2) / 2) for _, _, (x, y, x2, y2) in found]
    close = [
        (found[one].char, found[other].char)
        for one, other in combinations(range(len(found)), 2)
        if dist(middles[one], middles[other]) < 2
    ]
    assert close == []


def test_a_day_and_a_week_stand_on_one_page() -> None:
    assert len(pages(door(1, 1))) == len(pages(door(7, 13))) == 1


def test_a_month_goes_on_upon_numbered_pages() -> None:
    found = pages(door(1, 31))
    assert len(found) > 1
    assert all(f"{number}/{len(found)}" in text for number, text in enumerate(found, 1))
    assert all("值班电话：0994-4825180" in text for text in found)


def test_a_day_that_is_longer_than_a_page_goes_on() -> None:
    sheet = door(7, 13)
    crowd = tuple(f"员工{'甲乙丙丁戊己庚辛壬癸'[n % 10]}{n}" for n in range(400))
    first = sheet.days[0]
    lines = (replace(first.lines[0], names=crowd), *first.lines[1:])
    found = pages(replace(sheet, days=(replace(first, lines=lines), *sheet.days[1:])))
    assert len(found) > 1
    assert "（续）" in found[1]
    whole = "".join(found)
    assert all(name in whole for name in crowd)


def test_the_public_reads_that_somebody_is_still_to_come() -> None:
    (text,) = pages(door(1, 1, lost=4))
    assert "待定" in text
    assert "缺" not in text


def test_hours_stand_on_it() -> None:
    for days in ((1, 1), (7, 13)):
        (text,) = pages(door(*days))
        assert "21:00—次日09:00" in text


def test_holidays_an_unknown_year_and_a_draft_are_said() -> None:
    (text,) = pages(door(16, 22, month=2))
    assert "春节" in text
    (text,) = pages(door(1, 7, year=2027, month=2, published=False))
    assert "2027年放假安排还没有公布" in text
    assert "草稿" in text
    assert "草稿" not in pages(door(1, 1))[0]


def test_a_name_that_no_font_draws_is_refused() -> None:
    with pytest.raises(UnprintableTextError):
        pages(door(1, 31, names=("王\U00033479", *NAMES[1:])))
